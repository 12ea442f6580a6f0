"""The terms of a procedure as a picture: how long each runs, and where the day of the besluit is among them."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch

_WIDE, _ROW, _TOP = 400, 46, 34
_LEFT, _RIGHT, _OPEN = 4, 372, 396
"""Where the days begin and end, and how far a bar goes of which nobody knows the end."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A term from its first to its last day, as day numbers; without a `last` nobody knows yet where it ends."""

    name: str
    first: int
    last: int | None


def drawn(stretches: Sequence[Stretch], on: int, mark: str) -> str:
    """An SVG with a bar for each term, and a line at the day `on`, which is called `mark`; empty without terms.

    Words say what the colours say, and the list beside it says it all: a screen reader gets one sentence. The colours
    are those of the style sheet of the desk, whatever theme that has.
    """
    if not stretches:
        return ""
    known = [
        on,
        *(each.first for each in stretches),
        *(each.last for each in stretches if each.last is not None),
    ]
    low, days = min(known), max(max(known) - min(known), 1)

    def x(day: int) -> int:
        return _LEFT + (_RIGHT - _LEFT) * (day - low) // days

    height = _TOP + _ROW * len(stretches)
    opening = (
        f'<svg class="soco-course" role="img" viewBox="0 0 {_WIDE} {height}" xmlns="http://www.w3.org/2000/svg" '
        'aria-label="Hoe de termijnen lopen. De lijst hieronder zegt hetzelfde.">'
    )
    lines = [opening, *_line(x(on), height, f"{mark}: {as_dutch(on, Kind.DATE)}")]
    for place, each in enumerate(stretches):
        end = None if each.last is None else x(each.last + 1)
        lines += _bar(_words(each, on), x(each.first), end, _TOP + _ROW * place)
    return "\n".join([*lines, "</svg>"])


def _words(stretch: Stretch, on: int) -> str:
    if stretch.last is None:
        return f"{stretch.name}: einde nog niet bekend"
    past = " (voorbij)" if stretch.last < on else ""
    return f"{stretch.name}: tot en met {as_dutch(stretch.last, Kind.DATE)}{past}"


def _bar(words: str, begin: int, end: int | None, top: int) -> Iterator[str]:
    yield f'<text x="{_LEFT}" y="{top + 13}">{escape(words)}</text>'
    kind = ' class="soco-course__open"' if end is None else ""
    width = max((_OPEN if end is None else end) - begin, 2)
    yield f'<rect{kind} x="{begin}" y="{top + 20}" width="{width}" height="14"/>'


def _line(at: int, height: int, words: str) -> Iterator[str]:
    anchor, beside = ("end", at + 1) if at > _WIDE // 2 else ("start", max(at - 1, 0))
    yield f'<text x="{beside}" y="14" text-anchor="{anchor}">{escape(words)}</text>'
    yield f'<line x1="{at}" y1="20" x2="{at}" y2="{height}"/>'
