"""Whether somebody may adopt a proposal, and what is asked of him when he does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from soco_rules.adopt.deviation import may_become
from soco_rules.adopt.deviation import may_deviate
from soco_rules.adopt.hearing import article_of
from soco_rules.adopt.hearing import fitting
from soco_rules.adopt.hearing import in_play
from soco_rules.adopt.statement import Statement
from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.adopting import Agreed
from soco_rules.dossiers.adopting import own_part
from soco_rules.dossiers.adopting import sign
from soco_rules.dossiers.dated_back import recorded_on
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.letters.made import letter_of
from soco_rules.model.adoption import Manner
from soco_rules.model.decision import by_role
from soco_rules.model.decision import texts_of
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Role
from soco_rules.web.access.functions import functions_of as own_functions
from soco_rules.web.faults import RefusedError
from soco_rules.web.ground import Ground
from soco_rules.web.legal.asked import asked_for
from soco_rules.web.legal.proposal import Shown
from soco_rules.web.legal.signing import Asking
from soco_rules.web.legal.signing import Proposal
from soco_rules.web.legal.signing import fields_of
from soco_rules.web.legal.signing import functions_of
from soco_rules.web.legal.stated import statement_in
from soco_rules.web.people import Person
from soco_rules.web.remedies import for_a_page

_NOTHING_ELSE = "Er is geen andere uitkomst die de persoon ontziet en die ook een beschikking is."
_GIVEBACK = "stel het voorstel vast zonder afwijking, of geef het terug met wat er anders moet"


def only_who_may(person: Person, proposal: Shown, *, deviates: bool) -> None:
    """Stop who may not adopt a proposal, or what cannot be adopted.

    Raises:
        RefusedError: it no longer stands, it is this person's own, or there is nothing to deviate to.
    """
    if proposal.held is None:
        raise RefusedError(*for_a_page(proposal.against))
    own = own_part(proposal.held.waiting, proposal.dossier, person.name)
    if own and not person.is_alone and not proposal.asks_two:
        message = f"{person.name} {own} en kan het niet vaststellen."
        raise RefusedError(finding("eigen-voorstel", place_of(proposal.dossier.number), message))
    if deviates:
        refused = tuple(may_deviate(proposal.decision, proposal.held.prepared.desk.program))
        if not refused and not has_another_outcome(proposal):
            refused = (
                finding("afwijking", place_of(proposal.dossier.number), _NOTHING_ELSE, remedy=_GIVEBACK),
            )
        if refused:
            raise RefusedError(*for_a_page(refused))


def has_another_outcome(proposal: Shown) -> bool:
    """Whether there is an outcome that somebody may decide instead of the proposed one; the proposal must stand."""
    return any(
        not of.type.choices or not of.closed.issuperset(of.type.choices)
        for of in _outcomes(proposal).values()
    )


def asking_of(
    here: Ground, person: Person, proposal: Shown, form: Mapping[str, object], *, deviates: bool
) -> Asking:
    """What is asked of who adopts a proposal, given what was filled in; the proposal must stand."""
    held = proposal.held
    assert held is not None
    decision, program = proposal.decision, held.prepared.desk.program
    mandates = held.prepared.desk.workspace.mandates.get(proposal.agreement.partition("/")[0], ())
    signed = held.waiting.signed
    asking = Asking(
        person=person,
        today=here.settings.today(),
        functions=functions_of(mandates, decision.decider),
        own=own_functions(here.settings, person),
        appealable=decision.is_appealable or deviates,
        signed=signed,
        outcomes=_outcomes(proposal) if deviates else None,
        no_letter=_asks_own_letter(here, proposal),
        manners=fitting(program.decision, decision.procedure),
        articles=_articles(proposal),
        must_explain=not deviates
        and not (signed and signed.reasons)
        and (
            in_play(decision.facts)
            or not set(program.decision.asks_person).isdisjoint(texts_of(decision.outcome))
        ),
        is_first=proposal.asks_two and signed is None and not deviates,
        recorded=recorded_on(proposal.entry, here.settings.today()),
    )
    if not (deviates and form):
        return asking
    said, _ = statement_in(asking, form, fields_of(asking, form))
    agreed, _ = signed_with(person, proposal, said) if said else (None, ())
    if agreed is None or agreed.adoption is None or agreed.adoption.deviation is None:
        return asking
    return replace(asking, asked=asked_for(agreed.adoption.deviation.consequences, program))


def signed_with(
    person: Person, proposal: Shown, said: Statement
) -> tuple[Agreed | None, tuple[Diagnostic, ...]]:
    """What signing would give, on the book as it was read."""
    held = proposal.held
    assert held is not None
    return sign(held.prepared, held.waiting, held.dossier, said, apart=not person.is_alone)


def _asks_own_letter(here: Ground, proposal: Shown) -> bool:
    """Whether a letter of somebody's own is needed: a beschikking has none here."""
    is_first = proposal.asks_two and proposal.waiting is not None and proposal.waiting.signed is None
    if is_first or not proposal.decision.is_appealable:
        return False
    return letter_of(proposal.decision, here.templates)[0] is None


def _outcomes(proposal: Shown) -> Mapping[Role | None, Proposal]:
    """What can be deviated from: the outcome of each person who has one."""
    assert proposal.held is not None
    program = proposal.held.prepared.desk.program
    types = {step.role: step.type for step in program.definitions if step.slot in program.outcome}
    type_ = program.decision
    return {
        role: Proposal(
            text,
            types[role],
            frozenset(
                each for each in types[role].choices if each == text or not may_become(type_, text, each)
            ),
        )
        for role, text in by_role(proposal.decision.outcome).items()
        if text is not None and text != NOT_APPLICABLE_TEXT
    }


def _articles(proposal: Shown) -> Mapping[Manner, str]:
    """On which article each manner of hearing rests for what is proposed."""
    assert proposal.held is not None
    decision = proposal.held.prepared.desk.program.decision
    return {manner: article_of(manner, decision, proposal.decision.procedure) for manner in Manner}
