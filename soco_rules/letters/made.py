"""The letter of a decision or adoption in the style of its municipality, as a tree and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.letters.forms import Form
from soco_rules.letters.forms import as_file
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import text_of
from soco_rules.letters.write import compose
from soco_rules.letters.write import for_review
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.parser.house_style import load_house_style


@dataclass(frozen=True, slots=True)
class Made:
    """A letter as a file, and why it is still a concept; nothing where it is final."""

    content: bytes
    reasons: tuple[str, ...]


def letter_of(
    decided: Decision | Adoption, templates: Sequence[Path]
) -> tuple[Letter | None, tuple[Diagnostic, ...]]:
    """The letter as `soco brief` makes it, or None with why it cannot be written."""
    agreement = decided.decision.agreement if isinstance(decided, Adoption) else decided.agreement
    style, findings = load_house_style(templates, agreement.split("/", 1)[0])
    if has_errors(findings):
        return None, findings
    return compose(decided, templates, style)


def made(
    decided: Decision | Adoption, templates: Sequence[Path], form: Form
) -> tuple[Made | None, tuple[Diagnostic, ...]]:
    """That letter as a file; one to change in a text processor is never the letter itself."""
    letter, findings = letter_of(decided, templates)
    if letter is None:
        return None, findings
    letter = for_review(letter) if form == ".docx" else letter
    content, lacking = as_file(letter, form)
    if content is None:
        return None, lacking
    return Made(content, tuple(map(text_of, letter.concept))), (*findings, *lacking)
