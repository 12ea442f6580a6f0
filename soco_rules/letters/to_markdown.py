"""A letter as Markdown text in which a value is text, whatever signs it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from soco_rules.letters.tree import CONCEPT_EXPLANATION
from soco_rules.letters.tree import CONCEPT_HEADING
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&#@$^{}]|(?<=:)/(?=/)|(?<=www)\.", re.IGNORECASE)
"""Also what some readers make a link or a formula of, though CommonMark does not."""
_HIDDEN = re.compile("[\n\t\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STARTS_BLOCK = re.compile(r"^(\d+)([.)])|^([-+=])")


def as_markdown(letter: Letter) -> str:
    """The letter as CommonMark with tables."""
    return "\n\n".join(_parts(letter)) + "\n"


def _parts(letter: Letter) -> Iterator[str]:
    if letter.concept:
        yield _concept(letter.concept)
    for address in (letter.sender, *letter.addressees):
        yield _lines(address.lines)
    yield "\n".join(f"- {_text(detail.label)}: {_line(detail.line)}" for detail in letter.details)
    yield f"# {_line(letter.subject)}"
    for block in letter.blocks:
        yield _block(block)
    yield _lines(letter.signature.lines)


def _concept(reasons: tuple[Line, ...]) -> str:
    top = f"> **{_text(CONCEPT_HEADING)}**\n>\n> {_text(CONCEPT_EXPLANATION)}\n>\n"
    return top + "\n".join(f"> - {_start(_line(reason))}" for reason in reasons)


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, line=line):
            return f"{'#' * level} {_line(line)}"
        case Paragraph(line=line):
            return _start(_line(line))
        case Bullets(items=items, numbered=numbered):
            marks = (f"{number}." if numbered else "-" for number in range(1, len(items) + 1))
            return "\n".join(f"{mark} {_start(_line(item))}" for mark, item in zip(marks, items, strict=True))
        case Table(header=header, rows=rows, to_the_right=right):
            ruler = tuple("---:" if is_right else "---" for is_right in right)
            cells = (tuple(map(_line, header)), ruler, *(tuple(map(_line, row)) for row in rows))
            return "\n".join(f"| {' | '.join(row)} |" for row in cells)
        case _:
            assert_never(block)


def _lines(lines: tuple[Line, ...]) -> str:
    return "\\\n".join(_start(text) for text in map(_line, lines) if text)


def _line(line: Line) -> str:
    return "".join(_inline(inline) for inline in line).strip()


def _inline(inline: Text | Value) -> str:
    match inline:
        case Text(text=text):
            return _text(text)
        case Value(text=text):
            return _value(text)
        case _:
            assert_never(inline)


def _text(text: str) -> str:
    return re.sub(r"[\\`*_\[\]<>|~&#]", r"\\\g<0>", text)


def _value(text: str) -> str:
    escaped = _MARKUP.sub(r"\\\g<0>", text)
    shown = _HIDDEN.sub(lambda sign: f"&#{ord(sign[0])};", escaped)
    return re.sub(r"^ | $| (?= )", "&#32;", shown)


def _start(text: str) -> str:
    return _STARTS_BLOCK.sub(lambda sign: f"{sign[1] or ''}\\{sign[2] or sign[3]}", text)
