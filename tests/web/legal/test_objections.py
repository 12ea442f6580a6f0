"""An objection at the lawyer's desk: from its receipt, over the hearing, to the decision with its letter."""

from __future__ import annotations

import re

import pytest

from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from tests.adopted import REFERENCE
from tests.web.legal.conftest import BOSS
from tests.web.legal.conftest import Seat
from tests.web.legal.forms import SIGNED
from tests.web.legal.forms import confirmed
from tests.web.legal.test_adopting import acts
from tests.web.legal.test_adopting import errors
from tests.web.legal.waterstede import ADMISSION
from tests.web.persons import CASEWORKER
from tests.web.reading import hidden_in
from tests.web.reading import read

JURIST = Person("J. de Wit", frozenset({DeskRole.LEGAL}), "juridisch adviseur")
NEW = f"/bezwaren/nieuw/{REFERENCE}/1"
RECEIVED = {"ontvangen": "2-11-2026"}
HEARD = {
    "stap": "gehoord",
    "datum": "2-11-2026",
    "gehoord_door": "P. de Boer",
    "toelichting": "U wilt eerder beginnen.",
}
UNFOUNDED = {
    "uitkomst": "ongegrond",
    "toelichting": "De proef begint als er plaats is.",
    "datum": "2-11-2026",
    "verzonden_op": "2-11-2026",
}


@pytest.fixture
def objected(seat: Seat) -> str:
    """The page of an objection to the admission of Waterstede, of which the letter is final."""
    confirmed(seat.of(BOSS), f"{ADMISSION}/vaststellen", SIGNED)
    (number,) = re.findall(rf"{NEW}/(\d+)", seat.client.get(ADMISSION).text)
    answer = seat.of(JURIST).post(f"{NEW}/{number}", data=RECEIVED)
    assert 303 == answer.status_code, read(answer)
    return str(answer.headers["location"].partition("?")[0])


def test_a_received_objection_has_a_page_with_its_term(seat: Seat, objected: str) -> None:
    text, listed = read(seat.client.get(objected)), read(seat.client.get("/bezwaren"))

    assert "Bezwaar ontvangen 2 november 2026" in text
    assert "Beslissen op bezwaar tot en met 15 januari 2027" in text
    assert "2 november 2026 beslissen 15 januari 2027" in listed


def test_after_hearing_another_person_decides_and_the_letter_is_kept(seat: Seat, objected: str) -> None:
    heard = seat.client.post(f"{objected}/stap", data=HEARD)
    asked = read(seat.client.get(f"{objected}/besluit"))
    shown = seat.client.post(f"{objected}/besluit", data={**UNFOUNDED, "doe": "bekijk"})
    before = acts(seat, REFERENCE, 1)[-1]

    done = seat.client.post(f"{objected}/besluit", data={**hidden_in(shown), "doe": "beslis"})

    assert (303, 200, 303) == (heard.status_code, shown.status_code, done.status_code)
    assert "Waarom de persoon niet is gehoord" not in asked
    assert "stap_in_bezwaar" == before
    assert "besluit_op_bezwaar" == acts(seat, REFERENCE, 1)[-1]
    text = read(seat.client.get(objected))
    assert "Het bezwaar is ongegrond" in text
    assert "De brief blijft een concept" in read(shown)
    assert "nog niet bekendgemaakt" in text


def test_its_own_letter_is_recorded_afterwards_and_appeal_runs_from_then(seat: Seat, objected: str) -> None:
    seat.client.post(f"{objected}/stap", data=HEARD)
    shown = seat.client.post(f"{objected}/besluit", data={**UNFOUNDED, "doe": "bekijk"})
    seat.client.post(f"{objected}/besluit", data={**hidden_in(shown), "doe": "beslis"})

    refused = errors(seat, f"{objected}/bekendmaking", {"verzonden_op": "2-11-2026"})
    done = seat.client.post(
        f"{objected}/bekendmaking", data={"verzonden_op": "2-11-2026", "eigen_brief": "Z-9"}
    )

    assert ["Kenmerk van uw eigen brief"] == [each.partition(":")[0] for each in refused]
    assert 303 == done.status_code
    assert "Beroep kan tot en met 14 december 2026." in read(seat.client.get(objected))


def test_who_took_the_decision_is_told_that_another_must_decide(seat: Seat, objected: str) -> None:
    answer = seat.of(BOSS).post(f"{objected}/besluit", data={**UNFOUNDED, "doe": "bekijk"})

    text = read(answer)
    assert 422 == answer.status_code
    assert "A. de Groot nam het bestreden besluit" in text
    assert "geen mandaat van 'college' om op bezwaar te beslissen" in text
    assert "besluit_op_bezwaar" not in acts(seat, REFERENCE, 1)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (
            {},
            [
                "Uitkomst: Kies wat u beslist.",
                "Toelichting op het besluit: Schrijf waarom u zo beslist (Awb 7:12 lid 1).",
                "Dag van het besluit: Vul een dag in.",
                "Dag van verzenden: Vul een dag in.",
            ],
        ),
        (
            UNFOUNDED,
            [
                (
                    "Waarom de persoon niet is gehoord: De persoon is niet over het bezwaar gehoord, en er staat niet waarom "
                    "niet. Leg vast dat er is gehoord, of vul ‘Waarom de persoon niet is gehoord’ in (Awb 7:2 en 7:3)."
                )
            ],
        ),
    ],
    ids=["nothing", "not heard"],
)
def test_what_is_wrong_is_told_at_its_field(
    seat: Seat, objected: str, form: dict[str, str], expected: list[str]
) -> None:
    assert expected == errors(seat, f"{objected}/besluit", form)


