"""What a desk shows that no address leads to at once: answers to forms, refusals, work that ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus

from playwright.sync_api import FilePayload
from playwright.sync_api import Page
from playwright.sync_api import Response

from tests.adopted import REFERENCE
from tests.web.browser.conftest import BROKEN
from tests.web.browser.conftest import LEADER
from tests.web.browser.conftest import NOBODY
from tests.web.browser.looked_at import pressed
from tests.web.months.test_months import BAD
from tests.web.months.test_months import GOOD
from tests.web.months.test_months import OTHER_HEADINGS
from tests.web.persons import ADVISOR
from tests.web.persons import ALONE
from tests.web.persons import CASEWORKER
from tests.web.test_lost import begun_before
from tests.web.town import KADE
from tests.web.town import SLUIS

Reach = Callable[[Page], Response | None]


ADMISSION = f"/voorstellen/{REFERENCE}/1/3"


@dataclass(frozen=True, slots=True)
class State:
    """A page, by the view that makes it, what there is to read on it, who comes to it and how."""

    view: str
    reads: str
    reach: Reach
    status: int = 200
    who: str = ALONE.name


def _at(path: str) -> Reach:
    return lambda page: page.goto(path)


def _after(path: str, button: str, **fields: str) -> Reach:
    """The answer to a form, of which fields were filled in by their labels."""

    def reach(page: Page) -> Response | None:
        page.goto(path)
        _fill(page, fields)
        return pressed(page, button)

    return reach


def _fill(page: Page, fields: dict[str, str]) -> None:
    for label, value in fields.items():
        field = page.get_by_label(label, exact=True)
        if field.evaluate("field => field.localName") == "select":
            field.select_option(value)
        else:
            field.fill(value)


def _file(month: str, text: str, page: Page) -> Response | None:
    """What comes of the file of a cooperative."""
    page.goto(f"/maanden/{SLUIS}/{month}")
    sent = text.replace("2026-10", month).encode()
    page.set_input_files("input[type=file]", FilePayload(name="maand.csv", mimeType="text/csv", buffer=sent))
    return pressed(page, "Nakijken en boeken")


def _too_large(page: Page) -> Response | None:
    page.goto(f"/overeenkomsten/{KADE}/2026-01-01/punten")
    page.locator("#eerste_dag, input[type=text]").last.evaluate("field => field.value = 'x'.repeat(1100000)")
    return pressed(page, "Nakijken")


def _signed_out(page: Page) -> Response | None:
    """What somebody typed whose session ended meanwhile."""
    page.goto("/dossiers")
    page.get_by_label("Zoek een deelnemer").fill("Willems")
    page.set_extra_http_headers({"X-Naam": NOBODY})
    return pressed(page, "Zoek")


def _moved_on(page: Page) -> Response | None:
    """An answer to a question that a colleague answered meanwhile."""
    path = f"/dossiers/{KADE}/3/gegeven/past"
    page.goto(path)
    beside = page.context.new_page()
    beside.goto(path)
    _judged(beside)
    beside.close()
    return _judged(page)


def _judged(page: Page) -> Response | None:
    page.get_by_label("ja", exact=True).check()
    page.get_by_label("Waarom", exact=True).fill("Het plan past.")
    return pressed(page, "Leg vast")


def _confirm(page: Page) -> Response | None:
    page.goto(f"{ADMISSION}/vaststellen")
    _fill(page, {"Zienswijze": "niet_verplicht", "Toelichting op het besluit": "Naaiwerk past bij het plan."})
    return pressed(page, "Bekijk de brief")


def _adopted(page: Page) -> Response | None:
    _confirm(page)
    return pressed(page, "Stel vast")


def _made_known(button: str, page: Page) -> Response | None:
    """The day on which an adopted besluit was made known, to fill in or filled in wrongly."""
    answer = page.goto(f"/voorstellen/{REFERENCE}/1/3/bekendmaking")
    if answer is not None and answer.status == HTTPStatus.NOT_FOUND:
        _adopted(page)
        answer = page.goto(f"/voorstellen/{REFERENCE}/1/3/bekendmaking")
    if not button:
        return answer
    page.locator("form input[type=text]").first.fill("ooit")
    return pressed(page, button)


def _objection(page: Page) -> Response | None:
    """The page of the only objection, which is recorded if it was not yet."""
    page.goto("/bezwaren")
    there = page.locator("table a").first
    if there.count():
        with page.expect_navigation() as coming:
            there.click()
        return coming.value
    _made_known("", page)
    _receipt(page)
    page.get_by_label("Ontvangen op").fill("2-11-2026")
    return pressed(page, "Leg het bezwaar vast")


def _receipt(page: Page) -> Response | None:
    page.goto(ADMISSION)
    with page.expect_navigation() as coming:
        page.get_by_role("link", name="Leg een bezwaar tegen dit besluit vast").click()
    return coming.value


def _answer(button: str, page: Page) -> Response | None:
    """The form to decide on the objection, or what comes of it."""
    _objection(page)
    with page.expect_navigation() as coming:
        page.get_by_role("link", name="Beslis op dit bezwaar").click()
    if not button:
        return coming.value
    page.get_by_label("ongegrond", exact=False).first.check()
    page.get_by_label("Waarom de persoon niet is gehoord").select_option("ziet_ervan_af")
    page.get_by_label("Waarom dat hier geldt").fill("U belde dat u niet kwam.")
    page.get_by_label("Toelichting op het besluit").fill("De proef begint als er plaats is.")
    return pressed(page, button)


def _answer_known(page: Page) -> Response | None:
    """The form to record when the decision on the objection was sent."""
    _answer("Bekijk de brief", page)
    pressed(page, "Beslis")
    with page.expect_navigation() as coming:
        page.get_by_role("link", name="Leg de dag van bekendmaking vast").click()
    return coming.value


def _returned(page: Page) -> Response | None:
    """A proposal that was given back, in the state before or in this one."""
    answer = page.goto(PROPOSAL)
    if not page.get_by_label("Wat moet er anders?").count():
        return answer
    page.get_by_label("Wat moet er anders?").fill("Reken de uren na.")
    return pressed(page, "Geef het voorstel terug")


def _after_return(path: str) -> Reach:
    def reach(page: Page) -> Response | None:
        _returned(page)
        return page.goto(path)

    return reach


def _points(button: str, page: Page) -> Response | None:
    page.goto(f"/overeenkomsten/{KADE}/2026-01-01/punten")
    page.get_by_label("Waarde", exact=True).first.fill(
        "nogal veel" if button == "Bewaren als concept" else "3"
    )
    return pressed(page, button)


def _text(button: str, page: Page) -> Response | None:
    page.goto(f"/overeenkomsten/{KADE}/2026-01-01/tekst")
    text = page.locator("#tekst")
    text.fill(f"{text.input_value()}\nonzin\n")
    return pressed(page, button)


PROPOSAL = f"/voorstellen/{KADE}/1/22"
SEARCH = "Zoek een deelnemer"
STATES = (
    State("fault", "Deze bladzijde is er niet", _at("/nergens"), 404),
    State("fault", "Dit is niet voor u", _at("/simuleren"), 403, CASEWORKER.name),
    State("fault", "Dit kan hier niet", _at("/dossiers/zoeken"), 405),
    State("fault", "Wat te doen", _at("/dossiers/nergens/niets"), 404),
    State("fault", "Er ging iets mis op de werkplek", _at("/"), 500, BROKEN),
    State("fault", "Het bestand is te groot", _too_large, 413),
    State("access/kept", "Er is nog niets vastgelegd", _signed_out, 401),
    State("casework/found", "Gevonden", _after("/dossiers", "Zoek", **{SEARCH: "Willems"})),
    State("casework/found", "Niemand gevonden", _after("/dossiers", "Zoek", **{SEARCH: "Zzyzx"})),
    State("casework/found", "Er is 1 fout", _after("/dossiers", "Zoek"), 422),
    State("casework/fact", "Niet bewaard", _moved_on, 409),
    State(
        "casework/what_if",
        "Wat nooit wordt voorgesteld",
        _after(f"/dossiers/{KADE}/1/besluit/toelating/wat-als", "Zoek"),
        303,
    ),
    State(
        "casework/dossier",
        "Het dossier ligt nu bij u",
        _after(f"/dossiers/{KADE}/3", "Neem dit dossier"),
        303,
    ),
    State("months/refused", "Wat er mis is", partial(_file, "2026-09", BAD), 303),
    State("months/refused", "Wat deze kolommen zijn", partial(_file, "2026-09", OTHER_HEADINGS), 303),
    State("months/booked", "Geboekt", partial(_file, "2026-08", GOOD), 303),
    State("policy/points", "Nagekeken", partial(_points, "Nakijken")),
    State("policy/points", "Er is 1 fout", partial(_points, "Bewaren als concept"), 422),
    State("policy/text", "1 fout", partial(_text, "Nakijken")),
    State("policy/text", "1 fout", partial(_text, "Bewaren als concept"), 422),
    State("changes/rehearsed", "In het kort", _after("/toetsen", "Uitvoeren met dekking"), 303, ADVISOR.name),
    State(
        "changes/rehearsed",
        "In het kort",
        _after("/toetsen", "Regels veranderen (duurt langer)"),
        303,
        ADVISOR.name,
    ),
    State("legal/confirm", "De brief is definitief", _confirm, 303, LEADER.name),
    State("legal/done", "stelde dit vast", _adopted, 303, LEADER.name),
    State(
        "legal/made_known",
        "Er is 1 fout",
        _after(f"{ADMISSION}/bekendmaking", "Leg de bekendmaking vast"),
        422,
        LEADER.name,
    ),
    State("casework/dossier", "Brief zoals verzonden", _at(f"/dossiers/{REFERENCE}/1")),
    State("legal/made_known", "Leg de bekendmaking vast", partial(_made_known, ""), 200, LEADER.name),
    State(
        "legal/made_known",
        "Er is 1 fout",
        partial(_made_known, "Leg de bekendmaking vast"),
        422,
        LEADER.name,
    ),
    State("legal/objection_received", "Leg het bezwaar vast", _receipt),
    State("legal/objection", "Leg een stap vast", _objection, 303),
    State("legal/objections", "Bezwaren die lopen", _at("/bezwaren")),
    State("legal/objection_answer", "Eerst ziet u de brief", partial(_answer, "")),
    State("legal/objection_confirm", "Verander iets", partial(_answer, "Bekijk de brief")),
    State("legal/objection_known", "Leg de bekendmaking vast", _answer_known),
    State(
        "policy/proposed",
        "Er is nog niets bewaard",
        _after(f"/overeenkomsten/{KADE}/2026-01-01/scenarios", "Voorstellen op de grenzen maken"),
        303,
    ),
    State("legal/done", "Teruggegeven", _returned, 303, LEADER.name),
    State("casework/dossier", "Een voorstel is teruggegeven", _after_return(f"/dossiers/{KADE}/1")),
    State("worklist/worklist", "Teruggegeven voorstellen", _after_return("/werklijst")),
    State(
        "work/lost",
        "is verloren gegaan",
        lambda page: page.goto(f"/werk/{begun_before('/vergelijken')}"),
        410,
    ),
    State("admin/checked", "Over de regels", _after("/beheer", "Controleer boeken en regels"), 303),
    State("admin/keeping", "Dossiers die vandaag weg kunnen", _after("/beheer", "Zoek wat weg kan"), 303),
)
"""In this order: what is adopted stays so."""

ELSEWHERE = {
    "accessibility": "/toegankelijkheid",
    "home": "/",
    "access/failed": "below",
    "access/sign_in": "/aanmelden",
    "access/sign_off": "/afmelden",
    "access/signed_off": "/afgemeld",
    "admin/admin": "/beheer",
    "admin/assign": "/beheer/toewijzen",
    "admin/erase": "/beheer/wissen",
    "admin/erase_book": "/beheer/wissen/havendorp/de-kade",
    "casework/books": "/dossiers",
    "casework/choose": "/dossiers/nieuw",
    "casework/decide": "/dossiers/havendorp/de-kade/1/besluit/toelating",
    "casework/give": "/dossiers/havendorp/de-kade/1/toewijzing",
    "casework/letter": "/dossiers/havendorp/de-kade/1/voorstel/22/brief",
    "casework/members": "/dossiers/havendorp/de-kade",
    "casework/new": "/dossiers/nieuw?overeenkomst=havendorp/de-kade",
    "casework/person": "/dossiers/havendorp/de-kade/1/persoon",
    "casework/procedure": "/dossiers/havendorp/de-kade/1/besluit/toelating/procedure",
    "casework/which": "/dossiers/havendorp/de-kade/1/gegeven",
    "casework/wish": "/dossiers/havendorp/de-kade/1/besluit/toelating/wat-als",
    "changes/compared": "LONG",
    "changes/form": "/simuleren",
    "changes/refused": "below",
    "changes/simulated": "LONG",
    "legal/difference": "/voorstellen/havendorp/de-kade/1/22/verschil",
    "legal/proposal": "/voorstellen/havendorp/de-kade/1/22",
    "legal/queue": "/voorstellen",
    "legal/sign": "/voorstellen/havendorp/de-kade/1/22/vaststellen",
    "legal/version": "/vaststellen/havendorp/de-kade/2026-01-01",
    "legal/versions": "/vaststellen",
    "months/cooperatives": "/maanden",
    "months/month": "/maanden/havendorp/de-sluis/2026-10",
    "months/months": "/maanden/havendorp/de-sluis",
    "policy/new": "/overeenkomsten/nieuw",
    "policy/overview": "/overeenkomsten",
    "policy/proposed": "the test of proposed scenarios",
    "policy/scenarios": "/overeenkomsten/havendorp/de-kade/2026-01-01/scenarios",
    "policy/unreadable": "below",
    "policy/version": "/overeenkomsten/havendorp/de-kade/2026-01-01",
    "work/all": "/werk",
    "work/busy": "the test of work that is followed and stopped",
    "work/ended": "the test of work that is followed and stopped",
    "worklist/places": "/wachtlijst/havendorp/de-kade/plaatsing",
}
"""The views that are looked at in another way: at an address of `PAGES`, or in a test of their own."""
