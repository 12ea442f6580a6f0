"""Two readings of an agreement beside each other."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from soco_rules.comparing.compare import compare
from soco_rules.comparing.compare import decisions_of
from soco_rules.comparing.document import as_document
from soco_rules.comparing.page import as_page
from soco_rules.comparing.sides import Side
from soco_rules.comparing.sides import side_in_force
from soco_rules.comparing.sides import side_with_points
from soco_rules.comparing.words import in_words
from soco_rules.diagnostics import Diagnostic
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.web.beside import Tell
from soco_rules.web.changes.made import Made
from soco_rules.web.changes.rehearsing import REPORT


@dataclass(frozen=True, slots=True)
class Asked:
    """Which readings to compare: agreements as they are on a day (a day number), and points of the new one filled."""

    old: str
    old_day: int
    new: str
    new_day: int
    points: tuple[tuple[str, str], ...] = ()


def sides_of(root: Path, asked: Asked) -> tuple[tuple[Side, Side] | None, tuple[Diagnostic, ...]]:
    """Both readings, or all that stands in the way of either."""
    workspace, _ = load_workspace(root, shipped_root())
    old, findings = side_in_force(workspace, asked.old, asked.old_day)
    new, found = side_in_force(workspace, asked.new, asked.new_day)
    findings = (*findings, *found)
    if new is not None and asked.points:
        new, found = side_with_points(new, dict(asked.points))
        findings = (*findings, *found)
    if old is None or new is None:
        return None, tuple(one for one in findings if one.is_error)
    return (old, new), ()


def compared(tell: Tell, root: Path, asked: Asked, day: int) -> Made:
    """The comparison in words, as a page to put before a council, and as data."""
    sides, findings = sides_of(root, asked)
    if sides is None:
        return Made((), is_well=False, findings=findings)
    names = decisions_of(*sides)
    done = 0

    def one_more() -> None:
        nonlocal done
        done += 1
        tell("besluiten vergelijken", done, len(names))

    tell("besluiten vergelijken", 0, len(names))
    found = compare(*sides, max(asked.old_day, asked.new_day), root, dict.fromkeys(names), each=one_more)
    data = as_document(found).model_dump(mode="json", by_alias=True)
    files = {
        REPORT: as_page(found, day).encode(),
        "vergelijking.json": json.dumps(data, ensure_ascii=False, indent=2).encode(),
    }
    return Made(tuple(in_words(found).splitlines()), files=files)
