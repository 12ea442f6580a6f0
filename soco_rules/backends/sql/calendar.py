"""Months, years and days as arithmetic on day numbers: no engine is asked what a date is.

Days are numbered from 1 January of the year 1. Divisions are of numbers that are not negative, as long as the day
lies inside the calendar; what comes of other days is never used.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from soco_rules.backends.sql.arithmetic import add
from soco_rules.backends.sql.arithmetic import divide
from soco_rules.backends.sql.arithmetic import multiply
from soco_rules.backends.sql.arithmetic import negative
from soco_rules.backends.sql.arithmetic import remainder
from soco_rules.backends.sql.arithmetic import subtract
from soco_rules.backends.sql.cells import IN_ARITHMETIC
from soco_rules.backends.sql.cells import Cell
from soco_rules.backends.sql.cells import met
from soco_rules.backends.sql.cells import strongest
from soco_rules.backends.sql.choosing import case
from soco_rules.backends.sql.choosing import greatest
from soco_rules.backends.sql.choosing import least
from soco_rules.backends.sql.terms import FALSE
from soco_rules.backends.sql.terms import ZERO
from soco_rules.backends.sql.terms import Term
from soco_rules.backends.sql.terms import all_of
from soco_rules.backends.sql.terms import any_of
from soco_rules.backends.sql.terms import at_most
from soco_rules.backends.sql.terms import equal
from soco_rules.backends.sql.terms import is_null
from soco_rules.backends.sql.terms import less
from soco_rules.backends.sql.terms import literal
from soco_rules.backends.sql.terms import narrowed
from soco_rules.backends.sql.terms import not_
from soco_rules.backends.sql.terms import null
from soco_rules.model.values import Absent

LAST_DAY = date.max.toordinal()
FIRST_MONTH, LAST_MONTH = 12, 12 * 9999 + 11
"""January of the year 1 and December of the year 9999, in months since the start of the calendar."""

DAYS_BEFORE_MARCH = 305
"""From 1 March of the year 0, where the count begins in which a leap day is the last of its year, to the year 1."""


class _Day(NamedTuple):
    """A day as months since the start of the calendar and a day of the month; its year and month (1 to 12)."""

    months: Term
    day: Term
    year: Term
    month: Term


def year_of(cell: Cell) -> Cell:
    """The calendar year of a day; unknown outside the calendar."""
    day = _inside(cell.value)
    return _known_inside(_in_calendar(day).year, cell)


def add_months(start: Cell, months: Cell) -> Cell:
    """The same day of the month so many months on, or the last day of that month where it has no such day."""
    day = _in_calendar(_inside(start.value))
    moved = add(day.months, months.value)
    inside = all_of((at_most(literal(FIRST_MONTH), moved), at_most(moved, literal(LAST_MONTH))))
    target = case([(inside, moved)], null(moved.sort))
    return _known_inside(_day_in_month(day.day, target), start, months)


def months_between(step: int, start: Cell, end: Cell) -> Cell:
    """How many times `step` whole months fit between two days; negative when the second is the earlier."""
    from_, to = _inside(start.value), _inside(end.value)
    forward = at_most(from_, to)
    first, last = _in_calendar(least((from_, to))), _in_calendar(greatest((from_, to)))
    short = all_of((less(last.day, first.day), less(last.day, _length(last.year, last.month))))
    one_less = case([(short, literal(1))], ZERO)
    whole = divide(subtract(subtract(last.months, first.months), one_less), literal(step))
    return _known_inside(case([(not_(forward), negative(whole))], whole), start, end)


def _inside(day: Term) -> Term:
    """The day, NULL outside the calendar."""
    inside = all_of((at_most(literal(1), day), at_most(day, literal(LAST_DAY))))
    return case([(inside, day)], null(day.sort))


def _known_inside(value: Term, *cells: Cell) -> Cell:
    """A result that is unknown where there is nothing absent and still no value."""
    absences = strongest(IN_ARITHMETIC, met(cells), any_of(is_null(cell.value) for cell in cells))
    outside = all_of((is_null(value), *(not_(is_null(cell.value)) for cell in cells)))
    if outside is not FALSE:
        absences[Absent.UNKNOWN] = any_of((absences.get(Absent.UNKNOWN, FALSE), outside))
    return Cell(value, absences)


def _in_calendar(day: Term) -> _Day:
    shifted = add(day, literal(DAYS_BEFORE_MARCH))
    era = divide(shifted, literal(146_097))
    day_of_era = remainder(shifted, 146_097)
    leaps = subtract(divide(day_of_era, literal(1460)), divide(day_of_era, literal(36_524)))
    level = subtract(subtract(day_of_era, leaps), divide(day_of_era, literal(146_096)))
    year_of_era = narrowed(divide(level, literal(365)), 0, 399)
    century = subtract(divide(year_of_era, literal(4)), divide(year_of_era, literal(100)))
    day_of_year = subtract(day_of_era, add(multiply(year_of_era, literal(365)), century))
    march_month = narrowed(divide(add(multiply(day_of_year, literal(5)), literal(2)), literal(153)), 0, 11)
    before = divide(add(multiply(march_month, literal(153)), literal(2)), literal(5))
    late = at_most(literal(10), march_month)  # January and February belong to the next year
    march_year = add(multiply(era, literal(400)), year_of_era)
    first, last = _date(day.low, date.min), _date(day.high, date.max)
    return _Day(
        months=narrowed(
            add(multiply(march_year, literal(12)), add(march_month, literal(2))),
            _months(first),
            _months(last),
        ),
        day=narrowed(add(subtract(day_of_year, before), literal(1)), 1, 31),
        year=narrowed(add(march_year, case([(late, literal(1))], ZERO)), first.year, last.year),
        month=narrowed(add(march_month, case([(late, literal(-9))], literal(3))), 1, 12),
    )


def _date(day: int | None, otherwise: date) -> date:
    return date.fromordinal(day) if day is not None and 1 <= day <= LAST_DAY else otherwise


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _day_in_month(day: Term, months: Term) -> Term:
    """The day number of a day of a month, or of the last day of that month where it has no such day."""
    year = divide(months, literal(12))
    month = add(remainder(months, 12), literal(1))
    march_months = subtract(months, literal(2))
    march_year, march_month = divide(march_months, literal(12)), remainder(march_months, 12)
    before = divide(add(multiply(march_month, literal(153)), literal(2)), literal(5))
    leaps = subtract(divide(march_year, literal(4)), divide(march_year, literal(100)))
    leaps = add(leaps, divide(march_year, literal(400)))
    start = add(add(multiply(march_year, literal(365)), leaps), before)
    return add(subtract(start, literal(DAYS_BEFORE_MARCH + 1)), least((day, _length(year, month))))


def _length(year: Term, month: Term) -> Term:
    """How many days a month has."""
    fourth = equal(remainder(year, 4), ZERO)
    century = equal(remainder(year, 100), ZERO)
    leap = all_of((fourth, any_of((not_(century), equal(remainder(year, 400), ZERO)))))
    short = any_of(equal(month, literal(number)) for number in (4, 6, 9, 11))
    february = equal(month, literal(2))
    lengths = [
        (all_of((february, leap)), literal(29)),
        (february, literal(28)),
        (short, literal(30)),
        (not_(is_null(month)), literal(31)),
    ]
    return case(lengths)
