"""Compile a decision of an agreement, in the versions in force on a day, to a Program."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from functools import lru_cache

from soco_rules.catalogue import finding
from soco_rules.compiler.bounds import Interval
from soco_rules.compiler.bounds import bounded
from soco_rules.compiler.bounds import check_bounds
from soco_rules.compiler.decisions import check_decisions
from soco_rules.compiler.layers import AgreedPoint
from soco_rules.compiler.layers import Findings
from soco_rules.compiler.layers import MergedConcept
from soco_rules.compiler.layers import Stack
from soco_rules.compiler.layers import basis_of
from soco_rules.compiler.layers import stack_layers
from soco_rules.compiler.lowering import STATE
from soco_rules.compiler.lowering import Lowering
from soco_rules.compiler.lowering import Symbol
from soco_rules.compiler.lowering import slot_of
from soco_rules.compiler.pairings import pairings
from soco_rules.compiler.precedence import precedence
from soco_rules.compiler.retention import check_retention
from soco_rules.compiler.versions import as_adopted
from soco_rules.compiler.versions import nothing_in_force
from soco_rules.compiler.versions import passed_over
from soco_rules.compiler.versions import version_in_force
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Severity
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.model import program as ir
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import ByOutcome
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import Fact
from soco_rules.model.agreement import Provenance
from soco_rules.model.agreement import Requirement
from soco_rules.model.agreement import Status
from soco_rules.model.agreement import Transitional
from soco_rules.model.expressions import Expression
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import Unit
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.workspace import Workspace

REFERENCE_DATE = "peildatum"
DECISION_DATE = "besluitdatum"
PERIOD_START = "begin_tijdvak"
PERIOD_END = "einde_tijdvak"
DATES = {
    REFERENCE_DATE: "Voor welke dag wordt besloten?",
    DECISION_DATE: "Op welke dag wordt besloten?",
    PERIOD_START: "Wat is de eerste dag van de maand?",
    PERIOD_END: "Wat is de laatste dag van de maand?",
}
STATE_QUESTION = "Wat is de stand van deze deelnemer in het dossier?"
PREVIOUS = "@vorige_versie"
"""Behind the name of a point: its value in the version before, for transitional law."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """All that one stack of layers says, lowered; `steps` holds every field and definition by slot.

    `reads` has for each of them the slots that it reads, and `weighs` for each of the checks. `ranges` and `divisors`
    are what `check_bounds` needs to look at some steps again. The steps of `pairings` are not among them:
    `with_pairings` puts them there.
    """

    stack: Stack
    steps: Mapping[ir.Slot, ir.Field | ir.Definition]
    reads: Mapping[ir.Slot, tuple[ir.Slot, ...]]
    checks: tuple[ir.Check, ...]
    weighs: tuple[frozenset[ir.Slot], ...]
    gates: Mapping[str, ir.Node | None]
    ranges: Mapping[ir.Slot, Interval]
    divisors: Mapping[Span, tuple[ir.Node, ...]]
    pairings: tuple[ir.Pairing, ...] = ()


def compile_program(
    workspace: Workspace, reference: str, decision: str, on: int, *, drafts: bool = False
) -> tuple[ir.Program | None, Findings]:
    """The Program of one decision of one agreement on a day, or None with the findings that stand in the way.

    `drafts` is as in `compile_in_force`.
    """
    compiled, findings = compile_in_force(workspace, reference, on, drafts=drafts)
    if compiled is None or has_errors(findings):
        return None, findings
    decisions = compiled.stack.decisions
    if decision not in decisions:
        message = f"'{reference}' kent geen besluit '{decision}'."
        remedy = did_you_mean(decision, decisions, otherwise=f"Kies uit {', '.join(sorted(decisions))}.")
        unknown = finding("onbekend-besluit", compiled.stack.lowest.span, message, remedy=remedy)
        return None, (*findings, unknown)
    return program_of(compiled, decisions[decision]), findings


def compile_in_force(
    workspace: Workspace, reference: str, on: int, *, drafts: bool = False
) -> tuple[Compiled | None, Findings]:
    """Everything under the version of an agreement that holds on a day; None when there is no such version.

    That is for decisions about people: a concept has no force beside what was adopted, and is told of where one was
    passed over. With `drafts` it holds from its first day on, for who tries or reads it before it is adopted.
    """
    here = Span(reference)
    if reference not in workspace.agreements:
        remedy = did_you_mean(reference, workspace.agreements, otherwise="")
        return None, (finding("onbekende-overeenkomst", here, f"'{reference}' bestaat niet.", remedy=remedy),)
    held = workspace if drafts else as_adopted(workspace)
    version = version_in_force(held.agreements[reference], on)
    if version is None:
        return None, (nothing_in_force(workspace, reference, on, here),)
    compiled, findings = compile_stack(held, version, on)
    if compiled is None or held is workspace:
        return compiled, findings
    return compiled, (*findings, *passed_over(workspace, compiled.stack.layers, on))


def compile_last(workspace: Workspace, reference: str, on: int) -> tuple[Compiled | None, Findings]:
    """As `compile_in_force`; of an agreement that has ended or was withdrawn, the last rules that it had."""
    versions = as_adopted(workspace).agreements.get(reference, ())
    ended = {each.valid_to for each in versions if each.valid_to is not None}
    withdrawn = {each.valid_from - 1 for each in versions if each.status is Status.WITHDRAWN}
    ends = sorted((day for day in ended | withdrawn if day < on), reverse=True)
    day = next((each for each in (on, *ends) if version_in_force(versions, each)), on)
    return compile_in_force(workspace, reference, day)


@lru_cache(maxsize=32)  # findings, letters and decisions about a version all start from it
def compile_stack(workspace: Workspace, version: Agreement, on: int) -> tuple[Compiled | None, Findings]:
    """Everything under a version on a day, lowered and checked; None only when its layers cannot be found."""
    stack, findings = stack_layers(workspace, version, on)
    if stack is None:
        return None, findings
    build = _Build(stack)
    compiled = build.compiled()
    return compiled, in_reading_order((*findings, *build.findings, *build.lowering.findings))


def lowering_of(stack: Stack) -> Lowering:
    """What lowers an expression against the names of a stack, without findings of its own yet."""
    build = _Build(stack)
    build.prepare()
    return Lowering(build.lowering.symbols, build.lowering.roles)


def transitional_law(stack: Stack) -> tuple[tuple[Transitional, ir.Node], ...]:
    """Each rule of transitional law with the condition under which its points keep the value of the version before."""
    build = _Build(stack)
    build.prepare()
    return tuple(build.transitional)


def recompiled(compiled: Compiled, stack: Stack, names: frozenset[str]) -> tuple[Compiled, Findings]:
    """What was compiled, for a stack in which only these points, facts and concepts and the besluiten, eisen differ.

    Everything that has another name is taken over as it was. The changes must not make a name read a new one.
    """
    build = _Build(stack)
    build.prepare()
    fresh = {step.slot: step for step in build.steps_named(names)}
    steps = {slot: fresh.get(slot, step) for slot, step in compiled.steps.items()}
    checks, weighs, gates = compiled.checks, compiled.weighs, compiled.gates
    if stack.requirements is not compiled.stack.requirements:
        checks = build.checks()
        weighs = _weighs(checks)
    if stack.decisions is not compiled.stack.decisions:
        gates = build.gates()
    reads = {**compiled.reads, **{slot: ir.reads_of(step) for slot, step in fresh.items()}}
    divisors = {**compiled.divisors, **build.lowering.divisors}
    ranges = compiled.ranges
    findings = (*build.findings, *build.lowering.findings)
    if not has_errors(findings):
        ranges, outside = check_bounds(_touched(steps, reads, fresh), divisors, ranges)
        findings += outside
    return Compiled(stack, steps, reads, checks, weighs, gates, ranges, divisors, compiled.pairings), findings


def _touched(
    steps: Mapping[ir.Slot, ir.Field | ir.Definition],
    reads: Mapping[ir.Slot, tuple[ir.Slot, ...]],
    changed: Iterable[ir.Slot],
) -> Iterator[ir.Field | ir.Definition]:
    """The steps that changed and those that rest on them, in order of reading."""
    touched = set(changed)
    for step in _in_order(steps, reads, steps):
        if step.slot in touched or not touched.isdisjoint(reads[step.slot]):
            touched.add(step.slot)
            yield step


def with_pairings(compiled: Compiled) -> Compiled:
    """The same with the steps that compare two cases among its own, for who asks about all cases."""
    extra = {step.slot: step for pairing in compiled.pairings for step in pairing.steps}
    reads = {slot: ir.reads_of(step) for slot, step in extra.items()}
    return replace(compiled, steps={**compiled.steps, **extra}, reads={**compiled.reads, **reads})


def program_of(compiled: Compiled, decision: DecisionType) -> ir.Program:
    """The part of a stack that one decision reaches, in order of reading, with the requirements that it can weigh."""
    outcome = _slots_named(compiled, decision.outcome)
    also = tuple(slot for name in decision.also for slot in _slots_named(compiled, name))
    gate = compiled.gates.get(decision.name)
    wanted = [*outcome, *also, *(ir.reads(gate) if gate else ())]
    steps = _in_order(compiled.steps, compiled.reads, wanted)
    reached = {step.slot for step in steps}
    checks = tuple(
        check
        for check, read in zip(compiled.checks, compiled.weighs, strict=True)
        if _can_be_weighed(compiled, decision, read, reached)
    )
    if further := [slot for check in checks for slot in ir.reads(check.node) if slot not in reached]:
        steps = _in_order(compiled.steps, compiled.reads, [*wanted, *further])
    return _program(compiled, decision, steps, gate=gate, outcome=outcome, also=also, checks=checks)


def _can_be_weighed(
    compiled: Compiled, decision: DecisionType, read: frozenset[ir.Slot], reached: set[ir.Slot]
) -> bool:
    """Whether a requirement that reads these slots asks nothing that the decision does not ask itself.

    What is agreed or dated is free. One that is about free things only belongs to the agreement, unless the decision
    reads them all itself.
    """
    if read <= reached:
        return True
    if not read <= compiled.steps.keys():  # what could not be read has no step, and was told of
        return False
    free = {slot for slot in read if _is_free(compiled.steps[slot], decision)}
    return read - free <= reached and not read <= free


def _weighs(checks: Iterable[ir.Check]) -> tuple[frozenset[ir.Slot], ...]:
    return tuple(frozenset(ir.reads(check.node)) for check in checks)


def _is_free(step: ir.Field | ir.Definition, decision: DecisionType) -> bool:
    if not isinstance(step, ir.Field) or step.origin in {ir.Origin.FACT, ir.Origin.JUDGEMENT}:
        return False
    return decision.monthly or step.name not in {PERIOD_START, PERIOD_END}


def part_for(compiled: Compiled, slots: Iterable[ir.Slot], checks: tuple[ir.Check, ...] = ()) -> ir.Program:
    """A Program for some slots, without a decision of its own: for findings about the rules behind them."""
    asked = tuple(slots)
    nameless = DecisionType(
        name="",
        span=compiled.stack.lowest.span,
        title="",
        outcome="",
        also=(),
        legal_character=ByOutcome({}, None),
        decider="",
    )
    return _program(
        compiled, nameless, _in_order(compiled.steps, compiled.reads, asked), outcome=asked, checks=checks
    )


def gates_of(compiled: Compiled) -> dict[str, ir.Check]:
    """When each decision that has a gate applies, in the form of a requirement."""
    return {
        name: ir.Check(
            name=name,
            role=None,
            node=gate,
            severity=Severity.ERROR,
            message="",
            provenance=Provenance(),
            span=compiled.stack.lowest.span,
        )
        for name, gate in compiled.gates.items()
        if gate is not None
    }


def whole(compiled: Compiled) -> ir.Program:
    """Everything in one Program; behind its requirements stand, as requirements too, the gates of its decisions."""
    return part_for(compiled, compiled.steps, (*compiled.checks, *gates_of(compiled).values()))


def _program(
    compiled: Compiled,
    decision: DecisionType,
    steps: tuple[ir.Field | ir.Definition, ...],
    *,
    outcome: tuple[ir.Slot, ...],
    also: tuple[ir.Slot, ...] = (),
    gate: ir.Node | None = None,
    checks: tuple[ir.Check, ...] = (),
) -> ir.Program:
    stack = compiled.stack
    amounts = (step.name for step in steps if isinstance(step, ir.Field) and step.origin is ir.Origin.AMOUNT)
    return ir.Program(
        agreement=stack.lowest,
        layers=stack.layers,
        decision=decision,
        steps=steps,
        gate=gate,
        outcome=outcome,
        also=also,
        checks=checks,
        amounts={name: stack.amounts[name] for name in amounts},
        valid_from=stack.valid_from,
        valid_to=stack.valid_to,
    )


def _slots_named(compiled: Compiled, name: str) -> tuple[ir.Slot, ...]:
    slots = (name, *(slot_of(name, role) for role in Role))
    return tuple(slot for slot in slots if slot in compiled.steps)


def _in_order(
    steps: Mapping[ir.Slot, ir.Field | ir.Definition],
    reads: Mapping[ir.Slot, tuple[ir.Slot, ...]],
    wanted: Iterable[ir.Slot],
) -> tuple[ir.Field | ir.Definition, ...]:
    """The steps that some slots reach; in a circle, which has its own finding, the order means nothing."""
    ordered: dict[ir.Slot, ir.Field | ir.Definition] = {}
    begun: set[ir.Slot] = set()
    waiting: list[tuple[ir.Slot, bool]] = [(slot, False) for slot in reversed(list(wanted))]
    while waiting:
        slot, behind = waiting.pop()
        if slot in ordered or slot not in steps:
            continue
        if behind:
            ordered[slot] = steps[slot]
            continue
        if slot in begun:
            continue
        begun.add(slot)
        waiting.append((slot, True))
        waiting.extend((read, False) for read in reversed(reads[slot]))
    return tuple(ordered.values())


@dataclass(slots=True)
class _Build:
    """One stack on its way to steps: the table of names, and the findings so far."""

    stack: Stack
    lowering: Lowering = field(init=False)
    findings: list[Diagnostic] = field(default_factory=list)
    partner_gate: ir.Node | None = field(init=False, default=None)
    transitional: list[tuple[Transitional, ir.Node]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        roles = tuple(Role) if Role.PARTNER in self.stack.persons else (Role.APPLICANT,)
        self.lowering = Lowering(dict(self._symbols()), roles)

    def compiled(self) -> Compiled:
        self.prepare()
        steps = {step.slot: step for step in self._steps()}
        checks, gates = self.checks(), self.gates()
        reads = {slot: ir.reads_of(step) for slot, step in steps.items()}
        paired = tuple(pairings(self.stack.comparisons, self.stack.facts, self.lowering))
        divisors = self.lowering.divisors
        compiled = Compiled(self.stack, steps, reads, checks, _weighs(checks), gates, {}, divisors, paired)
        self._check_order(steps, reads)
        if not has_errors((*self.findings, *self.lowering.findings)):
            full = with_pairings(compiled)
            ranges, outside = check_bounds(_in_order(full.steps, full.reads, full.steps), divisors, {})
            self.findings += outside
            compiled = replace(compiled, ranges=ranges)
        self.findings += check_decisions(self.stack, lambda decision: program_of(compiled, decision))
        self.findings += check_retention(self.stack)
        return compiled

    def prepare(self) -> None:
        """What every step needs before it is lowered."""
        self._apply_transitional_law()
        if Role.PARTNER in self.stack.persons:
            self.partner_gate = self.lowering.condition(self.stack.persons[Role.PARTNER], None)

    def steps_named(self, names: Iterable[str]) -> Iterator[ir.Field | ir.Definition]:
        """The fields and definitions of some points, facts and concepts."""
        for name in names:
            if name in self.stack.points:
                yield from self._point_fields(name, self.stack.points[name])
            if name in self.stack.facts:
                fact = self.stack.facts[name]
                yield from (self._fact_field(fact, role) for role in self._roles(fact.type))
            if name in self.stack.concepts:
                yield from self._definitions(self.stack.concepts[name])

    def checks(self) -> tuple[ir.Check, ...]:
        return tuple(check for requirement in self.stack.requirements for check in self._checks(requirement))

    def gates(self) -> dict[str, ir.Node | None]:
        return {
            name: self._gate(decision.applies_when, None) for name, decision in self.stack.decisions.items()
        }

    def _symbols(self) -> Iterator[tuple[str, Symbol]]:
        stack = self.stack
        for name, point in stack.points.items():
            type_ = point.declared.type
            assert type_ is not None
            yield name, Symbol(name, type_, point.declared.span, unit=unit_of(point))
        for name, table in stack.amounts.items():
            yield name, Symbol(name, table.type, table.span)
        for name, fact in stack.facts.items():
            yield name, Symbol(name, fact.type, fact.span)
        for name, merged in stack.concepts.items():
            assert merged.declared.type is not None
            yield name, Symbol(name, merged.declared.type, merged.declared.span)
        for name in DATES:
            yield name, Symbol(name, ValueType(Kind.DATE), stack.lowest.span)
        yield STATE, Symbol(STATE, ValueType(Kind.CHOICE, choices=stack.states), stack.lowest.span)

    def _apply_transitional_law(self) -> None:
        """Let the points of `overgangsrecht` read their previous value while its condition holds."""
        symbols = dict(self.lowering.symbols)
        for rule in self.stack.transitional:
            condition = self.lowering.condition(rule.condition, None)
            if condition is not None:
                self.transitional.append((rule, ir.OrElse(condition, ir.Const(False))))
            for name in rule.points:
                point = self.stack.points.get(name)
                if point is None:
                    remedy = did_you_mean(name, self.stack.points, otherwise="")
                    message = f"'{name}' is geen afgesproken punt."
                    self.findings.append(finding("overgangsrecht", rule.span, message, remedy=remedy))
                elif condition is not None and point.previous is not None:
                    holds = ir.OrElse(condition, ir.Const(False))
                    chosen = ir.If(holds, ir.Read(name + PREVIOUS), ir.Read(name))
                    symbols[name] = replace(symbols[name], override=chosen)
        self.lowering.symbols = symbols

    def _steps(self) -> Iterator[ir.Field | ir.Definition]:
        for name, point in self.stack.points.items():
            yield from self._point_fields(name, point)
        for name, table in self.stack.amounts.items():
            amount = _field(name, table.type, ir.Origin.AMOUNT, table.description, table.span)
            yield replace(amount, provenance=table.provenance)
        for name, question in DATES.items():
            yield _field(name, ValueType(Kind.DATE), ir.Origin.PERIOD, question, self.stack.lowest.span)
        states = ValueType(Kind.CHOICE, choices=self.stack.states)
        yield _field(STATE, states, ir.Origin.FACT, STATE_QUESTION, self.stack.lowest.span)
        for fact in self.stack.facts.values():
            for role in self._roles(fact.type):
                yield self._fact_field(fact, role)
        for merged in self.stack.concepts.values():
            yield from self._definitions(merged)

    def _point_fields(self, name: str, point: AgreedPoint) -> Iterator[ir.Field]:
        type_, stated = point.declared.type, point.stated
        assert type_ is not None
        plain = _field(name, type_, ir.Origin.POINT, point.declared.description, stated.span)
        plain = replace(plain, provenance=stated.provenance)
        yield replace(plain, constant=point.value)
        if point.previous is not None:
            yield replace(plain, slot=name + PREVIOUS, constant=point.previous)

    def _fact_field(self, fact: Fact, role: Role | None) -> ir.Field:
        origin = ir.Origin.JUDGEMENT if fact.judged_by else ir.Origin.FACT
        return replace(
            _field(fact.name, fact.type, origin, fact.question, fact.span),
            slot=slot_of(fact.name, role),
            role=role,
            gate=self._gate(fact.applies_when, role),
            judged_by=fact.judged_by,
            provenance=fact.provenance,
        )

    def _definitions(self, merged: MergedConcept) -> Iterator[ir.Definition]:
        concept = merged.declared
        assert concept.type is not None
        order, findings = precedence([owned.rule for owned in merged.rules])
        self.findings += findings
        for role in self._roles(concept.type):
            body: ir.Calculation | ir.Clauses | None
            if concept.calculation is not None:
                node = self.lowering.value(concept.calculation, concept.type, role)
                body = ir.Calculation(node) if node else None
            else:
                body = self._clauses(merged, order.bases, order.precedes, role)
            if body is not None:
                yield ir.Definition(
                    slot=slot_of(concept.name, role),
                    name=concept.name,
                    role=role,
                    type=concept.type,
                    gate=self._gate(concept.applies_when, role),
                    body=body,
                    description=concept.description,
                    provenance=concept.provenance,
                    span=concept.span,
                )

    def _clauses(
        self,
        merged: MergedConcept,
        bases: tuple[frozenset[int], ...],
        precedes: tuple[frozenset[int], ...],
        role: Role | None,
    ) -> ir.Clauses | None:
        type_ = merged.declared.type
        assert type_ is not None
        clauses = []
        for position, owned in enumerate(merged.rules):
            condition = self.lowering.condition(owned.rule.condition, role)
            known = len(self.lowering.findings)
            outcome = self.lowering.value(owned.rule.outcome, type_, role)
            if owned.owner != merged.owner:
                self.lowering.findings[known:] = _of_addition(merged, self.lowering.findings[known:])
            if condition is None or outcome is None:
                return None
            clauses.append(
                ir.Clause(
                    name=owned.rule.name,
                    condition=condition,
                    outcome=outcome,
                    bases=bases[position],
                    precedes=precedes[position],
                    provenance=owned.rule.provenance,
                    span=owned.rule.span,
                )
            )
        otherwise = merged.declared.otherwise
        return ir.Clauses(tuple(clauses), self.lowering.value(otherwise, type_, role) if otherwise else None)

    def _checks(self, requirement: Requirement) -> Iterator[ir.Check]:
        for role in self._roles_of(requirement.condition):
            node = self.lowering.condition(requirement.condition, role)
            if node is not None:
                gated = (
                    ir.Any((ir.Not(self.partner_gate), node))
                    if role is Role.PARTNER and self.partner_gate
                    else node
                )
                yield ir.Check(
                    name=requirement.name,
                    role=role,
                    node=gated,
                    severity=requirement.severity,
                    message=requirement.message,
                    provenance=requirement.provenance,
                    span=requirement.span,
                    catches=requirement.catches,
                )

    def _gate(self, applies_when: Expression | None, role: Role | None) -> ir.Node | None:
        own = self.lowering.condition(applies_when, role) if applies_when else None
        partner = self.partner_gate if role is Role.PARTNER else None
        gates = tuple(gate for gate in (partner, own) if gate is not None)
        return None if not gates else gates[0] if len(gates) == 1 else ir.All(gates)

    def _roles(self, type_: ValueType) -> tuple[Role | None, ...]:
        return self.lowering.roles if type_.per_person else (None,)

    def _roles_of(self, condition: Expression) -> tuple[Role | None, ...]:
        """A requirement holds for each person when it reads a per-person value outside `de som van`."""
        trial = Lowering(self.lowering.symbols, self.lowering.roles)
        trial.condition(condition, None)
        speaks_of_person = any(found.code == "persoon-zonder-som" for found in trial.findings)
        return self.lowering.roles if speaks_of_person else (None,)

    def _check_order(
        self,
        steps: Mapping[ir.Slot, ir.Field | ir.Definition],
        reads: Mapping[ir.Slot, tuple[ir.Slot, ...]],
    ) -> None:
        if circle := _circle(reads):
            names = tuple(dict.fromkeys(steps[slot].name for slot in circle))
            message = f"Deze namen hangen van elkaar af: {' -> '.join((*names, names[0]))}."
            self.findings.append(finding("kring", steps[circle[0]].span, message))


def _of_addition(merged: MergedConcept, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings about an outcome that a lower layer gives, with what the higher layer rests on."""
    note = Note(f"hier staat het begrip{basis_of(merged)}", merged.declared.span)
    for each in found:
        fits = each.code != "uitkomst-onbekend"
        yield each if fits else replace(each, notes=(*each.notes, note))


