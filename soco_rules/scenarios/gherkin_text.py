"""Gherkin as text: its Dutch words, its language line, and its errors in Dutch with the nearest word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from collections.abc import Sequence

from gherkin.errors import ParserException

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span

BLOCK_WORDS = (
    "Functionaliteit",
    "Achtergrond",
    "Regel",
    "Scenario",
    "Voorbeeld",
    "Abstract Scenario",
    "Voorbeelden",
)
STEP_WORDS = ("Gegeven", "Stel", "En", "Als", "Wanneer", "Dan", "Maar", "*")

BLOCK = re.compile(r"^([^\W\d_][\w ]{0,24}):")
"""A line that looks like a heading."""
_LANGUAGE = re.compile(r"^\s*#\s*language\s*:\s*(\S+)\s*$")


def language_findings(file: str, lines: Sequence[str]) -> Iterator[Diagnostic]:
    """pytest-bdd reads English unless the file says otherwise."""
    for number, line in enumerate(lines, start=1):
        if match := _LANGUAGE.match(line):
            if match[1] != "nl":
                message = f"De taal van dit bestand is '{match[1]}'."
                yield finding(
                    "scenario", line_span(file, number, line), message, remedy="schrijf: # language: nl"
                )
            return
        if line.strip() and not line.lstrip().startswith("#"):
            break
    message = "Boven de Functionaliteit ontbreekt de taal."
    yield finding("scenario", Span(file), message, remedy="zet op de eerste regel: # language: nl")


def syntax_finding(file: str, lines: Sequence[str], error: ParserException) -> Diagnostic:
    """A line that gherkin cannot place, in Dutch and with the nearest word."""
    number = error.location["line"]
    line = lines[number - 1] if number <= len(lines) else ""
    span = line_span(file, number, line)
    if "unexpected end of file" in error.args[0]:
        at_end = Span(file, max(1, len(lines)), 1, max(1, len(lines)), 2)
        if "DocString" in error.args[0]:
            message = 'Een tekstblok met """ is niet afgesloten; alles daarna wordt niet gelezen.'
            return finding("scenario", at_end, message, remedy='sluit het blok af met """ of haal het weg')
        return finding("scenario", at_end, "Het bestand houdt hier op; er ontbreekt iets.")
    if "inconsistent cell count" in error.args[0]:
        message = "Deze rij heeft meer of minder cellen dan de kop van de tabel."
        return finding("scenario-tabel", span, message, remedy="zet de streepjes | op dezelfde plaats")
    if "Language not supported" in error.args[0]:
        return finding("scenario", span, "Deze taal bestaat niet.", remedy="schrijf: # language: nl")
    if "whitespace" in error.args[0]:
        return finding(
            "scenario-label",
            span,
            "Een label bevat geen spatie.",
            remedy="schrijf bijvoorbeeld @eerste-groep",
        )
    remedy = nearest_word(line)
    return finding("scenario", span, f"Deze regel past hier niet: '{shortened(line)}'.", remedy=remedy)


def nearest_word(line: str) -> str:
    """The keyword that an author may have meant at the start of a line."""
    stripped = line.strip()
    if block := BLOCK.match(stripped):
        near = difflib.get_close_matches(block[1].capitalize(), BLOCK_WORDS, n=1, cutoff=0.5)
        return (
            f"Bedoelde u '{near[0]}:'?"
            if near
            else f"kies uit {', '.join(f'{word}:' for word in BLOCK_WORDS)}"
        )
    first = stripped.split(" ", 1)[0]
    near = difflib.get_close_matches(first.capitalize(), STEP_WORDS, n=1, cutoff=0.5)
    if near and near[0] != first:
        return f"Bedoelde u '{near[0]}'?"
    if first in STEP_WORDS:
        return "zet deze stap onder een Scenario: of een Achtergrond:"
    return f"begin met {', '.join(STEP_WORDS[:-1])} of een sterretje"


def line_span(file: str, number: int, line: str) -> Span:
    """A whole line without the space around it."""
    start = len(line) - len(line.lstrip()) + 1
    return Span(file, number, start, number, max(start + 1, len(line.rstrip()) + 1))


def shortened(line: str) -> str:
    """A line as it is quoted in a message."""
    stripped = line.strip()
    return stripped if len(stripped) <= 80 else f"{stripped[:77]}..."
