"""What the scenarios ask and expect, so that it can be asked again of other rules."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

import pytest

from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import program_of
from soco_rules.decide import Calculators
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.facts import Bound
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.facts import first_of_month
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.workspace import Workspace
from soco_rules.scenarios import checks
from soco_rules.scenarios import plugin
from soco_rules.scenarios.catalogue import Moment
from soco_rules.scenarios.catalogue import Step
from soco_rules.scenarios.desk import case_of
from soco_rules.scenarios.desk import dates_of
from soco_rules.scenarios.shelf import Shelf
from soco_rules.scenarios.shelf import Terms
from soco_rules.scenarios.shelf import broken_by
from soco_rules.scenarios.situation import Act
from soco_rules.scenarios.situation import Situation
from soco_rules.scenarios.situation import Spoken


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One decision that a scenario asks for on a case, and every step that holds it against what is expected.

    With `refused` the scenario expects that no decision can be made, because of a finding with this code.
    """

    scenario: str
    span: Span
    situation: Situation
    decision: str
    expectations: tuple[tuple[Act, Spoken], ...]
    refused: str | None = None


@dataclass(slots=True)
class Prompter:
    """A plugin of pytest that writes down every decision that is asked for in a run."""

    heard: list[Rehearsal] = field(default_factory=list)
    asked: bool = False
    """Whether the scenario that is performed now has asked for a decision."""

    def pytest_bdd_before_scenario(self) -> None:
        """Let no step count for the decision of the scenario before."""
        self.asked = False

    def pytest_bdd_after_step(
        self, request: pytest.FixtureRequest, step_func_args: Mapping[str, object]
    ) -> None:
        """Write down a step once it is performed."""
        entry, words = step_func_args["entry"], step_func_args["words"]
        assert isinstance(entry, Step)
        assert isinstance(words, Mapping)
        item = request.node
        spoken = Spoken(words, (), plugin.step_span(request.config, item))
        if entry.act in {checks.proposed, checks.turned_down}:
            situation = replace(item.stash[plugin.SITUATION], decision=None)
            scenario, code = item.stash[plugin.SCENARIO].name, words.get("code")
            self.heard.append(Rehearsal(scenario, spoken.span, situation, words["besluit"], (), code))
            self.asked = entry.act is checks.proposed
        elif entry.moment is Moment.THEN and self.asked:
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
    """One stack of layers with every rehearsal that is decided under it.

    `supposed` tells that the scenarios fill points of the agreement otherwise. `declined` are the rehearsals in which
    these points do not meet a requirement, as was expected.
    """

    compiled: Compiled
    staged: tuple[Staged, ...]
    declined: tuple[Rehearsal, ...] = ()
    supposed: bool = False

    @property
    def read(self) -> frozenset[str]:
        """The names of all that some decision on it reads."""
        return frozenset(step.name for program in self._programs() for step in program.steps)

    def _programs(self) -> Iterator[Program]:
        seen: set[int] = set()
        for staged in self.staged:
            if id(staged.calculators) not in seen:
                seen.add(id(staged.calculators))
                yield staged.calculators.program

    @property
    def files(self) -> frozenset[str]:
        """The files of the layers."""
        return frozenset(layer.path for layer in self.compiled.stack.layers)


def stages_of(workspace: Workspace, rehearsals: tuple[Rehearsal, ...]) -> tuple[Stage, ...]:
    """The rehearsals by the stack of layers that decides them; one that no stack decides is left out."""
    wings = _Wings(Shelf(workspace))
    for rehearsal in rehearsals:
        wings.place(rehearsal)
    return tuple(
        Stage(
            compiled,
            tuple(wings.staged.get(key, ())),
            tuple(wings.declined.get(key, ())),
            supposed=key in wings.supposed,
        )
        for key, compiled in wings.compiled.items()
    )


def on_day(staged: Staged, day: int) -> Staged | None:
    """The same case told of another day, with the decision as long after it; None where other rules hold then.

    Of a decision about a month it is the month of that day.
    """
    program, situation = staged.calculators.program, staged.rehearsal.situation
    later = day - staged.dates.reference
    if not program.valid_from <= day or (program.valid_to is not None and day > program.valid_to):
        return None
    moved = replace(
        situation,
        month=None if situation.month is None else first_of_month(day),
        reference_date=None if situation.month is not None else day,
        decision_date=staged.dates.decision + later,
    )
    dates = dates_of(moved)
    assert dates is not None
    dates = dates.monthly() if program.decision.monthly else dates
    bound, findings = bind(program, case_of(moved, program.layers, dates), dates)
    if has_errors(findings):
        return None
    return replace(
        staged,
        rehearsal=replace(staged.rehearsal, situation=moved),
        dates=dates,
        bound=bound,
        evaluation=staged.calculators.reference(bound.values),
    )


@dataclass(slots=True)
class _Wings:
    shelf: Shelf
    compiled: dict[int, Compiled] = field(default_factory=dict)
    staged: dict[int, list[Staged]] = field(default_factory=dict)
    declined: dict[int, list[Rehearsal]] = field(default_factory=dict)
    supposed: set[int] = field(default_factory=set)
    calculators: dict[tuple[int, str], Calculators] = field(default_factory=dict)

    def place(self, rehearsal: Rehearsal) -> None:
        situation, dates = rehearsal.situation, dates_of(rehearsal.situation)
        if situation.agreement is None or dates is None:
            return
        terms = Terms(situation.agreement.text, situation.points)
        if rehearsal.refused is not None:
            self._decline(rehearsal, terms, dates)
            return
        compiled = self.shelf.compiled(terms, dates.reference)
        decisions = compiled.stack.decisions if compiled else {}
        if rehearsal.decision in decisions and decisions[rehearsal.decision].monthly:
            dates = dates.monthly()
            compiled = self.shelf.compiled(terms, dates.reference)
        if compiled is None or rehearsal.decision not in compiled.stack.decisions:
            return
        calculators = self._ready(compiled, rehearsal.decision)
        bound, findings = bind(
            calculators.program, case_of(situation, calculators.program.layers, dates), dates
        )
        if has_errors(findings):
            return
        decision = propose(calculators, bound, dates)
        evaluation = calculators.reference(bound.values)
        asks_on = bool(decision.missing) or any(
            evaluation.values[slot] is Absent.UNKNOWN
            for slot in (*calculators.program.outcome, *calculators.program.also)
        )
        steps = frozenset(step.slot for step in calculators.program.steps)
        ready = Staged(rehearsal, calculators, dates, bound, evaluation, steps, asks_on)
        self._open(compiled, terms)
        self.staged.setdefault(id(compiled), []).append(ready)

    def _open(self, compiled: Compiled, terms: Terms) -> None:
        self.compiled[id(compiled)] = compiled
        if terms.points:
            self.supposed.add(id(compiled))

    def _decline(self, rehearsal: Rehearsal, terms: Terms, dates: Dates) -> None:
        """Keep a refusal that a requirement or a higher layer gives; the others do not depend on what can change."""
        laid = self.shelf.laid(terms, dates.reference)
        if laid is not None and any(found.code == rehearsal.refused for found in broken_by(laid.compiled)):
            self._open(laid.compiled, terms)
            self.declined.setdefault(id(laid.compiled), []).append(rehearsal)

    def _ready(self, compiled: Compiled, name: str) -> Calculators:
        key = (id(compiled), name)
        if key not in self.calculators:
            program = program_of(compiled, compiled.stack.decisions[name])
            self.calculators[key] = prepare(program, twice=False)
        return self.calculators[key]
