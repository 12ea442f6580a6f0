"""The pages that tell what a change does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated
from typing import Concatenate
from typing import ParamSpec

from fastapi import APIRouter
from fastapi import Depends
from fastapi import File
from fastapi import Form
from fastapi import Request
from fastapi import UploadFile
from fastapi.responses import Response

from soco_rules.web.beside import Tell
from soco_rules.web.beside import beside
from soco_rules.web.bodies import UPLOAD
from soco_rules.web.bodies import takes_up_to
from soco_rules.web.changes import asked
from soco_rules.web.changes.comparing import compared
from soco_rules.web.changes.made import Made
from soco_rules.web.changes.rehearsing import mutated
from soco_rules.web.changes.rehearsing import rehearsed
from soco_rules.web.changes.simulating import Sent
from soco_rules.web.changes.simulating import simulated
from soco_rules.web.forms import Field
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.tasks import Begun
from soco_rules.web.tasks import Progress
from soco_rules.web.tasks import Ready
from soco_rules.web.tasks import Tasks
from soco_rules.web.tasks import shown_at

router = APIRouter(dependencies=[Depends(only_for(DeskRole.POLICY, DeskRole.LEGAL))])

Given = ParamSpec("Given")
Answer = Annotated[str, Form()]


@router.get("/toetsen")
def rehearsals(request: Request, ground: Here) -> Response:
    """Which scenarios there are to run."""
    return page(request, "changes/rehearsals", title="Toetsen", errors=(), field=asked.feature_field(ground))


@router.post("/toetsen")
def rehearse(
    request: Request, ground: Here, person: Who, tasks: Begun, scenarios: Answer = "", wat: Answer = ""
) -> Response:
    """Run scenarios, or hold changed rules against them."""
    root, day = ground.settings.root, ground.settings.today()
    chosen = asked.chosen_features(root, scenarios)
    if not chosen:
        field = asked.feature_field(ground, "Kies een van de bestanden met scenario's.")
        return page(
            request, "changes/rehearsals", status=422, title="Toetsen", errors=wrong((field,)), field=field
        )
    if wat == "mutaties":
        return _begun(tasks, person, "Veranderingen die geen scenario merkt", mutated, root, chosen, day)
    return _begun(tasks, person, "Scenario's en dekking", rehearsed, root, chosen, day)


@router.get("/vergelijken")
def comparison(request: Request, ground: Here, oud: str = "", nieuw: str = "") -> Response:
    """Which readings to compare."""
    fields = asked.comparison_fields(ground, asked.blank_comparison(ground, oud, nieuw), {})
    return _form(request, "changes/comparison", "Vergelijken", fields)


@router.post("/vergelijken")
def compare(
    request: Request,
    ground: Here,
    person: Who,
    tasks: Begun,
    oud: Answer = "",
    nieuw: Answer = "",
    dag_oud: Answer = "",
    dag_nieuw: Answer = "",
    punten: Answer = "",
) -> Response:
    """Compare two readings."""
    given = {"oud": oud, "nieuw": nieuw, "dag_oud": dag_oud, "dag_nieuw": dag_nieuw, "punten": punten}
    found, errors = asked.comparison(ground, given)
    if found is None:
        return _form(
            request, "changes/comparison", "Vergelijken", asked.comparison_fields(ground, given, errors)
        )
    title = found.old if found.old == found.new else f"{found.old} en {found.new}"
    return _begun(
        tasks,
        person,
        f"Vergelijking: {title}",
        compared,
        ground.settings.root,
        found,
        ground.settings.today(),
    )


@router.get("/simuleren")
def simulation(request: Request, ground: Here) -> Response:
    """What to reckon, and for whom."""
    fields = asked.simulation_fields(ground, asked.blank_simulation(ground), {})
    return _form(request, "changes/simulation", "Simuleren", fields)


@router.post("/simuleren")
@takes_up_to(UPLOAD)
def simulate(
    request: Request,
    ground: Here,
    person: Who,
    tasks: Begun,
    oud: Answer = "",
    nieuw: Answer = "",
    dag_oud: Answer = "",
    dag_nieuw: Answer = "",
    punten: Answer = "",
    reeks: Answer = "",
    groepen: Answer = "",
    leden: Answer = "",
    maanden: Answer = "",
    vanaf: Answer = "",
    zaad: Answer = "",
    bestand: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Reckon a caseload."""
    given = {"oud": oud, "nieuw": nieuw, "dag_oud": dag_oud, "dag_nieuw": dag_nieuw, "punten": punten}
    given |= {"reeks": reeks, "groepen": groepen}
    given |= {"leden": leden, "maanden": maanden, "vanaf": vanaf, "zaad": zaad}
    sent = Sent(bestand.filename, bestand.file.read()) if bestand and bestand.filename else None
    found, errors = asked.simulation(ground, given, sent)
    if found is None:
        return _form(
            request, "changes/simulation", "Simuleren", asked.simulation_fields(ground, given, errors)
        )
    title = found.old if found.old == found.new else f"{found.old} en {found.new}"
    return _begun(
        tasks,
        person,
        f"Doorrekening: {title}",
        simulated,
        ground.settings.root,
        found,
        ground.settings.today(),
    )


def _form(request: Request, view: str, title: str, fields: tuple[Field, ...]) -> Response:
    errors = wrong(fields)
    return page(request, view, status=422 if errors else 200, title=title, errors=errors, fields=fields)


def _begun(
    tasks: Tasks,
    person: Person,
    title: str,
    work: Callable[Concatenate[Tell, Given], Made],
    *given: Given.args,
    **more: Given.kwargs,
) -> Response:
    """Begin heavy work, and go to the page that shows what comes of it."""

    def done(progress: Progress) -> Ready:
        made = beside(progress, work, *given, **more)
        values = {
            "title": title,
            "lines": made.lines,
            "is_well": made.is_well,
            "findings": made.findings,
            "notes": made.notes,
        }
        return Ready("changes/found", values, 422 if made.findings else 200, made.files)

    return shown_at(tasks.begin(title, person, done))
