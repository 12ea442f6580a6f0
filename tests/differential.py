"""Both calculators on random programs and cases, until they differ: `python -m tests.differential 200000 [seed]`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from soco_rules.backends import durable
from soco_rules.backends import reference
from soco_rules.backends.compare import disagreements
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Value
from tests.random_programs import random_case
from tests.random_programs import random_program

CASES_PER_PROGRAM = 20
FAST = 4_000
"""Cases in an ordinary test run."""

Case = Mapping[Slot, Value]


@dataclass(frozen=True, slots=True)
class Defect:
    """A mistake planted in one calculator: what it would make of a program and of a case."""

    name: str
    program: Callable[[Program], Program] = lambda program: program
    case: Callable[[Case], Case] = lambda case: case


NO_DEFECT = Defect("geen")


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, and the seed of the program and the case in which it does."""

    seed: int
    case: Case
    lines: tuple[str, ...]


def differences(
    cases: int, *, seed: int = 0, in_reference: Defect = NO_DEFECT, in_durable: Defect = NO_DEFECT
) -> Iterator[Difference | None]:
    """One item for each case: what differs, or None."""
    for number in range(cases // CASES_PER_PROGRAM):
        rng = Random(seed + number)
        program = random_program(rng)
        ours = reference.prepare(in_reference.program(program))
        theirs = durable.prepare(in_durable.program(program))
        for _ in range(CASES_PER_PROGRAM):
            case = random_case(rng, program)
            lines = disagreements(program, ours(in_reference.case(case)), theirs(in_durable.case(case)))
            yield Difference(seed + number, case, lines) if lines else None


def main(cases: int, seed: int = 0) -> int:
    """Run and show progress; the exit code is 1 when a difference is found."""
    found = 0
    for number, difference in enumerate(differences(cases, seed=seed), start=1):
        if difference:
            found += 1
            lines = "; ".join(difference.lines)
            sys.stdout.write(f"program {difference.seed}: {lines}\n  {dict(difference.case)}\n")
        if number % 1000 == 0:
            sys.stderr.write(f"\r{number} of {cases} cases, {found} differ")
    sys.stdout.write(f"{found} of {cases} cases differ\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
