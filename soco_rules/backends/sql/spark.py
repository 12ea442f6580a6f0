"""Caseloads in Spark, for what outgrows one machine: a view in, a data frame out."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from shutil import which
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql import SparkSession

ANSI = "spark.sql.ansi.enabled"


def has_java() -> bool:
    """Whether Spark can start here: it runs in Java."""
    return which("java") is not None


def connect(*, threads: int | None = None) -> SparkSession:
    """A session on this machine. On a cluster the session of that cluster takes its place."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - takes a second

    master = f"local[{threads or '*'}]"
    settings = {
        ANSI: "true",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "8",
    }
    builder = SparkSession.builder.master(master).appName("soco")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    return session


def seen(session: SparkSession, program: Program, relation: str) -> Supply:
    """What the view supplies, see `profile.seen`."""

    def ask(question: exp.Select) -> profile.Row:
        row: profile.Row = session.sql(question.sql(dialect=Dialect.SPARK.value)).collect()[0]
        return row

    return profile.seen(program, relation, session.table(relation).columns, ask)


def run(
    session: SparkSession, program: Program, relation: str, wanted: Wanted, *, keep: Iterable[str] = ()
) -> DataFrame:
    """What is `wanted` of every row of a view; nothing is reckoned before the caller asks for rows.

    Raises:
        UnfitError: where the view has values that the program cannot be asked about.
        ValueError: where the session would give a wrong figure instead of an error on overflow.
    """
    if session.conf.get(ANSI) != "true":
        msg = f"{ANSI} moet true zijn: anders rekent Spark bij een te groot getal zonder melding verkeerd"
        raise ValueError(msg)
    supply = seen(session, program, relation)
    return session.sql(query(program, relation, supply, wanted, keep=keep, dialect=Dialect.SPARK))


def load(
    session: SparkSession, program: Program, relation: str, cases: Iterable[Mapping[Slot, Value]]
) -> None:
    """A view of cases, for what is not a file: as `duck.load`."""
    types, rows = rows_of(program, tuple(cases))
    schema = ", ".join(f"`{name}` {'string' if type_ == 'text' else type_}" for name, type_ in types.items())
    session.createDataFrame(list(rows), schema).createOrReplaceTempView(relation)
