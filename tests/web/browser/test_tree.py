"""The main pages as a screen reader gets them: roles, names and order, to be read in a diff."""

from __future__ import annotations

import re
from collections.abc import Iterator
from threading import Event

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser
from playwright.sync_api import Page
from syrupy.assertion import SnapshotAssertion

from soco_rules.web.tasks import Ready
from soco_rules.web.tasks import Run
from soco_rules.web.tasks import Tasks
from tests.web.browser.conftest import at_address
from tests.web.browser.conftest import new_desk
from tests.web.months.test_months import BAD
from tests.web.persons import ALONE
from tests.web.town import KADE
from tests.web.town import SLUIS

TALK = f"/dossiers/{KADE}/1/besluit/toelating"
_ADDRESS = re.compile(r"\n *- /url: .*")
_TODAY = re.compile(r"(definition: door .*, op ).*")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """A desk in which no other test does anything."""
    return new_desk(tmp_path_factory.mktemp("stil"))


@pytest.fixture(scope="module")
def page(browser: Browser, app: FastAPI) -> Iterator[Page]:
    """A browser without JavaScript, so that nothing changes on its own."""
    with at_address(app) as address:
        context = browser.new_context(base_url=address, java_script_enabled=False)
        yield context.new_page()
        context.close()


def heard(page: Page) -> str:
    """The main part of a page as a tree, without the addresses of its links."""
    return _ADDRESS.sub("", page.locator("main").aria_snapshot())


def until(page: Page, words: str) -> None:
    """Look again until a page has these words, as somebody without JavaScript does."""
    for _ in range(500):
        if words in page.locator("main").inner_text():
            return
        page.reload()
    pytest.fail(f"{words} does not come")


def test_a_question_that_was_answered_wrongly(page: Page, snapshot: SnapshotAssertion) -> None:
    page.goto(f"{TALK}?vraag=startdatum")
    page.locator("#antwoord").fill("ooit")
    page.get_by_role("button", name="Bewaar antwoord").click()
    page.locator("#fouten").wait_for()

    assert snapshot == heard(page)


def test_what_a_decision_comes_to(page: Page, snapshot: SnapshotAssertion) -> None:
    page.goto(TALK)

    assert snapshot == heard(page)


def test_the_work_list(page: Page, snapshot: SnapshotAssertion) -> None:
    page.goto("/werklijst")

    assert snapshot == heard(page)


def test_a_month_with_errors_in_its_rows(page: Page, snapshot: SnapshotAssertion) -> None:
    page.goto(f"/maanden/{SLUIS}/2026-10")
    page.set_input_files(
        "input[type=file]", {"name": "oktober.csv", "mimeType": "text/csv", "buffer": BAD.encode()}
    )
    page.get_by_role("button", name="Nakijken en boeken").click()
    until(page, "Wat er mis is")

    assert snapshot == heard(page)


def test_a_text_with_findings(page: Page, snapshot: SnapshotAssertion) -> None:
    page.goto(f"/overeenkomsten/{KADE}/2026-01-01/tekst")
    page.locator("#tekst").fill(page.locator("#tekst").input_value() + "\nonzin")
    page.get_by_role("button", name="Nakijken").click()
    page.locator("#bevindingen li").first.wait_for()
    found = page.get_by_role("region", name="Bevindingen")

    assert snapshot == _ADDRESS.sub("", f"{page.title()}\n{found.aria_snapshot()}")


def test_a_proposal_to_sign_with_the_ground_behind_a_sentence(
    page: Page, snapshot: SnapshotAssertion
) -> None:
    page.set_viewport_size({"width": 600, "height": 900})
    page.goto("/voorstellen/waterstede/de-sluis/1/3")
    page.locator("details:visible summary").first.click()

    assert snapshot == _TODAY.sub(r"\1(vandaag)", heard(page)).partition("- region")[0]


def test_work_that_goes_on(page: Page, app: FastAPI, snapshot: SnapshotAssertion) -> None:
    steps = [Event() for _ in range(4)]
    page.goto("/werklijst")

    def work(run: Run) -> Ready:
        for step in run.over("tellen", steps):
            step.wait()
        return Ready("changes/refused", {"title": "Geteld", "findings": ()})

    steps[0].set()
    tasks: Tasks = app.state.tasks
    task = tasks.begin("Tellen", ALONE, work)
    page.goto(f"/werk/{task.number}")
    until(page, "1 van 4")
    told = heard(page)
    for step in steps:
        step.set()

    assert snapshot == told
