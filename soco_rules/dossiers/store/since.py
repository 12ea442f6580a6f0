"""What came into a book since a moment of it: which dossiers, without reading what they say."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from soco_rules.dossiers.store.connect import Store
from soco_rules.dossiers.store.connect import reading
from soco_rules.dossiers.store.contents import BOOK
from soco_rules.dossiers.store.read import book_of
from soco_rules.dossiers.store.tables import book
from soco_rules.dossiers.store.tables import entry
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a book stood: its last act, and the digest of that act."""

    number: int
    digest: bytes


def mark_of(store: Store, agreement: str) -> Mark | None:
    """Where a book stands now; None where nothing was ever written in it.

    Raises:
        StoreError: the database refuses.
    """
    with reading(store) as connection:
        row = connection.execute(
            select(book.c.head_number, book.c.head_digest).where(book.c.agreement == agreement)
        ).one_or_none()
    return None if row is None else Mark(row.head_number, row.head_digest)


def changed_since(
    store: Store, agreement: str, mark: Mark, acts: frozenset[Act]
) -> tuple[Mark | None, Book] | None:
    """The dossiers in which some kinds of act were done after a mark, with all their acts of those kinds.

    None where the mark is not of this book as it is now, such as after an older copy was put back.

    Raises:
        StoreError: it cannot be read.
    """
    with reading(store) as connection:
        head = connection.execute(
            select(book.c.head_number, book.c.head_digest).where(book.c.agreement == agreement)
        ).one_or_none()
        known = connection.scalar(
            select(entry.c.digest).where(entry.c.agreement == agreement, entry.c.number == mark.number)
        )
        if head is None or known != mark.digest:
            return None
        touched = connection.scalars(
            select(entry.c.dossier)
            .distinct()
            .where(
                entry.c.agreement == agreement,
                entry.c.number > mark.number,
                entry.c.act.in_(tuple(acts)),
                entry.c.dossier != BOOK,
            )
        ).all()
        found = book_of(store, connection, agreement, dossiers=tuple(touched), acts=acts)
    return Mark(head.head_number, head.head_digest), found
