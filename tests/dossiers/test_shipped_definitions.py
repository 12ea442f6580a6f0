"""Every definition of the shipped agreements, executed on a small dossier."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from soco_rules.compiler.queries import queries_of
from tests.dossiers.shipped import DELFT
from tests.dossiers.shipped import answer
from tests.dossiers.shipped import compiled
from tests.dossiers.shipped import gathered
from tests.dossiers.shipped import workspace

GRONINGEN = "groningen/sociale-ondernemers-challenge"
DAY = "2026-03-01"


@dataclass(frozen=True, slots=True)
class Example:
    """A dossier, and what it says for one fact of a besluit about March 2026."""

    slot: str
    besluit: str
    dossier: str
    value: str
    source: str
    agreement: str = DELFT
    number: int = 1

    def __str__(self) -> str:
        return f"{self.slot} {self.value}"


ALONE = "1 feit leefvorm = alleenstaande"
MARRIED = "1 feit leefvorm = gehuwden\n1 feit partner_heeft_recht = ja"
LINES = """
    1 factuurregel F-1: factuurbedrag = 100.00; verricht_op = 2026-03-01; betaald_op = 2026-04-02
    1 factuurregel F-2: factuurbedrag = 50.00; verricht_op = 2026-03-31; betaald_op = niet van toepassing
    1 factuurregel F-3: factuurbedrag = 7.00; verricht_op = 2026-02-28; betaald_op = 2026-03-01
    1 factuurregel F-4: factuurbedrag = 8.00; verricht_op = 2026-04-01; betaald_op = 2026-04-01
    1 factuurregel F-5: factuurbedrag = 9.00; verricht_op = 2026-03-15; betaald_op = 2026-03-15
    1 factuurregel F-5
    1 factuurregel P-1/partner: factuurbedrag = 30.00; verricht_op = 2026-03-02; betaald_op = 2026-03-09
"""
MONTHS = """
    1 besluit verrekening 2026-01: recht = wel_recht; bijstand = 1300.00; vrijlatingsgrond/belanghebbende = onderdeel_n; vrijlating/belanghebbende = 100.00; vrijlatingsgrond/partner = onderdeel_r; vrijlating/partner = 20.00
    1 besluit verrekening 2026-02: recht = wel_recht; bijstand = 1310.00; vrijlatingsgrond/belanghebbende = onderdeel_n; vrijlating/belanghebbende = 0.00; vrijlatingsgrond/partner = onderdeel_r; vrijlating/partner = 20.00
    1 besluit verrekening 2026-03: recht = wel_recht; bijstand = 1320.00; vrijlatingsgrond/belanghebbende = onderdeel_n; vrijlating/belanghebbende = 100.00; vrijlatingsgrond/partner = onderdeel_n; vrijlating/partner = 20.00
    1 besluit verrekening 2026-04: recht = geen_recht; bijstand = 0.00; vrijlatingsgrond/belanghebbende = onderdeel_n; vrijlating/belanghebbende = 100.00; vrijlatingsgrond/partner = niet van toepassing; vrijlating/partner = niet van toepassing
    1 besluit verrekening 2026-05: recht = wel_recht; bijstand = 1350.00; vrijlatingsgrond/belanghebbende = onderdeel_n; vrijlating/belanghebbende = 0.01; vrijlatingsgrond/partner = niet van toepassing; vrijlating/partner = niet van toepassing
"""
CORRECTED = """
    1 besluit verrekening 2026-03: bijstand = 1320.00
    1 besluit herziening 2026-03 in plaats van 1: bijstand = 1220.00; te_veel_vastgesteld = 100.00
"""
PREMIUMS = """
    1 besluit premie 2025-12: premie_vrijgelaten/belanghebbende = 500.00
    1 besluit premie 2026-01: premie_vrijgelaten/belanghebbende = 300.00
    1 besluit premie 2026-01: premie_vrijgelaten/belanghebbende = 0.00
    1 besluit premie 2026-02: premie_vrijgelaten/belanghebbende = 200.00
