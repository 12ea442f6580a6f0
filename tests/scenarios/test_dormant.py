from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.backends import reference as truth
from soco_rules.compiler.program import compile_in_force
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.scenarios.dormant import touchable
from soco_rules.scenarios.dormant import touchable_points
from soco_rules.scenarios.fate import Fate
from soco_rules.scenarios.mutation import mutate
from tests.random_programs import random_case
from tests.random_programs import random_program
from tests.workspaces import workspace_of

RULES = """\
kenmerk: dorp/plein
soort: regeling
titel: Het plein van het dorp
geldig_vanaf: 2026-01-01
status: concept
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}

afspraken:
  feest: {soort: ja_nee, %s, omschrijving: of er feest is}
  kramen: {soort: aantal, kan_ontbreken: ja, waarde: 5, bron: folder, omschrijving: hoeveel kramen er staan}

gegevens:
  aantal: {soort: aantal, ten_minste: 0, ten_hoogste: 100, vraag: "Hoeveel?"}
  vlag: {soort: ja_nee, geldt_als: feest, vraag: "Is er een vlag?"}

begrippen:
  plek:
    soort: keuze
    waarden: [voor, achter, geen]
    bron: folder
%s

besluiten:
  plek: {titel: De plek, uitkomst: plek, rechtskarakter: mededeling, beslisser: college}
"""
AGREED = "waarde: {}, bron: folder"
NO, YES, OPEN = AGREED.format("nee"), AGREED.format("ja"), "open: niet besproken"


def found(feast: str, concept: str) -> set[str]:
    """The points of the square that can matter."""
    indented = "\n".join(f"    {line}" for line in concept.splitlines())
    workspace, findings = workspace_of(RULES % (feast, indented))
    assert not findings
    compiled, findings = compile_in_force(workspace, "dorp/plein", 739_900)
    assert compiled
    assert not findings
    return {name for name, _ in touchable_points(compiled)}


ONE_RULE = "anders: geen\nregels:\n  - {{naam: vooraan, als: {}, dan: voor, bron: folder}}"
BOTH = ONE_RULE.format("feest en aantal is meer dan kramen")
EITHER = ONE_RULE.format("feest of aantal is meer dan kramen")
EXCEPTION = """\
anders: geen
regels:
  - {naam: vooraan, als: feest, dan: voor, bron: folder}
  - {naam: achteraan, uitzondering_op: vooraan, als: aantal is meer dan kramen, dan: achter, bron: folder}
"""
PRECEDENCE = """\
regels:
  - {naam: vooraan, als: aantal is meer dan kramen, dan: voor, bron: folder}
  - {naam: achteraan, gaat_voor: alle, als: feest, dan: achter, bron: folder}
"""
GATE = "geldt_als: feest\nanders: geen\nregels:\n  - {naam: vooraan, als: aantal is meer dan kramen, dan: voor, bron: folder}"
BEHIND = "anders: geen\nregels:\n  - {naam: vooraan, als: vlag en aantal is meer dan kramen, dan: voor, bron: folder}"


@pytest.mark.parametrize(
    ("feast", "concept", "expected"),
    [
        (NO, BOTH, {"feest"}),
        (YES, BOTH, {"feest", "kramen"}),
        (OPEN, BOTH, {"feest", "kramen"}),
        (NO, EITHER, {"feest", "kramen"}),
        (YES, EITHER, {"feest"}),
        (NO, EXCEPTION, {"feest"}),
        (YES, EXCEPTION, {"feest", "kramen"}),
        (NO, PRECEDENCE, {"feest", "kramen"}),
        (YES, PRECEDENCE, {"feest"}),
        (OPEN, PRECEDENCE, {"feest", "kramen"}),
        (NO, GATE, {"feest"}),
        (YES, GATE, {"feest", "kramen"}),
        (YES, BEHIND, {"feest", "kramen"}),
    ],
)
def test_a_point_is_dormant_behind_what_another_point_switches_off(
    feast: str, concept: str, expected: set[str]
) -> None:
    assert expected == found(feast, concept)


FEATURE = """\
# language: nl
Functionaliteit: Het plein

  Scenario: Zonder feest staat er niets
    Gegeven de overeenkomst "dorp/plein"
    En de peildatum is 2026-10-15
    En de gegevens
      | gegeven | waarde |
      | aantal  | 5      |
    Als het besluit "plek" wordt voorgesteld
    Dan is de uitkomst "geen"
"""


def test_no_scenario_can_notice_another_value_of_a_dormant_point(tmp_path: Path) -> None:
    """Another value of a dormant point is told as one that changes nothing."""
    concept = "\n".join(f"    {line}" for line in EXCEPTION.splitlines())
    for name, text in {
        "agreements/dorp/plein/2026-01-01.yaml": RULES % (NO, concept),
        "features/dorp/plein.feature": FEATURE,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")

    report = mutate([tmp_path / "features/dorp"], tmp_path)

    assert {
        "dorp/plein:afspraken.feest:ja": Fate.NOTICED,
        "dorp/plein:afspraken.kramen:4": Fate.EQUIVALENT,
        "dorp/plein:afspraken.kramen:6": Fate.EQUIVALENT,
        "dorp/plein:afspraken.kramen:niet_van_toepassing": Fate.EQUIVALENT,
    } == {
        one.mutant.id: one.finding.fate
        for many in report.examined.values()
        for one in many
        if "afspraken" in one.mutant.id
    }


@given(st.randoms(use_true_random=False))
def test_what_is_dormant_changes_nothing_in_any_case(rng: Random) -> None:
    """Some fields of a random program become points; the dormant ones get another value."""
    program = random_program(rng)
    agreed, other = (_certain(random_case(rng, program)) for _ in range(2))
    points = {field.slot for field in program.fields if field.gate is None and rng.random() < 0.6}
    program = replace(
        program,
        steps=tuple(_as_point(step, agreed) if step.slot in points else step for step in program.steps),
    )
    dormant = points - touchable(program)

    changed = {**agreed, **{slot: other[slot] for slot in dormant if other[slot] is not Absent.UNKNOWN}}

    assert _told(program, agreed) == _told(program, changed)


def _certain(case: dict[Slot, Value]) -> dict[Slot, Value]:
    return {slot: Absent.UNKNOWN if value is Absent.CONTRADICTORY else value for slot, value in case.items()}


def _as_point(step: object, agreed: dict[Slot, Value]) -> Field:
    assert isinstance(step, Field)
    value = agreed[step.slot]
    return replace(step, origin=Origin.POINT, constant=None if value is Absent.UNKNOWN else value)


def _told(program: Program, given: dict[Slot, Value]) -> object:
    """The decision, with what is not known, without rule or in conflict alike: then there is none."""
    found = truth.prepare(program)(given)
    if found.gate is False or found.gate is Absent.NOT_APPLICABLE:
        return False
    asked = (found.gate, *(found.values[slot] for slot in (*program.outcome, *program.also)), *found.checks)
    return [
        None if isinstance(value, Absent) and value is not Absent.NOT_APPLICABLE else value for value in asked
    ]
