"""A file of members and months, checked cell by cell, as a table for the caseload query.

A cell that cannot be read takes its row out; an empty cell is unknown.
"""

from __future__ import annotations

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
from soco_rules.compiler.bounds import EARLIEST
from soco_rules.compiler.bounds import LATEST
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import nearest
from soco_rules.facts import last_of_month
from soco_rules.facts import on_day
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.simulation.cells import MEMBER
from soco_rules.simulation.cells import MONTH
from soco_rules.simulation.cells import Read
from soco_rules.simulation.cells import read_column
from soco_rules.simulation.cells import read_month
from soco_rules.simulation.opening import ROW
from soco_rules.simulation.personal import taken_out
from soco_rules.simulation.quoting import literal
from soco_rules.simulation.quoting import name as quoted

SHOWN = 20
"""So many reasons to reject rows are told; of the rest only the number."""
ROWS_NAMED = 5
"""So many rows are named that one reason holds for."""
INVENTED = "verzonnen-"
"""What every member of an invented caseload is called by, with a number behind it."""


@dataclass(frozen=True, slots=True)
class Caseload:
    """What a file holds: rows that count and rows that do not, its months (first days), its digest.

    The rows that count are the table `zaken`: `rij`, `lid` (a number for each), `maand`, and for each slot a value and
    why it is absent; a `keuze` is written out.
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


def months_in(connection: duckdb.DuckDBPyConnection, raw: Sequence[str]) -> tuple[int, ...]:
    """The months that can be read in a file that is opened, as first days."""
    column = next((name for name in raw if name.strip() == MONTH), None)
    if column is None:
        return ()
    texts = connection.execute(f"SELECT DISTINCT {quoted(column)} FROM ruw LIMIT {_MONTHS}").fetchall()
    read_ = (read_month(text) for (text,) in texts if text is not None)
    return tuple(sorted({month for month in read_ if month is not None}))


_MONTHS = 100_000
"""More different texts than there are days in the calendar of the rules are no months."""


def read(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    raw: Sequence[str],
    fields: Mapping[Slot, tuple[Field, ...]],
    progress: Callable[[str], None] = lambda _: None,
) -> tuple[Caseload | None, tuple[Diagnostic, ...]]:
    """The caseload in a file that is opened, and what is wrong with it; None where nothing can be reckoned.

    A file with data about a person is refused as a whole, with all else that is wrong with it.
    """
    persons = taken_out(connection, str(path), raw)
    if any(each.span.line == 1 for each in persons):
        return None, persons
    columns, about_columns = _columns(str(path), raw, fields)
    found = (*persons, *about_columns)
    if any(each.is_error for each in about_columns):
        return None, found
    connection.execute("CREATE OR REPLACE TABLE fouten (rij BIGINT, kolom INTEGER, reden VARCHAR)")
    reads = []
    for name, slot in columns.items():
        progress(name)
        types = [each.type for each in fields.get(slot, ())]
        reads.append((name, read_column(connection, raw.index(name) + 1, name, slot, types)))
    by_slot = {each.slot: (name, each) for name, each in reads}
    _find_repeats(connection, raw.index(by_slot[MEMBER][0]) + 1, by_slot)
    for name, each in reads:
        types = [field.type for field in fields.get(each.slot, ())]
        if any(type_.earliest or type_.latest for type_ in types):
            _find_outside(connection, raw.index(name) + 1, (name, each), by_slot[MONTH], types)
    progress("rijen")
    caseload = _joined(connection, path, reads)
    told = (*found, *_rejections(connection, str(path), raw))
    if persons:
        return None, told
    if not caseload.rows:
        empty = finding("caseload-leeg", Span(str(path)), f"'{path}' heeft geen rij die meetelt.")
        return None, (*told, empty)
    return caseload, told


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
            message = f"De kolom '{name}' ontbreekt."
            findings.append(finding("caseload-kolom", Span(file), message, remedy=remedy))
    if (
        MONTH not in columns.values()
    ):  # what is asked depends on the months: nothing can be said to be too much
        findings = [each for each in findings if each.is_error]
    return columns, findings


def _left(name: str, known: Iterable[str], at: Span) -> Diagnostic:
    if near := nearest(name, known, cutoff=0.85):
        message = f"De kolom '{name}' is geen gegeven van deze besluiten."
        remedy = f"Bedoelde u '{near}'? Anders: haal de kolom weg."
        return finding("caseload-kolom", at, message, remedy=remedy)
    return finding("caseload-kolom-over", at, f"De kolom '{name}' telt niet mee.")


_TWICE = "dit lid heeft deze maand meer dan één rij"


def _find_repeats(
    connection: duckdb.DuckDBPyConnection, place: int, reads: Mapping[Slot, tuple[str, Read]]
) -> None:
    """A member that has a month twice: which of the two is right cannot be told."""
    name, _ = reads[MEMBER]
    joins, value, _ = _cell(1, *reads[MONTH])
    member = f"ruw.{quoted(name)}"
    again = (
        f"SELECT {member} AS wie, {value} AS welke FROM ruw {joins} "
        f"WHERE {member} IS NOT NULL AND {value} IS NOT NULL GROUP BY ALL HAVING count(*) > 1"
    )
    connection.execute(
        f"INSERT INTO fouten SELECT {quoted(ROW)}, {place}, {literal(_TWICE)} "
        f"FROM ruw {joins} JOIN ({again}) AS vaker ON {member} = vaker.wie AND {value} = vaker.welke"
    )


def _find_outside(
    connection: duckdb.DuckDBPyConnection,
    place: int,
    column: tuple[str, Read],
    month: tuple[str, Read],
    types: Sequence[ValueType],
) -> None:
    """A day outside the bounds that it has for a decision on the last day of its month."""
    joins, value, _ = _cell(1, *column)
    of_month, which, _ = _cell(2, *month)
    cells = f"SELECT {quoted(ROW)} AS rij, {value} AS dag, {which} AS welke FROM ruw {joins} {of_month}"
    months = connection.execute(f"SELECT DISTINCT welke FROM ({cells}) WHERE welke IS NOT NULL").fetchall()
    in_calendar = (first for (first,) in months if EARLIEST <= first <= LATEST)
    for first in in_calendar:
        bounds = [on_day(type_, last_of_month(first)) for type_ in types]
        for sign, word, limits in (
            ("<", "eerder", [each.minimum for each in bounds]),
            (">", "later", [each.maximum for each in bounds]),
        ):
            days = [each for each in limits if isinstance(each, int)]
            for day in {max(days) if sign == "<" else min(days)} if days else ():
                reason = literal(f"deze dag kan niet {word} zijn dan {as_dutch(day, Kind.DATE)}")
                connection.execute(
                    f"INSERT INTO fouten SELECT rij, {place}, {reason} FROM ({cells}) "
                    f"WHERE welke = {first} AND dag {sign} {day}"
                )


def _cell(number: int, name: str, each: Read) -> tuple[str, str, str]:
    """The join that a column needs, its value, and why it is absent."""
    unknown = CODES[Absent.UNKNOWN]
    if each.table is None:
        return "", each.value, f"CASE WHEN ({each.value}) IS NULL THEN {unknown} ELSE 0 END"
    join = f"LEFT JOIN {each.table} AS k{number} ON ruw.{quoted(name)} = k{number}.tekst"
    value = f"coalesce({each.value}, k{number}.waarde)"
    why = f"CASE WHEN ({value}) IS NULL THEN coalesce(k{number}.waarom, {unknown}) ELSE 0 END"
    return join, value, why


def _joined(connection: duckdb.DuckDBPyConnection, path: Path, reads: Sequence[tuple[str, Read]]) -> Caseload:
    cells, joins = [f"{quoted(ROW)} AS rij"], []
    member = next(name for name, each in reads if each.slot == MEMBER)
    connection.execute(
        f"CREATE OR REPLACE TABLE leden AS SELECT row_number() OVER (ORDER BY eerste) AS nummer, wie FROM "
        f"(SELECT {quoted(member)} AS wie, min({quoted(ROW)}) AS eerste FROM ruw GROUP BY ALL)"
    )
    for number, (name, each) in enumerate(reads):
        if each.slot == MEMBER:
            joins.append(f"LEFT JOIN leden ON ruw.{quoted(name)} = leden.wie")
            cells.append(f"leden.nummer AS {MEMBER}")
            continue
        join, value, why = _cell(number, name, each)
        joins.append(join)
        cells.append(f"{value} AS {quoted(each.slot)}")
        if each.slot != MONTH:
            cells.append(f"CAST({why} AS TINYINT) AS {quoted(each.slot + WHY)}")
    connection.execute(
        f"CREATE OR REPLACE TABLE zaken AS SELECT {', '.join(cells)} FROM ruw {' '.join(joins)} "
        f"WHERE {quoted(ROW)} NOT IN (SELECT rij FROM fouten)"
    )
    return _described(connection, path, tuple(e.slot for _, e in reads if e.slot not in {MEMBER, MONTH}))


def _described(connection: duckdb.DuckDBPyConnection, path: Path, slots: tuple[Slot, ...]) -> Caseload:
    ((rows, members),) = connection.execute("SELECT count(*), count(DISTINCT lid) FROM zaken").fetchall()
    ((rejected,),) = connection.execute("SELECT count(DISTINCT rij) FROM fouten").fetchall()
    ((invented,),) = connection.execute(
        f"SELECT coalesce(bool_and(starts_with(wie, {literal(INVENTED)})), false) FROM leden "
        "WHERE nummer IN (SELECT lid FROM zaken)"
    ).fetchall()
    months = connection.execute("SELECT DISTINCT maand FROM zaken ORDER BY 1").fetchall()
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    connection.execute("DROP TABLE ruw")
    return Caseload(
        name=path.name,
        digest=f"sha256:{digest}",
        rows=rows,
        rejected=rejected,
        members=members,
        months=tuple(month for (month,) in months),
        slots=slots,
        invented=invented,
    )


def _rejections(connection: duckdb.DuckDBPyConnection, file: str, raw: Sequence[str]) -> Iterator[Diagnostic]:
    """What rows are rejected for, each reason once with the first rows that it holds for."""
    found = connection.execute(
        f"SELECT kolom, reden, count(*), min(rij) AS eerste, min(rij, {ROWS_NAMED}) FROM fouten GROUP BY kolom, reden "
        f"ORDER BY eerste, kolom LIMIT {SHOWN}"
    ).fetchall()
    for place, reason, times, first, rows in found:
        at = Span(file, first + 1, place, first + 1, place + 1)
        named = ", ".join(str(row + 1) for row in rows)
        more = f" en {times - len(rows)} andere" if times > len(rows) else ""
        remedy = "laat van elk lid in elke maand één rij staan" if reason == _TWICE else ""
        yield finding(
            "caseload-rij", at, f"Rij {named}{more}, kolom '{raw[place - 1]}': {reason}.", remedy=remedy
        )
    ((reasons,),) = connection.execute(
        "SELECT count(*) FROM (SELECT DISTINCT kolom, reden FROM fouten)"
    ).fetchall()
    if reasons > SHOWN:
        message = f"Er is nog om {reasons - SHOWN} andere redenen een cel niet te lezen."
        yield finding("caseload-rij", Span(file, 1), message)
