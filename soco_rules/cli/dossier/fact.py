"""`soco dossier feit`: record what is known of a person, with where it comes from and for which time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.complete import decisions
from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.reopen import reopened_by
from soco_rules.cli.dossier.telling import case_in
from soco_rules.cli.dossier.telling import dossier_of
from soco_rules.cli.dossier.telling import for_time
from soco_rules.cli.dossier.telling import in_case
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import of_dossier
from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.dossier.telling import rules_on
from soco_rules.cli.dossier.telling import tell
from soco_rules.cli.dossier.telling import workspace_of
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import today

if TYPE_CHECKING:
    from soco_rules.dossiers.recording import Telling
    from soco_rules.dossiers.store import Store
    from soco_rules.model.case import Case
    from soco_rules.model.case import Report
    from soco_rules.model.values import Role

EXAMPLE = 'Voorbeeld: soco dossier feit delft/scope 1 leefvorm=alleenstaande --bron "gesprek" --geldig-vanaf 2026-10-01'


@click.command("feit", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@of_dossier
@click.argument("feiten", metavar="[NAAM=WAARDE]...", nargs=-1, help="Losse gegevens; of geef --zaak.")
@in_case
@click.option("--bron", "source", metavar="TEKST", help="Waar het vandaan komt, als het er niet bij staat.")
@for_time
@click.option(
    "--besluit",
    "besluit",
    metavar="BESLUIT",
    shell_complete=decisions,
    help="Bij welk besluit de dagen onder procedure horen.",
)
@click.option(
    "--neem-terug",
    "taken_back",
    multiple=True,
    metavar="NAAM",
    help="Een dag van de procedure die niet klopt en vervalt, zoals verdaagd_op.",
)
@click.option(
    "--vervangt",
    "replaces",
    type=click.IntRange(1),
    multiple=True,
    metavar="NR",
    help="De handeling waarvan dit de plaats inneemt; voor opgaven die elkaar tegenspreken.",
)
@in_store
@by_whom
def fact(
    kenmerk: str,
    nummer: int,
    feiten: tuple[str, ...],
    *,
    store: Store,
    case_file: Path | None,
    taken_back: tuple[str, ...],
    by: str,
    **options: object,
) -> int:
    """Leg gegevens vast, en de dagen van een procedure.

    Een nieuwe opgave van dezelfde bron komt in de plaats van de oude. Opgaven van verschillende bronnen blijven naast
    elkaar staan; spreken zij elkaar tegen, dan wacht het besluit tot duidelijk is wat juist is.
    """
    from dataclasses import replace

    case = case_in(case_file)
    if case.judgements:
        click.echo(
            "De oordelen in dit bestand zijn niet vastgelegd: soco dossier oordeel doet dat.", err=True
        )
    told = replace(case, facts={**case.facts, **_given(feiten)}, judgements={})
    if not (told.facts or told.procedure or taken_back):
        raise click.UsageError("Er is niets om vast te leggen: geef NAAM=WAARDE of --zaak.")
    if taken_back and not options["besluit"]:
        raise click.UsageError("Een dag hoort bij een besluit: geef --besluit bij --neem-terug.")
    return record(
        store, by, (kenmerk, nummer), told, _telling(options), taken_back=tuple(dict.fromkeys(taken_back))
    )


def record(
    store: Store,
    by: str,
    whose: tuple[str, int],
    told: Case,
    telling: Telling,
    *,
    taken_back: tuple[str, ...] = (),
) -> int:
    """Record what is told of a dossier (its agreement and number), and say what was recorded."""
    from soco_rules.dossiers.recording import procedure_of
    from soco_rules.dossiers.recording import recorded
    from soco_rules.dossiers.store import writing

    reference, number = whose
    compiled = rules_on(
        workspace_of(reference), reference, telling.valid_from or telling.month or telling.today
    )
    with writing(store, reference, by) as ledger:
        known = procedure_of(dossier_of(ledger.book(dossiers=(number,)), number), telling.besluit)
        drafts, findings = recorded(compiled, number, told, telling, known=known, taken_back=taken_back)
        if not drafts:
            raise refused(*findings)
        entries = ledger.append(drafts)
        reopened = tuple(reopened_by(ledger, reference, number))
    tell(findings)
    first, last = entries[0].number, entries[-1].number
    which = f"handeling {first}" if first == last else f"handelingen {first} tot en met {last}"
    names = [f"`{name}`" for name in sorted(_names(told))]
    names += [f"`{name}` vervalt" for name in taken_back]
    click.echo(f"Vastgelegd in dossier {number}: {', '.join(names)} ({which}).")
    for line in reopened:
        click.echo(line)
    return 0


def _telling(options: dict[str, object]) -> Telling:
    from soco_rules.dossiers.recording import Telling

    return Telling(today=today(), **options)  # type: ignore[arg-type]  # click read them by their types


def _given(written: tuple[str, ...]) -> dict[tuple[str, Role | None], tuple[Report, ...]]:
    from soco_rules.diagnostics import Span
    from soco_rules.model.case import Report

    found: dict[tuple[str, Role | None], tuple[Report, ...]] = {}
    for each in written:
        name, sign, value = each.partition("=")
        if not (sign and name and value):
            raise click.UsageError(
                "Een gegeven is niet geschreven als NAAM=WAARDE; schrijf bijvoorbeeld leefvorm=alleenstaande."
            )
        found[name, None] = (Report(value, Span("opdrachtregel")),)
    return found


def _names(told: Case) -> set[str]:
    return {name for name, _ in (*told.facts, *told.judgements)} | set(told.procedure)
