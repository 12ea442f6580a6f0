"""The pages of long work: how far it is, what came of it, all that somebody began, and a button to stop."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi import FastAPI
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.web.pages import is_partial
from soco_rules.web.pages import page
from soco_rules.web.people import Who
from soco_rules.web.settings import SetUp
from soco_rules.web.tasks import EndedError
from soco_rules.web.tasks import Progress
from soco_rules.web.tasks import State
from soco_rules.web.tasks import Task
from soco_rules.web.tasks import Tasks
from soco_rules.web.written import as_answer

router = APIRouter()
_PARTS = ("net begonnen", "een kwart gedaan", "de helft gedaan", "drie kwart gedaan", "bijna klaar")


def tasks_of(request: Request) -> Tasks:
    """The work of the desk that a request is sent to."""
    tasks: Tasks = request.app.state.tasks
    return tasks


Begun = Annotated[Tasks, Depends(tasks_of)]


class LostError(Exception):
    """The desk was started again since this work began, in this section, and has it no more."""

    def __init__(self, section: str) -> None:
        """Keep where it began."""
        super().__init__()
        self.section = section


def add_lost(app: FastAPI) -> None:
    """Give an application its answer for who comes back for work that was lost in a restart."""
    app.add_exception_handler(LostError, _lost)


def _lost(request: Request, error: Exception) -> Response:
    assert isinstance(error, LostError)
    if is_partial(request):  # a page that still waits for it
        return Response(headers={"HX-Refresh": "true"})
    title = "Deze berekening is er niet meer"
    return page(request, "work/lost", status=HTTPStatus.GONE, title=title, section=error.section)


def task_of(tasks: Begun, person: Who, nummer: str) -> Task:
    """The work in an address, for who began it.

    Raises:
        HTTPException: there is none.
        LostError: there was one, maybe, before the desk was started again.
    """
    task = tasks.find(nummer, person)
    if task is not None:
        return task
    if (section := tasks.lost(nummer)) is not None:
        raise LostError(section)
    raise HTTPException(404)


Own = Annotated[Task, Depends(task_of)]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far some work is, for a page: `said` changes seldom, so that a screen reader is not kept busy."""

    said: str
    doing: str
    done: int
    total: int


def standing(task: Task) -> Standing:
    """How far some work is."""
    now = task.run.progress
    if now is None:
        return Standing("Dit wacht tot ander werk klaar is.", "", 0, 0)
    if task.run.is_stopped:
        return Standing("Dit wordt gestopt.", "", 0, 0)
    return Standing(_said(now), now.doing, now.done, now.total)


def _said(now: Progress) -> str:
    part = f": {_PARTS[4 * now.done // now.total]}" if now.total else ""
    return f"Bezig met {now.doing}{part}." if now.doing else "Het werk begint."


def shown_at(task: Task) -> Response:
    """To the page that shows how far some work is, and what came of it."""
    return RedirectResponse(f"/werk/{task.number}", 303)


@router.get("/werk")
def all_work(request: Request, tasks: Begun, person: Who) -> Response:
    """All that somebody let work out and that is still there."""
    rows = [(task, standing(task).said if not task.coming.done() else "") for task in tasks.of(person)]
    return page(request, "work/all", title="Uw berekeningen", rows=rows)


@router.get("/werk/{nummer}")
def work(request: Request, task: Own, settings: SetUp) -> Response:
    """How far some work is, or what came of it."""
    if not task.coming.done():
        now = standing(task)
        if is_partial(request):
            return page(request, "work/standing", now=now)
        return page(request, "work/busy", title=task.title, task=task, now=now)
    if is_partial(request):
        return Response(headers={"HX-Refresh": "true"})
    match task.state:
        case State.STOPPED | State.TOO_LONG | State.BROKEN as state:
            error = None if task.coming.cancelled() else task.coming.exception()
            if error is not None and not isinstance(error, EndedError):
                raise error
            minutes = round(settings.limits.work / 60)
            return page(
                request,
                "work/ended",
                title=task.title,
                state=state,
                minutes=minutes,
                again=task.again,
                task=task,
            )
        case _:
            ready = task.coming.result()
    return page(
        request,
        ready.view,
        status=ready.status,
        news="" if ready.status >= HTTPStatus.BAD_REQUEST else "Klaar",
        **ready.values,
        files=tuple(ready.files),
        again=task.again,
        task=task,
    )


@router.post("/werk/{nummer}/stoppen")
def stopped(task: Own) -> Response:
    """Stop some work; of what was not written nothing stays."""
    task.stop()
    return shown_at(task)


@router.get("/werk/{nummer}/{bestand}")
def made(task: Own, bestand: str) -> Response:
    """A file that came of some work. A report in HTML is a page by itself, which may use only its own style."""
    if task.state is not State.READY or bestand not in task.coming.result().files:
        raise HTTPException(404)
    return as_answer(bestand, task.coming.result().files[bestand])
