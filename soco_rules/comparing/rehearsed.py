"""The scenarios of an agreement under both readings: which of them come out otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path

from soco_rules.comparing.sides import Side
from soco_rules.compiler.versions import previous_version
from soco_rules.diagnostics import Diagnostic
from soco_rules.model.agreement import Agreement
from soco_rules.model.workspace import Workspace
from soco_rules.scenarios.desk import open_desk
from soco_rules.scenarios.report import ScenarioResult
from soco_rules.scenarios.run import run

FIRST_DAY = 2
"""A reading holds on every day of every scenario, also of those that tell of an earlier version."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A scenario that comes out otherwise: its result under each reading."""

    old: ScenarioResult
    new: ScenarioResult


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """The scenarios of some feature files under both readings; `missing` are the files that are not there."""

    files: tuple[str, ...]
    missing: tuple[str, ...]
    number: int
    moved: tuple[Moved, ...]
    findings: tuple[Diagnostic, ...] = ()


def rehearsed(old: Side, new: Side, root: Path) -> Rehearsed:
    """The scenarios about either agreement, each told of the one reading and of the other."""
    references = tuple(dict.fromkeys((old.reference, new.reference)))
    named = {
        f"features/{reference}.feature": root / "features" / f"{reference}.feature"
        for reference in references
    }
    present = {name: path for name, path in named.items() if path.is_file()}
    missing = tuple(name for name in named if name not in present)
    if not present:
        return Rehearsed((), missing, 0, ())
    paths = tuple(present.values())
    before, after = (run(paths, root, open_desk(_as_only(side, references), root)) for side in (old, new))
    pairs = tuple(zip(before.results, after.results, strict=True))
    moved = tuple(Moved(*pair) for pair in pairs if _told(pair[0]) != _told(pair[1]))
    return Rehearsed(tuple(present), missing, len(pairs), moved, before.findings)


def _told(result: ScenarioResult) -> object:
    failure = result.failure
    return result.outcome, failure and (failure.step, failure.found, [one.code for one in failure.findings])


def _as_only(side: Side, references: Sequence[str]) -> Workspace:
    """The workspace in which every one of these agreements says what this side says, on every day."""
    agreements = {reference: tuple(_versions(side, reference)) for reference in references}
    return replace(side.workspace, agreements={**side.workspace.agreements, **agreements})


def _versions(side: Side, reference: str) -> Iterator[Agreement]:
    """The version itself, and before it the one from which transitional law takes its values."""
    before = previous_version(side.workspace.agreements[side.reference], side.version)
    if before is not None:
        yield replace(before, reference=reference, valid_from=FIRST_DAY - 1, valid_to=FIRST_DAY - 1)
    yield replace(side.version, reference=reference, valid_from=FIRST_DAY, valid_to=None)
