"""Every page of the desk in a real browser: axe-core, keyboard, focus, 320 px, text at 200%, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from typing import cast

import pytest
from fastapi import APIRouter
from playwright.sync_api import Browser
from starlette.routing import Route

from soco_rules.web import further
from soco_rules.web import letters
from soco_rules.web import rooms
from soco_rules.web.app import IN_FRONT
from tests.web.browser.looked_at import faults_of

AGREEMENT = "/overeenkomsten/havendorp/de-kade/2026-01-01"
PAGES = (
    "/",
    "/toegankelijkheid",
    "/afmelden",
    "/afgemeld",
    "/beheer",
    "/dossiers",
    "/dossiers/nieuw",
    "/dossiers/nieuw?overeenkomst=havendorp/de-kade",
    "/dossiers/havendorp/de-kade",
    "/dossiers/havendorp/de-kade/1",
    "/dossiers/havendorp/de-kade/1/gegeven",
    "/dossiers/havendorp/de-kade/1/gegeven/woont_hier",
    "/dossiers/havendorp/de-kade/1/gegeven/past",
    "/dossiers/havendorp/de-kade/1/persoon",
    "/dossiers/havendorp/de-kade/1/toewijzing",
    "/beheer/toewijzen",
    "/beheer/wissen",
    "/beheer/wissen/havendorp/de-kade",
    "/dossiers/havendorp/de-kade/1/besluit/toelating",
    "/dossiers/havendorp/de-kade/1/besluit/toelating?vraag=woont_hier",
    "/dossiers/havendorp/de-kade/1/besluit/plaatsing",
    "/dossiers/havendorp/de-kade/1/besluit/toelating/brief",
    "/dossiers/havendorp/de-kade/1/besluit/toelating/procedure",
    "/dossiers/havendorp/de-kade/1/besluit/toelating/wat-als",
    "/dossiers/havendorp/de-kade/1/voorstel/22/brief",
    "/werklijst",
    "/wachtlijst/havendorp/de-kade/plaatsing",
    "/maanden",
    "/maanden/havendorp/de-sluis",
    "/maanden/havendorp/de-sluis/2026-10",
    "/overeenkomsten",
    AGREEMENT,
    f"{AGREEMENT}/punten",
    f"{AGREEMENT}/tekst",
    f"{AGREEMENT}/scenarios",
    "/overeenkomsten/nieuw",
    "/toetsen",
    "/vergelijken",
    "/voorstellen",
    "/voorstellen/havendorp/de-kade/1/22",
    "/voorstellen/havendorp/de-kade/1/22/vaststellen",
    "/voorstellen/havendorp/de-kade/2/25/afwijken",
    "/voorstellen/havendorp/de-kade/1/22/verschil",
    "/voorstellen/waterstede/de-sluis/1/3",
    "/bezwaren",
    "/vaststellen",
    "/vaststellen/havendorp/de-kade/2026-01-01",
    "/simuleren",
    "/simuleren?oud=havendorp/de-sluis@2026-01-01",
    "/vergelijken?oud=havendorp/de-sluis@2026-01-01",
    "/werk",
)
OTHERWISE = {
    "/aanmelden": "has its own test below, for its status is 401",
    "/aanmelden/terug": "leads on to another page",
    "/aanmelden/sleutel": "leads on to another page, or to the page of /aanmelden",
    "/voorstellen/{gemeente}/{cooperatie}/{nummer}/{voorstel}/bekendmaking": "in states.py: it follows an adoption",
    "/voorstellen/{gemeente}/{cooperatie}/{nummer}/{voorstel}/vaststellen/nalezen/{woord}": "in states.py",
    "/voorstellen/{gemeente}/{cooperatie}/{nummer}/{voorstel}/afwijken/nalezen/{woord}": (
        "the same view as that of adopting, in states.py"
    ),
    "/bezwaren/nieuw/{gemeente}/{cooperatie}/{nummer}/{handeling}": "in states.py: it follows making known",
    "/bezwaren/{gemeente}/{cooperatie}/{nummer}/{bezwaar}": "in states.py: it follows recording one",
    "/bezwaren/{gemeente}/{cooperatie}/{nummer}/{bezwaar}/besluit": "in states.py: idem",
    "/bezwaren/{gemeente}/{cooperatie}/{nummer}/{bezwaar}/bekendmaking": "in states.py: idem",
    "/bezwaren/{gemeente}/{cooperatie}/{nummer}/{bezwaar}/brief.pdf": "a file",
    "/gezond": "for machines",
    "/gereed": "for machines",
    "/werk/{nummer}": "has its own test below, for it begins with a form",
    "/werk/{nummer}/{bestand}": "a file",
    "/overeenkomsten/{gemeente}/{cooperatie}/{versie}/artikelen.{form}": "a file",
    "/dossiers/{gemeente}/{cooperatie}/{nummer}/brief/{handeling}": "a file",
    "/dossiers/{gemeente}/{cooperatie}/{nummer}/besluit/{besluit}/brief.{vorm}": "a file",
    "/dossiers/{gemeente}/{cooperatie}/{nummer}/{soort}/{handeling}/brief.{vorm}": "a file",
    "/voorstellen/{gemeente}/{cooperatie}/{nummer}/{voorstel}/brief.pdf": "a file",
    "/maanden/{gemeente}/{cooperatie}/{maand}/formulier.xlsx": "a file",
    "/maanden/{gemeente}/{cooperatie}/{maand}/overzicht.xlsx": "a file",
}
"""Addresses that are no page of `PAGES`, and why."""


@dataclass(frozen=True, slots=True)
class Left:
    """A form that is sent as it stands: its page, its button, and the status of the answer."""

    path: str
    button: str
    status: int = 422


WITH_ERRORS = (
    Left("/dossiers/nieuw?overeenkomst=havendorp/de-kade", "Open dossier"),
    Left("/dossiers/havendorp/de-kade/3/gegeven/past", "Leg vast"),
    Left("/dossiers/havendorp/de-kade/3/toewijzing", "Geef dit dossier"),
    Left("/beheer/toewijzen", "Wijs toe"),
    Left("/beheer/wissen/havendorp/de-kade", "Zet op de wislijst"),
    Left("/dossiers/waterstede/de-sluis/1/besluit/toelating", "Bewaar antwoord"),
    Left("/maanden/havendorp/de-sluis/2026-10", "Nakijken en boeken"),
    Left("/overeenkomsten/nieuw", "Maken en verder met de punten"),
    Left("/vergelijken?oud=havendorp/de-sluis", "Vergelijken"),
    Left("/voorstellen/havendorp/de-kade/1/22", "Geef het voorstel terug"),
    Left("/voorstellen/havendorp/de-kade/1/22/vaststellen", "Bekijk de brief"),
    Left("/voorstellen/havendorp/de-kade/2/25/afwijken", "Bekijk de brief"),
)
"""Forms in which something is wrong as they stand."""


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_everybody_can_use_the_page(browser: Browser, desk: str, path: str) -> None:
    assert [] == faults_of(browser, desk + path)


@pytest.mark.browser
@pytest.mark.parametrize("left", WITH_ERRORS, ids=lambda left: f"{left.path} {left.button}")
def test_everybody_can_mend_a_form(browser: Browser, desk: str, left: Left) -> None:
    assert [] == faults_of(browser, desk + left.path, left.button, left.status)


LONG = (
    ("/vergelijken?oud=havendorp/de-kade@2026-01-01&nieuw=havendorp/de-sluis@2026-01-01", "Vergelijken"),
    ("/simuleren?oud=havendorp/de-sluis@2026-01-01", "Doorrekenen"),
)


@pytest.mark.browser
@pytest.mark.parametrize(("form", "button"), LONG)
def test_everybody_can_read_what_came_of_long_work(
    browser: Browser, desk: str, form: str, button: str
) -> None:
    assert [] == faults_of(browser, f"{desk}{form}", button, 303, "h2 >> text=In het kort")
    assert [] == faults_of(browser, f"{desk}/werk")


@pytest.mark.browser
def test_everybody_can_read_proposed_scenarios(browser: Browser, desk: str) -> None:
    page, button = f"{desk}{AGREEMENT}/scenarios", "Voorstellen op de grenzen maken"

    assert [] == faults_of(browser, page, button, 303, "text=Er is nog niets bewaard")


@pytest.mark.browser
def test_everybody_can_follow_long_work_and_stop_it(browser: Browser, desk: str) -> None:
    """What is said aloud stays in its place, and so does the focus."""
    page = browser.new_page()
    page.goto(f"{desk}/simuleren?oud=havendorp/de-sluis@2026-01-01")
    page.fill("#leden", "100000")
    page.get_by_role("button", name="Doorrekenen").click()
    button = page.get_by_role("button", name="Stoppen")
    button.focus()
    said = page.locator("main").get_by_role("status").element_handle()
    page.locator("progress").wait_for()

    assert page.evaluate("said => said.isConnected", said)
    assert "Stoppen" == page.evaluate("document.activeElement.textContent")
    assert [] == faults_of(browser, page.url)
    button.click()
    page.get_by_text("U hebt dit gestopt.").wait_for()
    assert [] == faults_of(browser, page.url)
    page.close()


@pytest.mark.browser
def test_everybody_can_read_how_to_come_in(browser: Browser, desk: str) -> None:
    assert [] == faults_of(browser, f"{desk}/aanmelden", status=401)


def test_no_page_is_forgotten() -> None:
    routes = [
        route
        for router in (*IN_FRONT, *rooms.ROUTERS, *letters.ROUTERS, *further.ROUTERS)
        for route in reading(router)
    ]
    looked_at = {route_of(page.partition("?")[0], routes) for page in PAGES}

    assert {route.path for route in routes} == looked_at | set(OTHERWISE)


def reading(router: APIRouter) -> Iterator[Route]:
    """The routes of a router, and of those inside it, that give something to read."""
    for route in router.routes:
        if isinstance(route, Route):
            if "GET" in (route.methods or ()):
                yield route
        else:
            yield from reading(cast("Any", route).original_router)  # FastAPI keeps what was included apart


def route_of(path: str, routes: list[Route]) -> str:
    """The route that answers at a path: the first that fits it."""
    return next(route.path for route in routes if route.path_regex.match(path))
