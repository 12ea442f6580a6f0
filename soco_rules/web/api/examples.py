"""The examples in the document of the API: requests that work on the shipped agreements."""

from __future__ import annotations

A_CASE: dict[str, object] = {
    "kenmerk": "delft/scope",
    "besluit": "toelating",
    "peildatum": "2026-10-15",
    "besluitdatum": "2026-10-20",
    "zaak": {
        "feiten": {
            "uitkering": "pw",
            "woont_in_gemeente": "ja",
            "geboortedatum": "1984-03-02",
            "verwezen_door": "werkse",
            "ondernemingsplan_aanwezig": "ja",
            "in_schuldsanering": "nee",
            "verwachte_uren": 800,
            "startdatum_proef": {"waarde": "2026-10-15", "bron": "gesprek", "datum": "2026-10-14"},
        },
        "oordelen": {
            "toestemming_gemeente": {
                "waarde": "ja",
                "door": "A. de Vries",
                "datum": "2026-10-15",
                "reden": "ondernemen sluit aan bij wat zij kan en wil",
            }
        },
    },
}
"""Somebody who was referred to Scope in Delft with a plan."""

FACTS: dict[str, object] = {
    "zaak": {"feiten": {"woont_in_gemeente": "ja"}},
    "bron": "gesprek",
    "geldig_vanaf": "2026-10-01",
}
JUDGEMENTS: dict[str, object] = {
    "oordelen": [
        {
            "naam": "toestemming_gemeente",
            "waarde": "ja",
            "reden": "ondernemen sluit aan bij wat zij kan en wil",
        }
    ]
}
A_PROPOSAL: dict[str, object] = {
    "besluit": "toelating",
    "peildatum": "2026-10-15",
    "besluitdatum": "2026-10-20",
}
AN_ADOPTION: dict[str, object] = {
    "voorstel": 12,
    "functie": "teamleider",
    "zienswijze": {"wijze": "niet_verplicht", "toelichting": "Er is precies gegeven wat is gevraagd."},
    "toelichting": "Het plan past bij uw weg naar werk.",
}
A_MAKING_KNOWN: dict[str, object] = {
    "vaststelling": 13,
    "verzonden_op": "2026-10-26",
    "eigen_brief": "Z-2026-881",
}
AN_OBJECTION: dict[str, object] = {"vaststelling": 13, "ontvangen": "2026-11-20", "gepost_op": "2026-11-18"}
A_HEARING: dict[str, object] = {
    "stap": "gehoord",
    "datum": "2026-12-01",
    "gehoord_door": ["P. de Boer"],
    "toelichting": "U vertelde dat u meer uren kunt werken.",
}
A_RULING: dict[str, object] = {
    "uitkomst": "ongegrond",
    "toelichting": "U werkt minder uren dan nodig is.",
    "functie": "juridisch adviseur",
}
STORED: dict[str, object] = {
    "voorstel": {
        "schema_versie": 1,
        "besluit": "toelating",
        "titel": "Toestemming voor deelname aan de sociale coöperatie",
        "overeenkomst": "delft/scope",
        "versie": "2017-09-01",
        "peildatum": "2026-10-15",
        "besluitdatum": "2026-10-20",
        "status": "uitkomst_bekend",
        "uitkomst": "toegewezen_op_proef",
        "uitkomst_naam": "toelating",
        "uitkomst_soort": "keuze",
        "uitkomsten": {"vorm_deelname": {"waarde": "in_een_cooperatie", "soort": "keuze"}},
    }
}
"""A proposal, much shorter than /besluiten gives it."""
