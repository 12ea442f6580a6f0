"""What docs/betekenis.md cannot show: whole programs, and laws that hold for all inputs."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

from hypothesis import assume
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.backends.reference import add_months
from soco_rules.backends.reference import months_between
from soco_rules.backends.reference import prepare
from soco_rules.backends.reference import rounded_quotient
from soco_rules.model.program import Calculation
from soco_rules.model.program import Clause
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Node
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import Verdict
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Unit
from soco_rules.model.values import Value
from tests import programs as p
from tests.random_programs import programs_with_cases

TRUTHS: tuple[bool | Absent, ...] = (True, False, *Absent)
LAST_DAY = 3_652_059
"""31 December 9999."""


def value_of(node: Node) -> Value:
    """The value of an expression without slots."""
    return prepare(p.program(p.calculation("x", node)))({}).values["x"]


# Whole programs


def test_a_program_gives_every_value_every_verdict_its_gate_and_its_checks() -> None:
    evaluate = prepare(
        p.program(
            p.field("toestemming"),
            p.field("omzet"),
            p.calculation("bijdrage", p.round_div(p.multiply("omzet", 10_00), 100_00)),
            p.rules("toelating", p.clause("toestemming", Const("toegewezen"))),
            gate=p.compare("omzet", ">", 0),
            checks=(p.check(p.compare("bijdrage", "<=", "omzet")), p.check(p.compare("bijdrage", ">", 5_00))),
        )
    )

    assert Evaluation(
        values={"toestemming": True, "omzet": 12_35, "bijdrage": 1_24, "toelating": "toegewezen"},
        verdicts={"toelating": Verdict((0,), (0,), ())},
        gate=True,
        checks=(True, False),
    ) == evaluate({"toestemming": True, "omzet": 12_35})


def test_a_field_that_is_not_given_is_unknown() -> None:
    assert {"a": Absent.UNKNOWN} == prepare(p.program(p.field("a")))({}).values


def test_a_value_without_a_field_is_left_out() -> None:
    assert {"a": 1} == prepare(p.program(p.field("a")))({"a": 1, "b": 2}).values


def test_a_program_without_a_gate_applies() -> None:
    assert prepare(p.program())({}).gate is True


def test_rules_are_not_looked_at_where_the_concept_does_not_apply() -> None:
    program = p.program(p.field("a"), p.rules("x", p.clause(True, 1), p.clause(Absent.UNKNOWN, 2), gate="a"))

    assert [{"x": Verdict((), (), ())}] * 3 == [
        prepare(program)({"a": gate}).verdicts for gate in (False, Absent.NOT_APPLICABLE, Absent.UNKNOWN)
    ]


def test_a_gate_reads_other_gated_steps() -> None:
    program = p.program(p.field("a"), p.field("b", gate="a"), p.calculation("c", 1, gate="b"))

    assert Absent.NOT_APPLICABLE is prepare(program)({"a": False, "b": True}).values["c"]


def test_an_evaluation_does_not_remember_the_case_before() -> None:
    evaluate = prepare(p.program(p.field("a"), p.rules("x", p.clause("a", 1), otherwise=0)))

    assert [1, 0, Absent.UNKNOWN, 1] == [
        evaluate(case).values["x"] for case in ({"a": True}, {"a": False}, {}, {"a": True})
    ]


def test_ja_and_one_are_not_the_same_outcome() -> None:
    program = p.program(p.rules("x", p.clause(True, True), p.clause(True, 1)))

    assert Absent.CONFLICT is prepare(program)({}).values["x"]


def test_durations_are_compared_by_what_they_count_as() -> None:
    assert value_of(p.compare(Duration(3, Unit.MONTHS), "=", Duration(3, Unit.MONTHS))) is True
    assert value_of(p.compare(Duration(3, Unit.MONTHS), "=", Duration(3, Unit.DAYS))) is False


def test_a_date_outside_the_calendar_is_unknown() -> None:
    outside = (0, -1, LAST_DAY + 1, 10**30)

    assert {Absent.UNKNOWN} == {
        value_of(node)
        for day in outside
        for node in (p.add_months(day, 0), p.months_between(day, 1), p.months_between(1, day), p.year_of(day))
    }


def test_a_long_chain_of_exceptions_beats_all_that_come_before() -> None:
    chain = [p.clause(True, n, exception_to=[n + 1] if n < 199 else []) for n in range(200)]

    evaluation = prepare(p.program(p.rules("x", *chain)))({})

    assert (0, Verdict(tuple(range(200)), (0,), ())) == (evaluation.values["x"], evaluation.verdicts["x"])


# Logic


def test_the_opposite_of_and_is_or_of_the_opposites() -> None:
    for operands in product(TRUTHS, repeat=3):
        assert value_of(p.no(p.both(*operands))) == value_of(p.either(*map(p.no, operands)))


def test_the_order_and_the_nesting_of_conditions_do_not_matter() -> None:
    for a, b, c in product(TRUTHS, repeat=3):
        assert value_of(p.both(a, b, c)) == value_of(p.both(c, p.both(b, a)))
        assert value_of(p.either(a, b, c)) == value_of(p.either(c, p.either(b, a)))


def test_and_of_nothing_is_ja_and_or_of_nothing_is_nee() -> None:
    assert (True, False) == (value_of(p.both()), value_of(p.either()))


# All programs


@given(programs_with_cases(), st.randoms(use_true_random=False))
def test_what_is_known_stays_when_more_becomes_known(
    drawn: tuple[Program, dict[Slot, Value]], rng: Random
) -> None:
    """Nor does not applicable become anything else, nor does a rule that applies stop to do so.

    A conflict of rules or a contradiction of sources that comes to light is an exception: it overrules a not applicable
    beside it.
    """
    program, case = drawn
    hidden = {
        slot for slot, value in case.items() if value is not Absent.CONTRADICTORY and rng.random() < 1 / 2
    }

    before = prepare(program)({slot: value for slot, value in case.items() if slot not in hidden})
    after = prepare(program)(case)
    assume(not any(value is Absent.CONFLICT for value in after.values.values()))
    contradictory = [step.slot for step in program.fields if after.values[step.slot] is Absent.CONTRADICTORY]
    assume(all(before.values[slot] is Absent.CONTRADICTORY for slot in contradictory))

    assert _definite(before) == {slot: after.values[slot] for slot in _definite(before)}
    assert all(
        set(verdict.applying) <= set(after.verdicts[slot].applying)
        for slot, verdict in before.verdicts.items()
    )


@given(programs_with_cases(), st.randoms(use_true_random=False))
def test_the_order_of_rules_does_not_matter(drawn: tuple[Program, dict[Slot, Value]], rng: Random) -> None:
    program, case = drawn
    shuffled = replace(program, steps=tuple(_shuffled(step, rng) for step in program.steps))

    assert prepare(program)(case).values == prepare(shuffled)(case).values


@given(programs_with_cases())
def test_a_rule_wins_exactly_where_some_rule_applies(drawn: tuple[Program, dict[Slot, Value]]) -> None:
    program, case = drawn

    for verdict in prepare(program)(case).verdicts.values():
        assert set(verdict.winning) <= set(verdict.applying)
        assert bool(verdict.winning) is bool(verdict.applying)
        assert not set(verdict.undecided) & set(verdict.applying)


# Numbers and dates

days = st.integers(1, LAST_DAY)


@given(st.integers(), st.integers(min_value=1))
def test_rounding_is_symmetric_and_at_most_a_half_away(numerator: int, denominator: int) -> None:
    rounded = rounded_quotient(numerator, denominator)

    assert -rounded == rounded_quotient(-numerator, denominator)
    assert 2 * abs(rounded * denominator - numerator) <= denominator


@given(days, days, st.integers(-1200, 1200))
def test_a_later_date_is_not_earlier_after_adding_months(one: int, other: int, months: int) -> None:
    earlier, later = (add_months(day, months) for day in sorted((one, other)))
    assume(isinstance(earlier, int) and isinstance(later, int))

    assert as_int(earlier) <= as_int(later)


@given(days, days, st.sampled_from((1, 12)))
def test_months_between_is_the_most_that_fits(one: int, other: int, step: int) -> None:
    start, end = sorted((one, other))

    steps = as_int(months_between(step, start, end))

    assert as_int(add_months(start, steps * step)) <= end
    one_more = add_months(start, (steps + 1) * step)
    assert one_more is Absent.UNKNOWN or as_int(one_more) > end
    assert -steps == months_between(step, end, start)


def as_int(value: int | Absent) -> int:
    """A day or a number of months that is there."""
    assert isinstance(value, int)
    return value


def _definite(evaluation: Evaluation) -> dict[Slot, Value]:
    return {
        slot: value
        for slot, value in evaluation.values.items()
        if value is Absent.NOT_APPLICABLE or not isinstance(value, Absent)
    }


def _shuffled(step: Field | Definition, rng: Random) -> Field | Definition:
    if isinstance(step, Field) or isinstance(step.body, Calculation):
        return step
    clauses = step.body.clauses
    order = rng.sample(range(len(clauses)), len(clauses))
    moved = tuple(_renumbered(clauses[old], order) for old in order)
    return replace(step, body=replace(step.body, clauses=moved))


def _renumbered(clause: Clause, order: list[int]) -> Clause:
    return replace(
        clause,
        bases=frozenset(map(order.index, clause.bases)),
        precedes=frozenset(map(order.index, clause.precedes)),
    )
