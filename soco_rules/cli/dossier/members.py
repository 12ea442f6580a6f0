"""`soco dossier lijst`: the dossiers of an agreement."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import as_json
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import rules_on
from soco_rules.cli.dossier.telling import workspace_of
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from soco_rules.dossiers.store import Store
    from soco_rules.model.dossier import Book

EXAMPLE = "Voorbeeld: soco dossier lijst delft/scope --stand lid"


@click.command("lijst", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@click.option("--stand", "state", metavar="STAND", help="Alleen dossiers met deze stand.")
@as_json
@in_store
@by_whom
def members(kenmerk: str, *, store: Store, state: str | None, as_json: bool, by: str) -> int:
    """Toon de dossiers van een overeenkomst, met wie het is, de stand en bij wie het ligt.

    Dat u de namen bekijkt, komt één keer per dag in het boek; zo ook bij andere overzichten.
    """
    from soco_rules.diagnostics import did_you_mean
    from soco_rules.dossiers.consulting import OVERVIEW
    from soco_rules.dossiers.store import consult
    from soco_rules.dossiers.store import read_book

    states = rules_on(workspace_of(kenmerk), kenmerk, today()).stack.states
    if state is not None and state not in states:
        remedy = did_you_mean(state, states, otherwise=f"Kies uit: {', '.join(states)}.")
        raise click.UsageError(f"De stand '{state}' bestaat niet. {remedy}")
    consult(store, kenmerk, by, OVERVIEW)
    rows = [row for row in _rows(read_book(store, kenmerk), states) if state in {None, row["stand"]}]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for line in _table(rows):
        click.echo(line)
    count = len(rows)
    click.echo(f"{count} {'dossier' if count == 1 else 'dossiers'} van {kenmerk}.")
    return 0


def _rows(book: Book, states: tuple[str, ...]) -> Iterator[Mapping[str, object]]:
    from soco_rules.dossiers.moves import pending_state
    from soco_rules.dossiers.moves import state_of
    from soco_rules.dossiers.present import assignee_of
    from soco_rules.dossiers.present import is_erased
    from soco_rules.dossiers.present import open_proposals
    from soco_rules.dossiers.present import person_of
    from soco_rules.dossiers.present import returned_proposals
    from soco_rules.dossiers.present import round_of

    for dossier in book.dossiers.values():
        if is_erased(dossier):
            yield {"dossier": dossier.number, "naam": None, "lidnummer": None, "stand": None, "gewist": True}
            continue
        person = person_of(dossier)
        yield {
            "dossier": dossier.number,
            "naam": person.name if person else None,
            "lidnummer": person.member_number if person else None,
            "stand": state_of(dossier, states),
            "stand_na_bekendmaking": pending_state(dossier),
            "ronde": round_of(dossier),
            "voorstellen": [each.entry.number for each in open_proposals(dossier)],
            "teruggegeven": [each.proposal.number for each in returned_proposals(dossier)],
            "ligt_bij": assignee_of(dossier),
        }


def _table(rows: list[Mapping[str, object]]) -> Iterator[str]:
    from soco_rules.cli.dossier.tables import table
    from soco_rules.model.values import spaced

    def text(row: Mapping[str, object]) -> tuple[str, ...]:
        if row.get("gewist"):
            return (str(row["dossier"]), "(gewist)", "", "", "", "")
        return (
            str(row["dossier"]),
            str(row["naam"] or "-"),
            str(row["lidnummer"] or ""),
            spaced(str(row["stand"] or "-")) + _pending(row["stand_na_bekendmaking"]),
            str(row["ligt_bij"] or ""),
            "; ".join(
                f"{what}: voorstel {', '.join(map(str, proposals))}"
                for what, proposals in (("wacht", row["voorstellen"]), ("terug", row["teruggegeven"]))
                if isinstance(proposals, list) and proposals
            ),
        )

    yield from table(("nr", "naam", "lidnummer", "stand", "ligt bij", ""), [text(row) for row in rows])


def _pending(state: object) -> str:
    """The stand that a decision gives once it is made known (Awb 3:40)."""
    from soco_rules.model.values import spaced

    return f" (nog niet bekendgemaakt: {spaced(str(state))})" if state else ""
