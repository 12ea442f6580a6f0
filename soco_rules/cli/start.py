"""`soco start`: the desk in the browser."""

from __future__ import annotations

import os
import sys
import webbrowser
from contextlib import suppress
from datetime import UTC
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

import click

from soco_rules.catalogue import finding
from soco_rules.cli.complete import files
from soco_rules.cli.dossier.opening import Who
from soco_rules.cli.dossier.opening import address_of
from soco_rules.cli.dossier.opening import at_store
from soco_rules.cli.dossier.opening import told
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import workspace_root
from soco_rules.diagnostics import Span
from soco_rules.files import reason

if TYPE_CHECKING:
    from socket import socket

    from soco_rules.web.environment import Configuration

EXAMPLE = "Voorbeeld: soco start --sleutels sleutels.json"
_NEEDED = (
    *("authlib", "fastapi", "httpx2", "itsdangerous", "joserfc", "multipart", "uvicorn"),
    *("cryptography", "docx", "duckdb", "openpyxl", "sqlalchemy", "sqlglot", "typst", "z3"),
)


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
    type=Who(),
    metavar="NAAM",
    help="Onder welke naam u werkt; zonder is dat SOCO_GEBRUIKER.",
)
@click.option(
    "--poort",
    "port",
    envvar="SOCO_POORT",
    metavar="NUMMER",
    help="De poort; zonder is dat SOCO_POORT, of anders 8000.",
)
@click.option(
    "--niet-openen", "is_quiet", is_flag=True, help="Open geen browser; het adres staat op het scherm."
)
def start(
    *, address: str | None, key_file: Path | None, by: str | None, port: str | None, is_quiet: bool
) -> int:
    """Open de werkplek in de browser, voor één gebruiker op deze computer.

    Voor een hele afdeling staat hoe mensen zich aanmelden in de omgeving; docs/beheer/uitrol.md legt dat uit.
    """
    lacking = [name for name in _NEEDED if find_spec(name) is None]
    if lacking:
        message = f"Voor de werkplek ontbreekt {' en '.join(lacking)}."
        return stop((finding("onderdeel-ontbreekt", Span("soco start"), message),), {})
    given = {
        "SOCO_WERKMAP": os.environ.get("SOCO_WERKMAP") or str(workspace_root()),
        "SOCO_DOSSIERS": address_of(address) if key_file else address,
        "SOCO_SLEUTELS": str(key_file) if key_file else None,
        "SOCO_GEBRUIKER": by,
        "SOCO_POORT": port,
    }
    os.environ.update({name: value for name, value in given.items() if value})  # for the other processes too
    return _serve(is_quiet=is_quiet)


def _serve(*, is_quiet: bool) -> int:
    from soco_rules.web.environment import configuration_in
    from soco_rules.web.environment import other_time
    from soco_rules.web.serve import bound

    configuration, findings = configuration_in(os.environ, workspace_root())
    print_findings(findings, {})
    if configuration is None:
        return 2
    if not configuration.settings.is_local and (odd := other_time(datetime.now(tz=UTC).astimezone())):
        print_findings((odd,), {})
    try:
        listening = bound(configuration)
    except OSError as error:
        at = f"{configuration.listen}:{configuration.port}"
        message = f"Op {at} kan soco niet luisteren: {_why(error)}."
        return stop((finding("poort-bezet", Span(at), message),), {})
    with listening:
        failure = _serve_at(listening, configuration, is_quiet=is_quiet)
    return 0 if failure is None else told(lambda: _raised(failure))


def _raised(failure: Exception) -> int:
    raise failure


def _serve_at(listening: socket, configuration: Configuration, *, is_quiet: bool) -> Exception | None:
    from soco_rules.web.app import application
    from soco_rules.web.serve import serve

    def announce(key: str) -> None:
        click.echo(f"Er is iemand binnen. Nog een browser openen kan met: {_address(configuration, key)}")

    app = application(configuration.settings, announce=announce, apart=True)

    def ready() -> None:
        if app.state.entrance.one_time is not None:
            _welcome(_address(configuration, app.state.entrance.one_time.current), is_quiet=is_quiet)
        else:
            click.echo(f"De werkplek van {configuration.settings.origin} staat klaar.")

    with suppress(KeyboardInterrupt):
        return serve(app, configuration, listening, ready)
    return None


def _welcome(address: str, *, is_quiet: bool) -> None:
    click.echo(f"De werkplek staat klaar: {address}")
    click.echo("Dit adres werkt één keer, en alleen op deze computer. Stoppen: Ctrl+C.")
    if not is_quiet and sys.stdout.isatty():
        _open(address)


def _address(configuration: Configuration, key: str) -> str:
    from soco_rules.web.access.local import ENTER

    host = f"[{configuration.listen}]" if ":" in configuration.listen else configuration.listen
    return f"http://{host}:{configuration.port}{ENTER}?sleutel={key}"


def _open(address: str) -> None:
    """Open the browser by a file that only this user reads: others on this computer see the words of a command."""
    with NamedTemporaryFile("w", encoding="utf-8", suffix=".html", prefix="soco-", delete=False) as page:
        page.write(
            f'<!DOCTYPE html><meta http-equiv="refresh" content="0; url={address}"><title>soco</title>'
        )
    webbrowser.open(Path(page.name).as_uri())


def _why(error: OSError) -> str:
    import errno

    match error.errno:
        case errno.EADDRINUSE:
            return "een ander programma gebruikt deze poort"
        case errno.EADDRNOTAVAIL:
            return "dit adres is niet van deze computer"
        case _:
            return reason(error)
