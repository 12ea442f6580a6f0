"""Writing in a book: one writer at a time, everything or nothing, each act linked to the one before."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import contextmanager
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import datetime
from datetime import timedelta

from sqlalchemy import Connection
from sqlalchemy import bindparam
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from soco_rules.dossiers.bsn import is_bsn
from soco_rules.dossiers.chain import Clear
from soco_rules.dossiers.chain import Head
from soco_rules.dossiers.chain import Link
from soco_rules.dossiers.chain import as_text
from soco_rules.dossiers.chain import beginning
from soco_rules.dossiers.chain import digest
from soco_rules.dossiers.keys import bsn_index
from soco_rules.dossiers.keys import file_digest
from soco_rules.dossiers.keys import is_sealed
from soco_rules.dossiers.keys import new_data_key
from soco_rules.dossiers.keys import seal
from soco_rules.dossiers.keys import wrap
from soco_rules.dossiers.store.connect import Store
from soco_rules.dossiers.store.connect import changing
from soco_rules.dossiers.store.contents import BOOK
from soco_rules.dossiers.store.contents import data_keys
from soco_rules.dossiers.store.contents import encoded
from soco_rules.dossiers.store.contents import owner
from soco_rules.dossiers.store.contents import read_under
from soco_rules.dossiers.store.errors import refusal
from soco_rules.dossiers.store.tables import book
from soco_rules.dossiers.store.tables import data_key
from soco_rules.dossiers.store.tables import entry
from soco_rules.dossiers.store.view import View
from soco_rules.model.dossier import CONTENT
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import Erased
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person

_ACTS = {kind: act for act, kind in CONTENT.items()}
_SLACK = timedelta(minutes=5)
"""Clocks of two machines may differ so much; a moment is then stamped as the one before."""


@dataclass(slots=True)
class Ledger:
    """A book while it is locked; what is appended is kept when the writing ends well."""

    store: Store
    connection: Connection
    by: str
    head: Head
    last_at: str
    keys: dict[int, bytes] = field(default_factory=dict, repr=False)
    erased: set[int] = field(default_factory=set)
    explained: set[int | None] = field(default_factory=set)

    @property
    def view(self) -> View:
        """The book to read in, with what was appended here."""
        return View(self.store, self.connection, self.head.agreement)

    def book(self, *, dossiers: Iterable[int] | None = None, acts: Collection[Act] | None = None) -> Book:
        """As `read.read_book`: the book as it is now, with what was appended here; with `acts` only those kinds."""
        chosen = None if dossiers is None else tuple(dossiers)
        return self.view.book(dossiers=chosen, acts=acts)

    def file_digest(self, content: bytes) -> str:
        """What recognises a file in this book (`Intake.digest`), without telling anything of it."""
        return file_digest(self._book_key(), content)

    def open_dossier(self) -> int:
        """The number of a new dossier, with a key of its own. That it was opened is an act to append."""
        number = self.head.last_dossier + 1
        self.keys[number] = _with_key(self.store, self.connection, self.head.agreement, number)
        self.head = replace(self.head, last_dossier=number)
        return number

    def append(self, drafts: Sequence[Draft]) -> tuple[Entry, ...]:
        """Number, link and encrypt some acts, in their order, and stamp them with one moment.

        Raises:
            StoreError: a dossier that does not exist or was erased, a BSN that cannot be one, a clock that is behind.
        """
        if not drafts:
            return ()
        self._check(drafts)
        at = self._moment()
        links = tuple(self._linked(drafts, at))
        self.connection.execute(insert(entry), [_row(link) for link in links])
        self._index(drafts)
        self.explained |= {draft.dossier for draft in drafts if isinstance(draft.content, Erased)}
        self.last_at = at
        self.head = replace(self.head, number=links[-1].number, digest=links[-1].digest)
        return tuple(_entry(draft, link.clear) for draft, link in zip(drafts, links, strict=True))

    def erase(self, number: int) -> None:
        """Destroy the key of a dossier: nobody can read its acts any more, and the chain still proves them.

        Why is an act to append in the same writing (`Erased`); it is under the key of the book and stays readable.

        Raises:
            StoreError: the dossier does not exist or was erased.
        """
        self._check([Draft(Opened(), number)])
        here = (data_key.c.agreement == self.head.agreement, data_key.c.dossier == number)
        self.connection.execute(delete(data_key).where(*here))
        del self.keys[number]
        self.erased.add(number)

    def _linked(self, drafts: Sequence[Draft], at: str) -> Iterator[Link]:
        before = self.head.digest
        for number, draft in enumerate(drafts, start=self.head.number + 1):
            act, dossier = _ACTS[type(draft.content)], draft.dossier or BOOK
            clear = Clear(self.head.agreement, number, dossier, act, draft.subject, draft.month, at, self.by)
            beside = clear.as_bytes()
            content = encoded(draft.content, self.keys[read_under(act, dossier)], beside)
            link = Link(clear, content, before, digest(before, beside, content))
            before = link.digest
            yield link

    def _check(self, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            if isinstance(draft.content, Person) and not _has_good_numbers(draft.content):
                message = f"Een burgerservicenummer bij dossier {draft.dossier} voldoet niet aan de elfproef."
                raise refusal("bsn", self.store.place, message)
        named = {draft.dossier for draft in drafts if draft.dossier is not None}
        unknown = {number for number in named if not 0 < number <= self.head.last_dossier}
        needed = {read_under(_ACTS[type(draft.content)], draft.dossier or BOOK) for draft in drafts} - unknown
        self._know(needed - self.keys.keys())
        for number in sorted(unknown | (needed - self.keys.keys())):
            code, what = (
                ("onbekend-dossier", "bestaat niet") if number in unknown else ("dossier-gewist", "is gewist")
            )
            raise refusal(code, self.store.place, f"Dossier {number} van '{self.head.agreement}' {what}.")

    def _know(self, dossiers: Collection[int]) -> None:
        if dossiers:
            self.keys |= data_keys(self.connection, self.store.keys, self.head.agreement, dossiers)

    def _moment(self) -> str:
        """Now, and never before the act before: what was known at a moment is what stands above it in the book."""
        now = self.store.now()
        if now >= self.last_at:
            return now
        if datetime.fromisoformat(self.last_at) - datetime.fromisoformat(now) > _SLACK:
            message = f"De klok staat op {now}, en de laatste handeling van '{self.head.agreement}' is van {self.last_at}."
            raise refusal("opslag-klok", self.store.place, message)
        return self.last_at

    def _index(self, drafts: Sequence[Draft]) -> None:
        """Make a person findable by the newest BSN of a dossier."""
        persons = {draft.dossier: draft.content for draft in drafts if isinstance(draft.content, Person)}
        if not persons:
            return
        book_key = self._book_key()
        here = (data_key.c.agreement == self.head.agreement, data_key.c.dossier == bindparam("of"))
        self.connection.execute(
            update(data_key).where(*here).values(bsn_index=bindparam("found")),
            [
                {"of": dossier, "found": None if person.bsn is None else bsn_index(book_key, person.bsn)}
                for dossier, person in persons.items()
            ],
        )

    def _book_key(self) -> bytes:
        self._know({BOOK} - self.keys.keys())
        return self.keys[BOOK]


@contextmanager
def writing(store: Store, agreement: str, by: str) -> Iterator[Ledger]:
    """A book for one writer: others wait. Leaving it well keeps everything, an exception nothing.

    Raises:
        StoreError: the book is not as it was left, it stays locked too long, or the database refuses.
    """
    with changing(store.engine, store.place) as connection:
        ledger = _locked(store, connection, agreement, by)
        before = ledger.head
        yield ledger
        assert ledger.erased == ledger.explained, "a dossier is erased together with the act that says why"
        if ledger.head != before:
            connection.execute(
                update(book).where(book.c.agreement == agreement).values(**sealed(store, ledger.head))
            )
    if ledger.erased:
        _forget(store)


def sealed(store: Store, head: Head) -> dict[str, object]:
    """The columns of a book for a head, sealed with the current key."""
    return {
        "head_number": head.number,
        "head_digest": head.digest,
        "last_dossier": head.last_dossier,
        "head_seal": seal(store.keys, store.keys.current, as_text(head)),
        "seal_key": store.keys.current,
    }


def _has_good_numbers(person: Person) -> bool:
    return all(map(is_bsn, filter(None, (person.bsn, person.partner_bsn))))


def _row(link: Link) -> dict[str, object]:
    stored = {"content": link.content, "previous": link.previous, "digest": link.digest}
    return {**link.clear._asdict(), **stored, "act": str(link.clear.act)}


def _entry(draft: Draft, clear: Clear) -> Entry:
    return Entry(
        clear.number,
        _ACTS[type(draft.content)],
        draft.dossier,
        clear.at,
        clear.by,
        draft.content,
        draft.subject,
        draft.month,
    )


def _locked(store: Store, connection: Connection, agreement: str, by: str) -> Ledger:
    query = select(book).where(book.c.agreement == agreement).with_for_update()
    row = connection.execute(query).one_or_none()
    if row is None:
        _open(store, connection, agreement)
        row = connection.execute(query).one()
    head = Head(agreement, row.head_number, row.head_digest, row.last_dossier, row.opened_at)
    last = connection.execute(
        select(entry.c.number, entry.c.digest, entry.c.at)
        .where(entry.c.agreement == agreement)
        .order_by(entry.c.number.desc())
        .limit(1)
    ).one_or_none()
    ending = (0, beginning(agreement)) if last is None else (last.number, last.digest)
    is_ours = is_sealed(store.keys, row.seal_key, as_text(head), row.head_seal)
    if ending != (head.number, head.digest) or not is_ours:
        message = f"Het einde van het boek '{agreement}' is niet zoals het is achtergelaten."
        raise refusal("boek-beschadigd", store.place, message)
    return Ledger(store, connection, by, head, "" if last is None else last.at)


def _open(store: Store, connection: Connection, agreement: str) -> None:
    """A new book; on PostgreSQL somebody else may just have opened it."""
    at = store.now()
    head = Head(agreement, 0, beginning(agreement), 0, at)
    values = {"agreement": agreement, "opened_at": at, **sealed(store, head)}
    made = insert(book).values(**values)
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - much to load for who has a file

        made = postgresql.insert(book).values(**values).on_conflict_do_nothing()
    if connection.execute(made.returning(book.c.agreement)).first() is not None:
        _with_key(store, connection, agreement, BOOK)


def _with_key(store: Store, connection: Connection, agreement: str, dossier: int) -> bytes:
    made = new_data_key()
    connection.execute(
        insert(data_key).values(
            agreement=agreement,
            dossier=dossier,
            wrapped=wrap(store.keys, made, owner(agreement, dossier)),
            kek=store.keys.current,
        )
    )
    return made


def _forget(store: Store) -> None:
    """Leave no erased key in the files of the database.

    That it was erased is through already: where somebody else is reading, a later erasing does this, or the server.
    """
    with suppress(DBAPIError, sqlite3.Error), store.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM data_key")
