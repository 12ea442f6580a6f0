"""Phrases that the law itself fixes, each with its article: a template prints them and never writes them out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.model.adoption import Manner
from soco_rules.model.objection import Inadmissible
from soco_rules.model.objection import NotHeard
from soco_rules.model.objection import Ruling


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that a law gives, and the article that gives them."""

    text: str
    article: str


def _awb(article: str) -> str:
    return f"Algemene wet bestuursrecht artikel {article}"


OBJECTION: dict[str, Phrase] = {
    "bezwaartermijn": Phrase("zes weken", _awb("6:7")),
    "begin_bezwaartermijn": Phrase("de dag nadat wij dit besluit aan u hebben verzonden", _awb("6:8 lid 1")),
    "bezwaar_schorst_niet": Phrase("Het besluit geldt ook als u bezwaar maakt", _awb("6:16")),
    "voorlopige_voorziening": Phrase("een voorlopige voorziening", _awb("8:81 lid 1")),
    "rechter": Phrase("de voorzieningenrechter van de rechtbank", _awb("8:81 lid 1")),
}
"""Known in a template only where objection is possible, so that no other letter can offer it."""

APPEAL: dict[str, Phrase] = {
    "beroepstermijn": Phrase("zes weken", _awb("6:7")),
    "begin_beroepstermijn": Phrase("de dag nadat wij dit besluit aan u hebben verzonden", _awb("6:8 lid 1")),
    "beroep_instellen": Phrase("U kunt in beroep gaan bij de rechtbank", _awb("8:1")),
    "bevoegde_rechtbank": Phrase("de rechtbank van het gebied waarin onze gemeente ligt", _awb("8:7 lid 1")),
    "beroep_schorst_niet": Phrase("Het besluit geldt ook als u in beroep gaat", _awb("6:16")),
    "griffierecht": Phrase("Voor een beroep vraagt de rechtbank geld: het griffierecht", _awb("8:41 lid 1")),
    "voorlopige_voorziening": OBJECTION["voorlopige_voorziening"],
    "rechter": OBJECTION["rechter"],
}
"""Known in a template only where appeal is possible: after a decision on an objection."""

OBJECTION_CONTENTS: tuple[Phrase, ...] = (
    Phrase("uw naam en adres", _awb("6:5 lid 1 onderdeel a")),
    Phrase("de datum", _awb("6:5 lid 1 onderdeel b")),
    Phrase("om welk besluit het gaat", _awb("6:5 lid 1 onderdeel c")),
    Phrase("waarom u het er niet mee eens bent", _awb("6:5 lid 1 onderdeel d")),
    Phrase("uw handtekening", _awb("6:5 lid 1")),
)

