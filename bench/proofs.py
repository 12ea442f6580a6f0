"""How long the proofs about each shipped agreement take, afresh and from what was proved before."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.timing import Timing
from bench.timing import in_units
from bench.timing import timing_of
from soco_rules.model.agreement import Layer
from soco_rules.model.workspace import Workspace
from soco_rules.proving.prove import Proved
from soco_rules.proving.report import Stretch
from soco_rules.proving.run import Run
from soco_rules.proving.run import planned
from soco_rules.proving.run import prove_all

_FRAME = frozenset({Layer.NATIONAL, Layer.MODEL})


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one agreement the seconds for each proof with the name of the slowest, and for all of them again."""

    each: Timing
    slowest: tuple[float, str]
    together: float
    again: float
    proofs: int
    open: int


def proofs(workspace: Workspace) -> Iterator[str]:
    """A line for each agreement; which one is under way stands on the error stream."""
    names = [name for name, versions in workspace.agreements.items() if versions[-1].layer not in _FRAME]
    yield f"Proofs about the {len(names)} shipped agreements, for all cases at once."
    for number, name in enumerate(names, start=1):
        sys.stderr.write(f"  {number} of {len(names)}: {name}\n")
        found = figures(workspace, name)
        yield (
            f"  {name:<44}{found.proofs:>4} proofs in {in_units(found.together):>8}, again {in_units(found.again):>8}"
            f" | each {found.each} | slowest {in_units(found.slowest[0])} ({found.slowest[1]})"
            f" | not decided {found.open}"
        )


def figures(workspace: Workspace, name: str) -> Figures:
    """All proofs about one agreement, timed one by one; then the same from what was written down."""
    run, wrong = planned(workspace, name)
    if run is None:
        raise SystemExit(f"{name}: {wrong}")
    with TemporaryDirectory() as folder:
        seconds: list[float] = []
        started = time.perf_counter()
        done = prove_all(run, Path(folder), name, _noting(seconds))
        together = time.perf_counter() - started
        started = time.perf_counter()
        same = prove_all(run, Path(folder), name, _noting([]))
        again = time.perf_counter() - started
    if _said(done) != _said(same):
        raise SystemExit(f"{name}: the second run says something else")
    asked = [question for stretch in done.stretches for question in stretch.asked]
    slowest = max(zip(seconds, (question.name for question in asked), strict=True))
    undecided = sum(found.code == "bewijs-open" for found in done.findings)
    return Figures(timing_of(seconds), slowest, together, again, len(asked), undecided)


def _noting(seconds: list[float]) -> Callable[[Stretch], Callable[[], None]]:
    """Puts down how long every proof took, with the sentences about it."""

    def begin(_: Stretch) -> Callable[[], None]:
        last = time.perf_counter()

        def step() -> None:
            nonlocal last
            now = time.perf_counter()
            seconds.append(now - last)
            last = now

        return step

    return begin


def _said(run: Run) -> list[bool]:
    return [isinstance(proof.verdict, Proved) for stretch in run.stretches for proof in stretch.proofs]
