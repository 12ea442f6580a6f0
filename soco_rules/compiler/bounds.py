"""Prove that every calculation stays within 64 bits and no divisor can be zero, from the bounds of the facts."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from typing import assert_never

from soco_rules.catalogue import finding
from soco_rules.compiler.layers import Findings
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.model import program as ir
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType

LIMIT = 2**62
FIRST_DAY = date(1, 1, 1).toordinal()
LAST_DAY = date(9999, 12, 31).toordinal()
EARLIEST = date(1900, 1, 1).toordinal()
LATEST = date(2199, 12, 31).toordinal()

_DEFAULTS: Mapping[Kind, tuple[int, int]] = {
    Kind.MONEY: (-(10**10), 10**10),
    Kind.COUNT: (-(10**6), 10**6),
    Kind.PERCENTAGE: (0, 10**6),
    Kind.DATE: (EARLIEST, LATEST),
}
"""What a value can be when nothing is declared: a hundred million euro, a million, the years 1900 to 2199."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The smallest and the largest that a node can be."""

    low: int
    high: int

    def joined(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))


_BIT = Interval(0, 1)
_ZERO = Interval(0, 0)


def bounded(type_: ValueType) -> ValueType:
    """The type with finite bounds, so that what is supplied can be checked against them."""
    if type_.kind not in _DEFAULTS:
        return type_
    low, high = _DEFAULTS[type_.kind]
    return replace(
        type_,
        minimum=low if type_.minimum is None else type_.minimum,
        maximum=high if type_.maximum is None else type_.maximum,
    )


def check_bounds(
    steps: Iterable[ir.Field | ir.Definition],
    divisors: Mapping[Span, Iterable[ir.Node]],
    known: Mapping[ir.Slot, Interval],
) -> tuple[Mapping[ir.Slot, Interval], Findings]:
    """What every step can be, with findings where one can leave 64 bits or a divisor can be zero.

    `steps` are in order of reading; of those that are not among them it is `known`.
    """
    ranges = dict(known)
    findings: list[Diagnostic] = []
    for step in steps:
        ranges[step.slot] = _of_step(step, ranges)
        if _largest(step, ranges) > LIMIT or _leaves_the_calendar(step, ranges[step.slot]):
            message = f"De berekening van '{step.name}' kan voorbij de grens van een exact getal of de kalender komen."
            findings.append(finding("getal-te-groot", step.span, message))
            ranges[step.slot] = Interval(*_DEFAULTS.get(step.type.kind, (0, 1)))
    findings.extend(
        finding("deler-nul", place, "De deler kan nul of minder zijn.")
        for place, nodes in divisors.items()
        for node in nodes
        if interval(node, ranges).low <= 0
    )
    return ranges, tuple(findings)


