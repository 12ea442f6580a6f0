"""That a session ends is told beforehand, on the page itself, with how to go on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from soco_rules.web.access.ending import Ending
from soco_rules.web.access.ending import ending_of
from soco_rules.web.access.sessions import Session
from soco_rules.web.access.sessions import sealed
from soco_rules.web.access.ways import ClaimNames
from soco_rules.web.access.ways import Oidc
from soco_rules.web.access.ways import SessionRules
from soco_rules.web.app import application
from soco_rules.web.settings import Settings
from tests.web.persons import CASEWORKER
from tests.web.persons import ROOT
from tests.web.reading import read

NOON = 1_792_317_600
"""18 October 2026, 12:00 in Amsterdam."""
ORIGIN = "http://127.0.0.1"


@pytest.fixture(autouse=True)
def _in_amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as here:
        here.setenv("TZ", "Europe/Amsterdam")
        time.tzset()
        yield
    time.tzset()


MINUTE, HOUR = 60, 3600
SESSIONS = [
    ("just begun", 0, 0, Ending(1800, 36_000, "12:30", "22:00"), False),
    ("renewed by this question", 3 * HOUR, 10 * MINUTE, Ending(1800, 25_200, "12:30", "19:00"), False),
    ("renewed a moment ago", 3 * HOUR, 59, Ending(1800, 25_200, "12:29", "19:00"), False),
    (
        "the end of the day comes first",
        9 * HOUR + 40 * MINUTE,
        0,
        Ending(1800, 1200, "12:20", "12:20"),
        False,
    ),
    ("a quarter is left", 9 * HOUR + 45 * MINUTE, 0, Ending(1800, 900, "12:15", "12:15"), True),
]


@pytest.mark.parametrize(
    ("began", "seen", "expected", "is_near"), [row[1:] for row in SESSIONS], ids=[row[0] for row in SESSIONS]
)
def test_when_a_session_ends(tmp_path: Path, began: int, seen: int, expected: Ending, is_near: bool) -> None:
    rules = SessionRules((b"k" * 32,), tmp_path, idle=1800, longest=36_000)

    found = ending_of(rules, Session("s", CASEWORKER, NOON - began, NOON - seen), NOON)

    assert found is not None
    assert (expected, is_near) == (found, found.is_near)


def test_the_session_of_who_works_alone_has_no_end_to_tell_of(tmp_path: Path) -> None:
    rules = SessionRules((b"k" * 32,), tmp_path, idle=10**9, longest=10**9)

    assert ending_of(rules, Session("s", CASEWORKER, NOON, NOON), NOON) is None


@pytest.fixture
def rules(tmp_path: Path) -> SessionRules:
    return SessionRules((b"k" * 32,), tmp_path)


@pytest.fixture
def desk(rules: SessionRules) -> TestClient:
    access = Oidc("http://127.0.0.1:9", "soco", ClaimNames(), rules)
    return TestClient(application(Settings(ROOT, access=access, origin=ORIGIN)), ORIGIN)


def _page(desk: TestClient, rules: SessionRules, began: int) -> Any:  # noqa: ANN401 - an answer of the client
    app: Any = desk.app
    now = int(time.time())
    cookie = sealed(rules, Session("s", CASEWORKER, now - began, now))
    return desk.get("/?maand=2026-10", headers={"Cookie": f"{app.state.entrance.cookie}={cookie}"})


def test_in_the_last_quarter_every_page_says_when_the_session_ends_and_how_to_go_on(
    desk: TestClient, rules: SessionRules
) -> None:
    answer = _page(desk, rules, rules.longest - 600)

    assert "uur wordt u afgemeld, ook als u doorwerkt. Meld u nu opnieuw aan" in read(answer)
    assert '<a href="/aanmelden?terug=%2F%3Fmaand%3D2026-10" target="_blank" rel="noopener">' in answer.text
    assert "<noscript>" not in answer.text


def test_without_javascript_every_page_says_until_when_one_is_known(
    desk: TestClient, rules: SessionRules
) -> None:
    answer = _page(desk, rules, 0)

    assert "uur wordt u afgemeld" not in read(answer)
    assert "U blijft aangemeld tot " in answer.text.partition("<noscript>")[2].partition("</noscript>")[0]


def test_who_did_not_sign_in_reads_nothing_of_it(desk: TestClient) -> None:
    answer = desk.get("/toegankelijkheid")

    assert ("<noscript>" in answer.text, "data-stilte" in answer.text) == (False, False)
