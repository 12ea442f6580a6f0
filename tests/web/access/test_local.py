"""The one user of a computer: in with a key that works once, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from soco_rules.web.access.ways import Local
from soco_rules.web.app import application
from soco_rules.web.settings import Settings
from tests.web.persons import ROOT

HERE = "http://127.0.0.1:8123"
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(scope="module")
def told() -> list[str]:
    return []


@pytest.fixture(scope="module")
def app(told: list[str]) -> Iterator[TestClient]:
    desk = application(Settings(ROOT, access=Local("A. de Vries", 8123)), announce=told.append)
    with TestClient(desk, HERE, headers=SAME, follow_redirects=False) as client:
        yield client


@pytest.fixture
def browser(app: TestClient) -> TestClient:
    app.cookies.clear()
    return app


def key_of(browser: TestClient) -> str:
    return str(browser.app.state.entrance.one_time.current)  # type: ignore[attr-defined] # a FastAPI


def test_without_the_key_nobody_is_in(browser: TestClient) -> None:
    answer = browser.get("/")

    assert (303, "/aanmelden?terug=%2F") == (answer.status_code, answer.headers["Location"])
    assert "Kijk in het venster waarin u soco hebt gestart" in browser.get("/aanmelden").text


def test_who_has_the_key_is_in_and_somebody_else_is_not(browser: TestClient) -> None:
    entered = browser.get("/aanmelden/sleutel", params={"sleutel": key_of(browser)})

    assert (303, "/") == (entered.status_code, entered.headers["Location"])
    assert "U bent A. de Vries" in browser.get("/").text
    browser.cookies.clear()
    assert 303 == browser.get("/").status_code


def test_who_was_on_his_way_to_a_page_comes_there_with_the_next_key(browser: TestClient) -> None:
    browser.get(browser.get("/werklijst?maand=2026-10").headers["Location"])
    first, second = (
        browser.get("/aanmelden/sleutel", params={"sleutel": key_of(browser)}).headers["Location"]
        for _ in range(2)
    )

    assert ("/werklijst?maand=2026-10", "/") == (first, second)


def test_a_key_works_once_and_the_next_one_is_told(browser: TestClient, told: list[str]) -> None:
    key = key_of(browser)
    answers = [browser.get("/aanmelden/sleutel", params={"sleutel": key}).status_code for _ in range(2)]

    assert ([303, 403], [key_of(browser)]) == (answers, told[-1:])


@pytest.mark.parametrize("key", ["", "x", "é" * 40])
def test_another_key_lets_nobody_in(browser: TestClient, key: str) -> None:
    answer = browser.get("/aanmelden/sleutel", params={"sleutel": key})

    assert (403, True) == (answer.status_code, "Deze sleutel werkt niet" in answer.text)
    assert 303 == browser.get("/").status_code


def test_after_a_restart_the_key_is_asked_for_again(browser: TestClient) -> None:
    browser.get("/aanmelden/sleutel", params={"sleutel": key_of(browser)})
    restarted = application(Settings(ROOT, access=Local("A. de Vries", 8123)))
    again = TestClient(restarted, HERE, cookies=dict(browser.cookies), follow_redirects=False)

    assert [200, 303] == [browser.get("/").status_code, again.get("/").status_code]


@pytest.mark.parametrize(
    "host", ["elders.example", "127.0.0.1.elders.example", "127.0.0.2:8123", "", "LOCALHOST.:80"]
)
def test_another_name_that_leads_here_is_refused(browser: TestClient, host: str) -> None:
    """A website whose name is made to lead to this computer could else read its pages."""
    assert 421 == browser.get("/aanmelden", headers={"Host": host}).status_code


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8123", "127.0.0.1", "[::1]:8123", "[::1]"])
def test_every_name_of_this_computer_is_good(browser: TestClient, host: str) -> None:
    assert 401 == browser.get("/aanmelden", headers={"Host": host}).status_code
