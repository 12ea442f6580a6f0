"""Dossiers by their numbers, as beheer types them."""

from __future__ import annotations

import re
from dataclasses import replace

from soco_rules.web.forms import Field

MOST = 200
"""How many dossiers one form is about."""

_NUMBERS = re.compile(r"[1-9][0-9]{0,8}([\s,;]+[1-9][0-9]{0,8})*")


def number_field(text: str) -> Field:
    """The field for numbers of dossiers, with what is wrong with them as numbers."""
    field = Field(
        "nummers", "Nummers van de dossiers", value=text, hint="Eén nummer, of meer met komma's: 3, 7, 12."
    )
    if not text:
        return replace(field, error="Vul een of meer nummers in.")
    if not _NUMBERS.fullmatch(text):
        return replace(field, error="Schrijf alleen nummers van dossiers, met komma's ertussen.")
    if (many := len(numbers_in(text))) > MOST:
        return replace(field, error=f"Dit zijn er {many}; er kunnen er {MOST} tegelijk.")
    return field


def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers that were typed, each once and in order; none where something else was typed."""
    found = re.findall(r"[0-9]+", text) if _NUMBERS.fullmatch(text) else ()
    return tuple(sorted({int(each) for each in found}))
