"""The annex of a letter on request: behind each paragraph and row a number, and in order what each number rests on."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import assert_never

from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import origins_of
from soco_rules.model.values import Kind
from soco_rules.model.values import spaced

TITLE = "Bijlage: waar deze brief op rust"
EXPLANATION = "In de brief staan nummers tussen haken. Hieronder staat bij elk nummer waar die zin of dat bedrag op rust."
ORIGIN = "herkomst"


def with_annex(letter: Letter) -> Letter:
    """The letter with its annex; a letter that rests on nothing stays as it is."""
    numbers = _Numbers()
    blocks = tuple(_numbered(block, numbers) for block in letter.blocks)
    if not numbers.found:
        return letter
    listed = Bullets(tuple(ground_in_words(origin) for origin in numbers.found), numbered=True)
    heading = Heading(2, (Text(TITLE),))
    return replace(letter, blocks=blocks, annex=(heading, Paragraph((Text(EXPLANATION),)), listed))


def ground_in_words(origin: Origin) -> Line:
    """What something rests on as one line: rule, articles, document, agreement version, and the facts."""
    parts = tuple(_parts(origin))
    first, *rest = parts
    return (*first, *(inline for part in rest for inline in (Text(" "), *part)))


def _parts(origin: Origin) -> Iterator[Line]:
    if origin.rule:
        yield (Text("Regel: "), _value(f"‘{origin.words or spaced(origin.rule)}’"), Text("."))
    elif origin.place and not origin.facts:
        yield (Text("Berekend volgens de regels."),)
    cited = (*origin.articles, *((origin.source,) if origin.source else ()))
    if cited:
        yield (Text("Dit rust op "), _value("; ".join(cited)), Text("."))
    if origin.version:
        yield (Text("Overeenkomst: "), _value(origin.version), Text("."))
    if origin.place:
        yield (Text("Plaats van de regel: "), _value(origin.place), Text("."))
    yield from ((_value(fact),) for fact in origin.facts)
    if origin == Origin():
        yield (Text("Zonder herkomst."),)


def _value(text: str) -> Value:
    return Value(text, ORIGIN, Kind.TEXT)


@dataclass(slots=True)
class _Numbers:
    """Each origin in the order in which the letter first rests on it; lives for one letter."""

    found: dict[Origin, int] = field(default_factory=dict)

    def behind(self, lines: Iterable[Line]) -> Line:
        numbers = sorted({self.found.setdefault(one, len(self.found) + 1) for one in origins_of(lines)})
        return (Text(f" [{', '.join(map(str, numbers))}]"),) if numbers else ()


def _numbered(block: Block, numbers: _Numbers) -> Block:
    match block:
        case Heading() | Clauses():
            return block
        case Paragraph(line=line):
            return replace(block, line=(*line, *numbers.behind((line,))))
        case Bullets(items=items):
            return replace(block, items=tuple((*item, *numbers.behind((item,))) for item in items))
        case Table(rows=rows):
            return replace(block, rows=tuple(_numbered_row(row, numbers) for row in rows))
        case _:
            assert_never(block)


def _numbered_row(row: tuple[Line, ...], numbers: _Numbers) -> tuple[Line, ...]:
    """The number stands behind what the row is about, so that amounts stay below each other."""
    first, *rest = row
    return ((*first, *numbers.behind(row)), *rest)
