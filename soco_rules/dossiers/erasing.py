"""Erasing dossiers of which the term is over: the list that one person makes, and another carries out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from soco_rules.compiler.layers import Stack
from soco_rules.dossiers.retention import Keeping
from soco_rules.dossiers.retention import erased
from soco_rules.dossiers.retention import keeping_in
from soco_rules.dossiers.store import Ledger
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import read_book
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import ErasureListed

OUTSIDE = "Kijk eerst of er bezwaar of beroep loopt; het dossier kent alleen een bezwaar dat is vastgelegd."
BACKUPS = "Een oudere reservekopie blijft leesbaar, tot u die weggooit of de sleutels wisselt."

WITHOUT_LETTERS = frozenset(Act) - {Act.LETTER, Act.CONSULTED}
"""What tells how long a dossier is kept: letters are many bytes, and who looked is most of the acts."""


@dataclass(frozen=True, slots=True)
class ToErase:
    """A list that waits for a second person: its act, who made it and when, what was looked at, what is left of it."""

    number: int
    by: str
    at: str
    checked: str
    dossiers: tuple[int, ...]


def to_erase(store: Store, agreement: str) -> ToErase | None:
    """The list of a book, without dossiers that were erased since; None where nothing is left of it.

    Raises:
        StoreError: the book cannot be read.
    """
    book = read_book(store, agreement, dossiers=(), acts={Act.ERASURE_LISTED})
    return _left_of(book.entries, [each.dossier for each in erasures(store, agreement)])


def to_erase_now(ledger: Ledger) -> ToErase | None:
    """As `to_erase`, in a book that is locked."""
    book = ledger.book(dossiers=(), acts={Act.ERASURE_LISTED})
    gone = ledger.book(acts={Act.ERASED})
    return _left_of(book.entries, list(gone.dossiers))


def listed(dossiers: Collection[int], checked: str) -> Draft:
    """The act of putting dossiers on the list, in the place of those that were on it; without any it is taken back."""
    return Draft(ErasureListed(dossiers=tuple(sorted(dossiers)), checked=checked))


def erasures(store: Store, agreement: str) -> tuple[Entry, ...]:
    """The acts that say why dossiers of a book were erased, oldest first.

    Raises:
        StoreError: the book cannot be read.
    """
    book = read_book(store, agreement, acts={Act.ERASED})
    every = (entry for dossier in book.dossiers.values() for entry in dossier.entries)
    return tuple(sorted(every, key=lambda entry: entry.number))


def kept_of(stack: Stack, book: Book, numbers: Collection[int], on: int) -> tuple[Keeping, ...]:
    """How long some dossiers of a book are kept that were not erased."""
    return tuple(each for each in keeping_in(stack, book, on) if each.dossier in numbers)


def erase_in(ledger: Ledger, keeping: Keeping) -> Entry:
    """Erase one dossier, with the act that says why.

    Raises:
        StoreError: it does not exist or was erased.
    """
    ledger.erase(keeping.dossier)
    (entry,) = ledger.append((erased(keeping),))
    return entry


def _left_of(entries: tuple[Entry, ...], gone: Collection[int | None]) -> ToErase | None:
    for entry in reversed(entries):
        if isinstance(entry.content, ErasureListed):
            left = tuple(each for each in entry.content.dossiers if each not in gone)
            return ToErase(entry.number, entry.by, entry.at, entry.content.checked, left) if left else None
    return None
