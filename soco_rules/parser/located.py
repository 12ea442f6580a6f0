"""A text with, for each of its characters, the place in the file where its author typed it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from soco_rules.diagnostics import Span

_INK = re.compile(r"\S")
_INK_BETWEEN_QUOTES = re.compile(r"(?!\\$)\S")
_ESCAPE_WIDTHS = {"x": 4, "u": 6, "U": 10}

Piece = tuple[int, int, int]
"""From this offset in the text on, characters stand side by side on this line, starting at this column."""


@dataclass(frozen=True, slots=True)
class Located:
    """A text of a file. `before_comment` tells that the rest of its last line is a comment, so not part of it."""

    text: str
    file: str
    pieces: tuple[Piece, ...]
    before_comment: bool = False

    def span(self, start: int, end: int) -> Span:
        """The place in the file of `text[start:end]`; never empty, so that there is something to point at."""
        line, column = self._place(start)
        end_line, end_column = self._place(end - 1) if end > start else (line, column)
        return Span(self.file, line, column, end_line, end_column + 1)

    @property
    def whole(self) -> Span:
        """The place of the whole text."""
        return self.span(0, len(self.text))

    def _place(self, offset: int) -> tuple[int, int]:
        start, line, column = self.pieces[bisect_right(self.pieces, (offset, 1 << 60)) - 1]
        return line, column + max(offset - start, 0)


def located_in(
    text: str, file: str, lines: tuple[str, ...], start: tuple[int, int], quote: Literal["", "'", '"'] = ""
) -> Located:
    """A text that YAML made from these lines, from `start` (counted from 0) on, by folding, indenting or escaping.

    Every character that is not white space gets its exact place, white space a place beside it.
    """
    pieces: list[Piece] = []
    line, column = start
    for offset, character in enumerate(text):
        if not character.isspace():
            line, column = _skip_white_space(
                lines, line, column, _INK_BETWEEN_QUOTES if quote == '"' else _INK
            )
        raw = lines[line] if line < len(lines) else ""
        here = (line + 1, column + 1)
        if not pieces or here != (pieces[-1][1], pieces[-1][2] + offset - pieces[-1][0]):
            pieces.append((offset, *here))
        column += _width(raw, column, character, quote)
    return Located(text, file, tuple(pieces) or ((0, start[0] + 1, start[1] + 1),))


def _skip_white_space(
    lines: tuple[str, ...], line: int, column: int, ink: re.Pattern[str]
) -> tuple[int, int]:
    """The next character that counts: between double quotes a backslash at the end of a line does not."""
    while line < len(lines):
        match = ink.search(lines[line], column)
        if match:
            return line, match.start()
        line, column = line + 1, 0
    return line, column


def _width(raw: str, column: int, character: str, quote: str) -> int:
    """How many characters the author typed for this one; none for white space that YAML made of a line's end."""
    typed = raw[column : column + 1]
    if quote == '"' and typed == "\\":
        return _ESCAPE_WIDTHS.get(raw[column + 1 : column + 2], 2)
    if quote == "'" and character == "'":
        return 2
    return int(not character.isspace() or typed.isspace())
