"""`soco dossier controleer`: whether each book still is what was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.complete import references
from soco_rules.cli.dossier.anchors import given_anchors
from soco_rules.cli.dossier.anchors import read_anchors
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import stop

if TYPE_CHECKING:
    from soco_rules.dossiers.store import Store

EXAMPLE = "Voorbeeld: soco dossier controleer delft/scope --anker anker-2026-11-21.json"


@click.command("controleer", cls=DutchCommand, epilog=EXAMPLE)
@click.argument(
    "kenmerk",
    metavar="[KENMERK]",
    required=False,
    help="De overeenkomst; zonder zijn dat alle boeken.",
    shell_complete=references,
)
@in_store
@given_anchors
def verify(kenmerk: str | None, *, store: Store, anchor_files: tuple[Path, ...]) -> int:
    """Controleer of elke handeling nog is zoals zij is vastgelegd, en of er geen ontbreekt.

    Met een anker blijkt ook of de hele opslag is teruggezet naar een eerdere dag, of is herschreven.
    """
    from soco_rules.dossiers.store import agreements
    from soco_rules.dossiers.store import anchor
    from soco_rules.dossiers.store import guards
    from soco_rules.dossiers.store import verify as findings_of

    anchors = read_anchors(anchor_files)
    books = agreements(store) if kenmerk is None else (kenmerk,)
    anchored = {each.agreement for each in anchors if kenmerk in {None, each.agreement}}
    unguarded = guards(store)
    failed = stop(unguarded, {}) if unguarded else 0
    for each in sorted({*books, *anchored}):
        findings = findings_of(store, each, *anchors)
        if findings:
            failed = stop(findings, {})
        else:
            click.echo(f"{each}: {anchor(store, each).number} handelingen, alles zoals het is vastgelegd.")
    if not (books or unguarded):
        click.echo(f"In {store.place} staan nog geen boeken.")
    return failed
