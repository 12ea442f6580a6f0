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
    code: str,
    span: Span,
    message: str,
    *,
    remedy: str = "",
    notes: tuple[Note, ...] = (),
    discreet: str | None = None,
) -> Diagnostic:
    """A finding of a known code; `remedy` replaces the general one, for instance with the nearest name.

    `discreet` is the message without what it repeats of a person's data.

    Raises:
        KeyError: the code is not in the catalogue.
    """
    kind = CATALOGUE[code]
    return Diagnostic(code, span, message, kind.reason, remedy or kind.remedy, kind.severity, notes, discreet)


_WARNING = Severity.WARNING

CATALOGUE: dict[str, Kind] = {
    # The file as text
    "codering": Kind(
        "alleen in UTF-8 worden letters als é goed gelezen",
        "bewaar het bestand als UTF-8",
    ),
    "te-groot": Kind(
        "een heel groot bestand kan de controle laten vastlopen",
        "splits het bestand of haal weg wat er niet hoort",
    ),
    "te-diep": Kind("zo veel niveaus heeft een regelbestand nooit nodig", "breng het aantal niveaus terug"),
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
        "van twee gelijke sleutels zou er een ongemerkt verdwijnen",
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
    "verkeerde-vorm": Kind("op deze plek hoort iets anders", "schrijf de waarde in de genoemde vorm"),
    "ongeldige-waarde": Kind("deze waarde kan hier niet gelden", "verbeter de waarde"),
    "duur-niet-vast": Kind(
        "of een duur in dagen of in maanden telt, moet vaststaan voordat er een zaak is",
        "maak er een afspraak van, of vraag naar een datum of een aantal maanden",
    ),
    "uitdrukking": Kind(
        "een uitdrukking moet op precies één manier te lezen zijn",
        "herschrijf de uitdrukking; docs/uitdrukkingen.md geeft voorbeelden",
    ),
    "bestandsnaam": Kind(
        "een versie wordt gezocht op haar kenmerk en haar eerste dag",
        "noem het bestand agreements/<kenmerk>/<geldig_vanaf>.yaml",
    ),
    # Layers and versions
    "onbekende-laag": Kind(
        "zonder deze laag ontbreken haar regels en bedragen", "verbeter de verwijzing in bouwt_op"
    ),
    "lagen-kring": Kind(
        "lagen die over en weer op elkaar bouwen, hebben geen begin",
        "haal een van de verwijzingen in bouwt_op weg",
    ),
    "versie-dubbel": Kind("van één versie mag er maar één bestand zijn", "haal een van beide bestanden weg"),
    "versie-overlap": Kind(
        "op één dag mag maar één versie gelden", "sluit de oude versie af met geldig_tot_en_met"
    ),
    "afgeschermd": Kind(
        "de landelijke lagen zijn voor iedereen gelijk", "gebruik een ander kenmerk voor eigen afspraken"
    ),
    "punt-niet-ingevuld": Kind(
        "een hogere laag laat dit punt aan deze laag over", "geef een waarde, of schrijf open: met de reden"
    ),
    "punt-onbekend": Kind(
        "een waarde waar geen laag om vraagt, wordt nergens gebruikt",
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
        "alleen een regel met lokaal_afwijken: toegestaan laat een uitzondering van een lagere laag toe",
        "haal de uitzondering weg of leg haar voor aan de eigenaar van de hogere laag",
    ),
    "gaat-voor-alle": Kind(
        "een lagere laag kan niet voor alle regels gaan", "noem de regels van de eigen laag met hun naam"
    ),
    "vastgesteld-met-aanname": Kind(
        "een vastgestelde versie rust niet op aannames",
        "vervang de aanname door een bron of maak de versie weer concept",
    ),
    "vastgesteld-gewijzigd": Kind(
        "een vastgestelde versie verandert niet meer", "maak een nieuwe versie met een nieuwe datum"
    ),
    "niets-in-werking": Kind(
        "zonder versie die op deze dag geldt, zijn er geen regels",
        "kies een andere peildatum of voeg een versie toe",
    ),
    "concept-geldt-niet": Kind(
        "over mensen wordt besloten met wat is vastgesteld",
        "vraag wie de afspraken maakt of het concept nog wordt vastgesteld; daarna kan het besluit anders zijn",
        _WARNING,
    ),
    # Provenance
    "herkomst-ontbreekt": Kind(
        "van elke regel en waarde moet te zien zijn waar zij vandaan komt",
        "voeg grondslag, bron of aanname toe",
    ),
    "grondslag-vorm": Kind(
        "een grondslag is op te zoeken: een artikel van een wet met haar volledige naam, of een uitspraak",
        "schrijf bijvoorbeeld Participatiewet artikel 31 lid 2 onderdeel j",
    ),
    "herkomst-dubbel": Kind("een waarde van de gemeente heeft precies één herkomst", "kies bron of aanname"),
    "aanname-zonder-eigenaar": Kind(
        "een aanname heeft een eigenaar en een datum",
        "voeg aanname_standaard toe, of geef eigenaar en datum bij de aanname",
    ),
    "aanname-van-later": Kind(
        "wie een besluit of brief leest, moet kunnen nagaan sinds wanneer een aanname geldt",
        "schrijf bij datum: de dag waarop de aanname is gedaan",
        _WARNING,
    ),
    "los-bedrag": Kind(
        "een bedrag dat in een regel staat, raakt ongemerkt verouderd; de wet past haar bedragen elk half jaar aan (Participatiewet artikelen 38 en 39)",
        "zet het bedrag in bedragen: of maak er een afspraak van",
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
    "woorden-dubbel": Kind(
        "wie een waarde kiest, ziet alleen de woorden en moet de waarden kunnen onderscheiden",
        "geef elke waarde van een keuze haar eigen woorden",
    ),
    "woorden-vorm": Kind(
        "de woorden van een waarde staan op één regel van een scherm en worden ook als antwoord gelezen",
        "schrijf een paar gewone woorden, zoals: geen uitkering",
    ),
    "onbekende-naam": Kind(
        "een naam die nergens is beschreven, heeft geen waarde", "verbeter de naam of voeg het gegeven toe"
    ),
    "kring": Kind("wat van zichzelf afhangt, is niet te berekenen", "haal een van de verwijzingen weg"),
    "telling-bron": Kind(
        "het dossier telt uit een besluit, alle leden, alle aanvragen of factuurregels",
        "noem bij van een van die bronnen of een besluit van de overeenkomst",
    ),
    "telling-onbereikt": Kind(
        "van een eerder besluit staat alleen vast waarmee het heeft gerekend",
        "zet de naam bij ook van dat besluit, of lees een naam die het wel kent",
    ),
    "telling-in-telling": Kind(
        "bij alle leden, alle aanvragen en factuurregels telt alleen wat daar zelf is opgegeven of eruit volgt",
        "lees in waarin en neem alleen gegevens die worden opgegeven",
    ),
    "telling-kring": Kind(
        "een gegeven dat van zijn eigen telling afhangt, is niet te tellen",
        "haal een van de verwijzingen met deze weg",
    ),
    "telling-volgorde": Kind(
        "alleen besluiten hebben een volgorde, die van hun maand en van het vaststellen",
        "neem aantal of som, of noem bij van een besluit",
    ),
    # Types and units
    "soort-past-niet": Kind(
        "deze waarden horen niet bij elkaar", "vergelijk of reken alleen met waarden van dezelfde soort"
    ),
    "eenheid-past-niet": Kind(
        "een waarde per maand en een waarde per jaar gaan niet over hetzelfde",
        "reken met waarden over hetzelfde tijdvak",
    ),
    "persoon-zonder-som": Kind(
        "er kunnen twee personen zijn, met elk een eigen waarde",
        "schrijf de som van x, of maak dit begrip ook per persoon",
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
        "in de motivering wordt een regel met zijn naam genoemd", "geef de regel een eigen naam"
    ),
    "uitzondering-onbekend": Kind(
        "voorrang bestaat alleen tussen regels van hetzelfde begrip", "verbeter de naam"
    ),
    "voorrang-kring": Kind(
        "regels die van elkaar winnen, laten geen uitkomst over", "haal een van de voorrangen weg"
    ),
    "regels-strijdig": Kind(
        "twee regels geven een andere uitkomst en geen van beide gaat voor",
        "geef een van beide uitzondering_op of gaat_voor",
    ),
    "bewijs-strijd": Kind(
        "twee regels geven een andere uitkomst en geen van beide gaat voor",
        "geef een van beide uitzondering_op of gaat_voor",
    ),
    "bewijs-eis": Kind(
        "er is een geval waarin niet aan deze eis is voldaan; dat besluit wordt dan geweigerd",
        "pas de regels of de afspraken aan, of begrens het gegeven dat dit geval mogelijk maakt",
    ),
    "bewijs-waarschuwing": Kind(
        "er is een geval waarin niet aan deze eis is voldaan; het besluit krijgt dan een waarschuwing",
        "ga na of het geval zich kan voordoen en of de waarschuwing daarvoor bedoeld is",
        _WARNING,
    ),
    "bewijs-open-punt": Kind(
        "een punt is nog open, en niet bij elke waarde ervan is aan de eis voldaan",
        "vul het punt in, en kies een waarde waarbij aan de eis is voldaan",
        _WARNING,
    ),
    "bewijs-verband": Kind(
        "er zijn twee gevallen waarin deze vergelijking niet klopt; bij een besluit valt dat niet op",
        "pas de regels of de afspraken aan, of leg met behalve: vast waarom dit zo mag zijn",
    ),
    "bewijs-verband-let-op": Kind(
        "er zijn twee gevallen waarin deze vergelijking niet klopt; bij een besluit valt dat niet op",
        "ga na of dit zo is bedoeld, en leg dat met behalve: en de reden vast",
        _WARNING,
    ),
    "bewijs-gat": Kind(
        "voor dit geval is geen uitkomst bepaald; het besluit kan dan niet worden genomen",
        "schrijf een regel of anders, of begrens het gegeven dat dit geval mogelijk maakt",
        _WARNING,
    ),
    "bewijs-regel": Kind(
        "een regel die nooit wint verandert niets, en wekt de indruk dat er iets is geregeld",
        "verbeter de voorwaarde of de voorrang, of haal de regel weg",
        _WARNING,
    ),
    "bewijs-afspraak": Kind(
        "met elke andere waarde van deze afspraak komen alle besluiten gelijk uit",
        "ga na of een andere afspraak dit punt overbodig maakt, dan is het goed; zo niet, dan ontbreekt een regel",
        _WARNING,
    ),
    "bewijs-open": Kind(
        "wat niet is bewezen, kan waar zijn of niet",
        "leg de grens vast met scenario's",
        _WARNING,
    ),
    "bewijs-niet-beschikbaar": Kind(
        "bewijzen vraagt meer dan soco_rules zelf",
        "installeer het in de map van soco_rules met: pip install '.[bewijs]'",
    ),
    "bewijs-tussentijd": Kind(
        "op een dag zonder geldende versie wordt geen besluit genomen",
        "laat de versies op elkaar aansluiten, of controleer of de onderbreking is bedoeld",
        _WARNING,
    ),
    "uitkomst-onbekend": Kind(
        "alleen de waarden van het begrip kunnen een uitkomst zijn",
        "verbeter de uitkomst of zet haar bij waarden",
    ),
    "begrip-leeg": Kind(
        "zonder berekening of regels heeft een begrip geen uitkomst", "voeg berekening of regels toe"
    ),
    "tabel-vorm": Kind(
        "een tabel heeft een kop en rijen met evenveel kolommen", "zet de streepjes | op dezelfde plaats"
    ),
    # Decisions
    "beslisser": Kind(
        "over rechten en plichten beslist een bestuursorgaan; de coöperatie beslist alleen privaatrechtelijk",
        "kies college of raad, of maak het besluit privaatrechtelijk",
    ),
    "oordeel-van-ander": Kind(
        "een beschikking is van de gemeente, en het oordeel eronder dus ook",
        "laat een medewerker van de gemeente oordelen",
    ),
    "rechtskarakter-ontbreekt": Kind(
        "zonder rechtskarakter is niet duidelijk of er bezwaar mogelijk is",
        "noem elke uitkomst, of schrijf anders: met wat voor de andere uitkomsten geldt",
    ),
    "uitkomst-van-cooperatie": Kind(
        "over wat de coöperatie in het privaatrecht beslist, geeft de gemeente geen beschikking",
        "haal het besluit weg, of maak het privaatrechtelijk met de coöperatie als beslisser",
    ),
    "beschikking-zonder-grondslag": Kind(
        "de gemeente kan alleen over rechten en plichten beslissen waar de wet dat zegt",
        "voeg bij het begrip of zijn regels de grondslag toe, of maak het besluit een mededeling",
    ),
    "tijdvak-ontbreekt": Kind(
        "zonder maand is er geen eerste en laatste dag", "schrijf tijdvak: maand bij het besluit"
    ),
    "meer-oordelen": Kind(
        "meer mensen geven alleen een oordeel, en een gemiddelde is er alleen van getallen",
        "zet er oordeel_van bij, of haal meer_oordelen weg",
    ),
    "bewaken": Kind(
        "het dossier bewaakt een datum die het besluit geeft, totdat een ander besluit haar afhandelt",
        "noem een datum die bij uitkomst of ook staat, met het besluit dat dan nodig is",
    ),
    "bewaren": Kind(
        "een dossier blijft na zijn laatste stand zo lang bewaard als één regel zegt",
        "noem elke stand één keer, en wijk alleen af van een termijn die een aanname is",
    ),
    "bewaren-ontbreekt": Kind(
        "zonder bewaartermijn kan een dossier nooit worden gewist",
        "zet de stand bij bewaren met een termijn",
        _WARNING,
    ),
    "corrigeert": Kind(
        "een correctie komt in de plaats van een eerder besluit over dezelfde maand en geeft de uitkomst daarvan opnieuw",
        "verbeter de naam, of zet tijdvak: maand en de uitkomst van het andere besluit erbij",
    ),
    "onbekende-oordelaar": Kind(
        "van wie oordeelt moet vaststaan of hij bij de gemeente of bij de coöperatie hoort",
        "verbeter de naam of voeg hem toe aan agreements/oordelaars.yaml",
    ),
    "onbekende-stand": Kind(
        "een stand die niet bestaat, kan niemand hebben", "verbeter de stand of zet haar bij standen"
    ),
    "overgangsrecht": Kind(
        "overgangsrecht kiest bij een afgesproken punt tussen twee versies", "noem alleen afgesproken punten"
    ),
    "eis-vorm": Kind(
        "een eis gaat over één geval, of vergelijkt twee gevallen die alleen in de genoemde gegevens verschillen",
        "schrijf eis:, of als_stijgt: met daalt_niet: of stijgt_niet:, of hangt_niet_af_van: met betreft:",
    ),
    "eis-gegeven": Kind(
        "twee gevallen kunnen alleen verschillen in wat er over een geval wordt opgegeven",
        "noem een gegeven; wat de regels daaruit afleiden volgt vanzelf",
    ),
    "eis-geschonden": Kind("iedere overeenkomst moet aan deze eis voldoen", "pas de afspraken aan"),
    "eis-gewaarschuwd": Kind(
        "deze afspraak brengt een risico mee", "lees de grondslag na en leg de keuze vast", _WARNING
    ),
    "eis-open": Kind(
        "zolang het punt open is, is niet te zien of aan de eis is voldaan", "vul het punt in", _WARNING
    ),
    "afronding-onduidelijk": Kind(
        "wat buiten dit deel staat, wordt niet afgerond", "zet haakjes om wat moet worden afgerond", _WARNING
    ),
    "tweede-rekenaar": Kind(
        "zonder tweede rekenaar wordt dit besluit maar één keer uitgerekend",
        "splits het begrip in kleinere begrippen",
        _WARNING,
    ),
    "tweede-rekenaar-weg": Kind(
        "een besluit dat maar één keer is uitgerekend, gaat niet door",
        "probeer het opnieuw; komt dit vaker voor, laat de beheerder dan naar de melding kijken",
    ),
    # Cases and commands
    "bestand": Kind(
        "zonder dit bestand kan het commando niet verder", "controleer de naam en de rechten van het bestand"
    ),
    "lege-werkmap": Kind(
        "een werkmap bevat de map agreements met regelbestanden",
        "ga naar de map waarin agreements staat, of verwijder de lege map agreements",
    ),
    "onbekende-overeenkomst": Kind(
        "zonder overeenkomst zijn er geen regels om mee te beslissen", "verbeter het kenmerk"
    ),
    "onbekend-besluit": Kind(
        "alleen besluiten uit het regelbestand zijn te nemen", "verbeter de naam van het besluit"
    ),
    "onbekend-gegeven": Kind(
        "een gegeven dat de regels niet kennen, telt niet mee", "verbeter de naam of haal het weg"
    ),
    "onbekende-proceduredag": Kind(
        "met een dag onder een andere naam wordt geen termijn berekend",
        "gebruik een naam uit docs/termijnen.md",
    ),
    "procedure-terugnemen": Kind(
        "alleen een dag die bij deze procedure is vastgelegd, is terug te nemen",
        "kijk met soco dossier toon welke dagen er staan",
    ),
    "procedure-volgorde": Kind(
        "uit dagen die elkaar niet zo kunnen opvolgen, volgt geen termijn",
        "verbeter de dag die niet klopt; klopt geen van beide, geef ze dan samen",
    ),
    "gegeven-ongeldig": Kind("met deze waarde kan niet worden gerekend", "verbeter de waarde"),
    "gegeven-buiten-grens": Kind("buiten deze grenzen kan de waarde niet kloppen", "controleer de waarde"),
    "gegeven-niet-gebruikt": Kind(
        "wat niet nodig is, hoort niet in de zaak",
        "laat het gegeven weg",
        _WARNING,
    ),
    "telling-onbekend": Kind(
        "wat niet bekend is, telt niet als nul en ook niet als nee",
        "vul aan wat ontbreekt, of geef het gegeven zelf op",
        _WARNING,
    ),
    "telling-wijkt-af": Kind(
        "wat is opgegeven, gaat voor wat het dossier telt",
        "ga na welke van de twee klopt",
        _WARNING,
    ),
    "meer-correcties": Kind(
        "van meer correcties over één maand zegt geen enkele om welk bedrag het samen gaat",
        "tel op wat volgens die besluiten te veel is en nog niet is verrekend of teruggevraagd, en geef dat zelf op",
        _WARNING,
    ),
    "oordeel-nodig": Kind(
        "bij een oordeel hoort wie het gaf, op welke dag en waarom",
        "zet de waarde onder oordelen met door, datum en reden",
    ),
    "zaak-past-niet": Kind(
        "over een zaak wordt met haar eigen overeenkomst beslist", "gebruik het kenmerk van de zaak"
    ),
    "scenario": Kind("een scenario dat niet wordt gelezen, bewaakt niets", "herstel de aangewezen regel"),
    "mutant-aanvaard": Kind(
        "een verklaring die niet meer klopt verbergt wat geen scenario merkt", "haal deze regel weg"
    ),
    "scenario-label": Kind(
        "met zo'n label wordt het scenario anders of niet uitgevoerd",
        "kies een label van letters, cijfers en streepjes",
    ),
    "scenario-onvolledig": Kind(
        "zonder dit is er niets te beslissen of te controleren",
        "vul het scenario aan; docs/scenarios.md geeft de zinnen",
    ),
    "scenario-tabel": Kind(
        "wat niet in de goede kolom staat, telt niet mee",
        "verbeter de tabel; docs/scenarios.md geeft voorbeelden",
    ),
    "onbekende-stap": Kind("een scenario bestaat uit vaste zinnen", "gebruik een zin uit soco stappen"),
    "sjabloon": Kind("zonder goed sjabloon is er geen brief", "herstel de aangewezen plek in het sjabloon"),
    "sjabloon-naam": Kind(
        "een naam of waarde die dit besluit nooit heeft, staat nooit in een brief", "verbeter de naam"
    ),
    "sjabloon-grond": Kind(
        "wie een besluit krijgt moet kunnen lezen waarom (Algemene wet bestuursrecht artikel 3:46)",
        "schrijf voor elke regel die de uitkomst geeft een eigen zin onder Waarom",
    ),
    "sjabloon-uitkomst": Kind(
        "zonder woorden voor een uitkomst is er van dat besluit geen brief",
        "schrijf woorden voor deze uitkomst",
    ),
    "sjabloon-ongebruikt": Kind(
        "een sjabloon dat geen besluit gebruikt, komt nooit in een brief",
        "geef het bestand de naam van de brief in het regelbestand",
        _WARNING,
    ),
    "sjabloon-ontbreekt": Kind(
        "zonder sjabloon is er van dit besluit geen brief te maken",
        "maak het sjabloon in de map templates; docs/brieven.md legt uit hoe",
        _WARNING,
    ),
    "sjabloon-vaste-waarde": Kind(
        "een bedrag, percentage, datum of artikel dat vast in een brief staat, klopt op een dag niet meer",
        "gebruik een waarde uit het besluit",
    ),
    "sjabloon-taal": Kind(
        "een lange of ambtelijke zin wordt minder goed begrepen", "schrijf het korter of gewoner", _WARNING
    ),
    "woordenlijst": Kind(
        "met deze regel van de woordenlijst is geen woord te vinden of te vervangen",
        "schrijf links het ambtelijke woord en rechts gewone woorden",
    ),
    "besluit-onleesbaar": Kind(
        "alleen een bewaard besluit is te gebruiken",
        "bewaar het besluit opnieuw met soco besluit en --json > besluit.json, en noem dat bestand",
    ),
    "niets-te-besluiten": Kind(
        "een brief zegt wat er is besloten", "vul aan wat ontbreekt; soco besluit noemt de vragen"
    ),
    # Adopting
    "niet-vast-te-stellen": Kind(
        "vaststellen kan alleen wat vaststaat en mag",
        "vul de zaak aan en neem het besluit opnieuw met soco besluit --json",
    ),
    "mandaat-ontbreekt": Kind(
        "wie voor een ander besluit, heeft daarvoor een mandaat (Algemene wet bestuursrecht artikel 10:3)",
        "laat een bevoegde functie vaststellen, of vul het mandaatregister aan met wat in het mandaatbesluit staat",
    ),
    "dag-komt-nog": Kind(
        "wat nog moet gebeuren, kan niet worden vastgelegd als gebeurd",
        "geef vandaag, of een dag die voorbij is",
    ),
    "eerder-dan-voorstel": Kind(
        "een besluit is van de dag waarop het is genomen, en niemand besluit op een voorstel dat er nog niet is",
        "geef --eerder-omdat met waar staat dat het bestuursorgaan het toch eerder nam, of een latere dag",
    ),
    "verzending-dag": Kind(
        "een dag waarop de brief niet is verzonden, geeft in de brief een verkeerde laatste dag voor bezwaar",
        "is de brief op een andere dag verzonden of uitgereikt, leg die dag dan vast met soco dossier bekendmaking",
        _WARNING,
    ),
    "vaststelling-datum": Kind(
        "eerst is er het voorstel, dan de vaststelling, dan de verzending",
        "verbeter --datum of --verzonden-op",
    ),
    "zienswijze": Kind(
        "wie nadeel van een beschikking heeft, kan vooraf zijn zienswijze geven, met enkele uitzonderingen "
        "(Algemene wet bestuursrecht artikelen 4:7 tot en met 4:12)",
        "zeg met --zienswijze of de belanghebbende is gehoord, of welke uitzondering geldt",
    ),
    "toelichting-ontbreekt": Kind(
        "waar een medewerker weegt, hoort de brief te zeggen waarom (Algemene wet bestuursrecht artikel 3:46)",
        "geef --toelichting",
    ),
    "afwijking": Kind(
        "van de regels is alleen in een bijzonder geval en met een reden af te wijken (Algemene wet bestuursrecht "
        "artikel 4:84)",
        "kies een andere uitkomst",
    ),
    "vaststelling-voorlopig": Kind(
        "een definitieve brief rust niet op een aanname, een open punt of een concept",
        "laat de oorzaak wegnemen en neem het besluit opnieuw",
        _WARNING,
    ),
    "vaststelling-klopt-niet": Kind(
        "een definitieve brief volgt uit een vaststelling die zo te doen is",
        "stel het besluit opnieuw vast met soco vaststellen, en verander een vaststelling niet met de hand",
        _WARNING,
    ),
    "versie-niet-vast-te-stellen": Kind(
        "een vastgestelde versie is af en verandert niet meer",
        "maak de versie af, of kies de versie die is bedoeld",
    ),
    "versie-niet-te-bewaren": Kind(
        "wat is vastgesteld of door een ander is gewijzigd, blijft staan",
        "open de versie opnieuw, of kies een andere eerste dag",
    ),
    "bestuursbesluit": Kind(
        "afspraken binden door een besluit van het bestuursorgaan, of van wie dat in mandaat neemt (Algemene wet "
        "bestuursrecht artikel 10:3); in het register is na te zoeken welk",
        "geef --bestuursbesluit en --bestuursbesluit-datum, of laat een functie met een mandaat vaststellen",
    ),
    "versie-terugwerkend": Kind(
        "wat sinds de eerste dag is besloten, volgde uit de versie van ervoor; ten nadele van iemand werkt een regel "
        "niet zomaar terug",
        "kies een latere eerste dag, of zoek na het vaststellen met soco dossier heropen op wat er anders wordt",
        _WARNING,
    ),
    "versie-onleesbaar": Kind(
        "een vastgestelde versie geldt tot de volgende begint; of dit bestand die volgende is, staat in het bestand zelf",
        "vraag de beleidsadviseur om de fout op deze plaats te verbeteren, of om het bestand uit de map te halen zolang "
        "het niet af is",
    ),
    "versie-scenario-rood": Kind(
        "een scenario zegt wat is afgesproken; mislukt het, dan doen de regels van deze versie iets anders",
        "verbeter de regels, of verbeter het scenario als de afspraak anders is; soco toets voert de scenario's uit",
    ),
    "versie-onbewaakt": Kind(
        "wat geen bevestigd scenario bewaakt, kan anders werken dan is afgesproken zonder dat iemand het merkt",
        "laat wie de afspraken kent de voorstellen nalezen en het label @voorstel weghalen, of schrijf scenario's",
        _WARNING,
    ),
    "eigen-versie": Kind(
        "wie een versie maakt, stelt haar niet ook vast: een ander kijkt ernaar",
        "laat een ander de versie vaststellen",
    ),
    "huisstijl-kleur": Kind(
        "tekst in een lichte kleur is voor veel mensen niet te lezen; nodig is een contrast van 4,5 op 1",
        "kies een donkerdere kleur",
    ),
    "huisstijl-logo": Kind(
        "een logo tekent alleen: het voert niets uit, haalt niets op en is er ook voor wie het niet ziet",
        "gebruik een .svg of .png in de map met sjablonen; docs/brieven.md legt uit hoe",
    ),
    "onderdeel-ontbreekt": Kind(
        "brieven als PDF en Word vragen meer dan soco_rules zelf",
        "installeer het met: pip install 'soco-rules[brief]', of kies .html of .md",
    ),
    "teken-zonder-vorm": Kind(
        "geen van de meegeleverde lettertypen heeft dit teken; wie de tekst kopieert, krijgt het wel",
        "schrijf de naam of tekst in Latijnse letters, zoals in de basisregistratie personen",
        _WARNING,
    ),
    "geadresseerde": Kind(
        "een brief gaat naar de belanghebbende zelf, of naar wie voor hem mag optreden",
        "verbeter de geadresseerden onder brief; docs/brieven.md legt uit hoe",
    ),
    "zonder-brief": Kind(
        "een beschikking werkt pas als zij is toegezonden of uitgereikt; vanaf dan loopt de termijn voor bezwaar "
        "(Algemene wet bestuursrecht artikel 3:40, 3:41 en 6:8)",
        "laat de brief in orde maken, of geef met --eigen-brief het kenmerk van de brief waarmee u het bekendmaakt",
    ),
    "brief-onvolledig": Kind(
        "zonder afzender, geadresseerde en kenmerk kan een brief niet weg",
        "vul de zaak aan onder brief, zoals in docs/voorbeelden, of het regelbestand onder gemeente en cooperatie",
        _WARNING,
    ),
    # Dossiers: telling, deciding, adopting
    "stand-past-niet": Kind(
        "de overeenkomst zegt in welke stand iemand is bij dit besluit",
        "kijk in welke stand het dossier hoort te zijn, en neem eerst het besluit dat daarheen leidt",
    ),
    "stand-uit-besluiten": Kind(
        "de stand volgt uit wat er is besloten; wat iemand erover vastlegt, verandert niets",
        "neem het besluit dat naar die stand leidt, of heropen een besluit dat niet klopt met soco dossier heropen",
    ),
    "eerst-ander-besluit": Kind(
        "dit besluit rekent met wat een ander besluit over dezelfde persoon heeft vastgesteld",
        "neem eerst dat andere besluit",
        _WARNING,
    ),
    "onbekend-voorstel": Kind(
        "alleen het nieuwste voorstel voor een besluit is vast te stellen",
        "bekijk het dossier met soco dossier toon, en doe zo nodig een nieuw voorstel met soco dossier besluit",
    ),
    "voorstel-teruggegeven": Kind(
        "wie een voorstel teruggeeft, wil dat er eerst iets aan verandert",
        "lees de opmerking met soco dossier toon, verwerk haar en doe een nieuw voorstel",
    ),
    "opmerking-ontbreekt": Kind(
        "wie het voorstel deed, moet weten wat er anders moet",
        "schrijf met --opmerking wat er anders moet",
    ),
    "dossier-gewijzigd": Kind(
        "wie iets vastlegt, moet weten wat een ander intussen vastlegde",
        "bekijk het dossier opnieuw, en leg het vast als het nog klopt",
    ),
    "bekendmaking": Kind(
        "een beschikking werkt vanaf de dag waarop zij is toegezonden of uitgereikt, en de termijn voor bezwaar begint op "
        "de dag erna (Algemene wet bestuursrecht artikelen 3:40, 3:41 en 6:8)",
        "leg de dag vast waarop de brief echt is verzonden of uitgereikt",
    ),
    "bezwaar": Kind(
        "van een bezwaar hangen termijnen en rechten af; de Algemene wet bestuursrecht zegt in welke volgorde (hoofdstukken "
        "6 en 7)",
        "verbeter wat er is ingevuld; docs/jurist.md legt de stappen uit",
    ),
    "besluit-op-bezwaar": Kind(
        "een bezwaar wordt beslist na horen, met een motivering en op grond van een heroverweging (Algemene wet "
        "bestuursrecht artikelen 7:2 tot en met 7:15)",
        "vul aan wat ontbreekt; docs/jurist.md legt het uit",
    ),
    "zelf-besloten": Kind(
        "wie een besluit in mandaat nam, heeft geen mandaat om op het bezwaar ertegen te beslissen (Algemene wet "
        "bestuursrecht artikel 10:3 lid 3)",
        "laat een ander met het mandaat besluit_op_bezwaar beslissen",
    ),
    "voorstel-achterhaald": Kind(
        "een besluit rust op wat er bekend is, en op de regels zoals zij zijn, op de dag dat het wordt vastgesteld",
        "doe een nieuw voorstel: met soco dossier besluit, en buiten een dossier met soco besluit --json",
    ),
    "vier-ogen": Kind(
        "de overeenkomst vraagt bij dit besluit om twee verschillende mensen",
        "laat een ander het voorstel vaststellen",
    ),
    "eigen-voorstel": Kind(
        "wie een besluit voorstelt of vastlegt waarop het rust, stelt het niet ook vast: een ander kijkt ernaar",
        "laat een ander het voorstel vaststellen",
    ),
    "ondertussen-veranderd": Kind(
        "wat iemand vaststelt, is wat hij heeft gelezen",
        "lees het opnieuw; wat u had ingevuld staat er nog",
    ),
    "al-besloten": Kind(
        "over een maand wordt één keer besloten; wat is vastgesteld, verandert niet meer",
        "laat de maand staan, of heropen het besluit als er iets nieuws bekend is",
    ),
    "dossier-dubbel": Kind(
        "van iemand is er één dossier per overeenkomst, of per ronde",
        "gebruik dat dossier; soco dossier toon laat zien wat erin staat",
    ),
    "geen-wachtlijst": Kind(
        "plaatsen en een wachtlijst zijn er alleen als de overeenkomst daarover laat beslissen",
        "kies een andere overeenkomst, of geef met --besluit het besluit over de plaats",
    ),
    "onbekende-ronde": Kind(
        "aanvragen worden binnen één ronde vergeleken",
        "open dossiers met soco dossier nieuw --ronde en de naam van de ronde",
    ),
    "bron-ontbreekt": Kind(
        "van elk gegeven in een dossier moet te zien zijn waar het vandaan komt",
        "schrijf bron: bij het gegeven, of geef --bron",
    ),
    "maand-ontbreekt": Kind(
        "een gegeven over een maand geldt voor precies één maand", "geef --maand, bijvoorbeeld 2026-10"
    ),
    # Dossiers: the store and its keys
    "instelling": Kind(
        "met een ontbrekende of onjuiste instelling werkt de werkplek niet, of niet veilig",
        "verbeter de instelling; docs/beheer/uitrol.md heeft de hele lijst",
    ),
    "instelling-bedoeld": Kind(
        "zo kan de werkplek starten, en zelden is het zo bedoeld",
        "verbeter de instelling als het anders hoort; docs/beheer/uitrol.md heeft de hele lijst",
        _WARNING,
    ),
    "instelling-onbekend": Kind(
        "een instelling met een typefout zou ongemerkt niet tellen",
        "verbeter de naam, of haal haar weg",
        _WARNING,
    ),
    "poort-bezet": Kind(
        "op een poort luistert één programma tegelijk",
        "kies met --poort een andere poort, of stop het andere programma",
    ),
    "opslag-adres": Kind(
        "dossiers staan in een SQLite-bestand of in een PostgreSQL-database",
        "geef een pad, of een adres als postgresql://gebruiker@server/database",
    ),
    "werk-genoeg": Kind(
        "de werkplek rekent voor iedereen, en lang werk van één persoon laat anderen wachten",
        "wacht tot een ervan klaar is",
    ),
    "opslag-ontbreekt": Kind(
        "zonder opslag is er niets te lezen en nergens te schrijven",
        "verbeter --opslag, of maak een nieuwe opslag met soco dossier bijwerken",
    ),
    "opslag-oud": Kind(
        "deze versie van soco_rules verwacht andere tabellen",
        "maak met de vorige versie een reservekopie, en werk de opslag bij met soco dossier bijwerken",
    ),
    "opslag-nieuwer": Kind(
        "wat een nieuwere versie heeft geschreven, kan deze verkeerd lezen",
        "gebruik de nieuwste versie van soco_rules",
    ),
    "opslag-bezet": Kind(
        "twee schrijvers tegelijk zouden elkaars werk overschrijven; er is niets geschreven",
        "wacht tot het andere commando klaar is en probeer het opnieuw",
    ),
    "opslag-weigert": Kind(
        "zonder een werkende opslag wordt niets gelezen en niets geschreven",
        "laat de beheerder naar de opslag kijken; docs/beheer/opslag.md helpt daarbij",
    ),
    "opslag-onbeschermd": Kind(
        "zonder deze triggers weigert de database niet meer dat iemand een handeling wijzigt of weghaalt",
        "ga na wie dit deed, en zet een reservekopie terug in een nieuwe opslag; die heeft ze weer",
    ),
    "opslag-klok": Kind(
        "uit de tijd van een handeling blijkt wat wanneer bekend was",
        "zet de klok van deze computer goed",
    ),
    "sleutels-onleesbaar": Kind(
        "zonder sleutels is geen dossier te lezen",
        "verbeter --sleutels, of maak voor een nieuwe opslag sleutels met soco dossier sleutels",
    ),
    "sleutels-open": Kind(
        "wie de sleutels en de opslag heeft, kan elk dossier lezen",
        "haal de rechten van anderen op dit bestand weg, bijvoorbeeld met chmod 600",
        _WARNING,
    ),
    "sleutels-passen-niet": Kind(
        "de inhoud is versleuteld, en met andere sleutels is niet te zien wat er staat",
        "gebruik het sleutelbestand van deze opslag; is het dat al, controleer dan de opslag met soco dossier controleer",
    ),
    "opslag-niet-leeg": Kind(
        "terugzetten gaat nooit over boeken heen die er al zijn",
        "kies met --opslag een nieuw bestand of een lege database",
    ),
    "anker": Kind(
        "een anker bewijst tot waar een boek liep, en moet dus heel zijn",
        "geef een bestand van soco dossier anker",
    ),
    "dossier-niet-beschikbaar": Kind(
        "dossiers bijhouden vraagt meer dan soco_rules zelf",
        "installeer het in de map van soco_rules met: pip install '.[dossier]'",
    ),
    "reservekopie": Kind(
        "een halve of gewijzigde reservekopie brengt dossiers niet terug",
        "kies een andere reservekopie",
    ),
    "onbekend-dossier": Kind(
        "wat er niet is, is niet te lezen en niet aan te vullen",
        "verbeter het kenmerk of het nummer van het dossier",
    ),
    "persoon-tekens": Kind(
        "een naam komt in brieven en lijsten, en moet daar te lezen zijn",
        "typ de tekst opnieuw, op één regel",
    ),
    "persoon-te-veel": Kind(
        "van iemand staat niet meer vast dan een brief en een zekere herkenning vragen",
        "haal weg wat er niet hoort; wat een besluit nodig heeft, is een gegeven: soco dossier feit",
    ),
    "wissen-stand": Kind(
        "wie nog meedoet, wacht of meetelt, heeft een dossier nodig; alleen na een laatste stand begint de bewaartermijn",
        "neem eerst het besluit waarmee de deelname eindigt",
    ),
    "wissen-bewaren": Kind(
        "zonder afgesproken termijn is niet bekend wanneer de bewaarplicht voorbij is",
        "zet bij bewaren in het regelbestand hoe lang dossiers met deze stand blijven",
    ),
    "wissen-termijn": Kind(
        "tot het einde van de bewaartermijn moet na te gaan zijn wat er is beslist, ook als iemand om wissen vraagt",
        "wis het dossier na die dag; soco dossier bewaartermijnen noemt alle dagen",
    ),
    "wissen-loopt": Kind(
        "zolang er iets loopt, zijn de gegevens daarvoor nodig",
        "handel het eerst af, of wacht tot de dag voorbij is; soco dossier termijnen laat zien wat er loopt",
    ),
    "dossier-gewist": Kind(
        "een gewist dossier is niet meer te lezen en niet meer aan te vullen",
        "open een nieuw dossier als deze persoon terugkomt",
    ),
    "boek-beschadigd": Kind(
        "een handeling die is gewijzigd, verplaatst of verwijderd, bewijst niets meer",
        "schrijf niets meer in dit boek en zet een reservekopie terug; docs/beheer/opslag.md legt uit hoe",
    ),
    "bsn": Kind(
        "een burgerservicenummer heeft negen cijfers en voldoet aan de elfproef",
        "neem het nummer over uit de basisregistratie personen",
    ),
    # The month of a cooperative
    "invoer-onleesbaar": Kind(
        "alleen uit een gewoon CSV- of XLSX-bestand zijn rijen te lezen",
        "bewaar het bestand in het rekenblad opnieuw als .xlsx of als CSV UTF-8",
    ),
    "invoer-koppen": Kind(
        "aan de koppen is te zien wie en wat in een rij staat",
        "zet boven de rijen koppen zoals in het formulier van soco verreken --sjabloon, of kies een blad met --blad",
    ),
    "invoer-kolom": Kind(
        "een kolom die niet of verkeerd wordt begrepen, geeft een verkeerd bedrag",
        "verbeter de kop, of zeg met --kolom wat de kolom is",
    ),
    "invoer-samengevoegd": Kind(
        "bij samengevoegde cellen staat de waarde maar in één ervan",
        "hef het samenvoegen op en vul elke cel",
    ),
    "invoer-formule": Kind(
        "een formule van een ander wordt niet uitgerekend",
        "open het bestand in het rekenblad, bewaar het opnieuw, of plak de cellen als waarden",
    ),
    "invoer-formule-gelezen": Kind(
        "een bewaarde uitkomst kan ouder zijn dan de cellen waar de formule naar kijkt",
        "open het bestand in het rekenblad, controleer de bedragen en bewaar het opnieuw",
        _WARNING,
    ),
    "invoer-blad-overgeslagen": Kind(
        "wat verborgen is, heeft de afzender niet laten zien",
        "maak het blad zichtbaar als het erbij hoort",
        _WARNING,
    ),
    "invoer-verborgen-rijen": Kind(
        "een rij die niet te zien is, telt mee",
        "haal het filter weg en controleer de rijen",
        _WARNING,
    ),
    "invoer-lid": Kind(
        "een rij hoort bij precies één lid van dit boek",
        "verbeter het lidnummer of de naam, of open eerst een dossier voor dit lid",
    ),
    "invoer-lid-ontbreekt": Kind(
        "zonder rij is niet bekend wat dit lid verdiende; dat is iets anders dan nul",
        "voeg een rij voor dit lid toe, en vul 0 in als er niets was",
    ),
    "invoer-zonder-regels": Kind(
        "wie geen factuurregel heeft, kan geen omzet hebben of vergeten zijn",
        "controleer of dit klopt",
        _WARNING,
    ),
    "invoer-niet-opgegeven": Kind(
        "zonder bedrag en zonder factuurregel is niet bekend of er niets was",
        "vul het bedrag in, met 0 als er niets was, of geef de factuurregels",
    ),
    "invoer-stand": Kind(
        "de maandafrekening gaat alleen over wie een stand heeft die de besluiten noemen",
        "haal de rij weg, of leg eerst vast waardoor de stand anders is",
    ),
    "invoer-regel-weg": Kind(
        "een regel die niet meer wordt opgegeven, verdwijnt niet vanzelf",
        "hoort zij er niet meer bij, zet dan een rij met het lidnummer en de factuurregel en laat de rest leeg",
        _WARNING,
    ),
    "invoer-dubbel": Kind(
        "wat twee keer in een bestand staat, kan twee keer tellen",
        "haal een van beide weg, of geef elke factuurregel een eigen kenmerk",
    ),
    "invoer-maand": Kind("een bestand gaat over één maand", "haal de rij weg, of verbeter --maand"),
    "invoer-rij": Kind(
        "een cel die niet onder haar kop staat, kan een verschoven rij zijn",
        "zet elke waarde onder haar kop",
    ),
    "invoer-waarde": Kind(
        "alleen wat precies te lezen is, telt; er wordt niets geraden en niets afgerond",
        "verbeter de cel",
    ),
    "invoer-totaal": Kind(
        "een totaal dat niet klopt, wijst op een rij die ontbreekt of is veranderd",
        "controleer de rijen en het totaal",
    ),
    "invoer-leeg": Kind(
        "een lege cel is onbekend, en onbekend is niet nul",
        "vul de cel in, met 0 als er niets was",
        _WARNING,
    ),
    "invoer-veranderd": Kind(
        "over deze maand is voor dit lid al beslist; een ander bedrag vraagt een correctie",
        "laat de rij zoals zij was; of geef --correctie, dan worden de besluiten heropend die erop rusten",
    ),
    "maand-volgorde-lid": Kind(
        "een maand telt met wat over de maanden ervoor is vastgesteld",
        "handel bij deze leden eerst de andere maand af, en geef daarna hetzelfde commando",
        _WARNING,
    ),
    "maand-volgorde": Kind(
        "een maand telt met wat over de maanden ervoor is vastgesteld",
        "verreken de maanden op volgorde",
    ),
    "maand-niet-voorbij": Kind(
        "inkomsten en kosten van een maand die nog loopt kunnen nog veranderen; dan is over de maand beslist op een schatting",
        "wacht tot de maand voorbij is, of geef met --lopende-maand de reden waarom dat niet kan",
    ),
    "maand-loopt": Kind(
        "inkomsten en kosten van een maand die nog loopt kunnen nog veranderen; dit besluit rust dan op een schatting",
        "wacht tot de maand voorbij is, of zeg in de toelichting waarom dat niet kan, en reken de maand daarna na",
        _WARNING,
    ),
    "geen-maandafrekening": Kind(
        "soco verreken doet de besluiten waar in_maandafrekening: ja bij staat",
        "zet in_maandafrekening: ja bij de besluiten van de maand",
    ),
    "grootboek": Kind(
        "een grootboek telt bedragen op die het besluit elke maand kent: begin, erbij, eraf en eind",
        "noem in grootboek alleen bedragen waar het besluit mee rekent, elk één keer",
    ),
    "pot-onder-nul": Kind(
        "uit een pot gaat niet meer dan erin zit, tenzij dat is afgesproken",
        "kijk na wat eraf ging, en leg vast wat er met het tekort gebeurt voordat iemand de maand vaststelt",
        _WARNING,
    ),
    "maand-onvolledig": Kind(
        "de volgende maand telt met alle waarden van dit besluit",
        "leg vast wat nog ontbreekt, en geef daarna hetzelfde commando",
    ),
    "grootboek-sluit-niet": Kind(
        "wat erbij komt en eraf gaat, maakt van het begin precies het eind",
        "kijk op het blad Controle van het overzicht bij welk lid het verschil zit, en herstel het regelbestand of de gegevens",
    ),
    # Caseloads
    "caseload-onleesbaar": Kind(
        "een bestand met leden en maanden is een tabel waarvan elke cel exact te lezen is",
        "lever een .csv in UTF-8 of een .parquet; docs/beleid/simuleren.md zegt hoe",
    ),
    "simulatie-niet-beschikbaar": Kind(
        "doorrekenen vraagt meer dan soco_rules zelf",
        "installeer het met: pip install 'soco-rules[simulatie]'",
    ),
    "spark-niet-beschikbaar": Kind(
        "het rekenen op Spark is een eigen onderdeel, dat in Java draait",
        "installeer Java 17 en: pip install 'soco-rules[verdeeld]'; of laat --motor weg, dan rekent duckdb op deze computer",
    ),
    "caseload-kolom": Kind(
        "een kolom die verkeerd heet, telt niet mee, en dan is het gegeven bij iedereen onbekend",
        "geef de kolom de naam van het gegeven",
    ),
    "caseload-kolom-over": Kind(
        "wat een besluit niet vraagt, hoort niet in het bestand; zeker geen namen of nummers van mensen",
        "haal de kolom weg",
        _WARNING,
    ),
    "caseload-persoon": Kind(
        "een doorrekening heeft niemands naam, nummer of adres nodig, en wat hier niet hoort mag er ook niet in",
        "haal de kolom weg; geef in de kolom lid elk lid een eigen nummer, zoals 1, 2 en 3",
    ),
    "caseload-rij": Kind(
        "een rij waarvan niet zeker is wat er staat, zou een verkeerd bedrag geven en telt daarom niet mee",
        "verbeter de cel, of laat haar leeg als het gegeven niet bekend is",
    ),
    "caseload-leeg": Kind(
        "zonder leden is er niets door te rekenen", "verbeter de rijen die hierboven zijn genoemd"
    ),
    "caseload-onvoldoende": Kind(
        "een bedrag waarvoor bij iedereen een gegeven ontbreekt, is bij iedereen onbekend",
        "voeg de kolommen toe, of noem het besluit niet bij --besluit",
        _WARNING,
    ),
    "caseload-niets": Kind(
        "doorgerekend worden besluiten over een maand met een bedrag als uitkomst",
        "noem met --besluit wat moet worden doorgerekend, en geef de kolommen die daarvoor nodig zijn",
    ),
    "caseload-past-niet": Kind(
        "beide lezingen moeten dezelfde gegevens kennen", "verbeter de kolom, of reken de lezingen apart door"
    ),
    "geldstromen": Kind(
        "wie aan wie betaalt, bepaalt wat een wijziging voor het lid, de coöperatie en de gemeente betekent",
        "verbeter de lijst; docs/beleid/simuleren.md zegt hoe",
    ),
    "verdeling": Kind(
        "een verzonnen bestand volgt een lijst met verdelingen",
        "verbeter de lijst; docs/beleid/simuleren.md zegt hoe",
    ),
    # What a machine sends
    "verzoek-json": Kind(
        "een tekst die geen JSON is, kan op meer manieren worden gelezen",
        "kijk naar komma's, haakjes en aanhalingstekens op die plaats",
    ),
    "verzoek-vorm": Kind(
        "wat niet precies is wat de API beschrijft, wordt niet uitgevoerd",
        "schrijf het zoals de beschrijving van de API zegt",
    ),
}
