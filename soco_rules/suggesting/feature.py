"""Proposed scenarios as text, and a feature file with them behind all that stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from soco_rules.suggesting.suggest import Suggestion
from soco_rules.suggesting.suggest import Suggestions

LABEL = "@voorstel"
HEADING = "Regel: Voorstellen, nog door niemand bevestigd"
_HEADING_AT_THE_END = re.compile(rf"^[ \t]*{re.escape(HEADING)}[ \t]*$", re.MULTILINE)
_ANY_HEADING = re.compile(r"^[ \t]*(?:Regel|Rule):.*$", re.MULTILINE)


def as_text(suggestions: Suggestions) -> str:
    """What is proposed and what is not, as `soco toets --stel-voor` prints it."""
    number = len(suggestions.proposed)
    told = [f"Voorstellen voor {suggestions.reference}: {number or 'geen'}."]
    if number:
        told.append(
            "De uitkomsten zijn berekend met de regels van nu en zeggen dus niet of die regels kloppen. Lees elk voorstel:\n"
            f"is dit wat er is afgesproken? Haal dan het label {LABEL} weg. Zo niet: verbeter de regels. Alle gegevens zijn\n"
            "verzonnen."
        )
        told.append("\n\n".join("\n".join(_lines(one)) for one in suggestions.proposed))
    if suggestions.without:
        told.append("\n".join(suggestions.without))
    return "\n\n".join(told)


def added_to(content: bytes | None, suggestions: Suggestions) -> bytes:
    """The feature file with the proposals at its end, under a heading of their own; all that it held stays as it is.

    Without a file, a new one.
    """
    if content is None:
        head = f"# language: nl\nFunctionaliteit: Afspraken van {suggestions.reference}\n"
        return (head + _block(suggestions, with_heading=True)).encode()
    text = content.decode("utf-8-sig")
    last = max((found.start() for found in _ANY_HEADING.finditer(text)), default=-1)
    ours = max((found.start() for found in _HEADING_AT_THE_END.finditer(text)), default=-2)
    block = _block(suggestions, with_heading=ours != last)
    between = "" if text.endswith("\n") else "\n"
    added = between + block
    return content + (added.replace("\n", "\r\n") if "\r\n" in text else added).encode()


def _block(suggestions: Suggestions, *, with_heading: bool) -> str:
    lines = ["", f"  {HEADING}"] if with_heading else []
    for one in suggestions.proposed:
        lines += ["", *(f"    {line}" if line else "" for line in _lines(one))]
    return "\n".join(lines) + "\n"


def _lines(one: Suggestion) -> Iterator[str]:
    yield f"# {one.why}"
    yield LABEL
    yield from one.lines
