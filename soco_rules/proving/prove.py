"""Answer the questions about one stack: proved, refuted with a case that the calculators confirm, or neither."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import assert_never

from soco_rules.backends import durable
from soco_rules.backends import reference
from soco_rules.backends.calendar import CALENDAR
from soco_rules.backends.compare import disagreements
from soco_rules.backends.proof.encode import Encoding
from soco_rules.backends.proof.encode import Window
from soco_rules.backends.proof.otherwise import World
from soco_rules.backends.proof.otherwise import otherwise
from soco_rules.backends.proof.otherwise import otherwise_in
from soco_rules.backends.proof.otherwise import world
from soco_rules.backends.proof.solve import EFFORT
from soco_rules.backends.proof.solve import Found
from soco_rules.backends.proof.solve import Never
from soco_rules.backends.proof.solve import Undecided
from soco_rules.backends.proof.solve import ask
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.backends.proof.symbolic import any_of
from soco_rules.backends.proof.wishes import wishes
from soco_rules.compiler.program import PERIOD_END
from soco_rules.compiler.program import PERIOD_START
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import part_for
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.case import Case
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.proving.periods import Period
from soco_rules.proving.questions import Question
from soco_rules.proving.questions import Subject

_NOT_CONFIRMED = "het gevonden geval gaf in de rekenaars een andere uitkomst"
_NOTHING_SUPPLIED = Case(agreement=None, facts={}, judgements={})


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A case on which it goes wrong: the answers that it takes and no more, on a reference date."""

    reference: int
    answers: Mapping[Slot, Value]
    evaluation: Evaluation
    program: Program


@dataclass(frozen=True, slots=True)
class Proved:
    """It holds in every case."""


@dataclass(frozen=True, slots=True)
class Refuted:
    """It does not hold; without a case where it is about all cases, such as a rule that never wins."""

    case: Counterexample | None


Verdict = Proved | Refuted | Undecided


@dataclass(frozen=True, slots=True)
class Proof:
    """A question with its answer."""

    question: Question
    verdict: Verdict


def prove(
    compiled: Compiled, asked: tuple[Question, ...], days: Period, *, effort: int = EFFORT
) -> Iterator[Proof]:
    """The proofs, one by one, so that whoever waits can be shown how far they are.

    `effort` is how much work one question may take, in the steps of `solve.EFFORT`.
    """
    answering = _Answering(compiled, days, effort)
    for question in asked:
        yield Proof(question, answering.verdict(question))


