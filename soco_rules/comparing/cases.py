"""A case that the proof found, confirmed by both calculators on both sides, and made as small as it can be."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from soco_rules.backends import durable
from soco_rules.backends import reference
from soco_rules.backends.compare import disagreements
from soco_rules.backends.proof.beside import PLAIN
from soco_rules.backends.proof.beside import turn_of
from soco_rules.backends.proof.solve import Found
from soco_rules.comparing.causes import SUPPLIED
from soco_rules.comparing.causes import causes
from soco_rules.comparing.causes import deciders
from soco_rules.comparing.findings import Cause
from soco_rules.comparing.findings import Witness
from soco_rules.comparing.sides import Side
from soco_rules.compiler.program import DECISION_DATE
from soco_rules.explain.missing import effective
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.facts import first_of_month
from soco_rules.model.case import Case
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import reads
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import maximum_passed
from soco_rules.model.values import minimum_passed
from soco_rules.scenarios.telling import Setting
from soco_rules.scenarios.telling import told

_NOTHING_SUPPLIED = Case(agreement=None, facts={}, judgements={})

PLAIN_AMOUNTS = (0, 50_000, 100_000, 150_000, 200_000, 300_000, 10_000, 5_000)
"""Cents."""
PLAIN_COUNTS = (0, 1, 2, 3, 5, 10, 20, 40)
PLAIN_DAYS = (0, 31, 92, 184, 366, 731, 40 * 365, 24 * 365, 5 * 365)
"""How long before the reference date."""
Evaluate = Callable[[Mapping[Slot, Value]], Evaluation]


@dataclass(slots=True)
class Bench:
    """One decision on both sides, made ready to calculate cases on; the second calculators once they are needed."""

    sides: tuple[Side, Side]
    programs: tuple[Program, Program]
    day: int
    calculators: tuple[Evaluate, Evaluate]
    seconds: list[Evaluate | None] = field(default_factory=list)

    def agrees(self, given: tuple[Mapping[Slot, Value], ...], found: tuple[Evaluation, ...]) -> int | None:
        """How many calculators found this on both sides; None where they do not agree."""
        if not self.seconds:
            self.seconds = [_second(program) for program in self.programs]
        for program, second, values, ours in zip(self.programs, self.seconds, given, found, strict=True):
            if second is not None and disagreements(program, ours, second(values)):
                return None
        return 1 if None in self.seconds else 2


def bench_of(old: Side, new: Side, programs: tuple[Program, Program], day: int) -> Bench:
    """What cases of a decision are calculated with."""
    monthly = programs[0].decision.monthly
    calculators = (reference.prepare(programs[0]), reference.prepare(programs[1]))
    return Bench((old, new), programs, first_of_month(day) if monthly else day, calculators)


def witness(
    bench: Bench,
    slot: Slot,
    kind: Kind,
    found: Found,
    about: Collection[Slot],
    *,
    check: tuple[str, str | None] | None = None,
    same: bool = False,
) -> Witness | None:
    """The case with no more answers than it takes; None where the calculators do not find the difference.

    With a `check` the case is about that requirement, with `same` about another rule for the same outcome.
    """
    trial = _Trial(bench, slot, kind, check, same)
    asked = {
        step.slot: step for program in bench.programs for step in program.fields if step.origin in SUPPLIED
    }
    answers: Mapping[Slot, Value] = {
        s: value for s, value in found.values.items() if s in asked and s in about
    }
    day = found.values.get(DECISION_DATE, bench.day)
    assert isinstance(day, int)
    shown = trial.shows(answers, day)
    if shown is None:
        return None
    if trial.shows(answers, bench.day) == shown:
        day = bench.day
    for each in sorted(answers):
        fewer = {s: value for s, value in answers.items() if s != each}
        if trial.shows(fewer, day) == shown and not trial.needs(each, answers, day):
            answers = fewer
    answers = _plainer(trial, asked, answers, day)
    given = trial.given(answers, day)
    evaluations = trial.evaluations(given)
    calculators = bench.agrees(given, evaluations)
    if calculators is None:
        return None
    old, new = trial.values(evaluations)
    fields = tuple(step for s, step in asked.items() if s in answers)
    return Witness(
        old=old,
        new=new,
        reference=bench.day,
        decided_on=day,
        fields=fields,
        answers=answers,
        old_by=tuple(deciders(bench.programs[0], evaluations[0], slot)),
        new_by=tuple(deciders(bench.programs[1], evaluations[1], slot)),
        causes=trial.causes(evaluations, given),
        calculators=calculators,
        scenario=tuple(_scenario(bench, day, fields, answers)),
    )


def _plainer(
    trial: _Trial, asked: Mapping[Slot, Field], answers: Mapping[Slot, Value], day: int
) -> Mapping[Slot, Value]:
    """The same case with plain answers, each the first that still shows it: so that one comparison has one case."""
    shown, least = trial.shows(answers, day), min(PLAIN, trial.apart(answers, day))
    for slot in sorted(answers):
        types = [
            step.type for program in trial.bench.programs for step in program.fields if step.slot == slot
        ]
        for value in _plain_answers(asked[slot], trial.bench):
            if not all(_is_allowed(value, type_) for type_ in types):
                continue
            other = {**answers, slot: value}
            if trial.shows(other, day) == shown and trial.apart(other, day) >= least:
                answers = other
                break
    return answers


def _plain_answers(step: Field, bench: Bench) -> Iterator[Value]:
    """Answers that a reader takes in at a glance, and those on the borders of what is agreed."""
    match step.type.kind:
        case Kind.YES_NO:
            yield from (False, True)
        case Kind.CHOICE:
            yield from step.type.choices
        case Kind.MONEY | Kind.COUNT:
            plain = PLAIN_AMOUNTS if step.type.kind is Kind.MONEY else PLAIN_COUNTS
            yield from (*plain, *_agreed_numbers(step.type.kind, bench))
        case Kind.DATE:
            yield from (bench.day - back for back in PLAIN_DAYS)
        case _:
            return


def _is_allowed(value: Value, type_: ValueType) -> bool:
    """Whether a side takes an answer."""
    if type_.choices and value not in type_.choices:
        return False
    return minimum_passed(value, type_) is None and maximum_passed(value, type_) is None


def _agreed_numbers(kind: Kind, bench: Bench) -> Iterator[int]:
    """What is agreed on either side, and the numbers next to it: there a case is on a border."""
    fields = (step for program in bench.programs for step in program.fields)
    agreed = {step.constant for step in fields if step.origin is Origin.POINT and step.type.kind is kind}
    for number in sorted(value for value in agreed if type(value) is int):
        yield from (number, number - 1, number + 1)


@dataclass(frozen=True, slots=True)
class _Trial:
    """What a case has to show."""

    bench: Bench
    slot: Slot
    kind: Kind
    check: tuple[str, str | None] | None
    same: bool

    def given(
        self, answers: Mapping[Slot, Value], decided_on: int
    ) -> tuple[Mapping[Slot, Value], Mapping[Slot, Value]]:
        dates = Dates(self.bench.day, decided_on)
        old, new = (_given(program, answers, dates) for program in self.bench.programs)
        return old, new

    def evaluations(
        self, given: tuple[Mapping[Slot, Value], Mapping[Slot, Value]]
    ) -> tuple[Evaluation, Evaluation]:
        old, new = self.bench.calculators
        return old(given[0]), new(given[1])

    def values(self, evaluations: tuple[Evaluation, Evaluation]) -> tuple[Value, Value]:
        old, new = (
            self.value(program, one) for program, one in zip(self.bench.programs, evaluations, strict=True)
        )
        return old, new

    def value(self, program: Program, evaluation: Evaluation) -> Value:
        if self.check is None:
            return effective(evaluation, (self.slot,))[0]
        names: list[tuple[str, str | None]] = [(check.name, check.role) for check in program.checks]
        weighed = self.check in names and evaluation.gate is True
        return evaluation.checks[names.index(self.check)] if weighed else Absent.NOT_APPLICABLE

    def shows(self, answers: Mapping[Slot, Value], day: int) -> object | None:
        """In what way the case shows the difference; None where it does not."""
        evaluations = self.evaluations(self.given(answers, day))
        old, new = self.values(evaluations)
        if self.same:
            rules = [
                frozenset(d.rule for d in deciders(program, one, self.slot))
                for program, one in zip(self.bench.programs, evaluations, strict=True)
            ]
            is_told = not isinstance(old, Absent) and old == new and rules[0] != rules[1]
            return (old, *rules) if is_told else None
        if self.check is not None:
            return (old is False, new is False) if (old is False) is not (new is False) else None
        return turn_of(self.kind, old, new)

    def apart(self, answers: Mapping[Slot, Value], day: int) -> int:
        """By how much an amount differs; nothing where it is no amount."""
        old, new = self.values(self.evaluations(self.given(answers, day)))
        if self.kind is Kind.MONEY and isinstance(old, int) and isinstance(new, int):
            return abs(new - old)
        return 0

    def needs(self, slot: Slot, answers: Mapping[Slot, Value], day: int) -> bool:
        """Whether an answer must stay because something unknown is shown: without it more would be unknown.

        What is unknown then is what is open, and never what was left out of the case.
        """
        evaluations = self.evaluations(self.given(answers, day))
        values = self.values(evaluations)
        return any(value is Absent.UNKNOWN for value in values) and any(
            one.values.get(slot, Absent.NOT_APPLICABLE) is not Absent.NOT_APPLICABLE for one in evaluations
        )

    def causes(
        self,
        evaluations: tuple[Evaluation, Evaluation],
        given: tuple[Mapping[Slot, Value], Mapping[Slot, Value]],
    ) -> tuple[Cause, ...]:
        """What is otherwise in the case, without points and amounts that change nothing in it by themselves."""
        found = dict(causes(self.bench.programs, evaluations, self.starts()))
        values = self.values(evaluations)
        weighing = {slot: cause for slot, cause in found.items() if self.weighs(slot, given, values)}
        return tuple(dict.fromkeys((weighing or found).values()))

    def weighs(
        self,
        slot: Slot,
        given: tuple[Mapping[Slot, Value], Mapping[Slot, Value]],
        values: tuple[Value, Value],
    ) -> bool:
        """Whether the value would be another with what the other side has; what both have no field for always does."""
        old, new = given
        if slot not in old or slot not in new:
            return True
        exchanged = self.evaluations(({**old, slot: new[slot]}, {**new, slot: old[slot]}))
        return self.values(exchanged) != values

    def starts(self) -> tuple[Slot, ...]:
        """What the value rests on first."""
        if self.check is None:
            return (self.slot,)
        return tuple(
            slot
            for program in self.bench.programs
            for check in program.checks
            if (check.name, check.role) == self.check
            for slot in reads(check.node)
        )


def _given(program: Program, answers: Mapping[Slot, Value], dates: Dates) -> Mapping[Slot, Value]:
    bound, _ = bind(program, _NOTHING_SUPPLIED, dates)
    asked = {step.slot for step in program.fields if step.origin in SUPPLIED}
    return {**bound.values, **{slot: value for slot, value in answers.items() if slot in asked}}


def _second(program: Program) -> Evaluate | None:
    if not durable.available() or durable.limits(program):
        return None
    return durable.prepare(program)


def _scenario(
    bench: Bench, decided_on: int, fields: tuple[Field, ...], answers: Mapping[Slot, Value]
) -> Iterator[str]:
    decision = bench.programs[0].decision
    setting = Setting(
        agreement=bench.sides[0].reference,
        month=bench.day if decision.monthly else None,
        reference_date=None if decision.monthly else bench.day,
        decision_date=decided_on,
    )
    return told(setting, fields, answers, decision.name)
