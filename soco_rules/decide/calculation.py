"""What the calculators find on a bound case, and where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.backends import durable
from soco_rules.backends.compare import disagreements
from soco_rules.decide.calculators import SECOND
from soco_rules.decide.calculators import Calculators
from soco_rules.explain.missing import effective
from soco_rules.explain.support import Trace
from soco_rules.explain.support import trace
from soco_rules.explain.wording import writable
from soco_rules.facts import Bound
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import REFUSED
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.model.values import is_definite


@dataclass(frozen=True, slots=True)
class Calculated:
    """A bound case with what the reference (`ours`) and the second calculator (`theirs`) find on it.

    `found` is the reference's value of every part, for explaining. `theirs` is None where there is no second
    calculator or it failed; that it failed is one of the `differences`.
    """

    calculators: Calculators
    bound: Bound
    ours: Evaluation
    found: Trace
    theirs: Evaluation | None
    differences: tuple[str, ...]

    @property
    def program(self) -> Program:
        """The program that was calculated."""
        return self.calculators.program


def calculate(calculators: Calculators, bound: Bound, *, twice: bool = True) -> Calculated:
    """What the calculators find on a case; without `twice` the reference alone."""
    ours = calculators.reference(bound.values)
    found = trace(calculators.anatomy, calculators.inside(bound.values))
    theirs, differences = _second_opinion(calculators, bound.values, ours) if twice else (None, ())
    return Calculated(calculators, bound, ours, found, theirs, differences)


def differences_on(calculators: Calculators, given: Mapping[Slot, Value]) -> tuple[str, ...]:
    """Where the second calculator finds otherwise on these values, one Dutch line for each."""
    if calculators.second is None:
        return ()
    return _second_opinion(calculators, given, calculators.reference(given))[1]


def values_to_write(calculated: Calculated) -> dict[Slot, Value]:
    """The values of the outcome and of what stands in `ook`, behind the gate of the decision.

    A day outside the calendar is unknown, for it cannot be written.
    """
    program, calculators = calculated.program, calculated.calculators
    slots = (*program.outcome, *program.also)
    values = effective(calculated.ours, slots)
    return {
        slot: writable(value, calculators.kind_of(slot)) for slot, value in zip(slots, values, strict=True)
    }


def is_settled(calculated: Calculated) -> bool:
    """Whether the outcome and all that stands in `ook` are definite without trying any answer."""
    program = calculated.program
    return all(map(is_definite, effective(calculated.ours, (*program.outcome, *program.also))))


def is_refused(calculated: Calculated) -> bool:
    """Whether reports or rules contradict each other in the outcome, so that more answers cannot help."""
    ours, outcome = calculated.ours, calculated.program.outcome
    return any(value in REFUSED for value in effective(ours, outcome)) or _is_contradictory(calculated)


def stops_at_gate(calculated: Calculated) -> bool:
    """Whether the gate of the decision settles it, and nothing behind it is contradictory."""
    gate = calculated.ours.gate
    if gate is True or gate is Absent.UNKNOWN:
        return False
    return gate is Absent.CONTRADICTORY or not _is_contradictory(calculated)


def _is_contradictory(calculated: Calculated) -> bool:
    """Whether an outcome rests on contradictory reports, also behind a gate that is not open."""
    return any(calculated.ours.values[slot] is Absent.CONTRADICTORY for slot in calculated.program.outcome)


def _second_opinion(
    calculators: Calculators, given: Mapping[Slot, Value], ours: Evaluation
) -> tuple[Evaluation | None, tuple[str, ...]]:
    """What the second calculator finds, and where that differs; a failure of it counts as a difference."""
    if calculators.second is None:
        return None, ()
    try:
        theirs = calculators.second(given)
    except durable.DurableError as error:
        return None, (f"{SECOND}: {error}",)
    return theirs, disagreements(calculators.program, ours, theirs)
