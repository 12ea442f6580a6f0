"""All forms hold the same words in the same order, whatever the values are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings

from soco_rules.letters.to_docx import as_docx
from soco_rules.letters.to_html import as_html
from soco_rules.letters.to_markdown import as_markdown
from soco_rules.letters.to_pdf import as_pdf
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Value
from tests.letters import words
from tests.letters.random_letters import HOSTILE
from tests.letters.random_letters import letters
from tests.letters.random_letters import one_value


@given(letters())
@settings(max_examples=25)
def test_every_form_has_the_same_words(letter: Letter) -> None:
    page = as_html(letter)
    expected = words.of_html(page)

    assert expected == words.of_markdown(as_markdown(letter))
    assert expected == words.of_docx(as_docx(letter))
    assert words.signs(expected, page) == words.signs(words.of_pdf(as_pdf(letter)), page)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_value_stands_literally_in_every_form(text: str) -> None:
    letter = one_value(text)
    page = as_html(letter)
    expected = words.of_html(page)

    assert expected == words.of_markdown(as_markdown(letter))
    assert expected == words.of_docx(as_docx(letter))
    assert words.signs(expected, page) == words.signs(words.of_pdf(as_pdf(letter)), page)


@pytest.mark.parametrize("note", ["noot " * 20_000, "x" * 100_000], ids=["words", "one word"])
def test_a_note_of_100_000_signs_stands_in_every_form(note: str) -> None:
    letter = replace(one_value("kort"), blocks=(Paragraph((Value(note, "brief.noot", "tekst"),)),))
    page = as_html(letter)
    expected = words.of_html(page)

    assert expected == words.of_markdown(as_markdown(letter))
    assert expected == words.of_docx(as_docx(letter))
    assert words.signs(expected, page) == words.signs(words.of_pdf(as_pdf(letter)), page)
