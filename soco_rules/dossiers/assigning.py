"""On whose desk a dossier is."""

from __future__ import annotations

from dataclasses import dataclass

from soco_rules.dossiers.present import assignee_of
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose a dossier is: on whose desk, who opened it, and whether anything was ever proposed in it."""

    assignee: str | None
    opened_by: str
    was_proposed: bool


def whose_of(dossier: Dossier) -> Whose:
    """Whose a dossier is now."""
    return Whose(
        assignee_of(dossier),
        next((entry.by for entry in dossier.entries), ""),
        any(entry.act is Act.PROPOSAL for entry in dossier.entries),
    )


def assigned(dossier: Dossier, to: str | None) -> Draft | None:
    """The act of putting a dossier on the desk of one person, or of nobody; None where it is there already."""
    name = to.strip() if to is not None else None
    return (
        None if assignee_of(dossier) == (name or None) else Draft(Assigned(to=name or None), dossier.number)
    )
