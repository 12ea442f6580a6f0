"""Scenarios that suppose another agreement: what is decided, what is refused, and what counts as reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.scenarios.fate import Fate
from soco_rules.scenarios.mutation import mutate
from soco_rules.scenarios.mutation import unexplained
from soco_rules.scenarios.report import Report
from soco_rules.scenarios.report import report_text
from soco_rules.scenarios.run import run

MODEL = """\
kenmerk: streek/tuinen
soort: model
titel: Afspraken over tuinen
geldig_vanaf: 2020-01-01
status: concept
aanname_standaard: {eigenaar: de tester, datum: 2026-11-21}
afspraken:
  plaatsen: {soort: aantal, ten_minste: 1, ten_hoogste: 9, omschrijving: hoeveel er in de tuin passen, grondslag: Tuinwet artikel 1}
  wie_vol_treft:
    soort: keuze
    waarden: [wacht, loot]
    omschrijving: wat er gebeurt als de tuin vol is
    grondslag: Tuinwet artikel 2
  reserve: {soort: aantal, kan_ontbreken: ja, omschrijving: plaatsen voor noodgevallen, grondslag: Tuinwet artikel 3}
gegevens:
  leden: {soort: aantal, ten_minste: 0, ten_hoogste: 20, vraag: "Hoeveel leden zijn er?"}
begrippen:
  toegang:
    soort: keuze
    waarden: [welkom, wachtlijst, loting]
    anders: welkom
    grondslag: Tuinwet artikel 2
    regels:
      - {naam: wachten, als: leden is ten minste plaatsen en wie_vol_treft is wacht, dan: wachtlijst, grondslag: Tuinwet artikel 2}
      - {naam: loten, als: leden is ten minste plaatsen en wie_vol_treft is loot, dan: loting, grondslag: Tuinwet artikel 2}
eisen:
  - {naam: ruimte, eis: reserve is niet van toepassing of reserve is minder dan plaatsen, ernst: fout, grondslag: Tuinwet artikel 3, melding: de reserve past niet}
besluiten:
  toegang: {titel: Toegang, uitkomst: toegang, rechtskarakter: mededeling, beslisser: college}
"""
AGREEMENT = """\
kenmerk: dorp/tuin
soort: overeenkomst
titel: De tuin van het dorp
geldig_vanaf: 2020-01-01
status: concept
bouwt_op: [streek/tuinen]
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}
aanname_standaard: {eigenaar: de tester, datum: 2026-11-21}
afspraken:
  plaatsen: {waarde: 5, bron: folder}
  wie_vol_treft: {waarde: wacht, bron: folder}
  reserve: {waarde: niet van toepassing, bron: folder}
"""
OPENING = """\
# language: nl
Functionaliteit: De tuin

  Achtergrond:
    Gegeven de overeenkomst "dorp/tuin"
    En de peildatum is 2026-10-15
    En de gegevens
      | gegeven | waarde |
      | leden   | 5      |

"""


def told(root: Path, scenario: str, feature: str | None = None) -> Report:
    """What comes of one scenario in the garden of the village."""
    for name, text in {
        "agreements/streek/tuinen/2020-01-01.yaml": MODEL,
        "agreements/dorp/tuin/2020-01-01.yaml": AGREEMENT,
        "features/dorp/tuin.feature": feature or OPENING + scenario,
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return run([root / "features"], root)


@pytest.mark.parametrize(
    ("supposed", "outcome"),
    [
        ("En de peildatum is 2026-10-15", '"wachtlijst"'),
        ('Stel de afspraak "wie_vol_treft" is "loot"', '"loting"'),
        ('Stel de afspraak "plaatsen" is "6"', '"welkom"'),
        ('Stel de afspraak "plaatsen" is "open"', '"onbekend"'),
    ],
)
def test_a_decision_rests_on_the_points_as_supposed(tmp_path: Path, supposed: str, outcome: str) -> None:
    scenario = f"""\
  Scenario: Wat als
    {supposed}
    Als het besluit "toegang" wordt voorgesteld
    Dan is de uitkomst {outcome}