GENERAL: dict[str, Phrase] = {
    "inlichtingenplicht": Phrase(
        "Geef veranderingen die gevolgen kunnen hebben voor uw bijstand of uw weg naar werk meteen aan ons door",
        "Participatiewet artikel 17 lid 1",
    ),
    "medewerkingsplicht": Phrase(
        "Werk mee als wij dat vragen en dat nodig is voor de uitvoering van de wet",
        "Participatiewet artikel 17 lid 2",
    ),
    "voorziening_gebruiken": Phrase(
        "U maakt gebruik van de voorziening die wij aanbieden",
        "Participatiewet artikel 9 lid 1 onderdeel b",
    ),
    "gemachtigde": Phrase("U mag zich laten helpen of laten vertegenwoordigen", _awb("2:1 lid 1")),
    "privaatrecht": Phrase("Dit is geen besluit van de gemeente", _awb("1:3 lid 1")),
    "opzeggen": Phrase(
        "U mag uw lidmaatschap opzeggen; in de statuten kunnen daarvoor voorwaarden staan",
        "Burgerlijk Wetboek Boek 2 artikel 60",
    ),
    "alsnog_toelaten": Phrase(
        "De ledenvergadering kan u alsnog toelaten, tenzij in de statuten iets anders staat",
        "Burgerlijk Wetboek Boek 2 artikel 33",
    ),
    "begin_besluit": Phrase(
        "Dit besluit geldt vanaf de dag waarop wij het aan u sturen", f"{_awb('3:40')} en artikel 3:41 lid 1"
    ),
    "doorzenden": Phrase("Wij sturen uw aanvraag door", _awb("2:3 lid 1")),
    "herstel": Phrase("U krijgt de gelegenheid om uw aanvraag aan te vullen", _awb("4:5 lid 1")),
    "opschorten": Phrase(
        "De termijn voor ons besluit staat stil tot u hebt aangevuld of de tijd daarvoor om is",
        _awb("4:15 lid 1"),
    ),
    "zienswijze": Phrase("U kunt ons eerst vertellen wat u ervan vindt", _awb("4:8 lid 1")),
    "betaaltermijn": Phrase(
        "binnen zes weken nadat wij dit besluit aan u hebben verzonden", _awb("4:87 lid 1")
    ),
    "verrekenen": Phrase(
        "Inkomsten van de afgelopen maanden mogen wij verrekenen met uw bijstand",
        "Participatiewet artikel 58 lid 4",
    ),
    "alsnog_geven": Phrase("U kunt de gegevens alsnog geven", "Participatiewet artikel 54 lid 2"),
    "bijstand_intrekken": Phrase(
        "Geeft u de gegevens niet op tijd, dan kunnen wij uw bijstand stoppen vanaf de eerste dag van de opschorting",
        "Participatiewet artikel 54 lid 4",
    ),
    "uitgesteld_inkomen": Phrase(
        "Geld dat u later krijgt, kan meetellen als inkomen over de maanden waarin u het hebt verdiend",
        "Participatiewet artikel 32 lid 2",
    ),
    "beschikbaar_geld": Phrase(
        "Geld waarover u zelf kunt beschikken, telt mee voor uw bijstand", "Participatiewet artikel 31 lid 1"
    ),
}

INADMISSIBLE: Mapping[Inadmissible, Phrase] = {
    Inadmissible.LATE: Phrase("Uw bezwaar kwam te laat", f"{_awb('6:7')} en artikel 6:11"),
    Inadmissible.DEFECT: Phrase(
        "In uw bezwaar ontbrak iets, en dat is niet op tijd aangevuld", f"{_awb('6:5')} en artikel 6:6"
    ),
    Inadmissible.NO_PARTY: Phrase(
        "Bezwaar maken kan alleen wie een eigen belang heeft bij het besluit",
        f"{_awb('1:2 lid 1')} en artikel 8:1",
    ),
    Inadmissible.OTHER: Phrase("Wij mogen uw bezwaar niet inhoudelijk behandelen", _awb("7:11 lid 1")),
}
"""Why an objection is not considered."""

RULINGS: Mapping[Ruling, tuple[str, ...]] = {
    Ruling.INADMISSIBLE: (_awb("7:11 lid 1"),),
    Ruling.UNFOUNDED: (_awb("7:11 lid 1"),),
    Ruling.FOUNDED: (_awb("7:11 lid 2"),),
}
"""The articles on which a decision on an objection rests."""

EXCUSED = Phrase("Uw bezwaar kwam te laat, maar dat kan u niet worden verweten", _awb("6:11"))
COSTS = Phrase("U vroeg ons om een vergoeding van uw kosten", _awb("7:15 lid 2"))
HEARD_ON_OBJECTION = Phrase("U hebt ons over uw bezwaar verteld", _awb("7:2 lid 1"))
DEPARTED = Phrase("Wij volgen dat advies niet", _awb("7:13 lid 7"))

