"""Calculations of the durable backend: a node as a function from what is known so far to a value, or to nothing yet.

`None` means not derived: an input that is unknown or contradictory, a definition without a rule. A result that is
not None stays the same however much more becomes known, so that a calculation may be tried at any moment.
Calendars are computed from integers here, without the library that the other calculator may use.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from operator import eq
from operator import ge
from operator import gt
from operator import le
from operator import lt
from operator import mul
from operator import ne
from operator import sub
from typing import Any as Untyped
from typing import assert_never

from soco_rules.model.expressions import Comparator
from soco_rules.model.program import Add
from soco_rules.model.program import AddMonths
from soco_rules.model.program import All
from soco_rules.model.program import Any
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Greatest
from soco_rules.model.program import If
from soco_rules.model.program import IsApplicable
from soco_rules.model.program import Least
from soco_rules.model.program import MonthsBetween
from soco_rules.model.program import Multiply
from soco_rules.model.program import Node
from soco_rules.model.program import Not
from soco_rules.model.program import OrElse
from soco_rules.model.program import Read
from soco_rules.model.program import RoundDiv
from soco_rules.model.program import Slot
from soco_rules.model.program import Subtract
from soco_rules.model.program import SumApplicable
from soco_rules.model.program import YearOf
from soco_rules.model.values import Absent
from soco_rules.model.values import Value

Derived = Value | None
"""A known value, `Absent.NOT_APPLICABLE`, or None for what is not derived (yet)."""

Calculation = Callable[[Sequence[Derived]], Derived]

NVT = Absent.NOT_APPLICABLE
FIRST_DAY = 1
LAST_DAY = 3_652_059
"""The day numbers of 1 January of year 1 and 31 December of year 9999."""

_COMPARE: Mapping[Comparator, Callable[[Untyped, Untyped], bool]] = {
    Comparator.EQUAL: eq,
    Comparator.NOT_EQUAL: ne,
    Comparator.LESS: lt,
    Comparator.AT_MOST: le,
    Comparator.MORE: gt,
    Comparator.AT_LEAST: ge,
}


def calculation(node: Node, places: Mapping[Slot, int]) -> Calculation:
    """The node as a function of the derived values; `places` tells where the value of a slot stands."""
    match node:
        case Const(value):
            fixed = derived(value)
            return lambda _: fixed
        case Read(slot):
            place = places[slot]
            return lambda values: values[place]
        case Not(operand):
            return _not(calculation(operand, places))
        case All(operands):
            return _decided_by(False, [calculation(each, places) for each in operands])
        case Any(operands):
            return _decided_by(True, [calculation(each, places) for each in operands])
        case IsApplicable(operand):
            return _is_applicable(calculation(operand, places))
        case OrElse(operand, otherwise):
            return _or_else(calculation(operand, places), calculation(otherwise, places))
        case If(condition, then, otherwise):
            return _if(
                calculation(condition, places), calculation(then, places), calculation(otherwise, places)
            )
        case SumApplicable(operands):
            return _sum_applicable([calculation(each, places) for each in operands])
        case Compare(comparator, left, right):
            return _of_two(_COMPARE[comparator], left, right, places)
        case Subtract(left, right):
            return _of_two(sub, left, right, places)
        case Multiply(left, right):
            return _of_two(mul, left, right, places)
        case RoundDiv(left, right):
            return _of_two(round_half_up, left, right, places)
        case AddMonths(left, right):
            return _of_two(add_months, left, right, places)
        case MonthsBetween(step, start, end):
            return _of_two(lambda a, b: months_between(step, a, b), start, end, places)
        case Add(operands):
            return _of_many(sum, operands, places)
        case Least(operands):
            return _of_many(min, operands, places)
        case Greatest(operands):
            return _of_many(max, operands, places)
        case YearOf(date):
            return _of_many(lambda days: year_of(days[0]), (date,), places)
        case _:
            assert_never(node)


def derived(value: Value) -> Derived:
    """What a supplied value contributes to the derivation: nothing where it is not definite."""
    return value if value is NVT or not isinstance(value, Absent) else None


def round_half_up(numerator: int, denominator: int) -> Derived:
    """The rounded fraction, half away from zero."""
    whole, rest = divmod(abs(numerator), denominator)
    rounded = whole + 1 if 2 * rest >= denominator else whole
    return -rounded if numerator < 0 else rounded


def add_months(date: int, months: int) -> Derived:
    """A date some months on, at most the last day of its month; None outside the years 1 to 9999."""
    if not FIRST_DAY <= date <= LAST_DAY:
        return None
    year, month, day = _calendar(date)
    years, month0 = divmod(month - 1 + months, 12)
    if not 1 <= year + years <= 9999:
        return None
    return _last_or(year + years, month0 + 1, day)


def months_between(step: int, start: int, end: int) -> Derived:
    """How many whole steps of months fit from start to end, negative when the end is earlier."""
    if not (FIRST_DAY <= start <= LAST_DAY and FIRST_DAY <= end <= LAST_DAY):
        return None
    if end < start:
        return -_whole_steps(step, end, start)
    return _whole_steps(step, start, end)


def year_of(date: int) -> Derived:
    """The year of a date; None outside the years 1 to 9999."""
    return _calendar(date)[0] if FIRST_DAY <= date <= LAST_DAY else None


def _whole_steps(step: int, start: int, end: int) -> int:
    first_year, first_month, first_day = _calendar(start)
    last_year, last_month, _ = _calendar(end)
    months = 12 * (last_year - first_year) + last_month - first_month
    if _last_or(last_year, last_month, first_day) > end:
        months -= 1
    return months // step


def _calendar(date: int) -> tuple[int, int, int]:
    """Year, month and day of a day number; counts in years that start in March, so that a leap day comes last."""
    era, day_of_era = divmod(date + 305, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month + 2) // 5 + 1
    year = year_of_era + 400 * era
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)


def _day_number(year: int, month: int, day: int) -> int:
    if month <= 2:
        year, month = year - 1, month + 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 306


def _last_or(year: int, month: int, day: int) -> int:
    """The day in that month, or the month's last day when it is shorter."""
    following = _day_number(year + month // 12, month % 12 + 1, 1)
    return min(_day_number(year, month, day), following - 1)


def _not(operand: Calculation) -> Calculation:
    def run(values: Sequence[Derived]) -> Derived:
        value = operand(values)
        return (not value) if isinstance(value, bool) else value

    return run


def _decided_by(deciding: bool, operands: Sequence[Calculation]) -> Calculation:
    def run(values: Sequence[Derived]) -> Derived:
        found = [operand(values) for operand in operands]
        if deciding in found:
            return deciding
        if None in found:
            return None
        return NVT if NVT in found else not deciding

    return run


def _is_applicable(operand: Calculation) -> Calculation:
    def run(values: Sequence[Derived]) -> Derived:
        value = operand(values)
        return None if value is None else value is not NVT

    return run


def _or_else(operand: Calculation, otherwise: Calculation) -> Calculation:
    def run(values: Sequence[Derived]) -> Derived:
        value = operand(values)
        return otherwise(values) if value is NVT else value

    return run


def _if(condition: Calculation, then: Calculation, otherwise: Calculation) -> Calculation:
    def run(values: Sequence[Derived]) -> Derived:
        value = condition(values)
        if value is True:
            return then(values)
        return otherwise(values) if value is False else value

    return run


def _sum_applicable(operands: Sequence[Calculation]) -> Calculation:
    def run(values: Sequence[Derived]) -> Derived:
        applicable = [value for operand in operands if (value := operand(values)) is not NVT]
        if None in applicable:
            return None
        return sum(map(_number, applicable)) if applicable else NVT

    return run


def _number(value: Derived) -> int:
    if not isinstance(value, int):
        msg = f"{value!r} is no number"
        raise TypeError(msg)
    return value


def _of_two(
    combine: Callable[[Untyped, Untyped], Derived], left: Node, right: Node, places: Mapping[Slot, int]
) -> Calculation:
    first, second = calculation(left, places), calculation(right, places)

    def run(values: Sequence[Derived]) -> Derived:
        a, b = first(values), second(values)
        if a is NVT or b is NVT:
            return NVT
        return None if a is None or b is None else combine(a, b)

    return run


def _of_many(
    combine: Callable[[Sequence[Untyped]], Derived], operands: Sequence[Node], places: Mapping[Slot, int]
) -> Calculation:
    each = [calculation(operand, places) for operand in operands]

    def run(values: Sequence[Derived]) -> Derived:
        found = [operand(values) for operand in each]
        if NVT in found:
            return NVT
        return None if None in found else combine(found)

    return run
