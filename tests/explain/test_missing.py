"""What is still missing: which outcomes remain, and which questions are useful."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from soco_rules.backends import reference
from soco_rules.explain import missing
from soco_rules.explain.anatomy import dissect
from soco_rules.explain.answers import answers_to_try
from soco_rules.explain.missing import Remaining
from soco_rules.explain.missing import effective
from soco_rules.explain.missing import remaining
from soco_rules.explain.support import trace
from soco_rules.explain.unknown import candidates
from soco_rules.model.program import Const
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from tests.programs import add
from tests.programs import applicable
from tests.programs import both
from tests.programs import calculation
from tests.programs import clause
from tests.programs import compare
from tests.programs import field
from tests.programs import multiply
from tests.programs import no
from tests.programs import or_else
from tests.programs import program
from tests.programs import rules
from tests.random_programs import CHOICES
from tests.random_programs import nodes_of
from tests.random_programs import programs_with_cases
from tests.random_programs import random_case
from tests.random_programs import random_program

COUNT = ValueType(Kind.COUNT, minimum=0, maximum=1000)
THREE = ValueType(Kind.CHOICE, choices=("pw", "ioaw", "geen"))


def left(one: Program, **known: Value) -> Remaining:
    """What remains of a program with a few facts known."""
    anatomy = dissect(one)
    values: dict[Slot, Value] = {step.slot: known.get(step.slot, Absent.UNKNOWN) for step in one.fields}
    inside = reference.prepare(anatomy.inside)
    return remaining(trace(anatomy, inside(values)), reference.prepare(one), inside, values, one.outcome)


def asked(one: Remaining) -> list[tuple[str, int | None]]:
    """The questions and what they remove."""
    return [(open_.field.name, open_.removes) for open_ in one.missing]


def test_two_rules_with_one_outcome_need_no_answer() -> None:
    one = program(field("a"), rules("uit", clause("a", 1), clause(no("a"), 1)))

    assert ({"uit": (1,)}, []) == (left(one).outcomes, asked(left(one)))


def test_an_answer_that_changes_the_outcome_is_asked() -> None:
    one = program(field("a"), rules("uit", clause("a", 1), otherwise=0))

    assert ({"uit": (1, 0)}, [("a", 1)]) == (left(one).outcomes, asked(left(one)))


def test_what_has_no_influence_is_not_asked() -> None:
    one = program(
        field("a"),
        field("b"),
        rules("uit", clause(both("a", "b"), 1), clause(both("a", no("b")), 1), otherwise=0),
    )

    assert [("a", 1)] == asked(left(one))


def test_the_most_useful_question_comes_first() -> None:
    one = program(
        field("a"),
        field("soort", THREE),
        rules(
            "uit",
            clause(both("a", compare("soort", "=", Const("pw"))), 1),
            clause(both("a", compare("soort", "=", Const("ioaw"))), 2),
            clause(both("a", compare("soort", "=", Const("geen"))), 3),
            otherwise=0,
        ),
    )

    assert [("soort", 2), ("a", 3)] == asked(left(one))


@pytest.mark.parametrize(("known", "outcomes"), [({"b": 10}, (0, 1)), ({"b": 0}, (1,)), ({"b": 1001}, (0,))])
def test_a_number_is_tried_around_what_it_is_compared_with(
    known: dict[str, Value], outcomes: tuple[Value, ...]
) -> None:
    one = program(
        field("a", COUNT),
        field("b", Kind.COUNT),
        rules("uit", clause(compare("a", ">=", "b"), 1), otherwise=0),
    )

    assert {"uit": outcomes} == left(one, **known).outcomes


def test_two_missing_numbers_that_are_compared_stay_unknown() -> None:
    one = program(
        field("a", COUNT), field("b", COUNT), rules("uit", clause(compare("a", ">=", "b"), 1), otherwise=0)
    )

    expected = ({"uit": (Absent.UNKNOWN,)}, [("a", None), ("b", None)])
    assert expected == (left(one).outcomes, asked(left(one)))


def test_a_number_that_is_calculated_with_stays_unknown() -> None:
    one = program(field("a", COUNT), calculation("uit", add("a", 1)))

    assert [("a", None)] == asked(left(one))


def test_a_number_with_few_values_is_tried_in_full() -> None:
    one = program(
        field("a", ValueType(Kind.COUNT, minimum=0, maximum=3)),
        rules("uit", clause(compare(multiply("a", "a"), "<", 10), 1), otherwise=0),
    )

    assert {"uit": (1,)} == left(one).outcomes


def test_what_may_be_absent_is_tried_absent_too() -> None:
    one = program(
        field("a", ValueType(Kind.DATE, may_be_absent=True)),
        rules("uit", clause(applicable("a"), 1), otherwise=0),
    )

    assert ({"uit": (1, 0)}, [("a", 1)]) == (left(one).outcomes, asked(left(one)))


def test_a_fact_behind_a_closed_gate_is_not_asked() -> None:
    one = program(
        field("a"),
        field("b", gate="a"),
        field("c"),
        rules("uit", clause(both(or_else("b", True), "c"), 1), otherwise=0),
    )

    assert [("c", 1)] == asked(left(one, a=False))


def test_before_the_gate_opens_its_own_facts_are_asked() -> None:
    one = program(
        field("a"),
        field("b", gate=applicable("a")),
        calculation("uit", or_else("b", False), kind=Kind.YES_NO),
    )

    assert [("a", 0)] == asked(left(one))


def test_an_open_point_is_asked_like_a_fact() -> None:
    one = program(
        field("punt", THREE, origin=Origin.POINT),
        rules("uit", clause(compare("punt", "=", Const("pw")), 1), otherwise=0),
    )

    assert [("punt", 1)] == asked(left(one))


def test_the_gate_of_the_decision_counts() -> None:
    one = program(field("a"), calculation("uit", 1), gate="a")

    assert {"uit": (1, Absent.NOT_APPLICABLE)} == left(one).outcomes


def test_a_beaten_rule_asks_nothing() -> None:
    one = program(
        field("a"),
        field("b"),
        field("c"),
        rules("uit", clause("a", 1, precedes=[1]), clause("b", 2), clause("c", 3)),
    )

    assert [("c", 1)] == asked(left(one, a=True))


def test_no_more_combinations_are_tried_than_the_limit() -> None:
    fields = [field(f"f{number}") for number in range(14)]
    one = program(*fields, rules("uit", clause(both(*(f.slot for f in fields)), 1), otherwise=0))

    tried = [removes is not None for _, removes in asked(left(one))]
    assert [True] * 12 + [False] * 2 == tried


@given(st.randoms(use_true_random=False))
@settings(max_examples=300)
def test_no_completion_gives_another_outcome_than_those_that_remain(rng: Random) -> None:
    """Brute force over answers at, around and away from every number in the program.

    A conflict may show only when all answers are in, so it is left out.
    """
    one = random_program(rng)
    supplied = random_case(rng, one)
    evaluate = reference.prepare(one)
    if Absent.UNKNOWN not in effective(evaluate(supplied), one.outcome):
        return
    anatomy = dissect(one)
    inside = reference.prepare(anatomy.inside)
    rest = remaining(trace(anatomy, inside(supplied)), evaluate, inside, supplied, one.outcome)

    for _ in range(30):
        completed = _completed(rng, one, supplied)
        for slot, value in zip(one.outcome, effective(evaluate(completed), one.outcome), strict=True):
            known = {(type(left), left) for left in rest.outcomes[slot]}
            assert value is Absent.CONFLICT or known & {(type(value), value), (Absent, Absent.UNKNOWN)}


@given(programs_with_cases())
@settings(max_examples=100)
def test_a_narrowed_program_gives_the_same_results(drawn: tuple[Program, dict[Slot, Value]]) -> None:
    one, supplied = drawn
    anatomy = dissect(one)
    found = trace(anatomy, reference.prepare(anatomy.inside)(supplied))
    choices = answers_to_try(found, supplied, one.outcome, candidates(found, supplied, one.outcome), 4096)

    whole = missing._try_all(reference.prepare(one), supplied, one.outcome, choices)
    narrowed = missing._narrowed(found, supplied, one.outcome, choices)

    assert whole == missing._try_all(*narrowed, one.outcome, choices)


def _completed(rng: Random, one: Program, supplied: dict[Slot, Value]) -> dict[Slot, Value]:
    numbers = [n.value for n in nodes_of(one) if isinstance(n, Const) and type(n.value) is int]
    answers: dict[Kind, list[Value]] = {Kind.YES_NO: [True, False], Kind.CHOICE: [*CHOICES]}
    days = [
        near
        for number in (*numbers, 738_000)
        for near in (number - 1, number, number + 1)
        if 1 <= near < 10**6
    ]
    answers[Kind.DATE] = [*days, rng.randrange(1, 10**6)]
    other = [near for number in (*numbers, 0) for near in (number - 1, number, number + 1)]
    return {
        step.slot: supplied[step.slot]
        if supplied[step.slot] is not Absent.UNKNOWN
        else rng.choice(
            [
                *answers.get(step.type.kind, other),
                *([Absent.NOT_APPLICABLE] if step.type.may_be_absent else []),
            ]
        )
        for step in one.fields
    }
