"""The pages on which a fact or a judgement is recorded outside a conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.compiler.program import whole
from soco_rules.dossiers.recording import recorded
from soco_rules.dossiers.reopening import reopen_overtaken
from soco_rules.facts import STATE
from soco_rules.interview import question_in
from soco_rules.model.dossier import Draft
from soco_rules.model.program import Origin
from soco_rules.web.access.opening import handled
from soco_rules.web.addresses import There
from soco_rules.web.casework import contents as shown
from soco_rules.web.casework.answering import Answer
from soco_rules.web.casework.answering import answer_in
from soco_rules.web.casework.books import book_for
from soco_rules.web.casework.books import last_act
from soco_rules.web.casework.books import rules_of
from soco_rules.web.casework.books import title_of
from soco_rules.web.casework.deciding import moved
from soco_rules.web.casework.fact_form import About
from soco_rules.web.casework.fact_form import about
from soco_rules.web.casework.fact_form import shown_fields
from soco_rules.web.casework.fact_form import telling_in
from soco_rules.web.casework.fact_form import withdrawal
from soco_rules.web.done import after
from soco_rules.web.forms import Filled
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.remedies import for_a_page

router = APIRouter(
    prefix="/dossiers/{gemeente}/{cooperatie}/{nummer}",
    dependencies=[Depends(only_for(DeskRole.CASEWORKER)), Depends(handled)],
)


@router.get("/gegeven")
def which(request: Request, ground: Here, there: There) -> Response:
    """Everything that can be recorded of somebody."""
    reference, nummer = there.reference, there.number
    compiled = rules_of(ground, reference)
    book_for(ground, reference, nummer)
    asked = [
        (shown.asked_name(each.name, each.role), each.question, each.role)
        for each in whole(compiled).fields
        if each.origin in {Origin.FACT, Origin.JUDGEMENT} and each.question and each.name != STATE
    ]
    return page(
        request,
        "casework/which",
        title="Wat wilt u vastleggen?",
        asked=asked,
        reference=reference,
        number=nummer,
        agreement=title_of(ground.rules().workspace, reference),
    )


@router.get("/gegeven/{naam}")
def one(request: Request, ground: Here, there: There, naam: str, maand: str = "") -> Response:
    """What is said of one thing, and the form to say something of it."""
    at = _about(ground, there.reference, there.number, naam)
    return _page(request, ground, at, {"maand": maand} if maand else {}, Answer())


@router.post("/gegeven/{naam}")
def told(request: Request, ground: Here, person: Who, there: There, naam: str, filled: Filled) -> Response:
    """Record what was filled in."""
    at = _about(ground, there.reference, there.number, naam)
    answer = answer_in(filled, at.question, person, at.today)
    telling, errors = telling_in(filled, at, answer)
    if answer.case is None or telling is None:
        answer = replace(answer, errors={**answer.errors, **errors})
        return _page(request, ground, at, filled, answer, status=422)
    drafts, findings = recorded(at.compiled, at.number, answer.case, telling)
    if not drafts:
        return _page(request, ground, at, filled, replace(answer, findings=findings), status=422)
    return _written(request, ground, person, at, filled, drafts, "gegeven")


@router.post("/gegeven/{naam}/intrekken")
def withdrawn(
    request: Request, ground: Here, person: Who, there: There, naam: str, filled: Filled
) -> Response:
    """Take a report back: its source says nothing of this any more."""
    at = _about(ground, there.reference, there.number, naam)
    draft = withdrawal(at, text_in(filled, "opgave"))
    if draft is None:
        raise HTTPException(404)
    return _written(request, ground, person, at, filled, (draft,), "ingetrokken")


def _written(
    request: Request,
    ground: Ground,
    person: Person,
    at: About,
    filled: Mapping[str, str],
    drafts: tuple[Draft, ...],
    done: str,
) -> Response:
    with ground.writing(at.reference, person) as ledger:
        later = moved(ledger, at.number, text_in(filled, "handeling"))
        if later is None:
            ledger.append(drafts)
            reopen_overtaken(
                ledger, ground.rules().workspace, at.number, second=ground.second, kept=ground.others
            )
    if later is not None:
        at = _about(ground, at.reference, at.number, at.asked)
        return _page(request, ground, at, filled, Answer(findings=(later,)), status=409)
    return RedirectResponse(after(f"/dossiers/{at.reference}/{at.number}", done), 303)


def _about(ground: Ground, reference: str, number: int, asked: str) -> About:
    compiled = rules_of(ground, reference)
    dossier = book_for(ground, reference, number).dossiers[number]
    today = ground.settings.today()
    question = question_in(whole(compiled), shown.key_of(asked), today)
    if question is None:
        raise HTTPException(404)
    return about(compiled, dossier, reference, question, today)


def _page(
    request: Request, ground: Ground, at: About, filled: Mapping[str, str], answer: Answer, status: int = 200
) -> Response:
    fields = shown_fields(at, filled, answer)
    return page(
        request,
        "casework/fact",
        status=status,
        title="Vastleggen",
        at=at,
        fields=fields,
        faults=wrong(fields),
        refused=for_a_page(answer.findings),
        said=shown.said_of(at.compiled.stack, at.dossier, *at.question.key),
        withdrawable=at.current,
        last_act=last_act(at.dossier),
        agreement=title_of(ground.rules().workspace, at.reference),
    )
