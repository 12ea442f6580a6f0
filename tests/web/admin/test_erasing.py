"""Two persons erase dossiers of which the term is over: one makes the list, the other carries it out."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Opened
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from tests.dossiers.acts import book
from tests.web.persons import ALONE
from tests.web.persons import CASEWORKER
from tests.web.persons import Ask
from tests.web.reading import hidden_in
from tests.web.reading import in_lines
from tests.web.reading import read
from tests.web.town import KADE

BEHEER = Person("T. Bakker", frozenset({DeskRole.ADMIN}))
OTHER = Person("H. Mol", frozenset({DeskRole.ADMIN}))
PAGE = f"/beheer/wissen/{KADE}"
FORM = {"nummers": "4, 5", "nagekeken": "J. de Groot, jurist, op 1 november 2026"}
ENDED = "1 geopend\n1 persoon {}\n1 besluit einde op 2026-03-31 naar gestopt"


@pytest.fixture
def ended(in_town: Ask, built_store: Store) -> Ask:
    """A desk with two dossiers, 4 and 5, of which the term is over."""
    with writing(built_store, KADE, CASEWORKER.name) as ledger:
        for name in ("X. Weg", "Y. Weg"):
            number = ledger.open_dossier()
            acts = book(ENDED.format(name), KADE).dossiers[1].entries
            ledger.append([Draft(each.content, number, each.subject) for each in acts if each.content])
    return in_town


def erase(ask: Ask, person: Person, *, many: str = "2") -> tuple[int, str]:
    """What a person reads after carrying out the list that is on the page."""
    page = ask(person).get(PAGE)
    answer = ask(person).post(f"{PAGE}/wis", data={**hidden_in(page), "aantal": many})
    return answer.status_code, read(answer)


def as_ever(text: str) -> str:
    """What pages say, without the day of today."""
    return re.sub(r"(?<=Gemaakt op\n)\d+ \w+ \d+|\d+ \w+ \d+(?= H\. Mol)", "vandaag", text)


def left(store: Store) -> list[int]:
    """The dossiers that can still be read."""
    found = read_book(store, KADE).dossiers
    return [number for number, each in found.items() if each.entries[0].content is not None]


def test_one_lists_and_another_erases(ended: Ask, built_store: Store, snapshot: SnapshotAssertion) -> None:
    told = [in_lines(ended(BEHEER).post(f"{PAGE}/lijst", data=FORM)), in_lines(ended(OTHER).get(PAGE))]
    status, _ = erase(ended, OTHER)
    told.append(in_lines(ended(OTHER).get(PAGE)))

    assert (200, [1, 2, 3], ()) == (status, left(built_store), verify(built_store, KADE))
    assert snapshot == as_ever("\n\n".join(told))
    assert [] == [name for name in ("Weg", "Willems") if any(name in each for each in told)]


def test_who_made_the_list_does_not_carry_it_out(ended: Ask, built_store: Store) -> None:
    ended(BEHEER).post(f"{PAGE}/lijst", data=FORM)
    status, text = erase(ended, Person("t bakker", BEHEER.roles))

    assert (422, True, [1, 2, 3, 4, 5]) == (
        status,
        "wie de lijst maakte, voert haar niet uit" in text,
        left(built_store),
    )


def test_who_works_alone_does_both(ended: Ask, built_store: Store) -> None:
    ended(ALONE).post(f"{PAGE}/lijst", data=FORM)
    status, _ = erase(ended, ALONE)

    assert (200, [1, 2, 3]) == (status, left(built_store))


@pytest.mark.parametrize("many", ["", "5"])
def test_who_types_another_number_erases_nothing(ended: Ask, built_store: Store, many: str) -> None:
    ended(BEHEER).post(f"{PAGE}/lijst", data=FORM)
    status, text = erase(ended, OTHER, many=many)

    assert (422, True, [1, 2, 3, 4, 5]) == (
        status,
        "Hier staat iets anders dan 2. Er is niets gewist." in text,
        left(built_store),
    )


def test_a_list_that_was_taken_back_is_not_carried_out(ended: Ask, built_store: Store) -> None:
    ended(BEHEER).post(f"{PAGE}/lijst", data=FORM)
    seen = hidden_in(ended(OTHER).get(PAGE))
    ended(BEHEER).post(f"{PAGE}/intrekken", data=seen)
    answer = ended(OTHER).post(f"{PAGE}/wis", data={**seen, "aantal": "2"})

    assert (422, True, [1, 2, 3, 4, 5]) == (
        answer.status_code,
        "De wislijst is intussen veranderd." in read(answer),
        left(built_store),
    )


def test_what_came_to_run_since_stays_on_the_list(ended: Ask, built_store: Store) -> None:
    ended(BEHEER).post(f"{PAGE}/lijst", data=FORM)
    (act,) = book("1 voorstel afdracht 2026-03", KADE).dossiers[1].entries
    assert act.content
    with writing(built_store, KADE, CASEWORKER.name) as ledger:
        ledger.append([Draft(act.content, 5, act.subject, act.month)])
    status, text = erase(ended, OTHER, many="1")

    assert (200, True, [1, 2, 3, 5]) == (
        status,
        "5 gestopt" in text and "Geen van deze dossiers kan nu weg" in text,
        left(built_store),
    )


WRONG = {
    "no number": ({"nummers": ""}, "Vul een of meer nummers in."),
    "no numbers": ({"nummers": "vier"}, "Schrijf alleen nummers van dossiers"),
    "a number of nobody": ({"nummers": "4, 99"}, "Geen dossier van deze overeenkomst, of gewist: 99."),
    "a dossier that stays": ({"nummers": "1, 4"}, "Dossier 1 blijft tot en met"),
    "too many": ({"nummers": ",".join(map(str, range(1, 300)))}, "er kunnen er 200 tegelijk"),
    "nobody looked": ({"nagekeken": " "}, "Schrijf op wie het nakeek, en wanneer."),
    "a whole story": ({"nagekeken": "x" * 501}, "langer dan 500 tekens"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_what_is_wrong_is_said_and_nothing_is_listed(ended: Ask, fault: str) -> None:
    changes, said = WRONG[fault]
    answer = ended(BEHEER).post(f"{PAGE}/lijst", data=FORM | changes)

    assert (422, True, True) == (
        answer.status_code,
        said in read(answer),
        "Er staat niets op de wislijst." in read(ended(BEHEER).get(PAGE)),
    )


def test_of_many_reasons_the_first_are_told(ended: Ask, built_store: Store) -> None:
    with writing(built_store, KADE, CASEWORKER.name) as ledger:
        for _ in range(8):
            ledger.append([Draft(Opened(), ledger.open_dossier())])
    answer = ended(BEHEER).post(f"{PAGE}/lijst", data=FORM | {"nummers": ", ".join(map(str, range(6, 14)))})

    assert (True, True, False) == (
        "Dossier 11 blijft" in read(answer),
        "En nog 2 van zulke redenen." in read(answer),
        "Dossier 12 blijft" in read(answer),
    )


def test_there_is_one_list_at_a_time(ended: Ask) -> None:
    ended(BEHEER).post(f"{PAGE}/lijst", data=FORM)
    answer = ended(OTHER).post(f"{PAGE}/lijst", data=FORM | {"nummers": "4"})

    assert (422, True) == (answer.status_code, "Er is al een wislijst." in read(answer))


def test_every_list_that_waits_is_on_one_page(ended: Ask) -> None:
    ended(BEHEER).post(f"{PAGE}/lijst", data=FORM)

    assert "sociale coöperatie De Kade 2 T. Bakker" in read(ended(OTHER).get("/beheer/wissen"))


def test_erasing_is_for_beheer_alone(ended: Ask) -> None:
    posts = (f"{PAGE}/{each}" for each in ("lijst", "intrekken", "wis"))

    assert [403] * 5 == [
        *(ended(CASEWORKER).get(each).status_code for each in ("/beheer/wissen", PAGE)),
        *(ended(CASEWORKER).post(each).status_code for each in posts),
    ]


def test_a_book_that_is_not_there_is_not_found(ended: Ask) -> None:
    assert 404 == ended(BEHEER).get("/beheer/wissen/delft/scope").status_code
