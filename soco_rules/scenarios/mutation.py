"""Hold every mutant of the rules against the scenarios: which of them notice it, and which mutants survive."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from functools import cache
from functools import partial
from pathlib import Path

from soco_rules.backends import proof
from soco_rules.diagnostics import Diagnostic
from soco_rules.model.agreement import Agreement
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.parser.workspace import template_folders
from soco_rules.scenarios.acceptance import accepted_in
from soco_rules.scenarios.acceptance import idle
from soco_rules.scenarios.alteration import Alteration
from soco_rules.scenarios.alteration import InvalidMutantError
from soco_rules.scenarios.alteration import alteration_of
from soco_rules.scenarios.alteration import outcomes
from soco_rules.scenarios.counterexample import proposal
from soco_rules.scenarios.desk import open_desk
from soco_rules.scenarios.equivalence import is_equivalent
from soco_rules.scenarios.fate import SURVIVING
from soco_rules.scenarios.fate import Fate
from soco_rules.scenarios.fate import Finding
from soco_rules.scenarios.memory import Evidence
from soco_rules.scenarios.memory import Memory
from soco_rules.scenarios.memory import evidence_of
from soco_rules.scenarios.memory import place_of
from soco_rules.scenarios.memory import remembered
from soco_rules.scenarios.mutants import Mutant
from soco_rules.scenarios.mutants import mutants_of
from soco_rules.scenarios.rehearsal import Prompter
from soco_rules.scenarios.rehearsal import Rehearsal
from soco_rules.scenarios.rehearsal import Stage
from soco_rules.scenarios.rehearsal import Staged
from soco_rules.scenarios.rehearsal import stages_of
from soco_rules.scenarios.report import Report
from soco_rules.scenarios.run import run
from soco_rules.scenarios.situation import Desk
from soco_rules.scenarios.workers import can_fork
from soco_rules.scenarios.workers import forked

MEMORY = Path("build/mutaties.json")
PATIENCE = 300.0
"""How many seconds one mutant may take in a process of its own."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A mutant with its fate, and why its survival is accepted."""

    mutant: Mutant
    finding: Finding
    accepted: str | None = None


