"""What every form writes of a letter or document, in reading order: one answer, so that all hold the same words."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from typing import assert_never

from soco_rules.letters.tree import CONCEPT_EXPLANATION
from soco_rules.letters.tree import CONCEPT_HEADING
from soco_rules.letters.tree import DOCUMENT_CONCEPT_EXPLANATION
from soco_rules.letters.tree import DOCUMENT_CONCEPT_HEADING
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Detail
from soco_rules.letters.tree import Document
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Inline
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import clean
from soco_rules.letters.tree import lines_of
from soco_rules.letters.tree import text_of
from soco_rules.model.house_style import HouseStyle

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
LONGEST_TITLE = 200
RETURN_TO = "Retouradres: "
NO_SUBJECT = "Zonder onderwerp"
ALL_REASONS = "Waarom deze brief een concept is"
MOST_REASONS = 5
"""How many reasons stand before the subject of a concept."""


@dataclass(frozen=True, slots=True)
class Concept:
    """That this is a concept, what that means, and why."""

    heading: str
    explanation: str
    reasons: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The parts in reading order; what a document or house style does not have is empty. `day` and `style` as given."""

    sender: tuple[Line, ...]
    contact: tuple[Detail, ...]
    return_line: Line
    addressees: tuple[tuple[Line, ...], ...]
    details: tuple[Detail, ...]
    concept: Concept | None
    title: Line
    blocks: tuple[Block, ...]
    signature: tuple[Line, ...]
    footer: tuple[Line, ...]
    annex: tuple[Block, ...]
    day: int
    style: HouseStyle
    is_letter: bool


def sheet(written: Letter | Document) -> Sheet:
    """The parts of a letter or document, in which no level of heading is skipped and every text can be written."""
    assert _COLOUR.fullmatch(written.style.accent), "a house style is checked when it is read"
    match written:
        case Letter():
            return _of_letter(written)
        case Document():
            return _of_document(written)
        case _:
            assert_never(written)


def plain(line: Line) -> str:
    """The words of a line, without the space around them."""
    return text_of(line).strip()


def browser_title(page: Sheet) -> str:
    """What a window and the list of open documents show: that it is a concept, and the subject."""
    title = textwrap.shorten(plain(page.title), LONGEST_TITLE, placeholder=" …")
    return f"Concept: {title}" if page.concept else title


def marked(clause: Clause) -> str:
    """The mark of a clause as it is printed, such as `1.`, `a.` or `1°`."""
    return clause.mark if clause.mark.endswith(("°", ".")) else f"{clause.mark}."


def lines_on(page: Sheet) -> Iterator[Line]:
    """All words on it in reading order."""
    yield from page.sender
    yield from _told(page.contact)
    yield page.return_line
    for address in page.addressees:
        yield from address
    yield from _told(page.details)
    if page.concept:
        yield (Text(page.concept.heading),)
        yield (Text(page.concept.explanation),)
        yield from page.concept.reasons
    yield page.title
    yield from (line for block in page.blocks for line in lines_of(block))
    yield from page.signature
    yield from page.footer
    yield from (line for block in page.annex for line in lines_of(block))


def _told(details: tuple[Detail, ...]) -> Iterator[Line]:
    for detail in details:
        yield (Text(f"{detail.label}: "), *detail.line)


def isolated(text: str) -> str:
    """The text with its direction kept to itself, as `bdi` does in HTML; the same text where it goes left to right."""
    return f"\u2068{text}\u2069" if _FROM_RIGHT.search(text) else text


def anchors(page: Sheet) -> frozenset[str]:
    """The headings that words can lead to."""
    blocks = (*page.blocks, *page.annex)
    return frozenset(block.anchor for block in blocks if isinstance(block, Heading) and block.anchor)


