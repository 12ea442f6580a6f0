"""Objections in a dossier: that one was received, each step after it, and the decision of a person on it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Path
from fastapi.responses import Response

from soco_rules.dossiers.answered import take_answer
from soco_rules.dossiers.answering import Answer
from soco_rules.dossiers.objecting import Telling
from soco_rules.dossiers.objecting import received
from soco_rules.dossiers.objecting import step_taken
from soco_rules.model.objecting import Objected
from soco_rules.model.objection import Costs
from soco_rules.model.objection import Ruled
from soco_rules.model.values import parse_date
from soco_rules.web.access.functions import functions_of
from soco_rules.web.access.functions import why_not
from soco_rules.web.access.opening import may_open
from soco_rules.web.access.opening import opened
from soco_rules.web.api.answers import answer
from soco_rules.web.api.asked_of_objections import ToAnswer
from soco_rules.web.api.asked_of_objections import ToObject
from soco_rules.web.api.asked_of_objections import ToTakeStep
from soco_rules.web.api.described import operation
from soco_rules.web.api.dossier_answers import Recorded
from soco_rules.web.api.examples import A_HEARING
from soco_rules.web.api.examples import A_RULING
from soco_rules.web.api.examples import AN_OBJECTION
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.api.sent import Sent
from soco_rules.web.api.sent import sent_as
from soco_rules.web.api.whose import ETAG
from soco_rules.web.api.whose import ONE
from soco_rules.web.api.whose import WRITING
from soco_rules.web.api.whose import Lawyer
from soco_rules.web.api.whose import There

router = APIRouter(prefix="/dossiers", tags=["Dossiers"], dependencies=[Depends(opened)])
_OF = f"{ONE}/bezwaren/{{bezwaar}}"
Objection = Annotated[
    int, Path(alias="bezwaar", description="Het nummer van het bezwaar in het dossier.", ge=1, le=2**31 - 1)
]


@router.post(
    f"{ONE}/bezwaren",
    **operation(
        "bezwaar_vastleggen",
        "Leg vast dat er een bezwaar tegen een beschikking is ontvangen.",
        gives=Recorded,
        takes=(ToObject,),
        example=AN_OBJECTION,
        status=201,
        problems=WRITING,
        headers=ETAG,
    ),
)
def objections(
    _: Lawyer, where: There, sent: Annotated[Sent[ToObject], Depends(sent_as(ToObject))]
) -> Response:
    """Als `soco dossier bezwaar`: de termijn om te beslissen komt bij de termijnen."""
    where.workspace()
    asked, today = sent.read, where.ground.settings.today()
    said = Objected(
        adoption=asked.adoption,
        received=asked.received,
        posted_on=asked.posted_on,
        by=asked.by,
        grounds=asked.grounds,
    )
    with where.ground.writing(where.reference, where.person) as ledger:
        draft, found = received(where.held_against(ledger, may_open), said, today=today)
        if draft is None:
            raise ProblemError(409, found)
        (entry,) = ledger.append((draft,))
    return _recorded(entry.number)


@router.post(
    f"{_OF}/stappen",
    **operation(
        "bezwaarstap_vastleggen",
        "Leg een stap in een bezwaar vast.",
        gives=Recorded,
        takes=(ToTakeStep,),
        example=A_HEARING,
        status=201,
        problems=WRITING,
        headers=ETAG,
    ),
)
def steps(
    _: Lawyer,
    where: There,
    bezwaar: Objection,
    sent: Annotated[Sent[ToTakeStep], Depends(sent_as(ToTakeStep))],
) -> Response:
    """Als `soco dossier bezwaarstap`: de termijn om te beslissen gaat mee."""
    where.workspace()
    asked, today = sent.read, where.ground.settings.today()
    until = None if asked.until is None else parse_date(asked.until)
    told = Telling(asked.step, parse_date(asked.date), until, asked.delay, asked.heard_by, asked.account)
    with where.ground.writing(where.reference, where.person) as ledger:
        draft, found = step_taken(where.held_against(ledger, may_open), bezwaar, told, today=today)
        if draft is None:
            raise ProblemError(409, found)
        (entry,) = ledger.append((draft,))
    return _recorded(entry.number)


@router.post(
    f"{_OF}/besluiten",
    **operation(
        "op_bezwaar_beslissen",
        "Beslis op een bezwaar, onder een mandaat.",
        gives=Recorded,
        takes=(ToAnswer,),
        example=A_RULING,
        status=201,
        problems=WRITING,
        headers=ETAG,
    ),
)
def answers(
    _: Lawyer, where: There, bezwaar: Objection, sent: Annotated[Sent[ToAnswer], Depends(sent_as(ToAnswer))]
) -> Response:
    """Als `soco dossier bezwaarbesluit`: door een ander dan wie het bestreden besluit nam."""
    workspace, asked, today = where.workspace(), sent.read, where.ground.settings.today()
    own = functions_of(where.ground.settings, where.person)
    if problem := why_not(own, asked.function):
        raise ProblemError(403, detail=problem)
    said = Answer(
        by=where.person.name,
        function=asked.function,
        date=today,
        sent_on=today if asked.sent_on is None else parse_date(asked.sent_on),
        ruled=_ruled(asked),
        own_letter=asked.own_letter,
        function_from=own.source,
    )
    with where.ground.writing(where.reference, where.person) as ledger:
        where.held_against(ledger, may_open)
        written, found = take_answer(
            ledger, workspace, where.number, bezwaar, said, templates=where.ground.templates, today=today
        )
        if written is None:
            raise ProblemError(409, found)
    acts = (written.entry.number, *(each.number for each in (*written.reopened, written.kept) if each))
    return _recorded(*acts)


def _ruled(asked: ToAnswer) -> Ruled:
    return Ruled(
        ruling=asked.ruling,
        renewed=asked.renewed,
        inadmissible=asked.inadmissible,
        excused=asked.excused,
        not_heard=asked.not_heard,
        not_heard_because=asked.not_heard_because,
        reasons=asked.reasons,
        departs=asked.departs,
        costs=None if asked.costs is None else Costs(amount=asked.costs.amount, reason=asked.costs.reason),
    )


def _recorded(*acts: int) -> Response:
    return answer(Recorded(acts=acts, reopened=(), warnings=()), 201, {"ETag": f'"{acts[-1]}"'})
