"""What the work list shows of one book."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.compiler.program import compile_in_force
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.dossiers.assigning import given_to
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.due import UNSENT
from soco_rules.dossiers.due import Due
from soco_rules.dossiers.due import due_in
from soco_rules.dossiers.moves import state_of
from soco_rules.dossiers.places import Places
from soco_rules.dossiers.places import Waiting
from soco_rules.dossiers.places import places_of
from soco_rules.dossiers.places import placing
from soco_rules.dossiers.places import waiting_states
from soco_rules.dossiers.present import adoptions
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.present import person_of
from soco_rules.dossiers.present import returned_proposals
from soco_rules.dossiers.voided import Voided
from soco_rules.dossiers.voided import voided_in
from soco_rules.facts import Dates
from soco_rules.model.agreement import DecisionType
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import month_in_words
from soco_rules.settling.unsettled import since
from soco_rules.settling.unsettled import unsettled
from soco_rules.web.access.opening import whose_in_words
from soco_rules.web.ground import Ground

AHEAD = 56
"""How many days ahead the work list looks, unless somebody asks for everything."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A day to watch as one row; `dossier` is None where it is about the agreement.

    `unsent` is the proposal of a decision of which has to be recorded that it was sent, `adopted_by` who adopted that.
    """

    day: str
    is_late: bool
    what: str
    why: str
    articles: str
    dossier: int | None
    name: str
    unsent: int | None = None
    adopted_by: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A dossier that a colleague put on one's desk, and that waits for a first act there."""

    dossier: int
    name: str
    by: str
    day: str
    reason: str


@dataclass(frozen=True, slots=True)
class Back:
    """A proposal that was given back, and that waits for a new one."""

    dossier: int
    name: str
    title: str
    by: str
    remark: str


@dataclass(frozen=True, slots=True)
class Again:
    """A proposal that the rules of now no longer carry, and that has to be done again; `path` is where."""

    path: str
    dossier: int
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Placing:
    """A besluit that gives a place: how many wait for one, and for whom of them there is one now.

    `unknown` counts those of whom the rules cannot tell yet whether there is a place: that is not the same as none.
    """

    name: str
    title: str
    waits: int
    free_for: tuple[int, ...]
    unknown: int


