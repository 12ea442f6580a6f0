"""A connection whose other side keeps it waiting is ended: uvicorn waits for the head of a request without end."""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

_HEAD = 20.0
"""Seconds in which the head of a request arrives, and in which the rest comes of a body that nobody reads any more."""
_LOOK = 10.0
_LEAST = 100_000
"""Seconds between two looks at an answer that is not taken at once, and the bytes of it that are taken meanwhile."""


class Patient(H11Protocol):
    """A connection that has a while for each head of a request, and for taking an answer."""

    head = _HEAD
    look = _LOOK
    _coming: asyncio.TimerHandle | None = None
    _going: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Begin to wait for the first head."""
        super().connection_made(transport)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        for each in (self._coming, self._going):
            if each is not None:
                each.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came; a part of a head gives no more time for the rest of it."""
        super().data_received(data)
        self._watch()

    def pause_writing(self) -> None:
        """Give the other side a while to take the answer."""
        super().pause_writing()
        self._going = self.loop.call_later(self.look, self._taken, self.transport.get_write_buffer_size())

    def resume_writing(self) -> None:
        """The answer was taken."""
        super().resume_writing()
        if self._going is not None:
            self._going.cancel()

    def _watch(self) -> None:
        """Count the time while only the other side has something to do."""
        theirs = self.conn.their_state
        waits = theirs is h11.IDLE or (theirs is h11.SEND_BODY and self.conn.our_state is h11.DONE)
        if not waits and self._coming is not None:
            self._coming.cancel()
            self._coming = None
        elif waits and self._coming is None:
            self._coming = self.loop.call_later(self.head, self.transport.abort)

    def _taken(self, before: int) -> None:
        """End it where too little of the answer was taken since the last look."""
        left = self.transport.get_write_buffer_size()
        if before - left < _LEAST:
            self.transport.abort()
        else:
            self._going = self.loop.call_later(self.look, self._taken, left)
