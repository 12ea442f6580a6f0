"""`soco leg-uit`: what a name of the rules means, where it is set, what depends on it."""

from __future__ import annotations

import click

from soco_rules.cli.arguments import of_agreement
from soco_rules.cli.complete import names
from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import today

EXAMPLE = "Voorbeeld: soco leg-uit delft/scope bijdrage"


@click.command("leg-uit", cls=DutchCommand, epilog=EXAMPLE)
@of_agreement
@click.argument(
    "naam",
    metavar="[NAAM]",
    required=False,
    help="Een afspraak, gegeven, bedrag of begrip.",
    shell_complete=names,
)
@click.option(
    "--peildatum", "reference_date", type=Day(), metavar="DATUM", help="De dag waarvoor de regels gelden."
)
def about(*, kenmerk: str, naam: str | None, reference_date: int | None) -> int:
    """Leg uit wat een naam betekent, waar hij vandaan komt en wat ervan afhangt.

    Zonder NAAM komen alle namen: de besluiten, de afspraken, de gegevens en wat uit de regels volgt.
    """
    from soco_rules.catalogue import finding
    from soco_rules.compiler.program import compile_in_force
    from soco_rules.diagnostics import did_you_mean
    from soco_rules.diagnostics import has_errors
    from soco_rules.explain.about import about as explained
    from soco_rules.explain.about import names_of
    from soco_rules.explain.about import overview

    workspace, findings = open_workspace(kenmerk)
    on = today() if reference_date is None else reference_date
    compiled, found = compile_in_force(workspace, kenmerk, on, drafts=True)
    if compiled is None or has_errors((*findings, *found)):
        return stop((*findings, *found), workspace.sources)
    if naam is None:
        click.echo(overview(compiled), nl=False)
        return 0
    if naam not in names_of(compiled):
        remedy = did_you_mean(naam, names_of(compiled), otherwise="")
        message = f"'{kenmerk}' kent de naam '{naam}' niet."
        return stop((finding("onbekende-naam", compiled.stack.lowest.span, message, remedy=remedy),), {})
    click.echo(explained(compiled, naam), nl=False)
    return 0
