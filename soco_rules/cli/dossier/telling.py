"""What the commands that tell, decide and show share: the rules of a day, a case file, a book under its lock."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.complete import files
from soco_rules.cli.complete import references
from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import Month
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import read_file
from soco_rules.diagnostics import without_values

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Sequence
    from typing import TypeVar

    from soco_rules.compiler.program import Compiled
    from soco_rules.diagnostics import Diagnostic
    from soco_rules.model.case import Case
    from soco_rules.model.dossier import Book
    from soco_rules.model.dossier import Dossier
    from soco_rules.model.workspace import Workspace

    Command = TypeVar("Command", bound=Callable[..., int])

_DRAFT = "vaststelling-voorlopig"

of_book = click.argument(
    "kenmerk", metavar="KENMERK", help="De overeenkomst, zoals delft/scope.", shell_complete=references
)
of_dossier = click.argument(
    "nummer", metavar="NUMMER", type=click.IntRange(1), help="Het nummer van het dossier."
)
of_proposal = click.argument(
    "voorstel", metavar="VOORSTEL", type=click.IntRange(1), help="Het nummer van het voorstel."
)
as_json = click.option("--json", "as_json", is_flag=True, help="Geef het antwoord als JSON.")
on_day = click.option(
    "--op", "on", type=Day(), metavar="DATUM", help="De dag waarop u kijkt; zonder is dat vandaag."
)
in_case = click.option(
    "--zaak",
    "case_file",
    type=Path,
    metavar="BESTAND",
    shell_complete=files,
    help="Een zaak: gegevens en oordelen.",
)


def for_time(command: Command) -> Command:
    """Give a command the options that say for which time something holds, and where it comes from."""
    for option in (
        click.option(
            "--geldig-tot-en-met",
            "valid_to",
            type=Day(),
            metavar="DATUM",
            help="De laatste dag waarvoor het geldt; zonder is dat tot er iets anders bekend is.",
        ),
        click.option(
            "--geldig-vanaf",
            "valid_from",
            type=Day(),
            metavar="DATUM",
            help="De eerste dag waarvoor het geldt; zonder is dat de datum die erbij staat, of vandaag.",
        ),
        click.option(
            "--maand", "month", type=Month(), metavar="JJJJ-MM", help="De maand van gegevens per maand."
        ),
    ):
        command = option(command)
    return command


def workspace_of(reference: str) -> Workspace:
    """The workspace with one agreement.

    Raises:
        StoreError: the rule files cannot be used.
    """
    workspace, findings = open_workspace(reference)
    errors = tuple(found for found in findings if found.is_error)
    if errors:
        raise refused(*errors)
    return workspace


def rules_on(workspace: Workspace, reference: str, on: int) -> Compiled:
    """The rules of an agreement on a day.

    Raises:
        StoreError: there are none.
    """
    from soco_rules.compiler.program import compile_in_force

    compiled, findings = compile_in_force(workspace, reference, on)
    errors = tuple(found for found in findings if found.is_error)
    if compiled is None or errors:
        raise refused(*errors)
    return compiled


def case_in(path: Path | None) -> Case:
    """The case in a file; an empty one without a file.

    Raises:
        StoreError: it cannot be read.
    """
    from soco_rules.diagnostics import has_errors
    from soco_rules.model.case import Case
    from soco_rules.parser.case import read_case

    if path is None:
        return Case(None, {}, {})
    content, findings = read_file(path)
    if content is None:
        raise refused(*findings)
    case, findings = read_case(str(path), content)
    if case is None or has_errors(findings):
        raise refused(*findings)
    tell(findings)
    return case


def dossier_of(book: Book, number: int) -> Dossier:
    """One dossier of a book.

    Raises:
        StoreError: there is no such dossier, or it was erased.
    """
    from soco_rules.dossiers.deciding import dossier_in

    found, findings = dossier_in(book, number)
    if found is None:
        raise refused(*findings)
    return found


def tell(findings: Sequence[Diagnostic]) -> None:
    """Show findings; why a letter stays a draft in one list, for it has often the same long reasons."""
    draft = [found.message for found in findings if found.code == _DRAFT]
    print_findings((without_values(found) for found in findings if found.code != _DRAFT), {})
    if draft:
        click.echo("De brief blijft een concept:", err=True)
        for message in draft:
            click.echo(f"- {message.partition(': ')[2]}", err=True)


def refused(*findings: object) -> Exception:
    """What is raised to stop a command without writing anything."""
    from soco_rules.diagnostics import Diagnostic
    from soco_rules.dossiers.store import StoreError

    return StoreError(*(found for found in findings if isinstance(found, Diagnostic)))
