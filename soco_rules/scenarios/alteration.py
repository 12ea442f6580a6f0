"""What a mutant changes in one stack of layers, and whether a case meets the change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from soco_rules.backends import reference as truth
from soco_rules.compiler.layers import Stack
from soco_rules.compiler.lowering import slot_of
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import program_of
from soco_rules.compiler.program import recompiled
from soco_rules.decide import Calculators
from soco_rules.decide import propose
from soco_rules.diagnostics import has_errors
from soco_rules.explain.anatomy import dissect
from soco_rules.explain.missing import Evaluate
from soco_rules.explain.missing import effective
from soco_rules.explain.reasons import vocabulary
from soco_rules.facts import Bound
from soco_rules.facts import agreed_value
from soco_rules.facts import amount_on
from soco_rules.facts import row_on
from soco_rules.model.decision import Decision
from soco_rules.model.program import Definition
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import reads_of
from soco_rules.model.values import Absent
from soco_rules.model.values import Role
from soco_rules.model.values import Value
from soco_rules.model.values import is_definite
from soco_rules.model.values import is_same
from soco_rules.scenarios import checks
from soco_rules.scenarios.mutants import Mutant
from soco_rules.scenarios.rehearsal import Stage
from soco_rules.scenarios.rehearsal import Staged
from soco_rules.scenarios.shelf import broken_by
from soco_rules.scenarios.situation import Act
from soco_rules.scenarios.situation import Desk
from soco_rules.scenarios.situation import Situation
from soco_rules.scenarios.situation import Spoken


class InvalidMutantError(Exception):
    """The changed rules have an error, so that no decision is made with them."""


@dataclass(slots=True, eq=False)
class Alteration:
    """A stage with the changed rules beside it; `slots` are the steps that are otherwise."""

    stage: Stage
    after: Compiled
    slots: tuple[Slot, ...]
    programs: dict[str, Program] = field(default_factory=dict)
    references: dict[str, Evaluate] = field(default_factory=dict)
    calculators: dict[str, Calculators] = field(default_factory=dict)
    locals: dict[Slot, Evaluate] = field(default_factory=dict)

    def program(self, decision: str) -> Program:
        """The changed program of a decision."""
        if decision not in self.programs:
            self.programs[decision] = program_of(self.after, self.after.stack.decisions[decision])
        return self.programs[decision]

    def evaluate(self, staged: Staged, given: Mapping[Slot, Value]) -> Evaluation:
        """What the changed rules make of the inputs of a case."""
        name = staged.rehearsal.decision
        if name not in self.references:
            self.references[name] = truth.prepare(self.program(name))
        return self.references[name](self.inputs(staged, given))

    def inputs(self, staged: Staged, given: Mapping[Slot, Value]) -> Mapping[Slot, Value]:
        """The same inputs with the changed points and amounts."""
        changed = {
            slot: agreed_value(step)
            for slot in self.slots
            if isinstance(step := self.after.steps[slot], Field) and step.origin is Origin.POINT
        }
        if self.after.stack.amounts is not self.stage.compiled.stack.amounts:
            program = self.program(staged.rehearsal.decision)
            for name in program.amounts:
                changed[name] = amount_on(program, name, staged.dates.reference)
        return {**given, **changed}

    def meets(self, staged: Staged, given: Mapping[Slot, Value], evaluation: Evaluation) -> bool:
        """Whether some changed step has another value or verdict, on what the unchanged rules make of the rest."""
        if self._changes_around(staged):
            return True
        after = self.inputs(staged, given)
        if any(after[slot] != value for slot, value in given.items()):
            return True
        return any(
            self.local(slot, given, evaluation) != (evaluation.values[slot], evaluation.verdicts.get(slot))
            for slot in self.slots
            if slot in evaluation.values
        )

    def reaches(self, staged: Staged) -> bool:
        """Whether the decision reads something that changed, on the day for which it is asked."""
        return (
            not staged.steps.isdisjoint(self.slots)
            or self._changes_around(staged)
            or self._changes_amount(staged)
        )

    def asks_on(self, staged: Staged) -> bool:
        """Whether other answers were tried because something is open, and a changed step reads what is not known."""
        values = staged.evaluation.values
        return staged.asks_on and any(
            values.get(read) is Absent.UNKNOWN
            for slot in self.slots
            for read in (*self.stage.compiled.reads[slot], *self.after.reads[slot])
        )

    def _changes_amount(self, staged: Staged) -> bool:
        before, after = staged.calculators.program.amounts, self.after.stack.amounts
        if after is self.stage.compiled.stack.amounts:
            return False
        day = staged.dates.reference
        return any(
            before[name] is not after[name] and row_on(before[name], day) != row_on(after[name], day)
            for name in before
        )

    def _changes_around(self, staged: Staged) -> bool:
        """Whether the gate or the requirements of the decision changed."""
        name, before = staged.rehearsal.decision, staged.calculators.program
        if self.after.gates is not self.stage.compiled.gates and self.after.gates[name] != before.gate:
            return True
        changed = self.after.checks is not self.stage.compiled.checks
        return changed and self.program(name).checks != before.checks

    def local(self, slot: Slot, given: Mapping[Slot, Value], evaluation: Evaluation) -> tuple[Value, object]:
        """What the changed step makes of the values that the unchanged rules gave."""
        if slot not in self.locals:
            some = next(step for step in self.after.steps.values() if isinstance(step, Field))
            program = self.stage.staged[0].calculators.program
            self.locals[slot] = truth.prepare(step_alone(program, some, self.after.steps[slot]))
        own = {slot: given[slot]} if slot in given else {}
        found = self.locals[slot]({**evaluation.values, **own})
        return found.values[slot], found.verdicts.get(slot)

    def noticed_by(self, staged: Staged, desk: Desk) -> bool:
        """Whether an expectation of the scenario no longer holds with the changed rules."""
        decision = self.decide(staged, staged.bound)
        situation = replace(staged.rehearsal.situation, decision=decision)
        return any(
            not isinstance(act(spoken, situation, desk), Situation)
            for act, spoken in staged.rehearsal.expectations
        )

    def shown_by(self, staged: Staged) -> bool | None:
        """Whether the values alone tell that an expectation fails; None where the whole decision must be seen.

        A known value that was expected and is now another known value fails. Where all values stay what they are, no
        step that is about values alone can fail.
        """
        after = self.evaluate(staged, staged.bound.values)
        program = staged.calculators.program
        slots = (*program.outcome, *program.also)
        old = dict(zip(slots, effective(staged.evaluation, slots), strict=True))
        new = dict(zip(slots, effective(after, slots), strict=True))
        acts = [act for act, _ in staged.rehearsal.expectations]
        expected = [
            _slot_expected(act, spoken, program, slots) for act, spoken in staged.rehearsal.expectations
        ]
        known = {slot for slot in slots if is_definite(old[slot]) and is_definite(new[slot])}
        if any(slot in known and not is_same(old[slot], new[slot]) for slot in expected if slot):
            return True
        unchanged = known == set(slots) and all(is_same(old[slot], new[slot]) for slot in slots)
        around = (staged.evaluation.gate, staged.evaluation.checks) == (after.gate, after.checks)
        return False if unchanged and around and set(acts) <= _ABOUT_VALUES else None

    @property
    def is_about_bounds(self) -> bool:
        """Whether something else may be agreed."""
        return _bounds_differ(self.stage.compiled.stack, self.after.stack)

    def refuses(self) -> frozenset[str]:
        """The findings that the agreed points give by themselves against the changed requirements."""
        return frozenset(found.code for found in broken_by(self.after))

    @property
    def breaks_points(self) -> bool:
        """Whether the agreed points no longer meet a requirement that they met."""
        before = self.stage.compiled
        if self.after.checks is before.checks and self.after.stack.points is before.stack.points:
            return False
        return not self.refuses() <= {found.code for found in broken_by(before)}

    def decide(self, staged: Staged, bound: Bound) -> Decision:
        """The decision that the changed rules propose."""
        name = staged.rehearsal.decision
        program = self.program(name)
        if name not in self.calculators:
            anatomy = dissect(program)
            self.calculators[name] = replace(
                staged.calculators,
                program=program,
                reference=truth.prepare(program),
                inside=truth.prepare(anatomy.inside),
                anatomy=anatomy,
                vocabulary=vocabulary(program),
            )
        changed = replace(bound, values=self.inputs(staged, bound.values))
        return propose(self.calculators[name], changed, staged.dates)


def alteration_of(mutant: Mutant, stage: Stage) -> Alteration | None:
    """What a mutant changes in a stage; None where it changes nothing.

    Raises:
        InvalidMutantError: the changed rules have an error.
    """
    before = stage.compiled
    stack = mutant.change(before.stack)
    if stack is before.stack:
        return None
    after, findings = recompiled(before, stack, mutant.names)
    if has_errors(findings):
        raise InvalidMutantError(mutant.id)
    if mutant.lowered is not None:
        lowered = {
            slot: mutant.lowered(step)
            for slot, step in after.steps.items()
            if isinstance(step, Definition) and step.name in mutant.names
        }
        after = replace(after, steps={**after.steps, **lowered})
    slots = tuple(slot for slot, step in after.steps.items() if _differ(step, before.steps[slot]))
    same_around = (after.gates, after.checks, stack.amounts) == (
        before.gates,
        before.checks,
        before.stack.amounts,
    )
    if not slots and same_around and not _bounds_differ(before.stack, stack):
        return None
    alteration = Alteration(stage, after, slots)
    if alteration.breaks_points and not stage.supposed:
        raise InvalidMutantError(mutant.id)
    return alteration


def _differ(one: Field | Definition, other: Field | Definition) -> bool:
    """Whether two steps calculate otherwise; what is said about them does not count."""
    if one is other:
        return False
    if isinstance(one, Definition) and isinstance(other, Definition):
        return one != replace(other, description=one.description)
    return one != other


def _bounds_differ(one: Stack, other: Stack) -> bool:
    """Whether something else may be agreed; what is agreed and what the rules make of it is the same."""
    points = zip(one.points.values(), other.points.values(), strict=True)
    return one.points is not other.points and any(a.declared is not b.declared for a, b in points)


_ABOUT_VALUES = frozenset({checks.OUTCOME_IS, checks.VALUE_IS})


def _slot_expected(act: Act, spoken: Spoken, program: Program, slots: tuple[Slot, ...]) -> Slot | None:
    """The slot of which a step says the value."""
    if act not in _ABOUT_VALUES:
        return None
    name = spoken.words.get("naam", program.decision.outcome)
    role = Role(spoken.words["persoon"]) if "persoon" in spoken.words else Role.APPLICANT
    return next((slot for slot in (name, slot_of(name, role)) if slot in slots), None)


def outcomes(staged: Staged, evaluation: Evaluation) -> tuple[object, ...]:
    """What a decision shows of an evaluation."""
    program = staged.calculators.program
    shown = effective(evaluation, (*program.outcome, *program.also))
    return (*shown, *(evaluation.checks if evaluation.gate is True else ()))


def is_point(step: Field | Definition) -> bool:
    """Whether a step is an agreement point."""
    return isinstance(step, Field) and step.origin is Origin.POINT


def step_alone(program: Program, some: Field, step: Field | Definition) -> Program:
    """A program of one step, in which all that it reads is given; `some` is a field to make those of."""
    given = tuple(
        replace(some, slot=slot, gate=None, constant=None) for slot in reads_of(step) if slot != step.slot
    )
    return replace(program, steps=(*given, step), gate=None, checks=())
