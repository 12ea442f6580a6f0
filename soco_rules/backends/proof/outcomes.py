"""When the outcome of a Program is certain, and when it is as somebody wishes, as formulas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import z3

from soco_rules.backends.proof.encode import RELATIONS
from soco_rules.backends.proof.encode import Encoding
from soco_rules.backends.proof.symbolic import FALSE
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.backends.proof.symbolic import Symbolic
from soco_rules.backends.proof.symbolic import all_of
from soco_rules.backends.proof.symbolic import any_of
from soco_rules.backends.proof.symbolic import gated
from soco_rules.backends.proof.symbolic import not_
from soco_rules.diagnostics import Severity
from soco_rules.model.expressions import Comparator
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value


@dataclass(frozen=True, slots=True)
class Reaches:
    """The outcome, of the applicant where there are two, stands so to this value."""

    comparator: Comparator
    value: Value


@dataclass(frozen=True, slots=True)
class Turns:
    """The outcome is another; of an amount whether it is more than, less than or just nothing, or does not apply.

    `now` has the outcome of each person as it is.
    """

    now: tuple[Value, ...]


Wish = Reaches | Turns


def decided(encoding: Encoding) -> Iterator[Formula]:
    """When there is an outcome, certain for each person, and no requirement holds it up."""
    outcomes = _outcomes(encoding)
    yield from (outcome.definite for outcome in outcomes)
    yield any_of(outcome.known for outcome in outcomes)
    yield from kept(encoding)


def _outcomes(encoding: Encoding) -> list[Symbolic]:
    """The outcome of each person behind the gate of the decision."""
    return [gated(encoding.gate, encoding.values[slot]) for slot in encoding.program.outcome]


def wished(encoding: Encoding, wish: Wish) -> Formula:
    """When there is an outcome, and it is as wished."""
    program, outcomes = encoding.program, _outcomes(encoding)
    match wish:
        case Reaches(comparator, value):
            return all_of((*decided(encoding), _stands_so(outcomes[0], comparator, value, encoding)))
        case Turns(now):
            kinds = {step.slot: step.type.kind for step in program.steps}
            turned = (
                _turned(outcome, value, kinds[slot], encoding)
                for slot, outcome, value in zip(program.outcome, outcomes, now, strict=True)
            )
            return all_of((*decided(encoding), any_of(turned)))


def _stands_so(outcome: Symbolic, comparator: Comparator, value: Value, encoding: Encoding) -> Formula:
    if outcome.value is None:
        return FALSE
    stands_so = RELATIONS[comparator](outcome.value, number_of(value, encoding))
    return all_of((outcome.known, stands_so))


def _turned(outcome: Symbolic, now: Value, kind: Kind, encoding: Encoding) -> Formula:
    if isinstance(now, Absent):
        return outcome.known
    missing = outcome.is_(Absent.NOT_APPLICABLE)
    if outcome.value is None:
        return missing
    if kind is Kind.MONEY:
        assert isinstance(now, int)
        alike = outcome.value > 0 if now > 0 else outcome.value < 0 if now < 0 else outcome.value == 0
    else:
        alike = outcome.value == number_of(now, encoding)
    return any_of((missing, all_of((outcome.known, z3.Not(alike)))))


def kept(encoding: Encoding) -> Iterator[Formula]:
    """When no requirement is broken that would hold the decision up."""
    for check, formula in zip(encoding.program.checks, encoding.checks, strict=True):
        if check.severity is Severity.ERROR:
            yield not_(formula.fails)


def number_of(value: Value, encoding: Encoding) -> Formula:
    """A value as the formulas have it; a text that they do not know is no number of theirs."""
    match value:
        case str():
            return z3.IntVal(encoding.texts.index(value) if value in encoding.texts else -1)
        case bool():
            return z3.BoolVal(value)
        case _:
            return z3.IntVal(value)
