"""What two letters say otherwise, paragraph by paragraph and word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import lines_of
from soco_rules.letters.tree import text_of

_WORD = re.compile(r"\S+\s*")
_ALIKE = 0.4
"""From this likeness on two paragraphs are one that was changed, else one went and another came."""


class Fate(StrEnum):
    """What became of some words or of a paragraph."""

    SAME = "gelijk"
    ADDED = "toegevoegd"
    DROPPED = "vervallen"
    CHANGED = "gewijzigd"


@dataclass(frozen=True, slots=True)
class Words:
    """Some words behind each other with one fate; never CHANGED."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A paragraph, an item of a list or a row of a table with what became of it; `sort` says in Dutch which it is."""

    fate: Fate
    sort: str
    words: tuple[Words, ...]


def difference(before: Letter, after: Letter) -> tuple[Changed, ...]:
    """Every paragraph of both letters in order, with its words; a letter that is the same has only SAME."""
    old, new = tuple(_parts(before)), tuple(_parts(after))
    return tuple(_changes(old, new))


def is_same(found: Sequence[Changed]) -> bool:
    """Whether the two letters say the same."""
    return all(each.fate is Fate.SAME for each in found)


Part = tuple[str, str]
"""What a paragraph is, and what it says."""


def _parts(letter: Letter) -> Iterator[Part]:
    yield "onderwerp", text_of(letter.subject).strip()
    for block in letter.blocks:
        for said in _rows(block):
            yield _sort(block), said
    for line in letter.signature.lines:
        yield "ondertekening", text_of(line).strip()


def _rows(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        rows: tuple[tuple[Line, ...], ...] = (block.header, *block.rows)
        yield from (" | ".join(text_of(cell).strip() for cell in row) for row in rows)
    else:
        yield from (text_of(line).strip() for line in lines_of(block))


def _sort(block: Block) -> str:
    match block:
        case Heading():
            return "kop"
        case Bullets():
            return "punt"
        case Table():
            return "rij"
        case _:
            return "alinea"


def _changes(old: Sequence[Part], new: Sequence[Part]) -> Iterator[Changed]:
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Changed(Fate.SAME, sort, (Words(Fate.SAME, text),)) for sort, text in new[j1:j2])
        else:
            yield from _replaced(list(old[i1:i2]), list(new[j1:j2]))


def _replaced(old: list[Part], new: list[Part]) -> Iterator[Changed]:
    """Paragraphs that look alike are one that was changed; they keep their order."""
    pair = max(
        ((_likeness(one, other), i, j) for i, one in enumerate(old) for j, other in enumerate(new)),
        default=(0.0, 0, 0),
    )
    likeness, i, j = pair
    if likeness < _ALIKE:
        yield from (_whole(Fate.DROPPED, part) for part in old)
        yield from (_whole(Fate.ADDED, part) for part in new)
        return
    yield from _replaced(old[:i], new[:j])
    yield Changed(Fate.CHANGED, new[j][0], tuple(_words(old[i][1], new[j][1])))
    yield from _replaced(old[i + 1 :], new[j + 1 :])


def _likeness(one: Part, other: Part) -> float:
    if one[0] != other[0]:
        return 0.0
    return difflib.SequenceMatcher(None, one[1].split(), other[1].split(), autojunk=False).ratio()


def _whole(fate: Fate, part: Part) -> Changed:
    return Changed(fate, part[0], (Words(fate, part[1]),))


def _words(before: str, after: str) -> Iterator[Words]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    bare = [word.strip() for word in old], [word.strip() for word in new]
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, *bare, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Words(Fate.SAME, "".join(new[j1:j2]))
            continue
        if i1 < i2:
            yield Words(Fate.DROPPED, "".join(old[i1:i2]))
        if j1 < j2:
            yield Words(Fate.ADDED, "".join(new[j1:j2]))
