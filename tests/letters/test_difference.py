"""Two letters beside each other."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from soco_rules.letters.difference import Fate
from soco_rules.letters.difference import difference
from soco_rules.letters.difference import is_same
from soco_rules.letters.made import letter_of
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from tests.adopted import TEMPLATES
from tests.adopted import proposal


def letter(*blocks: Block) -> Letter:
    """A letter with these blocks, and nobody under it."""
    found, _ = letter_of(proposal(), TEMPLATES)
    assert found
    return replace(
        found, subject=(Text("Over u"),), blocks=blocks, signature=replace(found.signature, lines=())
    )


def said(*texts: str) -> Letter:
    """A letter of some paragraphs."""
    return letter(*(Paragraph((Text(text),)) for text in texts))


def shown(before: Letter, after: Letter) -> list[str]:
    """What changed, with - and + before words that went and came."""
    signs = {Fate.SAME: "", Fate.ADDED: "+", Fate.DROPPED: "-"}
    return [
        f"{each.sort} {each.fate}: " + "".join(f"{signs[words.fate]}{words.text}" for words in each.words)
        for each in difference(before, after)
        if each.fate is not Fate.SAME
    ]


def test_the_same_letter_has_no_difference() -> None:
    assert is_same(difference(said("Dag.", "Tot ziens."), said("Dag.", "Tot ziens.")))


def test_a_paragraph_that_changed_tells_its_words() -> None:
    assert ["alinea gewijzigd: U mag -niet +wel meedoen."] == shown(
        said("U mag niet meedoen.", "Dag."), said("U mag wel meedoen.", "Dag.")
    )


def test_a_paragraph_that_came_and_one_that_went_are_whole() -> None:
    assert ["alinea vervallen: -Bel ons gerust.", "alinea toegevoegd: +Uw afspraak vervalt."] == shown(
        said("Dag.", "Bel ons gerust."), said("Dag.", "Uw afspraak vervalt.")
    )


def test_a_paragraph_that_moves_went_and_came() -> None:
    before, after = said("Een.", "Twee drie vier."), said("Twee drie vier.", "Een.")

    assert ["alinea toegevoegd: +Twee drie vier.", "alinea vervallen: -Twee drie vier."] == shown(
        before, after
    )


def test_headings_points_and_rows_are_told_apart() -> None:
    def of(word: str) -> Letter:
        row = ((Text("loon"),), (Text(f"€ {word}"),))
        head = ((Text("wat"),), (Text("hoeveel"),))
        return letter(
            Heading(2, (Text(f"Het {word} kopje"),)),
            Bullets(((Text(f"het {word} punt"),),)),
            Table(head, (row,), (False, True)),
        )

    assert [
        "kop gewijzigd: Het -ene +andere kopje",
        "punt gewijzigd: het -ene +andere punt",
        "rij gewijzigd: loon | € -ene+andere",
    ] == shown(of("ene"), of("andere"))


_PARAGRAPHS = st.lists(st.text(alphabet="ab. ", min_size=1, max_size=8), max_size=5)


@given(_PARAGRAPHS, _PARAGRAPHS)
def test_the_difference_holds_every_word_of_both(before: list[str], after: list[str]) -> None:
    found = difference(said(*before), said(*after))

    def words(without: Fate) -> list[str]:
        return "".join(
            words.text + " " for each in found for words in each.words if words.fate is not without
        ).split()

    assert ["Over", "u", *" ".join(after).split()] == words(Fate.DROPPED)
    assert ["Over", "u", *" ".join(before).split()] == words(Fate.ADDED)