"""

    assert [] == [result.failure for result in told(tmp_path, scenario).results if result.failure]


def test_a_later_step_goes_before_an_earlier_one_and_the_report_tells_what_is_supposed(
    tmp_path: Path,
) -> None:
    """What is supposed as the file has it is no other agreement."""
    scenario = """\
  Scenario: Wat als
    Stel deze afspraken gelden
      | afspraak      | waarde |
      | wie_vol_treft | wacht  |
      | plaatsen      | 3      |
      | reserve       | open   |
    En de afspraak "reserve" is "2"
    Als het besluit "toegang" wordt voorgesteld
    Dan is de uitkomst "wachtlijst"
    En rust dat op de aanname over "plaatsen"
"""
    report = told(tmp_path, scenario)

    assert ([{"plaatsen": "3", "reserve": "2"}], True) == (
        [result.supposed for result in report.results],
        report.passed,
    )


def test_what_cannot_be_agreed_cannot_be_supposed(tmp_path: Path, snapshot: object) -> None:
    scenario = """\
  Scenario: Wat niet kan
    Stel deze afspraken gelden
      | afspraak       | waarde              |
      | plaatsen       | 10                  |
      | wie_vol_tref   | loot                |
      | wie_vol_treft  | niet van toepassing |
      | reserve        | veel                |
    Als het besluit "toegang" wordt voorgesteld
    Dan is de uitkomst "loting"

  Scenario: Wat niet is gezegd
    Stel deze afspraken gelden
      | afspraak | waarde |
      | plaatsen |        |
      | reserve  | 1      |
      | reserve  | 2      |
    Als het besluit "toegang" wordt voorgesteld
    Dan is de uitkomst "loting"

  Scenario: Wat tegen een eis ingaat
    Stel de afspraak "reserve" is "5"
    Als het besluit "toegang" wordt voorgesteld
    Dan is de uitkomst "loting"
"""

    assert snapshot == report_text(told(tmp_path, scenario))


@pytest.mark.parametrize(
    ("value", "code"), [("10", "buiten-grens"), ("0", "buiten-grens"), ("een", "ongeldige-waarde")]
)
def test_a_bound_is_tested_by_what_it_refuses(tmp_path: Path, value: str, code: str) -> None:
    scenario = f"""\
  Scenario: Buiten de grens
    Stel de afspraak "plaatsen" is "{value}"
    Dan wordt het besluit "toegang" geweigerd met de melding "{code}"
"""

    assert told(tmp_path, scenario).passed


def test_a_rule_that_is_reached_by_supposing_counts_and_the_supposed_point_does_not(tmp_path: Path) -> None:
    scenario = """\
  Scenario: Loten
    Stel de afspraak "wie_vol_treft" is "loot"
    Als het besluit "toegang" wordt voorgesteld
    Dan is de uitkomst "loting"
"""
    coverage = told(tmp_path, scenario).coverage()

    assert {
        ("dorp/tuin", "plaatsen", True),
        ("dorp/tuin", "wie_vol_treft", False),
        ("streek/tuinen", "anders", False),
        ("streek/tuinen", "loten", True),
        ("streek/tuinen", "wachten", False),
    } == {
        (file.file.removeprefix("agreements/").rpartition("/")[0], part.name, part.reached)
        for file in coverage
        for part in file.parts
    }


FULL = """\
  Scenario: Vol
    Als het besluit "toegang" wordt voorgesteld
    Dan is de uitkomst "wachtlijst"
"""


def test_proposals_suppose_what_no_agreement_has_and_then_nothing_survives(tmp_path: Path) -> None:
    """Each proposal is put in the file as it is, until nothing is left to propose."""
    told(tmp_path, FULL)
    first = _survivors(tmp_path)
    proposed = "".join(
        f"\n  Scenario: Voorstel {number}\n" + "".join(f"  {line}\n" for line in text.splitlines()[1:])
        for number, text in enumerate(dict.fromkeys(first.values()))
    )
    told(tmp_path, FULL + proposed)

    assert {"streek/tuinen:begrippen.toegang.loten:weg", "streek/tuinen:eisen.ruimte:weg"} <= first.keys()
    assert ({}, 3) == (_survivors(tmp_path), proposed.count("geweigerd met de melding"))


def _survivors(root: Path) -> dict[str, str]:
    report = mutate([], root)
    assert report.scenarios.passed, report_text(report.scenarios)
    return {
        one.mutant.id: one.finding.proposal or ""
        for many in report.examined.values()
        for one in many
        if unexplained(one)
    }


def test_a_refusal_that_a_requirement_gives_notices_that_requirement_and_nothing_else(tmp_path: Path) -> None:
    """The steps of a scenario without a decision are not held against the decision of the one before."""
    scenario = """\
  Scenario: Niets
    Als het besluit "toegang" wordt voorgesteld
    Dan is aan alle eisen voldaan

  Scenario: Te veel in reserve
    Stel de afspraak "reserve" is "5"
    Dan wordt het besluit "toegang" geweigerd met de melding "eis-geschonden"