@dataclass(slots=True)
class _Answering:
    """One stack as formulas, made when a question needs them; lives for one `prove`."""

    compiled: Compiled
    days: Period
    effort: int
    worlds: dict[bool, World] = field(default_factory=dict)

    def verdict(self, question: Question) -> Verdict:
        match question.subject:
            case Subject.CONFLICT | Subject.GAP | Subject.REQUIREMENT:
                return self.never(question)
            case Subject.RULE:
                return self.sometimes(question)
            case Subject.POINT:
                return self.matters(question)
            case _:
                assert_never(question.subject)

    def never(self, question: Question) -> Verdict:
        """Proved when no case does it."""
        program = self.part(question)
        encoding = self.encoding(monthly=program.decision.monthly)
        claim = self.claim(question, encoding)
        wished = wishes(encoding, (field.slot for field in program.fields))
        answer = ask(encoding, claim, _slots_of(program), CALENDAR, wishes=wished, effort=self.effort)
        match answer:
            case Never():
                return Proved()
            case Undecided():
                return answer
            case Found():
                case = _confirmed(program, question, answer)
                return Refuted(case) if case else Undecided(_NOT_CONFIRMED)
            case _:
                assert_never(answer)

    def sometimes(self, question: Question) -> Verdict:
        """Proved when some case does it."""
        program = self.part(question)
        encoding = self.encoding(monthly=program.decision.monthly)
        return _some_case(
            ask(encoding, self.claim(question, encoding), _slots_of(program), CALENDAR, effort=self.effort)
        )

    def matters(self, question: Question) -> Verdict:
        """Proved when another value of a point would change some decision."""
        point = frozenset(question.asked)
        worlds = (self.world(monthly=monthly) for monthly in (False, True))
        return _some_case(
            otherwise_in(
                otherwise(one, self.compiled, point, CALENDAR, freed=point, grounds=False, effort=self.effort)
                for one in worlds
            )
        )

    def claim(self, question: Question, encoding: Encoding) -> Formula:
        standings = [encoding.standings[slot] for slot in question.asked if slot in encoding.standings]
        match question.subject:
            case Subject.CONFLICT:
                return any_of(standing.conflict for standing in standings)
            case Subject.GAP:
                return any_of(standing.gap for standing in standings)
            case Subject.RULE:
                return any_of(standing.wins[question.index] for standing in standings)
            case Subject.REQUIREMENT:
                return any_of(encoding.checks[place].fails for place in question.checks)
            case Subject.POINT:
                raise AssertionError(question)
            case _:
                assert_never(question.subject)

    def part(self, question: Question) -> Program:
        """What a question rests on, as a decision of a day or of a month."""
        checks = tuple(self.compiled.checks[place] for place in question.checks)
        program = part_for(self.compiled, question.asked, checks)
        monthly = any(step.name in {PERIOD_START, PERIOD_END} for step in program.fields)
        return replace(program, decision=replace(program.decision, monthly=monthly))

    def encoding(self, *, monthly: bool) -> Encoding:
        return self.world(monthly=monthly).encoding

    def world(self, *, monthly: bool) -> World:
        if monthly not in self.worlds:
            self.worlds[monthly] = world(self.compiled, Window(self.days.first, self.days.last, monthly))
        return self.worlds[monthly]


def _some_case(answer: Found | Never | Undecided) -> Verdict:
    match answer:
        case Found():
            return Proved()
        case Never():
            return Refuted(None)
        case Undecided():
            return answer
        case _:
            assert_never(answer)


def _slots_of(program: Program) -> frozenset[Slot]:
    return frozenset(step.slot for step in program.steps)


def _confirmed(program: Program, question: Question, found: Found) -> Counterexample | None:
    """The case with no more answers than it takes, if both calculators say that it goes wrong; else None."""
    dates = Dates(found.reference, found.reference)
    bound, _ = bind(program, _NOTHING_SUPPLIED, dates)
    asked = {step.slot for step in program.fields}
    given = {**bound.values, **{slot: value for slot, value in found.values.items() if slot in asked}}
    evaluate = reference.prepare(program)
    if not _goes_wrong(question, evaluate(given)):
        return None
    for slot in sorted(found.values.keys() & asked):
        fewer = {**given, slot: Absent.UNKNOWN}
        if _goes_wrong(question, evaluate(fewer)):
            given = fewer
    evaluation = evaluate(given)
    if _disputed(program, given, evaluation):
        return None
    answers = {
        slot: given[slot] for slot in found.values if slot in asked and given[slot] is not Absent.UNKNOWN
    }
    return Counterexample(found.reference, answers, evaluation, program)


def _disputed(program: Program, given: Mapping[Slot, Value], ours: Evaluation) -> bool:
    """Whether the second calculator, where it can be used, finds something else."""
    if not durable.available() or durable.limits(program):
        return False
    return bool(disagreements(program, ours, durable.prepare(program)(given)))


def _goes_wrong(question: Question, evaluation: Evaluation) -> bool:
    match question.subject:
        case Subject.CONFLICT:
            return any(evaluation.values[slot] is Absent.CONFLICT for slot in question.asked)
        case Subject.GAP:
            return any(evaluation.values[slot] is Absent.NO_RULE for slot in question.asked)
        case Subject.REQUIREMENT:
            return any(held is False for held in evaluation.checks)
        case _:
            raise AssertionError(question)
