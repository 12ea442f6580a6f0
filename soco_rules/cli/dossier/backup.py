"""`soco dossier reservekopie`: all books in one file, still encrypted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.complete import files
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import stop

if TYPE_CHECKING:
    from soco_rules.dossiers.store import Store

EXAMPLE = "Voorbeeld: soco dossier reservekopie --naar /mnt/reservekopie"


@click.command("reservekopie", cls=DutchCommand, epilog=EXAMPLE)
@in_store
@click.option(
    "--naar",
    "folder",
    required=True,
    type=Path,
    metavar="MAP",
    shell_complete=files,
    help="De map waarin het bestand komt, met een naam van dag en tijd.",
)
def backup(*, store: Store, folder: Path) -> int:
    """Maak een reservekopie van alle boeken, terwijl anderen kunnen doorwerken.

    De inhoud blijft versleuteld en de sleutels zitten er niet bij. De boeken worden daarbij ook gecontroleerd.
    """
    from soco_rules.dossiers.store import back_up
    from soco_rules.dossiers.store import verify

    path, anchors = back_up(store, folder)
    broken = [found for each in anchors for found in verify(store, each.agreement, each)]
    if broken:
        return stop(broken, {})
    acts = sum(each.number for each in anchors)
    click.echo(f"Bewaard: {path} (boeken: {len(anchors)}, handelingen: {acts}).")
    return 0
