"""A version of an agreement as text that becomes another version, and who worked on it at the desk."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.drafting.point_text import quoted
from soco_rules.drafting.rule_file import one_line
from soco_rules.drafting.rule_file import path_of
from soco_rules.model.agreement import Status
from soco_rules.model.values import iso_day
from soco_rules.model.workspace import Workspace
from soco_rules.parser.load import load_agreement
from soco_rules.parser.register import REGISTER
from soco_rules.parser.register import read_register
from soco_rules.parser.workspace import NATIONAL

MARK = "# Bewerkt op de werkplek: "
_EDIT = re.compile(re.escape(MARK) + r"(.+), (\d{4}-\d{2}-\d{2})")
_STATUS = re.compile(r"^status\s*:\s*['\"]?(\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Edit:
    """Who worked on a version at the desk, and the last day on which (as it is written)."""

    by: str
    day: str


def edits_in(text: str) -> tuple[Edit, ...]:
    """Who worked on a version, as its file tells in comments that the desk keeps."""
    found = (_EDIT.fullmatch(line) for line in text.splitlines())
    return tuple(Edit(match[1], match[2]) for match in found if match)


def signed(text: str, before: Iterable[Edit], by: str, day: int) -> str:
    """The text with a line for everybody who worked on it: those of `before`, and who works on it now.

    What the text itself says of that does not count, so that nobody can take away a line of somebody else.
    """
    who = {edit.by: edit for edit in before} | {one_line(by): Edit(one_line(by), iso_day(day))}
    lines = [line for line in text.splitlines(keepends=True) if not _EDIT.fullmatch(line.rstrip("\r\n"))]
    first = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    told = [f"{MARK}{edit.by}, {edit.day}\n" for edit in who.values()]
    return "".join((*lines[:first], *told, *lines[first:]))


def with_heading(text: str, file: str, said: Mapping[str, str]) -> str | None:
    """The text in which these keys of the heading have another value and all else is as it was.

    None where the file cannot be read, has no such key, or would not say this afterwards.
    """
    before, _ = load_agreement(file, text.encode())
    if before is None or any(key not in before.spans for key in said):
        return None
    lines = text.splitlines(keepends=True)
    for key, value in said.items():
        place = before.spans[key]
        if place.line != place.end_line:
            return None
        line = lines[place.line - 1]
        lines[place.line - 1] = line[: place.column - 1] + quoted(value) + line[place.end_column - 1 :]
    return "".join(lines)


def as_concept(text: str, reference: str, valid_from: int) -> str | None:
    """The text as a concept that holds from a day on; None where its heading leaves no place for that."""
    said = {"geldig_vanaf": iso_day(valid_from), "status": str(Status.DRAFT)}
    return with_heading(text, path_of(reference, valid_from), said)


def is_fixed(workspace: Workspace, reference: str, version: str) -> bool:
    """Whether the file of a version stays as it is: it was adopted or withdrawn, or comes with soco_rules.

    `version` is its first day as it is written. A file that cannot be read counts as what it says its status is.
    """
    if reference.startswith(f"{NATIONAL}/"):
        return True
    recorded, _, findings = read_register(workspace.sources.get(REGISTER, "").encode())
    if findings or (reference, version) in recorded:
        return True
    text = workspace.sources.get(f"agreements/{reference}/{version}.yaml", "")
    stated = _STATUS.search(text)
    return stated is not None and stated[1] != Status.DRAFT
