"""`soco lees`: an agreement as numbered Dutch articles."""

from __future__ import annotations

from pathlib import Path

import click

from soco_rules.cli.arguments import of_agreement
from soco_rules.cli.complete import files
from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import template_folders
from soco_rules.cli.workspace import today
from soco_rules.files import write_file

EXAMPLE = "Voorbeeld: soco lees delft/scope --uit delft.html"


@click.command("lees", cls=DutchCommand, epilog=EXAMPLE)
@of_agreement
@click.option(
    "--uit",
    "target",
    metavar="BESTAND",
    type=Path,
    required=True,
    shell_complete=files,
    help="Waar de tekst komt: .html, .pdf, .docx of .md.",
)
@click.option(
    "--peildatum", "reference_date", type=Day(), metavar="DATUM", help="De dag waarvoor de regels gelden."
)
@click.option("--alleen-eigen", "own_only", is_flag=True, help="Laat de regels weg waarop de tekst rust.")
def read(*, kenmerk: str, target: Path, reference_date: int | None, own_only: bool) -> int:
    """Schrijf de afspraken als genummerde artikelen, om te lezen en vast te stellen."""
    from soco_rules.compiler.program import compile_in_force
    from soco_rules.diagnostics import has_errors
    from soco_rules.letters.forms import FORMS
    from soco_rules.letters.forms import as_file
    from soco_rules.parser.house_style import load_house_style
    from soco_rules.reading.read import as_document

    form = next((each for each in FORMS if each == target.suffix.lower()), None)
    if form is None:
        raise click.UsageError(
            f"Een tekst met '{target.suffix or target.name}' kan niet; kies .html, .pdf, .docx of .md."
        )
    workspace, findings = open_workspace(kenmerk)
    on = today() if reference_date is None else reference_date
    compiled, found = compile_in_force(workspace, kenmerk, on, drafts=True)
    if compiled is None or has_errors((*findings, *found)):
        return stop((*findings, *found), workspace.sources)
    style, faults = load_house_style(template_folders(), kenmerk.split("/", 1)[0])
    if has_errors(faults):
        return stop(faults, {})
    content, unshown = as_file(as_document(compiled.stack, own_only=own_only, style=style), form)
    print_findings((*findings, *found, *faults, *unshown), workspace.sources)
    unwritten = () if content is None else write_file(target, content)
    if content is None or unwritten:
        return stop(unwritten, {})
    click.echo(f"Tekst geschreven: {target}.")
    return 0
