from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.program import program_of
from soco_rules.compiler.variant import Stated
from soco_rules.compiler.variant import compile_variant
from soco_rules.compiler.variant import with_points
from soco_rules.decide import Calculators
from soco_rules.decide import prepare
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.model.agreement import Assumption
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.scenarios.shelf import OWNER
from soco_rules.scenarios.shelf import WHY
from soco_rules.scenarios.shelf import Shelf
from soco_rules.scenarios.shelf import Terms
from tests.scenarios.test_variant import FULL
from tests.scenarios.test_variant import told

LEASES = {
    "streek/pacht": """\
kenmerk: streek/pacht
soort: model
titel: Pacht van tuinen
geldig_vanaf: 2020-01-01
status: concept
aanname_standaard: {eigenaar: de tester, datum: 2026-11-21}
afspraken:
  termijn: {soort: duur, kan_ontbreken: ja, omschrijving: hoe lang de pacht duurt, grondslag: Pachtwet artikel 1}
  uitstel: {soort: duur, ten_minste: 1 maand, ten_hoogste: 6 maanden, omschrijving: hoe lang daarna, grondslag: Pachtwet artikel 1}
  delers: {soort: aantal, ten_minste: 0, ten_hoogste: 9, omschrijving: hoeveel er delen, grondslag: Pachtwet artikel 2}
gegevens:
  ingang: {soort: datum, vraag: "Wanneer gaat de pacht in?"}
  prijs: {soort: bedrag, ten_minste: 0, ten_hoogste: 100, vraag: "Wat kost de tuin?"}
begrippen:
  einde:
    soort: datum
    geldt_als: ingang + termijn is meer dan ingang
    berekening: ingang + termijn
    grondslag: Pachtwet artikel 1
  laatste_dag: {soort: datum, berekening: einde + uitstel, grondslag: Pachtwet artikel 1}
  helft: {soort: aantal, berekening: delers - 1, grondslag: Pachtwet artikel 2}
  deel: {soort: bedrag, berekening: (prijs gedeeld door helft) afgerond op centen, grondslag: Pachtwet artikel 2}
  toegang:
    soort: keuze
    waarden: [open, dicht]
    anders: dicht
    grondslag: Pachtwet artikel 3
    regels:
      - {naam: nog_niet_om, als: peildatum is ten hoogste laatste_dag, dan: open, grondslag: Pachtwet artikel 3}
eisen:
  - {naam: niet_te_lang, eis: ingang + termijn is minder dan 2030-01-01, ernst: waarschuwing, grondslag: Pachtwet artikel 4, melding: lang}
besluiten:
  toegang:
    titel: Toegang
    uitkomst: toegang
    ook: [deel]
    geldt_als: ingang + termijn is van toepassing
    rechtskarakter: mededeling
    beslisser: college
""",
    "dorp/pacht": """\
kenmerk: dorp/pacht
soort: overeenkomst
titel: De pacht van het dorp
geldig_vanaf: 2020-01-01
status: concept
bouwt_op: [streek/pacht]
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}
aanname_standaard: {eigenaar: de tester, datum: 2026-11-21}
afspraken:
  termijn: {waarde: 3 maanden, bron: folder}
  uitstel: {waarde: 2 maanden, bron: folder}
  delers: {waarde: 3, bron: folder}
""",
}
"""Rules that read a duration in a calculation, a gate, a requirement and a decision, and divide by what is agreed."""

DAY = parse_date("2026-10-15")
HERE = Span("x.feature", 3, 5)


@pytest.mark.parametrize(
    "points",
    [
        {"plaatsen": "9"},
        {"plaatsen": "open", "reserve": "1"},
        {"wie_vol_treft": "loot", "reserve": "niet van toepassing"},
    ],
)
def test_other_points_on_the_shelf_are_what_a_file_with_them_compiles_to(
    tmp_path: Path, points: dict[str, str]
) -> None:
    told(tmp_path, FULL)
    workspace, _ = load_workspace(tmp_path, shipped_root())
    (version,) = workspace.agreements["dorp/tuin"]
    stated = {name: Stated(text, HERE, HERE) for name, text in points.items()}
    variant, _ = with_points(version, stated, Assumption(WHY, OWNER, version.valid_from))
    whole, _ = compile_stack(workspace, variant, DAY)

    assert whole == Shelf(workspace).compiled(Terms("dorp/tuin", stated), DAY)


