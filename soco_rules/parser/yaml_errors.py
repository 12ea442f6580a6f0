"""YAML's own complaints as findings for someone who never heard of YAML: the place, what stands there, what to write.

YAML notices a mistake where it can no longer read on, which is often not where the mistake was made. Each reading
below recognises one mistake in the author's own lines; the first that fits explains the complaint.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span

Lines = tuple[str, ...]

_KEY = re.compile(r"\s*(?:- +)*[^\s{}\[\]\"'#:]+:(?=\s)\s*")
_STUCK_KEY = re.compile(r"(\s*(?:- +)*)([a-z][a-z0-9_]*):(?=[^\s:/])")
_QUOTE_THE_TEXT = "zet de hele tekst tussen aanhalingstekens"
_STARTS: dict[str, tuple[str, str]] = {
    ">": ("yaml-fout", "schrijf wat er wordt vergeleken ervoor, zoals: aantal_leden is ten minste 5"),
    "|": ("yaml-fout", "zet de tekst op de volgende regels, verder ingesprongen, of tussen aanhalingstekens"),
    "%": ("yaml-fout", "zet het procentteken achter het getal, of zet de tekst tussen aanhalingstekens"),
    "@": ("yaml-fout", _QUOTE_THE_TEXT),
    "`": ("yaml-fout", f"haal het teken ` weg of {_QUOTE_THE_TEXT}"),
    "?": ("yaml-fout", _QUOTE_THE_TEXT),
    ",": ("yaml-fout", f"haal de komma weg of {_QUOTE_THE_TEXT}"),
    "-": ("yaml-fout", "zet het streepje op de volgende regel, of zet de tekst tussen aanhalingstekens"),
    "*": (
        "yaml-anker",
        "schrijf wat er wordt vermenigvuldigd voor het teken *, of zet de tekst tussen aanhalingstekens",
    ),
    "&": ("yaml-anker", "schrijf 'en' in plaats van &, of zet de tekst tussen aanhalingstekens"),
    "!": ("yaml-label", "schrijf 'niet' in plaats van !, of zet de tekst tussen aanhalingstekens"),
}


@dataclass(frozen=True, slots=True)
class _Trouble:
    """A complaint: where YAML stopped, where it began what it was reading, and its words (never shown)."""

    lines: Lines
    words: str
    line: int
    column: int
    since: tuple[int, int]

    @property
    def text(self) -> str:
        return self.lines[self.line]


@dataclass(frozen=True, slots=True)
class _Mistake:
    """A recognised mistake; `repaired` has the same lines without it, where its extent is sure."""

    line: int
    column: int
    length: int
    message: str
    remedy: str
    code: str = "yaml-fout"
    repaired: Lines | None = None


def explain(error: yaml.MarkedYAMLError, file: str, lines: Lines) -> tuple[Diagnostic, Lines | None]:
    """The finding for YAML's complaint, and the lines without that mistake to look for the next one."""
    trouble = _trouble(error, lines)
    mistake = next((found for reading in _READINGS if (found := reading(trouble))), _unknown(trouble))
    return _diagnostic(mistake, file), mistake.repaired


def swallowed_start(file: str, lines: Lines, start: tuple[int, int]) -> Diagnostic:
    """The finding for a text of which YAML took the first sign for its own, as in `als: >5`."""
    return _diagnostic(_wrong_start(lines, *start), file)


def _diagnostic(mistake: _Mistake, file: str) -> Diagnostic:
    line, column = mistake.line + 1, mistake.column + 1
    span = Span(file, line, column, line, column + max(mistake.length, 1))
    return finding(mistake.code, span, mistake.message, remedy=mistake.remedy)


def _trouble(error: yaml.MarkedYAMLError, lines: Lines) -> _Trouble:
    at = error.problem_mark or error.context_mark
    since = error.context_mark or at
    line, column = _inside(lines, at.line, at.column) if at else (0, 0)
    words = f"{error.context or ''}: {error.problem or ''}"
    return _Trouble(lines, words, line, column, _inside(lines, since.line, since.column) if since else (0, 0))


def _inside(lines: Lines, line: int, column: int) -> tuple[int, int]:
    """The end of the file counts as the end of its last line with text."""
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line, column = line - 1, len(lines[line - 1])
    return line, min(column, len(lines[line]))


