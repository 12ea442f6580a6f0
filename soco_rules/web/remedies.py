"""What to do about a finding, for somebody at a page: no command and no option of a command line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import replace

from soco_rules.catalogue import CATALOGUE
from soco_rules.diagnostics import Diagnostic
from soco_rules.model.values import spaced

AT_A_PAGE: Mapping[str, str] = {
    "niets-te-besluiten": "vul in het dossier aan wat ontbreekt",
    "niet-vast-te-stellen": "laat het dossier aanvullen en een nieuw voorstel doen",
    "vaststelling-datum": "kies een andere dag",
    "bestuursbesluit": "vul het kenmerk en de dag van het bestuursbesluit in",
    "versie-terugwerkend": "kies een latere eerste dag, of laat na het vaststellen nagaan welke besluiten anders worden",
    "stand-uit-besluiten": "neem het besluit dat naar die stand leidt, of vraag wie besluit om een besluit dat niet klopt opnieuw te nemen",
    "zonder-brief": "laat de brief in orde maken, of vul het kenmerk in van de brief waarmee u het bekendmaakt",
    "zienswijze": "kies of de belanghebbende is gehoord, of welke uitzondering geldt",
    "toelichting-ontbreekt": "vul de toelichting in",
    "opmerking-ontbreekt": "schrijf wat er anders moet",
    "onbekend-voorstel": "bekijk het dossier, en doe zo nodig een nieuw voorstel",
    "voorstel-teruggegeven": "verwerk de opmerking en doe een nieuw voorstel",
    "bekendmaking": "kijk na wanneer de brief is verzonden of uitgereikt",
    "bezwaar": "verbeter wat er is ingevuld",
    "besluit-op-bezwaar": "vul aan wat ontbreekt",
    "voorstel-achterhaald": "laat een nieuw voorstel doen",
    "opslag-ontbreekt": "vraag de beheerder om de opslag van de dossiers",
    "bron-ontbreekt": "vul in wie of wat dit zegt",
    "maand-ontbreekt": "kies een maand",
    "persoon-te-veel": "haal weg wat er niet hoort; wat een besluit nodig heeft, legt u daarna vast in het dossier",
    "caseload-onleesbaar": "lever een .csv in UTF-8 of een .parquet; een doorrekening van verzonnen leden geeft een voorbeeld",
    "caseload-onvoldoende": "voeg de kolommen toe als dit besluit mee moet tellen",
    "caseload-niets": "geef de kolommen die voor een van de besluiten nodig zijn",
    "caseload-leeg": "verbeter de rijen die hierboven zijn genoemd",
    "simulatie-niet-beschikbaar": "vraag de beheerder om het onderdeel simulatie",
    "invoer-koppen": "zet boven de rijen koppen zoals in het lege formulier, of vul in welk blad telt",
    "invoer-kolom": "verbeter de kop, of kies hieronder wat de kolom is",
    "invoer-maand": "haal de rij weg, of kies de maand van dit bestand",
    "invoer-veranderd": "laat de rij zoals zij was; of kruis aan dat dit bestand een maand verbetert waarover al is besloten",
    "geen-maandafrekening": "vraag de beleidsadviseur welke besluiten bij de maandafrekening horen",
}
"""What to do at a page, for codes of which the catalogue names a command or an option."""

_LABELS = {
    "--door": "Naam",
    "--functie": "Functie",
    "--zienswijze": "Zienswijze",
    "--zienswijze-toelichting": "Toelichting op de zienswijze",
    "--toelichting": "Toelichting op het besluit",
    "--eigen-brief": "Kenmerk van uw eigen brief",
    "--afwijking": "Andere uitkomst",
    "--afwijking-reden": "Reden van de afwijking",
    "--zaak": "de vragen hieronder",
    "--lopende-maand": "Waarom deze maand nu al",
    "--verzonden-op": "Dag van verzenden of uitreiken",
    "--reden": "Waarom klopt de eerdere dag niet?",
    "--ontvangen": "Ontvangen op",
    "--gepost": "Gepost op",
    "--van": "Ingediend door",
    "--datum": "Op welke dag",
    "--tot-en-met": "Tot en met",
    "--grond": "Waarom verder uitstel mag",
    "--gehoord-door": "Gehoord door",
    "--bij-de-stap": "Toelichting op de stap",
    "--niet-ontvankelijk-omdat": "Waarom niet-ontvankelijk",
    "--verschoonbaar": "Waarom te laat zijn niet te verwijten is",
    "--niet-gehoord": "Waarom de persoon niet is gehoord",
    "--niet-gehoord-omdat": "Waarom dat hier geldt",
    "--afwijking-van-advies": "Waarom het advies niet wordt gevolgd",
    "--kosten": "Vergoeding van kosten",
    "--kosten-omdat": "Waarom zo over de kosten is besloten",
    "--nieuw-besluit": "dat er een nieuw besluit komt",
    "--eerder-omdat": "Waarom het besluit van voor het voorstel is",
    "--correctie": "Dit bestand verbetert een maand waarover al is besloten",
}
"""The label of the field that stands where a command has an option."""
_COMMAND = re.compile(r",? (?:in|met) soco [a-z]+(?: [a-z]+)*(?: --[a-z]+(?: en --[a-z]+)*)?")
_COLUMN = re.compile(r"""[Gg]ebruik --kolom "[^"]*"(, of --kolom "[^"]*")? om de kolom niet te lezen""")
_DOUBLE = re.compile(r"""zeg met --kolom "[^"]*" welke kolom niet telt""")
_LATER = re.compile(r"; soco [a-z ]+ noemt daarna de latere maanden")
_TICKED = re.compile(r"met (--correctie)")
_OPTION = re.compile(r"(?P<verb>geef met|geef|laat) (?P<option>--[a-z-]+)(?P<away> weg)?")
_ANY = re.compile(r"--[a-z]+(?:-[a-z]+)*")
_TWO = re.compile(r"geef (--[a-z-]+) en (--[a-z-]+)")
_KEY = re.compile(r"'([a-z]+(?:_[a-z0-9]+)+)'")
_OF_A_CASE = frozenset(
    {
        "gegeven-ongeldig",
        "gegeven-buiten-grens",
        "gegeven-niet-gebruikt",
        "gegevens-strijdig",
        "oordeel-nodig",
        "bron-ontbreekt",
        "maand-ontbreekt",
        "onbekende-proceduredag",
        "onbekend-besluit",
        "invoer-leeg",
    }
)
"""Codes of findings about what is told of somebody; those about rule files keep the names that stand there."""
_NAMES_A_BESLUIT = frozenset({"al-besloten", "stand-past-niet"})
_NAME = re.compile(r" \([a-z_0-9]+\)")
_WORDS = re.compile(r"(?<![\w/.@-])[a-z0-9]+(?:_[a-z0-9]+)+(?![\w/@-]|\.\w)")
"""A name of the rule files, and no part of a path or an address."""
_EXAMPLE = re.compile(r"schrijf bijvoorbeeld --[a-z-]+ \S+")


