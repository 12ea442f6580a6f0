"""Hold every mutant of the rules against the scenarios: which of them notice it, and which mutants survive."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import re
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import soco_rules
from soco_rules.model.agreement import Agreement
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.scenarios.alteration import Alteration
from soco_rules.scenarios.alteration import InvalidMutantError
from soco_rules.scenarios.alteration import alteration_of
from soco_rules.scenarios.alteration import outcomes
from soco_rules.scenarios.counterexample import proposal
from soco_rules.scenarios.desk import open_desk
from soco_rules.scenarios.equivalence import is_equivalent
from soco_rules.scenarios.mutants import Mutant
from soco_rules.scenarios.mutants import mutants_of
from soco_rules.scenarios.rehearsal import Prompter
from soco_rules.scenarios.rehearsal import Stage
from soco_rules.scenarios.rehearsal import Staged
from soco_rules.scenarios.rehearsal import stages_of
from soco_rules.scenarios.report import Report
from soco_rules.scenarios.run import run
from soco_rules.scenarios.situation import Desk

MEMORY = Path("build/mutaties.json")
LARGEST_MEMORY = 20_000
"""How many mutants are remembered at most."""
ACCEPTED = re.compile(r"^\s*#\s*mutant aanvaard:\s*(\S+?):?[ \t]+(\S.*)$", re.MULTILINE)


class Fate(StrEnum):
    """What became of a mutant."""

    NOTICED = "gemerkt"
    SURVIVED = "niet gemerkt"
    UNREACHED = "niet geraakt"
    EQUIVALENT = "gelijkwaardig"
    INVALID = "ongeldig"


@dataclass(frozen=True, slots=True)
class Finding:
    """The fate of one mutant: by which scenario it was noticed, or which scenario would notice it."""

    fate: Fate
    scenario: str | None = None
    proposal: str | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """A mutant with its fate, and why its survival is accepted."""

    mutant: Mutant
    finding: Finding
    accepted: str | None = None


@dataclass(frozen=True, slots=True)
class MutationReport:
    """What mutating found; `scenarios` is the run of the scenarios on the rules as they are.

    Nothing is mutated where that run did not pass. `idle` are accepted mutants that do not survive or do not exist.
    """

    scenarios: Report
    examined: Mapping[str, tuple[Examined, ...]]
    idle: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the scenarios hold and every survivor is accepted."""
        return self.scenarios.passed and not any(
            unexplained(one) for many in self.examined.values() for one in many
        )


def unexplained(one: Examined) -> bool:
    """Whether a mutant survived and nobody said why that is right."""
    return one.finding.fate in {Fate.SURVIVED, Fate.UNREACHED} and one.accepted is None


Progress = Callable[[int, int], None]
"""Told how many mutants are done, and of how many."""


def mutate(
    paths: Sequence[Path], root: Path, *, workers: int = 1, progress: Progress = lambda _done, _all: None
) -> MutationReport:
    """Mutate the rules behind the scenarios in some paths, or all of them, and hold every mutant against those.

    With paths the files are mutated of which the reference begins as the folder of a feature file: features/delft
    is about delft/scope. Where there are none, those of the agreements that the scenarios name.
    """
    prompter = Prompter()
    report = run(paths or (root / "features",), root, listeners=(prompter,))
    if not report.passed:
        return MutationReport(report, {})
    workspace, _ = load_workspace(root, shipped_root())
    stages = stages_of(workspace, tuple(prompter.heard))
    layers = _mutated(stages, everything=not paths)
    mutants = tuple(
        mutant
        for layer, stage in layers
        for mutant in mutants_of(layer, stage.compiled.stack, workspace.sources[layer.path])
    )
    memory = _remembered(root / MEMORY, _state(stages, report))
    hall = Hall(stages, open_desk(workspace, root), mutants, memory.noticed())
    findings = _all_findings(hall, memory, workers, progress)
    memory.keep({mutant.id: found for mutant, found in zip(mutants, findings, strict=True)})
    accepted = _accepted(report)
    examined: dict[str, list[Examined]] = {layer.path: [] for layer, _ in layers}
    for mutant, found in zip(mutants, findings, strict=True):
        examined[mutant.span.file].append(Examined(mutant, found, accepted.get(mutant.id)))
    alive = {
        m.id for m, f in zip(mutants, findings, strict=True) if f.fate in {Fate.SURVIVED, Fate.UNREACHED}
    }
    references = tuple(f"{layer.reference}:" for layer, _ in layers)
    idle = tuple(one for one in accepted if one not in alive and one.startswith(references))
    return MutationReport(report, {file: tuple(many) for file, many in examined.items()}, idle)


