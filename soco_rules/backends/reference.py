"""The reference calculator: what a Program means; where another calculator differs, this one is right.

Every node becomes a function of the values so far, every step a function that adds to them. What each does
with each absence stands in the tables of docs/betekenis.md, which are the tests of this module.
"""

from __future__ import annotations

import calendar
import operator
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from functools import partial
from graphlib import TopologicalSorter
from typing import assert_never

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
from soco_rules.model.program import Evaluation
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
from soco_rules.model.program import Verdict
from soco_rules.model.program import YearOf
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.model.values import is_same

Values = dict[Slot, Value]
Verdicts = dict[Slot, Verdict]
Calculate = Callable[[Values], Value]
Step = Callable[[Values, Verdicts], None]

NOT_APPLICABLE = Absent.NOT_APPLICABLE
NO_RULE = Absent.NO_RULE
UNKNOWN = Absent.UNKNOWN
CONFLICT = Absent.CONFLICT
CONTRADICTORY = Absent.CONTRADICTORY

IN_LOGIC = (CONTRADICTORY, CONFLICT, UNKNOWN, NO_RULE, NOT_APPLICABLE)
IN_ARITHMETIC = (CONTRADICTORY, NOT_APPLICABLE, CONFLICT, UNKNOWN, NO_RULE)
"""Which absence is the result where several meet: the first of these."""


def prepare(program: Program) -> Callable[[Mapping[Slot, Value]], Evaluation]:
    """The Program as one function of the values of its fields; a field that is not given is unknown."""
    fields = tuple(field.slot for field in program.fields)
    unjudged = {step.slot: Verdict() for step in program.definitions if isinstance(step.body, Clauses)}
    steps = tuple(_step(step) for step in program.steps if isinstance(step, Definition) or step.gate)
    gate = _calculate(program.gate or Const(True))
    checks = _all_of(check.node for check in program.checks)

    def evaluate(given: Mapping[Slot, Value]) -> Evaluation:
        values: Values = {slot: given.get(slot, UNKNOWN) for slot in fields}
        verdicts = unjudged.copy()
        for step in steps:
            step(values, verdicts)
        return Evaluation(values, verdicts, gate(values), tuple([check(values) for check in checks]))

    return evaluate


def prepare_node(node: Node) -> Callable[[dict[Slot, Value]], Value]:
    """One node as a function of the values of the slots that it reads; each of them must be given."""
    return _calculate(node)


# Steps


def _step(step: Field | Definition) -> Step:
    ungated = _as_given if isinstance(step, Field) else _defined(step.slot, step.body)
    return ungated if step.gate is None else _gated(step.slot, _calculate(step.gate), ungated)


def _as_given(_: Values, __: Verdicts) -> None:
    """A field has its value already."""


def _defined(slot: Slot, body: Calculation | Clauses) -> Step:
    match body:
        case Calculation(node):
            return _calculated(slot, _calculate(node))
        case Clauses():
            return _decided(slot, body)


def _calculated(slot: Slot, calculate: Calculate) -> Step:
    def step(values: Values, _: Verdicts) -> None:
        values[slot] = calculate(values)

    return step


def _gated(slot: Slot, gate: Calculate, ungated: Step) -> Step:
    """`geldt_als`: on nee not applicable, on an absence that absence, and then nothing else is looked at."""

    def step(values: Values, verdicts: Verdicts) -> None:
        applies = gate(values)
        if applies is True:
            ungated(values, verdicts)
        else:
            values[slot] = NOT_APPLICABLE if applies is False else applies

    return step


# Nodes


def _calculate(node: Node) -> Calculate:
    match node:
        case Const(value):
            return _constant(value)
        case Read(slot):
            return operator.itemgetter(slot)
        case Not(operand):
            return _negation(_calculate(operand))
        case All(operands):
            return _connective(_all_of(operands), decisive=False)
        case Any(operands):
            return _connective(_all_of(operands), decisive=True)
        case Compare(comparator, left, right):
            return _strict(comparator.relation, left, right)
        case Subtract(left, right):
            return _strict(operator.sub, left, right)
        case Multiply(left, right):
            return _strict(operator.mul, left, right)
        case RoundDiv(numerator, denominator):
            return _strict(rounded_quotient, numerator, denominator)
        case Add(operands):
            return _strict_over(sum, operands)
        case Least(operands):
            return _strict_over(min, operands)
        case Greatest(operands):
            return _strict_over(max, operands)
        case SumApplicable(operands):
            return _sum_applicable(_all_of(operands))
        case IsApplicable(operand):
            return _is_applicable(_calculate(operand))
        case OrElse(operand, otherwise):
            return _or_else(_calculate(operand), _calculate(otherwise))
        case If(condition, then, otherwise):
            return _choice(_calculate(condition), _calculate(then), _calculate(otherwise))
        case AddMonths(day, months):
            return _strict(add_months, day, months)
        case MonthsBetween(step, start, end):
            return _strict(lambda first, last: months_between(step, first, last), start, end)
        case YearOf(day):
            return _strict_over(lambda days: year_of(*days), (day,))
        case _:
            assert_never(node)


