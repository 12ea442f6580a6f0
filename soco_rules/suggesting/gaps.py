"""What the scenarios of one agreement leave open: what they never reach, and agreed numbers that they do not guard."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from soco_rules.compiler.program import Compiled
from soco_rules.model.values import NUMERIC
from soco_rules.model.values import Kind
from soco_rules.model.values import is_known
from soco_rules.model.workspace import Workspace
from soco_rules.scenarios.alteration import InvalidMutantError
from soco_rules.scenarios.alteration import alteration_of
from soco_rules.scenarios.coverage import Coverage
from soco_rules.scenarios.coverage import Reach
from soco_rules.scenarios.coverage import Sort
from soco_rules.scenarios.coverage import Witness
from soco_rules.scenarios.coverage import coverage
from soco_rules.scenarios.coverage import untouched
from soco_rules.scenarios.desk import open_desk
from soco_rules.scenarios.mutants import Mutant
from soco_rules.scenarios.mutants import mutants_of
from soco_rules.scenarios.rehearsal import Rehearsal
from soco_rules.scenarios.rehearsal import Stage
from soco_rules.scenarios.rehearsal import stages_of
from soco_rules.scenarios.report import Report
from soco_rules.scenarios.situation import Desk

GUARDED = NUMERIC | {Kind.DURATION}


@dataclass(frozen=True, slots=True)
class Gaps:
    """Parts of the file that are not reached, and the agreed numbers of which no scenario notices a step up or down."""

    parts: tuple[Reach, ...]
    borders: tuple[str, ...]


def gaps(
    workspace: Workspace, root: Path, compiled: Compiled, report: Report, heard: Sequence[Rehearsal]
) -> Gaps:
    """What the scenarios that ran (`report`, and the decisions that were `heard`) leave open of one agreement."""
    own = compiled.stack.lowest
    parts = tuple(untouched_parts(compiled, report))
    numbers = [name for name, point in own.points.items() if _is_number(compiled, name)]
    stages = tuple(
        stage
        for stage in stages_of(workspace, tuple(heard))
        if stage.compiled.stack.lowest.reference == own.reference
    )
    unused = {part.name for part in parts if part.sort is Sort.POINT}
    mutants = mutants_of(own, compiled.stack, workspace.sources[own.path])
    desk = open_desk(workspace, root)
    return Gaps(
        parts,
        tuple(
            name
            for name in numbers
            if name in unused or not _is_guarded(_steps_of(name, mutants), stages, desk)
        ),
    )


def untouched_parts(compiled: Compiled, report: Report) -> Iterator[Reach]:
    """The parts of the file of the agreement itself that no scenario reached, or that never decided."""
    own = compiled.stack.lowest
    told = next((file for file in report.coverage() if file.file == own.path), None)
    yield from untouched(told or unseen(compiled))


def unseen(compiled: Compiled) -> Coverage:
    """The coverage of a file of which no scenario asked anything."""
    own = compiled.stack.lowest
    witness = Witness(stacks=[compiled], layers={layer.path: layer for layer in compiled.stack.layers})
    return next(file for file in coverage(witness) if file.file == own.path)


def _is_number(compiled: Compiled, name: str) -> bool:
    point = compiled.stack.points.get(name)
    if point is None or point.value is None or not is_known(point.value):
        return False
    return point.declared.type is not None and point.declared.type.kind in GUARDED


def _steps_of(name: str, mutants: Iterable[Mutant]) -> tuple[Mutant, ...]:
    return tuple(mutant for mutant in mutants if mutant.names == {name} and ":afspraken." in mutant.id)


def _is_guarded(steps: tuple[Mutant, ...], stages: tuple[Stage, ...], desk: Desk) -> bool:
    """Whether some scenario notices each other value of a point."""
    return all(any(_notices(stage, step, desk) for stage in stages) for step in steps)


def _notices(stage: Stage, mutant: Mutant, desk: Desk) -> bool:
    if mutant.names.isdisjoint(stage.read):
        return False
    try:
        alteration = alteration_of(mutant, stage)
    except InvalidMutantError:
        return True  # it cannot be agreed: no scenario has to guard it
    return alteration is not None and any(
        alteration.meets(staged, staged.bound.values, staged.evaluation)
        and alteration.noticed_by(staged, desk)
        for staged in stage.staged
        if alteration.reaches(staged)
    )
