"""`soco dossier termijnen`: the days to watch in the dossiers of an agreement."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import as_json
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import on_day
from soco_rules.cli.dossier.telling import rules_on
from soco_rules.cli.dossier.telling import workspace_of
from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soco_rules.dossiers.due import Due
    from soco_rules.dossiers.store import Store
    from soco_rules.model.dossier import Book
    from soco_rules.settling.unsettled import OpenMonth

EXAMPLE = "Voorbeeld: soco dossier termijnen delft/scope --tot-en-met 2027-01-31"


@click.command("termijnen", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@on_day
@click.option(
    "--tot-en-met", "until", type=Day(), metavar="DATUM", help="Alleen wat uiterlijk op deze dag is."
)
@as_json
@in_store
@by_whom
def due(kenmerk: str, *, store: Store, on: int | None, until: int | None, as_json: bool, by: str) -> int:
    """Toon de dagen die u in de gaten houdt, de eerste bovenaan; wat te laat is staat erbij.

    Datums uit besluiten, zoals het einde van een proefperiode; termijnen van de Algemene wet bestuursrecht; en de
    laatste dag van regels en bedragen. Wat is afgehandeld staat er niet meer. Daarna de maanden die voorbij zijn en
    nog niet van ieder lid zijn verrekend.
    """
    from soco_rules.dossiers.consulting import OVERVIEW
    from soco_rules.dossiers.due import as_data
    from soco_rules.dossiers.due import due_in
    from soco_rules.dossiers.reopening import desks_by
    from soco_rules.dossiers.store import consult
    from soco_rules.dossiers.store import read_book
    from soco_rules.settling.unsettled import unsettled

    day = today() if on is None else on
    workspace = workspace_of(kenmerk)
    stack = rules_on(workspace, kenmerk, day).stack
    consult(store, kenmerk, by, OVERVIEW)
    book = read_book(store, kenmerk)
    found = [
        each
        for each in due_in(stack, book, day)
        if until is None or (each.day is not None and each.day <= until)
    ]
    # nobody says by which day a month is settled, so none of them is at the latest on any day
    months = () if until is not None else tuple(unsettled(workspace, book, day, desks_by(workspace, kenmerk)))
    if as_json:
        data = [as_data(each, day) | {"maand": None} for each in found]
        data += [_month_data(each) for each in months]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return 0
    for each in found:
        for line in _told(each, book, day):
            click.echo(line)
    late = sum(each.is_late(day) for each in found)
    click.echo(
        f"{len(found)} {'dag' if len(found) == 1 else 'dagen'} om te bewaken, {late or 'geen'} te laat."
    )
    for line in _months_told(months, kenmerk):
        click.echo(line)
    return 0


def _told(due: Due, book: Book, on: int) -> Iterator[str]:
    from soco_rules.dossiers.present import person_of
    from soco_rules.model.values import Kind
    from soco_rules.model.values import as_dutch

    day = "dag nog niet bekend" if due.day is None else as_dutch(due.day, Kind.DATE)
    late = "  TE LAAT" if due.is_late(on) else ""
    person = None if due.dossier is None else person_of(book.dossiers[due.dossier])
    name = f" {person.name}" if person else ""
    where = "overeenkomst" if due.dossier is None else f"dossier {due.dossier}{name}"
    yield f"{day}  {due.what}  {where}{late}"
    articles = f" ({'; '.join(due.articles)})" if due.articles else ""
    yield f"    {due.why}{articles}"


def _months_told(months: tuple[OpenMonth, ...], reference: str) -> Iterator[str]:
    for each in months:
        yield f"maand verrekenen  {each.title}  {each.in_words(each.waiting)}"
        yield f"    soco verreken {reference} --maand {each.key}"
    if months:
        many = "1 maand is" if len(months) == 1 else f"{len(months)} maanden zijn"
        yield f"{many} voorbij en niet van ieder lid verrekend; de overeenkomst noemt daar geen dag voor."


def _month_data(each: OpenMonth) -> dict[str, object]:
    """A month under the same names as a day to watch: which day, and whether that is past, is not known."""
    return {
        "dag": None,
        "wat": "maand verrekenen",
        "waarom": each.in_words(each.waiting),
        "dossier": None,
        "besluit": None,
        "nodig": [],
        "artikelen": [],
        "handeling": None,
        "te_laat": None,
        "maand": each.key,
    }
