"""How the second calculator is run is said at every door, and a decision that it did not confirm goes nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from soco_rules.adopt.confirm import confirmed
from soco_rules.backends import durable
from soco_rules.decide import decide
from soco_rules.dossiers.account import account
from soco_rules.dossiers.adopting import adopt_in
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.reopening import desks_by
from soco_rules.dossiers.reopening import overtaken_in
from soco_rules.explain.missing import Evaluate
from soco_rules.facts import Dates
from soco_rules.interview import begin
from soco_rules.interview import proposed as proposed_by
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Book
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Value
from soco_rules.replay import replay
from tests.decided import DATES
from tests.decided import REFERENCE
from tests.decided import WORKSPACE
from tests.decided import case
from tests.dossiers.kade import CANDIDATE
from tests.dossiers.kade import DAY
from tests.dossiers.kade import KADE
from tests.dossiers.kade import adopted
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import compiled
from tests.dossiers.kade import last
from tests.dossiers.kade import proposed
from tests.dossiers.kade import said
from tests.dossiers.kade import told
from tests.dossiers.kade import workspace
from tests.dossiers.kade import written

NOT_TWICE = (
    "tweede-rekenaar-weg",
    "Het besluit 'Toestemming om mee te doen' kon niet twee keer worden uitgerekend (durable-rules: hij viel weg).",
)
SINGLE = case(leefvorm="alleenstaande", loon="10.00", woont_in_gemeente="ja", leden="3")


def waiting() -> Book:
    """A candidate with a proposal: number 8."""
    return proposed(at_kade(CANDIDATE), "toelating")


def lost(_: Program) -> Evaluate:
    """A second calculator whose process is gone."""

    def evaluate(_: Mapping[Slot, Value]) -> Evaluation:
        msg = "hij viel weg"
        raise durable.LostError(msg)

    return evaluate


def disagrees(decision: Decision | None) -> bool:
    """Whether it was refused because it was calculated once."""
    assert decision
    return (DecisionStatus.CALCULATORS_DISAGREE, None) == (decision.status, decision.outcome)


def test_a_decision_that_was_calculated_once_has_no_outcome_and_is_told() -> None:
    decision, findings = decide(WORKSPACE, REFERENCE, "toelating", SINGLE, DATES, second=lost)

    assert disagrees(decision)
    assert "tweede-rekenaar-weg" in [code for code, _ in told(findings)]


def test_an_interview_ends_without_an_outcome() -> None:
    interview, _ = begin(
        WORKSPACE, REFERENCE, "toelating", SINGLE, DATES, source="gesprek", day="2026-10-15", second=lost
    )
    assert interview

    assert disagrees(proposed_by(interview))


def test_a_proposal_on_a_dossier_is_refused() -> None:
    desk, _ = desk_for(workspace(), KADE, "toelating", Dates(DAY, DAY), second=lost)
    assert desk

    prepared, findings = propose_for(desk, at_kade(CANDIDATE), 1)

    assert disagrees(prepared.decision if prepared else None)
    assert [NOT_TWICE] == told(findings)


def test_a_proposal_is_not_adopted() -> None:
    agreed, findings = adopt_in(workspace(), waiting(), 1, 8, said(), second=lost)

    assert (None, [NOT_TWICE]) == (agreed, told(findings))


def test_an_account_shows_no_outcome() -> None:
    known = at_kade(CANDIDATE)

    shown = account(workspace(), compiled(), known, known.dossiers[1], DAY, second=lost)

    assert "Toestemming om mee te doen (toelating): wordt toegewezen" not in shown


def test_an_adopted_decision_is_not_reopened_because_a_calculator_is_gone() -> None:
    known = adopted(waiting(), said())
    other = replace(known, dossiers=dict(known.dossiers))

    assert () == overtaken_in(other, 1, desks_by(workspace(), KADE, second=lost))


def test_what_is_replayed_or_confirmed_once_is_not_believed() -> None:
    content = last(adopted(waiting(), said())).content
    assert isinstance(content, Adopted)

    again, _ = replay(content.adoption.decision, workspace(), second=lost)

    assert disagrees(again)
    assert () != confirmed(content.adoption, workspace(), second=lost)[1]


def test_a_whole_proposal_with_the_calculator_apart_is_the_same() -> None:
    with durable.apart(workers=1) as second:
        desk, _ = desk_for(workspace(), KADE, "toelating", Dates(DAY, DAY), second=second)
        assert desk
        prepared, _ = propose_for(desk, at_kade(CANDIDATE), 1)
        assert prepared
        known = written(at_kade(CANDIDATE), as_draft(1, prepared))
        agreed, findings = adopt_in(workspace(), known, 1, 8, said(), second=second)

    expected, _ = adopt_in(workspace(), waiting(), 1, 8, said())
    assert (expected, []) == (agreed, told(findings))
