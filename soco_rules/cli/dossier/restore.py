"""`soco dossier terugzetten`: a backup into an empty store."""

from __future__ import annotations

from pathlib import Path

import click

from soco_rules.cli.complete import files
from soco_rules.cli.dossier.anchors import given_anchors
from soco_rules.cli.dossier.anchors import read_anchors
from soco_rules.cli.dossier.key_file import read_keys
from soco_rules.cli.dossier.opening import address_of
from soco_rules.cli.dossier.opening import at_store
from soco_rules.cli.dossier.opening import told
from soco_rules.cli.dossier.opening import with_keys
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import print_findings

EXAMPLE = "Voorbeeld: soco dossier terugzetten dossiers-20261121T093000Z.jsonl.gz --opslag hersteld.sqlite"


@click.command("terugzetten", cls=DutchCommand, epilog=EXAMPLE)
@click.argument(
    "reservekopie",
    metavar="RESERVEKOPIE",
    type=Path,
    help="Het bestand van soco dossier reservekopie.",
    shell_complete=files,
)
@at_store
@with_keys
@given_anchors
def restore(
    reservekopie: Path, *, address: str | None, key_file: Path, anchor_files: tuple[Path, ...]
) -> int:
    """Zet een reservekopie terug in een nieuwe of lege opslag, in een bestand of in PostgreSQL.

    Elke handeling wordt daarbij gecontroleerd. Klopt er iets niet, dan wordt er niets teruggezet.
    """
    return told(lambda: _restore(reservekopie, address_of(address), key_file, anchor_files))


def _restore(backup: Path, address: str, key_file: Path, anchor_files: tuple[Path, ...]) -> int:
    from soco_rules.dossiers.store import restore as put_back

    anchors = read_anchors(anchor_files)
    keys, findings = read_keys(key_file)
    print_findings(findings, {})
    for each in put_back(backup, address, keys, anchors=anchors):
        click.echo(f"{each.agreement}: {each.number} handelingen teruggezet en gecontroleerd.")
    return 0
