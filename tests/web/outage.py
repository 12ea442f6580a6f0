"""A wire to a database server that can be cut, and joined again."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from urllib.parse import urlsplit


@dataclass
class Wire:
    """A port that passes everything on to a server: while silent nothing comes back, while cut nobody gets in."""

    server: tuple[str, int]
    listening: socket.socket
    open: set[socket.socket] = field(default_factory=set)
    is_cut: bool = False
    is_silent: bool = False

    @property
    def port(self) -> int:
        port: int = self.listening.getsockname()[1]
        return port

    def cut(self) -> None:
        """Break every connection in the middle of what it does, as a server that is killed does."""
        self.is_cut = True
        for each in list(self.open):
            _break(each)

    def join(self) -> None:
        self.is_cut = self.is_silent = False

    def serve(self) -> None:
        while True:
            try:
                near, _ = self.listening.accept()
            except OSError:
                return
            if self.is_cut:
                _break(near)
                continue
            far = socket.create_connection(self.server)
            self.open |= {near, far}
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while said := one.recv(65536):
                if not self.is_silent:
                    other.sendall(said)
        _break(one)
        _break(other)
        self.open -= {one, other}


def _break(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()


@contextmanager
def wire_to(address: str) -> Iterator[tuple[Wire, str]]:
    """A wire to the server of a database, and the address of that database over it."""
    parts = urlsplit(address)
    assert parts.hostname
    assert parts.port
    with socket.create_server(("127.0.0.1", 0)) as listening:
        wire = Wire((parts.hostname, parts.port), listening)
        threading.Thread(target=wire.serve, daemon=True).start()
        yield wire, parts._replace(netloc=f"{parts.username}@127.0.0.1:{wire.port}").geturl()
        listening.shutdown(socket.SHUT_RDWR)
        wire.cut()
