"""The interview of a caseworker with the keyboard alone: where the focus is after each answer, and that it is seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page

from tests.web.town import KADE

MOST = 60
"""More stops of the tab key than a page has."""
_IS_SEEN = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
}"""

_WORDS = """() => {
  const at = document.activeElement;
  return [...(at.labels ?? [])].map((each) => each.innerText).concat(at.innerText ?? '').join(' ');
}"""
_NAMES = (f"mevrouw {letter}. Toets" for letter in "ABCDEFG")
"""Somebody who has no dossier yet."""

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, desk: str) -> Iterator[Page]:
    """A browser in which no test touches the mouse."""
    context = browser.new_context(base_url=desk, viewport={"width": 1000, "height": 900})
    yield context.new_page()
    context.close()


def tab_to(page: Page, words: str) -> None:
    """Go on with the tab key to what has these words, and see it there."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if words in page.evaluate(_WORDS):
            assert page.evaluate(_IS_SEEN), f"the focus is not seen on {words}"
            return
    pytest.fail(f"the tab key does not come at {words}")


def focus(page: Page) -> str:
    """The id of what has the focus."""
    return str(page.evaluate("document.activeElement.id"))


def test_after_an_answer_the_next_question_has_the_focus(page: Page) -> None:
    begin(page)
    tab_to(page, "ja")
    page.keyboard.press("Space")
    tab_to(page, "Bewaar antwoord")
    page.keyboard.press("Enter")
    page.get_by_label("Waarom", exact=True).wait_for()

    assert ("vraag-kop", True) == (focus(page), page.evaluate(_IS_SEEN))


def test_an_interview_is_held_with_the_keyboard_alone(page: Page) -> None:
    begin(page)
    tab_to(page, "ja")
    page.keyboard.press("Space")
    tab_to(page, "Bewaar antwoord")
    page.keyboard.press("Enter")
    page.get_by_label("Waarom", exact=True).wait_for()
    tab_to(page, "ja")
    page.keyboard.press("Space")
    tab_to(page, "Waarom")
    page.keyboard.type("Het plan past.")
    tab_to(page, "Bewaar antwoord")
    page.keyboard.press("Enter")
    page.get_by_text("Een dag. Bijvoorbeeld").first.wait_for()
    tab_to(page, "Op welke dag begint de deelname?")
    page.keyboard.type("1-12-2026")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Er is niets meer te vragen").wait_for()
    asked_last = focus(page)
    tab_to(page, "Bewaar als voorstel")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Het voorstel is bewaard").wait_for()

    assert "vraag-kop" == asked_last


def test_what_is_wrong_has_the_focus_and_leads_to_the_field(page: Page) -> None:
    begin(page)
    page.goto(f"{page.url}?vraag=startdatum")
    tab_to(page, "Op welke dag begint de deelname?")
    page.keyboard.type("ooit")
    page.keyboard.press("Enter")
    page.locator("#fouten").wait_for()
    summary = (focus(page), page.evaluate(_IS_SEEN))
    address = page.url
    tab_to(page, "is geen")
    page.keyboard.press("Enter")

    assert (("fouten", True), "antwoord") == (summary, focus(page))
    assert "/antwoord" not in address


def begin(page: Page) -> None:
    """Open a dossier for somebody and begin with the first besluit, with the keyboard."""
    page.goto(f"/dossiers/nieuw?overeenkomst={KADE}")
    tab_to(page, "Naam")
    page.keyboard.type(next(_NAMES))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Wat nu kan").wait_for()
    tab_to(page, "Toestemming om mee te doen")
    page.keyboard.press("Enter")
    page.get_by_text("Woont de kandidaat in Havendorp?").first.wait_for()
