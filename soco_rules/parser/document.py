"""The rule file as it is written: which Dutch keys stand where; every scalar is text.

The descriptions and examples are Dutch because editors show them to the author of a rule file.
"""

from __future__ import annotations

from typing import Annotated
from typing import Literal

from pydantic import BaseModel
from pydantic import BeforeValidator
from pydantic import ConfigDict
from pydantic import Discriminator
from pydantic import Field
from pydantic import StringConstraints
from pydantic import Tag
from pydantic import WithJsonSchema

from soco_rules.model.agreement import Changeable
from soco_rules.model.agreement import Layer
from soco_rules.model.agreement import Requested
from soco_rules.model.agreement import Several
from soco_rules.model.agreement import Status
from soco_rules.model.values import Kind
from soco_rules.model.values import Per


def _as_list(written: object) -> object:
    return [written] if isinstance(written, str) else written


def _as_reason(written: object) -> object:
    return {"reden": written} if isinstance(written, str) else written


def _as_value(written: object) -> object:
    return {"waarde": written} if isinstance(written, str) else written


def _form_of_choices(written: object) -> str:
    return "in-woorden" if isinstance(written, dict) else "als-lijst"


def _as_otherwise(written: object) -> object:
    return {"anders": written} if isinstance(written, str) else written


LONGEST_WORDS = 80
Text = Annotated[str, StringConstraints(min_length=1)]
Scalar = Annotated[Text, WithJsonSchema({"type": ["string", "number"]})]
"""A value or an expression: an editor may see a number where soco_rules reads the text."""
Date = Annotated[Text, WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
Name = Annotated[Text, WithJsonSchema({"type": "string", "pattern": "^[a-z][a-z0-9_]*$"})]
Words = Annotated[str, WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_WORDS})]
"""What a reader sees of a value; `choice_words` says what is wrong with them, so that the value itself stays."""
Answer = Literal["ja", "nee"]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_list, json_schema_input_type=Text | list[Text])]
Names = Annotated[tuple[Text, ...], BeforeValidator(_as_list, json_schema_input_type=Name | list[Name])]
Choices = Annotated[
    Annotated[Names, Tag("als-lijst")] | Annotated[dict[Name, Words], Tag("in-woorden")],
    Discriminator(_form_of_choices),
]
"""The values of a keuze, alone or each with its words; the tags are no names, so no file can have them as a key."""
CHOICES = (
    "De waarden waaruit bij een keuze wordt gekozen: een lijst, of per waarde de woorden die een lezer ziet. Zonder "
    "woorden ziet een lezer de waarde zelf, met spaties. Woorden doen niets aan een uitkomst."
)
Expressions = Annotated[
    tuple[Scalar, ...], BeforeValidator(_as_list, json_schema_input_type=Scalar | list[Text])
]
Units = Annotated[tuple[Per, ...], BeforeValidator(_as_list, json_schema_input_type=Per | list[Per])]
Period = Literal["maand", "jaar"]
Periods = Annotated[
    tuple[Period, ...], BeforeValidator(_as_list, json_schema_input_type=Period | list[Period])
]
LegalCharacter = Literal["beschikking", "mededeling", "privaatrechtelijk"]
Decider = Literal["college", "raad", "cooperatie"]