def _mutated(stages: Iterable[Stage], *, everything: bool) -> list[tuple[Agreement, Stage]]:
    """The files to mutate, each once, with a stage in which it is a layer."""
    layers: dict[str, tuple[Agreement, Stage]] = {}
    folders: set[str] = set()
    named: set[str] = set()
    for stage in stages:
        for layer in stage.compiled.stack.layers:
            layers.setdefault(layer.path, (layer, stage))
        folders |= {Path(staged.rehearsal.span.file).parent.name for staged in stage.staged}
        named.add(stage.compiled.stack.lowest.path)
    own = [pair for pair in layers.values() if everything or pair[0].reference.split("/")[0] in folders]
    return own or [layers[path] for path in sorted(named)]


# One mutant


@dataclass(frozen=True, slots=True, eq=False)
class Hall:
    """All that a worker needs: the stages, the letters, the mutants, and which scenario noticed each before."""

    stages: tuple[Stage, ...]
    desk: Desk
    mutants: tuple[Mutant, ...]
    noticed: Mapping[str, str]


def find(hall: Hall, position: int) -> Finding:
    """The fate of one mutant."""
    mutant = hall.mutants[position]
    try:
        found = [alteration_of(mutant, stage) for stage in hall.stages if mutant.span.file in stage.files]
    except InvalidMutantError:
        return Finding(Fate.INVALID)
    alterations = [alteration for alteration in found if alteration is not None]
    if not alterations:
        return Finding(Fate.EQUIVALENT)
    before = hall.noticed.get(mutant.id)
    met = [pair for alteration in alterations for pair in _met(alteration)]
    met.sort(key=lambda pair: (place_of(pair[1]) != before, not _decides_otherwise(*pair)))
    for alteration, staged in met:
        if _is_noticed(alteration, staged, hall.desk):
            return Finding(Fate.NOTICED, place_of(staged))
    reached = [a for a in alterations if any(a.reaches(staged) for staged in a.stage.staged)]
    if all(is_equivalent(alteration) for alteration in alterations):
        return Finding(Fate.EQUIVALENT)
    if not reached:
        return Finding(Fate.UNREACHED)
    return Finding(Fate.SURVIVED, proposal=_proposal(reached))


def _met(alteration: Alteration) -> Iterator[tuple[Alteration, Staged]]:
    """The rehearsals that may turn out otherwise."""
    for staged in alteration.stage.staged:
        if alteration.reaches(staged) and (
            alteration.asks_on(staged) or alteration.meets(staged, staged.bound.values, staged.evaluation)
        ):
            yield alteration, staged


def _decides_otherwise(alteration: Alteration, staged: Staged) -> bool:
    try:
        after = alteration.evaluate(staged, staged.bound.values)
    except ArithmeticError:
        return True
    return outcomes(staged, after) != outcomes(staged, staged.evaluation)


def _is_noticed(alteration: Alteration, staged: Staged, desk: Desk) -> bool:
    try:
        return alteration.noticed_by(staged, desk)
    except ArithmeticError:
        return True  # the changed rules cannot be calculated


def _proposal(alterations: Sequence[Alteration]) -> str | None:
    try:
        return proposal(alterations)
    except ArithmeticError:
        return None


