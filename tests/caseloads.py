"""The sql backend beside the reference: `python -m tests.caseloads 2000 [seed] [duckdb|spark]` random programs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from random import Random

from soco_rules.backends import reference
from soco_rules.backends.sql import duck
from soco_rules.backends.sql import spark
from soco_rules.backends.sql.columns import ROW
from soco_rules.backends.sql.columns import evaluation_of
from soco_rules.backends.sql.columns import everything
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Node
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import children
from soco_rules.model.program import nodes_of
from soco_rules.model.values import Value
from tests.differential import NO_DEFECT
from tests.differential import Defect
from tests.random_programs import random_case
from tests.random_programs import random_program

CASES = 30
"""Cases to a program, at and around its literals."""
LARGEST = 2**60
"""What stays below this in every node stays below 64 bits on the way there."""

Case = Mapping[Slot, Value]
Engine = Callable[[Program, Sequence[Case]], Sequence[Evaluation]]
"""All cases in one query."""


def in_duckdb() -> Engine:
    """An engine that keeps its database."""
    connection = duck.connect(threads=1)

    def run(program: Program, cases: Sequence[Case]) -> Sequence[Evaluation]:
        duck.load(connection, program, "zaken", cases)
        relation = duck.run(connection, program, "zaken", everything(program), keep=[ROW])
        names = relation.columns
        return _in_order(program, [dict(zip(names, row, strict=True)) for row in relation.fetchall()])

    return run


def in_spark() -> Engine:
    """An engine that keeps its session."""
    session = spark.connect(threads=1)

    def run(program: Program, cases: Sequence[Case]) -> Sequence[Evaluation]:
        spark.load(session, program, "zaken", cases)
        frame = spark.run(session, program, "zaken", everything(program), keep=[ROW])
        return _in_order(program, [row.asDict() for row in frame.collect()])

    return run


def differing(
    engine: Engine, program: Program, cases: Sequence[Case], *, defect: Defect = NO_DEFECT
) -> Iterator[Case]:
    """The cases in which the engine has another value or verdict; the defect is planted in what the engine gets."""
    ours = [reference.prepare(program)(case) for case in cases]
    theirs = engine(defect.program(program), [defect.case(case) for case in cases])
    for case, one, other in zip(cases, ours, theirs, strict=True):
        if one != other or _kinds(one) != _kinds(other):
            yield case


def random_cases(rng: Random, program: Program, number: int = CASES) -> list[Case]:
    """Cases within the bounds of the fields, in which no number leaves 64 bits."""
    drawn = (random_case(rng, program) for _ in range(number))
    bound = [{step.slot: _within(step, case[step.slot]) for step in program.fields} for case in drawn]
    return [case for case in bound if not overflows(program, case)]


def overflows(program: Program, case: Case) -> bool:
    """Whether some node, also one that decides nothing here, has a number near the end of 64 bits."""
    values = dict(reference.prepare(program)(case).values)
    nodes = [node for step in program.steps for node in nodes_of(step)]
    nodes += [check.node for check in program.checks]
    nodes += [] if program.gate is None else [program.gate]
    return any(_is_large(reference._calculate(part)(values)) for node in nodes for part in _parts(node))


def main(programs: int, seed: int = 0, engine: str = "duckdb") -> int:
    """Run and show progress; the exit code is 1 when a difference is found."""
    run = in_duckdb() if engine == "duckdb" else in_spark()
    found = 0
    for number in range(programs):
        rng = Random(seed + number)
        program = random_program(rng)
        for case in differing(run, program, random_cases(rng, program)):
            found += 1
            sys.stdout.write(f"program {seed + number}: {dict(case)}\n")
        sys.stderr.write(f"\r{number + 1} of {programs} programs, {found} cases differ")
    sys.stdout.write(f"{found} cases of {programs} programs differ\n")
    return 1 if found else 0


def _in_order(program: Program, rows: list[dict[str, object]]) -> list[Evaluation]:
    return [evaluation_of(program, row) for row in sorted(rows, key=lambda row: str(row[ROW]).zfill(9))]


def _kinds(evaluation: Evaluation) -> dict[str, type]:
    """Yes is not one."""
    checks = {str(place): type(value) for place, value in enumerate(evaluation.checks)}
    return {slot: type(value) for slot, value in evaluation.values.items()} | checks


def _within(step: Field, value: Value) -> Value:
    low, high = step.type.minimum, step.type.maximum
    if isinstance(value, bool) or not isinstance(value, int):
        return value
    value = max(value, low) if isinstance(low, int) else value
    return min(value, high) if isinstance(high, int) else value


def _is_large(value: Value) -> bool:
    return isinstance(value, int) and abs(value) > LARGEST


def _parts(node: Node) -> Iterator[Node]:
    yield node
    for child in children(node):
        yield from _parts(child)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int((*sys.argv, "0")[2]), (*sys.argv, "", "duckdb")[3] or "duckdb"))
