"""A file of members and months as texts: the table `ruw`, with every cell as it is written and its row in `#rij`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import duckdb

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.simulation.quoting import literal
from soco_rules.simulation.quoting import name as quoted

ROW = "#rij"
_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
_LONGEST_HEAD = 100_000
MOST_ROWS = 20
"""So many rows that cannot be read are told; of the rest only that there are more."""

Opened = tuple[tuple[str, ...] | None, tuple[Diagnostic, ...]]


def open_file(connection: duckdb.DuckDBPyConnection, path: Path) -> Opened:
    """The columns of a `.csv` or `.parquet` file, of which the table `ruw` has every cell as text."""
    at = Span(str(path))
    if not path.is_file():
        message = f"'{path}' is niet te lezen: het bestand of de map bestaat niet."
        return None, (finding("bestand", at, message),)
    try:
        match path.suffix.lower():
            case ".csv":
                separator, names = _head(path)
                if twice := sorted({each for each in names if names.count(each) > 1}):
                    remedy = "laat één kolom staan"
                    told = (f"De kolom '{each}' staat er tweemaal." for each in twice)
                    double = (finding("caseload-kolom", at, message, remedy=remedy) for message in told)
                    return None, (*double, *(_unread(path) if any(_uneven(path)) else ()))
                source = connection.sql(_csv(path, separator, names))
            case ".parquet":
                source = connection.read_parquet(str(path))
            case _:
                message = f"'{path}' is geen .csv en geen .parquet."
                return None, (finding("caseload-onleesbaar", at, message),)
        texts = [_as_text(name, str(type_)) for name, type_ in zip(source.columns, source.types, strict=True)]
        if wrong := [each for each in texts if isinstance(each, Diagnostic)]:
            return None, tuple(wrong)
        _store(connection, source, [str(each) for each in texts])
    except UnicodeDecodeError:
        return None, (finding("codering", at, f"'{path}' is geen UTF-8."),)
    except (duckdb.Error, csv.Error, OSError):
        return None, _unread(path)
    if connection.execute("SELECT 1 FROM ruw LIMIT 1").fetchone() is None:
        message = f"'{path}' heeft geen enkele rij."
        remedy = "geef elk lid voor elke maand een rij"
        return None, (finding("caseload-leeg", at, message, remedy=remedy),)
    return tuple(source.columns), ()


def _store(connection: duckdb.DuckDBPyConnection, source: duckdb.DuckDBPyRelation, cells: list[str]) -> None:
    """Keep the cells; rows have the number that they have in the file."""
    source.create_view("bron")
    connection.execute("SET preserve_insertion_order = true")
    numbered = f"row_number() OVER () AS {quoted(ROW)}"
    connection.execute(f"CREATE OR REPLACE TABLE ruw AS SELECT {', '.join([numbered, *cells])} FROM bron")
    connection.execute("SET preserve_insertion_order = false")


def _csv(path: Path, separator: str, names: list[str]) -> str:
    columns = ", ".join(f"{literal(each)}: 'VARCHAR'" for each in names)
    return (
        f"FROM read_csv({literal(str(path))}, auto_detect=false, header=true, delim='{separator}', quote='\"', "
        f"escape='\"', nullstr='', columns={{{columns}}})"
    )


def _head(path: Path) -> tuple[str, list[str]]:
    """What is between the cells of a file, and the names of its columns."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline(_LONGEST_HEAD)
    separator = max(",;\t", key=first.count)
    return separator, next(csv.reader([first], delimiter=separator), [])


def _unread(path: Path) -> tuple[Diagnostic, ...]:
    """Why a file is no table: each row of a `.csv` with another number of cells than its head, up to a number."""
    at = Span(str(path))
    uneven = tuple(islice(_uneven(path), MOST_ROWS + 1))
    message = f"'{path}' is niet te lezen als tabel"
    told = tuple(
        finding(
            "caseload-onleesbaar",
            at,
            f"{message}: rij {number} heeft {_cells(cells)} en de kop {_cells(head)}.",
        )
        for number, cells, head in uneven[:MOST_ROWS]
    )
    if len(uneven) > MOST_ROWS:
        more = "nog meer rijen hebben een ander aantal cellen dan de kop."
        return (*told, finding("caseload-onleesbaar", at, f"{message}: {more}"))
    return told or (finding("caseload-onleesbaar", at, f"{message}."),)


def _uneven(path: Path) -> Iterator[tuple[int, int, int]]:
    """Each row of a `.csv` with another number of cells than its head: its number, its cells, and those of the head."""
    if path.suffix.lower() != ".csv":
        return
    try:
        separator, names = _head(path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.reader(file, delimiter=separator), 1):
                if row and len(row) != len(names):
                    yield number, len(row), len(names)
    except (UnicodeDecodeError, csv.Error, OSError):
        return


def _cells(number: int) -> str:
    return "1 cel" if number == 1 else f"{number} cellen"


def _as_text(name: str, type_: str) -> str | Diagnostic:
    """A column in the notation of a case file; a fraction in floating point is refused, for it is not exact."""
    cell = quoted(name)
    match type_:
        case "VARCHAR" | "DATE":
            text = f"CAST({cell} AS VARCHAR)"
        case "BOOLEAN":
            text = f"CASE {cell} WHEN true THEN 'ja' WHEN false THEN 'nee' END"
        case _ if type_ in _WHOLE or (type_.startswith("DECIMAL") and type_.endswith((",0)", ",2)"))):
            text = f"CAST({cell} AS VARCHAR)"
        case _:
            message = f"De kolom '{name}' is van het soort {type_}."
            remedy = "gebruik tekst, ja/nee (BOOLEAN), hele getallen, DECIMAL met twee decimalen of DATE"
            return finding("caseload-onleesbaar", Span(name), message, remedy=remedy)
    return f"nullif(trim({text}), '') AS {cell}"
