"""The books of dossiers at this desk: their rules, who is in them, and one dossier of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_last
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import Findings
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import dossier_in
from soco_rules.dossiers.directory import Directory
from soco_rules.dossiers.directory import directory_of
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import read_dossier
from soco_rules.facts import Dates
from soco_rules.model.agreement import Layer
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.workspace import Workspace
from soco_rules.web.faults import RefusedError
from soco_rules.web.ground import Ground

_WITH_MEMBERS = frozenset({Layer.AGREEMENT, Layer.SCHEME})


def references(workspace: Workspace) -> dict[str, str]:
    """The agreements that people take part in, with their titles, by their titles."""
    titles = {
        name: versions[-1].title
        for name, versions in workspace.agreements.items()
        if versions[-1].layer in _WITH_MEMBERS
    }
    return dict(sorted(titles.items(), key=lambda each: each[1]))


def rules_of(ground: Ground, reference: str) -> Compiled:
    """The rules of an agreement today; of one that has ended, its last.

    Raises:
        RefusedError: there never were any.
    """
    compiled, findings = compile_last(ground.rules().workspace, reference, ground.settings.today())
    errors = tuple(found for found in findings if found.is_error)
    if compiled is None or errors:
        raise RefusedError(*errors, status=404)
    return compiled


def dossier_of(book: Book, number: int) -> Dossier:
    """A dossier of a book.

    Raises:
        RefusedError: there is none of this number, or it was erased.
    """
    dossier, findings = dossier_in(book, number)
    if dossier is None:
        raise RefusedError(*findings, status=404)
    return dossier


def book_of_one(ground: Ground, reference: str, number: int) -> Book:
    """A book with only one dossier, as it is now.

    Raises:
        RefusedError: there is none of this number, or it was erased.
    """
    found = read_dossier(ground.dossiers, reference, number)
    book = Book(reference, {} if found is None else {number: found})
    dossier_of(book, number)
    return book


@lru_cache(maxsize=128)
def desk_on(workspace: Workspace, reference: str, besluit: str, dates: Dates) -> tuple[Desk | None, Findings]:
    """The desk of a besluit, kept for as long as the rule files stay as they are."""
    return desk_for(workspace, reference, besluit, dates)


@dataclass(slots=True)
class _Kept:
    """The directory of one book as it was last read."""

    lock: Lock
    last: Directory | None = None

    def now(self, store: Store, reference: str) -> Directory:
        with self.lock:
            self.last = directory_of(store, reference, self.last)
            return self.last


@lru_cache(maxsize=256)
def _kept(_place: object, _reference: str) -> _Kept:
    return _Kept(Lock())


def members_of(store: Store, reference: str) -> Directory:
    """Who is in a book now; only what changed since somebody asked is read."""
    return _kept(store.engine, reference).now(store, reference)
