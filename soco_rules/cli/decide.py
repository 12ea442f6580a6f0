"""`soco besluit`: propose a decision on one case."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.arguments import of_agreement
from soco_rules.cli.arguments import of_decision
from soco_rules.cli.complete import files
from soco_rules.cli.dates import chosen_dates
from soco_rules.cli.dates import dated
from soco_rules.cli.dates import not_monthly
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import read_file
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import without_prover

if TYPE_CHECKING:
    from soco_rules.diagnostics import Diagnostic
    from soco_rules.facts import Dates
    from soco_rules.model.case import Case
    from soco_rules.model.decision import Decision
    from soco_rules.model.workspace import Workspace

EXAMPLE = "Voorbeeld: soco besluit delft/scope toelating --zaak zaak.yaml --peildatum 2026-10-15"


@click.command("besluit", cls=DutchCommand, epilog=EXAMPLE)
@of_agreement
@of_decision
@click.option(
    "--zaak",
    "case_file",
    type=Path,
    metavar="BESTAND",
    required=True,
    shell_complete=files,
    help="De zaak: gegevens en oordelen.",
)
@dated
@click.option(
    "--wat-als",
    "wanted",
    metavar="[UITKOMST]",
    is_flag=False,
    flag_value="",
    help="Zoek de kleinste verandering die een andere uitkomst geeft, of deze uitkomst.",
)
@click.option("--json", "as_json", is_flag=True, help="Geef het besluit als JSON; met --wat-als alleen dat.")
def decide(
    *,
    kenmerk: str,
    besluit: str,
    case_file: Path,
    reference_date: int | None,
    month: int | None,
    decision_date: int | None,
    wanted: str | None,
    as_json: bool,
) -> int:
    """Doe een voorstel voor een besluit, met motivering, open vragen en ontvangstbewijs.

    Zonder --besluitdatum geldt vandaag; zonder --peildatum de besluitdatum.

    Met --wat-als staat erbij wat er ten minste anders zou moeten zijn, en welke regel dan geldt. Een UITKOMST is een
    waarde, bij een getal ook met 'ten minste' of 'ten hoogste' ervoor. Alleen gegevens die het regelbestand
    veranderbaar noemt doen mee.
    """
    gc.disable()  # one short process: collecting costs a twentieth of it and frees nothing that matters

    from soco_rules.decide import decide as propose
    from soco_rules.diagnostics import has_errors
    from soco_rules.diagnostics import in_reading_order
    from soco_rules.explain.account import account
    from soco_rules.model.decision import DecisionStatus
    from soco_rules.parser.case import read_case

    dates = chosen_dates(reference_date, month, decision_date)
    content, findings = read_file(case_file)
    if content is None:
        return stop(findings, {})
    workspace, findings = open_workspace(kenmerk)
    case, unreadable = read_case(str(case_file), content)
    if case is None or has_errors((*findings, *unreadable)):
        return stop((*findings, *unreadable), workspace.sources)
    if wanted is not None and (lacking := without_prover(kenmerk)):
        return stop(lacking, {})
    decision, found = propose(workspace, kenmerk, besluit, case, dates)
    monthly = decision is None or decision.period or decision.status == DecisionStatus.NOT_IN_FORCE
    if month is not None and not monthly:
        raise not_monthly(besluit)
    misplaced = _disordered(case)
    print_findings((*unreadable, *in_reading_order((*found, *misplaced))), workspace.sources)
    if decision is None or misplaced:
        return 1
    if wanted is not None and decision.status != DecisionStatus.NOT_IN_FORCE:
        return _what_if(workspace, decision, case, dates, wanted, as_json=as_json)
    click.echo(decision.model_dump_json(by_alias=True, indent=2) if as_json else account(decision))
    if decision.procedure and not as_json:
        from soco_rules.terms.in_words import in_words

        click.echo(in_words(decision))
    settled = decision.status in {DecisionStatus.KNOWN, DecisionStatus.JUDGEMENT_NEEDED}
    return 0 if settled and decision.outcome is not None else 1


def _disordered(case: Case) -> tuple[Diagnostic, ...]:
    if not case.procedure:
        return ()
    from soco_rules.terms.of_case import disordered

    return tuple(disordered(case.procedure, case.places))


def _what_if(
    workspace: Workspace, decision: Decision, case: Case, dates: Dates, wanted: str, *, as_json: bool
) -> int:
    """Print the decision with what would have to change; 1 where that was not found out."""
    from soco_rules.counterfactual.search import what_if
    from soco_rules.counterfactual.words import in_words
    from soco_rules.decide.proposal import made_ready
    from soco_rules.explain.account import account
    from soco_rules.model.counterfactual import Found
    from soco_rules.model.values import UnreadableValueError

    ready, _ = made_ready(workspace, decision.agreement, decision.decision, case, dates)
    assert ready is not None
    try:
        told = what_if(ready, wanted or None)
    except UnreadableValueError as error:
        raise click.UsageError(f"--wat-als: {error}") from error
    click.echo(
        told.model_dump_json(by_alias=True, indent=2) if as_json else f"{account(decision)}\n{in_words(told)}"
    )
    return 1 if told.found in {Found.FIRST_KNOW, Found.UNDECIDED} else 0
