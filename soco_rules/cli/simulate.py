"""`soco simuleer`: what an agreement, or a change of it, means for all members."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.complete import files
from soco_rules.cli.complete import references
from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.readings import points_in
from soco_rules.cli.readings import reading_of
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import read_file
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import today
from soco_rules.files import write_file

if TYPE_CHECKING:
    from soco_rules.diagnostics import Diagnostic
    from soco_rules.simulation.flows import Flows
    from soco_rules.simulation.reading import Reading
    from soco_rules.simulation.report import Report
    from soco_rules.simulation.simulate import Order
    from soco_rules.simulation.sweep import Range

EXAMPLE = "Voorbeeld: soco simuleer delft/scope --stel bijdragepercentage=12% --bestand leden.parquet --rapport rapport.html"
FORMS = (".html", ".csv", ".xlsx", ".json")
ENGINES = ("duckdb", "spark")


@click.command("simuleer", cls=DutchCommand, epilog=EXAMPLE)
@click.argument(
    "old",
    metavar="OUD",
    help="Een kenmerk, kenmerk@jjjj-mm-dd of een regelbestand.",
    shell_complete=references,
)
@click.argument(
    "new",
    metavar="[NIEUW]",
    required=False,
    help="Hetzelfde, om mee te vergelijken.",
    shell_complete=references,
)
@click.option(
    "--bestand",
    "file",
    type=Path,
    required=True,
    metavar="BESTAND",
    shell_complete=files,
    help="De leden en maanden: .csv of .parquet.",
)
@click.option(
    "--rapport",
    "targets",
    type=Path,
    multiple=True,
    required=True,
    metavar="BESTAND",
    shell_complete=files,
    help="Waar het rapport komt: .html, .csv, .xlsx of .json; vaker te noemen.",
)
@click.option(
    "--stel",
    "stated",
    multiple=True,
    metavar="PUNT=WAARDE",
    help="Reken NIEUW door met dit punt anders; vaker te noemen.",
)
@click.option(
    "--stel-oud",
    "old_stated",
    multiple=True,
    metavar="PUNT=WAARDE",
    help="Vul in OUD een punt in, zoals een punt dat nog open is; vaker te noemen.",
)
@click.option(
    "--reeks",
    "ranges",
    multiple=True,
    metavar="PUNT=VAN..TOT:STAP",
    help="Laat een punt van laag naar hoog lopen; een of twee keer.",
)
@click.option(
    "--besluit", "decisions", multiple=True, metavar="BESLUIT", help="Alleen dit besluit; vaker te noemen."
)
@click.option(
    "--groep",
    "groups",
    multiple=True,
    metavar="GEGEVEN",
    help="Toon groepen naar dit gegeven; vaker te noemen.",
)
@click.option(
    "--peildatum-oud",
    "old_day",
    type=Day(),
    metavar="DATUM",
    help="Reken OUD door alsof elke maand de maand van deze dag is.",
)
@click.option("--peildatum-nieuw", "new_day", type=Day(), metavar="DATUM", help="Hetzelfde voor NIEUW.")
@click.option(
    "--geldstromen",
    "listed",
    type=Path,
    metavar="BESTAND",
    shell_complete=files,
    help="Een eigen lijst van wie aan wie betaalt.",
)
@click.option(
    "--motor",
    "engine",
    default="duckdb",
    metavar="MOTOR",
    help="Wat rekent: duckdb, op deze computer, of spark, voor een bestand dat daar te groot voor is.",
)
def simulate(
    *,
    old: str,
    new: str | None,
    file: Path,
    targets: tuple[Path, ...],
    stated: tuple[str, ...],
    old_stated: tuple[str, ...],
    ranges: tuple[str, ...],
    decisions: tuple[str, ...],
    groups: tuple[str, ...],
    old_day: int | None,
    new_day: int | None,
    listed: Path | None,
    engine: str,
) -> int:
    """Reken een overeenkomst door voor alle leden, of wat een wijziging voor hen betekent.

    Het rapport heeft de totalen voor lid, coöperatie en gemeente, wie erop vooruit- en achteruitgaat en hoeveel,
    groepen, aannames en een ontvangstbewijs. Cijfers over minder dan tien leden staan er niet in.
    """
    from soco_rules.backends.sql import available
    from soco_rules.catalogue import finding
    from soco_rules.diagnostics import Span

    if not available():
        return stop(
            (finding("simulatie-niet-beschikbaar", Span(str(file)), "duckdb en sqlglot zijn er niet."),), {}
        )
    from soco_rules.diagnostics import has_errors
    from soco_rules.simulation.simulate import Order

    if engine not in ENGINES:
        raise click.UsageError(f"--motor {engine}: kies {' of '.join(ENGINES)}.")
    if engine == "spark" and (missing := _without_spark()):
        return stop(missing, {})
    _check_targets(targets)
    points, old_points = points_in(stated), points_in(old_stated, "--stel-oud")
    spans = _ranges(ranges)
    flows, findings = _flows(listed)
    changes = new is not None or bool(points) or old_day != new_day
    asked: list[tuple[str, int | None, dict[str, str]]] = [(old, old_day, old_points)] + (
        [(new or old, new_day, points)] if changes else []
    )
    readings: list[Reading] = []
    sources: dict[str, str] = {}
    for text, day, said in asked:
        reading, found = reading_of(text, day, said, sources)
        findings = (*findings, *(one for one in found if one not in findings))
        if reading is not None:
            readings.append(reading)
    if flows is None or len(readings) < len(asked) or has_errors(findings):
        return stop(findings, sources)
    order = Order(tuple(readings), file, flows, decisions, groups, spans, on_spark=engine == "spark")
    return _ordered(order, targets, findings, sources)


def _ordered(
    order: Order, targets: tuple[Path, ...], findings: tuple[Diagnostic, ...], sources: dict[str, str]
) -> int:
    from soco_rules.diagnostics import has_errors
    from soco_rules.simulation.simulate import simulate as simulated

    shows = sys.stderr.isatty()

    def progress(text: str) -> None:
        if shows:
            click.echo(f"\r\033[K{text} ...", err=True, nl=False)

    report, found = simulated(order, progress)
    progress("klaar")
    if shows:
        click.echo("\r\033[K", err=True, nl=False)
    findings = tuple(dict.fromkeys((*findings, *found)))
    if report is None:
        return stop(findings, sources)
    print_findings(findings, sources)
    unwritten = [wrong for target in targets for wrong in write_file(target, _written(report, target))]
    if unwritten:
        return stop(unwritten, {})
    for target in targets:
        click.echo(f"Rapport geschreven: {target}.")
    for line in report.headline:
        click.echo(line)
    return 1 if has_errors(findings) else 0


def _written(report: Report, target: Path) -> bytes:
    from soco_rules.simulation.document import as_json
    from soco_rules.simulation.page import as_page
    from soco_rules.simulation.sheets import as_csv
    from soco_rules.simulation.sheets import as_xlsx

    match target.suffix.lower():
        case ".csv":
            return ("\ufeff" + as_csv(report)).encode()  # so that a spreadsheet reads it as UTF-8
        case ".xlsx":
            return as_xlsx(report)
        case ".json":
            return as_json(report).encode()
        case _:
            return as_page(report, today()).encode()


def _check_targets(targets: tuple[Path, ...]) -> None:
    from soco_rules.simulation.sheets import can_xlsx

    for target in targets:
        if target.suffix.lower() not in FORMS:
            raise click.UsageError(f"Een rapport '{target.name}' kan niet; kies .html, .csv, .xlsx of .json.")
        if target.suffix.lower() == ".xlsx" and not can_xlsx():
            raise click.UsageError("Voor .xlsx is openpyxl nodig; kies .csv.")


def _without_spark() -> tuple[Diagnostic, ...]:
    from soco_rules.catalogue import finding
    from soco_rules.diagnostics import Span
    from soco_rules.simulation.engines import missing_for_spark

    missing = missing_for_spark()
    message = f"Voor de motor spark ontbreekt: {' en '.join(missing)}."
    return (finding("spark-niet-beschikbaar", Span("--motor"), message),) if missing else ()


def _ranges(texts: tuple[str, ...]) -> tuple[Range, ...]:
    from soco_rules.simulation.sweep import ranges_in

    found, wrong = ranges_in(texts)
    if wrong:
        raise click.UsageError(f"--reeks: {'; '.join(wrong)}.")
    return found


def _flows(path: Path | None) -> tuple[Flows | None, tuple[Diagnostic, ...]]:
    from soco_rules.simulation.flows import flows_in
    from soco_rules.simulation.flows import shipped

    if path is None:
        return shipped(), ()
    content, findings = read_file(path)
    return (None, findings) if content is None else flows_in(str(path), content)
