"""Decisions on a case with nothing kept: the proposal, the next question, the explanation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi.responses import Response

from soco_rules import interview
from soco_rules.backends import proof
from soco_rules.counterfactual.search import what_if
from soco_rules.counterfactual.words import in_words
from soco_rules.decide import decide
from soco_rules.decide.proposal import made_ready
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import in_reading_order
from soco_rules.explain.account import account
from soco_rules.model.case import Case
from soco_rules.model.counterfactual import Counterfactual
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import iso_day
from soco_rules.model.workspace import Workspace
from soco_rules.terms.in_words import in_words as terms_in_words
from soco_rules.terms.of_case import disordered
from soco_rules.web.api.answers import CertainValue
from soco_rules.web.api.answers import Explanation
from soco_rules.web.api.answers import NextQuestion
from soco_rules.web.api.answers import Proposal
from soco_rules.web.api.answers import Question
from soco_rules.web.api.answers import answer
from soco_rules.web.api.asked import AboutCase
from soco_rules.web.api.asked import ToAsk
from soco_rules.web.api.asked import ToExplain
from soco_rules.web.api.case import case_in
from soco_rules.web.api.case import placed
from soco_rules.web.api.described import operation
from soco_rules.web.api.examples import A_CASE
from soco_rules.web.api.grounded import dates_of
from soco_rules.web.api.grounded import not_monthly
from soco_rules.web.api.grounded import rules_for
from soco_rules.web.api.grounded import typed
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.api.sent import Sent
from soco_rules.web.api.sent import misshapen
from soco_rules.web.api.sent import sent_as
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.people import person_of
from soco_rules.web.problems import Finding

router = APIRouter(tags=["Zonder dossier"], dependencies=[Depends(person_of)])

Findings = tuple[Diagnostic, ...]
SOURCE = "gesprek"


@router.post(
    "/besluiten",
    **operation(
        "besluit_voorstellen",
        "Doe een voorstel voor een besluit op een zaak; er wordt niets bewaard.",
        gives=Proposal,
        takes=(AboutCase,),
        example=A_CASE,
    ),
)
def decisions(ground: Here, sent: Annotated[Sent[AboutCase], Depends(sent_as(AboutCase))]) -> Response:
    """Het voorstel zoals `soco besluit --json` het geeft, met de waarschuwingen daarbij."""
    _, decision, warnings, _ = _decided(ground, sent.read, sent.text)
    return answer(Proposal(decision=decision, warnings=placed(warnings, sent.text)))


@router.post(
    "/vragen",
    **operation(
        "volgende_vraag",
        "Geef de vraag die nu het meeste helpt; er wordt niets bewaard.",
        gives=NextQuestion,
        takes=(ToAsk,),
        example=A_CASE,
    ),
)
def questions(ground: Here, sent: Annotated[Sent[ToAsk], Depends(sent_as(ToAsk))]) -> Response:
    """Wat al zeker is en wat nog gevraagd moet worden. Zet het antwoord in de zaak, en vraag opnieuw."""
    asked = sent.read
    dates = dates_of(asked, ground)
    rules_for(ground, asked.reference)
    case, unreadable = case_in(sent.text)
    desk, errors = ground.desk(asked.reference, asked.decision, dates)
    if desk is None:
        raise ProblemError(422, errors)
    if asked.month is not None and not desk.besluit.monthly:
        raise not_monthly(asked.decision)
    day = iso_day(ground.settings.today())
    begun, findings = interview.begin_with(desk.calculators, case, desk.dates, source=SOURCE, day=day)
    misplaced = tuple(disordered(case.procedure, case.places))
    if begun is None or misplaced:
        raise ProblemError(422, _errors(unreadable, (*findings, *misplaced), sent.text))
    steps = tuple(interview.Step((each.name, each.role), skipped=True) for each in asked.skipped)
    now = interview.standing(replace(begun, steps=steps))
    return answer(
        NextQuestion(
            question=None if now.question is None else _question(now.question),
            certain=tuple(CertainValue(name=one.name, role=one.role, value=one.value) for one in now.certain),
            possible=now.possible,
            at_most=now.at_most,
            obstacles=now.obstacles,
            warnings=placed((*unreadable, *findings), sent.text),
        )
    )


@router.post(
    "/toelichtingen",
    **operation(
        "besluit_toelichten",
        "Leg uit waarom dit de uitkomst is, waarom geen andere, en wat er anders voor nodig is.",
        gives=Explanation,
        takes=(ToExplain,),
        example=A_CASE | {"wat_als": True},
    ),
)
def explanations(ground: Here, sent: Annotated[Sent[ToExplain], Depends(sent_as(ToExplain))]) -> Response:
    """De tekst van `soco besluit`, en met `wat_als` ook die van `soco besluit --wat-als`."""
    asked = sent.read
    if asked.wanted is not None and not asked.what_if:
        message = "'gewenst' hoort bij 'wat_als'"
        raise ProblemError(422, [misshapen(message, "/gewenst", remedy="zet wat_als op true")])
    case, decision, warnings, workspace = _decided(ground, asked, sent.text)
    found = _what_if(ground, workspace, decision, case, asked) if asked.what_if else None
    terms = (terms_in_words(decision),) if decision.procedure else ()
    return answer(
        Explanation(
            decision=decision,
            text="\n".join((account(decision), *terms)),
            what_if=found,
            what_if_text=None if found is None else in_words(found),
            warnings=placed(warnings, sent.text),
        )
    )


def _decided(ground: Ground, asked: AboutCase, text: str) -> tuple[Case, Decision, Findings, Workspace]:
    """The case, the decision on it with its warnings, and the rules by which it was taken."""
    dates = dates_of(asked, ground)
    workspace = rules_for(ground, asked.reference)
    case, unreadable = case_in(text)
    decision, findings = decide(workspace, asked.reference, asked.decision, case, dates, second=ground.second)
    misplaced = tuple(disordered(case.procedure, case.places))
    if decision is None or misplaced:
        raise ProblemError(422, _errors(unreadable, (*findings, *misplaced), text))
    if asked.month is not None and not (decision.period or decision.status == DecisionStatus.NOT_IN_FORCE):
        raise not_monthly(asked.decision)
    return case, decision, (*unreadable, *findings), workspace


def _errors(unreadable: Findings, findings: Findings, text: str) -> Iterable[Finding]:
    """What stands in the way, in the order of the command."""
    return placed((*unreadable, *in_reading_order(findings)), text)


def _what_if(
    ground: Ground, workspace: Workspace, decision: Decision, case: Case, asked: ToExplain
) -> Counterfactual | None:
    """What would have to change; None where there are no rules to change anything under."""
    if decision.status == DecisionStatus.NOT_IN_FORCE:
        return None
    if not proof.available():
        raise ProblemError(503, detail="Op deze server is de bewijzer die dit zoekt niet geïnstalleerd.")
    dates, second = dates_of(asked, ground), ground.second
    ready, _ = made_ready(workspace, decision.agreement, decision.decision, case, dates, second=second)
    assert ready is not None  # it was decided a moment ago
    try:
        return what_if(ready, asked.wanted)
    except UnreadableValueError as error:
        remedy = "kies een uitkomst van dit besluit"
        raise ProblemError(422, [misshapen(f"'gewenst': {error}", "/gewenst", remedy=remedy)]) from None


def _question(question: interview.Question) -> Question:
    least, best = question.removes or (None, None)
    return Question(
        name=question.name,
        role=question.role,
        text=question.text,
        type=typed(question.type),
        form=interview.form_in_names(question),
        judged_by=question.judged_by,
        needed_for=question.needed_for,
        used_in=question.used_in,
        possible=question.possible,
        removes_at_least=least,
        removes_at_best=best,
    )
