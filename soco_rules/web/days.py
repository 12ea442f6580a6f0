"""Days and months as people type them and read them."""

from __future__ import annotations

import re

from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date

_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_MONTH = re.compile(r"(\d{1,2})[-/. ](\d{4})")
HINT = "bijvoorbeeld 2-11-2026"
MONTH_HINT = "bijvoorbeeld 10-2026"


def day_in(text: str) -> int:
    """The day number of a day, typed as 2-11-2026 or 2026-11-02.

    Raises:
        UnreadableValueError: it is no day.
    """
    found = _DAY.fullmatch(text.strip())
    written = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else text.strip()
    try:
        return parse_date(written)
    except UnreadableValueError:
        raise UnreadableValueError(f"'{text}' is geen bestaande dag; schrijf {HINT}") from None


def month_in(text: str) -> int:
    """The first day of a month, typed as 10-2026 or 2026-10.

    Raises:
        UnreadableValueError: it is no month.
    """
    found = _MONTH.fullmatch(text.strip())
    written = f"{found[2]}-{int(found[1]):02d}" if found else text.strip()
    try:
        return parse_date(f"{written}-01")
    except UnreadableValueError:
        raise UnreadableValueError(f"'{text}' is geen bestaande maand; schrijf {MONTH_HINT}") from None


def typed(day: int) -> str:
    """A day as people type it: 2-11-2026."""
    year, month, number = iso_day(day).split("-")
    return f"{int(number)}-{int(month)}-{year}"


def typed_month(day: int) -> str:
    """The month of a day as people type it: 11-2026."""
    year, month, _ = iso_day(day).split("-")
    return f"{int(month)}-{year}"


def as_written(text: str) -> str:
    """A day as the rule files write it, however it was typed; what is no day stays as it is."""
    try:
        return iso_day(day_in(text))
    except UnreadableValueError:
        return text


def as_typed(written: str) -> str:
    """An ISO day as people type it; what is no day stays as it is."""
    try:
        return typed(parse_date(written[:10]))
    except UnreadableValueError:
        return written
