"""Who a reverse proxy says that it is: only as it signed that, for this desk and for now."""

from __future__ import annotations

import base64
import hmac
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi import Request
from fastapi.testclient import TestClient
from joserfc import jwt
from joserfc.jwk import ECKey
from joserfc.jwk import OctKey
from joserfc.jwk import RSAKey

from soco_rules.web.access.entrance import entrance_for
from soco_rules.web.access.tokens import key_for
from soco_rules.web.access.ways import ClaimNames
from soco_rules.web.access.ways import Proxy
from soco_rules.web.app import application
from soco_rules.web.settings import Settings
from tests.web.persons import ROOT

ORIGIN = "https://soco.havendorp.example"
HEADER = "X-Soco-Persoon"
RSA, EC, SECRET = RSAKey.generate_key(2048), ECKey.generate_key(), OctKey.generate_key(256)
KEYS: dict[str, tuple[Any, bytes]] = {
    "RS256": (RSA, RSA.as_pem(private=False)),
    "ES256": (EC, EC.as_pem(private=False)),
    "HS256": (SECRET, base64.b64encode(SECRET.get_op_key("sign"))),
}


def settings(folder: Path, algorithm: str) -> Settings:
    proxy = Proxy(
        HEADER, algorithm, KEYS[algorithm][1], "poort", "soco", ClaimNames(), folder, "https://weg.example"
    )
    return Settings(ROOT, access=proxy, origin=ORIGIN)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    desk = application(settings(tmp_path_factory.mktemp("aanmeldmap"), "RS256"))
    return TestClient(desk, ORIGIN, headers={"Sec-Fetch-Site": "same-origin"}, follow_redirects=False)


@pytest.fixture
def desk(app: TestClient, tmp_path: Path) -> Callable[[str], TestClient]:
    """The desk behind a proxy that signs with this algorithm."""

    def of(algorithm: str) -> TestClient:
        entrance = entrance_for(settings(tmp_path, algorithm))
        app.app.state.entrance = entrance  # type: ignore[attr-defined] # a FastAPI
        app.app.state.identify = entrance.identify  # type: ignore[attr-defined] # idem
        return app

    return of


def claims(**changes: object) -> dict[str, Any]:
    now = int(time.time())
    usual = {
        "iss": "poort",
        "aud": "soco",
        "exp": now + 60,
        "sub": "jdg",
        "name": "J. de Groot",
        "roles": ["jurist"],
    }
    return usual | changes


def written(algorithm: str, said: dict[str, Any], key: object = None) -> str:
    signing = key or KEYS[algorithm][0]
    if algorithm == "HS256" and key is None:
        signing = OctKey.import_key(KEYS["HS256"][1])
    return jwt.encode({"alg": algorithm}, said, signing, algorithms=[algorithm])  # type: ignore[arg-type] # any key


