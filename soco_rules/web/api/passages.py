"""A text of articles as data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import text_of
from soco_rules.web.api.agreement_answers import Clause
from soco_rules.web.api.agreement_answers import Passage


def passages(blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """The blocks of a text, in reading order."""
    return tuple(map(_passage, blocks))


def _passage(block: Block) -> Passage:
    match block:
        case Heading():
            return Passage(heading=text_of(block.line), level=block.level)
        case Paragraph():
            return Passage(paragraph=text_of(block.line))
        case Bullets():
            return Passage(items=tuple(map(text_of, block.items)))
        case Table():
            return Passage(table=tuple(tuple(map(text_of, row)) for row in (block.header, *block.rows)))
        case Clauses():
            return Passage(
                clauses=tuple(
                    Clause(mark=each.mark, text=text_of(each.line), below=passages(each.below))
                    for each in block.items
                )
            )
        case _:
            assert_never(block)
