"""The entrance of a desk: from its settings to who a request is from, with what that takes."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING
from typing import assert_never

from fastapi import Request
from fastapi.responses import Response

from soco_rules.web.access.local import OneTimeKey
from soco_rules.web.access.local import new_session_keys
from soco_rules.web.access.sessions import Session
from soco_rules.web.access.sessions import sealed
from soco_rules.web.access.sessions import session_in
from soco_rules.web.access.ways import Local
from soco_rules.web.access.ways import Oidc
from soco_rules.web.access.ways import Proxy
from soco_rules.web.access.ways import SessionRules
from soco_rules.web.people import Identify
from soco_rules.web.people import Person
from soco_rules.web.settings import Settings

if TYPE_CHECKING:
    from soco_rules.web.access.oidc import Provider

RETURN = "/aanmelden/terug"
_FOREVER = 10 * 365 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Entrance:
    """What signing in takes. `cookie` is the name of that of a session; `sessions` is None behind a proxy.

    `one_time` is there for the user of this computer, `provider` gives the identity provider where there is one, and
    `account_in` tells accounts apart behind a proxy.
    """

    cookie: str
    identify: Identify
    sessions: SessionRules | None = None
    one_time: OneTimeKey | None = None
    provider: Callable[[], Provider] | None = None
    account_in: Callable[[Request], str | None] = lambda _: None
    leave: str = ""
    is_encrypted: bool = False

    def session_of(self, request: Request) -> Session | None:
        """The session that a request belongs to."""
        text = request.cookies.get(self.cookie)
        if self.sessions is None or not text:
            return None
        return session_in(self.sessions, text, int(time.time()))

    def mark_of(self, request: Request) -> str | None:
        """What tells one person from another, in however many sessions or tokens; None where nobody is known."""
        session: Session | None = getattr(request.state, "session", None)
        account = session.person.account or session.person.name if session else self.account_in(request)
        return sha256(account.encode()).hexdigest() if account else None

    def give(self, answer: Response, session: Session) -> None:
        """Let the browser keep a session until it closes."""
        assert self.sessions is not None
        self.keep(answer, self.cookie, sealed(self.sessions, session))

    def keep(self, answer: Response, name: str, text: str, seconds: int | None = None) -> None:
        """Let the browser keep something that no script reads, and that goes along with a form of this desk only."""
        answer.set_cookie(
            name, text, max_age=seconds, path="/", secure=self.is_encrypted, httponly=True, samesite="lax"
        )

    def drop(self, answer: Response, name: str) -> None:
        """Let the browser forget it."""
        answer.delete_cookie(name, path="/", secure=self.is_encrypted, httponly=True, samesite="lax")


def entrance_of(request: Request) -> Entrance:
    """The entrance of the desk that a request is sent to."""
    entrance: Entrance = request.app.state.entrance
    return entrance


def entrance_for(settings: Settings, announce: Callable[[str], None] = lambda _: None) -> Entrance:
    """The entrance of a desk that is set up like this; `announce` tells a new key to who started the desk."""
    prefix = "__Host-" if settings.is_encrypted else ""
    match settings.access:
        case Local(port=port):
            folder = Path(tempfile.gettempdir(), f"soco-{token_hex(16)}")  # made when it is needed
            rules = SessionRules(new_session_keys(), folder, idle=_FOREVER, longest=_FOREVER)
            return Entrance(f"soco-{port}", _by_session, rules, one_time=OneTimeKey(announce))
        case Proxy() as proxy:
            from soco_rules.web.access.proxy import account_by  # noqa: PLC0415 - the first page does not wait for it
            from soco_rules.web.access.proxy import identify_by  # noqa: PLC0415 - idem

            return Entrance(
                f"{prefix}soco", identify_by(proxy), account_in=account_by(proxy), leave=proxy.leave
            )
        case Oidc() as oidc:
            return Entrance(
                f"{prefix}soco",
                _by_session,
                oidc.sessions,
                provider=cache(lambda: _provider(oidc, f"{settings.origin}{RETURN}")),
                is_encrypted=settings.is_encrypted,
            )
        case _ as unreachable:
            assert_never(unreachable)


def _provider(oidc: Oidc, returns_to: str) -> Provider:
    from soco_rules.web.access.oidc import Provider  # noqa: PLC0415 - only who signs in waits for it

    return Provider(oidc, returns_to)


def _by_session(request: Request) -> Person | None:
    session: Session | None = getattr(request.state, "session", None)
    return session.person if session else None
