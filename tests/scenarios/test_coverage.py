from __future__ import annotations

from pathlib import Path

from soco_rules.scenarios.coverage import Sort
from soco_rules.scenarios.run import run

RULES = """\
kenmerk: dorp/plein
soort: regeling
titel: Het plein van het dorp
geldig_vanaf: 2026-01-01
status: concept
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}

afspraken:
  grens: {soort: aantal, waarde: 5, bron: folder}
  deel: {soort: aantal, waarde: 2, bron: folder}
  kleur: {soort: tekst, waarde: groen, bron: folder}
  ruimte: {soort: aantal, waarde: 9, bron: folder}
  markt: {soort: ja_nee, waarde: nee, bron: folder}
  kramen: {soort: aantal, waarde: 4, bron: folder}
  toeslag: {soort: aantal, open: nog niet besproken}

gegevens:
  aantal: {soort: aantal, ten_minste: 0, ten_hoogste: 100, vraag: "Hoeveel?"}
  groot: {soort: ja_nee, vraag: "Is het groot?"}
  jaarlijks: {soort: ja_nee, vraag: "Komt het elk jaar terug?"}

begrippen:
  plek:
    soort: keuze
    waarden: [voor, achter, geen]
    anders: geen
    bron: folder
    tabel: |
      | naam   | groot | aantal   | dan    | bron   |
      | vooraan | ja   | >= 5 | voor   | folder |
      | achteraan | nee | >= 5 | achter | folder |
    regels:
      - {naam: te_vol, uitzondering_op: vooraan, als: aantal is meer dan grens, dan: achter, bron: folder}
      - {naam: traditie, uitzondering_op: te_vol, als: jaarlijks, dan: voor, bron: folder}
      - {naam: marktdag, uitzondering_op: te_vol, als: markt en aantal is meer dan kramen, dan: geen, bron: folder}
  prijs:
    soort: aantal
    geldt_als: groot
    berekening: aantal * deel
    bron: folder
  extra:
    soort: aantal
    geldt_als: jaarlijks
    berekening: aantal * toeslag
    bron: folder

eisen:
  - {naam: past, eis: aantal is ten hoogste grens + 5, ernst: waarschuwing, melding: het past niet, bron: folder}
  - {naam: redelijk, eis: grens is ten hoogste ruimte, ernst: waarschuwing, melding: de grens is te hoog, bron: folder}

besluiten:
  plek: {titel: De plek, uitkomst: plek, ook: [prijs, extra], rechtskarakter: mededeling, beslisser: college}
"""

FEATURE = """\
# language: nl
Functionaliteit: Het plein

  Abstract Scenario: De plek
    Gegeven de overeenkomst "dorp/plein"
    En de peildatum is 2026-10-15
    En de gegevens
      | gegeven   | waarde   |
      | aantal    | <aantal> |
      | groot     | <groot>  |
      | jaarlijks | <elk>    |
    Als het besluit "plek" wordt voorgesteld
    Dan is de uitkomst "<plek>"
    Voorbeelden:
      | aantal | groot | elk | plek |
"""


def _reached(folder: Path, *rows: str) -> dict[str, tuple[Sort, bool, bool]]:
    """What of the square these examples reach, by name."""
    for name, text in (
        ("agreements/dorp/plein/2026-01-01.yaml", RULES),
        ("features/plein.feature", FEATURE + "".join(f"      {row}\n" for row in rows)),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    report = run([folder / "features"], folder)
    assert report.passed, report
    (file,) = report.coverage()
    return {part.name: (part.sort, part.reached, part.decided) for part in file.parts}


def test_a_rule_that_is_always_beaten_is_reached_and_never_decides(tmp_path: Path) -> None:
    assert {
        "vooraan": (Sort.ROW, True, False),
        "achteraan": (Sort.ROW, False, False),
        "te_vol": (Sort.EXCEPTION, True, True),
        "traditie": (Sort.EXCEPTION, False, False),
        "anders": (Sort.OTHERWISE, False, False),
        "marktdag": (Sort.EXCEPTION, False, False),
        "prijs": (Sort.CALCULATION, True, True),
        "extra": (Sort.CALCULATION, False, False),
        "grens": (Sort.POINT, True, True),
        "deel": (Sort.POINT, True, True),
        "markt": (Sort.POINT, True, True),
        "toeslag": (Sort.POINT, False, False),
        "past": (Sort.REQUIREMENT, True, True),
    } == _reached(tmp_path, "| 8 | ja | nee | achter |")


def test_what_geldt_als_stops_is_not_reached_and_anders_is(tmp_path: Path) -> None:
    found = _reached(tmp_path, "| 2 | nee | nee | geen |")

    assert {"anders", "past"} == {name for name, (_, reached, _) in found.items() if reached}


def test_what_no_scenario_can_reach_does_not_count(tmp_path: Path) -> None:
    """No rule reads the colour, the room is held against the limit when the file is checked; there is no market."""
    assert set() == {"kleur", "redelijk", "ruimte", "kramen"} & set(
        _reached(tmp_path, "| 2 | nee | nee | geen |")
    )


def test_an_open_point_is_reached_where_a_decision_waits_for_it(tmp_path: Path) -> None:
    found = _reached(tmp_path, "| 8 | ja | ja | voor |")

    assert (Sort.POINT, True, True) == found["toeslag"]
