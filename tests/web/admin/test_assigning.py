"""Beheer assigns dossiers by their number, and reads nothing of who they are about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from tests.web.persons import CASEWORKER
from tests.web.persons import Ask
from tests.web.reading import read
from tests.web.town import KADE
from tests.web.town import MEMBERS

BEHEER = Person("T. Bakker", frozenset({DeskRole.ADMIN}))
COLLEAGUE = replace(CASEWORKER, name="P. Visser")
PAGE = "/beheer/toewijzen"
FORM = {"overeenkomst": KADE, "nummers": "1, 3", "aan": "P. Visser", "reden": "Afwezig.", "zeker": "ja"}


def test_dossiers_go_to_a_caseworker_without_a_name_of_anybody_in_them(in_town: Ask) -> None:
    answer = in_town(BEHEER).post(PAGE, data=FORM)
    text = read(answer)

    assert (True, True, []) == (
        f"Dossier 1 van {KADE} ligt bij P. Visser. Dossier 3 van {KADE} ligt bij P. Visser." in text,
        "niemand 1 2 P. Visser 2 1, 3" in text,
        [name for name in MEMBERS if name in answer.text],
    )


def test_the_caseworker_of_before_is_out_and_the_new_one_in(in_town: Ask) -> None:
    in_town(BEHEER).post(PAGE, data=FORM)
    path = f"/dossiers/{KADE}/1"

    assert (403, 200) == (
        in_town(CASEWORKER).get(path).status_code,
        in_town(COLLEAGUE).get(path).status_code,
    )


WRONG = {
    "no agreement": ({"overeenkomst": "delft/scope"}, "Kies een overeenkomst."),
    "no number": ({"nummers": ""}, "Vul een of meer nummers in."),
    "no numbers": ({"nummers": "een en drie"}, "Schrijf alleen nummers van dossiers"),
    "a number of nobody": (
        {"nummers": "1, 99"},
        "Geen dossier van deze overeenkomst, of gewist: 99.",
    ),
    "too many": ({"nummers": ",".join(map(str, range(1, 300)))}, "er kunnen er 200 tegelijk"),
    "a name of nobody": ({"zeker": ""}, "Niemand die ‘P. Visser’ heet"),
    "without a reason": ({"reden": " "}, "Schrijf op waarom."),
    "to oneself": ({"aan": "t bakker"}, "Niemand legt een dossier bij zichzelf."),
}


@pytest.mark.parametrize("fault", WRONG)
def test_what_is_wrong_is_said_and_nothing_moves(in_town: Ask, fault: str) -> None:
    changes, said = WRONG[fault]
    answer = in_town(BEHEER).post(PAGE, data=FORM | changes)

    assert (422, True, False) == (
        answer.status_code,
        said in read(answer),
        "P. Visser 2" in read(in_town(BEHEER).get(PAGE)),
    )
