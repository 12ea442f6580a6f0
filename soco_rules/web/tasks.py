"""Work that takes longer than a page may: it runs beside the pages, and a page shows how far it is."""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from concurrent.futures import Future
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum
from math import inf
from secrets import token_hex
from secrets import token_urlsafe
from threading import Lock
from typing import Any
from typing import TypeVar

from starlette.exceptions import HTTPException

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.web.faults import RefusedError
from soco_rules.web.people import Person

AT_ONCE = 4
OF_ONE = 3
KEPT = 20
MOST = 200
"""Pieces of work that run at once, that one person has running or waiting, that are kept of one, and kept in all."""

Item = TypeVar("Item")
_NUMBER = re.compile(r"(?P<where>[a-z]+)-(?P<desk>[0-9a-f]{8})-[\w-]{22}", re.ASCII)


class State(StrEnum):
    """How it stands with some work, as a person reads it."""

    WAITS = "wacht op zijn beurt"
    BUSY = "bezig"
    READY = "klaar"
    REFUSED = "kon niet"
    STOPPED = "gestopt"
    TOO_LONG = "duurde te lang"
    BROKEN = "afgebroken"


class EndedError(Exception):
    """The work ended before it was ready."""

    def __init__(self, state: State) -> None:
        """Keep how it ended."""
        super().__init__()
        self.state = state


class BrokenOffError(EndedError):
    """The process stopped before it was ready; of an error in it the kind and the place were logged, never the text."""

    def __init__(self) -> None:
        """It broke off."""
        super().__init__(State.BROKEN)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far some work is: what it is doing, and how many of how many are done."""

    doing: str = ""
    done: int = 0
    total: int = 0


@dataclass(slots=True)
class Run:
    """What the thread that works and the pages share: how far it is, and that it has to end.

    The thread writes `progress`, None while the work waits, and `until`, on the clock of `time.monotonic`; a page
    writes `is_stopped`. Each is replaced as a whole, so nobody reads half of anything.
    """

    progress: Progress | None = None
    until: float = inf
    is_stopped: bool = False

    def check(self) -> None:
        """Go on.

        Raises:
            EndedError: somebody stopped it, or it takes too long.
        """
        if self.is_stopped:
            raise EndedError(State.STOPPED)
        if time.monotonic() >= self.until:
            raise EndedError(State.TOO_LONG)

    def tell(self, doing: str, done: int = 0, total: int = 0) -> None:
        """Say how far it is, and go on as `check` does."""
        self.check()
        self.progress = Progress(doing, done, total)

    def over(self, doing: str, items: Sequence[Item]) -> Iterator[Item]:
        """Pass items on one by one, and keep count."""
        self.tell(doing, 0, len(items))
        for done, item in enumerate(items, start=1):
            yield item
            self.tell(doing, done, len(items))


@dataclass(frozen=True, slots=True)
class Ready:
    """What came of some work: the view that shows it with its values, and files with what each holds."""

    view: str
    values: dict[str, Any]
    status: int = 200
    files: Mapping[str, bytes] = field(default_factory=dict)


Work = Callable[[Run], Ready]


@dataclass(frozen=True, slots=True)
class Again:
    """The form that some work began with: its page, what its button does, and what was filled in.

    That stays here, and never in an address, for it may tell of people.
    """

    where: str
    label: str
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Task:
    """Some work that was begun, by whom, and how far it is."""

    number: str
    title: str
    owner: str
    run: Run
    coming: Future[Ready]
    again: Again | None = None

    @property
    def state(self) -> State:
        """How it stands."""
        if not self.coming.done():
            return State.BUSY if self.run.progress else State.WAITS
        if self.coming.cancelled():
            return State.STOPPED
        match self.coming.exception():
            case None:
                return State.READY if self.coming.result().status < 400 else State.REFUSED
            case EndedError(state=state):
                return state
            case _:
                return State.BROKEN

    def stop(self) -> None:
        """Let it end as soon as it can; what is ready stays."""
        self.run.is_stopped = True
        self.coming.cancel()


@dataclass(frozen=True, slots=True)
class Tasks:
    """The work of one desk, each piece of which may take `longest` seconds.

    What is finished is forgotten after the newest `KEPT` of a person and `MOST` of all, and when the desk stops: a
    number tells which `desk` began the work, and where, so that who comes back for it later can be told what happened.
    """

    longest: float = inf
    desk: str = field(default_factory=lambda: token_hex(4))
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(AT_ONCE, "werk"))
    known: OrderedDict[str, Task] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def begin(
        self, title: str, owner: Person, work: Work, again: Again | None = None, *, section: str = ""
    ) -> Task:
        """Begin some work, in a section of the desk: where its form is, or else as given here.

        Raises:
            HTTPException: 503 where as much work waits as is kept.
            RefusedError: this person has work enough that is not ready.
        """
        run = Run()

        def done() -> Ready:
            run.until = time.monotonic() + self.longest
            run.tell("")
            return work(run)

        with self.lock:
            busy = [each for each in self.known.values() if not each.coming.done()]
            if len(busy) >= MOST:
                raise HTTPException(503)
            if len(own := [each for each in busy if each.owner == owner.name]) >= OF_ONE:
                raise RefusedError(_enough(own), status=429)
            where = (again.where if again else section).strip("/").partition("/")[0] or "werk"
            number = f"{where}-{self.desk}-{token_urlsafe(16)}"
            task = Task(number, title, owner.name, run, self.pool.submit(done), again)
            self.known[task.number] = task
            ready = [each for each in self.known.values() if each.coming.done()]
            of_one = [each for each in ready if each.owner == owner.name]
            for number in {each.number for each in (*ready[:-MOST], *of_one[:-KEPT])}:
                del self.known[number]
        return task

    def find(self, number: str, owner: Person) -> Task | None:
        """The work with this number, for who began it."""
        with self.lock:
            task = self.known.get(number)
        return task if task is not None and task.owner == owner.name else None

    def lost(self, number: str) -> str | None:
        """Where work began that an earlier desk had under this number; None where no such desk gave it."""
        found = _NUMBER.fullmatch(number)
        return None if found is None or found["desk"] == self.desk else f"/{found['where']}"

    def of(self, owner: Person) -> tuple[Task, ...]:
        """All work that a person began and that is not forgotten, the newest first."""
        with self.lock:
            known = tuple(self.known.values())
        return tuple(each for each in reversed(known) if each.owner == owner.name)


def _enough(own: Sequence[Task]) -> Diagnostic:
    titles = ", ".join(f"'{each.title}'" for each in own)
    message = f"Er lopen of wachten al {len(own)} berekeningen van u: {titles}."
    return finding("werk-genoeg", Span("werk"), message)
