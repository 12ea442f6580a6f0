"""The pages about proposals: the queue, one proposal with its letter, and what a person does with it."""

from __future__ import annotations

import base64
from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Path
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response

from soco_rules.dossiers.adopting import own_part
from soco_rules.dossiers.consulting import HANDLING
from soco_rules.dossiers.making_known import Known
from soco_rules.dossiers.making_known import known_of
from soco_rules.dossiers.objections import objections_of
from soco_rules.dossiers.store import consult
from soco_rules.dossiers.waiting import returned
from soco_rules.explain.outcomes import outcome_in_words
from soco_rules.letters.made import made
from soco_rules.model.called import body
from soco_rules.model.decision import Outcome
from soco_rules.model.names import is_one
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import month_in_words
from soco_rules.model.values import parse_date
from soco_rules.terms.awb import appeal
from soco_rules.terms.awb import objection
from soco_rules.web.access.functions import UNKNOWN
from soco_rules.web.access.functions import functions_of
from soco_rules.web.access.functions import to_be_listed
from soco_rules.web.done import after
from soco_rules.web.faults import RefusedError
from soco_rules.web.forms import Field
from soco_rules.web.forms import Filled
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.legal.asking import has_another_outcome
from soco_rules.web.legal.compared import compared
from soco_rules.web.legal.mandates import name_of
from soco_rules.web.legal.mandates import unknown_in
from soco_rules.web.legal.mandates import why_no_mandate
from soco_rules.web.legal.proposal import Fate
from soco_rules.web.legal.proposal import Shown
from soco_rules.web.legal.proposal import fate_of
from soco_rules.web.legal.proposal import reviewed
from soco_rules.web.legal.proposal import shown
from soco_rules.web.legal.queue import queue_of
from soco_rules.web.legal.rules import rules_for
from soco_rules.web.legal.signing import LONGEST
from soco_rules.web.legal.signing import TOO_LONG
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.remedies import for_a_page
from soco_rules.web.written import as_answer

router = APIRouter(prefix="/voorstellen", dependencies=[Depends(only_for(DeskRole.LEGAL))])

Number = Annotated[int, Path(ge=1, le=2**31)]
OF_PROPOSAL = "/{gemeente}/{cooperatie}/{nummer}/{voorstel}"


@router.get("")
def queue(request: Request, here: Here, person: Who, volgorde: str = "") -> Response:
    """Every proposal that waits."""
    oldest_first = volgorde == "oudste"
    found = queue_of(here.dossiers, here.rules(), here.settings.today(), oldest_first=oldest_first)
    municipalities = {each.agreement.partition("/")[0] for each in found.waiting}
    functions = functions_of(here.settings, person)
    return page(
        request,
        "legal/queue",
        title="Voorstellen",
        queue=found,
        oldest_first=oldest_first,
        own=[each.path for each in found.waiting if is_one(each.by, person.name)],
        no_mandate_in=unknown_in(here.rules().workspace, municipalities, functions),
        functions=functions.names or (),
        name_of=name_of(here.rules().workspace),
        to_be_listed=to_be_listed(here.settings.contact),
        contact=here.settings.contact,
    )


def agreement_of(gemeente: str, cooperatie: str) -> str:
    """The reference of the agreement that an address names."""
    return f"{gemeente}/{cooperatie}"


Agreement = Annotated[str, Depends(agreement_of)]


def proposal_of(here: Here, person: Who, agreement: Agreement, nummer: Number, voorstel: Number) -> Shown:
    """The proposal that an address names; that somebody reads it is recorded first.

    Raises:
        RefusedError: there is none, or the rules cannot be used.
        StoreError: the dossiers cannot be read.
    """
    workspace = rules_for(here, agreement)
    consult(here.dossiers, agreement, person.name, HANDLING, dossier=nummer)
    found, findings = shown(
        here.dossiers,
        workspace,
        agreement,
        nummer,
        voorstel,
        today=here.settings.today(),
        second=here.second,
        desk_on=here.desk,
        kept=here.others,
    )
    if found is None:
        raise RefusedError(*for_a_page(findings), status=404)
    return found


Proposal = Annotated[Shown, Depends(proposal_of)]


@router.get(OF_PROPOSAL)
def one(request: Request, here: Here, person: Who, proposal: Proposal) -> Response:
    """One proposal: to review while it waits, else what became of it."""
    return _page(request, here, person, proposal)


