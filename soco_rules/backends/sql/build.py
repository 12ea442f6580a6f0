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
    stages = staged(inputs(program), outputs(program, encoding, wanted), relation, keep)
    texts = [stage.sql(dialect=dialect.value, copy=False) for stage in stages]
    match dialect:
        case Dialect.DUCKDB:
            return _nested(texts)
        case Dialect.SPARK:
            return _named(texts)


def _nested(stages: list[str]) -> str:
    """DuckDB plans this in a time that grows with the number of stages, and a chain of names in its square."""
    before = [f"{stage} FROM (" for stage in reversed(stages[1:])]
    after = [f") AS stap_{number}" for number in range(len(stages) - 1)]
    return "\n".join((*before, stages[0], *after))


def _named(stages: list[str]) -> str:
    froms = ["", *(f" FROM stap_{number}" for number in range(len(stages) - 1))]
    texts = [stage + from_ for stage, from_ in zip(stages, froms, strict=True)]
    named = ",\n".join(f"stap_{number} AS ({text})" for number, text in enumerate(texts[:-1]))
    return f"WITH {named}\n{texts[-1]}"
