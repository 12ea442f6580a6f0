"""A new dossier for a person who has none yet."""

from __future__ import annotations

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Span
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.present import person_of
from soco_rules.dossiers.present import round_of
from soco_rules.dossiers.store import Ledger
from soco_rules.dossiers.store import StoreError
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person

ACTS = frozenset({Act.OPENED, Act.PERSON, Act.ERASED})
"""What of a book `twin_of` reads."""


def twin_of(book: Book, person: Person, round_name: str | None) -> tuple[int, str] | None:
    """The dossier that somebody has already, and by what it is his: nobody has two, but for another round."""
    for dossier in book.dossiers.values():
        known = None if is_erased(dossier) or round_of(dossier) != round_name else person_of(dossier)
        if known is None:
            continue
        for what, own, other in (
            ("burgerservicenummer", person.bsn, known.bsn),
            ("lidnummer", person.member_number, known.member_number),
        ):
            if own is not None and own == other:
                return dossier.number, what
    return None


def enrol(ledger: Ledger, person: Person, round_name: str | None, place: Span) -> int:
    """Open a dossier for a person; its number.

    Raises:
        StoreError: somebody with these numbers has one; `place` is where the person was written.
    """
    if twin := twin_of(ledger.book(acts=ACTS), person, round_name):
        number, what = twin
        message = f"Dossier {number} heeft hetzelfde {what}."
        raise StoreError(finding("dossier-dubbel", place, message))
    number = ledger.open_dossier()
    ledger.append((Draft(Opened(round_name=round_name), number), Draft(person, number)))
    return number
