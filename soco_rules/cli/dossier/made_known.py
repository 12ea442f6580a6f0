"""`soco dossier bekendmaking`: record on which day an adopted decision was really sent or handed over."""

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

EXAMPLE = (
    "Voorbeeld: soco dossier bekendmaking delft/scope 1 13 --verzonden-op 2026-10-26 --eigen-brief Z-2026-881"
)


@click.command("bekendmaking", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@of_dossier
@click.argument(
    "handeling", metavar="HANDELING", type=click.IntRange(1), help="Het nummer van de vaststelling."
)
@click.option(
    "--verzonden-op",
    "day",
    type=Day(),
    required=True,
    metavar="DATUM",
    help="De dag waarop de brief echt is verzonden of uitgereikt.",
)
@click.option(
    "--eigen-brief",
    "letter",
    default="",
    metavar="BRIEF",
    help="Het kenmerk van uw eigen brief, als die is gegaan.",
)
@click.option(
    "--reden", "reason", default="", metavar="TEKST", help="Waarom een dag die er al stond niet klopt."
)
@in_store
@by_whom
def made_known(
    kenmerk: str, nummer: int, handeling: int, *, store: Store, day: int, letter: str, reason: str, by: str
) -> int:
    """Leg vast op welke dag een beschikking echt is bekendgemaakt, en met welke brief.

    De termijn voor bezwaar loopt vanaf de dag erna, wat er bij het vaststellen ook als dag van verzenden stond.
    """
    from soco_rules.dossiers.making_known import made_known as known
    from soco_rules.dossiers.store import writing
    from soco_rules.model.values import Kind
    from soco_rules.model.values import as_dutch
    from soco_rules.terms.awb import objection

    with writing(store, kenmerk, by) as ledger:
        dossier = dossier_of(ledger.book(dossiers=(nummer,)), nummer)
        draft, findings = known(dossier, handeling, day=day, letter=letter, reason=reason, today=today())
        if draft is None:
            raise refused(*findings)
        (entry,) = ledger.append((draft,))
    shown = as_dutch(day, Kind.DATE)
    click.echo(
        f"Bekendgemaakt op {shown}: handeling {handeling} van dossier {nummer} (handeling {entry.number})."
    )
    term = objection(day)
    if term.last_day is None:
        click.echo(f"Bezwaar: {term.explanation}")
    else:
        click.echo(f"Bezwaar kan tot en met {as_dutch(term.last_day, Kind.DATE)}.")
    return 0
