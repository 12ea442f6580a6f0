"""Who may go where: every address of the desk and of its API, for every role, for nobody, and for a colleague."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from starlette.routing import Mount

from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.store import read_dossier
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.web.behind import Behind
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from tests.web.persons import ADVISOR
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.persons import Ask
from tests.web.town import KADE
from tests.web.town import MEMBERS

COLLEAGUE = replace(CASEWORKER, name="P. Visser")
READER = replace(LAWYER, name="B. Beide", roles=frozenset({DeskRole.CASEWORKER, DeskRole.LEGAL}))
BEHEER = Person("T. Bakker", frozenset({DeskRole.ADMIN}))
IN_ROLE = {
    DeskRole.CASEWORKER: CASEWORKER,
    DeskRole.POLICY: ADVISOR,
    DeskRole.LEGAL: LAWYER,
    DeskRole.ADMIN: BEHEER,
}

NOBODY = "ook wie niet bekend is"
KNOWN = "klantmanager beleid jurist beheer"
CASE = "klantmanager"
READS = "klantmanager jurist"
POLICY = "beleid"
LEGAL = "jurist"
BOTH = "beleid jurist"
ADMIN = "beheer"

ONE = "/dossiers/{gemeente}/{cooperatie}/{nummer}"
BESLUIT = f"{ONE}/besluit/{{besluit}}"
KEPT = f"{ONE}/{{soort}}/{{handeling}}"
PROPOSAL = "/voorstellen/{gemeente}/{cooperatie}/{nummer}/{voorstel}"
OBJECTION = "/bezwaren/{gemeente}/{cooperatie}/{nummer}/{bezwaar}"
MONTH = "/maanden/{gemeente}/{cooperatie}/{maand}"
VERSION = "/overeenkomsten/{gemeente}/{cooperatie}/{versie}"
OF_API = "/v1/overeenkomsten/{gemeente}/{cooperatie}"

MAY = {
    "GET /": KNOWN,
    "GET /aanmelden": NOBODY,
    "GET /aanmelden/terug": NOBODY,
    "GET /aanmelden/sleutel": NOBODY,
    "GET /afmelden": NOBODY,
    "POST /afmelden": NOBODY,
    "GET /afgemeld": NOBODY,
    "GET /gezond": NOBODY,
    "GET /gereed": NOBODY,
    "GET /toegankelijkheid": NOBODY,
    "GET /vaststellen": LEGAL,
    "GET /vaststellen/{gemeente}/{cooperatie}/{versie}": LEGAL,
    "POST /vaststellen/{gemeente}/{cooperatie}/{versie}": LEGAL,
    "GET /beheer": ADMIN,
    "GET /beheer/toewijzen": ADMIN,
    "POST /beheer/toewijzen": ADMIN,
    "GET /beheer/wissen": ADMIN,
    "GET /beheer/wissen/{gemeente}/{cooperatie}": ADMIN,
    "POST /beheer/wissen/{gemeente}/{cooperatie}/lijst": ADMIN,
    "POST /beheer/wissen/{gemeente}/{cooperatie}/intrekken": ADMIN,
    "POST /beheer/wissen/{gemeente}/{cooperatie}/wis": ADMIN,
    "POST /beheer/controle": ADMIN,
    "POST /beheer/bewaartermijnen": ADMIN,
    "POST /beheer/reservekopie": ADMIN,
    "POST /beheer/anker": ADMIN,
    "GET /dossiers": READS,
    "POST /dossiers/zoeken": READS,
    "GET /dossiers/{gemeente}/{cooperatie}": READS,
    "GET /dossiers/nieuw": CASE,
    "POST /dossiers/nieuw": CASE,
    f"GET {ONE}": READS,
    f"GET {ONE}/brief/{{handeling}}": READS,
    f"GET {ONE}/toewijzing": CASE,
    f"POST {ONE}/toewijzing": CASE,
    f"GET {BESLUIT}": CASE,
    f"POST {BESLUIT}/antwoord": CASE,
    f"GET {BESLUIT}/procedure": CASE,
    f"POST {BESLUIT}/procedure": CASE,
    f"POST {BESLUIT}/voorstel": CASE,
    f"GET {BESLUIT}/wat-als": CASE,
    f"POST {BESLUIT}/wat-als": CASE,
    f"GET {BESLUIT}/brief": READS,
    f"GET {BESLUIT}/brief.{{vorm}}": READS,
    f"GET {KEPT}/brief": READS,
    f"GET {KEPT}/brief.{{vorm}}": READS,
    f"GET {ONE}/gegeven": CASE,
    f"GET {ONE}/gegeven/{{naam}}": CASE,
    f"POST {ONE}/gegeven/{{naam}}": CASE,
    f"POST {ONE}/gegeven/{{naam}}/intrekken": CASE,
    f"GET {ONE}/persoon": CASE,
    f"POST {ONE}/persoon": CASE,
    "GET /toetsen": BOTH,
    "POST /toetsen": BOTH,
    "GET /vergelijken": BOTH,
    "POST /vergelijken": BOTH,
    "GET /simuleren": BOTH,
    "POST /simuleren": BOTH,
    "GET /voorstellen": LEGAL,
    f"GET {PROPOSAL}": LEGAL,
    f"GET {PROPOSAL}/brief.pdf": LEGAL,
    f"GET {PROPOSAL}/verschil": LEGAL,
    f"POST {PROPOSAL}/teruggeven": LEGAL,
    f"GET {PROPOSAL}/vaststellen": LEGAL,
    f"POST {PROPOSAL}/vaststellen": LEGAL,
    f"GET {PROPOSAL}/afwijken": LEGAL,
    f"POST {PROPOSAL}/afwijken": LEGAL,
    f"GET {PROPOSAL}/vaststellen/nalezen/{{woord}}": LEGAL,
    f"GET {PROPOSAL}/afwijken/nalezen/{{woord}}": LEGAL,
    f"GET {PROPOSAL}/bekendmaking": LEGAL,
    f"POST {PROPOSAL}/bekendmaking": LEGAL,
    "GET /v1/werklijsten/{gemeente}/{cooperatie}": CASE,
    "GET /bezwaren": LEGAL,
    "GET /bezwaren/nieuw/{gemeente}/{cooperatie}/{nummer}/{handeling}": LEGAL,
    "POST /bezwaren/nieuw/{gemeente}/{cooperatie}/{nummer}/{handeling}": LEGAL,
    f"GET {OBJECTION}": LEGAL,
    f"POST {OBJECTION}/stap": LEGAL,
    f"GET {OBJECTION}/besluit": LEGAL,
    f"POST {OBJECTION}/besluit": LEGAL,
    f"GET {OBJECTION}/brief.pdf": LEGAL,
    f"GET {OBJECTION}/bekendmaking": LEGAL,
    f"POST {OBJECTION}/bekendmaking": LEGAL,
    "GET /maanden": CASE,
    "GET /maanden/{gemeente}/{cooperatie}": CASE,
    f"GET {MONTH}": CASE,
    f"POST {MONTH}": CASE,
    f"GET {MONTH}/formulier.xlsx": CASE,
    f"GET {MONTH}/overzicht.xlsx": CASE,
    "GET /overeenkomsten": KNOWN,
    "GET /overeenkomsten/nieuw": POLICY,
    "POST /overeenkomsten/nieuw": POLICY,
    f"GET {VERSION}": KNOWN,
    f"GET {VERSION}/artikelen.{{form}}": KNOWN,
    f"GET {VERSION}/punten": POLICY,
    f"POST {VERSION}/punten": POLICY,
    f"GET {VERSION}/scenarios": KNOWN,
    f"POST {VERSION}/scenarios": POLICY,
    f"POST {VERSION}/scenarios/nakijken": POLICY,
    f"POST {VERSION}/scenarios/uitkomsten": POLICY,
    f"POST {VERSION}/scenarios/aanvullen": POLICY,
    f"GET {VERSION}/tekst": KNOWN,
    f"POST {VERSION}/tekst": POLICY,
    f"POST {VERSION}/tekst/nakijken": POLICY,
    f"POST {VERSION}/tekst/uitkomsten": POLICY,
    f"POST {VERSION}/tekst/aanvullen": POLICY,
    "GET /werk": KNOWN,
    "GET /werk/{nummer}": KNOWN,
    "POST /werk/{nummer}/stoppen": KNOWN,
    "GET /werk/{nummer}/{bestand}": KNOWN,
    "GET /werklijst": CASE,
    "GET /wachtlijst/{gemeente}/{cooperatie}/{besluit}": CASE,
    "GET /v1": NOBODY,
    "GET /v1/openapi.json": NOBODY,
    "GET /v1/overeenkomsten": KNOWN,
    f"GET {OF_API}": KNOWN,
    f"GET {OF_API}/versies": KNOWN,
    f"GET {OF_API}/versies/{{versie}}": KNOWN,
    f"GET {OF_API}/versies/{{versie}}/artikelen": KNOWN,
    f"GET {OF_API}/afspraken": KNOWN,
    f"GET {OF_API}/besluiten": KNOWN,
    f"GET {OF_API}/namen": KNOWN,
    f"GET {OF_API}/namen/{{naam}}": KNOWN,
    "POST /v1/besluiten": KNOWN,
    "POST /v1/vragen": KNOWN,
    "POST /v1/toelichtingen": KNOWN,
    "POST /v1/brieven": KNOWN,
    "POST /v1/herhalingen": KNOWN,
    "GET /v1/dossiers/{gemeente}/{cooperatie}": READS,
    f"GET /v1{ONE}": READS,
    f"POST /v1{ONE}/feiten": CASE,
    f"POST /v1{ONE}/oordelen": CASE,
    f"POST /v1{ONE}/voorstellen": CASE,
    f"POST /v1{ONE}/vaststellingen": LEGAL,
    f"POST /v1{ONE}/bekendmakingen": LEGAL,
    f"POST /v1{ONE}/bezwaren": LEGAL,
    f"POST /v1{ONE}/bezwaren/{{bezwaar}}/stappen": LEGAL,
    f"POST /v1{ONE}/bezwaren/{{bezwaar}}/besluiten": LEGAL,
}
"""Who may, by method and path; a new route of any desk has to be put here, with who it is for."""

WRITES = {
    f"GET {ONE}/toewijzing",
    f"POST {ONE}/toewijzing",
    f"GET {BESLUIT}",
    f"POST {BESLUIT}/antwoord",
    f"GET {BESLUIT}/procedure",
    f"POST {BESLUIT}/procedure",
    f"POST {BESLUIT}/voorstel",
    f"GET {ONE}/gegeven",
    f"GET {ONE}/gegeven/{{naam}}",
    f"POST {ONE}/gegeven/{{naam}}",
    f"POST {ONE}/gegeven/{{naam}}/intrekken",
    f"GET {ONE}/persoon",
    f"POST {ONE}/persoon",
}
"""Where a caseworker writes in a dossier; what is written by way of the API is refused once it can be read."""

OF_A_DOSSIER = [route for route in MAY if "{cooperatie}/{nummer}" in route]


def test_every_route_says_for_whom_it_is(in_town: Ask) -> None:
    assert sorted(MAY) == sorted(set(routes_of(app_of(in_town), "")))


@pytest.mark.parametrize("role", DeskRole)
def test_a_role_may_only_what_is_for_it(in_town: Ask, role: DeskRole) -> None:
    """Whoever has nothing to do with dossiers reads no name of one; no answer lets a browser run what it has."""
    answers = asked(in_town, IN_ROLE[role], MAY)

    named = [route for route, answer in answers.items() if any(name in answer.text for name in MEMBERS)]
    assert {route: may == NOBODY or role in may.split() for route, may in MAY.items()} == {
        route: not is_refused(answer) for route, answer in answers.items()
    }
    assert [] == [route for route, answer in answers.items() if answer.status_code >= 500]
    assert [] == [route for route, answer in answers.items() if not has_policy(answer)]
    assert bool(named) == (role in {DeskRole.CASEWORKER, DeskRole.LEGAL})


def test_nobody_is_asked_to_sign_in_first(in_town: Ask) -> None:
    app_of(in_town).state.identify = lambda _: None
    answers = asked(in_town, CASEWORKER, MAY)

    assert {route: may == NOBODY for route, may in MAY.items()} == {
        route: not is_sent_away(answer) for route, answer in answers.items()
    }


@pytest.mark.parametrize("person", [COLLEAGUE, LAWYER], ids=["colleague", "lawyer"])
def test_a_dossier_of_a_colleague_is_closed_at_every_address(in_town: Ask, person: Person) -> None:
    """A colleague may take it over; a lawyer sees a dossier once something is proposed in it."""
    store = app_of(in_town).state.ground.dossiers
    with writing(store, KADE, CASEWORKER.name) as ledger:
        ledger.append((Draft(Assigned(to=CASEWORKER.name), 2),))
        before = ledger.book().entries

    answers = asked(in_town, person, [each for each in OF_A_DOSSIER if "toewijzing" not in each], dossier=2)

    assert [] == [
        route
        for route, answer in answers.items()
        if answer.status_code != 403 or any(name in answer.text for name in MEMBERS)
    ]
    with writing(store, KADE, CASEWORKER.name) as ledger:
        assert before == ledger.book().entries


def test_who_reads_a_dossier_for_a_proposal_writes_nothing_in_it_as_a_caseworker(in_town: Ask) -> None:
    """Both caseworker and lawyer, of a colleague's dossier: the pages to adopt are there, those of casework are not."""
    store = app_of(in_town).state.ground.dossiers
    with writing(store, KADE, CASEWORKER.name) as ledger:
        ledger.append((Draft(Assigned(to=CASEWORKER.name), 1),))
    read, before = in_town(READER).get(f"/dossiers/{KADE}/1").text, acts_in(in_town)

    answers = asked(in_town, READER, [route for route in OF_A_DOSSIER if MAY[route] in {CASE, READS}])

    assert WRITES == {route for route, answer in answers.items() if answer.status_code == 403}
    assert before == acts_in(in_town)
    assert [] == [
        link for link in (f"/{KADE}/1/besluit/", f"/{KADE}/1/gegeven", "/1/persoon") if link in read
    ]


