"""The second calculator in processes of its own: the same answers, and a child that dies costs one case at most."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from multiprocessing.process import BaseProcess
from random import Random
from typing import cast

import pytest

from soco_rules.backends import durable
from soco_rules.backends.durable.apart import Prepare
from soco_rules.backends.durable.child import KEPT
from soco_rules.backends.durable.wire import UnreadableError
from soco_rules.backends.durable.wire import evaluation_from_numbers
from soco_rules.backends.durable.wire import wire_of
from soco_rules.model.agreement import DecisionType
from soco_rules.model.program import Const
from soco_rules.model.program import Evaluation
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from tests import programs as build
from tests.random_programs import random_case
from tests.random_programs import random_program

Mine = Callable[[], list[BaseProcess]]
SIMPLE = build.program(build.field("a"), build.calculation("b", build.no("a"), kind=Kind.YES_NO))
B = Evaluation({"a": True, "b": False}, {}, True, ())


@pytest.fixture(scope="module")
def second() -> Iterator[Prepare]:
    """One child for all tests that leave it whole."""
    with durable.apart(workers=1) as prepare:
        yield prepare


@pytest.fixture
def mine() -> Mine:
    """The children that were started since, and live."""
    before = set(multiprocessing.active_children())
    return lambda: [each for each in multiprocessing.active_children() if each not in before]


class Deadly:
    """What kills the process in which it is unpickled."""

    def __reduce__(self) -> tuple[object, ...]:
        return signal.raise_signal, (signal.SIGKILL,)


@pytest.mark.parametrize("seed", range(40))
def test_it_finds_what_the_calculator_in_this_process_finds(second: Prepare, seed: int) -> None:
    rng = Random(seed)
    program = random_program(rng)
    cases = [random_case(rng, program) for _ in range(10)]
    here, there = durable.prepare(program), second(program)

    assert list(map(here, cases)) == list(map(there, cases))


def test_a_text_that_the_program_does_not_name_comes_back_as_it_was(second: Prepare) -> None:
    program = build.program(
        build.field("naam", Kind.TEXT),
        build.field("bijnaam", Kind.TEXT),
        build.rules(
            "aanhef",
            build.clause(build.applicable("bijnaam"), build.node("bijnaam")),
            otherwise="naam",
            kind=Kind.TEXT,
        ),
    )
    supplied: dict[str, Value] = {"naam": "S. Willems", "bijnaam": Absent.NOT_APPLICABLE}

    assert "S. Willems" == second(program)(supplied).values["aanhef"]


def test_a_program_that_does_not_fit_is_told_as_it_is_in_this_process(second: Prepare) -> None:
    slots = [f"veld_{number}" for number in range(2100)]
    program = build.program(
        *(build.field(slot, Kind.COUNT) for slot in slots),
        *(build.calculation(f"uit_{slot}", build.compare(slot, ">", 1), kind=Kind.YES_NO) for slot in slots),
    )

    with pytest.raises(durable.DoesNotFitError):
        second(program)


def test_more_programs_than_a_child_keeps_are_sent_again(second: Prepare) -> None:
    programs = [
        build.program(build.calculation("x", Const(number), kind=Kind.COUNT)) for number in range(KEPT + 1)
    ]
    evaluate = [second(program) for program in programs]

    assert [*range(KEPT + 1), 0] == [each({}).values["x"] for each in (*evaluate, evaluate[0])]


def test_many_threads_get_each_their_own_answer() -> None:
    program = build.program(
        build.field("n", Kind.COUNT), build.calculation("m", build.add("n", 1), kind=Kind.COUNT)
    )
    with durable.apart(workers=2) as prepare, ThreadPoolExecutor(8) as threads:
        evaluate = prepare(program)
        found = list(threads.map(lambda n: evaluate({"n": n}).values["m"], range(400)))

    assert list(range(1, 401)) == found


def test_a_child_that_was_killed_between_two_cases_costs_nothing(mine: Mine) -> None:
    with durable.apart(workers=1) as prepare:
        evaluate = prepare(SIMPLE)
        evaluate({"a": True})
        (child,) = mine()
        child.kill()
        child.join()

        assert evaluate({"a": True}) == B


def test_a_child_that_dies_on_a_case_is_told_and_replaced() -> None:
    deadly = replace(SIMPLE, decision=cast("DecisionType", Deadly()))
    with durable.apart(workers=1) as prepare:
        with pytest.raises(durable.LostError, match="hij viel weg"):
            prepare(deadly)({"a": True})

        assert prepare(SIMPLE)({"a": True}) == B


def test_a_child_that_hangs_is_told_and_replaced(mine: Mine) -> None:
    with durable.apart(workers=1, seconds=2) as prepare:
        evaluate = prepare(SIMPLE)
        evaluate({"a": True})
        (hanging,) = mine()
        os.kill(hanging.pid or 0, signal.SIGSTOP)
        with pytest.raises(durable.LostError, match="hij gaf binnen 2 seconden geen antwoord"):
            evaluate({"a": True})

        assert evaluate({"a": True}) == B
        assert hanging not in mine()


def test_no_child_is_left_and_no_case_is_taken_after_the_end(mine: Mine) -> None:
    with durable.apart(workers=2) as prepare:
        evaluate = prepare(SIMPLE)
        evaluate({"a": True})
        assert len(mine()) == 2

    assert [] == mine()
    with pytest.raises(durable.LostError, match="afgesloten"):
        evaluate({"a": True})


def test_killing_children_all_the_while_gives_errors_and_never_a_wrong_answer(mine: Mine) -> None:
    program = build.program(
        build.field("n", Kind.COUNT), build.calculation("m", build.add("n", 1), kind=Kind.COUNT)
    )
    with durable.apart(workers=2) as prepare, ThreadPoolExecutor(4) as threads:
        evaluate = prepare(program)
        waiting = [threads.submit(evaluate, {"n": n}) for n in range(60)]
        killed = 0
        while killed < 6 and not all(each.done() for each in waiting):
            for child in mine():
                child.kill()
                killed += 1
        errors = [each.exception() for each in waiting]
        found = [
            each.result().values["m"] for each, error in zip(waiting, errors, strict=True) if error is None
        ]

    assert {type(error) for error in errors} <= {type(None), durable.LostError}
    assert found == [n + 1 for n, error in enumerate(errors) if error is None]


@pytest.mark.parametrize(
    "numbers",
    [[], [9, 0], [0, 99], [0, -1], [1, 1, 1, 0, 1, 1, 7, 7]],
)
def test_numbers_that_are_no_evaluation_are_refused(numbers: list[int]) -> None:
    with pytest.raises(UnreadableError):
        evaluation_from_numbers(wire_of(SIMPLE), numbers, ())
