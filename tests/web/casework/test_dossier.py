from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Returned
from tests.web.casework.conftest import KADE
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.persons import Ask
from tests.web.reading import hidden_in
from tests.web.reading import read

_ACTS = "Wat er is gebeurd"


def test_a_dossier_has_what_is_known_and_what_can_be_done(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    text, _, _ = read(in_town(CASEWORKER).get(f"{KADE}/2")).partition(
        _ACTS
    )  # the acts have the day of the test

    assert snapshot == text


def test_who_looks_is_recorded(candidate: TestClient) -> None:
    assert "K. Jansen: ingezien: behandeling van het dossier" in read(candidate.get(f"{KADE}/1"))


def test_a_dossier_that_is_not_there_is_no_page(in_town: Ask) -> None:
    answer = in_town(CASEWORKER).get(f"{KADE}/9")

    assert (404, True) == (
        answer.status_code,
        "Dossier 9 van 'havendorp/de-kade' bestaat niet." in read(answer),
    )


def test_a_dossier_is_taken_and_laid_down(candidate: TestClient) -> None:
    mine = candidate.post(f"{KADE}/1/toewijzing", data={"doe": "neem"})
    nobodys = candidate.post(f"{KADE}/1/toewijzing", data={"doe": "leg_weg"})

    assert (True, True) == (
        "Dit dossier ligt bij u." in read(mine),
        "Dit dossier ligt bij niemand." in read(nobodys),
    )


def test_a_dossier_of_somebody_else_is_not_shown(candidate: TestClient, settings_store: Store) -> None:
    with writing(settings_store, "havendorp/de-kade", "B. Bos") as ledger:
        ledger.append((Draft(Assigned(to="B. Bos"), 1),))

    answers = [
        candidate.get(f"{KADE}/1"),
        candidate.get(f"{KADE}/1/besluit/toelating"),
        candidate.get(f"{KADE}/1/besluit/toelating/brief.html"),
        candidate.get(f"{KADE}/1/gegeven/past"),
        candidate.post(f"{KADE}/1/besluit/toelating/antwoord"),
        candidate.post(f"{KADE}/1/besluit/toelating/voorstel"),
    ]

    assert [(403, False)] * len(answers) == [(each.status_code, "Willems" in each.text) for each in answers]


def test_nobody_takes_over_a_dossier_of_somebody_else(candidate: TestClient, settings_store: Store) -> None:
    with writing(settings_store, "havendorp/de-kade", "B. Bos") as ledger:
        ledger.append((Draft(Assigned(to="B. Bos"), 1),))

    answer = candidate.post(f"{KADE}/1/toewijzing", data={"doe": "neem"})

    assert (403, True) == (
        answer.status_code,
        "Dossier 1 ligt bij B. Bos. Vraag het aan B. Bos." in read(answer),
    )


def test_nobody_lays_down_a_dossier_of_somebody_else(candidate: TestClient, settings_store: Store) -> None:
    with writing(settings_store, "havendorp/de-kade", "B. Bos") as ledger:
        ledger.append((Draft(Assigned(to="B. Bos"), 1),))
        before = len(ledger.book().entries)

    answer = candidate.post(f"{KADE}/1/toewijzing", data={"doe": "leg_weg"})

    assert (403, before) == (answer.status_code, len(read_book(settings_store, "havendorp/de-kade").entries))


def test_a_lawyer_reads_every_dossier_and_takes_none(in_town: Ask) -> None:
    client = in_town(LAWYER)

    assert (200, 403) == (
        client.get(f"{KADE}/1").status_code,
        client.post(f"{KADE}/1/toewijzing", data={"doe": "neem"}).status_code,
    )


def test_a_proposal_that_was_given_back_says_why(in_town: Ask, built_store: Store) -> None:
    with writing(built_store, "havendorp/de-kade", LAWYER.name) as ledger:
        proposal = next(e.number for e in ledger.book().dossiers[1].entries if e.act == "voorstel")
        ledger.append(
            (Draft(Returned(proposal=proposal, remark="De startdatum klopt niet."), 1, "toelating"),)
        )

    text = read(in_town(CASEWORKER).get(f"{KADE}/1"))

    assert f"J. de Groot gaf voorstel {proposal} (Toestemming om mee te doen) terug" in text
    assert "De startdatum klopt niet." in text


# Facts and judgements


def test_the_page_of_a_fact_has_who_said_what(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(in_town(CASEWORKER).get(f"{KADE}/2/gegeven/woont_hier"))


def test_another_report_takes_the_place_of_the_one_before(in_town: Ask) -> None:
    text = _told(in_town, "woont_hier", {"antwoord": "nee", "bron": "register", "vervangt-10": "ja"})

    assert "Woont de kandidaat in Havendorp? nee register, 2 november 2026" in text
    assert "Bronnen spreken elkaar tegen" not in text


def test_without_that_both_stay_and_contradict(in_town: Ask) -> None:
    text = _told(in_town, "woont_hier", {"antwoord": "nee", "bron": "register"})

    assert "Bronnen spreken elkaar tegen Woont de kandidaat in Havendorp? intake zegt ja" in text


def test_a_judgement_is_told_with_its_reason(in_town: Ask) -> None:
    assert "Past meedoen bij de kandidaat? nee K. Jansen, 2 november 2026 te ver weg" in _told(
        in_town, "past", {"antwoord": "nee", "reden": "te ver weg"}
    )


def test_a_proposal_about_a_month_names_it_in_words(in_town: Ask, built_store: Store) -> None:
    with writing(built_store, "havendorp/de-kade", CASEWORKER.name) as ledger:
        (waits,) = open_proposals(ledger.book().dossiers[1])
        ledger.append((Draft(waits.proposed, 1, "afdracht", "2026-10-01"),))

    pages = [read(in_town(CASEWORKER).get(where)) for where in (KADE, f"{KADE}/1")]

    assert [True, True] == ["Overzicht van de afdracht over oktober 2026" in page for page in pages]


def test_a_fact_of_a_month_holds_for_that_month(in_town: Ask) -> None:
    assert "€ 812,50 gesprek, 2 november 2026 over 2026-10" in _told(
        in_town, "omzet", {"antwoord": "812,50", "maand": "10-2026"}
    )


@pytest.mark.parametrize(
    ("name", "filled", "told"),
    [
        ("omzet", {"antwoord": "800"}, "Over welke maand: Vul in over welke maand dit gaat."),
        ("omzet", {"antwoord": "800", "maand": "13-2026"}, "'13-2026' is geen bestaande maand"),
        ("omzet", {"antwoord": "-1", "maand": "10-2026"}, "moet ten minste € 0,00 zijn"),
        ("past", {"antwoord": "ja"}, "Waarom: Bij een oordeel hoort waarom."),
        ("cooperatie_laat_toe", {"antwoord": "ja", "reden": "goed"}, "Wie oordeelt: Vul in wie dit vindt."),
        (
            "startdatum",
            {"antwoord": "morgen"},
            "'morgen' is geen bestaande dag; schrijf bijvoorbeeld 2-11-2026.",
        ),
        (
            "woont_hier",
            {"antwoord": "ja", "geldig_vanaf": "2-11-2026", "geldig_tot": "1-11-2026"},
            "Deze dag ligt voor de eerste dag waarvoor het geldt.",
        ),
    ],
)
def test_what_cannot_be_recorded_is_told_at_its_field(
    in_town: Ask, name: str, filled: dict[str, str], told: str
) -> None:
    client, path = in_town(CASEWORKER), f"{KADE}/2/gegeven/{name}"

    answer = client.post(path, data={**hidden_in(client.get(path)), **filled})

    assert (422, True) == (answer.status_code, told in read(answer))


def test_a_report_is_taken_back(in_town: Ask) -> None:
    client, path = in_town(CASEWORKER), f"{KADE}/2/gegeven/startdatum"

    text = read(client.post(f"{path}/intrekken", data=hidden_in(client.get(path))))

    assert ("startdatum is teruggenomen" in text, "Op welke dag begint de deelname?" in text) == (True, False)


def test_what_changed_meanwhile_is_told(in_town: Ask) -> None:
    client, path = in_town(CASEWORKER), f"{KADE}/2/gegeven/woont_hier"

    answer = client.post(path, data={"handeling": "1", "antwoord": "nee"})

    assert (409, True) == (answer.status_code, "heeft dit dossier intussen aangevuld" in read(answer))


def test_everything_that_can_be_told_is_listed(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(in_town(CASEWORKER).get(f"{KADE}/2/gegeven"))


# Who it is


def test_who_it_is_changes_and_a_number_that_is_left_empty_stays(candidate: TestClient) -> None:
    path = f"{KADE}/1/persoon"
    first = {"naam": "mevrouw S. Willems", "bsn": "999990019"}
    candidate.post(path, data={**hidden_in(candidate.get(path)), **first})

    text = read(candidate.post(path, data={**hidden_in(candidate.get(path)), "naam": "mevrouw S. Bos"}))

    assert ("Dossier 1: mevrouw S. Bos" in text, "Burgerservicenummer vastgelegd" in text) == (True, True)


def test_a_number_can_be_removed(candidate: TestClient) -> None:
    path = f"{KADE}/1/persoon"
    named = {"naam": "mevrouw S. Willems"}
    candidate.post(path, data={**hidden_in(candidate.get(path)), **named, "bsn": "999990019"})

    text = read(candidate.post(path, data={**hidden_in(candidate.get(path)), **named, "bsn_weg": "ja"}))

    assert "Burgerservicenummer niet vastgelegd" in text


def test_the_number_of_somebody_else_is_refused(in_town: Ask) -> None:
    client, path = in_town(CASEWORKER), f"{KADE}/2/persoon"

    answer = client.post(path, data={**hidden_in(client.get(path)), "naam": "T.", "lidnummer": "K-1"})

    assert (422, True) == (
        answer.status_code,
        "Lidnummer: Dossier 1 heeft hetzelfde lidnummer." in read(answer),
    )


def _told(in_town: Ask, name: str, filled: dict[str, str]) -> str:
    client, path = in_town(CASEWORKER), f"{KADE}/2/gegeven/{name}"
    return read(client.post(path, data={**hidden_in(client.get(path)), **filled}))
