"""A small agreement with its cases, for tests of what is decided with it."""

from __future__ import annotations

from soco_rules.decide import decide
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.facts import Dates
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.case import Written
from soco_rules.model.decision import Decision
from soco_rules.model.values import Role
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from tests.workspaces import workspace_of

DATES = Dates(parse_date("2026-10-15"), parse_date("2026-10-20"))
REFERENCE = "voorbeeldstad/samen"
NATIONAL = """\
kenmerk: landelijk/proefkader
soort: landelijk
titel: Een verzonnen kader
geldig_vanaf: 2020-01-01
status: concept
bedragen:
  norm:
    soort: bedrag
    per: maand
    grondslag: Proefwet artikel 1
    bekend_tot_en_met: 2026-12-31
    waarden:
      2026-01-01: {waarde: 500.00, aanname: {reden: voorlopig bedrag, eigenaar: de tester, datum: 2026-01-02}}
afspraken:
  ledenmaximum: {soort: aantal, ten_minste: 1, ten_hoogste: 100, omschrijving: het hoogste aantal leden, grondslag: Proefwet artikel 2}
  startdag: {soort: keuze, waarden: [begin_van_de_maand, halverwege], omschrijving: de dag waarop de deelname begint, grondslag: Proefwet artikel 2}
personen:
  partner: {geldt_als: leefvorm is gehuwden}
gegevens:
  leefvorm: {soort: keuze, waarden: [alleenstaande, gehuwden], vraag: "Wat is de leefvorm?"}
  woont_in_gemeente: {soort: ja_nee, vraag: "Woont de kandidaat in de gemeente?"}
  leden: {soort: aantal, ten_minste: 0, ten_hoogste: 1000, vraag: "Hoeveel leden zijn er?"}
  loon: {soort: bedrag, per: [persoon, maand], ten_minste: 0, ten_hoogste: 10000, vraag: "Hoeveel is er verdiend?"}
  geschikt: {soort: ja_nee, oordeel_van: klantmanager, vraag: "Past deelname bij de kandidaat?"}
begrippen:
  arm:
    soort: ja_nee
    omschrijving: of het inkomen onder de norm ligt
    berekening: de som van loon is minder dan norm
    grondslag: Proefwet artikel 3
  toelating:
    soort: keuze
    waarden: [toegewezen, afgewezen, doorzenden]
    anders: afgewezen
    grondslag: Proefwet artikel 4
    regels:
      - naam: past
        omschrijving: deelname past bij de kandidaat
        als: [geschikt, arm]
        dan: toegewezen
        grondslag: Proefwet artikel 4 lid 1
      - naam: vol
        uitzondering_op: past
        als: leden is ten minste ledenmaximum
        dan: afgewezen
        grondslag: Proefwet artikel 4 lid 2
      - naam: andere_gemeente
        gaat_voor: alle
        als: niet woont_in_gemeente
        dan: doorzenden
        grondslag: Proefwet artikel 5
  start:
    soort: keuze
    waarden: [direct, later]
    geldt_als: toelating is toegewezen
    anders: later
    grondslag: Proefwet artikel 6
    regels:
      - {naam: meteen, als: startdag is begin_van_de_maand, dan: direct, grondslag: Proefwet artikel 6}
  uitkomst_maand:
    soort: bedrag
    per: maand
    berekening: norm
    grondslag: Proefwet artikel 1
besluiten:
  toelating:
    titel: Toelating tot de coöperatie
    uitkomst: toelating
    ook: [start]
    rechtskarakter: {doorzenden: mededeling, anders: beschikking}
    beslisser: college
    brief: toelating
  maandbedrag:
    titel: Het bedrag van de maand
    tijdvak: maand
    uitkomst: uitkomst_maand
    rechtskarakter: beschikking
    beslisser: college
"""
AGREEMENT = """\
kenmerk: voorbeeldstad/samen
soort: overeenkomst
titel: Afspraken tussen Voorbeeldstad en coöperatie Samen
geldig_vanaf: 2020-01-01
status: concept
bouwt_op: [landelijk/proefkader]
gemeente: {naam: Voorbeeldstad, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Voorbeeldstad}
cooperatie: {naam: Samen}
aanname_standaard: {eigenaar: de tester, datum: 2026-11-21}
afspraken:
  ledenmaximum: {waarde: 20, aanname: het convenant noemt geen getal}
  startdag: {open: nog te bespreken}
"""


def workspace(national: str = NATIONAL, agreement: str = AGREEMENT) -> Workspace:
    """The workspace with the two files, which are right."""
    found, findings = workspace_of(national, agreement)
    assert not [finding for finding in findings if finding.is_error], findings
    return found


WORKSPACE = workspace()


def case(**facts: Written) -> Case:
    """A case that a caseworker judged fit; `loon__partner` is the fact `loon` of the partner."""
    keys = {name: name.partition("__") for name in facts}
    judgement = Judgement("ja", "A. Jansen", Span("zaak.yaml", 9), "2026-10-12", "past bij het traject")
    return Case(
        REFERENCE,
        {
            (key[0], Role(key[2]) if key[2] else None): (
                Report(facts[name], Span("zaak.yaml", 2), "aanvraag"),
            )
            for name, key in keys.items()
        },
        {("geschikt", None): judgement},
        file="zaak.yaml",
    )


def admission(dates: Dates = DATES, **facts: Written) -> tuple[Decision | None, tuple[Diagnostic, ...]]:
    """The decision on admission, of a single person unless said otherwise."""
    return decide(WORKSPACE, REFERENCE, "toelating", case(**{"leefvorm": "alleenstaande", **facts}), dates)


def monthly(**facts: Written) -> tuple[Decision | None, tuple[Diagnostic, ...]]:
    """The decision about October."""
    return decide(WORKSPACE, REFERENCE, "maandbedrag", case(**facts), DATES)
