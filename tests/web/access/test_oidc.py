"""Signing in with an identity provider, and everything that may be wrong on the way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs
from urllib.parse import urlencode
from urllib.parse import urlsplit

import httpx2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from joserfc.jwk import RSAKey

from soco_rules.web.access.entrance import entrance_for
from soco_rules.web.access.sessions import signed
from soco_rules.web.access.sessions import unsigned
from soco_rules.web.access.ways import ClaimNames
from soco_rules.web.access.ways import Oidc
from soco_rules.web.access.ways import SessionRules
from soco_rules.web.app import application
from soco_rules.web.log import Lines
from soco_rules.web.people import DeskRole
from soco_rules.web.settings import Limits
from soco_rules.web.settings import Settings
from tests.web.access.provider import CLIENT
from tests.web.access.provider import SECRET
from tests.web.access.provider import IdentityProvider
from tests.web.access.provider import running
from tests.web.persons import ROOT

ORIGIN = "http://127.0.0.1"


@pytest.fixture(scope="module")
def key() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": "een"})


@pytest.fixture
def provider(key: RSAKey) -> Iterator[IdentityProvider]:
    with running(IdentityProvider(key=key)) as found:
        yield found


@pytest.fixture
def oidc(provider: IdentityProvider, tmp_path: Path) -> Oidc:
    rules = SessionRules(keys=(b"k" * 32,), folder=tmp_path)
    return Oidc(provider.issuer, CLIENT, ClaimNames(), rules, secret=SECRET)


@cache
def served(origin: str) -> FastAPI:
    """A desk that reads its rules once for all tests."""
    nobody = Oidc("", "", ClaimNames(), SessionRules((b"",), ROOT))
    return application(Settings(ROOT, access=nobody, origin=origin, limits=Limits(sign_ins=1_000_000)))


def desk(oidc: Oidc, origin: str = ORIGIN) -> TestClient:
    app = served(origin)
    app.state.entrance = entrance_for(Settings(ROOT, access=oidc, origin=origin))
    return TestClient(app, origin, headers={"Sec-Fetch-Site": "same-origin"}, follow_redirects=False)


def there_and_back(browser: TestClient, start: str = "/aanmelden") -> Any:  # noqa: ANN401 - an answer of the client
    """What somebody gets who signs in: sent to the provider, and by that back again."""
    there = browser.get(start).headers["Location"]
    back = httpx2.get(there).headers["Location"]
    return browser.get(back.removeprefix(str(browser.base_url).rstrip("/")))


def said(answer: Any) -> tuple[int, str]:  # noqa: ANN401 - an answer of the client
    """The status, and the first paragraph of the page."""
    found = re.search(r"<main.*?<p>(.*?)</p>", answer.text, re.DOTALL)
    return answer.status_code, found[1] if found else ""


def test_somebody_signs_in_and_goes_where_he_was_going(oidc: Oidc) -> None:
    browser = desk(oidc)
    answer = there_and_back(browser, "/aanmelden?terug=/overeenkomsten")

    assert (303, "/overeenkomsten") == (answer.status_code, answer.headers["Location"])
    assert "K. Jansen (klantmanager)" in browser.get("/").text


def test_a_session_has_the_roles_and_the_function_that_the_settings_read(
    oidc: Oidc, provider: IdentityProvider
) -> None:
    provider.claims = {"resource": {"roles": ["soco-jur", "iets anders"]}, "job": "teamleider"}
    names = ClaimNames(roles="resource.roles", function="job", roles_by_word={"soco-jur": DeskRole.LEGAL})
    browser = desk(replace(oidc, claims=names))
    there_and_back(browser)

    assert "K. Jansen (jurist)" in browser.get("/").text


@pytest.mark.parametrize(
    "back",
    ["https://elders.example/", "//elders.example", "/\\elders.example", "elders", "/a\nb", "/aanmelden"],
)
def test_after_signing_in_nobody_is_sent_elsewhere(oidc: Oidc, back: str) -> None:
    browser = desk(oidc)
    there = browser.get("/aanmelden", params={"terug": back}).headers["Location"]

    answer = browser.get(httpx2.get(there).headers["Location"].removeprefix(ORIGIN))

    assert "/" == answer.headers["Location"]


def _terug(answer: Any) -> Any:  # noqa: ANN401 - an answer of the client
    (found,) = parse_qs(urlsplit(answer.headers["Location"]).query)["terug"]
    return found


BACK = [
    ("/werklijst", "/werklijst"),
    ("/maanden?maand=2026-10&op=2026-11-01", "/maanden?maand=2026-10&op=2026-11-01"),
    ("/dossiers/a/b/1?zojuist=gegeven&peildatum=2026-10-01", "/dossiers/a/b/1?peildatum=2026-10-01"),
    ("/dossiers/a/b/1?zojuist=gegeven", "/dossiers/a/b/1"),
    ("/werklijst?a=%0A%2F", "/werklijst?a=%0A%2F"),
    (f"/werklijst?a={'a' * 1000}", "/werklijst"),
    (f"/dossiers/{'a' * 1000}/b/1", "/"),
]


@pytest.mark.parametrize(("asked", "expected"), BACK)
def test_after_signing_in_somebody_is_back_with_his_whole_question(
    oidc: Oidc, asked: str, expected: str
) -> None:
    browser = desk(oidc)
    back = _terug(browser.get(asked))

    assert (expected, expected) == (
        back,
        there_and_back(browser, f"/aanmelden?{urlencode({'terug': back})}").headers["Location"],
    )


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"{ORIGIN}/werklijst?maand=2026-10", "/werklijst?maand=2026-10"),
        ("https://elders.example/werklijst", "/werk/1"),
        ("http://[", "/werk/1"),
    ],
)
def test_who_asks_a_part_of_a_page_is_back_on_the_page(oidc: Oidc, page: str, expected: str) -> None:
    answer = desk(oidc).get("/werk/1", headers={"HX-Request": "true", "HX-Current-URL": page})

    assert expected == parse_qs(urlsplit(answer.headers["HX-Redirect"]).query)["terug"][0]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"{ORIGIN}/maanden/a/b?maand=2026-10", "/maanden/a/b?maand=2026-10"),
        ("https://elders.example/", "/"),
        ("", "/"),
    ],
)
@pytest.mark.parametrize(
    "sent", [{"data": {"a": "1"}}, {"files": {"b": ("b.csv", b"x")}}], ids=["text", "file"]
)
def test_who_sent_a_form_too_late_is_back_on_the_page_of_the_form(
    oidc: Oidc, sent: dict[str, Any], page: str, expected: str
) -> None:
    answer = desk(oidc).post("/maanden/a/b/2026-10", headers={"Referer": page} if page else {}, **sent)

    (link,) = re.findall(r'href="(/aanmelden[^"]*)"', answer.text)
    assert (401, [expected]) == (answer.status_code, parse_qs(urlsplit(link).query)["terug"])


WRONG: dict[str, tuple[Callable[[IdentityProvider], object], str]] = {
    "another nonce": (lambda at: at.claims.update(nonce="x"), "Dit antwoord is van een andere aanmelding."),
    "no nonce": (lambda at: at.claims.update(nonce=None), "Dit antwoord is van een andere aanmelding."),
    "expired": (
        lambda at: at.claims.update(exp=1),
        "Het bewijs van de aanmelddienst klopt niet of is verlopen.",
    ),
    "without an end": (
        lambda at: at.claims.update(exp=None),
        "Het bewijs van de aanmelddienst klopt niet of is verlopen.",
    ),
    "not yet": (
        lambda at: at.claims.update(nbf=2**33),
        "Het bewijs van de aanmelddienst klopt niet of is verlopen.",
    ),
    "for another client": (
        lambda at: at.claims.update(aud="ander"),
        "Het bewijs van de aanmelddienst klopt niet of is verlopen.",
    ),
    "asked by another client": (
        lambda at: at.claims.update(aud=[CLIENT, "ander"], azp="ander"),
        "Dit antwoord is voor een ander systeem.",
    ),
    "for more clients, and it is not said which of them asked": (
        lambda at: at.claims.update(aud=[CLIENT, "ander"]),
        "Dit antwoord is voor een ander systeem.",
    ),
    "told more of by the provider, and that is of another person": (
        lambda at: (
            at.claims.update(roles=None),
            at.named.update(userinfo_endpoint=f"{at.issuer}/userinfo"),
            at.more.update(sub="km-2", roles=["klantmanager"]),
        ),
        "De aanmelddienst zegt niet wie u bent.",
    ),
    "by another issuer": (
        lambda at: at.claims.update(iss="https://elders.example"),
        "Het bewijs van de aanmelddienst klopt niet of is verlopen.",
    ),
    "not signed": (
        lambda at: at.header.update(alg="none"),
        "Het bewijs van de aanmelddienst klopt niet of is verlopen.",
    ),
    "signed with a key of somebody else": (
        lambda at: setattr(at, "published", [RSAKey.generate_key(2048, {"kid": "een"})]),
        "Het bewijs van de aanmelddienst klopt niet of is verlopen.",
    ),
    "with a key that is not known": (
        lambda at: at.header.update(kid="twee"),
        "Het bewijs van de aanmelddienst klopt niet of is verlopen.",
    ),
    "another secret": (
        lambda at: setattr(at, "secret", "anders"),
        "De aanmelddienst heeft de aanmelding niet afgerond.",
    ),
    "an unknown role": (
        lambda at: at.claims.update(roles=["koning"]),
        "U hebt bij soco geen rol. Vraag de beheerder om een rol, en meld u opnieuw aan.",
    ),
    "no role": (
        lambda at: at.claims.update(roles=None),
        "U hebt bij soco geen rol. Vraag de beheerder om een rol, en meld u opnieuw aan.",
    ),
    "no name": (
        lambda at: at.claims.update(name=" "),
        "Uw aanmelding noemt geen bruikbare naam. Vraag de beheerder om de instellingen na te kijken.",
    ),
    "a name with a line break that is more than a space": (
        lambda at: at.claims.update(name="K.\x00Jansen"),
        "Uw aanmelding noemt geen bruikbare naam. Vraag de beheerder om de instellingen na te kijken.",
    ),
    "no account": (
        lambda at: at.claims.update(sub=""),
        "Uw aanmelding noemt geen bruikbaar account. Vraag de beheerder om de instellingen na te kijken.",
    ),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_answer_lets_nobody_in(oidc: Oidc, provider: IdentityProvider, fault: str) -> None:
    make_wrong, reason = WRONG[fault]
    make_wrong(provider)
    browser = desk(oidc)

    assert (403, reason) == said(there_and_back(browser))
    assert 303 == browser.get("/").status_code


def test_an_answer_with_another_state_lets_nobody_in(oidc: Oidc) -> None:
    browser = desk(oidc)
    browser.get("/aanmelden")

    assert (403, "Deze aanmelding begon niet in deze browser, of te lang geleden.") == said(
        browser.get("/aanmelden/terug?code=x&state=verzonnen")
    )


def test_an_answer_that_somebody_else_asked_for_lets_nobody_in(oidc: Oidc) -> None:
    browser = desk(oidc)
    there = desk(oidc).get("/aanmelden").headers["Location"]

    answer = browser.get(httpx2.get(there).headers["Location"].removeprefix(ORIGIN))

    assert (403, "Deze aanmelding begon niet in deze browser, of te lang geleden.") == said(answer)


def test_what_a_token_lacks_is_asked_of_the_provider_and_what_it_says_stays(
    oidc: Oidc, provider: IdentityProvider
) -> None:
    provider.named = {"userinfo_endpoint": f"{provider.issuer}/userinfo"}
    provider.more = {"sub": "km-1", "name": "J. de Groot", "groups": ["jurist"]}
    browser = desk(replace(oidc, claims=ClaimNames(roles="groups")))
    there_and_back(browser)

    assert "K. Jansen (jurist)" in browser.get("/").text


def test_who_comes_back_after_long_begins_again(oidc: Oidc) -> None:
    browser = desk(oidc)
    there = browser.get("/aanmelden").headers["Location"]
    for name, kept in list(browser.cookies.items()):
        data = unsigned(oidc.sessions, "aanmelden", kept)
        assert data is not None
        before = signed(oidc.sessions, "aanmelden", data | {"began": data["began"] - 601})
        browser.cookies.set(name, before, domain="127.0.0.1", path="/")

    answer = browser.get(httpx2.get(there).headers["Location"].removeprefix(ORIGIN))

    assert (403, "Deze aanmelding begon niet in deze browser, of te lang geleden.") == said(answer)


def test_an_answer_works_once(oidc: Oidc) -> None:
    browser = desk(oidc)
    there = browser.get("/aanmelden").headers["Location"]
    back = httpx2.get(there).headers["Location"].removeprefix(ORIGIN)
    browser.get(back)

    assert 403 == browser.get(back).status_code


def test_a_provider_that_says_no_lets_nobody_in(oidc: Oidc) -> None:
    browser = desk(oidc)
    there = browser.get("/aanmelden").headers["Location"]
    state = re.search(r"state=([^&]+)", there)
    assert state

    assert (403, "De aanmelddienst heeft u niet toegelaten.") == said(
        browser.get(f"/aanmelden/terug?error=access_denied&state={state[1]}")
    )


def test_an_answer_of_another_provider_lets_nobody_in(oidc: Oidc) -> None:
    browser = desk(oidc)
    back = httpx2.get(browser.get("/aanmelden").headers["Location"]).headers["Location"].removeprefix(ORIGIN)

    assert (403, "Dit antwoord komt van een andere aanmelddienst.") == said(
        browser.get(f"{back}&iss=https://elders.example")
    )


def test_who_runs_the_desk_finds_why_somebody_could_not_sign_in(
    oidc: Oidc, provider: IdentityProvider, caplog: pytest.LogCaptureFixture
) -> None:
    """Only codes and fixed sentences: nothing of a token, and not who it was about."""
    provider.claims = {"exp": 1}
    there_and_back(desk(oidc))
    provider.claims = {"roles": ["koning"]}
    there_and_back(desk(oidc))
    browser = desk(oidc)
    browser.get("/aanmelden")
    state = re.search(r"state=([^&]+)", browser.get("/aanmelden").headers["Location"])
    assert state
    browser.get("/aanmelden/terug", params={"error": "K. Jansen", "state": state[1]})
    lines = [json.loads(Lines().format(record)) for record in caplog.records if record.msg == "aanmelden"]

    assert [
        ("Het bewijs van de aanmelddienst klopt niet of is verlopen.", "ExpiredTokenError"),
        ("U hebt bij soco geen rol. Vraag de beheerder om een rol, en meld u opnieuw aan.", "claims"),
        ("De aanmelddienst heeft u niet toegelaten.", "-"),
    ] == [(line["waarom"], line["soort"]) for line in lines]
    assert "Jansen" not in str(lines)


UNREACHABLE = {
    "issuer": "De aanmelddienst noemt zich anders dan in de instellingen staat.",
    "token_endpoint": "De aanmelddienst noemt niet alle adressen, of onveilige.",
    "jwks_uri": "De aanmelddienst noemt niet alle adressen, of onveilige.",
}


@pytest.mark.parametrize("name", UNREACHABLE)
def test_a_provider_that_describes_itself_wrongly_is_not_used(
    oidc: Oidc, provider: IdentityProvider, name: str
) -> None:
    provider.named = {name: "http://elders.example/"}

    assert (503, UNREACHABLE[name]) == said(desk(oidc).get("/aanmelden"))


def test_a_provider_that_is_away_is_told_and_asked_again(oidc: Oidc, provider: IdentityProvider) -> None:
    """Not at once: of many who try meanwhile none keeps the desk busy."""
    browser = desk(oidc)
    moment = [1_800_000_000.0]
    served(ORIGIN).state.entrance.provider()._clock = lambda: moment[0]
    provider.claims = {"exp": 1_800_000_300}
    provider.named = {"jwks_uri": f"{provider.issuer}/weg"}
    away = said(browser.get("/aanmelden"))
    asked, again = len(provider.heard), [said(browser.get("/aanmelden")) for _ in range(9)]
    provider.named = {}
    moment[0] += 6

    assert [away] * 9 == again
    assert [(503, "De aanmelddienst is nu niet te bereiken."), 2] == [away, asked]
    assert 303 == there_and_back(browser).status_code


def test_who_works_here_does_not_wait_for_a_provider_that_keeps_others_waiting(oidc: Oidc) -> None:
    browser = desk(oidc)
    there_and_back(browser)
    provider = served(ORIGIN).state.entrance.provider()
    with ExitStack() as waiting:
        for _ in range(16):
            waiting.enter_context(provider._place())
        answers = said(browser.get("/aanmelden")), browser.get("/").status_code

    assert ((503, "De aanmelddienst is nu niet te bereiken."), 200) == answers
    assert 303 == browser.get("/aanmelden").status_code


def test_a_new_key_of_the_provider_is_asked_for(oidc: Oidc, provider: IdentityProvider) -> None:
    """Keys change without notice; the description is asked again, at most twice a minute."""
    browser = desk(oidc)
    moment = [1_800_000_000.0]
    served(ORIGIN).state.entrance.provider()._clock = lambda: moment[0]
    provider.claims = {"exp": 1_800_000_300}
    there = browser.get("/aanmelden").headers["Location"]
    provider.key = RSAKey.generate_key(2048, {"kid": "twee"})
    moment[0] += 31
    back = httpx2.get(there).headers["Location"].removeprefix(ORIGIN)

    assert 303 == browser.get(back).status_code


def test_a_name_is_of_one_account(oidc: Oidc, provider: IdentityProvider) -> None:
    """Who may change his own name at the provider must not sign as somebody else, nor as nobody he was before."""
    there_and_back(desk(oidc))
    provider.claims = {"sub": "km-2", "name": "k. jansen"}
    other = said(there_and_back(desk(oidc)))
    provider.claims = {"sub": "km-1", "name": "J. de Groot"}
    renamed = said(there_and_back(desk(oidc)))
    provider.claims = {"sub": "km-3", "name": "J. de Groot"}

    assert [
        (403, "Onder uw naam werkt al een ander account. Vraag de beheerder om namen die verschillen."),
        (
            403,
            "Uw account heeft een andere naam dan eerst. Vraag de beheerder om de nieuwe naam toe te laten.",
        ),
    ] == [other, renamed]
    assert 303 == there_and_back(desk(oidc)).status_code


def test_signing_off_ends_the_session_also_for_a_copy_of_its_cookie(
    oidc: Oidc, provider: IdentityProvider
) -> None:
    browser = desk(oidc)
    there_and_back(browser)
    copied = dict(browser.cookies)
    left = browser.post("/afmelden")
    thief = desk(oidc)
    thief.cookies.update(copied)

    assert (303, "/afgemeld") == (left.status_code, left.headers["Location"])
    assert [303, 303] == [browser.get("/").status_code, thief.get("/").status_code]
    assert f"{provider.issuer}/logout?client_id=soco&amp;post_logout" in browser.get("/afgemeld").text


def test_signing_in_again_ends_the_session_of_before(oidc: Oidc) -> None:
    browser = desk(oidc)
    there_and_back(browser)
    copied = browser.cookies["soco"]
    there_and_back(browser)
    thief = desk(oidc)
    thief.cookies.set("soco", copied)

    assert (False, 303) == (copied == browser.cookies["soco"], thief.get("/").status_code)


def test_over_tls_the_cookie_is_for_this_host_and_for_no_script(oidc: Oidc) -> None:
    browser = desk(oidc, "https://soco.havendorp.example")
    answer = there_and_back(browser)

    cookie = next(each for each in answer.headers.get_list("set-cookie") if each.startswith("__Host-soco="))
    assert ["HttpOnly", "Path=/", "SameSite=lax", "Secure"] == cookie.split("; ")[1:]
    assert "max-age=31536000" == answer.headers["Strict-Transport-Security"]
