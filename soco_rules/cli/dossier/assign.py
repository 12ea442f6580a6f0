"""`soco dossier toewijzen`: put a dossier on the desk of a person, or of nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from soco_rules.cli.dossier.opening import Who
from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import dossier_of
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import of_dossier
from soco_rules.cli.dutch import DutchCommand

if TYPE_CHECKING:
    from soco_rules.dossiers.store import Store

EXAMPLE = 'Voorbeeld: soco dossier toewijzen delft/scope 1 --aan "M. Bakker"'


@click.command("toewijzen", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@of_dossier
@click.option("--aan", "to", type=Who(), metavar="NAAM", help="Wie het dossier behandelt.")
@click.option("--niemand", "nobody", is_flag=True, help="Leg het dossier bij niemand meer.")
@click.option("--reden", "reason", metavar="TEKST", help="Waarom; die staat in het dossier.")
@in_store
@by_whom
def assign(
    kenmerk: str, nummer: int, *, store: Store, to: str | None, nobody: bool, reason: str | None, by: str
) -> int:
    """Leg een dossier bij wie het behandelt. Een dossier ligt bij één persoon, of bij niemand."""
    from soco_rules.dossiers.assigning import assigned
    from soco_rules.dossiers.store import writing

    if (to is None) is not nobody:
        raise click.UsageError("Geef --aan met een naam, of --niemand.")
    with writing(store, kenmerk, by) as ledger:
        draft = assigned(dossier_of(ledger.book(dossiers=(nummer,)), nummer), to, reason)
        entries = ledger.append(() if draft is None else (draft,))
    where = f"ligt bij {to}" if to else "ligt bij niemand"
    click.echo(
        f"Dossier {nummer} van {kenmerk} {where} (handeling {entries[0].number})."
        if entries
        else f"Dossier {nummer} van {kenmerk} {where}; dat was al zo."
    )
    return 0
