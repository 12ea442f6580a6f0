"""A village with one small agreement, written to a folder, and what its scenarios say."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from soco_rules.scenarios.report import Report
from soco_rules.scenarios.run import run

RULES = """\
kenmerk: dorp/tuin
soort: regeling
titel: De tuin van het dorp
geldig_vanaf: 2026-01-01
status: concept
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}
aanname_standaard: {eigenaar: de tester, datum: 2026-11-21}

afspraken:
  aandeel: {soort: percentage, omschrijving: het deel voor de tuin, waarde: 10%, aanname: niemand weet het}

personen:
  partner: {geldt_als: leefvorm is samen}

gegevens:
  leefvorm: {soort: keuze, waarden: [alleen, samen], vraag: "Hoe leeft u?"}
  woont_hier: {soort: ja_nee, vraag: "Woont u hier?"}
  past: {soort: ja_nee, oordeel_van: klantmanager, vraag: "Past dit?"}
  omzet: {soort: bedrag, per: [persoon, maand], ten_minste: 0, ten_hoogste: 10000, vraag: "Hoeveel omzet?"}

begrippen:
  toegang:
    soort: keuze
    waarden: [welkom, later, elders]
    regels:
      - {naam: past_goed, als: past, dan: welkom, grondslag: Tuinwet artikel 1}
      - {naam: past_niet, als: niet past, dan: later, grondslag: Tuinwet artikel 1}
      - {naam: van_buiten, gaat_voor: alle, als: niet woont_hier, dan: elders, grondslag: Tuinwet artikel 2}
  begin:
    soort: datum
    berekening: besluitdatum + 1 dag
    grondslag: Tuinwet artikel 3
  deel:
    soort: bedrag
    per: [persoon, maand]
    berekening: aandeel van omzet afgerond op centen
    grondslag: Tuinwet artikel 4

besluiten:
  toegang:
    titel: Toegang tot de tuin
    uitkomst: toegang
    ook: [begin]
    rechtskarakter: {anders: mededeling}
    beslisser: college
    brief: toegang
  deel:
    titel: Het deel voor de tuin
    uitkomst: deel
    tijdvak: maand
    rechtskarakter: {anders: mededeling}
    beslisser: college
    brief: toegang
"""

LETTER = """\
# {{ titel }}

{% if uitkomst == "welkom" %}
Wij hebben besloten: u bent
welkom.
{% else %}
U bent nu niet welkom.
{% endif %}

## Waarom?

{% if geldt.van_buiten %}
U woont ergens anders.
{% elif geldt.past_goed %}
Het past.
{% elif geldt.past_niet %}
Het past niet.
{% endif %}
"""

ADMISSION = """\
# language: nl
Functionaliteit: De tuin

  Regel: Wie past is welkom

    Achtergrond:
      Gegeven de overeenkomst "dorp/tuin"
      En de peildatum is 2026-10-15
"""


def village(root: Path, **features: str) -> Path:
    """The folder of the village, with feature files by name."""
    _write(root / "agreements/dorp/tuin/2026-01-01.yaml", RULES)
    _write(root / "templates/toegang.md.j2", LETTER)
    for name, text in features.items():
        _write(root / f"features/{name}.feature", text)
    return root


def admission(steps: str) -> str:
    """A feature on admission to the garden, with these scenarios under its rule."""
    return (
        ADMISSION + "\n" + "".join(f"    {line}\n" if line else "\n" for line in dedent(steps).splitlines())
    )


def ran(root: Path, **features: str) -> Report:
    """What comes of running these features in the village."""
    return run([village(root, **features) / "features"], root)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
