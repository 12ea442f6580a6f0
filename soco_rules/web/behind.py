"""An application behind another one, built while the one in front answers already."""

from __future__ import annotations

from asyncio import Lock as Turn
from collections.abc import Callable
from threading import Lock

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send


class Behind:
    """An application that is built once: when somebody asks for it, or by `built` before that."""

    def __init__(self, build: Callable[[], FastAPI]) -> None:
        """Build nothing yet."""
        self._build = build
        self._lock = Lock()
        self._turn = Turn()
        self._app: FastAPI | None = None

    def built(self) -> FastAPI:
        """The application; whatever building raises is raised here, and building is tried again the next time."""
        with self._lock:
            if self._app is None:
                self._app = self._build()
            return self._app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; of all that wait for the application one takes a thread, so that the others stay free."""
        if self._app is None:
            async with self._turn:
                await run_in_threadpool(self.built)
        await self.built()(scope, receive, send)
