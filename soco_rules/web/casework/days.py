"""Days and months as people type them and read them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from soco_rules.facts import Dates
from soco_rules.facts import first_of_month
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.web.forms import Field

_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_MONTH = re.compile(r"(\d{1,2})[-/. ](\d{4})")
HINT = "bijvoorbeeld 2-11-2026"


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
        raise UnreadableValueError(
            f"'{text}' is geen bestaande maand; schrijf bijvoorbeeld 10-2026"
        ) from None


def typed(day: int) -> str:
    """A day as people type it: 2-11-2026."""
    year, month, number = iso_day(day).split("-")
    return f"{int(number)}-{int(month)}-{year}"


def typed_month(day: int) -> str:
    """The month of a day as people type it: 11-2026."""
    year, month, _ = iso_day(day).split("-")
    return f"{int(month)}-{year}"


def as_typed(written: str) -> str:
    """An ISO day as people type it; what is no day stays as it is."""
    try:
        return typed(parse_date(written[:10]))
    except UnreadableValueError:
        return written


@dataclass(frozen=True, slots=True)
class Chosen:
    """The days of a decision as they were chosen, the fields to choose them with, and the words to keep in a form."""

    dates: Dates
    fields: tuple[Field, ...]
    kept: dict[str, str]


def chosen(given: dict[str, str], today: int, *, monthly: bool) -> Chosen:
    """The days that were typed: without them today is decided, about today or the month before.

    What cannot be read is told at its field, and the day that holds without it is taken.
    """
    decided, decision = _read(given.get("besluitdatum", ""), "besluitdatum", "Datum van het besluit", today)
    if monthly:
        before = first_of_month(first_of_month(today) - 1)
        about, asked = _read_month(given.get("maand", ""), before)
    else:
        about, asked = _read(given.get("peildatum", ""), "peildatum", "Peildatum", decided)
    name = "maand" if monthly else "peildatum"
    kept = {name: (iso_day(about)[:7] if monthly else iso_day(about)), "besluitdatum": iso_day(decided)}
    return Chosen(Dates(about, decided), (asked, decision), kept)


_MEANING = {
    "peildatum": f"De dag waarvoor de regels gelden, {HINT}.",
    "besluitdatum": f"De dag waarop wordt besloten, {HINT}.",
}


def _read(text: str, name: str, label: str, without: int) -> tuple[int, Field]:
    field = Field(name, label, value=text or typed(without), hint=_MEANING[name])
    if not text:
        return without, field
    try:
        day = day_in(text)
    except UnreadableValueError as error:
        return without, Field(name, label, value=text, hint=_MEANING[name], error=str(error))
    return day, Field(name, label, value=typed(day), hint=_MEANING[name])


def _read_month(text: str, without: int) -> tuple[int, Field]:
    hint = "De maand waarover wordt besloten, bijvoorbeeld 10-2026."
    if not text:
        return without, Field("maand", "Maand", value=typed_month(without), hint=hint)
    try:
        month = month_in(text)
    except UnreadableValueError as error:
        return without, Field("maand", "Maand", value=text, hint=hint, error=str(error))
    return month, Field("maand", "Maand", value=typed_month(month), hint=hint)
