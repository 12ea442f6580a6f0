"""The headings of a file, and those of which nobody knows yet what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.settling.cells import text_of
from soco_rules.settling.columns import FIRST_ROWS
from soco_rules.settling.columns import Vocabulary
from soco_rules.settling.columns import Word
from soco_rules.settling.columns import table_of
from soco_rules.settling.intake import Opened
from soco_rules.settling.sheets import Row
from soco_rules.settling.sheets import Sheet
from soco_rules.settling.sheets import plain
from soco_rules.settling.sheets import same


@dataclass(frozen=True, slots=True)
class Headings:
    """Every heading of a file as it stands there; `open` are those that are unknown, or mean what another means."""

    every: tuple[str, ...]
    open: tuple[str, ...]


def headings_of(content: Opened, vocabulary: Vocabulary) -> Headings:
    """The headings of the sheets that are read, each text once.

    Where no row has headings that are known, they are taken from the row that looks most like one.
    """
    every: dict[str, str] = {}
    unknown: dict[str, str] = {}
    for sheet in (each.sheet for each in content.sheets if each.sheet.rows):
        seen: set[str] = set()
        for heading in _headings(sheet, vocabulary):
            every.setdefault(same(heading), heading)
            meaning = vocabulary.of(heading)
            is_double = meaning is not None and meaning.word is not Word.SKIP and meaning.said in seen
            if meaning is None or is_double:
                unknown.setdefault(same(heading), heading)
            else:
                seen.add(meaning.said)
    return Headings(tuple(every.values()), tuple(unknown.values()))


def _headings(sheet: Sheet, vocabulary: Vocabulary) -> Iterator[str]:
    table, _ = table_of(sheet, vocabulary)
    row = table.header if table else max(sheet.rows[:FIRST_ROWS], key=_texts)
    for _, cell in sorted(row.cells.items()):
        if heading := plain(text_of(cell)):
            yield heading


def _texts(row: Row) -> int:
    return sum(isinstance(cell.raw, str) for cell in row.cells.values())
