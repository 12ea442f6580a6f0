"""A file of members and months, checked cell by cell, as a table for the caseload query.

Every text is read as a case file is read, once for each different text of a column. A cell that cannot be read takes
its row out; an empty cell is unknown.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from soco_rules.backends.sql.columns import asked
from soco_rules.backends.sql.encode import CODES
from soco_rules.backends.sql.encode import WHY
from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import nearest
from soco_rules.facts import first_of_month
from soco_rules.facts import outside_bounds
from soco_rules.facts import read_written
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import parse_date

MEMBER, MONTH, ROW = "lid", "maand", "rij"
SHOWN = 50
"""So many rejected cells are named; of the rest only the number is told."""
UNKNOWN = "onbekend"
INVENTED = "verzonnen-"
"""What every member of an invented caseload is called by, with a number behind it."""

_TYPES = {Kind.YES_NO: "BOOLEAN", Kind.CHOICE: "VARCHAR", Kind.TEXT: "VARCHAR"}
_NUMBERS = {Kind.MONEY: r"[0-9]{1,9}([.,][0-9]{2})?", Kind.COUNT: r"[0-9]{1,9}"}
"""What the database reads by itself; a test holds it to the parser."""
_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")


@dataclass(frozen=True, slots=True)
class Caseload:
    """What a file holds: rows that count and rows that do not, its months (first days), its digest.

    The rows that count are the table `zaken`: `rij`, `lid`, `maand`, and for each slot a value and why it is absent;
    a `keuze` is written out.
    """

    name: str
    digest: str
    rows: int
    rejected: int
    members: int
    months: tuple[int, ...]
    slots: tuple[Slot, ...]
    invented: bool


def fields_of(programs: Iterable[Program]) -> Mapping[Slot, tuple[Field, ...]]:
    """The facts and judgements that some programs ask, each with all its declarations that differ in type."""
    found: dict[Slot, dict[ValueType, Field]] = {}
    for program in programs:
        for step in asked(program):
            if step.origin is not Origin.PERIOD:
                found.setdefault(step.slot, {}).setdefault(step.type, step)
    return {slot: tuple(declared.values()) for slot, declared in found.items()}


def column_of(field: Field) -> str:
    """What the column of a field is called: its name, for the partner with `_partner` behind it."""
    return f"{field.name}_partner" if field.role is Role.PARTNER else field.name


def read(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    raw: Sequence[str],
    fields: Mapping[Slot, tuple[Field, ...]],
    progress: Callable[[str], None] = lambda _: None,
) -> tuple[Caseload | None, tuple[Diagnostic, ...]]:
    """The caseload in a file that is opened, and what is wrong with it; None where nothing can be reckoned."""
    columns, found = _columns(str(path), raw, fields)
    if any(each.is_error for each in found):
        return None, tuple(found)
    rejected: list[tuple[int, str, str]] = []
    for name, slot in columns.items():
        progress(name)
        rejected += _read_column(connection, name, slot, fields.get(slot, ()))
    rejected += _twice(connection, columns)
    caseload = _joined(connection, path, columns, {row for row, _, _ in rejected})
    places = {name: number for number, name in enumerate(raw, 1)}
    told = (*found, *_rejections(str(path), rejected, places))
    if not caseload.rows:
        empty = finding("caseload-leeg", Span(str(path)), f"'{path}' heeft geen rij die meetelt.")
        return None, (*told, empty)
    return caseload, told


# The file as texts


def open_file(
    connection: duckdb.DuckDBPyConnection, path: Path
) -> tuple[tuple[str, ...] | None, tuple[Diagnostic, ...]]:
    """The columns of a `.csv` or `.parquet` file; the table `ruw` has every cell as text."""
    name = str(path)
    try:
        match path.suffix.lower():
            case ".csv":
                separator, names = _head(path)
                if twice := sorted({each for each in names if names.count(each) > 1}):
                    message = f"De kolom '{twice[0]}' staat er tweemaal."
                    remedy = "laat één kolom staan"
                    return None, (finding("caseload-kolom", Span(name), message, remedy=remedy),)
                columns = ", ".join(f"{_text(each)}: 'VARCHAR'" for each in names)
                source = connection.sql(
                    f"FROM read_csv({_text(name)}, auto_detect=false, header=true, delim='{separator}', quote='\"', "
                    f"escape='\"', nullstr='', columns={{{columns}}})"
                )
            case ".parquet":
                source = connection.read_parquet(name)
            case _:
                message = f"'{path}' is geen .csv en geen .parquet."
                return None, (finding("caseload-onleesbaar", Span(name), message),)
        texts = [
            _as_text(column, str(type_)) for column, type_ in zip(source.columns, source.types, strict=True)
        ]
        if wrong := [each for each in texts if isinstance(each, Diagnostic)]:
            return None, tuple(wrong)
        source.create_view("bron")
        cells = ", ".join(str(each) for each in texts)
        connection.execute(
            f"CREATE OR REPLACE TABLE ruw AS SELECT row_number() OVER () AS {_q('#rij')}, {cells} FROM bron"
        )
    except UnicodeDecodeError:
        return None, (finding("codering", Span(name), f"'{path}' is geen UTF-8."),)
    except (duckdb.Error, csv.Error, OSError):
        message = f"'{path}' is niet te lezen als tabel."
        return None, (finding("caseload-onleesbaar", Span(name), message),)
    return tuple(source.columns), ()


def months_in(connection: duckdb.DuckDBPyConnection, raw: Sequence[str]) -> tuple[int, ...]:
    """The months that can be read in a file that is opened, as first days."""
    column = next((name for name in raw if name.strip() == MONTH), None)
    if column is None:
        return ()
    texts = connection.execute(f"SELECT DISTINCT {_q(column)} FROM ruw").fetchall()
    read_ = (_read_text(MONTH, text, ())[0] for (text,) in texts if text is not None)
    return tuple(sorted({month for month in read_ if isinstance(month, int)}))


def _head(path: Path) -> tuple[str, list[str]]:
    """What is between the cells of a file, and the names of its columns."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline(100_000)
    separator = ";" if first.count(";") > first.count(",") else ","
    return separator, next(csv.reader([first], delimiter=separator), [])


