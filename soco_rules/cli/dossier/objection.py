"""`soco dossier bezwaar`: record that an objection to an adopted decision was received."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import dossier_of
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import of_dossier
from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import today

if TYPE_CHECKING:
    from soco_rules.dossiers.store import Store

EXAMPLE = "Voorbeeld: soco dossier bezwaar delft/scope 1 13 --ontvangen 2026-11-20 --gepost 2026-11-18"


@click.command("bezwaar", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@of_dossier
@click.argument(
    "handeling",
    metavar="HANDELING",
    type=click.IntRange(1),
    help="Het nummer van de vaststelling waar het over gaat.",
)
@click.option(
    "--ontvangen",
    "day",
    type=Day(),
    required=True,
    metavar="DATUM",
    help="De dag waarop het bezwaar is ontvangen.",
)
@click.option(
    "--gepost",
    "posted",
    type=Day(),
    metavar="DATUM",
    help="De dag van het poststempel, als het met de post kwam.",
)
@click.option(
    "--van",
    "whose",
    default="",
    metavar="NAAM",
    help="Wie het bezwaar indiende, als dat een ander is dan de persoon zelf.",
)
@click.option(
    "--gronden", "grounds", default="", metavar="TEKST", help="Waarom de persoon het er niet mee eens is."
)
@in_store
@by_whom
def objection(
    kenmerk: str,
    nummer: int,
    handeling: int,
    *,
    store: Store,
    day: int,
    posted: int | None,
    whose: str,
    grounds: str,
    by: str,
) -> int:
    """Leg vast dat er een bezwaar tegen een beschikking is ontvangen.

    De termijn om te beslissen komt daarna bij de termijnen. Ook een bezwaar dat te laat kwam wordt vastgelegd: er hoort
    een besluit op te komen.
    """
    from soco_rules.dossiers.objecting import received
    from soco_rules.dossiers.objections import objection_in
    from soco_rules.dossiers.objections import terms_of
    from soco_rules.dossiers.store import writing
    from soco_rules.model.objecting import Objected
    from soco_rules.model.values import Kind
    from soco_rules.model.values import as_dutch
    from soco_rules.model.values import iso_day

    said = Objected(
        adoption=handeling,
        received=iso_day(day),
        posted_on=None if posted is None else iso_day(posted),
        by=whose.strip(),
        grounds=grounds.strip(),
    )
    with writing(store, kenmerk, by) as ledger:
        draft, findings = received(dossier_of(ledger.book(dossiers=(nummer,)), nummer), said, today=today())
        if draft is None:
            raise refused(*findings)
        (entry,) = ledger.append((draft,))
        found = objection_in(dossier_of(ledger.book(dossiers=(nummer,)), nummer), entry.number)
    assert found is not None
    click.echo(
        f"Bezwaar tegen handeling {handeling} van dossier {nummer} vastgelegd (handeling {entry.number})."
    )
    if found.is_late and found.closed is not None:
        click.echo(f"Het kwam te laat: bezwaar kon tot en met {as_dutch(found.closed, Kind.DATE)}.")
        click.echo("Vraag de persoon waarom, voordat u beslist (Awb 6:11).")
    term = next(terms_of(found, on=today()))
    click.echo(term.explanation)
    if term.last_day is not None:
        click.echo(
            f"Beslissen kan tot en met {as_dutch(term.last_day, Kind.DATE)} ({'; '.join(term.articles)})."
        )
    return 0
