"""A caseload of the example in this backend, openfisca-core and polars: the same cases, answers and threads.

`python -m bench.caseload 100000000` streams so many cases, made as they are read, within four gigabytes.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import numpy as np
import polars as pl

from bench.example import example
from bench.openfisca_system import openfisca_caseload
from bench.polars_query import concepts
from bench.polars_query import totals
from bench.timing import Call
from bench.timing import Timing
from bench.timing import in_units
from bench.timing import side_by_side
from bench.verdicts import faster
from bench.verdicts import row
from bench.verdicts import takes
from soco_rules.backends.sql import duck
from soco_rules.backends.sql.columns import Wanted
from soco_rules.backends.sql.columns import results
from soco_rules.backends.sql.encode import texts
from soco_rules.model.program import Clauses
from soco_rules.model.program import Field
from soco_rules.model.program import Program
from soco_rules.model.values import Kind

ROWS = 1_000_000
RUNS = 5
SIZES = (ROWS // 100, ROWS // 10, ROWS, 4 * ROWS)
TABLE = "bestand"

OURS, FISCA, POLARS = "sql backend (duckdb)", "openfisca-core", "polars, by hand"

Arrays = Mapping[str, np.ndarray]
Totals = Mapping[int, tuple[int, ...]]


def caseload() -> Iterator[str]:
    """A million member-months."""
    program = example()
    cases = random_cases(program, ROWS)
    group, numbers = program.outcome[0], _numbers(program)
    codes = {text: code for code, text in enumerate(texts(program))}
    connection = _table(cases)
    frame = pl.DataFrame(dict(cases))
    fisca = openfisca_caseload(program, codes)
    slots = [definition.slot for definition in program.definitions]
    made = [*slots, *(f"{d.slot}/wint" for d in program.definitions if isinstance(d.body, Clauses))]

    def materialised() -> pl.DataFrame:
        """As Arrow in memory, which is what polars makes too."""
        return pl.DataFrame(duck.run(connection, program, TABLE, results(program)))

    by_polars = partial(totals, concepts(frame.lazy(), codes), group, numbers)
    by_fisca = partial(_totals, fisca, cases, group, numbers)
    aggregated = partial(_summed, connection, program, group, numbers)
    _check(aggregated(), _by_group(by_polars().rows()), by_fisca())
    _check_winners(program, materialised(), concepts(frame.lazy(), codes).select(made).collect())
    once: dict[str, Call] = {OURS: aggregated, POLARS: by_polars, FISCA: by_fisca}
    all_: dict[str, Call] = {
        OURS: materialised,
        POLARS: lambda: concepts(frame.lazy(), codes).select(made).collect(),
        FISCA: lambda: fisca(cases),
    }
    yield f"{ROWS:,} cases of the example, {len(slots)} concepts, one thread; the same totals and winning rules."
    for title, calls in (("totals for each outcome", once), ("every concept and winning rule", all_)):
        figures = side_by_side({name: [call] * (RUNS + 1) for name, call in calls.items()}, warm_up=1)
        yield from (row(f"{title}, {name}", timing) for name, timing in figures.items())
        yield from _verdicts(title, figures)
    yield from sizes(program)


def sizes(program: Program) -> Iterator[str]:
    """What a row costs as there are more of them."""
    group, numbers = program.outcome[0], _numbers(program)
    for size in SIZES:
        connection = duck.connect(threads=1)
        _streamed(connection, program, size)
        start = time.perf_counter()
        _summed(connection, program, group, numbers)
        seconds = time.perf_counter() - start
        yield f"  {size:>10,} cases, made as they are read: {in_units(seconds)}, {in_units(seconds / size)} a case"


def large(rows: int) -> Iterator[str]:
    """So many cases that they fit in no memory."""
    program = example()
    with TemporaryDirectory() as folder:
        connection = duck.connect(memory="3GB", folder=Path(folder))
        _streamed(connection, program, rows)
        start = time.perf_counter()
        found = _summed(connection, program, program.outcome[0], _numbers(program))
        seconds = time.perf_counter() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    yield f"{sum(totals_[0] for totals_ in found.values()):,} cases in {in_units(seconds)}, at most {most:.1f} GB"


def random_cases(program: Program, rows: int) -> Arrays:
    """The same cases in every run."""
    chance = np.random.default_rng(2026)
    codes = {text: code for code, text in enumerate(texts(program))}
    return {field.slot: _any_values(field, chance, codes, rows) for field in program.fields}


def _any_values(field: Field, chance: np.random.Generator, codes: Mapping[str, int], rows: int) -> np.ndarray:
    values: np.ndarray
    match field.type.kind:
        case Kind.YES_NO:
            values = chance.random(rows) < 0.8
        case Kind.CHOICE:
            values = chance.choice(np.array([codes[choice] for choice in field.type.choices]), rows)
        case _:
            least, most = field.type.minimum, field.type.maximum
            assert isinstance(least, int)
            assert isinstance(most, int)
            near, far = chance.integers(least, most // 10, rows), chance.integers(least, most, rows)
            third = chance.integers(0, 3, rows)
            values = np.where(third == 0, least, np.where(third == 1, near, far)).astype(np.int64)
    return values


def _table(cases: Arrays) -> duckdb.DuckDBPyConnection:
    connection = duck.connect(threads=1)
    connection.register("arrays", dict(cases))
    connection.execute(f"CREATE TABLE {TABLE} AS FROM arrays").fetchall()
    return connection


def _streamed(connection: duckdb.DuckDBPyConnection, program: Program, rows: int) -> None:
    """A view that makes its cases while it is read; the same ones in every run."""
    codes = {text: code for code, text in enumerate(texts(program))}
    made = ", ".join(
        f'{_made(field, codes, seed)} AS "{field.slot}"' for seed, field in enumerate(program.fields)
    )
    connection.execute(f"CREATE VIEW {TABLE} AS SELECT {made} FROM range({rows}) r(i)")  # noqa: S608 - our own names


def _made(field: Field, codes: Mapping[str, int], seed: int) -> str:
    number = f"((i * 7919 + {104_729 * (seed + 1)}) % {1_000_003 + 2 * seed})"
    match field.type.kind:
        case Kind.YES_NO:
            return f"{number} % 10 < 8"
        case Kind.CHOICE:
            first = codes[field.type.choices[0]]
            assert [codes[choice] - first for choice in field.type.choices] == list(
                range(len(field.type.choices))
            )
            return f"({number} % {len(field.type.choices)})::bigint + {first}"
        case _:
            assert isinstance(field.type.maximum, int)
            return f"({number} % {field.type.maximum})::bigint // (1 + 9 * ({number} % 2))"


def _summed(
    connection: duckdb.DuckDBPyConnection, program: Program, group: str, numbers: list[str]
) -> Totals:
    relation = duck.run(connection, program, TABLE, Wanted((group, *numbers)))
    sums = ", ".join(f"sum({name})::bigint" for name in numbers)
    return _by_group(relation.aggregate(f"{group}, count(*), {sums}", group).fetchall())


def _numbers(program: Program) -> list[str]:
    kinds = {Kind.MONEY, Kind.PERCENTAGE, Kind.COUNT}
    return [definition.slot for definition in program.definitions if definition.type.kind in kinds]


def _by_group(rows: list[tuple[int, ...]]) -> Totals:
    return {first: tuple(rest) for first, *rest in rows}


def _totals(fisca: Callable[[Arrays], Arrays], cases: Arrays, group: str, numbers: list[str]) -> Totals:
    found = fisca(cases)
    groups = {int(code): found[group] == code for code in np.unique(found[group])}
    return {
        code: (int(of.sum()), *(int(found[number][of].sum(dtype=np.int64)) for number in numbers))
        for code, of in groups.items()
    }


def _check(ours: Totals, polars: Totals, fisca: Totals) -> None:
    """A race between different answers is worth nothing."""
    if not ours == polars == fisca:
        raise SystemExit(f"different totals:\n{ours}\n{polars}\n{fisca}")


def _check_winners(program: Program, ours: pl.DataFrame, polars: pl.DataFrame) -> None:
    for definition in program.definitions:
        if not np.array_equal(ours[definition.slot].to_numpy(), polars[definition.slot].to_numpy()):
            raise SystemExit(f"different answers: {definition.slot}")
        if isinstance(definition.body, Clauses):
            name = f"{definition.slot}/wint"
            theirs = np.left_shift(np.int64(1), polars[name].to_numpy())
            if not (ours[name].to_numpy() & theirs == theirs).all():
                raise SystemExit(f"a different rule wins: {definition.slot}")


def _verdicts(title: str, figures: Mapping[str, Timing]) -> Iterator[str]:
    ours = (title, figures[OURS])
    yield faster(ours, ("openfisca", figures[FISCA]), goal=3, floor=3)
    yield takes(ours, ("polars by hand", figures[POLARS]), goal=1.5, floor=1.5)


if __name__ == "__main__":
    for line in large(int(sys.argv[1])) if len(sys.argv) > 1 else caseload():
        print(line, flush=True)
