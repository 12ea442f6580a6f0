"""What the pages about months show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from soco_rules.compiler.program import compile_in_force
from soco_rules.diagnostics import has_errors
from soco_rules.explain.account import outcome_text
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Intake
from soco_rules.model.values import iso_day
from soco_rules.model.workspace import Workspace
from soco_rules.settling.asked import Asked
from soco_rules.settling.asked import what_is_asked
from soco_rules.settling.members import members_of
from soco_rules.settling.month import Settled
from soco_rules.settling.month import month_in_words
from soco_rules.settling.month import settled_of

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
    """One besluit about one member in a month."""

    dossier: int
    name: str
    besluit: str
    outcome: str
    is_adopted: bool
    questions: tuple[str, ...]


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


def rows_of(settled: Settled) -> tuple[Row, ...]:
    """Every besluit of a month, in the order of the book."""
    return tuple(
        Row(
            dossier=member.number,
            name=member.name,
            besluit=result.decision.title,
            outcome=_outcome(result.decided),
            is_adopted=result.adopted is not None,
            questions=tuple(missing.question for missing in result.decision.missing),
        )
        for member, results in settled.each()
        for result in results.values()
    )


def _outcome(decided: Decision | Adoption) -> str:
    decision = decided.effective if isinstance(decided, Adoption) else decided
    if decision.outcome is None or decision.outcome_kind is None:
        return "nog niet bekend"
    return outcome_text(decision.outcome, decision.outcome_kind)
