from __future__ import annotations

from fastapi.testclient import TestClient

from tests.web.persons import CASEWORKER
from tests.web.persons import Ask


def test_the_first_page_says_that_one_person_works_here(client: TestClient) -> None:
    assert "U werkt alleen op deze computer" in client.get("/").text


def test_everybody_sees_the_sections_of_their_own_role(ask: Ask) -> None:
    text = ask(CASEWORKER).get("/").text

    assert (True, False) == ('href="/werklijst"' in text, 'href="/voorstellen"' in text)


def test_a_form_from_elsewhere_is_refused(client: TestClient) -> None:
    answer = client.post("/", headers={"Sec-Fetch-Site": "cross-site"})

    assert (403, True) == (answer.status_code, "komt van een andere website" in answer.text)


def test_a_page_that_is_not_there_says_so_in_dutch(client: TestClient) -> None:
    answer = client.get("/nergens")

    assert (404, True) == (answer.status_code, "Deze bladzijde is er niet" in answer.text)