@pytest.mark.parametrize(
    "points",
    [
        {"termijn": "6 maanden"},
        {"termijn": "2 weken"},
        {"termijn": "10 dagen", "uitstel": "1 maand", "delers": "4"},
        {"termijn": "niet van toepassing"},
        {"termijn": "open", "delers": "open"},
        {"uitstel": "10 dagen"},
        {"uitstel": "7 maanden"},
        {"delers": "1"},
        {"delers": "0"},
        {"delers": "10", "termijn": "1 week"},
        {"delers": "weinig"},
    ],
)
def test_a_variant_is_and_tells_what_its_file_would(tmp_path: Path, points: dict[str, str]) -> None:
    """Also where a rule is lowered for another unit, and where a divisor becomes zero."""
    workspace = village(tmp_path)
    (version,) = workspace.agreements["dorp/pacht"]
    stated = {name: Stated(text, HERE, HERE) for name, text in points.items()}
    agreed, faults = compile_stack(workspace, version, DAY)
    assert agreed is not None
    assert [] == _errors(faults)
    variant, _ = with_points(version, stated, Assumption(WHY, OWNER, version.valid_from))
    whole, findings = compile_stack(workspace, variant, DAY)
    fresh, found = compile_variant(workspace, variant, DAY, agreed)

    assert (whole, _errors(findings)) == (fresh, _errors(found))


def test_a_divisor_that_becomes_zero_is_told_of(tmp_path: Path) -> None:
    shelf = Shelf(village(tmp_path))
    terms = Terms("dorp/pacht", {"delers": Stated("1", HERE, HERE)})

    assert (None, ["deler-nul"]) == (
        shelf.compiled(terms, DAY),
        [found.code for found in shelf.findings(terms, DAY)],
    )


def village(root: Path) -> Workspace:
    for name, text in LEASES.items():
        file = root / f"agreements/{name}/2020-01-01.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    return load_workspace(root, shipped_root())[0]


def _errors(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted((found for found in findings if found.is_error), key=lambda found: found.span)


def test_a_variant_is_compiled_once_wherever_it_is_stated(tmp_path: Path) -> None:
    told(tmp_path, FULL)
    shelf = Shelf(load_workspace(tmp_path, shipped_root())[0])
    here, there = ({"plaatsen": Stated("9", span, span)} for span in (HERE, Span("y.feature", 8, 1)))

    assert shelf.compiled(Terms("dorp/tuin", here), DAY) is shelf.compiled(Terms("dorp/tuin", there), DAY + 1)


def test_calculators_that_serve_a_variant_again_are_as_if_made_for_it(tmp_path: Path) -> None:
    shelf = Shelf(village(tmp_path))
    stated = {"delers": Stated("4", HERE, HERE), "termijn": Stated("6 maanden", HERE, HERE)}
    agreed, variant = (
        program_of(compiled, compiled.stack.decisions["toegang"])
        for points in ({}, stated)
        if (compiled := shelf.compiled(Terms("dorp/pacht", points), DAY))
    )
    like = prepare(agreed)
    again = prepare(variant, like=like)

    assert (_told(prepare(variant)), like.reference) == (_told(again), again.reference)


def _told(calculators: Calculators) -> tuple[object, ...]:
    anatomy = calculators.anatomy
    steps = {slot: organ.step for slot, organ in anatomy.organs.items()}
    about = (calculators.vocabulary, calculators.receipt, calculators.provisional, calculators.findings)
    return calculators.program, anatomy.program, anatomy.inside, steps, *about
