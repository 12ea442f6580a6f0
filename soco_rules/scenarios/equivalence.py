"""Whether a mutant is another rule at all: its changed steps tried on all inputs that matter to them."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from math import prod

from soco_rules.backends import reference as truth
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import part_for
from soco_rules.diagnostics import Severity
from soco_rules.facts import agreed_value
from soco_rules.model.program import Add
from soco_rules.model.program import AddMonths
from soco_rules.model.program import Check
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Greatest
from soco_rules.model.program import Least
from soco_rules.model.program import MonthsBetween
from soco_rules.model.program import Multiply
from soco_rules.model.program import Node
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import RoundDiv
from soco_rules.model.program import Slot
from soco_rules.model.program import Subtract
from soco_rules.model.program import SumApplicable
from soco_rules.model.program import Verdict
from soco_rules.model.program import YearOf
from soco_rules.model.program import children
from soco_rules.model.program import nodes_of
from soco_rules.model.program import reads
from soco_rules.model.values import ORDERED
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.scenarios.alteration import Alteration
from soco_rules.scenarios.alteration import is_point
from soco_rules.scenarios.dormant import are_dormant
from soco_rules.scenarios.supposition import other_points

ENUMERATED = 4096
"""How many inputs are tried at most; with more of them nothing is claimed."""
CALCULATING = (
    Add,
    AddMonths,
    Greatest,
    Least,
    MonthsBetween,
    Multiply,
    RoundDiv,
    Subtract,
    SumApplicable,
    YearOf,
)


def is_equivalent(alteration: Alteration, *, as_agreed: bool) -> bool:
    """Whether the changed steps give the same whatever the facts are, so that no scenario can notice.

    What the agreement itself says is judged `as_agreed`; a higher layer must be the same rule for every agreement that
    can stand on it. Claimed where another agreed value switches off all that reads a changed point, and where all
    inputs can be tried: numbers are compared and not calculated with, so that the values around each limit stand for
    all of them.
    """
    before, after = alteration.stage.compiled, alteration.after
    if alteration.is_about_bounds:
        return False
    if (after.gates, after.stack.amounts) != (before.gates, before.stack.amounts):
        return False
    read_by_gates = {slot for gate in before.gates.values() if gate is not None for slot in reads(gate)}
    if not read_by_gates.isdisjoint(alteration.slots):
        return False  # an agreed value on which it hangs whether a decision applies at all
    if as_agreed and _is_dormant(alteration):
        return True
    slots = _compared(alteration)
    apart = (*(((slot,), False) for slot in slots), ((), True))
    return all(
        _same(alteration, some, weigh=weigh, alone=True, as_agreed=as_agreed) for some, weigh in apart
    ) or _same(alteration, slots, weigh=True, alone=False, as_agreed=as_agreed)


def _is_dormant(alteration: Alteration) -> bool:
    """Whether only points are otherwise that stand behind what another agreed value switches off."""
    before = alteration.stage.compiled
    changed = [before.steps[slot] for slot in alteration.slots]
    points = frozenset(step.name for step in changed if is_point(step))
    return bool(points) and all(map(is_point, changed)) and are_dormant(before, points)


def _same(
    alteration: Alteration, slots: tuple[Slot, ...], *, weigh: bool, alone: bool, as_agreed: bool
) -> bool:
    """Whether these changed steps are the same functions, of what they read or of the facts; and the requirements."""
    before, after = (
        _part(compiled, slots, _checks(alteration, compiled) if weigh else (), alone=alone)
        for compiled in (alteration.stage.compiled, alteration.after)
    )
    nodes = [node for part in (before, after) for node in _nodes(part)]
    fields = {step.slot: step for part in (after, before) for step in part.fields}
    changed = set(alteration.slots)
    agreed = {
        step.slot: agreed_value(step) for step in after.fields if is_point(step) and step.slot in changed
    }
    fixed = {slot for slot, step in fields.items() if is_point(step) and (as_agreed or slot in agreed)}
    if any(_calculates(node, fixed) for node in nodes):
        return False
    limits = {value for node in nodes for value in _limits(node)}
    limits |= {value for value in agreed.values() if type(value) is int}
    limits |= {value for step in fields.values() for value in _ends(step)}
    domains = {
        slot: (agreed_value(step),) if slot in fixed else _domain(step, limits)
        for slot, step in fields.items()
    }
    if prod(map(len, domains.values())) > ENUMERATED:
        return False
    one, other = truth.prepare(before), truth.prepare(after)
    for chosen in product(*domains.values()):
        given = dict(zip(domains, chosen, strict=True))
        first, second = one(given), other({**given, **agreed})
        if _broken(before, first) != _broken(after, second) or _told(first, slots) != _told(second, slots):
            return False
    return True


def _compared(alteration: Alteration) -> tuple[Slot, ...]:
    """The changed steps; for an agreed value the steps that read it."""
    reads = alteration.stage.compiled.reads
    steps = alteration.after.steps
    points = {slot for slot in alteration.slots if is_point(steps[slot])}
    readers = (slot for slot, read in reads.items() if not points.isdisjoint(read))
    return tuple(dict.fromkeys((*(slot for slot in alteration.slots if slot not in points), *readers)))


def _checks(alteration: Alteration, compiled: Compiled) -> tuple[Check, ...]:
    """The requirements that changed, or that read an agreed value that did."""
    before, after = alteration.stage.compiled.checks, alteration.after.checks
    changed = {check.name for check in (*before, *after) if check not in before or check not in after}
    return tuple(
        check
        for check in compiled.checks
        if check.name in changed or not set(alteration.slots).isdisjoint(reads(check.node))
    )


def _broken(part: Program, evaluation: Evaluation) -> set[str]:
    """The requirements that do not hold; there may be one for each person.

    A warning about points alone does not count: no decision tells it.
    """
    points = {step.slot for step in part.fields if is_point(step)}
    held = zip(part.checks, evaluation.checks, strict=True)
    return {
        check.name
        for check, holds in held
        if holds is False and not (check.severity is Severity.WARNING and set(reads(check.node)) <= points)
    }


def _told(evaluation: Evaluation, slots: tuple[Slot, ...]) -> list[tuple[Value, Verdict | None]]:
    return [(evaluation.values[slot], evaluation.verdicts.get(slot)) for slot in slots]


def _nodes(part: Program) -> Iterator[Node]:
    for step in part.steps:
        yield from nodes_of(step)
    yield from (check.node for check in part.checks)


def _part(compiled: Compiled, slots: tuple[Slot, ...], checks: tuple[Check, ...], *, alone: bool) -> Program:
    """The program of some slots and of the requirements, from the facts on; alone, with a field for all they read."""
    needed = tuple(dict.fromkeys((*slots, *(slot for check in checks for slot in reads(check.node)))))
    program = part_for(compiled, needed, checks)
    if not alone:
        return program
    own = tuple(compiled.steps[slot] for slot in slots)
    behind = (*needed, *(slot for step in own for slot in compiled.reads[step.slot]))
    read = dict.fromkeys(slot for slot in behind if slot not in slots)
    some = next(step for step in compiled.steps.values() if isinstance(step, Field))
    return replace(program, steps=(*(_as_field(compiled.steps[slot], some) for slot in read), *own))


def _as_field(step: Field | Definition, some: Field) -> Field:
    type_ = replace(step.type, may_be_absent=step.type.may_be_absent or step.gate is not None)
    if isinstance(step, Field):
        return replace(step, type=type_, gate=None)
    return replace(
        some, slot=step.slot, name=step.name, type=type_, origin=Origin.FACT, gate=None, constant=None
    )


def _calculates(node: Node, fixed: Iterable[Slot]) -> bool:
    """Whether a node calculates with a value that varies."""
    if isinstance(node, CALCULATING) and not set(reads(node)) <= set(fixed):
        return True
    return any(_calculates(operand, fixed) for operand in children(node))


def _limits(node: Node) -> Iterator[int]:
    if isinstance(node, Const) and type(node.value) is int:
        yield node.value
    for operand in children(node):
        yield from _limits(operand)


def _ends(step: Field) -> Iterator[int]:
    """The bounds of a number and what is agreed: another one may be compared with it."""
    ends = (step.type.minimum, step.type.maximum, agreed_value(step) if is_point(step) else None)
    yield from (value for value in ends if type(value) is int)


def _domain(step: Field, limits: set[int]) -> tuple[Value, ...]:
    absent = (Absent.NOT_APPLICABLE,) if step.type.may_be_absent else ()
    if step.origin is Origin.POINT:
        return (agreed_value(step), *other_points(step, limits))
    return (*_known(step, limits), *absent)


def _known(step: Field, limits: set[int]) -> tuple[Value, ...]:
    kind = step.type.kind
    if kind is Kind.YES_NO:
        return (True, False)
    if kind is Kind.CHOICE:
        return step.type.choices
    if kind not in ORDERED:
        return ("",)
    low, high = (
        bound if isinstance(bound, int) else None for bound in (step.type.minimum, step.type.maximum)
    )
    around = {limit + unit for limit in limits for unit in (-1, 0, 1)} | {
        bound for bound in (low, high) if bound is not None
    }
    within = sorted(
        value for value in around if (low is None or value >= low) and (high is None or value <= high)
    )
    first = low or 0
    return tuple(within) or (first, first + 1, first + 2)
