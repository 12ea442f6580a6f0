"""The page on which a lawyer records that an objection was received."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.objecting import received
from soco_rules.dossiers.present import adoptions
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Dossier
from soco_rules.web.done import after
from soco_rules.web.forms import Field
from soco_rules.web.forms import Filled
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Here
from soco_rules.web.legal.at_fields import with_findings
from soco_rules.web.legal.objection_receipt_form import receipt_fields
from soco_rules.web.legal.objection_receipt_form import receipt_in
from soco_rules.web.legal.objection_shown import DESK
from soco_rules.web.legal.objection_shown import dossier_of
from soco_rules.web.legal.routes import Agreement
from soco_rules.web.legal.routes import Number
from soco_rules.web.pages import page
from soco_rules.web.people import Who

router = APIRouter(prefix=DESK)


@router.get("/nieuw/{gemeente}/{cooperatie}/{nummer}/{handeling}")
def ask(
    request: Request, here: Here, person: Who, agreement: Agreement, nummer: Number, handeling: Number
) -> Response:
    """The form with which an objection to an adopted decision is recorded."""
    dossier = dossier_of(here, person, agreement, nummer)
    return _receipt(request, agreement, dossier, handeling, receipt_fields({}))


@router.post("/nieuw/{gemeente}/{cooperatie}/{nummer}/{handeling}")
def receive(
    request: Request,
    here: Here,
    person: Who,
    agreement: Agreement,
    nummer: Number,
    handeling: Number,
    form: Filled,
) -> Response:
    """Record it under the lock."""
    dossier = dossier_of(here, person, agreement, nummer)
    said, fields = receipt_in(handeling, form, receipt_fields(form))
    if said is None:
        return _receipt(request, agreement, dossier, handeling, fields, status=422)
    number = 0
    with here.writing(agreement, person) as ledger:
        draft, findings = received(
            ledger.book(dossiers=(nummer,)).dossiers[nummer], said, today=here.settings.today()
        )
        if draft is not None:
            number = ledger.append((draft,))[0].number
    if draft is None:
        fields, rest = with_findings(fields, findings)
        return _receipt(request, agreement, dossier, handeling, fields, rest, status=422)
    return RedirectResponse(after(f"/bezwaren/{agreement}/{nummer}/{number}", "bezwaar"), 303)


def _receipt(
    request: Request,
    agreement: str,
    dossier: Dossier,
    adoption: int,
    fields: tuple[Field, ...],
    refused: tuple[Diagnostic, ...] = (),
    *,
    status: int = 200,
) -> Response:
    contested = next((entry for entry, _ in adoptions(dossier) if entry.number == adoption), None)
    if contested is None or not isinstance(content := contested.content, Adopted):
        raise HTTPException(404)
    if not content.in_short.is_appealable:
        raise HTTPException(404)
    return page(
        request,
        "legal/objection_received",
        status=status,
        title="Bezwaar vastleggen",
        agreement=agreement,
        dossier=dossier.number,
        adoption=content.adoption,
        act=adoption,
        fields=fields,
        refused=refused,
        errors=wrong(fields),
    )
