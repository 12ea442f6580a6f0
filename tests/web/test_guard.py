"""What holds for every request: where it comes from, how large it is, how fast, how many, and what is told of it."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi import Request
from fastapi.testclient import TestClient

from soco_rules.web.access.sessions import new_session
from soco_rules.web.access.sessions import sealed
from soco_rules.web.access.ways import ClaimNames
from soco_rules.web.access.ways import Oidc
from soco_rules.web.access.ways import SessionRules
from soco_rules.web.app import application
from soco_rules.web.bodies import takes_up_to
from soco_rules.web.log import Lines
from soco_rules.web.log import trail_of
from soco_rules.web.people import Person
from soco_rules.web.pressure import Rate
from soco_rules.web.settings import Limits
from soco_rules.web.settings import Settings
from tests.web.persons import ADVISOR
from tests.web.persons import ALONE
from tests.web.persons import CASEWORKER
from tests.web.persons import ROOT

SMALL = Limits(body=1000, at_once=2, slowest=0.05)
PERSONAL = "Zwartkop 999990019"


async def _read(request: Request) -> int:
    return len(await request.body())


@takes_up_to(5000)
async def _upload(request: Request) -> int:
    return len(await request.body())


@takes_up_to(5000)
async def _form(request: Request) -> int:
    return len(await request.form())


def _broken() -> None:
    raise ValueError(PERSONAL)


@pytest.fixture(scope="module")
def app() -> FastAPI:
    """A desk with small limits, and a page for each thing that a page may do."""
    app = application(Settings(ROOT, limits=SMALL), lambda _: ALONE)
    for path, endpoint in (("lees", _read), ("stuur", _upload), ("formulier", _form)):
        app.state.rooms.built().add_api_route(f"/{path}", endpoint, methods=["POST"])
    app.state.rooms.built().add_api_route("/stuk/{naam}", _broken)
    return app


@pytest.fixture
def browser(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, "http://127.0.0.1", headers={"Sec-Fetch-Site": "same-origin"}) as client:
        yield client


FROM = [
    ({"Sec-Fetch-Site": "same-origin"}, 200),
    ({"Sec-Fetch-Site": "none"}, 200),
    ({"Sec-Fetch-Site": "same-site"}, 403),
    ({"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1"}, 403),
    ({"Origin": "http://127.0.0.1"}, 200),
    ({"Origin": "http://127.0.0.1:81"}, 403),
    ({"Origin": "https://elders.example"}, 403),
    ({"Origin": "null"}, 403),
    ({}, 403),
    ({"Content-Type": "text/plain"}, 403),
    ({"Content-Type": "application/json; charset=utf-8"}, 200),
]


@pytest.mark.parametrize(("headers", "expected"), FROM)
def test_a_form_counts_only_from_this_desk(app: FastAPI, headers: dict[str, str], expected: int) -> None:
    client = TestClient(app, "http://127.0.0.1")

    assert expected == client.post("/lees", headers=headers).status_code


BODIES = [("/lees", 1000, 200), ("/lees", 1001, 413), ("/stuur", 5000, 200), ("/stuur", 5001, 413)]


@pytest.mark.parametrize(("path", "size", "expected"), BODIES)
def test_a_body_has_the_size_of_its_page_at_most(
    browser: TestClient, path: str, size: int, expected: int
) -> None:
    assert expected == browser.post(path, content=b"x" * size).status_code


def test_a_body_that_does_not_tell_its_size_is_stopped_on_the_way(app: FastAPI) -> None:
    """What comes after the limit is not read."""
    read = 0

    async def endless() -> dict[str, Any]:
        nonlocal read
        read += 300
        return {"type": "http.request", "body": b"x" * 300, "more_body": True}

    assert (413, 1200) == (asyncio.run(_status(app, "/lees", endless)), read)


def test_a_body_that_comes_too_slowly_is_given_up(app: FastAPI) -> None:
    async def never() -> dict[str, Any]:
        await asyncio.Event().wait()
        return {}

    assert 408 == asyncio.run(_status(app, "/lees", never))


def test_a_form_has_no_more_than_a_thousand_fields(browser: TestClient) -> None:
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    forms = ("&".join(["v=1"] * number) for number in (1000, 1001))

    assert [200, 400] == [
        browser.post("/formulier", content=form, headers=kind).status_code for form in forms
    ]


def test_more_than_is_taken_on_is_told_to_come_back(app: FastAPI) -> None:
    async def three() -> list[int]:
        here, go = [], asyncio.Event()

        async def waits() -> dict[str, Any]:
            here.append(1)
            await go.wait()
            return {"type": "http.request", "body": b"", "more_body": False}

        busy = [asyncio.create_task(_status(app, "/lees", waits)) for _ in range(2)]
        while len(here) < 2:  # noqa: ASYNC110 # both have to be inside
            await asyncio.sleep(0)
        third = await _status(app, "/lees", waits)
        alive = await _status(app, "/gezond", waits, "GET")
        go.set()
        return [third, alive, *[await each for each in busy]]

    assert [503, 200, 200, 200] == asyncio.run(three())


def test_one_person_takes_the_turns_of_nobody_else(tmp_path: Path) -> None:
    """However many sessions he has; and of who did not sign in a quarter of all turns are for one address."""
    access = Oidc("http://127.0.0.1:9", "soco", ClaimNames(), SessionRules((b"k" * 32,), tmp_path))
    limits = Limits(at_once=8, of_one=2)
    app = application(Settings(ROOT, access=access, origin="http://127.0.0.1", limits=limits))
    app.state.rooms.built().add_api_route("/lees", _read, methods=["POST"])
    entrance = app.state.entrance

    def cookie(person: Person) -> bytes:
        return (
            f"{entrance.cookie}={sealed(entrance.sessions, new_session(person, int(time.time())))}".encode()
        )

    mine, other = replace(ADVISOR, account="bs-1"), replace(CASEWORKER, account="kj-2")

    async def all_at_once() -> list[int]:
        go = asyncio.Event()

        async def waits() -> dict[str, Any]:
            await go.wait()
            return {"type": "http.request", "body": b"", "more_body": False}

        async def asks(person: Person | None) -> int:
            return await _status(app, "/lees", waits, cookie=cookie(person) if person else b"")

        people = (mine, mine, mine, other, None, None, None)
        asked = [asyncio.create_task(asks(person)) for person in people]
        while sum(each.done() for each in asked) < 2:  # noqa: ASYNC110 # both who are too many have to be told
            await asyncio.sleep(0)
        go.set()
        return [await each for each in asked]

    assert [200, 200, 429, 200, 200, 200, 429] == asyncio.run(all_at_once())


async def _status(
    app: FastAPI,
    path: str,
    receive: Any,  # noqa: ANN401 - of ASGI
    method: str = "POST",
    cookie: bytes = b"",
) -> int:
    """The status of one request, whose body comes as `receive` gives it."""
    found = 0

    async def send(message: Any) -> None:  # noqa: ANN401 - idem
        nonlocal found
        found = message.get("status", found)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "scheme": "http",
        "headers": [
            (b"host", b"127.0.0.1"),
            (b"sec-fetch-site", b"same-origin"),
            *([(b"cookie", cookie)] if cookie else []),
        ],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "app": app,
    }
    await app(scope, receive, send)
    return found


def test_a_rate_gives_back_with_time_and_says_how_long_to_wait() -> None:
    moment = [0.0]
    rate = Rate(3, lambda: moment[0])
    first = [rate.take("A") for _ in range(4)] + [rate.take("B")]
    moment[0] = 20.0

    assert ([0, 0, 0, 20, 0], [0, 20]) == (first, [rate.take("A"), rate.take("A")])


def test_a_rate_forgets_the_least_recent() -> None:
    rate = Rate(1, lambda: 0.0)
    for number in range(20_000):
        rate.take(str(number))

    assert 10_000 == len(rate._buckets)


@pytest.fixture
def with_provider(tmp_path: Any) -> TestClient:  # noqa: ANN401 - a path
    rules = SessionRules((b"k" * 32,), tmp_path)
    access = Oidc("http://127.0.0.1:9", "soco", ClaimNames(), rules)
    limits = replace(SMALL, per_minute=3, sign_ins=2)
    return TestClient(
        application(Settings(ROOT, access=access, origin="http://127.0.0.1", limits=limits)),
        "http://127.0.0.1",
    )


def test_who_asks_too_much_is_told_when_to_come_back(with_provider: TestClient) -> None:
    answers = [with_provider.get("/toegankelijkheid", follow_redirects=False) for _ in range(4)]

    assert ["429", "20"] == [str(answers[-1].status_code), answers[-1].headers["Retry-After"]]
    assert "Het gaat te snel" in answers[-1].text
    assert "Probeer het over 20 seconden opnieuw" in answers[-1].text


def test_one_person_with_two_sessions_asks_as_much_as_one(with_provider: TestClient) -> None:
    """And somebody else not less."""
    app: Any = with_provider.app
    entrance = app.state.entrance
    mine, other = replace(ADVISOR, account="bs-1"), replace(CASEWORKER, account="kj-2")
    statuses = []
    for person in (mine, mine, mine, mine, other):
        cookie = sealed(entrance.sessions, new_session(person, int(time.time())))
        statuses.append(
            with_provider.get(
                "/toegankelijkheid", headers={"Cookie": f"{entrance.cookie}={cookie}"}
            ).status_code
        )

    assert [200, 200, 200, 429, 200] == statuses


def test_who_signs_in_too_often_is_told_when_to_come_back(with_provider: TestClient) -> None:
    statuses = [with_provider.get("/aanmelden", follow_redirects=False).status_code for _ in range(3)]

    assert [503, 503, 429] == statuses
    assert [200] * 9 == [with_provider.get("/gezond").status_code for _ in range(9)]
    assert 429 == [with_provider.get("/gezondheid").status_code for _ in range(4)][-1]


def test_a_page_is_kept_nowhere_and_a_file_with_its_version_for_long(browser: TestClient) -> None:
    page = browser.get("/")
    style = next(part for part in page.text.split('"') if part.startswith("/static/soco.css?v="))

    assert ["no-store", "public, max-age=31536000, immutable", "no-store"] == [
        page.headers["Cache-Control"],
        browser.get(style).headers["Cache-Control"],
        browser.get("/static/soco.css").headers["Cache-Control"],
    ]


def test_a_file_that_is_not_there_yet_is_kept_nowhere(browser: TestClient) -> None:
    answer = browser.get("/static/nog-niet.css?v=1")

    assert (404, "no-store") == (answer.status_code, answer.headers["Cache-Control"])


def test_a_request_for_two_hosts_is_for_none(browser: TestClient) -> None:
    """What stands in front may have looked at the one, and the desk at the other."""
    both = [("Host", "127.0.0.1"), ("Host", "127.0.0.1")]

    assert 421 == browser.get("/", headers=both).status_code


def test_who_asks_for_the_head_gets_that_of_the_page(browser: TestClient) -> None:
    page, head = browser.get("/toegankelijkheid"), browser.head("/toegankelijkheid")
    kept = ("Content-Length", "Content-Type", "Content-Security-Policy", "X-Frame-Options")

    assert (200, b"", [page.headers[name] for name in kept]) == (
        head.status_code,
        head.content,
        [head.headers[name] for name in kept],
    )
    assert [200, 405] == [browser.head(path).status_code for path in ("/gezond", "/lees")]


def test_no_address_leads_back_without_tls() -> None:
    """A proxy that takes the TLS off and says nothing of it."""
    app = application(Settings(ROOT, origin="https://soco.havendorp.example"), lambda _: ALONE)
    browser = TestClient(app, "http://soco.havendorp.example", follow_redirects=False)
    sent = browser.get("/overeenkomsten/")
    document = browser.get("/v1/openapi.json").json()

    assert ("https://soco.havendorp.example/overeenkomsten", "https://soco.havendorp.example/") == (
        sent.headers["Location"],
        document["info"]["contact"]["url"],
    )


def test_a_line_has_the_whole_template_of_an_address_of_the_api(
    browser: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "soco.web"):
        browser.get("/v1/overeenkomsten/delft/scope")

    lines = [json.loads(Lines().format(record)) for record in caplog.records if record.name == "soco.web"]
    assert ["/v1/overeenkomsten/{gemeente}/{cooperatie}"] == [line["pad"] for line in lines]


def test_of_what_calls_itself_without_end_the_line_stays_readable() -> None:
    def again() -> None:
        again()

    with pytest.raises(RecursionError) as caught:
        again()

    trail = trail_of(caught.value)
    assert (121, "...", True) == (len(trail), trail[60], trail[-1].endswith("again"))


def test_what_nobody_foresaw_is_a_page_and_a_line_without_values(
    app: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    browser = TestClient(app, "http://127.0.0.1")
    with caplog.at_level(logging.INFO, "soco.web"):
        answer = browser.get("/stuk/Zwartkop", params={"bsn": "999990019"})
    lines = [json.loads(Lines().format(record)) for record in caplog.records if record.name == "soco.web"]

    assert (500, True) == (answer.status_code, "Er ging iets mis op de werkplek" in answer.text)
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert [("fout", "/stuk/{naam}"), ("verzoek", "/stuk/{naam}")] == [
        (line["wat"], line["pad"]) for line in lines
    ]
    assert ["ValueError", 500] == [lines[0]["soort"], lines[1]["status"]]
    assert lines[0]["spoor"][-1].endswith("_broken")
    assert answer.headers["X-Request-ID"] == lines[0]["verzoek"]
    assert not any(word in json.dumps(lines) for word in ("Zwartkop", "999990019"))


def test_an_error_of_another_library_is_logged_without_its_text() -> None:
    try:
        _broken()
    except ValueError as error:
        record = logging.LogRecord(
            "uvicorn.error", logging.ERROR, "", 1, PERSONAL, (), (ValueError, error, error.__traceback__)
        )
    said = json.loads(Lines().format(record))

    assert ("fout", "ValueError", False) == (said["wat"], said["soort"], "Zwartkop" in json.dumps(said))