class Part(BaseModel):
    """A group of keys; a key that is not declared is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # only for who reads a file


class AssumptionPart(Part):
    """An assumption with what it says of its own."""

    reason: Text = Field(
        alias="reden",
        description="Waarom deze keuze is gemaakt zolang een bron ontbreekt.",
        examples=["de brochure noemt geen getal"],
    )
    owner: Text | None = Field(
        None, alias="eigenaar", description="Wie de aanname bewaakt.", examples=["beleidsadviseur Delft"]
    )
    date: Date | None = Field(
        None, alias="datum", description="De dag waarop de aanname is gemaakt.", examples=["2026-11-21"]
    )


class AssumptionDefaultPart(Part):
    """Who owns the assumptions of a file."""

    owner: Text = Field(
        alias="eigenaar",
        description="Wie de aannames in dit bestand bewaakt.",
        examples=["beleidsadviseur Delft"],
    )
    date: Date = Field(
        alias="datum", description="De dag waarop de aannames zijn gemaakt.", examples=["2026-11-21"]
    )


Assumed = Annotated[AssumptionPart, BeforeValidator(_as_reason, json_schema_input_type=Text | AssumptionPart)]


class SourcedPart(Part):
    """What may be described and says where it comes from."""

    description: Text | None = Field(
        None,
        alias="omschrijving",
        description="In gewone woorden wat dit is.",
        examples=["de bijdrage aan de coöperatie"],
    )
    legal_basis: Texts = Field(
        (),
        alias="grondslag",
        description="Het artikel van wet of beleidsregel waarop dit rust; meer dan een als lijst.",
        examples=["Participatiewet artikel 7 lid 1 onderdeel a"],
    )
    source: Text | None = Field(
        None,
        alias="bron",
        description="Het document waaruit dit blijkt.",
        examples=["tussenevaluatie De Blauwe Paraplu"],
    )
    assumption: Assumed | None = Field(
        None,
        alias="aanname",
        description="De reden voor deze keuze waar geen bron is; eigenaar en datum komen uit aanname_standaard of staan erbij.",
        examples=["de bron noemt dit niet"],
    )


class TypedPart(SourcedPart):
    """What has a type of its own."""

    kind: Kind = Field(alias="soort", description="Wat voor waarde dit is.", examples=["bedrag"])
    per: Units = Field(
        (),
        alias="per",
        description="Waarvan er één waarde is: per persoon, per maand, per jaar.",
        examples=["maand", ["persoon", "maand"]],
    )
    choices: Choices = Field(
        (),
        alias="waarden",
        description=CHOICES,
        examples=[["toegewezen", "afgewezen"], {"pw": "bijstand", "geen": "geen uitkering"}],
    )


class PointPart(SourcedPart):
    """An agreement point: declared, filled, or both."""

    kind: Kind | None = Field(
        None,
        alias="soort",
        description="Wat voor waarde dit punt heeft; alleen waar het punt voor het eerst wordt genoemd.",
        examples=["percentage"],
    )
    per: Periods = Field(
        (), alias="per", description="Of de waarde per maand of per jaar geldt.", examples=["jaar"]
    )
    choices: Choices = Field(
        (),
        alias="waarden",
        description=CHOICES,
        examples=[["spaarpot", "maandelijks"], {"spaarpot": "in de spaarpot", "maandelijks": "elke maand"}],
    )
    minimum: Scalar | None = Field(
        None, alias="ten_minste", description="De laagste waarde die mag worden afgesproken.", examples=["1"]
    )
    maximum: Scalar | None = Field(
        None,
        alias="ten_hoogste",
        description="De hoogste waarde die mag worden afgesproken.",
        examples=["12 maanden"],
    )
    may_be_absent: Answer | None = Field(
        None,
        alias="kan_ontbreken",
        description="Of een lagere laag mag zeggen dat dit punt niet van toepassing is.",
        examples=["ja"],
    )
    value: Scalar | None = Field(
        None,
        alias="waarde",
        description="Wat is afgesproken, of: niet van toepassing.",
        examples=["10%", "3 maanden", "niet van toepassing"],
    )
    open_reason: Text | None = Field(
        None,
        alias="open",
        description="Waarom dit punt nog open is; besluiten die het nodig hebben wachten erop.",
        examples=["niet geregeld"],
    )


class DatedValuePart(SourcedPart):
    """One row of a dated table that says more than its value."""

    value: Scalar = Field(
        alias="waarde",
        description="De waarde vanaf deze dag, of: onbekend.",
        examples=["1419.46", "onbekend"],
    )


DatedValue = Annotated[
    DatedValuePart, BeforeValidator(_as_value, json_schema_input_type=Scalar | DatedValuePart)
]


class AmountPart(SourcedPart):
    """A dated table."""

    kind: Literal[Kind.MONEY, Kind.PERCENTAGE, Kind.COUNT] = Field(
        alias="soort", description="Wat voor waarde in de tabel staat.", examples=["bedrag"]
    )
    per: Periods = Field(
        (), alias="per", description="Of de waarde per maand of per jaar geldt.", examples=["maand"]
    )
    known_through: Date = Field(
        alias="bekend_tot_en_met",
        description="De laatste dag waarvoor de tabel geldt; daarna is de waarde onbekend.",
        examples=["2026-12-31"],
    )
    values: dict[Date, DatedValue] = Field(
        alias="waarden",
        description="De waarde vanaf elke dag, van vroeg naar laat; een gat heet onbekend.",
        examples=[{"2026-01-01": "1401.50", "2026-07-01": "1419.46"}],
    )


class DossierPart(Part):
    """What the dossier counts or finds."""

    take: Text = Field(
        alias="neem",
        description="Wat het dossier neemt: aantal, som van een naam, eerste of laatste van een naam.",
        examples=["aantal", "som vrijlating", "laatste bijstand"],
    )
    source: Text = Field(
        alias="van",
        description="Waaruit: een besluit, alle leden, alle aanvragen of factuurregels.",
        examples=["verrekening", "alle leden"],
    )
    conditions: Expressions = Field(
        (),
        alias="waarin",
        description="Welke daarvan meetellen; een lijst betekent: alle voorwaarden tegelijk.",
        examples=["stand is lid", ["geschikt", "totaalscore is meer dan deze totaalscore"]],
    )


class FactPart(TypedPart):
    """A fact or judgement."""

    minimum: Scalar | None = Field(
        None,
        alias="ten_minste",
        description="De laagste waarde die kan worden opgegeven; van een datum kan die meebewegen met de dag van het besluit.",
        examples=["0", "besluitdatum - 120 jaar"],
    )
    maximum: Scalar | None = Field(
        None,
        alias="ten_hoogste",
        description="De hoogste waarde die kan worden opgegeven; van een datum kan die meebewegen met de dag van het besluit.",
        examples=["10", "besluitdatum"],
    )
    may_be_absent: Answer | None = Field(
        None,
        alias="kan_ontbreken",
        description="Of het antwoord niet van toepassing kan zijn.",
        examples=["ja"],
    )
    timeless: Answer | None = Field(
        None,
        alias="onveranderlijk",
        description="Of het antwoord voor elke dag hetzelfde is, ook van voor de dag waarop het is verteld.",
        examples=["ja"],
    )
    question: Text = Field(
        alias="vraag",
        description="De vraag die om dit gegeven vraagt.",
        examples=["Woont de kandidaat in de gemeente?"],
    )
    judged_by: Text | None = Field(
        None,
        alias="oordeel_van",
        description="Wie dit beoordeelt; dan horen naam, dag en reden bij het antwoord.",
        examples=["klantmanager"],
    )
    several: Several | None = Field(
        None,
        alias="meer_oordelen",
        description="Hoe in een dossier de oordelen van meer mensen één worden: gemiddelde, of pas als zij eensgezind zijn.",
        examples=["gemiddelde", "eensgezind"],
    )
    applies_when: Scalar | None = Field(
        None,
        alias="geldt_als",
        description="Wanneer de vraag speelt; anders is het gegeven niet van toepassing.",
        examples=["leefvorm is gehuwden"],
    )
    from_dossier: DossierPart | None = Field(
        None,
        alias="uit_dossier",
        description="Hoe het dossier dit gegeven telt, optelt of opzoekt.",
        examples=[{"neem": "aantal", "van": "alle leden", "waarin": "stand is lid"}],
    )
    changeable: Changeable | None = Field(
        None,
        alias="veranderbaar",
        description="Of wie het aangaat een ander antwoord kan bewerkstelligen, zodat `soco besluit --wat-als` het mag "
        "noemen: ja, alleen_hoger, alleen_lager, alleen_naar_ja, alleen_naar_nee, nee (het staat vast), of persoonlijk "
        "(het kan veranderen, maar is nooit een advies: gezin, gezondheid, wonen). Zonder deze sleutel wordt het nooit "
        "genoemd.",
        examples=["alleen_naar_ja"],
    )


class RulePart(SourcedPart):
    """One rule."""

    name: Name = Field(
        alias="naam",
        description="De naam waarmee de regel in de motivering staat.",
        examples=["ledenmaximum_bereikt"],
    )
    conditions: Expressions = Field(
        alias="als",
        description="Wanneer de regel geldt; een lijst betekent: alle voorwaarden tegelijk.",
        examples=["aantal_leden is ten minste ledenmaximum", ["herstel_gevraagd", "niet aanvraag_volledig"]],
    )
    outcome: Scalar = Field(
        alias="dan",
        description="De uitkomst of de berekening daarvan.",
        examples=["toegewezen", "50% van norm afgerond op centen"],
    )
    exception_to: Names = Field(
        (),
        alias="uitzondering_op",
        description="De regels waarop dit een uitzondering is; zij telt alleen waar een daarvan zou gelden.",
        examples=["toestemming", ["past_bij_inschakeling", "eerst_op_proef"]],
    )
    precedes: Names = Field(
        (),
        alias="gaat_voor",
        description="De regels waarvan deze wint, ook waar die niet gelden; alle is elke regel zonder eigen gaat_voor.",
        examples=["alle", ["alle", "stukken_ontbreken"]],
    )
    may_deviate_locally: Literal["toegestaan"] | None = Field(
        None,
        alias="lokaal_afwijken",
        description="Of een lagere laag een uitzondering op deze regel mag maken.",
        examples=["toegestaan"],
    )


class ConceptPart(SourcedPart):
    """A concept, or the rules that a lower layer adds to one."""

    kind: Kind | None = Field(
        None,
        alias="soort",
        description="Wat voor waarde dit begrip heeft; weglaten waar alleen regels worden toegevoegd.",
        examples=["keuze"],
    )
    per: Units = Field(
        (),
        alias="per",
        description="Waarvan er één waarde is: per persoon, per maand, per jaar.",
        examples=["maand", ["persoon", "maand"]],
    )
    choices: Choices = Field(
        (),
        alias="waarden",
        description=CHOICES,
        examples=[
            ["toegewezen", "afgewezen"],
            {"toegewezen": "u mag meedoen", "afgewezen": "u mag niet meedoen"},
        ],
    )
    applies_when: Scalar | None = Field(
        None,
        alias="geldt_als",
        description="Wanneer het begrip bestaat; anders is het niet van toepassing.",
        examples=["in_cooperatie"],
    )
    calculation: Scalar | None = Field(
        None,
        alias="berekening",
        description="De uitkomst als één uitdrukking.",
        examples=["bijdragepercentage van basis_bijdrage afgerond op centen"],
    )
    rules: tuple[RulePart, ...] = Field(
        (),
        alias="regels",
        description="De regels waaruit de uitkomst volgt; de volgorde maakt niet uit.",
        examples=[[{"naam": "toestemming", "als": "toestemming_gemeente", "dan": "toegewezen"}]],
    )
    table: Text | None = Field(
        None,
        alias="tabel",
        description="Regels als tabel met streepjes |; zie docs/tabellen.md.",
        examples=["| naam | leeftijd | dan |\n| jong | < 27 | nee |\n"],
    )
    otherwise: Scalar | None = Field(
        None,
        alias="anders",
        description="De uitkomst waar geen regel geldt.",
        examples=["geen_vrijlating", "€ 0,00"],
    )


class PersonPart(SourcedPart):
    """When the second person is there."""

    applies_when: Scalar = Field(
        alias="geldt_als", description="Wanneer deze persoon er is.", examples=["leefvorm is gehuwden"]
    )


class PersonsPart(Part):
    """The persons beside the applicant."""

    partner: PersonPart | None = Field(
        None,
        alias="partner",
        description="De tweede persoon van het gezin.",
        examples=[{"geldt_als": "leefvorm is gehuwden"}],
    )


class DeviationPart(Part):
    """On what basis a person may deviate."""

    legal_basis: Texts = Field(
        alias="grondslag",
        description="Het artikel dat in een bijzonder geval afwijken toelaat.",
        examples=["Algemene wet bestuursrecht artikel 4:84"],
    )
    not_from: Names = Field(
        (),
        alias="niet_van",
        description="Regels van de uitkomst die de wet zelf stelt; daarvan kan niemand afwijken.",
        examples=[["andere_gemeente"]],
    )


class HearingPart(Part):
    """What decides whether the person is heard first."""

    requested: Requested = Field(
        alias="op_aanvraag",
        description="Of iemand om dit besluit vraagt; soms betekent: als de zaak een dag van ontvangst heeft.",
        examples=["ja"],
    )
    adverse: Names = Field(
        alias="nadelig",
        description="De uitkomsten waartegen iemand bedenkingen kan hebben; alle is elke uitkomst, [] is geen enkele.",
        examples=[["afgewezen"], "alle"],
    )
    financial: Answer = Field(
        "nee",
        alias="financieel",
        description="Of het besluit alleen een bedrag vaststelt, zodat bezwaar alles kan herstellen.",
        examples=["ja"],
    )


class StatePart(Part):
    """How a decision moves a participant."""

    states_from: Names = Field(
        alias="van",
        description="In welke stand iemand staat bij dit besluit.",
        examples=["op_proef", ["aangemeld", "wachtlijst"]],
    )
    state_to: dict[Name, Name] = Field(
        default_factory=dict,
        alias="naar",
        description="De stand na elke uitkomst; een uitkomst die niet is genoemd verandert niets, behalve met anders.",
        examples=[{"geslaagd": "lid", "anders": "uitgestroomd"}],
    )


class LedgerPart(Part):
    """An account that a decision keeps."""

    opening: Name = Field(
        alias="begin", description="Het saldo aan het begin van de maand.", examples=["spaarpot_begin"]
    )
    added: Names = Field((), alias="erbij", description="Wat erbij komt.", examples=[["spaarpot_mutatie"]])
    taken: Names = Field((), alias="eraf", description="Wat eraf gaat.", examples=[["opname"]])
    closing: Name = Field(
        alias="eind", description="Het saldo aan het eind van de maand.", examples=["spaarpot_eind"]
    )


class DecisionPart(SourcedPart):
    """A kind of decision."""

    title: Text = Field(
        alias="titel", description="Het onderwerp van de brief.", examples=["Verlenging van de deelname"]
    )
    outcome: Name = Field(
        alias="uitkomst", description="Het begrip dat het besluit geeft.", examples=["toelating"]
    )
    also: Names = Field(
        (),
        alias="ook",
        description="De andere begrippen die in de brief staan.",
        examples=[["proefperiode_tot_en_met"]],
    )
    legal_character: Annotated[
        dict[Name, LegalCharacter],
        BeforeValidator(_as_otherwise, json_schema_input_type=LegalCharacter | dict[Name, LegalCharacter]),
    ] = Field(
        alias="rechtskarakter",
        description="Wat het besluit in het recht is, zo nodig per uitkomst; anders is elke andere uitkomst.",
        examples=["beschikking", {"aanvullen": "mededeling", "anders": "beschikking"}],
    )
    decider: Decider = Field(
        alias="beslisser",
        description="Wie beslist; de coöperatie alleen waar het besluit privaatrechtelijk is.",
        examples=["college"],
    )
    period: Literal["maand"] | None = Field(
        None, alias="tijdvak", description="Of het besluit over een kalendermaand gaat.", examples=["maand"]
    )
    applies_when: Scalar | None = Field(
        None,
        alias="geldt_als",
        description="Wanneer dit besluit kan worden genomen.",
        examples=["proefperiode is van toepassing"],
    )
    deviation: DeviationPart | None = Field(
        None,
        alias="individueel_afwijken",
        description="Het artikel waarmee een medewerker met een reden kan afwijken; zonder is het besluit dwingend.",
        examples=[{"grondslag": "Algemene wet bestuursrecht artikel 4:84"}],
    )
    asks_person: Names = Field(
        (),
        alias="oordeel_bij",
        description="Uitkomsten die altijd een oordeel van een medewerker vragen.",
        examples=[["ingetrokken"]],
    )
    hearing: HearingPart | None = Field(
        None,
        alias="zienswijze",
        description="Wanneer iemand zijn zienswijze kan geven voordat het besluit wordt vastgesteld.",
        examples=[{"op_aanvraag": "ja", "nadelig": ["afgewezen"]}],
    )
    four_eyes: Annotated[
        tuple[Text, ...],
        BeforeValidator(_as_list, json_schema_input_type=Literal["ja"] | list[Name]),
    ] = Field(
        (),
        alias="vier_ogen",
        description="Of twee mensen het besluit ondertekenen: ja bij elke uitkomst, of een lijst van uitkomsten.",
        examples=["ja", ["ingetrokken"]],
    )
    watched: dict[Name, Names] = Field(
        default_factory=dict,
        alias="bewaken",
        description="Welke datums uit uitkomst en ook het dossier bewaakt, en welk besluit er dan moet zijn.",
        examples=[{"proefperiode_tot_en_met": "proef", "deelname_tot_en_met": ["verlenging", "uitstroom"]}],
    )
    settled_monthly: Literal["ja"] | None = Field(
        None,
        alias="in_maandafrekening",
        description="Of soco verreken dit besluit elke maand voor alle leden voorstelt.",
        examples=["ja"],
    )
    corrects: Name | None = Field(
        None,
        alias="corrigeert",
        description="Het besluit over dezelfde maand waarvan dit de plaats inneemt.",
        examples=["verrekening"],
    )
    ledger: LedgerPart | None = Field(
        None,
        alias="grootboek",
        description="Welke bedragen een saldo bijhouden; soco verreken controleert dat het op de cent sluit.",
        examples=[{"begin": "spaarpot_begin", "erbij": "inleg", "eraf": ["opname"], "eind": "spaarpot_eind"}],
    )
    state: StatePart | None = Field(
        None,
        alias="stand",
        description="In welke stand het besluit past en wat het daaraan verandert.",
        examples=[{"van": "op_proef", "naar": {"geslaagd": "lid"}}],
    )
    letter: Text | None = Field(
        None, alias="brief", description="Het sjabloon templates/<naam>.md.j2.", examples=["toelating"]
    )


class TransitionalPart(SourcedPart):
    """Transitional law."""

    name: Name = Field(
        alias="naam", description="De naam van de overgang.", examples=["wijziging_nog_niet_medegedeeld"]
    )
    conditions: Expressions = Field(
        alias="als",
        description="Zolang dit waar is, geldt de vorige versie van de genoemde punten.",
        examples=["begin_tijdvak is ten hoogste mededeling_ontvangen_op"],
    )
    points: Names = Field(
        alias="betreft", description="De afspraken waarvoor dit geldt.", examples=[["bijdragepercentage"]]
    )
    applies: Literal["vorige_versie"] = Field(
        alias="geldt", description="Wat er dan geldt.", examples=["vorige_versie"]
    )


class AllowancePart(SourcedPart):
    """Where a comparison of two cases need not hold."""

    conditions: Expressions = Field(
        alias="als",
        description="Wanneer de vergelijking niet hoeft te kloppen; in een van de twee gevallen is genoeg.",
        examples=["recht is geen_recht"],
    )


class RequirementPart(SourcedPart):
    """What must always hold, of one case or of two that differ in some facts only."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": ["eis"]},
                {"required": ["als_stijgt", "daalt_niet"]},
                {"required": ["als_stijgt", "stijgt_niet"]},
                {"required": ["hangt_niet_af_van", "betreft"]},
            ]
        }
    )

    name: Name = Field(alias="naam", description="De naam van de eis.", examples=["nooit_meer_dan_norm"])
    condition: Scalar | None = Field(
        None, alias="eis", description="Wat altijd waar is.", examples=["bijstand is ten hoogste norm"]
    )
    rises: Name | None = Field(
        None,
        alias="als_stijgt",
        description="Het gegeven dat in het tweede van twee gevallen hoger is; al het andere is gelijk.",
        examples=["omzet"],
    )
    not_lower: Scalar | None = Field(
        None,
        alias="daalt_niet",
        description="Wat in het tweede geval niet lager is.",
        examples=["bijstand + netto_omzet"],
    )
    not_higher: Scalar | None = Field(
        None, alias="stijgt_niet", description="Wat in het tweede geval niet hoger is.", examples=["bijstand"]
    )
    independent_of: Names = Field(
        (),
        alias="hangt_niet_af_van",
        description="De gegevens waarin twee gevallen verschillen; al het andere is gelijk.",
        examples=[["spaarpot_begin", "besteed_uit_spaarpot"]],
    )
    about: Expressions = Field(
        (),
        alias="betreft",
        description="Wat in beide gevallen gelijk is.",
        examples=["bijstand", ["recht", "bijstand"]],
    )
    catches: Text | None = Field(
        None,
        alias="vangt_af",
        description="Welke opgave de eis tegenhoudt; een bewijs telt een schending daarvan niet als fout.",
        examples=["een opgegeven dag die al voorbij is"],
    )
    unless: tuple[AllowancePart, ...] = Field(
        (),
        alias="behalve",
        description="Waar de vergelijking niet hoeft te kloppen, met de reden.",
        examples=[[{"als": "recht is geen_recht", "grondslag": "Participatiewet artikel 19 lid 1"}]],
    )
    severity: Literal["fout", "waarschuwing"] = Field(
        "fout",
        alias="ernst",
        description="Of een schending een besluit tegenhoudt.",
        examples=["waarschuwing"],
    )
    message: Text | None = Field(
        None,
        alias="melding",
        description="Wat de lezer ziet als de eis niet houdt.",
        examples=["een subsidie vraagt een plafond"],
    )


