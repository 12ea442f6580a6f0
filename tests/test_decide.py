"""The proposed decision: its status, its reasons, what is missing and what was calculated with."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings
from syrupy.assertion import SnapshotAssertion

from soco_rules.backends import reference
from soco_rules.decide import Calculators
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.diagnostics import Severity
from soco_rules.diagnostics import Span
from soco_rules.explain.receipt import fingerprint
from soco_rules.facts import Bound
from soco_rules.facts import Dates
from soco_rules.facts import Supplied
from soco_rules.model.agreement import ByOutcome
from soco_rules.model.case import Case
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import PerPerson
from soco_rules.model.program import Const
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import parse_date
from soco_rules.replay import compare
from tests import decided
from tests.programs import DECISION
from tests.programs import both
from tests.programs import calculation
from tests.programs import check
from tests.programs import clause
from tests.programs import compare as comparison
from tests.programs import field
from tests.programs import multiply
from tests.programs import no
from tests.programs import program
from tests.programs import rules
from tests.random_programs import programs_with_cases

DATES = decided.DATES
COUNT = ValueType(Kind.COUNT, minimum=0, maximum=1000)
TOELATING = ValueType(Kind.CHOICE, choices=("toegewezen", "afgewezen"))
ADMIT, REFUSE = Const("toegewezen"), Const("afgewezen")


def bound(one: Program, values: dict[Slot, Value]) -> Bound:
    """A case with these values; what is contradictory has two reports."""
    complete = {step.slot: values.get(step.slot, Absent.UNKNOWN) for step in one.fields}
    behind = {
        step.slot: two_reports(step.type.kind)
        if values[step.slot] is Absent.CONTRADICTORY
        else (Supplied(values[step.slot], "a"),)
        for step in one.fields
        if complete[step.slot] is not Absent.UNKNOWN
    }
    return Bound(complete, behind, Case(None, {}, {}))


def two_reports(kind: Kind) -> tuple[Supplied, Supplied]:
    """Two reports that do not agree."""
    one, other = (True, False) if kind is Kind.YES_NO else (1, 2)
    return Supplied(one, "a"), Supplied(other, "b")


def proposed(one: Program, **values: Value) -> Decision:
    """The proposal of a program; `x__partner` is the slot `x/partner`."""
    return proposed_by(prepare(one), **values)


def proposed_by(calculators: Calculators, **values: Value) -> Decision:
    """The proposal of these calculators."""
    slots = {name.replace("__", "/"): value for name, value in values.items()}
    return propose(calculators, bound(calculators.program, slots), DATES)


def admission(**changes: object) -> Program:
    """A decision with a fact, a judgement, a gate and a requirement."""
    one = program(
        field("uitkering"),
        field("leden", COUNT),
        field("geschikt", origin=Origin.JUDGEMENT),
        rules(
            "toelating",
            clause("geschikt", ADMIT, name="past"),
            clause(comparison("leden", ">=", 20), REFUSE, name="vol", exception_to=[0]),
            clause(comparison("leden", ">", 900), REFUSE, name="onmogelijk"),
            kind=TOELATING,
        ),
        gate="uitkering",
        checks=(check(no(comparison("leden", "=", 19))),),
    )
    decision = replace(DECISION, asks_person=("afgewezen",))
    return replace(one, decision=decision, **changes)  # type: ignore[arg-type]  # fields of a Program


C, U = Absent.CONTRADICTORY, Absent.UNKNOWN


@pytest.mark.parametrize(
    ("values", "status", "outcome"),
    [
        ({"uitkering": True, "leden": 5, "geschikt": True}, "uitkomst_bekend", "toegewezen"),
        ({"uitkering": True, "leden": 20, "geschikt": True}, "oordeel_nodig", "afgewezen"),
        ({"uitkering": True, "leden": 19, "geschikt": True}, "eis_geschonden", None),
        ({"uitkering": True, "leden": 5, "geschikt": False}, "geen_regel", None),
        ({"uitkering": True, "leden": U, "geschikt": True}, "gegevens_ontbreken", None),
        ({"uitkering": True, "leden": 5, "geschikt": U}, "oordeel_nodig", None),
        ({"uitkering": True, "leden": U, "geschikt": U}, "oordeel_nodig", None),
        ({"uitkering": False, "leden": 5, "geschikt": True}, "niet_van_toepassing", "niet van toepassing"),
        ({"uitkering": False, "leden": U, "geschikt": U}, "niet_van_toepassing", "niet van toepassing"),
        ({"uitkering": C, "leden": 5, "geschikt": True}, "gegevens_strijdig", None),
        ({"uitkering": True, "leden": 5, "geschikt": C}, "gegevens_strijdig", None),
        ({"uitkering": False, "leden": 5, "geschikt": C}, "gegevens_strijdig", "niet van toepassing"),
        ({"uitkering": U, "leden": 5, "geschikt": False}, "gegevens_ontbreken", None),
    ],
)
def test_the_status_is_the_first_that_holds(
    values: dict[str, Value], status: str, outcome: str | None
) -> None:
    one = proposed(admission(), **values)

    assert (status, outcome) == (one.status, one.outcome)


def test_rules_that_conflict_give_no_outcome() -> None:
    one = proposed(program(field("a"), rules("uit", clause("a", 1), clause("a", 2))), a=True)

    assert (DecisionStatus.CONFLICT, None) == (one.status, one.outcome)


def test_an_outcome_that_no_missing_answer_changes_is_known() -> None:
    one = proposed(program(field("a"), rules("uit", clause("a", 1), clause(no("a"), 1))))

    assert (DecisionStatus.KNOWN, "1", ()) == (one.status, one.outcome, one.missing)


def test_a_judgement_that_does_not_matter_is_not_asked() -> None:
    one = program(
        field("geschikt", origin=Origin.JUDGEMENT),
        rules("uit", clause("geschikt", 1), clause(no("geschikt"), 1)),
    )

    assert DecisionStatus.KNOWN == proposed(one).status


def test_what_is_missing_says_for_what() -> None:
    one = program(
        field("a"),
        field("b", COUNT),
        rules("uit", clause("a", 1), otherwise=0),
        calculation("bij", "b"),
        outcome=("uit",),
        also=("bij",),
    )
    named = replace(one, decision=replace(DECISION, outcome="uit", also=("bij",)))

    expected = [("a", "gegeven", ("uit",), 1), ("b", "gegeven", ("bij",), None)]
    assert expected == [(m.name, m.kind, m.needed_for, m.removes) for m in proposed(named).missing]


def per_person() -> Program:
    """A decision with an outcome for each person; the partner is only there when there is one."""
    roles = ("belanghebbende", "partner")
    gates = {"belanghebbende": None, "partner": "samen"}
    return replace(
        program(
            field("samen"),
            *(field(f"vrij/{role}", gate=gates[role]) for role in roles),
            *(
                rules(
                    f"uit/{role}",
                    clause(f"vrij/{role}", ADMIT),
                    otherwise=REFUSE,
                    kind=TOELATING,
                    gate=gates[role],
                )
                for role in roles
            ),
            outcome=tuple(f"uit/{role}" for role in roles),
        ),
        decision=replace(DECISION, legal_character=ByOutcome({"afgewezen": "beschikking"}, "mededeling")),
    )


@pytest.mark.parametrize(
    ("values", "status", "applicant", "partner"),
    [
        (
            {"samen": True, "vrij__belanghebbende": True, "vrij__partner": False},
            "uitkomst_bekend",
            "toegewezen",
            "afgewezen",
        ),
        (
            {"samen": False, "vrij__belanghebbende": True},
            "uitkomst_bekend",
            "toegewezen",
            "niet van toepassing",
        ),
        ({"samen": True, "vrij__belanghebbende": True}, "gegevens_ontbreken", "toegewezen", None),
        (
            {"samen": True, "vrij__belanghebbende": True, "vrij__partner": C},
            "gegevens_strijdig",
            "toegewezen",
            None,
        ),
    ],
)
def test_an_outcome_per_person_has_the_first_status_over_the_persons(
    values: dict[str, Value], status: str, applicant: str, partner: str | None
) -> None:
    one = proposed(per_person(), **values)

    assert (status, PerPerson(applicant=applicant, partner=partner)) == (one.status, one.outcome)


def test_the_legal_character_is_that_of_each_outcome() -> None:
    one = proposed(per_person(), samen=True, vrij__belanghebbende=True, vrij__partner=False)

    assert PerPerson(applicant="mededeling", partner="beschikking") == one.legal_character


def test_calculators_that_differ_give_no_outcome_and_keep_both_traces() -> None:
    one = program(field("a"), rules("uit", clause("a", 1), otherwise=0))
    other = program(field("a"), rules("uit", clause("a", 2), otherwise=0))
    calculators = replace(prepare(one), second=reference.prepare(other))

    decision = proposed_by(calculators, a=True)

    expected = {
        "referentie": {"a": "ja", "uit": "1; regels van toepassing: 1; winnend: 1"},
        "durable-rules": {"a": "ja", "uit": "2; regels van toepassing: 1; winnend: 1"},
    }
    assert (DecisionStatus.CALCULATORS_DISAGREE, None, expected) == (
        decision.status,
        decision.outcome,
        decision.traces,
    )


def test_the_second_calculator_checks_what_trying_answers_decided() -> None:
    one = program(field("a"), rules("uit", clause("a", 1), clause(no("a"), 1)))
    other = program(field("a"), rules("uit", clause("a", 1), clause(no("a"), 2)))
    calculators = replace(prepare(one), second=reference.prepare(other))

    assert DecisionStatus.CALCULATORS_DISAGREE == proposed_by(calculators).status


def test_only_a_requirement_of_weight_breaks_a_decision() -> None:
    one = program(field("a"), calculation("uit", 1), checks=(check(no("a"), severity=Severity.WARNING),))

    decision = proposed(one, a=True)

    assert (DecisionStatus.KNOWN, ["waarschuwing"]) == (
        decision.status,
        [r.severity for r in decision.requirements],
    )


def test_a_fact_that_was_not_used_is_not_in_the_decision() -> None:
    one = program(field("a"), field("b"), rules("uit", clause(both("a", "b"), 1), otherwise=0))

    decision = proposed(one, a=False, b=True)

    assert ["a"] == [fact.name for fact in decision.facts]


def test_contradictory_reports_are_listed() -> None:
    decision = proposed(program(field("a"), calculation("uit", "a", kind=Kind.YES_NO)), a=C)

    assert [(None, ["ja", "nee"])] == [(f.value, [r.value for r in f.reports]) for f in decision.facts]


def test_a_day_outside_the_calendar_is_no_outcome() -> None:
    one = program(field("dag", Kind.DATE), calculation("uit", multiply("dag", 10), kind=Kind.DATE))

    decision = proposed(one, dag=parse_date("2026-10-15"))

    assert (DecisionStatus.FACTS_MISSING, None) == (decision.status, decision.outcome)


def test_the_fingerprint_is_not_of_the_words_of_a_choice() -> None:
    one = admission()
    steps = (replace(step, type=replace(step.type, words={"lid": "als lid"})) for step in one.steps)

    assert fingerprint(one) == fingerprint(replace(one, steps=tuple(steps)))


def test_the_fingerprint_is_of_the_meaning_and_not_of_the_place() -> None:
    one = admission()
    moved = replace(one, steps=(replace(one.steps[0], span=Span("elders.yaml", 9)), *one.steps[1:]))
    changed = replace(one, outcome=())

    assert (True, False) == (fingerprint(one) == fingerprint(moved), fingerprint(one) == fingerprint(changed))


# From rule file to decision


def test_a_decision_with_all_its_reasons(snapshot: SnapshotAssertion) -> None:
    """The receipt is left out, for its hashes are not for reading."""
    decision, _ = decided.admission(leden="19", woont_in_gemeente="ja", loon__belanghebbende="100.00")

    assert decision is not None
    assert snapshot == decision.model_copy(update={"receipt": None}).model_dump_json(by_alias=True, indent=1)


def test_the_receipt_names_every_file_and_both_calculators() -> None:
    decision, _ = decided.admission(leden="19")

    assert decision is not None
    assert decision.receipt is not None
    expected = (
        ["agreements/landelijk/proefkader/2020-01-01.yaml", "agreements/voorbeeldstad/samen/2020-01-01.yaml"],
        ("referentie", "durable-rules"),
    )
    assert expected == (list(decision.receipt.files), decision.receipt.calculators)


def test_a_beaten_rule_is_a_ground_that_does_not_win() -> None:
    decision, _ = decided.admission(leden="20", woont_in_gemeente="ja", loon__belanghebbende="100.00")

    expected = [("past", False), ("vol", True)]
    assert decision is not None
    assert expected == [(g.rule, g.wins) for g in decision.grounds if g.concept == "toelating"]


def test_an_agreement_that_is_not_in_force_decides_nothing() -> None:
    decision, findings = decided.admission(Dates(parse_date("2019-01-01"), parse_date("2019-01-01")))

    assert decision is not None
    assert (DecisionStatus.NOT_IN_FORCE, None, ["niets-in-werking"]) == (
        decision.status,
        decision.outcome,
        [finding.code for finding in findings],
    )


def test_a_wrong_case_gives_findings_and_no_decision() -> None:
    decision, findings = decided.admission(leden="veel", lede="3")

    assert (None, {"gegeven-ongeldig", "onbekend-gegeven"}) == (
        decision,
        {finding.code for finding in findings},
    )


def test_a_value_for_an_absent_partner_is_a_warning() -> None:
    decision, findings = decided.admission(
        leden="3",
        woont_in_gemeente="ja",
        leefvorm="alleenstaande",
        loon__partner="50.00",
        loon__belanghebbende="1.00",
    )

    assert decision is not None
    expected = [("gegeven-niet-gebruikt", "'loon' van de partner is hier niet van toepassing.")]
    assert expected == [(finding.code, finding.message) for finding in findings]


def test_a_decision_about_a_month_is_about_its_first_day() -> None:
    decision, _ = decided.monthly(loon__belanghebbende="100.00")

    assert decision is not None
    assert ("2026-10-01", "2026-10", "500.00") == (decision.reference_date, decision.period, decision.outcome)


# Laws


@given(programs_with_cases())
@settings(max_examples=150)
def test_any_case_gives_a_decision_that_can_be_stored_and_made_again(
    drawn: tuple[Program, dict[Slot, Value]],
) -> None:
    """The facts in a decision are enough to make it again, to the last reason."""
    one, values = drawn
    calculators = prepare(one)

    decision = propose(calculators, bound(one, values), DATES)
    used = {f"{fact.name}/{fact.role}" if fact.role else fact.name for fact in decision.facts}
    again = propose(calculators, bound(one, {slot: values[slot] for slot in used}), DATES)

    stored = Decision.model_validate_json(decision.model_dump_json(by_alias=True))
    assert (decision, ()) == (stored, compare(decision, again))
