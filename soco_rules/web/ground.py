"""What every page stands on: the rules as they are written now, and the dossiers."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from functools import lru_cache
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Annotated

from fastapi import Depends
from fastapi import FastAPI
from fastapi import Request
from fastapi.responses import Response

from soco_rules.catalogue import finding
from soco_rules.decide import SecondCalculator
from soco_rules.decide import in_process
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.consulting import OVERVIEW
from soco_rules.dossiers.counting import Counted
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import counted_at
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.others import Kept
from soco_rules.dossiers.others import Others
from soco_rules.dossiers.others import ready
from soco_rules.dossiers.store import Ledger
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import StoreError
from soco_rules.dossiers.store import consult
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import viewing
from soco_rules.dossiers.store import writing
from soco_rules.facts import Dates
from soco_rules.files import written_in
from soco_rules.model.dossier import Book
from soco_rules.model.workspace import RuleFiles
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import RULE_FOLDERS
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.parser.workspace import template_folders
from soco_rules.web.faults import fault
from soco_rules.web.log import log_refusal
from soco_rules.web.people import Person
from soco_rules.web.settings import Settings


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a page gets what it shows. `rules` gives the rule files as they are now, read again when one changed.

    `second` is how the second calculator is run: a server has it in processes of their own.
    """

    settings: Settings
    store: Store | None
    rules: Callable[[], RuleFiles]
    second: SecondCalculator
    kept: Kept = field(default_factory=Kept)

    @property
    def templates(self) -> tuple[Path, ...]:
        """Where letters are looked for."""
        return template_folders(self.settings.root)

    @property
    def dossiers(self) -> Store:
        """The store of dossiers.

        Raises:
            StoreError: this desk has none.
        """
        if self.store is None:
            raise StoreError(_without_store())
        return self.store

    def book(self, agreement: str, person: Person, purpose: str = OVERVIEW) -> Book:
        """The book of an agreement, for a page that names people of it; that and why it is read is recorded first.

        Raises:
            StoreError: it cannot be read, or the reading not be recorded.
        """
        consult(self.dossiers, agreement, person.name, purpose)
        return read_book(self.dossiers, agreement)

    def desk(self, agreement: str, besluit: str, dates: Dates) -> tuple[Desk | None, tuple[Diagnostic, ...]]:
        """The desk for a besluit by the rules of now, or why there is none; it is kept while no rule file changes.

        Who asks for a desk that somebody else is making waits for that one, and for no other.
        """
        workspace = self.rules().workspace
        with _FINDING:
            place = _place(workspace, agreement, besluit, dates, self.second)
        return place.desk()

    def others(self, agreement: str, desk: Desk) -> Others | None:
        """What a desk counts over a book, as of now: before a book is locked, so that it need not be counted then.

        Raises:
            StoreError: the book cannot be read.
        """
        return self.kept.now(self.dossiers, agreement, desk)

    def ready(self, agreement: str, number: int, desk: Desk, book: Book | None = None) -> Counted:
        """A book with one dossier, ready to decide on at a desk; see `dossiers.others.ready`.

        With `book`, which was just read, it is not read again, unless it must be as old as what is counted of others.

        Raises:
            StoreError: the book cannot be read.
        """
        if book is not None and not desk.asks_others:
            return counted_at(desk, book)
        others = self.others(agreement, desk)
        with viewing(self.dossiers, agreement) as view:
            return ready(view, desk, number, others)

    @contextmanager
    def writing(self, agreement: str, person: Person) -> Iterator[Ledger]:
        """The book of an agreement for one writer, as `dossiers.store.writing`, who is named in every act."""
        with writing(self.dossiers, agreement, person.name) as ledger:
            yield ledger


_ABOUT_PLACE = ("opslag-", "sleutels-")
_LATER = (
    "Probeer het over een minuut opnieuw, en kijk dan eerst of wat u net invulde er al staat. "
    "Blijft het misgaan, meld dan aan de beheerder het kenmerk hieronder."
)


_Made = tuple[Desk | None, tuple[Diagnostic, ...]]


@dataclass(slots=True)
class _Place:
    """Where a desk is kept once it was made, or why there is none."""

    make: Callable[[], _Made]
    lock: Lock = field(default_factory=Lock)
    made: _Made | None = None

    def desk(self) -> _Made:
        with self.lock:
            if self.made is None:
                self.made = self.make()
            return self.made


_FINDING = Lock()


@lru_cache(maxsize=128)
def _place(
    workspace: Workspace, agreement: str, besluit: str, dates: Dates, second: SecondCalculator
) -> _Place:
    return _Place(partial(desk_for, workspace, agreement, besluit, dates, second=second))


def ground_for(settings: Settings, second: SecondCalculator = in_process) -> Ground:
    """The ground of a desk that is set up like this.

    Raises:
        StoreError: the dossiers cannot be opened.
    """
    store = None
    if settings.dossiers is not None and settings.keys is not None:
        store = open_store(settings.dossiers, settings.keys)
    return Ground(settings, store, _as_written(settings.root), second)


def ground_of(request: Request) -> Ground:
    """The ground of the desk that a request is sent to."""
    ground: Ground = request.app.state.ground
    return ground


Here = Annotated[Ground, Depends(ground_of)]


def add_ground_faults(app: FastAPI) -> None:
    """Give an application its answer for when the dossiers cannot be reached, beside those of `add_faults`."""
    app.add_exception_handler(StoreError, _without_dossiers)


def _without_dossiers(request: Request, error: Exception) -> Response:
    assert isinstance(error, StoreError)
    log_refusal(request, "opslag", **said_of(error))
    away = "De dossiers zijn nu niet te bereiken"
    settings: Settings = request.app.state.settings
    is_shown = settings.is_local or settings.dossiers is None
    if is_shown or not all(map(_is_about_place, error.diagnostics)):
        return fault(request, 503, away, "", *error.diagnostics)
    return fault(request, 503, away, _LATER)


def said_of(error: StoreError) -> dict[str, str]:
    """What a log tells of a store that refuses: its codes, and the message of those that name no dossier."""
    about_place = [found.message for found in error.diagnostics if _is_about_place(found)]
    return {"soort": str(error), "waarom": " ".join(about_place)}


def _is_about_place(found: Diagnostic) -> bool:
    """Whether a finding is about where dossiers are kept: for who runs the desk, and not for who works at it."""
    return found.code.startswith(_ABOUT_PLACE)


def _as_written(root: Path) -> Callable[[], RuleFiles]:
    """The rule files of a workspace, read again only when one of them changed."""
    lock = Lock()
    seen, now = written_in(root, RULE_FOLDERS), RuleFiles(*load_workspace(root, shipped_root()))

    def current() -> RuleFiles:
        nonlocal seen, now
        with lock:
            if (found := written_in(root, RULE_FOLDERS)) != seen:
                seen, now = found, RuleFiles(*load_workspace(root, shipped_root()))
            return now

    return current


def _without_store() -> Diagnostic:
    message = "Bij deze werkplek horen geen dossiers."
    remedy = "start soco met --opslag en --sleutels, of met SOCO_DOSSIERS en SOCO_SLEUTELS"
    return finding("opslag-ontbreekt", Span("dossiers"), message, remedy=remedy)
