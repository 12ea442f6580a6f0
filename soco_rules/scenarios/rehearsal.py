"""What the scenarios ask and expect, so that it can be asked again of other rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

import pytest

from soco_rules.compiler.layers import version_in_force
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.program import program_of
from soco_rules.decide import Calculators
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.facts import Bound
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.workspace import Workspace
from soco_rules.scenarios import checks
from soco_rules.scenarios import plugin
from soco_rules.scenarios.catalogue import Moment
from soco_rules.scenarios.catalogue import Step
from soco_rules.scenarios.desk import case_of
from soco_rules.scenarios.desk import dates_of
from soco_rules.scenarios.situation import Act
from soco_rules.scenarios.situation import Situation
from soco_rules.scenarios.situation import Spoken


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One decision that a scenario asks for on a case, and every step that holds it against what is expected."""

    scenario: str
    span: Span
    situation: Situation
    decision: str
    expectations: tuple[tuple[Act, Spoken], ...]


@dataclass(slots=True)
class Prompter:
    """A plugin of pytest that writes down every decision that is asked for in a run."""

    heard: list[Rehearsal] = field(default_factory=list)

    def pytest_bdd_after_step(
        self, request: pytest.FixtureRequest, step_func_args: Mapping[str, object]
    ) -> None:
        """Write down a step once it is performed."""
        entry, words = step_func_args["entry"], step_func_args["words"]
        assert isinstance(entry, Step)
        assert isinstance(words, Mapping)
        item = request.node
        spoken = Spoken(words, (), plugin.step_span(request.config, item))
        if entry.act is checks.proposed:
            situation = replace(item.stash[plugin.SITUATION], decision=None)
            scenario = item.stash[plugin.SCENARIO].name
            self.heard.append(Rehearsal(scenario, spoken.span, situation, words["besluit"], ()))
        elif entry.moment is Moment.THEN and self.heard:
            last = self.heard[-1]
            self.heard[-1] = replace(last, expectations=(*last.expectations, (entry.act, spoken)))


@dataclass(frozen=True, slots=True, eq=False)
class Staged:
    """A rehearsal made ready: the case bound to the program, and what the unchanged rules make of it."""

    rehearsal: Rehearsal
    calculators: Calculators
    dates: Dates
    bound: Bound
    evaluation: Evaluation
    steps: frozenset[Slot]
    asks_on: bool
    """Whether the answer of the unchanged rules leaves something open, so that other answers were tried too."""


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """One stack of layers with every rehearsal that is decided under it."""

    compiled: Compiled
    staged: tuple[Staged, ...]

    @property
    def files(self) -> frozenset[str]:
        """The files of the layers."""
        return frozenset(layer.path for layer in self.compiled.stack.layers)


def stages_of(workspace: Workspace, rehearsals: tuple[Rehearsal, ...]) -> tuple[Stage, ...]:
    """The rehearsals by the stack of layers that decides them; one that no stack decides is left out."""
    wings = _Wings(workspace)
    for rehearsal in rehearsals:
        wings.place(rehearsal)
    return tuple(
        Stage(compiled, tuple(wings.staged[id(compiled)]))
        for compiled in wings.compiled
        if id(compiled) in wings.staged
    )


@dataclass(slots=True)
class _Wings:
    workspace: Workspace
    compiled: list[Compiled] = field(default_factory=list)
    staged: dict[int, list[Staged]] = field(default_factory=dict)
    calculators: dict[tuple[int, str], Calculators] = field(default_factory=dict)

    def place(self, rehearsal: Rehearsal) -> None:
        situation, dates = rehearsal.situation, dates_of(rehearsal.situation)
        if situation.agreement is None or dates is None:
            return
        compiled = self._on(situation.agreement.text, dates.reference)
        decisions = compiled.stack.decisions if compiled else {}
        if rehearsal.decision in decisions and decisions[rehearsal.decision].monthly:
            dates = dates.monthly()
            compiled = self._on(situation.agreement.text, dates.reference)
        if compiled is None or rehearsal.decision not in compiled.stack.decisions:
            return
        calculators = self._ready(compiled, rehearsal.decision)
        bound, findings = bind(
            calculators.program, case_of(situation, calculators.program.layers, dates), dates
        )
        if has_errors(findings):
            return
        decision = propose(calculators.program, bound, dates, calculators)
        evaluation = calculators.reference(bound.values)
        asks_on = bool(decision.missing) or any(
            evaluation.values[slot] is Absent.UNKNOWN
            for slot in (*calculators.program.outcome, *calculators.program.also)
        )
        steps = frozenset(step.slot for step in calculators.program.steps)
        ready = Staged(rehearsal, calculators, dates, bound, evaluation, steps, asks_on)
        self.staged.setdefault(id(compiled), []).append(ready)

    def _ready(self, compiled: Compiled, name: str) -> Calculators:
        key = (id(compiled), name)
        if key not in self.calculators:
            program = program_of(compiled, compiled.stack.decisions[name])
            self.calculators[key] = prepare(program, twice=False)
        return self.calculators[key]

    def _on(self, reference: str, day: int) -> Compiled | None:
        for known in self.compiled:
            stack = known.stack
            begun = stack.lowest.reference == reference and stack.valid_from <= day
            if begun and (stack.valid_to is None or day <= stack.valid_to):
                return known
        version = version_in_force(self.workspace.agreements.get(reference, ()), day)
        fresh, findings = (None, ()) if version is None else compile_stack(self.workspace, version, day)
        if fresh is None or has_errors(findings):
            return None
        self.compiled.append(fresh)
        return fresh
