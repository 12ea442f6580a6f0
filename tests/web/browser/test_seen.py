"""What who sees otherwise sees: other colours, no motion, each state of what can be chosen, and the page on paper."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page

from tests.web.town import KADE

TALK = f"/dossiers/{KADE}/1/besluit/toelating?vraag=woont_hier"
_CONTRAST = """(each) => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const isClear = (colour) => /, 0\\)$/.test(colour);
  let under = each;
  while (under.parentElement && isClear(getComputedStyle(under).backgroundColor)) under = under.parentElement;
  const back = getComputedStyle(under).backgroundColor;
  const both = [light(getComputedStyle(each).color), light(isClear(back) ? 'rgb(255, 255, 255)' : back)];
  return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
}"""
"""The contrast between the words of something and what lies under them (WCAG 1.4.3)."""
_ENOUGH = 4.5
_VISITED = """() => {
  const probe = document.createElement('span');
  probe.style.color = 'var(--utrecht-link-visited-color, var(--utrecht-link-color))';
  document.querySelector('main').append(probe);
  probe.id = 'bezocht';
}"""

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, desk: str) -> Iterator[Page]:
    """A browser."""
    context = browser.new_context(base_url=desk)
    yield context.new_page()
    context.close()


def test_what_is_chosen_is_seen_without_the_colours_of_the_desk(browser: Browser, desk: str) -> None:
    context = browser.new_context(base_url=desk, forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(TALK)
    radios = page.get_by_role("radio")
    pictures = {radios.nth(number).screenshot() for number in range(2)}
    marks = [page.get_by_role("link", name=name, exact=True).first for name in ("Dossiers", "Werklijst")]
    lines = {each.evaluate("(link) => getComputedStyle(link).borderBottomColor") for each in marks}
    context.close()

    assert (2, 2) == (len(pictures), len(lines))


@pytest.mark.parametrize("path", ["/dossiers", TALK, f"/voorstellen/{KADE}/1/22"])
def test_words_stay_readable_in_each_state(page: Page, path: str) -> None:
    page.goto(path)
    found = []
    for each in page.locator(":is(header, main, footer) :is(a[href], button, summary):visible").all():
        for state, bring in (("hover", each.hover), ("focus", each.focus)):
            bring()
            if (contrast := each.evaluate(_CONTRAST)) < _ENOUGH:
                found.append(f"{contrast:.1f} with {state}: {each.inner_text()}")

    assert [] == found


def test_a_visited_link_stays_readable(page: Page) -> None:
    page.goto("/dossiers")
    page.evaluate(_VISITED)

    assert page.locator("#bezocht").evaluate(_CONTRAST) >= _ENOUGH


def test_who_wants_no_motion_sees_none(browser: Browser, desk: str) -> None:
    context = browser.new_context(base_url=desk, reduced_motion="reduce")
    page = context.new_page()
    page.goto(TALK)
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter((each) => { const style = getComputedStyle(each);"
        " return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0; }).length"
    )
    context.close()

    assert 0 == moving


def test_paper_shows_the_work_without_the_menu(page: Page) -> None:
    page.goto(TALK)
    page.emulate_media(media="print")

    assert (False, True) == (
        page.get_by_role("banner").is_visible(),
        page.get_by_role("heading").first.is_visible(),
    )


def test_paper_shows_what_is_folded_away_and_which_dossier_it_is_and_no_buttons(page: Page) -> None:
    page.goto(f"/dossiers/{KADE}/1/besluit/toelating")
    folded = page.get_by_text("Niemand heeft het vastgesteld.")
    before = folded.is_visible()
    page.emulate_media(media="print")

    assert (False, True, True, 0) == (
        before,
        folded.is_visible(),
        page.get_by_role("link", name="Dossier 1", exact=True).is_visible(),
        page.locator("button:visible").count(),
    )


def test_who_worked_all_day_is_warned_and_goes_on_with_what_he_typed(page: Page) -> None:
    body = '<body data-rest="900" data-aanmelden="/toegankelijkheid" '
    page.route(
        "**/dossiers",
        lambda route: route.fulfill(
            response=(real := route.fetch()), body=real.text().replace("<body ", body)
        ),
    )
    page.clock.install()
    page.goto("/dossiers")
    page.get_by_label("Zoek een deelnemer").fill("Willems")
    page.clock.fast_forward("09:00")
    before = page.get_by_role("dialog").count()
    page.clock.fast_forward("02:00")
    warning = page.get_by_role("dialog", name="Over vijf minuten wordt u afgemeld, ook als u doorwerkt")
    with page.context.expect_page() as opened:
        warning.get_by_role("link", name="Meld u opnieuw aan").click()
    warning.get_by_role("button", name="Ga verder").click()

    assert (0, "/toegankelijkheid", "Willems") == (
        before,
        urlsplit(opened.value.url).path,
        page.get_by_label("Zoek een deelnemer").input_value(),
    )


def test_who_is_silent_is_warned_and_stays_with_one_key(page: Page) -> None:
    page.route(
        "**/werklijst",
        lambda route: route.fulfill(
            response=(real := route.fetch()), body=real.text().replace("<body ", '<body data-stilte="1800" ')
        ),
    )
    page.clock.install()
    page.goto("/werklijst")
    page.get_by_role("link", name="Dossiers", exact=True).focus()
    page.clock.fast_forward("23:00")
    before = page.get_by_role("dialog").count()
    page.clock.fast_forward("02:00")
    page.get_by_role("dialog", name="Over vijf minuten wordt u afgemeld").wait_for()
    with page.expect_response("**/toegankelijkheid"):
        page.keyboard.press("Enter")

    assert (0, 0, "Dossiers") == (
        before,
        page.get_by_role("dialog").count(),
        page.evaluate("document.activeElement.innerText"),
    )
