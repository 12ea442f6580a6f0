"""Who gains and who loses: members in groups by their difference, small groups hidden."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
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


@dataclass(frozen=True, slots=True)
class Heads:
    """How many members lose, keep what they have, gain, and are uncertain; the largest difference in cents."""

    losing: int
    equal: int
    gaining: int
    uncertain: int
    largest: int


def spread_of(heads: Heads, in_steps: Callable[[int], Mapping[tuple[int, int], int]]) -> Spread:
    """The groups of some members. A direction that is hidden shows none of its groups.

    `in_steps` counts members by direction and the number of whole steps, of so many cents, below their difference.
    """
    counts = (heads.losing, heads.equal, heads.gaining, heads.uncertain)
    hidden = hidden_among(counts)
    shown: list[Cell] = [HIDDEN if place in hidden else count for place, count in enumerate(counts)]
    step = _step(heads.largest)
    found = in_steps(step)
    down, up = ([found.get((direction, place), 0) for place in range(STEPS)] for direction in (-1, 1))
    none = Bar("geen verschil", 0, shown[1])
    bars = (*reversed(_bars(down, step, -1, hide=shown[0] is HIDDEN)), none)
    bars = (*bars, *_bars(up, step, 1, hide=shown[2] is HIDDEN))
    return Spread(shown[0], shown[1], shown[2], shown[3], bars)


def _step(largest: int) -> int:
    """The width of a group in cents: 1, 2 or 5 with noughts, so that a few groups reach the largest difference."""
    size = 100
    while True:
        for step in (size, 2 * size, 5 * size):
            if step * STEPS >= largest:
                return step
        size *= 10


def _bars(counts: Sequence[int], step: int, direction: int, *, hide: bool) -> list[Bar]:
    """The groups on one side; none where nobody is."""
    if not any(counts):
        return []
    hidden = hidden_among(counts)
    if any(is_small(count) for count in counts) and len(hidden) < 2:
        hidden = frozenset(range(STEPS))
    cells = [HIDDEN if hide or place in hidden else count for place, count in enumerate(counts)]
    return [_bar(step, place, direction, cell) for place, cell in enumerate(cells)]


def _bar(step: int, place: int, direction: int, members: Cell) -> Bar:
    low, high = (as_dutch(step * each, Kind.MONEY).removesuffix(",00") for each in (place, place + 1))
    words = f"tot en met {high}" if place == 0 else f"meer dan {low} tot en met {high}"
    return Bar(f"{words} {'erbij' if direction > 0 else 'eraf'}", direction, members)
