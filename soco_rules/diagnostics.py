"""Findings about what a person wrote: where, what, why it matters and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding weighs: an error blocks every decision, a warning is shown beside it."""

    ERROR = "fout"
    WARNING = "waarschuwing"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text in a file; lines and columns count from 1, `end_column` is exclusive.

    Without numbers it is all of the file, or something that is no file, such as a dossier.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return self.file if self == Span(self.file) else f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Note:
    """A second place that belongs to a finding, such as the other definition of a name."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `code` is stable and Dutch; `message` states the fact found, never a legal verdict.

    `discreet` is the message without what it repeats of a person's data; None where it repeats nothing.
    """

    code: str
    span: Span
    message: str
    reason: str
    remedy: str
    severity: Severity = Severity.ERROR
    notes: tuple[Note, ...] = field(default=())
    discreet: str | None = field(default=None, compare=False)

    @property
    def is_error(self) -> bool:
        """Whether this finding blocks a decision."""
        return self.severity is Severity.ERROR


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The known name that looks most like `word`, or None when nothing is close."""
    matches = difflib.get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str], *, otherwise: str) -> str:
    """A Dutch remedy that suggests the nearest known name, else `otherwise`."""
    suggestion = nearest(word, known)
    return f"Bedoelde u '{suggestion}'?" if suggestion else otherwise


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any finding blocks a decision."""
    return any(finding.is_error for finding in diagnostics)


def without_values(found: Diagnostic) -> Diagnostic:
    """The finding without what it repeats of a person's data, for a stream that may end up in a log."""
    return found if found.discreet is None else replace(found, message=found.discreet, discreet=None)


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings without repeats, by place in the files, errors before warnings at one place."""
    return tuple(
        sorted(
            dict.fromkeys(diagnostics),
            key=lambda d: (d.span, d.severity is not Severity.ERROR, d.code, d.message),
        )
    )


def render(finding: Diagnostic, sources: Mapping[str, str]) -> str:
    """The finding as Dutch text with the source line and a caret; `sources` maps a file to its text."""
    lines = [f"{finding.span}: {finding.severity}: {finding.code}"]
    lines += _excerpt(finding.span, sources)
    lines.append(f"  {_sentence(finding.message)}")
    if finding.reason:
        lines.append(f"  Waarom: {_sentence(finding.reason)}")
    if finding.remedy:
        lines.append(f"  Wat te doen: {_sentence(finding.remedy)}")
    for note in finding.notes:
        lines.append(f"  Zie ook {note.span}: {note.text}")
    return "\n".join(lines)


def as_json(finding: Diagnostic) -> dict[str, Any]:
    """The finding as plain data with Dutch keys, for `--json`."""
    return {
        "code": finding.code,
        "ernst": str(finding.severity),
        "bestand": finding.span.file,
        "regel": finding.span.line,
        "kolom": finding.span.column,
        "eind_regel": finding.span.end_line,
        "eind_kolom": finding.span.end_column,
        "melding": finding.message,
        "reden": finding.reason,
        "oplossing": finding.remedy,
        "zie_ook": [
            {"tekst": n.text, "bestand": n.span.file, "regel": n.span.line, "kolom": n.span.column}
            for n in finding.notes
        ],
    }


def summary(findings: Iterable[Diagnostic]) -> str:
    """How many errors and warnings, in Dutch."""
    everything = tuple(findings)
    errors = sum(1 for finding in everything if finding.is_error)
    warnings = len(everything) - errors
    return f"{_count(errors, 'fout', 'fouten')}, {_count(warnings, 'waarschuwing', 'waarschuwingen')}"


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number or 'geen'} {singular if number == 1 else plural}"


def _sentence(text: str) -> str:
    end = "" if text.endswith((".", "?", "!", ":")) else "."
    return text[:1].upper() + text[1:] + end


def _excerpt(span: Span, sources: Mapping[str, str]) -> list[str]:
    text = sources.get(span.file, "").splitlines()
    if not 1 <= span.line <= len(text):
        return []
    line = text[span.line - 1]
    end = span.end_column if span.end_line == span.line else len(line) + 1
    shown, start, end = _window(line, span.column - 1, max(end - 1, span.column))
    gutter = f"{span.line} | "
    return [
        f"  {gutter}{shown}",
        "  " + " " * (len(gutter) - 2) + "| " + " " * start + "^" * max(1, end - start),
    ]


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    width = 110
    if len(line) <= width:
        return line, start, min(end, len(line) + 1)
    first = max(0, min(start - 20, len(line) - width))
    return line[first : first + width], start - first, min(end - first, width)
