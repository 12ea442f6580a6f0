"""Everybody can use what the desk shows that no address leads to at once, and no view of the desk is forgotten."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import Response

from soco_rules.catalogue import finding
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.web.access.ways import ClaimNames
from soco_rules.web.access.ways import Oidc
from soco_rules.web.access.ways import SessionRules
from soco_rules.web.app import application
from soco_rules.web.settings import Limits
from soco_rules.web.settings import Settings
from soco_rules.web.tasks import Ready
from tests.web.browser.conftest import HEADER
from tests.web.browser.conftest import at_address
from tests.web.browser.conftest import new_desk
from tests.web.browser.looked_at import faults_after
from tests.web.browser.looked_at import faults_of
from tests.web.browser.states import ELSEWHERE
from tests.web.browser.states import STATES
from tests.web.browser.states import Reach
from tests.web.browser.states import State
from tests.web.persons import ALONE
from tests.web.persons import ROOT
from tests.web.town import settings_in

VIEWS = ROOT / "soco_rules" / "web" / "views"
_EMPTY = (
    ("/", "U werkt alleen op deze computer"),
    ("/werklijst", "Er zijn nog geen dossiers"),
    ("/dossiers", "Per overeenkomst"),
    ("/maanden", "Er is geen coöperatie met dossiers"),
    ("/voorstellen", "wacht"),
    ("/beheer", "Er is nog geen boek"),
    ("/beheer/toewijzen", "Er is nog geen dossier"),
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk in which no other test does anything."""
    with at_address(new_desk(tmp_path_factory.mktemp("standen"))) as address:
        yield address


@pytest.fixture
def empty(tmp_path: Path, empty_file: Path, workspace_root: Path) -> Settings:
    """How a desk is set up on its first day: with rules, and nobody in its dossiers."""
    shutil.copy(empty_file, tmp_path / "dossiers.sqlite")
    return settings_in(tmp_path)


@pytest.fixture
def behind_sign_in(empty: Settings) -> Settings:
    """The same desk, behind an identity provider that is not there, and which takes on little."""
    sessions = SessionRules((b"k" * 32,), empty.root)
    oidc = Oidc("https://aanmelden.example", "soco", ClaimNames(), sessions)
    return replace(empty, access=oidc, origin="http://127.0.0.1", limits=Limits(per_minute=1))


@pytest.mark.browser
@pytest.mark.parametrize(("path", "reads"), _EMPTY)
def test_everybody_can_begin_where_nothing_is_yet(
    browser: Browser, empty: Settings, path: str, reads: str
) -> None:
    with at_address(application(empty, lambda _: ALONE)) as address:
        assert [] == faults_after(browser, address, reading(path, reads))


@pytest.mark.browser
def test_everybody_can_read_that_signing_in_failed(browser: Browser, behind_sign_in: Settings) -> None:
    with at_address(application(behind_sign_in)) as address:
        assert [] == faults_of(browser, f"{address}/aanmelden/terug?state=x", status=403)


@pytest.mark.browser
def test_everybody_can_read_that_it_goes_too_fast(browser: Browser, behind_sign_in: Settings) -> None:
    def reach(page: Page) -> Response | None:
        page.goto("/toegankelijkheid")
        return reading("/toegankelijkheid", "Er is niets vastgelegd")(page)

    with at_address(application(behind_sign_in)) as address:
        assert [] == faults_after(browser, address, reach, 429)


@pytest.mark.browser
def test_everybody_can_read_that_the_dossiers_are_away(browser: Browser, empty: Settings) -> None:
    assert empty.dossiers
    app = application(empty, lambda _: ALONE)
    app.state.rooms.built()
    Path(empty.dossiers).unlink()
    with at_address(app) as address:
        assert [] == faults_after(browser, address, reading("/dossiers", "niet te bereiken"), 503)


@pytest.mark.browser
def test_everybody_can_read_that_a_text_cannot_be_read(browser: Browser, empty: Settings) -> None:
    file = next((empty.root / "agreements").rglob("havendorp/de-kade/*.yaml"))
    file.write_text(f"{file.read_text('utf-8')}\n  : [", "utf-8")
    path = f"/overeenkomsten/havendorp/de-kade/{file.stem}/punten"
    with at_address(application(empty, lambda _: ALONE)) as address:
        assert [] == faults_after(browser, address, reading(path, "pas in te vullen"))


@pytest.mark.browser
def test_everybody_can_read_that_long_work_cannot_be_done(
    browser: Browser, served: FastAPI, desk: str
) -> None:
    page = browser.new_page()
    page.goto(f"{desk}/werklijst")  # the rooms are there once somebody was in one
    page.close()
    found = finding("bewijs-niet-beschikbaar", place_of(1), "Dit is niet te zeggen.")
    task = served.state.tasks.begin(
        "Vergelijken",
        ALONE,
        lambda _: Ready("changes/refused", {"title": "Vergelijken", "findings": (found,)}),
    )

    assert [] == faults_after(browser, desk, reading(f"/werk/{task.number}", "Dit is niet te zeggen"))


@pytest.mark.browser
@pytest.mark.parametrize("state", STATES, ids=lambda state: f"{state.view}: {state.reads}")
def test_everybody_can_use_what_comes_of_it(browser: Browser, address: str, state: State) -> None:
    assert [] == faults_after(
        browser, address, then(state.reach, state.reads), state.status, {HEADER: state.who}
    )


def test_no_view_is_forgotten() -> None:
    """Those that a route answers with at once are in `PAGES`; the rest is here."""
    whole = {
        view.relative_to(VIEWS).as_posix().removesuffix(".html.j2")
        for view in VIEWS.rglob("*.html.j2")
        if "extends 'base.html.j2'" in view.read_text("utf-8")
    }

    assert whole == {state.view for state in STATES} | set(ELSEWHERE)


def reading(path: str, words: str) -> Reach:
    """Go to a page, and see that these words are there."""
    return then(lambda page: page.goto(path), words)


def then(reach: Reach, words: str) -> Reach:
    """Come to a page, and see that these words are there."""

    def seen(page: Page) -> Response | None:
        answer = reach(page)
        page.locator("main").get_by_text(words).first.wait_for()
        return answer

    return seen
