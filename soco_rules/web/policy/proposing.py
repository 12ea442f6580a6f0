"""Scenarios proposed on the borders of the agreed numbers: long work, of which a page shows what came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from soco_rules.drafting.feature import count_of
from soco_rules.drafting.feature import proposed
from soco_rules.model.values import spaced
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.web.beside import Tell
from soco_rules.web.beside import beside
from soco_rules.web.ground import Ground
from soco_rules.web.people import Person
from soco_rules.web.policy.place import Found
from soco_rules.web.tasks import Again
from soco_rules.web.tasks import Ready
from soco_rules.web.tasks import Task
from soco_rules.web.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Proposals:
    """What came of it: a feature file, how many scenarios it has, and the points without one, each with why.

    `text` is empty where there is no scenario; `is_there` is false where the rules were no longer there.
    """

    text: str = ""
    count: int = 0
    without: tuple[tuple[str, str], ...] = ()
    is_there: bool = True


def begin(tasks: Tasks, person: Person, here: Ground, at: Found, file: str, form: Mapping[str, str]) -> Task:
    """Begin to look for proposals; nothing is written."""
    title = f"Voorgestelde scenario’s: {at.title}"
    root, reference, version = here.settings.root, at.place.reference, at.place.file
    shown = {
        "title": title,
        "where": f"{at.place.url}/scenarios",
        "agreement": (at.place.url, at.title),
        "file": file,
        "based_on": form.get("op_basis_van", ""),
    }
    again = Again(f"{at.place.url}/scenarios", "Terug naar de scenario’s", {})
    return tasks.begin(
        title,
        person,
        lambda run: Ready("policy/proposed", shown | {"found": beside(run, look, root, reference, version)}),
        again,
    )


def look(tell: Tell, root: Path, reference: str, file: str) -> Proposals:
    """The proposals for the version in a file, from the rules as they are now."""
    workspace, _ = load_workspace(root, shipped_root())
    versions = workspace.agreements.get(reference, ())
    version = next((each for each in versions if each.path == file), None)
    if version is None:
        return Proposals(is_there=False)

    def doing(point: str, done: int, total: int) -> None:
        tell(f"het punt ‘{spaced(point)}’", done, total)

    found = proposed(workspace, version, doing)
    text = found.text or ""
    without = tuple((spaced(each.point), each.why) for each in found.without)
    return Proposals(text, count_of(text), without)
