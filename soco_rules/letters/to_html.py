"""A letter as one HTML page that stands on its own: nothing is loaded, and a value is text and never markup."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from typing import assert_never

from soco_rules.letters.disclosure import CSS as DISCLOSURE_CSS
from soco_rules.letters.disclosure import disclosed
from soco_rules.letters.sheet import Concept
from soco_rules.letters.sheet import Sheet
from soco_rules.letters.sheet import browser_title
from soco_rules.letters.sheet import marked
from soco_rules.letters.sheet import sheet
from soco_rules.letters.style import CONCEPT_CSS
from soco_rules.letters.style import CSS
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Detail
from soco_rules.letters.tree import Document
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.letters.whole_page import POLICY
from soco_rules.letters.whole_page import whole_page
from soco_rules.model.house_style import Logo


def as_html(letter: Letter | Document) -> str:
    """The whole page; each value tells its name, kind and origin in `data-` attributes."""
    page = sheet(letter)
    css = f":root {{ --accent: {page.style.accent}; }}\n{CSS}{DISCLOSURE_CSS}{CONCEPT_CSS if page.concept else ''}"
    policy = f"{POLICY}; img-src data:" if page.style.logo else POLICY  # a logo stands in the page itself
    return whole_page(browser_title(page), css, _body(page), policy=policy, is_concept=bool(page.concept))


def _body(page: Sheet) -> Iterator[str]:
    yield from _letter_head(page) if page.is_letter else _document_head(page)
    for block in page.blocks:
        yield from _block(block)
        yield from disclosed(block)
    if page.signature:
        yield '<footer class="ondertekening">'
        yield from (f"<p>{_line(line)}</p>" for line in page.signature)
        yield "</footer>"
    if page.footer:
        yield _written("voettekst", page.footer)
    if page.annex:
        yield '<section class="bijlage">'
        for block in page.annex:
            yield from _block(block)
        yield "</section>"


def _letter_head(page: Sheet) -> Iterator[str]:
    yield "<header>"
    yield '<div class="briefhoofd">'
    yield from _logo(page.style.logo)
    yield '<div class="van">'
    yield _written("afzender", page.sender)
    yield from _details("contact", page.contact)
    yield "</div>"
    yield "</div>"
    yield _written("retour", (page.return_line,))
    yield '<div class="geadresseerden">'
    yield from (_written("geadresseerde", address) for address in page.addressees)
    yield "</div>"
    yield from _details("kenmerken", page.details)
    yield "</header>"
    yield from _concept(page.concept)
    yield f"<h1>{_line(page.title)}</h1>"


def _document_head(page: Sheet) -> Iterator[str]:
    yield "<header>"
    yield from _logo(page.style.logo)
    yield f"<h1>{_line(page.title)}</h1>"
    yield from _details("kenmerken", page.details)
    yield "</header>"
    yield from _concept(page.concept)


def _logo(logo: Logo | None) -> Iterator[str]:
    """As an image, in which a browser runs no script and loads nothing."""
    if logo:
        kind = "svg+xml" if logo.form == "svg" else "png"
        content = b64encode(logo.content).decode("ascii")
        yield f'<img class="logo" alt="{escape(logo.alternative)}" src="data:image/{kind};base64,{content}">'


def _concept(concept: Concept | None) -> Iterator[str]:
    if concept is None:
        return
    yield '<section class="melding" aria-labelledby="concept">'
    yield f'<p id="concept"><strong>{escape(concept.heading)}</strong></p>'
    yield f"<p>{escape(concept.explanation)}</p>"
    yield "<ul>"
    yield from (f"<li>{_line(reason)}</li>" for reason in concept.reasons)
    yield "</ul>"
    yield "</section>"


def _written(kind: str, lines: tuple[Line, ...]) -> str:
    text = "<br>\n".join(_line(line) for line in lines)
    return f'<p class="{kind}">{text}</p>'


def _details(kind: str, details: tuple[Detail, ...]) -> Iterator[str]:
    if not details:
        return
    yield f'<dl class="{kind}">'
    for detail in details:
        yield f"<div><dt>{escape(detail.label)}:</dt> <dd>{_line(detail.line)}</dd></div>"
    yield "</dl>"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level=level, line=line, anchor=anchor):
            yield f"<h{level}{_anchored(anchor)}>{_line(line)}</h{level}>"
        case Paragraph(line=line, note=note):
            yield f'<p class="noot">{_line(line)}</p>' if note else f"<p>{_line(line)}</p>"
        case Bullets(items=items, numbered=numbered):
            tag = "ol" if numbered else "ul"
            yield f"<{tag}>"
            yield from (f"<li>{_line(item)}</li>" for item in items)
            yield f"</{tag}>"
        case Table():
            yield from _table(block)
        case Clauses(items=clauses):
            yield '<ol class="leden">'
            for clause in clauses:
                yield from _clause(clause)
            yield "</ol>"
        case _:
            assert_never(block)


def _clause(clause: Clause) -> Iterator[str]:
    """The mark is text, so that every form numbers alike."""
    yield f'<li><span class="merk">{escape(marked(clause))}</span> {_line(clause.line)}'
    for block in clause.below:
        yield from _block(block)
    yield "</li>"


def _anchored(anchor: str | None) -> str:
    return f' id="{escape(anchor)}"' if anchor else ""


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    yield "<thead>"
    cells = zip(table.header, table.to_the_right, strict=True)
    yield (
        "<tr>"
        + "".join(f'<th scope="col"{_align(right)}>{_line(cell)}</th>' for cell, right in cells)
        + "</tr>"
    )
    yield "</thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = zip(row, table.to_the_right, strict=True)
        yield "<tr>" + "".join(f"<td{_align(right)}>{_line(cell)}</td>" for cell, right in cells) + "</tr>"
    yield "</tbody>"
    yield "</table>"


def _align(right: bool) -> str:
    return ' class="getal"' if right else ""


def _line(line: Line) -> str:
    return "".join(_inline(inline) for inline in line).strip()


def _inline(inline: Text | Value) -> str:
    match inline:
        case Text():
            return _words(inline)
        case Value():
            return _value(inline)
        case _:
            assert_never(inline)


def _words(text: Text) -> str:
    words = f'<em class="begrip">{escape(text.text)}</em>' if text.term else escape(text.text)
    return f'<a href="#{escape(text.to)}">{words}</a>' if text.to else words


def _value(value: Value) -> str:
    origin = " | ".join(str(origin) for origin in value.origins)
    told = f' data-herkomst="{escape(origin)}" title="{escape(origin)}"' if origin else ""
    return f'<bdi data-naam="{escape(value.name)}" data-soort="{escape(value.kind)}"{told}>{escape(value.text)}</bdi>'
