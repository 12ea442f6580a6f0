"""The pages on which a person adopts a proposal or deviates from it: fill in, read over, sign."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response

from soco_rules.web.access.functions import UNKNOWN
from soco_rules.web.access.functions import functions_of
from soco_rules.web.access.functions import to_be_listed
from soco_rules.web.done import after
from soco_rules.web.forms import Filled
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.legal.kept import Forms
from soco_rules.web.legal.kept import KeptForms
from soco_rules.web.legal.kept import texts_in
from soco_rules.web.legal.mandates import why_no_mandate
from soco_rules.web.legal.proposal import Shown
from soco_rules.web.legal.routes import OF_PROPOSAL
from soco_rules.web.legal.routes import Proposal
from soco_rules.web.legal.routes import outcome_of
from soco_rules.web.legal.taken import BACK
from soco_rules.web.legal.taken import STEP
from soco_rules.web.legal.taken import Step
from soco_rules.web.legal.taken import adopting
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.remedies import for_a_page

router = APIRouter(prefix="/voorstellen", dependencies=[Depends(only_for(DeskRole.LEGAL))])
ADOPTING, DEVIATING = "vaststellen", "afwijken"


@router.get(f"{OF_PROPOSAL}/{ADOPTING}")
def ask_adoption(
    request: Request, here: Here, person: Who, forms: Forms, proposal: Proposal, bewaard: str = ""
) -> Response:
    """The form with which a person adopts."""
    return _asked(request, here, person, forms, proposal, bewaard, deviates=False)


@router.post(f"{OF_PROPOSAL}/{ADOPTING}")
def adopt(
    request: Request, here: Here, person: Who, forms: Forms, proposal: Proposal, form: Filled
) -> Response:
    """First to the letter as it will be sent, then the adoption."""
    return _sent(request, here, person, forms, proposal, form, deviates=False)


@router.get(f"{OF_PROPOSAL}/{ADOPTING}/nalezen/{{woord}}")
def read_over(
    request: Request, here: Here, person: Who, forms: Forms, proposal: Proposal, woord: str
) -> Response:
    """The letter as it will be sent, with what is about to be signed."""
    return _read(request, here, person, forms, proposal, woord, deviates=False)


@router.get(f"{OF_PROPOSAL}/{DEVIATING}")
def ask_deviation(
    request: Request, here: Here, person: Who, forms: Forms, proposal: Proposal, bewaard: str = ""
) -> Response:
    """The form with which a person deviates from the rules."""
    return _asked(request, here, person, forms, proposal, bewaard, deviates=True)


@router.post(f"{OF_PROPOSAL}/{DEVIATING}")
def deviate(
    request: Request, here: Here, person: Who, forms: Forms, proposal: Proposal, form: Filled
) -> Response:
    """First to the letter that follows from the other outcome, then the adoption."""
    return _sent(request, here, person, forms, proposal, form, deviates=True)


@router.get(f"{OF_PROPOSAL}/{DEVIATING}/nalezen/{{woord}}")
def read_deviation(
    request: Request, here: Here, person: Who, forms: Forms, proposal: Proposal, woord: str
) -> Response:
    """The letter that follows from the other outcome, with what is about to be signed."""
    return _read(request, here, person, forms, proposal, woord, deviates=True)


def _path(proposal: Shown, *, deviates: bool) -> str:
    return f"{proposal.path}/{DEVIATING if deviates else ADOPTING}"


def _asked(
    request: Request,
    here: Ground,
    person: Person,
    forms: KeptForms,
    proposal: Shown,
    word: str,
    *,
    deviates: bool,
) -> Response:
    """The form, empty or as it was filled in."""
    kept = forms.find(person, _path(proposal, deviates=deviates), word) if word else None
    form: Mapping[str, str] = {**kept, STEP: BACK} if kept else {}
    step = adopting(here, person, proposal, form, deviates=deviates)
    return _page(request, here, person, proposal, step)


def _sent(
    request: Request,
    here: Ground,
    person: Person,
    forms: KeptForms,
    proposal: Shown,
    form: Filled,
    *,
    deviates: bool,
) -> Response:
    """What was filled in is kept and read over on a page of its own, so that going back asks for nothing twice."""
    path = _path(proposal, deviates=deviates)
    step = adopting(here, person, proposal, form, deviates=deviates)
    if step.is_done:
        forms.forget(person, path)
        return RedirectResponse(after(proposal.path, "getekend" if step.is_first else "vastgesteld"), 303)
    if form.get(STEP) == BACK and step.status == 200:
        return RedirectResponse(f"{path}?bewaard={forms.keep(person, path, texts_in(form))}", 303)
    if step.review is not None and step.status == 200:
        return RedirectResponse(f"{path}/nalezen/{forms.keep(person, path, texts_in(form))}", 303)
    return _page(request, here, person, proposal, step)


def _read(
    request: Request,
    here: Ground,
    person: Person,
    forms: KeptForms,
    proposal: Shown,
    word: str,
    *,
    deviates: bool,
) -> Response:
    path = _path(proposal, deviates=deviates)
    if proposal.waiting is None:  # somebody went back after signing
        return RedirectResponse(proposal.path, 303)
    kept = forms.find(person, path, word)
    if kept is None:
        return RedirectResponse(path, 303)
    return _page(request, here, person, proposal, adopting(here, person, proposal, kept, deviates=deviates))


def _page(request: Request, here: Ground, person: Person, proposal: Shown, step: Step) -> Response:
    view = "legal/confirm" if step.review is not None else "legal/sign"
    return page(
        request,
        view,
        status=step.status,
        title=step.title,
        proposal=proposal,
        step=step,
        outcome=outcome_of(proposal, proposal.decision.outcome),
        another_signs=not step.deviates and proposal.is_for_another(person.name),
        is_appealable=proposal.decision.is_appealable,
        early=for_a_page(proposal.early),
        today_against=for_a_page(proposal.today_against),
        no_mandate=""
        if step.deviates
        else why_no_mandate(proposal, functions_of(here.settings, person), here.settings.today()),
        unknown_function=UNKNOWN,
        to_be_listed=to_be_listed(here.settings.contact),
        contact=here.settings.contact,
        errors=wrong(step.fields),
    )
