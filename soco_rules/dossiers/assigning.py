"""On whose desk a dossier is."""

from __future__ import annotations

from dataclasses import dataclass

from soco_rules.dossiers.present import assignee_of
from soco_rules.dossiers.present import contents
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.names import is_one


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


def assigned(dossier: Dossier, to: str | None, reason: str | None = None) -> Draft | None:
    """The act of putting a dossier on the desk of one person, or of nobody; None where it is there already."""
    name = (to or "").strip() or None
    if assignee_of(dossier) == name:
        return None
    return Draft(Assigned(to=name, reason=(reason or "").strip() or None), dossier.number)


def given_to(dossier: Dossier, person: str) -> tuple[Entry, Assigned] | None:
    """The act with which somebody else put a dossier on the desk of a person who did nothing in it since."""
    given = next(iter(reversed(contents(dossier, Assigned))), None)
    if given is None:
        return None
    entry, said = given
    if said.to is None or not is_one(said.to, person) or is_one(entry.by, person):
        return None
    since = (each for each in dossier.entries if each.number > entry.number and each.act is not Act.CONSULTED)
    return None if any(is_one(each.by, person) for each in since) else given
