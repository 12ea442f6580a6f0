"""Who keeps a connection waiting loses it, and who is kept waiting does not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from soco_rules.web.connections import Patient

LARGE = 50_000_000
HEAD = b"GET / HTTP/1.1\r\nHost: x\r\n"
BODY = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n"


class Quick(Patient):
    """The same, with less patience."""

    head = 0.05
    look = 0.05


Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def connected(app: Any, made: list[Patient] | None = None) -> AsyncIterator[Streams]:  # noqa: ANN401 - of ASGI
    """A client at a server with this application; what takes ten seconds fails."""
    config = uvicorn.Config(app, log_config=None, ws="none", access_log=False)
    config.load()

    def protocol() -> Patient:
        found = Quick(config=config, server_state=ServerState(), app_state={})
        if made is not None:
            made.append(found)
        return found

    async with (
        asyncio.timeout(10),
        await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0) as server,
    ):
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        try:
            yield reader, writer
        finally:
            writer.transport.abort()


async def answers(_scope: Any, _receive: Any, send: Any) -> None:  # noqa: ANN401 - of ASGI
    """An application that looks at nothing."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ja"})


@pytest.mark.parametrize(
    ("sent", "answered"),
    [
        pytest.param(b"", 0, id="nothing"),
        pytest.param(HEAD, 0, id="a part of a head"),
        pytest.param(HEAD + b"\r\n" + HEAD, 1, id="a part of the next head"),
        pytest.param(BODY + b"a", 1, id="a part of a body that nobody reads"),
    ],
)
def test_what_does_not_come_is_not_waited_for(sent: bytes, answered: int) -> None:
    async def told() -> bytes:
        async with connected(answers) as (reader, writer):
            writer.write(sent)
            got = b""
            try:
                while part := await reader.read(1000):
                    got += part
            except ConnectionResetError:  # the way in which it ended
                pass
            return got

    assert answered == asyncio.run(told()).count(b"HTTP/1.1 200")


@pytest.mark.parametrize("sent", [HEAD + b"\r\n", BODY + b"a"], ids=["a request", "a body that is read"])
def test_time_does_not_count_while_the_desk_is_busy(sent: bytes) -> None:
    async def clock() -> object:
        here, made = asyncio.Event(), list[Patient]()

        async def busy(_scope: Any, receive: Any, _send: Any) -> None:  # noqa: ANN401 - of ASGI
            await receive()
            here.set()
            await asyncio.Event().wait()

        async with connected(busy, made) as (_, writer):
            writer.write(sent)
            await here.wait()
            return made[0]._coming

    assert asyncio.run(clock()) is None


def test_an_answer_that_is_not_taken_keeps_nobody_busy() -> None:
    async def is_free() -> bool:
        done = asyncio.Event()

        async def large(_scope: Any, _receive: Any, send: Any) -> None:  # noqa: ANN401 - of ASGI
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"a" * LARGE})
            done.set()

        async with connected(large) as (reader, writer):
            reader._transport.pause_reading()  # type: ignore[attr-defined] # as one who does not read
            writer.write(HEAD + b"\r\n")
            await done.wait()
            return True

    assert asyncio.run(is_free())