def for_a_page(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same findings, each told once, with what to do about it as somebody at a page can do it."""
    told = {(found.code, found.message): found for found in findings}
    return tuple(
        replace(found, message=_in_words(found.code, found.message), remedy=_on_a_page(found))
        for found in told.values()
    )


def _in_words(code: str, text: str) -> str:
    """What is found of a case, with its names as somebody reads them who never sees a rule file."""
    return _KEY.sub(lambda key: f"‘{spaced(key[1])}’", text) if code in _OF_A_CASE else text


def in_plain_words(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same findings for who reads and does not edit a rule file: names without their low lines."""
    return tuple(
        replace(found, message=_WORDS.sub(_spaced, found.message), remedy=_WORDS.sub(_spaced, found.remedy))
        for found in findings
    )


def _spaced(name: re.Match[str]) -> str:
    return spaced(name[0])


def _on_a_page(found: Diagnostic) -> str:
    if found.code in _NAMES_A_BESLUIT:  # at a page a besluit has its title; a command needs its name too
        return _NAME.sub("", found.remedy)
    if found.code in AT_A_PAGE and found.remedy == CATALOGUE[found.code].remedy:
        return AT_A_PAGE[found.code]
    remedy = _EXAMPLE.sub("vul het formulier aan", _COMMAND.sub("", found.remedy))
    remedy = _COLUMN.sub("Kies hieronder wat de kolom is, of dat hij niet wordt gelezen", remedy)
    remedy = _DOUBLE.sub("kies hieronder welke kolom niet wordt gelezen", _LATER.sub("", remedy))
    remedy = _TICKED.sub(lambda one: f"met {_label(one[1])} aangekruist", remedy)
    remedy = _TWO.sub(lambda two: f"vul {_label(two[1])} en {_label(two[2])} in", remedy)
    return _ANY.sub(lambda one: _label(one[0]), _OPTION.sub(_field, remedy))


def _field(found: re.Match[str]) -> str:
    label = _label(found["option"])
    if found["away"]:
        return f"laat {label} leeg"
    return f"vul bij {label} in" if found["verb"] == "geef met" else f"vul {label} in"


def _label(option: str) -> str:
    return f"‘{_LABELS[option]}’" if option in _LABELS else "het formulier"
