"""`soco toets`: run the policy tests."""

from __future__ import annotations

from pathlib import Path

import click

from soco_rules.cli.complete import files
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import workspace_root

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
def scenarios(*, paden: tuple[Path, ...]) -> int:
    """Voer de scenario's uit die de afspraken bewaken.

    Zonder PAD worden alle scenario's in features/ uitgevoerd.
    """
    from soco_rules.scenarios.run import report_text
    from soco_rules.scenarios.run import run

    root = workspace_root()
    report = run(paden or (root / "features",), root)
    click.echo(report_text(report))
    return 0 if report.passed else 1
