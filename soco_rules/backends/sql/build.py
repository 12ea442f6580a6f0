"""A Program as the text of one query, for DuckDB or for Spark."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from soco_rules.backends.sql.columns import Wanted
from soco_rules.backends.sql.columns import inputs
from soco_rules.backends.sql.columns import outputs
from soco_rules.backends.sql.encode import Supply
from soco_rules.backends.sql.encode import encode
from soco_rules.backends.sql.stages import staged
from soco_rules.model.program import Program


class Dialect(StrEnum):
    """An engine; the names are those of sqlglot."""

    DUCKDB = "duckdb"
    SPARK = "spark"


def query(
    program: Program,
    relation: str,
    supply: Supply,
    wanted: Wanted,
    *,
    keep: Iterable[str] = (),
    dialect: Dialect = Dialect.DUCKDB,
) -> str:
    """The query that makes what is `wanted` of every row of a relation, beside the columns to `keep`.

    It counts on what `supply` promises of the columns and on the bounds of the fields: `seen` finds out the one and
    holds the rows to the other. A calculation that leaves 64 bits stops the query with an error.
    """
    encoding = encode(program, supply)
    built = staged(inputs(program), outputs(program, encoding, wanted), relation, keep)
    return built.sql(dialect=dialect.value, identify=True)
