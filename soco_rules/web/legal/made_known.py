"""The page on which a lawyer records that an adopted decision was really sent or handed over, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.making_known import Known
from soco_rules.dossiers.making_known import known_of
from soco_rules.dossiers.making_known import made_known
from soco_rules.model.dossier import Entry
from soco_rules.web.done import after
from soco_rules.web.forms import Field
from soco_rules.web.forms import Filled
from soco_rules.web.forms import day_field
from soco_rules.web.forms import day_given
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Here
from soco_rules.web.legal.at_fields import with_errors
from soco_rules.web.legal.at_fields import with_findings
from soco_rules.web.legal.proposal import Shown
from soco_rules.web.legal.proposal import fate_of
from soco_rules.web.legal.routes import OF_PROPOSAL
from soco_rules.web.legal.routes import Proposal
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Who
from soco_rules.web.people import only_for

router = APIRouter(prefix="/voorstellen", dependencies=[Depends(only_for(DeskRole.LEGAL))])

LONGEST = 200
"""Characters in the mark of a letter, and in a reason."""
DAY, LETTER, REASON = "verzonden_op", "eigen_brief", "reden"
_PATH = f"{OF_PROPOSAL}/bekendmaking"


@router.get(_PATH)
def ask(request: Request, proposal: Proposal) -> Response:
    """The form."""
    adoption, known = _adopted(proposal)
    return _page(request, proposal, adoption, known, fields_of(known, {}))


@router.post(_PATH)
def record(request: Request, here: Here, person: Who, proposal: Proposal, form: Filled) -> Response:
    """Record it under the lock."""
    adoption, known = _adopted(proposal)
    fields = fields_of(known, form)
    day, problem = day_given(form, DAY)
    errors = errors_in(form, problem, has_day=day is not None)
    if errors or day is None:
        return _page(request, proposal, adoption, known, with_errors(fields, errors), status=422)
    number = proposal.dossier.number
    with here.writing(proposal.agreement, person) as ledger:
        draft, findings = made_known(
            ledger.book(dossiers=(number,)).dossiers[number],
            adoption.number,
            day=day,
            letter=text_in(form, LETTER),
            reason=text_in(form, REASON),
            today=here.settings.today(),
        )
        if draft is not None:
            ledger.append((draft,))
    if draft is None:
        fields, rest = with_findings(fields, findings)
        return _page(request, proposal, adoption, known, fields, rest, status=422)
    return RedirectResponse(after(proposal.path, "bekendmaking"), 303)


def _adopted(proposal: Shown) -> tuple[Entry, Known]:
    """The adoption of a proposal, and how it was made known.

    Raises:
        HTTPException: it was not adopted, or is no beschikking.
    """
    fate = fate_of(proposal.dossier, proposal.entry.number)
    if fate.entry is None or fate.adopted is None or not fate.adopted.in_short.is_appealable:
        raise HTTPException(404)
    return fate.entry, known_of(proposal.dossier, fate.entry, fate.adopted.in_short)


def _page(
    request: Request,
    proposal: Shown,
    adoption: Entry,
    known: Known,
    fields: tuple[Field, ...],
    refused: tuple[Diagnostic, ...] = (),
    *,
    status: int = 200,
) -> Response:
    return page(
        request,
        "legal/made_known",
        status=status,
        title="Bekendmaking vastleggen",
        proposal=proposal,
        adoption=adoption,
        known=known,
        fields=fields,
        refused=refused,
        errors=wrong(fields),
    )


def fields_of(known: Known, form: Mapping[str, object]) -> tuple[Field, ...]:
    """What is asked, with what was filled in."""
    letter = Field(
        LETTER,
        "Kenmerk van uw eigen brief",
        hint="Waaronder de brief is bewaard die is verzonden of uitgereikt."
        + (" Laat dit leeg als de brief ging die in het dossier staat." if known.is_kept else ""),
        required=not (known.is_kept or known.letter),
    )
    again = Field(REASON, "Waarom klopt de eerdere dag niet?", "textarea")
    fields = (
        day_field(DAY, "Dag van verzenden of uitreiken", "", "De dag waarop dat echt is gebeurd"),
        letter,
        *((again,) if known.recorded else ()),
    )
    return tuple(replace(each, value=text_in(form, each.name) or each.value) for each in fields)


def errors_in(form: Mapping[str, object], problem: str, *, has_day: bool) -> dict[str, str]:
    """What is wrong with what was filled in, by field."""
    too_long = f"Dit is te lang. Houd het bij ten hoogste {LONGEST} tekens."
    errors = {name: too_long for name in (LETTER, REASON) if len(text_in(form, name)) > LONGEST}
    if not has_day:
        errors[DAY] = problem or "Vul in op welke dag het is verzonden of uitgereikt."
    return errors
