"""A draft as the text of a rule file, and one answer put into a file that a person may have edited."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from soco_rules.drafting.draft import Draft
from soco_rules.drafting.draft import Entry
from soco_rules.drafting.draft import entry_of
from soco_rules.drafting.point_text import quoted
from soco_rules.drafting.point_text import with_keys
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
    if after is None or _comments(text) != _comments(changed):
        return None
    said = {each: entry_of(point, before) for each, point in before.points.items()} | {name: entry}
    if {each: entry_of(point, after) for each, point in after.points.items()} != said:
        return None
    same = all(_besides(after.points[each]) == _besides(point) for each, point in before.points.items())
    return changed if same else None


def _comments(text: str) -> list[str]:
    """The lines that are a comment and nothing else."""
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]


def _besides(point: Point) -> tuple[object, ...]:
    """What a file says of a point that is not its value or where that comes from."""
    return (point.type, point.description, point.provenance.legal_basis)


def may_be_continued(agreement: Agreement, text: str) -> bool:
    """Whether a file was made here and is still a draft."""
    return agreement.status is Status.DRAFT and MARK in text.splitlines()


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


def _said(entry: Entry) -> str:
    stated = ", ".join(f"{key}: {value}" for key, value in _keys(entry).items() if value is not None)
    return f"{{{stated}}}"


def _keys(entry: Entry) -> dict[str, str | None]:
    """What an entry makes of each key of a point that it is about; None where that key has no place."""
    is_open = entry.value is None
    return {
        "waarde": None if entry.value is None else quoted(entry.value),
        "open": quoted(entry.open_reason or "") if is_open else None,
        "bron": None if is_open or not entry.source else quoted(entry.source),
        "aanname": None if is_open or entry.assumption is None else _assumed(entry),
    }


def _assumed(entry: Entry) -> str:
    reason = quoted(entry.assumption or "")
    own = {"reden": reason, "eigenaar": entry.owner and quoted(entry.owner), "datum": entry.since}
    stated = ", ".join(f"{key}: {text}" for key, text in own.items() if text)
    return f"{{{stated}}}" if entry.owner or entry.since else reason


def _replaced(text: str, agreement: Agreement, name: str, entry: Entry) -> str:
    if name in agreement.points:
        before = _keys(entry_of(agreement.points[name], agreement))
        said = {key: value for key, value in _keys(entry).items() if value != before[key]}
        return with_keys(text, agreement, name, said)
    lines = text.splitlines(keepends=True)
    last = _end_of_block(lines, agreement.spans["afspraken:"].line - 1) if agreement.points else len(lines)
    opening = [] if agreement.points else ["afspraken:\n"]
    before_it = lines[:last]
    if before_it and not before_it[-1].endswith("\n"):
        before_it[-1] += "\n"
    return "".join((*before_it, *opening, f"  {name}: {_said(entry)}\n", *lines[last:]))


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