def _field(name: str, type_: ValueType, origin: ir.Origin, question: str, span: Span) -> ir.Field:
    return ir.Field(
        slot=name,
        name=name,
        role=None,
        type=bounded(type_),
        origin=origin,
        gate=None,
        question=question,
        judged_by=None,
        span=span,
        provenance=Provenance(),
    )


def unit_of(point: AgreedPoint) -> Unit | None:
    """In what a duration is counted, for which a rule that reads it is lowered; None for every other point."""
    type_ = point.declared.type
    if type_ is None or type_.kind is not Kind.DURATION:
        return None
    stated: tuple[Value | None, ...] = (point.value, point.previous, type_.maximum, type_.minimum)
    return next((value.unit for value in stated if isinstance(value, Duration)), None)


def _circle(reads: Mapping[ir.Slot, tuple[ir.Slot, ...]]) -> tuple[ir.Slot, ...] | None:
    """The slots of one circle of reading, or None."""
    done: set[ir.Slot] = set()
    for start in reads:
        trail: list[ir.Slot] = []
        waiting = [(start, iter(reads[start]))] if start not in done else []
        trail += [start] if waiting else []
        while waiting:
            _, rest = waiting[-1]
            read = next((other for other in rest if other in reads and other not in done), None)
            if read is None:
                waiting.pop()
                done.add(trail.pop())
            elif read in trail:
                return tuple(trail[trail.index(read) :])
            else:
                trail.append(read)
                waiting.append((read, iter(reads[read])))
    return None
