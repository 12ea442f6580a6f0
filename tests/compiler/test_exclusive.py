"""What shows from conditions alone: rules that are said never to disagree never do, in any case."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from soco_rules.backends import reference
from soco_rules.compiler.exclusive import Reading
from soco_rules.compiler.exclusive import agree
from soco_rules.compiler.program import compile_in_force
from soco_rules.compiler.program import part_for
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.agreement import Provenance
from soco_rules.model.expressions import Comparator
from soco_rules.model.program import All
from soco_rules.model.program import Any
from soco_rules.model.program import Clause
from soco_rules.model.program import Clauses
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import IsApplicable
from soco_rules.model.program import Node
from soco_rules.model.program import Not
from soco_rules.model.program import Read
from soco_rules.model.values import Absent
from tests.random_agreements import random_agreement
from tests.random_agreements import random_facts
from tests.workspaces import workspace_of

MONTH = date(2026, 10, 1).toordinal()
A, B, N, M = Read("a"), Read("b"), Read("n"), Read("m")


def is_(node: Node, value: str | int) -> Node:
    return Compare(Comparator.EQUAL, node, Const(value))


def least(node: Node, bound: Node) -> Node:
    return Compare(Comparator.AT_LEAST, node, bound)


def less(node: Node, bound: Node) -> Node:
    return Compare(Comparator.LESS, node, bound)


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        (A, Not(A), True),
        (A, B, False),
        (All((A, B)), Not(B), True),
        (Any((A, B)), Not(A), False),
        (Any((A, B)), All((Not(A), Not(B))), True),
        (is_(N, "x"), is_(N, "y"), True),
        (is_(N, "x"), Not(is_(N, "x")), True),
        (Any((is_(N, "x"), is_(N, "y"))), is_(N, "z"), True),
        (less(N, Const(6)), least(N, Const(6)), True),
        (less(N, Const(7)), least(N, Const(6)), False),
        (less(N, M), least(N, M), True),
        (less(N, M), less(M, N), True),
        (less(N, M), less(N, Const(3)), False),
        (IsApplicable(N), Not(IsApplicable(N)), True),
        (Not(IsApplicable(N)), less(N, Const(3)), True),
        (Const(False), A, True),
        (Read("altijd"), Not(Read("altijd")), True),
    ],
)
def test_conditions_that_exclude_each_other(one: Node, other: Node, shown: bool) -> None:
    body = Clauses((clause(one, "links"), clause(other, "rechts")), None)

    assert shown is agree(body, None, Reading({}, {"altijd": True}))


def clause(
    condition: Node, outcome: str, *, bases: tuple[int, ...] = (), precedes: tuple[int, ...] = ()
) -> Clause:
    return Clause(
        name=outcome,
        condition=condition,
        outcome=Const(outcome),
        bases=frozenset(bases),
        precedes=frozenset(precedes),
        provenance=Provenance(),
        span=Span(""),
    )


@pytest.mark.parametrize(
    ("rules", "shown"),
    [
        ((clause(A, "x"), clause(B, "x")), True),
        ((clause(A, "x"), clause(B, "y", bases=(0,))), True),
        ((clause(A, "x"), clause(B, "y", precedes=(0,))), True),
        ((clause(A, "x", precedes=(2,)), clause(B, "y", bases=(0,)), clause(N, "z")), True),
        ((clause(A, "x"), clause(B, "y", bases=(0,)), clause(N, "z")), False),
        ((clause(A, "x"), clause(Not(A), "y"), clause(B, "z", bases=(0, 1))), True),
    ],
)
def test_rules_of_which_one_always_wins(rules: tuple[Clause, ...], shown: bool) -> None:
    assert shown is agree(Clauses(rules, None), None, Reading({}, {}))


@pytest.mark.parametrize("seed", range(60))
def test_no_case_contradicts_what_was_shown(seed: int) -> None:
    rng = Random(seed)
    workspace, _ = workspace_of(*random_agreement(rng))
    compiled, findings = compile_in_force(workspace, "dorp/toeval", MONTH)
    if compiled is None or has_errors(findings):
        return
    shown = [
        step
        for step in compiled.steps.values()
        if isinstance(step, Definition)
        and isinstance(step.body, Clauses)
        and agree(step.body, step.gate, Reading(compiled.steps, {}))
    ]
    program = part_for(compiled, [step.slot for step in shown])
    evaluate = reference.prepare(program)
    for _ in range(20):
        bound, _ = bind(program, random_facts(rng, program), Dates(MONTH, MONTH + 40))
        found = evaluate(bound.values)
        for step in shown:
            winning = found.verdicts[step.slot].winning if step.slot in found.verdicts else ()
            if found.values[step.slot] is Absent.CONFLICT and len(winning) > 1:
                assert isinstance(step.body, Clauses)
                outcomes = [step.body.clauses[position].outcome for position in winning]
                assert 1 == len({repr(outcome) for outcome in outcomes})
