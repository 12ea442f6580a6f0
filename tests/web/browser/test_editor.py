"""The text of an agreement in the editor, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from playwright.sync_api import Page

AGREEMENT = "/overeenkomsten/havendorp/de-kade/2026-01-01"

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, desk: str) -> Iterator[Page]:
    """The rule text of De Kade, with the cursor at its end."""
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page = context.new_page()
    page.goto(f"{desk}{AGREEMENT}/tekst")
    page.locator("#tekst").focus()
    page.keyboard.press("Control+End")
    yield page
    context.close()


def typed(page: Page) -> str:
    """The last line of the text."""
    return page.locator("#tekst").input_value().rpartition("\n")[2]


def test_a_key_of_the_schema_is_chosen_with_the_arrows(page: Page) -> None:
    page.keyboard.type("niet_v")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    assert "niet_vertaald: " == typed(page)


def test_the_list_opens_with_a_key_and_closes_with_another(page: Page) -> None:
    page.keyboard.type("bewaren2:")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Space")
    page.get_by_role("option").first.wait_for()
    active = page.locator("#tekst").get_attribute("aria-activedescendant")
    page.keyboard.press("Escape")

    assert ("tekst-keuzes-0", 0) == (active, page.get_by_role("option").count())


def test_a_choice_takes_the_place_of_the_whole_word(page: Page) -> None:
    page.keyboard.type("niet_vooraf: later")
    for _ in range(len("ooraf: later")):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Control+Space")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")

    assert "niet_vertaald: later" == typed(page)


def test_enter_without_a_choice_begins_a_line(page: Page) -> None:
    page.keyboard.type("niet_v")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")

    assert "" == typed(page)


def test_the_tab_key_leaves_the_text(page: Page) -> None:
    page.keyboard.press("Tab")

    assert "geldig_vanaf" == page.evaluate("document.activeElement.id")


def test_a_finding_comes_while_typing_and_leads_to_its_line(page: Page) -> None:
    page.keyboard.type("onzin")
    page.locator("#bevindingen li").first.wait_for()
    page.locator("#bevindingen a").first.focus()
    page.keyboard.press("Enter")

    assert ["tekst", "onzin"] == page.evaluate(
        "[document.activeElement.id, document.activeElement.value.slice("
        "document.activeElement.selectionStart, document.activeElement.selectionEnd)]"
    )


def test_an_open_list_is_for_everybody(page: Page) -> None:
    page.keyboard.type("niet_v")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    result: dict[str, Any] = Axe().run(page).response

    assert [] == [(fault["id"], fault["nodes"][0]["html"]) for fault in result["violations"]]
