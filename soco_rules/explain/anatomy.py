"""A Program taken apart, so that one evaluation by the reference gives the value of every node inside it.

Each node gets a slot of its own and becomes a definition, and the steps read those. Explaining needs no second
implementation of what a node means.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import assert_never

from soco_rules.diagnostics import Span
from soco_rules.model.agreement import Provenance
from soco_rules.model.program import Add
from soco_rules.model.program import AddMonths
from soco_rules.model.program import All
from soco_rules.model.program import Any
from soco_rules.model.program import Calculation
from soco_rules.model.program import Clause
from soco_rules.model.program import Clauses
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Greatest
from soco_rules.model.program import If
from soco_rules.model.program import IsApplicable
from soco_rules.model.program import Least
from soco_rules.model.program import MonthsBetween
from soco_rules.model.program import Multiply
from soco_rules.model.program import Node
from soco_rules.model.program import Not
from soco_rules.model.program import OrElse
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Read
from soco_rules.model.program import RoundDiv
from soco_rules.model.program import Slot
from soco_rules.model.program import Subtract
from soco_rules.model.program import SumApplicable
from soco_rules.model.program import YearOf
from soco_rules.model.program import children
from soco_rules.model.values import Kind
from soco_rules.model.values import ValueType
from soco_rules.model.values import is_known


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A node, the slot where its value is found, and its operands.

    `rests_on` is what its value rests on where that is the same for all values, as in `leden is ten minste 5`.
    """

    node: Node
    slot: Slot
    parts: tuple[Part, ...]
    rests_on: tuple[Slot, ...] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Ruling:
    """A clause with the parts of its condition and its outcome."""

    clause: Clause
    condition: Part
    outcome: Part


