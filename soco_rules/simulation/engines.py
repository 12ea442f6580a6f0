"""What reckons the rows of a caseload with one program: DuckDB in this process, or Spark over the same rows.

An engine gives a relation for a query in the database of the run: `rij` and the columns that are wanted.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import duckdb

from soco_rules.backends.sql import duck
from soco_rules.backends.sql import spark
from soco_rules.backends.sql.build import Dialect
from soco_rules.backends.sql.build import Query
from soco_rules.backends.sql.build import built
from soco_rules.backends.sql.build import coded
from soco_rules.backends.sql.columns import Wanted
from soco_rules.backends.sql.columns import inputs
from soco_rules.backends.sql.encode import Supply
from soco_rules.backends.sql.encode import texts
from soco_rules.compiler.program import DECISION_DATE
from soco_rules.compiler.program import PERIOD_END
from soco_rules.compiler.program import PERIOD_START
from soco_rules.compiler.program import REFERENCE_DATE
from soco_rules.facts import last_of_month
from soco_rules.simulation.quoting import literal
from soco_rules.simulation.quoting import name as quoted
from soco_rules.simulation.reading import Part
from soco_rules.simulation.reading import Reading

DATES = {PERIOD_START: "begin", PERIOD_END: "einde", REFERENCE_DATE: "begin", DECISION_DATE: "einde"}
"""The dates of a row by the month as which it is reckoned. The day of decision is taken to be the last of the month."""

Engine = Callable[[Reading, Part, Wanted], str]


def supply(
    connection: duckdb.DuckDBPyConnection, reading: Reading, part: Part, *, cases: str = "zaken"
) -> str:
    """A view of the rows of some months with their dates, as the program asks them; its name."""
    days = ", ".join(f"({month}, {begin}, {end})" for month, begin, end in _days(reading, part))
    dates = ", ".join(f"{column} AS {quoted(name)}" for name, column in DATES.items())
    connection.execute(
        f"CREATE OR REPLACE VIEW gedateerd AS SELECT zaken.*, {dates} FROM {cases} AS zaken "
        f"JOIN (VALUES {days}) AS dagen(van, begin, einde) ON zaken.maand = dagen.van"
    )
    columns = _columns(part, connection.table("gedateerd").columns)
    connection.execute("CREATE OR REPLACE VIEW gecodeerd AS " + coded(part.program, "gedateerd", columns))
    return "gecodeerd"


def in_duckdb(connection: duckdb.DuckDBPyConnection) -> Engine:
    """The database of the run itself: rows are reckoned as they are read, and none is kept.

    What occurs in the columns is looked at once for the programs that ask the same: the rows may not change meanwhile.
    """
    seen: dict[object, Supply] = {}

    def reckon(reading: Reading, part: Part, wanted: Wanted) -> str:
        relation = supply(connection, reading, part)
        asked = (tuple((step.slot, step.type) for step in part.program.fields), texts(part.program))
        key = (*asked, tuple(_days(reading, part)))
        if key not in seen:
            seen[key] = duck.seen(connection, part.program, relation)
        return f"({built(part.program, relation, seen[key], wanted, keep=['rij']).text})"

    return reckon


def reckoned(connection: duckdb.DuckDBPyConnection, part: Part, relation: str, wanted: Wanted) -> Query:
    """What is wanted of every row of a relation; planning it takes longer than a small file does."""
    supplied = duck.seen(connection, part.program, relation)
    return built(part.program, relation, supplied, wanted, keep=["rij"])


class NoSparkError(Exception):
    """Spark is there and does not start, as with a Java that is too old."""


def missing_for_spark() -> tuple[str, ...]:
    """What Spark takes and is not here."""
    library = () if find_spec("pyspark") is not None else ("pyspark",)
    return (*library, *(() if spark.has_java() else ("Java 17 of nieuwer",)))


def in_spark(connection: duckdb.DuckDBPyConnection, folder: Path) -> Engine:
    """Spark, on the machine or cluster of its session; rows go there and come back as files in a folder.

    Raises:
        NoSparkError: it does not start.
    """
    try:
        with _quiet(folder / "spark.log"):
            session = spark.connect()
    except RuntimeError as error:
        raise NoSparkError(str(error)) from error
    numbers = count()
    sent = folder / "zaken.parquet"
    connection.execute(f"COPY zaken TO {literal(str(sent))} (FORMAT parquet, ROW_GROUP_SIZE 100000)")
    session.read.parquet(str(sent)).createOrReplaceTempView("zaken")

    def reckon(reading: Reading, part: Part, wanted: Wanted) -> str:
        days = session.createDataFrame(list(_days(reading, part)), "van bigint, begin bigint, einde bigint")
        days.createOrReplaceTempView("dagen")
        dates = ", ".join(f"{column} AS `{name}`" for name, column in DATES.items())
        session.sql(f"SELECT zaken.*, {dates} FROM zaken JOIN dagen ON maand = van").createOrReplaceTempView(
            "gedateerd"
        )
        columns = _columns(part, session.table("gedateerd").columns)
        text = coded(part.program, "gedateerd", columns, dialect=Dialect.SPARK)
        session.sql(text).createOrReplaceTempView("gecodeerd")
        found = spark.run(session, part.program, "gecodeerd", wanted, keep=["rij"])
        target = folder / f"gerekend-{next(numbers)}"
        found.write.parquet(str(target))
        return f"read_parquet({literal(str(target / '*.parquet'))})"

    return reckon


@contextmanager
def _quiet(log: Path) -> Iterator[None]:
    """What a process that starts meanwhile says of itself goes to a file; Spark is talkative, and in English."""
    kept = os.dup(2)
    with log.open("wb") as file:
        os.dup2(file.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)


def _days(reading: Reading, part: Part) -> Iterable[tuple[int, int, int]]:
    """Each month of a part with the first and last day of the month as which it is reckoned."""
    for month in part.months:
        begin = reading.month_for(month)
        yield month, begin, last_of_month(begin)


def _columns(part: Part, have: Iterable[str]) -> list[str]:
    known = set(have)
    return ["rij", *(name for name in inputs(part.program) if name in known)]
