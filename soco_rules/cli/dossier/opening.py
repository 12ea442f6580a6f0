"""What every command about dossiers takes: where the store is, its keys, and who does it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.catalogue import finding
from soco_rules.cli.complete import files
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import workspace_root
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import without_values

if TYPE_CHECKING:
    from soco_rules.dossiers.store import Store

_NEEDED = ("alembic", "cryptography", "openpyxl", "psycopg", "sqlalchemy")


class Who(click.ParamType[str]):
    """The name of who does something."""

    name = "naam"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name without spaces around it."""
        name = str(value).strip()
        if not name or not name.isprintable():
            self.fail("geef een naam, zoals 'A. de Vries'", param, ctx)
        return name


at_store = click.option(
    "--opslag",
    "address",
    envvar="SOCO_DOSSIERS",
    metavar="PAD|ADRES",
    shell_complete=files,
    help="Waar de dossiers staan; zonder is dat SOCO_DOSSIERS, of anders dossiers.sqlite in de werkmap.",
)
with_keys = click.option(
    "--sleutels",
    "key_file",
    envvar="SOCO_SLEUTELS",
    required=True,
    type=Path,
    metavar="BESTAND",
    shell_complete=files,
    help="Het sleutelbestand; zonder is dat SOCO_SLEUTELS.",
)
by_whom = click.option(
    "--als",
    "by",
    envvar="SOCO_GEBRUIKER",
    required=True,
    type=Who(),
    metavar="NAAM",
    help="Wie het doet; zonder is dat SOCO_GEBRUIKER.",
)


def in_store(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options --opslag and --sleutels, and what they open as `store`; findings of it are shown."""

    @at_store
    @with_keys
    @functools.wraps(command)
    def run(*given: object, address: str | None, key_file: Path, **options: object) -> int:
        return told(lambda: command(*given, store=opened(address, key_file), **options))

    return run


def told(work: Callable[[], int]) -> int:
    """Do some work on dossiers; when a store refuses, show why and give exit code 1."""
    if any(find_spec(name) is None for name in _NEEDED):
        message = "De onderdelen voor dossiers zijn er niet."
        return stop((finding("dossier-niet-beschikbaar", Span("soco dossier"), message),), {})
    from soco_rules.dossiers.store import StoreError

    try:
        return work()
    except StoreError as error:
        return stop(map(without_values, error.diagnostics), {})


def opened(address: str | None, key_file: Path) -> Store:
    """The store at an address, with the keys of a file.

    Raises:
        StoreError: one of the two cannot be used.
    """
    from soco_rules.cli.dossier.key_file import read_keys
    from soco_rules.dossiers.store import open_store

    keys, findings = read_keys(key_file)
    print_findings(findings, {})
    return open_store(address_of(address), keys)


def address_of(given: str | None) -> str:
    """Where the dossiers are: what was given, else `dossiers.sqlite` in the workspace."""
    if given:
        return given
    root = workspace_root()
    here = Path.cwd()
    return str((root if root in (here, *here.parents) else here) / "dossiers.sqlite")
