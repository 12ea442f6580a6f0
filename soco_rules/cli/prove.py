"""`soco bewijs`: what holds in every case, and the case in which it does not."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from soco_rules.cli.arguments import of_agreement
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import stop

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping

    from soco_rules.diagnostics import Diagnostic
    from soco_rules.diagnostics import Span
    from soco_rules.model.workspace import Workspace
    from soco_rules.proving.words import Stretch

EXAMPLE = "Voorbeeld: soco bewijs delft/scope"


@click.command("bewijs", cls=DutchCommand, epilog=EXAMPLE)
@of_agreement
@click.option(
    "--naam", metavar="NAAM", help="Bewijs alleen wat over dit begrip of deze regel, eis of afspraak gaat."
)
@click.option("--json", "as_json", is_flag=True, help="Geef wat niet is bewezen als JSON.")
def prove(*, kenmerk: str, naam: str | None, as_json: bool) -> int:
    """Bewijs voor alle gevallen tegelijk wat van een overeenkomst moet gelden.

    Nergens spreken twee regels elkaar tegen, elk geval heeft een uitkomst, aan elke eis is voldaan, elke eigen regel
    kan winnen en elke afspraak maakt verschil. Waar dat niet zo is, komt er een geval bij, als scenario.

    Wat niet te bewijzen en niet te weerleggen is, staat er als 'niet bewezen' met de reden.
    """
    from soco_rules.backends.proof import available
    from soco_rules.catalogue import finding
    from soco_rules.diagnostics import Span
    from soco_rules.diagnostics import did_you_mean
    from soco_rules.diagnostics import has_errors

    if not available():
        return stop((finding("bewijs-niet-beschikbaar", Span(kenmerk), "De bewijzer is er niet."),), {})
    workspace, findings = open_workspace(kenmerk)
    if kenmerk not in workspace.agreements:
        remedy = did_you_mean(kenmerk, workspace.agreements, otherwise="")
        unknown = finding(
            "onbekende-overeenkomst", Span(kenmerk), f"'{kenmerk}' bestaat niet.", remedy=remedy
        )
        return stop((*findings, unknown), workspace.sources)
    if has_errors(findings):
        return stop(findings, workspace.sources)
    return _proved(workspace, kenmerk, naam, as_json=as_json)


def _proved(workspace: Workspace, reference: str, name: str | None, *, as_json: bool) -> int:
    from soco_rules.diagnostics import as_json as finding_as_json
    from soco_rules.diagnostics import has_errors
    from soco_rules.proving.periods import days_between
    from soco_rules.proving.plan import plan

    planned, wrong = plan(workspace, reference)
    if wrong:
        return stop(wrong, workspace.sources)
    names = {question.name for stretch in planned for question in stretch.asked}
    versions = workspace.agreements[reference]
    if name is not None and name not in names:
        return stop((_nothing_about(name, names, versions[-1].span),), {})
    done = [_with_progress(stretch if name is None else stretch.about(name)) for stretch in planned]
    gaps = tuple(days_between(versions))
    found = (*gaps, *(shortfall.finding for stretch in done for shortfall in stretch.shortfalls))
    if as_json:
        click.echo(json.dumps([finding_as_json(each) for each in found], ensure_ascii=False, indent=2))
    else:
        _print(done, gaps, workspace.sources)
    return 1 if has_errors(found) else 0


def _nothing_about(name: str, names: Iterable[str], span: Span) -> Diagnostic:
    from soco_rules.catalogue import finding
    from soco_rules.diagnostics import did_you_mean

    remedy = did_you_mean(name, names, otherwise="")
    return finding("onbekende-naam", span, f"Over '{name}' valt niets te bewijzen.", remedy=remedy)


def _print(done: Iterable[Stretch], gaps: Iterable[Diagnostic], sources: Mapping[str, str]) -> None:
    from soco_rules.diagnostics import render

    for stretch in done:
        click.echo("\n".join(stretch.in_words()))
        for shortfall in stretch.shortfalls:
            click.echo("\n" + render(shortfall.finding, sources))
            click.echo("".join(f"  {line}\n" for line in shortfall.scenario), nl=False)
    for gap in gaps:
        click.echo("\n" + render(gap, sources))


def _with_progress(stretch: Stretch) -> Stretch:
    with click.progressbar(length=len(stretch.asked), label=str(stretch.period), file=sys.stderr) as bar:
        return stretch.proved(lambda: bar.update(1))
