"""A book as it is at one moment, whatever others write meanwhile: what it holds, and what came since an earlier one."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import select

from soco_rules.dossiers.store.connect import Store
from soco_rules.dossiers.store.connect import reading
from soco_rules.dossiers.store.contents import BOOK
from soco_rules.dossiers.store.read import book_of
from soco_rules.dossiers.store.tables import entry
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a book stood: its last act, and the digest of that act."""

    number: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class View:
    """A book to read in; in a `Ledger` with what was appended there."""

    store: Store
    connection: Connection
    agreement: str

    def book(
        self,
        *,
        dossiers: Collection[int] | None = None,
        through: str | None = None,
        acts: Collection[Act] | None = None,
    ) -> Book:
        """As `read.read_book`."""
        return book_of(
            self.store, self.connection, self.agreement, dossiers=dossiers, through=through, acts=acts
        )

    def mark(self) -> Mark | None:
        """Where the book stands; None where nothing was ever written in it."""
        here, last = entry.c.agreement == self.agreement, entry.c.number.desc()
        query = select(entry.c.number, entry.c.digest).where(here).order_by(last).limit(1)
        row = self.connection.execute(query).one_or_none()
        return None if row is None else Mark(row.number, row.digest)

    def holds(self, mark: Mark) -> bool:
        """Whether this is the book in which a mark was set; it is not after an older copy was put back."""
        here = (entry.c.agreement == self.agreement, entry.c.number == mark.number)
        return self.connection.scalar(select(entry.c.digest).where(*here)) == mark.digest

    def touched(self, since: int, acts: Collection[Act]) -> tuple[int, ...]:
        """The dossiers in which some kinds of act were done after the act of this number."""
        here = (entry.c.agreement == self.agreement, entry.c.number > since, entry.c.dossier != BOOK)
        query = select(entry.c.dossier).distinct().where(*here, entry.c.act.in_(tuple(acts)))
        return tuple(self.connection.scalars(query))

    def last_act(self, dossier: int) -> int:
        """The number of the last act in a dossier but for those that only say who looked; 0 without any."""
        return self._last(entry.c.dossier == dossier, entry.c.act != Act.CONSULTED)

    def has(self, dossier: int, act: Act) -> bool:
        """Whether this was ever done in a dossier."""
        return self._last(entry.c.dossier == dossier, entry.c.act == act) > 0

    def last_at(self, moment: str) -> int:
        """The number of the last act through a moment; 0 where there was none yet."""
        here = (entry.c.agreement == self.agreement, entry.c.at <= moment)
        query = select(entry.c.number).where(*here).order_by(entry.c.number.desc()).limit(1)
        return self.connection.scalar(query) or 0

    def known_through(self, moment: str | None = None) -> str:
        """The moment of the last act (through `moment`) but for those that only say who looked; empty without any."""
        here = [entry.c.agreement == self.agreement, entry.c.act != Act.CONSULTED]
        if moment is not None:
            here.append(entry.c.at <= moment)
        query = select(entry.c.at).where(*here).order_by(entry.c.number.desc()).limit(1)
        return self.connection.scalar(query) or ""

    def _last(self, *of: ColumnElement[bool]) -> int:
        # by a sum, so that SQLite finds a dossier by its index and does not walk through all acts
        query = select(entry.c.number).where(entry.c.agreement == self.agreement, *of)
        return self.connection.scalar(query.order_by((entry.c.number + 0).desc()).limit(1)) or 0


@contextmanager
def viewing(store: Store, agreement: str) -> Iterator[View]:
    """A book as it is now.

    Raises:
        StoreError: it cannot be read.
    """
    with reading(store) as connection:
        yield View(store, connection, agreement)
