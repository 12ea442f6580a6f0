"""`soco controleer`: everything that is wrong in rule files, in one run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.complete import files
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import files_under
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import template_folders
from soco_rules.cli.workspace import today
from soco_rules.cli.workspace import workspace_root

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soco_rules.diagnostics import Diagnostic
    from soco_rules.model.workspace import Workspace

EXAMPLE = "Voorbeeld: soco controleer agreements/delft"


@click.command("controleer", cls=DutchCommand, epilog=EXAMPLE)
@click.argument(
    "paden", nargs=-1, metavar="[PAD...]", type=Path, help="Bestanden of mappen.", shell_complete=files
)
@click.option("--json", "as_json", is_flag=True, help="Geef de bevindingen als JSON.")
@click.option("--volg", is_flag=True, help="Controleer opnieuw na elke wijziging, tot Ctrl-C.")
@click.option("--bewijs", is_flag=True, help="Bewijs daarna alle overeenkomsten, zoals soco bewijs doet.")
def check(*, paden: tuple[Path, ...], as_json: bool, volg: bool, bewijs: bool) -> int:
    """Controleer regelbestanden en toon alle bevindingen tegelijk.

    Zonder PAD wordt alles in agreements/ gecontroleerd, en ook de sjablonen van brieven.

    Met --volg komen na elke wijziging de bevindingen over het gewijzigde en alles wat erop bouwt, en daarna de
    uitkomst van de scenario's die ermee te maken hebben.

    Met --bewijs volgen de bewijzen over elke overeenkomst en regeling. Een fout daarin telt als een fout.
    """
    if volg and (paden or as_json or bewijs):
        raise click.UsageError(
            "--volg volgt de hele werkmap en toont tekst. Laat PAD, --json en --bewijs weg."
        )
    if not volg:
        return _check(paden, as_json=as_json, bewijs=bewijs)
    from soco_rules.cli.follow import follow
    from soco_rules.cli.follow import start

    root = workspace_root()
    since = start(root)
    _check((), as_json=False)
    return follow(root, since)


def _check(paden: tuple[Path, ...], *, as_json: bool, bewijs: bool = False) -> int:
    from soco_rules.diagnostics import as_json as finding_as_json
    from soco_rules.diagnostics import has_errors
    from soco_rules.diagnostics import in_reading_order
    from soco_rules.diagnostics import summary
    from soco_rules.letters.check import check_letters
    from soco_rules.letters.check import check_templates
    from soco_rules.letters.check import missing_templates
    from soco_rules.review import assumed_after
    from soco_rules.review import review

    workspace, found_in_files = open_workspace()
    files, missing = files_under(paden, workspace)
    chosen = {
        reference
        for reference, versions in workspace.agreements.items()
        if any(v.path in files for v in versions)
    }
    folders = template_folders()
    versions = (version for reference in chosen for version in workspace.agreements[reference])
    letters = missing_templates(versions, folders)
    if not paden:
        letters = (*letters, *check_templates(folders), *check_letters(workspace, folders))
    later = assumed_after(workspace, sorted(chosen), today())
    findings = in_reading_order(
        (*missing, *found_in_files, *review(workspace, sorted(chosen)), *later, *letters)
    )
    count = f"{len(files)} {'bestand' if len(files) == 1 else 'bestanden'}"
    if not as_json:
        print_findings(findings, workspace.sources)
        click.echo(f"{count} gecontroleerd: {summary(findings)}.")
    if bewijs and not has_errors(findings):
        findings = (*findings, *_proved(workspace, sorted(chosen), as_json=as_json))
    if as_json:
        click.echo(json.dumps([finding_as_json(found) for found in findings], ensure_ascii=False, indent=2))
    return 1 if has_errors(findings) else 0


def _proved(workspace: Workspace, references: Iterable[str], *, as_json: bool) -> tuple[Diagnostic, ...]:
    """What the proofs about agreements and schemes find, printed one agreement after the other."""
    from soco_rules.cli.prove import not_available
    from soco_rules.cli.prove import proofs_of
    from soco_rules.model.agreement import Layer

    if missing := not_available("agreements"):
        print_findings(missing, {})
        return missing
    from soco_rules.proving.report import in_words

    found: list[Diagnostic] = []
    for reference in references:
        if workspace.agreements[reference][-1].layer in {Layer.NATIONAL, Layer.MODEL}:
            continue
        done, wrong = proofs_of(workspace, reference)
        if done is None:
            print_findings(wrong, workspace.sources)
            found += wrong
            continue
        found += done.findings
        if not as_json:
            lines = in_words(done.stretches, done.gaps, workspace.sources, everything=False)
            click.echo("\n" + "\n".join(lines))
    return tuple(found)
