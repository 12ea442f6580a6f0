"""Answer the questions about one stack: proved, refuted with a case that the calculators confirm, or neither."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import assert_never

from soco_rules.backends.calendar import CALENDAR
from soco_rules.backends.proof.encode import Encoding
from soco_rules.backends.proof.encode import Window
from soco_rules.backends.proof.otherwise import World
from soco_rules.backends.proof.otherwise import otherwise
from soco_rules.backends.proof.otherwise import otherwise_in
from soco_rules.backends.proof.otherwise import world
from soco_rules.backends.proof.pair import compares_something
from soco_rules.backends.proof.pair import pair
from soco_rules.backends.proof.solve import EFFORT
from soco_rules.backends.proof.solve import Found
from soco_rules.backends.proof.solve import Never
from soco_rules.backends.proof.solve import Undecided
from soco_rules.backends.proof.solve import ask
from soco_rules.backends.proof.solve import is_possible
from soco_rules.backends.proof.symbolic import TRUE
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.backends.proof.symbolic import all_of
from soco_rules.backends.proof.symbolic import any_of
from soco_rules.backends.proof.symbolic import not_
from soco_rules.backends.proof.wishes import wishes
from soco_rules.compiler.program import PERIOD_END
from soco_rules.compiler.program import PERIOD_START
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import gates_of
from soco_rules.compiler.program import part_for
from soco_rules.diagnostics import Severity
from soco_rules.model.program import Check
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Pairing
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import reads
from soco_rules.proving.confirm import Counterexample
from soco_rules.proving.confirm import confirmed
from soco_rules.proving.confirm import confirmed_pair
from soco_rules.proving.periods import Period
from soco_rules.proving.questions import Question
from soco_rules.proving.questions import Subject

_NEVER_COMPARED = "er zijn geen twee gevallen waarin er iets te vergelijken is"
_NOT_CONFIRMED = "het gevonden geval gaf in de rekenaars een andere uitkomst"


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
    answering = Answering(compiled, days, effort)
    for question in asked:
        yield Proof(question, answering.verdict(question))


@dataclass(slots=True)
class Answering:
    """One stack as formulas, made when a question needs them; lives for one run over its questions."""

    compiled: Compiled
    days: Period
    effort: int
    worlds: dict[bool, World] = field(default_factory=dict)
    allowed: dict[bool, Formula] = field(default_factory=dict)

    def verdict(self, question: Question) -> Verdict:
        """The answer to one question."""
        match question.subject:
            case Subject.CONFLICT | Subject.GAP | Subject.REQUIREMENT:
                return self.never(question)
            case Subject.COMPARISON:
                return self.compares(question)
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
        claim = self.among_allowed(question, encoding, program)
        wished = wishes(encoding, (field.slot for field in program.fields))
        answer = ask(encoding, claim, self.about(program), CALENDAR, wishes=wished, effort=self.effort)
        return _no_case(answer, lambda found: confirmed(program, question, found))

    def compares(self, question: Question) -> Verdict:
        """Proved when no two cases break it, of neither person."""
        undecided: Undecided | None = None
        for pairing in self.pairings(question):
            verdict = self.pair(pairing)
            if isinstance(verdict, Refuted):
                return verdict
            undecided = verdict if isinstance(verdict, Undecided) else undecided
        return undecided or self.compared(question)

    def compared(self, question: Question) -> Verdict:
        """Proved when some two cases can be compared: else it says nothing that no case breaks it."""
        for pairing in self.pairings(question):
            program = self.part_of(pairing)
            first = self.world(monthly=program.decision.monthly)
            found = compares_something(first, pairing, self.about(program), CALENDAR, effort=self.effort)
            if not isinstance(found, Never):
                return found if isinstance(found, Undecided) else Proved()
        return Undecided(_NEVER_COMPARED)

    def pair(self, pairing: Pairing) -> Verdict:
        """Proved when no two cases break it, of one person."""
        program = self.part_of(pairing)
        first = self.world(monthly=program.decision.monthly)
        among = self.points_allowed(monthly=program.decision.monthly)
        about = self.about(program)
        answer = pair(first, pairing, about, CALENDAR, among=among, effort=self.effort)
        return _no_case(answer, lambda found: confirmed_pair(program, pairing, found))

    def sometimes(self, question: Question) -> Verdict:
        """Proved when some case does it."""
        program = self.part(question)
        encoding = self.encoding(monthly=program.decision.monthly)
        claim = self.among_allowed(question, encoding, program)
        return _some_case(ask(encoding, claim, self.about(program), CALENDAR, effort=self.effort))

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

    def among_allowed(self, question: Question, encoding: Encoding, program: Program) -> Formula:
        """In which cases it happens, with open points filled as they may be; of what is asked of points, with any."""
        if set(question.checks) & set(self.about_open_points()):
            return self.claim(question, encoding)
        allowed = self.points_allowed(monthly=program.decision.monthly)
        return all_of((allowed, self.claim(question, encoding)))

    def about(self, program: Program) -> frozenset[Slot]:
        """The steps of a part, and the points of which `points_allowed` speaks."""
        read = frozenset[Slot]().union(*(self.compiled.weighs[place] for place in self.about_open_points()))
        return read.union(step.slot for step in program.steps)

    def points_allowed(self, *, monthly: bool) -> Formula:
        """That the open points are filled so that no requirement about points alone refuses the agreement.

        Where it is not certain that they can be, nothing is said: else everything would be proved.
        """
        if monthly not in self.allowed:
            encoding, places = self.encoding(monthly=monthly), self.about_open_points()
            holds = all_of(not_(encoding.checks[place].fails) for place in places)
            read = {slot for place in places for slot in reads(self.compiled.checks[place].node)}
            self.allowed[monthly] = holds if is_possible(encoding, holds, read) else TRUE
        return self.allowed[monthly]

    def about_open_points(self) -> tuple[int, ...]:
        """The places of the requirements that can refuse an agreement for how an open point is filled."""
        points = {
            slot: step
            for slot, step in self.compiled.steps.items()
            if isinstance(step, Field) and step.origin is Origin.POINT
        }
        return tuple(
            place
            for place, (check, read) in enumerate(
                zip(self.compiled.checks, self.compiled.weighs, strict=True)
            )
            if check.severity is Severity.ERROR
            and points.keys() >= read
            and any(points[slot].constant is None for slot in read)
        )

    def claim(self, question: Question, encoding: Encoding) -> Formula:
        """In which cases it happens that a question is about."""
        standings = [encoding.standings[slot] for slot in question.asked if slot in encoding.standings]
        match question.subject:
            case Subject.CONFLICT:
                return any_of(standing.conflict for standing in standings)
            case Subject.GAP:
                order = [check.name for check in gates_of(self.compiled).values()]
                places = [
                    len(self.compiled.checks) + order.index(gate.name) for gate in self.taken_up(question)
                ]
                open_ = any_of(encoding.checks[place].holds for place in places) if places else TRUE
                return all_of((any_of(standing.gap for standing in standings), open_))
            case Subject.RULE:
                return any_of(standing.wins[question.index] for standing in standings)
            case Subject.REQUIREMENT:
                return any_of(encoding.checks[place].fails for place in question.checks)
            case Subject.POINT | Subject.COMPARISON:
                raise AssertionError(question)
            case _:
                assert_never(question.subject)

    def part(self, question: Question) -> Program:
        """What a question rests on, as a decision of a day or of a month; of a gap when it counts stands as checks."""
        if question.subject is Subject.GAP:
            gates = self.taken_up(question)
            read = (slot for gate in gates for slot in reads(gate.node))
            return self.parted((*question.asked, *read), gates)
        if question.subject is Subject.COMPARISON:
            return self.parted(tuple(slot for each in self.pairings(question) for slot in _named_in(each)))
        return self.parted(question.asked, tuple(self.compiled.checks[place] for place in question.checks))

    def pairings(self, question: Question) -> tuple[Pairing, ...]:
        """The comparisons of a question, one for each person that it is about; none of another question."""
        if question.subject is not Subject.COMPARISON:
            return ()
        return tuple(self.compiled.pairings[number] for number in question.checks)

    def part_of(self, pairing: Pairing) -> Program:
        """What a comparison rests on."""
        return self.parted(_named_in(pairing))

    def taken_up(self, question: Question) -> tuple[Check, ...]:
        """The gates of the decisions that a gap counts in; none where it counts in every case.

        A gate that makes a question about days one about months would leave days out, and counts as open.
        """
        gates = gates_of(self.compiled)
        if not question.decisions or not gates.keys() >= set(question.decisions):
            return ()
        found = tuple(gates[name] for name in question.decisions)
        read = (slot for gate in found for slot in reads(gate.node))
        narrower = self.parted((*question.asked, *read)).decision.monthly
        return () if narrower and not self.parted(question.asked).decision.monthly else found

    def parted(self, slots: tuple[Slot, ...], checks: tuple[Check, ...] = ()) -> Program:
        """The part of the stack behind some slots, as a decision of a month where one of them is about months."""
        program = part_for(self.compiled, slots, checks)
        monthly = any(step.name in {PERIOD_START, PERIOD_END} for step in program.fields)
        return replace(program, decision=replace(program.decision, monthly=monthly))

    def encoding(self, *, monthly: bool) -> Encoding:
        """The formulas of the whole stack."""
        return self.world(monthly=monthly).encoding

    def world(self, *, monthly: bool) -> World:
        """The whole stack on the days, or on the first days of the months, that are looked at."""
        if monthly not in self.worlds:
            self.worlds[monthly] = world(self.compiled, Window(self.days.first, self.days.last, monthly))
        return self.worlds[monthly]


def _no_case(answer: Found | Never | Undecided, confirm: Callable[[Found], Counterexample | None]) -> Verdict:
    match answer:
        case Never():
            return Proved()
        case Undecided():
            return answer
        case Found():
            case = confirm(answer)
            return Refuted(case) if case else Undecided(_NOT_CONFIRMED)
        case _:
            assert_never(answer)


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


def _named_in(pairing: Pairing) -> tuple[Slot, ...]:
    return (*pairing.compared, *pairing.unless, *pairing.changes)
