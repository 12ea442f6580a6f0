"""What the compiler makes of the village's agreement: persons apart, points filled in, fractions in whole numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.compiler.program import compile_program
from soco_rules.model.program import Calculation
from soco_rules.model.program import Clauses
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Field
from soco_rules.model.program import MonthsBetween
from soco_rules.model.program import Node
from soco_rules.model.program import Program
from soco_rules.model.program import Read
from soco_rules.model.program import children
from tests.workspaces import good
from tests.workspaces import workspace_of

DAY = date(2026, 10, 1).toordinal()


def lines(program: Program) -> Iterator[str]:
    """A program on paper: a line for every field, and for every definition its gate and its rules or calculation."""
    for step in program.steps:
        gate = f" if {text(step.gate)}" if step.gate else ""
        if isinstance(step, Field):
            yield f"{step.origin} {step.slot}: {step.type.kind}{gate} {step.constant or ''}".rstrip()
        elif isinstance(step.body, Calculation):
            yield f"{step.slot} = {text(step.body.node)}{gate}"
        else:
            yield f"{step.slot} by rules{gate}"
            yield from rules(step.body)
    yield from (f"check {check.name}: {text(check.node)}" for check in program.checks)


def rules(body: Clauses) -> Iterator[str]:
    for index, clause in enumerate(body.clauses):
        beats = f" over {sorted(clause.precedes)}" if clause.precedes else ""
        bases = f" except {sorted(clause.bases)}" if clause.bases else ""
        yield f"  {index} {clause.name}: {text(clause.condition)} -> {text(clause.outcome)}{bases}{beats}"
    if body.otherwise:
        yield f"  else {text(body.otherwise)}"


def text(node: Node) -> str:
    """A node as (name operand operand)."""
    operands = " ".join(map(text, children(node)))
    match node:
        case Const(value):
            return str(value)
        case Read(slot):
            return slot
        case Compare(comparator):
            return f"({comparator} {operands})"
        case MonthsBetween(step):
            return f"(months/{step} {operands})"
        case _:
            return f"({type(node).__name__} {operands})"


@pytest.mark.parametrize("decision", ["toegang", "afrekening", "indeling"])
def test_an_agreement_becomes_a_program(decision: str, snapshot: SnapshotAssertion) -> None:
    workspace, _ = workspace_of(good("proefwet"), good("dorp"))
    program, findings = compile_program(workspace, "dorp/samen", decision, DAY)

    assert program
    assert findings == ()
    assert snapshot == "\n".join(lines(program))


def test_a_requirement_is_weighed_where_it_asks_nothing_more() -> None:
    """The day of the decision and what is agreed need no question; a fact that nothing else needs does."""
    own = """eisen:
  - {naam: niet_te_vroeg, eis: begonnen_op is ten minste besluitdatum, ernst: fout, bron: het convenant, melding: te vroeg}
  - {naam: niet_te_veel, eis: delers is ten hoogste maximum, ernst: fout, bron: het convenant, melding: te veel}
"""
    workspace, _ = workspace_of(good("proefwet"), good("dorp") + own)
    weighed = {
        decision: [check.name for check in program.checks]
        for decision in ("toegang", "afrekening", "indeling")
        if (program := compile_program(workspace, "dorp/samen", decision, DAY)[0])
    }

    assert weighed == {
        "toegang": ["niet_te_vroeg"],
        "afrekening": ["niet_alles", "nooit_meer_dan_norm", "niet_te_veel"],
        "indeling": [],
    }
