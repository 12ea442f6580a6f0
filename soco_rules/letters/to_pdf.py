"""A letter as PDF/UA: one fixed page description receives the letter as data, so nothing in a letter is ever run.

This is the only door to typst. It opens no connection and reads nothing of the machine but the fonts beside it.
"""

from __future__ import annotations

import json
import re
import struct
import unicodedata
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from typing import assert_never

import typst

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.letters.sheet import Sheet
from soco_rules.letters.sheet import anchors
from soco_rules.letters.sheet import browser_title
from soco_rules.letters.sheet import isolated
from soco_rules.letters.sheet import lines_on
from soco_rules.letters.sheet import marked
from soco_rules.letters.sheet import plain
from soco_rules.letters.sheet import sheet
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
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
from soco_rules.model.house_style import Logo

FONTS = Path(__file__).with_name("fonts")
FAMILIES = (
    "Atkinson Hyperlegible Next",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans Ethiopic",
    "Noto Sans Math",
    "Noto Sans Symbols2",
)
"""In the order in which a character is looked for."""
BOX = "Soco Missing"
"""Has every character, as a box with a question mark, so that none disappears and copied text stays right."""

_FORBIDDEN = "\ufeff"
"""Has no form and no width, and PDF/UA refuses it."""
_PAGE = Path(__file__).with_name("letter.typ")
_UNBROKEN = frozenset({"bedrag", "percentage", "datum"})
_SPECIAL = re.compile(
    r"(?P<together>\b(?:artikel|lid|onderdeel) \S{1,9}(?!\S)|€ [\d.,]{1,14}|\[\d+(?:, \d+){0,5}\])|\S{31,}"
)
"""What stays together on a line, such as the number behind `artikel`; and what is too long for one."""
_PIECE = 24
_FITS_A_LINE = 24
_NARROW = 20
"""A column of words with no more signs than this is as wide as they are: a short word is not broken."""
_FITS_A_PAGE = 800

Data = Mapping[str, Any]


def as_pdf(written: Letter | Document) -> bytes:
    """The file, marked as PDF/UA-1; the same letter gives the same bytes, dated at the day of the letter."""
    page = sheet(written)
    files = {"main.typ": _PAGE.read_bytes()}
    if page.style.logo:
        files["logo"] = page.style.logo.content
    letter = json.dumps(_data(page), ensure_ascii=False, separators=(",", ":")).replace(_FORBIDDEN, "")
    written_out = _compiler().compile(
        files, format="pdf", pdf_standards="ua-1", sys_inputs={"letter": letter}
    )
    assert isinstance(written_out, bytes)
    return written_out


def picture(logo: Logo) -> bytes:
    """A logo as PNG, for forms that hold no SVG."""
    if logo.form == "png":
        return logo.content
    shown = '#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("/logo", format: "svg", height: 16mm)'
    files = {"main.typ": shown.encode(), "logo": logo.content}
    written_out = _compiler().compile(files, format="png", ppi=300)
    assert isinstance(written_out, bytes)
    return written_out


def unshown(written: Letter | Document) -> tuple[Diagnostic, ...]:
    """A finding for each character that no shipped font has: on paper it is a box with a question mark."""
    words = "".join(plain(line) for line in lines_on(sheet(written)))
    return tuple(
        finding("teken-zonder-vorm", Span("brief"), f"het teken {_named(sign)} staat in de PDF als een vakje")
        for sign in dict.fromkeys(words)
        if not (sign.isspace() or _is_invisible(sign) or ord(sign) in _drawn())
    )


def _named(sign: str) -> str:
    name = unicodedata.name(sign, "")
    return f"U+{ord(sign):04X} ({name})" if name else f"U+{ord(sign):04X}"


_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)


def _is_invisible(sign: str) -> bool:
    """Whether the character has no form of its own anywhere, such as a mark for direction."""
    return bool(_INVISIBLE.match(sign))


