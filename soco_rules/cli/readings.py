"""What a person calls a reading of an agreement on the command line, and the points that he fills otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.dutch import Day
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import read_file
from soco_rules.cli.workspace import today
from soco_rules.cli.workspace import workspace_root

if TYPE_CHECKING:
    from soco_rules.diagnostics import Diagnostic
    from soco_rules.simulation.reading import Reading


def points_in(texts: tuple[str, ...], option: str = "--stel") -> dict[str, str]:
    """The points that are stated on the command line, by name.

    Raises:
        UsageError: with everything that is wrong with any of them.
    """
    points: dict[str, str] = {}
    wrong = []
    for each in texts:
        name, is_, value = (part.strip() for part in each.partition("="))
        if not (name and is_ and value):
            wrong.append(
                f"'{each}' is niet te lezen; schrijf {option} PUNT=WAARDE, zoals bijdragepercentage=12%."
            )
        elif name in points:
            wrong.append(f"{option} vult het punt '{name}' twee keer in.")
        else:
            points[name] = value
    if wrong:
        raise click.UsageError(" ".join(wrong))
    return points


def reading_of(
    text: str, day: int | None, points: dict[str, str], sources: dict[str, str]
) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    """What a person calls a reading; the texts of its files come among the sources."""
    from soco_rules.comparing.sides import version_on
    from soco_rules.diagnostics import has_errors
    from soco_rules.simulation.reading import Reading
    from soco_rules.simulation.reading import with_points_stated

    if text.endswith((".yaml", ".yml")):
        return _of_file(text, day, points, sources)
    name, at, on = text.partition("@")
    workspace, findings = open_workspace(name)
    sources |= workspace.sources
    if has_errors(findings):
        return None, findings
    reading = Reading(text, workspace, name, None, day)
    if at or name not in workspace.agreements:
        version, found = version_on(workspace, name, Day().convert(on, None, None) if at else today())
        if version is None:
            return None, (*findings, *found)
        reading = Reading(text, workspace, name, version, day)
    return with_points_stated(_dated(reading, day), points), findings


def _of_file(
    text: str, day: int | None, points: dict[str, str], sources: dict[str, str]
) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    """A rule file, which may lie anywhere."""
    from soco_rules.comparing.sides import side_of_file
    from soco_rules.simulation.reading import Reading
    from soco_rules.simulation.reading import with_points_stated

    content, findings = read_file(Path(text))
    if content is None:
        return None, findings
    workspace, _ = open_workspace()
    sources[text] = content.decode("utf-8", "replace")
    on = today() if day is None else day
    side, findings = side_of_file(workspace, _name_of(Path(text)), content, on)
    if side is None:
        return None, findings
    sources |= side.workspace.sources
    reading = Reading(text, side.workspace, side.reference, side.version, day)
    return with_points_stated(_dated(reading, day), points), ()


def _dated(reading: Reading, day: int | None) -> Reading:
    from dataclasses import replace

    from soco_rules.model.values import Kind
    from soco_rules.model.values import as_dutch

    if day is None:
        return reading
    return replace(reading, label=f"{reading.label} zoals op {as_dutch(day, Kind.DATE)}")


def _name_of(path: Path) -> str:
    """A file in the workspace by its place in it, as findings call it."""
    root = workspace_root().resolve()
    full = path.resolve()
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else str(path)
