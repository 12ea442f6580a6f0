"""A cooperative's month at the desk: its list, its form, its file."""

from __future__ import annotations

import re
from html import unescape

import httpx2
import pytest
from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Consulted
from soco_rules.model.dossier import Draft
from tests.web.persons import CASEWORKER
from tests.web.persons import Ask
from tests.web.reading import hidden_in
from tests.web.reading import in_lines
from tests.web.reading import read

MONTH = "/maanden/havendorp/de-sluis/2026-10"
GOOD = "lidnummer;maand;omzet\nS-1;2026-10;100,00\nS-2;2026-10;0,00\nS-3;2026-10;50,00\n"
BAD = "lidnummer;maand;omzet\nS-1;2026-10;honderd\nS-9;2026-10;0,00\nS-3;2026-09;50,00\n"


def test_the_months_tell_how_they_stand(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(in_town(CASEWORKER).get("/maanden/havendorp/de-sluis"))


def test_a_month_shows_the_form_for_the_file(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(in_town(CASEWORKER).get(MONTH))


def test_a_good_file_is_booked(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    desk = in_town(CASEWORKER)

    assert snapshot == (read(sent_for(desk, GOOD)), read(desk.get(MONTH)))


def test_a_bad_file_books_nothing_and_names_row_and_column(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    desk = in_town(CASEWORKER)
    before = read(desk.get(MONTH))

    assert snapshot == read(sent_for(desk, BAD))
    assert before == read(desk.get(MONTH))


def test_of_very_many_mistakes_the_first_are_shown_and_the_others_counted(in_town: Ask) -> None:
    rows = "".join(f"X-{number};2026-10;0,00\n" for number in range(250))
    answer = sent_for(in_town(CASEWORKER), f"lidnummer;maand;omzet\n{rows}")
    shown, others = answer.text.count("<strong>Fout</strong>"), re.search(r"En nog (\d+)\.", read(answer))

    assert others is not None
    assert (200, True) == (shown, int(others[1]) >= 50)


def test_no_file_asks_for_one(in_town: Ask) -> None:
    answer = in_town(CASEWORKER).post(MONTH, data={"correctie": ""})

    assert (422, True) == (answer.status_code, "Kies het bestand" in answer.text)


def test_what_is_no_month_is_not_there(in_town: Ask) -> None:
    desk = in_town(CASEWORKER)
    paths = ("2026-13", "vorige", "2026-1", "2026-10-01")

    assert [404] * 4 == [desk.get(f"/maanden/havendorp/de-sluis/{each}").status_code for each in paths]


def test_the_form_for_the_cooperative_is_a_workbook(in_town: Ask) -> None:
    assert in_town(CASEWORKER).get(f"{MONTH}/formulier.xlsx").content.startswith(b"PK")


OTHER_HEADINGS = (
    "lidnummer;periode;omzet;Bijzonderheden\nS-1;2026-10;100,00;-\nS-2;2026-10;0,00;-\nS-3;2026-10;50,00;-\n"
)
NO_HEADING = "deelnemer;omzet\nS-1;100,00\nS-2;0,00\nS-3;50,00\n"
SAID = {"kop-0": "periode", "kolom-0": "maand", "kop-1": "Bijzonderheden", "kolom-1": "overslaan"}


def test_columns_that_nobody_knows_are_asked(in_town: Ask) -> None:
    page = sent_for(in_town(CASEWORKER), OTHER_HEADINGS)

    assert (422, {"kop-0": "periode", "kop-1": "Bijzonderheden"}, True) == (
        page.status_code,
        hidden_in(page),
        "De kolom ‘periode’ is" in read(page),
    )


def test_what_a_column_is_said_to_be_counts_and_is_remembered(in_town: Ask) -> None:
    desk = in_town(CASEWORKER)
    first = read(sent_for(desk, OTHER_HEADINGS, SAID))
    month = desk.get(MONTH)
    again = read(sent_for(desk, OTHER_HEADINGS))

    assert (True, True, True) == (
        "3 gegevens geboekt" in first,
        "periode" in hidden_in(month).values(),
        "er was niets nieuws; dit bestand was al geboekt" in again,
    )


def test_a_file_without_a_known_heading_is_asked_for_its_likeliest_row(in_town: Ask) -> None:
    desk = in_town(CASEWORKER)
    asked = hidden_in(sent_for(desk, NO_HEADING))
    booked = read(sent_for(desk, NO_HEADING, {"kop-0": "deelnemer", "kolom-0": "lidnummer"}))

    assert ({"kop-0": "deelnemer"}, True) == (asked, "3 gegevens geboekt" in booked)


def test_what_was_said_of_a_column_that_is_gone_does_not_stop_a_file(in_town: Ask) -> None:
    assert "3 gegevens geboekt" in read(sent_for(in_town(CASEWORKER), GOOD, SAID))


def test_a_sheet_that_is_not_there_is_named(in_town: Ask) -> None:
    assert "geen zichtbaar blad 'Mei'" in read(sent_for(in_town(CASEWORKER), GOOD, {"blad": "Mei"}))


@pytest.fixture
def of_colleague(in_town: Ask, built_store: Store) -> TestClient:
    """The desk of a caseworker, with the second dossier of De Sluis on the desk of a colleague."""
    with writing(built_store, "havendorp/de-sluis", "P. Visser") as ledger:
        ledger.append((Draft(Assigned(to="P. Visser"), 2),))
    return in_town(CASEWORKER)


def test_of_a_colleagues_dossier_nothing_is_named(
    of_colleague: TestClient, snapshot: SnapshotAssertion
) -> None:
    refused = sent_for(of_colleague, BAD)
    booked = sent_for(of_colleague, GOOD)
    month = of_colleague.get(MONTH)

    assert [] == [page for page in map(read, (refused, booked, month)) if "Amrani" in page]
    assert snapshot == "\n\n".join(map(in_lines, (refused, booked, month)))


def test_a_need_leads_to_its_question(in_town: Ask) -> None:
    desk = in_town(CASEWORKER)
    page = sent_for(desk, GOOD)
    where = re.search(r'href="(/dossiers/havendorp/de-sluis/1/besluit/[^"]+vraag=[^"]+)"', page.text)
    assert where

    assert "Is de penningmeester akkoord met de opgave?" in read(desk.get(unescape(where[1])))


def test_the_overview_of_everybody_is_recorded_for_what_it_is(
    of_colleague: TestClient, built_store: Store
) -> None:
    sent_for(of_colleague, GOOD)
    of_colleague.get(f"{MONTH}/overzicht.xlsx")
    book = read_book(built_store, "havendorp/de-sluis", acts={Act.CONSULTED})

    assert "maandoverzicht van alle leden, voor de uitkeringsadministratie" in [
        entry.content.purpose for entry in book.entries if isinstance(entry.content, Consulted)
    ]


def sent_for(
    desk: TestClient, content: str, said: dict[str, str] | None = None, month: str = MONTH
) -> httpx2.Response:
    """What the page says once the file was dealt with."""
    answer = desk.post(month, data=said or {}, files={"bestand": ("oktober.csv", content)})
    began = str(answer.url).rpartition("/")[2]
    desk.app.state.tasks.known[began].coming.result()  # type: ignore[attr-defined]
    return desk.get(str(answer.url))


RUNNING = "/maanden/havendorp/de-sluis/2026-11"
NOW = GOOD.replace("2026-10", "2026-11")


def test_a_month_that_is_not_over_is_booked_for_a_reason_only(in_town: Ask) -> None:
    desk = in_town(CASEWORKER)
    refused = desk.post(RUNNING, files={"bestand": ("november.csv", NOW)})
    booked = read(sent_for(desk, NOW, {"waarom": "De coöperatie stopt morgen."}, RUNNING))

    assert (422, True, True, True, True) == (
        refused.status_code,
        "Schrijf op waarom u niet wacht" in read(refused),
        "3 gegevens geboekt" in booked,
        "nog niet voorbij" in booked,
        "De reden: De coöperatie stopt morgen." in read(desk.get(RUNNING)),
    )


def test_a_month_that_has_not_begun_has_no_form(in_town: Ask) -> None:
    desk = in_town(CASEWORKER)
    page = desk.get("/maanden/havendorp/de-sluis/2026-12")
    sent = sent_for(
        desk, GOOD.replace("2026-10", "2026-12"), {"waarom": "Het moet."}, RUNNING.replace("11", "12")
    )

    assert ("De maand december 2026 is nog niet begonnen." in read(page), '"bestand"' in page.text, True) == (
        True,
        False,
        "nog niet begonnen" in read(sent),
    )
