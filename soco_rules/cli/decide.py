"""`soco besluit`: propose a decision on one case."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.dutch import Month
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import read_file
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import today

EXAMPLE = "Voorbeeld: soco besluit delft/scope toelating --zaak zaak.yaml --peildatum 2026-10-15"


@click.command("besluit", cls=DutchCommand, epilog=EXAMPLE)
@click.argument("kenmerk", metavar="KENMERK", help="De overeenkomst, zoals delft/scope.")
@click.argument("besluit", metavar="BESLUIT", help="Het soort besluit, zoals toelating.")
@click.option(
    "--zaak", "case_file", type=Path, metavar="BESTAND", required=True, help="De zaak: gegevens en oordelen."
)
@click.option(
    "--peildatum", "reference_date", type=Day(), metavar="DATUM", help="De dag waarvoor de regels gelden."
)
@click.option(
    "--maand", "month", type=Month(), metavar="JJJJ-MM", help="De maand, voor een besluit per maand."
)
@click.option("--besluitdatum", "decision_date", type=Day(), metavar="DATUM", help="De dag van het besluit.")
@click.option("--json", "as_json", is_flag=True, help="Geef het besluit als JSON.")
def decide(
    *,
    kenmerk: str,
    besluit: str,
    case_file: Path,
    reference_date: int | None,
    month: int | None,
    decision_date: int | None,
    as_json: bool,
) -> int:
    """Doe een voorstel voor een besluit, met motivering, open vragen en ontvangstbewijs.

    Zonder --besluitdatum geldt vandaag; zonder --peildatum de besluitdatum.
    """
    gc.disable()  # one short process: collecting costs a twentieth of it and frees nothing that matters

    from soco_rules.decide import decide as propose
    from soco_rules.diagnostics import has_errors
    from soco_rules.explain.account import account
    from soco_rules.facts import Dates
    from soco_rules.model.decision import DecisionStatus
    from soco_rules.parser.case import read_case

    if month is not None and reference_date is not None:
        raise click.UsageError(
            "Kies --peildatum of --maand: een besluit over een maand geldt vanaf de eerste dag."
        )
    content, findings = read_file(case_file)
    if content is None:
        return stop(findings, {})
    workspace, findings = open_workspace(kenmerk)
    case, unreadable = read_case(str(case_file), content)
    if case is None or has_errors((*findings, *unreadable)):
        return stop((*findings, *unreadable), workspace.sources)
    decided_on = today() if decision_date is None else decision_date
    chosen = next(day for day in (reference_date, month, decided_on) if day is not None)
    decision, found = propose(workspace, kenmerk, besluit, case, Dates(chosen, decided_on))
    if decision is not None and month is not None and decision.period is None:
        raise click.UsageError(f"Het besluit '{besluit}' gaat niet over een maand. Gebruik --peildatum.")
    print_findings((*unreadable, *found), workspace.sources)
    if decision is None:
        return 1
    click.echo(decision.model_dump_json(by_alias=True, indent=2) if as_json else account(decision))
    settled = decision.status in {DecisionStatus.KNOWN, DecisionStatus.JUDGEMENT_NEEDED}
    return 0 if settled and decision.outcome is not None else 1
