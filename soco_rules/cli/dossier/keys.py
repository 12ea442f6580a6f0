"""`soco dossier sleutels`: the key file of a new store."""

from __future__ import annotations

from pathlib import Path

import click

from soco_rules.cli.complete import files
from soco_rules.cli.dossier.key_file import write_keys
from soco_rules.cli.dossier.opening import told
from soco_rules.cli.dutch import DutchCommand

EXAMPLE = "Voorbeeld: soco dossier sleutels --uit /etc/soco/sleutels.json"


@click.command("sleutels", cls=DutchCommand, epilog=EXAMPLE)
@click.option(
    "--uit",
    "target",
    required=True,
    type=Path,
    metavar="BESTAND",
    shell_complete=files,
    help="Waar de sleutels komen; een bestaand bestand wordt nooit vervangen.",
)
def keys(target: Path) -> int:
    """Maak de sleutels voor een nieuwe opslag.

    Zonder dit bestand is geen dossier meer te lezen, ook niet uit een reservekopie. Bewaar er een kopie van op een
    andere plek dan de opslag en haar reservekopieën.
    """
    return told(lambda: _make(target))


def _make(target: Path) -> int:
    from soco_rules.dossiers.keys import new_ring
    from soco_rules.dossiers.store import utc_now

    write_keys(target, new_ring(utc_now()), keep=True)
    click.echo(f"Gemaakt: {target}, alleen leesbaar voor wie dit commando gaf.")
    click.echo("Bewaar er een kopie van op een andere plek dan de opslag en haar reservekopieën:")
    click.echo("zonder deze sleutels is geen dossier meer te lezen.")
    return 0