def test_an_application_that_reads_a_dossier_for_a_proposal_writes_nothing_in_it(in_town: Ask) -> None:
    store = app_of(in_town).state.ground.dossiers
    with writing(store, KADE, CASEWORKER.name) as ledger:
        (given,) = ledger.append((Draft(Assigned(to=CASEWORKER.name), 1),))
    sent = {
        "feiten": {"zaak": {"feiten": {"woont_hier": True}}, "bron": "intake"},
        "oordelen": {"oordelen": [{"naam": "past", "waarde": "ja", "reden": "gesprek"}]},
        "voorstellen": {"besluit": "toelating"},
    }
    before = acts_in(in_town)

    told = {
        what: in_town(READER)
        .post(f"/v1/dossiers/{KADE}/1/{what}", json=body, headers={"If-Match": f'"{given.number}"'})
        .status_code
        for what, body in sent.items()
    }

    assert dict.fromkeys(sent, 403) == told
    assert before == acts_in(in_town)


def test_what_somebody_let_work_out_is_of_nobody_else(in_town: Ask) -> None:
    begun = in_town(BEHEER).post("/beheer/bewaartermijnen", follow_redirects=False).headers["Location"]

    assert [200, 404, 404] == [
        in_town(person).get(begun).status_code for person in (BEHEER, replace(BEHEER, name="A"), LAWYER)
    ]
    finish(in_town)


