"""Who comes back for work that was lost in a restart reads so, and never that his address is wrong."""

from __future__ import annotations

import pytest

from soco_rules.web.people import Person
from soco_rules.web.tasks import Ready
from soco_rules.web.tasks import Tasks
from tests.web.persons import ADVISOR
from tests.web.persons import CASEWORKER
from tests.web.persons import Ask
from tests.web.reading import read


def begun_before(section: str) -> str:
    """The number of work of a desk that is gone."""
    return Tasks().begin("werk", ADVISOR, lambda _: Ready("work", {}), section=section).number


def test_what_was_lost_is_said(ask: Ask) -> None:
    answer = ask(ADVISOR).get(f"/werk/{begun_before('/vergelijken')}")

    assert 410 == answer.status_code
    assert (
        "Uw berekeningen Deze berekening is er niet meer De werkplek is opnieuw gestart "
        "Wat de werkplek toen aan het berekenen was, is verloren gegaan. Dat geldt ook voor uitkomsten die "
        "klaarstonden, en voor wat u daarvoor had ingevuld. "
        "Wat al was vastgelegd, staat er nog. Kijk dat eerst na, en begin dan zo nodig opnieuw. Naar Vergelijken"
    ) == read(answer)


@pytest.mark.parametrize(
    ("person", "section", "where"),
    [
        (ADVISOR, "/simuleren", "/simuleren"),
        (CASEWORKER, "/maanden", "/maanden"),
        (ADVISOR, "/overeenkomsten/havendorp/de-kade/2026-01-01/scenarios", "/overeenkomsten"),
        (CASEWORKER, "/simuleren", "/"),
        (ADVISOR, "/elders", "/"),
    ],
)
def test_the_way_goes_to_a_section_that_the_person_has(
    ask: Ask, person: Person, section: str, where: str
) -> None:
    page = ask(person).get(f"/werk/{begun_before(section)}").text

    assert f'<a class="utrecht-button-link utrecht-button-link--secondary-action" href="{where}">' in page


@pytest.mark.parametrize("path", ["verslag.html", "stoppen"])
def test_a_file_and_the_button_to_stop_are_gone_as_well(ask: Ask, path: str) -> None:
    desk, address = ask(ADVISOR), f"/werk/{begun_before('/toetsen')}/{path}"

    assert 410 == (desk.post(address) if path == "stoppen" else desk.get(address)).status_code


def test_a_page_that_still_waits_for_it_is_read_again(ask: Ask) -> None:
    answer = ask(ADVISOR).get(f"/werk/{begun_before('/toetsen')}", headers={"HX-Request": "true"})

    assert ("", "true") == (answer.text, answer.headers["HX-Refresh"])


@pytest.mark.parametrize("number", ["x", "toetsen-0-a", "/vergelijken-00000000-AAAAAAAAAAAAAAAAAAAAAA"])
def test_any_other_number_is_no_address(ask: Ask, number: str) -> None:
    assert 404 == ask(ADVISOR).get(f"/werk/{number}").status_code


def test_work_of_somebody_else_is_not_told_of(ask: Ask) -> None:
    desk = ask(ADVISOR)
    tasks: Tasks = desk.app.state.tasks  # type: ignore[attr-defined]
    number = tasks.begin("werk", CASEWORKER, lambda _: Ready("work", {}), section="/maanden").number

    assert 404 == desk.get(f"/werk/{number}").status_code
