"""Serving a desk until somebody stops it; what is being answered then is finished first."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Callable
from importlib import import_module
from threading import Event
from threading import Thread
from typing import Any

import uvicorn
from fastapi import FastAPI

from soco_rules.web.connections import Patient
from soco_rules.web.environment import Configuration

_FINISHING = 30
"""Seconds in which what is being answered can be finished."""

_WAITED = 5.0
"""Seconds in which who waited for a dossier is answered, before the rooms behind are loaded beside that."""

_PAUSE = 0.5
"""Seconds between two pieces of the rooms behind: whoever asks for a page meanwhile waits for one piece at most."""
PIECES = (
    "soco_rules.letters.made",
    "soco_rules.web.legal.routes",
    "soco_rules.web.letters",
    "soco_rules.scenarios.lint",
    "pytest",
    "soco_rules.scenarios.run",
    "soco_rules.web.legal.adopting_versions",
    "duckdb",
    "soco_rules.simulation.simulate",
    "soco_rules.web.changes.routes",
    "soco_rules.settling.xlsx_file",
    "soco_rules.settling.settle",
    "soco_rules.web.months.routes",
    "soco_rules.web.policy.routes",
    "soco_rules.web.api.agreement_answers",
    "soco_rules.web.api.app",
)
"""What takes long of all that the rooms behind stand on, in the order in which it is loaded."""


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
        # From here on nobody else can, also not one that starts at the same moment. And whoever comes waits for the
        # first answer: refused, a person would read an error, and could lose the form that was just sent.
        found.listen()
    except OSError:
        found.close()
        raise
    return found


def serve(
    app: FastAPI, configuration: Configuration, at: socket.socket, ready: Callable[[], None]
) -> Exception | None:
    """Serve an application in this process, and say when it is ready.

    The first page is there at once, and the rooms are built from that moment. For the user of this computer that is
    ready; where many people work, and whoever looks after the desk reads it, only the rooms of every day are. It gives
    what went wrong with building them, such as a `StoreError`: then nothing is served any more.
    """
    server = _Server(_served(app, configuration), ready, is_local=configuration.settings.is_local)
    server.run([at])
    gc.unfreeze()  # else a library that looks at the end what was never let go fills the log with it
    return server.failure


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], *, is_local: bool) -> None:
        super().__init__(config)
        self.failure: Exception | None = None
        self._ready = ready
        self._is_local = is_local
        self._stops = Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            if self._is_local:
                self._ready()
            Thread(target=self._build, name="vertrekken").start()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._stops.set()
        await super().shutdown(sockets)

    def _build(self) -> None:
        """Build all rooms, or stop with what went wrong."""
        state = self.config.app.state  # type: ignore[union-attr] # a FastAPI
        try:
            state.rooms.built()
            if not self._is_local:
                self._ready()
            if not self._stops.wait(_WAITED) and all(map(self._loaded, PIECES)):
                state.letters.built()
                state.further.built()
        except Exception as error:  # noqa: BLE001 - who started the desk is told
            self.failure = error
            self.should_exit = True
        gc.freeze()  # what was loaded stays, and would be looked through again and again while somebody waits

    def _loaded(self, piece: str) -> bool:
        """Load a piece of the rooms behind, and let pages go first; False once the desk stops."""
        import_module(piece)
        return not self._stops.wait(_PAUSE)


def _served(app: FastAPI, configuration: Configuration) -> uvicorn.Config:
    is_local = configuration.settings.is_local
    return uvicorn.Config(
        app,
        http=Patient,
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
