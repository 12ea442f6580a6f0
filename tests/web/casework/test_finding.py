from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.dossiers.directory import Line
from soco_rules.web.casework.listing import AT_ONCE
from soco_rules.web.casework.listing import Rules
from soco_rules.web.casework.listing import on_page
from tests.web.persons import ADVISOR
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.persons import Ask
from tests.web.reading import read


def test_a_desk_without_dossiers_says_how_to_begin(ask: Ask) -> None:
    assert "Er is nog geen dossier. Open het eerste dossier" in read(ask(CASEWORKER).get("/dossiers"))


def test_the_first_page_has_the_agreements_with_what_waits(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(in_town(CASEWORKER).get("/dossiers"))


def test_the_list_of_an_agreement_has_who_what_and_where(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(in_town(CASEWORKER).get("/dossiers/havendorp/de-kade"))


def test_a_stand_of_nobody_shows_everybody(in_town: Ask) -> None:
    text = read(in_town(CASEWORKER).get("/dossiers/havendorp/de-kade?stand=lid"))

    assert "Niemand heeft de stand ‘lid’. Hieronder staat iedereen." in text


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("willems", "S. Willems"),
        ("yildiz laan", "Ö. Yildiz-van der Laan"),
        ("o yildiz", "Ö. Yildiz-van der Laan"),
        ("K-2", "T. el Amrani"),
    ],
)
def test_somebody_is_found_by_part_of_a_name_or_a_member_number(in_town: Ask, typed: str, found: str) -> None:
    assert found in read(in_town(CASEWORKER).post("/dossiers/zoeken", data={"zoek": typed}))


def test_somebody_is_found_by_a_citizen_service_number(ask: Ask) -> None:
    client = ask(CASEWORKER)
    client.post(
        "/dossiers/nieuw",
        data={"overeenkomst": "havendorp/de-sluis", "naam": "B. Bos", "bsn": "999990019"},
    )

    assert "B. Bos" in read(client.post("/dossiers/zoeken", data={"zoek": "9999.90.019"}))


def test_nobody_found_says_what_to_do(in_town: Ask) -> None:
    text = read(in_town(CASEWORKER).post("/dossiers/zoeken", data={"zoek": "nergens"}))

    assert "Niemand gevonden. Zoek op een deel van de naam, of open een nieuw dossier ." in text


def test_searching_for_nothing_is_told_at_the_field(in_town: Ask) -> None:
    answer = in_town(CASEWORKER).post("/dossiers/zoeken", data={"zoek": " "})

    assert (422, True) == (answer.status_code, "Er is niets ingevuld." in read(answer))


def test_an_agreement_that_is_not_there_is_no_page(in_town: Ask) -> None:
    assert 404 == in_town(CASEWORKER).get("/dossiers/havendorp/de-kadee").status_code


def test_a_lawyer_looks_too_and_a_policy_advisor_does_not(in_town: Ask) -> None:
    assert (200, 403) == (
        in_town(LAWYER).get("/dossiers").status_code,
        in_town(ADVISOR).get("/dossiers").status_code,
    )


@pytest.mark.parametrize(("asked", "shown"), [(0, 1), (1, 1), (3, 3), (99, 3)])
def test_a_long_list_has_pages(asked: int, shown: int) -> None:
    lines = [Line(number) for number in range(1, 2 * AT_ONCE + 2)]

    listed = on_page(lines, Rules("havendorp/de-kade", ("aangemeld",), {}), asked)

    assert (shown, 3, 1 if shown == 3 else AT_ONCE) == (listed.number, listed.last, len(listed.rows))
