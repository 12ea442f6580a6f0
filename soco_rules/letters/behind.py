"""A letter beside what each of its sentences and values rests on, for the lawyer who reads it before it is sent.

What rests on the same thing has the same number throughout the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise
from typing import assert_never

from soco_rules.letters.grounds import origin_of
from soco_rules.letters.grounds import origin_of_fact
from soco_rules.letters.grounds import origin_of_fallen
from soco_rules.letters.grounds import origin_of_term
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Inline
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.model.decision import Decision
from soco_rules.model.decision import UsedAssumption
from soco_rules.model.values import spaced

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_FROM_ELSEWHERE = {
    "brief": "uit de gegevens voor de brief",
    "geadresseerden": "uit de gegevens voor de brief",
    "aansprekingen": "uit de gegevens voor de brief",
    "personen": "uit de gegevens voor de brief",
    "vertegenwoordigers": "uit de gegevens voor de brief",
    "procedure": "een dag van de procedure, uit het dossier",
    "vaststelling": "uit de vaststelling",
}
"""Where a value without an origin of its own comes from, by the first part of its name."""
_FROM_THE_DECISION = "uit het besluit zelf"


@dataclass(frozen=True, slots=True)
class Behind:
    """Something that words rest on. `what` says in Dutch what it is; `number` is its number in this letter.

    `facts` are sentences; `assumptions` are those that the decision made on the way to it.
    """

    number: int
    what: str
    origin: Origin
    assumptions: tuple[UsedAssumption, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that rest on the same; a value stands apart from the template's own words. `marks` are shown behind it."""

    text: str
    is_value: bool
    marks: tuple[int, ...] = ()


_Known = tuple[str, tuple[UsedAssumption, ...]]
"""What something is, and the assumptions behind it."""
Sentence = tuple[Piece, ...]
Lines = tuple[Sentence, ...]


