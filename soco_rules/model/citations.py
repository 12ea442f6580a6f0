"""How a legal basis (`grondslag`) is written: an article of a named law, or a ruling by its ECLI."""

from __future__ import annotations

import re

FORMS = (
    "Participatiewet artikel 31 lid 2 onderdeel j",
    "Algemene wet bestuursrecht artikel 4:5 lid 1",
    "uitspraak ECLI:NL:CRVB:2024:1564",
)
"""One example of each form."""

_LAW = r"[A-Z][\w'()-]*(?: [\w'()-]+)*?"
_NUMBER = r"\d+[a-z]{0,2}(?:[:.]\d+[a-z]{0,2})?"
_ARTICLE = re.compile(
    rf"(?P<law>{_LAW}) artikel {_NUMBER}(?: lid \d+[a-z]?)?(?: onderdeel [a-z]{{1,2}}(?: onder \d+)?)?"
)
_RULING = re.compile(r"uitspraak ECLI:[A-Z]{2}:[A-Z]+:\d{4}:[A-Z0-9.]+")
_KIND_OF_LAW = re.compile(r"wet|besluit|verordening|regeling|beleidsregel|richtlijn|verdrag", re.IGNORECASE)
_SHORT = {
    "pw": "Participatiewet",
    "p-wet": "Participatiewet",
    "awb": "Algemene wet bestuursrecht",
    "bbz": "Besluit bijstandverlening zelfstandigen 2004",
    "bbz 2004": "Besluit bijstandverlening zelfstandigen 2004",
    "bw2": "Burgerlijk Wetboek Boek 2",
    "bw 2": "Burgerlijk Wetboek Boek 2",
    "bw boek 2": "Burgerlijk Wetboek Boek 2",
}
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende")
_BACKWARDS = re.compile(
    r"(?P<place>artikel \S+(?: lid \S+)?(?: onderdeel \S+)?) (?:van )?(?:de |het )?(?P<law>\D.*)"
)
_FORWARDS = re.compile(r"(?P<law>.+?) (?P<place>artikel \S+.*)")


def has_form(citation: str) -> bool:
    """Whether a citation can be looked up: it names an article of a law by its full name, or a ruling."""
    return law_of(citation) is not None or _RULING.fullmatch(citation) is not None


def law_of(citation: str) -> str | None:
    """The law of which a citation names an article; None for a ruling and for anything else."""
    found = _ARTICLE.fullmatch(citation)
    return found["law"] if found and _KIND_OF_LAW.search(found["law"]) else None


def by_number(citation: str) -> tuple[tuple[int, str], ...]:
    """The key that sorts citations as a law has them: artikel 7 before 10, and 4:5 before 4:15."""
    parts = re.split(r"(\d{1,9})", citation)
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)


def suggested(citation: str) -> str | None:
    """What the writer most likely meant, in the right form; None where that is anyone's guess."""
    if ruling := re.search(r"ECLI:\S+", citation):
        text = f"uitspraak {ruling[0].rstrip('.,;)')}"
        return text if has_form(text) else None
    text = _plain(citation)
    found = _BACKWARDS.fullmatch(text) or _FORWARDS.fullmatch(text)
    if found is None:
        return None
    law = found["law"].removesuffix(" van de")
    text = f"{_SHORT.get(law.lower(), law[:1].upper() + law[1:])} {found['place']}"
    return text if has_form(text) else None


def _plain(citation: str) -> str:
    """The citation without the ways of writing that the form does not know."""
    text = re.sub(r"[,;]", " ", citation)
    text = re.sub(r"\bart(?:ikelen|ikel|t?\.|)(?=[\s\d])", "artikel ", text, flags=re.IGNORECASE)
    for number, word in enumerate(_ORDINALS, start=1):
        text = re.sub(rf"\b{word} lid\b", f"lid {number}", text)
    text = re.sub(r"\b(?:sub|onder|aanhef en onder|onderdelen)(?= [a-z]\b)", "onderdeel", text)
    text = " ".join(text.split())
    return text if "artikel" in text else re.sub(r"^(\D+) (?=\d)", r"\1 artikel ", text)
