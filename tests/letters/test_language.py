"""The language of a template: what is hard to read is told with its line, and only that."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.letters.check import check_languages
from soco_rules.letters.check import check_templates
from soco_rules.letters.language import check_language
from soco_rules.letters.language import lix
from soco_rules.letters.language import sentences_of
from soco_rules.letters.template import Source

WORDS = {"teneinde": "om", "met betrekking tot": "over", "indien": "als"}
LONG = (
    "Wij schrijven u deze brief omdat u ons hebt gevraagd of u mee mag doen en wij u daarover "
    "nu graag iets willen zeggen dat u helpt om te kiezen."
)


def said(text: str) -> list[tuple[int, str]]:
    return [(each.span.line, each.message) for each in check_language(Source("a.md.j2", text), WORDS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U mag meedoen. Wij geven daarvoor toestemming.", []),
        (LONG, [(1, "een zin van 30 woorden")]),
        ("# Kop\n\n" + LONG, [(3, "een zin van 30 woorden")]),
        ("Teneinde u te helpen.", [(1, "'teneinde' is ambtelijk")]),
        (
            "U krijgt bericht.\n\nDit is een brief met  betrekking\ntot werk.",
            [(3, "'met betrekking tot' is ambtelijk")],
        ),
        ("Indiening van een plan.", []),
        ("{% if uitkomst == 'indien' %}\nGoed.\n{% endif %}", []),
        ("{{ wet.indien }} en {# indien #} klaar.", []),
        ("Uw aanvraag wordt beoordeeld.", [(1, "hier staat een lijdende vorm: 'wordt beoordeeld'")]),
        ("Er werd niets van u gevraagd.", [(1, "hier staat een lijdende vorm: 'werd niets van u gevraagd'")]),
        (
            "Dat is door een medewerker gekozen.",
            [(1, "hier staat een lijdende vorm: 'is door een medewerker gekozen'")],
        ),
        ("Omdat de brief verzonden wordt.", []),
        ("Omdat het plan gekozen wordt.", [(1, "hier staat een lijdende vorm: 'gekozen wordt'")]),
        ("De plichten\nworden nu\nopgelegd.", [(2, "hier staat een lijdende vorm: 'worden nu opgelegd'")]),
        ("De proef is geslaagd. U wordt lid. Het is afgelopen.", []),
        ("Dat is het geld dat u krijgt.", []),
        ("Het is nodig dat u uw geld meteen geeft.", []),
        ("Uw plan wordt {{ uitkomst }}.", []),
        ("| Wordt | Antwoord |\n|---|---|\n| gevraagd | ja |", []),
    ],
)
def test_what_is_hard_to_read_is_told_with_its_line(text: str, expected: list[tuple[int, str]]) -> None:
    assert expected == said(text)


def test_many_long_sentences_are_told_once_of_the_whole() -> None:
    sentence = "Wij vragen u om ons te laten zien wat u hebt gedaan in de tijd die voorbij is. "

    assert [(1, "de zinnen hebben gemiddeld 18 woorden")] == said(sentence * 4)


def test_long_words_are_told_of_the_whole() -> None:
    sentence = "Bijstandsgerechtigden ondersteunen beleidsmedewerkers. "

    assert [(1, "de leesbaarheidsmaat LIX is 103")] == said(sentence * 4)


def test_lix_adds_the_length_of_sentences_and_the_share_of_long_words() -> None:
    sentences = sentences_of("Dit is een zin. Deze woorden hebben allemaal dezelfde lengte.")

    assert (("Dit", "is", "een", "zin"), 6) == (sentences[0], len(sentences[1]))
    assert 5 + 100 * 3 // 10 == lix(sentences)
    assert 0 == lix(())


def test_a_warning_blocks_nothing_and_gives_a_plainer_word(tmp_path: Path) -> None:
    (tmp_path / "toegang.md.j2").write_text("# Brief\n\nIndien u wilt.\n", "utf-8")
    (tmp_path / "woordenlijst.yaml").write_text("woorden: {indien: als}\n", "utf-8")

    (found,) = check_templates([tmp_path])

    assert ("sjabloon-taal", False, "schrijf bijvoorbeeld: als", 3) == (
        found.code,
        found.is_error,
        found.remedy,
        found.span.line,
    )


def test_a_part_that_many_templates_take_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "delen").mkdir()
    (tmp_path / "delen" / "groet.md.j2").write_text("Dit wordt gevraagd.\n", "utf-8")
    for name in ("a", "b"):
        (tmp_path / f"{name}.md.j2").write_text('# Brief\n\n{% include "delen/groet.md.j2" %}\n', "utf-8")

    assert ["groet.md.j2"] == [Path(each.span.file).name for each in check_languages([tmp_path])]


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md.j2").write_text("# Brief\n\nDit wordt gevraagd.\n", "utf-8")

    found = check_languages([tmp_path], only=[tmp_path / "b.md.j2"])

    assert ["b.md.j2"] == [Path(each.span.file).name for each in found]


def test_the_shipped_templates_are_plain() -> None:
    assert () == check_languages([Path("templates")])


@given(st.text(max_size=300))
def test_no_template_makes_the_check_fail(text: str) -> None:
    said(text)


@given(st.text(alphabet="ab .!?\n|-{}%", max_size=200))
def test_every_line_that_is_told_exists(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line, _ in said(text + " wordt gevraagd."))
