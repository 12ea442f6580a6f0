"""Reading a book: its acts in order, as they were known at a moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection
from sqlalchemy import Row
from sqlalchemy import Select
from sqlalchemy import select

from soco_rules.dossiers.chain import Clear
from soco_rules.dossiers.keys import bsn_index
from soco_rules.dossiers.keys import decrypt
from soco_rules.dossiers.store.connect import Store
from soco_rules.dossiers.store.connect import reading
from soco_rules.dossiers.store.contents import BOOK
from soco_rules.dossiers.store.contents import MANY
from soco_rules.dossiers.store.contents import data_keys
from soco_rules.dossiers.store.contents import read_under
from soco_rules.dossiers.store.errors import refusal
from soco_rules.dossiers.store.later import Later
from soco_rules.dossiers.store.later import StoredEntry
from soco_rules.dossiers.store.later import unknown_shape
from soco_rules.dossiers.store.tables import book
from soco_rules.dossiers.store.tables import data_key
from soco_rules.dossiers.store.tables import entry
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry


def read_book(
    store: Store,
    agreement: str,
    *,
    dossiers: Collection[int] | None = None,
    through: str | None = None,
    acts: Collection[Act] | None = None,
) -> Book:
    """A book as it was known at the moment `through` (default: now), with some kinds of act only where `acts` says.

    With `dossiers` only those, and the acts about the whole book. Without, and where `acts` says nothing, it comes
    without who read what: in time that is most of a book, and no decision rests on it. A book in which nothing was ever
    written is empty.

    Raises:
        StoreError: it cannot be read.
    """
    with reading(store) as connection:
        return book_of(store, connection, agreement, dossiers=dossiers, through=through, acts=acts)


def read_dossier(store: Store, agreement: str, number: int) -> Dossier | None:
    """One dossier, None where the book has none of this number.

    Raises:
        StoreError: it cannot be read.
    """
    with reading(store) as connection:
        found = book_of(store, connection, agreement, dossiers=(number,))
    return found.dossiers.get(number)


def agreements(store: Store) -> tuple[str, ...]:
    """The agreements that have a book.

    Raises:
        StoreError: the database refuses.
    """
    with reading(store) as connection:
        return tuple(connection.scalars(select(book.c.agreement).order_by(book.c.agreement)))


def find_by_bsn(store: Store, agreement: str, bsn: str) -> int | None:
    """The newest dossier of the person with this BSN; with rounds a person may have one in each.

    Raises:
        StoreError: the database refuses.
    """
    with reading(store) as connection:
        keys = data_keys(connection, store.keys, agreement, {BOOK})
        if BOOK not in keys:
            return None
        here = (data_key.c.agreement == agreement, data_key.c.bsn_index == bsn_index(keys[BOOK], bsn))
        return connection.scalar(
            select(data_key.c.dossier).where(*here).order_by(data_key.c.dossier.desc()).limit(1)
        )


def book_of(
    store: Store,
    connection: Connection,
    agreement: str,
    *,
    dossiers: Collection[int] | None = None,
    through: str | None = None,
    acts: Collection[Act] | None = None,
) -> Book:
    """A book without who read what, or all acts of some of its dossiers and those about the whole book."""
    wanted = None if dossiers is None else {BOOK, *dossiers}
    keys = data_keys(connection, store.keys, agreement, wanted)
    gathered: dict[int, list[Entry]] = defaultdict(list)
    unreadable: set[int] = set()
    for row in connection.execute(_acts(agreement, dossiers, through, acts)):
        if wanted is not None and row.dossier not in wanted:
            continue
        gathered[row.dossier].append(_entry(store, agreement, row, keys))
        if read_under(row.act, row.dossier) not in keys:
            unreadable.add(row.dossier)
    _only_erased(store, connection, agreement, unreadable)
    about_the_book = tuple(gathered.pop(BOOK, ()))
    found = {number: Dossier(number, tuple(entries)) for number, entries in sorted(gathered.items())}
    return Book(agreement, MappingProxyType(found), about_the_book)


def _acts(
    agreement: str, dossiers: Collection[int] | None, through: str | None, acts: Collection[Act] | None
) -> Select[Any]:
    columns = entry.c
    query = select(
        columns.number,
        columns.dossier,
        columns.act,
        columns.subject,
        columns.month,
        columns.at,
        columns.by,
        columns.content,
    ).where(columns.agreement == agreement)
    if dossiers is not None and len(dossiers) < MANY:
        # ordered by a sum, so that SQLite finds some dossiers by their index and does not walk through all acts
        query = query.where(columns.dossier.in_((BOOK, *dossiers))).order_by(columns.number + 0)
    else:
        query = query.order_by(columns.number)
    if through is not None:
        query = query.where(columns.at <= through)
    if acts is not None:
        query = query.where(columns.act.in_(tuple(acts)))
    elif dossiers is None:
        query = query.where(columns.act != Act.CONSULTED)
    return query


def _entry(store: Store, agreement: str, row: Row[*tuple[Any, ...]], keys: Mapping[int, bytes]) -> Entry:
    number, dossier, word, subject, month, at, by, stored = row
    name = f"Handeling {number} van '{agreement}'"
    try:
        act = Act(word)
    except ValueError:
        raise unknown_shape(store.place, name) from None
    key = keys.get(read_under(word, dossier))
    said: Any = None  # a `Later` where an `Entry` has its content
    if key is not None:
        clear = Clear(agreement, number, dossier, word, subject, month, at, by)
        said = Later(act, decrypt(key, stored, clear.as_bytes()), store.place, name)
    return StoredEntry(number, act, dossier or None, at, by, said, subject, month)


def _only_erased(store: Store, connection: Connection, agreement: str, unreadable: set[int]) -> None:
    """An act without its key is of a dossier that was erased, and not of one whose key just went."""
    if not unreadable:
        return
    erased = set(connection.scalars(_erased(agreement)))
    for number in sorted(unreadable - erased):
        message = f"Van dossier {number} van '{agreement}' is de sleutel weg, en het is niet gewist."
        raise refusal("boek-beschadigd", store.place, message)


def _erased(agreement: str) -> Select[Any]:
    return select(entry.c.dossier).where(entry.c.agreement == agreement, entry.c.act == Act.ERASED)


def erased_in(connection: Connection, agreement: str) -> Iterator[int]:
    """The dossiers of a book that were erased."""
    return iter(connection.scalars(_erased(agreement)))
