"""The tables of a report, as every form of it writes them down, and hiding what small groups would give away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from enum import auto

from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch

THRESHOLD = 10
"""A figure about fewer members than this is not shown."""


class Form(Enum):
    """What the cells of a column are."""

    TEXT = auto()
    NUMBER = auto()
    MONEY = auto()
    CHANGE = auto()


class Hidden(Enum):
    """A cell that is not shown: it is about too few members, or it would give such a cell away."""

    HIDDEN = "afgeschermd"


HIDDEN = Hidden.HIDDEN
Cell = str | int | Hidden | None
"""Amounts in cents; None where there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Column:
    """The heading of a column and what is in it."""

    title: str
    form: Form = Form.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `key` names it in a file, `note` says what a reader must know of it."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""

    @property
    def hides(self) -> bool:
        """Whether a cell is not shown."""
        return any(cell is HIDDEN for row in self.rows for cell in row)


def hidden_among(counts: Sequence[int], threshold: int = THRESHOLD) -> frozenset[int]:
    """The places that must be hidden when the total over all of them is known.

    Those of fewer than the threshold, and with them the smallest others until they cannot be told apart and are
    together at least the threshold. Nobody is not a small group.
    """
    hidden = {place for place, count in enumerate(counts) if 0 < count < threshold}
    if not hidden:
        return frozenset()
    others = sorted(
        (place for place, count in enumerate(counts) if count >= threshold), key=lambda place: counts[place]
    )
    while others and (len(hidden) < 2 or sum(counts[place] for place in hidden) < threshold):
        hidden.add(others.pop(0))
    return frozenset(hidden)


def is_small(count: int) -> bool:
    """Whether a figure about so many members gives something away about one of them."""
    return 0 < count < THRESHOLD


def written(cell: Cell, form: Form) -> str:
    """A cell as a Dutch reader expects it."""
    match cell:
        case None:
            return "–"
        case Hidden():
            return cell.value
        case str():
            return cell
        case int() if form is Form.NUMBER:
            return f"{cell:,}".replace(",", ".")
        case int() if form is Form.CHANGE and cell > 0:
            return f"+{as_dutch(cell, Kind.MONEY)}"
        case int():
            return as_dutch(cell, Kind.MONEY)


def plain(cell: Cell, form: Form) -> str:
    """A cell as a machine reads it: amounts with a point and two decimals, nothing for what is not there."""
    match cell:
        case None:
            return ""
        case Hidden():
            return cell.value
        case str():
            return cell
        case int() if form is Form.NUMBER:
            return str(cell)
        case int():
            return f"{'-' if cell < 0 else ''}{abs(cell) // 100}.{abs(cell) % 100:02d}"