def _as_text(column: str, type_: str) -> str | Diagnostic:
    """A column in the notation of a case file; a fraction in floating point is refused, for it is not exact."""
    cell = _q(column)
    match type_:
        case "VARCHAR" | "DATE":
            text = f"CAST({cell} AS VARCHAR)"
        case "BOOLEAN":
            text = f"CASE {cell} WHEN true THEN 'ja' WHEN false THEN 'nee' END"
        case _ if type_ in _WHOLE or (type_.startswith("DECIMAL") and type_.endswith((",0)", ",2)"))):
            text = f"CAST({cell} AS VARCHAR)"
        case _:
            message = f"De kolom '{column}' is van het soort {type_}."
            remedy = "gebruik tekst, ja/nee (BOOLEAN), hele getallen, DECIMAL met twee decimalen of DATE"
            return finding("caseload-onleesbaar", Span(column), message, remedy=remedy)
    return f"nullif(trim({text}), '') AS {cell}"


def _columns(
    file: str, raw: Sequence[str], fields: Mapping[Slot, tuple[Field, ...]]
) -> tuple[dict[str, Slot], list[Diagnostic]]:
    """The slot of each column that counts. A name that looks like one that is asked is an error, any other is left."""
    known = {MEMBER: MEMBER, MONTH: MONTH}
    for slot, (first, *_) in fields.items():
        known |= {slot: slot, column_of(first): slot}
    columns: dict[str, Slot] = {}
    findings = []
    for number, name in enumerate(raw, 1):
        at = Span(file, 1, number, 1, number + 1)
        meant = known.get(name.strip())
        if meant is None:
            findings.append(_left(name, known, at))
        elif meant in columns.values():
            message = f"De kolom '{name}' staat er tweemaal."
            findings.append(finding("caseload-kolom", at, message, remedy="laat één kolom staan"))
        else:
            columns[name] = meant
    for name in (MEMBER, MONTH):
        if name not in columns.values():
            remedy = did_you_mean(name, raw, otherwise=f"geef elke rij een {name}")
            findings.append(
                finding("caseload-kolom", Span(file), f"De kolom '{name}' ontbreekt.", remedy=remedy)
            )
    return columns, findings


