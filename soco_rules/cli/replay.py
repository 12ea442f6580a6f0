"""`soco herhaal`: take a stored decision again and compare."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.complete import files
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import read_decided
from soco_rules.cli.workspace import stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from soco_rules.replay import Difference

EXAMPLE = "Voorbeeld: soco herhaal besluit.json"


@click.command("herhaal", cls=DutchCommand, epilog=EXAMPLE)
@click.argument(
    "besluit",
    metavar="BESLUIT.json",
    type=Path,
    help="Een bewaard voorstel, of een vaststelling.",
    shell_complete=files,
)
def replay(*, besluit: Path) -> int:
    """Neem een bewaard besluit opnieuw met dezelfde gegevens en regels, en toon elk verschil.

    Van een vaststelling wordt het voorstel opnieuw genomen, ook als daarvan is afgeweken.
    """
    from soco_rules.diagnostics import has_errors
    from soco_rules.model.adoption import Adoption
    from soco_rules.replay import replay as again

    decided, findings = read_decided(besluit)
    if decided is None:
        return stop(findings, {})
    stored = decided.decision if isinstance(decided, Adoption) else decided
    workspace, findings = open_workspace(stored.agreement)
    if has_errors(findings):
        return stop(findings, workspace.sources)
    _, differences = again(stored, workspace)
    for difference in differences:
        click.echo(f"- {difference}")
    click.echo(f"Het besluit '{stored.decision}' van {stored.decision_date} is {_verdict(differences)}.")
    return 1 if differences else 0


def _verdict(differences: Sequence[Difference]) -> str:
    if not differences:
        return "opnieuw genomen: alles is gelijk"
    if all(each.is_of_words or each.is_of_receipt for each in differences):
        return "opnieuw genomen: de uitkomst en de gronden zijn gelijk; anders is waarmee is gerekend, of hoe het wordt verteld"
    return "nu niet meer hetzelfde"
