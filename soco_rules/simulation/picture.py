"""Pictures as SVG, for eyes; the table beside each says the same in figures."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from html import escape

from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.simulation.spread import Bar
from soco_rules.simulation.sweep import Line
from soco_rules.simulation.sweep import Sweep
from soco_rules.simulation.tables import HIDDEN
from soco_rules.simulation.tables import Cell
from soco_rules.simulation.tables import Form
from soco_rules.simulation.tables import Table
from soco_rules.simulation.tables import written

_BLUE, _ORANGE, _GREY = "#154273", "#b5400b", "#5a5a5a"
_COLOURS = {1: _BLUE, 0: _GREY, -1: _ORANGE}
_AMOUNTS = frozenset({Form.MONEY, Form.CHANGE})
_FEWEST = 2
_DASHES = ("", "9 5", "3 4")
"""Lines differ in their dashes also, for who does not tell the colours apart."""


def bars(found: Sequence[Bar], title: str) -> str:
    """How many members there are in each group; the pattern and the words say what the colour says."""
    row, left, width, top = 30, 290, 380, 8
    height = top + row * len(found) + 8
    most = max((bar.members for bar in found if isinstance(bar.members, int)), default=0) or 1
    lines = [_opening(height, title)]
    lines += _hatch()
    for place, bar in enumerate(found):
        y = top + row * place
        lines.append(f'<text x="{left - 10}" y="{y + 19}" text-anchor="end">{escape(bar.label)}</text>')
        match bar.members:
            case int(members):
                size = members * width // most
                fill = "url(#arcering)" if bar.direction < 0 else _COLOURS[bar.direction]
                if members:
                    lines.append(
                        f'<rect x="{left}" y="{y + 4}" width="{max(size, 1)}" height="{row - 8}" fill="{fill}" '
                        f'stroke="{_COLOURS[bar.direction]}"/>'
                    )
                words = written(members, Form.NUMBER)
                lines.append(f'<text x="{left + size + 8}" y="{y + 19}">{words}</text>')
            case _:
                words = "afgeschermd" if bar.members is HIDDEN else "–"
                lines.append(f'<text x="{left + 8}" y="{y + 19}" fill="{_GREY}">{words}</text>')
    lines.append("</svg>")
    return "\n".join(lines)


def lines_of(sweep: Sweep) -> str:
    """The total of each party at each value of a point."""
    return _lines(sweep.table.title, sweep.labels, sweep.lines)


def lines_through(table: Table) -> str:
    """The amount of each party in each period of a table, the difference where there is one; empty for one period.

    The table has a row for each period and party, in its first two columns.
    """
    money = max(place for place, column in enumerate(table.columns) if column.form in _AMOUNTS)
    periods = tuple(dict.fromkeys(str(row[0]) for row in table.rows))
    if len(periods) < _FEWEST:
        return ""
    cells: dict[str, dict[str, Cell]] = {}
    for row in table.rows:
        cells.setdefault(str(row[1]), {})[str(row[0])] = row[money]
    lines = [Line(party, tuple(found.get(period) for period in periods)) for party, found in cells.items()]
    return _lines(f"{table.title}: {table.columns[money].title}", periods, lines)


def _lines(title: str, labels: Sequence[str], lines: Sequence[Line]) -> str:
    left, right, top, bottom, height = 120, 610, 20, 300, 345
    amounts = [cell for line in lines for cell in line.cells if isinstance(cell, int)]
    low, high, step = _axis(min((*amounts, 0)), max((*amounts, 0)))
    places = len(labels)

    def x(place: int) -> int:
        return left + (right - left) * place // max(places - 1, 1)

    def y(amount: int) -> int:
        return bottom - (amount - low) * (bottom - top) // (high - low)

    drawn = [_opening(height, title)]
    for amount in range(low, high + 1, step):
        colour = "#1a1a1a" if amount == 0 else "#c8c8c8"
        words = as_dutch(amount, Kind.MONEY).removesuffix(",00")
        drawn.append(
            f'<line x1="{left}" y1="{y(amount)}" x2="{right}" y2="{y(amount)}" stroke="{colour}"/>'
            f'<text x="{left - 8}" y="{y(amount) + 5}" text-anchor="end">{words}</text>'
        )
    every = -(-places // 8)
    for place, label in enumerate(labels):
        if place % every == 0 or (place == places - 1 and place % every > every // 2):
            drawn.append(
                f'<text x="{x(place)}" y="{bottom + 24}" text-anchor="middle">{escape(label)}</text>'
            )
    taken: list[int] = []
    for number, line in enumerate(lines):
        colour = (_BLUE, _ORANGE, _GREY)[number % 3]
        parts = [[(x(place), y(amount)) for place, amount in part] for part in _unbroken(line.cells)]
        drawn += [_stroke(part, colour, _DASHES[number % 3]) for part in parts]
        if parts:
            down = parts[-1][-1][1] + 5
            while any(abs(down - other) < 18 for other in taken):
                down += 18
            taken.append(down)
            drawn.append(f'<text x="{right + 8}" y="{down}" fill="{colour}">{escape(line.party)}</text>')
    drawn.append("</svg>")
    return "\n".join(drawn)


def _unbroken(cells: Sequence[Cell]) -> Iterator[list[tuple[int, int]]]:
    """The amounts that follow each other, with their places: a line through what is hidden or unknown would tell it."""
    part: list[tuple[int, int]] = []
    for place, cell in enumerate(cells):
        if isinstance(cell, int):
            part.append((place, cell))
        elif part:
            yield part
            part = []
    if part:
        yield part


def _stroke(points: Sequence[tuple[int, int]], colour: str, dashes: str) -> str:
    """A line through some points; one that stands alone is a dot."""
    if len(points) == 1:
        ((across, down),) = points
        return f'<circle cx="{across}" cy="{down}" r="4" fill="{colour}"/>'
    joined = " ".join(f"{across},{down}" for across, down in points)
    return f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="3" stroke-dasharray="{dashes}"/>'


def _axis(low: int, high: int) -> tuple[int, int, int]:
    """Round amounts around the lowest and the highest, a few steps apart."""
    size = 100
    while True:
        for step in (size, 2 * size, 5 * size):
            first, last = low // step * step, -(-high // step) * step
            if last - first <= 6 * step:
                return first, max(last, first + step), step
        size *= 10


def _opening(height: int, title: str) -> str:
    return (
        f'<svg role="img" viewBox="0 0 720 {height}" xmlns="http://www.w3.org/2000/svg" '
        f'aria-label="{escape(title)}. De tabel hieronder zegt hetzelfde.">'
    )


def _hatch() -> Iterator[str]:
    yield (
        '<defs><pattern id="arcering" width="7" height="7" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="7" height="7" fill="#f6d9cb"/>'
        f'<line x1="0" y1="0" x2="0" y2="7" stroke="{_ORANGE}" stroke-width="4"/></pattern></defs>'
    )
