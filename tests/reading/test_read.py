"""An agreement as a text to adopt: complete, numbered, and the same for the same files."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.compiler.layers import Stack
from soco_rules.letters.to_docx import as_docx
from soco_rules.letters.to_html import as_html
from soco_rules.letters.to_markdown import as_markdown
from soco_rules.letters.to_pdf import as_pdf
from soco_rules.letters.tree import Document
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import lines_of
from soco_rules.letters.tree import text_of
from soco_rules.model.values import parse_date
from soco_rules.reading.read import as_document
from tests.letters import words
from tests.reading.trees import shipped
from tests.reading.trees import stack_of
from tests.workspaces import good
from tests.workspaces import workspace_of

REFERENCES = sorted(shipped().agreements)
ADOPTED = """
kenmerk: dorp/vast
soort: overeenkomst
titel: Wat het dorp heeft vastgesteld
geldig_vanaf: 2021-01-01
geldig_tot_en_met: 2026-12-31
status: vastgesteld
bouwt_op: [landelijk/proefwet]
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}
cooperatie: {naam: Samen}

afspraken:
  aandeel: {waarde: 10%, bron: het convenant}
  maximum: {waarde: niet van toepassing, bron: het convenant}
  proeftijd: {waarde: 12 maanden, bron: het convenant}
  wijze: {waarde: soepel, bron: het convenant}
  toeslag: {waarde: 12.50, bron: het convenant}
"""


def village(reference: str) -> Stack:
    """The layers of an agreement of the invented village."""
    workspace, _ = workspace_of(good("proefwet"), good("dorp"), ADOPTED)
    return stack_of(workspace, reference)


def inlines(document: Document) -> Iterator[Text]:
    """All words of a document."""
    lines = (document.title, *document.concept, *(detail.line for detail in document.details))
    for line in (*lines, *(line for block in document.blocks for line in lines_of(block))):
        yield from (inline for inline in line if isinstance(inline, Text))


def headings(document: Document) -> list[Heading]:
    """All headings of a document."""
    return [block for block in document.blocks if isinstance(block, Heading)]


def test_delft_as_a_text_to_adopt(snapshot: SnapshotAssertion) -> None:
    assert snapshot == as_markdown(as_document(stack_of(shipped(), "delft/scope")))


@pytest.mark.parametrize("reference", ["landelijk/proefwet", "dorp/samen", "dorp/vast"])
def test_a_law_and_agreements_with_every_construct(reference: str, snapshot: SnapshotAssertion) -> None:
    assert snapshot == as_markdown(as_document(village(reference)))


def test_an_agreement_without_the_layers_it_stands_on(snapshot: SnapshotAssertion) -> None:
    assert snapshot == as_markdown(as_document(village("dorp/samen"), own_only=True))


@pytest.mark.parametrize("own_only", [False, True])
@pytest.mark.parametrize("reference", REFERENCES)
def test_every_term_leads_to_its_explanation(reference: str, *, own_only: bool) -> None:
    document = as_document(stack_of(shipped(), reference), own_only=own_only)
    anchors = {heading.anchor for heading in headings(document)}

    assert set() == {text.to for text in inlines(document) if text.term or text.to} - anchors


@pytest.mark.parametrize("reference", REFERENCES)
def test_no_name_of_a_rule_file_is_left_as_it_is_written_there(reference: str) -> None:
    document = as_document(stack_of(shipped(), reference))

    assert [] == [text.text for text in inlines(document) if "_" in text.text]


@pytest.mark.parametrize("reference", REFERENCES)
def test_articles_and_chapters_are_numbered_in_a_row(reference: str) -> None:
    document = as_document(stack_of(shipped(), reference))
    found = [heading.anchor for heading in headings(document) if heading.anchor]

    for kind in ("artikel", "hoofdstuk", "deel"):
        numbers = [int(anchor.split("-")[1]) for anchor in found if anchor.startswith(kind)]
        assert list(range(1, len(numbers) + 1)) == numbers


def test_the_day_that_is_asked_changes_nothing_while_the_same_versions_hold() -> None:
    early, late = (
        stack_of(shipped(), "delft/scope", parse_date(day)) for day in ("2026-02-01", "2026-11-21")
    )

    assert as_document(early) == as_document(late)


def test_an_adopted_agreement_is_no_concept() -> None:
    assert () == as_document(village("dorp/vast")).concept


def test_a_concept_says_why_it_is_one() -> None:
    assert [
        "De status van deze versie is concept: zij is niet vastgesteld.",
        "Een keuze heeft geen bron en is een aanname (artikel 6).",
        "Een punt is nog open (artikel 7).",
    ] == [text_of(reason) for reason in as_document(village("dorp/samen")).concept]


HOSTILE = "**[x](http://x)** <script>alert(1)</script> | {{ 7*7 }} #let ‘a’ is ja"


def test_what_an_author_wrote_is_never_markup() -> None:
    text = good("dorp").replace("het convenant noemt geen getal", f"'{HOSTILE}'")
    workspace, findings = workspace_of(good("proefwet"), text.replace("waarde: 20, ", "waarde: 21, "))
    document = as_document(stack_of(workspace, "dorp/samen"))

    assert () == findings
    assert HOSTILE in {text.text for text in inlines(document)}
    assert "<script>" not in as_html(document)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; | {{ 7*7 }} #let" in as_html(document)
    assert r"\*\*\[x\](http://x)\*\* \<script\>alert(1)\</script\> \| {{ 7\*7 }} \#let" in as_markdown(
        document
    )


def test_every_form_holds_the_same_words_in_the_same_order() -> None:
    """Markdown and PDF number whole numbers themselves."""
    document = as_document(village("dorp/samen"))
    page = as_html(document)
    unnumbered = words.of_html(re.sub(r'<span class="merk">\d+\.</span>', "", page))

    assert words.of_html(page) == words.of_docx(as_docx(document))
    assert unnumbered == words.of_markdown(as_markdown(document))
    assert words.signs(unnumbered, page) == words.signs(words.of_pdf(as_pdf(document)), page)
