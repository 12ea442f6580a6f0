"""`soco dossier toon`: what a dossier comes to, in short."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import as_json
from soco_rules.cli.dossier.telling import dossier_of
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import of_dossier
from soco_rules.cli.dossier.telling import on_day
from soco_rules.cli.dossier.telling import rules_on
from soco_rules.cli.dossier.telling import workspace_of
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import today

if TYPE_CHECKING:
    from soco_rules.dossiers.store import Store

EXAMPLE = "Voorbeeld: soco dossier toon delft/scope 1"


@click.command("toon", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@of_dossier
@on_day
@as_json
@in_store
@by_whom
def show(kenmerk: str, nummer: int, *, store: Store, on: int | None, as_json: bool, by: str) -> int:
    """Toon een dossier: de stand, de besluiten, wat er bekend is en wat er nog nodig is.

    Dat u het bekijkt, komt één keer per dag in het dossier.
    """
    from soco_rules.dossiers.account import account
    from soco_rules.dossiers.account import as_data
    from soco_rules.dossiers.consulting import HANDLING
    from soco_rules.dossiers.store import consult
    from soco_rules.dossiers.store import read_book

    day = today() if on is None else on
    workspace = workspace_of(kenmerk)
    compiled = rules_on(workspace, kenmerk, day)
    consult(store, kenmerk, by, HANDLING, dossier=nummer)
    book = read_book(store, kenmerk, dossiers=(nummer,) if as_json else None)
    dossier = dossier_of(book, nummer)
    if as_json:
        click.echo(json.dumps(as_data(compiled.stack, dossier), ensure_ascii=False, indent=2))
        return 0
    click.echo(account(workspace, compiled, book, dossier, day))
    return 0
