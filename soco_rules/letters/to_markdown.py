"""A letter as Markdown text in which a value is text, whatever signs it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from soco_rules.letters.sheet import Concept
from soco_rules.letters.sheet import Sheet
from soco_rules.letters.sheet import marked
from soco_rules.letters.sheet import sheet
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Detail
from soco_rules.letters.tree import Document
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


def as_markdown(letter: Letter | Document) -> str:
    """The letter as CommonMark with tables; a logo is left out."""
    return "\n\n".join(part for part in _parts(sheet(letter)) if part) + "\n"


def _parts(page: Sheet) -> Iterator[str]:
    head = (_details(page.details), _concept(page.concept))
    title = f"# {_line(page.title)}"
    if page.is_letter:
        yield _lines(page.sender)
        yield _details(page.contact)
        yield _lines((page.return_line,))
        yield from map(_lines, page.addressees)
        yield from (*head, title)
    else:
        yield from (title, *head)
    yield from map(_block, page.blocks)
    yield _lines(page.signature)
    yield _lines(page.footer)
    yield from map(_block, page.annex)


def _details(details: tuple[Detail, ...]) -> str:
    return "\n".join(f"- {_text(detail.label)}: {_line(detail.line)}" for detail in details)


def _concept(concept: Concept | None) -> str:
    if concept is None:
        return ""
    top = f"> **{_text(concept.heading)}**\n>\n> {_text(concept.explanation)}\n>\n"
    return top + "\n".join(f"> - {_start(_line(reason))}" for reason in concept.reasons)


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
        case Clauses(items=items):
            return "\n".join(map(_clause, items))
        case _:
            assert_never(block)


def _clause(clause: Clause) -> str:
    """A numbered part with what stands under it; only whole numbers are a mark that Markdown knows."""
    numbered = clause.mark.isdecimal()
    lead = f"{clause.mark}. " if numbered else "- "
    text = _line(clause.line)
    first = lead + (_start(text) if numbered else f"{_text(marked(clause))} {text}")
    below = "".join(f"\n\n{_block(block)}" for block in clause.below)
    return first + below.replace("\n", "\n" + " " * len(lead)).replace(" " * len(lead) + "\n", "\n")


def _lines(lines: tuple[Line, ...]) -> str:
    return "\\\n".join(_start(text) for text in map(_line, lines) if text)


def _line(line: Line) -> str:
    return "".join(_inline(inline) for inline in line).strip()


def _inline(inline: Text | Value) -> str:
    match inline:
        case Text(text=text, term=True):
            return f"*{_text(text)}*"
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
