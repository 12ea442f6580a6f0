"""Mutants that decide the same in every case: proved where money is calculated with, so that trying never ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.scenarios.fate import Fate
from soco_rules.scenarios.mutation import mutate

AGREEMENT = """\
kenmerk: dorp/deel
soort: overeenkomst
titel: Een deel van de omzet
geldig_vanaf: 2026-01-01
status: concept
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}
cooperatie: {naam: Samen}
gegevens:
  lid: {soort: ja_nee, vraag: "Lid?"}
  omzet: {soort: bedrag, per: maand, ten_minste: 0, vraag: "Omzet?"}
begrippen:
  deel: {soort: bedrag, per: maand, geldt_als: lid, berekening: 10% van omzet afgerond op centen, bron: brief}
  afdracht: {soort: bedrag, per: maand, geldt_als: lid, berekening: deel, bron: brief}
besluiten:
  afdracht: {titel: Afdracht, uitkomst: afdracht, rechtskarakter: privaatrechtelijk, beslisser: cooperatie}
"""
FEATURE = """\
# language: nl
Functionaliteit: Deel

  Scenario: Een lid draagt af
    Gegeven de overeenkomst "dorp/deel"
    En de peildatum is 2026-10-15
    En de gegevens
      | gegeven | waarde |
      | lid     | ja     |
      | omzet   | 100.00 |
    Als het besluit "afdracht" wordt voorgesteld
    Dan is de uitkomst "10.00"
"""


@pytest.mark.parametrize(
    ("mutant", "fate"),
    [
        pytest.param("begrippen.deel.geldt_als:weg", Fate.EQUIVALENT, id="a gate that stands on the reader as well"),
        pytest.param("begrippen.afdracht.geldt_als:weg", Fate.EQUIVALENT, id="a gate that stands on what is read"),
        pytest.param("begrippen.deel.berekening:naar_beneden", Fate.SURVIVED, id="rounding that no scenario tries"),
    ],
)  # fmt: skip
def test_the_fate_of_a_mutant(tmp_path: Path, mutant: str, fate: Fate) -> None:
    for name, text in {
        "agreements/dorp/deel/2026-01-01.yaml": AGREEMENT,
        "features/dorp/deel.feature": FEATURE,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")

    report = mutate([tmp_path / "features/dorp"], tmp_path)
    found = {one.mutant.id: one.finding.fate for many in report.examined.values() for one in many}

    assert fate == found.get(f"dorp/deel:{mutant}"), found
