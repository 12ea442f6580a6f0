"""What who cannot see a page hears of it: its title, what has the focus, and what is said when a part changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from threading import Event

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page
from playwright.sync_api import expect

from soco_rules.web.tasks import Ready
from soco_rules.web.tasks import Run
from soco_rules.web.tasks import Tasks
from tests.web.browser.test_pages import PAGES
from tests.web.browser.test_pages import WITH_ERRORS
from tests.web.browser.test_pages import Left
from tests.web.persons import ALONE
from tests.web.town import KADE

DOSSIER = f"/dossiers/{KADE}/3"
TALK = f"/dossiers/{KADE}/3/besluit/toelating"
EDITOR = f"/overeenkomsten/{KADE}/2026-01-01/tekst"
_LISTEN = """() => {
  window.heard = [];
  const said = document.getElementById('gemeld');
  new MutationObserver(() => window.heard.push(said.textContent)).observe(said, {childList: true, characterData: true, subtree: true});
}"""
"""Keep what the one live region of a page says, each time that it changes, as a screen reader does."""
_FOCUS = (
    "() => [document.activeElement.id || document.activeElement.tagName, document.activeElement.innerText]"
)

pytestmark = pytest.mark.browser


def untold(page: Page) -> list[str]:
    """The fields of a page with an error that is not told with them."""
    return [
        each.get_attribute("id") or ""
        for each in page.locator("[aria-invalid]").all()
        for told in [each.get_attribute("aria-describedby") or ""]
        if not any(page.locator(f"#{id_}.utrecht-form-field-error-message").count() for id_ in told.split())
    ]


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def context(request: pytest.FixtureRequest, browser: Browser, desk: str) -> Iterator[BrowserContext]:
    """A browser with and without JavaScript."""
    context = browser.new_context(base_url=desk, java_script_enabled=request.param)
    yield context
    context.close()


@pytest.fixture
def page(browser: Browser, desk: str) -> Iterator[Page]:
    """A browser as most have it."""
    context = browser.new_context(base_url=desk)
    yield context.new_page()
    context.close()


def focus(page: Page) -> str:
    """The name of what has the focus, as the browser tells it to a screen reader."""
    page.locator(":focus").first.wait_for()
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    for node in tree:
        for each in node.get("properties", ()):
            if (
                each["name"] == "focused"
                and each["value"]["value"]
                and node["role"]["value"] != "RootWebArea"
            ):
                return f"{node['role']['value']}: {node['name']['value']}"
    return ""


def test_no_two_pages_have_one_title(page: Page) -> None:
    paths = defaultdict[str, set[str]](set)
    for path in PAGES:
        page.goto(path)
        paths[page.title()].add(path.partition("?")[0])

    assert [] == [same for same in paths.values() if len(same) > 1]


@pytest.mark.parametrize("left", WITH_ERRORS, ids=lambda left: f"{left.path} {left.button}")
def test_who_sends_a_form_with_an_error_hears_that_first(context: BrowserContext, left: Left) -> None:
    page = context.new_page()
    page.goto(left.path)
    page.evaluate("for (const form of document.forms) form.noValidate = true")
    page.get_by_role("button", name=left.button, exact=True).click()
    page.locator("#fouten").wait_for()

    assert ("Fout: ", "group: Er ", []) == (page.title()[:6], focus(page)[:10], untold(page))


def test_after_an_answer_the_next_question_is_heard_and_once_what_became_of_the_decision(page: Page) -> None:
    page.goto(f"{TALK}?vraag=woont_hier")
    page.evaluate(_LISTEN)
    page.get_by_label("nee").check()
    page.get_by_role("button", name="Bewaar antwoord").click()
    expect(page.locator("#gemeld")).not_to_be_empty()
    expect(page.get_by_role("status")).to_have_count(1)

    assert (
        ["Het voorstel tot nu toe: De uitkomst staat vast. Of iemand mag meedoen: doorzenden."],
        "heading: Er is niets meer te vragen",
        "Er is niets meer te vragen – Toestemming om mee te doen – Dossier 3",
    ) == (page.evaluate("window.heard"), focus(page), page.title()[:67])


def test_what_is_wrong_with_an_answer_is_heard_by_the_focus_alone(page: Page) -> None:
    page.goto(f"{TALK}?vraag=startdatum")
    page.locator("#antwoord").fill("ooit")
    page.get_by_role("button", name="Bewaar antwoord").click()
    page.locator("#fouten").wait_for()

    assert ("group: Er is 1 fout", "", "Fout: ") == (
        focus(page),
        page.locator("#gemeld").inner_text(),
        page.title()[:6],
    )


def test_what_was_done_is_heard_on_the_page_after_it(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(DOSSIER)
    page.get_by_role("button", name="Neem dit dossier").click()
    taken = focus(page), page.title()
    page.get_by_role("button", name="Leg het weg").click()

    assert ("group: Het dossier ligt nu bij u.", "Het dossier ligt nu bij u – ") == (taken[0], taken[1][:28])
    assert "group: Het dossier ligt niet meer bij u." == focus(page)


def test_the_findings_of_a_text_are_counted_aloud_and_the_list_is_not_read(page: Page) -> None:
    page.goto(EDITOR)
    page.locator("#tekst").focus()
    page.keyboard.press("Control+End")
    page.evaluate(_LISTEN)
    page.keyboard.type("onzin")
    page.locator("#bevindingen li").first.wait_for()

    assert ["Bevindingen: 1 fout, geen waarschuwingen."] == page.evaluate("window.heard")[:1]
    assert "tekst" == page.evaluate(_FOCUS)[0]


def test_after_looking_a_text_over_the_findings_are_heard(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(EDITOR)
    page.get_by_role("button", name="Nakijken").click()
    page.locator("#bevindingen[autofocus]").wait_for()

    assert "group: Er zijn geen bevindingen." == focus(page)


def test_long_work_is_told_now_and_then_and_leaves_the_focus_where_it_is(page: Page, served: FastAPI) -> None:
    steps = [Event() for _ in range(5)]
    page.goto("/werklijst")  # the rooms are there once somebody was in one

    def work(run: Run) -> Ready:
        for step in run.over("tellen", steps):
            step.wait()
        return Ready("changes/refused", {"title": "Geteld", "findings": ()})

    tasks: Tasks = served.state.tasks
    task = tasks.begin("Tellen", ALONE, work)
    page.goto(f"/werk/{task.number}")
    told = page.locator("#stand [role=status]")
    page.get_by_role("link", name="kijk hoe ver het is").focus()
    begun, title = told.inner_text(), page.title()
    for step in steps[:3]:
        step.set()
    expect(page.locator("#stand")).to_contain_text("3 van 5")
    half, focused = told.inner_text(), focus(page)
    for step in steps:
        step.set()
    page.get_by_role("heading", name="Geteld").wait_for()

    assert ("Bezig – Tellen –", "link: kijk hoe ver het is", "Klaar – Geteld") == (
        title[:16],
        focused,
        page.title()[:14],
    )
    assert ("Bezig met tellen: net begonnen.", "Bezig met tellen: de helft gedaan.") == (begun, half)
