"""The days of a decision as they are chosen at a page."""

from __future__ import annotations

from dataclasses import dataclass

from soco_rules.facts import Dates
from soco_rules.facts import first_of_month
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import iso_day
from soco_rules.web.days import month_in
from soco_rules.web.days import typed_month
from soco_rules.web.forms import Field
from soco_rules.web.forms import day_field
from soco_rules.web.forms import day_given
from soco_rules.web.forms import month_field
from soco_rules.web.forms import sentence


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
    "peildatum": "De dag waarvoor de regels gelden",
    "besluitdatum": "De dag waarop wordt besloten",
}


def _read(text: str, name: str, label: str, without: int) -> tuple[int, Field]:
    day, problem = day_given({name: text}, name)
    shown = text if problem else iso_day(without if day is None else day)
    return without if day is None else day, day_field(name, label, shown, _MEANING[name], problem)


def _read_month(text: str, without: int) -> tuple[int, Field]:
    hint = "De maand waarover wordt besloten"
    try:
        month = month_in(text) if text else without
    except UnreadableValueError as error:
        return without, month_field("maand", "Maand", text, hint, sentence(str(error)))
    return month, month_field("maand", "Maand", typed_month(month), hint)
