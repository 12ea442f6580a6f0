"""A case that reaches a part of an agreement: found with the proof backend, as plain as can be, and then decided."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import assert_never

from soco_rules.backends.calendar import CALENDAR
from soco_rules.backends.proof.encode import Encoding
from soco_rules.backends.proof.encode import Window
from soco_rules.backends.proof.encode import encode
from soco_rules.backends.proof.otherwise import reached_by
from soco_rules.backends.proof.outcomes import decided
from soco_rules.backends.proof.outcomes import kept
from soco_rules.backends.proof.solve import Asked
from soco_rules.backends.proof.solve import Found
from soco_rules.backends.proof.solve import Never
from soco_rules.backends.proof.solve import Undecided
from soco_rules.backends.proof.symbolic import TRUE
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.backends.proof.symbolic import Symbolic
from soco_rules.backends.proof.symbolic import absent
from soco_rules.backends.proof.symbolic import all_of
from soco_rules.backends.proof.symbolic import any_of
from soco_rules.backends.proof.symbolic import differs
from soco_rules.backends.proof.symbolic import not_
from soco_rules.backends.proof.wishes import wishes
from soco_rules.compiler.program import DECISION_DATE
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import program_of
from soco_rules.decide import Calculators
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.explain.missing import effective
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.facts import first_of_month
from soco_rules.facts import last_of_month
from soco_rules.model.case import Case
from soco_rules.model.decision import Decision
from soco_rules.model.program import Clauses
from soco_rules.model.program import Definition
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Role
from soco_rules.model.values import Value
from soco_rules.scenarios.coverage import Reach
from soco_rules.scenarios.coverage import Sort
from soco_rules.scenarios.coverage import Witness
from soco_rules.scenarios.coverage import place
from soco_rules.suggesting.plain import plain
from soco_rules.suggesting.plain import sensible

LATER = 3660
"""How many days after the first an agreement without an end is looked at."""
_NOTHING_SUPPLIED = Case(agreement=None, facts={}, judgements={})
_IN_NO_CASE = "zoals het nu is afgesproken komt geen enkele zaak met een uitkomst zo ver"
_IN_NO_DECISION = "zoals de rest nu is afgesproken rust geen enkel besluit met een uitkomst erop"
_READ_NOWHERE = "geen enkel besluit vraagt ernaar"
_NOT_SHOWN = "er is wel een zaak gevonden, maar het besluit daarop rust er niet op"


@dataclass(frozen=True, slots=True)
class Shown:
    """A case that reaches a part, with the decision that the rules propose on it.

    `telling` are the values beside the outcome that are about the part: the concept itself, or what a point changes.
    """

    part: Reach
    program: Program
    dates: Dates
    values: Mapping[Slot, Value]
    decision: Decision
    telling: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NotShown:
    """A part for which no case was found, and why in Dutch."""

    part: Reach
    why: str


def case_for(desk: CaseDesk, part: Reach) -> Shown | NotShown:
    """A case that reaches a part: on the day of the desk, or else on another day on which the rules are the same."""
    whys: dict[str, None] = {}
    for room in desk.rooms_for(part):
        match room.case(part):
            case Shown() as shown:
                return shown
            case NotShown(why=why):
                whys[why] = None
    return NotShown(part, "; ".join(whys) or _READ_NOWHERE)


@dataclass(slots=True)
class CaseDesk:
    """The decisions of one stack of layers, each made ready once for a day and once for all its days."""

    compiled: Compiled
    day: int
    rooms: dict[tuple[str, bool], _Room] = field(default_factory=dict)

    def rooms_for(self, part: Reach) -> Iterator[_Room]:
        """The decisions that can reach a part, those that say most directly what becomes of it first."""
        reading = [
            (_distance(program, part), name, program)
            for name, decision in self.compiled.stack.decisions.items()
            for program in (program_of(self.compiled, decision),)
            if _can_reach(program, part)
        ]
        reading.sort(key=lambda one: one[:2])
        for always in (False, True):
            for _, name, program in reading:
                yield self._room(name, program, always=always)

    def _room(self, name: str, program: Program, *, always: bool) -> _Room:
        if (name, always) not in self.rooms:
            day = first_of_month(self.day) if program.decision.monthly else self.day
            first, last = (program.valid_from, program.valid_to or day + LATER) if always else (day, day)
            window = Window(first, last, program.decision.monthly)
            self.rooms[name, always] = _Room(self.compiled, program, window)
        return self.rooms[name, always]


def _can_reach(program: Program, part: Reach) -> bool:
    match part.sort:
        case Sort.REQUIREMENT:
            return any(check.span == part.span for check in program.checks)
        case Sort.POINT:
            return any(step.slot == part.name for step in program.fields)
        case _:
            return any(step.name == part.concept for step in program.definitions)


def _distance(program: Program, part: Reach) -> tuple[int, int]:
    named = part.concept or part.name
    by_name = 0 if named == program.decision.outcome else 1 if named in program.decision.also else 2
    return by_name, len(program.steps)


@dataclass(eq=False)
class _Room:
    """One decision as formulas over the reference dates of a window; open points are unknown."""

    compiled: Compiled
    program: Program
    window: Window
    encoding: Encoding = field(init=False)
    asked: Asked = field(init=False)
    calculators: Calculators = field(init=False)

    def __post_init__(self) -> None:
        self.encoding = encode(self.program, self._still_open(), window=self.window)
        self.asked = self._asking(self.encoding, all_of(decided(self.encoding)))
        self.calculators = prepare(self.program)

    def case(self, part: Reach) -> Shown | NotShown:
        """A case of this decision that reaches a part."""
        nicely = tuple(wishes(self.encoding, (step.slot for step in self.program.fields)))
        tidy = tuple(sensible(self.encoding))
        not_shown = NotShown(part, _IN_NO_DECISION if part.sort is Sort.POINT else _IN_NO_CASE)
        for asked, claim in self._tries(part):
            for limits in ((*tidy, *plain(self.encoding)), tidy, ()):
                match asked.case(claim, *limits, wishes=nicely):
                    case Found() as found:
                        shown = self._shown(part, found)
                        if isinstance(shown, Shown):
                            return shown
                        not_shown = shown
                        break
                    case Undecided(reason):
                        not_shown = NotShown(part, reason)
                    case Never():
                        pass
        return not_shown

    def _tries(self, part: Reach) -> Iterator[tuple[Asked, Formula]]:
        """What to ask one after the other, as long as a case that is found does not rest on the part."""
        if part.sort is not Sort.POINT:
            yield self.asked, self._claim(part)
            return
        certain = all_of(self.encoding.values[slot].definite for slot in self.program.also)
        about = self._about_point(part.name)
        yield about, certain
        yield about, TRUE
        yield self.asked, certain

    def _still_open(self) -> dict[Slot, Symbolic]:
        return {
            step.slot: absent(Absent.UNKNOWN)
            for step in self.program.fields
            if step.origin is Origin.POINT and step.constant is None
        }

    def _asking(self, encoding: Encoding, claim: Formula) -> Asked:
        return Asked(encoding, claim, [step.slot for step in self.program.steps], CALENDAR)

    # What is asked

    def _claim(self, part: Reach) -> Formula:
        if part.sort is Sort.REQUIREMENT:
            return TRUE
        ways = []
        for step in self._definitions(part):
            known, standing = self.encoding.values[step.slot].known, self.encoding.standings.get(step.slot)
            if part.sort in {Sort.OTHERWISE, Sort.CALCULATION}:
                applies = () if standing is None else standing.applies
                ways.append(all_of((known, not_(any_of(applies)))))
            elif standing is not None and isinstance(step.body, Clauses):
                ways += [
                    all_of((known, wins))
                    for clause, wins in zip(step.body.clauses, standing.wins, strict=True)
                    if (clause.name, clause.span) == (part.name, part.span)
                ]
        return any_of(ways)

    def _definitions(self, part: Reach) -> Iterator[Definition]:
        for step in self.program.definitions:
            if step.name == part.concept and step.role is not Role.PARTNER:
                yield step

    def _about_point(self, slot: Slot) -> Asked:
        """Cases in which another value of a point gives something else; of an open point, in which it is waited for."""
        point = next(step for step in self.program.fields if step.slot == slot)
        one = (
            self.encoding if point.constant is not None else self._with(slot, {slot: absent(Absent.UNKNOWN)})
        )
        other = self._with(slot, {} if point.constant is None else self._still_open())
        both = replace(
            other,
            calendar=(*one.calendar, *other.calendar),
            bounds={**self.encoding.bounds, **one.bounds, **other.bounds},
            free={**self.encoding.free, **one.free, **other.free},
        )
        pairs = [
            (one.values[each], other.values[each]) for each in (*self.program.outcome, *self.program.also)
        ]
        if point.constant is None:
            waits = (all_of((old.is_(Absent.UNKNOWN), new.definite)) for old, new in pairs)
            return self._asking(both, all_of((one.gate.holds, *kept(one), any_of(waits))))
        changes = any_of(differs(old, new) for old, new in pairs)
        return self._asking(both, all_of((*decided(one), changes)))

    def _with(self, freed: Slot, given: Mapping[Slot, Symbolic]) -> Encoding:
        """The same with these points as given, and one point, with every other open one that is not given, free."""
        points = {*self._still_open(), freed}
        return encode(
            self.program,
            given,
            window=self.window,
            base=self.encoding,
            changed=reached_by((self.compiled,), points),
            freed=frozenset({freed}),
        )

    # The case that was found

    def _shown(self, part: Reach, found: Found) -> Shown | NotShown:
        program = self.program
        day = found.values.get(DECISION_DATE)
        if not isinstance(day, int):
            day = last_of_month(found.reference) if program.decision.monthly else found.reference
        dates = Dates(found.reference, day)
        bound, _ = bind(program, _NOTHING_SUPPLIED, dates)
        told = {step.slot for step in program.fields if step.origin in {Origin.FACT, Origin.JUDGEMENT}}
        whole = {**bound.values, **{slot: value for slot, value in found.values.items() if slot in told}}
        for values in (self._plain(whole, told), whole):
            decision = propose(self.calculators, replace(bound, values=values), dates)
            if is_reached(part, program, decision):
                return Shown(part, program, dates, values, decision, self._telling(part, values, found))
        return NotShown(part, _NOT_SHOWN)

    def _telling(self, part: Reach, values: Mapping[Slot, Value], found: Found) -> frozenset[str]:
        """What stands in `ook` and is about the part; of a point what the other value, that was found, changes."""
        if part.sort is not Sort.POINT:
            return frozenset({part.concept})
        point = next(step for step in self.program.fields if step.slot == part.name)
        if point.constant is None or point.slot not in found.values:
            return frozenset()
        also = self.program.also
        before = effective(self.calculators.reference(values), also)
        after = effective(self.calculators.reference({**values, point.slot: found.values[point.slot]}), also)
        changed = (slot for slot, old, new in zip(also, before, after, strict=True) if old != new)
        return frozenset(slot.partition("/")[0] for slot in changed)

    def _plain(self, values: Mapping[Slot, Value], told: Collection[Slot]) -> dict[Slot, Value]:
        """The same case without the facts that make no difference to what the decision says."""
        before = self._says(values)
        kept = dict(values)
        for slot in sorted(told):
            fewer = {**kept, slot: Absent.UNKNOWN}
            if self._says(fewer) == before:
                kept = fewer
        return kept

    def _says(self, values: Mapping[Slot, Value]) -> tuple[object, ...]:
        evaluation = self.calculators.reference(values)
        slots = (*self.program.outcome, *self.program.also)
        return (effective(evaluation, slots), evaluation.checks, evaluation.verdicts)


def is_reached(part: Reach, program: Program, decision: Decision) -> bool:
    """Whether a decision reaches a part as `soco toets --dekking` counts it, and for a rule that it decides."""
    witness = Witness()
    witness.see(program, decision)
    mark = (part.name, place(part.span))
    match part.sort:
        case Sort.POINT:
            return mark in witness.points
        case Sort.REQUIREMENT:
            return mark in witness.weighed
        case Sort.OTHERWISE | Sort.CALCULATION:
            spans = [step.span for step in program.definitions if step.name == part.concept]
            return any((part.concept, place(span)) in witness.decided for span in spans)
        case Sort.RULE | Sort.ROW | Sort.EXCEPTION:
            return mark in witness.decided
        case _:
            assert_never(part.sort)
