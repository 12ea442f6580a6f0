"""On whose desk a dossier is."""

from __future__ import annotations

from soco_rules.dossiers.present import assignee_of
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft


def assigned(dossier: Dossier, to: str | None) -> Draft | None:
    """The act of putting a dossier on the desk of one person, or of nobody; None where it is there already."""
    name = to.strip() if to is not None else None
    return (
        None if assignee_of(dossier) == (name or None) else Draft(Assigned(to=name or None), dossier.number)
    )
