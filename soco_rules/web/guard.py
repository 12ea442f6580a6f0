"""What holds for every request: where it may come from, and what a browser may do with the answer."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi import Request
from fastapi.responses import Response
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp
from starlette.types import Message
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from soco_rules.web.access.recognised import Recognised
from soco_rules.web.answers import Answers
from soco_rules.web.bodies import Bodies
from soco_rules.web.faults import fault
from soco_rules.web.health import PROBES
from soco_rules.web.log import Logged
from soco_rules.web.pressure import Crowd
from soco_rules.web.pressure import Rates
from soco_rules.web.pressure import Shares
from soco_rules.web.problems import is_for_machine
from soco_rules.web.settings import Settings
from soco_rules.web.settings import host_in

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
POLICY = "; ".join(_DIRECTIVES)
"""Nothing from elsewhere, and no code or style inside a page."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
_KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}
ENCRYPTED = {"Strict-Transport-Security": "max-age=31536000"}
_FIXED = ("/static/", "/thema/")
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN = frozenset({"same-origin", "none"})


def add_guard(app: FastAPI, settings: Settings) -> None:
    """Put the guard before every page of an application."""
    app.add_middleware(Answers)
    app.add_middleware(Bodies, limits=settings.limits)
    if not settings.is_local:
        app.add_middleware(Shares, limits=settings.limits)
        app.add_middleware(Rates, limits=settings.limits)
    app.add_middleware(Recognised)
    app.add_middleware(Crowd, at_once=settings.limits.at_once)
    app.add_middleware(Gate, settings=settings)
    app.add_middleware(Logged)
    app.add_middleware(Headed, headers=HEADERS | (ENCRYPTED if settings.is_encrypted else {}))
    app.add_middleware(Plain, is_encrypted=settings.is_encrypted)


class Plain:
    """Takes a request as it was sent: over TLS where the desk is reached over that, and HEAD as GET.

    Of HEAD the server itself leaves out the body. A proxy need not say that it took the TLS off, so an address that is
    made here never leads back without it.
    """

    def __init__(self, app: ASGIApp, *, is_encrypted: bool) -> None:
        self._app = app
        self._scheme = "https" if is_encrypted else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        await self._app({**scope, "scheme": self._scheme or scope["scheme"], "method": method}, receive, send)


class Headed:
    """Gives every answer the headers that tell a browser what it may do with it; a page may say otherwise itself.

    What has its version in its address never changes, so a browser may keep it.
    """

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_fixed = scope["path"].startswith(_FIXED) and scope["query_string"].startswith(b"v=")

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                may_keep = _KEPT if is_fixed and message["status"] in {200, 304} else {}
                for name, value in (self._headers | may_keep).items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, headed)


class Gate:
    """Refuses what is sent to another name than that of this desk, and a form that another website sends."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._hosts = settings.hosts
        self._origin = settings.origin

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, or refuse it."""
        refusal = self._refusal(Request(scope)) if scope["type"] == "http" else None
        await (refusal or self._app)(scope, receive, send)

    def _refusal(self, request: Request) -> Response | None:
        if request.url.path in PROBES:
            return None
        hosts = request.headers.getlist("Host")
        if len(hosts) != 1 or host_in(hosts[0]) not in self._hosts:
            # With a name of his own that leads here, somebody else's page could read this one (DNS rebinding).
            return fault(request, 421, "Dit adres hoort niet bij deze werkplek", "Controleer het adres.")
        if request.method not in _READING and not self._is_own(request):
            return fault(
                request,
                403,
                "Dit formulier komt van een andere website",
                "Open soco opnieuw, en vul het daar in.",
            )
        return None

    def _is_own(self, request: Request) -> bool:
        """Whether a page of this desk sent the request, as the browser tells (`Sec-Fetch-Site`, else `Origin`).

        What tells neither is no browser of these years. It counts only with JSON, which no form of another website can
        send: a browser first asks whether it may, and is told nothing. The API takes nothing but JSON, and says so.
        """
        site = request.headers.get("Sec-Fetch-Site")
        if site is not None:
            return site in _OWN
        origin = request.headers.get("Origin")
        if origin is not None:
            own = self._origin or f"http://{request.headers['Host']}"
            return origin.lower() == own.lower()
        kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return kind == "application/json" or is_for_machine(request)
