"""What every command needs: the workspace, printing findings, reading and writing files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import UTC
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import render
from soco_rules.files import reason

if TYPE_CHECKING:
    from pydantic import ValidationError

    from soco_rules.model.adoption import Adoption
    from soco_rules.model.decision import Decision
    from soco_rules.model.workspace import Workspace


MAX_BYTES = 10_000_000
"""No file that a command reads may be larger; a rule file or a case has its own limit, which is smaller."""


def workspace_root() -> Path:
    """The nearest folder from here upwards that holds agreements/, else where the shipped ones are."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "agreements").is_dir():
            return folder
    from soco_rules.parser.workspace import shipped_root

    return shipped_root()


def open_workspace(*references: str) -> tuple[Workspace, tuple[Diagnostic, ...]]:
    """The agreements of this folder on top of the shipped national ones, with the findings about their files.

    With `references` only those agreements and the layers under them are read, as `load_workspace` says.
    """
    from soco_rules.parser.workspace import load_workspace
    from soco_rules.parser.workspace import shipped_root

    return load_workspace(workspace_root(), shipped_root(), references=references or None)


def template_folders() -> tuple[Path, ...]:
    """Where letters are looked for: the workspace first, then what is shipped."""
    from soco_rules.parser.workspace import template_folders as folders_of

    return folders_of(workspace_root())


def files_under(paths: Sequence[Path], workspace: Workspace) -> tuple[set[str], tuple[Diagnostic, ...]]:
    """The rule files at or below some paths (default: all), with a finding for a path that holds none."""
    every = {version.path for versions in workspace.agreements.values() for version in versions}
    read = every | {name for name in workspace.sources if name.endswith((".yaml", ".yml"))}
    if not paths:
        return read, ()
    root = workspace_root().resolve()
    chosen: set[str] = set()
    missing: list[Diagnostic] = []
    for path in paths:
        full = path.resolve()
        below = {name for name in read if (root / name).resolve().is_relative_to(full)}
        if not below:
            missing.append(
                finding("bestand", Span(str(path)), f"'{path}' bevat geen regelbestand van deze werkmap.")
            )
        chosen |= below
    return chosen, tuple(missing)


def read_decision(path: Path) -> tuple[Decision | None, tuple[Diagnostic, ...]]:
    """A stored decision, or a finding that says why the file is none."""
    from pydantic import ValidationError

    from soco_rules.model.decision import Decision

    content, findings = read_file(path)
    if content is None:
        return None, findings
    try:
        decision = Decision.model_validate_json(content)
        where = _unreadable_part(decision)
    except ValidationError as error:
        where = _first_place(error)
    if not where:
        return decision, ()
    message = f"'{path}' is geen besluit van soco besluit --json (bij {where})."
    return None, (finding("besluit-onleesbaar", Span(str(path)), message),)


def read_decided(path: Path) -> tuple[Decision | Adoption | None, tuple[Diagnostic, ...]]:
    """A stored decision or adoption; a file with a person who adopted is an adoption."""
    from pydantic import ValidationError

    from soco_rules.model.adoption import Adoption

    content, findings = read_file(path)
    if content is None:
        return None, findings
    if not _is_adoption(content):
        return read_decision(path)
    try:
        adoption = Adoption.model_validate_json(content)
        where = _unreadable_part_of(adoption)
    except ValidationError as error:
        where = _first_place(error)
    if not where:
        return adoption, ()
    message = f"'{path}' is geen vaststelling van soco vaststellen (bij {where})."
    remedy = "stel het besluit opnieuw vast met soco vaststellen"
    return None, (finding("besluit-onleesbaar", Span(str(path)), message, remedy=remedy),)


def _is_adoption(content: bytes) -> bool:
    """Whether a file has the keys of an adoption, so that what is wrong is told of the right thing."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and isinstance(data.get("besluit"), dict)


def _first_place(error: ValidationError) -> str:
    return ".".join(str(part) for part in error.errors()[0]["loc"]) or "het begin"


def _unreadable_part_of(adoption: Adoption) -> str:
    """As `_unreadable_part`, of what was adopted and of the days of adopting and sending."""
    heard = adoption.hearing.date if adoption.hearing else None
    days = (("datum", adoption.date), ("verzonden_op", adoption.sent_on), ("zienswijze.datum", heard))
    for key, day in days:
        if day is not None and not _is_date(day):
            return key
    inside = adoption.deviation.consequences if adoption.deviation else adoption.decision
    for key, decision in (("besluit", adoption.decision), ("afwijking.gevolgen", inside)):
        if where := _unreadable_part(decision):
            return f"{key}.{where}"
    return ""


def _is_date(text: str) -> bool:
    from soco_rules.model.values import UnreadableValueError
    from soco_rules.model.values import parse_date

    try:
        parse_date(text)
    except UnreadableValueError:
        return False
    return True


def _unreadable_part(decision: Decision) -> str:
    """What its shape allows in a stored decision and no decision of soco_rules has."""
    from soco_rules.model.values import Role

    for key, day in (("peildatum", decision.reference_date), ("besluitdatum", decision.decision_date)):
        if not _is_date(day):
            return key
    roles = {None, *Role}
    wrong = (f"feiten.{place}.rol" for place, fact in enumerate(decision.facts) if fact.role not in roles)
    return next(wrong, "")


def today() -> int:
    """The day number of today: no decision reads the clock in any other place."""
    return datetime.now(tz=UTC).astimezone().date().toordinal()


def clock() -> str:
    """The time of day, for who watches the screen."""
    return datetime.now(tz=UTC).astimezone().strftime("%H:%M:%S")


def print_findings(findings: Iterable[Diagnostic], sources: Mapping[str, str]) -> None:
    """Show findings on the error stream, each with its place, reason and remedy.

    The text of a case is never among `sources`: a finding about a person shows no line of the file.
    """
    for found in findings:
        click.echo(render(found, sources) + "\n", err=True)


def read_file(path: Path) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The content of a file, or a finding that says why it cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        return None, (finding("bestand", Span(str(path)), f"'{path}' is niet te lezen: {reason(error)}."),)
    if len(content) > MAX_BYTES:
        message = f"'{path}' is groter dan {MAX_BYTES // 1_000_000} MB."
        remedy = "controleer of dit het goede bestand is"
        return None, (finding("te-groot", Span(str(path)), message, remedy=remedy),)
    return content, ()


def stop(findings: Iterable[Diagnostic], sources: Mapping[str, str]) -> int:
    """Show findings and give exit code 1."""
    print_findings(findings, sources)
    sys.stdout.flush()
    return 1


def without_prover(place: str) -> tuple[Diagnostic, ...]:
    """The finding that the library that proves and searches is not installed; none where it is."""
    from soco_rules.backends.proof import available
    from soco_rules.catalogue import finding
    from soco_rules.diagnostics import Span

    if available():
        return ()
    return (finding("bewijs-niet-beschikbaar", Span(place), "De bewijzer, die ook dit zoekt, is er niet."),)
