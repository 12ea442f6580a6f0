from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import RoundOpened
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.persons import Ask
from tests.web.reading import read

NEW = "/dossiers/nieuw"
WHOSE = {"overeenkomst": "havendorp/de-kade", "naam": "mevrouw S. Willems"}


def test_first_an_agreement_is_chosen(ask: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(ask(CASEWORKER).get(NEW))


def test_the_form_asks_no_more_than_is_needed(ask: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(ask(CASEWORKER).get(f"{NEW}?overeenkomst=havendorp/de-kade"))


def test_a_new_dossier_is_shown(ask: Ask) -> None:
    answer = ask(CASEWORKER).post(NEW, data={**WHOSE, "adres": "Kade 1\n1234 AB Havendorp"})

    assert ("/dossiers/havendorp/de-kade/1", True) == (
        answer.url.path,
        "Adres Kade 1, 1234 AB Havendorp" in read(answer),
    )


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        ({"naam": ""}, "Naam: Vul de naam in."),
        (
            {"bsn": "123456789"},
            "Burgerservicenummer: Het nummer bij ‘Burgerservicenummer’ is geen burgerservicenummer.",
        ),
        ({"adres": "\n".join("abcdefg")}, "Adres: Een adres heeft ten hoogste 6 regels."),
        ({"lidnummer": "x" * 121}, "Lidnummer: Bij ‘Lidnummer’ staat een regel van meer dan 120 tekens."),
        ({"naam": "S.\u202eWillems"}, "Naam: Hier staat een onzichtbaar teken (nummer 8238)."),
    ],
)
def test_what_is_wrong_is_told_at_its_field(ask: Ask, filled: dict[str, str], told: str) -> None:
    answer = ask(CASEWORKER).post(NEW, data={**WHOSE, **filled})

    assert (422, True) == (answer.status_code, told in read(answer))


def test_what_was_filled_in_stays(ask: Ask) -> None:
    answer = ask(CASEWORKER).post(NEW, data={**WHOSE, "bsn": "123456789", "lidnummer": "K-7"})

    assert 'value="K-7"' in answer.text


@pytest.mark.parametrize("same", [{"bsn": "999990019"}, {"lidnummer": "K-1"}])
def test_nobody_gets_a_second_dossier(ask: Ask, same: dict[str, str]) -> None:
    client = ask(CASEWORKER)
    client.post(NEW, data={**WHOSE, **same})

    answer = client.post(NEW, data={**WHOSE, **same, "naam": "S. Willems-Bos", "toch": "ja"})

    assert (422, True) == (
        answer.status_code,
        'href="/dossiers/havendorp/de-kade/1">Dossier 1</a> heeft hetzelfde' in answer.text,
    )


def test_a_namesake_is_confirmed_first(candidate: TestClient) -> None:
    first = candidate.post(NEW, data={**WHOSE, "naam": "Mevrouw s. WILLEMS"})
    second = candidate.post(NEW, data={**WHOSE, "toch": "ja"})

    assert (422, "/dossiers/havendorp/de-kade/2") == (first.status_code, second.url.path)


def test_where_there_are_rounds_one_is_chosen(ask: Ask, settings_store: Store) -> None:
    with writing(settings_store, "havendorp/de-kade", "test") as ledger:
        ledger.append((Draft(RoundOpened(name="2027", closes_on="2027-01-31")),))
    client = ask(CASEWORKER)

    without = client.post(NEW, data=WHOSE)
    within = client.post(NEW, data={**WHOSE, "ronde": "2027"})

    assert ("Ronde: Kies een ronde, of geen ronde." in read(without), "Ronde 2027" in read(within)) == (
        True,
        True,
    )


def test_an_unknown_agreement_is_chosen_again(ask: Ask) -> None:
    text = read(ask(CASEWORKER).post(NEW, data={**WHOSE, "overeenkomst": "elders/iets"}))

    assert "Die overeenkomst is er niet." in text


def test_a_lawyer_opens_no_dossier(ask: Ask) -> None:
    assert 403 == ask(LAWYER).get(NEW).status_code
