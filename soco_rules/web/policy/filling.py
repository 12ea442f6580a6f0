"""The page on which the points of a version are filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fastapi import APIRouter
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response

from soco_rules.diagnostics import Diagnostic
from soco_rules.drafting.version import is_fixed
from soco_rules.web.forms import Field
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.policy import points
from soco_rules.web.policy.checking import check
from soco_rules.web.policy.filled import Filled
from soco_rules.web.policy.keeping import keep_version
from soco_rules.web.policy.overview import findings_about
from soco_rules.web.policy.place import SECTION
from soco_rules.web.policy.place import At
from soco_rules.web.policy.place import Found
from soco_rules.web.policy.text import Writer
from soco_rules.web.policy.text import day_field
from soco_rules.web.policy.text import first_day

router = APIRouter(prefix=SECTION)
_CANNOT = (
    "Dit punt staat zo in de tekst dat het formulier het niet kan wijzigen. Wijzig het in de regeltekst."
)


@router.get("/{gemeente}/{cooperatie}/{versie}/punten")
def asked(request: Request, person: Writer, here: Here, at: At) -> Response:
    """The points of a version, to change."""
    del person
    found, findings = _points(at, here.settings.today())
    if found is None:
        return page(request, "policy/unreadable", title=f"Punten van {at.title}", at=at, findings=findings)
    about = findings_about(at.situation, at.place, here.settings.today())
    return _page(request, at, found, points.as_form(found), about, day_field(at))


@router.post("/{gemeente}/{cooperatie}/{versie}/punten")
def filled(request: Request, person: Writer, here: Here, at: At, form: Filled) -> Response:
    """Look the points over, or keep them as a concept."""
    found, findings = _points(at, here.settings.today())
    if found is None:
        return page(request, "policy/unreadable", title=f"Punten van {at.title}", at=at, findings=findings)
    entries, problems = points.changed(found, form, here.settings.today())
    text, left = points.with_entries(at.text, at.place.file, entries)
    problems |= {f"waarde-{name}": points.misread(found, name, entries[name]) or _CANNOT for name in left}
    day = day_field(at, text_in(form, "geldig_vanaf"))
    valid_from, problem = first_day(day.value)
    if form.get("doen") != "bewaren" or problems or valid_from is None:
        is_wrong = form.get("doen") == "bewaren"
        day = replace(day, error=problem if is_wrong or day.value else "")
        checked = check(
            here.settings.root, at.situation, {at.place.file: text.encode()}, here.settings.today()
        )
        return _page(
            request, at, found, form, checked.findings, day, problems, text, status=422 if is_wrong else 200
        )
    kept = keep_version(here, person, at, text, valid_from=valid_from, based_on=form.get("op_basis_van", ""))
    if kept.is_written:
        return RedirectResponse(f"{kept.place.url}?bewaard=ja", 303)
    return _page(request, at, found, form, kept.findings, day, problems, text, status=422)


def _points(at: Found, today: int) -> tuple[points.Points | None, tuple[Diagnostic, ...]]:
    if at.agreement is None:
        return None, findings_about(at.situation, at.place, today)
    return points.points_of(at.situation.workspace, at.agreement, at.text)


def _page(
    request: Request,
    at: Found,
    found: points.Points,
    form: Mapping[str, str],
    findings: tuple[Diagnostic, ...],
    day: Field,
    problems: Mapping[str, str] | None = None,
    text: str | None = None,
    *,
    status: int = 200,
) -> Response:
    by_point, rest = points.told_at(at.text if text is None else text, at.place.file, findings)
    shown = points.sections(found, form, problems or {}, by_point)
    return page(
        request,
        "policy/points",
        status=status,
        title=f"Punten van {at.title}",
        at=at,
        sections_of_form=shown,
        wrong=(*wrong(points.fields_of(shown)), *wrong((day,))),
        rest=rest,
        day=day,
        looked=problems is not None and status == 200,
        based_on=form.get("op_basis_van", at.sha256),
        fixed=is_fixed(at.situation.workspace, at.place.reference, at.place.version),
    )