def interval(node: ir.Node, ranges: Mapping[ir.Slot, Interval]) -> Interval:
    """The smallest and largest value of a node; yes, no and the values of a keuze count as 0 and 1."""
    match node:
        case ir.Const(value):
            return _constant(value)
        case ir.Read(slot):
            return ranges.get(slot, _BIT)
        case ir.Not() | ir.All() | ir.Any() | ir.Compare() | ir.IsApplicable():
            return _BIT
        case ir.Add(operands):
            parts = [interval(operand, ranges) for operand in operands]
            return Interval(sum(part.low for part in parts), sum(part.high for part in parts))
        case ir.SumApplicable(operands):
            parts = [interval(operand, ranges) for operand in operands]
            return Interval(sum(min(part.low, 0) for part in parts), sum(max(part.high, 0) for part in parts))
        case ir.Subtract(left, right):
            one, other = interval(left, ranges), interval(right, ranges)
            return Interval(one.low - other.high, one.high - other.low)
        case ir.Multiply(left, right):
            return _product(interval(left, ranges), interval(right, ranges))
        case ir.RoundDiv(numerator, denominator):
            return _quotient(interval(numerator, ranges), interval(denominator, ranges))
        case ir.Least(operands):
            parts = [interval(operand, ranges) for operand in operands]
            return Interval(min(part.low for part in parts), min(part.high for part in parts))
        case ir.Greatest(operands):
            parts = [interval(operand, ranges) for operand in operands]
            return Interval(max(part.low for part in parts), max(part.high for part in parts))
        case ir.OrElse(operand, otherwise):
            return interval(operand, ranges).joined(interval(otherwise, ranges))
        case ir.If(_, then, otherwise):
            return interval(then, ranges).joined(interval(otherwise, ranges))
        case ir.AddMonths(moved, months):
            start, steps = interval(moved, ranges), interval(months, ranges)
            earliest, latest = start.low + 31 * min(steps.low, 0), start.high + 31 * max(steps.high, 0)
            return Interval(max(earliest, FIRST_DAY), min(latest, LAST_DAY))
        case ir.MonthsBetween(step, _, _):
            return Interval(-120_000 // step, 120_000 // step)
        case ir.YearOf():
            return Interval(1, 9999)
        case _:
            assert_never(node)


def _of_step(step: ir.Field | ir.Definition, ranges: Mapping[ir.Slot, Interval]) -> Interval:
    if isinstance(step, ir.Field):
        return _of_field(step)
    outcomes = _outcomes(step.body)
    parts = [interval(node, ranges) for node in outcomes]
    return Interval(min(part.low for part in parts), max(part.high for part in parts)) if parts else _BIT


def _leaves_the_calendar(step: ir.Field | ir.Definition, own: Interval) -> bool:
    return step.type.kind is Kind.DATE and not FIRST_DAY <= own.low <= own.high <= LAST_DAY


def _outcomes(body: ir.Calculation | ir.Clauses) -> tuple[ir.Node, ...]:
    if isinstance(body, ir.Calculation):
        return (body.node,)
    rest = () if body.otherwise is None else (body.otherwise,)
    return (*(clause.outcome for clause in body.clauses), *rest)


def _of_field(step: ir.Field) -> Interval:
    if step.constant is not None:
        return _constant(step.constant)
    if isinstance(step.type.minimum, int) and isinstance(step.type.maximum, int):
        return Interval(step.type.minimum, step.type.maximum)
    return Interval(0, 12_000) if step.type.kind is Kind.DURATION else _BIT


def _constant(value: Value) -> Interval:
    match value:
        case bool() | str() | Absent():
            return _ZERO
        case Duration(amount, _):
            return Interval(amount, amount)
        case int():
            return Interval(value, value)
        case _:
            assert_never(value)


def _largest(step: ir.Field | ir.Definition, ranges: Mapping[ir.Slot, Interval]) -> int:
    return max((_largest_in(node, ranges) for node in ir.nodes_of(step)), default=0)


def _largest_in(node: ir.Node, ranges: Mapping[ir.Slot, Interval]) -> int:
    own = interval(node, ranges)
    factor = 4 if isinstance(node, ir.RoundDiv) else 1
    largest = max(abs(own.low), abs(own.high))
    for child in ir.children(node):
        largest = max(largest, factor * _largest_in(child, ranges))
    return largest


def _product(one: Interval, other: Interval) -> Interval:
    corners = [a * b for a in (one.low, one.high) for b in (other.low, other.high)]
    return Interval(min(corners), max(corners))


def _quotient(numerator: Interval, denominator: Interval) -> Interval:
    smallest = max(1, denominator.low)
    largest = max(1, denominator.high)
    corners = [_rounded_out(a, b) for a in (numerator.low, numerator.high) for b in (smallest, largest)]
    return Interval(min(corners), max(corners))


def _rounded_out(numerator: int, denominator: int) -> int:
    magnitude = -(-abs(numerator) // denominator)
    return -magnitude if numerator < 0 else magnitude
