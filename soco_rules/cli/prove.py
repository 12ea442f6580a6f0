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
from soco_rules.cli.workspace import workspace_root
from soco_rules.files import write_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterable
    from pathlib import Path

    from soco_rules.diagnostics import Diagnostic
    from soco_rules.diagnostics import Span
    from soco_rules.model.workspace import Workspace
    from soco_rules.proving.report import Stretch
    from soco_rules.proving.run import Run
    from soco_rules.proving.words import Shortfall

EXAMPLE = "Voorbeeld: soco bewijs delft/scope"


@click.command("bewijs", cls=DutchCommand, epilog=EXAMPLE)
@of_agreement
@click.option(
    "--naam", metavar="NAAM", help="Bewijs alleen wat over dit begrip of deze regel, eis of afspraak gaat."
)
@click.option("--alles", is_flag=True, help="Toon alles wat niet is bewezen met de reden en het scenario.")
@click.option(
    "--voeg-toe", is_flag=True, help="Vraag bij elk gevonden geval of het in het scenariobestand moet."
)
@click.option("--ja", is_flag=True, help="Met --voeg-toe: voeg elk scenario toe zonder te vragen.")
@click.option("--opnieuw", is_flag=True, help="Bewijs ook opnieuw wat een eerdere keer al is bewezen.")
@click.option("--json", "as_json", is_flag=True, help="Geef wat niet is bewezen als JSON.")
def prove(
    *, kenmerk: str, naam: str | None, alles: bool, voeg_toe: bool, ja: bool, opnieuw: bool, as_json: bool
) -> int:
    """Bewijs voor alle gevallen tegelijk wat van een overeenkomst moet gelden.

    Nergens spreken twee regels elkaar tegen, elk geval heeft een uitkomst, aan elke eis is voldaan, elke eigen regel
    kan winnen en elke afspraak maakt verschil. Waar dat niet zo is, komt er een geval bij, als scenario.

    Eerst staat er wat fout is, dan waar u naar kunt kijken en wat niet is bewezen, tot slot hoeveel er is bewezen.
    Wat is bewezen wordt bewaard in build/bewijzen. Die map kan altijd weg.
    """
    if ja and not voeg_toe:
        raise click.UsageError("--ja hoort bij --voeg-toe.")
    if voeg_toe and as_json:
        raise click.UsageError("--voeg-toe toont tekst. Laat --json weg.")
    if missing := not_available(kenmerk):
        return stop(missing, {})
    from soco_rules.catalogue import finding
    from soco_rules.diagnostics import Span
    from soco_rules.diagnostics import did_you_mean
    from soco_rules.diagnostics import has_errors

    workspace, findings = open_workspace(kenmerk)
    if kenmerk not in workspace.agreements:
        remedy = did_you_mean(kenmerk, workspace.agreements, otherwise="")
        unknown = finding(
            "onbekende-overeenkomst", Span(kenmerk), f"'{kenmerk}' bestaat niet.", remedy=remedy
        )
        return stop((*findings, unknown), workspace.sources)
    if has_errors(findings):
        return stop(findings, workspace.sources)
    done, wrong = proofs_of(workspace, kenmerk, naam, afresh=opnieuw)
    if done is None:
        return stop(wrong, workspace.sources)
    _print(done, workspace, everything=alles, as_json=as_json)
    if voeg_toe and (refused := _add(kenmerk, done, ask=not ja)):
        return stop(refused, {})
    return 1 if has_errors(done.findings) else 0


def not_available(place: str) -> tuple[Diagnostic, ...]:
    """The finding that there is no prover here, if there is none."""
    from soco_rules.backends.proof import available
    from soco_rules.catalogue import finding
    from soco_rules.diagnostics import Span

    return (
        () if available() else (finding("bewijs-niet-beschikbaar", Span(place), "De bewijzer is er niet."),)
    )


