"""Signing in and off."""

from __future__ import annotations

import time
from dataclasses import asdict
from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response

from soco_rules.web.access.claims import ClaimsError
from soco_rules.web.access.claims import person_in
from soco_rules.web.access.entrance import RETURN
from soco_rules.web.access.entrance import Entrance
from soco_rules.web.access.entrance import entrance_of
from soco_rules.web.access.local import ENTER
from soco_rules.web.access.paths import own_path
from soco_rules.web.access.pending import Pending
from soco_rules.web.access.pending import SignInError
from soco_rules.web.access.register import Register
from soco_rules.web.access.sessions import new_session
from soco_rules.web.access.sessions import signed
from soco_rules.web.access.sessions import unsigned
from soco_rules.web.access.ways import Local
from soco_rules.web.access.ways import SessionRules
from soco_rules.web.log import log_refusal
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.settings import SetUp

SIGNED_OFF = "/afgemeld"
_PENDING = 10 * 60
"""Seconds in which somebody has to come back from the identity provider."""

router = APIRouter()
At = Annotated[Entrance, Depends(entrance_of)]


@router.get("/aanmelden")
def sign_in(request: Request, at: At, terug: str = "/") -> Response:
    """Send somebody to the identity provider, or say how to come in here."""
    if at.provider is None:
        shown = page(
            request, "access/sign_in", title="Aanmelden", status=401, is_local=at.one_time is not None
        )
        if at.sessions is not None:
            back = signed(at.sessions, "terug", {"terug": own_path(terug)})
            at.keep(shown, _back_cookie(at), back, _PENDING)
        return shown
    assert at.sessions is not None
    try:
        address, pending = at.provider().begin(own_path(terug))
    except SignInError as error:
        return _failed(request, error, 503)
    answer = RedirectResponse(address, 303)
    at.keep(
        answer,
        _pending_cookie(at, pending.state),
        signed(at.sessions, "aanmelden", asdict(pending)),
        _PENDING,
    )
    return answer


@router.get(RETURN)
def come_back(request: Request, at: At) -> Response:
    """Begin a session for who comes back from the identity provider."""
    if at.provider is None or at.sessions is None:
        return RedirectResponse("/", 303)
    given = dict(request.query_params)
    cookie = _pending_cookie(at, given.get("state", ""))
    now = int(time.time())
    try:
        pending = _remembered(at.sessions, request.cookies.get(cookie, ""), now)
        provider = at.provider()
        person = person_in(provider.finish(pending, given), provider.oidc.claims)
        Register(at.sessions.folder).admit(person)
    except (SignInError, ClaimsError) as error:
        answer = _failed(request, error, 403)
    else:
        answer = RedirectResponse(pending.back, 303)
        _end(request, at)
        at.give(answer, new_session(person, now))
    at.drop(answer, cookie)
    return answer


@router.get(ENTER)
def enter(request: Request, at: At, set_up: SetUp, sleutel: str = "") -> Response:
    """Let in who has the key of the terminal."""
    if at.one_time is None or not isinstance(set_up.access, Local):
        return RedirectResponse("/", 303)
    if not at.one_time.spend(sleutel):
        return page(request, "access/sign_in", title="Deze sleutel werkt niet", status=403, is_local=True)
    assert at.sessions is not None
    remembered = unsigned(at.sessions, "terug", request.cookies.get(_back_cookie(at), ""))
    answer = RedirectResponse(own_path(remembered["terug"]) if remembered else "/", 303)
    at.drop(answer, _back_cookie(at))
    alone = Person(set_up.access.name, frozenset(DeskRole), is_alone=True)
    at.give(answer, new_session(alone, int(time.time())))
    return answer


@router.get("/afmelden")
def ask_to_sign_off(request: Request) -> Response:
    """Ask, for a link from elsewhere does not sign anybody off."""
    return page(request, "access/sign_off", title="Afmelden")


@router.post("/afmelden")
def sign_off(request: Request, at: At) -> Response:
    """End the session, also for who has a copy of its cookie."""
    answer = RedirectResponse(SIGNED_OFF, 303)
    _end(request, at)
    at.drop(answer, at.cookie)
    return answer


@router.get(SIGNED_OFF)
def signed_off(request: Request, at: At, set_up: SetUp) -> Response:
    """Say that it ended, and where it may go on."""
    leave = at.leave
    if at.provider is not None:
        try:
            leave = at.provider().leave(f"{set_up.origin}{SIGNED_OFF}") or ""
        except SignInError:
            leave = ""  # here the session has ended all the same
    return page(request, "access/signed_off", title="U bent afgemeld", leave=leave)


def _end(request: Request, at: Entrance) -> None:
    session = at.session_of(request)
    if session is not None and at.sessions is not None:
        Register(at.sessions.folder).end(session.id)
    request.state.session = None


def _remembered(rules: SessionRules, cookie: str, now: int) -> Pending:
    data = unsigned(rules, "aanmelden", cookie)
    if data is None or now - data["began"] > _PENDING:
        raise SignInError("Deze aanmelding begon niet in deze browser, of te lang geleden.")
    return Pending(**data)


def _pending_cookie(at: Entrance, state: str) -> str:
    return f"{at.cookie}-{sha256(state.encode()).hexdigest()[:16]}"


def _back_cookie(at: Entrance) -> str:
    return f"{at.cookie}-terug"


def _failed(request: Request, error: SignInError | ClaimsError, status: int) -> Response:
    kind = error.kind if isinstance(error, SignInError) else "claims"
    log_refusal(request, "aanmelden", waarom=str(error), soort=kind)
    return page(request, "access/failed", title="Aanmelden is niet gelukt", status=status, why=str(error))
