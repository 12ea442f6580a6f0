"""Proposing in a dossier, and adopting what was proposed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi.responses import Response

from soco_rules.adopt.statement import Statement
from soco_rules.dossiers.answered import record_made_known
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import is_settled
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.first import First
from soco_rules.dossiers.others import ready
from soco_rules.dossiers.taking import take
from soco_rules.model.adoption import Hearing
from soco_rules.model.dossier import Dossier
from soco_rules.model.names import is_one
from soco_rules.model.values import parse_date
from soco_rules.web.access.functions import functions_of
from soco_rules.web.access.functions import why_not
from soco_rules.web.access.opening import may_open
from soco_rules.web.access.opening import opened
from soco_rules.web.api.answers import answer
from soco_rules.web.api.asked import ToAdopt
from soco_rules.web.api.asked import ToMakeKnown
from soco_rules.web.api.asked import ToPropose
from soco_rules.web.api.case import placed
from soco_rules.web.api.described import operation
from soco_rules.web.api.dossier_answers import DossierAdoption
from soco_rules.web.api.dossier_answers import DossierProposal
from soco_rules.web.api.dossier_answers import FirstToTake
from soco_rules.web.api.dossier_answers import Recorded
from soco_rules.web.api.examples import A_MAKING_KNOWN
from soco_rules.web.api.examples import A_PROPOSAL
from soco_rules.web.api.examples import AN_ADOPTION
from soco_rules.web.api.grounded import dates_of
from soco_rules.web.api.grounded import not_monthly
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.api.sent import Sent
from soco_rules.web.api.sent import sent_as
from soco_rules.web.api.whose import ETAG
from soco_rules.web.api.whose import ONE
from soco_rules.web.api.whose import WRITING
from soco_rules.web.api.whose import Caseworker
from soco_rules.web.api.whose import Lawyer
from soco_rules.web.api.whose import There
from soco_rules.web.api.whose import etag_of
from soco_rules.web.ground import Ground
from soco_rules.web.people import Person

router = APIRouter(prefix="/dossiers", tags=["Dossiers"], dependencies=[Depends(opened)])


@router.post(
    f"{ONE}/voorstellen",
    **operation(
        "voorstel_doen",
        "Doe een voorstel op wat in het dossier staat.",
        gives=DossierProposal,
        takes=(ToPropose,),
        example=A_PROPOSAL,
        problems=WRITING,
        headers=ETAG,
        said="Gelukt; zonder nummer is er niets bewaard, want de uitkomst staat nog niet vast.",
    ),
)
def proposals(
    _: Caseworker,
    where: There,
    sent: Annotated[Sent[ToPropose], Depends(sent_as(ToPropose))],
) -> Response:
    """Als `soco dossier besluit`."""
    asked = sent.read
    where.workspace()
    desk, findings = where.ground.desk(where.reference, asked.decision, dates_of(asked, where.ground))
    if desk is None:
        raise ProblemError(422, findings)
    if asked.month is not None and not desk.besluit.monthly:
        raise not_monthly(asked.decision)
    others = where.ground.others(where.reference, desk)
    with where.ground.writing(where.reference, where.person) as ledger:
        before = where.held_against(ledger)
        counted = ready(ledger.view, desk, where.number, others)
        prepared, found = propose_for(desk, counted.book, where.number, counted=counted)
        if prepared is None:
            raise ProblemError(409, found)
        kept = ledger.append((as_draft(where.number, prepared),)) if is_settled(prepared.decision) else ()
    made = DossierProposal(
        number=kept[0].number if kept else None,
        decision=prepared.decision,
        first=None if prepared.first is None else _as_answer(prepared.first),
        warnings=placed(found),
    )
    return answer(made, headers={"ETag": f'"{kept[0].number}"' if kept else etag_of(before)})


@router.post(
    f"{ONE}/vaststellingen",
    **operation(
        "voorstel_vaststellen",
        "Stel een voorstel vast zoals het is, onder een mandaat.",
        gives=DossierAdoption,
        takes=(ToAdopt,),
        example=AN_ADOPTION,
        status=201,
        problems=WRITING,
        headers=ETAG,
    ),
)
def adoptions(
    _: Lawyer,
    where: There,
    sent: Annotated[Sent[ToAdopt], Depends(sent_as(ToAdopt))],
) -> Response:
    """Als `soco dossier vaststellen`, door een ander dan wie het voorstel deed. Afwijken kan alleen op de werkplek."""
    workspace, asked = where.workspace(), sent.read
    with where.ground.writing(where.reference, where.person) as ledger:
        before = where.held_against(ledger, may_open)
        _not_own(before, asked.proposal, where.person)
        taken, found = take(
            ledger,
            workspace,
            where.number,
            asked.proposal,
            _statement(where.ground, where.person, asked),
            today=where.ground.settings.today(),
            templates=where.ground.templates,
            with_letter=None,
            apart=not where.person.is_alone,
            second=where.ground.second,
            kept=where.ground.others,
        )
        if taken is None:
            raise ProblemError(409, found)
    made = DossierAdoption(
        act=taken.entry.number,
        is_adopted=taken.agreed.adoption is not None,
        letter=taken.kept.number if taken.kept else None,
        warnings=placed(found),
    )
    return answer(made, 201, {"ETag": f'"{(taken.kept or taken.entry).number}"'})


@router.post(
    f"{ONE}/bekendmakingen",
    **operation(
        "bekendmaking_vastleggen",
        "Leg vast op welke dag een beschikking echt is verzonden of uitgereikt.",
        gives=Recorded,
        takes=(ToMakeKnown,),
        example=A_MAKING_KNOWN,
        status=201,
        problems=WRITING,
        headers=ETAG,
    ),
)
def makings_known(
    _: Lawyer,
    where: There,
    sent: Annotated[Sent[ToMakeKnown], Depends(sent_as(ToMakeKnown))],
) -> Response:
    """Als `soco dossier bekendmaking`: de termijn voor bezwaar loopt vanaf de dag na die dag."""
    where.workspace()
    asked = sent.read
    with where.ground.writing(where.reference, where.person) as ledger:
        where.held_against(ledger, may_open)
        entry, found = record_made_known(
            ledger,
            where.number,
            asked.adoption,
            day=parse_date(asked.sent_on),
            letter=asked.own_letter,
            reason=asked.reason,
            templates=where.ground.templates,
            today=where.ground.settings.today(),
        )
        if entry is None:
            raise ProblemError(409, found)
    return answer(
        Recorded(acts=(entry.number,), reopened=(), warnings=()), 201, {"ETag": f'"{entry.number}"'}
    )


def _as_answer(first: First) -> FirstToTake:
    return FirstToTake(
        besluit=first.besluit.name, month=first.key or None, taken=first.taken, proposed=first.proposed
    )


def _statement(ground: Ground, person: Person, asked: ToAdopt) -> Statement:
    heard, today = asked.hearing, ground.settings.today()
    own = functions_of(ground.settings, person)
    if problem := why_not(own, asked.function):
        raise ProblemError(403, detail=problem)
    return Statement(
        by=person.name,
        function=asked.function,
        date=today,
        sent_on=today if asked.sent_on is None else parse_date(asked.sent_on),
        hearing=None
        if heard is None
        else Hearing(manner=heard.manner, date=heard.date, account=heard.account),
        reasons=asked.reasons,
        own_letter=asked.own_letter,
        function_from=own.source,
    )


def _not_own(dossier: Dossier, proposal: int, person: Person) -> None:
    """Who proposes does not adopt, but for the one user of a computer of his own."""
    own = any(entry.number == proposal and is_one(entry.by, person.name) for entry in dossier.entries)
    if own and not person.is_alone:
        raise ProblemError(403, detail="Wie een voorstel doet, stelt het niet vast. Dat doet een ander.")
