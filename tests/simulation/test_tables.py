from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.simulation.spread import Heads
from soco_rules.simulation.spread import Spread
from soco_rules.simulation.spread import spread_of
from soco_rules.simulation.tables import HIDDEN
from soco_rules.simulation.tables import THRESHOLD
from soco_rules.simulation.tables import hidden_among


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ((), ()),
        ((10, 20), ()),
        ((0, 10), ()),
        ((9, 20), (0, 1)),
        ((3, 40, 12), (0, 2)),
        ((3, 4, 40), (0, 1, 2)),
        ((6, 4, 40), (0, 1)),
        ((4,), (0,)),
        ((4, 0), (0,)),
    ],
)
def test_a_small_group_is_hidden_with_enough_others(counts: tuple[int, ...], hidden: tuple[int, ...]) -> None:
    assert frozenset(hidden) == hidden_among(counts)


@given(st.lists(st.integers(0, 40), max_size=8))
def test_no_small_group_follows_from_the_total(counts: list[int]) -> None:
    hidden = hidden_among(counts)
    shown = [count for place, count in enumerate(counts) if place not in hidden]

    assert not any(0 < count < THRESHOLD for count in shown)
    together = sum(counts[place] for place in hidden)
    everyone_small = len(hidden) == sum(count > 0 for count in counts)
    assert not hidden or everyone_small or (len(hidden) >= 2 and together >= THRESHOLD)


def spread_of_differences(changes: list[int], uncertain: int) -> Spread:
    """The spread of members with these differences."""
    signs = [(change > 0) - (change < 0) for change in changes]
    largest = max(map(abs, changes), default=0)
    heads = Heads(signs.count(-1), signs.count(0), signs.count(1), uncertain, largest)

    def in_steps(step: int) -> Counter[tuple[int, int]]:
        return Counter((sign, (abs(change) - 1) // step) for sign, change in zip(signs, changes, strict=True))

    return spread_of(heads, in_steps)


@given(st.lists(st.integers(-50_000, 50_000), max_size=60), st.integers(0, 30))
def test_a_spread_shows_no_group_of_a_few(changes: list[int], uncertain: int) -> None:
    found = spread_of_differences(changes, uncertain)
    cells = (found.losing, found.equal, found.gaining, found.uncertain, *(bar.members for bar in found.bars))

    assert not any(isinstance(cell, int) and 0 < cell < THRESHOLD for cell in cells)


@given(st.lists(st.integers(-50_000, 50_000), min_size=1, max_size=200))
def test_the_groups_on_one_side_are_that_side_together(changes: list[int]) -> None:
    found = spread_of_differences(changes, 0)
    for direction, total in ((-1, found.losing), (1, found.gaining)):
        members = [bar.members for bar in found.bars if bar.direction == direction]
        shown = [cell for cell in members if isinstance(cell, int)]
        if total is HIDDEN:
            assert all(cell is HIDDEN for cell in members)
        elif len(shown) == len(members):
            assert total == sum(shown)


def test_twenty_who_lose_and_fifteen_who_gain() -> None:
    found = spread_of_differences([-1000] * 12 + [-4500] * 11 + [0] * 10 + [2500] * 15, 0)

    assert [
        ("meer dan € 40 tot en met € 50 eraf", 11),
        ("meer dan € 30 tot en met € 40 eraf", 0),
        ("meer dan € 20 tot en met € 30 eraf", 0),
        ("meer dan € 10 tot en met € 20 eraf", 0),
        ("tot en met € 10 eraf", 12),
        ("geen verschil", 10),
        ("tot en met € 10 erbij", 0),
        ("meer dan € 10 tot en met € 20 erbij", 0),
        ("meer dan € 20 tot en met € 30 erbij", 15),
        ("meer dan € 30 tot en met € 40 erbij", 0),
        ("meer dan € 40 tot en met € 50 erbij", 0),
    ] == [(bar.label, bar.members) for bar in found.bars]
