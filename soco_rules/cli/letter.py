"""`soco brief`: the letter of a decision."""

from __future__ import annotations

from pathlib import Path

import click

from soco_rules.cli.complete import files
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import read_decision
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import template_folders
from soco_rules.cli.workspace import write_file

FORMS = (".html", ".md")


EXAMPLE = "Voorbeeld: soco brief besluit.json --uit brief.html"


@click.command("brief", cls=DutchCommand, epilog=EXAMPLE)
@click.argument(
    "besluit", metavar="BESLUIT.json", type=Path, help="Een bewaard voorstel.", shell_complete=files
)
@click.option(
    "--uit",
    "target",
    metavar="BESTAND",
    type=Path,
    required=True,
    shell_complete=files,
    help="Waar de brief komt: .html of .md.",
)
def letter(*, besluit: Path, target: Path) -> int:
    """Schrijf de brief bij een voorstel, met CONCEPT erop.

    Zolang niemand het voorstel heeft vastgesteld, is elke brief een concept.
    """
    from soco_rules.letters.to_html import as_html
    from soco_rules.letters.to_markdown import as_markdown
    from soco_rules.letters.write import compose

    form = target.suffix.lower()
    if form not in FORMS:
        raise click.UsageError(f"Een brief met '{target.suffix or target.name}' kan niet; kies .html of .md.")
    decision, findings = read_decision(besluit)
    if decision is None:
        return stop(findings, {})
    composed, findings = compose(decision, template_folders())
    if composed is None:
        return stop(findings, {})
    print_findings(findings, {})
    text = as_html(composed) if form == ".html" else as_markdown(composed)
    if unwritten := write_file(target, text.encode("utf-8")):
        return stop(unwritten, {})
    click.echo(f"Brief geschreven: {target} (CONCEPT).")
    return 0
