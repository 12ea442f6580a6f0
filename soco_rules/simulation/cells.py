"""The cells of one column: what the database reads by itself, and the rest as a case file is read, each text once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from soco_rules.backends.sql.encode import CODES
from soco_rules.facts import first_of_month
from soco_rules.facts import outside_bounds
from soco_rules.facts import read_written
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import parse_date
from soco_rules.simulation.opening import ROW
from soco_rules.simulation.quoting import literal
from soco_rules.simulation.quoting import name as quoted

MEMBER, MONTH = "lid", "maand"
UNKNOWN = "onbekend"
TYPES = {Kind.YES_NO: "BOOLEAN", Kind.CHOICE: "VARCHAR", Kind.TEXT: "VARCHAR"}
"""How a value is kept; every other kind is a whole number."""
_MONEY = r"(€ )?[0-9]{1,9}([.,][0-9]{2})?"
_COUNT = r"[0-9]{1,9}"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Read:
    """How the column of a slot is read: the value of a cell, and the table of texts to join where there is one."""

    slot: Slot
    value: str
    table: str | None


def known_value(cell: str, slot: Slot, types: Sequence[ValueType]) -> str:
    """The value of a cell that is written plainly and is within bounds, as an expression; NULL of every other."""
    if slot == MEMBER:
        return cell
    if slot == MONTH:
        first = f"{cell} || '-01'"
        return f"CASE WHEN length({cell}) = 7 THEN {_day(first)} END"
    match types[0].kind:
        case Kind.YES_NO:
            return f"CASE {cell} WHEN 'ja' THEN true WHEN 'nee' THEN false END"
        case Kind.CHOICE:
            shared = [choice for choice in types[0].choices if all(choice in one.choices for one in types)]
            return f"CASE WHEN {cell} IN ({', '.join(map(literal, shared))}) THEN {cell} END"
        case Kind.MONEY:
            return _within(_cents(cell), types)
        case Kind.COUNT:
            whole = f"CASE WHEN regexp_full_match({cell}, '{_COUNT}') THEN CAST({cell} AS BIGINT) END"
            return _within(whole, types)
        case Kind.DATE:
            return _within(_day(cell), types)
        case Kind.PERCENTAGE | Kind.DURATION | Kind.TEXT:
            return f"CAST(NULL AS {TYPES.get(types[0].kind, 'BIGINT')})"


def read_column(
    connection: duckdb.DuckDBPyConnection, place: int, name: str, slot: Slot, types: Sequence[ValueType]
) -> Read:
    """How a column is read; what cannot be read comes in the table `fouten`, under the place of the column."""
    cell = f"ruw.{quoted(name)}"
    known = known_value(cell, slot, types)
    odd = f"{cell} IS NOT NULL AND ({known}) IS NULL"
    table = None
    if connection.execute(f"SELECT 1 FROM ruw WHERE {odd} LIMIT 1").fetchone() is not None:
        table = quoted(f"lees {slot}")
        _read_texts(connection, table, f"SELECT DISTINCT {cell} FROM ruw WHERE {odd}", slot, types)
        connection.execute(
            f"INSERT INTO fouten SELECT ruw.{quoted(ROW)}, {place}, gelezen.fout FROM ruw "
            f"JOIN {table} AS gelezen ON {cell} = gelezen.tekst WHERE gelezen.fout IS NOT NULL"
        )
    if slot in {MEMBER, MONTH}:
        connection.execute(
            f"INSERT INTO fouten SELECT {quoted(ROW)}, {place}, 'er staat niets' FROM ruw WHERE {cell} IS NULL"
        )
    return Read(slot, known, table)


def _read_texts(
    connection: duckdb.DuckDBPyConnection, table: str, texts: str, slot: Slot, types: Sequence[ValueType]
) -> None:
    """The table of some texts, each with its value, why it has none, and what is wrong with it."""
    type_ = TYPES.get(types[0].kind, "BIGINT") if types else "BIGINT"
    connection.execute(
        f"CREATE OR REPLACE TABLE {table} (tekst VARCHAR, waarde {type_}, waarom TINYINT, fout VARCHAR)"
    )
    ((place,),) = connection.execute("SELECT current_database()").fetchall()
    asked = connection.cursor()
    asked.execute(f"USE {quoted(place)}")
    asked.execute(texts)
    while batch := asked.fetchmany(_BATCH):
        rows = [(text, *_read_text(slot, text, types)) for (text,) in batch]
        marks = ", ".join(["(?, ?, ?, ?)"] * len(rows))
        connection.execute(f"INSERT INTO {table} VALUES {marks}", [value for row in rows for value in row])


def _read_text(
    slot: Slot, text: str, types: Sequence[ValueType]
) -> tuple[bool | int | str | None, int, str | None]:
    """The value of a text, the code of its absence, and why it cannot be read."""
    try:
        if slot == MONTH:
            return _month(text), 0, None
        if text == UNKNOWN:
            return None, CODES[Absent.UNKNOWN], None
        values: list[Value] = [read_written(text, type_) for type_ in types]
    except UnreadableValueError as error:
        return None, 0, str(error)
    outside = (outside_bounds(value, type_) for value, type_ in zip(values, types, strict=True))
    if reason := next((each for each in outside if each), None):
        return None, 0, f"de waarde {reason}"
    match values[0]:
        case Absent() as absence:
            return None, CODES[absence], None
        case Duration(amount, _):
            return amount, 0, None
        case value:
            return value, 0, None


def read_month(text: str) -> int | None:
    """The first day of a month; None where the text is none."""
    try:
        return _month(text)
    except UnreadableValueError:
        return None


def _month(text: str) -> int:
    try:
        return first_of_month(parse_date(text if len(text) > 7 else f"{text}-01"))
    except UnreadableValueError:
        raise UnreadableValueError(
            f"'{text}' is geen maand; schrijf jaar-maand, bijvoorbeeld 2026-06"
        ) from None


def _cents(cell: str) -> str:
    plain = f"replace(replace(replace({cell}, '€ ', ''), ',', ''), '.', '')"
    factor = f"CASE WHEN contains({cell}, '.') OR contains({cell}, ',') THEN 1 ELSE 100 END"
    return f"CASE WHEN regexp_full_match({cell}, '{_MONEY}') THEN CAST({plain} AS BIGINT) * {factor} END"


def _day(text: str) -> str:
    """The day number of a date that exists."""
    day = f"TRY_CAST({text} AS DATE)"
    return f"CASE WHEN regexp_full_match({text}, '{_DAY}') THEN date_diff('day', DATE '0001-01-01', {day}) + 1 END"


def _within(number: str, types: Sequence[ValueType]) -> str:
    low = max((type_.minimum for type_ in types if isinstance(type_.minimum, int)), default=None)
    high = min((type_.maximum for type_ in types if isinstance(type_.maximum, int)), default=None)
    bounds = [f"({number}) >= {low}"] * (low is not None) + [f"({number}) <= {high}"] * (high is not None)
    return f"CASE WHEN {' AND '.join(bounds)} THEN {number} END" if bounds else number
