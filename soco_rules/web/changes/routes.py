"""The pages that tell what a change does."""

from __future__ import annotations

from typing import Annotated
from typing import TypeVar

from fastapi import APIRouter
from fastapi import Depends
from fastapi import File
from fastapi import Request
from fastapi import UploadFile
from fastapi.responses import Response

from soco_rules.web.beside import beside
from soco_rules.web.bodies import UPLOAD
from soco_rules.web.bodies import takes_up_to
from soco_rules.web.changes import simulation_form
from soco_rules.web.changes.asked import Errors
from soco_rules.web.changes.asked import Given
from soco_rules.web.changes.asked import Sent
from soco_rules.web.changes.asked import Way
from soco_rules.web.changes.asked import points_shown
from soco_rules.web.changes.comparing import COMPARING
from soco_rules.web.changes.made import as_ready
from soco_rules.web.changes.readings import pinned
from soco_rules.web.changes.rehearsing import REHEARSING
from soco_rules.web.changes.simulation_form import FILE_NAME
from soco_rules.web.changes.simulation_form import SIMULATING
from soco_rules.web.forms import Filled
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.tasks import Again
from soco_rules.web.tasks import Tasks
from soco_rules.web.working import Begun
from soco_rules.web.working import shown_at

router = APIRouter(dependencies=[Depends(only_for(DeskRole.POLICY, DeskRole.LEGAL))])
_Asked = TypeVar("_Asked")
POINTS = "punten"
"""The button that only shows the points of the readings that are chosen."""


@router.get("/toetsen")
def rehearsals(
    request: Request, ground: Here, person: Who, tasks: Begun, werk: str = "", scenarios: str = ""
) -> Response:
    """Which scenarios there are to run."""
    return _blank(
        request, ground, REHEARSING, _again(tasks, person, werk, REHEARSING) or {"scenarios": scenarios}
    )


@router.post("/toetsen")
def rehearse(request: Request, ground: Here, person: Who, tasks: Begun, form: Filled) -> Response:
    """Run scenarios, or hold changed rules against them."""
    return _begun(request, ground, person, tasks, REHEARSING, form)


@router.get("/vergelijken")
def comparison(
    request: Request, ground: Here, person: Who, tasks: Begun, oud: str = "", nieuw: str = "", werk: str = ""
) -> Response:
    """Which readings to compare."""
    workspace, today = ground.rules().workspace, ground.settings.today()
    beside = _readings(*(pinned(workspace, key, today) for key in (oud, nieuw)))
    given = _again(tasks, person, werk, COMPARING) or beside
    return _blank(request, ground, COMPARING, given)


@router.post("/vergelijken")
def compare(request: Request, ground: Here, person: Who, tasks: Begun, form: Filled) -> Response:
    """Compare two readings."""
    return _begun(request, ground, person, tasks, COMPARING, form)


@router.get("/simuleren")
def simulation(
    request: Request, ground: Here, person: Who, tasks: Begun, oud: str = "", nieuw: str = "", werk: str = ""
) -> Response:
    """What to reckon, and for whom."""
    given = _again(tasks, person, werk, SIMULATING) or {
        **simulation_form.blank(ground),
        **_readings(oud, nieuw),
    }
    return _blank(request, ground, SIMULATING, given)


@router.post("/simuleren")
@takes_up_to(UPLOAD)
def simulate(
    request: Request,
    ground: Here,
    person: Who,
    tasks: Begun,
    form: Filled,
    bestand: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Reckon a caseload."""
    sent = Sent(bestand.filename, bestand.file.read()) if bestand and bestand.filename else None
    return _begun(request, ground, person, tasks, SIMULATING, form, sent)


def _readings(old: str, new: str) -> Given:
    return {"oud": old, "nieuw": new or old}


def _again(tasks: Tasks, person: Person, number: str, way: Way[_Asked]) -> Given:
    """What was filled in for some work; nothing where that is forgotten, or of another form."""
    task = tasks.find(number, person) if number else None
    again = task.again if task else None
    return again.given if again and again.where == way.where else {}


def _blank(request: Request, ground: Ground, way: Way[_Asked], given: Given) -> Response:
    return _form(request, ground, way, {**dict.fromkeys(way.known, ""), **given}, {})


def _form(request: Request, ground: Ground, way: Way[_Asked], given: Given, errors: Errors) -> Response:
    groups = way.groups(ground, given, errors)
    return page(
        request,
        "changes/form",
        status=422 if errors else 200,
        title=way.title,
        way=way,
        groups=groups,
        errors=wrong(field for group in groups for field in group.fields),
        points=tuple(points_shown(ground, given)) if way.has_points else (),
    )


def _begun(
    request: Request,
    ground: Ground,
    person: Person,
    tasks: Tasks,
    way: Way[_Asked],
    form: Given,
    sent: Sent | None = None,
) -> Response:
    """Begin heavy work, and go to the page that shows what comes of it; or the form with what is wrong in it."""
    given = {name: form.get(name, "") for name in way.known}
    if form.get("doen") == POINTS:
        return _form(request, ground, way, given, {})
    asked, errors = way.read(ground, given, sent)
    if asked is None:
        return _form(request, ground, way, given, errors)
    root, today, title = ground.settings.root, ground.settings.today(), way.named(ground, asked)
    kept = {**given, FILE_NAME: sent.name} if sent else given
    task = tasks.begin(
        title,
        person,
        lambda run: as_ready(beside(run, way.work, root, asked, today), title),
        Again(way.where, way.again, kept),
    )
    return shown_at(task)
