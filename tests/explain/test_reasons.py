"""The grounds of a decision, the rules that fell, and the facts directly behind them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import settings

from soco_rules.backends import reference
from soco_rules.explain.anatomy import dissect
from soco_rules.explain.reasons import Reasons
from soco_rules.explain.reasons import reasons
from soco_rules.explain.reasons import vocabulary
from soco_rules.explain.support import trace
from soco_rules.facts import Bound
from soco_rules.facts import Supplied
from soco_rules.model.agreement import Assumption
from soco_rules.model.agreement import Provenance
from soco_rules.model.case import Case
from soco_rules.model.program import Definition
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from tests.programs import both
from tests.programs import calculation
from tests.programs import clause
from tests.programs import compare
from tests.programs import either
from tests.programs import field
from tests.programs import program
from tests.programs import rules
from tests.random_programs import programs_with_cases

DAY = 739_900


def why(one: Program, **known: Value) -> Reasons:
    """The reasons for these facts."""
    anatomy = dissect(one)
    values: dict[Slot, Value] = {step.slot: known.get(step.slot, Absent.UNKNOWN) for step in one.fields}
    behind = {slot: (Supplied(value, "aanvraag"),) for slot, value in values.items() if slot in known}
    found = trace(anatomy, reference.prepare(anatomy.inside)(values))
    return reasons(found, vocabulary(one), Bound(values, behind, Case(None, {}, {})), DAY)


def assumed(step: Definition, reason: str) -> Definition:
    """The definition on an assumption."""
    return replace(step, provenance=Provenance(assumption=Assumption(reason, "de tester", DAY)))


def test_grounds_run_from_the_outcome_down_to_the_facts() -> None:
    one = program(
        field("leden", Kind.COUNT),
        calculation("dubbel", "leden"),
        rules(
            "vol",
            clause(compare("dubbel", ">=", 20), True, name="te_veel"),
            otherwise=False,
            kind=Kind.YES_NO,
        ),
        rules("uit", clause("vol", 1, name="wachten"), otherwise=0),
    )

    expected = [("uit", "wachten", "1"), ("vol", "te_veel", "ja"), ("dubbel", None, "20")]
    assert expected == [(g.concept, g.rule, g.outcome) for g in why(one, leden=20).grounds]


def test_a_ground_names_the_facts_behind_the_concepts_it_reads() -> None:
    one = program(
        field("leden", Kind.COUNT),
        calculation("dubbel", "leden"),
        rules("uit", clause(compare("dubbel", ">=", 20), 1, name="vol"), otherwise=0),
    )

    assert [("vol", ("leden",)), (None, ("leden",))] == [
        (g.rule, g.facts) for g in why(one, leden=20).grounds
    ]


def test_what_applies_when_no_rule_does_is_a_ground_without_a_rule() -> None:
    one = program(field("a"), rules("uit", clause("a", 1), otherwise=0))

    assert [(None, "0", ("a",))] == [(g.rule, g.outcome, g.facts) for g in why(one, a=False).grounds]


def test_a_concept_that_does_not_apply_rests_on_its_gate() -> None:
    one = program(field("a"), field("b"), calculation("uit", "b", kind=Kind.YES_NO, gate="a"))

    found = why(one, a=False, b=True)

    expected = ([("uit", "niet van toepassing", ("a",))], ["a"])
    assert expected == (
        [(g.concept, g.outcome, g.facts) for g in found.grounds],
        [f.name for f in found.facts],
    )


def test_the_rule_that_came_nearest_is_the_first_that_fell() -> None:
    one = program(
        field("a"),
        field("b"),
        rules("uit", clause(both("a", "b"), 1, name="ver"), clause("b", 2, name="dichtbij"), otherwise=0),
    )

    expected = [
        ("dichtbij", "‘Wat is b?’: nee; nodig is ja"),
        ("ver", "‘Wat is a?’: nee (nodig is ja) en ‘Wat is b?’: nee (nodig is ja)"),
    ]
    assert expected == [(f.rule, f.because) for f in why(one, a=False, b=False).fallen]


def test_an_exception_falls_with_its_rule() -> None:
    one = program(
        field("a"),
        field("b"),
        rules("uit", clause("a", 1, name="past"), clause("b", 2, name="vol", exception_to=[0])),
    )

    found = why(one, a=False, b=True)

    expected = ("vol", "dit is een uitzondering op ‘past’, en dat is hier niet aan de orde", ("a",))
    assert expected == (found.fallen[1].rule, found.fallen[1].because, found.fallen[1].facts)


def test_an_or_that_holds_rests_on_what_holds() -> None:
    one = program(field("a"), field("b"), calculation("uit", either("a", "b"), kind=Kind.YES_NO))

    assert ["b"] == [fact.name for fact in why(one, a=False, b=True).facts]


def test_only_an_assumption_that_is_used_is_listed() -> None:
    one = program(
        field("a"),
        assumed(calculation("gebruikt", "a", kind=Kind.YES_NO), "geen bron"),
        assumed(calculation("ongebruikt", 2), "ook geen bron"),
        rules(
            "uit",
            clause("gebruikt", 1),
            clause(compare("ongebruikt", ">", 1), 3, exception_to=[0]),
            otherwise=0,
        ),
    )

    assert ["gebruikt"] == [used.name for used in why(one, a=False).assumptions]


@given(programs_with_cases())
@settings(max_examples=100)
def test_a_dissected_program_means_the_same(drawn: tuple[Program, dict[Slot, Value]]) -> None:
    one, values = drawn
    whole = reference.prepare(one)(values)
    parts = reference.prepare(dissect(one).inside)(values)

    expected = (whole.values, whole.verdicts, whole.gate)
    assert expected == ({slot: parts.values[slot] for slot in whole.values}, parts.verdicts, parts.gate)