def _all_of(nodes: Iterable[Node]) -> tuple[Calculate, ...]:
    return tuple(map(_calculate, nodes))


def _constant(value: Value) -> Calculate:
    return lambda _: value


def _negation(operand: Calculate) -> Calculate:
    def negation(values: Values) -> Value:
        value = operand(values)
        return value if type(value) is Absent else value is False

    return negation


def _connective(operands: tuple[Calculate, ...], *, decisive: bool) -> Calculate:
    """`en` is decided by one nee, `of` by one ja; else the strongest absence; else the other of the two."""
    neutral = not decisive

    def connective(values: Values) -> Value:
        result: Value = neutral
        for operand in operands:
            value = operand(values)
            if value is decisive:
                return value
            if value is not neutral:
                result = _first(IN_LOGIC, (result, value))
        return result

    return connective


def _strict(function: Callable[..., Value], left: Node, right: Node) -> Calculate:
    """A function of two known values; an absence among them is the result."""
    left_value, right_value = _calculate(left), _calculate(right)

    def strict(values: Values) -> Value:
        first, second = left_value(values), right_value(values)
        if type(first) is Absent or type(second) is Absent:
            return _first(IN_ARITHMETIC, (first, second))
        return function(first, second)

    return strict


def _strict_over(function: Callable[..., Value], operands: Iterable[Node]) -> Calculate:
    """The same for a function of a sequence."""
    calculations = _all_of(operands)

    def strict(values: Values) -> Value:
        return _known_or_absent(function, [calculate(values) for calculate in calculations])

    return strict


def _sum_applicable(operands: tuple[Calculate, ...]) -> Calculate:
    def total(values: Values) -> Value:
        present = [value for operand in operands if (value := operand(values)) is not NOT_APPLICABLE]
        return _known_or_absent(sum, present) if present else NOT_APPLICABLE

    return total


def _known_or_absent(function: Callable[..., Value], arguments: Sequence[Value]) -> Value:
    for argument in arguments:
        if type(argument) is Absent:
            return _first(IN_ARITHMETIC, arguments)
    return function(arguments)


def _is_applicable(operand: Calculate) -> Calculate:
    def is_applicable(values: Values) -> Value:
        value = operand(values)
        if value is NOT_APPLICABLE:
            return False
        return value if type(value) is Absent else True

    return is_applicable


def _or_else(operand: Calculate, otherwise: Calculate) -> Calculate:
    def or_else(values: Values) -> Value:
        value = operand(values)
        return otherwise(values) if value is NOT_APPLICABLE else value

    return or_else


def _choice(condition: Calculate, then: Calculate, otherwise: Calculate) -> Calculate:
    def choice(values: Values) -> Value:
        chosen = condition(values)
        if chosen is True:
            return then(values)
        return otherwise(values) if chosen is False else chosen

    return choice


def _first(order: tuple[Absent, ...], values: Sequence[Value]) -> Absent:
    for absence in order:
        if absence in values:
            return absence
    raise AssertionError(values)


# Rules


@dataclass(frozen=True, slots=True)
class _Standing:
    """What remains of the rules once it is known which conditions are met.

    `candidates` are the outcomes still possible, by index; the index after the last rule is `anders`.
    `doubts` are the absences for which it is not known whether some candidate applies.
    """

    verdict: Verdict
    candidates: tuple[int, ...]
    doubts: tuple[Value, ...]