def _left(name: str, known: Iterable[str], at: Span) -> Diagnostic:
    if near := nearest(name, known, cutoff=0.85):
        message = f"De kolom '{name}' is geen gegeven van deze besluiten."
        return finding(
            "caseload-kolom", at, message, remedy=f"Bedoelde u '{near}'? Anders: haal de kolom weg."
        )
    return finding("caseload-kolom-over", at, f"De kolom '{name}' telt niet mee.")


# One column


def _read_column(
    connection: duckdb.DuckDBPyConnection, name: str, slot: Slot, declared: tuple[Field, ...]
) -> Iterator[tuple[int, str, str]]:
    """A table `lees <slot>` with the value of each text; yields row, column and reason of what cannot be read."""
    types = tuple(each.type for each in declared)
    kind = Kind.TEXT if slot == MEMBER else Kind.DATE if slot == MONTH else types[0].kind
    table, cell, type_ = _q(f"lees {slot}"), _q(name), _TYPES.get(kind, "BIGINT")
    connection.execute(
        f"CREATE OR REPLACE TABLE {table} (tekst VARCHAR, waarde {type_}, waarom TINYINT, fout VARCHAR)"
    )
    pattern = _NUMBERS.get(kind)
    odd = ""
    if pattern is not None:
        odd = f"AND NOT regexp_full_match({cell}, '{pattern}')"
        connection.execute(
            f"INSERT INTO {table} SELECT DISTINCT {cell}, {_number_in_sql(cell, kind)}, 0, NULL FROM ruw "
            f"WHERE regexp_full_match({cell}, '{pattern}')"
        )
        for reason, condition in _beyond(types):
            connection.execute(f"UPDATE {table} SET fout = ? WHERE fout IS NULL AND {condition}", [reason])
    texts = connection.execute(
        f"SELECT DISTINCT {cell} FROM ruw WHERE {cell} IS NOT NULL {odd} ORDER BY 1"
    ).fetchall()
    read_ = [(text, *_read_text(slot, text, types)) for (text,) in texts]
    _insert(connection, table, read_)
    wrong = connection.execute(
        f"SELECT {_q('#rij')}, fout FROM ruw JOIN {table} ON {cell} = tekst WHERE fout IS NOT NULL"
    ).fetchall()
    yield from ((row, name, reason) for row, reason in wrong)
    if slot in {MEMBER, MONTH}:
        empty = connection.execute(f"SELECT {_q('#rij')} FROM ruw WHERE {cell} IS NULL").fetchall()
        yield from ((row, name, "er staat niets") for (row,) in empty)


def _read_text(
    slot: Slot, text: str, types: tuple[ValueType, ...]
) -> tuple[bool | int | str | None, int, str | None]:
    """The value of a text, the code of its absence, and why it cannot be read."""
    if slot == MEMBER:
        return text, 0, None
    try:
        if slot == MONTH:
            return first_of_month(parse_date(text if len(text) > 7 else f"{text}-01")), 0, None
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


def _number_in_sql(cell: str, kind: Kind) -> str:
    plain = f"replace(replace({cell}, ',', ''), '.', '')"
    if kind is Kind.COUNT:
        return f"CAST({cell} AS BIGINT)"
    return f"CAST({plain} AS BIGINT) * CASE WHEN contains({cell}, '.') OR contains({cell}, ',') THEN 1 ELSE 100 END"


