"""`soco dossier oordeel`: record what a person found, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.dossier.fact import record
from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import case_in
from soco_rules.cli.dossier.telling import for_time
from soco_rules.cli.dossier.telling import in_case
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import of_dossier
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import today

if TYPE_CHECKING:
    from soco_rules.dossiers.store import Store
    from soco_rules.model.case import Judgement
    from soco_rules.model.values import Role

EXAMPLE = 'Voorbeeld: soco dossier oordeel delft/scope 1 toestemming_gemeente=ja --reden "Het plan past."'


@click.command("oordeel", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@of_dossier
@click.argument(
    "oordelen", metavar="[NAAM=WAARDE]...", nargs=-1, help="Oordelen van wie dit invoert; of geef --zaak."
)
@in_case
@click.option("--reden", "reason", metavar="TEKST", help="Waarom zo is geoordeeld, bij NAAM=WAARDE.")
@for_time
@in_store
@by_whom
def judgement(
    kenmerk: str,
    nummer: int,
    oordelen: tuple[str, ...],
    *,
    store: Store,
    case_file: Path | None,
    reason: str | None,
    by: str,
    **options: object,
) -> int:
    """Leg oordelen vast: wat een mens vindt, wie dat is, op welke dag en waarom.

    Een nieuw oordeel komt in de plaats van het oude. Beoordelen meer mensen hetzelfde, dan zegt het regelbestand hoe
    dat één oordeel wordt.
    """
    from dataclasses import replace

    from soco_rules.dossiers.recording import Telling

    case = case_in(case_file)
    if case.facts or case.procedure:
        click.echo("De feiten in dit bestand zijn niet vastgelegd: soco dossier feit doet dat.", err=True)
    given = _given(oordelen, by, reason)
    told = replace(case, facts={}, procedure={}, judgements={**case.judgements, **given})
    if not told.judgements:
        raise click.UsageError("Er is niets om vast te leggen: geef NAAM=WAARDE of --zaak.")
    telling = Telling(today=today(), **options)  # type: ignore[arg-type]  # click read them by their types
    return record(store, by, (kenmerk, nummer), told, telling)


def _given(written: tuple[str, ...], by: str, reason: str | None) -> dict[tuple[str, Role | None], Judgement]:
    from soco_rules.diagnostics import Span
    from soco_rules.model.case import Judgement
    from soco_rules.model.values import iso_day

    if written and not (reason and reason.strip()):
        raise click.UsageError("Bij een oordeel hoort een reden: geef --reden.")
    found: dict[tuple[str, Role | None], Judgement] = {}
    for each in written:
        name, sign, value = each.partition("=")
        if not (sign and name and value):
            raise click.UsageError(
                "Een oordeel is niet geschreven als NAAM=WAARDE; schrijf bijvoorbeeld toestemming_gemeente=ja."
            )
        found[name, None] = Judgement(value, by, Span("opdrachtregel"), iso_day(today()), reason)
    return found
