"""What stands in the way of a certain outcome, as a table and as a sentence."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence

from soco_rules.model.values import capital
from soco_rules.model.values import spaced
from soco_rules.simulation.causes import Cause
from soco_rules.simulation.causes import Count
from soco_rules.simulation.causes import Doubt
from soco_rules.simulation.tables import HIDDEN
from soco_rules.simulation.tables import Cell
from soco_rules.simulation.tables import Column
from soco_rules.simulation.tables import Form
from soco_rules.simulation.tables import Table
from soco_rules.simulation.tables import is_small
from soco_rules.simulation.tables import written

SHOWN = 8
"""So many causes are told of one amount; there are seldom more."""


def doubts_table(doubts: Sequence[Doubt], *, two: bool) -> Table:
    """A row for each cause, most frequent first; amounts with the very same causes stand together."""
    same: dict[tuple[str, str, tuple[tuple[Cause, int], ...]], list[Doubt]] = {}
    for doubt in doubts:
        key = tuple((cause, count.rows) for cause, count in doubt.causes.items())
        same.setdefault((doubt.side, doubt.decision, key), []).append(doubt)
    rows: list[tuple[Cell, ...]] = []
    for (side, _, _), alike in same.items():
        first = alike[0]
        amounts = ", ".join(spaced(doubt.measure) for doubt in alike)
        for cause, count in list(first.causes.items())[:SHOWN]:
            told = (_shown(first.all), cause.kind, _named(cause), _shown(count))
            rows.append((amounts, *([side] if two else []), *told))
    columns = (
        Column("bedragen"),
        *([Column("lezing")] if two else []),
        Column("maanden zonder zekere uitkomst", Form.NUMBER),
        Column("soort"),
        Column("wat in de weg staat"),
        Column("in zoveel maanden", Form.NUMBER),
    )
    note = (
        "In een maand kan meer dan één ding in de weg staan. Een open afspraak is voor deze doorrekening in te "
        "vullen; een gegeven of een oordeel is een kolom van het bestand."
    )
    return Table("onzeker", "Waarom een uitkomst niet zeker is", columns, tuple(rows), note)


def most_frequent(doubts: Sequence[Doubt], paid: Collection[str], *, two: bool) -> Iterator[str]:
    """For each reading what stands in the way most often, of an amount that is paid if there is one, as a sentence."""
    for side in dict.fromkeys(doubt.side for doubt in doubts):
        own = [doubt for doubt in doubts if doubt.side == side]
        told = [doubt for doubt in own if doubt.measure in paid] or own
        found = [(doubt, cause) for doubt in told for cause in doubt.causes]
        first, cause = max(found, key=lambda one: one[0].causes[one[1]].rows)
        months = _shown(first.causes[cause])
        many = "enkele" if months is HIDDEN else written(months, Form.NUMBER)
        reading = f"{side.capitalize()}: " if two else ""
        sentence = (
            f"het bedrag '{spaced(first.measure)}' is in {many} maanden niet zeker, "
            f"het vaakst door {_kind(cause)}: {_named(cause)}."
        )
        yield reading + (sentence if two else capital(sentence))


def _kind(cause: Cause) -> str:
    match cause.kind:
        case "gegeven" | "oordeel":
            return f"een {cause.kind}"
        case "eis":
            return "een eis die is geschonden"
        case "regels":
            return "regels"
        case _:
            return f"een {cause.kind}"


def _named(cause: Cause) -> str:
    return f"{spaced(cause.name)} ({cause.note})" if cause.note else spaced(cause.name)


def _shown(count: Count) -> Cell:
    return HIDDEN if is_small(count.members) else count.rows