class RetentionPart(SourcedPart):
    """How long a dossier is kept."""

    after_states: Names = Field(
        alias="na_stand",
        description="De standen waarin een dossier klaar is; de termijn loopt vanaf het laatste besluit.",
        examples=["uitgestroomd", ["afgevallen", "programma_klaar"]],
    )
    term: Scalar = Field(
        alias="termijn",
        description="Hoe lang het dossier daarna bewaard blijft; daarna gaan de persoonsgegevens weg.",
        examples=["10 jaar", "18 maanden"],
    )


class UntranslatedPart(SourcedPart):
    """What is left out on purpose."""

    subject: Text = Field(
        alias="onderwerp",
        description="Wat de bronnen noemen en hier niet staat.",
        examples=["vermogen en giften"],
    )
    reason: Text = Field(
        alias="reden", description="Waarom het hier niet staat.", examples=["geen rechtsgevolg voor het lid"]
    )


class MunicipalityPart(Part):
    """The municipality."""

    name: Text = Field(alias="naam", description="De naam van de gemeente.", examples=["Delft"])
    code: Text = Field(alias="code", description="De gemeentecode van het CBS.", examples=["GM0503"])
    authority: Text = Field(
        alias="bestuursorgaan",
        description="Het bestuursorgaan zoals het in een brief heet.",
        examples=["het college van burgemeester en wethouders van Delft"],
    )


