"""What a month of a cooperative came to, read from its book: of each member each besluit of the settlement."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from soco_rules.decide import Calculators
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import open_proposals
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Role
from soco_rules.model.values import encode
from soco_rules.model.values import iso_day
from soco_rules.model.values import month_in_words
from soco_rules.model.values import parse_date
from soco_rules.replay import case_of
from soco_rules.settling.asked import Asked
from soco_rules.settling.members import Member
from soco_rules.settling.members import Members


@dataclass(frozen=True, slots=True)
class Result:
    """One besluit about one member in this month: as adopted, or as proposed while nobody adopted it."""

    act: int
    decided: Decision | Adoption
    adopted: Adopted | None

    @property
    def decision(self) -> Decision:
        """The decision as it was taken, or as it is proposed."""
        return self.decided.effective if isinstance(self.decided, Adoption) else self.decided


@dataclass(frozen=True, slots=True)
class Settled:
    """A month: per member the result of each besluit of the settlement, by the name of the besluit."""

    agreement: str
    title: str
    month: int
    asked: Asked
    members: Mapping[int, Member]
    results: Mapping[int, Mapping[str, Result]]

    @property
    def month_in_words(self) -> str:
        """Such as `oktober 2026`."""
        return month_in_words(self.month)

    def each(self) -> Iterator[tuple[Member, Mapping[str, Result]]]:
        """Every member of whom there is anything, in the order of the book."""
        for number, results in self.results.items():
            yield self.members[number], results


def settled_of(book: Book, asked: Asked, members: Members, month: int) -> Settled:
    """What the book says of a month."""
    names = [decision.name for decision in asked.decisions]
    first = iso_day(month)
    every = {
        number: {name: found for name in names if (found := _result(book.dossiers[number], name, first))}
        for number in members.every
    }
    lowest = asked.compiled.stack.lowest
    return Settled(
        book.agreement,
        lowest.title,
        month,
        asked,
        members.every,
        {number: results for number, results in every.items() if results},
    )


def last_day(month: int) -> int:
    """The last day of the month that begins on a day."""
    first = date.fromordinal(month)
    year, number = (first.year + 1, 1) if first.month == 12 else (first.year, first.month + 1)
    return date(year, number, 1).toordinal() - 1


def values_of(result: Result, calculators: Calculators) -> Mapping[Slot, str | None]:
    """Every value under a result, by slot: as adopted, or calculated again from the proposal."""
    if result.adopted is not None:
        return result.adopted.values
    decision = result.decision
    program: Program = calculators.program
    dates = Dates(parse_date(decision.reference_date), parse_date(decision.decision_date))
    bound, _ = bind(program, case_of(decision), dates)
    found = calculators.reference(bound.values).values
    return {step.slot: encode(found[step.slot], step.type.kind) for step in program.steps}


def open_questions(dossier: Dossier, role: Role, month: int) -> Mapping[str, str]:
    """What the open proposals of a month still ask of one person: the question by the name of the fact."""
    first = iso_day(month)
    return {
        missing.name: missing.question
        for waiting in open_proposals(dossier)
        if waiting.entry.month == first
        for missing in waiting.proposed.decision.missing
        if (missing.role or Role.APPLICANT) == role
    }


def _result(dossier: Dossier, besluit: str, month: str) -> Result | None:
    for standing in adopted_of(dossier, besluit):
        if standing.entry.month == month:
            return Result(standing.entry.number, standing.adopted.adoption, standing.adopted)
    for waiting in open_proposals(dossier):
        if (waiting.entry.subject, waiting.entry.month) == (besluit, month):
            return Result(waiting.entry.number, waiting.proposed.decision, None)
    return None
