"""A case inside what was sent: read as `soco besluit` reads a file, with each finding at its place in the request."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from collections.abc import Iterator

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.model.case import Case
from soco_rules.parser.case import read_case
from soco_rules.parser.yaml_source import read
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.api.sent import FILE
from soco_rules.web.api.sent import place_of_member
from soco_rules.web.api.sent import pointer_to
from soco_rules.web.problems import Finding
from soco_rules.web.problems import as_finding

NAME = f"{FILE}.json"
MEMBER = "zaak"
_PARTS = re.compile(r'"(?:\\.|[^"\\])*"|\t')
_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


def case_in(text: str, member: str = MEMBER) -> tuple[Case, tuple[Diagnostic, ...]]:
    """The case in a request, with the warnings about it.

    Raises:
        ProblemError: it cannot be read.
    """
    content = _as_file(text, member)
    case, findings = read_case(NAME, content)
    if case is None or has_errors(findings):
        raise ProblemError(422, placed(findings, text, member))
    return case, findings


def placed(findings: Iterable[Diagnostic], text: str = "", member: str = MEMBER) -> tuple[Finding, ...]:
    """The findings with, where they are about the case, the place of it in the request."""
    found = tuple(findings)
    spans = _spans(text, member) if text and any(each.span.file == NAME for each in found) else {}
    return tuple(_placed(found, spans, member))


def _placed(
    findings: Iterable[Diagnostic], paths: dict[tuple[int, int], tuple[object, ...]], member: str
) -> Iterator[Finding]:
    for each in findings:
        told = as_finding(each)
        if each.span.file == NAME:
            path = paths.get((each.span.line, each.span.column), ())
            told = told.model_copy(update={"file": FILE, "pointer": pointer_to((member, *path))})
        yield told


def _spans(text: str, member: str) -> dict[tuple[int, int], tuple[object, ...]]:
    """The path to what begins at each place; of two that begin at one place the deepest."""
    source, _ = read(NAME, _as_file(text, member))
    if source is None:
        return {}
    spans = (*source.key_spans.items(), *source.spans.items())
    return {(span.line, span.column): path for path, span in spans}


def _as_file(text: str, member: str) -> bytes:
    """The case alone, at the lines and columns that it has in the request."""
    begin, end = place_of_member(text, member)
    lines, column = text.count("\n", 0, begin), begin - (text.rfind("\n", 0, begin) + 1)
    return ("\n" * lines + " " * column + _PARTS.sub(_readable, text[begin:end])).encode()


def _readable(found: re.Match[str]) -> str:
    """What JSON allows and a rule file does not: a tab between values, and a sign in two halves."""
    return " " if found[0] == "\t" else _PAIR.sub(_whole, found[0])


def _whole(pair: re.Match[str]) -> str:
    sign = str(json.loads(f'"{pair[0]}"'))
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"
