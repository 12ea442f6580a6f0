"""`soco dossier inzage`: everything that is kept of one person, as PDF and JSON, for that person."""

from __future__ import annotations

import json
import shutil
from base64 import b64decode
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.catalogue import finding
from soco_rules.cli.complete import files
from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.retention import last_rules
from soco_rules.cli.dossier.telling import dossier_of
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import of_dossier
from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import template_folders
from soco_rules.cli.workspace import today
from soco_rules.diagnostics import Span
from soco_rules.files import reason
from soco_rules.files import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from soco_rules.compiler.layers import Stack
    from soco_rules.dossiers.store import Store
    from soco_rules.model.dossier import Book

EXAMPLE = "Voorbeeld: soco dossier inzage delft/scope 12 --uit inzage"


@click.command("inzage", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@of_dossier
@click.option(
    "--uit",
    "folder",
    required=True,
    type=Path,
    metavar="MAP",
    shell_complete=files,
    help="Een nieuwe map, waarin het overzicht, de gegevens en de brieven komen.",
)
@in_store
@by_whom
def own_file(kenmerk: str, nummer: int, *, store: Store, folder: Path, by: str) -> int:
    """Maak voor iemand die daarom vraagt een overzicht van alles wat over hem is vastgelegd.

    Het overzicht is een PDF om te lezen, met dezelfde inhoud als JSON en met de brieven erbij. Dat u het maakt, komt in
    het dossier en in het overzicht zelf.
    """
    from soco_rules.dossiers.consulting import OWN_FILE
    from soco_rules.dossiers.store import consult
    from soco_rules.dossiers.store import read_book

    stack = last_rules(kenmerk, today())
    with _new(folder):
        consult(store, kenmerk, by, OWN_FILE, dossier=nummer)
        book = read_book(store, kenmerk, dossiers=(nummer,))
        dossier_of(book, nummer)
        made = _made(kenmerk, stack, book, nummer)
        for name, content in made.items():
            if unwritten := write_file(folder / name, content):
                raise refused(*unwritten)
    click.echo(f"Gemaakt in {folder}: {', '.join(made)}.")
    click.echo("Lees het na voordat u het geeft: in een reden of toelichting kan iets over een ander staan.")
    click.echo("Vertel erbij aan wie de gemeente gegevens verder heeft gegeven; dat weet dit dossier niet.")
    return 0


def _made(reference: str, stack: Stack, book: Book, number: int) -> Mapping[str, bytes]:
    """The files by name."""
    from soco_rules.diagnostics import has_errors
    from soco_rules.dossiers.own_file import letter_name
    from soco_rules.dossiers.own_file import own_data
    from soco_rules.dossiers.own_file import own_file as own_document
    from soco_rules.dossiers.present import contents
    from soco_rules.dossiers.retention import keeping_in
    from soco_rules.letters.forms import as_file
    from soco_rules.model.dossier import SentLetter
    from soco_rules.parser.house_style import load_house_style

    style, findings = load_house_style(template_folders(), reference.split("/", 1)[0])
    if has_errors(findings):
        raise refused(*findings)
    dossier = book.dossiers[number]
    (keeping,) = (each for each in keeping_in(stack, book, today()) if each.dossier == number)
    content, findings = as_file(own_document(stack, dossier, keeping, today(), style=style), ".pdf")
    if content is None:
        raise refused(*findings)
    print_findings(findings, {})
    data = json.dumps(own_data(stack, dossier, keeping), ensure_ascii=False, indent=2) + "\n"
    letters = {
        letter_name(entry.number, letter): b64decode(letter.content)
        for entry, letter in contents(dossier, SentLetter)
    }
    return {"overzicht.pdf": content, "gegevens.json": data.encode(), **letters}


@contextmanager
def _new(folder: Path) -> Iterator[None]:
    """A new folder that only its maker can read; it goes again on an error, for half of it would pass for all of it."""
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        message = f"'{folder}' is niet te maken: {reason(error)}."
        remedy = "geef een map die er nog niet is, in een map die er wel is"
        raise refused(finding("bestand", Span(str(folder)), message, remedy=remedy)) from error
    try:
        yield
    except BaseException:
        shutil.rmtree(folder)
        raise
