"""A letter as one HTML page that stands on its own: nothing is loaded, and a value is text and never markup."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import assert_never

from soco_rules.letters.style import CONCEPT_CSS
from soco_rules.letters.style import CSS
from soco_rules.letters.tree import CONCEPT_EXPLANATION
from soco_rules.letters.tree import CONCEPT_HEADING
from soco_rules.letters.tree import Address
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Detail
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value


def as_html(letter: Letter) -> str:
    """The whole page; each value tells its name, kind and origin in `data-` attributes."""
    return "\n".join(_page(letter)) + "\n"


def _page(letter: Letter) -> Iterator[str]:
    title = escape("".join(inline.text for inline in letter.subject))
    yield "<!DOCTYPE html>"
    yield '<html lang="nl">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield f"<title>{'Concept: ' if letter.concept else ''}{title}</title>"
    yield f"<style>\n{CSS}{CONCEPT_CSS if letter.concept else ''}</style>"
    yield "</head>"
    yield _body_tag(letter)
    yield "<main>"
    if letter.concept:
        yield from _concept(letter.concept)
    yield "<header>"
    yield _address("afzender", letter.sender)
    yield from (_address("geadresseerde", address) for address in letter.addressees)
    yield from _details(letter.details)
    yield "</header>"
    yield f"<h1>{_line(letter.subject)}</h1>"
    for block in letter.blocks:
        yield from _block(block)
    yield '<footer class="ondertekening">'
    yield from (f"<p>{_line(line)}</p>" for line in letter.signature.lines)
    yield "</footer>"
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _body_tag(letter: Letter) -> str:
    return '<body class="concept">' if letter.concept else "<body>"


def _concept(reasons: tuple[Line, ...]) -> Iterator[str]:
    yield '<section class="melding" aria-labelledby="concept">'
    yield f'<p id="concept"><strong>{escape(CONCEPT_HEADING)}</strong></p>'
    yield f"<p>{escape(CONCEPT_EXPLANATION)}</p>"
    yield "<ul>"
    yield from (f"<li>{_line(reason)}</li>" for reason in reasons)
    yield "</ul>"
    yield "</section>"


def _address(kind: str, address: Address) -> str:
    lines = "<br>\n".join(_line(line) for line in address.lines)
    return f'<p class="{kind}">{lines}</p>'


def _details(details: tuple[Detail, ...]) -> Iterator[str]:
    yield "<dl>"
    for detail in details:
        yield f"<div><dt>{escape(detail.label)}:</dt> <dd>{_line(detail.line)}</dd></div>"
    yield "</dl>"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level=level, line=line):
            yield f"<h{level}>{_line(line)}</h{level}>"
        case Paragraph(line=line):
            yield f"<p>{_line(line)}</p>"
        case Bullets(items=items, numbered=numbered):
            tag = "ol" if numbered else "ul"
            yield f"<{tag}>"
            yield from (f"<li>{_line(item)}</li>" for item in items)
            yield f"</{tag}>"
        case Table():
            yield from _table(block)
        case _:
            assert_never(block)


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
        case Text(text=text):
            return escape(text)
        case Value():
            return _value(inline)
        case _:
            assert_never(inline)


def _value(value: Value) -> str:
    origin = " | ".join(str(origin) for origin in value.origins)
    told = f' data-herkomst="{escape(origin)}" title="{escape(origin)}"' if origin else ""
    return f'<bdi data-naam="{escape(value.name)}" data-soort="{escape(value.kind)}"{told}>{escape(value.text)}</bdi>'
