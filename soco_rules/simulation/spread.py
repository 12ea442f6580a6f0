"""Who gains and who loses: members in groups by their difference, small groups hidden."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.simulation.tables import HIDDEN
from soco_rules.simulation.tables import Cell
from soco_rules.simulation.tables import hidden_among
from soco_rules.simulation.tables import is_small

STEPS = 5
"""So many groups on either side of no difference."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Members with a difference between two amounts; `direction` is -1, 0 or 1."""

    label: str
    direction: int
    members: Cell


@dataclass(frozen=True, slots=True)
class Spread:
    """How many members lose, keep what they have, and gain; and the same in smaller groups."""

    losing: Cell
    equal: Cell
    gaining: Cell
    uncertain: Cell
    bars: tuple[Bar, ...]


def spread_of(changes: Sequence[int], uncertain: int) -> Spread:
    """The groups of some differences. A direction that is hidden shows none of its groups."""
    losing = [-change for change in changes if change < 0]
    gaining = [change for change in changes if change > 0]
    equal = len(changes) - len(losing) - len(gaining)
    counts = (len(losing), equal, len(gaining), uncertain)
    hidden = hidden_among(counts)
    shown: list[Cell] = [HIDDEN if place in hidden else count for place, count in enumerate(counts)]
    step = _step(max((*losing, *gaining), default=0))
    down = _bars(losing, step, -1, hide=shown[0] is HIDDEN)
    up = _bars(gaining, step, 1, hide=shown[2] is HIDDEN)
    none = Bar("geen verschil", 0, shown[1])
    return Spread(shown[0], shown[1], shown[2], shown[3], (*reversed(down), none, *up))


def _step(largest: int) -> int:
    """The width of a group in cents: 1, 2 or 5 with noughts, so that a few groups reach the largest difference."""
    size = 100
    while True:
        for step in (size, 2 * size, 5 * size):
            if step * STEPS >= largest:
                return step
        size *= 10


def _grouped(sizes: Sequence[int], step: int, *, hide: bool) -> list[tuple[int, Cell]]:
    counts = [0] * STEPS
    ends = [step * place for place in range(1, STEPS + 1)]
    for size in sizes:
        counts[bisect_left(ends, size)] += 1
    hidden = hidden_among(counts)
    if any(is_small(count) for count in counts) and len(hidden) < 2:
        hidden = frozenset(range(STEPS))
    return [(place, HIDDEN if hide or place in hidden else count) for place, count in enumerate(counts)]


def _bars(sizes: Sequence[int], step: int, direction: int, *, hide: bool) -> list[Bar]:
    """The groups on one side; none where nobody is."""
    if not sizes:
        return []
    return [_bar(step, place, direction, count) for place, count in _grouped(sizes, step, hide=hide)]


def _bar(step: int, place: int, direction: int, members: Cell) -> Bar:
    low, high = (as_dutch(step * each, Kind.MONEY).removesuffix(",00") for each in (place, place + 1))
    words = f"tot en met {high}" if place == 0 else f"meer dan {low} tot en met {high}"
    return Bar(f"{words} {'erbij' if direction > 0 else 'eraf'}", direction, members)
