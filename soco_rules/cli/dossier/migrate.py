"""`soco dossier bijwerken`: make a store, or bring it to this version."""

from __future__ import annotations

import click

from soco_rules.cli.dossier.opening import address_of
from soco_rules.cli.dossier.opening import at_store
from soco_rules.cli.dossier.opening import told
from soco_rules.cli.dutch import DutchCommand

EXAMPLE = "Voorbeeld: soco dossier bijwerken --opslag postgresql://soco@localhost/dossiers"


@click.command("bijwerken", cls=DutchCommand, epilog=EXAMPLE)
@at_store
def migrate(address: str | None) -> int:
    """Maak een nieuwe opslag, of werk de tabellen van een opslag bij voor deze versie.

    Bijwerken lukt helemaal of verandert niets, en is niet terug te draaien. Maak daarom eerst een reservekopie.
    """
    return told(lambda: _migrate(address_of(address)))


def _migrate(address: str) -> int:
    from soco_rules.dossiers.store import REVISIONS
    from soco_rules.dossiers.store import migrate as bring
    from soco_rules.dossiers.store import shown

    before = bring(address)
    place, now = shown(address), REVISIONS[-1]
    match before:
        case None:
            click.echo(f"Gemaakt: {place}.")
        case same if same == now:
            click.echo(f"{place} is al van deze versie.")
        case _:
            click.echo(f"Bijgewerkt: {place}, van {before} naar {now}.")
    return 0