def _page(
    request: Request,
    here: Ground,
    person: Person,
    proposal: Shown,
    *,
    remark: Field | None = None,
    status: int = 200,
) -> Response:
    if proposal.waiting is None:
        fate = fate_of(proposal.dossier, proposal.entry.number)
        return page(
            request,
            "legal/done",
            title=proposal.decision.title,
            proposal=proposal,
            fate=fate,
            findings=for_a_page(fate.findings),
            final=reviewed(fate.adopted.adoption, here.templates) if fate.adopted else None,
            is_appealable=(
                fate.adopted.adoption.effective if fate.adopted else proposal.decision
            ).is_appealable,
            known=(known := _known(proposal, fate)),
            last_day=_last_day(known, fate),
            objections=[
                each
                for each in objections_of(proposal.dossier)
                if fate.entry and each.said.adoption == fate.entry.number
            ],
            outcome=outcome_of(proposal, fate.adopted.adoption.outcome if fate.adopted else None),
        )
    field, signed = remark or _remark(), proposal.waiting.signed
    return page(
        request,
        "legal/proposal",
        status=status,
        title=proposal.decision.title,
        proposal=proposal,
        review=reviewed(proposal.decision, here.templates),
        month=month_in_words(parse_date(proposal.entry.month)) if proposal.entry.month else "",
        outcome=outcome_of(proposal, proposal.decision.outcome),
        signed_outcome=outcome_of(proposal, signed.outcome if signed else None),
        character=outcome_in_words(proposal.decision.legal_character, None),
        may_deviate=proposal.besluit is not None
        and bool(proposal.besluit.deviation_basis)
        and has_another_outcome(proposal),
        decider=body(proposal.decision.decider) if proposal.decision.decider else "onbekend",
        against=for_a_page(proposal.against),
        today_against=for_a_page(proposal.today_against),
        early=for_a_page(proposal.early),
        own_part=own_part(proposal.waiting, proposal.dossier, person.name),
        another_signs=proposal.is_for_another(person.name),
        no_mandate=why_no_mandate(proposal, functions_of(here.settings, person), here.settings.today()),
        unknown_function=UNKNOWN,
        to_be_listed=to_be_listed(here.settings.contact),
        contact=here.settings.contact,
        remark=field,
        errors=wrong((field,)),
    )


def _known(proposal: Shown, fate: Fate) -> Known | None:
    """How what was adopted was made known; None where nothing was adopted."""
    if fate.entry is None or fate.adopted is None:
        return None
    return known_of(proposal.dossier, fate.entry, fate.adopted.in_short)


def _last_day(known: Known | None, fate: Fate) -> str:
    """The last day for objection or appeal; empty while it was not made known, or holidays are unknown."""
    on_objection = fate.adopted is not None and fate.adopted.adoption.on_objection is not None
    term = appeal if on_objection else objection
    last = term(known.day).last_day if known and known.day is not None else None
    return "" if last is None else as_dutch(last, Kind.DATE)


def outcome_of(proposal: Shown, outcome: Outcome) -> str:
    """An outcome of what is proposed, in words."""
    decision = proposal.decision
    return outcome_in_words(outcome, decision.outcome_kind, decision.words_of(decision.outcome_name))


def _remark(value: str = "", error: str = "") -> Field:
    hint = "Wie het voorstel deed leest dit, en de persoon zelf kan het bij inzage lezen."
    return Field("opmerking", "Wat moet er anders?", "textarea", value, hint=hint, error=error)


@router.get(f"{OF_PROPOSAL}/brief.pdf")
def letter(here: Here, proposal: Proposal) -> Response:
    """The letter as a PDF: the one that was kept, else as it would be now."""
    fate = fate_of(proposal.dossier, proposal.entry.number)
    if fate.letter is not None:
        content = base64.b64decode(fate.letter.content)
    else:
        decided = fate.adopted.adoption if fate.adopted else proposal.decision
        found, findings = made(decided, here.templates, ".pdf")
        if found is None:
            raise RefusedError(*for_a_page(findings))
        content = found.content
    name = f"brief-{proposal.dossier.number}-{proposal.entry.number}.pdf"
    return as_answer(name, content, to_look_at=True)


@router.get(f"{OF_PROPOSAL}/verschil")
def template_before(request: Request, here: Here, proposal: Proposal) -> Response:
    """The letter beside what the version of its template before this one would make of it."""
    return page(
        request,
        "legal/difference",
        title="Verschil met het vorige sjabloon",
        proposal=proposal,
        found=compared(here.settings.root, proposal.decision, here.templates),
    )


@router.post(f"{OF_PROPOSAL}/teruggeven")
def give_back(request: Request, here: Here, person: Who, proposal: Proposal, form: Filled) -> Response:
    """Give a proposal back with a remark."""
    remark = text_in(form, "opmerking")
    error = TOO_LONG if len(remark) > LONGEST else "" if remark else "Schrijf wat er anders moet."
    if error:
        return _page(request, here, person, proposal, remark=_remark(remark, error), status=422)
    number = proposal.dossier.number
    with here.writing(proposal.agreement, person) as ledger:
        dossier = ledger.book(dossiers=(number,)).dossiers[number]
        draft, findings = returned(dossier, proposal.entry.number, remark)
        if draft is None:
            raise RefusedError(*for_a_page(findings))
        ledger.append((draft,))
    return RedirectResponse(after(proposal.path, "teruggegeven"), 303)
