"""The proof backend against the reference: on one case the formulas of a program are what the reference calculates."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date

import pytest
import z3
from hypothesis import given
from hypothesis import settings

from soco_rules.backends import reference
from soco_rules.backends.calendar import CALENDAR
from soco_rules.backends.proof.encode import REFERENCE
from soco_rules.backends.proof.encode import Encoding
from soco_rules.backends.proof.encode import Window
from soco_rules.backends.proof.encode import encode
from soco_rules.backends.proof.solve import Answer
from soco_rules.backends.proof.solve import Found
from soco_rules.backends.proof.solve import Never
from soco_rules.backends.proof.solve import ask
from soco_rules.backends.proof.symbolic import FALSE
from soco_rules.backends.proof.symbolic import TRUE
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.backends.proof.symbolic import Symbolic
from soco_rules.backends.proof.symbolic import absent
from soco_rules.backends.proof.symbolic import all_of
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from tests import programs as build
from tests.random_programs import programs_with_cases

FIRST = date(2026, 1, 1).toordinal()
LAST = date(2026, 12, 31).toordinal()


def supplied(case: Mapping[Slot, Value]) -> dict[Slot, Symbolic]:
    """The values of a case as formulas; a text keeps its place in the encoding, so it is pinned instead."""
    return {slot: _constant(value) for slot, value in case.items() if not isinstance(value, str)}


def _constant(value: Value) -> Symbolic:
    if isinstance(value, Absent):
        return absent(value)
    if isinstance(value, bool):
        return Symbolic(TRUE if value else FALSE)
    assert isinstance(value, int)
    return Symbolic(z3.IntVal(value))


def is_(encoding: Encoding, symbolic: Symbolic, value: Value) -> Formula:
    """That a formula has a value."""
    if isinstance(value, Absent):
        return symbolic.is_(value)
    if isinstance(value, str):
        value = encoding.texts.index(value) if value in encoding.texts else -1
    return FALSE if symbolic.value is None else all_of((symbolic.known, symbolic.value == value))


def agree(program: Program, case: Mapping[Slot, Value]) -> bool:
    """Whether the formulas have the values of the reference and no other; with a calendar, whether they can."""
    encoding = encode(program, supplied(case))
    ours = reference.prepare(program)(case)
    equal = z3.And(
        [is_(encoding, encoding.values[slot], value) for slot, value in ours.values.items()]
        + [is_(encoding, encoding.gate, ours.gate)]
        + [is_(encoding, check, value) for check, value in zip(encoding.checks, ours.checks, strict=True)]
        + [
            z3.And([z3.And(standing.applies[at], standing.wins[at]) for at in ours.verdicts[slot].winning])
            for slot, standing in encoding.standings.items()
        ]
    )
    solver = z3.Solver()
    solver.add(*_all(encoding.bounds.values()), *_all(use.bounds for use in encoding.calendar))
    solver.add(*(is_(encoding, encoding.free[s], v) for s, v in case.items() if s in encoding.free))
    solver.add(equal if encoding.calendar else z3.Not(equal))
    return bool(solver.check() == (z3.sat if encoding.calendar else z3.unsat))


def _all(groups: Iterable[Iterable[Formula]]) -> Iterable[Formula]:
    return (formula for group in groups for formula in group)


@given(programs_with_cases())
@settings(max_examples=60)
def test_the_formulas_have_the_values_of_the_reference(drawn: tuple[Program, dict[Slot, Value]]) -> None:
    assert agree(*drawn)


def answer(program: Program, slot: Slot, *, monthly: bool = False) -> Answer:
    """Whether a yes-or-no slot can be yes, on a day of 2026."""
    encoding = encode(program, window=Window(FIRST, LAST, monthly))
    return ask(encoding, encoding.values[slot].holds, [step.slot for step in program.steps], CALENDAR)


def test_a_case_is_found_to_the_cent() -> None:
    program = build.program(
        build.field("omzet", Kind.MONEY),
        build.calculation("rond", build.compare(build.round_div(build.multiply("omzet", 2500), 10_000), "=", 28_500), kind=Kind.YES_NO),
        build.calculation("klein", build.compare("omzet", "<", 113_999), kind=Kind.YES_NO),
        build.calculation("allebei", build.both("rond", "klein"), kind=Kind.YES_NO),
        build.calculation("net", build.both("rond", build.compare("omzet", "<", 113_998 + 1)), kind=Kind.YES_NO),
    )  # fmt: skip

    assert Found(FIRST, {"omzet": 113_998}) == answer(program, "net")
    assert isinstance(answer(program, "allebei"), Found)


@pytest.mark.parametrize(
    ("months", "later", "expected"),
    [(1, 28, True), (1, 27, False), (12, 365, True), (12, 350, False), (-1, -31, True), (-1, -32, False)],
)
def test_months_are_those_of_the_calendar(months: int, later: int, *, expected: bool) -> None:
    program = build.program(
        build.field("dag", Kind.DATE),
        build.calculation("na", build.add_months("dag", months), kind=Kind.DATE),
        build.calculation("ja", build.compare(build.subtract("na", "dag"), "=", later), kind=Kind.YES_NO),
    )

    found = answer(program, "ja")

    assert expected is isinstance(found, Found)
    assert expected is not isinstance(found, Never)


def test_a_month_begins_on_its_first_day() -> None:
    program = build.program(build.calculation("ja", build.both(), kind=Kind.YES_NO))
    encoding = encode(program, window=Window(FIRST, LAST, monthly=True))

    assert Never() == ask(encoding, z3.And(REFERENCE > FIRST, REFERENCE < FIRST + 31), (), CALENDAR)
