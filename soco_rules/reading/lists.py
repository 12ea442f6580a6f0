"""A condition as it stands under a sentence: on one line, as a lettered list, or as a column of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import text_of
from soco_rules.model.expressions import And
from soco_rules.model.expressions import Applies
from soco_rules.model.expressions import Compare
from soco_rules.model.expressions import Expression
from soco_rules.model.expressions import OneOf
from soco_rules.model.expressions import Or
from soco_rules.reading.sentences import compared
from soco_rules.reading.sentences import on_its_own
from soco_rules.reading.words import Lexicon
from soco_rules.reading.words import line
from soco_rules.reading.words import without

LONG = 110
"""More characters than this on one line, and conditions become a list."""
_DEEPEST = 3
_IS = (" is gelijk aan ", " is ")
_ALL = "alle volgende voorwaarden"
_ANY = "ten minste een van de volgende voorwaarden"


@dataclass(frozen=True, slots=True)
class Stated:
    """A condition as it is printed: one line, or a list of which all or at least one must hold."""

    line: Line
    all_of: bool = True
    items: tuple[Stated, ...] = ()


def stated(condition: Expression, lexicon: Lexicon, depth: int = 0) -> Stated:
    """A condition as it is printed under an article: long and mixed ones as a list, to three levels deep."""
    words = on_its_own(condition, lexicon)
    match condition:
        case And(operands=operands) | Or(operands=operands) if depth < _DEEPEST and _asks_list(
            condition, operands, words
        ):
            items = tuple(stated(each, lexicon, depth + 1) for each in operands)
            return Stated(words, isinstance(condition, And), items)
        case _:
            return Stated(words)


def conditions(said: Stated, one: str, several: str) -> tuple[Line, tuple[Block, ...]]:
    """How a sentence ends in a condition, and the list that stands under it.

    `one` goes before a condition on the same line; `several` has `{}` where it says how many must hold.
    """
    if not said.items:
        return line(one, said.line, "."), ()
    return line(several.format(_ALL if said.all_of else _ANY), ":"), (_listed(said, 0),)


def column(part: Expression, lexicon: Lexicon) -> tuple[Line, Line] | None:
    """A condition as a column of a table and what stands in its cell; None where it is no comparison."""
    match part:
        case Compare(left=operand) | OneOf(operand=operand) | Applies(operand=operand):
            subject = compared(operand, lexicon)
        case _:
            return None
    whole = on_its_own(part, lexicon)
    said = text_of(whole)
    lead = next((lead for word in _IS if said.startswith(lead := text_of(subject) + word)), None)
    return None if lead is None else (subject, without(whole, len(lead)))


def marks(depth: int) -> Iterator[str]:
    """The marks of a list: a, b, c, then 1°, 2°, then i, ii."""
    number = 0
    while True:
        number += 1
        match depth:
            case 0:
                yield _letter(number)
            case 1:
                yield f"{number}°"
            case _:
                yield "i" * number if number < 4 else f"({number})"


def _asks_list(condition: Expression, operands: tuple[Expression, ...], words: Line) -> bool:
    mixed = any(isinstance(each, And | Or) and type(each) is not type(condition) for each in operands)
    return mixed or len(operands) > 2 or len(text_of(words)) > LONG


def _listed(said: Stated, depth: int, *, ends: bool = True) -> Clauses:
    """The list under a sentence; only its very last line ends the sentence."""
    last = len(said.items) - 1
    numbered = enumerate(zip(marks(depth), said.items, strict=False))
    return Clauses(
        tuple(_clause(mark, item, depth, ends=ends and number == last) for number, (mark, item) in numbered)
    )


def _clause(mark: str, said: Stated, depth: int, *, ends: bool) -> Clause:
    if not said.items:
        return Clause(mark, line(said.line, "." if ends else ";"))
    lead = line(f"aan {_ALL if said.all_of else _ANY} is voldaan:")
    return Clause(mark, lead, (_listed(said, depth + 1, ends=ends),))


def _letter(number: int) -> str:
    """From a to z, then aa, ab."""
    first, last = divmod(number - 1, 26)
    return (chr(96 + first) if first else "") + chr(97 + last)