"""
EXEMPTIONS = """
    1 besluit ontheffing: ontheffing_tot_en_met/belanghebbende = 2026-06-30; ontheffing_vanaf/belanghebbende = 2026-01-01
    1 besluit ontheffing: ontheffing_tot_en_met/belanghebbende = niet van toepassing; ontheffing_vanaf/belanghebbende = niet van toepassing
    1 besluit verlenging_ontheffing: verlengde_ontheffing_tot_en_met/belanghebbende = 2026-09-30
    1 besluit intrekking_ontheffing: ingetrokken_ontheffing_tot_en_met/belanghebbende = 2026-02-15
    1 besluit intrekking_ontheffing: ingetrokken_ontheffing_tot_en_met/belanghebbende = niet van toepassing
"""
CONSENT = """
    1 besluit toelating naar met_toestemming: deelname_tot_en_met = 2026-12-31
    1 besluit verlenging: verlengd_tot_en_met = 2027-12-31
    1 besluit verlenging: verlengd_tot_en_met = niet van toepassing
"""
POT = """
    1 besluit bijdrageoverzicht 2025-12: spaarpot_eind/belanghebbende = 10.00; resultaat/belanghebbende = -40.00
    1 besluit bijdrageoverzicht 2026-02: spaarpot_eind/belanghebbende = 30.00; resultaat/belanghebbende = -50.00
    1 besluit bijdrageoverzicht 2026-01: spaarpot_eind/belanghebbende = 20.00; resultaat/belanghebbende = 20.00
    1 besluit bijdrageoverzicht 2026-03: spaarpot_eind/belanghebbende = 40.00; resultaat/belanghebbende = 5.00
    1 besluit besteding: besteding/belanghebbende = toegestaan; bestedingsdag/belanghebbende = 2026-03-01; bestedingsbedrag/belanghebbende = 11.00
    1 besluit besteding: besteding/belanghebbende = toegestaan; bestedingsdag/belanghebbende = 2026-03-31; bestedingsbedrag/belanghebbende = 12.00
    1 besluit besteding: besteding/belanghebbende = toegestaan; bestedingsdag/belanghebbende = 2026-04-01; bestedingsbedrag/belanghebbende = 13.00
    1 besluit besteding: besteding/belanghebbende = niet_toegestaan; bestedingsdag/belanghebbende = niet van toepassing; bestedingsbedrag/belanghebbende = 14.00
"""
MEMBERS = """
    1 geopend
    1 feit ontvangen_op = 2026-02-02
    1 feit lotnummer = 2
    2 geopend
    2 besluit plaatsing naar lid
    3 geopend
    3 besluit plaatsing naar op_proef
    4 geopend
    4 feit ontvangen_op = 2026-02-01
    4 besluit plaatsing naar wachtlijst
    5 geopend
    5 feit ontvangen_op = 2026-02-02
    5 feit lotnummer = 1
    5 besluit plaatsing naar wachtlijst
    6 geopend
    6 feit ontvangen_op = 2026-02-02
    6 feit lotnummer = 3
    6 besluit plaatsing naar wachtlijst
    7 geopend
    7 besluit plaatsing naar lid
    7 besluit uitstroom naar uitgestroomd
