"""A found case in a feature file: behind what stands there, nothing lost, never twice."""

from __future__ import annotations

import pytest

from soco_rules.proving.append import feature_of
from soco_rules.proving.append import with_scenario

FOUND = (
    "Scenario: 'norm' heeft altijd een uitkomst",
    '  Gegeven de overeenkomst "dorp/samen"',
    "  En de gegevens",
    "    | gegeven | waarde |",
    "    | omzet   | 10.00  |",
    '  Als het besluit "toelating" wordt voorgesteld',
    '  Dan is de status "gegevens_ontbreken"',
)
OTHER = (*FOUND[:4], "    | omzet   | 12.00  |", *FOUND[5:])
PLAIN = "# language: nl\nFunctionaliteit: Dorp\n\n  Scenario: eerst\n    Gegeven iets\n"
RULED = "# language: nl\nFunctionaliteit: Dorp\n\n  Regel: een\n\n    Scenario: eerst\n      Gegeven iets\n"


def test_where_the_scenarios_of_an_agreement_stand() -> None:
    assert "features/dorp/samen.feature" == str(feature_of("dorp/samen"))


def test_behind_the_scenarios_of_a_file() -> None:
    expected = f"""{PLAIN}
  Scenario: 'norm' heeft altijd een uitkomst
    Gegeven de overeenkomst "dorp/samen"
    En de gegevens
      | gegeven | waarde |
      | omzet   | 10.00  |
    Als het besluit "toelating" wordt voorgesteld
    Dan is de status "gegevens_ontbreken"
"""

    assert expected == with_scenario(PLAIN, FOUND)


def test_under_a_rule_of_their_own_where_the_file_has_rules() -> None:
    expected = f"""{RULED}
  Regel: Gevallen die soco bewijs vond

    Scenario: 'norm' heeft altijd een uitkomst
      Gegeven de overeenkomst "dorp/samen"
      En de gegevens
        | gegeven | waarde |
        | omzet   | 10.00  |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
"""

    assert expected == with_scenario(RULED, FOUND)


@pytest.mark.parametrize("text", [None, "", "  \n"])
def test_in_a_new_file_where_there_is_none(text: str | None) -> None:
    added = with_scenario(text, FOUND)

    assert added
    assert added.startswith(
        "# language: nl\nFunctionaliteit: Gevallen die soco bewijs vond\n\n  Scenario: 'norm'"
    )


@pytest.mark.parametrize("text", [PLAIN, RULED, None, PLAIN.rstrip(), RULED.replace("\n", "\r\n")])
def test_what_stood_there_stays_and_the_same_case_comes_once(text: str | None) -> None:
    once = with_scenario(text, FOUND)
    assert once is not None
    twice = with_scenario(once, OTHER)
    assert twice is not None

    assert once.startswith(text or "# language: nl")
    assert twice.startswith(once)
    assert (None, None) == (with_scenario(twice, FOUND), with_scenario(twice, OTHER))


def test_another_case_of_the_same_question_gets_a_number() -> None:
    once = with_scenario(PLAIN, FOUND)
    twice = with_scenario(once, OTHER)

    assert twice
    assert "  Scenario: 'norm' heeft altijd een uitkomst (2)\n" in twice


def test_an_outcome_that_a_person_mended_is_still_the_same_case() -> None:
    once = with_scenario(PLAIN, FOUND)
    assert once
    mended = once.replace('Dan is de status "gegevens_ontbreken"', 'Dan is de uitkomst "10.00"')

    assert with_scenario(mended, FOUND) is None


def test_the_ends_of_lines_stay_as_they_are() -> None:
    added = with_scenario(PLAIN.replace("\n", "\r\n"), FOUND)

    assert added
    assert added.count("\n") == added.count("\r\n")
