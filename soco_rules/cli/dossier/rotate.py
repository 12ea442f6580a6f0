"""`soco dossier sleutelwissel`: a new key for all books."""

from __future__ import annotations

from pathlib import Path

import click

from soco_rules.catalogue import finding
from soco_rules.cli.dossier.key_file import read_keys
from soco_rules.cli.dossier.key_file import write_keys
from soco_rules.cli.dossier.opening import address_of
from soco_rules.cli.dossier.opening import at_store
from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import told
from soco_rules.cli.dossier.opening import with_keys
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import print_findings
from soco_rules.diagnostics import Span

EXAMPLE = 'Voorbeeld: soco dossier sleutelwissel --als "A. de Vries"'


@click.command("sleutelwissel", cls=DutchCommand, epilog=EXAMPLE)
@at_store
@with_keys
@by_whom
@click.option(
    "--vergeet-oude",
    "forget",
    is_flag=True,
    help="Haal de oude sleutels uit het bestand; reservekopieën van voor de wissel zijn dan niet meer te lezen.",
)
def rotate(*, address: str | None, key_file: Path, by: str, forget: bool) -> int:
    """Zet een nieuwe sleutel in het sleutelbestand en breng alle boeken eronder.

    Doe dit als niemand anders met de dossiers werkt. De oude sleutels blijven in het bestand staan: zo blijven oudere
    reservekopieën te lezen. Wordt het wisselen afgebroken, geef het commando dan opnieuw; alles blijft leesbaar.
    """
    return told(lambda: _rotate(address_of(address), key_file, by, forget=forget))


def _rotate(address: str, key_file: Path, by: str, *, forget: bool) -> int:
    from soco_rules.dossiers.keys import renewed
    from soco_rules.dossiers.keys import without_old
    from soco_rules.dossiers.store import StoreError
    from soco_rules.dossiers.store import agreements
    from soco_rules.dossiers.store import keys_in_use
    from soco_rules.dossiers.store import open_store
    from soco_rules.dossiers.store import rotate as bring
    from soco_rules.dossiers.store import utc_now

    keys, findings = read_keys(key_file)
    print_findings(findings, {})
    open_store(address, keys)  # before anything changes: these are its keys
    keys = renewed(keys, utc_now())
    write_keys(key_file, keys)
    store = open_store(address, keys)
    for each in agreements(store):
        click.echo(f"{each}: {bring(store, each, by)} dossiersleutels onder de nieuwe sleutel.")
    if not forget:
        return 0
    if old := sorted(keys_in_use(store) - {keys.current}):
        message = f"Er wordt in '{store.place}' nog met een oude sleutel geschreven: {', '.join(old)}."
        raise StoreError(finding("opslag-bezet", Span(store.place), message))
    write_keys(key_file, without_old(keys))
    click.echo("De oude sleutels zijn vergeten.")
    return 0
