"""What holds for every request: where it may come from, and what a browser may do with the answer."""

from __future__ import annotations

from collections.abc import Awaitable
from collections.abc import Callable

from fastapi import FastAPI
from fastapi import Request
from fastapi.responses import PlainTextResponse
from fastapi.responses import Response

Next = Callable[[Request], Awaitable[Response]]

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
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN = frozenset({"same-origin", "none"})


def add_guard(app: FastAPI) -> None:
    """Put the guard before every page of an application."""

    @app.middleware("http")
    async def guard(request: Request, call_next: Next) -> Response:
        if request.method not in _READING and not _is_own(request):
            return PlainTextResponse("Dit formulier komt van een andere website.", 403)
        answer = await call_next(request)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        return answer


def _is_own(request: Request) -> bool:
    """Whether a page of this desk sent the request, as the browser tells (`Sec-Fetch-Site`, else `Origin`)."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in _OWN
    origin = request.headers.get("Origin")
    return origin is not None and origin.partition("://")[2] == request.headers.get("Host")
