"""What could have been agreed otherwise, so that a proposed scenario can suppose it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace

from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import recompiled
from soco_rules.diagnostics import has_errors
from soco_rules.facts import agreed_value
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Slot
from soco_rules.model.values import ORDERED
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Unit
from soco_rules.model.values import Value
from soco_rules.model.values import encode
from soco_rules.model.values import is_same
from soco_rules.scenarios.shelf import broken_by


def can_be_supposed(step: Field, compiled: Compiled) -> bool:
    """Whether a step is a point that the agreement itself fills, and of which the kind of value is clear."""
    is_point = step.origin is Origin.POINT and step.slot == step.name
    return (
        is_point
        and step.name in compiled.stack.lowest.points
        and (step.type.kind is not Kind.DURATION or _unit(step) is not None)
    )


def other_points(step: Field, limits: Iterable[int]) -> Iterator[Value]:
    """Every other value of a point that matters: both answers, all choices, what lies around the limits, none."""
    held = agreed_value(step)
    yield from (value for value in _known(step, held, limits) if not is_same(value, held))
    if step.type.may_be_absent and held is not Absent.NOT_APPLICABLE:
        yield Absent.NOT_APPLICABLE


def as_stated(step: Field, value: Value) -> str:
    """A value of a point as a scenario states it."""
    text = encode(_typed(step, value), step.type.kind)
    assert text is not None
    return text


def supposing(compiled: Compiled, values: Mapping[Slot, Value]) -> Compiled | None:
    """What was compiled with other values for some points; None where a file could not say that."""
    fresh = with_values(compiled, values)
    return None if fresh is None or broken_by(fresh) else fresh


def with_values(compiled: Compiled, values: Mapping[Slot, Value]) -> Compiled | None:
    """What was compiled with other values for some points, whatever the requirements say of that."""
    points = dict(compiled.stack.points)
    for slot, value in values.items():
        step = compiled.steps[slot]
        assert isinstance(step, Field)
        points[slot] = replace(points[slot], value=_typed(step, value))
    readers = {
        compiled.steps[slot].name
        for slot, read in compiled.reads.items()
        if not values.keys().isdisjoint(read)
    }
    stack = replace(compiled.stack, points=points)
    fresh, findings = recompiled(compiled, stack, frozenset({*values, *readers}))
    return None if has_errors(findings) else fresh


def _known(step: Field, held: Value, limits: Iterable[int]) -> Iterable[Value]:
    match step.type.kind:
        case Kind.YES_NO:
            return (True, False)
        case Kind.CHOICE:
            return step.type.choices
        case kind if kind in ORDERED:
            low, high = (number_in(bound) for bound in (step.type.minimum, step.type.maximum))
            own = [one for one in (number_in(held), *limits, low, high) if one is not None] or [1]
            around = dict.fromkeys(one + unit for one in own for unit in (0, 1, -1))
            within = (one for one in around if (low is None or one >= low) and (high is None or one <= high))
            return [one for one in within if one >= 0]
        case _:
            return ()


def number_in(value: Value | None) -> int | None:
    """The number of a value that is ordered, of a duration its amount; None for every other."""
    match value:
        case Duration(amount, _):
            return amount
        case bool():
            return None
        case int():
            return value
        case _:
            return None


def _typed(step: Field, value: Value) -> Value:
    unit = _unit(step)
    if step.type.kind is Kind.DURATION and isinstance(value, int) and unit is not None:
        return Duration(value, unit)
    return value


def _unit(step: Field) -> Unit | None:
    stated: tuple[Value | None, ...] = (step.constant, step.type.maximum, step.type.minimum)
    return next((value.unit for value in stated if isinstance(value, Duration)), None)
