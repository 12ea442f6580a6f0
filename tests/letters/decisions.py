"""Decisions made by hand for the tests of letters."""

from __future__ import annotations

from typing import Any

from soco_rules.model.decision import Decision

RULES = "agreements/landelijk/sociale-cooperatie/2023-01-01.yaml"

ADMISSION: dict[str, Any] = {
    "besluit": "toelating",
    "titel": "Toestemming voor deelname aan de sociale coöperatie",
    "overeenkomst": "delft/scope",
    "overeenkomst_titel": "Afspraken tussen de gemeente Delft en sociale coöperatie Scope",
    "versie": "2017-09-01",
    "peildatum": "2026-10-15",
    "besluitdatum": "2026-10-20",
    "status": "uitkomst_bekend",
    "uitkomst": "toegewezen_op_proef",
    "uitkomst_naam": "toelating",
    "uitkomst_soort": "keuze",
    "rechtskarakter": "beschikking",
    "beslisser": "college",
    "sjabloon": "toelating",
    "gemeente": "Delft",
    "bestuursorgaan": "het college van burgemeester en wethouders van Delft",
    "cooperatie": "Scope",
    "uitkomsten": {
        "vorm_deelname": {"waarde": "in_een_cooperatie", "soort": "keuze"},
        "aangewezen_voorziening": {"waarde": "ja", "soort": "ja_nee"},
        "deelname_tot_en_met": {"waarde": "niet van toepassing", "soort": "datum"},
        "proefperiode_tot_en_met": {"waarde": "2027-01-14", "soort": "datum"},
    },
    "feiten": [
        {
            "naam": "verwezen_door",
            "soort": "keuze",
            "herkomst": "gegeven",
            "waarde": "werkse",
            "bron": "verwijsbrief",
            "datum": "2026-09-28",
            "vraag": "Wie heeft de kandidaat verwezen?",
        },
        {
            "naam": "toestemming_gemeente",
            "soort": "ja_nee",
            "herkomst": "oordeel",
            "waarde": "ja",
            "door": "M. Verkerk",
            "datum": "2026-10-16",
            "reden": "De begeleiding past bij het plan van aanpak.",
            "vraag": "Past deelname bij de arbeidsinschakeling?",
        },
    ],
    "gronden": [
        {
            "begrip": "toelating",
            "regel": "eerst_op_proef",
            "uitkomst": "toegewezen_op_proef",
            "wint": True,
            "grondslag": ["Participatiewet artikel 7 lid 1 onderdeel a"],
            "plaats": f"{RULES}:88",
        },
        {
            "begrip": "proefperiode_tot_en_met",
            "regel": "gewone_proef",
            "uitkomst": "2027-01-14",
            "soort": "datum",
            "wint": True,
            "bron": "brochure LaNSCO",
            "plaats": f"{RULES}:160",
        },
    ],
    "voorlopig_omdat": ["De overeenkomst is een voorbeeld."],
    "brief": {
        "geadresseerden": [{"naam": "mevrouw A. Zandstra", "adres": ["Voorbeeldstraat 12", "2600 ZZ Delft"]}],
        "kenmerk": "VB-2026-0042",
        "behandelaar": "M. Verkerk",
    },
    "procedure": {"ontvangen": "2026-10-08"},
}

SETTLEMENT: dict[str, Any] = {
    **ADMISSION,
    "besluit": "verrekening",
    "titel": "Inkomsten en bijstand over een maand",
    "tijdvak": "2026-10",
    "uitkomst": "1169.46",
    "uitkomst_naam": "bijstand",
    "uitkomst_soort": "bedrag",
    "sjabloon": "verrekening",
    "uitkomsten": {
        "recht": {"waarde": "wel_recht", "soort": "keuze"},
        "norm": {"waarde": "1419.46", "soort": "bedrag"},
        "in_aanmerking": {"waarde": "250.00", "soort": "bedrag"},
        "vrijlating": {
            "waarde": {"belanghebbende": "0.00", "partner": "niet van toepassing"},
            "soort": "bedrag",
        },
    },
}

PLACEMENT: dict[str, Any] = {
    **ADMISSION,
    "besluit": "plaatsing",
    "titel": "Plaats in de coöperatie",
    "uitkomst": "op_de_wachtlijst",
    "uitkomst_naam": "plaatsing",
    "rechtskarakter": "privaatrechtelijk",
    "beslisser": "cooperatie",
    "sjabloon": "plaatsing",
    "uitkomsten": {"wachtlijstplaats": {"waarde": "3", "soort": "aantal"}},
}

EXEMPTION: dict[str, Any] = {
    **ADMISSION,
    "besluit": "ontheffing",
    "titel": "Tijdelijke ontheffing van plichten",
    "status": "oordeel_nodig",
    "uitkomst": {"belanghebbende": "verleend", "partner": "geweigerd"},
    "uitkomst_naam": "ontheffing_a",
    "rechtskarakter": {"belanghebbende": "beschikking", "partner": "beschikking"},
    "sjabloon": "ontheffing",
    "uitkomsten": {
        "ontheffing_tot_en_met": {
            "waarde": {"belanghebbende": "2027-04-30", "partner": "niet van toepassing"},
            "soort": "datum",
        }
    },
}


def decision(base: dict[str, Any], **changes: object) -> Decision:
    """A decision with some of its Dutch keys changed."""
    return Decision.model_validate({**base, **changes})
