"""Going back to the page that answered a form: it is there, for who sent the form, as long as he may see it."""

from __future__ import annotations

import httpx2
import pytest
from fastapi.testclient import TestClient

from soco_rules.web.answers import PARAMETER
from tests.web.casework.test_assigning import GIVE
from tests.web.persons import ADVISOR
from tests.web.persons import ALONE
from tests.web.persons import CASEWORKER
from tests.web.persons import Ask
from tests.web.policy.forms import KADE
from tests.web.policy.forms import sent
from tests.web.reading import read

POINTS = f"{KADE}/punten"
SEARCH = "/dossiers/zoeken"
IN_BROWSER = {"Sec-Fetch-Mode": "navigate"}
MEMBER = "/dossiers/havendorp/de-kade/1/persoon"


def by_browser(desk: TestClient, path: str, form: dict[str, str]) -> httpx2.Response:
    """A form as a browser sends it, up to the page where it is led."""
    return desk.post(path, data=form, headers=IN_BROWSER, follow_redirects=False)


def looked_over(desk: TestClient) -> str:
    """The address of the page that tells how the points are, with one that cannot be."""
    form = sent(desk, POINTS, doen="nakijken", waarde__ledenmaximum="veel")
    return by_browser(desk, POINTS, form).headers["Location"]


def test_who_goes_back_to_what_was_looked_over_finds_it_as_it_was_filled(ask: Ask) -> None:
    desk = ask(ADVISOR)
    where = looked_over(desk)
    saved = by_browser(desk, POINTS, sent(desk, POINTS, doen="bewaren", waarde__ledenmaximum="12"))
    back = desk.get(where)

    assert (303, 200, True) == (saved.status_code, back.status_code, 'value="veel"' in back.text)
    assert where.startswith(f"{POINTS}?{PARAMETER}=")


def test_what_is_wrong_with_a_form_keeps_its_status(ask: Ask) -> None:
    desk = ask(ADVISOR)
    form = sent(desk, POINTS, doen="bewaren", waarde__ledenmaximum="veel")

    assert 422 == desk.get(by_browser(desk, POINTS, form).headers["Location"]).status_code


def test_who_goes_back_to_a_search_finds_it_without_a_name_in_the_address(in_town: Ask) -> None:
    desk = in_town(CASEWORKER)
    where = by_browser(desk, SEARCH, {"zoek": "willems"}).headers["Location"]

    assert "S. Willems" in read(desk.get(where))
    assert "willems" not in where.lower()


def test_another_person_gets_the_page_and_not_the_answer(ask: Ask) -> None:
    where = looked_over(ask(ADVISOR))

    assert 'value="veel"' not in ask(ALONE).get(where).text


def test_an_answer_of_a_page_where_only_forms_go_is_nobody_elses(in_town: Ask) -> None:
    where = by_browser(in_town(CASEWORKER), SEARCH, {"zoek": "willems"}).headers["Location"]

    assert 405 == in_town(ADVISOR).get(where).status_code


def test_who_may_not_see_a_dossier_any_more_does_not_come_back_to_it(in_town: Ask) -> None:
    desk = in_town(CASEWORKER)
    where = by_browser(desk, MEMBER, {}).headers["Location"]
    before = desk.get(where).status_code
    desk.post("/dossiers/havendorp/de-kade/1/toewijzing", data=GIVE | {"zeker": "ja"})

    assert (422, 403) == (before, desk.get(where).status_code)


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Mode": "cors"}])
def test_a_script_reads_the_answer_where_it_sent_the_form(ask: Ask, headers: dict[str, str]) -> None:
    desk = ask(ADVISOR)
    form = sent(desk, POINTS, doen="bewaren", waarde__ledenmaximum="veel")

    assert 422 == desk.post(POINTS, data=form, headers=headers, follow_redirects=False).status_code


def test_a_word_that_nobody_was_given_gives_the_page_as_it_is(ask: Ask) -> None:
    assert 200 == ask(ADVISOR).get(f"{POINTS}?{PARAMETER}=verzonnen").status_code
