from __future__ import annotations

import pytest

from soco_rules.diagnostics import Span
from soco_rules.model.decision import DecidedValue
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.scenarios.checks import outcome_is
from soco_rules.scenarios.checks import value_is
from soco_rules.scenarios.situation import Mismatch
from soco_rules.scenarios.situation import Refused
from soco_rules.scenarios.situation import Spoken

HERE = Span("tuin.feature", 7, 5, 7, 20)


def decided(value: Outcome, kind: str) -> Decision:
    return Decision(
        decision="toegang",
        title="Toegang",
        agreement="dorp/tuin",
        version="2026-01-01",
        reference_date="2026-10-15",
        decision_date="2026-10-15",
        status=DecisionStatus.KNOWN,
        outcome=value,
        outcome_name="uitkomst_van_toegang",
        outcome_kind=kind,
        outcomes={"iets": DecidedValue(value=value, kind=kind)},
    )


def spoken(value: str, person: str | None = None) -> Spoken:
    words = {"naam": "iets", "waarde": value} | ({"persoon": person} if person else {})
    return Spoken(words, (), HERE)


@pytest.mark.parametrize(
    ("kind", "found", "expected"),
    [
        ("bedrag", "1419.46", "€ 1.419,46"),
        ("bedrag", "1419.46", "1419,46"),
        ("bedrag", "-0.50", "€ -0,50"),
        ("bedrag", "20.00", "20"),
        ("percentage", "12.50%", "12,5%"),
        ("datum", "2027-01-14", "2027-01-14"),
        ("duur", "12 maanden", "1 jaar"),
        ("ja_nee", "ja", "ja"),
        ("aantal", "7", "07"),
        ("keuze", "onbekend", "onbekend"),
        ("bedrag", "niet van toepassing", "niet van toepassing"),
        ("keuze", "niet van toepassing", "niet van toepassing"),
        ("bedrag", None, "onbekend"),
    ],
)
def test_one_value_in_two_notations_is_one_value(kind: str, found: str | None, expected: str) -> None:
    decision = decided(found, kind)

    assert (None, None) == (value_is(spoken(expected), decision), outcome_is(spoken(expected), decision))


@pytest.mark.parametrize(
    ("kind", "found", "expected", "shown"),
    [
        ("bedrag", "1419.46", "€ 1.419,47", "€ 1.419,46"),
        ("bedrag", "niet van toepassing", "€ 0,00", "niet van toepassing"),
        ("bedrag", "0.00", "niet van toepassing", "€ 0,00"),
        ("bedrag", "0.00", "onbekend", "€ 0,00"),
        ("ja_nee", None, "nee", "onbekend"),
        ("ja_nee", "niet van toepassing", "nee", "niet van toepassing"),
        ("keuze", "op_proef", "op proef", "op_proef"),
        ("datum", "2027-01-14", "2027-01-15", "2027-01-14"),
    ],
)
def test_another_value_is_a_mismatch(kind: str, found: str | None, expected: str, shown: str) -> None:
    assert Mismatch(expected, shown, "iets") == value_is(spoken(expected), decided(found, kind))


@pytest.mark.parametrize(
    ("value", "person", "expected"),
    [
        (PerPerson(applicant="1.00", partner="2.00"), "belanghebbende", None),
        (PerPerson(applicant="2.00", partner="1.00"), "partner", None),
        (PerPerson(applicant="1.00", partner="niet van toepassing"), None, None),
        (PerPerson(applicant="1.00", partner="1.00"), None, None),
        (PerPerson(applicant="1.00", partner="2.00"), None, "'iets' is er voor iedere persoon apart."),
        (PerPerson(applicant="1.00", partner=None), None, "'iets' is er voor iedere persoon apart."),
        ("1.00", "partner", "'iets' is er één keer en niet per persoon."),
    ],
)
def test_whose_value_is_meant_is_never_guessed(
    value: Outcome, person: str | None, expected: str | None
) -> None:
    result = value_is(spoken("€ 1,00", person), decided(value, "bedrag"))

    assert expected == (result.findings[0].message if isinstance(result, Refused) else result)


def test_a_value_that_the_decision_does_not_give_suggests_the_nearest() -> None:
    words = {"naam": "iet", "waarde": "1"}

    result = value_is(Spoken(words, (), HERE), decided("1", "aantal"))

    assert isinstance(result, Refused)
    assert "Bedoelde u 'iets'?" == result.findings[0].remedy
