"""Two readings of an agreement beside each other: the form that asks which, and the work."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from soco_rules.comparing.compare import compare
from soco_rules.comparing.compare import decisions_of
from soco_rules.comparing.document import as_document
from soco_rules.comparing.findings import Limit
from soco_rules.comparing.page import as_page
from soco_rules.comparing.sides import Side
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


LIMIT = Limit(seconds=60)
"""How long one decision may take at the desk; what is not proved by then is told so, and the others go on."""


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
    titles = _titles(old, new)
    done = -1

    def begin(name: str | None) -> None:
        nonlocal done
        done += 1
        doing = f"het besluit ‘{titles[name]}’" if name else "de scenario’s van beide kanten"
        tell(doing, done, len(names))

    on = max(old.on, new.on)
    comparison = compare(old, new, on, root, dict.fromkeys(names), begin=begin, limit=LIMIT)
    data = as_document(comparison).model_dump(mode="json", by_alias=True)
    files = {
        REPORT: as_page(comparison, day).encode(),
        "vergelijking.json": json.dumps(data, ensure_ascii=False, indent=2).encode(),
    }
    return Made("changes/compared", {"found": differences(comparison)}, files)


def _titles(old: Side, new: Side) -> dict[str, str]:
    """What every kind of decision of either side is called."""
    both = (old.compiled.stack.decisions, new.compiled.stack.decisions)
    return {name: decision.title for decisions in both for name, decision in decisions.items()}


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
        "betekenis, met een geval voor elke richting. Per besluit duurt dat hooguit een minuut; wat dan niet is bewezen, "
        "staat er zo bij."
    ),
    again="Pas aan en vergelijk opnieuw",
    buttons=(("", "Vergelijken"),),
    known=("oud", "dag_oud", "nieuw", "dag_nieuw", "punten_nieuw"),
    groups=_groups,
    read=_read,
    named=lambda ground, asked: f"Vergelijking: {title_of(ground, asked.old, asked.new)}",
    work=compared,
    has_points=True,
)