def asked(desk: Ask, person: Person, routes: Any, dossier: int = 1) -> dict[str, httpx2.Response]:  # noqa: ANN401 - names
    """What somebody is answered at each of these routes, with a form or a body in which nothing stands."""
    found = read_dossier(app_of(desk).state.ground.dossiers, KADE, 1)
    assert found
    parts = {
        "gemeente": "havendorp",
        "cooperatie": "de-kade",
        "nummer": dossier,
        "besluit": "toelating",
        "soort": "voorstel",
        "handeling": open_proposals(found)[0].entry.number,
        "bezwaar": "1",
        "voorstel": open_proposals(found)[0].entry.number,
        "vorm": "html",
        "form": "docx",
        "maand": "2026-10",
        "versie": "2026-01-01",
        "naam": "past",
        "bestand": "rapport.html",
        "woord": "onbekend",
    }
    client, answers = desk(person), {}
    for route in routes:
        method, _, path = route.partition(" ")
        body: dict[str, Any] = {"json": {}} if path.startswith("/v1/") and method == "POST" else {}
        answers[route] = client.request(method, path.format(**parts), follow_redirects=False, **body)
    finish(desk)
    return answers


def has_policy(answer: httpx2.Response) -> bool:
    """Whether a browser loads nothing from elsewhere and runs nothing that stands in the answer itself."""
    policy = answer.headers.get("Content-Security-Policy", "")
    return policy.startswith("default-src 'none'") and "unsafe" not in policy