@lru_cache(maxsize=1)
def _compiler() -> Any:  # noqa: ANN401 - typst has no types
    """One for all letters: reading the fonts takes longer than a letter. Its root is gone once it is made."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    with TemporaryDirectory() as empty:
        return typst.Compiler(b"", root=empty, font_paths=fonts, package_path=empty, package_cache_path=empty)


@lru_cache(maxsize=1)
def _drawn() -> frozenset[int]:
    """The characters of all shipped fonts but the box."""
    files = (path for path in sorted(FONTS.glob("*.ttf")) if not path.stem.startswith(BOX.replace(" ", "")))
    return frozenset(code for path in files for code in _characters(path.read_bytes()))


def _characters(font: bytes) -> Iterator[int]:
    """The characters of one font: the groups (first, last, glyph) of format 12 in its table `cmap`."""
    tables = {font[at : at + 4]: at for at in range(12, 12 + 16 * _number(">H", font, 4), 16)}
    cmap = _number(">I", font, tables[b"cmap"] + 8)
    for record in range(cmap + 4, cmap + 4 + 8 * _number(">H", font, cmap + 2), 8):
        at = cmap + _number(">I", font, record + 4)
        if _number(">H", font, at) == 12:
            for group in range(at + 16, at + 16 + 12 * _number(">I", font, at + 12), 12):
                yield from range(_number(">I", font, group), _number(">I", font, group + 4) + 1)


def _number(form: str, font: bytes, at: int) -> int:
    number: int = struct.unpack_from(form, font, at)[0]
    return number


def _data(page: Sheet) -> Data:
    """The letter as letter.typ reads it."""
    day, logo, known = date.fromordinal(page.day), page.style.logo, anchors(page)
    return {
        "title": browser_title(page),
        "author": plain(page.sender[0]) if page.sender else "",
        "day": [day.year, day.month, day.day],
        "families": [*FAMILIES, BOX],
        "accent": page.style.accent,
        "logo": {"form": logo.form, "alternative": logo.alternative} if logo else None,
        "is-letter": page.is_letter,
        "sender": _lines(page.sender),
        "contact": _details(page.contact),
        "return-line": _line(page.return_line),
        "addressees": [_lines(address) for address in page.addressees] or [[]],
        "details": _details(page.details),
        "concept": page.concept
        and {
            "heading": page.concept.heading,
            "explanation": page.concept.explanation,
            "reasons": _lines(page.concept.reasons),
        },
        "heading": _line(page.title),
        "blocks": _blocks(page.blocks, known),
        "signature": {"lines": _lines(page.signature), "whole": _is_short(page.signature)},
        "footer": _lines(page.footer),
        "annex": _blocks(page.annex, known),
    }


def _details(details: tuple[Detail, ...]) -> list[Data]:
    return [{"label": detail.label, "line": _line(detail.line)} for detail in details]


def _blocks(blocks: tuple[Block, ...], known: frozenset[str]) -> list[Data]:
    last = len(blocks) - 1
    return [_block(block, known, is_last=number == last) for number, block in enumerate(blocks)]


def _block(block: Block, known: frozenset[str], *, is_last: bool = False) -> Data:
    match block:
        case Heading(level=level, line=line, anchor=anchor):
            return {"is": "heading", "level": level, "line": _line(line, known), "anchor": anchor}
        case Paragraph(line=line, note=note):
            keeps = is_last and _is_short((line,))
            return {"is": "paragraph", "line": _line(line, known), "note": note, "last": keeps}
        case Bullets(items=items, numbered=numbered):
            return {"is": "bullets", "items": _lines(items, known), "numbered": numbered}
        case Clauses(items=clauses):
            return {
                "is": "clauses",
                "items": [
                    {
                        "mark": marked(clause),
                        "line": _line(clause.line, known),
                        "below": _blocks(clause.below, known),
                    }
                    for clause in clauses
                ],
            }
        case Table():
            return _table(block, known)
        case _:
            assert_never(block)


def _table(table: Table, known: frozenset[str]) -> Data:
    return {
        "is": "table",
        "header": _lines(table.header, known),
        "repeat": _is_short(table.header),
        "rows": [{"cells": _lines(row, known), "whole": _is_short(row)} for row in table.rows],
        "right": table.to_the_right,
        "widths": _widths(table),
    }


def _widths(table: Table) -> list[int]:
    """The share of each column in the width of the page; 0 is no wider than what it holds."""
    shares = [
        _width([row[column] for row in (table.header, *table.rows)], right)
        for column, right in enumerate(table.to_the_right)
    ]
    return shares if any(shares) else [1, *shares[1:]]


def _width(cells: Iterable[Line], right: bool) -> int:
    longest = max((len(plain(cell)) for cell in cells), default=0)
    return 0 if longest <= (_FITS_A_LINE if right else _NARROW) else min(max(longest // 12, 1), 5)


def _is_short(lines: tuple[Line, ...]) -> bool:
    return sum(len(plain(line)) for line in lines) < _FITS_A_PAGE and len(lines) < 20


def _lines(lines: Iterable[Line], known: frozenset[str] = frozenset()) -> list[list[object]]:
    return [_line(line, known) for line in lines]


def _line(line: Line, known: frozenset[str] = frozenset()) -> list[object]:
    return [part for inline in line for part in _inline(inline, known)]


def _inline(inline: Inline, known: frozenset[str]) -> list[object]:
    match inline:
        case Text(text=text, term=term, to=to):
            to = to if to in known else None
            words = _words(text)
            return [{"words": words, "whole": False, "term": term, "to": to}] if term or to else words
        case Value(text=text, kind=kind):
            shown = isolated(text)
            if kind in _UNBROKEN and len(text) <= _FITS_A_LINE:
                return [_plain(_spaced(shown), whole=True)]
            return _words(shown)
        case _:
            assert_never(inline)


def _words(text: str) -> list[object]:
    """The text in parts: a number stays with the word before it, and None is where a very long word may go on below."""
    parts: list[object] = []
    at = 0
    for found in _SPECIAL.finditer(text):
        parts.append(_spaced(text[at : found.start()]))
        parts += [_plain(_spaced(found[0]), whole=True)] if found["together"] else _cut(found[0])
        at = found.end()
    return [part for part in (*parts, _spaced(text[at:])) if part != ""]


def _spaced(text: str) -> str:
    """The text as fonts hold it: letters with their marks as one sign; a tab has no width on paper."""
    return unicodedata.normalize("NFC", text).replace("\t", " ")


def _plain(text: str, *, whole: bool) -> Data:
    return {"words": [text], "whole": whole, "term": False, "to": None}


def _cut(word: str) -> Iterator[str | None]:
    """Pieces of a word with None between them; a sign keeps the marks that belong to it."""
    at = 0
    while at < len(word):
        end = at + _PIECE
        while end < len(word) and unicodedata.category(word[end])[0] in "MC":
            end += 1
        yield _spaced(word[at:end])
        if end < len(word):
            yield None
        at = end
