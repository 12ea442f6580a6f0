"""What a dossier comes to, read from its acts."""

from __future__ import annotations

import pytest

from soco_rules.dossiers.moves import state_of
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import as_known
from soco_rules.dossiers.present import assignee_of
from soco_rules.dossiers.present import in_force
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.present import judgements_by_name
from soco_rules.dossiers.present import last_judgement
from soco_rules.dossiers.present import lines_of
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.present import person_of
from soco_rules.dossiers.present import reopened_of
from soco_rules.dossiers.present import reports_by_name
from soco_rules.dossiers.present import returned_proposals
from soco_rules.dossiers.present import round_of
from soco_rules.facts import Dates
from soco_rules.model.dossier import Dossier
from soco_rules.model.values import Kind
from soco_rules.model.values import Per
from soco_rules.model.values import Role
from soco_rules.model.values import ValueType
from soco_rules.model.values import parse_date
from tests.dossiers.acts import book
from tests.dossiers.acts import dossier
from tests.dossiers.acts import moment

STATES = ("nieuw", "binnen", "buiten")
ONCE = ValueType(Kind.MONEY)
MONTHLY = ValueType(Kind.MONEY, per=frozenset({Per.MONTH}))
YEARLY = ValueType(Kind.MONEY, per=frozenset({Per.YEAR}))


def on(day: str) -> Dates:
    return Dates(parse_date(day), parse_date(day))


def reported(text: str, day: str, type_: ValueType = ONCE) -> list[tuple[int, str | None]]:
    """Which acts count for the fact 'loon' on a day, with what they say."""
    return reported_in(dossier(text), day, type_)


def reported_in(found: Dossier, day: str, type_: ValueType = ONCE) -> list[tuple[int, str | None]]:
    reports = in_force(reports_by_name(found)["loon", None], type_, on(day))
    return [(each.entry.number, each.said.value) for each in reports]


def standing(text: str, besluit: str | None = None) -> list[int]:
    return [each.entry.number for each in adopted_of(dossier(text), besluit)]


def test_the_last_record_of_a_person_counts() -> None:
    found = person_of(dossier("1 geopend\n1 persoon Anna\n1 persoon Anna de Wit"))

    assert found is not None
    assert found.name == "Anna de Wit"


def test_a_dossier_without_a_person_has_none() -> None:
    assert person_of(dossier("1 geopend")) is None


def test_the_round_is_the_one_in_which_the_dossier_was_opened() -> None:
    found = book("1 geopend ronde voorjaar\n2 geopend").dossiers

    assert [round_of(each) for each in found.values()] == ["voorjaar", None]


def test_the_stand_is_the_first_until_an_adoption_moves_it() -> None:
    text = (
        "1 geopend\n1 besluit toegang naar binnen\n1 besluit afrekening 2026-02\n1 besluit einde naar buiten"
    )
    moved = [state_of(as_known(book(text), moment(number)).dossiers[1], STATES) for number in (1, 2, 3, 4)]

    assert moved == ["nieuw", "binnen", "binnen", "buiten"]


def test_a_correction_that_says_nothing_of_the_stand_leaves_it() -> None:
    text = "1 geopend\n1 besluit toegang naar binnen\n1 besluit toegang in plaats van 2"

    assert state_of(dossier(text), STATES) == "binnen"


def test_an_agreement_without_standen_has_none() -> None:
    assert state_of(dossier("1 geopend"), ()) is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-12-31", []),
        ("2026-01-01", [(1, "100.00")]),
        ("2026-02-28", [(1, "100.00")]),
        ("2026-03-01", [(2, "120.00")]),
        ("2026-03-31", [(2, "120.00")]),
        ("2026-04-01", [(1, "100.00")]),
    ],
)
def test_a_newer_report_of_a_source_counts_on_its_own_days(
    day: str, expected: list[tuple[int, str | None]]
) -> None:
    text = """
        1 feit loon = 100.00
        1 feit loon = 120.00 vanaf 2026-03-01 tot en met 2026-03-31
    """

    assert reported(text, day) == expected


def test_reports_of_different_sources_stay_beside_each_other() -> None:
    text = "1 feit loon = 100.00 volgens lid\n1 feit loon = 120.00 volgens werkgever"

    assert reported(text, "2026-02-01") == [(1, "100.00"), (2, "120.00")]


def test_a_report_takes_the_place_of_those_that_it_names() -> None:
    text = """
        1 feit loon = 100.00 volgens lid
        1 feit loon = 120.00 volgens werkgever
        1 feit loon = 110.00 vanaf 2026-02-01 volgens onderzoek vervangt 1, 2
    """

    assert reported(text, "2026-02-01") == [(3, "110.00")]
    assert reported(text, "2026-01-31") == [(1, "100.00"), (2, "120.00")]


def test_what_was_replaced_stays_so_when_the_replacement_is_replaced() -> None:
    text = """
        1 feit loon = 100.00 volgens lid
        1 feit loon = 110.00 volgens onderzoek vervangt 1
        1 feit loon = 115.00 volgens onderzoek
    """

    assert reported(text, "2026-02-01") == [(3, "115.00")]


def test_a_monthly_fact_is_about_exactly_its_month() -> None:
    text = "1 feit loon 2026-01 = 100.00\n1 feit loon 2026-02 = 120.00"

    assert [reported(text, day, MONTHLY) for day in ("2026-01-01", "2026-02-01", "2026-03-01")] == [
        [(1, "100.00")],
        [(2, "120.00")],
        [],
    ]