NOT_HEARD: Mapping[NotHeard, Phrase] = {
    NotHeard.CLEARLY_INADMISSIBLE: Phrase(
        "Wij hebben u niet gehoord, omdat meteen duidelijk was dat wij uw bezwaar niet mogen behandelen",
        _awb("7:3 onderdeel a"),
    ),
    NotHeard.CLEARLY_UNFOUNDED: Phrase(
        "Wij hebben u niet gehoord, omdat meteen duidelijk was dat uw bezwaar niet kan slagen",
        _awb("7:3 onderdeel b"),
    ),
    NotHeard.WAIVED: Phrase(
        "Wij hebben u niet gehoord, omdat u hebt gezegd dat u dat niet wilde", _awb("7:3 onderdeel c")
    ),
    NotHeard.SILENT: Phrase(
        "Wij hebben u niet gehoord, omdat u niet op tijd hebt gezegd dat u dat wilde", _awb("7:3 onderdeel d")
    ),
    NotHeard.FULLY_MET: Phrase(
        "Wij hebben u niet gehoord, omdat u helemaal gelijk krijgt", _awb("7:3 onderdeel e")
    ),
}
"""Why the person was not heard about an objection (7:12 lid 1 asks the letter to say so)."""

DEVIATION = Phrase(
    "Door uw bijzondere omstandigheden zouden de afspraken gevolgen hebben die niet in verhouding staan tot hun doel",
    _awb("4:84"),
)
"""Why a person may deviate from a rule of policy."""

ON_APPLICATION = "ontvangen"
"""The day of a procedure that says that there was an application."""


def hearing_of(manner: Manner, procedure: Mapping[str, str], on_application: str | None = None) -> Phrase:
    """How the person was heard, or why not: on an application by article 4:7, else by 4:8.

    Of an adoption that does not say which (`on_application`) the day on which an application was received does.
    Without that it is known that neither asks for hearing, and not which: then the section of both is named.
    """
    phrase = HEARING[manner]
    if manner is not Manner.NOT_REQUIRED:
        return phrase
    asked = on_application or ("ja" if procedure.get(ON_APPLICATION) else None)
    return (
        phrase
        if asked is None
        else replace(phrase, article=_awb(f"{'4:7' if asked == 'ja' else '4:8'} lid 1"))
    )


HEARING: Mapping[Manner, Phrase] = {
    Manner.HEARD: Phrase("Wij hebben u gevraagd wat u van ons voornemen vindt", _awb("4:9")),
    Manner.NOT_REQUIRED: Phrase(
        "Voor dit besluit hoefden wij u niet eerst te vragen wat u ervan vindt",
        "Algemene wet bestuursrecht afdeling 4.1.2",
    ),
    Manner.MINOR_DIFFERENCE: Phrase(
        "Wij hebben u niet eerst gehoord, omdat het verschil met uw eigen gegevens voor u weinig betekent",
        _awb("4:7 lid 2"),
    ),
    Manner.DUTY_NOT_MET: Phrase(
        "Wij hebben u niet eerst gehoord, omdat wij gegevens misten die u moest geven", _awb("4:8 lid 2")
    ),
    Manner.URGENT: Phrase(
        "Wij hebben u niet eerst gehoord, omdat er haast bij was", _awb("4:11 onderdeel a")
    ),
    Manner.HEARD_BEFORE: Phrase(
        "U hebt ons al eerder verteld wat u ervan vindt, en daarna is er niets nieuws gebeurd",
        _awb("4:11 onderdeel b"),
    ),
    Manner.PURPOSE: Phrase(
        "Wij hebben u niet eerst gehoord, omdat dit besluit anders zijn doel zou missen",
        _awb("4:11 onderdeel c"),
    ),
    Manner.FINANCIAL: Phrase(
        "Wij hebben u niet eerst gehoord: dit besluit gaat over geld en is na bezwaar helemaal te herstellen",
        _awb("4:12 lid 1"),
    ),
}
"""How the person was heard, or why not; what was said and what was done with it stands beside it."""
