"""A caseload of the example in this backend, openfisca-core, zen-engine and polars: the same cases, answers, threads.

`python -m bench.caseload --rows 100000000` reads up to so many cases from files, within four gigabytes.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from threading import Thread

import duckdb
import numpy as np
import polars as pl

from bench.example import Inputs
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
from bench.zen_graph import zen_engine
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
ONE_BY_ONE = ROWS // 100
"""So many of the cases go to an engine that decides them one by one; all of them would take minutes."""
MEMORY = "3GB"
"""For the database; the process is to stay below four."""
TABLE = "bestand"

OURS, FISCA, POLARS, ZEN = "sql backend (duckdb)", "openfisca-core", "polars, by hand", "zen-engine"

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
    wanted = replace(results(program), requirements=False, brief=True)
    made = [*slots, *(f"{d.slot}/wint" for d in program.definitions if isinstance(d.body, Clauses))]

    def materialised() -> pl.DataFrame:
        """As Arrow in memory, which is what polars makes too."""
        return pl.DataFrame(duck.run(connection, program, TABLE, wanted))

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
    yield from one_by_one(program, cases)
    yield from streamed((ROWS // 100, ROWS // 10, ROWS, 4 * ROWS), threads=1)


def one_by_one(program: Program, cases: Arrays) -> Iterator[str]:
    """The first cases in an engine without caseloads: a loop over them, beside the same cases and totals here."""
    first = {slot: values[:ONE_BY_ONE] for slot, values in cases.items()}
    group, numbers = program.outcome[0], _numbers(program)
    codes = {text: code for code, text in enumerate(texts(program))}
    connection, inputs = _table(first), list(_inputs(program, first))
    decide = zen_engine(program, traced=False)

    def looped() -> Totals:
        found: dict[int, list[int]] = {}
        for each in inputs:
            answer = decide(each)
            sums = found.setdefault(codes[str(answer[group])], [0] * (1 + len(numbers)))
            sums[0] += 1
            for place, number in enumerate(numbers, 1):
                amount = answer[number]
                assert isinstance(amount, int | float)  # zen gives either for a whole number
                sums[place] += int(amount)
        return {code: tuple(sums) for code, sums in found.items()}

    aggregated = partial(_summed, connection, program, group, numbers)
    if aggregated() != looped():
        raise SystemExit(f"different totals:\n{aggregated()}\n{looped()}")
    figures = side_by_side({OURS: [aggregated] * (RUNS + 1), ZEN: [looped] * (RUNS + 1)}, warm_up=1)
    title = f"the first {ONE_BY_ONE:,}, totals"
    yield from (row(f"{title}, {name}", timing) for name, timing in figures.items())
    for name, timing in figures.items():
        yield f"  {name}: {in_units(timing.median / ONE_BY_ONE)} a case"
    yield f"  => {figures[ZEN].median / figures[OURS].median:.1f}x faster than the loop (no goal was set for it)"


def streamed(sizes: Iterable[int], *, threads: int | None = None) -> Iterator[str]:
    """What a row costs as there are more of them: the totals over a file of a million that is read again and again."""
    program = example()
    group, numbers = program.outcome[0], _numbers(program)
    with TemporaryDirectory() as folder:
        for size in sizes:
            connection = duck.connect(threads=threads, memory=MEMORY, folder=Path(folder))
            times = max(1, size // ROWS)
            _files(connection, Path(folder) / f"{size}.parquet", random_cases(program, size // times), times)
            start, used = time.perf_counter(), time.process_time()
            with _shown(connection, f"{size:,} cases"):
                found = _summed(connection, program, group, numbers)
            seconds, used = time.perf_counter() - start, time.process_time() - used
            if sum(number for number, *_ in found.values()) != size:
                raise SystemExit(f"not {size} cases: {found}")
            pace, cost = f"{size / seconds:,.0f} a second", f"{in_units(used / size)} of a processor a case"
            yield f"  {size:>11,} cases from files: {in_units(seconds)}, {pace}, {cost}"


def large(rows: int) -> Iterator[str]:
    """More and more cases, and the most memory that the process has had."""
    for size in (*(size for size in (ROWS // 10, ROWS, 10 * ROWS) if size < rows), rows):
        for line in streamed((size,)):
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
            yield f"{line}, at most {most:.2f} GB"


def _files(connection: duckdb.DuckDBPyConnection, file: Path, cases: Arrays, times: int) -> None:
    connection.register("arrays", dict(cases))
    connection.execute(f"COPY (FROM arrays) TO '{file}'").fetchall()
    connection.unregister("arrays")
    files = ", ".join([f"'{file}'"] * times)
    connection.execute(f"CREATE VIEW {TABLE} AS FROM read_parquet([{files}])")


@contextmanager
def _shown(connection: duckdb.DuckDBPyConnection, title: str) -> Iterator[None]:
    """How far each of the two queries is, the look over the rows and the totals, for who sits and waits."""
    done = Event()
    for setting in (
        "enable_progress_bar = true",
        "enable_progress_bar_print = false",
        "progress_bar_time = 1",
    ):
        connection.execute(f"SET {setting}")

    def show() -> None:
        while not done.wait(1):
            sys.stderr.write(f"\r{title}: {max(0, connection.query_progress()):.0f}% ")
            sys.stderr.flush()
        sys.stderr.write("\r")

    shows = Thread(target=show, daemon=True)
    if sys.stderr.isatty():
        shows.start()
    try:
        yield
    finally:
        done.set()
        if shows.ident is not None:
            shows.join()


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


def _inputs(program: Program, cases: Arrays) -> Iterator[Inputs]:
    """Cases as an engine of single decisions takes them, each `keuze` as its text."""
    known = texts(program)
    columns: dict[str, list[bool | int | str]] = {}
    for field in program.fields:
        values = cases[field.slot].tolist()
        columns[field.slot] = [known[value] for value in values] if field.type.kind is Kind.CHOICE else values
    for case in zip(*columns.values(), strict=True):
        yield dict(zip(columns, case, strict=True))


def _table(cases: Arrays) -> duckdb.DuckDBPyConnection:
    connection = duck.connect(threads=1)
    connection.register("arrays", dict(cases))
    connection.execute(f"CREATE TABLE {TABLE} AS FROM arrays").fetchall()
    return connection


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


def _asked() -> Iterator[str]:
    parser = argparse.ArgumentParser(prog="python -m bench.caseload")
    parser.add_argument(
        "--rows", type=int, metavar="N", help="the totals over up to so many cases from files"
    )
    rows = parser.parse_args().rows
    if rows is None:
        return caseload()
    if rows < ROWS or rows % ROWS:
        parser.error(f"--rows: a whole number of times {ROWS:,}")
    return large(rows)


if __name__ == "__main__":
    for line in _asked():
        print(line, flush=True)
