"""The letter of a decision or adoption in a dossier, made as `soco brief` makes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Literal

from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.workspace import template_folders

if TYPE_CHECKING:
    from soco_rules.model.adoption import Adoption
    from soco_rules.model.decision import Decision


@dataclass(frozen=True, slots=True)
class Made:
    """A letter as a file, and why it is still a concept; nothing where it is final."""

    content: bytes
    reasons: tuple[str, ...]


def letter_of(decided: Decision | Adoption, form: Literal[".pdf", ".html"]) -> Made:
    """The letter.

    Raises:
        StoreError: it cannot be written.
    """
    from soco_rules.diagnostics import has_errors
    from soco_rules.letters.forms import as_file
    from soco_rules.letters.tree import text_of
    from soco_rules.letters.write import compose
    from soco_rules.model.adoption import Adoption
    from soco_rules.parser.house_style import load_house_style

    agreement = decided.decision.agreement if isinstance(decided, Adoption) else decided.agreement
    folders = template_folders()
    style, findings = load_house_style(folders, agreement.split("/", 1)[0])
    if has_errors(findings):
        raise refused(*findings)
    composed, findings = compose(decided, folders, style)
    if composed is None:
        raise refused(*findings)
    content, findings = as_file(composed, form)
    if content is None:
        raise refused(*findings)
    return Made(content, tuple(map(text_of, composed.concept)))
