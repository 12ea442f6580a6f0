"""What the calendar gives for one use of it, told for as many other days at once as have the same answer."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from functools import lru_cache

import z3

from soco_rules.backends.proof.encode import ADD_MONTHS
from soco_rules.backends.proof.encode import MONTHS_BETWEEN
from soco_rules.backends.proof.encode import YEARS_BETWEEN
from soco_rules.backends.proof.encode import Application
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.backends.proof.symbolic import all_of
from soco_rules.backends.proof.symbolic import not_
from soco_rules.model.values import Absent

Calendar = Mapping[str, Callable[..., int | Absent]]
"""For each function of the calendar by its name: what it really gives."""
Stretch = tuple[int, int]
"""Days in a row, both ends included."""

FURTHEST = 366
"""How many days on either side are looked at: no answer of the calendar is the same for longer."""


def corrections(use: Application, arguments: Sequence[int], calendar: Calendar) -> Iterator[Formula]:
    """The right answer for these arguments, and where it follows in one step for the days around them."""
    function = calendar[use.name]
    true = function(*arguments)
    if isinstance(true, Absent):
        yield z3.Implies(_are(use, arguments), not_(use.inside))
        return
    yield z3.Implies(_are(use, arguments), z3.And(use.inside, use.result == true))
    moving = use.name == ADD_MONTHS
    for place in range(1 if moving else len(arguments)):
        stretch = _alike(function, tuple(arguments), place, moving=moving)
        ranges = [stretch if each == place else (number, number) for each, number in enumerate(arguments)]
        offset = use.arguments[place] - arguments[place] if moving else 0
        yield _within(use, ranges, true + offset)
    if use.name in {MONTHS_BETWEEN, YEARS_BETWEEN}:
        yield _within(use, _box(function, tuple(arguments)), true)


def _are(use: Application, arguments: Sequence[int]) -> Formula:
    return z3.And([held == number for held, number in zip(use.arguments, arguments, strict=True)])


def _within(use: Application, ranges: Sequence[Stretch], result: object) -> Formula:
    inside = (
        z3.And(held >= first, held <= last) for held, (first, last) in zip(use.arguments, ranges, strict=True)
    )
    return z3.Implies(all_of(inside), z3.And(use.inside, use.result == result))


@lru_cache(maxsize=20_000)
def _alike(
    function: Callable[..., int | Absent], arguments: tuple[int, ...], place: int, *, moving: bool
) -> Stretch:
    """The days around one argument for which the answer is the same, or moves along with the day."""
    true = function(*arguments)
    assert isinstance(true, int)

    def same(day: int) -> bool:
        others = [*arguments]
        others[place] = day
        return function(*others) == true + (day - arguments[place] if moving else 0)

    first = last = arguments[place]
    while arguments[place] - first < FURTHEST and same(first - 1):
        first -= 1
    while last - arguments[place] < FURTHEST and same(last + 1):
        last += 1
    return first, last


@lru_cache(maxsize=20_000)
def _box(function: Callable[..., int | Absent], arguments: tuple[int, ...]) -> tuple[Stretch, Stretch]:
    """Starts and ends between which there are as many whole months or years, whichever are taken.

    There are fewer from a later start and more to a later end: the two far corners tell of the whole box.
    """
    start, end = arguments
    true = function(start, end)
    first, last = _alike(function, arguments, 1, moving=False)
    low, high = end - (end - first) // 2, end + (last - end) // 2
    earliest = latest = start
    while start - earliest < FURTHEST and function(earliest - 1, high) == true:
        earliest -= 1
    while latest - start < FURTHEST and function(latest + 1, low) == true:
        latest += 1
    return (earliest, latest), (low, high)
