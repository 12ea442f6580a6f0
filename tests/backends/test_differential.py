from __future__ import annotations

from itertools import islice
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings

from soco_rules.backends import durable
from soco_rules.backends import reference
from soco_rules.backends.compare import disagreements
from soco_rules.compiler.program import compile_program
from soco_rules.model.program import Node
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Value
from soco_rules.model.values import parse_date
from soco_rules.parser.workspace import load_workspace
from tests.defects import DEFECTS
from tests.differential import FAST
from tests.differential import Defect
from tests.differential import differences
from tests.random_programs import nodes_of
from tests.random_programs import programs_with_cases
from tests.random_programs import random_case
from tests.random_programs import random_program

ROOT = Path(__file__).parents[2]


def test_both_calculators_agree_on_random_programs_and_cases() -> None:
    assert [] == [difference for difference in differences(FAST) if difference]


@pytest.mark.parametrize("decision", ["toelating", "plaatsing", "verrekening"])
def test_both_calculators_agree_on_random_cases_of_a_shipped_agreement(decision: str) -> None:
    workspace, _ = load_workspace(ROOT, None)
    program, _ = compile_program(workspace, "delft/scope", decision, parse_date("2026-10-15"))
    assert program is not None
    ours, theirs = reference.prepare(program), durable.prepare(program)
    rng = Random(decision)
    cases = [random_case(rng, program) for _ in range(500)]
    assert () == tuple(line for case in cases for line in disagreements(program, ours(case), theirs(case)))


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(programs_with_cases())
def test_both_calculators_agree_on_what_hypothesis_makes_of_it(
    drawn: tuple[Program, dict[Slot, Value]],
) -> None:
    """The same law once more, for the small counterexample that hypothesis shrinks to."""
    program, case = drawn
    assert () == disagreements(program, reference.prepare(program)(case), durable.prepare(program)(case))


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_a_defect_in_the_reference_is_found(defect: Defect) -> None:
    assert 1 == len(list(islice(filter(None, differences(FAST, in_reference=defect)), 1)))


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_a_defect_in_the_second_calculator_is_found(defect: Defect) -> None:
    assert 1 == len(list(islice(filter(None, differences(FAST, in_durable=defect)), 1)))


def test_random_programs_hold_every_kind_of_node() -> None:
    found = {type(node) for seed in range(200) for node in nodes_of(random_program(Random(seed)))}
    assert set(get_args(Node)) == found
