"""The PDF of a letter, opened with another library than the one that wrote it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import typst

from soco_rules.letters import to_pdf
from soco_rules.letters.forms import as_file
from soco_rules.letters.sheet import sheet
from soco_rules.letters.to_html import as_html
from soco_rules.letters.to_pdf import as_pdf
from soco_rules.letters.to_pdf import unshown
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Detail
from soco_rules.letters.tree import Document
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.letters.write import compose
from soco_rules.model.house_style import Logo
from tests.letters import words
from tests.letters.decisions import ADMISSION
from tests.letters.decisions import EXEMPTION
from tests.letters.decisions import PLACEMENT
from tests.letters.decisions import SETTLEMENT
from tests.letters.decisions import decision
from tests.letters.opened import Opened
from tests.letters.opened import opened
from tests.letters.random_letters import STYLE
from tests.letters.random_letters import one_value

SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7H1z"/></svg>'
BASES: dict[str, dict[str, Any]] = {
    "toelating": ADMISSION,
    "verrekening": SETTLEMENT,
    "plaatsing": PLACEMENT,
    "ontheffing": EXEMPTION,
}


def _letter(base: dict[str, Any]) -> Letter:
    letter, _ = compose(decision(base), [Path("templates")])
    assert letter is not None
    return letter


@pytest.fixture(scope="module", params=BASES)
def shipped(request: pytest.FixtureRequest) -> tuple[Letter, Opened]:
    """A shipped letter in a house style, and what its PDF holds."""
    logo = Logo(SQUARE, "svg", "Logo van de gemeente Voorbeeldstad")
    letter = replace(_letter(BASES[request.param]), style=replace(STYLE, logo=logo))
    return letter, opened(as_pdf(letter))


Shipped = tuple[Letter, Opened]


def test_it_says_that_it_is_accessible_in_which_language_and_under_which_title(shipped: Shipped) -> None:
    letter, pdf = shipped
    title = f"Concept: {''.join(inline.text for inline in letter.subject)}"

    assert ("1", "nl-NL", True, True, title) == (
        pdf.part_of_ua,
        pdf.language,
        pdf.is_marked,
        pdf.shows_title,
        pdf.title,
    )


def test_its_words_are_those_of_the_page_in_the_same_order(shipped: Shipped) -> None:
    letter, pdf = shipped

    assert words.of_html(as_html(letter)) == pdf.text.split()


def test_its_headings_begin_with_the_subject_and_skip_no_level(shipped: Shipped) -> None:
    _, pdf = shipped
    levels = [int(heading.tag[1:]) for heading in pdf.tagged("H1", "H2", "H3", "H4")]

    assert 1 == levels[0]
    assert all(1 < after <= before + 1 for before, after in pairwise(levels))


def test_every_header_of_a_table_says_that_it_is_of_its_column(shipped: Shipped) -> None:
    _, pdf = shipped
    tables = [[one for one in table.all() if one.tag == "TH"] for table in pdf.tagged("Table")]

    assert all(tables)
    assert ["/Column"] * sum(map(len, tables)) == [
        head.attributes["Scope"] for heads in tables for head in heads
    ]


def test_every_character_has_a_form_and_every_font_is_in_the_file(shipped: Shipped) -> None:
    _, pdf = shipped

    assert (0, {True}) == (pdf.missing_glyphs, set(pdf.embedded.values()))


def test_every_page_says_concept_and_its_number(shipped: Shipped) -> None:
    _, pdf = shipped
    pages = len(pdf.margins)

    assert [f"CONCEPTpagina {page} van {pages}" for page in range(1, pages + 1)] == pdf.margins


def test_the_logo_has_a_text(shipped: Shipped) -> None:
    _, pdf = shipped

    assert ["Logo van de gemeente Voorbeeldstad"] == [one.attributes["Alt"] for one in pdf.tagged("Figure")]


def test_a_word_without_end_goes_on_on_the_next_line() -> None:
    lines = opened(as_pdf(one_value("x" * 3000))).text.split("\n")

    assert max(map(len, lines)) < 120


def test_a_final_letter_says_nowhere_that_it_is_a_concept() -> None:
    pdf = opened(as_pdf(replace(_letter(ADMISSION), concept=())))

    assert [] == [text for text in (*pdf.margins, pdf.text, pdf.title) if "concept" in text.lower()]


def test_its_date_is_that_of_the_letter() -> None:
    assert ("D:20261020000000Z",) * 2 == opened(as_pdf(_letter(ADMISSION))).dates


def test_the_same_letter_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "import sys; from tests.letters.random_letters import one_value; "
        "from soco_rules.letters.to_pdf import as_pdf; sys.stdout.buffer.write(as_pdf(one_value('x')))"
    )

    def elsewhere(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}", "SOURCE_DATE_EPOCH": seed}
        return subprocess.run(
            (sys.executable, "-c", code), env=environment, check=True, capture_output=True
        ).stdout

    assert {as_pdf(one_value("x"))} == {as_pdf(one_value("x")), elsewhere("1"), elsewhere("2")}


def test_another_letter_before_it_changes_nothing() -> None:
    first = as_pdf(one_value("x"))
    as_pdf(replace(one_value("y"), style=STYLE))

    assert first == as_pdf(one_value("x"))


def test_the_header_of_a_table_comes_back_on_the_next_page_without_being_read_out_again() -> None:
    row = ((Text("Levensonderhoud"),), (Value("€ 1,00", "x", "bedrag"),))
    table = Table(((Text("Onderdeel"),), (Text("Bedrag"),)), (row,) * 80, (False, True))
    pdf = opened(as_pdf(replace(one_value("x"), concept=(), blocks=(table,))))

    assert (3, 2, 1) == (
        len(pdf.margins),
        sum("OnderdeelBedrag" in margin for margin in pdf.margins),
        pdf.text.count("Onderdeel"),
    )


def test_a_clause_keeps_its_own_mark_and_words_lead_to_their_heading() -> None:
    clauses = Clauses(
        (Clause("1", (Text("Een lid."),), (Clauses((Clause("1°", (Text("een onderdeel"),)),)),)),)
    )
    article = Heading(2, (Text("Artikel 1"),), "artikel-1")
    see = Paragraph((Text("Zie "), Text("artikel 1", to="artikel-1"), Text(" en "), Text("niets", to="weg")))
    pdf = opened(as_pdf(Document((Text("Overeenkomst"),), (), (article, clauses, see), 739_545)))

    assert (["1.", "1°"], ["artikel 1"]) == (
        [mark.text.strip() for mark in pdf.tagged("Lbl")],
        [link.text for link in pdf.tagged("Link")],
    )


def test_a_document_begins_with_its_title() -> None:
    document = Document(
        (Text("Overeenkomst"),), (Detail("Versie", (Text("2026"),)),), (), 739_545, style=STYLE
    )
    pdf = opened(as_pdf(document))

    assert words.of_html(as_html(document)) == pdf.text.split()
    assert ("Overeenkomst", "Versie:") == tuple(pdf.text.split()[:2])


def test_a_heading_that_skips_a_level_is_brought_back_and_an_empty_one_left_out() -> None:
    blocks = (
        Heading(4, (Text("Diep"),)),
        Heading(2, ()),
        Heading(1, (Text("Hoog"),)),
        Heading(4, (Text("Lager"),)),
    )
    letter = replace(one_value("x"), subject=(), blocks=blocks)

    assert [2, 2, 3] == [block.level for block in sheet(letter).blocks if isinstance(block, Heading)]
    assert ["Zonder onderwerp", "Diep", "Hoog", "Lager"] == [
        heading.text for heading in opened(as_pdf(letter)).tagged("H1", "H2", "H3", "H4")
    ]


def test_a_character_that_no_font_has_is_a_box_that_copies_right_and_a_finding() -> None:
    letter = one_value("Ж 🎉 ሰላም 漢")
    content, findings = as_file(letter, ".pdf")

    assert content is not None
    pdf = opened(content)
    assert (0, True) == (pdf.missing_glyphs, "Ж 🎉 ሰላም 漢" in pdf.text)
    assert [
        ("teken-zonder-vorm", "het teken U+1F389 (PARTY POPPER) staat in de PDF als een vakje"),
        ("teken-zonder-vorm", "het teken U+6F22 (CJK UNIFIED IDEOGRAPH-6F22) staat in de PDF als een vakje"),
    ] == [(finding.code, finding.message) for finding in findings]


def test_the_names_of_the_basic_register_have_a_form() -> None:
    """The Latin letters that the register of persons can hold (Latin-1, Latin Extended-A and what it adds to them)."""
    latin = "".join(
        chr(code) for first, last in ((0xA1, 0x17F), (0x1E00, 0x1EFF)) for code in range(first, last + 1)
    )

    assert () == unshown(one_value(f"{latin} ȘșȚț ǍǎǏǐǑǒǓǔ Ǧǧ Ǩǩ Ǯǯ ẞ ₤ € ’ – †"))


def test_nothing_is_read_or_run_that_a_letter_names() -> None:
    """A letter that would read a file, run code or load a package says so, and does none of it."""
    said = '#read("/etc/hostname") #import "@preview/cetz:0.3.0" #eval("1+1") #sys.inputs #panic()'

    assert said in opened(as_pdf(one_value(said))).text


@pytest.mark.parametrize(
    "reach",
    ['read("/etc/hostname")', 'read("letter.typ")', 'image("/../logo.svg")', 'import "@preview/cetz:0.3.0"'],
)
def test_what_writes_a_pdf_has_no_files_and_no_packages(reach: str) -> None:
    with pytest.raises(typst.TypstError):
        to_pdf._compiler().compile({"main.typ": f"#{reach}".encode()}, format="pdf")
