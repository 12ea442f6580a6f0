"""`soco dossier vaststellen`: a person takes a proposed decision of a dossier, under a mandate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.adopt import own_letter
from soco_rules.cli.adopt import statement_of
from soco_rules.cli.adopt import stating
from soco_rules.cli.complete import files
from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import as_json
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import of_dossier
from soco_rules.cli.dossier.telling import of_proposal
from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.dossier.telling import tell
from soco_rules.cli.dossier.telling import workspace_of
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import template_folders
from soco_rules.cli.workspace import today
from soco_rules.files import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soco_rules.dossiers.adopting import Agreed
    from soco_rules.dossiers.store import Store
    from soco_rules.letters.made import Made

EXAMPLE = (
    "Voorbeeld: soco dossier vaststellen delft/scope 1 12 --functie teamleider --zienswijze niet_verplicht "
    '--toelichting "Het plan past bij uw weg naar werk."'
)


@click.command("vaststellen", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@of_dossier
@of_proposal
@click.option("--functie", "function", required=True, metavar="FUNCTIE", help="In welke functie.")
@stating
@own_letter
@click.option(
    "--eerder-omdat",
    "dated_back",
    metavar="TEKST",
    help="Bij een dag van voor het voorstel: waarom, en waar dat besluit staat.",
)
@click.option(
    "--brief",
    "letter",
    type=Path,
    metavar="BESTAND.pdf",
    shell_complete=files,
    help="Schrijf ook de brief, en bewaar hem in het dossier als hij definitief is.",
)
@as_json
@in_store
@by_whom
def adopt(
    kenmerk: str,
    nummer: int,
    voorstel: int,
    *,
    store: Store,
    function: str,
    letter: Path | None,
    as_json: bool,
    by: str,
    **options: object,
) -> int:
    """Stel een voorstel uit een dossier vast. Wie vaststelt is wie het commando geeft (--als).

    Het voorstel wordt opnieuw genomen op wat het dossier nu weet; is er iets veranderd, dan gaat het niet door. Vraagt
    de overeenkomst om vier ogen, dan tekent eerst de een en daarna een ander, die het voorstel niet zelf heeft gedaan.
    """
    from soco_rules.dossiers.store import writing
    from soco_rules.dossiers.taking import take

    if letter is not None and letter.suffix.lower() != ".pdf":
        raise click.UsageError(f"Een brief voor het dossier is een .pdf, en '{letter}' is dat niet.")
    said, findings = statement_of(by, function, options)
    if said is None:
        raise refused(*findings)
    workspace = workspace_of(kenmerk)
    with writing(store, kenmerk, by) as ledger:
        taken, found = take(
            ledger,
            workspace,
            nummer,
            voorstel,
            said,
            today=today(),
            templates=template_folders(),
            with_letter=letter is not None,
        )
        if taken is None:
            raise refused(*found)
    agreed, entry = taken.agreed, taken.entry
    tell(found)
    if as_json:
        act = agreed.draft.content.model_dump(mode="json", by_alias=True)
        click.echo(json.dumps({"handeling": entry.number, **act}, ensure_ascii=False, indent=2))
    else:
        for line in _told(agreed, nummer, entry.number, by):
            click.echo(line)
    return _write(taken.letter, letter) if letter else 0


def _write(made: Made | None, target: Path) -> int:
    """Write the letter to a file."""
    if made is None:
        click.echo("De brief komt er bij de tweede handtekening.", err=True)
        return 0
    if wrong := write_file(target, made.content):
        return stop(wrong, {})
    click.echo(f"Brief geschreven: {target} ({'CONCEPT' if made.reasons else 'definitief'}).", err=True)
    return 0


def _told(agreed: Agreed, number: int, act: int, by: str) -> Iterator[str]:
    from soco_rules.cli.adopt import outcomes_of
    from soco_rules.model.dossier import Adopted
    from soco_rules.model.dossier import Moves
    from soco_rules.model.values import Kind
    from soco_rules.model.values import encoded_as_dutch
    from soco_rules.model.values import spaced

    content = agreed.draft.content
    if agreed.adoption is None or not isinstance(content, Adopted):
        yield f"Eerste handtekening van {by} onder een voorstel in dossier {number} (handeling {act})."
        yield "Een ander stelt het vast met hetzelfde commando."
        return
    adoption = agreed.adoption
    yield f"Vastgesteld in dossier {number}: {adoption.decision.title} (handeling {act})."
    assert adoption.mandate is not None
    yield f"  door: {adoption.by}, {adoption.function} ({adoption.mandate.source})"
    for person, outcome in outcomes_of(adoption):
        yield f"  uitkomst{person}: {outcome}{' (een afwijking van het voorstel)' if adoption.deviation else ''}"
    yield f"  datum: {encoded_as_dutch(adoption.date, Kind.DATE)}; verzonden op {encoded_as_dutch(adoption.sent_on, Kind.DATE)}"
    if adoption.own_letter:
        yield f"  bekendgemaakt met de eigen brief: {adoption.own_letter}"
    if content.corrects is not None:
        yield f"  in de plaats van: handeling {content.corrects}"
    if content.state is not None:
        later = " zodra het besluit bekend is gemaakt" if content.moves is Moves.MADE_KNOWN else ""
        yield f"  stand: {spaced(content.state)}{later}"
