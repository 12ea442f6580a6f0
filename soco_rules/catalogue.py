"""Every finding that soco_rules can report: its stable code, weight, reason and remedy, in Dutch.

The messages with the facts are written where the finding is made; what is the same for every occurrence stands here,
so that the documentation is generated from one table and a test can ask for one fixture per code.
"""

from __future__ import annotations

from dataclasses import dataclass

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Severity
from soco_rules.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Kind:
    """What is the same for every finding with one code."""

    reason: str
    remedy: str
    severity: Severity = Severity.ERROR


def finding(
    code: str, span: Span, message: str, *, remedy: str = "", notes: tuple[Note, ...] = ()
) -> Diagnostic:
    """A finding of a known code; `remedy` replaces the general one, for instance with the nearest name.

    Raises:
        KeyError: the code is not in the catalogue.
    """
    kind = CATALOGUE[code]
    return Diagnostic(code, span, message, kind.reason, remedy or kind.remedy, kind.severity, notes)


_WARNING = Severity.WARNING

CATALOGUE: dict[str, Kind] = {
    # The file as text
    "codering": Kind(
        "een regelbestand is UTF-8, anders worden letters als é verkeerd gelezen",
        "bewaar het bestand als UTF-8",
    ),
    "te-groot": Kind(
        "een heel groot bestand kan de controle laten vastlopen",
        "splits het bestand of haal weg wat er niet hoort",
    ),
    "te-diep": Kind("zo diep hoeft een regelbestand nooit te zijn", "breng het aantal niveaus terug"),
    "yaml-fout": Kind(
        "de opmaak is niet te lezen, dus de inhoud ook niet",
        "herstel de aangewezen plek; let op inspringing en aanhalingstekens",
    ),
    "yaml-label": Kind(
        "een label met ! kan een ander programma iets laten uitvoeren",
        "haal het uitroepteken weg of zet de tekst tussen aanhalingstekens",
    ),
    "yaml-anker": Kind(
        "een verwijzing met & of * verbergt wat er staat", "schrijf de waarde op elke plek uit"
    ),
    "dubbele-sleutel": Kind(
        "van twee dezelfde sleutels zou er een ongemerkt verdwijnen",
        "geef een van beide een andere naam of haal hem weg",
    ),
    "komma-in-accolades": Kind(
        "binnen { } en [ ] knipt YAML de tekst door bij een komma",
        "zet de tekst tussen aanhalingstekens of schrijf hem op eigen regels zonder { }",
    ),
    "sleutel-zonder-waarde": Kind(
        "een sleutel zonder waarde is vaak een doorgeknipte zin",
        "vul de waarde in of zet de hele tekst tussen aanhalingstekens",
    ),
    # The shape of the file
    "onbekende-sleutel": Kind(
        "een sleutel die niet bestaat, wordt nergens gebruikt", "verbeter de sleutel of haal hem weg"
    ),
    "ontbrekende-sleutel": Kind("zonder deze sleutel is niet duidelijk wat er geldt", "voeg de sleutel toe"),
    "verkeerde-vorm": Kind(
        "op deze plek staat iets anders dan hier hoort", "schrijf de waarde in de genoemde vorm"
    ),
    "ongeldige-waarde": Kind(
        "de waarde is niet op één manier te lezen", "schrijf de waarde in de genoemde vorm"
    ),
    "uitdrukking": Kind(
        "de uitdrukking is niet te lezen", "herschrijf de uitdrukking; docs/notatie.md geeft voorbeelden"
    ),
    "bestandsnaam": Kind(
        "een versie wordt gevonden op kenmerk en datum",
        "noem het bestand agreements/<kenmerk>/<geldig_vanaf>.yaml",
    ),
    # Layers and versions
    "onbekende-laag": Kind(
        "de afspraken staan op een laag die er niet is", "verbeter de verwijzing in bouwt_op"
    ),
    "lagen-kring": Kind(
        "lagen die op elkaar staan hebben geen begin", "haal een van de verwijzingen in bouwt_op weg"
    ),
    "versie-dubbel": Kind("van één versie mag er maar één bestand zijn", "haal een van beide bestanden weg"),
    "versie-overlap": Kind(
        "op één dag mag maar één versie gelden", "sluit de oude versie af met geldig_tot_en_met"
    ),
    "afgeschermd": Kind(
        "de landelijke lagen zijn voor iedereen gelijk", "gebruik een ander kenmerk voor eigen afspraken"
    ),
    "punt-niet-ingevuld": Kind(
        "een hogere laag laat dit punt aan deze laag over", "geef een waarde, of open met een reden"
    ),
    "punt-onbekend": Kind(
        "een waarde zonder punt wordt nergens gebruikt",
        "verbeter de naam, of geef soort en omschrijving voor een eigen punt",
    ),
    "punt-moet-er-zijn": Kind(
        "de hogere laag laat niet toe dat dit punt ontbreekt",
        "vul een waarde in, of laat het punt open met een reden",
    ),
    "buiten-grens": Kind("de hogere laag begrenst deze waarde", "kies een waarde binnen de grens"),
    "herdefinitie": Kind(
        "een lagere laag mag een begrip aanvullen en niet vervangen",
        "laat alleen regels: staan, of kies een andere naam",
    ),
    "afwijken-niet-toegestaan": Kind(
        "van deze regel mag een lagere laag niet afwijken",
        "haal de uitzondering weg of leg haar voor aan de eigenaar van de hogere laag",
    ),
    "gaat-voor-alle": Kind(
        "alleen een hogere laag kan voor alle regels gaan", "noem de regels van de eigen laag met hun naam"
    ),
    "vastgesteld-met-aanname": Kind(
        "een vastgestelde versie rust niet op aannames",
        "vervang de aanname door een bron of maak de versie weer concept",
    ),
    "vastgesteld-gewijzigd": Kind(
        "een vastgestelde versie verandert niet meer", "maak een nieuwe versie met een nieuwe datum"
    ),
    "niets-in-werking": Kind(
        "op deze dag geldt geen versie van een laag", "kies een andere peildatum of voeg een versie toe"
    ),
    # Provenance
    "herkomst-ontbreekt": Kind(
        "van elke regel en waarde moet te zien zijn waar zij vandaan komt",
        "voeg grondslag, bron of aanname toe",
    ),
    "herkomst-dubbel": Kind("een waarde van de gemeente heeft precies één herkomst", "kies bron of aanname"),
    "aanname-zonder-eigenaar": Kind(
        "een aanname heeft een eigenaar en een datum",
        "voeg aanname_standaard toe, of geef eigenaar en datum bij de aanname",
    ),
    "los-bedrag": Kind(
        "bedragen veranderen ieder jaar", "zet het bedrag in bedragen: of maak er een afspraak van"
    ),
    # Dated tables
    "tabel-gat": Kind(
        "voor elke dag in de tabel moet blijken wat er geldt", "vul de waarde in of schrijf onbekend"
    ),
    "tabel-volgorde": Kind("een tabel op datum loopt van vroeg naar laat", "zet de rijen op volgorde"),
    # Names
    "naam-dubbel": Kind("een naam betekent maar één ding", "kies een andere naam"),
    "naam-gereserveerd": Kind("dit woord hoort bij de taal van de regels", "kies een andere naam"),
    "naam-vorm": Kind(
        "namen bestaan uit kleine letters, cijfers en lage streepjes", "schrijf bijvoorbeeld aantal_leden"
    ),
    "onbekende-naam": Kind("wat niet bestaat heeft geen waarde", "verbeter de naam of voeg het gegeven toe"),
    "kring": Kind("wat van zichzelf afhangt is niet te berekenen", "haal een van de verwijzingen weg"),
    # Types and units
    "soort-past-niet": Kind(
        "deze waarden horen niet bij elkaar", "vergelijk of reken alleen met waarden van dezelfde soort"
    ),
    "eenheid-past-niet": Kind(
        "een bedrag per maand en een bedrag per jaar zijn niet hetzelfde",
        "reken met waarden over hetzelfde tijdvak",
    ),
    "persoon-zonder-som": Kind(
        "er kunnen twee personen zijn", "schrijf de som van x, of maak dit begrip ook per persoon"
    ),
    "breuk-niet-afgerond": Kind(
        "een bedrag met een deel van een cent is niet te betalen",
        "schrijf afgerond op centen achter de berekening",
    ),
    "deler-nul": Kind("delen door nul heeft geen uitkomst", "geef het gegeven ten_minste: 1"),
    "getal-te-groot": Kind(
        "met zulke getallen is niet exact te rekenen", "begrens de gegevens met ten_hoogste"
    ),
    # Rules
    "regelnaam-dubbel": Kind(
        "een regel wordt met zijn naam genoemd in de motivering", "geef de regel een eigen naam"
    ),
    "uitzondering-onbekend": Kind(
        "de regel waarvan wordt afgeweken bestaat niet in dit begrip", "verbeter de naam"
    ),
    "voorrang-kring": Kind(
        "twee regels die van elkaar winnen laten geen uitkomst over", "haal een van de voorrangen weg"
    ),
    "regels-strijdig": Kind(
        "twee regels geven een andere uitkomst en geen van beide gaat voor",
        "maak van een regel een uitzondering of geef hem voorrang",
    ),
    "uitkomst-onbekend": Kind(
        "deze uitkomst staat niet in de lijst van het begrip",
        "verbeter de uitkomst of voeg hem toe aan waarden",
    ),
    "begrip-leeg": Kind("een begrip heeft een berekening of regels", "voeg berekening of regels toe"),
    "tabel-vorm": Kind(
        "een tabel heeft een kop en rijen met evenveel kolommen", "zet de streepjes | op dezelfde plaats"
    ),
    # Decisions
    "beslisser": Kind(
        "over rechten en plichten beslist een bestuursorgaan; de coöperatie beslist alleen privaatrechtelijk",
        "kies college of raad, of maak het besluit privaatrechtelijk",
    ),
    "oordeel-van-ander": Kind(
        "op een oordeel van de coöperatie kan geen beschikking rusten",
        "laat een medewerker van de gemeente oordelen",
    ),
    "tijdvak-ontbreekt": Kind(
        "zonder maand is er geen eerste en laatste dag", "schrijf tijdvak: maand bij het besluit"
    ),
    "onbekende-stand": Kind("de stand komt niet voor in standen", "verbeter de stand of voeg hem toe"),
    "overgangsrecht": Kind(
        "overgangsrecht kiest voor een punt tussen twee versies", "noem alleen afgesproken punten"
    ),
    "eis-geschonden": Kind("deze eis geldt voor iedere overeenkomst", "pas de afspraken aan"),
    "eis-gewaarschuwd": Kind(
        "deze afspraak brengt een risico mee", "lees de grondslag na en leg de keuze vast", _WARNING
    ),
    "eis-open": Kind("zolang het punt open is, is niet te zien of de eis houdt", "vul het punt in", _WARNING),
    "afronding-onduidelijk": Kind(
        "de afronding geldt alleen voor het laatste deel", "zet haakjes om wat moet worden afgerond", _WARNING
    ),
    "tweede-rekenaar": Kind(
        "dit besluit is te groot voor de tweede rekenaar",
        "splits het begrip; het besluit heeft nu één rekenaar",
        _WARNING,
    ),
    # Cases and commands
    "bestand": Kind(
        "zonder dit bestand kan het commando niet verder", "controleer de naam en de rechten van het bestand"
    ),
    "lege-werkmap": Kind(
        "een werkmap bevat de map agreements met regelbestanden",
        "ga naar de map van de overeenkomsten of laat de map agreements weg",
    ),
    "onbekende-overeenkomst": Kind("zonder overeenkomst zijn er geen regels", "verbeter het kenmerk"),
    "onbekend-besluit": Kind("dit besluit kent de overeenkomst niet", "verbeter de naam van het besluit"),
    "onbekend-gegeven": Kind(
        "een gegeven dat de regels niet kennen telt niet mee", "verbeter de naam of haal het weg"
    ),
    "gegeven-ongeldig": Kind("met deze waarde kan niet worden gerekend", "verbeter de waarde"),
    "gegeven-buiten-grens": Kind("de waarde ligt buiten wat mogelijk is", "controleer de waarde"),
    "gegeven-niet-gebruikt": Kind(
        "dit besluit gebruikt het gegeven niet",
        "laat het gegeven weg: vraag niet meer dan nodig is",
        _WARNING,
    ),
    "oordeel-nodig": Kind(
        "een oordeel heeft een persoon, een dag en een reden",
        "zet de waarde onder oordelen met door, datum en reden",
    ),
    "zaak-past-niet": Kind("de zaak hoort bij een andere overeenkomst", "gebruik het kenmerk van de zaak"),
    "scenario": Kind("een scenario dat niet wordt gelezen bewaakt niets", "herstel de aangewezen regel"),
    "scenario-label": Kind("met zo'n label wordt het scenario anders of niet uitgevoerd", "kies een label van letters, cijfers en streepjes"),
    "scenario-tabel": Kind("wat niet in de goede kolom staat, telt niet mee", "verbeter de tabel; docs/scenarios.md geeft voorbeelden"),
    "onbekende-stap": Kind("deze zin is geen stap", "gebruik een zin uit soco stappen"),
    "sjabloon": Kind(
        "het sjabloon van de brief is niet te gebruiken", "herstel de aangewezen plek in het sjabloon"
    ),
    "sjabloon-vaste-waarde": Kind(
        "een vast bedrag, percentage, datum of artikel in een brief klopt op een dag niet meer",
        "gebruik een waarde uit het besluit",
    ),
    "besluit-onleesbaar": Kind(
        "alleen een bewaard besluit is te gebruiken", "bewaar het besluit opnieuw met soco besluit --json"
    ),
    "niets-te-besluiten": Kind(
        "een brief zegt wat er is besloten", "vul aan wat ontbreekt; soco vraag noemt de vragen"
    ),
    "brief-onvolledig": Kind(
        "zonder afzender, geadresseerde en kenmerk kan een brief niet weg",
        "vul de zaak aan onder brief, of het regelbestand onder gemeente en cooperatie",
        _WARNING,
    ),
    "herhaling-wijkt-af": Kind(
        "het besluit is nu niet meer hetzelfde te nemen", "vergelijk de genoemde bestanden met die van toen"
    ),
}
