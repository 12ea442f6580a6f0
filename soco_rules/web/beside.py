"""Heavy work in a process of its own: pages stay quick, and a library that dies takes no page with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from _thread import interrupt_main
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.connection import wait
from threading import Event
from threading import Thread
from typing import Concatenate
from typing import ParamSpec
from typing import TypeVar

from soco_rules.web.log import log_failure
from soco_rules.web.log import trail_of
from soco_rules.web.tasks import BrokenOffError
from soco_rules.web.tasks import Run

Given = ParamSpec("Given")
Result = TypeVar("Result")
Tell = Callable[[str, int, int], None]
"""Tells what is being done, and how many of how many are done."""


_CLEANING = 5.0
"""Seconds that work may take to clean up after itself."""
_LOOK = 0.25
"""Seconds until the desk looks again whether work has to end."""


def beside(
    run: Run,
    work: Callable[Concatenate[Tell, Given], Result],
    *given: Given.args,
    **more: Given.kwargs,
) -> Result:
    """What some work gives, done in a process of its own; arguments and result are pickled.

    Raises:
        BrokenOffError: the process stopped before it was ready.
        EndedError: it was stopped, or took too long; what it had put aside is cleaned up.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_work, args=(there, work, given, more), daemon=False)
    process.start()
    there.close()
    try:
        while True:
            while not here.poll(_LOOK):
                run.check()
            match here.recv():
                case (str(doing), int(done), int(total)):
                    run.tell(doing, done, total)
                case (str(kind), list(trail)):
                    log_failure(kind, trail)
                    raise BrokenOffError
                case result:
                    return result[0]  # type: ignore[no-any-return]
    except (EOFError, ConnectionResetError):
        raise BrokenOffError from None
    finally:
        here.close()
        process.join()


def _work(
    there: Connection, work: Callable[..., object], given: tuple[object, ...], more: dict[str, object]
) -> None:
    # a shell that starts a desk in the background has it ignore this signal, and so would its children
    signal.signal(signal.SIGINT, signal.default_int_handler)
    is_done = Event()
    Thread(target=_until_left, args=(there, is_done), daemon=True).start()
    with there:
        try:
            made = work(lambda *said: there.send(said), *given, **more)
            is_done.set()
            there.send((made,))
        except (BrokenPipeError, ConnectionResetError, KeyboardInterrupt):  # nobody waits for it any more
            return
        except Exception as error:  # noqa: BLE001 # whatever it is, its text may repeat what somebody sent
            is_done.set()
            there.send((type(error).__name__, trail_of(error)))


def _until_left(there: Connection, is_done: Event) -> None:
    """End when nobody waits any more: first so that what was put aside is cleaned up, and else at once."""
    wait([there])  # nothing is sent this way, so this is its end
    if is_done.is_set():
        return
    interrupt_main()
    time.sleep(_CLEANING)
    os._exit(1)
