"""The page of one objection: what it is about, until when to decide, and each step that is recorded there."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response

from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.making_known import Known
from soco_rules.dossiers.objecting import step_taken
from soco_rules.dossiers.objection_words import RULINGS
from soco_rules.dossiers.objection_words import STEPS
from soco_rules.dossiers.objections import Objection
from soco_rules.dossiers.objections import answer_known
from soco_rules.dossiers.objections import awaits_renewal
from soco_rules.dossiers.objections import terms_of
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.terms.awb import appeal
from soco_rules.web.done import after
from soco_rules.web.forms import Field
from soco_rules.web.forms import Filled
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.legal.at_fields import with_findings
from soco_rules.web.legal.objection_shown import DESK
from soco_rules.web.legal.objection_shown import ONE
from soco_rules.web.legal.objection_shown import Shown
from soco_rules.web.legal.objection_shown import There
from soco_rules.web.legal.objection_shown import kept_letter
from soco_rules.web.legal.objection_step_form import step_fields
from soco_rules.web.legal.objection_step_form import step_in
from soco_rules.web.pages import page
from soco_rules.web.people import Who

router = APIRouter(prefix=DESK)


@router.get(ONE)
def one(request: Request, here: Here, shown: There) -> Response:
    """One objection: what it is about, until when to decide, what was done, and what came of it."""
    return _one(request, here, shown, step_fields({}))


def _one(
    request: Request,
    here: Ground,
    shown: Shown,
    fields: tuple[Field, ...],
    refused: tuple[Diagnostic, ...] = (),
    *,
    status: int = 200,
) -> Response:
    objection, today = shown.objection, here.settings.today()
    known = answer_known(shown.dossier, objection)
    return page(
        request,
        "legal/objection",
        status=status,
        title=f"Bezwaar tegen ‘{shown.title}’",
        shown=shown,
        objection=objection,
        terms=tuple(terms_of(objection, on=today)) if objection.is_open else (),
        today=today,
        steps=_steps(objection),
        ruling=RULINGS[objection.answered[1].ruled.ruling] if objection.answered else "",
        awaits=awaits_renewal(shown.dossier, objection),
        known=known,
        last_day=_appeal_until(known),
        letter=kept_letter(shown),
        fields=fields,
        refused=refused,
        errors=wrong(fields),
    )


def _steps(objection: Objection) -> tuple[tuple[str, str, str, str], ...]:
    return tuple(
        (
            STEPS[step],
            told.date,
            told.until or "",
            "; ".join(filter(None, (", ".join(told.heard_by), told.account))),
        )
        for step, told in objection.steps.items()
    )


def _appeal_until(known: Known | None) -> str:
    last = appeal(known.day).last_day if known and known.day is not None else None
    return "" if last is None else as_dutch(last, Kind.DATE)


@router.post(f"{ONE}/stap")
def take_step(request: Request, here: Here, person: Who, shown: There, form: Filled) -> Response:
    """Record a step under the lock."""
    told, fields = step_in(form, step_fields(form))
    if told is None:
        return _one(request, here, shown, fields, status=422)
    number = shown.dossier.number
    with here.writing(shown.agreement, person) as ledger:
        dossier = ledger.book(dossiers=(number,)).dossiers[number]
        draft, findings = step_taken(dossier, shown.objection.entry.number, told, today=here.settings.today())
        if draft is not None:
            ledger.append((draft,))
    if draft is None:
        said = (
            replace(each, remedy=each.remedy.replace("--toelichting", "--bij-de-stap")) for each in findings
        )
        fields, rest = with_findings(fields, tuple(said))
        return _one(request, here, shown, fields, rest, status=422)
    return RedirectResponse(after(shown.path, "bezwaarstap"), 303)
