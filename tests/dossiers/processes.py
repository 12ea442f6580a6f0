"""Several processes that begin at once, and one that dies where it is told to."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.synchronize import Barrier

from sqlalchemy import Engine
from sqlalchemy import event

_FORK = multiprocessing.get_context("fork")


def at_once(count: int, work: Callable[[int], None]) -> tuple[int, ...]:
    """Do some work in so many processes, which wait for each other to begin; gives how each ended, 0 for well."""
    barrier = _FORK.Barrier(count)
    processes = [_FORK.Process(target=_begin, args=(barrier, work, number)) for number in range(count)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return tuple(process.exitcode or 0 for process in processes)


def _begin(barrier: Barrier, work: Callable[[int], None], number: int) -> None:
    barrier.wait()
    work(number)


def alone(work: Callable[[], None]) -> int:
    """Do some work in a process of its own; gives 0, or minus the signal that ended it."""
    process = _FORK.Process(target=work)
    process.start()
    process.join()
    return process.exitcode or 0


def die_at(engine: Engine, moment: int) -> None:
    """Kill this process at the given moment: before or after a statement, or before a commit, counted from 0."""
    passed = 0

    def count(*_: object) -> None:
        nonlocal passed
        if passed == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        passed += 1

    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(engine, name, count)
