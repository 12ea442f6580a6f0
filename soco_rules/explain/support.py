"""What a result rests on: the parts and slots without which it could have been otherwise.

Known results rest on as little as decides them: an `en` that is nee on the operands that are nee, a rule that does
not apply on what fails. An unknown result rests on everything that is still in play. So a decision made again from
the facts it rests on is the same decision.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from soco_rules.explain.anatomy import Anatomy
from soco_rules.explain.anatomy import Organ
from soco_rules.explain.anatomy import Part
from soco_rules.explain.anatomy import Ruling
from soco_rules.model.program import All
from soco_rules.model.program import Any
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Evaluation
from soco_rules.model.program import If
from soco_rules.model.program import IsApplicable
from soco_rules.model.program import Not
from soco_rules.model.program import OrElse
from soco_rules.model.program import Read
from soco_rules.model.program import Slot
from soco_rules.model.program import SumApplicable
from soco_rules.model.program import Verdict
from soco_rules.model.values import Absent
from soco_rules.model.values import Value

Values = Mapping[Slot, Value]
Behind = Mapping[Slot, tuple[Slot, ...]]
NOTHING: Behind = {}


@dataclass(frozen=True, slots=True)
class Trace:
    """One evaluation of an Anatomy: a value for every part."""

    anatomy: Anatomy
    values: Values
    verdicts: Mapping[Slot, Verdict]
    memory: dict[Part, tuple[Slot, ...]] = field(default_factory=dict, repr=False)


def trace(anatomy: Anatomy, evaluation: Evaluation) -> Trace:
    """The evaluation of `anatomy.inside` as a Trace."""
    return Trace(anatomy, evaluation.values, evaluation.verdicts)


def slots_behind(part: Part, trace: Trace) -> tuple[Slot, ...]:
    """The slots that the value of a part rests on, left to right."""
    if part.rests_on is not None:
        return part.rests_on
    known = trace.memory.get(part)
    if known is None:
        found: dict[Slot, None] = {}
        _collect(part, trace.values, found)
        known = trace.memory[part] = tuple(found)
    return known


def supporting(part: Part, values: Values) -> tuple[Part, ...]:
    """The operands that the value of a part rests on."""
    value = values[part.slot]
    match part.node:
        case Compare():
            return _strict(part, value, values)
        case Const() | Read():
            return ()
        case All():
            return _deciding(part, value, values, decisive=False)
        case Any():
            return _deciding(part, value, values, decisive=True)
        case Not() | IsApplicable():
            return part.parts
        case OrElse():
            first = values[part.parts[0].slot]
            return part.parts if first is Absent.NOT_APPLICABLE or value is Absent.UNKNOWN else part.parts[:1]
        case If():
            return _chosen(part, value, values)
        case SumApplicable():
            return _refusing(part, value, values)
        case _:
            return _strict(part, value, values)


def parts_of(organ: Organ, trace: Trace) -> Iterator[Part]:
    """The parts of a field or definition that its value rests on."""
    gate = organ.gate
    opened = gate is None or trace.values[gate.slot] is True
    if gate is not None:
        yield gate
        if not opened and trace.values[gate.slot] is not Absent.UNKNOWN:
            return
    if not organ.rulings:
        if organ.body is not None:
            yield organ.body
        return
    verdict = trace.verdicts[organ.step.slot] if opened else Verdict()
    for position, ruling in enumerate(organ.rulings):
        yield from _parts_of_ruling(position, ruling, verdict, trace, opened=opened)
    if organ.body is not None and not verdict.applying:
        yield organ.body


def presupposition_fails(ruling: Ruling, verdict: Verdict) -> bool:
    """Whether none of the rules that this one is an exception to applies."""
    bases = ruling.clause.bases
    return bool(bases) and bases.isdisjoint(verdict.applying) and bases.isdisjoint(verdict.undecided)


def reached(trace: Trace, start: Iterable[Slot], known: Behind = NOTHING) -> Behind:
    """Every slot that some slots rest on, these included, each with what it rests on itself; `known` is among them."""
    found = dict(known)
    waiting = list(start)
    organs = trace.anatomy.organs
    while waiting:
        slot = waiting.pop()
        if slot in found:
            continue
        organ = organs[slot]
        behind: tuple[Slot, ...] = ()
        if organ.gate is not None or isinstance(organ.step, Definition):
            parts = parts_of(organ, trace)
            behind = tuple(dict.fromkeys(read for part in parts for read in slots_behind(part, trace)))
        found[slot] = behind
        waiting.extend(behind)
    return found


def _parts_of_ruling(
    position: int, ruling: Ruling, verdict: Verdict, trace: Trace, *, opened: bool
) -> Iterator[Part]:
    if position in verdict.applying or position in verdict.undecided:
        yield ruling.condition
        yield ruling.outcome
    elif not opened:
        yield ruling.condition
        if trace.values[ruling.condition.slot] not in {False, Absent.NOT_APPLICABLE}:
            yield ruling.outcome
    elif not presupposition_fails(ruling, verdict):
        yield ruling.condition


def _collect(part: Part, values: Values, found: dict[Slot, None]) -> None:
    if part.rests_on is not None:
        found.update(dict.fromkeys(part.rests_on))
        return
    for operand in supporting(part, values):
        _collect(operand, values, found)


def _deciding(part: Part, value: Value, values: Values, *, decisive: bool) -> tuple[Part, ...]:
    if value is decisive:
        return _with_value(part, value, values)
    return _refusing(part, value, values)


def _strict(part: Part, value: Value, values: Values) -> tuple[Part, ...]:
    if value is Absent.NOT_APPLICABLE:
        return _with_value(part, value, values)
    return _refusing(part, value, values)


def _refusing(part: Part, value: Value, values: Values) -> tuple[Part, ...]:
    if value is Absent.CONTRADICTORY or value is Absent.CONFLICT:
        return _with_value(part, value, values)
    return part.parts


def _with_value(part: Part, value: Value, values: Values) -> tuple[Part, ...]:
    return tuple(operand for operand in part.parts if values[operand.slot] is value)


def _chosen(part: Part, value: Value, values: Values) -> tuple[Part, ...]:
    condition, then, otherwise = part.parts
    match values[condition.slot]:
        case True:
            return (condition, then)
        case False:
            return (condition, otherwise)
        case Absent.UNKNOWN if value is Absent.UNKNOWN:
            return part.parts
        case _:
            return (condition,)
