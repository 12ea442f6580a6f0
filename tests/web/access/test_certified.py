"""Signing in with a provider that others made and had certified: panva's oidc-provider, from npm, on this machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import httpx2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from soco_rules.web.access.entrance import entrance_for
from soco_rules.web.access.ways import ClaimNames
from soco_rules.web.access.ways import Oidc
from soco_rules.web.access.ways import SessionRules
from soco_rules.web.app import application
from soco_rules.web.people import DeskRole
from soco_rules.web.settings import Limits
from soco_rules.web.settings import Settings
from tests.web.persons import ROOT

FOLDER = os.environ.get("SOCO_TEST_OIDC_PROVIDER")
pytestmark = pytest.mark.skipif(FOLDER is None, reason="oidc-provider of npm is not here")

ORIGIN = "http://127.0.0.1"
SECRET = "a+b/c=%25 &:x"  # noqa: S105 # what an encoding may lose
ROLES = {"soco-km": DeskRole.CASEWORKER, "soco-jur": DeskRole.LEGAL}


@dataclass(frozen=True)
class Certified:
    """The provider at an address; `trial` changes who signs in there, and what is made wrong of the token."""

    issuer: str

    def trial(self, **change: object) -> None:
        httpx2.post(f"{self.issuer}/trial", json=change).raise_for_status()


@contextmanager
def certified(**client: object) -> Iterator[Certified]:
    whole = {
        "client_id": "soco",
        "client_secret": SECRET,
        "redirect_uris": [f"{ORIGIN}/aanmelden/terug"],
        "post_logout_redirect_uris": [f"{ORIGIN}/afgemeld"],
    } | client
    command = ("node", str(Path(__file__).with_name("certified.mjs")), str(FOLDER))
    with subprocess.Popen(
        [*command, json.dumps({name: each for name, each in whole.items() if each is not None})],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        try:
            yield Certified(process.stdout.readline().strip())
        finally:
            process.kill()


@pytest.fixture(scope="module")
def running() -> Iterator[Certified]:
    with certified() as found:
        yield found


@pytest.fixture
def provider(running: Certified) -> Certified:
    running.trial()
    return running


@pytest.fixture
def desk(provider: Certified, tmp_path: Path) -> Callable[[], TestClient]:
    return desk_with(provider, tmp_path)


@cache
def served() -> FastAPI:
    """A desk that reads its rules once for all tests."""
    nobody = Oidc("", "", ClaimNames(), SessionRules((b"",), ROOT))
    return application(Settings(ROOT, access=nobody, origin=ORIGIN, limits=Limits(sign_ins=1_000_000)))


def desk_with(provider: Certified, folder: Path, secret: str = SECRET) -> Callable[[], TestClient]:
    """A desk at which this provider is the only one, from a new browser each time."""
    rules = SessionRules(keys=(b"k" * 32,), folder=folder)
    oidc = Oidc(provider.issuer, "soco", ClaimNames(roles_by_word=ROLES), rules, secret=secret)
    app = served()
    app.state.entrance = entrance_for(Settings(ROOT, access=oidc, origin=ORIGIN))
    return lambda: TestClient(app, ORIGIN, headers={"Sec-Fetch-Site": "same-origin"}, follow_redirects=False)


def through(address: str) -> str:
    """Where the browser of somebody ends who signs in at the provider, back at the desk."""
    with httpx2.Client() as elsewhere:
        while not address.startswith(f"{ORIGIN}/"):
            answer = elsewhere.get(address)
            address = str(httpx2.URL(address).join(answer.headers["Location"]))
    return address.removeprefix(ORIGIN)


def signed_in(browser: TestClient) -> Any:  # noqa: ANN401 - an answer of the client
    return browser.get(through(browser.get("/aanmelden").headers["Location"]))


def said(answer: Any) -> tuple[int, str]:  # noqa: ANN401 - an answer of the client
    """The status, and the first paragraph of the page."""
    found = re.search(r"<main.*?<p>(.*?)</p>", answer.text, re.DOTALL)
    return answer.status_code, found[1] if found else ""


def test_somebody_signs_in_with_the_roles_that_the_provider_claims(
    desk: Callable[[], TestClient], provider: Certified
) -> None:
    provider.trial(account={"sub": "j-1", "name": "J. de Groot", "roles": ["soco-jur", "soco-km", "anders"]})
    browser = desk()
    signed_in(browser)

    assert "J. de Groot (jurist, klantmanager)" in browser.get("/").text


def dated(token: dict[str, Any]) -> dict[str, Any]:
    """A token whose moments, told in seconds from now, are claims."""
    rest = {part: said for part, said in token.items() if part != "moments"}
    moments = {name: int(time.time()) + ahead for name, ahead in token.get("moments", {}).items()}
    return rest | {"claims": rest.get("claims", {}) | moments}


NO_PROOF = "Het bewijs van de aanmelddienst klopt niet of is verlopen."
WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "for another client": ({"claims": {"aud": "ander"}}, NO_PROOF),
    "for others too, and not said by whom it was asked": (
        {"claims": {"aud": ["soco", "ander"], "azp": None}},
        "Dit antwoord is voor een ander systeem.",
    ),
    "asked by another client": (
        {"claims": {"aud": ["soco", "ander"], "azp": "ander"}},
        "Dit antwoord is voor een ander systeem.",
    ),
    "expired": ({"moments": {"exp": -120}}, NO_PROOF),
    "of five minutes from now": ({"moments": {"iat": 300}}, NO_PROOF),
    "by another issuer": ({"claims": {"iss": "https://elders.example"}}, NO_PROOF),
    "of another sign-in": ({"claims": {"nonce": "x"}}, "Dit antwoord is van een andere aanmelding."),
    "not signed": ({"header": {"alg": "none"}}, NO_PROOF),
    "signed in another way": ({"header": {"alg": "HS256"}}, NO_PROOF),
    "signed by a stranger": ({"stranger": True}, NO_PROOF),
    "with a key that is not published": ({"header": {"kid": "x"}}, NO_PROOF),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_token_lets_nobody_in(
    desk: Callable[[], TestClient], provider: Certified, fault: str
) -> None:
    token, reason = WRONG[fault]
    provider.trial(token=dated(token))
    browser = desk()

    assert (403, reason) == said(signed_in(browser))
    assert 303 == browser.get("/").status_code


@pytest.mark.parametrize(
    "token",
    [
        {"header": {"kid": None}},
        {"claims": {"aud": ["soco", "ander"], "azp": "soco"}},
        {"moments": {"exp": -30}},
        {"moments": {"iat": 30}},
    ],
    ids=["without the name of its key", "for others too", "clock behind", "clock ahead"],
)
def test_a_token_may_be_unusual(
    desk: Callable[[], TestClient], provider: Certified, token: dict[str, Any]
) -> None:
    provider.trial(token=dated(token))

    assert 303 == signed_in(desk()).status_code


def test_a_thin_token_is_completed_with_what_the_provider_tells_of_this_person(
    desk: Callable[[], TestClient], provider: Certified
) -> None:
    provider.trial(token={"claims": {"name": None, "roles": None}})
    browser = desk()
    signed_in(browser)

    assert "K. Jansen (klantmanager)" in browser.get("/").text


def test_a_thin_token_is_not_completed_with_somebody_else(
    desk: Callable[[], TestClient], provider: Certified
) -> None:
    provider.trial(token={"claims": {"name": None, "sub": "km-2"}})

    assert (403, "De aanmelddienst zegt niet wie u bent.") == said(signed_in(desk()))


def test_who_is_refused_there_is_not_let_in(desk: Callable[[], TestClient], provider: Certified) -> None:
    provider.trial(refuses=True)

    assert (403, "De aanmelddienst heeft u niet toegelaten.") == said(signed_in(desk()))


def test_an_answer_counts_once_and_in_the_browser_that_asked(desk: Callable[[], TestClient]) -> None:
    browser, other = desk(), desk()
    back = through(browser.get("/aanmelden").headers["Location"])

    assert [403, 303, 403] == [each.get(back).status_code for each in (other, browser, browser)]


def test_an_answer_says_which_provider_gives_it(desk: Callable[[], TestClient]) -> None:
    """This provider says that it always does (RFC 9207), so an answer without it is of somebody else."""
    browser = desk()
    back = through(browser.get("/aanmelden").headers["Location"])

    assert [(403, "Dit antwoord komt van een andere aanmelddienst.")] * 2 == [
        said(browser.get(back.partition("&iss=")[0])),
        said(desk_again(browser, f"{back.partition('&iss=')[0]}&iss=https://elders.example")),
    ]


def desk_again(browser: TestClient, back: str) -> Any:  # noqa: ANN401 - an answer of the client
    """The answer to another sign-in in the same browser, with what is wrong with it the same."""
    again = through(browser.get("/aanmelden").headers["Location"]).partition("&iss=")[0]
    return browser.get(f"{again}&iss={back.partition('&iss=')[2]}")


def test_a_session_is_new_at_each_sign_in(desk: Callable[[], TestClient]) -> None:
    browser = desk()
    browser.cookies.set("soco", "chosen by somebody else")
    signed_in(browser)
    first = browser.cookies.get("soco", domain="127.0.0.1")
    signed_in(browser)

    assert len({"chosen by somebody else", first, browser.cookies.get("soco", domain="127.0.0.1")}) == 3


def test_a_new_key_is_found(desk: Callable[[], TestClient], provider: Certified) -> None:
    """The desk asks for keys again at most twice a minute, so its clock is put on."""
    browser = desk()
    signed_in(browser)
    provider.trial(rotated="two")
    now = time.time() + 31
    browser.app.state.entrance.provider()._clock = lambda: now  # type: ignore[attr-defined] # a FastAPI

    assert 303 == signed_in(browser).status_code


def test_signing_off_goes_on_at_the_provider_and_comes_back(desk: Callable[[], TestClient]) -> None:
    browser = desk()
    signed_in(browser)
    browser.post("/afmelden")
    page = browser.get("/afgemeld").text
    (leave,) = re.findall(r'href="(http[^"]*/session/end[^"]*)"', page)
    with httpx2.Client() as elsewhere:
        asked = elsewhere.get(unescape(leave)).text
        fields = dict(re.findall(r'name="([^"]*)" value="([^"]*)"', asked)) | {"logout": "yes"}
        (action,) = re.findall(r'action="([^"]*)"', asked)
        left = elsewhere.post(action, data=fields)

    assert (303, f"{ORIGIN}/afgemeld", 303) == (
        left.status_code,
        left.headers["Location"],
        browser.get("/").status_code,
    )


@pytest.mark.parametrize(
    "client",
    [
        {"client_secret": None, "token_endpoint_auth_method": "none"},
        {"token_endpoint_auth_method": "client_secret_post"},
    ],
    ids=["public", "secret in the form"],
)
def test_a_client_may_be_known_in_another_way(tmp_path: Path, client: dict[str, Any]) -> None:
    with certified(**client) as provider:
        browser = desk_with(provider, tmp_path, "" if "client_secret" in client else SECRET)()

        assert 303 == signed_in(browser).status_code


def test_what_is_asked_has_a_state_a_nonce_and_a_challenge(desk: Callable[[], TestClient]) -> None:
    asked = parse_qs(urlsplit(desk().get("/aanmelden").headers["Location"]).query)

    assert (["code"], ["S256"], True) == (
        asked["response_type"],
        asked["code_challenge_method"],
        all(len(asked[name][0]) >= 32 for name in ("state", "nonce", "code_challenge")),
    )
