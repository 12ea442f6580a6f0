"""`soco dossier bewaartermijnen`: which dossiers may go by the rules, which stay, and until when."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import as_json
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import on_day
from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.dossier.telling import workspace_of
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from soco_rules.compiler.layers import Stack
    from soco_rules.dossiers.retention import Keeping
    from soco_rules.dossiers.store import Store
    from soco_rules.model.dossier import Book

EXAMPLE = "Voorbeeld: soco dossier bewaartermijnen delft/scope"

sure = click.option("--ja", "is_sure", is_flag=True, help="Vraag niets, voor wie dit in een script zet.")


@click.command("bewaartermijnen", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@on_day
@click.option("--wis", "erasing", is_flag=True, help="Wis alles wat vandaag weg kan, in één keer.")
@sure
@as_json
@in_store
@by_whom
def retention(
    kenmerk: str, *, store: Store, on: int | None, erasing: bool, is_sure: bool, as_json: bool, by: str
) -> int:
    """Toon welke dossiers weg kunnen en welke nog blijven, volgens de bewaartermijnen van de overeenkomst.

    Een dossier kan weg als zijn stand bij bewaren staat, de termijn voorbij is, en er niets meer loopt.
    """
    from soco_rules.dossiers.consulting import OVERVIEW
    from soco_rules.dossiers.erasing import OUTSIDE
    from soco_rules.dossiers.erasing import WITHOUT_LETTERS
    from soco_rules.dossiers.retention import keeping_in
    from soco_rules.dossiers.store import consult
    from soco_rules.dossiers.store import read_book

    if erasing and on is not None:
        raise click.UsageError("Wissen kan alleen met wat vandaag geldt; laat --op weg.")
    if erasing and as_json:
        raise click.UsageError("--wis en --json gaan niet samen.")
    day = today() if on is None else on
    stack = last_rules(kenmerk, day)
    consult(store, kenmerk, by, OVERVIEW)
    book = read_book(store, kenmerk, acts=WITHOUT_LETTERS)
    kept = keeping_in(stack, book, day)
    if as_json:
        click.echo(json.dumps([_data(each, day) for each in kept], ensure_ascii=False, indent=2))
        return 0
    for line in _table(book, kept, day):
        click.echo(line)
    free = [each.dossier for each in kept if each.may_go(day)]
    click.echo(f"{_counted(len(free))} weg, {_staying(len(kept) - len(free))}.")
    if not erasing or not free:
        return 0
    if not is_sure:
        click.echo(OUTSIDE)
        asked = click.prompt(f"Typ {len(free)} om er {len(free)} te wissen", default="", show_default=False)
        if asked.strip() != str(len(free)):
            click.echo("Er is niets gewist.")
            return 2
    return _erase(store, kenmerk, by, stack, free)


def last_rules(reference: str, on: int) -> Stack:
    """The rules of a day; of an agreement that has ended, the last ones that it had.

    Raises:
        StoreError: there never were any.
    """
    from soco_rules.compiler.program import compile_last

    compiled, findings = compile_last(workspace_of(reference), reference, on)
    errors = tuple(found for found in findings if found.is_error)
    if compiled is None or errors:
        raise refused(*errors)
    return compiled.stack


def _erase(store: Store, reference: str, by: str, stack: Stack, free: Sequence[int]) -> int:
    """Erase the dossiers that were shown, as far as they may still go now that nobody else writes."""
    from soco_rules.dossiers.erasing import BACKUPS
    from soco_rules.dossiers.erasing import erase_in
    from soco_rules.dossiers.retention import keeping_in
    from soco_rules.dossiers.store import writing

    with writing(store, reference, by) as ledger:
        kept = keeping_in(stack, ledger.book(dossiers=free), today())
        going = [each for each in kept if each.may_go(today())]
        with click.progressbar(going, label="Dossiers wissen", file=sys.stderr) as bar:
            for each in bar:
                erase_in(ledger, each)
    click.echo(f"Gewist: {len(going)} {'dossier' if len(going) == 1 else 'dossiers'}. {BACKUPS}")
    return 0


def _table(book: Book, kept: Sequence[Keeping], on: int) -> Iterator[str]:
    from soco_rules.cli.dossier.tables import table
    from soco_rules.dossiers.present import person_of
    from soco_rules.model.values import Kind
    from soco_rules.model.values import as_dutch
    from soco_rules.model.values import spaced

    rows = []
    for each in kept:
        person = person_of(book.dossiers[each.dossier])
        until = "" if each.last_day is None else as_dutch(each.last_day, Kind.DATE)
        name = person.name if person else "-"
        rows.append((str(each.dossier), name, spaced(each.state or "-"), until, _verdict(each, on)))
    if rows:
        yield from table(("nr", "naam", "stand", "bewaren tot en met", ""), rows)


def _verdict(keeping: Keeping, on: int) -> str:
    if keeping.may_go(on):
        return "kan weg"
    if keeping.running:
        more = f" (en nog {len(keeping.running) - 1})" if len(keeping.running) > 1 else ""
        return f"loopt nog: {keeping.running[0].partition(' (')[0]}{more}"
    if keeping.rule is None:
        return "geen bewaartermijn afgesproken" if keeping.ends or not keeping.state else "doet nog mee"
    return "blijft"


def _counted(number: int) -> str:
    return f"{number} {'dossier kan' if number == 1 else 'dossiers kunnen'}"


def _staying(number: int) -> str:
    return f"{number} {'blijft' if number == 1 else 'blijven'}"


def _data(keeping: Keeping, on: int) -> dict[str, object]:
    from soco_rules.dossiers.retention import why_not
    from soco_rules.model.values import iso_day

    return {
        "dossier": keeping.dossier,
        "stand": keeping.state,
        "vanaf": iso_day(keeping.since),
        "termijn": keeping.rule.words if keeping.rule else None,
        "bewaren_tot_en_met": None if keeping.last_day is None else iso_day(keeping.last_day),
        "kan_weg": keeping.may_go(on),
        "waarom_niet": [found.message for found in why_not(keeping, on)],
    }
