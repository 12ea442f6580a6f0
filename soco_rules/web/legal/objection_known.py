"""The page on which is recorded when the decision on an objection was really made known."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.answered import record_made_known
from soco_rules.dossiers.making_known import Known
from soco_rules.dossiers.objections import answer_known
from soco_rules.web.done import after
from soco_rules.web.forms import Field
from soco_rules.web.forms import Filled
from soco_rules.web.forms import day_given
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Here
from soco_rules.web.legal import made_known as making
from soco_rules.web.legal.at_fields import with_errors
from soco_rules.web.legal.at_fields import with_findings
from soco_rules.web.legal.objection_shown import DESK
from soco_rules.web.legal.objection_shown import ONE
from soco_rules.web.legal.objection_shown import Shown
from soco_rules.web.legal.objection_shown import There
from soco_rules.web.pages import page
from soco_rules.web.people import Who

router = APIRouter(prefix=DESK)


@router.get(f"{ONE}/bekendmaking")
def ask_known(request: Request, shown: There) -> Response:
    """The form with which is recorded when the decision was really sent."""
    known = _known(shown)
    return _making_known(request, shown, known, making.fields_of(known, {}))


@router.post(f"{ONE}/bekendmaking")
def record_known(request: Request, here: Here, person: Who, shown: There, form: Filled) -> Response:
    """Record it under the lock."""
    known = _known(shown)
    assert shown.objection.answered is not None
    fields = making.fields_of(known, form)
    day, problem = day_given(form, making.DAY)
    errors = making.errors_in(form, problem, has_day=day is not None)
    if errors or day is None:
        return _making_known(request, shown, known, with_errors(fields, errors), status=422)
    with here.writing(shown.agreement, person) as ledger:
        entry, findings = record_made_known(
            ledger,
            shown.dossier.number,
            shown.objection.answered[0].number,
            day=day,
            letter=text_in(form, making.LETTER),
            reason=text_in(form, making.REASON),
            templates=here.templates,
            today=here.settings.today(),
        )
    if entry is None:
        fields, rest = with_findings(fields, findings)
        return _making_known(request, shown, known, fields, rest, status=422)
    return RedirectResponse(after(shown.path, "bekendmaking"), 303)


def _known(shown: Shown) -> Known:
    known = answer_known(shown.dossier, shown.objection)
    if known is None:
        raise HTTPException(404)
    return known


def _making_known(
    request: Request,
    shown: Shown,
    known: Known,
    fields: tuple[Field, ...],
    refused: tuple[Diagnostic, ...] = (),
    *,
    status: int = 200,
) -> Response:
    return page(
        request,
        "legal/objection_known",
        status=status,
        title="Bekendmaking vastleggen",
        shown=shown,
        known=known,
        fields=fields,
        refused=refused,
        errors=wrong(fields),
    )