@pytest.mark.parametrize("content", [KEYS["RS256"][1], b" " * 40 + b"k" * 31], ids=["a public key", "short"])
def test_what_everybody_can_know_or_try_is_no_secret(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        key_for("HS256", content)


@pytest.mark.parametrize("algorithm", KEYS)
def test_who_the_proxy_names_is_in(desk: Callable[[str], TestClient], algorithm: str) -> None:
    answer = desk(algorithm).get("/", headers={HEADER: written(algorithm, claims())})

    assert (200, True) == (answer.status_code, "J. de Groot (jurist)" in answer.text)


def by_hand(algorithm: str, said: dict[str, Any], sign: Callable[[bytes], bytes]) -> str:
    """A token as no library makes it."""
    body = b".".join(in_base64(json.dumps(part).encode()) for part in ({"alg": algorithm}, said))
    return (body + b"." + in_base64(sign(body))).decode()


def in_base64(text: bytes) -> bytes:
    return base64.urlsafe_b64encode(text).rstrip(b"=")


def with_the_public_key(text: bytes) -> bytes:
    return hmac.digest(KEYS["RS256"][1], text, "sha256")


WRONG = {
    "nothing": "",
    "no token": "J. de Groot",
    "half a token": written("RS256", claims()).rpartition(".")[0],
    "letters that are no letters": "é.é.é",
    "not signed": by_hand("none", claims(), lambda _: b""),
    "signed by somebody else": written("RS256", claims(), RSAKey.generate_key(2048)),
    "another algorithm": written("ES256", claims()),
    "the public key as a secret": by_hand("HS256", claims(), with_the_public_key),
    "expired": written("RS256", claims(exp=1)),
    "without an end": written("RS256", claims(exp=None)),
    "for another": written("RS256", claims(aud="ander")),
    "by another": written("RS256", claims(iss="ander")),
    "not yet": written("RS256", claims(nbf=2**33)),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_header_that_does_not_count_is_nobody(desk: Callable[[str], TestClient], fault: str) -> None:
    answer = desk("RS256").get("/", headers={HEADER.encode(): WRONG[fault].encode()})

    assert (303, "/aanmelden?terug=%2F") == (answer.status_code, answer.headers["Location"])


def test_two_headers_are_nobody(desk: Callable[[str], TestClient]) -> None:
    """One of them would be of the person himself, who sent it along."""
    both = [(HEADER, written("RS256", claims())), (HEADER, written("RS256", claims(roles=["beheer"])))]

    assert 303 == desk("RS256").get("/", headers=both).status_code


def test_without_a_role_the_page_says_so(desk: Callable[[str], TestClient]) -> None:
    answer = desk("RS256").get("/", headers={HEADER: written("RS256", claims(roles=[]))})

    assert (403, True) == (answer.status_code, "U hebt bij soco geen rol" in answer.text)


def test_a_form_of_who_is_not_known_any_more_is_not_sent_on(desk: Callable[[str], TestClient]) -> None:
    answer = desk("RS256").post("/toetsen", data={"reden": "<i>uitgebreid</i>"})

    assert (401, True, True) == (
        answer.status_code,
        "Er is nog niets vastgelegd" in answer.text,
        '<input type="hidden" name="reden" value="&lt;i&gt;uitgebreid&lt;/i&gt;">' in answer.text,
    )


def test_a_file_of_who_is_not_known_any_more_has_to_be_chosen_again(
    desk: Callable[[str], TestClient],
) -> None:
    answer = desk("RS256").post("/maanden/a/b/2026-10", files={"bestand": ("oktober.csv", b"a;b")})

    assert (401, True, False) == (
        answer.status_code,
        "Kies het bestand na het aanmelden opnieuw" in answer.text,
        "Stuur opnieuw" in answer.text,
    )


def test_a_part_of_a_page_makes_room_for_what_was_filled_in(desk: Callable[[str], TestClient]) -> None:
    answer = desk("RS256").post("/toetsen", data={"a": "1"}, headers={"HX-Request": "true"})

    assert (401, "main", "false") == (
        answer.status_code,
        answer.headers["HX-Retarget"],
        answer.headers["HX-Push-Url"],
    )


def test_signing_off_leads_to_the_proxy(desk: Callable[[str], TestClient]) -> None:
    assert '<a href="https://weg.example">Ook daar afmelden</a>' in desk("RS256").get("/afgemeld").text


def test_however_many_tokens_a_proxy_makes_they_are_of_one_person(desk: Callable[[str], TestClient]) -> None:
    app: Any = desk("RS256").app
    tokens = [written("RS256", claims(jti=number)) for number in range(2)]
    tokens += [written("RS256", claims(sub="ander")), written("RS256", claims(exp=1)), "x.y.z"]

    marks = [
        app.state.entrance.mark_of(
            Request({"type": "http", "headers": [(b"x-soco-persoon", token.encode())]})
        )
        for token in tokens
    ]

    assert (marks[0], [None, None], 2) == (marks[1], marks[3:], len({*marks[:3]}))
