from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings

from soco_rules.backends import durable
from soco_rules.backends import reference
from soco_rules.backends.compare import disagreements
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Value
from tests.defects import DEFECTS
from tests.differential import FAST
from tests.differential import Defect
from tests.differential import differences
from tests.random_programs import programs_with_cases


def test_both_calculators_agree_on_random_programs_and_cases() -> None:
    assert [] == [difference for difference in differences(FAST) if difference]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
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
