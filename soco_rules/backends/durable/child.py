"""The other side of `apart`: a process that evaluates what it is asked, and gets whole numbers only."""

from __future__ import annotations

import hashlib
import json
import pickle
import signal
from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import NamedTuple

from soco_rules.backends.durable.engine import DurableError
from soco_rules.backends.durable.engine import prepare
from soco_rules.backends.durable.wire import Wire
from soco_rules.backends.durable.wire import case_from_numbers
from soco_rules.backends.durable.wire import evaluation_as_numbers
from soco_rules.backends.durable.wire import wire_of
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Value

READY = b"+"
"""Sent once, when everything is loaded."""

PROGRAM = b"p"
"""Before a pickled program: it is kept, and there is no answer."""

CASE = b"c"
"""Before the digest of a program and a case; the answer is JSON, or MISSING."""

MISSING = b"?"
"""The answer about a program that was not sent, or not kept."""

KEPT = 64
"""How many programs are kept: those that were asked for last."""


class _Known(NamedTuple):
    wire: Wire
    evaluate: Callable[[Mapping[Slot, Value]], Evaluation]


def digest_of(pickled: bytes) -> bytes:
    """By which a program is asked for."""
    return hashlib.sha256(pickled).digest()


def serve(connection: Connection) -> None:
    """Answer until the other side is gone. What goes wrong in the engine is told; any other error ends the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    known: OrderedDict[bytes, _Known] = OrderedDict()
    try:
        connection.send_bytes(READY)
        while True:
            message = memoryview(connection.recv_bytes())
            if message[:1] == PROGRAM:
                _keep(known, bytes(message[1:]))
            else:
                connection.send_bytes(_answered(known, bytes(message[1:33]), bytes(message[33:])))
    except (EOFError, ConnectionError):
        return


def _keep(known: OrderedDict[bytes, _Known], pickled: bytes) -> None:
    program: Program = pickle.loads(pickled)  # noqa: S301  # from the process that started this one
    known[digest_of(pickled)] = _Known(wire_of(program), prepare(program))
    if len(known) > KEPT:
        known.popitem(last=False)


def _answered(known: OrderedDict[bytes, _Known], digest: bytes, case: bytes) -> bytes:
    if digest not in known:
        return MISSING
    known.move_to_end(digest)
    wire, evaluate = known[digest]
    try:
        evaluation = evaluate(case_from_numbers(wire, json.loads(case)))
    except DurableError as error:
        return json.dumps(str(error)).encode()
    return json.dumps(evaluation_as_numbers(wire, evaluation)).encode()
