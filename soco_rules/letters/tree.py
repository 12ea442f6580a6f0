"""A letter as a tree: words of the template are Text, everything that comes from a decision is a Value.

A Value is never markup: whoever writes the tree out escapes it. It keeps the name, the kind and the rules it came
from, so that a reviewer sees behind each sentence where it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field

from soco_rules.model.house_style import PLAIN
from soco_rules.model.house_style import HouseStyle
from soco_rules.model.values import spaced


@dataclass(frozen=True, slots=True)
class Origin:
    """What gave a value: the rule, its legal articles, its document and its place in the rule files.

    `version` is the agreement version that it was taken from; `facts` are the facts and agreed points that it used,
    each as one Dutch sentence with who supplied it. `words` is what the rule says in the words of its file.
    """

    rule: str | None = None
    articles: tuple[str, ...] = ()
    source: str | None = None
    place: str | None = None
    version: str | None = None
    facts: tuple[str, ...] = ()
    words: str | None = None

    def __str__(self) -> str:
        return "; ".join(part for part in (self.said, *self.articles, self.source, self.place) if part)

    @property
    def said(self) -> str | None:
        """The rule in its own words; without words its name."""
        if self.rule is None:
            return None
        return f"regel ‘{self.words or spaced(self.rule)}’"


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the template itself; `origins` are those of the choice under which they are printed.

    A `term` is a word that the document itself explains, and is set apart from the words around it. `to` is the
    `anchor` of the heading that the words lead to, in the same document.
    """

    text: str
    origins: tuple[Origin, ...] = ()
    term: bool = False
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """Something from the decision, in Dutch, such as `€ 1.419,46`; `kind` is its `soort`."""

    text: str
    name: str
    kind: str
    origins: tuple[Origin, ...] = ()


Inline = Text | Value
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the subject of the letter is level 1 and not among the blocks. `anchor` is unique in a document."""

    level: int
    line: Line
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a `note` tells where something rests on and is smaller than the text itself."""

    line: Line
    note: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, numbered or not, of one line per item."""

    items: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `to_the_right` tells of each column whether it is aligned as numbers are."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    to_the_right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered part of an article: its mark (`1`, `a`, `1°`), what it says, and what stands under it."""

    mark: str
    line: Line
    below: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Clauses:
    """The parts of an article, or the conditions under one of them; each keeps its own mark in every form."""

    items: tuple[Clause, ...]


Block = Heading | Paragraph | Bullets | Table | Clauses


@dataclass(frozen=True, slots=True)
class Address:
    """Name and address, a line each."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """One line of the letter head, such as the reference."""

    label: str
    line: Line


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, a line each; of a concept the last line says that nobody has signed."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. With `concept` reasons every page says CONCEPT; without them the letter is final.

    `day` is the day number on the document: of the adoption, else of the decision. `annex` is what `with_annex` adds.
    """

    sender: Address
    addressees: tuple[Address, ...]
    details: tuple[Detail, ...]
    subject: Line
    blocks: tuple[Block, ...]
    signature: Signature
    day: int
    concept: tuple[Line, ...] = field(default=())
    style: HouseStyle = PLAIN
    annex: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text that is no letter, such as an agreement to read; `concept` and `day` mean what they do in a Letter."""

    title: Line
    details: tuple[Detail, ...]
    blocks: tuple[Block, ...]
    day: int
    concept: tuple[Line, ...] = ()
    style: HouseStyle = PLAIN


CONCEPT_HEADING = "Concept: dit is nog geen besluit"
CONCEPT_EXPLANATION = "Aan deze brief kan niemand rechten ontlenen. Dit is de reden:"
DOCUMENT_CONCEPT_HEADING = "Concept: deze tekst is niet vastgesteld"
DOCUMENT_CONCEPT_EXPLANATION = "Aan deze tekst kan niemand rechten ontlenen. Dit is de reden:"

_LINE_END = re.compile(r"\r\n|[\r\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text with one kind of line end, and a visible mark for what no document can hold."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _LINE_END.sub("\n", text))


def text_of(line: Line) -> str:
    """What a line says, without what sets a part of it apart."""
    return "".join(inline.text for inline in line)


def lines_of(block: Block) -> Iterator[Line]:
    """All lines of a block in reading order."""
    match block:
        case Heading(line=line) | Paragraph(line=line):
            yield line
        case Bullets(items=items):
            yield from items
        case Clauses(items=clauses):
            for clause in clauses:
                yield clause.line
                for inner in clause.below:
                    yield from lines_of(inner)
        case Table(header=header, rows=rows):
            yield from header
            for row in rows:
                yield from row


def origins_of(lines: Iterable[Line]) -> tuple[Origin, ...]:
    """What some lines rest on, each once, in reading order."""
    return tuple(dict.fromkeys(origin for line in lines for inline in line for origin in inline.origins))
