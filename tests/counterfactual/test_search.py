"""The smallest changes that give another outcome, to the cent and the day."""

from __future__ import annotations

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.counterfactual.search import what_if
from soco_rules.counterfactual.words import in_words
from soco_rules.model.counterfactual import Counterfactual
from soco_rules.model.counterfactual import Found
from soco_rules.model.values import UnreadableValueError
from tests.counterfactual.village import FIT
from tests.counterfactual.village import admission
from tests.counterfactual.village import month
from tests.counterfactual.village import ready

Changes = list[tuple[dict[str, str], str]]


def changes(told: Counterfactual) -> Changes:
    """Each change by what the facts become, with the outcome then."""
    return [
        ({changed.name: changed.after for changed in one.changes}, str(one.outcome))
        for one in told.alternatives
    ]


def test_all_smallest_changes_are_told_to_the_day() -> None:
    assert [
        ({"vorm": "alleen"}, "afgewezen"),
        ({"vorm": "op_afstand"}, "afgewezen"),
        ({"begin": "2026-11-21"}, "afgewezen"),
        ({"uren": "1225"}, "verwijzen"),
    ] == changes(admission())


def test_a_number_says_where_it_is_not_yet_so() -> None:
    (changed,) = admission("verwijzen").alternatives[0].changes

    assert ("800", "1225", "1224") == (changed.before, changed.after, changed.not_yet)


def test_more_facts_change_only_where_fewer_do_not_help() -> None:
    told = admission("toegewezen", plan="nee", uren="1300", begin="2027-02-01")

    assert [({"plan": "ja", "uren": "1224", "begin": "2026-11-20"}, "toegewezen")] == changes(told)


def test_the_rule_that_then_applies_is_told() -> None:
    (one,) = admission("verwijzen").alternatives

    assert [("zelfstandige", ("Proefwet artikel 5",))] == [(g.rule, g.legal_basis) for g in one.grounds]


def test_a_wage_is_told_to_the_cent_at_which_nothing_is_left() -> None:
    """80% of € 624,99 is rounded to € 499,99, of € 625,00 it is € 500,00."""
    assert [({"loon": "625.00"}, "0.00")] == changes(month(loon="100,00"))
    assert [({"loon": "374.99"}, "200.01")] == changes(month("ten hoogste € 200,01", loon="€ 0,00"))
    assert [({"loon": "375.00"}, "200.00")] == changes(month("€ 200,00", loon="€ 0,00"))


def test_nobody_is_told_to_earn_less() -> None:
    assert Found.NEVER is month("ten minste € 400,00", loon="€ 250,00").found


@pytest.mark.parametrize(
    ("facts", "fit"),
    [
        ({"geboortedatum": "2015-01-01"}, "ja"),
        ({"vorm": "op_afstand"}, "nee"),
    ],
    ids=["age", "judgement"],
)
def test_neither_age_nor_judgement_changes(facts: dict[str, str], fit: str) -> None:
    told = what_if(ready(facts={**FIT, **facts}, fit=fit), "toegewezen")

    assert (Found.NEVER, ()) == (told.found, told.alternatives)


def test_a_day_that_is_past_stays_and_no_new_day_lies_before_the_decision() -> None:
    assert "begin" not in str(changes(admission("afgewezen", begin="2026-10-19")))
    assert [({"begin": "2026-11-20"}, "toegewezen")] == changes(admission("toegewezen", begin="2027-01-01"))


def test_the_outcome_that_is_wanted_may_be_there_already() -> None:
    assert Found.ALREADY is admission("toegewezen").found


def test_without_an_outcome_the_missing_facts_come_first() -> None:
    told = admission(plan=None)

    assert (Found.FIRST_KNOW, ["plan"]) == (told.found, [missing.name for missing in told.missing])


def test_what_is_unknown_is_left_out_and_what_is_told_is_certain() -> None:
    """Without a plan the hours do not matter; with one they do, and they are not known."""
    told = admission("toegewezen", plan="nee", uren=None)

    assert (Found.NEVER, ("uren",)) == (told.found, told.left_out)


def test_too_little_effort_is_told_as_not_found_out() -> None:
    told = what_if(ready(), effort=1)

    assert (Found.UNDECIDED, "het rekenwerk werd te groot") == (told.found, told.reason)


@pytest.mark.parametrize("wanted", ["grijs", "ten minste afgewezen"])
def test_a_wish_that_is_no_outcome_is_refused(wanted: str) -> None:
    with pytest.raises(UnreadableValueError):
        admission(wanted)


def test_a_month_that_is_over_does_not_change() -> None:
    past = ready("aanvulling", {"leefvorm": "alleenstaande", "loon": "€ 100,00"}, fit="")
    later = replace(past, dates=replace(past.dates, decision=past.dates.decision + 30))

    assert (False, True) == (what_if(past).month_is_over, what_if(later).month_is_over)


def test_the_account(snapshot: SnapshotAssertion) -> None:
    told = [
        admission(),
        admission("toegewezen", plan="nee", uren="1300", begin="2027-02-01"),
        admission(
            "toegewezen", geboortedatum="2015-01-01", leefvorm="gehuwden", kleur="ja", eerdere_keren="1"
        ),
        admission("toegewezen"),
        admission(plan=None),
        admission("toegewezen", plan="nee", uren=None),
        month(loon="100,00"),
        month(loon="1000,00"),
        what_if(ready(), effort=1),
    ]

    assert snapshot == "\n".join(map(in_words, told))
