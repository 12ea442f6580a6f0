"""`soco bestand`: an invented caseload, to try a change on before there is a real one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.complete import files
from soco_rules.cli.complete import references
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.dutch import DutchGroup
from soco_rules.cli.dutch import Month
from soco_rules.cli.readings import points_in
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import read_file
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import today
from soco_rules.files import unwritable
from soco_rules.files import write_file

if TYPE_CHECKING:
    from soco_rules.diagnostics import Diagnostic
    from soco_rules.simulation.distributions import Distributions
    from soco_rules.simulation.supply import Asking

EXAMPLE = "Voorbeeld: soco bestand maak delft/scope --leden 1000 --maanden 12 --zaad 7 --uit leden.parquet"


@click.group("bestand", cls=DutchGroup, epilog=EXAMPLE)
def caseload() -> None:
    """Bestanden met leden en maanden, voor soco simuleer."""


@caseload.command("maak", cls=DutchCommand, epilog=EXAMPLE)
@click.argument(
    "kenmerken",
    metavar="KENMERK...",
    nargs=-1,
    required=True,
    help="De overeenkomst; of meer, als u ze gaat vergelijken.",
    shell_complete=references,
)
@click.option(
    "--leden",
    "members",
    type=click.IntRange(1, 1_000_000),
    default=1000,
    metavar="AANTAL",
    help="Hoeveel leden (1000).",
)
@click.option(
    "--maanden",
    "number",
    type=click.IntRange(1, 120),
    default=12,
    metavar="AANTAL",
    help="Hoeveel maanden (12).",
)
@click.option(
    "--vanaf", "first", type=Month(), metavar="JJJJ-MM", help="De eerste maand (januari van dit jaar)."
)
@click.option(
    "--zaad", "seed", type=int, default=1, metavar="GETAL", help="Hetzelfde zaad geeft hetzelfde bestand (1)."
)
@click.option(
    "--besluit",
    "decisions",
    multiple=True,
    metavar="BESLUIT",
    help="Alleen wat dit besluit vraagt; vaker te noemen.",
)
@click.option(
    "--stel",
    "stated",
    multiple=True,
    metavar="PUNT=WAARDE",
    help="Maak ook wat de laatst genoemde overeenkomst vraagt met dit punt anders; vaker te noemen.",
)
@click.option(
    "--verdelingen",
    "listed",
    type=Path,
    metavar="BESTAND",
    shell_complete=files,
    help="Een eigen lijst met verdelingen.",
)
@click.option(
    "--uit",
    "target",
    type=Path,
    required=True,
    metavar="BESTAND",
    shell_complete=files,
    help="Waar het bestand komt: .csv of .parquet.",
)
def make(
    *,
    kenmerken: tuple[str, ...],
    members: int,
    number: int,
    first: int | None,
    seed: int,
    decisions: tuple[str, ...],
    stated: tuple[str, ...],
    listed: Path | None,
    target: Path,
) -> int:
    """Verzin een bestand met leden: wat de besluiten over een maand vragen, voor elk lid en elke maand.

    Met meer overeenkomsten, of met --stel, staat erin wat elk ervan vraagt: dat is nodig om ze te vergelijken.

    Geen lid bestaat en geen bedrag komt uit echte cijfers. Elke verdeling is een aanname.
    """
    from datetime import date

    from soco_rules.backends.sql import available
    from soco_rules.catalogue import finding
    from soco_rules.diagnostics import Span
    from soco_rules.diagnostics import has_errors

    if target.suffix.lower() not in {".csv", ".parquet"}:
        raise click.UsageError(f"Een bestand '{target.name}' kan niet; kies .csv of .parquet.")
    points = points_in(stated)
    if not available():
        at = Span(kenmerken[0])
        return stop((finding("simulatie-niet-beschikbaar", at, "duckdb en sqlglot zijn er niet."),), {})
    chances, findings = _listed(listed)
    workspace, found = open_workspace(*kenmerken)
    if chances is None or has_errors(found):
        return stop((*findings, *found), workspace.sources)
    from soco_rules.simulation.reading import Reading
    from soco_rules.simulation.reading import with_points_stated
    from soco_rules.simulation.supply import parts_for
    from soco_rules.simulation.synthetic import months_from

    start = date.fromordinal(today()).replace(month=1, day=1).toordinal() if first is None else first
    months = months_from(start, number)
    readings = [Reading(kenmerk, workspace, kenmerk) for kenmerk in kenmerken]
    if points:
        readings.append(with_points_stated(readings[-1], points))
    asking, found = parts_for(readings, decisions, months)
    if has_errors(found):
        return stop(found, workspace.sources)
    return _made(asking, chances, months, target, members=members, seed=seed)


def _made(
    asking: Asking,
    chances: Distributions,
    months: tuple[int, ...],
    target: Path,
    *,
    members: int,
    seed: int,
) -> int:
    from soco_rules.simulation.supply import make as made

    if unwritten := write_file(target, b""):  # before the work, not after it
        return stop(unwritten, {})
    with click.progressbar(length=members, label="Leden", file=sys.stderr) as bar:
        try:
            made(asking, chances, months, target, members=members, seed=seed, progress=bar.update)
        except OSError as error:
            return stop((unwritable(target, error),), {})
    told = f"{_many(members, 'lid', 'leden')}, {_many(len(months), 'maand', 'maanden')}, zaad {seed}"
    click.echo(f"Verzonnen bestand geschreven: {target} ({told}).")
    return 0


def _many(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _listed(path: Path | None) -> tuple[Distributions | None, tuple[Diagnostic, ...]]:
    from soco_rules.simulation.distributions import distributions_in
    from soco_rules.simulation.distributions import shipped

    if path is None:
        return shipped(), ()
    content, findings = read_file(path)
    return (None, findings) if content is None else distributions_in(str(path), content)