def _beyond(types: tuple[ValueType, ...]) -> Iterator[tuple[str, str]]:
    for type_ in types:
        if isinstance(type_.minimum, int):
            yield f"de waarde is lager dan {as_dutch(type_.minimum, type_.kind)}", f"waarde < {type_.minimum}"
        if isinstance(type_.maximum, int):
            yield f"de waarde is hoger dan {as_dutch(type_.maximum, type_.kind)}", f"waarde > {type_.maximum}"


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    for start in range(0, len(rows), 1000):
        some = rows[start : start + 1000]
        marks = ", ".join(["(?, ?, ?, ?)"] * len(some))
        connection.execute(f"INSERT INTO {table} VALUES {marks}", [value for row in some for value in row])


# The table


def _twice(
    connection: duckdb.DuckDBPyConnection, columns: Mapping[str, Slot]
) -> Iterator[tuple[int, str, str]]:
    """A member that has a month twice: which of the two is right cannot be told."""
    member, month = (next(name for name, slot in columns.items() if slot == one) for one in (MEMBER, MONTH))
    found = connection.execute(
        f"SELECT {_q('#rij')} FROM ruw JOIN {_q('lees maand')} AS m ON {_q(month)} = m.tekst "
        f"QUALIFY count(*) OVER (PARTITION BY {_q(member)}, m.waarde) > 1"
    ).fetchall()
    yield from ((row, member, "dit lid heeft deze maand meer dan één rij") for (row,) in found)


def _joined(
    connection: duckdb.DuckDBPyConnection, path: Path, columns: Mapping[str, Slot], rejected: set[int]
) -> Caseload:
    cells, joins = [f"{_q('#rij')} AS rij"], []
    for number, (name, slot) in enumerate(columns.items()):
        joins.append(f"LEFT JOIN {_q(f'lees {slot}')} AS k{number} ON ruw.{_q(name)} = k{number}.tekst")
        cells.append(f"k{number}.waarde AS {_q(slot)}")
        if slot not in {MEMBER, MONTH}:
            unknown = CODES[Absent.UNKNOWN]
            cells.append(f"coalesce(k{number}.waarom, {unknown})::TINYINT AS {_q(slot + WHY)}")
    connection.execute("CREATE OR REPLACE TABLE weg (rij BIGINT)")
    if rejected:
        connection.execute("INSERT INTO weg SELECT unnest(?)", [sorted(rejected)])
    connection.execute(
        f"CREATE OR REPLACE TABLE zaken AS SELECT {', '.join(cells)} FROM ruw {' '.join(joins)} "
        f"WHERE {_q('#rij')} NOT IN (SELECT rij FROM weg)"
    )
    rows, members, invented = connection.execute(
        "SELECT count(*), count(DISTINCT lid), coalesce(bool_and(starts_with(lid, ?)), false) FROM zaken",
        [INVENTED],
    ).fetchall()[0]
    months = connection.execute("SELECT DISTINCT maand FROM zaken ORDER BY 1").fetchall()
    slots = tuple(slot for slot in columns.values() if slot not in {MEMBER, MONTH})
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Caseload(
        path.name,
        f"sha256:{digest}",
        rows,
        len(rejected),
        members,
        tuple(m for (m,) in months),
        slots,
        invented,
    )


def _rejections(
    file: str, rejected: Sequence[tuple[int, str, str]], places: Mapping[str, int]
) -> Iterator[Diagnostic]:
    for row, name, reason in sorted(rejected)[:SHOWN]:
        at = Span(file, row + 1, places[name], row + 1, places[name] + 1)
        yield finding("caseload-rij", at, f"Rij {row + 1}, kolom '{name}': {reason}.")
    if len(rejected) > SHOWN:
        message = f"Nog {len(rejected) - SHOWN} cellen zijn niet te lezen."
        yield finding("caseload-rij", Span(file, 1), message)


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _q(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
