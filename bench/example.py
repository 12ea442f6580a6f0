"""The agreement to measure with, cases for it, and its rules as the rows of a decision table."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter
from pathlib import Path

from soco_rules.compiler.program import compile_program
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import render
from soco_rules.facts import Dates
from soco_rules.model.case import Case
from soco_rules.model.case import Report
from soco_rules.model.program import All
from soco_rules.model.program import Any
from soco_rules.model.program import Clause
from soco_rules.model.program import Clauses
from soco_rules.model.program import Field
from soco_rules.model.program import Node
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Kind
from soco_rules.model.values import encode
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import load_workspace

HERE = Path(__file__).parent
DAY = date(2026, 10, 15).toordinal()
DATES = Dates(DAY, DAY)

Inputs = dict[Slot, bool | int | str]


@dataclass(frozen=True, slots=True)
class Row:
    """A rule as others write it: where several rows apply the first counts."""

    conditions: tuple[Node, ...]
    outcome: Node


def example() -> Program:
    """The fifty rules of the example, read and compiled from their file."""
    return compiled(loaded(HERE), "voorbeeldstad/rekenvoorbeeld", "toelating", DAY)


def loaded(root: Path) -> Workspace:
    """A workspace without errors."""
    workspace, findings = load_workspace(root, None)
    if has_errors(findings):
        raise SystemExit("\n".join(render(found, workspace.sources) for found in findings))
    return workspace


def compiled(workspace: Workspace, reference: str, decision: str, day: int) -> Program:
    """A program without errors."""
    program, findings = compile_program(workspace, reference, decision, day)
    if program is None:
        raise SystemExit("\n".join(render(found, workspace.sources) for found in findings))
    return program


def rules_of(program: Program) -> tuple[Clause, ...]:
    """Every rule of a program."""
    bodies = [definition.body for definition in program.definitions]
    return tuple(clause for body in bodies if isinstance(body, Clauses) for clause in body.clauses)


def random_inputs(program: Program, count: int) -> list[Inputs]:
    """The same cases in every run."""
    chance = random.Random(2026)  # noqa: S311 - cases, not secrets
    return [{field.slot: _any_value(field, chance) for field in program.fields} for _ in range(count)]


def case_of(program: Program, inputs: Inputs) -> Case:
    """The inputs as a case that was handed in."""
    return Case(
        agreement=program.agreement.reference,
        facts={
            (field.name, field.role): (Report(encode(inputs[field.slot], field.type.kind), Span("zaak")),)
            for field in program.fields
        },
        judgements={},
    )


def first_hit(body: Clauses) -> tuple[Row, ...]:
    """The rules as rows: a rule after all that it loses from, an exception with the conditions of its base."""
    clauses = body.clauses
    loses_from = {
        loser: {winner for winner, clause in enumerate(clauses) if loser in clause.bases | clause.precedes}
        for loser in range(len(clauses))
    }
    order = TopologicalSorter(loses_from).static_order()
    return tuple(Row(_presupposing(clauses[index], clauses), clauses[index].outcome) for index in order)


def _presupposing(clause: Clause, clauses: tuple[Clause, ...]) -> tuple[Node, ...]:
    own = _conjuncts([clause.condition])
    bases = [_presupposing(clauses[base], clauses) for base in sorted(clause.bases)]
    match bases:
        case []:
            return own
        case [base]:
            return (*own, *base)
        case _:
            return (*own, Any(tuple(All(base) for base in bases)))


def _conjuncts(conditions: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(
        part
        for condition in conditions
        for part in (condition.operands if isinstance(condition, All) else (condition,))
    )


def _any_value(field: Field, chance: random.Random) -> bool | int | str:
    match field.type.kind:
        case Kind.YES_NO:
            return chance.random() < 0.8
        case Kind.CHOICE:
            return chance.choice(field.type.choices)
        case _:
            least, most = field.type.minimum, field.type.maximum
            assert isinstance(least, int)
            assert isinstance(most, int)
            return chance.choice((least, chance.randint(least, most // 10), chance.randint(least, most)))
