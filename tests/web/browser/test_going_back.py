"""Going back in a browser, with and without scripts: each page that answered a form is there once more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page

from tests.web.browser.conftest import HEADER
from tests.web.persons import ADVISOR
from tests.web.town import KADE

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def page(browser: Browser, desk: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A browser of the advisor."""
    context = browser.new_context(
        base_url=desk, extra_http_headers={HEADER: ADVISOR.name}, java_script_enabled=request.param
    )
    yield context.new_page()
    context.close()


def test_back_to_points_that_were_looked_over(page: Page) -> None:
    page.goto(f"/overeenkomsten/{KADE}/2026-01-01/punten")
    page.locator("#waarde-ledenmaximum").fill("13")
    page.get_by_role("button", name="Nakijken").click()
    page.get_by_role("link", name="Regeltekst").click()
    page.go_back()

    assert "13" == page.locator("#waarde-ledenmaximum").input_value()
    assert "Nagekeken" in page.locator("main").inner_text()


def test_back_to_scenarios_that_were_looked_over(page: Page) -> None:
    page.goto(f"/overeenkomsten/{KADE}/2026-01-01/scenarios")
    page.get_by_role("button", name="Nakijken").click()
    page.goto("/overeenkomsten")
    page.go_back()

    assert "Na Nakijken staat hier" not in page.locator("main").inner_text()


def test_back_to_who_was_searched_for(browser: Browser, desk: str) -> None:
    context = browser.new_context(base_url=desk)
    page = context.new_page()
    page.goto("/dossiers")
    page.get_by_label("Zoek een deelnemer").fill("willems")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("table").get_by_role("link").first.click()
    page.go_back()
    found = page.locator("main").inner_text()
    context.close()

    assert "S. Willems" in found