def _tab(trouble: _Trouble) -> _Mistake | None:
    indentation = trouble.text[: len(trouble.text) - len(trouble.text.lstrip())]
    if "\t" not in indentation:
        return None
    message = "deze regel springt in met een tab"
    return _Mistake(
        trouble.line, indentation.index("\t"), 1, message, "spring in met spaties, twee per niveau"
    )


def _start(trouble: _Trouble) -> _Mistake | None:
    line, column = trouble.since
    if not any(
        word in trouble.words
        for word in ("cannot start", "block scalar", "alias", "anchor", " tag", "directive")
    ):
        line, column = trouble.line, trouble.column
        if not any(
            word in trouble.words for word in ("entries are not allowed", "mapping keys", "node content")
        ):
            return None
    return (
        _wrong_start(trouble.lines, line, column)
        if trouble.lines[line][column : column + 1] in _STARTS
        else None
    )


def _wrong_start(lines: Lines, line: int, column: int) -> _Mistake:
    sign = lines[line][column]
    code, remedy = _STARTS[sign]
    length = 2 if lines[line][column : column + 2] in {">=", "!=", "&&", "||"} else 1
    shown = lines[line][column : column + length]
    message = f"een tekst kan niet beginnen met '{shown}'"
    return _Mistake(line, column, length, message, remedy, code, _without_value(lines, line))


def _open_quote(trouble: _Trouble) -> _Mistake | None:
    if "quoted scalar" not in trouble.words or "escape" in trouble.words:
        return None
    line, column = trouble.since
    message = "dit aanhalingsteken wordt nergens gesloten"
    return _Mistake(
        line,
        column,
        1,
        message,
        "zet hetzelfde aanhalingsteken aan het eind van de tekst",
        repaired=_without_value(trouble.lines, line),
    )


def _escape(trouble: _Trouble) -> _Mistake | None:
    if "escape" not in trouble.words and "hexdecimal" not in trouble.words:
        return None
    column = trouble.text.find("\\", max(trouble.column - 2, 0))
    message = "een \\ heeft tussen dubbele aanhalingstekens een eigen betekenis"
    repaired = _without_value(trouble.lines, trouble.line)
    return _Mistake(
        trouble.line,
        max(column, 0),
        1,
        message,
        "gebruik enkele aanhalingstekens of schrijf \\\\",
        repaired=repaired,
    )


def _surplus_bracket(trouble: _Trouble) -> _Mistake | None:
    sign = trouble.text[trouble.column : trouble.column + 1]
    if sign not in {"}", "]"} or "flow" in trouble.words:
        return None
    message = f"dit haakje {sign} sluit niets"
    return _Mistake(
        trouble.line, trouble.column, 1, message, "haal het weg of zet het haakje ervoor dat erbij hoort"
    )


def _flow(trouble: _Trouble) -> _Mistake | None:
    if "flow" not in trouble.words:
        return None
    line, column = trouble.since
    opening = trouble.lines[line][column : column + 1]
    closing = {"{": "}", "[": "]"}.get(opening)
    ended = trouble.line > line or not trouble.text[trouble.column :].strip()
    if closing and ended:
        message = f"het haakje {opening} wordt niet gesloten"
        return _Mistake(
            line,
            column,
            1,
            message,
            f"zet {closing} aan het eind, of zet tekst met haken tussen aanhalingstekens",
        )
    if trouble.text[trouble.column : trouble.column + 1] in {"}", "]"}:
        message = f"hier staat {trouble.text[trouble.column]} waar {closing or 'iets anders'} hoort"
        return _Mistake(
            trouble.line, trouble.column, 1, message, "sluit elk haakje met zijn eigen sluithaakje"
        )
    message = "hier loopt de tekst tussen de haken vast"
    remedy = (
        "zet een komma tussen de delen, en een tekst met haken, komma of dubbele punt tussen aanhalingstekens"
    )
    return _Mistake(trouble.line, trouble.column, 1, message, remedy)


