"""The calendar of the reference under the names of the proof: what the proof asks to see whether its dates exist."""

from __future__ import annotations

from soco_rules.backends import reference
from soco_rules.backends.proof.calendar import Calendar
from soco_rules.backends.proof.encode import ADD_MONTHS
from soco_rules.backends.proof.encode import MONTHS_BETWEEN
from soco_rules.backends.proof.encode import YEAR_OF
from soco_rules.backends.proof.encode import YEARS_BETWEEN

CALENDAR: Calendar = {
    ADD_MONTHS: reference.add_months,
    MONTHS_BETWEEN: lambda start, end: reference.months_between(1, start, end),
    YEARS_BETWEEN: lambda start, end: reference.months_between(12, start, end),
    YEAR_OF: reference.year_of,
}