"""


def plan(number: int, scores: str, begroting: str, moved: str = "", lot: str = "niet van toepassing") -> str:
    """A plan of the spring round, with its five scores."""
    names = ("impact", "draagvlak", "ondernemend", "schaalbaar", "nieuw")
    acts = [
        "geopend ronde voorjaar",
        "feit inwoner = ja",
        "oordeel sociaal_idee = ja",
        "oordeel ondernemend_idee = ja",
        "feit ontvangen_op = 2020-02-01",
        f"feit begroting = {begroting}",
        f"feit lotuitslag = {lot}",
        *(f"oordeel score_{name} = {score}" for name, score in zip(names, scores, strict=True)),
        *([moved] if moved else []),
    ]
    return "\n".join(f"{number} {act}" for act in acts)


ROUND = "\n".join(
    (
        plan(1, "33333", "1000.00", lot="2"),
        plan(2, "55555", "2000.00", "besluit selectie naar deelnemer"),
        plan(3, "33333", "3000.00", lot="1"),
        plan(4, "11111", "4000.00", "besluit selectie naar afgevallen"),
        "4 feit eerder_gekozen = ja",
        plan(5, "55555", "9000.00").replace("voorjaar", "najaar"),
        plan(6, "00000", "500.00"),
    )
)

EXAMPLES = (
    Example(
        "omzet/belanghebbende",
        "verrekening",
        f"{LINES}{ALONE}",
        "150.00",
        "dossier: 2 factuurregels (nrs. 1, 2)",
    ),
    Example("omzet/partner", "verrekening", f"{LINES}{MARRIED}", "30.00", "dossier: 1 factuurregel (nr. 7)"),
    Example(
        "maanden_n_gebruikt/belanghebbende",
        "verrekening",
        f"{MONTHS}{ALONE}",
        "2",
        "dossier: 2 besluiten verrekening (nrs. 1, 5)",
    ),
    Example(
        "maanden_n_gebruikt/partner",
        "verrekening",
        f"{MONTHS}{MARRIED}",
        "0",
        "dossier: geen besluit verrekening dat meetelt",
    ),
    Example(
        "eerste_maand_r/belanghebbende",
        "verrekening",
        f"{MONTHS}{ALONE}",
        "niet van toepassing",
        "dossier: geen besluit verrekening dat meetelt",
    ),
    Example(
        "eerste_maand_r/partner",
        "verrekening",
        f"{MONTHS}{MARRIED}",
        "2026-01-01",
        "dossier: eerste besluit verrekening dat meetelt (nr. 1)",
    ),
    Example(
        "eerder_vastgesteld",
        "herziening",
        f"{MONTHS}{ALONE}",
        "1320.00",
        "dossier: laatste besluit verrekening dat meetelt (nr. 3)",
    ),
    Example(
        "te_veel_volgens_herziening",
        "terugvordering",
        f"{CORRECTED}{ALONE}",
        "100.00",
        "dossier: laatste besluit herziening dat meetelt (nr. 2)",
    ),
    Example(
        "bijstand_volgens_herziening",
        "terugvordering",
        f"{CORRECTED}{ALONE}",
        "1220.00",
        "dossier: laatste besluit herziening dat meetelt (nr. 2)",
    ),
    Example(
        "premies_dit_jaar/belanghebbende",
        "premie",
        f"{PREMIUMS}{ALONE}",
        "2",
        "dossier: 2 besluiten premie (nrs. 2, 4)",
    ),
    Example(
        "premiesom_dit_jaar/belanghebbende",
        "premie",
        f"{PREMIUMS}{ALONE}",
        "500.00",
        "dossier: 3 besluiten premie (nrs. 2, 3, 4)",
    ),
    Example(
        "ontheffing_liep_tot_en_met/belanghebbende",
        "intrekking_ontheffing",
        f"{EXEMPTIONS}{ALONE}",
        "2026-06-30",
        "dossier: laatste besluit ontheffing dat meetelt (nr. 1)",
    ),
    Example(
        "ontheffing_liep_vanaf/belanghebbende",
        "intrekking_ontheffing",
        f"{EXEMPTIONS}{ALONE}",
        "2026-01-01",
        "dossier: laatste besluit ontheffing dat meetelt (nr. 1)",
    ),
    Example(
        "verlenging_liep_tot_en_met/belanghebbende",
        "intrekking_ontheffing",
        f"{EXEMPTIONS}{ALONE}",
        "2026-09-30",
        "dossier: laatste besluit verlenging ontheffing dat meetelt (nr. 3)",
    ),
    Example(
        "ontheffing_eerder_ingetrokken_tot_en_met/belanghebbende",
        "intrekking_ontheffing",
        f"{EXEMPTIONS}{ALONE}",
        "2026-02-15",
        "dossier: laatste besluit intrekking ontheffing dat meetelt (nr. 4)",
    ),
    Example(
        "toestemming_liep_tot_en_met",
        "verlenging",
        CONSENT,
        "2026-12-31",
        "dossier: laatste besluit toelating dat meetelt (nr. 1)",
    ),
    Example(
        "verlenging_deelname_liep_tot_en_met",
        "verlenging",
        CONSENT,
        "2027-12-31",
        "dossier: laatste besluit verlenging dat meetelt (nr. 2)",
    ),
    Example(
        "spaarpot_begin/belanghebbende",
        "bijdrageoverzicht",
        f"{POT}{ALONE}",
        "30.00",
        "dossier: laatste besluit bijdrageoverzicht dat meetelt (nr. 2)",
    ),
    Example(
        "spaarpot_nu/belanghebbende",
        "besteding",
        f"{POT}{ALONE}",
        "40.00",
        "dossier: laatste besluit bijdrageoverzicht dat meetelt (nr. 4)",
    ),
    Example(
        "besteed_uit_spaarpot/belanghebbende",
        "bijdrageoverzicht",
        f"{POT}{ALONE}",
        "23.00",
        "dossier: 2 besluiten besteding (nrs. 5, 6)",
    ),
    Example(
        "aantal_leden",
        "plaatsing",
        MEMBERS,
        "1",
        "alle leden: 1 telt mee",
    ),
    Example(
        "wachtenden_voor_deze",
        "plaatsing",
        MEMBERS,
        "2",
        "alle leden: 2 tellen mee",
    ),
    Example(
        "aantal_wachtenden",
        "tweede_cooperatie",
        MEMBERS,
        "3",
        "alle leden: 3 tellen mee",
        agreement="amersfoort/blauwe-paraplu",
    ),
    Example("hoger", "selectie", ROUND, "1", "alle aanvragen: 1 telt mee", GRONINGEN),
    Example("even_hoog", "selectie", ROUND, "2", "alle aanvragen: 2 tellen mee", GRONINGEN),
    Example("bedrag_voor_deze", "selectie", ROUND, "2500.00", "alle aanvragen: 2 tellen mee", GRONINGEN),
    Example("bedrag_gelijken", "selectie", ROUND, "2000.00", "alle aanvragen: 2 tellen mee", GRONINGEN),
    Example("vrijgekomen_plaatsen", "reserveoproep", ROUND, "1", "alle aanvragen: 1 telt mee", GRONINGEN),
    Example("toegekend_bedrag", "reserveoproep", ROUND, "1000.00", "alle aanvragen: 1 telt mee", GRONINGEN),
)
ONLY_HERE = {"verlies_boekjaar"}
"""What only a test of its own reaches: it asks for another agreement than is shipped."""


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_definition_gives_what_the_dossier_holds(example: Example) -> None:
    found = gathered(example.agreement, example.besluit, example.dossier, number=example.number, day=DAY)
    said = answer(found, example.slot)

    assert (said.value, said.source, said.findings) == (example.value, example.source, ())


def test_every_shipped_definition_has_an_example() -> None:
    named = {example.slot.partition("/")[0] for example in EXAMPLES} | ONLY_HERE
    shipped = {
        name
        for versions in workspace().agreements.values()
        for version in versions
        for name, fact in version.facts.items()
        if fact.from_dossier
    }

    assert shipped == named


@pytest.mark.parametrize("agreement", sorted(workspace().agreements))
def test_every_shipped_definition_can_be_executed(agreement: str) -> None:
    queries, findings = queries_of(compiled(agreement, DAY))
    defined = {name for name, fact in compiled(agreement, DAY).stack.facts.items() if fact.from_dossier}

    assert (findings, {query.fact.name for query in queries.values()}) == ((), defined)