def place_of(staged: Staged) -> str:
    """Which scenario this is: its file and its name."""
    return f"{staged.rehearsal.span.file}: {staged.rehearsal.scenario}"


# All of them

_HALL: list[Hall] = []
"""What a worker was started with; a fork shares it without copying."""


def _all_findings(hall: Hall, memory: _Memory, workers: int, progress: Progress) -> list[Finding]:
    findings = [memory.known(mutant.id) for mutant in hall.mutants]
    left = [position for position, found in enumerate(findings) if found is None]
    done = len(findings) - len(left)
    progress(done, len(findings))
    for position, found in _found(hall, left, workers):
        findings[position] = found
        done += 1
        progress(done, len(findings))
    return [found for found in findings if found is not None]


def _found(hall: Hall, positions: Sequence[int], workers: int) -> Iterator[tuple[int, Finding]]:
    """The fates, in more processes where a process can be forked."""
    if workers == 1 or len(positions) < 20 or "fork" not in multiprocessing.get_all_start_methods():
        yield from ((position, find(hall, position)) for position in positions)
        return
    _HALL[:] = [hall]
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
        try:
            yield from zip(positions, pool.map(_find_here, positions, chunksize=4), strict=True)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            _HALL.clear()


def _find_here(position: int) -> Finding:
    return find(_HALL[0], position)


# What was found before


@dataclass(frozen=True, slots=True)
class _Memory:
    """The fates of an earlier run: true while rules, scenarios and soco_rules are the same, else a hint."""

    path: Path
    state: str
    held: Mapping[str, Mapping[str, str | None]]

    def known(self, name: str) -> Finding | None:
        """The fate of a mutant that cannot have changed."""
        one = self.held.get(name)
        if one is None or one["state"] != self.state:
            return None
        return Finding(Fate(one["fate"] or ""), one["scenario"], one["proposal"])

    def noticed(self) -> dict[str, str]:
        """Which scenario noticed each mutant."""
        return {name: one["scenario"] for name, one in self.held.items() if one["scenario"]}

    def keep(self, findings: Mapping[str, Finding]) -> None:
        """Write down what was found, the newest last; nothing where that cannot be written."""
        fresh = {name: {**asdict(found), "state": self.state} for name, found in findings.items()}
        kept = {**{name: one for name, one in self.held.items() if name not in fresh}, **fresh}
        last = dict(list(kept.items())[-LARGEST_MEMORY:])
        try:
            self.path.parent.mkdir(exist_ok=True)
            self.path.write_text(json.dumps(last, ensure_ascii=False, indent=0), "utf-8")
        except OSError:
            return


def _remembered(path: Path, state: str) -> _Memory:
    try:
        held = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return _Memory(path, state, {})
    return _Memory(path, state, held if _is_memory(held) else {})


def _is_memory(held: object) -> bool:
    columns = {"fate", "scenario", "proposal", "state"}
    fates = {str(fate) for fate in Fate}
    return isinstance(held, dict) and all(
        isinstance(one, dict) and one.keys() == columns and one["fate"] in fates for one in held.values()
    )


def _state(stages: Iterable[Stage], report: Report) -> str:
    """A hash of all that a fate depends on."""
    told = hashlib.sha256()
    package = Path(soco_rules.__file__).parent
    for path in sorted((*package.rglob("*.py"), *package.rglob("*.lark"))):
        told.update(path.read_bytes())
    for stage in stages:
        told.update("".join(layer.sha256 for layer in stage.compiled.stack.layers).encode())
    for file in sorted(_features(report)):
        told.update(report.sources[file].encode())
    return told.hexdigest()


def _features(report: Report) -> Iterator[str]:
    return (file for file in report.sources if file.endswith(".feature"))


def _accepted(report: Report) -> dict[str, str]:
    """The mutants that a feature file accepts, with the reason."""
    return {
        match[1]: match[2].strip()
        for file in _features(report)
        for match in ACCEPTED.finditer(report.sources[file])
    }
