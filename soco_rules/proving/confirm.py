"""A case that the prover found, with no more answers than it takes, if both calculators say that it goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from soco_rules.backends import durable
from soco_rules.backends import reference
from soco_rules.backends.compare import disagreements
from soco_rules.backends.proof.pair import of_second
from soco_rules.backends.proof.solve import Found
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.agreement import Sense
from soco_rules.model.case import Case
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Origin
from soco_rules.model.program import Pairing
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.proving.questions import Question
from soco_rules.proving.questions import Subject

Values = Mapping[Slot, Value]
_NOTHING_SUPPLIED = Case(agreement=None, facts={}, judgements={})


@dataclass(frozen=True, slots=True)
class Second:
    """The other of two cases that are compared: what is answered otherwise, and what comes of it."""

    answers: Values
    evaluation: Evaluation
    pairing: Pairing


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A case on which it goes wrong: the answers that it takes and no more, on a reference date."""

    reference: int
    answers: Values
    evaluation: Evaluation
    program: Program
    second: Second | None = None


def confirmed(program: Program, question: Question, found: Found) -> Counterexample | None:
    """One case, or None where the calculators do not say that it goes wrong."""
    given = _supplied(program, found)
    evaluate = reference.prepare(program)
    wrong = _smallest(program, found, given, lambda some: _goes_wrong(question, evaluate(some)))
    if wrong is None or _disputed(program, wrong, evaluate(wrong)):
        return None
    return Counterexample(found.reference, _answers(program, found, wrong), evaluate(wrong), program)


def confirmed_pair(program: Program, pairing: Pairing, found: Found) -> Counterexample | None:
    """Two cases that differ in what the pairing changes only, or None where the calculators do not break it."""
    given = _supplied(program, found)
    other = {slot: found.values[of_second(slot)] for slot in pairing.changes}
    evaluate = reference.prepare(program)

    def broken(some: Values) -> bool:
        return _breaks(pairing, some, {**some, **other}, evaluate)

    kept = frozenset(pairing.changes)
    wrong = _smallest(program, found, given, broken, kept=kept)
    if wrong is None:
        return None
    after = {**wrong, **other}
    if _disputed(program, wrong, evaluate(wrong)) or _disputed(program, after, evaluate(after)):
        return None
    second = Second(other, evaluate(after), pairing)
    return Counterexample(found.reference, _answers(program, found, wrong), evaluate(wrong), program, second)


def _supplied(program: Program, found: Found) -> Values:
    bound, _ = bind(program, _NOTHING_SUPPLIED, Dates(found.reference, found.reference))
    asked = {step.slot for step in program.fields}
    return {**bound.values, **{slot: value for slot, value in found.values.items() if slot in asked}}


def _smallest(
    program: Program,
    found: Found,
    given: Values,
    wrong: Callable[[Values], bool],
    *,
    kept: frozenset[Slot] = frozenset(),
) -> Values | None:
    """The values without every answer that it goes wrong without; None where it does not go wrong.

    Open points are left out first: a case rests on one only where its facts do not do without.
    """
    if not wrong(given):
        return None
    asked = {step.slot for step in program.fields}
    points = {step.slot for step in program.fields if step.origin is Origin.POINT}
    for slot in sorted((found.values.keys() & asked) - kept, key=lambda slot: (slot not in points, slot)):
        fewer = {**given, slot: Absent.UNKNOWN}
        if wrong(fewer):
            given = fewer
    return given


def _answers(program: Program, found: Found, given: Values) -> Values:
    asked = {step.slot for step in program.fields}
    return {slot: given[slot] for slot in found.values if slot in asked and given[slot] is not Absent.UNKNOWN}


def _disputed(program: Program, given: Values, ours: Evaluation) -> bool:
    """Whether the second calculator, where it can be used, finds something else."""
    if not durable.available() or durable.limits(program):
        return False
    return bool(disagreements(program, ours, durable.prepare(program)(given)))


def _goes_wrong(question: Question, evaluation: Evaluation) -> bool:
    match question.subject:
        case Subject.CONFLICT:
            return any(evaluation.values[slot] is Absent.CONFLICT for slot in question.asked)
        case Subject.GAP:
            counts = not evaluation.checks or any(held is True for held in evaluation.checks)
            return counts and any(evaluation.values[slot] is Absent.NO_RULE for slot in question.asked)
        case Subject.REQUIREMENT:
            return any(held is False for held in evaluation.checks)
        case _:
            raise AssertionError(question)


def _breaks(
    pairing: Pairing, before: Values, after: Values, evaluate: Callable[[Values], Evaluation]
) -> bool:
    one, other = evaluate(before).values, evaluate(after).values
    excused = (values[slot] for values in (one, other) for slot in pairing.unless)
    if any(value is True or value is Absent.UNKNOWN for value in excused):
        return False
    if pairing.sense is not Sense.SAME and not all(_less(one[slot], other[slot]) for slot in pairing.changes):
        return False
    return any(broken_by(pairing.sense, one[slot], other[slot]) for slot in pairing.compared)


def broken_by(sense: Sense, before: Value, after: Value) -> bool:
    """Whether two values that are compared are not as a requirement says; what is unknown breaks nothing."""
    match sense:
        case Sense.NOT_LOWER:
            return _less(after, before)
        case Sense.NOT_HIGHER:
            return _less(before, after)
        case Sense.SAME:
            return before != after and Absent.UNKNOWN not in (before, after)
        case _:
            assert_never(sense)


def _less(one: Value, other: Value) -> bool:
    return isinstance(one, int) and isinstance(other, int) and one < other
