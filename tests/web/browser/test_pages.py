"""Every page of the desk in a real browser: axe-core, keyboard, focus, 320 px, text at 200%, nothing from elsewhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.web.browser.looked_at import faults_of

AGREEMENT = "/overeenkomsten/havendorp/de-kade/2026-01-01"
PAGES = (
    "/",
    "/toegankelijkheid",
    "/dossiers",
    "/dossiers/nieuw",
    "/dossiers/nieuw?overeenkomst=havendorp/de-kade",
    "/dossiers/havendorp/de-kade",
    "/dossiers/havendorp/de-kade/1",
    "/dossiers/havendorp/de-kade/1/gegeven",
    "/dossiers/havendorp/de-kade/1/gegeven/woont_hier",
    "/dossiers/havendorp/de-kade/1/gegeven/past",
    "/dossiers/havendorp/de-kade/1/persoon",
    "/dossiers/havendorp/de-kade/1/besluit/toelating",
    "/dossiers/havendorp/de-kade/1/besluit/toelating?vraag=woont_hier",
    "/dossiers/havendorp/de-kade/1/besluit/plaatsing",
    "/dossiers/havendorp/de-kade/1/besluit/toelating/brief",
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
    "/voorstellen/havendorp/de-kade/1/22/afwijken",
    "/voorstellen/havendorp/de-kade/1/22/verschil",
    "/voorstellen/waterstede/de-sluis/1/3",
    "/vaststellen",
    "/vaststellen/havendorp/de-kade/2026-01-01",
    "/simuleren",
)

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", PAGES)
def test_everybody_can_use_the_page(browser: Browser, desk: str, path: str) -> None:
    assert [] == faults_of(browser, desk + path, {})
