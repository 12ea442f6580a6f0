"""The letter of a decision or adoption in a dossier, made as `soco brief` makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Literal

from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.workspace import template_folders

if TYPE_CHECKING:
    from soco_rules.letters.made import Made
    from soco_rules.model.adoption import Adoption
    from soco_rules.model.decision import Decision


def letter_of(decided: Decision | Adoption, form: Literal[".pdf", ".html"]) -> Made:
    """The letter.

    Raises:
        StoreError: it cannot be written.
    """
    from soco_rules.letters.made import made

    letter, findings = made(decided, template_folders(), form)
    if letter is None:
        raise refused(*findings)
    return letter
