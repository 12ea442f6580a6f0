"""`soco dossier teruggeven`: give a proposal back to who made it, with a remark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import dossier_of
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import of_dossier
from soco_rules.cli.dossier.telling import of_proposal
from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.dutch import DutchCommand

if TYPE_CHECKING:
    from soco_rules.dossiers.store import Store

EXAMPLE = 'Voorbeeld: soco dossier teruggeven delft/scope 1 12 --opmerking "De ingangsdatum klopt niet met de aanvraag."'


@click.command("teruggeven", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@of_dossier
@of_proposal
@click.option(
    "--opmerking",
    "remark",
    required=True,
    metavar="TEKST",
    help="Wat er anders moet. De persoon zelf kan dit bij inzage lezen.",
)
@in_store
@by_whom
def give_back(kenmerk: str, nummer: int, voorstel: int, *, store: Store, remark: str, by: str) -> int:
    """Geef een voorstel terug, met wat er anders moet.

    Het voorstel is daarna niet meer vast te stellen. Een nieuw voorstel komt ervoor in de plaats.
    """
    from soco_rules.dossiers.store import writing
    from soco_rules.dossiers.waiting import returned

    with writing(store, kenmerk, by) as ledger:
        dossier = dossier_of(ledger.book(dossiers=(nummer,)), nummer)
        draft, findings = returned(dossier, voorstel, remark)
        if draft is None:
            raise refused(*findings)
        (entry,) = ledger.append((draft,))
    click.echo(f"Voorstel {voorstel} van dossier {nummer} is teruggegeven (handeling {entry.number}).")
    click.echo(f"Een nieuw voorstel: soco dossier besluit {kenmerk} {nummer} {entry.subject}")
    return 0
