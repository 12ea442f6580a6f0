"""Making the file of an invented caseload: what each member is not asked stays empty."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path

import duckdb

from soco_rules.backends.sql.columns import Wanted
from soco_rules.backends.sql.encode import CODES
from soco_rules.backends.sql.encode import WHY
from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.model.program import Field
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.simulation.cells import MEMBER
from soco_rules.simulation.cells import MONTH
from soco_rules.simulation.distributions import Distributions
from soco_rules.simulation.engines import in_duckdb
from soco_rules.simulation.intake import INVENTED
from soco_rules.simulation.intake import column_of
from soco_rules.simulation.intake import fields_of
from soco_rules.simulation.quoting import literal
from soco_rules.simulation.quoting import name as quoted
from soco_rules.simulation.reading import Findings
from soco_rules.simulation.reading import Part
from soco_rules.simulation.reading import Reading
from soco_rules.simulation.reading import monthly_decisions
from soco_rules.simulation.reading import parts_of
from soco_rules.simulation.synthetic import drawn
from soco_rules.simulation.workplace import workplace

Asking = tuple[tuple[Reading, Part], ...]
"""Which programs ask the facts of a caseload, of one reading or of more that will be compared."""
ROWS_AT_ONCE = 100_000
_NOT_APPLICABLE = CODES[Absent.NOT_APPLICABLE]
_TYPES = {Kind.YES_NO: "BOOLEAN", Kind.COUNT: "BIGINT", Kind.MONEY: "DECIMAL(18,2)", Kind.DATE: "DATE"}


def parts_for(
    readings: Iterable[Reading], decisions: Iterable[str], months: tuple[int, ...]
) -> tuple[Asking, Findings]:
    """What each reading asks in some months, for the besluiten that are named, else for all that are reckoned."""
    found: list[tuple[Reading, Part]] = []
    wrong: dict[Diagnostic, None] = {}
    known: dict[str, None] = {}
    for reading in readings:
        names, findings = monthly_decisions(reading, months)
        known |= dict.fromkeys(names)
        wrong |= dict.fromkeys(findings)
        for decision in tuple(decisions) or names:
            parts, _ = parts_of(reading, decision, months)
            found += [(reading, part) for part in parts if part.program.decision.monthly]
    asked = {part.program.decision.name for _, part in found}
    for decision in decisions:
        if decision not in asked:
            remedy = did_you_mean(decision, known, otherwise=f"kies uit {', '.join(known)}")
            message = f"Er is geen besluit '{decision}' over een maand."
            wrong[finding("onbekend-besluit", Span("--besluit"), message, remedy=remedy)] = None
    if not wrong and not found:
        at = Span(", ".join(reading.label for reading in readings))
        wrong[finding("caseload-niets", at, "Er is geen besluit om door te rekenen.")] = None
    return tuple(found), tuple(wrong)


def make(
    asking: Asking,
    distributions: Distributions,
    months: tuple[int, ...],
    target: Path,
    *,
    members: int,
    seed: int,
    progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Write a `.csv` or `.parquet` with every month of so many members; `progress` is told of members that are done.

    Raises:
        OSError: the file cannot be written.
    """
    fields = fields_of(part.program for _, part in asking)
    some = max(1, ROWS_AT_ONCE // len(months))
    with workplace() as place:
        made = place.folder / "leden.csv"
        with made.open("wb") as file:
            for first in range(1, members + 1, some):
                last = min(first + some - 1, members)
                query = drawn(fields, distributions, months, first=first, last=last, seed=seed)
                place.connection.execute(f"CREATE OR REPLACE TABLE zaken AS {query}")
                part = place.folder / "deel.csv"
                cells = _written(place.connection, asking, fields)
                place.connection.execute(
                    f"COPY ({cells}) TO {literal(str(part))} (FORMAT csv, HEADER {first == 1}, NULLSTR '')"
                )
                with part.open("rb") as more:
                    shutil.copyfileobj(more, file)
                progress(last - first + 1)
        if target.suffix.lower() == ".parquet":
            made = _as_parquet(place.connection, made, fields)
        shutil.copyfile(made, target)


def _written(
    connection: duckdb.DuckDBPyConnection, asking: Asking, fields: Mapping[Slot, tuple[Field, ...]]
) -> str:
    """The query of the rows of the table `zaken` in the notation of a file, in their order."""
    joins = list(_closed(connection, asking))
    cells = [
        f"{literal(INVENTED)} || lpad(lid::VARCHAR, greatest(6, length(lid::VARCHAR))::INTEGER, '0') AS {MEMBER}"
    ]
    cells.append(f"strftime({_date('maand')}, '%Y-%m') AS {MONTH}")
    for slot, (field, *_) in fields.items():
        closing = [name for name, slots in joins if slot in slots]
        shut = " OR ".join(f"{name}.{quoted(slot)}" for name in closing) or "false"
        opened = " OR ".join(f"NOT {name}.{quoted(slot)}" for name in closing) or "false"
        why = f"zaken.{quoted(slot + WHY)} = {_NOT_APPLICABLE}"
        text = _notation(f"zaken.{quoted(slot)}", field.type.kind)
        hidden = f"coalesce({shut}, false) AND NOT coalesce({opened}, false)"
        cells.append(
            f"CASE WHEN {hidden} THEN NULL WHEN {why} THEN '{Absent.NOT_APPLICABLE.value}' ELSE {text} END "
            f"AS {quoted(column_of(field))}"
        )
    tables = "".join(f" LEFT JOIN {name} USING (rij)" for name, _ in joins)
    return f"SELECT {', '.join(cells)} FROM zaken{tables} ORDER BY rij"


def _closed(connection: duckdb.DuckDBPyConnection, asking: Asking) -> Iterator[tuple[str, frozenset[Slot]]]:
    """For each program a table that says of each fact whether it is not asked in a row; its name and its facts."""
    reckon = in_duckdb(connection)
    for number, (reading, part) in enumerate(asking):
        slots = [step.slot for step in part.program.fields if step.slot in fields_of([part.program])]
        found = reckon(reading, part, Wanted(tuple(slots)))
        shut = (
            f"g.{quoted(slot + WHY)} = {_NOT_APPLICABLE} AND zaken.{quoted(slot + WHY)} <> {_NOT_APPLICABLE} "
            f"AS {quoted(slot)}"
            for slot in slots
        )
        name = f"gevraagd{number}"
        connection.execute(
            f"CREATE OR REPLACE TABLE {name} AS SELECT {', '.join(['rij', *shut])} "
            f"FROM {found} AS g JOIN zaken USING (rij)"
        )
        yield name, frozenset(slots)


def _notation(value: str, kind: Kind) -> str:
    """A value as a case file writes it; a test holds it to that."""
    match kind:
        case Kind.YES_NO:
            return f"CASE WHEN {value} THEN 'ja' ELSE 'nee' END"
        case Kind.MONEY:
            return f"({value} // 100)::VARCHAR || '.' || lpad(abs({value} % 100)::VARCHAR, 2, '0')"
        case Kind.PERCENTAGE:
            return f"({value} // 100)::VARCHAR || '.' || lpad(abs({value} % 100)::VARCHAR, 2, '0') || '%'"
        case Kind.DATE:
            return f"strftime({_date(value)}, '%Y-%m-%d')"
        case Kind.DURATION:
            return f"{value}::VARCHAR || CASE WHEN {value} = 1 THEN ' maand' ELSE ' maanden' END"
        case Kind.COUNT:
            return f"{value}::VARCHAR"
        case Kind.CHOICE | Kind.TEXT:
            return value


def _date(day: str) -> str:
    return f"(DATE '0001-01-01' + CAST({day} - 1 AS INTEGER))"


def _as_parquet(
    connection: duckdb.DuckDBPyConnection, made: Path, fields: Mapping[Slot, Sequence[Field]]
) -> Path:
    """The same with a type for each column."""
    types = {
        column_of(first): _TYPES[first.type.kind]
        for first, *_ in fields.values()
        if first.type.kind in _TYPES and not first.type.may_be_absent
    }
    columns = [MEMBER, MONTH, *(column_of(first) for first, *_ in fields.values())]
    texts = ", ".join(f"{literal(column)}: 'VARCHAR'" for column in columns)
    cells = ", ".join(_typed(column, types.get(column)) for column in columns)
    target = made.with_suffix(".parquet")
    connection.execute("SET preserve_insertion_order = true")
    connection.execute(
        f"COPY (SELECT {cells} FROM read_csv({literal(str(made))}, auto_detect=false, header=true, delim=',', "
        f"quote='\"', escape='\"', nullstr='', columns={{{texts}}})) TO {literal(str(target))} (FORMAT parquet)"
    )
    return target


def _typed(column: str, type_: str | None) -> str:
    cell = quoted(column)
    match type_:
        case None:
            return cell
        case "BOOLEAN":
            return f"CASE {cell} WHEN 'ja' THEN true WHEN 'nee' THEN false END AS {cell}"
        case _:
            return f"CAST({cell} AS {type_}) AS {cell}"
