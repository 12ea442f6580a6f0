"""A session: until when it counts, that nobody else makes one, and how its keys change."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from soco_rules.web.access.register import Register
from soco_rules.web.access.sessions import Session
from soco_rules.web.access.sessions import new_session
from soco_rules.web.access.sessions import renewed
from soco_rules.web.access.sessions import sealed
from soco_rules.web.access.sessions import session_in
from soco_rules.web.access.sessions import signed
from soco_rules.web.access.ways import SessionRules
from tests.web.persons import CASEWORKER

OLD, NEW = b"o" * 32, b"n" * 32
NOW = 1_800_000_000


@pytest.fixture
def rules(tmp_path: Path) -> SessionRules:
    return SessionRules((OLD,), tmp_path, idle=1800, longest=36_000)


SEEN = [
    ("just now", 0, 0, True),
    ("as long ago as it may", 1800, 1800, True),
    ("too long ago", 1801, 1801, False),
    ("working all day", 36_000, 10, True),
    ("working too long", 36_001, 10, False),
]


@pytest.mark.parametrize(("case", "began", "seen", "expected"), SEEN)
def test_a_session_counts_as_long_as_somebody_works_and_no_longer_than_a_day(
    rules: SessionRules, case: str, began: int, seen: int, expected: bool
) -> None:
    session = Session("s", CASEWORKER, NOW - began, NOW - seen)
    found = session_in(rules, sealed(rules, session), NOW)

    assert (session if expected else None) == found


def test_a_session_is_renewed_once_a_minute_and_keeps_its_beginning() -> None:
    session = Session("s", CASEWORKER, NOW - 600, NOW - 60)

    assert [None, replace(session, seen=NOW)] == [renewed(session, NOW - 1), renewed(session, NOW)]


def test_every_session_has_a_name_of_its_own() -> None:
    assert 100 == len({new_session(CASEWORKER, NOW).id for _ in range(100)})


def test_a_cookie_that_was_changed_or_made_elsewhere_is_nobody(rules: SessionRules) -> None:
    good = sealed(rules, Session("s", CASEWORKER, NOW, NOW))
    other = sealed(replace(rules, keys=(NEW,)), Session("s", CASEWORKER, NOW, NOW))
    swapped = good[:-1] + ("A" if good[-1] != "A" else "B")
    purpose = signed(rules, "aanmelden", {"i": "s"})

    assert [None] * 6 == [
        session_in(rules, each, NOW) for each in (other, swapped, good[1:], purpose, "", "é.x")
    ]


def test_a_new_key_signs_and_the_old_one_still_reads(rules: SessionRules) -> None:
    old = sealed(rules, Session("s", CASEWORKER, NOW, NOW))
    both, new = replace(rules, keys=(OLD, NEW)), replace(rules, keys=(NEW,))
    fresh = sealed(both, Session("s", CASEWORKER, NOW, NOW))

    assert [True, True, False] == [
        session_in(at, cookie, NOW) is not None for at, cookie in ((both, old), (new, fresh), (new, old))
    ]


def test_a_session_that_was_ended_counts_for_no_process(rules: SessionRules) -> None:
    cookie = sealed(rules, Session("s", CASEWORKER, NOW, NOW))
    Register(rules.folder).end("s")

    assert session_in(rules, cookie, NOW) is None


def test_what_ended_long_ago_is_forgotten_and_what_ended_now_is_not(tmp_path: Path) -> None:
    register = Register(tmp_path)
    for session in ("lang geleden", "net"):
        register.end(session)
    os.utime(register._at("einde", "lang geleden"), (0, 0))
    register.end("nu")

    assert [False, True, True] == [register.has_ended(each) for each in ("lang geleden", "net", "nu")]
