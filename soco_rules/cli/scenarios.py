"""`soco toets`: run the policy tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.complete import files
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.dutch import Percentage
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import today
from soco_rules.cli.workspace import workspace_root
from soco_rules.files import write_file

if TYPE_CHECKING:
    from soco_rules.diagnostics import Diagnostic
    from soco_rules.scenarios.report import Report

EXAMPLE = "Voorbeeld: soco toets features/delft"


@click.command("toets", cls=DutchCommand, epilog=EXAMPLE)
@click.argument(
    "paden",
    nargs=-1,
    metavar="[PAD...]",
    type=Path,
    help="Scenariobestanden of mappen.",
    shell_complete=files,
)
@click.option(
    "--rapport",
    metavar="BESTAND.html",
    type=Path,
    shell_complete=files,
    help="Schrijf een pagina voor de beleidsadviseur.",
)
@click.option(
    "--junit",
    metavar="BESTAND.xml",
    type=Path,
    shell_complete=files,
    help="Schrijf de uitslag als JUnit XML, voor machines.",
)
@click.option(
    "--dekking", is_flag=True, help="Toon wat geen scenario bereikt, met een percentage per bestand."
)
@click.option(
    "--dekking-minimaal",
    "least",
    metavar="PERCENTAGE",
    type=Percentage(),
    help="Toon de dekking, en eis dit percentage van elke overeenkomst die een scenario noemt.",
)
@click.option(
    "--mutaties", is_flag=True, help="Verander de regels telkens op één punt en toon wat geen scenario merkt."
)
@click.option(
    "--mutaties-minimaal",
    "least_noticed",
    metavar="PERCENTAGE",
    type=Percentage(),
    help="Verander de regels, en eis dat van elk bestand dit percentage wordt gemerkt.",
)
@click.option(
    "--stel-voor",
    "suggesting",
    is_flag=True,
    help="Stel scenario's voor waar geen scenario komt of een grens niet bewaakt; PAD mag ook een kenmerk zijn.",
)
@click.option(
    "--voeg-toe", "adding", is_flag=True, help="Zet de voorstellen achteraan in het scenariobestand."
)
def scenarios(
    *,
    paden: tuple[Path, ...],
    rapport: Path | None,
    junit: Path | None,
    dekking: bool,
    least: int | None,
    mutaties: bool,
    least_noticed: int | None,
    suggesting: bool,
    adding: bool,
) -> int:
    """Voer de scenario's uit die de afspraken bewaken.

    Zonder PAD worden alle scenario's in features/ uitgevoerd.
    """
    from soco_rules.scenarios.run import report_text
    from soco_rules.scenarios.run import run

    root = workspace_root()
    if adding and not suggesting:
        raise click.UsageError("--voeg-toe gaat alleen samen met --stel-voor")
    if suggesting:
        if mutaties or least_noticed is not None or rapport or junit or dekking or least is not None:
            raise click.UsageError("--stel-voor gaat alleen samen met --voeg-toe")
        from soco_rules.cli.suggest import suggested

        return suggested(paden, root, adding=adding)
    if mutaties or least_noticed is not None:
        if junit or dekking or least is not None:
            raise click.UsageError("--mutaties gaat alleen samen met --rapport")
        return _mutated(paden, root, least_noticed or 0, rapport)
    report = run(paden or (root / "features",), root)
    click.echo(report_text(report))
    enough = _covered(report, least) if dekking or least is not None else True
    if unwritten := _written(report, rapport, junit):
        return stop(unwritten, {})
    return 0 if report.passed and enough else 1


def _mutated(paths: tuple[Path, ...], root: Path, least: int, page: Path | None) -> int:
    """Mutate the rules behind the scenarios, with a bar that tells how far it is."""
    from soco_rules.scenarios.mutation import mutate
    from soco_rules.scenarios.mutation import score
    from soco_rules.scenarios.mutation_report import mutation_text
    from soco_rules.scenarios.page import as_page

    with click.progressbar(length=1, label="Veranderingen", file=sys.stderr) as bar:

        def progress(done: int, number: int) -> None:
            bar.length = max(number, 1)
            bar.update(done - bar.pos)

        report = mutate(paths, root, workers=min(2, os.cpu_count() or 1), progress=progress)
    click.echo(mutation_text(report))
    short = report.below(least)
    for file in short:
        click.echo(f"Te weinig gemerkt: {file} heeft {score(report.examined[file])}%, nodig is {least}%.")
    text = as_page(report.scenarios, today(), report).encode("utf-8") if page else b""
    if page is not None and (unwritten := _write(page, text, "Rapport")):
        return stop(unwritten, {})
    return 0 if report.passed and not short else 1


def _covered(report: Report, least: int | None) -> bool:
    """Show the coverage; whether every file has the least that was asked."""
    from soco_rules.scenarios.coverage import below
    from soco_rules.scenarios.coverage import coverage_text

    files = report.coverage()
    click.echo("\n" + coverage_text(files))
    if least is None:
        return True
    short = below(files, least)
    for file in short:
        click.echo(f"Te weinig dekking: {file.file} heeft {file.percentage}%, nodig is {least}%.")
    if report.proposals:
        click.echo("Zolang er voorstellen zijn die niemand heeft bevestigd, telt de dekking niet.")
    return bool(files) and not short and not report.proposals


def _written(report: Report, rapport: Path | None, junit: Path | None) -> tuple[Diagnostic, ...]:
    """Write the files that were asked for; the findings tell which could not be written."""
    from soco_rules.scenarios.junit import as_junit
    from soco_rules.scenarios.page import as_page

    findings: tuple[Diagnostic, ...] = ()
    if rapport is not None:
        findings += _write(rapport, as_page(report, today()).encode("utf-8"), "Rapport")
    if junit is not None:
        findings += _write(junit, as_junit(report), "JUnit XML")
    return findings


def _write(path: Path, content: bytes, what: str) -> tuple[Diagnostic, ...]:
    unwritten = write_file(path, content)
    if not unwritten:
        click.echo(f"{what} geschreven: {path}.")
    return unwritten