@dataclass(frozen=True, slots=True, eq=False)
class Organ:
    """A field or definition with its parts; `body` is the calculation, or `otherwise` behind the rulings."""

    step: Field | Definition
    gate: Part | None
    body: Part | None
    rulings: tuple[Ruling, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """One place where a slot is read: its reader (None: the gate of the program) and the node around it."""

    reader: Slot | None
    around: Part | None
    whole: Part


@dataclass(frozen=True, slots=True, eq=False)
class Anatomy:
    """The parts of a program; `inside` is the same program with a definition for every node."""

    program: Program
    inside: Program
    organs: Mapping[Slot, Organ]
    gate: Part | None
    checks: tuple[Part, ...]
    uses: Mapping[Slot, tuple[Use, ...]]
    order: Mapping[Slot, int]


def dissect(program: Program) -> Anatomy:
    """The program in parts."""
    table = _Table()
    organs: dict[Slot, Organ] = {}
    for step in program.steps:
        organ = table.organ(step)
        organs[step.slot] = organ
        table.steps.append(_reading(organ))
    gate = table.part(program.gate, None) if program.gate is not None else None
    checks = tuple(table.part(check.node, None, counted=False) for check in program.checks)
    inside = replace(
        program,
        steps=tuple(table.steps),
        gate=Read(gate.slot) if gate else None,
        checks=(),
    )
    order = {step.slot: position for position, step in enumerate(program.steps)}
    return Anatomy(program, inside, organs, gate, checks, {s: tuple(u) for s, u in table.uses.items()}, order)


def with_points_of(anatomy: Anatomy, program: Program) -> Anatomy:
    """The parts of a program that differs from the one that was taken apart in its agreed points only."""
    points = {step.slot: step for step in program.fields if step.origin is Origin.POINT}
    steps = tuple(points.get(step.slot, step) for step in anatomy.inside.steps)
    return replace(
        anatomy,
        program=program,
        inside=replace(program, steps=steps, gate=anatomy.inside.gate, checks=()),
        organs={
            slot: replace(organ, step=points.get(slot, organ.step)) for slot, organ in anatomy.organs.items()
        },
    )


def field_of(anatomy: Anatomy, slot: Slot) -> Field:
    """The field of a slot that has one."""
    step = anatomy.organs[slot].step
    assert isinstance(step, Field)
    return step


@dataclass(slots=True)
class _Table:
    steps: list[Field | Definition] = field(default_factory=list)
    uses: dict[Slot, list[Use]] = field(default_factory=dict)

    def organ(self, step: Field | Definition) -> Organ:
        gate = self.part(step.gate, step.slot) if step.gate is not None else None
        if isinstance(step, Field):
            return Organ(step, gate, None, ())
        match step.body:
            case Calculation(node):
                return Organ(step, gate, self.part(node, step.slot), ())
            case Clauses(clauses, otherwise):
                rulings = tuple(self.ruling(clause, step.slot) for clause in clauses)
                return Organ(
                    step, gate, self.part(otherwise, step.slot) if otherwise is not None else None, rulings
                )
            case _:
                assert_never(step.body)

    def ruling(self, clause: Clause, reader: Slot) -> Ruling:
        return Ruling(clause, self.part(clause.condition, reader), self.part(clause.outcome, reader))

    def part(self, node: Node, reader: Slot | None, *, counted: bool = True) -> Part:
        whole = self._part(node)
        if counted:
            for around, inner in _pairs(whole, None):
                if isinstance(inner.node, Read):
                    self.uses.setdefault(inner.node.slot, []).append(Use(reader, around, inner))
        return whole

    def _part(self, node: Node) -> Part:
        if isinstance(node, Read):
            return Part(node, node.slot, (), (node.slot,))
        parts = tuple(self._part(child) for child in children(node))
        slot = f"§{len(self.steps)}"
        self.steps.append(_definition(slot, _with_children(node, tuple(Read(part.slot) for part in parts))))
        return Part(node, slot, parts, _always_rests_on(node, parts))


def _always_rests_on(node: Node, parts: tuple[Part, ...]) -> tuple[Slot, ...] | None:
    """What is behind the one operand that varies; None where several do, or where a constant can decide."""
    if isinstance(node, All | Any | OrElse | If):
        return None
    varying = [part for part in parts if not (isinstance(part.node, Const) and is_known(part.node.value))]
    match varying:
        case []:
            return ()
        case [only]:
            return only.rests_on
        case _:
            return None


def _pairs(part: Part, around: Part | None) -> Iterator[tuple[Part | None, Part]]:
    yield around, part
    for inner in part.parts:
        yield from _pairs(inner, part)


def _definition(slot: Slot, node: Node) -> Definition:
    return Definition(
        slot=slot,
        name=slot,
        role=None,
        type=_ANY,
        gate=None,
        body=Calculation(node),
        description="",
        provenance=_NOWHERE,
        span=_SPAN,
    )


def _reading(organ: Organ) -> Field | Definition:
    gate = Read(organ.gate.slot) if organ.gate else None
    body = Read(organ.body.slot) if organ.body else None
    if isinstance(organ.step, Field):
        return replace(organ.step, gate=gate)
    match organ.step.body:
        case Calculation():
            assert body is not None
            return replace(organ.step, gate=gate, body=Calculation(body))
        case Clauses():
            clauses = tuple(
                replace(
                    ruling.clause, condition=Read(ruling.condition.slot), outcome=Read(ruling.outcome.slot)
                )
                for ruling in organ.rulings
            )
            return replace(organ.step, gate=gate, body=Clauses(clauses, body))
        case _:
            assert_never(organ.step.body)


def _with_children(node: Node, operands: tuple[Read, ...]) -> Node:
    match node:
        case Const() | Read():
            return node
        case Not() | IsApplicable():
            return type(node)(operands[0])
        case YearOf():
            return YearOf(operands[0])
        case All() | Any() | Add() | Least() | Greatest() | SumApplicable():
            return type(node)(operands)
        case Compare(comparator):
            return Compare(comparator, *operands)
        case Subtract() | Multiply():
            return type(node)(*operands)
        case RoundDiv() | OrElse() | AddMonths():
            return type(node)(*operands)
        case MonthsBetween(step):
            return MonthsBetween(step, *operands)
        case If():
            return If(*operands)
        case _:
            assert_never(node)


_ANY = ValueType(Kind.YES_NO)
_NOWHERE = Provenance()
_SPAN = Span("")
