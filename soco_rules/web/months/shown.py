"""What the pages about months show."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from soco_rules.compiler.program import compile_in_force
from soco_rules.diagnostics import has_errors
from soco_rules.dossiers.deciding import is_settled
from soco_rules.explain.account import decided_text
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Intake
from soco_rules.model.program import Program
from soco_rules.model.values import iso_day
from soco_rules.model.values import month_in_words
from soco_rules.model.workspace import Workspace
from soco_rules.settling.asked import Asked
from soco_rules.settling.asked import what_is_asked
from soco_rules.settling.members import Member
from soco_rules.settling.members import members_of
from soco_rules.settling.month import Result
from soco_rules.settling.month import Settled
from soco_rules.settling.month import settled_of
from soco_rules.web.access.opening import whose_in_words
from soco_rules.web.months.needed import Need
from soco_rules.web.months.needed import needs_of
from soco_rules.web.months.needed import obstacles_of
from soco_rules.web.months.needed import path_of

BACK = 12
"""How many months the list goes back."""


@dataclass(frozen=True, slots=True)
class MonthShown:
    """A month in the list: how many members it is about, of how many all besluiten were adopted, which files came."""

    key: str
    title: str
    due: int
    settled: int
    files: tuple[str, ...]

    @property
    def in_words(self) -> str:
        """How it stands."""
        if self.due == 0:
            return "niemand om te verrekenen"
        if self.settled == self.due:
            return "verrekend"
        return f"{self.settled} van {self.due} {'lid' if self.due == 1 else 'leden'} verrekend"


@dataclass(frozen=True, slots=True)
class Row:
    """One besluit about one member in a month. Of a dossier of somebody else there is no name and no outcome.

    `where` is the page of the besluit; `needs` and `obstacles` are what stands between it and adoption.
    """

    dossier: int
    besluit: str
    how: str
    is_ready: bool
    whose: str = ""
    name: str = ""
    outcome: str = ""
    where: str = ""
    needs: tuple[Need, ...] = ()
    obstacles: tuple[str, ...] = ()


def monthly_in(workspace: Workspace, reference: str, on: int) -> Asked | None:
    """What the settlement of an agreement asks on a day; None where it knows none, or its rules have errors."""
    compiled, findings = compile_in_force(workspace, reference, on)
    if compiled is None or has_errors(findings):
        return None
    asked = what_is_asked(compiled)
    return asked if asked.programs else None


def month_of(key: str) -> int | None:
    """The day number of the first day of a month such as `2026-10`; None for what is no month."""
    try:
        return date.fromisoformat(f"{key}-01").toordinal() if len(key) == 7 else None
    except ValueError:
        return None


def key_of(month: int) -> str:
    """A month as addresses have it, such as `2026-10`."""
    return iso_day(month)[:7]


def months_before(day: int) -> Iterator[int]:
    """The first days of the months before the month of a day, the newest first."""
    first = date.fromordinal(day).replace(day=1)
    for _ in range(BACK):
        first = date.fromordinal(first.toordinal() - 1).replace(day=1)
        yield first.toordinal()


def month_shown(book: Book, asked: Asked, month: int) -> MonthShown:
    """How a month stands."""
    members = members_of(book, asked.compiled.stack.states, month)
    due = [number for number, member in members.every.items() if member.is_due(asked.states)]
    results = settled_of(book, asked, members, month).results
    done = sum(
        number in results and all(each.adopted is not None for each in results[number].values())
        for number in due
    )
    return MonthShown(key_of(month), month_in_words(month), len(due), done, _files(book, month))


def _files(book: Book, month: int) -> tuple[str, ...]:
    intakes = (entry.content for entry in book.entries)
    return tuple(
        intake.name for intake in intakes if isinstance(intake, Intake) and intake.month == iso_day(month)
    )


def rows_of(settled: Settled, book: Book, seen: Collection[int]) -> tuple[Row, ...]:
    """Every besluit of a month, in the order of the book; `seen` are the dossiers that may be shown."""
    programs = {program.decision.name: program for program in settled.asked.programs}
    return tuple(
        _row(settled, member, result, programs[name])
        if member.number in seen
        else _closed(book.dossiers[member.number], result)
        for member, results in settled.each()
        for name, result in results.items()
    )


def _row(settled: Settled, member: Member, result: Result, program: Program) -> Row:
    where = path_of(settled.agreement, member.number, program.decision.name, key_of(settled.month))
    return Row(
        dossier=member.number,
        besluit=result.decision.title,
        how=_how(result),
        is_ready=_is_ready(result),
        name=member.name,
        outcome=_outcome(result.decided),
        where=where,
        needs=tuple(needs_of(result.decision, program, where)) if result.adopted is None else (),
        obstacles=tuple(obstacles_of(result.decision)) if result.adopted is None else (),
    )


def _closed(dossier: Dossier, result: Result) -> Row:
    whose = whose_in_words(dossier)
    return Row(dossier.number, result.decision.title, _how(result), _is_ready(result), whose)


def _how(result: Result) -> str:
    if result.adopted is not None:
        return "vastgesteld"
    return "voorstel" if _is_ready(result) else "voorstel, er is nog iets nodig"


def _is_ready(result: Result) -> bool:
    if result.adopted is not None:
        return True
    return is_settled(result.decision) and not result.decision.missing and not result.decision.requirements


def _outcome(decided: Decision | Adoption) -> str:
    decision = decided.effective if isinstance(decided, Adoption) else decided
    if decision.outcome is None or decision.outcome_kind is None:
        return "nog niet bekend"
    return decided_text(decision)
