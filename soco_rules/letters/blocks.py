"""The words of a template as the blocks of a letter: Markdown, of which a letter needs four things."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from soco_rules.letters.sandbox import GROUND
from soco_rules.letters.sandbox import TOKEN
from soco_rules.letters.sandbox import Rendered
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Inline
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text

_LETTER = MarkdownIt("zero").enable(["heading", "list", "table", "newline"])
_EVERYTHING = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")

_ALLOWED_BLOCKS = frozenset({"heading", "paragraph", "bullet_list", "ordered_list", "list_item", "inline"})
_TABLE = frozenset({"table", "thead", "tbody", "tr", "th", "td"})
_IN_DUTCH = {
    "em": "nadruk met * of _",
    "strong": "nadruk met ** of __",
    "s": "doorhalen met ~~",
    "link": "een link",
    "image": "een afbeelding",
    "code_inline": "tekst tussen schuine aanhalingstekens (`)",
    "code_block": "ingesprongen tekst",
    "fence": "een blok tussen ``` of ~~~",
    "html_inline": "HTML",
    "html_block": "HTML",
    "blockquote": "een citaat met >",
    "hr": "een lijn",
    "hardbreak": "een harde regelovergang",
    "text_special": "een teken met \\ of &",
}
_LAST_LEVEL = 3


def blocks(rendered: Rendered) -> tuple[Block, ...]:
    """The blocks of a letter, in which every token is its value again."""
    tokens = _LETTER.parse(rendered.text)
    return tuple(_blocks(tokens, rendered))


def strange_markup(text: str) -> Iterator[tuple[int, str]]:
    """The line and the Dutch name of all Markdown in `text` that a letter does not have."""
    line, level = 1, 1  # a part that is included starts below the subject
    for token in _EVERYTHING.parse(text):
        line = token.map[0] + 1 if token.map else line
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind not in _ALLOWED_BLOCKS | _TABLE:
            yield line, _IN_DUTCH.get(kind, "deze opmaak")
        if token.type == "heading_open":
            now = int(token.tag[1:])
            if token.markup[:1] != "#":
                yield line, "een kop met een streep eronder"
            elif now > min(level + 1, _LAST_LEVEL):
                yield line, f"een kop met {now} hekjes op deze plaats"
            level = now
        if token.type in {"bullet_list_open", "ordered_list_open"} and token.level > 0:
            yield line, "een lijst in een lijst"
        if token.type == "paragraph_open" and token.level > 0 and not token.hidden:
            yield line, "een lijst met witregels tussen de punten"
        yield from ((line, name) for name in _strange_inline(token.children or ()))


def _strange_inline(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        kind = child.type.removesuffix("_open")
        if kind in _IN_DUTCH:
            yield _IN_DUTCH[kind]


def _blocks(tokens: Sequence[Token], rendered: Rendered) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        end = _end(tokens, at)
        inside = tokens[at + 1 : end]
        match tokens[at].type:
            case "heading_open":
                yield Heading(int(tokens[at].tag[1:]), _line(inside[0], rendered))
            case "paragraph_open":
                yield Paragraph(_line(inside[0], rendered))
            case "bullet_list_open":
                yield Bullets(_items(inside, rendered))
            case "ordered_list_open":
                yield Bullets(_items(inside, rendered), numbered=True)
            case "table_open":
                yield _table(inside, rendered)
            case _:
                pass
        at = end + 1


def _end(tokens: Sequence[Token], at: int) -> int:
    depth = 0
    for index in range(at, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1


def _items(tokens: Sequence[Token], rendered: Rendered) -> tuple[Line, ...]:
    starts = [index for index, token in enumerate(tokens) if token.type == "list_item_open"]
    return tuple(_joined(tokens[start:end], rendered) for start, end in pairwise([*starts, len(tokens)]))


def _joined(tokens: Sequence[Token], rendered: Rendered) -> Line:
    line: list[Inline] = []
    for token in tokens:
        if token.type == "inline":
            line += [Text(" "), *_line(token, rendered)] if line else _line(token, rendered)
    return tuple(line)


def _table(tokens: Sequence[Token], rendered: Rendered) -> Table:
    rows: list[list[Line]] = []
    right: list[bool] = []
    for before, token in pairwise(tokens):
        if before.type == "tr_open":
            rows.append([])
        if token.type == "inline":
            rows[-1].append(_line(token, rendered))
            if len(rows) == 1:
                right.append("right" in str(before.attrGet("style") or ""))
    return Table(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]), tuple(right))


def _line(token: Token, rendered: Rendered) -> Line:
    text = "".join(" " if child.type == "softbreak" else child.content for child in token.children or ())
    return tuple(_inlines(text, rendered))


def _inlines(text: str, rendered: Rendered) -> Iterator[Inline]:
    """A value that ends with a full stop, such as a name with `U.A.`, ends the sentence: the next stop goes."""
    at, ended = 0, False
    for token in TOKEN.finditer(text):
        value = rendered.value_of(token[0])
        at += ended and text.startswith(".", at)
        if token.start() > at:
            yield Text(text[at : token.start()], value.origins if value.kind == GROUND else ())
            ended = False
        if value.kind != GROUND:
            yield value
            ended = value.text.endswith(".")
        at = token.end()
    at += ended and text.startswith(".", at)
    if at < len(text):
        yield Text(text[at:])
