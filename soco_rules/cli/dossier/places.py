"""`soco dossier plaatsen`: who has a place, who waits and who is next; and a place given."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from soco_rules.catalogue import finding
from soco_rules.cli.complete import decisions
from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import as_json
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import on_day
from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.dossier.telling import rules_on
from soco_rules.cli.dossier.telling import tell
from soco_rules.cli.dossier.telling import workspace_of
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import today
from soco_rules.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soco_rules.compiler.program import Compiled
    from soco_rules.dossiers.deciding import Desk
    from soco_rules.dossiers.places import Admitted
    from soco_rules.dossiers.places import Places
    from soco_rules.dossiers.places import Waiting
    from soco_rules.dossiers.store import Store
    from soco_rules.model.dossier import Book

EXAMPLE = "Voorbeeld: soco dossier plaatsen amersfoort/blauwe-paraplu"


@click.command("plaatsen", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@click.option(
    "--besluit",
    "besluit",
    metavar="BESLUIT",
    shell_complete=decisions,
    help="Het besluit over de plaats, als er meer zijn met een wachtlijst.",
)
@click.option(
    "--geef",
    "number",
    type=click.IntRange(1),
    metavar="NUMMER",
    help="Beslis over de plaats van dit dossier en stel dat meteen vast.",
)
@click.option("--functie", "function", metavar="FUNCTIE", help="Bij --geef: in welke functie u vaststelt.")
@click.option("--toelichting", "reasons", default="", metavar="TEKST", help="Bij --geef: waarom.")
@on_day
@as_json
@in_store
@by_whom
def places(
    kenmerk: str,
    *,
    store: Store,
    besluit: str | None,
    number: int | None,
    function: str | None,
    reasons: str,
    on: int | None,
    as_json: bool,
    by: str,
) -> int:
    """Toon de plaatsen en de wachtlijst, of geef een plaats.

    Er staat wat het maximum is, wie welke stand heeft, en wie wacht in de volgorde van de overeenkomst.

    Met --geef wordt over een plaats beslist terwijl niemand anders in dit boek kan schrijven. De regels tellen de
    plaatsen zelf; twee mensen krijgen nooit samen de laatste plaats.
    """
    from soco_rules.dossiers.consulting import OVERVIEW
    from soco_rules.dossiers.store import consult
    from soco_rules.dossiers.store import read_book

    if (number is None) is not (function is None):
        raise click.UsageError("De opties --geef en --functie horen bij elkaar.")
    desk = placing_desk(kenmerk, besluit, on)
    if number is not None and function is not None:
        return _give(store, desk, number, _Signing(by, function, reasons))
    consult(store, kenmerk, by, OVERVIEW)
    book = read_book(store, kenmerk)
    if as_json:
        click.echo(json.dumps(_data(desk, book), ensure_ascii=False, indent=2))
        return 0
    for line in _told(desk, book):
        click.echo(line)
    return 0


def placing_desk(reference: str, besluit: str | None, on: int | None) -> Desk:
    """The desk for a besluit with a waiting list or a ranking; the only one there is where none is named.

    Raises:
        StoreError: there is none, or its rules cannot be used.
        UsageError: there are more.
    """
    from soco_rules.dossiers.deciding import desk_for
    from soco_rules.facts import Dates

    day = today() if on is None else on
    workspace = workspace_of(reference)
    name = besluit or _only_placing(rules_on(workspace, reference, day), reference)
    desk, findings = desk_for(workspace, reference, name, Dates(day, day))
    if desk is None:
        raise refused(*findings)
    return desk


def _only_placing(compiled: Compiled, reference: str) -> str:
    from soco_rules.dossiers.places import placing

    found = placing(compiled.stack)
    if len(found) == 1:
        return found[0].name
    if not found:
        message = f"'{reference}' kent geen besluit met een wachtlijst."
        raise refused(finding("geen-wachtlijst", Span(reference), message))
    raise click.UsageError(f"Kies met --besluit uit: {', '.join(each.name for each in found)}.")


@dataclass(frozen=True, slots=True)
class _Signing:
    by: str
    function: str
    reasons: str


def _give(store: Store, desk: Desk, number: int, signing: _Signing) -> int:
    from soco_rules.adopt.statement import Statement
    from soco_rules.adopt.statement import still_to_come
    from soco_rules.dossiers.places import admit
    from soco_rules.dossiers.store import writing

    day = desk.dates.decision
    by = signing.by
    if late := still_to_come(day, today()):
        raise refused(late)
    said = Statement(by=by, function=signing.function, date=day, sent_on=day, reasons=signing.reasons)
    with writing(store, desk.program.agreement.reference, by) as ledger:
        admitted = admit(ledger, desk, number, said)
    tell(admitted.findings)
    for line in _decided(admitted, number):
        click.echo(line)
    return 0


def _decided(admitted: Admitted, number: int) -> Iterator[str]:
    from soco_rules.cli.adopt import outcomes_of
    from soco_rules.model.values import Kind
    from soco_rules.model.values import encoded_as_dutch
    from soco_rules.model.values import spaced

    if admitted.proposal is None:
        yield f"Dossier {number} blijft op de wachtlijst."
        return
    if admitted.adoption is None:
        yield f"Eerste handtekening onder voorstel {admitted.proposal}; een ander stelt het vast met soco dossier vaststellen."
        return
    for person, outcome in outcomes_of(admitted.adoption):
        yield f"Dossier {number}{person}: {outcome}."
    for name, decided in admitted.decision.outcomes.items():
        if isinstance(decided.value, str) and decided.value != "niet van toepassing":
            words = admitted.decision.words_of(name)
            yield f"  {spaced(name)}: {encoded_as_dutch(decided.value, Kind(decided.kind), words)}"


def _told(desk: Desk, book: Book) -> Iterator[str]:
    from soco_rules.dossiers.places import places_of
    from soco_rules.model.values import spaced

    found = places_of(desk, book)
    yield f"{desk.besluit.title} ({book.agreement})"
    for figure in (*found.limits, *found.counted):
        yield f"  {figure}"
    yield ""
    yield "Stand"
    for state, numbers in found.by_state.items():
        yield f"  {spaced(state)}: {len(numbers)} ({', '.join(called(book, number) for number in numbers)})"
    yield ""
    yield "Wachtlijst" if found.waiting else "Er staat niemand op de wachtlijst."
    yield from _list(book, found)


def _list(book: Book, found: Places) -> Iterator[str]:
    from soco_rules.cli.dossier.tables import table

    rows = [
        (str(place), called(book, each.dossier), _stands(each))
        for place, each in enumerate(found.waiting, start=1)
    ]
    for line in table(("", "dossier", ""), rows):
        yield f"  {line}"
    following = next((each for each in found.waiting if each.is_next), None)
    if following is not None:
        yield f"Aan de beurt: dossier {following.dossier}. Plaats geven: soco dossier plaatsen {book.agreement} --geef {following.dossier} --functie FUNCTIE"


def _stands(waiting: Waiting) -> str:
    said = []
    if waiting.findings:
        said.append("; ".join(found.message for found in waiting.findings))
    elif waiting.decision is not None and waiting.decision.outcome is None:
        said.append("nog nodig: " + "; ".join(each.question for each in waiting.decision.missing[:2]))
    if waiting.doubts:
        said.append(f"{waiting.place or 'plaats onbekend'}: {'; '.join(waiting.doubts)}")
    if waiting.is_next:
        said.append("kan nu een plaats krijgen")
    if waiting.is_tied:
        said.append("staat gelijk met een ander; eerst loten")
    return ", ".join(said)


def called(book: Book, number: int) -> str:
    """A dossier by its number, with the name of who it is about."""
    from soco_rules.dossiers.present import person_of

    person = person_of(book.dossiers[number])
    return f"{number} {person.name}" if person else str(number)


def _data(desk: Desk, book: Book) -> dict[str, object]:
    from soco_rules.dossiers.places import places_of

    found = places_of(desk, book)
    return {
        "besluit": desk.besluit.name,
        "grenzen": {figure.name: figure.value for figure in found.limits},
        "geteld": {figure.name: figure.value for figure in found.counted},
        "standen": {state: list(numbers) for state, numbers in found.by_state.items()},
        "wachtlijst": [
            {
                "dossier": each.dossier,
                "aan_de_beurt": each.is_next,
                "gelijk": each.is_tied,
                "plaats": each.between and dict(zip(("eerste", "laatste"), each.between, strict=True)),
            }
            for each in found.waiting
        ],
    }
