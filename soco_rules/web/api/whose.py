"""A dossier in which a machine writes: still open to who sends it, and on which act that builds."""

from __future__ import annotations

from soco_rules.dossiers.deciding import dossier_in
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.web.access.opening import may_open
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.ground import Ground
from soco_rules.web.people import Person


def to_write(ground: Ground, book: Book, number: int, person: Person, based_on: str | None) -> Dossier:
    """A dossier under the lock, while it is what a request is based on and still open to who sends it.

    Raises:
        ProblemError: it is not there, went to the desk of somebody else, or has moved on.
    """
    found, findings = dossier_in(book, number)
    if found is None:
        raise ProblemError(404, findings)
    if not may_open(person, found, may_pick_up=ground.settings.may_pick_up):
        raise ProblemError(403, detail="Dit dossier ligt bij een ander.")
    if based_on != etag_of(found):
        raise ProblemError(412)
    return found


def etag_of(dossier: Dossier) -> str:
    """The last act of a dossier but for those that say who looked, as If-Match names it."""
    return f'"{max(entry.number for entry in dossier.entries if entry.act is not Act.CONSULTED)}"'