class Form(StrEnum):
    """How a passage is written."""

    HEADING = "kop"
    PARAGRAPH = "alinea"
    LIST = "lijst"
    NUMBERED = "genummerd"
    TABLE = "tabel"


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of a letter with all that it rests on; of a table `lines` has the rows one cell after another.

    `first` has the numbers that the letter has not met before. A passage that rests on nothing consists of the
    template's own words.
    """

    form: Form
    lines: tuple[Lines, ...]
    behind: tuple[Behind, ...]
    first: frozenset[int] = frozenset()
    level: int = 0
    columns: int = 0

    @property
    def header(self) -> tuple[Lines, ...]:
        """The cells above a table."""
        return self.lines[: self.columns]

    @property
    def rows(self) -> tuple[tuple[Lines, ...], ...]:
        """The rows of a table."""
        cells = self.lines[self.columns :]
        return tuple(
            cells[at : at + self.columns] for at in range(0, len(cells), self.columns) if self.columns
        )


def passages(letter: Letter, decision: Decision) -> tuple[Passage, ...]:
    """The subject and the body of a letter of this decision, in reading order."""
    numbers = _Numbers(dict(_known(decision)))
    subject = Heading(1, letter.subject)
    return tuple(_passage(block, numbers) for block in (subject, *letter.blocks))


@dataclass(slots=True)
class _Numbers:
    """What was met so far, in the order of the letter; lives for one letter."""

    known: Mapping[Origin, _Known]
    found: dict[Origin | str, Behind] = field(default_factory=dict)

    def of(self, inline: Inline) -> tuple[Behind, ...]:
        if inline.origins:
            return tuple(self._of_origin(origin) for origin in dict.fromkeys(inline.origins))
        if isinstance(inline, Value) and inline.text.strip():
            return (self._of_name(inline.name),)
        return ()

    def _of_origin(self, origin: Origin) -> Behind:
        if origin not in self.found:
            what, assumptions = self.known.get(origin) or _otherwise(origin)
            self.found[origin] = Behind(len(self.found) + 1, what, origin, assumptions)
        return self.found[origin]

    def _of_name(self, name: str) -> Behind:
        if name not in self.found:
            self.found[name] = Behind(len(self.found) + 1, _where(name), Origin())
        return self.found[name]


def _where(name: str) -> str:
    """Where a value without an origin of its own comes from, by its name in the template."""
    first, _, rest = name.partition(".")
    if first == "feiten" and "." in rest:
        fact, _, part = rest.rpartition(".")
        return f"{spaced(part)} bij het gegeven ‘{spaced(fact)}’"
    return f"‘{spaced(name.rpartition('.')[2])}’, {_FROM_ELSEWHERE.get(first, _FROM_THE_DECISION)}"


def _known(decision: Decision) -> Iterator[tuple[Origin, _Known]]:
    """What each thing under a decision is, and the assumptions behind it, by the origin that a letter has of it."""
    for fact in decision.facts:
        whose = f" ({fact.role})" if fact.role else ""
        what = f"{_sort(fact.origin)} ‘{fact.question or spaced(fact.name)}’{whose}"
        yield origin_of_fact(decision, fact), (what, _assumed(decision, {fact.name}))
    for term in decision.terms:
        what = f"{spaced(term.origin)} ‘{decision.called(term.name)}’"
        yield origin_of_term(decision, term), (what, _assumed(decision, {term.name}))
    for ground in decision.grounds:
        names = {ground.rule, ground.concept, *ground.facts, *ground.terms}
        concept, origin = decision.called(ground.concept), origin_of(decision, ground)
        what = f"{origin.said} ({concept})" if ground.rule else f"berekening van ‘{concept}’"
        yield origin, (what, _assumed(decision, names))
    for rule in decision.fallen_rules:
        origin = origin_of_fallen(rule)
        what = f"{origin.said}, die niet geldt ({decision.called(rule.concept)})"
        yield origin, (what, _assumed(decision, {rule.rule}))


def _otherwise(origin: Origin) -> _Known:
    if origin.said:
        return origin.said, ()
    return ("wet" if origin.articles else "de persoon die vaststelt"), ()


def _sort(origin: str) -> str:
    return "oordeel over" if origin == "oordeel" else "gegeven"


def _assumed(decision: Decision, names: set[str | None]) -> tuple[UsedAssumption, ...]:
    return tuple(each for each in decision.assumptions if each.name in names)


def _passage(block: Block, numbers: _Numbers) -> Passage:
    match block:
        case Heading(level=level, line=line):
            return _of(Form.HEADING, (line,), numbers, level=level)
        case Paragraph(line=line):
            return _of(Form.PARAGRAPH, (line,), numbers)
        case Bullets(items=items, numbered=numbered):
            return _of(Form.NUMBERED if numbered else Form.LIST, items, numbers)
        case Table(header=header, rows=rows):
            cells = (*header, *(cell for row in rows for cell in row))
            return _of(Form.TABLE, cells, numbers, columns=len(header))
        case Clauses():
            raise AssertionError("a letter has no numbered clauses; only a document does")
        case _:
            assert_never(block)


def _of(form: Form, lines: Iterable[Line], numbers: _Numbers, *, level: int = 0, columns: int = 0) -> Passage:
    behind: dict[int, Behind] = {}
    written, known = [], len(numbers.found)
    for line in lines:
        for inline in line:
            behind |= {each.number: each for each in numbers.of(inline)}
        written.append(tuple(_sentences(line, numbers)))
    return Passage(
        form,
        tuple(written),
        tuple(behind.values()),
        frozenset(number for number in behind if number > known),
        level,
        columns,
    )


def _sentences(line: Line, numbers: _Numbers) -> Iterator[Sentence]:
    """The line cut behind the full stops of the template; a value is never cut."""
    sentence: list[Piece] = []
    for inline in line:
        marks = tuple(each.number for each in numbers.of(inline))
        if isinstance(inline, Value):
            sentence.append(Piece(inline.text, is_value=True, marks=marks))
            continue
        *ended, last = _cut(inline)
        for text in ended:
            sentence.append(Piece(text, is_value=False, marks=marks))
            yield _told_once(sentence)
            sentence = []
        sentence.append(Piece(last, is_value=False, marks=marks))
    if any(piece.text.strip() for piece in sentence):
        yield _told_once(sentence)


def _cut(text: Text) -> list[str]:
    """The sentences of some words, without the space between them."""
    return _SENTENCE_END.split(text.text)


def _told_once(sentence: list[Piece]) -> Sentence:
    """Where pieces behind each other rest on the same, only the last of them says so."""
    pieces = [piece for piece in sentence if piece.text]
    marked = [piece for piece in pieces if piece.marks]
    again = {id(one) for one, other in pairwise(marked) if one.marks == other.marks}
    return tuple(replace(piece, marks=()) if id(piece) in again else piece for piece in pieces)
