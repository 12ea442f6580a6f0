"""`soco start`: the desk in the browser."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import click

from soco_rules.catalogue import finding
from soco_rules.cli.complete import files
from soco_rules.cli.dossier.opening import Who
from soco_rules.cli.dossier.opening import address_of
from soco_rules.cli.dossier.opening import at_store
from soco_rules.cli.dossier.opening import told
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import workspace_root
from soco_rules.diagnostics import Span

EXAMPLE = "Voorbeeld: soco start --sleutels sleutels.json --als 'A. de Vries'"
_NEEDED = ("fastapi", "uvicorn", "multipart", "itsdangerous")


@click.command("start", cls=DutchCommand, epilog=EXAMPLE)
@at_store
@click.option(
    "--sleutels",
    "key_file",
    envvar="SOCO_SLEUTELS",
    type=Path,
    metavar="BESTAND",
    shell_complete=files,
    help="Het sleutelbestand van de dossiers; zonder dat werkt de werkplek zonder dossiers.",
)
@click.option(
    "--als",
    "by",
    envvar="SOCO_GEBRUIKER",
    default="lokale gebruiker",
    type=Who(),
    metavar="NAAM",
    help="Onder welke naam u werkt; zonder is dat SOCO_GEBRUIKER.",
)
@click.option(
    "--poort",
    "port",
    type=click.IntRange(1, 65535),
    default=8000,
    metavar="NUMMER",
    help="De poort; anders 8000.",
)
def start(*, address: str | None, key_file: Path | None, by: str, port: int) -> int:
    """Open de werkplek in de browser, voor één gebruiker op deze computer."""
    lacking = [name for name in _NEEDED if find_spec(name) is None]
    if lacking:
        message = f"Voor de werkplek ontbreekt {' en '.join(lacking)}."
        return stop((finding("onderdeel-ontbreekt", Span("soco start"), message),), {})
    return told(lambda: _serve(address, key_file, by, port))


def _serve(address: str | None, key_file: Path | None, by: str, port: int) -> int:
    from soco_rules.backends.durable import apart
    from soco_rules.cli.dossier.key_file import read_keys
    from soco_rules.cli.workspace import print_findings
    from soco_rules.web.app import application
    from soco_rules.web.people import DeskRole
    from soco_rules.web.people import Person
    from soco_rules.web.serve import serve
    from soco_rules.web.settings import Settings

    root = workspace_root()
    settings = Settings(root)
    if key_file is not None:
        keys, findings = read_keys(key_file)
        print_findings(findings, {})
        settings = Settings(root, address_of(address), keys)
    alone = Person(by, frozenset(DeskRole), is_alone=True)
    click.echo(f"De werkplek staat klaar: http://127.0.0.1:{port}")
    click.echo("Alleen op deze computer te gebruiken. Stoppen: Ctrl+C.")
    with apart() as second:
        serve(application(replace(settings, second=second), lambda _: alone), port)
    return 0
