"""Serving a desk until somebody stops it; what is being answered then is finished first."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from threading import Thread
from typing import Any

import uvicorn
from fastapi import FastAPI

from soco_rules.web.environment import Configuration

_FINISHING = 30
"""Seconds in which what is being answered can be finished."""


def bound(configuration: Configuration) -> socket.socket:
    """The socket on which the desk will listen, taken so that nobody else has it.

    Raises:
        OSError: somebody else listens there, or the address is not of this computer.
    """
    family = socket.AF_INET6 if ":" in configuration.listen else socket.AF_INET
    found = socket.socket(family)
    try:
        if os.name == "posix":
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((configuration.listen, configuration.port))
        found.listen()  # of two that start at once only one can
    except OSError:
        found.close()
        raise
    return found


def serve(
    app: FastAPI, configuration: Configuration, at: socket.socket, ready: Callable[[], None]
) -> Exception | None:
    """Serve an application in this process, and say when it answers.

    The rooms are built from that moment for the user of this computer, who has a first page at once; before it where
    many people would wait for them together. It gives what went wrong with building them, such as a `StoreError`: then
    nothing is served any more.
    """
    server = _Server(_served(app, configuration), ready)
    if not configuration.settings.is_local:
        server.build()
    if server.failure is not None:
        return server.failure
    server.run([at])
    return server.failure


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.failure: Exception | None = None
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()
            Thread(target=self.build, name="vertrekken").start()

    def build(self) -> None:
        """Build the rooms, or stop with what went wrong."""
        try:
            self.config.app.state.rooms.built()  # type: ignore[union-attr] # a FastAPI
        except Exception as error:  # noqa: BLE001 - who started the desk is told
            self.failure = error
            self.should_exit = True


def _served(app: FastAPI, configuration: Configuration) -> uvicorn.Config:
    is_local = configuration.settings.is_local
    return uvicorn.Config(
        app,
        ws="none",
        log_config=_logs("WARNING" if is_local else "INFO"),
        access_log=False,
        server_header=False,
        proxy_headers=not is_local,
        forwarded_allow_ips=configuration.trusted,
        timeout_graceful_shutdown=_FINISHING,
    )


def _logs(level: str) -> dict[str, Any]:
    """Everything that is logged, by whatever library, is a line that holds no value of anybody."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": "soco_rules.web.log.Lines"}},
        "handlers": {
            "lines": {"class": "logging.StreamHandler", "formatter": "lines", "stream": "ext://sys.stderr"}
        },
        "root": {"handlers": ["lines"], "level": "WARNING"},
        "loggers": {"soco": {"level": level}, "uvicorn": {"level": level}},
    }
