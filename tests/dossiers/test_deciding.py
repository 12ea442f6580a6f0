"""A proposal on a dossier: what it rests on, where that comes from, and why there may be none."""

from __future__ import annotations

import pytest

from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.deciding import supplied_again
from soco_rules.facts import Dates
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Origin
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import Proposed
from soco_rules.model.values import parse_date
from soco_rules.parser.case import read_case
from tests.dossiers.acts import moment
from tests.dossiers.kade import CANDIDATE
from tests.dossiers.kade import DAY
from tests.dossiers.kade import KADE
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import desk
from tests.dossiers.kade import last
from tests.dossiers.kade import proposed
from tests.dossiers.kade import told
from tests.dossiers.kade import workspace
from tests.dossiers.kade import written

SUPPLIED, _ = read_case(
    "zaak.yaml",
    b"feiten: {startdatum: {waarde: 2026-05-01, bron: brief, datum: 2026-03-09}}\n"
    b"brief: {kenmerk: DK-1}\nprocedure: {ontvangen: 2026-03-01}",
)


def test_a_proposal_tells_of_each_fact_which_act_it_comes_from() -> None:
    content = last(proposed(at_kade(CANDIDATE), "toelating")).content

    assert isinstance(content, Proposed)
    assert ("toegewezen", moment(7)) == (content.decision.outcome, content.knowledge)
    assert {
        Origin(name="past", acts=(6,)),
        Origin(name="woont_hier", acts=(3,)),
        Origin(name="startdatum", acts=(4,)),
    } == set(content.origins)


def test_what_is_supplied_for_one_decision_is_kept_with_its_proposal() -> None:
    known = at_kade(CANDIDATE.replace("1 feit startdatum = 2026-04-01\n", ""))

    content = last(proposed(known, "toelating", supplied=SUPPLIED)).content

    assert isinstance(content, Proposed)
    assert "2027-04-30" == content.decision.outcomes["deelname_tot_en_met"].value
    assert [("startdatum", "2026-05-01", "brief")] == [(f.name, f.value, f.source) for f in content.facts]
    again = supplied_again(content)
    assert ({("startdatum", None)}, {"kenmerk": "DK-1"}, {"ontvangen": "2026-03-01"}) == (
        set(again.facts),
        again.letter,
        again.procedure,
    )


def test_the_letter_goes_to_the_person_of_the_dossier() -> None:
    person = Person(name="mevrouw S. Willems", address=("Kadeplein 3", "9990 AA Havendorp"))

    content = last(proposed(written(at_kade(CANDIDATE), Draft(person, 1)), "toelating")).content

    assert isinstance(content, Proposed)
    assert {
        "kenmerk": "havendorp/de-kade, dossier 1",
        "geadresseerden": [
            {"naam": "mevrouw S. Willems", "adres": ["Kadeplein 3", "9990 AA Havendorp"]},
        ],
    } == content.decision.letter


@pytest.mark.parametrize(
    ("text", "number", "code"),
    [
        ("1 geopend", 2, "onbekend-dossier"),
        ("1 geopend\n1 gewist", 1, "dossier-gewist"),
        ("1 geopend\n1 besluit plaatsing naar lid", 1, "stand-past-niet"),
    ],
)
def test_no_proposal_where_nothing_can_be_decided(text: str, number: int, code: str) -> None:
    prepared, findings = propose_for(desk("toelating"), at_kade(text), number)

    assert (None, code) == (prepared, findings[0].code)


def test_a_decision_that_was_reopened_can_be_taken_again_whatever_the_stand_is_now() -> None:
    text = f"{CANDIDATE.strip()}\n1 besluit toelating naar met_toestemming\n1 besluit plaatsing naar lid\n1 heropend 8 wegens 3"
    day = parse_date("2026-01-01")  # the day that the decision was about

    prepared, findings = propose_for(desk("toelating", day), at_kade(text), 1)

    assert prepared, findings


def test_an_unknown_besluit_suggests_the_nearest_name() -> None:
    found, findings = desk_for(workspace(), KADE, "toelatng", Dates(DAY, DAY))

    assert (None, [("onbekend-besluit", "'havendorp/de-kade' kent geen besluit 'toelatng'.")]) == (
        found,
        told(findings),
    )
    assert "Bedoelde u 'toelating'?" == findings[0].remedy


def test_before_the_first_version_there_is_no_desk() -> None:
    found, findings = desk_for(workspace(), KADE, "toelating", Dates(parse_date("2020-01-01"), DAY))

    assert (None, "niets-in-werking") == (found, findings[0].code)
