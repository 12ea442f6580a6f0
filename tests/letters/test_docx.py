"""The Word document of a letter, opened with python-docx."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from soco_rules.letters.to_docx import as_docx
from soco_rules.letters.to_html import as_html
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Document
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.model.house_style import Logo
from tests.letters import words
from tests.letters.random_letters import STYLE
from tests.letters.random_letters import one_value

SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7H1z"/></svg>'


def _opened(content: bytes) -> Any:  # noqa: ANN401 - python-docx has no types
    return docx.Document(io.BytesIO(content))


def test_its_headings_lists_and_table_headers_are_real() -> None:
    blocks = (
        Heading(2, (Text("Kop"),)),
        Bullets(((Text("punt"),),)),
        Bullets(((Text("een"),), (Text("twee"),)), numbered=True),
        Table(((Text("Onderdeel"),), (Text("Bedrag"),)), (((Text("a"),), (Text("b"),)),), (False, True)),
    )
    document = _opened(as_docx(replace(one_value("x"), concept=(), blocks=blocks)))
    (table,) = document.tables

    assert ["Heading 1", "Heading 2", "List Bullet", "List Number", "List Number"] == [
        one.style.name for one in document.paragraphs if one.style.name != "Normal"
    ]
    assert [1, 0] == [len(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in table.rows]


def test_each_numbered_list_begins_at_one() -> None:
    numbered = Bullets(((Text("een"),),), numbered=True)
    document = _opened(as_docx(replace(one_value("x"), blocks=(numbered, numbered))))
    lists = [one._p.pPr.numPr.numId.val for one in document.paragraphs if one.style.name == "List Number"]

    assert 2 == len(set(lists))


def test_it_is_dutch_and_dated_at_the_day_of_the_letter() -> None:
    document = _opened(as_docx(one_value("x")))
    about = document.core_properties

    assert {"nl-NL"} == {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert ("nl-NL", "Concept: Er staat x", "2025-10-21", "2025-10-21") == (
        about.language,
        about.title,
        about.created.date().isoformat(),
        about.modified.date().isoformat(),
    )


@pytest.mark.parametrize(("concept", "mark"), [(((Text("Reden."),),), "CONCEPT"), ((), "")])
def test_every_page_says_concept_until_it_is_final(concept: Any, mark: str) -> None:  # noqa: ANN401
    (section,) = _opened(as_docx(replace(one_value("x"), concept=concept))).sections

    assert mark == "".join(one.text for one in section.header.paragraphs)


def test_the_same_letter_gives_the_same_bytes_whenever_it_is_written() -> None:
    letter = replace(one_value("x"), style=replace(STYLE, logo=Logo(SQUARE, "svg", "Logo")))
    first = as_docx(letter)

    with ZipFile(io.BytesIO(first)) as packed:
        assert {(1980, 1, 1, 0, 0, 0)} == {info.date_time for info in packed.infolist()}
    assert first == as_docx(letter)


def test_the_logo_has_a_text() -> None:
    letter = replace(one_value("x"), style=replace(STYLE, logo=Logo(SQUARE, "svg", "Logo van de gemeente")))
    document = _opened(as_docx(letter))

    assert ["Logo van de gemeente"] == [one.get("descr") for one in document.element.iter(qn("wp:docPr"))]


def test_a_document_keeps_its_marks_its_notes_and_its_links() -> None:
    clauses = Clauses(
        (Clause("1", (Text("Een lid."),), (Clauses((Clause("a", (Text("een onderdeel"),)),)),)),)
    )
    article = Heading(2, (Text("Artikel 1"),), "artikel-1")
    see = Paragraph(
        (Text("Zie "), Text("artikel 1", to="artikel-1"), Text(" en "), Text("niets", to="weg")), note=True
    )
    written = Document((Text("Overeenkomst"),), (), (article, clauses, see), 739_545)
    content = as_docx(written)

    assert words.of_html(as_html(written)) == words.of_docx(content)
    assert ["artikel-1"] == [
        one.get(qn("w:anchor")) for one in _opened(content).element.iter(qn("w:hyperlink"))
    ]


def test_a_value_keeps_its_direction_to_itself() -> None:
    letter = replace(one_value("x"), subject=(Value("يوسف", "naam", "tekst"), Text(" 2026")))
    (subject,) = (one for one in _opened(as_docx(letter)).paragraphs if one.style.name == "Heading 1")

    assert "\u2068يوسف\u2069 2026" == subject.text
