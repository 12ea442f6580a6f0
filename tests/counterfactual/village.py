"""A small agreement in which facts of every sort can or cannot change, and what is asked of its cases."""

from __future__ import annotations

from collections.abc import Mapping

from soco_rules.counterfactual.search import what_if
from soco_rules.decide.proposal import Ready
from soco_rules.decide.proposal import made_ready
from soco_rules.diagnostics import Span
from soco_rules.facts import Dates
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.case import Written
from soco_rules.model.counterfactual import Counterfactual
from soco_rules.model.values import parse_date
from tests.workspaces import workspace_of

DATES = Dates(parse_date("2026-10-15"), parse_date("2026-10-20"))
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
    grondslag: Proefwet artikel 8
    bekend_tot_en_met: 2026-12-31
    waarden: {2026-01-01: 500.00}
personen:
  partner: {geldt_als: leefvorm is gehuwden}
gegevens:
  leefvorm: {soort: keuze, waarden: [alleenstaande, gehuwden], veranderbaar: persoonlijk, vraag: "Wat is de leefvorm?"}
  geboortedatum: {soort: datum, veranderbaar: nee, vraag: "Wat is de geboortedatum?"}
  geschikt: {soort: ja_nee, oordeel_van: klantmanager, vraag: "Past deelname?"}
  eerdere_keren: {soort: aantal, ten_minste: 0, ten_hoogste: 10, uit_dossier: {neem: aantal, van: toelating}, vraag: "Hoe vaak eerder?"}
  plan: {soort: ja_nee, veranderbaar: alleen_naar_ja, vraag: "Is er een plan?"}
  uren: {soort: aantal, ten_minste: 0, ten_hoogste: 8784, veranderbaar: ja, vraag: "Hoeveel uren?"}
  vorm: {soort: keuze, waarden: [samen, alleen, op_afstand], veranderbaar: ja, vraag: "Samen of alleen?"}
  begin: {soort: datum, veranderbaar: ja, vraag: "Wanneer begint het?"}
  kleur: {soort: ja_nee, vraag: "Is het blauw?"}
  loon: {soort: bedrag, per: [persoon, maand], ten_minste: 0, ten_hoogste: 10000, veranderbaar: alleen_hoger, vraag: "Hoeveel is er verdiend?"}
begrippen:
  toelating:
    soort: keuze
    waarden: [toegewezen, afgewezen, verwijzen, aanvullen]
    anders: afgewezen
    grondslag: Proefwet artikel 4
    regels:
      - naam: past
        als: [geschikt, vorm is samen, begin is ten hoogste besluitdatum + 1 maand]
        dan: toegewezen
        grondslag: Proefwet artikel 4 lid 1
      - naam: zelfstandige
        uitzondering_op: past
        als: uren is ten minste 1225
        dan: verwijzen
        grondslag: Proefwet artikel 5
      - naam: plan_ontbreekt
        gaat_voor: alle
        als: niet plan
        dan: aanvullen
        grondslag: Proefwet artikel 6
      - naam: te_jong
        gaat_voor: [alle, plan_ontbreekt]
        als: hele jaren tussen geboortedatum en besluitdatum is minder dan 18
        dan: afgewezen
        grondslag: Proefwet artikel 7
  nog_nodig:
    soort: bedrag
    per: maand
    berekening: de hoogste van (norm - (80% van (de som van loon) afgerond op centen), € 0,00)
    grondslag: Proefwet artikel 8
besluiten:
  toelating:
    titel: Toelating tot de coöperatie
    uitkomst: toelating
    rechtskarakter: {aanvullen: mededeling, verwijzen: mededeling, anders: beschikking}
    beslisser: college
  aanvulling:
    titel: Aanvulling over de maand
    tijdvak: maand
    uitkomst: nog_nodig
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
"""
FIT = {
    "geboortedatum": "1990-05-14", "plan": "ja", "uren": "800", "vorm": "samen", "begin": "2026-11-01",
}  # fmt: skip


def ready(decision: str = "toelating", facts: Mapping[str, Written] = FIT, *, fit: str = "ja") -> Ready:
    """A case of a single person, with the calculators of a decision."""
    workspace, findings = workspace_of(NATIONAL, AGREEMENT)
    assert () == findings
    here = Span("zaak.yaml", 1)
    judged = {"geschikt": Judgement(fit, "A. Jansen", here, "2026-10-12", "past")} if fit else {}
    found, wrong = made_ready(
        workspace,
        "voorbeeldstad/samen",
        decision,
        Case(
            "voorbeeldstad/samen",
            {(name, None): (Report(value, here),) for name, value in facts.items()},
            {(name, None): judgement for name, judgement in judged.items()},
        ),
        DATES,
    )
    assert found is not None, wrong
    return found


def admission(wanted: str | None = None, **facts: Written) -> Counterfactual:
    """What would have to change for another admission of a fit person, unless facts say otherwise."""
    return what_if(ready("toelating", {**FIT, **facts}), wanted)


def month(wanted: str | None = None, **facts: Written) -> Counterfactual:
    """What would have to change for another amount over October."""
    return what_if(ready("aanvulling", {"leefvorm": "alleenstaande", **facts}, fit=""), wanted)
