"""What the prover is told of the calendar is what the calendar gives, for every day that it is told about."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import z3
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from soco_rules.backends.calendar import CALENDAR
from soco_rules.backends.proof.calendar import corrections
from soco_rules.backends.proof.encode import ADD_MONTHS
from soco_rules.backends.proof.encode import MONTHS_BETWEEN
from soco_rules.backends.proof.encode import YEAR_OF
from soco_rules.backends.proof.encode import YEARS_BETWEEN
from soco_rules.backends.proof.encode import Application
from soco_rules.model.values import Absent

DAYS = st.integers(725_000, 740_000)
LENGTHS = {ADD_MONTHS: 2, MONTHS_BETWEEN: 2, YEARS_BETWEEN: 2, YEAR_OF: 1}


def use_of(name: str) -> Application:
    arguments = tuple(z3.Int(f"argument {place}") for place in range(LENGTHS[name]))
    return Application(None, name, arguments, z3.Int("result"), z3.Bool("inside"), ())


def agrees(use: Application, told: Sequence[object], arguments: Sequence[int]) -> bool:
    """Whether nothing that was told is against what the calendar gives for these arguments."""
    true = CALENDAR[use.name](*arguments)
    solver = z3.Solver()
    solver.add(*told)
    solver.add(*(held == number for held, number in zip(use.arguments, arguments, strict=True)))
    if isinstance(true, Absent):
        solver.add(z3.Not(use.inside))
    else:
        solver.add(use.inside, use.result == true)
    return bool(solver.check() == z3.sat)


@pytest.mark.parametrize("name", LENGTHS)
@given(data=st.data())
@settings(max_examples=40)
def test_what_is_told_is_so_for_other_days_too(name: str, data: st.DataObject) -> None:
    use = use_of(name)
    second = st.integers(-40, 40) if name == ADD_MONTHS else DAYS
    arguments = [data.draw(DAYS), data.draw(second)][: LENGTHS[name]]
    others = [each + data.draw(st.integers(-400, 400)) for each in arguments]
    others = [others[0], arguments[1]] if name == ADD_MONTHS else others

    told = list(corrections(use, arguments, CALENDAR))

    assert agrees(use, told, arguments)
    assert agrees(use, told, others)


def test_a_year_is_told_in_one_step() -> None:
    """From the first of January to the last of December."""
    use = use_of(YEAR_OF)
    solver = z3.Solver()
    solver.add(*corrections(use, [739_700], CALENDAR))
    solver.add(z3.And(use.arguments[0] >= 739_617, use.arguments[0] <= 739_981), use.result != 2026)

    assert solver.check() == z3.unsat


def test_a_day_outside_the_calendar_is_told_as_such() -> None:
    use = use_of(YEAR_OF)

    (told,) = corrections(use, [0], CALENDAR)

    assert str(told) == "Implies(And(argument 0 == 0), Not(inside))"
