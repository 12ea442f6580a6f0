"""`soco dossier anker`: where the books stand now, to keep outside the database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.catalogue import finding
from soco_rules.cli.complete import files
from soco_rules.cli.complete import references
from soco_rules.cli.dossier.anchors import as_file
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import stop
from soco_rules.diagnostics import Span
from soco_rules.files import write_file

if TYPE_CHECKING:
    from soco_rules.dossiers.store import Store

EXAMPLE = "Voorbeeld: soco dossier anker --uit anker-2026-11-21.json"


@click.command("anker", cls=DutchCommand, epilog=EXAMPLE)
@click.argument(
    "kenmerk",
    metavar="[KENMERK]",
    required=False,
    help="De overeenkomst; zonder zijn dat alle boeken.",
    shell_complete=references,
)
@in_store
@click.option(
    "--uit",
    "target",
    type=Path,
    metavar="BESTAND.json",
    shell_complete=files,
    help="Waar het anker komt; zonder staat het op het scherm.",
)
def anchor(kenmerk: str | None, *, store: Store, target: Path | None) -> int:
    """Schrijf op tot waar de boeken nu lopen.

    Wie dit buiten de opslag bewaart, kan later laten zien dat er sindsdien niets is weggehaald of herschreven, ook niet
    door wie bij de opslag en de sleutels kan. Er staat niets persoonlijks in.
    """
    from soco_rules.dossiers.store import agreements
    from soco_rules.dossiers.store import anchor as anchor_of

    books = agreements(store) if kenmerk is None else (kenmerk,)
    if not books:
        message = f"In '{store.place}' staan nog geen boeken."
        return stop((finding("onbekend-dossier", Span(store.place), message),), {})
    text = as_file(anchor_of(store, each) for each in books)
    if target is None:
        click.echo(text, nl=False)
        return 0
    if unwritten := write_file(target, text.encode(), keep=True):
        return stop(unwritten, {})
    click.echo(f"Bewaard in {target}. Zet dit bestand op een plek buiten de opslag.")
    return 0
