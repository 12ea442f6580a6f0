from __future__ import annotations

import os
import signal

import pytest

from soco_rules.scenarios.workers import WorkFailedError
from soco_rules.scenarios.workers import can_fork
from soco_rules.scenarios.workers import forked

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system cannot copy a process")
SECONDS = 20.0


def square(number: int) -> int:
    return number * number


def die_at_three(number: int) -> int:
    if number == 3:
        os._exit(1)
    return number


def stay_at_three(number: int) -> int:
    while number == 3:
        signal.pause()
    return number


def fail_at_three(number: int) -> int:
    if number == 3:
        raise LookupError("kapot")
    return number


def test_every_piece_of_work_is_done_once() -> None:
    assert [(n, n * n) for n in range(50)] == sorted(forked(square, range(50), 2, SECONDS))


def test_no_work_needs_no_process() -> None:
    assert [] == list(forked(square, [], 2, SECONDS))


def test_work_of_which_the_process_dies_is_given_up_and_the_rest_goes_on() -> None:
    assert [(0, 0), (1, 1), (2, 2), (3, None), (4, 4)] == sorted(forked(die_at_three, range(5), 2, SECONDS))


def test_work_that_takes_too_long_is_given_up_and_the_rest_goes_on() -> None:
    assert {(0, 0), (1, 1), (2, 2), (3, None), (4, 4)} == set(forked(stay_at_three, range(5), 2, 0.5))


def test_a_mistake_in_the_work_is_told() -> None:
    with pytest.raises(WorkFailedError, match="LookupError: kapot"):
        list(forked(fail_at_three, range(5), 2, SECONDS))
