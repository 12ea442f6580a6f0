"""Do many pieces of work in forked processes; one that dies or takes too long is given up and replaced."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.connection import wait
from time import monotonic
from typing import Any

Work = Callable[[int], Any]


class WorkFailedError(Exception):
    """A piece of work raised an error in its process; the message is the whole story of it."""


def can_fork() -> bool:
    """Whether this process can be copied: not on every system, and not while another thread runs in it."""
    known = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return known and threading.active_count() == 1


def forked(work: Work, pieces: Sequence[int], workers: int, patience: float) -> Iterator[tuple[int, Any]]:
    """Each piece with what its work gave, in order of readiness.

    None stands for a piece that took more than `patience` seconds, or of which the process died. No threads and no
    locks are shared, so that nothing can wait for what no longer comes.

    Raises:
        WorkFailedError: the work itself raised an error.
    """
    left = deque(pieces)
    crew: list[_Worker] = []
    try:
        for _ in range(min(workers, len(left))):
            crew.append(_hired(work, crew, left.popleft()))
        while crew:
            for worker in _finished(crew, patience):
                piece, given = worker.piece, worker.given()
                if given is None or not left:
                    worker.dismiss()
                    crew.remove(worker)
                    if left:
                        crew.append(_hired(work, crew, left.popleft()))
                else:
                    worker.begin(left.popleft())
                yield piece, given[0] if given else None
    finally:
        for worker in crew:
            worker.dismiss()


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the pipe to it, and the piece that it works on since some moment."""

    process: Any
    pipe: Connection
    piece: int
    since: float

    def begin(self, piece: int) -> None:
        self.piece, self.since = piece, monotonic()
        with contextlib.suppress(BrokenPipeError):  # found out when its answer is awaited
            self.pipe.send(piece)

    def given(self) -> tuple[Any] | None:
        """What the process gave, or None where it gave nothing."""
        try:
            if not self.pipe.poll():
                return None
            fine, found = self.pipe.recv()
        except (EOFError, OSError):
            return None
        if not fine:
            raise WorkFailedError(found)
        return (found,)

    def dismiss(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


def _finished(crew: Iterable[_Worker], patience: float) -> list[_Worker]:
    """The workers that gave something, died, or are out of time; waits until there is one."""
    every = list(crew)
    first = min(worker.since for worker in every) + patience
    ready = wait([worker.pipe for worker in every], timeout=max(0.0, first - monotonic()))
    now = monotonic()
    return [worker for worker in every if worker.pipe in ready or now - worker.since >= patience]


def _hired(work: Work, crew: Iterable[_Worker], piece: int) -> _Worker:
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    not_its_own = [here, *(worker.pipe for worker in crew)]
    process = context.Process(target=_serve, args=(work, there, not_its_own), daemon=True)
    process.start()
    there.close()
    worker = _Worker(process, here, piece, monotonic())
    worker.begin(piece)
    return worker


def _serve(work: Work, pipe: Connection, not_its_own: Iterable[Connection]) -> None:
    """Work until the other side is gone; held open by another worker, a pipe would never tell."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in not_its_own:
        other.close()
    while True:
        try:
            piece = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send((True, work(piece)))
        except Exception:  # noqa: BLE001 - told to the other side, which raises it
            pipe.send((False, traceback.format_exc()))
