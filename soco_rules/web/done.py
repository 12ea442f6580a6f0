"""What was just done, said on the page that comes after it: its address carries a word for that, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode
from urllib.parse import urlsplit
from urllib.parse import urlunsplit

PARAMETER = "zojuist"

_SAID = {
    "dossier": "Het dossier is geopend",
    "persoon": "De persoonsgegevens zijn vastgelegd",
    "gegeven": "Het antwoord is vastgelegd",
    "procedure": "De dagen van de procedure zijn vastgelegd",
    "ingetrokken": "De opgave is ingetrokken",
    "genomen": "Het dossier ligt nu bij u",
    "weggelegd": "Het dossier ligt niet meer bij u",
    "getekend": "Uw handtekening staat onder het voorstel",
    "vastgesteld": "Het besluit is vastgesteld",
    "teruggegeven": "Het voorstel is teruggegeven",
    "bekendmaking": "De dag van bekendmaking is vastgelegd",
    "bezwaar": "Het bezwaar is vastgelegd",
    "bezwaarstap": "De stap in het bezwaar is vastgelegd",
    "bezwaarbesluit": "Het besluit op bezwaar is genomen",
    "versie": "De versie is vastgesteld",
    "reservekopie": "De reservekopie is gemaakt",
    "wislijst": "De dossiers staan op de wislijst",
    "van-wislijst": "De wislijst is ingetrokken",
    "gewist": "De dossiers zijn gewist",
    "begonnen": "De overeenkomst is gemaakt. Vul nu de punten in",
}
"""Per word of an address what was done, as its page says it."""


def after(address: str, done: str) -> str:
    """The address of a page that says first what was done. What was done is a word that this module knows."""
    assert done in _SAID
    parts = urlsplit(address)
    question = "&".join(each for each in (parts.query, urlencode({PARAMETER: done})) if each)
    return urlunsplit(parts._replace(query=question))


def said_in(asked: Mapping[str, str]) -> str:
    """What the page of an address says that was done; empty where it says nothing, or what nobody here wrote."""
    return _SAID.get(asked.get(PARAMETER, ""), "")