@pytest.mark.parametrize(
    ("typed", "written"), [("647.00", "€ 647,00"), ("647,00", "€ 647,00"), ("1.647,50", "€ 1.647,50")]
)
def test_costs_are_read_as_they_are_typed(seat: Seat, objected: str, typed: str, written: str) -> None:
    seat.client.post(f"{objected}/stap", data=HEARD)
    seat.client.post(f"{objected}/stap", data={"stap": "kosten_gevraagd", "datum": "2-11-2026"})
    form = {**UNFOUNDED, "uitkomst": "gegrond", "kosten": typed, "kosten_omdat": "Een advocaat."}

    assert written in read(seat.client.post(f"{objected}/besluit", data={**form, "doe": "bekijk"}))


def test_an_amount_that_can_be_read_twice_is_refused(seat: Seat, objected: str) -> None:
    seat.client.post(f"{objected}/stap", data=HEARD)
    seat.client.post(f"{objected}/stap", data={"stap": "kosten_gevraagd", "datum": "2-11-2026"})
    form = {**UNFOUNDED, "uitkomst": "gegrond", "kosten": "1.401", "kosten_omdat": "Een advocaat."}

    (error,) = errors(seat, f"{objected}/besluit", form)
    assert "'1.401' kan op twee manieren worden gelezen" in error


def test_what_happens_meanwhile_is_read_first(seat: Seat, objected: str) -> None:
    seat.client.post(f"{objected}/stap", data=HEARD)
    shown = seat.client.post(f"{objected}/besluit", data={**UNFOUNDED, "doe": "bekijk"})
    seat.client.post(f"{objected}/stap", data={"stap": "advies", "datum": "2-11-2026", "toelichting": "x"})
    seat.client.post(f"{objected}/stap", data={"stap": "commissie", "datum": "2-11-2026"})
    seat.client.post(
        f"{objected}/stap", data={"stap": "advies", "datum": "2-11-2026", "toelichting": "Wijs het af."}
    )

    answer = seat.client.post(f"{objected}/besluit", data={**hidden_in(shown), "doe": "beslis"})

    assert (409, "stap_in_bezwaar") == (answer.status_code, acts(seat, REFERENCE, 1)[-1])


def test_an_objection_beyond_its_term_says_what_to_ask_first(seat: Seat) -> None:
    confirmed(seat.of(BOSS), f"{ADMISSION}/vaststellen", {**SIGNED, "eigen_brief": "Z-1"})
    (number,) = re.findall(rf"{NEW}/(\d+)", seat.client.get(ADMISSION).text)

    assert ["Ontvangen op: 3 november 2026 moet nog komen."] == [
        each.partition(" Vul")[0] for each in errors(seat, f"{NEW}/{number}", {"ontvangen": "3-11-2026"})
    ]


def test_of_what_is_not_there_is_no_page(seat: Seat) -> None:
    paths = (
        f"{NEW}/1",
        f"/bezwaren/{REFERENCE}/1/1",
        f"/bezwaren/{REFERENCE}/9/1",
        f"/bezwaren/{REFERENCE}/1/1/brief.pdf",
    )

    assert {404} == {seat.client.get(path).status_code for path in paths}


def test_a_caseworker_reads_of_an_objection_and_has_no_page_of_it(seat: Seat, objected: str) -> None:
    page = read(seat.of(CASEWORKER).get(f"/dossiers/{REFERENCE}/1"))

    assert "tegen handeling" in page
    assert 403 == seat.client.get(objected).status_code


def test_from_the_dossier_a_caseworker_proposes_what_comes_in_the_place_of_a_revoked_decision(
    seat: Seat, objected: str
) -> None:
    seat.client.post(f"{objected}/stap", data=HEARD)
    form = {**UNFOUNDED, "uitkomst": "gegrond_nieuw"}
    shown = seat.client.post(f"{objected}/besluit", data={**form, "doe": "bekijk"})
    seat.client.post(f"{objected}/besluit", data={**hidden_in(shown), "doe": "beslis"})
    page = seat.of(CASEWORKER).get(f"/dossiers/{REFERENCE}/1")

    (link,) = re.findall(r'href="([^"]+)">Doe een nieuw voorstel', page.text)
    asked = seat.client.get(link)

    assert (f"/dossiers/{REFERENCE}/1/besluit/toelating?peildatum=2026-10-15", 200) == (
        link,
        asked.status_code,
    )
    assert "Peildatum: 15-10-2026" in read(asked)
