"""Finding the session of each request, and keeping it alive as long as somebody works."""

from __future__ import annotations

import time

from fastapi import Request
from fastapi.responses import Response
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp
from starlette.types import Message
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from soco_rules.web.access.entrance import entrance_of
from soco_rules.web.access.sessions import renewed


class Recognised:
    """Puts the session of a request in its state (None without one), and gives its cookie anew now and then."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request."""
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        at = entrance_of(request)
        session = request.state.session = at.session_of(request)

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and request.state.session is not None:
                assert session is not None
                if again := renewed(session, int(time.time())):
                    carrier = Response()
                    at.give(carrier, again)
                    MutableHeaders(scope=message).append("Set-Cookie", carrier.headers["Set-Cookie"])
            await send(message)

        await self._app(scope, receive, with_cookie)
