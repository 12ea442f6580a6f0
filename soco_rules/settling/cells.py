"""What a cell says, as a typed value: Dutch or ISO, never guessed, never rounded."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import assert_never

from soco_rules.facts import outside_bounds
from soco_rules.facts import read_written
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import type_in_words
from soco_rules.settling.sheets import MAX_TEXT
from soco_rules.settling.sheets import Cell
from soco_rules.settling.sheets import plain
from soco_rules.settling.sheets import same
from soco_rules.settling.sheets import shown

_DUTCH_DAY = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})(?:-01)?")
_DUTCH_MONTH = re.compile(r"(?:0?1[-/])?([0-9]{1,2})[-/]([0-9]{4})")
_NAMED_MONTH = re.compile(r"([a-z]+) ([0-9]{4})")
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_NOT_APPLICABLE = frozenset({"nvt", "n.v.t.", NOT_APPLICABLE_TEXT})


def value_of(cell: Cell, type_: ValueType) -> Value:
    """The value of a cell, within the bounds of its type.

    Raises:
        UnreadableValueError: with a Dutch part of a sentence that says what is wrong.
    """
    value = _typed(cell, type_)
    if outside := outside_bounds(value, type_):
        raise UnreadableValueError(f"de waarde {outside}")
    return value


def month_of(cell: Cell) -> int:
    """The day number of the first day of the month that a cell names.

    Raises:
        UnreadableValueError: the cell names no month.
    """
    match cell.raw:
        case date() as day:
            return day.replace(day=1).toordinal()
        case str() as text:
            found = _month_in(same(text))
            if found is not None:
                return found
        case _:
            pass
    raise UnreadableValueError(f"'{shown(cell.raw)}' is geen maand; schrijf bijvoorbeeld 2026-10")


def text_of(cell: Cell) -> str:
    """A cell as text: a number such as a member number without decimals."""
    match cell.raw:
        case str() as text:
            return plain(text)
        case Decimal() as number if number == number.to_integral_value():
            return f"{number:.0f}"
        case other:
            return shown(other)


def _typed(cell: Cell, type_: ValueType) -> Value:
    match cell.raw:
        case bool() as answer:
            return read_written(answer, type_)
        case date() as day:
            return _of_day(day, type_)
        case Decimal() as number:
            return _of_number(number, cell.is_share, type_)
        case str() as text:
            return _of_text(text, type_)
        case _:
            assert_never(cell.raw)


def _of_day(day: date, type_: ValueType) -> Value:
    if type_.kind is not Kind.DATE:
        raise UnreadableValueError(
            f"de cel is een datum ({day.day}-{day.month}-{day.year}) en vraagt {type_in_words(type_)}; "
            "misschien maakte het rekenblad er een datum van"
        )
    return day.toordinal()


def _of_number(number: Decimal, is_share: bool, type_: ValueType) -> Value:
    """The value of a number that a spreadsheet holds as a number: nothing about its notation is in doubt."""
    match type_.kind:
        case Kind.MONEY:
            return read_written(_with_decimals(number, 2, "een bedrag"), type_)
        case Kind.COUNT:
            return read_written(_with_decimals(number, 0, "een aantal"), type_)
        case Kind.PERCENTAGE if is_share:
            return read_written(f"{_with_decimals(number * 100, 2, 'een percentage')}%", type_)
        case Kind.TEXT:
            return text_of(Cell(number))
        case _:
            message = f"een getal ({shown(number)}) past hier niet; schrijf {type_in_words(type_)}"
            raise UnreadableValueError(message)


def _with_decimals(number: Decimal, most: int, what: str) -> str:
    exact = number.quantize(Decimal(1).scaleb(-most)) if abs(number) < Decimal(10) ** 20 else number
    if exact != number:
        allowed = f"hoogstens {most} cijfers" if most else "geen cijfers"
        raise UnreadableValueError(
            f"{shown(number)} is niet afgerond; {what} heeft {allowed} achter de komma"
        )
    return f"{exact:f}"


def _of_text(text: str, type_: ValueType) -> Value:
    if len(text) > MAX_TEXT:
        raise UnreadableValueError(f"de tekst is langer dan {MAX_TEXT} tekens")
    text = plain(text)
    if type_.may_be_absent and text.casefold() in _NOT_APPLICABLE:
        text = NOT_APPLICABLE_TEXT
    match type_.kind:
        case Kind.YES_NO:
            text = text.casefold()
        case Kind.CHOICE:
            text = next((choice for choice in type_.choices if same(choice) == same(text)), text)
        case Kind.MONEY:
            text = text.replace("−", "-").removeprefix("EUR ")
        case Kind.DATE:
            if match := _DUTCH_DAY.fullmatch(text):
                text = f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
        case _:
            pass
    try:
        return read_written(text, type_)
    except UnreadableValueError as error:
        if type_.kind is not Kind.DATE:
            raise
        message = str(error).replace(
            "schrijf jaar-maand-dag, bijvoorbeeld 2026-10-15", "schrijf bijvoorbeeld 15-10-2026"
        )
        raise UnreadableValueError(message) from error


def _month_in(text: str) -> int | None:
    if match := _ISO_MONTH.fullmatch(text):
        year, month = int(match[1]), int(match[2])
    elif match := _DUTCH_MONTH.fullmatch(text):
        year, month = int(match[2]), int(match[1])
    elif (match := _NAMED_MONTH.fullmatch(text)) and match[1] in _MONTHS:
        year, month = int(match[2]), _MONTHS.index(match[1]) + 1
    else:
        return None
    return date(year, month, 1).toordinal() if 1 <= month <= 12 and year else None
