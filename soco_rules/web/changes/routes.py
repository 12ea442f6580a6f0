"""The pages that tell what a change does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Form
from fastapi import Request
from fastapi.responses import Response

from soco_rules.follow import FEATURES
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.web.beside import beside
from soco_rules.web.changes.comparing import Asked
from soco_rules.web.changes.comparing import compared
from soco_rules.web.changes.made import Made
from soco_rules.web.changes.rehearsing import mutated
from soco_rules.web.changes.rehearsing import rehearsed
from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.tasks import Begun
from soco_rules.web.tasks import Ready
from soco_rules.web.tasks import shown_at

router = APIRouter(dependencies=[Depends(only_for(DeskRole.POLICY, DeskRole.LEGAL))])

ALL = "alle"
DAY_HINT = "bijvoorbeeld 1-7-2026"


@router.get("/toetsen")
def rehearsals(request: Request, ground: Here) -> Response:
    """Which scenarios there are to run."""
    return page(request, "changes/rehearsals", title="Toetsen", errors=(), field=_feature_field(ground))


@router.post("/toetsen")
def rehearse(
    request: Request,
    ground: Here,
    person: Who,
    tasks: Begun,
    scenarios: Annotated[str, Form()] = "",
    wat: Annotated[str, Form()] = "",
) -> Response:
    """Run scenarios, or hold changed rules against them."""
    root = ground.settings.root
    chosen = _features(root, scenarios)
    if not chosen:
        field = _feature_field(ground, error="Kies een van de bestanden met scenario's.")
        return page(
            request, "changes/rehearsals", status=422, title="Toetsen", errors=wrong((field,)), field=field
        )
    work = mutated if wat == "mutaties" else rehearsed
    title = "Veranderingen die geen scenario merkt" if wat == "mutaties" else "Scenario's en dekking"
    day = ground.settings.today()
    return shown_at(
        tasks.begin(title, person, lambda progress: _ready(title, beside(progress, work, root, chosen, day)))
    )


@router.get("/vergelijken")
def comparison(request: Request, ground: Here, oud: str = "", nieuw: str = "") -> Response:
    """Which readings to compare."""
    today = ground.settings.today()
    given = {
        "oud": oud,
        "nieuw": nieuw or oud,
        "dag_oud": _dutch(today),
        "dag_nieuw": _dutch(today),
        "punten": "",
    }
    return page(
        request, "changes/comparison", title="Vergelijken", errors=(), fields=_fields(ground, given, {})
    )


@router.post("/vergelijken")
def compare(
    request: Request,
    ground: Here,
    person: Who,
    tasks: Begun,
    oud: Annotated[str, Form()] = "",
    nieuw: Annotated[str, Form()] = "",
    dag_oud: Annotated[str, Form()] = "",
    dag_nieuw: Annotated[str, Form()] = "",
    punten: Annotated[str, Form()] = "",
) -> Response:
    """Compare two readings."""
    given = {"oud": oud, "nieuw": nieuw, "dag_oud": dag_oud, "dag_nieuw": dag_nieuw, "punten": punten}
    asked, errors = _asked(ground, given)
    if asked is None:
        fields = _fields(ground, given, errors)
        return page(
            request,
            "changes/comparison",
            status=422,
            title="Vergelijken",
            errors=wrong(fields),
            fields=fields,
        )
    title = f"{asked.old} en {asked.new}" if asked.old != asked.new else asked.old
    root, day = ground.settings.root, ground.settings.today()
    return shown_at(
        tasks.begin(
            title, person, lambda progress: _ready(title, beside(progress, compared, root, asked, day))
        )
    )


def _ready(title: str, made: Made) -> Ready:
    values = {"title": title, "lines": made.lines, "is_well": made.is_well, "findings": made.findings}
    return Ready("changes/found", values, 200 if not made.findings else 422, made.files)


# The forms


def _feature_field(ground: Ground, error: str = "") -> Field:
    names = sorted(ground.rules().features)
    choices = tuple(
        Choice(name, name.removeprefix(f"{FEATURES}/").removesuffix(".feature")) for name in names
    )
    return Field(
        "scenarios",
        "Welke scenario's",
        "select",
        choices=(*choices, Choice(ALL, "alle scenario's")),
        error=error,
    )


def _features(root: Path, chosen: str) -> tuple[Path, ...]:
    """The files that were chosen; only files below features/ are."""
    if chosen == ALL:
        return (root / FEATURES,)
    path = (root / chosen).resolve()
    is_one = path.is_relative_to((root / FEATURES).resolve()) and path.suffix == ".feature" and path.is_file()
    return (path,) if is_one else ()


def _fields(ground: Ground, given: dict[str, str], errors: dict[str, str]) -> tuple[Field, ...]:
    known = _choices(ground.rules().workspace.agreements)
    points = (
        "Eén punt op elke regel: naam = waarde, zoals bijdragepercentage = 12%. Leeg: zoals het er staat."
    )
    asked = (
        ("oud", "De ene lezing", "select", known, "", True),
        ("dag_oud", "Zoals die geldt op", "text", (), DAY_HINT, True),
        ("nieuw", "De andere lezing", "select", known, "", True),
        ("dag_nieuw", "Zoals die geldt op", "text", (), DAY_HINT, True),
        ("punten", "Punten van de andere lezing anders invullen", "textarea", (), points, False),
    )
    return tuple(
        Field(name, label, kind, given[name], hint, errors.get(name, ""), choices, required)
        for name, label, kind, choices, hint, required in asked
    )


def _choices(references: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(Choice(name, name) for name in sorted(references))


def _asked(ground: Ground, given: dict[str, str]) -> tuple[Asked | None, dict[str, str]]:
    """What a form asks, or what is wrong with it by field."""
    known = ground.rules().workspace.agreements
    errors = {
        name: "Kies een overeenkomst uit de lijst." for name in ("oud", "nieuw") if given[name] not in known
    }
    days: dict[str, int] = {}
    for name in ("dag_oud", "dag_nieuw"):
        try:
            days[name] = _day(given[name])
        except UnreadableValueError:
            errors[name] = f"Schrijf een dag die bestaat, {DAY_HINT}."
    points, unread = _points(given["punten"])
    if unread:
        errors["punten"] = f"'{unread}' is geen punt met een waarde. Schrijf naam = waarde op één regel."
    if errors:
        return None, errors
    return Asked(given["oud"], days["dag_oud"], given["nieuw"], days["dag_nieuw"], points), {}


def _points(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The points by name and text, and the first line that is none."""
    points = []
    for line in filter(None, map(str.strip, text.splitlines())):
        name, is_, value = (part.strip() for part in line.partition("="))
        if not (name and is_ and value):
            return (), line
        points.append((name, value))
    return tuple(points), ""


def _day(text: str) -> int:
    parts = text.strip().split("-")
    if len(parts) == 3 and len(parts[2]) == 4:
        text = f"{parts[2]}-{parts[1]:0>2}-{parts[0]:0>2}"
    return parse_date(text.strip())


def _dutch(day: int) -> str:
    year, month, number = iso_day(day).split("-")
    return f"{int(number)}-{int(month)}-{year}"
