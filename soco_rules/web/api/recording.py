"""Recording facts and judgements in a dossier."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi.responses import Response

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.recording import Telling
from soco_rules.dossiers.recording import procedure_of
from soco_rules.dossiers.recording import recorded
from soco_rules.dossiers.reopening import reopen_overtaken
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.web.access.opening import opened
from soco_rules.web.api.answers import answer
from soco_rules.web.api.asked import ToJudge
from soco_rules.web.api.asked import ToTell
from soco_rules.web.api.case import case_in
from soco_rules.web.api.case import placed
from soco_rules.web.api.described import operation
from soco_rules.web.api.dossier_answers import Recorded
from soco_rules.web.api.examples import FACTS
from soco_rules.web.api.examples import JUDGEMENTS
from soco_rules.web.api.grounded import in_force
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.api.sent import Sent
from soco_rules.web.api.sent import misshapen
from soco_rules.web.api.sent import sent_as
from soco_rules.web.api.whose import ETAG
from soco_rules.web.api.whose import ONE
from soco_rules.web.api.whose import WRITING
from soco_rules.web.api.whose import Caseworker
from soco_rules.web.api.whose import There
from soco_rules.web.api.whose import Where
from soco_rules.web.ground import Ground

router = APIRouter(prefix="/dossiers", tags=["Dossiers"], dependencies=[Depends(opened)])


@router.post(
    f"{ONE}/feiten",
    **operation(
        "feiten_vastleggen",
        "Leg feiten en dagen van een procedure vast.",
        gives=Recorded,
        takes=(ToTell,),
        example=FACTS,
        status=201,
        problems=WRITING,
        headers=ETAG,
    ),
)
def facts(
    _: Caseworker,
    where: There,
    sent: Annotated[Sent[ToTell], Depends(sent_as(ToTell))],
) -> Response:
    """Als `soco dossier feit`: een nieuwe opgave van dezelfde bron komt in de plaats van de oude."""
    asked = sent.read
    case, unreadable = case_in(sent.text)
    if case.judgements:
        remedy = "stuur oordelen naar /oordelen, onder de naam van wie oordeelt"
        raise ProblemError(
            422, [misshapen("hier worden alleen feiten vastgelegd", "/zaak/oordelen", remedy=remedy)]
        )
    taken_back = tuple(dict.fromkeys(asked.taken_back))
    if taken_back and asked.besluit is None:
        remedy = "noem het besluit"
        message = "een dag van een procedure hoort bij een besluit"
        raise ProblemError(422, [misshapen(message, "/teruggenomen", remedy=remedy)])
    if not (case.facts or case.procedure or taken_back):
        raise ProblemError(
            422, [misshapen("er is niets om vast te leggen", "/zaak", remedy="zet er feiten bij")]
        )
    telling = _telling(
        where.ground, asked, source=asked.source, besluit=asked.besluit, replaces=asked.replaces
    )
    return _record(where, case, telling, sent.text, unreadable, taken_back=taken_back)


@router.post(
    f"{ONE}/oordelen",
    **operation(
        "oordelen_vastleggen",
        "Leg oordelen vast van wie dit stuurt.",
        gives=Recorded,
        takes=(ToJudge,),
        example=JUDGEMENTS,
        status=201,
        problems=WRITING,
        headers=ETAG,
    ),
)
def judgements(
    _: Caseworker,
    where: There,
    sent: Annotated[Sent[ToJudge], Depends(sent_as(ToJudge))],
) -> Response:
    """Als `soco dossier oordeel`: een nieuw oordeel komt in de plaats van het oude."""
    asked, today = sent.read, iso_day(where.ground.settings.today())
    given = {
        (each.name, each.role): Judgement(each.value, where.person.name, Span("verzoek"), today, each.reason)
        for each in asked.judgements
    }
    if len(given) < len(asked.judgements):
        message = "over hetzelfde staan hier twee oordelen"
        raise ProblemError(422, [misshapen(message, "/oordelen", remedy="laat er een staan")])
    return _record(where, Case(None, {}, given, file="verzoek"), _telling(where.ground, asked), sent.text)


def _record(
    where: Where,
    case: Case,
    telling: Telling,
    text: str,
    warnings: tuple[Diagnostic, ...] = (),
    *,
    taken_back: tuple[str, ...] = (),
) -> Response:
    """Write what is told, and reopen what no longer stands on it."""
    workspace = where.workspace()
    compiled = in_force(workspace, where.reference, telling.valid_from or telling.month or telling.today)
    with where.ground.writing(where.reference, where.person) as ledger:
        known = procedure_of(where.held_against(ledger), telling.besluit)
        drafts, findings = recorded(compiled, where.number, case, telling, known=known, taken_back=taken_back)
        if not drafts:
            raise ProblemError(422, placed(findings, text))
        entries = ledger.append(drafts)
        reopened = reopen_overtaken(
            ledger, workspace, where.number, second=where.ground.second, kept=where.ground.others
        )
    made = Recorded(
        acts=tuple(entry.number for entry in entries),
        reopened=tuple(entry.number for entry in reopened),
        warnings=placed((*warnings, *findings), text),
    )
    return answer(made, 201, {"ETag": f'"{(*entries, *reopened)[-1].number}"'})


def _telling(
    ground: Ground,
    asked: ToTell | ToJudge,
    *,
    source: str | None = None,
    besluit: str | None = None,
    replaces: tuple[int, ...] = (),
) -> Telling:
    return Telling(
        today=ground.settings.today(),
        month=None if asked.month is None else parse_date(f"{asked.month}-01"),
        valid_from=None if asked.valid_from is None else parse_date(asked.valid_from),
        valid_to=None if asked.valid_to is None else parse_date(asked.valid_to),
        besluit=besluit,
        source=source,
        replaces=replaces,
    )
