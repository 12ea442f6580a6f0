"""The scenarios of an agreement with their coverage, and the changes of its rules that no scenario notices."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from soco_rules.files import written_in
from soco_rules.follow import FEATURES
from soco_rules.follow import SCENARIO_FOLDERS
from soco_rules.model.values import iso_day
from soco_rules.scenarios.mutation import mutate
from soco_rules.scenarios.page import as_page
from soco_rules.scenarios.run import run
from soco_rules.web.beside import Tell
from soco_rules.web.changes.asked import Errors
from soco_rules.web.changes.asked import Given
from soco_rules.web.changes.asked import Group
from soco_rules.web.changes.asked import Sent
from soco_rules.web.changes.asked import Way
from soco_rules.web.changes.made import REPORT
from soco_rules.web.changes.made import Made
from soco_rules.web.changes.readings import name_of
from soco_rules.web.changes.rehearsal import changed
from soco_rules.web.changes.rehearsal import rehearsal
from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.ground import Ground
from soco_rules.web.policy.place import Place

ALL = "alle"
MUTATIONS = "mutaties"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which scenarios to execute, and whether to hold changed rules against them; `editor` is where they are edited."""

    name: str
    paths: tuple[Path, ...]
    with_changes: bool
    editor: str


def rehearsed(tell: Tell, root: Path, asked: Asked, day: int) -> Made:
    """Every scenario in some files executed, with what they reach and, if that is asked, what they do not notice."""
    if asked.with_changes:
        report = mutate(
            asked.paths,
            root,
            workers=min(2, os.cpu_count() or 1),
            progress=lambda done, number: tell("regels veranderen en de scenario's uitvoeren", done, number),
        )
        values = {"run": rehearsal(report.scenarios), "changed": changed(report), "editor": asked.editor}
        return Made("changes/rehearsed", values, {REPORT: as_page(report.scenarios, day, report).encode()})
    tell("scenario's uitvoeren", 0, 0)
    found = run(asked.paths, root)
    values = {"run": rehearsal(found), "changed": None, "editor": asked.editor}
    return Made("changes/rehearsed", values, {REPORT: as_page(found, day).encode()})


def _groups(ground: Ground, given: Given, errors: Errors) -> tuple[Group, ...]:
    workspace = ground.rules().workspace
    names = sorted(written_in(ground.settings.root, SCENARIO_FOLDERS))
    choices = (
        *(Choice(name, f"Scenario’s over {name_of(workspace, _named(name))}") for name in names),
        Choice(ALL, "alle scenario’s"),
    )
    chosen, error = given.get("scenarios", ""), errors.get("scenarios", "")
    return (Group("", (Field("scenarios", "Welke scenario’s", "select", chosen, "", error, choices),)),)


def _read(ground: Ground, given: Given, _: Sent | None) -> tuple[Asked | None, Errors]:
    paths = _paths(ground.settings.root, given["scenarios"])
    if not paths:
        return None, {"scenarios": "Kies een van de bestanden met scenario’s."}
    reference = _named(given["scenarios"])
    name = ALL if given["scenarios"] == ALL else name_of(ground.rules().workspace, reference)
    return Asked(name, paths, given.get("wat") == MUTATIONS, _editor(ground, reference)), {}


def _editor(ground: Ground, reference: str) -> str:
    """The page on which the scenarios of an agreement are edited; empty where they are of none."""
    versions = ground.rules().workspace.agreements.get(reference, ())
    return f"{Place(reference, iso_day(versions[-1].valid_from)).url}/scenarios" if versions else ""


def _paths(root: Path, chosen: str) -> tuple[Path, ...]:
    """The files that were chosen, only of those below features/; none where there is no such file."""
    if chosen == ALL:
        return (root / FEATURES,)
    if not chosen.isprintable():
        return ()
    path = (root / chosen).resolve()
    is_one = path.is_relative_to((root / FEATURES).resolve()) and path.suffix == ".feature" and path.is_file()
    return (path,) if is_one else ()


def _named(file: str) -> str:
    return file.removeprefix(f"{FEATURES}/").removesuffix(".feature")


def _title(_: Ground, asked: Asked) -> str:
    about = "Wat geen scenario merkt" if asked.with_changes else "Scenario’s en dekking"
    return f"{about}: {asked.name}"


REHEARSING = Way(
    where="/toetsen",
    title="Toetsen",
    about=(
        "Scenario’s bewaken wat is afgesproken. Hier voert u ze uit, ziet u wat geen scenario bereikt, en welke verandering "
        "van een regel geen scenario zou merken."
    ),
    again="Toets opnieuw",
    buttons=(("dekking", "Uitvoeren met dekking"), (MUTATIONS, "Regels veranderen (duurt langer)")),
    known=("scenarios", "wat"),
    groups=_groups,
    read=_read,
    named=_title,
    work=rehearsed,
)
