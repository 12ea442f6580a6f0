"""Two readings of an agreement beside each other: the form that asks which, and the work."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from soco_rules.comparing.compare import compare
from soco_rules.comparing.compare import decisions_of
from soco_rules.comparing.document import as_document
from soco_rules.comparing.page import as_page
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.web.beside import Tell
from soco_rules.web.changes.asked import Errors
from soco_rules.web.changes.asked import Given
from soco_rules.web.changes.asked import Group
from soco_rules.web.changes.asked import Sent
from soco_rules.web.changes.asked import Way
from soco_rules.web.changes.asked import chosen
from soco_rules.web.changes.asked import reading_group
from soco_rules.web.changes.asked import title_of
from soco_rules.web.changes.differences import differences
from soco_rules.web.changes.made import REPORT
from soco_rules.web.changes.made import Made
from soco_rules.web.changes.made import refused
from soco_rules.web.changes.readings import Chosen
from soco_rules.web.changes.readings import side_of
from soco_rules.web.days import HINT
from soco_rules.web.ground import Ground

_DAY_HINT = f"{HINT}; leeg: vandaag, of de eerste dag van de nieuwste versie die u kiest"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which readings to compare."""

    old: Chosen
    new: Chosen


def compared(tell: Tell, root: Path, asked: Asked, day: int) -> Made:
    """The comparison for a page, as a page to put before a council, and as data; `day` is today."""
    workspace, _ = load_workspace(root, shipped_root())
    on = max(day, *(each.version or day for each in (asked.old, asked.new)))
    old, findings = side_of(workspace, asked.old, on)
    new, found = side_of(workspace, asked.new, on)
    if old is None or new is None:
        return refused(tuple(one for one in (*findings, *found) if one.is_error))
    names = decisions_of(old, new)
    done = 0

    def one_more() -> None:
        nonlocal done
        done += 1
        tell("besluiten vergelijken", done, len(names))

    tell("besluiten vergelijken", 0, len(names))
    comparison = compare(old, new, max(old.on, new.on), root, dict.fromkeys(names), each=one_more)
    data = as_document(comparison).model_dump(mode="json", by_alias=True)
    files = {
        REPORT: as_page(comparison, day).encode(),
        "vergelijking.json": json.dumps(data, ensure_ascii=False, indent=2).encode(),
    }
    return Made("changes/compared", {"found": differences(comparison)}, files)


def _groups(ground: Ground, given: Given, errors: Errors) -> tuple[Group, ...]:
    sides = (("oud", False), ("nieuw", True))
    return tuple(
        reading_group(ground, side, given, errors, in_force=False, day_hint=_DAY_HINT, points=points)
        for side, points in sides
    )


def _read(ground: Ground, given: Given, _: Sent | None) -> tuple[Asked | None, Errors]:
    errors: Errors = {}
    old, new = (chosen(ground, given, side, errors) for side in ("oud", "nieuw"))
    if old is not None and new is not None and old == new:
        errors["punten_nieuw"] = (
            "Beide kanten zijn hetzelfde. Kies een andere versie, een andere dag of vul een punt in."
        )
    return (None, errors) if errors or old is None or new is None else (Asked(old, new), errors)


COMPARING = Way(
    where="/vergelijken",
    title="Vergelijken",
    about=(
        "Twee versies, twee gemeenten, of een overeenkomst met punten die u anders invult. U krijgt de verschillen in "
        "betekenis, met een geval voor elke richting."
    ),
    again="Pas aan en vergelijk opnieuw",
    buttons=(("", "Vergelijken"),),
    known=("oud", "dag_oud", "nieuw", "dag_nieuw", "punten_nieuw"),
    groups=_groups,
    read=_read,
    named=lambda asked: f"Vergelijking: {title_of(asked.old, asked.new)}",
    work=compared,
    has_points=True,
)
