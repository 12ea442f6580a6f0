"""`soco dossier nieuw`: open a dossier for a person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.complete import files
from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.dossier.telling import rules_on
from soco_rules.cli.dossier.telling import workspace_of
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import read_file
from soco_rules.cli.workspace import today
from soco_rules.diagnostics import Span

if TYPE_CHECKING:
    from soco_rules.dossiers.store import Store
    from soco_rules.model.dossier import Person

EXAMPLE = "Voorbeeld: soco dossier nieuw delft/scope --persoon persoon.yaml"


@click.command("nieuw", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@click.option(
    "--persoon",
    "person_file",
    type=Path,
    required=True,
    metavar="BESTAND",
    shell_complete=files,
    help="Wie het is: naam, adres, lidnummer, bsn, naam_partner en bsn_partner, in YAML of JSON.",
)
@click.option("--ronde", "round_name", metavar="NAAM", help="De ronde waarin deze persoon meedoet.")
@in_store
@by_whom
def new(kenmerk: str, *, store: Store, person_file: Path, round_name: str | None, by: str) -> int:
    """Open een dossier.

    Leg niet meer vast dan nodig is voor een brief en om iemand zeker te herkennen. Alles in een dossier is versleuteld.
    """
    from soco_rules.dossiers.enrolling import enrol
    from soco_rules.dossiers.store import writing

    rules_on(workspace_of(kenmerk), kenmerk, today())
    person = _person(person_file)
    with writing(store, kenmerk, by) as ledger:
        number = enrol(ledger, person, round_name, Span(str(person_file)))
    where = f" in de ronde {round_name}" if round_name else ""
    click.echo(f"Dossier {number} van {kenmerk} is geopend{where}.")
    click.echo(f"Wat u weet: soco dossier feit {kenmerk} {number} --zaak zaak.yaml --bron intake")
    return 0


def _person(path: Path) -> Person:
    from soco_rules.dossiers.bsn import is_bsn
    from soco_rules.parser.person import read_person

    content, findings = read_file(path)
    if content is None:
        raise refused(*findings)
    person, findings = read_person(str(path), content, is_bsn)
    if person is None:
        raise refused(*findings)
    print_findings(findings, {})
    return person
