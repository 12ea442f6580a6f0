"""In which functions somebody may sign: what the provider says first, then beheer, then a choice where that may be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from soco_rules.web.access.functions import Functions
from soco_rules.web.access.functions import Source
from soco_rules.web.access.functions import functions_of
from soco_rules.web.access.functions import why_not
from soco_rules.web.environment import configuration_in
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.settings import Settings

LAWYER = Person("A. de Groot", frozenset({DeskRole.LEGAL}), account="u-17")
LISTED = {"a.de groot": ("teamleider", "jurist"), "u-18": ("secretaris",)}


@pytest.mark.parametrize(
    ("person", "may_choose", "expected"),
    [
        (replace(LAWYER, function="directeur"), True, Functions(("directeur",), Source.SIGNED_IN)),
        (LAWYER, True, Functions(("teamleider", "jurist"), Source.LISTED)),
        (replace(LAWYER, name="P. Visser", account="u-18"), True, Functions(("secretaris",), Source.LISTED)),
        (replace(LAWYER, name="P. Visser"), True, Functions(None, Source.CHOSEN)),
        (replace(LAWYER, name="P. Visser"), False, Functions((), Source.LISTED)),
        (replace(LAWYER, name="P. Visser", is_alone=True), False, Functions(None, Source.CHOSEN)),
    ],
    ids=["signed in", "listed by name", "listed by account", "may choose", "may not choose", "works alone"],
)
def test_where_a_function_comes_from(person: Person, may_choose: bool, expected: Functions) -> None:
    settings = Settings(Path(), functions=LISTED, may_choose_function=may_choose)

    assert expected == functions_of(settings, person)


@pytest.mark.parametrize(
    ("names", "function", "expected"),
    [
        (None, "wat dan ook", ""),
        (("teamleider", "jurist"), " Teamleider ", ""),
        (
            ("teamleider", "jurist"),
            "directeur",
            "De functie ‘directeur’ staat niet bij u. U tekent als teamleider of jurist.",
        ),
    ],
)
def test_a_pick_outside_the_list_is_refused(
    names: tuple[str, ...] | None, function: str, expected: str
) -> None:
    assert expected == why_not(Functions(names, Source.LISTED), function)


def test_who_has_none_and_may_not_choose_is_sent_to_beheer() -> None:
    assert "Vraag de beheerder" in why_not(Functions((), Source.LISTED), "teamleider")


def said_of(root: Path, text: str) -> tuple[object, list[str]]:
    """What a desk makes of a list, or what is wrong with it."""
    (root / "functies.txt").write_text(text, "utf-8")
    found, findings = configuration_in({"SOCO_FUNCTIES": str(root / "functies.txt")}, root)
    return found and found.settings.functions, [each.message for each in findings if each.is_error]


def test_the_list_of_beheer_is_read_and_its_mistakes_are_told_at_once(tmp_path: Path) -> None:
    right = "# wie waarin tekent\n\nA. de Groot: teamleider participatie,  jurist\nu:18: secretaris\n"
    wrong = "A. de Groot\nB. Smit: ,\nC. Bos: jurist\nC. Bos: teamleider\n"

    assert {"A. de Groot": ("teamleider participatie", "jurist"), "u:18": ("secretaris",)} == said_of(
        tmp_path, right
    )[0]
    assert [
        "Regel 1 van dat bestand noemt geen naam met functies.",
        "Regel 2 van dat bestand noemt geen naam met functies.",
        "Regel 4 van dat bestand noemt iemand die er al staat.",
    ] == said_of(tmp_path, wrong)[1]


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    _, findings = configuration_in({"SOCO_FUNCTIES": str(tmp_path / "weg.txt")}, tmp_path)

    assert ["Het bestand dat SOCO_FUNCTIES noemt, is niet te lezen."] == [
        each.message for each in findings if each.is_error
    ]
