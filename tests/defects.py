"""Mistakes that a calculator could make, planted in the program or the case that one of the two is given."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import replace

from soco_rules.model.expressions import Comparator
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
from soco_rules.model.program import Program
from soco_rules.model.program import Read
from soco_rules.model.program import RoundDiv
from soco_rules.model.program import Slot
from soco_rules.model.program import Subtract
from soco_rules.model.program import SumApplicable
from soco_rules.model.program import YearOf
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from tests.differential import Defect

Change = Callable[[Node], Node]


def _same(node: Node) -> Node:
    return node


def _everywhere(change: Change, node: Node) -> Node:
    """The node with `change` applied to it and to everything in it, innermost first."""

    def again(child: Node) -> Node:
        return _everywhere(change, child)

    def each(operands: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(map(again, operands))

    match node:
        case Const() | Read():
            return change(node)
        case Not(operand) | IsApplicable(operand):
            return change(replace(node, operand=again(operand)))
        case All(operands) | Any(operands) | Add(operands) | Least(operands) | Greatest(operands):
            return change(replace(node, operands=each(operands)))
        case SumApplicable(operands):
            return change(replace(node, operands=each(operands)))
        case Compare(_, left, right) | Subtract(left, right) | Multiply(left, right):
            return change(replace(node, left=again(left), right=again(right)))
        case RoundDiv(numerator, denominator):
            return change(RoundDiv(again(numerator), again(denominator)))
        case OrElse(operand, otherwise):
            return change(OrElse(again(operand), again(otherwise)))
        case If(condition, then, otherwise):
            return change(If(again(condition), again(then), again(otherwise)))
        case AddMonths(date, months):
            return change(AddMonths(again(date), again(months)))
        case MonthsBetween(step, start, end):
            return change(MonthsBetween(step, again(start), again(end)))
        case YearOf(date):
            return change(YearOf(again(date)))


def _in_program(
    change: Change = _same,
    *,
    clause: Callable[[Clause], Clause] = lambda clause: clause,
    step: Callable[[Field | Definition], Field | Definition] = lambda step: step,
    condition: Change = _same,
) -> Callable[[Program], Program]:
    def altered(node: Node) -> Node:
        return _everywhere(change, node)

    def altered_condition(node: Node) -> Node:
        return condition(altered(node))

    def altered_step(old: Field | Definition) -> Field | Definition:
        new = step(old)
        gate = None if new.gate is None else altered_condition(new.gate)
        if isinstance(new, Field):
            return replace(new, gate=gate)
        return replace(new, gate=gate, body=altered_body(new.body))

    def altered_body(body: Calculation | Clauses) -> Calculation | Clauses:
        if isinstance(body, Calculation):
            return Calculation(altered(body.node))
        clauses = (
            replace(clause(old), condition=altered_condition(old.condition), outcome=altered(old.outcome))
            for old in body.clauses
        )
        return Clauses(tuple(clauses), None if body.otherwise is None else altered(body.otherwise))

    def alter(program: Program) -> Program:
        return replace(
            program,
            steps=tuple(map(altered_step, program.steps)),
            gate=None if program.gate is None else altered_condition(program.gate),
            checks=tuple(replace(check, node=altered(check.node)) for check in program.checks),
        )

    return alter


def _at_most_for_less(node: Node) -> Node:
    if isinstance(node, Compare) and node.comparator is Comparator.LESS:
        return replace(node, comparator=Comparator.AT_MOST)
    return node


def _half_down(node: Node) -> Node:
    """n/d above zero as (2n - 1)/2d, which rounds the exact half down and nothing else differently."""
    if not isinstance(node, RoundDiv):
        return node
    double, twice = Multiply(node.numerator, Const(2)), Multiply(node.denominator, Const(2))
    positive = Compare(Comparator.MORE, node.numerator, Const(0))
    return If(positive, RoundDiv(Subtract(double, Const(1)), twice), node)


def _no_for_not_applicable(node: Node) -> Node:
    def plain(operand: Node) -> Node:
        return OrElse(operand, Const(False))

    match node:
        case Not(operand):
            return Not(plain(operand))
        case All(operands) | Any(operands):
            return replace(node, operands=tuple(map(plain, operands)))
        case _:
            return node


def _no_for_unknown(case: Mapping[Slot, Value]) -> Mapping[Slot, Value]:
    return {slot: False if value is Absent.UNKNOWN else value for slot, value in case.items()}


def _without_gate(step: Field | Definition) -> Field | Definition:
    return replace(step, gate=None)


DEFECTS = (
    Defect("at most for less", _in_program(_at_most_for_less)),
    Defect("exceptions dropped", _in_program(clause=lambda clause: replace(clause, bases=frozenset()))),
    Defect("precedence dropped", _in_program(clause=lambda clause: replace(clause, precedes=frozenset()))),
    Defect("gates dropped", _in_program(step=_without_gate)),
    Defect("gate of the decision dropped", lambda program: replace(program, gate=None)),
    Defect("not applicable taken as no", _in_program(_no_for_not_applicable)),
    Defect("unknown taken as no", case=_no_for_unknown),
    Defect("half rounded down", _in_program(_half_down)),
)
