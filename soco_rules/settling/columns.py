"""Which column means what: by the name of a fact, by a word of the form, or as somebody said before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from enum import StrEnum

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import nearest
from soco_rules.model.agreement import Fact
from soco_rules.model.called import judge
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Columns
from soco_rules.settling.asked import Asked
from soco_rules.settling.cells import text_of
from soco_rules.settling.sheets import Row
from soco_rules.settling.sheets import Sheet
from soco_rules.settling.sheets import letter
from soco_rules.settling.sheets import plain
from soco_rules.settling.sheets import same


class Word(StrEnum):
    """What a column can be besides a fact."""

    NUMBER = "lidnummer"
    NAME = "naam"
    MONTH = "maand"
    ROLE = "rol"
    MARK = "factuurregel"
    SKIP = "overslaan"


WHO = frozenset({Word.NUMBER, Word.NAME})
_ALSO = {
    "lidnr": Word.NUMBER,
    "lidnr.": Word.NUMBER,
    "nummer": Word.NUMBER,
    "naam lid": Word.NAME,
    "lid": Word.NAME,
    "persoon": Word.ROLE,
    "factuur": Word.MARK,
    "factuurnummer": Word.MARK,
}
_EURO = re.compile(r"\s*(?:\(\s*(?:€|euro|eur)\s*\)|in euro|€)$")
FIRST_ROWS = 20
"""Where the headings are looked for: above them a file often has a title."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds: a word of the form or a fact."""

    word: Word | None = None
    fact: Fact | None = None

    @property
    def said(self) -> str:
        """As it is written behind --kolom."""
        return self.word if self.word is not None else self.fact.name if self.fact is not None else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of which is known what its columns mean. `headings` are their texts, as their reader saw them."""

    sheet: Sheet
    header: Row
    meanings: Mapping[int, Meaning]
    headings: Mapping[int, str]

    @property
    def of_lines(self) -> bool:
        """Whether each row is an invoice line; else it is a member in this month."""
        return any(meaning.word is Word.MARK for meaning in self.meanings.values())

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows under the headings."""
        return tuple(row for row in self.sheet.rows if row.number > self.header.number)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every heading that is known, by `same`: what is said now, then what is remembered, then facts and words."""

    asked: Asked
    remembered: Mapping[str, str]
    said_now: Mapping[str, str] = field(default_factory=dict)

    def of(self, heading: str) -> Meaning | None:
        """What a heading means, or None."""
        key = same(heading)
        said = self.said_now.get(key, self.remembered.get(key))
        return self.named(said) if said is not None else self._known(key) or self._known(_EURO.sub("", key))

    def named(self, name: str) -> Meaning | None:
        """What is named behind --kolom."""
        return self._known(same(name))

    def count(self, cells: tuple[str, ...]) -> int:
        """How many of some cells are known headings."""
        return sum(self.of(cell) is not None for cell in cells)

    def names(self) -> tuple[str, ...]:
        """Everything that a column can be."""
        return (*Word, *self.asked.monthly, *self.asked.lines)

    def _known(self, key: str) -> Meaning | None:
        for facts in (self.asked.monthly, self.asked.lines):
            for name, fact in facts.items():
                if same(name) == key:
                    return Meaning(fact=fact)
        word = next((word for word in Word if word == key), _ALSO.get(key))
        return Meaning(word=word) if word is not None else None


def remembered_of(book: Book) -> dict[str, str]:
    """What columns of earlier files meant, as somebody said then."""
    found: dict[str, str] = {}
    for entry in book.entries:
        if isinstance(entry.content, Columns):
            found |= entry.content.by_heading
    return found


def said_columns(
    said: Iterable[tuple[str, str]], vocabulary: Vocabulary
) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """What --kolom says, by heading, with a finding for each name that no column can be."""
    found: dict[str, str] = {}
    findings: list[Diagnostic] = []
    for heading, name in said:
        meaning = vocabulary.named(name)
        if meaning is None:
            remedy = did_you_mean(name, vocabulary.names(), otherwise=_choices(vocabulary))
            message = f"'{name}' achter --kolom is geen gegeven van de maandafrekening"
            findings.append(finding("invoer-kolom", Span("--kolom"), message, remedy=remedy))
        else:
            found[same(heading)] = meaning.said
    return found, tuple(findings)


def table_of(sheet: Sheet, vocabulary: Vocabulary) -> tuple[Table | None, tuple[Diagnostic, ...]]:
    """What the columns of a sheet mean, with a finding for each that is unknown, double or of another kind of row."""
    header = next((row for row in sheet.rows[:FIRST_ROWS] if _is_header(row, vocabulary)), None)
    if header is None:
        message = f"'{sheet.label}' heeft geen rij met koppen waarin lidnummer of naam staat"
        return None, (finding("invoer-koppen", sheet.place(), message),)
    headings = {column: plain(text_of(cell)) for column, cell in header.cells.items()}
    known = {column: vocabulary.of(heading) for column, heading in headings.items()}
    meanings = {column: meaning for column, meaning in known.items() if meaning is not None}
    table = Table(sheet, header, meanings, headings)
    unknown = (
        _unknown(sheet, header, column, headings[column], vocabulary)
        for column, meaning in known.items()
        if meaning is None
    )
    found = (*unknown, *_double(table), *_of_another_kind(table, vocabulary.asked))
    _, fitting = _kind_of(table, vocabulary.asked)
    fit = {
        column: meaning
        for column, meaning in meanings.items()
        if meaning.fact is None or meaning.fact.name in fitting
    }
    return replace(table, meanings=fit), found


def unused_columns(file: str, tables: Iterable[Table], vocabulary: Vocabulary) -> Iterable[Diagnostic]:
    """What --kolom says of a heading that the file does not have."""
    headings = {same(heading): heading for table in tables for heading in table.headings.values()}
    for key in vocabulary.said_now:
        if key not in headings:
            near = nearest(key, headings)
            remedy = f"Bedoelde u '{headings[near]}'?" if near else ""
            message = f"--kolom noemt '{key}', en die kop staat niet in het bestand"
            yield finding("invoer-kolom", Span(file), message, remedy=remedy)


def _is_header(row: Row, vocabulary: Vocabulary) -> bool:
    texts = [cell.raw for cell in row.cells.values() if isinstance(cell.raw, str)]
    meanings = [vocabulary.of(text) for text in texts]
    return len(texts) > 1 and any(meaning is not None and meaning.word in WHO for meaning in meanings)


def _unknown(sheet: Sheet, header: Row, column: int, heading: str, vocabulary: Vocabulary) -> Diagnostic:
    stack = vocabulary.asked.compiled.stack
    name = same(heading).replace(" ", "_")
    fact = stack.facts.get(name)
    how = f'--kolom "{heading}=NAAM", of --kolom "{heading}={Word.SKIP}" om de kolom niet te lezen'
    if fact is not None and fact.judged_by is not None:
        message = f"'{heading}' is een oordeel van {judge(fact.judged_by)} en komt niet uit een bestand"
        remedy = f'gebruik --kolom "{heading}={Word.SKIP}" om de kolom niet te lezen'
    elif name in stack.concepts:
        message = f"'{heading}' wordt door de regels berekend en is niet op te geven"
        remedy = f'gebruik --kolom "{heading}={Word.SKIP}" om de kolom niet te lezen'
    else:
        message = f"de kolom '{heading}' is onbekend"
        near = did_you_mean(name, vocabulary.names(), otherwise="")
        remedy = f"{near} Gebruik {how}".strip() if near else f"gebruik {how}"
    return sheet.find("invoer-kolom", header.number, column, message, remedy=remedy)


def _double(table: Table) -> Iterable[Diagnostic]:
    first: dict[str, int] = {}
    for column, meaning in sorted(table.meanings.items()):
        if meaning.word is Word.SKIP:
            continue
        if meaning.said in first:
            message = (
                f"de kolommen {letter(first[meaning.said])} en {letter(column)} zijn allebei '{meaning.said}'"
            )
            remedy = f'zeg met --kolom "{table.headings[column]}={Word.SKIP}" welke kolom niet telt'
            yield table.sheet.find("invoer-kolom", table.header.number, column, message, remedy=remedy)
        first.setdefault(meaning.said, column)


def _kind_of(table: Table, asked: Asked) -> tuple[str, Mapping[str, Fact]]:
    """What a row is about, with the facts that it can give."""
    return ("een factuurregel", asked.lines) if table.of_lines else ("een maand", asked.monthly)


def _of_another_kind(table: Table, asked: Asked) -> Iterable[Diagnostic]:
    kind, fitting = _kind_of(table, asked)
    for column, meaning in sorted(table.meanings.items()):
        if meaning.fact is not None and meaning.fact.name not in fitting:
            message = f"'{table.headings[column]}' hoort niet bij {kind}"
            remedy = (
                "zet gegevens over de hele maand in een ander bestand of op een ander blad"
                if table.of_lines
                else f"zet het kenmerk van de factuurregel in een kolom '{Word.MARK}'"
            )
            yield table.sheet.find("invoer-kolom", table.header.number, column, message, remedy=remedy)


def _choices(vocabulary: Vocabulary) -> str:
    return f"Kies uit {', '.join(vocabulary.names())}."
