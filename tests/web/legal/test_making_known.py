"""Recording at the desk that an adopted decision was really sent, so that terms follow that day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soco_rules.dossiers.making_known import Known
from soco_rules.dossiers.present import contents
from soco_rules.model.dossier import MadeKnown
from soco_rules.web.legal.made_known import LETTER
from soco_rules.web.legal.made_known import fields_of
from soco_rules.web.people import DeskRole
from tests.web.legal.conftest import BOSS
from tests.web.legal.conftest import Seat
from tests.web.legal.forms import HEARD
from tests.web.legal.forms import SIGNED
from tests.web.legal.forms import confirmed
from tests.web.legal.test_adopting import SECOND
from tests.web.legal.test_adopting import acts
from tests.web.legal.test_adopting import dossier
from tests.web.legal.test_adopting import errors
from tests.web.legal.waterstede import ADMISSION
from tests.web.legal.waterstede import REFUSAL
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.reading import read
from tests.web.town import KADE

PATH = f"{REFUSAL}/bekendmaking"
SENT = {"verzonden_op": "2-11-2026", "eigen_brief": "Z-2026-881"}


@pytest.fixture
def refused(seat: Seat) -> Seat:
    """A refusal that two persons adopted; its letter is a concept."""
    confirmed(seat.of(LAWYER), f"{REFUSAL}/vaststellen", HEARD)
    confirmed(seat.of(SECOND), f"{REFUSAL}/vaststellen", HEARD)
    return seat


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (Known(None, "", is_kept=False), True),
        (Known(None, "", is_kept=True), False),
        (Known(None, "Z-2026-881", is_kept=False), False),
    ],
    ids=["no letter", "one in the dossier", "one of their own"],
)
def test_a_letter_is_asked_where_none_is_known(known: Known, expected: bool) -> None:
    assert [expected] == [each.required for each in fields_of(known, {}) if each.name == LETTER]


def test_afterwards_the_letter_that_was_sent_is_recorded(refused: Seat) -> None:
    before = read(refused.client.get(REFUSAL))

    answer = refused.client.post(PATH, data=SENT)

    ((_, said),) = contents(dossier(refused, KADE, 2), MadeKnown)
    shown = read(refused.client.get(answer.headers["location"]))
    assert "Dit besluit is nog niet bekendgemaakt" in before
    assert "Leg de dag van bekendmaking vast" in before
    assert (303, "2026-11-02", "Z-2026-881", "") == (answer.status_code, said.date, said.letter, said.reason)
    assert "Bekendgemaakt op 2 november 2026." in shown
    assert "Bezwaar kan tot en met 14 december 2026" in shown
    assert "Dit besluit is nog niet bekendgemaakt" not in shown


def test_the_work_list_leads_who_may_there_and_tells_who_may_otherwise(refused: Seat) -> None:
    lawyer_too = replace(SECOND, roles=SECOND.roles | {DeskRole.CASEWORKER})

    of_caseworker = refused.of(CASEWORKER).get("/werklijst")
    of_both = refused.of(lawyer_too).get("/werklijst")

    told = f"Een jurist legt vast wanneer het is verzonden. {SECOND.name} stelde dit besluit vast."
    assert (True, False) == (told in read(of_caseworker), f'href="{PATH}"' in of_caseworker.text)
    assert (False, True) == (told in read(of_both), f'href="{PATH}"' in of_both.text)
    assert 200 == refused.client.get(PATH).status_code


def test_a_correction_says_why(refused: Seat) -> None:
    refused.client.post(PATH, data=SENT)
    form = {"verzonden_op": "2-11-2026", "eigen_brief": "Z-2026-882"}

    assert ["Waarom klopt de eerdere dag niet?"] == [
        each.partition(" Handeling")[0] for each in errors(refused, PATH, form)
    ]
    assert 303 == refused.client.post(PATH, data={**form, "reden": "Het kenmerk was verkeerd."}).status_code
    assert ["bekendmaking", "bekendmaking"] == acts(refused, KADE, 2)[-2:]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({}, ["Dag van verzenden of uitreiken: Vul in op welke dag het is verzonden of uitgereikt."]),
        (
            {**SENT, "verzonden_op": "31-2-2026"},
            [
                "Dag van verzenden of uitreiken: '31-2-2026' is geen bestaande dag; schrijf bijvoorbeeld 2-11-2026."
            ],
        ),
        (
            {**SENT, "verzonden_op": "3-11-2026"},
            [
                (
                    "Dag van verzenden of uitreiken: 3 november 2026 moet nog komen. Vul ‘Dag van verzenden of uitreiken’ "
                    "in als de brief is verzonden of uitgereikt."
                )
            ],
        ),
        (
            {"verzonden_op": "2-11-2026"},
            [
                (
                    "Kenmerk van uw eigen brief: Er staat geen brief bij dit besluit in het dossier, en er is geen eigen "
                    "brief genoemd. Vul ‘Kenmerk van uw eigen brief’ in."
                )
            ],
        ),
        (
            {**SENT, "eigen_brief": "Z" * 201},
            ["Kenmerk van uw eigen brief: Dit is te lang. Houd het bij ten hoogste 200 tekens."],
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_field(refused: Seat, form: dict[str, str], expected: list[str]) -> None:
    assert expected == errors(refused, PATH, form)
    assert "bekendmaking" not in acts(refused, KADE, 2)


def test_a_letter_in_the_dossier_can_be_sent_on_another_day(seat: Seat) -> None:
    confirmed(seat.of(BOSS), f"{ADMISSION}/vaststellen", SIGNED)

    answer = seat.client.post(f"{ADMISSION}/bekendmaking", data={"verzonden_op": "26-10-2026"})

    assert 303 == answer.status_code
    assert (
        "Bezwaar kan tot en met 7 december 2026, geteld vanaf de dag na de bekendmaking (Awb 6:7 en 6:8, en "
        "Algemene termijnenwet artikel 1). In de brief zelf staan een andere dag van verzenden en een andere laatste dag; de "
        "termijn volgt de echte dag. Laat de persoon de juiste laatste dag weten."
    ) in read(seat.client.get(ADMISSION))


def test_ones_own_letter_can_be_named_at_adopting(seat: Seat) -> None:
    shown = seat.of(BOSS).post(
        f"{ADMISSION}/vaststellen",
        data={**SIGNED, "eigen_brief": "Z-1", "stap": "bekijk"},
        follow_redirects=True,
    )
    confirmed(seat.of(BOSS), f"{ADMISSION}/vaststellen", {**SIGNED, "eigen_brief": "Z-1"})

    text = read(seat.client.get(ADMISSION))
    assert "U maakt het besluit bekend met een eigen brief" in read(shown)
    assert "Bekendgemaakt met een eigen brief, kenmerk Z-1." in text
    assert "Verzending: 23 oktober 2026." in text


def test_there_is_nothing_to_make_known_of_a_proposal_that_waits(seat: Seat) -> None:
    assert [404, 404] == [seat.of(BOSS).get(PATH).status_code, seat.client.post(PATH, data=SENT).status_code]
