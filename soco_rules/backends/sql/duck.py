"""Caseloads in DuckDB, in this process: rows in, a relation out, more than memory holds if need be."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from pathlib import Path

import duckdb
from sqlglot import exp

from soco_rules.backends.sql import profile
from soco_rules.backends.sql.build import Dialect
from soco_rules.backends.sql.build import query
from soco_rules.backends.sql.columns import Wanted
from soco_rules.backends.sql.columns import rows_of
from soco_rules.backends.sql.encode import Supply
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Value


def connect(
    *, threads: int | None = None, memory: str | None = None, folder: Path | None = None
) -> duckdb.DuckDBPyConnection:
    """A database in memory. With a `memory` (`4GB`) what does not fit goes to the `folder`; rows keep no order then."""
    settings: dict[str, str | bool | int | float | list[str]] = {}
    if threads is not None:
        settings["threads"] = threads
    if memory is not None:
        settings |= {"memory_limit": memory, "preserve_insertion_order": False}
    if folder is not None:
        settings["temp_directory"] = str(folder)
    return duckdb.connect(":memory:", config=settings)


def seen(connection: duckdb.DuckDBPyConnection, program: Program, relation: str) -> Supply:
    """What the relation supplies, see `profile.seen`."""

    def ask(question: exp.Select) -> profile.Row:
        return connection.execute(question.sql(dialect=Dialect.DUCKDB.value, copy=False)).fetchall()[0]

    return profile.seen(program, relation, connection.table(relation).columns, ask)


def run(
    connection: duckdb.DuckDBPyConnection,
    program: Program,
    relation: str,
    wanted: Wanted,
    *,
    keep: Iterable[str] = (),
) -> duckdb.DuckDBPyRelation:
    """What is `wanted` of every row of a table or view, to be aggregated, fetched or written by the caller.

    Nothing is reckoned before the caller asks for rows, and what is not asked for is not reckoned at all.

    Raises:
        UnfitError: where the relation has values that the program cannot be asked about.
        duckdb.OutOfRangeException: where rows are fetched and a number leaves 64 bits.
    """
    return connection.sql(query(program, relation, seen(connection, program, relation), wanted, keep=keep))


def load(
    connection: duckdb.DuckDBPyConnection,
    program: Program,
    relation: str,
    cases: Iterable[Mapping[Slot, Value]],
) -> None:
    """A table of cases, for what is not a file; the column `ROW` numbers them from 0 on."""
    types, rows = rows_of(program, tuple(cases))
    columns = ", ".join(f'"{name}" {type_}' for name, type_ in types.items())
    connection.execute(f'CREATE OR REPLACE TABLE "{relation}" ({columns})')
    marks = ", ".join([f"({', '.join('?' * len(types))})"] * len(rows))
    values = [value for row in rows for value in row]
    connection.execute(f'INSERT INTO "{relation}" VALUES {marks}', values)  # noqa: S608 - names are quoted
