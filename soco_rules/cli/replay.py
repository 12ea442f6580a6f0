"""`soco herhaal`: take a stored decision again and compare."""

from __future__ import annotations

from pathlib import Path

import click

from soco_rules.cli.complete import files
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import read_decided
from soco_rules.cli.workspace import stop

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
    from soco_rules.replay import verdict_of

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
    verdict = _IN_WORDS[verdict_of(differences)]
    click.echo(f"Het besluit '{stored.decision}' van {stored.decision_date} is {verdict}.")
    return 1 if differences else 0


_IN_WORDS = {
    "gelijk": "opnieuw genomen: alles is gelijk",
    "anders_verteld": (
        "opnieuw genomen: de uitkomst en de gronden zijn gelijk; anders is waarmee is gerekend, of hoe het wordt verteld"
    ),
    "anders": "nu niet meer hetzelfde",
}
"""What a verdict (`replay.Verdict`) is in the sentence of this command."""