def proofs_of(
    workspace: Workspace, reference: str, name: str | None = None, *, afresh: bool = False
) -> tuple[Run | None, tuple[Diagnostic, ...]]:
    """All proofs about an agreement, or those with one name, with the progress on the error stream."""
    from soco_rules.proving.run import planned
    from soco_rules.proving.run import prove_all

    run, wrong = planned(workspace, reference)
    if run is None:
        return None, wrong
    if name is not None and name not in run.names:
        return None, (_nothing_about(name, run.names, workspace.agreements[reference][-1].span),)
    return prove_all(run, workspace_root(), reference, _progress, about=name, afresh=afresh), ()


def _nothing_about(name: str, names: Iterable[str], span: Span) -> Diagnostic:
    from soco_rules.catalogue import finding
    from soco_rules.diagnostics import did_you_mean

    remedy = did_you_mean(name, names, otherwise="")
    return finding("onbekende-naam", span, f"Over '{name}' valt niets te bewijzen.", remedy=remedy)


def _progress(stretch: Stretch) -> Callable[[], None]:
    """A bar on the error stream, ended with the last proof."""
    label = f"{stretch.compiled.stack.lowest.reference}, {stretch.period}"
    bar = click.progressbar(length=len(stretch.asked), label=label, file=sys.stderr)

    def step() -> None:
        bar.update(1)
        if bar.finished:
            bar.render_finish()

    bar.render_progress()
    return step


def _print(done: Run, workspace: Workspace, *, everything: bool, as_json: bool) -> None:
    from soco_rules.diagnostics import as_json as finding_as_json
    from soco_rules.proving.report import in_words

    if as_json:
        found = [finding_as_json(each) for each in done.findings]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(in_words(done.stretches, done.gaps, workspace.sources, everything=everything)))


def _add(reference: str, done: Run, *, ask: bool) -> tuple[Diagnostic, ...]:
    """Offer every found case for the feature file of the agreement; what stands in the way of writing it."""
    from soco_rules.proving.append import feature_of

    name = feature_of(reference)
    path = workspace_root() / name
    added = present = 0
    for short in (short for stretch in done.stretches for short in stretch.shortfalls if short.scenarios):
        text, refused = _text(path)
        if refused:
            return refused
        grown, known = _grown(text, short)
        present += known
        if grown is None:
            continue
        if ask and (answer := _asked(short, str(name))) != "j":
            if answer == "s":
                break
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if refused := write_file(path, grown.encode()):
            return refused
        added += 1
    click.echo(f"\nToegevoegd aan {name}: {added}. Stonden er al: {present}.")
    if added:
        click.echo("Zet in elk scenario de uitkomst zoals die hoort te zijn.")
    return ()


def _text(path: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The file as it is now, which somebody may have changed since the last question; None where there is none."""
    from soco_rules.catalogue import finding
    from soco_rules.cli.workspace import read_file
    from soco_rules.diagnostics import Span

    if not path.exists():
        return None, ()
    content, findings = read_file(path)
    if content is None:
        return None, findings
    try:
        return content.decode(), ()
    except UnicodeDecodeError:
        message = f"'{path}' is niet in UTF-8 geschreven."
        return None, (finding("codering", Span(str(path)), message),)


def _grown(text: str | None, short: Shortfall) -> tuple[str | None, int]:
    """The text with the scenarios of a case, None where all of them stand in it; and how many did."""
    from soco_rules.proving.append import with_scenario

    grown, known = text, 0
    for scenario in short.scenarios:
        longer = with_scenario(grown, scenario)
        known += longer is None
        grown = longer or grown
    return (None if known == len(short.scenarios) else grown), known


def _asked(short: Shortfall, name: str) -> str:
    """One key: j, n or s."""
    click.echo("\n" + short.finding.message)
    for scenario in short.scenarios:
        click.echo("\n".join(f"  {line}" for line in scenario))
    click.echo(f"Toevoegen aan {name}? j = ja, n = nee, s = stoppen: ", nl=False)
    while True:
        key = click.getchar().lower() if sys.stdin.isatty() else sys.stdin.read(1).lower() or "s"
        if key in {"j", "n", "s"}:
            click.echo(key)
            return key
