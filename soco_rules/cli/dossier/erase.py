"""`soco dossier wis`: erase the personal data of one dossier and keep the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.retention import last_rules
from soco_rules.cli.dossier.retention import sure
from soco_rules.cli.dossier.telling import dossier_of
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import of_dossier
from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import today

if TYPE_CHECKING:
    from soco_rules.compiler.layers import Stack
    from soco_rules.dossiers.retention import Keeping
    from soco_rules.dossiers.store import Store
    from soco_rules.model.dossier import Book

EXAMPLE = "Voorbeeld: soco dossier wis delft/scope 12"


@click.command("wis", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@of_dossier
@sure
@in_store
@by_whom
def erase(kenmerk: str, nummer: int, *, store: Store, is_sure: bool, by: str) -> int:
    """Wis de persoonsgegevens van een dossier waarvan de bewaartermijn voorbij is.

    De sleutel van het dossier wordt vernietigd: niemand kan het daarna nog lezen. Dat er een dossier was, en wie er
    wanneer iets mee deed, blijft staan als bewijs.
    """
    from soco_rules.dossiers.erasing import BACKUPS
    from soco_rules.dossiers.erasing import OUTSIDE
    from soco_rules.dossiers.erasing import WITHOUT_LETTERS
    from soco_rules.dossiers.erasing import erase_in
    from soco_rules.dossiers.present import person_of
    from soco_rules.dossiers.store import read_book
    from soco_rules.dossiers.store import writing
    from soco_rules.model.values import spaced

    stack = last_rules(kenmerk, today())
    book = read_book(store, kenmerk, acts=WITHOUT_LETTERS)
    dossier = dossier_of(book, nummer)
    keeping = _may_go(stack, book, nummer)
    if not is_sure:
        person = person_of(dossier)
        click.echo(f"Dossier {nummer}: {person.name if person else '-'}, {spaced(keeping.state or '-')}.")
        click.echo("Na het wissen kan niemand dit dossier nog lezen. Dat is niet terug te draaien.")
        click.echo(OUTSIDE)
        if click.prompt("Typ het nummer om te wissen", default="", show_default=False).strip() != str(nummer):
            click.echo("Er is niets gewist.")
            return 2
    with writing(store, kenmerk, by) as ledger:
        gone = erase_in(ledger, _may_go(stack, ledger.book(dossiers=(nummer,)), nummer))
    click.echo(f"Dossier {nummer} van {kenmerk} is gewist (handeling {gone.number}). {BACKUPS}")
    return 0


def _may_go(stack: Stack, book: Book, number: int) -> Keeping:
    """How long it was kept.

    Raises:
        StoreError: it must stay, for every reason that there is.
    """
    from soco_rules.dossiers.retention import keeping_in
    from soco_rules.dossiers.retention import why_not

    dossier_of(book, number)
    (keeping,) = (each for each in keeping_in(stack, book, today()) if each.dossier == number)
    if reasons := why_not(keeping, today()):
        raise refused(*reasons)
    return keeping
