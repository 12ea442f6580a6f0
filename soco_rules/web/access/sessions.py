"""Sessions: a signed cookie that says who it is, since when, and when that person was last seen."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import Any

from itsdangerous import BadData
from itsdangerous import URLSafeSerializer

from soco_rules.web.access.register import Register
from soco_rules.web.access.ways import SessionRules
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person

RENEWED_AFTER = 60
"""Seconds after which a cookie is given anew with when its person was last seen."""

_SIGNING = {"key_derivation": "hmac", "digest_method": hashlib.sha256}


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who made himself known at `began` and was last `seen`; both are in seconds since 1970."""

    id: str
    person: Person
    began: int
    seen: int


def new_session(person: Person, now: int) -> Session:
    """A session that begins now, under a name that nobody had before."""
    return Session(secrets.token_urlsafe(24), person, now, now)


def sealed(rules: SessionRules, session: Session) -> str:
    """The text of the cookie."""
    person = session.person
    data = {
        "i": session.id,
        "b": session.began,
        "s": session.seen,
        "n": person.name,
        "r": sorted(person.roles),
        "f": person.function,
        "a": person.account,
        "l": person.is_alone,
    }
    return signed(rules, "session", data)


def session_in(rules: SessionRules, cookie: str, now: int) -> Session | None:
    """The session of a cookie; None where it was not signed here, went on too long or silent, or has ended."""
    data = unsigned(rules, "session", cookie)
    if data is None:
        return None
    roles = frozenset(map(DeskRole, data["r"]))
    person = Person(data["n"], roles, data["f"], data["l"], data["a"])
    session = Session(data["i"], person, data["b"], data["s"])
    too_long = now - session.began > rules.longest or now - session.seen > rules.idle
    return None if too_long or Register(rules.folder).has_ended(session.id) else session


def renewed(session: Session, now: int) -> Session | None:
    """The session as seen now; None where it was given out a moment ago."""
    return replace(session, seen=now) if now - session.seen >= RENEWED_AFTER else None


def signed(rules: SessionRules, purpose: str, data: Mapping[str, object]) -> str:
    """Some data as text for a cookie that nobody else can make; a reader can see it."""
    return str(_signer(rules, purpose).dumps(dict(data)))


def unsigned(rules: SessionRules, purpose: str, text: str) -> dict[str, Any] | None:
    """What `signed` got for the same purpose; None where it was not signed here."""
    try:
        found: dict[str, Any] = _signer(rules, purpose).loads(text)
    except BadData:
        return None
    return found


def _signer(rules: SessionRules, purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(list(rules.keys), salt=f"soco {purpose}", signer_kwargs=_SIGNING)
