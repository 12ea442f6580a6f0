from __future__ import annotations

from syrupy.assertion import SnapshotAssertion

from tests.web.persons import ADVISOR
from tests.web.persons import CASEWORKER
from tests.web.persons import Ask
from tests.web.reading import read


def test_the_work_list_names_days_and_people(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(in_town(CASEWORKER).get("/werklijst?alles=ja"))


def test_a_desk_without_dossiers_tells_how_to_begin(ask: Ask) -> None:
    assert "Er zijn nog geen dossiers" in read(ask(CASEWORKER).get("/werklijst"))


def test_the_waiting_list_has_the_places(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(in_town(CASEWORKER).get("/wachtlijst/havendorp/de-kade/plaatsing"))


def test_a_besluit_that_is_not_there_is_named(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(in_town(CASEWORKER).get("/wachtlijst/havendorp/de-kade/plaats"))


def test_the_work_list_is_for_caseworkers(in_town: Ask) -> None:
    assert 403 == in_town(ADVISOR).get("/werklijst").status_code
