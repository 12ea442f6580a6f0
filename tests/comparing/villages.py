"""A village with one small rule text, and readings of it in which a few words are otherwise."""

from __future__ import annotations

from soco_rules.comparing.compare import Comparison
from soco_rules.comparing.compare import compare
from soco_rules.comparing.compare import decisions_of
from soco_rules.comparing.findings import OutcomeFinding
from soco_rules.comparing.sides import Side
from soco_rules.comparing.sides import side_of_file
from soco_rules.model.values import parse_date
from tests.workspaces import workspace_of

DAY = parse_date("2026-11-15")
OLD = """\
kenmerk: dorp/tuin
soort: overeenkomst
titel: De tuin van het dorp
geldig_vanaf: 2026-01-01
status: concept
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}
aanname_standaard: {eigenaar: beleid, datum: 2026-01-01}

afspraken:
  drempel: {soort: bedrag, omschrijving: vanaf hier, waarde: 100.00, bron: brief}
  aandeel: {soort: percentage, omschrijving: voor de tuin, waarde: 10%, aanname: niemand weet het}
  plafond: {soort: bedrag, omschrijving: tot hier, waarde: 50.00, bron: brief}

gegevens:
  omzet: {soort: bedrag, per: maand, ten_minste: 0, ten_hoogste: 5000.00, vraag: "Hoeveel omzet?"}
  woont_hier: {soort: ja_nee, vraag: "Woont u hier?"}

begrippen:
  toegang:
    soort: keuze
    waarden: [welkom, later, elders]
    regels:
      - {naam: genoeg, als: woont_hier en omzet is ten minste drempel, dan: welkom, grondslag: Tuinwet artikel 1}
      - {naam: te_weinig, als: woont_hier en omzet is minder dan drempel, dan: later, grondslag: Tuinwet artikel 1}
      - {naam: van_buiten, als: niet woont_hier, dan: elders, grondslag: Tuinwet artikel 2}
  deel:
    soort: bedrag
    per: maand
    berekening: aandeel van omzet afgerond op centen
    grondslag: Tuinwet artikel 4

besluiten:
  toegang: {titel: Toegang tot de tuin, uitkomst: toegang, rechtskarakter: mededeling, beslisser: college, tijdvak: maand}
  deel: {titel: Het deel voor de tuin, uitkomst: deel, rechtskarakter: mededeling, beslisser: college, tijdvak: maand}
"""


def reading(text: str, name: str = "oud.yaml") -> Side:
    """The rule text as one side."""
    workspace, _ = workspace_of()
    side, findings = side_of_file(workspace, name, text.encode(), DAY)
    if side is None:
        raise ValueError([found.message for found in findings])
    return side


def changed(*words: tuple[str, str]) -> str:
    """The rule text with some words replaced by others."""
    text = OLD
    for before, after in words:
        assert before in text
        text = text.replace(before, after)
    return text


def compared(new: str, old: str = OLD) -> Comparison:
    """Two rule texts beside each other, without scenarios."""
    sides = reading(old), reading(new, "nieuw.yaml")
    return compare(*sides, DAY, None, decisions_of(*sides))


def outcome(found: Comparison, decision: str, name: str) -> OutcomeFinding:
    """What is found of one value of one decision."""
    of_decision = next(one for one in found.decisions if one.name == decision)
    return next(one for one in of_decision.outcomes if one.name == name)
