"""How much one request may send, and how long that may take."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any
from typing import TypeVar

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp
from starlette.types import Message
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from soco_rules.web.settings import Limits

UPLOAD = 11_000_000
"""Bytes of a form with one file, which has at most ten million itself as for a command."""

_MARK = "takes_up_to"
_Endpoint = TypeVar("_Endpoint", bound=Callable[..., Any])


def takes_up_to(size: int) -> Callable[[_Endpoint], _Endpoint]:
    """Let the endpoint of a route take a body of so many bytes, as `@takes_up_to(UPLOAD)` under its route."""

    def marked(endpoint: _Endpoint) -> _Endpoint:
        vars(endpoint)[_MARK] = size
        return endpoint

    return marked


class Bodies:
    """Stops reading a body that is too large or comes too slowly, at the moment that it is."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("Content-Length", "")
        read, is_complete, until = 0, False, asyncio.get_running_loop().time() + self._limits.slowest

        async def limited() -> Message:
            nonlocal read, is_complete
            if is_complete:  # what comes now is only that the browser left
                return await receive()
            most = getattr(scope.get("endpoint"), _MARK, self._limits.body)  # known once the route is
            if declared.isdigit() and int(declared) > most:
                raise HTTPException(413)
            try:
                async with asyncio.timeout_at(until):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(408) from None
            read += len(message.get("body", b""))
            if read > most:
                raise HTTPException(413)
            is_complete = not message.get("more_body", False)
            return message

        await self._app(scope, limited, send)
