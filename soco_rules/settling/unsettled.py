"""The months of a cooperative that are over and not settled of everybody, and how it stands with each of them."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from soco_rules.compiler.decisions import settled
from soco_rules.compiler.layers import Stack
from soco_rules.compiler.layers import stack_layers
from soco_rules.compiler.versions import as_adopted
from soco_rules.compiler.versions import version_in_force
from soco_rules.dossiers.deciding import is_settled
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.lifecycle import held_in
from soco_rules.dossiers.moves import timeline
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.present import person_of
from soco_rules.dossiers.present import reopened_of
from soco_rules.dossiers.present import returned_proposals
from soco_rules.dossiers.reopening import DeskOn
from soco_rules.facts import Dates
from soco_rules.facts import first_of_month
from soco_rules.facts import last_of_month
from soco_rules.model.agreement import DecisionType
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Intake
from soco_rules.model.values import iso_day
from soco_rules.model.values import month_in_words
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace


class Waits(StrEnum):
    """What a member still waits for in a month, the furthest from settled first."""

    NOTHING = "zonder voorstel"
    BACK = "teruggegeven"
    REOPENED = "heropend"
    ASKS = "waarbij nog iets nodig is"
    PROPOSED = "vast te stellen"


@dataclass(frozen=True, slots=True)
class OpenMonth:
    """A month that is over and not settled of every member.

    `waiting` has by dossier what it waits for, `settled` how many members wait for nothing. `files` are those that were
    booked. `has_rules` tells whether the agreement says anything of this month: else nobody can be settled.
    """

    month: int
    waiting: Mapping[int, Waits]
    settled: int
    files: tuple[str, ...]
    has_rules: bool = True

    @property
    def title(self) -> str:
        """Such as `oktober 2026`."""
        return month_in_words(self.month)

    @property
    def key(self) -> str:
        """Such as `2026-10`."""
        return iso_day(self.month)[:7]

    def in_words(self, seen: Collection[int]) -> str:
        """How it stands, for who may know of these dossiers what they wait for."""
        if not self.has_rules:
            return "voor deze maand zijn er geen regels"
        many = len(self.waiting) + self.settled
        members = f"{many} {'lid' if many == 1 else 'leden'}"
        if not self.files and {*self.waiting.values()} == {Waits.NOTHING} and not self.settled:
            return f"nog niets geboekt, voor {members}"
        known = [waits for number, waits in self.waiting.items() if number in seen]
        counted = [f"{known.count(waits)} {waits}" for waits in Waits if waits in known]
        others = len(self.waiting) - len(known)
        told = ", ".join((*counted, *((f"{others} bij een ander",) if others else ())))
        booked = "" if self.files else "geen bestand geboekt; "
        return f"{booked}{self.settled} van {members} verrekend; nog {told}"


def since(workspace: Workspace, book: Book, on: int) -> int | None:
    """The first day of the first month of which a book can tell that there was something to settle.

    None where no month is over since then, and where the agreement settles none.
    """
    stack = _rules_on(workspace, book.agreement, on)
    if stack is None or not settled(stack):
        return None
    every = [*_booked_months(book), *(begun for _, begun in _begun(stack, book))]
    first = min(every, default=None)
    return None if first is None or last_of_month(first) > on else first


def unsettled(workspace: Workspace, book: Book, on: int, desk_on: DeskOn) -> Iterator[OpenMonth]:
    """Each month that is over on a day and not settled of everybody, the first month first.

    A member counts from the month in which he came to have a stand that is settled, or in which his dossier was opened
    with it, and in months of which the dossier holds anything. Whom no besluit is about waits for nothing.
    """
    month = since(workspace, book, on)
    if month is None:
        return
    every = tuple(_Known.of(dossier) for dossier in book.dossiers.values() if _is_somebody(dossier))
    looking = _Looking(workspace, book, on, desk_on, every)
    while last_of_month(month) <= on:
        if (found := looking.month(month)) is not None:
            yield found
        month = last_of_month(month) + 1


def _is_somebody(dossier: Dossier) -> bool:
    return not is_erased(dossier) and person_of(dossier) is not None


@lru_cache(
    maxsize=256
)  # a list of months asks for it again with every page, and a workspace equals itself only
def _rules_on(workspace: Workspace, reference: str, on: int) -> Stack | None:
    held = as_adopted(workspace)
    version = version_in_force(held.agreements.get(reference, ()), on)
    return None if version is None else stack_layers(held, version, on)[0]


def _states(stack: Stack) -> frozenset[str]:
    return frozenset(state for besluit in settled(stack) for state in besluit.states_from)


def _begun(stack: Stack, book: Book) -> Iterator[tuple[int, int]]:
    """Each dossier with the first day of the month from which it counts."""
    states = _states(stack)
    for dossier in book.dossiers.values():
        if _is_somebody(dossier):
            opened = parse_date(dossier.entries[0].at[:10])
            held = [
                day or opened
                for day, state in timeline(dossier, stack.states) or ((0, ""),)
                if not states or state in states
            ]
            if held:
                yield dossier.number, first_of_month(min(held))


def _booked_months(book: Book) -> Iterator[int]:
    """The months of which anything was booked or decided."""
    of_book = (entry.content for entry in book.entries)
    yield from (parse_date(each.month) for each in of_book if isinstance(each, Intake))
    for dossier in book.dossiers.values():
        yield from (parse_date(entry.month) for entry in dossier.entries if entry.month is not None)


_Key = tuple[str, str | None]
"""A besluit and the first day of the month that it is about."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What a dossier holds of besluiten about months, read once for all of them.

    `proposed` has what a proposal waits for, None where it is that there is nothing to decide.
    """

    dossier: Dossier
    adopted: frozenset[_Key]
    reopened: frozenset[_Key]
    proposed: Mapping[_Key, Waits | None]

    @classmethod
    def of(cls, dossier: Dossier) -> _Known:
        """A dossier, read."""
        standing = {(name, each.entry.month) for each in adopted_of(dossier) for name in each.besluiten}
        reopened = {(name, each.entry.month) for each, _ in reopened_of(dossier) for name in each.besluiten}
        proposed: dict[_Key, Waits | None] = {
            (each.proposal.subject or "", each.proposal.month): Waits.BACK
            for each in returned_proposals(dossier)
        }
        for waiting in open_proposals(dossier):
            proposed[waiting.entry.subject or "", waiting.entry.month] = _asks(waiting.proposed.decision)
        return cls(dossier, frozenset(standing), frozenset(reopened), proposed)

    def holds(self, month: str) -> bool:
        """Whether there is anything of a month."""
        return any(about == month for _, about in (*self.adopted, *self.proposed))

    def lacks(self, key: _Key) -> bool:
        """Whether there is nothing of a besluit and month."""
        return key not in self.adopted and key not in self.proposed

    def waits(self, key: _Key) -> Waits | None:
        """What a besluit and month of which there is something wait for; None where they wait for nothing.

        A proposal beside a decision that stands waits for nothing, unless that decision was reopened.
        """
        if key in self.adopted and key not in self.reopened:
            return None
        return self.proposed.get(key, Waits.REOPENED)


def _asks(decision: Decision) -> Waits | None:
    if decision.status is DecisionStatus.NOT_APPLICABLE:
        return None
    is_ready = is_settled(decision) and not (decision.missing or decision.requirements)
    return Waits.PROPOSED if is_ready else Waits.ASKS


@dataclass(frozen=True, slots=True)
class _Looking:
    """What is the same for every month that is looked at."""

    workspace: Workspace
    book: Book
    on: int
    desk_on: DeskOn
    every: tuple[_Known, ...]

    def month(self, month: int) -> OpenMonth | None:
        """How a month stands; None where nobody waits for anything."""
        stack = _rules_on(self.workspace, self.book.agreement, month)
        files = tuple(_files(self.book, month))
        if stack is None:
            return OpenMonth(month, {}, 0, files, has_rules=False)
        begun = dict(_begun(stack, self.book))
        counting = [
            each
            for each in self.every
            if begun.get(each.dossier.number, month + 1) <= month or each.holds(iso_day(month))
        ]
        if not files and not any(each.holds(iso_day(month)) for each in counting):
            return self._untouched(counting, stack, month)
        found = {each.dossier.number: self._waits(each, stack, month) for each in counting}
        waiting = {number: waits for number, waits in found.items() if waits is not None}
        return OpenMonth(month, waiting, len(found) - len(waiting), files) if waiting else None

    def _untouched(self, counting: Sequence[_Known], stack: Stack, month: int) -> OpenMonth | None:
        """A month of which there is nothing at all: on the list as soon as there is something to settle of one."""
        due = [each for each in counting if _fitting(each, stack, month)]
        has_work = any(
            self._is_about(each, one, month) for each in due for one in _fitting(each, stack, month)
        )
        waiting = {each.dossier.number: Waits.NOTHING for each in due}
        return OpenMonth(month, waiting, 0, ()) if has_work else None

    def _waits(self, known: _Known, stack: Stack, month: int) -> Waits | None:
        """What a member waits for the furthest, over the besluiten of the month."""
        fitting = {besluit.name for besluit in _fitting(known, stack, month)}
        found: list[Waits | None] = []
        for besluit in settled(stack):
            key = (besluit.name, iso_day(month))
            if not known.lacks(key):
                found.append(known.waits(key))
            elif besluit.name in fitting and self._is_about(known, besluit, month):
                found.append(Waits.NOTHING)
        return min(filter(None, found), key=tuple(Waits).index, default=None)

    def _is_about(self, known: _Known, besluit: DecisionType, month: int) -> bool:
        """Whether a besluit that nobody proposed is to be: False only where the rules say that it does not apply."""
        desk, _ = self.desk_on(besluit.name, Dates(month, self.on))
        prepared = propose_for(desk, self.book, known.dossier.number)[0] if desk else None
        return prepared is None or prepared.decision.status is not DecisionStatus.NOT_APPLICABLE


def _fitting(known: _Known, stack: Stack, month: int) -> tuple[DecisionType, ...]:
    """The besluiten for who had these standen in a month; none for who is not settled at all."""
    states, held = _states(stack), held_in(known.dossier, stack.states, Dates(month, month))
    if states and states.isdisjoint(held):
        return ()
    return tuple(
        each for each in settled(stack) if not each.states_from or held.intersection(each.states_from)
    )


def _files(book: Book, month: int) -> Iterator[str]:
    """The files that were booked of a month."""
    of_book = (entry.content for entry in book.entries)
    yield from (each.name for each in of_book if isinstance(each, Intake) and each.month == iso_day(month))
