"""Days on which a statutory term does not end, and how far such a term then runs on (Algemene termijnenwet).

The library of holidays knows more and other days than the law; only the days of article 3 count here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from soco_rules.backends.reference import add_months
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Unit
from soco_rules.model.values import as_dutch
from soco_rules.model.values import parse_date

ARTICLE_1 = "Algemene termijnenwet artikel 1 lid 1"
ARTICLE_2 = "Algemene termijnenwet artikel 2"

KNOWN_YEARS = range(2014, 2100)
"""From the first Koningsdag; in other years the days of article 3 are not known here."""

_NATIONAL = (
    "Nieuwjaarsdag",
    "Goede vrijdag",
    "Tweede paasdag",
    "Koningsdag",
    "Bevrijdingsdag",
    "Hemelvaartsdag",
    "Tweede pinksterdag",
    "Eerste kerstdag",
    "Tweede kerstdag",
)
"""Article 3 lid 1 and 2, as the library names them. Easter Sunday and Whit Sunday are Sundays and not in the law."""


@dataclass(frozen=True, slots=True)
class Decree:
    """A royal decree that equates days with the holidays of the law (article 3 lid 3)."""

    title: str
    days: tuple[str, ...]


DECREES: tuple[Decree, ...] = (
    Decree(
        "Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025"
        " met een algemeen erkende feestdag",
        ("2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30"),
    ),
    Decree(
        "Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028"
        " met een algemeen erkende feestdag",
        ("2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"),
    ),
)

DECREED_YEARS = range(2023, 2029)
"""For which years DECREES is complete; in other years a Friday after Hemelvaartsdag, for one, may be a day too many."""

EQUATED: Mapping[int, str] = {parse_date(day): decree.title for decree in DECREES for day in decree.days}
"""Each equated day with the decree that equates it."""


@lru_cache(maxsize=128)
def recognised(year: int) -> Mapping[int, str]:
    """The holidays of a year by day number, with their Dutch name; what a decree equates is not among them.

    Raises:
        LookupError: the library lacks a day of the law, or `year` is outside KNOWN_YEARS.
    """
    if year not in KNOWN_YEARS:
        raise LookupError(f"the holidays of {year} are not known")
    import holidays  # noqa: PLC0415 - a tenth of the time in which a desk starts, and many a page has no term

    # As a public holiday the library counts 5 May once in five years; the law counts it every year.
    categories = (holidays.PUBLIC, holidays.OPTIONAL)
    # Without `observed` the library leaves Koningsdag on a Sunday.
    found = holidays.country_holidays("NL", years=year, categories=categories, language="nl", observed=True)
    named = [(day.toordinal(), name) for day in found for name in found.get_list(day) if name in _NATIONAL]
    if lacking := set(_NATIONAL) - {name for _, name in named}:
        raise LookupError(f"the library of holidays lacks {sorted(lacking)} in {year}")
    return dict(named)


def closed(day: int) -> str | None:
    """Why no statutory term ends on this day, in Dutch; None for a day on which one can end.

    Raises:
        LookupError: the day is in a year of which the holidays are not known.
    """
    on = date.fromordinal(day)
    if name := recognised(on.year).get(day):
        return name if name in _WITH_A_CAPITAL else name[0].lower() + name[1:]
    if decree := EQUATED.get(day):
        return f"gelijkgesteld met een feestdag ({decree})"
    return _WEEKEND.get(on.isoweekday())


_WITH_A_CAPITAL = frozenset({"Nieuwjaarsdag", "Koningsdag", "Bevrijdingsdag", "Hemelvaartsdag"})
_WEEKEND = {6: "een zaterdag", 7: "een zondag"}


@dataclass(frozen=True, slots=True)
class Ending:
    """The last day of a term, and in Dutch what made it another day than was counted, or may still make it so."""

    last_day: int
    articles: tuple[str, ...] = ()
    remark: str = ""


def is_covered(length: Duration) -> bool:
    """Whether the Algemene termijnenwet extends a term of this length (article 4 onderdeel a).

    Twelve weeks are fewer than ninety days and thirteen are more, so days say what weeks do.
    """
    return length.amount <= (90 if length.unit is Unit.DAYS else 3)


def counted(event: int, length: Duration) -> int | None:
    """The last day of a term that starts the day after an event, before any extension; None past the calendar."""
    if length.unit is Unit.DAYS:
        last = event + length.amount
        return last if last <= _LAST_DAY else None
    moved = add_months(event, length.amount)
    return None if isinstance(moved, Absent) else moved


_LAST_DAY = date.max.toordinal()


def days_after(day: int, days: int = 1) -> int:
    """Some days later, at most the last day that the calendar has."""
    return min(day + days, _LAST_DAY)


def ending(first_day: int, last_day: int) -> Ending | None:
    """When a statutory term that the law extends really ends; None when the holidays of that year are not known.

    A term of three days or more holds two days that are no weekend or holiday (article 2), and no term ends on one
    (article 1 lid 1).
    """
    try:
        enough = _with_two_open_days(first_day, last_day)
        last = _next_open_day(enough)
        why = closed(last_day)
    except LookupError:
        return None
    remark = "" if is_decreed(last) else NOT_YET_DECREED
    if enough > last_day:
        return Ending(last, (ARTICLE_2,), f"In deze termijn horen twee werkdagen te zitten. {remark}".strip())
    if why is None:
        return Ending(last, (), remark)
    moved = f"{as_dutch(last_day, Kind.DATE)} is {why}; de termijn loopt door tot een werkdag. {remark}"
    return Ending(last, (ARTICLE_1,), moved.strip())


NOT_YET_DECREED = "Voor dat jaar is hier nog niet bekend welke dagen met een feestdag zijn gelijkgesteld."


def is_decreed(day: int) -> bool:
    """Whether every equated day of that year is in DECREES."""
    return date.fromordinal(day).year in DECREED_YEARS


def _next_open_day(day: int) -> int:
    while closed(day):
        day += 1
    return day


def _with_two_open_days(first_day: int, last_day: int) -> int:
    """The term so much longer that it holds two open days, when it has three days or more."""
    if last_day - first_day < 2:
        return last_day
    second = _next_open_day(_next_open_day(first_day) + 1)
    return max(second, last_day)