def is_refused(answer: httpx2.Response) -> bool:
    """Whether it is not for this person; a key to enter with that is wrong says nothing of a person."""
    return answer.status_code == 403 and "Deze sleutel werkt niet" not in answer.text


def is_sent_away(answer: httpx2.Response) -> bool:
    """Whether somebody has to make himself known first."""
    return (
        answer.headers.get("Location", "").startswith("/aanmelden?terug=")
        or "U bent niet meer aangemeld" in answer.text
        or (answer.status_code == 401 and answer.headers["Content-Type"] == "application/problem+json")
    )


def acts_in(desk: Ask) -> list[Entry]:
    """What was done in the first dossier, but that somebody looked."""
    found = read_dossier(app_of(desk).state.ground.dossiers, KADE, 1)
    assert found
    return [each for each in found.entries if each.act is not Act.CONSULTED]


def finish(desk: Ask) -> None:
    """Wait for the work that was begun."""
    for task in tuple(app_of(desk).state.tasks.known.values()):
        task.coming.result()


def app_of(desk: Ask) -> FastAPI:
    """The application that is asked."""
    app = desk(CASEWORKER).app
    assert isinstance(app, FastAPI)
    return app


def routes_of(app: Any, before: str) -> Iterator[str]:  # noqa: ANN401 - an application, a router or what is built later
    """Every method and path that an application answers, with those of what is mounted in it; files are no routes."""
    app = app.built() if hasattr(app, "built") else app
    for route in getattr(app, "routes", ()):
        if isinstance(route, Mount):
            yield from routes_of(route.app, before + route.path)
        elif hasattr(route, "original_router"):
            yield from routes_of(route.original_router, before)
        else:
            yield from (f"{method} {before}{route.path}" for method in route.methods - {"HEAD"})
    if isinstance(app, FastAPI) and isinstance(app.router.default, Behind):
        yield from routes_of(app.router.default, before)
