"""The books of dossiers at this desk: their rules, who is in them, and one dossier of them."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from functools import lru_cache
from threading import Lock

from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_last
from soco_rules.compiler.versions import as_adopted
from soco_rules.dossiers.consulting import OVERVIEW
from soco_rules.dossiers.deciding import dossier_in
from soco_rules.dossiers.directory import Directory
from soco_rules.dossiers.directory import directory_of
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import consult
from soco_rules.dossiers.store import read_book
from soco_rules.model.agreement import Layer
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.workspace import Workspace
from soco_rules.web.access.opening import has
from soco_rules.web.faults import RefusedError
from soco_rules.web.ground import Ground
from soco_rules.web.people import Person

_WITH_MEMBERS = frozenset({Layer.AGREEMENT, Layer.SCHEME})


def references(workspace: Workspace) -> dict[str, str]:
    """The agreements that people take part in, with their titles, by their titles."""
    titles = {
        name: versions[-1].title
        for name, versions in as_adopted(workspace).agreements.items()
        if versions[-1].layer in _WITH_MEMBERS
    }
    return dict(sorted(titles.items(), key=lambda each: each[1]))


def title_of(workspace: Workspace, reference: str) -> str:
    """What the agreement of a book is called; a book can outlive its rule files, and has its reference then."""
    return references(workspace).get(reference, reference)


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


def book_for(ground: Ground, reference: str, number: int) -> Book:
    """A book with one dossier, for a page about that one; who may open it was looked at before.

    Raises:
        RefusedError: there is none of this number, or it was erased.
    """
    book = read_book(ground.dossiers, reference, dossiers=(number,))
    dossier_of(book, number)
    return book


def last_act(dossier: Dossier) -> int:
    """The last act of a dossier but for those that only say who looked."""
    return max(entry.number for entry in dossier.entries if entry.act is not Act.CONSULTED)


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


def members_of(ground: Ground, reference: str, person: Person | None = None) -> Directory:
    """Who is in a book now; only what changed since somebody asked is read.

    A person sees those that are open to him, and that he reads their names is recorded first; without one they are
    only counted.

    Raises:
        StoreError: it cannot be read, or the reading not be recorded.
    """
    store = ground.dossiers
    known = _kept(store.engine, reference).now(store, reference)
    if person is None:
        return known
    may_pick_up = ground.settings.may_pick_up
    lines = {
        number: line
        for number, line in known.lines.items()
        if has(person, line.whose, may_pick_up=may_pick_up)
    }
    if lines:
        consult(store, reference, person.name, OVERVIEW)
    return replace(known, lines=lines)