"""
    told(tmp_path, scenario)

    assert {"eisen.ruimte"} == {
        one.mutant.id.split(":")[1]
        for many in mutate([], tmp_path).examined.values()
        for one in many
        if one.finding.fate is Fate.NOTICED
    }


def test_an_agreement_of_which_every_scenario_supposes_something_is_mutated_as_its_file_is(
    tmp_path: Path,
) -> None:
    scenario = """\
  Scenario: Loten
    Stel de afspraak "wie_vol_treft" is "loot"
    Als het besluit "toegang" wordt voorgesteld
    Dan is de uitkomst "loting"
"""
    told(tmp_path, scenario)
    (own,) = (
        many for file, many in mutate([], tmp_path).examined.items() if file.startswith("agreements/dorp")
    )

    assert {
        "afspraken.plaatsen:4": Fate.SURVIVED,
        "afspraken.plaatsen:6": Fate.NOTICED,
    } == {one.mutant.id.split(":", 1)[1]: one.finding.fate for one in own}


def test_a_point_that_does_not_exist_is_the_only_thing_wrong(tmp_path: Path) -> None:
    scenario = """\
  Scenario: Een typefout
    Stel de afspraak "plaats" is "4"
    Dan wordt het besluit "toegang" geweigerd met de melding "punt-onbekend"
"""

    assert told(tmp_path, scenario).passed


OWN = """\
kenmerk: dorp/plein
soort: regeling
titel: Het plein
geldig_vanaf: 2020-01-01
status: concept
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}
afspraken:
  ruimte: {soort: aantal, ten_hoogste: 9, waarde: 5, bron: folder}
gegevens:
  kramen: {soort: aantal, ten_minste: 0, ten_hoogste: 20, vraag: "Hoeveel kramen zijn er?"}
begrippen:
  past: {soort: ja_nee, berekening: kramen is ten hoogste ruimte, bron: folder}
besluiten:
  past: {titel: Past het, uitkomst: past, rechtskarakter: mededeling, beslisser: college}
"""


@pytest.mark.parametrize(
    ("value", "step"),
    [
        ("4", 'Als het besluit "past" wordt voorgesteld\n    Dan is de uitkomst "nee"'),
        ("9", 'Als het besluit "past" wordt voorgesteld\n    Dan is de uitkomst "ja"'),
        ("10", 'Dan wordt het besluit "past" geweigerd met de melding "buiten-grens"'),
        ("x", 'Dan wordt het besluit "past" geweigerd met de melding "ongeldige-waarde"'),
    ],
)
def test_a_point_that_a_file_declares_and_fills_itself_has_its_bounds_too(
    tmp_path: Path, value: str, step: str
) -> None:
    (tmp_path / "agreements/dorp/plein").mkdir(parents=True)
    (tmp_path / "agreements/dorp/plein/2020-01-01.yaml").write_text(OWN, "utf-8")
    scenario = f"""\
  Scenario: Het plein
    Gegeven de overeenkomst "dorp/plein"
    En de gegevens
      | gegeven | waarde |
      | kramen  | 5      |
    Stel de afspraak "ruimte" is "{value}"
    {step}
"""
    feature = OPENING.replace("      | leden   | 5      |\n", "      | kramen  | 5      |\n") + scenario

    assert told(tmp_path, "", feature=feature).passed


def test_a_refusal_that_no_mutant_can_change_notices_none(tmp_path: Path) -> None:
    (tmp_path / "agreements/dorp/plein").mkdir(parents=True)
    (tmp_path / "agreements/dorp/plein/2020-01-01.yaml").write_text(OWN, "utf-8")
    scenario = """\
  Scenario: Het plein
    Gegeven de overeenkomst "dorp/plein"
    Stel de afspraak "ruimte" is "10"
    Dan wordt het besluit "past" geweigerd met de melding "buiten-grens"
"""
    feature = OPENING.replace("      | leden   | 5      |\n", "      | kramen  | 5      |\n") + scenario
    told(tmp_path, "", feature=feature)

    assert Fate.NOTICED not in {
        one.finding.fate for many in mutate([], tmp_path).examined.values() for one in many
    }
