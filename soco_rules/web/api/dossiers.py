"""The dossiers: the list, one with its acts, and recording, judging, proposing and adopting in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Header
from fastapi import Path
from fastapi.responses import Response

from soco_rules.adopt.statement import Statement
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.account import as_data
from soco_rules.dossiers.adopting import adopt_in
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import is_settled
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.others import count_on
from soco_rules.dossiers.others import ready
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.present import person_of as named_in
from soco_rules.dossiers.present import round_of
from soco_rules.dossiers.present import state_of
from soco_rules.dossiers.recording import Telling
from soco_rules.dossiers.recording import recorded
from soco_rules.dossiers.reopening import reopen_overtaken
from soco_rules.dossiers.store import Ledger
from soco_rules.dossiers.store import read_dossier
from soco_rules.model.adoption import Hearing
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.dossier import Dossier
from soco_rules.model.names import is_one
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.web.access.opening import open_to
from soco_rules.web.access.opening import opened
from soco_rules.web.api.answers import DossierAdoption
from soco_rules.web.api.answers import DossierInShort
from soco_rules.web.api.answers import DossierProposal
from soco_rules.web.api.answers import Dossiers
from soco_rules.web.api.answers import Recorded
from soco_rules.web.api.answers import WholeDossier
from soco_rules.web.api.answers import answer
from soco_rules.web.api.asked import ToAdopt
from soco_rules.web.api.asked import ToJudge
from soco_rules.web.api.asked import ToPropose
from soco_rules.web.api.asked import ToTell
from soco_rules.web.api.case import case_in
from soco_rules.web.api.case import placed
from soco_rules.web.api.described import operation
from soco_rules.web.api.examples import A_PROPOSAL
from soco_rules.web.api.examples import AN_ADOPTION
from soco_rules.web.api.examples import FACTS
from soco_rules.web.api.examples import JUDGEMENTS
from soco_rules.web.api.grounded import Cooperative
from soco_rules.web.api.grounded import Municipality
from soco_rules.web.api.grounded import dates_of
from soco_rules.web.api.grounded import in_force
from soco_rules.web.api.grounded import not_monthly
from soco_rules.web.api.grounded import rules_for
from soco_rules.web.api.grounded import versions_of
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.api.sent import Sent
from soco_rules.web.api.sent import misshapen
from soco_rules.web.api.sent import sent_as
from soco_rules.web.api.whose import etag_of
from soco_rules.web.api.whose import to_write
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import only_for

router = APIRouter(prefix="/dossiers", tags=["Dossiers"], dependencies=[Depends(opened)])

BOOK = "/{gemeente}/{cooperatie}"
ONE = f"{BOOK}/{{nummer}}"
WRITING = (403, 404, 409, 412, 428)
_NUMBER = Annotated[int, Path(alias="nummer", description="Het nummer van het dossier.", ge=1, le=2**31 - 1)]
_BASED_ON = Annotated[
    str | None,
    Header(alias="If-Match", description="De ETag van het dossier waarop dit berust.", examples=['"12"']),
]
Reader = Annotated[Person, Depends(only_for(DeskRole.CASEWORKER, DeskRole.LEGAL))]
Caseworker = Annotated[Person, Depends(only_for(DeskRole.CASEWORKER))]
Lawyer = Annotated[Person, Depends(only_for(DeskRole.LEGAL))]
_ETAG = {"ETag": "De laatste handeling van dit dossier, voor If-Match."}


@router.get(
    BOOK,
    **operation("dossiers_tonen", "Toon de dossiers van een overeenkomst.", gives=Dossiers, problems=(404,)),
)
def dossiers(ground: Here, gemeente: Municipality, cooperatie: Cooperative, person: Reader) -> Response:
    """Wie er zijn, met de stand en de voorstellen die wachten; alleen dossiers die u mag openen."""
    reference = f"{gemeente}/{cooperatie}"
    states = in_force(rules_for(ground, reference), reference, ground.settings.today()).stack.states
    book = ground.book(reference, person)
    seen = open_to(person, book, may_pick_up=ground.settings.may_pick_up)
    found = (each for number, each in book.dossiers.items() if number in seen)
    return answer(Dossiers(dossiers=tuple(_in_short(each, states) for each in found)))


@router.get(
    ONE,
    **operation(
        "dossier_tonen",
        "Toon een dossier met zijn handelingen.",
        gives=WholeDossier,
        problems=(404,),
        headers=_ETAG,
    ),
)
def dossier(
    ground: Here, gemeente: Municipality, cooperatie: Cooperative, nummer: _NUMBER, _: Reader
) -> Response:
    """Wat is vastgelegd, in volgorde; de ETag is nodig om er iets bij te zetten."""
    reference = f"{gemeente}/{cooperatie}"
    stack = in_force(rules_for(ground, reference), reference, ground.settings.today()).stack
    found = read_dossier(ground.dossiers, reference, nummer)
    if found is None:
        raise ProblemError(404, detail="Dit dossier is er niet.")
    data = as_data(stack, found)
    return answer(WholeDossier.model_validate(data, by_alias=True), headers={"ETag": etag_of(found)})


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
        headers=_ETAG,
    ),
)
def facts(
    ground: Here,
    gemeente: Municipality,
    cooperatie: Cooperative,
    nummer: _NUMBER,
    person: Caseworker,
    sent: Annotated[Sent[ToTell], Depends(sent_as(ToTell))],
    based_on: _BASED_ON = None,
) -> Response:
    """Als `soco dossier feit`: een nieuwe opgave van dezelfde bron komt in de plaats van de oude."""
    asked = sent.read
    case, unreadable = case_in(sent.text)
    if case.judgements:
        remedy = "stuur oordelen naar /oordelen, onder de naam van wie oordeelt"
        raise ProblemError(
            422, [misshapen("hier worden alleen feiten vastgelegd", "/zaak/oordelen", remedy=remedy)]
        )
    if not (case.facts or case.procedure):
        raise ProblemError(
            422, [misshapen("er is niets om vast te leggen", "/zaak", remedy="zet er feiten bij")]
        )
    telling = _telling(ground, asked, source=asked.source, besluit=asked.besluit, replaces=asked.replaces)
    where = _Where(ground, f"{gemeente}/{cooperatie}", nummer, person, based_on)
    return _record(where, case, telling, sent.text, unreadable)


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
        headers=_ETAG,
    ),
)
def judgements(
    ground: Here,
    gemeente: Municipality,
    cooperatie: Cooperative,
    nummer: _NUMBER,
    person: Caseworker,
    sent: Annotated[Sent[ToJudge], Depends(sent_as(ToJudge))],
    based_on: _BASED_ON = None,
) -> Response:
    """Als `soco dossier oordeel`: een nieuw oordeel komt in de plaats van het oude."""
    asked, today = sent.read, iso_day(ground.settings.today())
    given = {
        (each.name, each.role): Judgement(each.value, person.name, Span("verzoek"), today, each.reason)
        for each in asked.judgements
    }
    if len(given) < len(asked.judgements):
        message = "over hetzelfde staan hier twee oordelen"
        raise ProblemError(422, [misshapen(message, "/oordelen", remedy="laat er een staan")])
    where = _Where(ground, f"{gemeente}/{cooperatie}", nummer, person, based_on)
    return _record(where, Case(None, {}, given, file="verzoek"), _telling(ground, asked), sent.text)


@router.post(
    f"{ONE}/voorstellen",
    **operation(
        "voorstel_doen",
        "Doe een voorstel op wat in het dossier staat.",
        gives=DossierProposal,
        takes=(ToPropose,),
        example=A_PROPOSAL,
        problems=WRITING,
        headers=_ETAG,
        said="Gelukt; zonder nummer is er niets bewaard, want de uitkomst staat nog niet vast.",
    ),
)
def proposals(
    ground: Here,
    gemeente: Municipality,
    cooperatie: Cooperative,
    nummer: _NUMBER,
    person: Caseworker,
    sent: Annotated[Sent[ToPropose], Depends(sent_as(ToPropose))],
    based_on: _BASED_ON = None,
) -> Response:
    """Als `soco dossier besluit`."""
    asked = sent.read
    where = _Where(ground, f"{gemeente}/{cooperatie}", nummer, person, based_on)
    where.workspace()
    desk, findings = ground.desk(where.reference, asked.decision, dates_of(asked, ground))
    if desk is None:
        raise ProblemError(422, findings)
    if asked.month is not None and not desk.besluit.monthly:
        raise not_monthly(asked.decision)
    others = ground.others(where.reference, desk)
    with ground.writing(where.reference, person) as ledger:
        before = where.held_against(ledger)
        counted = ready(ledger.view, desk, nummer, others)
        prepared, found = propose_for(desk, counted.book, nummer, counted=counted)
        if prepared is None:
            raise ProblemError(409, found)
        kept = ledger.append((as_draft(nummer, prepared),)) if is_settled(prepared.decision) else ()
    made = DossierProposal(
        number=kept[0].number if kept else None, decision=prepared.decision, warnings=placed(found)
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
        headers=_ETAG,
    ),
)
def adoptions(
    ground: Here,
    gemeente: Municipality,
    cooperatie: Cooperative,
    nummer: _NUMBER,
    person: Lawyer,
    sent: Annotated[Sent[ToAdopt], Depends(sent_as(ToAdopt))],
    based_on: _BASED_ON = None,
) -> Response:
    """Als `soco dossier vaststellen`, door een ander dan wie het voorstel deed. Afwijken kan alleen op de werkplek."""
    where = _Where(ground, f"{gemeente}/{cooperatie}", nummer, person, based_on)
    workspace, asked = where.workspace(), sent.read
    with ground.writing(where.reference, person) as ledger:
        before = where.held_against(ledger)
        _not_own(before, asked.proposal, person)
        agreed, found = adopt_in(
            workspace,
            ledger.book(dossiers=(nummer,)),
            nummer,
            asked.proposal,
            _statement(ground, person, asked),
            second=ground.second,
            count=count_on(ledger.view, nummer, ground.others),
        )
        if agreed is None:
            raise ProblemError(409, found)
        (entry,) = ledger.append((agreed.draft,))
    made = DossierAdoption(act=entry.number, is_adopted=agreed.adoption is not None, warnings=placed(found))
    return answer(made, 201, {"ETag": f'"{entry.number}"'})


@dataclass(frozen=True, slots=True)
class _Where:
    """In which dossier somebody writes, and on what that is based."""

    ground: Ground
    reference: str
    number: int
    person: Person
    based_on: str | None

    def workspace(self) -> Workspace:
        """The rules of this agreement, where it exists and the request says on what it is based."""
        workspace = rules_for(self.ground, self.reference)
        versions_of(workspace, self.reference)
        if self.based_on is None:
            raise ProblemError(428)
        return workspace

    def held_against(self, ledger: Ledger) -> Dossier:
        """The dossier under the lock, while it is still what the request is based on."""
        book = ledger.book(dossiers=(self.number,))
        return to_write(self.ground, book, self.number, self.person, self.based_on)


def _record(
    where: _Where, case: Case, telling: Telling, text: str, warnings: tuple[Diagnostic, ...] = ()
) -> Response:
    """Write what is told, and reopen what no longer stands on it."""
    workspace = where.workspace()
    compiled = in_force(workspace, where.reference, telling.valid_from or telling.month or telling.today)
    drafts, findings = recorded(compiled, where.number, case, telling)
    if not drafts:
        raise ProblemError(422, placed(findings, text))
    with where.ground.writing(where.reference, where.person) as ledger:
        where.held_against(ledger)
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


def _statement(ground: Ground, person: Person, asked: ToAdopt) -> Statement:
    heard, today = asked.hearing, ground.settings.today()
    return Statement(
        by=person.name,
        function=asked.function,
        date=today,
        sent_on=today if asked.sent_on is None else parse_date(asked.sent_on),
        hearing=None
        if heard is None
        else Hearing(manner=heard.manner, date=heard.date, account=heard.account),
        reasons=asked.reasons,
    )


def _not_own(dossier: Dossier, proposal: int, person: Person) -> None:
    """Who proposes does not adopt, but for the one user of a computer of his own."""
    own = any(entry.number == proposal and is_one(entry.by, person.name) for entry in dossier.entries)
    if own and not person.is_alone:
        raise ProblemError(403, detail="Wie een voorstel doet, stelt het niet vast. Dat doet een ander.")


def _in_short(dossier: Dossier, states: tuple[str, ...]) -> DossierInShort:
    erased = is_erased(dossier)
    person = None if erased else named_in(dossier)
    return DossierInShort(
        number=dossier.number,
        name=person.name if person else None,
        member_number=person.member_number if person else None,
        state=None if erased else state_of(dossier, states),
        round_name=None if erased else round_of(dossier),
        proposals=() if erased else tuple(each.entry.number for each in open_proposals(dossier)),
        is_erased=erased,
    )
