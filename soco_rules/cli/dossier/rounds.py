"""`soco dossier ronde`: the applications of a round in order, their proposals and their letters."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.catalogue import finding
from soco_rules.cli.complete import decisions
from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.places import called
from soco_rules.cli.dossier.places import placing_desk
from soco_rules.cli.dossier.telling import as_json
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import on_day
from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.dossier.telling import rules_on
from soco_rules.cli.dossier.telling import workspace_of
from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import template_folders
from soco_rules.cli.workspace import today
from soco_rules.diagnostics import Span
from soco_rules.files import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soco_rules.dossiers.deciding import Desk
    from soco_rules.dossiers.rounds import Ranked
    from soco_rules.dossiers.rounds import Ranking
    from soco_rules.dossiers.store import Store
    from soco_rules.model.adoption import Adoption
    from soco_rules.model.decision import Decision
    from soco_rules.model.dossier import Book

EXAMPLE = "Voorbeeld: soco dossier ronde groningen/sociale-ondernemers-challenge 2020 --brieven brieven"


@click.command("ronde", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@click.argument("naam", metavar="RONDE", help="De naam van de ronde.")
@click.option("--open", "closes_on", type=Day(), metavar="DATUM", help="Open deze ronde; op DATUM sluit zij.")
@click.option(
    "--besluit",
    "besluit",
    metavar="BESLUIT",
    shell_complete=decisions,
    help="Het besluit van de ronde, als er meer zijn met een rangorde.",
)
@click.option(
    "--voorstellen",
    "propose",
    is_flag=True,
    help="Bewaar voor elke aanvraag waarvan de uitkomst vaststaat een voorstel.",
)
@click.option(
    "--brieven",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="MAP",
    help="Schrijf van elke aanvraag de brief: wat is vastgesteld, en anders een concept.",
)
@on_day
@as_json
@in_store
@by_whom
def rounds(
    kenmerk: str,
    naam: str,
    *,
    store: Store,
    closes_on: int | None,
    besluit: str | None,
    propose: bool,
    folder: Path | None,
    on: int | None,
    as_json: bool,
    by: str,
) -> int:
    """Toon de rangorde van een ronde, en maak de voorstellen en brieven.

    Er staat wie voorgaat, wie gelijk staat en wat de regels voorstellen.

    De rangorde volgt uit het regelbestand. Het sluiten van de ronde telt niet vanzelf mee: dat regelt de overeenkomst.
    """
    from soco_rules.dossiers.consulting import OVERVIEW
    from soco_rules.dossiers.rounds import in_round
    from soco_rules.dossiers.store import consult
    from soco_rules.dossiers.store import read_book

    if closes_on is not None:
        return _open(store, kenmerk, naam, closes_on, by)
    desk = placing_desk(kenmerk, besluit, on)
    consult(store, kenmerk, by, OVERVIEW)
    book = read_book(store, kenmerk)
    if not in_round(book, naam):
        message = f"In de ronde '{naam}' van '{kenmerk}' zit geen dossier."
        raise refused(finding("onbekende-ronde", Span(kenmerk), message))
    found = _ranked(desk, book, naam)
    if propose:
        _propose(store, desk, kenmerk, naam, by)
    if folder is not None:
        _letters(found, folder)
    if as_json:
        click.echo(json.dumps([_data(each) for each in found.ranked], ensure_ascii=False, indent=2))
    else:
        for line in _told(desk, book, naam, found):
            click.echo(line)
    return 0


def _open(store: Store, reference: str, name: str, closes_on: int, by: str) -> int:
    from soco_rules.dossiers.rounds import rounds_of
    from soco_rules.dossiers.store import writing
    from soco_rules.model.dossier import Draft
    from soco_rules.model.dossier import RoundOpened
    from soco_rules.model.values import iso_day

    rules_on(workspace_of(reference), reference, today())
    with writing(store, reference, by) as ledger:
        if any(each.name == name for each in rounds_of(ledger.book(dossiers=()))):
            message = f"De ronde '{name}' van '{reference}' bestaat al."
            raise refused(finding("onbekende-ronde", Span(reference), message, remedy="kies een andere naam"))
        ledger.append((Draft(RoundOpened(name=name, closes_on=iso_day(closes_on))),))
    click.echo(f"Ronde {name} van {reference} is geopend; zij sluit op {iso_day(closes_on)}.")
    click.echo(f"Meedoen: soco dossier nieuw {reference} --persoon persoon.yaml --ronde {name}")
    return 0


def _ranked(desk: Desk, book: Book, name: str) -> Ranking:
    from soco_rules.dossiers.rounds import in_round
    from soco_rules.dossiers.rounds import ranking

    with click.progressbar(
        length=len(in_round(book, name)), label="Rangorde", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        return ranking(desk, book, name, lambda _: bar.update(1))


def _propose(store: Store, desk: Desk, reference: str, name: str, by: str) -> None:
    """Proposals for all on one and the same book, written together."""
    from soco_rules.dossiers.deciding import as_draft
    from soco_rules.dossiers.deciding import is_settled
    from soco_rules.dossiers.store import writing

    with writing(store, reference, by) as ledger:
        again = _ranked(desk, ledger.book(), name)
        drafts = [
            as_draft(each.dossier, each.prepared)
            for each in again.ranked
            if each.prepared is not None and each.adopted is None and is_settled(each.prepared.decision)
        ]
        entries = ledger.append(drafts)
    waiting = sum(each.adopted is None for each in again.ranked) - len(entries)
    rest = f"; {waiting} {'wacht' if waiting == 1 else 'wachten'} nog op gegevens" if waiting else ""
    click.echo(
        f"{len(entries)} {'voorstel' if len(entries) == 1 else 'voorstellen'} bewaard{rest}.", err=True
    )


def _letters(found: Ranking, folder: Path) -> None:
    from soco_rules.letters.made import made

    templates = template_folders()
    folder.mkdir(parents=True, exist_ok=True)
    concepts = 0
    with click.progressbar(
        found.ranked, label="Brieven", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        for each in bar:
            decided: Decision | Adoption
            if each.adopted is not None:
                decided = each.adopted.adopted.adoption
            elif each.prepared is not None:
                decided = each.prepared.decision
            else:
                continue
            letter, findings = made(decided, templates, ".pdf")
            if letter is None:
                raise refused(*findings)
            concepts += bool(letter.reasons)
            if wrong := write_file(folder / f"dossier-{each.dossier}.pdf", letter.content):
                print_findings(wrong, {})
    click.echo(f"Brieven geschreven in {folder}; {concepts or 'geen'} daarvan CONCEPT.", err=True)


def _told(desk: Desk, book: Book, name: str, found: Ranking) -> Iterator[str]:
    from soco_rules.cli.dossier.tables import table

    yield f"{desk.besluit.title}: ronde {name} ({book.agreement})"
    for figure in found.limits:
        yield f"  {figure}"
    yield ""
    shown = [name for name in _columns(found) if any(_value(each, name) for each in found.ranked)]
    head = ("", "dossier", *shown, "uitkomst", "")
    rows = [
        (
            _place(place, each),
            called(book, each.dossier),
            *(_value(each, column) for column in shown),
            _outcome(each),
            _notes(desk, book, each),
        )
        for place, each in enumerate(found.ranked, start=1)
    ]
    yield from table([each.replace("_", " ") for each in head], rows)


def _place(place: int, each: Ranked) -> str:
    """The place in the order, where that is known."""
    return str(place) if each.rank and each.rank[0] is not None else "-"


def _columns(found: Ranking) -> tuple[str, ...]:
    """The figures that stand beside an outcome in any of the proposals."""
    names: dict[str, None] = {}
    for each in found.ranked:
        if each.prepared is not None:
            outcomes = each.prepared.decision.outcomes
            names |= dict.fromkeys(name for name, one in outcomes.items() if one.kind in {"aantal", "bedrag"})
    return tuple(names)


def _value(each: Ranked, name: str) -> str:
    from soco_rules.model.values import Kind
    from soco_rules.model.values import encoded_as_dutch

    decided = each.prepared.decision.outcomes.get(name) if each.prepared else None
    if decided is None or not isinstance(decided.value, str) or decided.value == "niet van toepassing":
        return ""
    return encoded_as_dutch(decided.value, Kind(decided.kind))


def _outcome(each: Ranked) -> str:
    from soco_rules.explain.outcomes import decided_in_words

    taken = each.adopted.adopted.adoption if each.adopted else None
    decision = taken.decision if taken else each.prepared.decision if each.prepared else None
    outcome = taken.outcome if taken else decision.outcome if decision else None
    if decision is None or not isinstance(outcome, str):
        return "staat nog niet vast"
    return decided_in_words(decision, outcome)


def _notes(desk: Desk, book: Book, each: Ranked) -> str:
    from soco_rules.dossiers.rounds import disagreements
    from soco_rules.model.values import spaced

    said = []
    if each.adopted is not None:
        said.append(f"vastgesteld (handeling {each.adopted.entry.number})")
    if each.is_tied:
        said.append("staat gelijk")
    differ = disagreements(desk, book, each.dossier)
    if differ:
        said.append(f"de beoordelaars zijn het niet eens over {', '.join(map(spaced, differ))}")
    elif each.prepared is not None and each.prepared.decision.outcome is None:
        said.append("nog nodig: " + each.prepared.decision.missing[0].question)
    said += [found.message for found in each.findings if found.is_error]
    return "; ".join(said)


def _data(each: Ranked) -> dict[str, object]:
    return {
        "dossier": each.dossier,
        "gelijk": each.is_tied,
        "uitkomst": _outcome(each),
        "vastgesteld": each.adopted.entry.number if each.adopted else None,
        "voorstel": each.prepared.decision.model_dump(mode="json", by_alias=True) if each.prepared else None,
    }