def _after_quote(trouble: _Trouble) -> _Mistake | None:
    before = trouble.text[: trouble.column].rstrip()
    if not before.endswith(('"', "'")) or "expected" not in trouble.words:
        return None
    message = "achter het aanhalingsteken staat nog tekst"
    remedy = "zet de hele waarde tussen aanhalingstekens; kijk ook of een eerder aanhalingsteken is gesloten"
    repaired = _without_value(trouble.lines, trouble.line)
    return _Mistake(
        trouble.line, trouble.column, len(trouble.text) - trouble.column, message, remedy, repaired=repaired
    )


def _stuck_colon(trouble: _Trouble) -> _Mistake | None:
    """A key without a space after its colon is plain text for YAML, which notices at the next key."""
    if "':'" not in trouble.words and "mapping values" not in trouble.words:
        return None
    for line in dict.fromkeys((trouble.since[0], trouble.line, trouble.line - 1)):
        match = _STUCK_KEY.match(trouble.lines[line]) if line >= 0 else None
        if match:
            column = match.end() - 1
            repaired = _with_line(trouble.lines, line, trouble.lines[line][: column + 1] + " x")
            message = f"achter de dubbele punt van '{match[2]}' ontbreekt een spatie"
            return _Mistake(
                line, column, 1, message, f"schrijf '{match[2]}: ' met een spatie", repaired=repaired
            )
    return None


def _second_colon(trouble: _Trouble) -> _Mistake | None:
    if "mapping values" not in trouble.words:
        return None
    key = _KEY.match(trouble.text)
    if key and key.end() <= trouble.column:
        message = "in deze tekst staat nog een dubbele punt met een spatie"
        repaired = _without_value(trouble.lines, trouble.line)
        return _Mistake(trouble.line, trouble.column, 1, message, _QUOTE_THE_TEXT, repaired=repaired)
    message = "deze sleutel staat dieper ingesprongen, maar de regel erboven heeft al een waarde"
    remedy = "zet de sleutel recht onder de vorige, of haal de waarde op de regel erboven weg"
    return _Mistake(trouble.line, *_first_word(trouble.text), message, remedy)


def _no_colon(trouble: _Trouble) -> _Mistake | None:
    if "':'" not in trouble.words:
        return None
    line = trouble.since[0]
    message = "op deze regel staat geen sleutel met een dubbele punt"
    remedy = "schrijf 'sleutel: waarde'; hoort de tekst bij de regel erboven, spring dan verder in"
    return _Mistake(line, *_first_word(trouble.lines[line]), message, remedy)


def _indentation(trouble: _Trouble) -> _Mistake | None:
    if not any(
        word in trouble.words
        for word in ("block mapping", "block collection", "block sequence", "document start")
    ):
        return None
    first = _first_word(trouble.text)
    if trouble.text.lstrip().startswith("- "):
        message = "dit streepje hoort niet bij een lijst op deze diepte"
        return _Mistake(
            trouble.line, *first, message, "zet het streepje recht onder de andere streepjes van de lijst"
        )
    message = "deze regel springt anders in dan de regels waar hij bij hoort"
    return _Mistake(
        trouble.line,
        *first,
        message,
        "zet sleutels van één groep recht onder elkaar, en elk streepje van een lijst ook",
    )


def _unknown(trouble: _Trouble) -> _Mistake:
    message = "vanaf hier is de opmaak niet te lezen"
    remedy = "let op inspringing, haken en aanhalingstekens; zet tekst met leestekens tussen aanhalingstekens"
    return _Mistake(trouble.line, trouble.column, 1, message, remedy)


_READINGS: tuple[Callable[[_Trouble], _Mistake | None], ...] = (
    _tab,
    _escape,
    _open_quote,
    _start,
    _surplus_bracket,
    _after_quote,
    _flow,
    _stuck_colon,
    _second_colon,
    _no_colon,
    _indentation,
)


def _first_word(text: str) -> tuple[int, int]:
    """The column and length of what the line begins with."""
    match = re.search(r"\S+", text)
    return (match.start(), len(match[0])) if match else (0, 1)


def _without_value(lines: Lines, line: int) -> Lines | None:
    """The lines with harmless text as the value of this line, where the line is one key with one value."""
    key = _KEY.match(lines[line])
    return _with_line(lines, line, f'{key[0]}"x"') if key else None


def _with_line(lines: Lines, line: int, text: str) -> Lines:
    return (*lines[:line], text, *lines[line + 1 :])
