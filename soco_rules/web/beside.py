"""Heavy work in a process of its own: pages stay quick, and a library that dies takes no page with it."""

from __future__ import annotations

import multiprocessing
import os
import time
from _thread import interrupt_main
from collections.abc import Callable
from multiprocessing.connection import Connection
from threading import Thread
from typing import Concatenate
from typing import ParamSpec
from typing import TypeVar

from soco_rules.web.log import log_failure
from soco_rules.web.log import trail_of
from soco_rules.web.tasks import Progress

Given = ParamSpec("Given")
Result = TypeVar("Result")
Tell = Callable[[str, int, int], None]
"""Tells what is being done, and how many of how many are done."""


_CLEANING = 5.0
"""Seconds that work may take to clean up after itself."""


class BrokenOffError(Exception):
    """The process stopped before it was ready; of an error in it the kind and the place were logged, never the text."""


def beside(
    progress: Progress,
    work: Callable[Concatenate[Tell, Given], Result],
    *given: Given.args,
    **more: Given.kwargs,
) -> Result:
    """What some work gives, done in a process of its own; arguments and result are pickled.

    Raises:
        BrokenOffError: the process stopped before it was ready.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, work, given, more), daemon=False)
    process.start()
    there.close()
    try:
        while True:
            match here.recv():
                case (str(doing), int(done), int(total)):
                    progress.doing, progress.done, progress.total = doing, done, total
                case (str(kind), list(trail)):
                    log_failure(kind, trail)
                    raise BrokenOffError
                case result:
                    return result[0]  # type: ignore[no-any-return]
    except EOFError:
        raise BrokenOffError from None
    finally:
        here.close()
        process.join()


def _work(
    there: Connection, work: Callable[..., object], given: tuple[object, ...], more: dict[str, object]
) -> None:
    Thread(target=_with_parent, daemon=True).start()
    with there:
        try:
            there.send((work(lambda *said: there.send(said), *given, **more),))
        except (BrokenPipeError, KeyboardInterrupt):  # nobody waits for it any more
            return
        except Exception as error:  # noqa: BLE001 # whatever it is, its text may repeat what somebody sent
            there.send((type(error).__name__, trail_of(error)))


def _with_parent() -> None:
    """End when the desk does: first so that what was put aside is cleaned up, and else at once."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    interrupt_main()
    time.sleep(_CLEANING)
    os._exit(1)