def _decided(slot: Slot, body: Clauses) -> Step:
    conditions = _all_of(clause.condition for clause in body.clauses)
    outcomes = _all_of((*(clause.outcome for clause in body.clauses), body.otherwise or Const(NO_RULE)))
    standing_of = lru_cache(maxsize=1024)(partial(_standing, body.clauses, _bases_first(body.clauses)))

    def step(values: Values, verdicts: Verdicts) -> None:
        standing = standing_of(tuple([condition(values) for condition in conditions]))
        values[slot] = _agreed([outcomes[index](values) for index in standing.candidates], standing.doubts)
        verdicts[slot] = standing.verdict

    return step


def _bases_first(clauses: tuple[Clause, ...]) -> tuple[int, ...]:
    bases = {index: sorted(clause.bases) for index, clause in enumerate(clauses)}
    return tuple(TopologicalSorter(bases).static_order())


def _standing(clauses: tuple[Clause, ...], bases_first: tuple[int, ...], met: tuple[Value, ...]) -> _Standing:
    """An exception counts only where one of its bases applies, and then wins from it.

    That it also wins from all that this base wins from needs no line: the base applies, so it wins from them.
    """
    applying: set[int] = set()
    beaten: set[int] = set()
    doubts: dict[int, frozenset[Value]] = {}  # of each rule that may apply
    for index in bases_first:
        clause, condition = clauses[index], met[index]
        presupposed = not clause.bases or not clause.bases.isdisjoint(applying)
        if condition is False or condition is NOT_APPLICABLE:
            continue
        if condition is True and presupposed:
            beaten |= clause.precedes | (clause.bases & applying)
            applying.add(index)
        elif presupposed or not clause.bases.isdisjoint(doubts):
            doubts[index] = frozenset({condition}).union(
                *(doubts[base] for base in clause.bases & doubts.keys())
            )
    winning = tuple(sorted(applying - beaten))
    possible = tuple(sorted(doubts.keys() - beaten))
    otherwise = () if applying else (len(clauses),)
    return _Standing(
        Verdict(tuple(sorted(applying)), winning, tuple(sorted(doubts))),
        candidates=winning + possible + otherwise,
        doubts=tuple(doubt for index in sorted(doubts) for doubt in doubts[index]),
    )


def _agreed(outcomes: list[Value], doubts: tuple[Value, ...]) -> Value:
    """The outcome that all candidates share."""
    shared = outcomes[0]
    if len(outcomes) == 1:
        return shared
    if _is_definite(shared) and all(is_same(shared, other) for other in outcomes):
        return shared
    if not doubts and all(map(_is_definite, outcomes)):
        return CONFLICT
    return _first(IN_LOGIC, (*outcomes, *doubts))


def _is_definite(value: Value) -> bool:
    return type(value) is not Absent or value is NOT_APPLICABLE


# Numbers and dates


def rounded_quotient(numerator: int, denominator: int) -> int:
    """The quotient as a whole number, a half away from zero; the denominator is positive."""
    quotient = (2 * abs(numerator) + denominator) // (2 * denominator)
    return -quotient if numerator < 0 else quotient


def add_months(day: int, months: int) -> int | Absent:
    """The same day of the month so many months on, or the last day of that month where it has no such day.

    Unknown outside the years 1 to 9999, as are the two functions below.
    """
    start = _date(day)
    if start is None or not FIRST_MONTH <= _month(start) + months <= LAST_MONTH:
        return UNKNOWN
    return _day_in_month(start.day, _month(start) + months).toordinal()


def months_between(step: int, start: int, end: int) -> int | Absent:
    """How many times `step` whole months fit between two days; negative when the second is the earlier."""
    first, last = _date(min(start, end)), _date(max(start, end))
    if first is None or last is None:
        return UNKNOWN
    steps = (_month(last) - _month(first)) // step
    if _day_in_month(first.day, _month(first) + steps * step) > last:
        steps -= 1
    return steps if start <= end else -steps


def year_of(day: int) -> int | Absent:
    """The calendar year of a day."""
    found = _date(day)
    return UNKNOWN if found is None else found.year


def _date(day: int) -> date | None:
    return date.fromordinal(day) if 1 <= day <= LAST_DAY else None


def _month(day: date) -> int:
    """Months since the start of the calendar."""
    return day.year * 12 + day.month - 1


def _day_in_month(day: int, month: int) -> date:
    year, months = divmod(month, 12)
    return date(year, months + 1, min(day, calendar.monthrange(year, months + 1)[1]))


FIRST_MONTH = _month(date.min)
LAST_MONTH = _month(date.max)
LAST_DAY = date.max.toordinal()