def _of_letter(letter: Letter) -> Sheet:
    return Sheet(
        sender=_lines(letter.sender.lines),
        contact=_contact(letter),
        return_line=_return_line(letter.style),
        addressees=tuple(_lines(address.lines) for address in letter.addressees),
        details=_details(letter.details),
        concept=_concept(CONCEPT_HEADING, CONCEPT_EXPLANATION, _first_reasons(letter.concept)),
        title=_title(letter.subject),
        blocks=_blocks(letter.blocks),
        signature=_lines(letter.signature.lines),
        footer=tuple(_from_style("voettekst", text) for text in letter.style.footer),
        annex=_blocks((*letter.annex, *_all_reasons(letter.concept))),
        day=letter.day,
        style=letter.style,
        is_letter=True,
    )


def _of_document(document: Document) -> Sheet:
    return Sheet(
        sender=(),
        contact=(),
        return_line=(),
        addressees=(),
        details=_details(document.details),
        concept=_concept(DOCUMENT_CONCEPT_HEADING, DOCUMENT_CONCEPT_EXPLANATION, document.concept),
        title=_title(document.title),
        blocks=_blocks(document.blocks),
        signature=(),
        footer=tuple(_from_style("voettekst", text) for text in document.style.footer),
        annex=(),
        day=document.day,
        style=document.style,
        is_letter=False,
    )


def _title(line: Line) -> Line:
    return _line(line) if plain(line) else (Text(NO_SUBJECT),)


def _concept(heading: str, explanation: str, reasons: tuple[Line, ...]) -> Concept | None:
    return Concept(heading, explanation, _lines(reasons)) if reasons else None


def _first_reasons(reasons: tuple[Line, ...]) -> tuple[Line, ...]:
    """So many that the decision stays on the first page."""
    if len(reasons) <= MOST_REASONS:
        return reasons
    first = reasons[:MOST_REASONS]
    return (*first, (Text(f"Alle {len(reasons)} redenen staan achter deze brief."),))


def _all_reasons(reasons: tuple[Line, ...]) -> tuple[Block, ...]:
    if len(reasons) <= MOST_REASONS:
        return ()
    return (Heading(2, (Text(ALL_REASONS),)), Bullets(reasons))


def _contact(letter: Letter) -> tuple[Detail, ...]:
    """How to reach the sender; what the letter head itself says, such as the number of the handler, goes first."""
    style = letter.style
    said = {detail.label for detail in letter.details}
    known = (
        ("Telefoon", "telefoon", style.phone),
        ("Website", "website", style.website),
        ("Antwoordnummer", "antwoordnummer", style.return_number),
    )
    return tuple(
        Detail(label, _from_style(name, text)) for label, name, text in known if text and label not in said
    )


def _return_line(style: HouseStyle) -> Line:
    if not style.return_address:
        return ()
    return (Text(RETURN_TO), *_from_style("retouradres", ", ".join(style.return_address)))


def _from_style(name: str, text: str) -> Line:
    return (Value(clean(text), f"huisstijl.{name}", "tekst"),)


def _details(details: tuple[Detail, ...]) -> tuple[Detail, ...]:
    return tuple(Detail(clean(detail.label), _line(detail.line)) for detail in details)


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(_levelled(map(_block, blocks)))


def _levelled(blocks: Iterator[Block]) -> Iterator[Block]:
    """Below the title each heading says something, at most one level deeper than the one before it."""
    before = 1
    for block in blocks:
        if isinstance(block, Heading) and not plain(block.line):
            continue
        if isinstance(block, Heading):
            before = min(max(block.level, 2), before + 1)
            yield replace(block, level=before)
        else:
            yield block


def _block(block: Block) -> Block:
    match block:
        case Heading(line=line) | Paragraph(line=line):
            return replace(block, line=_line(line))
        case Bullets(items=items):
            return replace(block, items=_lines(items))
        case Table(header=header, rows=rows):
            return replace(block, header=_lines(header), rows=tuple(map(_lines, rows)))
        case Clauses(items=clauses):
            return Clauses(tuple(_clause(clause) for clause in clauses))
        case _:
            assert_never(block)


def _clause(clause: Clause) -> Clause:
    return Clause(clean(clause.mark), _line(clause.line), tuple(map(_block, clause.below)))


def _lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(map(_line, lines))


def _line(line: Line) -> Line:
    return tuple(map(_inline, line))


def _inline(inline: Inline) -> Inline:
    return replace(inline, text=clean(inline.text))
