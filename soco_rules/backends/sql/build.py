"""A Program as the text of one query, for DuckDB or for Spark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlglot import exp

from soco_rules.backends.sql.columns import Wanted
from soco_rules.backends.sql.columns import inputs
from soco_rules.backends.sql.columns import outputs
from soco_rules.backends.sql.encode import Supply
from soco_rules.backends.sql.encode import encode
from soco_rules.backends.sql.encode import texts
from soco_rules.backends.sql.stages import staged
from soco_rules.model.program import Program
from soco_rules.model.values import Kind


class Dialect(StrEnum):
    """An engine; the names are those of sqlglot."""

    DUCKDB = "duckdb"
    SPARK = "spark"


@dataclass(frozen=True, slots=True)
class Query:
    """A text with the columns that it makes, beside those that are kept."""

    text: str
    columns: frozenset[str]


def query(
    program: Program,
    relation: str,
    supply: Supply,
    wanted: Wanted,
    *,
    keep: Iterable[str] = (),
    dialect: Dialect = Dialect.DUCKDB,
) -> str:
    """The text of a query, see `built`."""
    return built(program, relation, supply, wanted, keep=keep, dialect=dialect).text


def built(
    program: Program,
    relation: str,
    supply: Supply,
    wanted: Wanted,
    *,
    keep: Iterable[str] = (),
    dialect: Dialect = Dialect.DUCKDB,
) -> Query:
    """The query that makes what is `wanted` of every row of a relation, beside the columns to `keep`.

    It counts on what `supply` promises of the columns and on the bounds of the fields: `seen` finds out the one and
    holds the rows to the other. A calculation that leaves 64 bits stops the query with an error.
    """
    made = outputs(program, encode(program, supply), wanted)
    stages = staged(inputs(program), made, relation, keep)
    texts = [stage.sql(dialect=dialect.value, copy=False) for stage in stages]
    match dialect:
        case Dialect.DUCKDB:
            text = _nested(texts)
        case Dialect.SPARK:
            text = _named(texts)
    return Query(text, frozenset(made))


def coded(
    program: Program, relation: str, columns: Iterable[str], *, dialect: Dialect = Dialect.DUCKDB
) -> str:
    """The columns of a relation in which a `keuze` is written out, with its number for this program instead.

    A word that is none of the values of its field becomes -1, which `seen` refuses. Numbers differ between programs:
    a caseload that two programs are asked about keeps its words.
    """
    codes = {text: code for code, text in enumerate(texts(program))}
    choices = {step.slot: step.type.choices for step in program.steps if step.type.kind is Kind.CHOICE}
    made: list[exp.Expr] = []
    for name in columns:
        column = exp.column(name, quoted=True)
        if name not in choices:
            made.append(column)
            continue
        ifs = [exp.If(this=exp.convert(text), true=exp.convert(codes[text])) for text in choices[name]]
        lacks = exp.If(this=column.is_(exp.null()), true=exp.null())
        mapped = exp.Case(this=column.copy(), ifs=ifs, default=exp.convert(-1))
        made.append(exp.alias_(exp.Case(ifs=[lacks], default=mapped), name, quoted=True))
    return exp.Select(expressions=made).from_(exp.to_table(relation)).sql(dialect=dialect.value)


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
