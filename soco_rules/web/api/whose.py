"""A dossier for a machine: on whose desk it is, that it is read, and on which act somebody builds."""

from __future__ import annotations

from soco_rules.catalogue import finding
from soco_rules.dossiers.consulting import HANDLING
from soco_rules.dossiers.deciding import dossier_in
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.dossiers.present import assignee_of
from soco_rules.dossiers.store import consult
from soco_rules.dossiers.store import read_dossier
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.ground import Ground
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person


def to_read(ground: Ground, agreement: str, number: int, person: Person) -> Dossier:
    """A dossier that somebody may read; that it is read, is recorded before it is given.

    Raises:
        ProblemError: it is not there, or on the desk of somebody else.
        StoreError: it cannot be read, or the reading not be recorded.
    """
    found = read_dossier(ground.dossiers, agreement, number)
    if found is None:
        raise ProblemError(404, detail="Dit dossier is er niet.")
    only_for_who_has_it(ground, found, person)
    consult(ground.dossiers, agreement, person.name, HANDLING, dossier=number)
    return found


def to_write(ground: Ground, book: Book, number: int, person: Person, based_on: str | None) -> Dossier:
    """A dossier under the lock, while it still is what a request is based on.

    Raises:
        ProblemError: it is not there, on the desk of somebody else, or has moved on.
    """
    found, findings = dossier_in(book, number)
    if found is None:
        raise ProblemError(404, findings)
    only_for_who_has_it(ground, found, person)
    if based_on != etag_of(found):
        raise ProblemError(412)
    return found


def only_for_who_has_it(ground: Ground, dossier: Dossier, person: Person) -> None:
    """Let nobody on but who has a dossier, or who may pick it up; a lawyer may read and adopt in every one.

    Raises:
        ProblemError: it is not for this person.
    """
    if person.is_alone or DeskRole.LEGAL in person.roles:
        return
    has = assignee_of(dossier)
    if has == person.name or (has is None and ground.settings.may_pick_up):
        return
    message = f"dossier {dossier.number} ligt bij {has or 'niemand'}"
    raise ProblemError(403, [finding("dossier-bij-ander", place_of(dossier.number), message)])


def etag_of(dossier: Dossier) -> str:
    """The last act of a dossier but for those that say who looked, as If-Match names it."""
    return f'"{max(entry.number for entry in dossier.entries if entry.act is not Act.CONSULTED)}"'
