"""The second calculator in processes of its own, for a server that lives long.

The engine is C: what it does wrong can end or hang the process that it runs in. Here it runs in child processes, which
see a program and whole numbers, and no text of a case. A child that dies or gives no answer in time is replaced; the
case that it had gets an error and never an answer of one calculator.
"""

from __future__ import annotations

import json
import multiprocessing
import pickle
import time
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from queue import LifoQueue

from soco_rules.backends.durable.child import CASE
from soco_rules.backends.durable.child import MISSING
from soco_rules.backends.durable.child import PROGRAM
from soco_rules.backends.durable.child import digest_of
from soco_rules.backends.durable.child import serve
from soco_rules.backends.durable.engine import DurableError
from soco_rules.backends.durable.engine import fitting
from soco_rules.backends.durable.wire import UnreadableError
from soco_rules.backends.durable.wire import Wire
from soco_rules.backends.durable.wire import case_as_numbers
from soco_rules.backends.durable.wire import evaluation_from_numbers
from soco_rules.backends.durable.wire import wire_of
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Value

Prepare = Callable[[Program], Callable[[Mapping[Slot, Value]], Evaluation]]

STARTING = 60.0
"""For how many seconds a new child may load what it needs."""

_ENDING = 5.0
_MOMENT = 0.001
_UNREADABLE = "zijn antwoord is niet te lezen"


class LostError(DurableError):
    """A child died or gave no answer in time: the same case can be tried again."""


@contextmanager
def apart(*, workers: int = 2, seconds: float = 10.0) -> Iterator[Prepare]:
    """As `durable.prepare`, in `workers` child processes that end with this context.

    What it prepares can be called from any thread, and waits for a child that is free. It raises a `LostError` where a
    child died on the case or took longer than `seconds`.
    """
    pool = _Pool(workers, seconds)
    try:
        yield pool.prepare
    finally:
        pool.close()


@dataclass(frozen=True, slots=True)
class _Told:
    """A program as a child gets it."""

    pickled: bytes
    digest: bytes
    wire: Wire


class _Pool:
    """The children that are free, None for one that is still to be started; who takes one puts one back."""

    def __init__(self, workers: int, seconds: float) -> None:
        self._seconds = seconds
        self._size = workers
        self._is_closed = False
        self._free: LifoQueue[_Worker | None] = LifoQueue()
        for _ in range(workers):
            self._free.put(_Worker())

    def prepare(self, program: Program) -> Callable[[Mapping[Slot, Value]], Evaluation]:
        """As `durable.prepare`, with the same errors."""
        fitting(program)
        pickled = pickle.dumps(program)
        return partial(self._evaluate, _Told(pickled, digest_of(pickled), wire_of(program)))

    def close(self) -> None:
        """End every child, once it has answered what it was asked."""
        self._is_closed = True
        for worker in [self._free.get() for _ in range(self._size)]:
            if worker is not None:
                worker.end()
            self._free.put(None)  # for who still waits, to be told that it is closed

    def _evaluate(self, told: _Told, supplied: Mapping[Slot, Value]) -> Evaluation:
        numbers, texts = case_as_numbers(told.wire, supplied)
        answer = self._answer(told, CASE + told.digest + json.dumps(numbers).encode())
        if isinstance(answer, str):
            raise DurableError(answer)
        try:
            return evaluation_from_numbers(told.wire, answer, texts)
        except UnreadableError as error:
            raise LostError(_UNREADABLE) from error

    def _answer(self, told: _Told, case: bytes) -> list[int] | str:
        worker = self._free.get()
        if self._is_closed:
            self._free.put(None)
            msg = "het programma wordt afgesloten"
            raise LostError(msg)
        try:
            if worker is not None and not worker.lives():
                worker.kill()
                worker = None
            worker = worker or _Worker()
            answer = worker.answer(told, case, self._seconds)
            if isinstance(answer, str):  # after an error the engine keeps memory that it no longer uses
                worker.end()
                worker = None
        except LostError:
            if worker is not None:
                worker.kill()
                worker = None
            raise
        finally:
            self._free.put(worker)
        return answer


class _Worker:
    """One child and the connection to it."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True, name="tweede rekenaar")
        try:
            self._process.start()
        except OSError as error:
            self._connection.close()
            msg = "er is geen plaats voor een nieuw proces"
            raise LostError(msg) from error
        finally:
            theirs.close()
        self._is_ready = False

    def lives(self) -> bool:
        """Whether the process was not ended."""
        return self._process.is_alive()

    def answer(self, told: _Told, case: bytes, seconds: float) -> list[int] | str:
        """The numbers of an evaluation, or what went wrong in the engine.

        Raises:
            LostError: there is no answer; the child is of no more use.
        """
        try:
            if not self._is_ready:
                self._received(STARTING)
                self._is_ready = True
            self._connection.send_bytes(case)
            answer = self._received(seconds)
            if answer == MISSING:
                self._connection.send_bytes(PROGRAM + told.pickled)
                self._connection.send_bytes(case)
                answer = self._received(seconds)
        except (EOFError, OSError) as error:
            msg = "hij viel weg"
            raise LostError(msg) from error
        return _read(answer)

    def end(self) -> None:
        """Let the child end: it does when the connection is closed, and is killed when it does not."""
        self._connection.close()
        self._process.join(_ENDING)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        # a thread that starts a process looks after all of them, and may be the one that learns of this end
        while self._process.exitcode is None:
            time.sleep(_MOMENT)
        self._process.close()

    def kill(self) -> None:
        """End a child that may hang or is gone already."""
        self._process.kill()
        self.end()

    def _received(self, seconds: float) -> bytes:
        if not self._connection.poll(seconds):
            msg = f"hij gaf binnen {seconds:g} seconden geen antwoord"
            raise LostError(msg)
        return self._connection.recv_bytes()


def _read(answer: bytes) -> list[int] | str:
    try:
        found = json.loads(answer)
    except ValueError as error:
        raise LostError(_UNREADABLE) from error
    if isinstance(found, str) or (isinstance(found, list) and all(type(each) is int for each in found)):
        return found
    raise LostError(_UNREADABLE)