class CooperativePart(Part):
    """The cooperative."""

    name: Text = Field(alias="naam", description="De naam van de coöperatie.", examples=["Scope"])


class AgreementPart(Part):
    """A whole rule file."""

    reference: Annotated[
        Text,
        WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+$"}),
    ] = Field(
        alias="kenmerk",
        description="Waaronder de afspraken bekend zijn; ook de map waarin het bestand staat.",
        examples=["delft/scope"],
    )
    layer: Layer = Field(alias="soort", description="Welke laag dit bestand is.", examples=["overeenkomst"])
    title: Text = Field(
        alias="titel",
        description="De titel voor lezers.",
        examples=["Afspraken tussen de gemeente Delft en sociale coöperatie Scope"],
    )
    valid_from: Date = Field(
        alias="geldig_vanaf",
        description="De eerste dag van deze versie; ook de naam van het bestand.",
        examples=["2017-09-01"],
    )
    valid_to: Date | None = Field(
        None,
        alias="geldig_tot_en_met",
        description="De laatste dag van deze versie, als die bekend is.",
        examples=["2026-12-31"],
    )
    status: Status = Field(alias="status", description="Hoe ver deze versie is.", examples=["concept"])
    is_example: Answer = Field(
        "nee",
        alias="voorbeeld",
        description="Of dit een reconstructie uit openbare bronnen is; daarmee komt er nooit een definitieve brief.",
        examples=["ja"],
    )
    description: Text | None = Field(
        None,
        alias="omschrijving",
        description="In gewone woorden wat dit bestand regelt.",
        examples=["de afspraken van 2017"],
    )
    builds_on: Texts = Field(
        (),
        alias="bouwt_op",
        description="Op welke lagen deze afspraken staan.",
        examples=[["landelijk/sociale-cooperatie"]],
    )
    municipality: MunicipalityPart | None = Field(
        None,
        alias="gemeente",
        description="Welke gemeente dit is.",
        examples=[
            {
                "naam": "Delft",
                "code": "GM0503",
                "bestuursorgaan": "het college van burgemeester en wethouders van Delft",
            }
        ],
    )
    cooperative: CooperativePart | None = Field(
        None, alias="cooperatie", description="Welke coöperatie dit is.", examples=[{"naam": "Scope"}]
    )
    assumption_default: AssumptionDefaultPart | None = Field(
        None,
        alias="aanname_standaard",
        description="Wie de aannames in dit bestand bewaakt en sinds wanneer.",
        examples=[{"eigenaar": "beleidsadviseur Delft", "datum": "2026-11-21"}],
    )
    amounts: dict[Name, AmountPart] = Field(
        default_factory=dict,
        alias="bedragen",
        description="Bedragen en andere getallen op datum.",
        examples=[
            {
                "maximum_premie": {
                    "soort": "bedrag",
                    "per": "jaar",
                    "bekend_tot_en_met": "2026-12-31",
                    "waarden": {},
                }
            }
        ],
    )
    points: dict[Name, PointPart] = Field(
        default_factory=dict,
        alias="afspraken",
        description="Wat een lagere laag mag kiezen, of wat hier is gekozen.",
        examples=[{"proefperiode": {"waarde": "3 maanden", "bron": "brochure LaNSCO"}}],
    )
    persons: PersonsPart | None = Field(
        None,
        alias="personen",
        description="Wanneer er een tweede persoon is.",
        examples=[{"partner": {"geldt_als": "leefvorm is gehuwden"}}],
    )
    states: Names = Field(
        (),
        alias="standen",
        description="In welke standen een deelnemer kan staan.",
        examples=[["aangemeld", "op_proef", "lid"]],
    )
    facts: dict[Name, FactPart] = Field(
        default_factory=dict,
        alias="gegevens",
        description="Wat over een zaak bekend moet zijn.",
        examples=[{"woont_in_gemeente": {"soort": "ja_nee", "vraag": "Woont de kandidaat in de gemeente?"}}],
    )
    concepts: dict[Name, ConceptPart] = Field(
        default_factory=dict,
        alias="begrippen",
        description="Wat uit de gegevens en afspraken volgt.",
        examples=[
            {"netto_omzet": {"soort": "bedrag", "per": "maand", "berekening": "omzet - opdrachtkosten"}}
        ],
    )
    decisions: dict[Name, DecisionPart] = Field(
        default_factory=dict,
        alias="besluiten",
        description="De besluiten die met deze regels worden genomen.",
        examples=[
            {
                "toelating": {
                    "titel": "Toelating",
                    "uitkomst": "toelating",
                    "rechtskarakter": "beschikking",
                    "beslisser": "college",
                }
            }
        ],
    )
    transitional: tuple[TransitionalPart, ...] = Field(
        (),
        alias="overgangsrecht",
        description="Wanneer een gewijzigde afspraak nog niet geldt.",
        examples=[
            [
                {
                    "naam": "nog_niet_medegedeeld",
                    "als": "...",
                    "betreft": ["bijdragepercentage"],
                    "geldt": "vorige_versie",
                }
            ]
        ],
    )
    requirements: tuple[RequirementPart, ...] = Field(
        (),
        alias="eisen",
        description="Wat altijd waar moet zijn.",
        examples=[[{"naam": "nooit_negatief", "eis": "bijstand is ten minste € 0,00"}]],
    )
    untranslated: tuple[UntranslatedPart, ...] = Field(
        (),
        alias="niet_vertaald",
        description="Wat de bronnen noemen en deze regels niet regelen.",
        examples=[[{"onderwerp": "vermogen en giften", "reden": "geen rechtsgevolg voor het lid"}]],
    )
    retention: tuple[RetentionPart, ...] = Field(
        (),
        alias="bewaren",
        description="Hoe lang dossiers bewaard blijven, per stand waarin een dossier klaar is.",
        examples=[[{"na_stand": "uitgestroomd", "termijn": "10 jaar", "bron": "selectielijst gemeenten"}]],
    )
