"""The page of one dossier, and the letters in it."""

from __future__ import annotations

import base64

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.dossiers.assigning import given_to
from soco_rules.dossiers.moves import pending_of
from soco_rules.dossiers.moves import state_of
from soco_rules.dossiers.present import assignee_of
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.present import person_of
from soco_rules.dossiers.present import round_of
from soco_rules.model.dossier import SentLetter
from soco_rules.web.access.opening import may_handle
from soco_rules.web.addresses import Number
from soco_rules.web.addresses import There
from soco_rules.web.casework import contents as shown
from soco_rules.web.casework.assigning import may_move
from soco_rules.web.casework.books import book_for
from soco_rules.web.casework.books import last_act
from soco_rules.web.casework.books import rules_of
from soco_rules.web.casework.books import title_of
from soco_rules.web.casework.history import history
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.written import as_answer

FOR = (DeskRole.CASEWORKER, DeskRole.LEGAL)
router = APIRouter(dependencies=[Depends(only_for(*FOR))])


@router.get("/dossiers/{gemeente}/{cooperatie}/{nummer}")
def one(request: Request, ground: Here, person: Who, there: There, voorstel: int = 0) -> Response:
    """Everything of one dossier."""
    reference, nummer = there.reference, there.number
    stack = rules_of(ground, reference).stack
    dossier = book_for(ground, reference, nummer).dossiers[nummer]
    today = ground.settings.today()
    first, others, off = shown.open_to(stack, dossier, today)
    member = person_of(dossier)
    given = given_to(dossier, person.name)
    handles = may_handle(person, dossier, may_pick_up=ground.settings.may_pick_up)
    return page(
        request,
        "casework/dossier",
        title=f"Dossier {nummer}{f': {member.name}' if member else ''}",
        reference=reference,
        agreement=title_of(ground.rules().workspace, reference),
        number=nummer,
        member=member,
        round_name=round_of(dossier) or "",
        state=state_of(dossier, stack.states) or "",
        pending=[(entry.number, short.state) for entry, short in pending_of(dossier)],
        kept=voorstel,
        first=first,
        others=others,
        off=off,
        proposals=shown.proposals_shown(stack, dossier),
        returned=shown.returned_shown(stack, dossier),
        assignee=assignee_of(dossier) or "",
        may_handle=handles,
        may_move=handles and may_move(person, dossier),
        given=shown.given_shown(*given) if given else None,
        last_act=last_act(dossier),
        decisions=shown.decisions_shown(stack, dossier),
        objections=shown.objections_shown(dossier, today),
        contradictions=shown.contradictions_in(stack, dossier, today),
        facts=shown.facts_shown(stack, dossier),
        judgements=shown.judgements_shown(stack, dossier),
        procedures=shown.procedures_shown(stack, dossier),
        lines=shown.invoice_lines(dossier),
        acts=history(stack, dossier),
    )


@router.get("/dossiers/{gemeente}/{cooperatie}/{nummer}/brief/{handeling}")
def sent(ground: Here, there: There, handeling: Number) -> Response:
    """A letter as it was sent."""
    dossier = book_for(ground, there.reference, there.number).dossiers[there.number]
    for entry, letter in contents(dossier, SentLetter):
        if entry.number == handeling:
            return as_answer(f"brief-{there.number}-{handeling}.pdf", base64.b64decode(letter.content))
    raise HTTPException(404)
