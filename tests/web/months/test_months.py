"""A cooperative's month at the desk: its list, its form, its file."""

from __future__ import annotations

import httpx2
from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from tests.web.persons import CASEWORKER
from tests.web.persons import Ask
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

    assert snapshot == (read(_sent(desk, GOOD)), read(desk.get(MONTH)))


def test_a_bad_file_books_nothing_and_names_row_and_column(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    desk = in_town(CASEWORKER)
    before = read(desk.get(MONTH))

    assert snapshot == read(_sent(desk, BAD))
    assert before == read(desk.get(MONTH))


def test_no_file_asks_for_one(in_town: Ask) -> None:
    answer = in_town(CASEWORKER).post(MONTH, data={"correctie": ""})

    assert (422, True) == (answer.status_code, "Kies het bestand" in answer.text)


def test_what_is_no_month_is_not_there(in_town: Ask) -> None:
    desk = in_town(CASEWORKER)
    paths = ("2026-13", "vorige", "2026-1", "2026-10-01")

    assert [404] * 4 == [desk.get(f"/maanden/havendorp/de-sluis/{each}").status_code for each in paths]


def test_the_form_for_the_cooperative_is_a_workbook(in_town: Ask) -> None:
    assert in_town(CASEWORKER).get(f"{MONTH}/formulier.xlsx").content.startswith(b"PK")


def _sent(desk: TestClient, content: str) -> httpx2.Response:
    """What the page says once the file was dealt with."""
    answer = desk.post(MONTH, files={"bestand": ("oktober.csv", content)})
    began = str(answer.url).rpartition("/")[2]
    desk.app.state.tasks.known[began].coming.result()  # type: ignore[attr-defined]
    return desk.get(str(answer.url))