@dataclass(frozen=True, slots=True)
class MonthOpen:
    """A month that is over and not settled of everybody: its address, its name, how it stands and what was booked."""

    key: str
    title: str
    how: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BookShown:
    """One book: what was given, given back or must be done again, its days to watch, and what gives places.

    `months` are those to settle, `since` is the first month that was looked at; empty where nothing is settled.
    """

    agreement: str
    title: str
    watched: tuple[Watched, ...]
    later: int
    placing: tuple[Placing, ...]
    given: tuple[Given, ...] = ()
    returned: tuple[Back, ...] = ()
    again: tuple[Again, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    months: tuple[MonthOpen, ...] = ()
    since: str = ""


def book_shown(ground: Ground, book: Book, seen: Collection[int], *, by: str, everything: bool) -> BookShown:
    """What was given to somebody in a book, and the days to watch of the dossiers that he may see, late ones first.

    Those that lie far ahead are shown only where everything is asked.
    """
    on = ground.settings.today()
    compiled, findings = compile_in_force(ground.rules().workspace, book.agreement, on)
    given = tuple(_given(book, seen, by))
    if compiled is None or has_errors(findings):
        return BookShown(book.agreement, book.agreement, (), 0, (), given, findings=findings)
    due = [each for each in due_in(compiled.stack, book, on) if each.dossier is None or each.dossier in seen]
    near = [each for each in due if everything or each.day is None or each.day <= on + AHEAD]
    return BookShown(
        agreement=book.agreement,
        title=compiled.stack.lowest.title,
        watched=tuple(_watched(each, book, on) for each in near),
        later=len(due) - len(near),
        placing=tuple(
            _placing(ground, book, each, compiled.stack.states) for each in placing(compiled.stack)
        ),
        given=given,
        returned=tuple(_back(compiled.stack.decisions, book, seen)),
        again=tuple(
            _again(each, book) for each in voided_in(book, ground.rules().workspace) if each.dossier in seen
        ),
        months=tuple(_months(ground, book, seen)),
        since="" if (first := since(ground.rules().workspace, book, on)) is None else month_in_words(first),
    )


def _months(ground: Ground, book: Book, seen: Collection[int]) -> Iterator[MonthOpen]:
    """The months that wait for somebody whom one may see."""

    def desk_on(besluit: str, dates: Dates) -> tuple[Desk | None, tuple[Diagnostic, ...]]:
        return ground.desk(book.agreement, besluit, dates)

    for each in unsettled(ground.rules().workspace, book, ground.settings.today(), desk_on):
        if not each.has_rules or not each.waiting.keys().isdisjoint(seen):
            yield MonthOpen(each.key, each.title, each.in_words(seen), each.files)


def _placing(ground: Ground, book: Book, besluit: DecisionType, states: tuple[str, ...]) -> Placing:
    """A place that comes free has no day: without this nobody would hear of it who does not open the waiting list."""
    wait = waiting_states(besluit)
    waits = sum(state_of(each, states) in wait for each in book.dossiers.values() if not is_erased(each))
    today = ground.settings.today()
    desk = ground.desk(book.agreement, besluit.name, Dates(today, today))[0] if waits else None
    if desk is None:
        return Placing(besluit.name, besluit.title, waits, (), waits)
    waiting = places_of(desk, book).waiting
    free_for = tuple(each.dossier for each in waiting if each.is_next)
    return Placing(besluit.name, besluit.title, waits, free_for, sum(map(_is_unknown, waiting)))


def _is_unknown(waiting: Waiting) -> bool:
    return waiting.decision is None or waiting.decision.outcome is None


def _given(book: Book, seen: Collection[int], person: str) -> Iterator[Given]:
    for number in sorted(seen):
        dossier = book.dossiers[number]
        if (given := given_to(dossier, person)) is not None:
            entry, said = given
            day = encoded_as_dutch(entry.at[:10], Kind.DATE)
            yield Given(number, _name(dossier), entry.by, day, said.reason or "")


def _back(titles: Mapping[str, DecisionType], book: Book, seen: Collection[int]) -> Iterator[Back]:
    for number in sorted(seen):
        dossier = book.dossiers[number]
        for each in returned_proposals(dossier):
            name = each.proposal.subject or ""
            title = titles[name].title if name in titles else name
            yield Back(number, _name(dossier), title, each.entry.by, each.said.remark)


def _again(voided: Voided, book: Book) -> Again:
    number, entry = voided.dossier, voided.proposal.entry
    month = f"?maand={entry.month[:7]}" if entry.month else ""
    path = f"/dossiers/{book.agreement}/{number}/besluit/{entry.subject}{month}"
    return Again(path, number, _name(book.dossiers[number]), voided.proposal.proposed.decision.title)


def _name(dossier: Dossier) -> str:
    person = person_of(dossier)
    return person.name if person else ""


def _watched(due: Due, book: Book, on: int) -> Watched:
    unsent, adopted_by = _unsent(due, book)
    return Watched(
        day="nog niet bekend" if due.day is None else as_dutch(due.day, Kind.DATE),
        is_late=due.is_late(on),
        what=due.what,
        why=due.why,
        articles="; ".join(due.articles),
        dossier=due.dossier,
        name="" if due.dossier is None else _name(book.dossiers[due.dossier]),
        unsent=unsent,
        adopted_by=adopted_by,
    )


def _unsent(due: Due, book: Book) -> tuple[int | None, str]:
    """The proposal of a decision that nobody sent yet, and who adopted it: there it is recorded."""
    if due.what != UNSENT or due.dossier is None:
        return None, ""
    for entry, short in adoptions(book.dossiers[due.dossier]):
        if entry.number == due.number:
            return short.proposal, entry.by
    return None, ""


@dataclass(frozen=True, slots=True)
class PlacesShown:
    """The places of one besluit: what is counted beside its limit, who has which stand, and who waits in order.

    `names` has those of the dossiers that may be shown; `closed` says of the others with whom they are.
    """

    title: str
    places: Places
    names: Mapping[int, str]
    closed: Mapping[int, str]


def places_shown(
    ground: Ground, book: Book, besluit: str, seen: Collection[int]
) -> tuple[PlacesShown | None, tuple[Diagnostic, ...]]:
    """The places of a besluit today, or why they cannot be shown; `seen` are the dossiers that may be."""
    today = ground.settings.today()
    desk, findings = ground.desk(book.agreement, besluit, Dates(today, today))
    if desk is None:
        return None, findings
    places = places_of(desk, book)
    shown = frozenset(_shown_in(places))
    names = {number: _name(book.dossiers[number]) for number in shown & frozenset(seen)}
    closed = {number: whose_in_words(book.dossiers[number]) for number in shown - frozenset(seen)}
    return PlacesShown(desk.besluit.title, places, names, closed), ()


def _shown_in(places: Places) -> Iterable[int]:
    for numbers in places.by_state.values():
        yield from numbers
    yield from (each.dossier for each in places.waiting)
