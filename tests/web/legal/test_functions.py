"""A lawyer signs in a function of his own: beheer lists them, and a choice of one's own stands in what is adopted."""

from __future__ import annotations

from dataclasses import replace

from fastapi.testclient import TestClient

from soco_rules.dossiers.present import contents
from soco_rules.model.dossier import Adopted
from soco_rules.web.app import application
from soco_rules.web.people import Person
from tests.adopted import REFERENCE
from tests.web.legal.conftest import BOSS
from tests.web.legal.conftest import Seat
from tests.web.legal.forms import SIGNED
from tests.web.legal.forms import confirmed
from tests.web.legal.test_adopting import ADOPT
from tests.web.legal.test_adopting import dossier
from tests.web.legal.waterstede import ADMISSION
from tests.web.legal.waterstede import REFUSAL
from tests.web.reading import read

UNKNOWN = replace(BOSS, function="")
FORM = {**SIGNED, "functie": "teamleider participatie"}


def desk_with(
    seat: Seat, person: Person, *, may_choose: bool = False, **functions: tuple[str, ...]
) -> TestClient:
    """The desk as beheer set it up, with this person at it."""
    listed = {name.replace("_", " "): each for name, each in functions.items()}
    settings = replace(seat.settings, functions=listed, may_choose_function=may_choose)
    app = application(settings, lambda _: person)
    return TestClient(
        app, "http://127.0.0.1", headers={"Sec-Fetch-Site": "same-origin"}, follow_redirects=False
    )


def test_a_choice_of_ones_own_is_told_and_stands_in_the_adoption(seat: Seat) -> None:
    with desk_with(seat, UNKNOWN, may_choose=True) as desk:
        shown = desk.post(ADOPT, data={**FORM, "stap": "bekijk"}, follow_redirects=True)
        confirmed(desk, ADOPT, FORM)

    ((_, adopted),) = contents(dossier(seat, REFERENCE, 1), Adopted)
    assert "A. de Groot, teamleider participatie (die functie koos u zelf)" in read(shown)
    assert "eigen keuze" == adopted.adoption.function_from
    assert "teamleider participatie (een functie die hij of zij zelf koos), stelde dit vast" in read(
        seat.client.get(ADMISSION)
    )


def test_a_function_that_beheer_did_not_list_is_refused(seat: Seat) -> None:
    with desk_with(seat, UNKNOWN, A_de_Groot=("jurist",)) as desk:
        answer = desk.post(ADOPT, data={**FORM, "stap": "bekijk"})

    assert (422, True) == (
        answer.status_code,
        "De functie ‘teamleider participatie’ staat niet bij u. U tekent als jurist." in read(answer),
    )


def test_a_function_that_beheer_listed_is_adopted_under(seat: Seat) -> None:
    with desk_with(seat, UNKNOWN, A_de_Groot=("teamleider participatie",)) as desk:
        confirmed(desk, ADOPT, FORM)

    ((_, adopted),) = contents(dossier(seat, REFERENCE, 1), Adopted)
    assert "beheer" == adopted.adoption.function_from


def test_who_has_none_where_nobody_may_choose_signs_nothing(seat: Seat) -> None:
    with desk_with(seat, UNKNOWN) as desk:
        answer = desk.post(ADOPT, data={**FORM, "stap": "bekijk"})
        version = desk.get("/vaststellen/havendorp/de-kade/2026-01-01")

    assert (422, True, 200) == (
        answer.status_code,
        "Van u is geen functie bekend. Vraag de beheerder om de functie op te nemen waarin u tekent."
        in read(answer),
        version.status_code,
    )


def test_who_has_no_function_reads_so_above_the_list_and_at_a_proposal_and_not_that_he_may_sign_first(
    seat: Seat,
) -> None:
    without = "Van u is geen functie bekend. Nakijken en teruggeven kan wel, "
    with desk_with(seat, UNKNOWN) as desk:
        found = [read(desk.get(path)) for path in ("/voorstellen", REFUSAL, f"{REFUSAL}/vaststellen")]

    assert [
        (True, False),
        (True, False),
        (True, False),
    ] == [(without in each, "eerste handtekening zetten kan wel" in each) for each in found]


def test_above_the_list_stands_where_no_listed_function_is_in_the_register(seat: Seat) -> None:
    with desk_with(seat, UNKNOWN, A_de_Groot=("teamleider participatie", "jurist")) as desk:
        answer = read(desk.get("/voorstellen"))

    assert (
        "Geen van uw functies (teamleider participatie, jurist) staat in het mandaatregister van Havendorp."
        in answer
    )


def test_the_one_function_that_beheer_listed_is_chosen_already(seat: Seat) -> None:
    with desk_with(seat, UNKNOWN, A_de_Groot=("teamleider participatie",)) as desk:
        answer = desk.get(ADOPT)

    assert '<option value="teamleider participatie" selected>' in answer.text


def test_nobody_adopts_a_version_in_a_function_of_his_own_making(seat: Seat) -> None:
    with desk_with(seat, UNKNOWN) as desk:
        answer = desk.post(
            "/vaststellen/havendorp/de-kade/2026-01-01",
            data={
                "functie": "jurist",
                "datum": "2026-11-02",
                "bestuursbesluit": "B",
                "bestuursbesluit_datum": "2026-10-01",
            },
        )

    assert 422 == answer.status_code
    assert not (seat.settings.root / "agreements" / "vastgesteld.yaml").exists()
