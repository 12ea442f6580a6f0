"""The letter of a decision or adoption in the style of its municipality, as a tree and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
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

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A letter as a tree and as a file, and why it is still a concept; nothing where it is final."""

    letter: Letter
    content: bytes
    reasons: tuple[str, ...]


def letter_of(decided: Decision | Adoption, templates: Sequence[Path]) -> tuple[Letter | None, Findings]:
    """The letter as a tree; None with what stands in the way, in the house style too."""
    agreement = decided.decision.agreement if isinstance(decided, Adoption) else decided.agreement
    style, faults = load_house_style(templates, agreement.split("/", 1)[0])
    if has_errors(faults):
        return None, faults
    letter, findings = compose(decided, templates, style)
    return letter, (*faults, *findings)


def not_made_known(adoption: Adoption, templates: Sequence[Path]) -> Findings:
    """Why an adopted decision would reach nobody: a beschikking without a letter, and no other one is named.

    A beschikking is written and works once it is sent (Awb 1:3, 3:40, 3:41); from that day objection runs.
    """
    if adoption.own_letter or not adoption.effective.is_appealable:
        return ()
    letter, findings = letter_of(adoption, templates)
    if letter is not None:
        return ()
    message = f"van het besluit '{adoption.decision.title}' is geen brief te maken, en een beschikking wordt schriftelijk bekendgemaakt"
    return (finding("zonder-brief", Span("vaststelling"), message), *findings)


def made(decided: Decision | Adoption, templates: Sequence[Path], form: Form) -> tuple[Made | None, Findings]:
    """The letter as a file; None with what stands in the way. One to change in a text processor is for review only."""
    letter, findings = letter_of(decided, templates)
    if letter is None:
        return None, findings
    content, unshown = as_file(for_review(letter) if form == ".docx" else letter, form)
    if content is None:
        return None, (*findings, *unshown)
    return Made(letter, content, tuple(map(text_of, letter.concept))), (*findings, *unshown)