def test_a_yearly_fact_is_about_its_year() -> None:
    text = "1 feit loon = 100.00 vanaf 2026-03-01"

    assert [reported(text, day, YEARLY) for day in ("2025-12-01", "2026-01-01", "2026-12-01")] == [
        [],
        [(1, "100.00")],
        [(1, "100.00")],
    ]


def test_what_was_known_earlier_is_the_same_reading_of_fewer_acts() -> None:
    text = "1 feit loon = 100.00\n1 feit loon = 120.00"
    then = as_known(book(text), moment(1)).dossiers[1]

    assert [(1, "100.00")] == reported_in(then, "2026-02-01")


def test_a_dossier_that_was_opened_later_was_not_known() -> None:
    assert set(as_known(book("1 geopend\n2 geopend"), moment(1)).dossiers) == {1}


def test_the_last_judgement_of_each_person_counts() -> None:
    found = judgements_by_name(
        dossier("1 oordeel past = nee\n1 oordeel past = ja\n1 oordeel past/partner = nee")
    )
    last = {
        key: last_judgement(said, ValueType(Kind.YES_NO), on("2026-02-01")) for key, said in found.items()
    }

    assert {("past", None): "ja", ("past", Role.PARTNER): "nee"} == {
        key: each and each.said.value for key, each in last.items()
    }


def test_a_correction_takes_the_place_of_a_decision() -> None:
    text = "1 besluit afrekening 2026-01\n1 besluit afrekening 2026-02\n1 besluit afrekening 2026-01 in plaats van 1"

    assert standing(text) == [3, 2]


def test_a_correction_of_a_correction_stands_where_the_first_decision_stood() -> None:
    text = """
        1 besluit ontheffing
        1 besluit ontheffing
        1 besluit ontheffing in plaats van 1
        1 besluit ontheffing in plaats van 3
    """

    assert standing(text) == [4, 2]


def test_a_decision_of_another_kind_that_corrects_one_stands_for_both_kinds() -> None:
    text = "1 besluit afrekening 2026-01\n1 besluit herziening 2026-01 in plaats van 1"

    assert (standing(text, "afrekening"), standing(text, "herziening"), standing(text, "toegang")) == (
        [2],
        [2],
        [],
    )


def test_two_decisions_about_one_month_both_stand() -> None:
    assert standing("1 besluit premie 2026-01\n1 besluit premie 2026-01", "premie") == [1, 2]


def test_decisions_stand_in_the_order_of_their_months() -> None:
    text = "1 besluit afrekening 2026-03\n1 besluit afrekening 2026-01\n1 besluit afrekening 2026-02"

    assert standing(text) == [2, 3, 1]


def test_a_reopened_decision_stands_until_another_takes_its_place() -> None:
    text = "1 besluit afrekening 2026-01\n1 feit loon = 1.00\n1 heropend 1 wegens 2"
    corrected = f"{text}\n1 besluit afrekening 2026-01 in plaats van 1"

    assert [standing(text), standing(corrected)] == [[1], [4]]
    assert [len(reopened_of(dossier(each))) for each in (text, corrected)] == [1, 0]


def test_the_newest_line_with_a_mark_counts_unless_it_withdraws_it() -> None:
    text = """
        1 factuurregel F-1: bedrag = 10.00
        1 factuurregel F-2: bedrag = 20.00
        1 factuurregel F-1: bedrag = 12.00
        1 factuurregel F-2
    """

    assert [(line.entry.number, line.said.facts) for line in lines_of(dossier(text))] == [
        (3, {"bedrag": "12.00"})
    ]


def test_of_each_month_the_newest_proposal_is_open() -> None:
    text = """
        1 voorstel afrekening 2026-01
        1 voorstel afrekening 2026-01
        1 voorstel afrekening 2026-02
        1 getekend 3
    """

    assert [
        (each.entry.number, each.signed.by if each.signed else None) for each in open_proposals(dossier(text))
    ] == [
        (2, None),
        (3, "eerste"),
    ]


def test_a_proposal_that_was_given_back_is_not_open_until_there_is_a_new_one() -> None:
    text = """
        1 voorstel afrekening 2026-01
        1 teruggegeven 1: te hoog
        1 voorstel toegang
        1 teruggegeven 3: zonder reden
        1 voorstel toegang
        1 teruggegeven 3: en nog iets
    """

    assert ([5], [(1, "te hoog")]) == (
        [each.entry.number for each in open_proposals(dossier(text))],
        [(each.proposal.number, each.said.remark) for each in returned_proposals(dossier(text))],
    )


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ("1 geopend", None),
        ("1 toegewezen A. Bos", "A. Bos"),
        ("1 toegewezen A. Bos\n1 toegewezen B. Kok", "B. Kok"),
        ("1 toegewezen A. Bos\n1 toegewezen niemand", None),
    ],
)
def test_a_dossier_is_on_the_desk_of_who_it_was_assigned_to_last(acts: str, expected: str | None) -> None:
    assert expected == assignee_of(dossier(acts))


def test_an_erased_dossier_says_nothing() -> None:
    erased = book("1 geopend\n1 persoon Anna\n1 besluit toegang naar binnen\n1 gewist").dossiers[1]

    assert (is_erased(erased), person_of(erased), state_of(erased, STATES), adopted_of(erased)) == (
        True,
        None,
        "nieuw",
        (),
    )
