"""The whole work of each role in a browser that runs no script."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import FilePayload
from playwright.sync_api import Page

from soco_rules.web.people import Person
from tests.adopted import REFERENCE
from tests.web.browser.conftest import HEADER
from tests.web.browser.conftest import LEADER
from tests.web.months.test_months import BAD
from tests.web.months.test_months import GOOD
from tests.web.persons import ADVISOR
from tests.web.persons import ALONE
from tests.web.persons import CASEWORKER
from tests.web.policy.test_scenarios import WELCOME
from tests.web.town import KADE
from tests.web.town import SLUIS

REASON = "Naaiwerk past bij het plan van aanpak."
MOST = 20
"""More questions than there are; an interview that does not end fails."""

LONGEST = 300
"""More times than anybody has to look again."""

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
    with page.expect_navigation():  # a click alone does not wait for the first question
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
        with page.expect_navigation():  # a click alone does not wait for the next question
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


def test_a_month_of_a_cooperative_is_refused_mended_and_booked(as_person: As) -> None:
    page = as_person(CASEWORKER)
    page.goto(f"/maanden/{SLUIS}/2026-07")
    send_file(page, BAD)
    told = until(page, "Wat er mis is")
    page.get_by_role("link", name="Een ander bestand kiezen").click()
    send_file(page, GOOD)
    booked = until(page, "Geboekt")

    assert "Er is niets geboekt" in told
    assert "3 rijen gelezen" in booked


def test_an_advisor_makes_an_agreement_fills_it_in_and_runs_a_scenario(as_person: As) -> None:
    page = as_person(ADVISOR)
    page.goto("/overeenkomsten")
    page.get_by_role("link", name="Nieuwe overeenkomst").click()
    fill(page, {"Kenmerk": "nieuwdorp/de-werf", "Eerste dag van de afspraken": "1-1-2027"})
    fill(page, {"Naam van de gemeente": "Nieuwdorp", "Naam van de coöperatie": "De Werf"})
    page.get_by_role("button", name="Maken en verder met de punten").click()
    point = page.locator("fieldset.soco-point").first
    point.get_by_role("textbox", name="Welk document, waarom deze aanname").fill(
        "Nog geen afspraak over gemaakt."
    )
    page.get_by_role("button", name="Bewaren als concept").click()
    kept = read(page)
    page.get_by_role("link", name="Regeltekst").click()
    page.get_by_role("button", name="Nakijken").click()
    looked = read(page)
    page.goto(f"/overeenkomsten/{KADE}/2026-01-01")
    page.get_by_role("link", name="Scenario’s", exact=True).click()
    page.locator("#tekst").fill(WELCOME)
    page.get_by_role("button", name="Bewaren", exact=True).click()
    saved = read(page)
    page.goto("/toetsen")
    page.get_by_role("button", name="Uitvoeren met dekking").click()
    ran = until(page, "In het kort")

    assert "De Werf" in kept
    assert "fout" in looked
    assert "De scenario’s staan in" in saved
    assert "1 scenario uitgevoerd: 1 geslaagd" in ran


def test_beheer_assigns_a_dossier_and_looks_the_books_over(as_person: As) -> None:
    page = as_person(ALONE)
    page.goto("/beheer")
    page.get_by_role("link", name="Leg dossiers bij een klantmanager").click()
    page.get_by_label("Overeenkomst").select_option(SLUIS)
    fill(page, {"Nummers van de dossiers": "2"})
    fill(page, {"Aan wie": CASEWORKER.name, "Waarom": "afwezig"})
    page.get_by_role("button", name="Wijs toe").click()
    assigned = read(page)
    page.goto("/beheer")
    page.get_by_role("button", name="Controleer boeken en regels").click()

    looked_over = until(page, "alles zoals het is vastgelegd")
    page.goto("/beheer")
    page.get_by_role("button", name="Zoek wat weg kan").click()
    searched = until(page, "Dossiers die vandaag weg kunnen")

    assert f"ligt bij {CASEWORKER.name}" in assigned
    assert SLUIS in searched
    assert f"{SLUIS}: " in looked_over


def fill(page: Page, fields: dict[str, str]) -> None:
    """Fill in fields by their labels."""
    for label, text in fields.items():
        page.get_by_label(label, exact=True).fill(text)


def send_file(page: Page, text: str) -> None:
    """Send the month of a cooperative."""
    sent = text.replace("2026-10", "2026-07").replace("2026-09", "2026-06").encode()
    page.set_input_files("input[type=file]", FilePayload(name="juli.csv", mimeType="text/csv", buffer=sent))
    page.get_by_role("button", name="Nakijken en boeken").click()


def until(page: Page, words: str) -> str:
    """Look again until a page has these words, as somebody without JavaScript does; its text."""
    for _ in range(LONGEST):
        if words in read(page):
            return read(page)
        page.reload()
    pytest.fail(f"{words} does not come")
