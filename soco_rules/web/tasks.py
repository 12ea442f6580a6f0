"""Work that takes longer than a page may: it runs beside the pages, and a page shows how far it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from concurrent.futures import Future
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from dataclasses import field
from secrets import token_urlsafe
from threading import Lock
from typing import Annotated
from typing import Any
from typing import TypeVar

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.web.faults import RefusedError
from soco_rules.web.pages import page
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.written import as_answer

AT_ONCE = 4
OF_ONE = 3
KEPT = 50
"""Pieces of work that run at once, that one person has running or waiting, and that are kept with what came of them."""

Item = TypeVar("Item")


@dataclass(slots=True)
class Progress:
    """How far some work is: what it is doing, and how many of how many are done."""

    doing: str = ""
    done: int = 0
    total: int = 0

    def over(self, doing: str, items: Sequence[Item]) -> Iterator[Item]:
        """Pass items on one by one, and keep count."""
        self.doing, self.done, self.total = doing, 0, len(items)
        for item in items:
            yield item
            self.done += 1


@dataclass(frozen=True, slots=True)
class Ready:
    """What came of some work: the view that shows it with its values, and files with what each holds."""

    view: str
    values: dict[str, Any]
    status: int = 200
    files: Mapping[str, bytes] = field(default_factory=dict)


Work = Callable[[Progress], Ready]


@dataclass(frozen=True, slots=True)
class Task:
    """Some work that was begun, by whom, and how far it is."""

    number: str
    title: str
    owner: str
    progress: Progress
    coming: Future[Ready]


@dataclass(frozen=True, slots=True)
class Tasks:
    """The work of one desk. What is finished is forgotten after the newest `KEPT`, and when the desk stops."""

    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(AT_ONCE, "werk"))
    known: OrderedDict[str, Task] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def begin(self, title: str, owner: Person, work: Work) -> Task:
        """Begin some work.

        Raises:
            HTTPException: 503 where as much work waits as is kept.
            RefusedError: this person has work enough that is not ready.
        """
        progress = Progress()
        with self.lock:
            busy = [each for each in self.known.values() if not each.coming.done()]
            if len(busy) >= KEPT:
                raise HTTPException(503)
            if len(own := [each for each in busy if each.owner == owner.name]) >= OF_ONE:
                raise RefusedError(_enough(own), status=429)
            task = Task(token_urlsafe(16), title, owner.name, progress, self.pool.submit(work, progress))
            self.known[task.number] = task
            for number in [each.number for each in self.known.values() if each.coming.done()][:-KEPT]:
                del self.known[number]
        return task

    def find(self, number: str, owner: Person) -> Task | None:
        """The work with this number, for who began it."""
        with self.lock:
            task = self.known.get(number)
        return task if task is not None and task.owner == owner.name else None


def _enough(own: Sequence[Task]) -> Diagnostic:
    titles = ", ".join(f"'{each.title}'" for each in own)
    message = f"Er lopen of wachten al {len(own)} berekeningen van u: {titles}."
    return finding("werk-genoeg", Span("werk"), message)


def tasks_of(request: Request) -> Tasks:
    """The work of the desk that a request is sent to."""
    tasks: Tasks = request.app.state.tasks
    return tasks


Begun = Annotated[Tasks, Depends(tasks_of)]


router = APIRouter()


def shown_at(task: Task) -> Response:
    """To the page that shows how far some work is, and what came of it."""
    return RedirectResponse(f"/werk/{task.number}", 303)


@router.get("/werk/{nummer}")
def work(request: Request, tasks: Begun, person: Who, nummer: str) -> Response:
    """How far some work is, or what came of it."""
    task = tasks.find(nummer, person)
    if task is None:
        raise HTTPException(404)
    if not task.coming.done():
        return page(request, "work", title=task.title, progress=task.progress)
    ready = task.coming.result()
    return page(request, ready.view, status=ready.status, files=tuple(ready.files), **ready.values)


@router.get("/werk/{nummer}/{bestand}")
def made(tasks: Begun, person: Who, nummer: str, bestand: str) -> Response:
    """A file that came of some work. A report in HTML is a page by itself, which may use only its own style."""
    task = tasks.find(nummer, person)
    if task is None or not task.coming.done() or bestand not in task.coming.result().files:
        raise HTTPException(404)
    return as_answer(bestand, task.coming.result().files[bestand])
