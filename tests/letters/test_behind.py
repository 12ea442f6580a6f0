"""A letter beside what its words rest on."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.letters.behind import Behind
from soco_rules.letters.behind import Passage
from soco_rules.letters.behind import Piece
from soco_rules.letters.behind import passages
from soco_rules.letters.made import letter_of
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import lines_of
from soco_rules.letters.tree import text_of
from tests.adopted import TEMPLATES
from tests.adopted import adopted
from tests.adopted import proposal
from tests.adopted import says
from tests.letters.test_every_letter import ROOT
from tests.letters.test_every_letter import decided

PROPOSED = proposal()


def shown(passage: Passage) -> str:
    """A passage as text, with the numbers of what its words rest on between brackets."""
    lines = ("".join(_marked(piece) for sentence in line for piece in sentence) for line in passage.lines)
    return " / ".join(" ".join(line.split()) for line in lines)


def _marked(piece: Piece) -> str:
    return piece.text + "".join(f"[{mark}]" for mark in piece.marks) + " "


def of_waterstede() -> tuple[Passage, ...]:
    """The letter of an adopted admission."""
    adoption = adopted(proposal(), says())
    letter, findings = letter_of(adoption, TEMPLATES)
    assert letter, findings
    return passages(letter, adoption.effective)


def test_each_sentence_and_value_has_the_numbers_of_what_it_rests_on() -> None:
    assert [
        "Toestemming voor deelname aan de sociale coöperatie[1]",
        "Geachte heer of mevrouw[2] ,",
        "U mag op proef meedoen aan sociale coöperatie[3] De Sluis[4] .[3] Wij geven daarvoor toestemming.[3]",
        "De proefperiode loopt[5] van[5][6] 2 november 2026[6] tot en met 1 februari 2027[5] .",
        "Waarom?",
    ] == [shown(each) for each in of_waterstede()[:5]]


def test_what_is_behind_them_is_named() -> None:
    found = {each.number: each for passage in of_waterstede() for each in passage.behind}

    assert [
        "‘titel’, uit het besluit zelf",
        "‘aansprekingen’, uit de gegevens voor de brief",
        "regel ‘eerst op proef’ (het besluit van het college over deelname aan de coöperatie)",
        "‘cooperatie’, uit het besluit zelf",
        "berekening van ‘de laatste dag van de proefperiode’",
        "gegeven ‘Op welke dag begint de proefperiode?’",
        "de persoon die vaststelt",
    ] == [found[number].what for number in range(1, 8)]


def test_the_first_time_is_told_apart() -> None:
    every = of_waterstede()
    first = [number for passage in every for number in sorted(passage.first)]

    assert first == sorted({each.number for passage in every for each in passage.behind})


@pytest.mark.slow
def test_an_assumption_stands_behind_the_words_that_rest_on_it() -> None:
    behind: list[Behind] = []
    for decision in decided("delft"):
        letter, _ = letter_of(decision, [ROOT / "templates"])
        if letter:
            behind += [each for passage in passages(letter, decision) for each in passage.behind]

    named = {(each.what, assumption.name) for each in behind for assumption in each.assumptions}
    assert ("berekening van ‘wat de deelnemer aan de coöperatie bijdraagt’", "bijdragepercentage") in named


@pytest.mark.slow
def test_no_word_of_a_shipped_letter_is_lost() -> None:
    for decision in decided(""):
        letter, _ = letter_of(decision, [ROOT / "templates"])
        if letter is None:
            continue
        for block, passage in zip(letter.blocks, passages(letter, decision)[1:], strict=True):
            written = "".join("".join(text_of(line) for line in lines_of(block)).split())
            told = "".join(piece.text for line in passage.lines for each in line for piece in each)
            assert written == "".join(told.split())


@given(st.lists(st.text(alphabet=" .!?ab€", max_size=12), max_size=5))
def test_no_word_is_lost_wherever_sentences_end(texts: list[str]) -> None:
    letter = some_letter(Paragraph(tuple(Text(text) for text in texts)))

    (_, passage) = passages(letter, PROPOSED)

    told = "".join(piece.text for line in passage.lines for each in line for piece in each)
    assert "".join("".join(texts).split()) == "".join(told.split())


@cache
def _empty() -> Letter:
    letter, _ = letter_of(proposal(), TEMPLATES)
    assert letter
    return letter


def some_letter(*blocks: Paragraph) -> Letter:
    """A letter with these blocks."""
    return replace(_empty(), blocks=blocks)
