"""`soco toets --stel-voor`: scenarios for what no scenario reaches or guards, printed or added to the file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import without_prover
from soco_rules.files import write_file

if TYPE_CHECKING:
    from soco_rules.diagnostics import Diagnostic
    from soco_rules.model.workspace import Workspace
    from soco_rules.suggesting.suggest import Suggestions


def suggested(paths: Sequence[Path], root: Path, *, adding: bool) -> int:
    """Propose scenarios for the agreements of some feature files, or with these references; 1 where that cannot be."""
    if lacking := without_prover("soco toets"):
        return stop(lacking, {})
    return _suggested(paths, root, adding=adding)


def _suggested(paths: Sequence[Path], root: Path, *, adding: bool) -> int:
    from soco_rules.parser.workspace import load_workspace
    from soco_rules.parser.workspace import shipped_root
    from soco_rules.scenarios.rehearsal import Prompter
    from soco_rules.scenarios.run import report_text
    from soco_rules.scenarios.run import run
    from soco_rules.suggesting.feature import as_text
    from soco_rules.suggesting.suggest import suggest

    workspace, _ = load_workspace(root, shipped_root())
    asked, unknown = _agreements(paths, root, workspace)
    if unknown:
        return stop(unknown, {})
    code = 0
    for reference, file in asked.items():
        prompter = Prompter()
        report = run([file] if file.exists() else [], root, listeners=(prompter,))
        if file.exists() and not report.passed:
            click.echo(report_text(report))
            click.echo(f"\nVoor {reference} is er geen voorstel zolang de scenario's zelf niet slagen.")
            code = 1
            continue
        suggestions, findings = suggest(workspace, root, reference, report, prompter.heard)
        if suggestions is None:
            return stop(findings, workspace.sources)
        click.echo(as_text(suggestions))
        if adding and suggestions.proposed and (wrong := _added(file, root, suggestions)):
            return stop(wrong, {})
    return code


def _agreements(
    paths: Sequence[Path], root: Path, workspace: Workspace
) -> tuple[dict[str, Path], tuple[Diagnostic, ...]]:
    """The agreements that are meant, each with its feature file; without paths those of all feature files."""
    from soco_rules.catalogue import finding
    from soco_rules.diagnostics import Span
    from soco_rules.diagnostics import did_you_mean

    asked: dict[str, Path] = {}
    unknown: list[Diagnostic] = []
    own = _own(workspace)
    for path in paths or (root / "features",):
        reference = path.as_posix()
        if path.exists():
            asked.update(_named_in(path, root, own))
        elif reference in own:
            asked[reference] = root / "features" / f"{reference}.feature"
        else:
            message = f"'{reference}' is geen bestand en geen kenmerk van een overeenkomst."
            remedy = did_you_mean(reference, own, otherwise="")
            unknown.append(finding("onbekende-overeenkomst", Span(reference), message, remedy=remedy))
    if not asked and not unknown:
        message = "Hier wordt geen overeenkomst genoemd waarvoor scenario's zijn voor te stellen."
        unknown.append(finding("scenario", Span(", ".join(map(str, paths))), message))
    return asked, tuple(unknown)


def _own(workspace: Workspace) -> frozenset[str]:
    """The agreements that decide themselves: a national layer has no decisions without one."""
    from soco_rules.parser.checks import MUNICIPAL

    return frozenset(
        name for name, versions in workspace.agreements.items() if versions[-1].layer in MUNICIPAL
    )


def _named_in(path: Path, root: Path, own: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """The agreements that feature files name, each with the first file that does; its own file goes first."""
    from soco_rules.scenarios.lint import read_feature

    files = sorted(path.rglob("*.feature")) if path.is_dir() else [path]
    named: dict[str, Path] = {}
    for file in files:
        for reference in sorted(read_feature(file.name, file.read_bytes()).agreements):
            if reference in own:
                by_name = file == root / "features" / f"{reference}.feature"
                named[reference] = file if by_name or reference not in named else named[reference]
    yield from named.items()


def _added(file: Path, root: Path, suggestions: Suggestions) -> tuple[Diagnostic, ...]:
    """Add the proposals to the file, if they hold there; what is wrong where they do not."""
    from soco_rules.catalogue import finding
    from soco_rules.diagnostics import Span
    from soco_rules.scenarios.run import report_text
    from soco_rules.scenarios.run import run
    from soco_rules.suggesting.feature import added_to

    before = file.read_bytes() if file.exists() else None
    content = added_to(before, suggestions)
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / file.name
        trial.write_bytes(content)
        report = run([trial], root)
    if not report.passed:
        click.echo(report_text(report))
        message = (
            "Met de voorstellen erbij slagen niet alle scenario's in dit bestand; er is niets toegevoegd."
        )
        return (finding("scenario", Span(str(file)), message, remedy="neem de voorstellen zelf over"),)
    file.parent.mkdir(parents=True, exist_ok=True)
    unwritten = write_file(file, content)
    if not unwritten:
        click.echo(f"\nToegevoegd aan {file}.")
    return unwritten
