"""`soco dossier bezwaarstap`: record a step with an objection, such as the hearing or an adjournment."""

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
from soco_rules.model.objection import Delay
from soco_rules.model.objection import Step

if TYPE_CHECKING:
    from soco_rules.dossiers.store import Store

EXAMPLE = (
    "Voorbeeld: soco dossier bezwaarstap delft/scope 1 21 gehoord --datum 2026-12-01 "
    '--gehoord-door "P. de Boer" --toelichting "U vertelde dat u meer uren kunt werken."'
)


@click.command("bezwaarstap", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@of_dossier
@click.argument("bezwaar", metavar="BEZWAAR", type=click.IntRange(1), help="Het nummer van het bezwaar.")
@click.argument(
    "stap",
    metavar="STAP",
    type=click.Choice([each.value for each in Step]),
    help=f"Een van: {', '.join(Step)}.",
)
@click.option(
    "--datum", "day", type=Day(), required=True, metavar="DATUM", help="De dag waarop het is gebeurd."
)
@click.option(
    "--tot-en-met",
    "until",
    type=Day(),
    metavar="DATUM",
    help="De laatste dag, bij herstel, horen, verdagen en uitstel.",
)
@click.option(
    "--grond",
    "delay",
    type=click.Choice([each.value for each in Delay]),
    help="Bij verder uitstel: waarom dat mag.",
)
@click.option(
    "--gehoord-door",
    "heard_by",
    multiple=True,
    metavar="NAAM",
    help="Wie hoorde; wie het leidde het eerst. Kan vaker.",
)
@click.option(
    "--toelichting",
    "account",
    default="",
    metavar="TEKST",
    help="Het verslag, het advies, wat is afgesproken, of waarom het anders is.",
)
@in_store
@by_whom
def objection_step(
    kenmerk: str,
    nummer: int,
    bezwaar: int,
    stap: str,
    *,
    store: Store,
    day: int,
    until: int | None,
    delay: str | None,
    heard_by: tuple[str, ...],
    account: str,
    by: str,
) -> int:
    """Leg een stap in een bezwaar vast. De termijn om te beslissen gaat mee met wat u vastlegt (Awb 7:10)."""
    from soco_rules.dossiers.objecting import Telling
    from soco_rules.dossiers.objecting import step_taken
    from soco_rules.dossiers.objection_words import STEPS
    from soco_rules.dossiers.objections import objection_in
    from soco_rules.dossiers.objections import terms_of
    from soco_rules.dossiers.store import writing
    from soco_rules.model.values import Kind
    from soco_rules.model.values import as_dutch

    told = Telling(Step(stap), day, until, Delay(delay) if delay else None, heard_by, account)
    with writing(store, kenmerk, by) as ledger:
        dossier = dossier_of(ledger.book(dossiers=(nummer,)), nummer)
        draft, findings = step_taken(dossier, bezwaar, told, today=today())
        if draft is None:
            raise refused(*findings)
        (entry,) = ledger.append((draft,))
        found = objection_in(dossier_of(ledger.book(dossiers=(nummer,)), nummer), bezwaar)
    assert found is not None
    click.echo(f"Bezwaar {bezwaar} van dossier {nummer}: {STEPS[told.step]} (handeling {entry.number}).")
    if not found.is_open:
        return 0
    term = next(terms_of(found, on=today()))
    last = "nog niet bekend" if term.last_day is None else as_dutch(term.last_day, Kind.DATE)
    click.echo(f"Beslissen kan tot en met: {last}. {term.explanation}")
    return 0
