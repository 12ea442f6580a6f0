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
from soco_rules.cli.workspace import template_folders
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
    "handeling",
    metavar="HANDELING",
    type=click.IntRange(1),
    help="Het nummer van de vaststelling, of van het besluit op bezwaar.",
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

    De termijn voor bezwaar loopt vanaf de dag erna, wat er eerder ook als dag van verzenden stond; na een besluit op
    bezwaar is dat de termijn voor beroep.
    """
    from soco_rules.dossiers.answered import record_made_known
    from soco_rules.dossiers.objections import objections_of
    from soco_rules.dossiers.present import adoptions
    from soco_rules.dossiers.store import writing
    from soco_rules.model.values import Kind
    from soco_rules.model.values import as_dutch
    from soco_rules.terms.awb import appeal
    from soco_rules.terms.awb import objection

    with writing(store, kenmerk, by) as ledger:
        dossier = dossier_of(ledger.book(dossiers=(nummer,)), nummer)
        entry, findings = record_made_known(
            ledger,
            nummer,
            handeling,
            day=day,
            letter=letter,
            reason=reason,
            templates=template_folders(),
            today=today(),
        )
        if entry is None:
            raise refused(*findings)
    renewals = {each.number for each, short in adoptions(dossier) if short.on_objection is not None}
    answers = {each.answered[0].number for each in objections_of(dossier) if each.answered}
    has_appeal = handeling in renewals | answers
    shown = as_dutch(day, Kind.DATE)
    click.echo(
        f"Bekendgemaakt op {shown}: handeling {handeling} van dossier {nummer} (handeling {entry.number})."
    )
    term, what = (appeal(day), "Beroep") if has_appeal else (objection(day), "Bezwaar")
    if term.last_day is None:
        click.echo(f"{what}: {term.explanation}")
    else:
        click.echo(f"{what} kan tot en met {as_dutch(term.last_day, Kind.DATE)}.")
    return 0
