from __future__ import annotations

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Returned
from soco_rules.web.people import DeskRole
from tests.dossiers.kade import at_kade
from tests.web.months.test_months import GOOD
from tests.web.months.test_months import sent_for
from tests.web.persons import ADVISOR
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.persons import Ask
from tests.web.reading import hidden_in
from tests.web.reading import read


def test_the_work_list_names_days_and_people(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(in_town(CASEWORKER).get("/werklijst?alles=ja"))


def test_what_was_given_back_waits_on_the_work_list_until_there_is_a_new_proposal(
    in_town: Ask, built_store: Store
) -> None:
    with writing(built_store, "havendorp/de-kade", LAWYER.name) as ledger:
        (proposal,) = open_proposals(ledger.book().dossiers[1])
        ledger.append((Draft(Returned(proposal=proposal.entry.number, remark="Leg de reden uit."), 1),))
    before = read(in_town(CASEWORKER).get("/werklijst"))

    page = in_town(CASEWORKER).get("/dossiers/havendorp/de-kade/1/besluit/toelating")
    in_town(CASEWORKER).post(f"{page.url.path}/voorstel", data=hidden_in(page))
    after = read(in_town(CASEWORKER).get("/werklijst"))

    assert (True, False) == (
        "dossier 1 S. Willems Toestemming om mee te doen J. de Groot Leg de reden uit." in before,
        "Leg de reden uit." in after,
    )


@pytest.mark.parametrize(
    ("waiting", "expected"),
    [
        ((2,), "1 wacht. Er is nu plaats voor dossier 2."),
        ((2, 3), "2 wachten. Er is nu plaats voor dossier 2, dossier 3."),
        ((2, 4), "2 wachten. Er is nu plaats voor dossier 2. Van 1 is nog niet bekend of er een plaats is."),
    ],
    ids=[
        "one",
        "two",
        "of the last one the day is unknown, and there is place for the other whatever it was",
    ],
)
def test_the_work_list_tells_for_whom_there_is_a_place_now(
    waiting: tuple[int, ...], expected: str, in_town: Ask, built_store: Store
) -> None:
    book = at_kade("\n".join(f"{each} besluit plaatsing op 2026-10-15 naar wachtlijst" for each in waiting))
    with writing(built_store, "havendorp/de-kade", CASEWORKER.name) as ledger:
        ledger.append((Draft(Opened(), ledger.open_dossier()),))
        for number, dossier in book.dossiers.items():
            (entry,) = dossier.entries
            assert isinstance(entry.content, Adopted)
            ledger.append((Draft(entry.content, number, entry.subject),))

    text = read(in_town(CASEWORKER).get("/werklijst"))

    assert expected == text.split("Plaats in de coöperatie : ")[1].split(" Maanden van")[0]


def test_a_month_that_is_over_waits_until_it_is_settled_of_everybody(
    in_town: Ask, built_store: Store
) -> None:
    desk = in_town(CASEWORKER)
    sent_for(desk, GOOD)
    mine = read(desk.get("/werklijst"))
    with writing(built_store, "havendorp/de-sluis", "P. Visser") as ledger:
        ledger.append([Draft(Assigned(to="P. Visser"), number) for number in (1, 2)])
    shared = read(desk.get("/werklijst"))
    with writing(built_store, "havendorp/de-sluis", "P. Visser") as ledger:
        ledger.append([Draft(Assigned(to="P. Visser"), 3)])

    assert (True, True, False, True) == (
        "oktober 2026 0 van 3 leden verrekend; nog 3 waarbij nog iets nodig is oktober.csv" in mine,
        "nog 1 waarbij nog iets nodig is, 2 bij een ander oktober.csv" in shared,
        "oktober.csv" in read(desk.get("/werklijst")),
        "Er is bij u geen maand die voorbij is en nog niet verrekend." in read(desk.get("/werklijst")),
    )


def test_a_month_on_the_work_list_leads_to_its_page(in_town: Ask) -> None:
    desk = in_town(CASEWORKER)
    sent_for(desk, GOOD)

    assert 'href="/maanden/havendorp/de-sluis/2026-10"' in desk.get("/werklijst").text


def test_a_desk_without_dossiers_tells_how_to_begin(ask: Ask) -> None:
    assert "Er zijn nog geen dossiers" in read(ask(CASEWORKER).get("/werklijst"))


def test_the_waiting_list_has_the_places(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(in_town(CASEWORKER).get("/wachtlijst/havendorp/de-kade/plaatsing"))


def test_on_the_waiting_list_a_colleagues_dossier_has_no_name(
    in_town: Ask, built_store: Store, snapshot: SnapshotAssertion
) -> None:
    with writing(built_store, "havendorp/de-kade", "P. Visser") as ledger:
        ledger.append((Draft(Assigned(to="P. Visser"), 2),))

    text = read(in_town(CASEWORKER).get("/wachtlijst/havendorp/de-kade/plaatsing"))

    assert "Amrani" not in text
    assert snapshot == text


def test_a_besluit_that_is_not_there_is_named(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(in_town(CASEWORKER).get("/wachtlijst/havendorp/de-kade/plaats"))


def test_the_work_list_is_for_caseworkers(in_town: Ask) -> None:
    assert 403 == in_town(ADVISOR).get("/werklijst").status_code


def test_who_may_only_read_a_dossier_as_a_lawyer_has_it_on_no_list_of_his_own(
    in_town: Ask, built_store: Store
) -> None:
    """The lists lead to pages on which a caseworker writes, and those are for who has the dossier."""
    both = replace(LAWYER, name="B. Beide", roles=frozenset({DeskRole.CASEWORKER, DeskRole.LEGAL}))
    with writing(built_store, "havendorp/de-kade", "P. Visser") as ledger:
        ledger.append((Draft(Assigned(to="P. Visser"), 1),))
    desk = in_town(both)
    lists = ("/wachtlijst/havendorp/de-kade/plaatsing", "/werklijst?alles=ja")

    assert ([False, False], 403, 200) == (
        ["Willems" in read(desk.get(each)) for each in lists],
        desk.get("/dossiers/havendorp/de-kade/1/besluit/toelating").status_code,
        desk.get("/dossiers/havendorp/de-kade/1").status_code,
    )
