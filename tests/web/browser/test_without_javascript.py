"""The whole work of a caseworker and of a lawyer in a browser that runs no script."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page

from soco_rules.web.people import Person
from tests.adopted import REFERENCE
from tests.web.browser.conftest import HEADER
from tests.web.browser.conftest import LEADER
from tests.web.persons import CASEWORKER

REASON = "Naaiwerk past bij het plan van aanpak."
MOST = 20
"""More questions than there are; an interview that does not end fails."""

As = Callable[[Person], Page]

pytestmark = pytest.mark.browser


@pytest.fixture
def as_person(browser: Browser, desk: str) -> Iterator[As]:
    """A browser without scripts for each person: `as_person(CASEWORKER)` is a page of his."""
    with ExitStack() as open_now:

        def page_of(person: Person) -> Page:
            context = browser.new_context(
                base_url=desk, extra_http_headers={HEADER: person.name}, java_script_enabled=False
            )
            open_now.callback(context.close)
            return context.new_page()

        yield page_of


def proposed(page: Page, name: str) -> str:
    """A dossier is opened for somebody, every question is answered and the outcome is proposed; its address."""
    page.goto(f"/dossiers/nieuw?overeenkomst={REFERENCE}")
    page.get_by_label("Naam", exact=True).fill(name)
    page.get_by_label("Adres (niet verplicht)").fill("Kadeplein 9\n9990 AA Waterstede")
    page.get_by_role("button", name="Open dossier").click()
    address = page.url.partition("?")[0]
    page.get_by_role("link", name="Toestemming voor deelname").first.click()
    answer_all(page)
    page.get_by_role("button", name="Bewaar als voorstel").click()
    return address


def answer_all(page: Page) -> None:
    """Answer each question as it comes."""
    for _ in range(MOST):
        if page.get_by_role("heading", name="Er is niets meer te vragen").is_visible():
            return
        if page.get_by_role("radio").count():
            page.get_by_role("radio", name="ja").check()
        else:
            field = page.locator("#antwoord")
            field.fill("2-11-2026" if page.get_by_text("Een dag. Bijvoorbeeld").count() else "600")
        if page.get_by_label("Waarom", exact=True).count():
            page.get_by_label("Waarom", exact=True).fill(REASON)
        page.get_by_role("button", name="Bewaar antwoord").click()
    pytest.fail("the interview does not end")


def read(page: Page) -> str:
    """The text of the page."""
    return page.locator("main").inner_text()


def proposal_of(page: Page, address: str) -> None:
    """Go from the queue of the lawyer to what is proposed in a dossier."""
    path = address.partition("/dossiers/")[2]
    page.goto("/voorstellen")
    page.locator(f"main a[href^='/voorstellen/{path}/']").click()
    assert "Het voorstel staat nog" in read(page)


def test_a_proposal_of_a_caseworker_becomes_the_letter_that_a_lawyer_read(as_person: As) -> None:
    caseworker, lawyer = as_person(CASEWORKER), as_person(LEADER)
    address = proposed(caseworker, "mevrouw N. Idrissi")
    assert "Het voorstel is bewaard" in read(caseworker)
    proposal_of(lawyer, address)
    lawyer.get_by_role("link", name="Vaststellen", exact=True).last.click()
    lawyer.get_by_label("Zienswijze", exact=True).select_option("niet_verplicht")
    lawyer.get_by_label("Toelichting op het besluit").fill(REASON)
    lawyer.get_by_role("button", name="Bekijk de brief").click()
    assert REASON in read(lawyer)
    lawyer.get_by_role("button", name="Stel vast").click()
    assert "A. de Groot, teamleider participatie, stelde dit vast op 2 november 2026." in read(lawyer)
    caseworker.goto(address)
    letter = caseworker.get_by_role("link", name="Brief zoals verzonden").get_attribute("href")
    assert letter
    sent = caseworker.request.get(letter)

    assert (200, "application/pdf", b"%PDF") == (sent.status, sent.headers["content-type"], sent.body()[:4])


def test_a_caseworker_reads_why_a_lawyer_gave_a_proposal_back_and_proposes_again(as_person: As) -> None:
    caseworker, lawyer = as_person(CASEWORKER), as_person(LEADER)
    address = proposed(caseworker, "de heer P. Aksoy")
    proposal_of(lawyer, address)
    lawyer.get_by_label("Wat moet er anders?").fill("Reken de uren na.")
    lawyer.get_by_role("button", name="Geef het voorstel terug").click()
    caseworker.goto(address)
    told = read(caseworker)
    caseworker.get_by_role("link", name="doe een nieuw voorstel").click()
    caseworker.get_by_role("button", name="Bewaar als voorstel").click()

    assert "Reken de uren na." in told
    assert "Het voorstel is bewaard" in read(caseworker)


def test_an_answer_that_cannot_be_stands_in_the_form_with_what_is_wrong(as_person: As) -> None:
    page = as_person(CASEWORKER)
    page.goto(f"/dossiers/nieuw?overeenkomst={REFERENCE}")
    page.get_by_label("Naam", exact=True).fill("mevrouw O. Pinas")
    page.get_by_label("Burgerservicenummer (niet verplicht)").fill("12")
    page.get_by_role("button", name="Open dossier").click()
    page.get_by_role("link", name="Burgerservicenummer").first.click()

    assert "Er is 1 fout" in read(page)
    assert "mevrouw O. Pinas" == page.get_by_label("Naam", exact=True).input_value()
    assert page.url.endswith("#bsn")
