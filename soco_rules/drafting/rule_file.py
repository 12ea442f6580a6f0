"""A draft as the text of a rule file, and one answer put into a file that a person may have edited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from soco_rules.drafting.draft import Draft
from soco_rules.drafting.draft import Entry
from soco_rules.drafting.draft import entries_of
from soco_rules.drafting.questions import Form
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Layer
from soco_rules.model.agreement import Point
from soco_rules.model.agreement import Status
from soco_rules.model.values import Kind
from soco_rules.model.values import encode
from soco_rules.parser.load import load_agreement

MARK = "# Gemaakt met soco nieuw."
"""The line by which a file is known as one that may be continued."""

_JSON_WORDS = frozenset({"null", "true", "false"})
_PLAIN = re.compile(r"[\w€][\w€%./()+ -]*[\w%.)]|[\w€]")


def path_of(reference: str, valid_from: int) -> str:
    """Where in a workspace the file of a version stands."""
    return f"agreements/{reference}/{encode(valid_from, Kind.DATE)}.yaml"


def as_rule_file(form: Form, draft: Draft) -> str:
    """The whole file; what is not answered is open, so that the file is valid at every moment."""
    return "\n".join((*_heading(draft), "", "afspraken:", *_points(form, draft), ""))


def with_entry(text: str, file: str, name: str, entry: Entry) -> str | None:
    """The text of a file with one point said otherwise and all else untouched; None where that cannot be done.

    A person may have edited the file: comments, other values and rules of their own stay as they are.
    """
    before, _ = load_agreement(file, text.encode())
    if before is None:
        return None
    changed = _replaced(text, before, name, entry)
    after, _ = load_agreement(file, changed.encode())
    if after is None or entries_of(after) != {**entries_of(before), name: entry}:
        return None
    if _comments(text) != _comments(changed) or _besides(after, name) != _besides(before, name):
        return None
    return changed


def _comments(text: str) -> list[str]:
    """The lines that are a comment and nothing else."""
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]


def _besides(agreement: Agreement, name: str) -> tuple[str, tuple[str, ...]]:
    """What a file says of a point that is not its value or where that comes from."""
    point = agreement.points.get(name)
    return (point.description, point.provenance.legal_basis) if point else ("", ())


def may_be_continued(agreement: Agreement, text: str) -> bool:
    """Whether a file was made here and is still a draft."""
    return agreement.status is Status.DRAFT and MARK in text.splitlines()


def quoted(text: str) -> str:
    """A text as YAML reads it back, with quotes only where they are needed."""
    if _PLAIN.fullmatch(text) and text not in _JSON_WORDS:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def one_line(text: str) -> str:
    """What a person typed without signs that nobody sees."""
    visible = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(visible.replace("\ufeff", " ").split())


def _heading(draft: Draft) -> Iterator[str]:
    heading = draft.heading
    up = "../" * (heading.reference.count("/") + 2)
    yield f"# yaml-language-server: $schema={up}schema/regeling.schema.json"
    yield MARK
    yield f"kenmerk: {heading.reference}"
    yield f"soort: {Layer.AGREEMENT}"
    yield f"titel: {quoted(heading.title)}"
    yield f"geldig_vanaf: {encode(heading.valid_from, Kind.DATE)}"
    yield f"status: {Status.DRAFT}"
    yield f"bouwt_op: [{', '.join(heading.builds_on)}]"
    yield "gemeente:"
    yield f"  naam: {quoted(heading.municipality)}"
    yield f"  code: {quoted(heading.code)}"
    yield f"  bestuursorgaan: {quoted(heading.authority)}"
    yield "cooperatie:"
    yield f"  naam: {quoted(heading.cooperative)}"
    yield "aanname_standaard:"
    yield f"  eigenaar: {quoted(heading.owner)}"
    yield f"  datum: {encode(heading.since, Kind.DATE)}"


def _points(form: Form, draft: Draft) -> Iterator[str]:
    for section, questions in groupby(form.questions, key=lambda question: question.section):
        yield f"  # {section}"
        for question in questions:
            yield f"  {question.name}: {_said(draft.entry(question.name))}"


def _said(entry: Entry, point: Point | None = None) -> str:
    """What a file says of a point, with what it says of it besides a value and where that comes from."""
    said = [f"open: {quoted(entry.open_reason or '')}"] if entry.value is None else [*_valued(entry)]
    if point and point.description:
        said.append(f"omschrijving: {quoted(point.description)}")
    if point and point.provenance.legal_basis:
        said.append(f"grondslag: [{', '.join(map(quoted, point.provenance.legal_basis))}]")
    return f"{{{', '.join(said)}}}"


def _valued(entry: Entry) -> Iterator[str]:
    yield f"waarde: {quoted(entry.value or '')}"
    if entry.source:
        yield f"bron: {quoted(entry.source)}"
    if entry.assumption is None:
        return
    own = {"reden": entry.assumption, "eigenaar": entry.owner, "datum": entry.since}
    stated = ", ".join(f"{key}: {quoted(text)}" for key, text in own.items() if text)
    yield f"aanname: {{{stated}}}" if entry.owner or entry.since else f"aanname: {quoted(entry.assumption)}"


def _replaced(text: str, agreement: Agreement, name: str, entry: Entry) -> str:
    lines = text.splitlines(keepends=True)
    said = f"  {name}: {_said(entry, agreement.points.get(name))}"
    if name not in agreement.points:
        last = (
            _end_of_block(lines, agreement.spans["afspraken:"].line - 1) if agreement.points else len(lines)
        )
        opening = [] if agreement.points else ["afspraken:\n"]
        before = lines[:last]
        if before and not before[-1].endswith("\n"):
            before[-1] += "\n"
        return "".join((*before, *opening, f"{said}\n", *lines[last:]))
    key, value = agreement.spans[f"afspraken.{name}:"], agreement.spans[f"afspraken.{name}"]
    first = key.line - 1
    margin = lines[first][: key.column - 1]
    if lines[value.line - 1][value.column - 1 : value.column] == "{":
        last, rest = value.end_line, lines[value.end_line - 1][value.end_column - 1 :]
    else:
        last, rest = _end_of_block(lines, first), "\n"
    return "".join((*lines[:first], f"{margin}{said.strip()}{rest}", *lines[last:]))


def _end_of_block(lines: list[str], first: int) -> int:
    """The number of the first line that no longer belongs to the key on a line, but for empty lines before it."""
    margin = _margin(lines[first])
    last = first + 1
    for number in range(first + 1, len(lines)):
        if not lines[number].strip():
            continue
        if _margin(lines[number]) <= margin:
            break
        last = number + 1
    return last


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
