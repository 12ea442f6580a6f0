"""What a page does to people who cannot see it well, or do not use a mouse."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from playwright.sync_api import ConsoleMessage
from playwright.sync_api import Page
from playwright.sync_api import Request
from playwright.sync_api import Response

from soco_rules.web.answers import PARAMETER

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_FOCUS = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const style = getComputedStyle(at);
  const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  return [at.outerHTML.slice(0, 80), seen];
}"""
_AT_THE_TOP = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
}"""
_SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""The room between letters, words and lines that a reader may ask for (WCAG 1.4.12)."""
_CUT = """() => [...document.querySelectorAll('header *, main *, footer *')].filter((each) => {
  const style = getComputedStyle(each);
  const hides = style.overflowX === 'hidden' && each.scrollWidth > each.clientWidth + 1
    || style.overflowY === 'hidden' && each.scrollHeight > each.clientHeight + 1;
  return hides && each.clientWidth > 2 && !each.closest('[aria-hidden], .soco-only-read');
}).map((each) => each.outerHTML.slice(0, 80))"""
_SMALL = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter((each) => each.checkVisibility() && getComputedStyle(each).display !== 'inline')
  .map((each) => [each, each.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && Math.min(box.width, box.height) < 23.5)
  .map(([each, box]) => `${Math.round(box.width)} by ${Math.round(box.height)}: ${each.outerHTML.slice(0, 80)}`)"""
"""What is smaller than 24 pixels to point at and does not stand in a sentence (WCAG 2.2, 2.5.8)."""
_BUILT = """() => {
  const found = [];
  const at = (each) => each.outerHTML.slice(0, 80);
  const words = (each) => each.textContent.trim();
  for (const table of document.querySelectorAll('table')) {
    if (!table.caption && !table.getAttribute('aria-label')) found.push(`a table without a caption: ${at(table)}`);
    for (const head of table.querySelectorAll('th')) {
      if (!head.scope) found.push(`a head of a table without a scope: ${at(head)}`);
      if (!words(head)) found.push(`an empty head of a table: ${at(head)}`);
    }
    for (const row of table.tBodies[0]?.rows ?? []) {
      if (!row.querySelector('th')) found.push(`a row without a head: ${at(row)}`);
    }
  }
  for (const group of document.querySelectorAll('fieldset')) {
    const legend = group.querySelector(':scope > legend');
    if (!legend || !words(legend)) found.push(`a group without a legend: ${at(group)}`);
  }
  for (const choice of document.querySelectorAll('input[type=radio]')) {
    if (!choice.closest('fieldset')) found.push(`a choice outside a group: ${at(choice)}`);
  }
  for (const field of document.querySelectorAll('[aria-describedby], [aria-labelledby]')) {
    const names = `${field.getAttribute('aria-describedby') ?? ''} ${field.getAttribute('aria-labelledby') ?? ''}`;
    for (const name of names.trim().split(/ +/)) {
      if (!document.getElementById(name)) found.push(`what tells about it is not there: ${at(field)}`);
    }
  }
  for (const field of document.querySelectorAll('input:not([type=hidden]), textarea, select')) {
    if (!['radio', 'checkbox', 'file'].includes(field.type) && field.localName === 'input' && !field.autocomplete) {
      found.push(`a browser may fill in somebody else's data: ${at(field)}`);
    }
  }
  if (document.querySelectorAll('main h1').length !== 1) found.push('not one first heading');
  if (document.querySelectorAll('main form .utrecht-button--primary-action').length > 1
      && !document.querySelector('#fouten')) {
    found.push('more than one button asks most');
  }
  for (const each of document.querySelectorAll('[title]')) {
    if (each.localName !== 'iframe') found.push(`what only a mouse shows: ${at(each)}`);
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const id = decodeURIComponent(link.hash.slice(1));
    if (!document.getElementById(id) && !/^regel-/.test(id)) found.push(`a link to nothing: ${at(link)}`);
  }
  return found;
}"""
"""What axe-core leaves to a person: heads of rows and columns, names of groups, one first heading, one main button."""
_FORBIDDEN = """document.addEventListener('securitypolicyviolation',
  (event) => console.error(`forbidden by ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`))"""
"""What the policy of the page forbids is an error, however the browser tells it."""
_REACHABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe"


def faults_of(
    browser: Browser, address: str, press: str = "", status: int = 200, awaits: str = "#fouten"
) -> list[str]:
    """Everything that is wrong with a page for its readers, in words; nothing where all is well.

    With `press` that is what comes of the button with these words, of a form that was left as it is; `awaits` is what
    then stands on the page.
    """

    def reach(page: Page) -> Response | None:
        answer = page.goto(address)
        return pressed(page, press, awaits) if press else answer

    return faults_after(browser, address, reach, status)


def faults_after(
    browser: Browser,
    address: str,
    reach: Callable[[Page], Response | None],
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> list[str]:
    """Everything that is wrong with the page that somebody comes to; `reach` gives the answer that has this status.

    `address` is that of the desk, from which everything has to come; `headers` go along with each request.
    """
    context = browser.new_context(
        viewport={"width": 1000, "height": 900}, base_url=address, extra_http_headers=dict(headers or {})
    )
    page = context.new_page()
    said: list[str] = []
    page.add_init_script(_FORBIDDEN)
    page.on("console", lambda message: said.append(message.text) if _is_fault(message, page) else None)
    page.on(
        "request", lambda asked: None if _is_own(asked.url, address) else said.append(f"asks {asked.url}")
    )
    answer = reach(page)
    found = [] if answer and answer.status == status else [f"status {answer and answer.status}"]
    found += said
    found += _axe(page)
    found += page.evaluate(_BUILT)
    found += _keyboard(page)
    found += [f"small: {each}" for each in page.evaluate(_SMALL)]
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found += _wide(page, "text at 200%")
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size({"width": 320, "height": 700})
    found += _wide(page, "320 px")
    page.evaluate(_SPACED)
    found += _wide(page, "320 px and room between the letters")
    found += [f"cut off with room between the letters: {each}" for each in page.evaluate(_CUT)]
    context.close()
    return found


def pressed(page: Page, press: str, awaits: str = "main") -> Response | None:
    """The answer to the button with these words, once what `awaits` says is there; the browser checks no field."""
    page.evaluate("for (const form of document.forms) form.noValidate = true")
    with page.expect_response(_is_to_a_form) as sent:
        page.get_by_role("button", name=press, exact=True).click()
    page.locator(awaits).wait_for()
    page.wait_for_load_state("networkidle")
    return sent.value


def _is_to_a_form(answer: Response) -> bool:
    """Whether it is what came of a form: the page that answers it, at the address that it was given, or the way on."""
    asked = answer.request
    if f"{PARAMETER}=" in asked.url:
        return asked.redirected_from is not None and _is_of_form(asked.redirected_from)
    return _is_of_form(asked) and f"{PARAMETER}=" not in answer.headers.get("location", "")


def _is_of_form(asked: Request) -> bool:
    """Whether a form was sent, by the browser or by htmx; the editor asks for more, whenever a text changes."""
    return asked.method == "POST" and (asked.is_navigation_request() or "hx-request" in asked.headers)


def _is_fault(message: ConsoleMessage, page: Page) -> bool:
    """Whether a browser tells of a fault; that the page itself is an answer to something wrong is none."""
    is_own = message.location["url"].startswith(page.url.partition("?")[0])
    is_answer = is_own and message.text.startswith("Failed to load resource")
    return message.type == "error" and not is_answer


def _is_own(asked: str, address: str) -> bool:
    return asked.startswith(("data:", address.split("/", 3)[0] + "//" + address.split("/", 3)[2]))


def _axe(page: Page) -> list[str]:
    result: dict[str, Any] = Axe().run(page, options={"runOnly": _TAGS}).response
    return [
        f"{fault['id']}: {node['html'][:120]}"
        for fault in result["violations"]
        for node in fault["nodes"][:3]
    ]


def _wide(page: Page, when: str) -> list[str]:
    over = page.evaluate(_TOO_WIDE)
    return [f"{over} px too wide with {when}"] if over > 0 else []


def _focused(page: Page) -> tuple[str, bool] | None:
    """What has the focus, also in a page within the page, and whether that is seen; None where nothing has it."""
    at = page.evaluate(_FOCUS)
    if at is None or not at[0].startswith("<iframe"):
        return at and (at[0], at[1])
    inside = next(filter(None, (frame.evaluate(_FOCUS) for frame in page.frames[1:])), None)
    # the whole of it has the focus, to be scrolled; a browser marks that as it does for any page
    return (at[0], True) if inside is None else (at[0], inside[1])


def _keyboard(page: Page) -> list[str]:
    """Every link and field is reached with the tab key, and is seen to be."""
    visible = [
        each for each in page.query_selector_all(_REACHABLE) if each.is_visible() and each.is_enabled()
    ]
    groups = {each.get_attribute("name") for each in visible if each.get_attribute("type") == "radio"}
    radios = sum(each.get_attribute("type") == "radio" for each in visible)
    reached: dict[str, None] = {}
    found = []
    stops = 0
    page.evaluate(_AT_THE_TOP)
    for _ in range(len(visible) + 2):
        page.keyboard.press("Tab")
        at = _focused(page)
        if at is None:
            break
        stops += 1
        reached[at[0]] = None
        if not at[1]:
            found.append(f"focus is not seen on {at[0]}")
    needed = len(visible) - radios + len(groups)
    return found + ([f"the tab key stops {stops} times at {needed} things"] if stops < needed else [])