@dataclass(frozen=True, slots=True)
class MutationReport:
    """What mutating found; `scenarios` is the run of the scenarios on the rules as they are.

    Nothing is mutated where that run did not pass. `findings` are about what the feature files accept.
    """

    scenarios: Report
    examined: Mapping[str, tuple[Examined, ...]]
    findings: tuple[Diagnostic, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the scenarios hold, every survivor is accepted, and everything that is accepted survives."""
        every = (one for many in self.examined.values() for one in many)
        return self.scenarios.passed and not self.findings and not any(map(unexplained, every))

    def below(self, least: int) -> tuple[str, ...]:
        """The files of which a smaller part, in percents, of the changes is noticed."""
        return tuple(file for file, examined in self.examined.items() if score(examined) < least)


def counted(examined: Sequence[Examined]) -> tuple[Examined, ...]:
    """The mutants that could be noticed: those that are rules, and other rules."""
    return tuple(one for one in examined if one.finding.fate not in {Fate.EQUIVALENT, Fate.INVALID})


def score(examined: Sequence[Examined]) -> int:
    """How much is noticed of what could be, in percents rounded down; what is accepted is not noticed."""
    every = counted(examined)
    noticed = sum(one.finding.fate is Fate.NOTICED for one in every)
    return 100 * noticed // len(every) if every else 100


def explained(one: Examined) -> bool:
    """Whether a mutant survived and somebody said why that is right."""
    return one.finding.fate in SURVIVING and one.accepted is not None


def unexplained(one: Examined) -> bool:
    """Whether a mutant survived and nobody said why that is right."""
    return one.finding.fate in SURVIVING and one.accepted is None


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
    layers = _mutated(workspace, stages, everything=not paths)
    mutants = tuple(
        mutant
        for layer, stage in layers
        for mutant in mutants_of(layer, stage.compiled.stack, workspace.sources[layer.path])
    )
    memory = remembered(root / MEMORY, evidence_of(stages, template_folders(root)))
    read = tuple(stage.read for stage in stages)
    hall = Hall(stages, open_desk(workspace, root), mutants, memory.noticed(), memory.evidence, read)
    findings = _all_findings(hall, memory, workers, progress)
    accepted, findings_about = accepted_in(report.sources)
    reasons = {one.name: one.reason for one in accepted}
    fates = {mutant.id: found for mutant, found in zip(mutants, findings, strict=True)}
    examined: dict[str, list[Examined]] = {layer.path: [] for layer, _ in layers}
    for mutant, found in zip(mutants, findings, strict=True):
        examined[mutant.span.file].append(Examined(mutant, found, reasons.get(mutant.id)))
    references = [layer.reference for layer, _ in layers]
    about = (*findings_about, *idle(accepted, fates, references, workspace.agreements))
    return MutationReport(report, {file: tuple(many) for file, many in examined.items()}, about)


def _mutated(
    workspace: Workspace, stages: Iterable[Stage], *, everything: bool
) -> list[tuple[Agreement, Stage]]:
    """The files to mutate, each once and as it is, with a stage in which it is a layer, as agreed if there is one."""
    layers: dict[str, tuple[Agreement, Stage]] = {}
    folders: set[str] = set()
    named: set[str] = set()
    files = {version.path: version for versions in workspace.agreements.values() for version in versions}
    for stage in sorted(stages, key=lambda stage: stage.supposed):
        for layer in stage.compiled.stack.layers:
            layers.setdefault(layer.path, (files[layer.path], stage))
        rehearsals = (*(staged.rehearsal for staged in stage.staged), *stage.declined)
        folders |= {Path(rehearsal.span.file).parent.name for rehearsal in rehearsals}
        named.add(stage.compiled.stack.lowest.path)
    own = [pair for pair in layers.values() if everything or pair[0].reference.split("/")[0] in folders]
    return own or [layers[path] for path in sorted(named)]


# One mutant


@dataclass(frozen=True, slots=True, eq=False)
class Hall:
    """All that a worker needs: the stages, the letters, the mutants, and which scenario noticed each before.

    `read` has for each stage the names of all that is read there.
    """

    stages: tuple[Stage, ...]
    desk: Desk
    mutants: tuple[Mutant, ...]
    noticed: Mapping[str, str]
    evidence: Evidence
    read: tuple[frozenset[str], ...]


def find(hall: Hall, position: int) -> Finding:
    """The fate of one mutant."""
    trial = _Trial(hall, hall.mutants[position])
    by = trial.noticed()
    if by is None:
        return trial.unnoticed()
    return Finding(Fate.NOTICED, place_of(by), rests_on=hall.evidence.scenarios[id(by)])


@dataclass(slots=True)
class _Trial:
    """One mutant on the stages that it is about; each is changed at most once, and only when its turn comes."""

    hall: Hall
    mutant: Mutant
    changed: dict[int, Alteration | None] = field(default_factory=dict)
    is_invalid: bool = False

    def noticed(self) -> Rehearsal | None:
        """The scenario that notices the mutant, if there is one: cheap signs on all stages go first."""
        before = self.hall.noticed.get(self.mutant.id)
        doubtful: list[tuple[Alteration, Staged]] = []
        for number in self._stages_to_try(before):
            alteration = self._alteration(number)
            if alteration is None:
                continue
            if by := _declined_otherwise(alteration):
                return by
            for staged in sorted(_met(alteration), key=lambda staged: place_of(staged.rehearsal) != before):
                shown = _shown(alteration, staged)
                if shown:
                    return staged.rehearsal
                if shown is None:
                    doubtful.append((alteration, staged))
        doubtful.sort(key=lambda pair: (place_of(pair[1].rehearsal) != before, not _decides_otherwise(*pair)))
        for alteration, staged in doubtful:
            if _is_noticed(alteration, staged, self.hall.desk):
                return staged.rehearsal
        return None

    def unnoticed(self) -> Finding:
        """What becomes of a mutant that no scenario notices."""
        every = [self._alteration(number) for number in self._stages()]
        if self.is_invalid:
            return Finding(Fate.INVALID)
        alterations = [alteration for alteration in every if alteration is not None]
        reached = [a for a in alterations if any(a.reaches(staged) for staged in a.stage.staged)]
        if all(is_equivalent(alteration, as_agreed=self._is_own(alteration)) for alteration in alterations):
            return Finding(Fate.EQUIVALENT)
        if self._is_proved_the_same(alterations):
            return Finding(Fate.EQUIVALENT)
        if not reached:
            return Finding(Fate.UNREACHED, proposal=_proposal(alterations))
        return Finding(Fate.SURVIVED, proposal=_proposal(reached))

    def _is_proved_the_same(self, alterations: Sequence[Alteration]) -> bool:
        if not proof.available():
            return False
        from soco_rules.scenarios.sameness import is_proved_the_same  # noqa: PLC0415 - needs the extra `bewijs`

        return is_proved_the_same(alterations, own=self.mutant.span.file)

    def _is_own(self, alteration: Alteration) -> bool:
        """Whether the mutant changes the agreement itself and not a layer under it."""
        return alteration.stage.compiled.stack.lowest.path == self.mutant.span.file

    def _stages(self) -> list[int]:
        stages = self.hall.stages
        return [number for number, stage in enumerate(stages) if self.mutant.span.file in stage.files]

    def _stages_to_try(self, before: str | None) -> list[int]:
        """The stages on which something reads what is changed; that of the scenario that noticed before goes first."""
        names, hall = self.mutant.names, self.hall
        numbers = [n for n in self._stages() if not names or not names.isdisjoint(hall.read[n])]
        numbers.sort(key=lambda n: before not in _places(hall.stages[n]))
        return numbers

    def _alteration(self, number: int) -> Alteration | None:
        if number not in self.changed:
            try:
                self.changed[number] = alteration_of(self.mutant, self.hall.stages[number])
            except InvalidMutantError:
                self.is_invalid = True
                self.changed[number] = None
        return self.changed[number]


def _declined_otherwise(alteration: Alteration) -> Rehearsal | None:
    """The scenario in which the points were refused and no longer are, or the other way about."""
    stage = alteration.stage
    for rehearsal in stage.declined:
        if rehearsal.refused not in alteration.refuses():
            return rehearsal
    if stage.supposed and stage.staged and alteration.breaks_points:
        return stage.staged[0].rehearsal
    return None


def _met(alteration: Alteration) -> Iterator[Staged]:
    """The rehearsals that may turn out otherwise."""
    for staged in alteration.stage.staged:
        if alteration.reaches(staged) and (
            alteration.asks_on(staged) or alteration.meets(staged, staged.bound.values, staged.evaluation)
        ):
            yield staged


def _shown(alteration: Alteration, staged: Staged) -> bool | None:
    try:
        return alteration.shown_by(staged)
    except ArithmeticError:
        return True  # the changed rules cannot be calculated


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


@cache
def _places(stage: Stage) -> frozenset[str]:
    return frozenset(map(place_of, (*(staged.rehearsal for staged in stage.staged), *stage.declined)))


# All of them


def _all_findings(hall: Hall, memory: Memory, workers: int, progress: Progress) -> list[Finding]:
    findings = [memory.known(mutant) for mutant in hall.mutants]
    left = [position for position, found in enumerate(findings) if found is None]
    done = len(findings) - len(left)
    progress(done, len(findings))
    try:
        for position, found in _found(hall, left, workers):
            findings[position] = found
            done += 1
            progress(done, len(findings))
    finally:  # also what was found before someone stopped it
        memory.keep((mutant, found) for mutant, found in zip(hall.mutants, findings, strict=True) if found)
    return [found for found in findings if found is not None]


def _found(hall: Hall, positions: Sequence[int], workers: int) -> Iterator[tuple[int, Finding]]:
    """The fates, in more processes where this process can be copied."""
    if workers == 1 or len(positions) < 20 or not can_fork():
        yield from ((position, find(hall, position)) for position in positions)
        return
    for position, found in forked(partial(find, hall), positions, workers, PATIENCE):
        yield position, found or Finding(Fate.UNFINISHED)
