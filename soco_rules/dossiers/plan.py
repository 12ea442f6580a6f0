"""What a besluit asks of a dossier, made ready once for any number of dossiers and days."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.backends import reference
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import part_for
from soco_rules.compiler.program import program_of
from soco_rules.compiler.queries import queries_behind
from soco_rules.compiler.query import Pool
from soco_rules.compiler.query import Query
from soco_rules.compiler.query import behind
from soco_rules.compiler.query import read_of_case
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.moves import moved_in_month
from soco_rules.dossiers.present import Line
from soco_rules.dossiers.query import Calculate
from soco_rules.dossiers.query import Row
from soco_rules.dossiers.query import Runner
from soco_rules.dossiers.query import never_counts
from soco_rules.dossiers.query import prepare
from soco_rules.dossiers.rows import Known
from soco_rules.dossiers.rows import given_of
from soco_rules.dossiers.rows import known_of
from soco_rules.dossiers.rows import line_values
from soco_rules.dossiers.rows import supplied_fields
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.agreement import DecisionType
from soco_rules.model.case import Case
from soco_rules.model.dossier import Dossier
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import reads_of
from soco_rules.model.values import Value

_NOTHING = Case(agreement=None, facts={}, judgements={})


@dataclass(frozen=True, slots=True)
class Plan:
    """What a besluit asks of a dossier, made ready once for any number of dossiers and days.

    `asked` are the fields that a case can supply. `known` derives from the facts of the case whether each of them
    applies, and what `deze x` reads; `these` make of that what `deze x` is. Of its `fields` some are there only for
    that: `leans` has them, by the slot that is counted. `feeds` are the counted facts on which something in `known`
    rests itself.
    """

    compiled: Compiled
    besluit: DecisionType
    asked: tuple[Field, ...]
    known: Program
    calculate: Callable[[Mapping[Slot, Value]], Evaluation]
    these: Mapping[Slot, Calculate]
    fields: tuple[Field, ...]
    runners: tuple[Runner, ...]
    feeds: frozenset[Slot]
    leans: Mapping[Slot, tuple[Slot, ...]]
    findings: tuple[Diagnostic, ...]


def plan_of(compiled: Compiled, decision: DecisionType | str) -> Plan:
    """What a besluit asks of a dossier; its `findings` are definitions that cannot be executed."""
    besluit = compiled.stack.decisions[decision] if isinstance(decision, str) else decision
    asked = supplied_fields(program_of(compiled, besluit))
    queries, findings = queries_behind(compiled, (each.slot for each in asked))
    read = [slot for query in queries.values() for slot in read_of_case(query)]
    part = part_for(compiled, [*(each.slot for each in asked), *read])
    known = replace(part, decision=besluit)
    runners = tuple(
        prepare(replace(query, row=replace(query.row, decision=besluit))) for query in queries.values()
    )
    fields = supplied_fields(known)
    return Plan(
        compiled=compiled,
        besluit=besluit,
        asked=asked,
        known=known,
        calculate=reference.prepare(known),
        these={
            slot: reference.prepare_node(node)
            for query in queries.values()
            for slot, node in query.these.items()
        },
        fields=fields,
        runners=runners,
        feeds=frozenset(queries) & {*read, *(slot for step in known.steps for slot in reads_of(step))},
        leans={slot: _leans(compiled, query, fields) for slot, query in queries.items()},
        findings=findings,
    )


@dataclass(frozen=True, slots=True)
class Certain:
    """What is certain of every decision of a plan on some dates, before anything is known of a case.

    `given` has what the agreement and the dates say, by the slot of a runner's fact, and `this` has what `deze x` is.
    """

    plan: Plan
    given: Mapping[Slot, Mapping[Slot, Value]]
    this: Mapping[Slot, Value]


def certain_on(plan: Plan, dates: Dates) -> Certain:
    """What the agreement and the dates say of a decision themselves."""
    dates = dates.monthly() if plan.besluit.monthly else dates
    derived = dict(plan.calculate(said_itself(plan.known, dates)).values)
    return Certain(
        plan=plan,
        given={runner.query.slot: said_itself(runner.query.row, dates) for runner in plan.runners},
        this={name: calculate(derived) for name, calculate in plan.these.items()},
    )


def may_count(certain: Certain, line: Line) -> bool:
    """Whether an invoice line can be counted for a decision on these dates; False only where it certainly is not."""
    said, number = line.said, line.entry.number
    for runner in certain.plan.runners:
        query = runner.query
        if query.pool is not Pool.LINES or query.role not in {None, said.role}:
            continue
        values = {**certain.given[query.slot], **line_values(line, runner.fields, {})}
        if not never_counts(runner, runner.row_of((number,), 0, values), certain.this):
            return True
    return False


def row_in(
    runner: Runner,
    said_itself: Mapping[Slot, Value],
    known: Known,
    dates: Dates,
    by_hand: Case | None = None,
) -> Row:
    """A dossier as a row among others, from what it says on these dates and what a person supplies of it now."""
    given = {each.slot: given_of(each, known, dates, by_hand) for each in runner.fields}
    acts = sorted({act for each in given.values() for act in each.acts})
    values = {**said_itself, **{slot: each.value for slot, each in given.items()}}
    return runner.row_of(tuple(acts), known.dossier.number, values)


def known_in(compiled: Compiled, dossier: Dossier) -> Known:
    """A dossier read with the standen and the judges of an agreement."""
    facts = compiled.stack.facts.values()
    several = {fact.name: fact.several for fact in facts if fact.several is not None}
    return known_of(dossier, compiled.stack.states, several)


def in_month(known: Known, plan: Plan, dates: Dates) -> Known:
    """A dossier with its stand in the month that is decided on, whatever became of it since."""
    stack = plan.compiled.stack
    monthly = (decision for decision in stack.decisions.values() if decision.monthly)
    about = frozenset(state for decision in monthly for state in decision.states_from)
    held = moved_in_month(known.adoptions, stack.states, about, dates.reference)
    if held is None:
        return known
    entry, state = held
    act = known.dossier.entries[0].number if entry is None else entry.number
    return replace(known, state=state, state_act=act)


def said_itself(program: Program, dates: Dates) -> Mapping[Slot, Value]:
    """What the agreement and the dates say themselves; all that a case supplies is unknown."""
    bound, _ = bind(program, _NOTHING, dates)
    return bound.values


def _leans(compiled: Compiled, query: Query, fields: tuple[Field, ...]) -> tuple[Slot, ...]:
    """The facts of the case itself on which a definition rests, by way of `deze x`."""
    read = behind(compiled, read_of_case(query))
    return tuple(each.slot for each in fields if each.slot in read)
