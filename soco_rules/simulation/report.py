"""The report of a simulation as values: tables, pictures and sentences, in which nothing gives a person away."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import duckdb

from soco_rules.model.program import Field
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.simulation.basis import assumptions_of
from soco_rules.simulation.basis import receipt_of
from soco_rules.simulation.causes import doubts
from soco_rules.simulation.doubting import doubts_table
from soco_rules.simulation.doubting import most_frequent
from soco_rules.simulation.flows import MEMBER
from soco_rules.simulation.flows import Flows
from soco_rules.simulation.intake import Caseload
from soco_rules.simulation.overviews import law_in_words
from soco_rules.simulation.overviews import tables_of
from soco_rules.simulation.reckon import Side
from soco_rules.simulation.reckon import measures_of
from soco_rules.simulation.spread import Spread
from soco_rules.simulation.spread import spread_of
from soco_rules.simulation.sweep import Sweep
from soco_rules.simulation.tables import Cell
from soco_rules.simulation.tables import Form
from soco_rules.simulation.tables import Table
from soco_rules.simulation.tables import written
from soco_rules.simulation.totals import changes
from soco_rules.simulation.totals import in_steps
from soco_rules.simulation.transitional import Transition
from soco_rules.simulation.witness import Witness

NO_LAW: Mapping[str, Sequence[Transition]] = {}
_WHO = {"lid": "de leden", "coöperatie": "de coöperatie", "gemeente": "de gemeente"}
_GOES = {"lid": "De leden gaan samen", "coöperatie": "De coöperatie gaat", "gemeente": "De gemeente gaat"}


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a page about a simulation says. `seed` is that of an invented caseload."""

    title: str
    caseload: Caseload
    labels: tuple[str, ...]
    headline: tuple[str, ...]
    tables: tuple[Table, ...]
    spread: Spread | None
    sweeps: tuple[Sweep, ...]
    witnesses: tuple[Witness, ...]
    left_out: tuple[str, ...]
    assumptions: tuple[str, ...]
    receipt: tuple[tuple[str, str], ...]

    def table(self, key: str) -> Table | None:
        """One of the tables."""
        return next((table for table in self.tables if table.key == key), None)


def report_of(
    connection: duckdb.DuckDBPyConnection,
    caseload: Caseload,
    sides: Sequence[Side],
    flows: Flows,
    *,
    groups: Sequence[Field],
    sweeps: Sequence[Sweep] = (),
    witnesses: Sequence[Witness] = (),
    left_out: Sequence[str] = (),
    law: Mapping[str, Sequence[Transition]] = NO_LAW,
) -> Report:
    """The report over the tables `uitkomst` and `overgang`; `law` is the transitional law of each side."""
    in_doubt = doubts(connection, sides, caseload.slots)
    programs = [program for side in sides for program in side.programs]
    measures = measures_of(programs)
    used = flows.known(measure.name for measure in measures)
    found = None
    if len(sides) == 2 and used.of(MEMBER):
        found = spread_of(changes(connection, MEMBER), partial(in_steps, connection))
    tables = [
        *tables_of(connection, sides, measures=measures, flows=used, groups=groups, found=found, law=law),
        *(sweep.table for sweep in sweeps),
        *([doubts_table(in_doubt, two=len(sides) == 2)] if in_doubt else []),
    ]
    return Report(
        "Doorrekening van een wijziging" if len(sides) == 2 else "Doorrekening van een overeenkomst",
        caseload,
        tuple(side.reading.label for side in sides),
        (
            *_headline(found, tables),
            *law_in_words(connection, [side.name for side in sides], used, law),
            *most_frequent(in_doubt, [flow.name for flow in used.flows], two=len(sides) == 2),
        ),
        tuple(tables),
        found,
        tuple(sweeps),
        tuple(witnesses),
        tuple(left_out),
        tuple(assumptions_of(programs, used, caseload)),
        tuple(receipt_of(caseload, sides)),
    )


def _headline(found: Spread | None, tables: Sequence[Table]) -> Iterator[str]:
    """What the page comes to, in sentences made of its tables."""
    parties = next(table for table in tables if table.key == "partijen")
    column = next((place for place, column in enumerate(parties.columns) if column.title == "verschil"), None)
    if column is None or found is None:
        return
    for row in parties.rows:
        match row[column]:
            case 0:
                yield f"Voor {_WHO[str(row[0])]} verandert er samen niets{_over(row)}."
            case int(change):
                words = "erop vooruit" if change > 0 else "erop achteruit"
                yield f"{_GOES[str(row[0])]} {as_dutch(abs(change), Kind.MONEY)} {words}{_over(row)}."
            case _:
                yield f"Het verschil voor {_WHO[str(row[0])]} is afgeschermd, of er is geen bedrag."
    counts = [_people(cell) for cell in (found.gaining, found.losing, found.equal)]
    yield f"Vooruit: {counts[0]}. Achteruit: {counts[1]}. Gelijk: {counts[2]}."
    if found.uncertain != 0:
        yield f"Niet te zeggen, omdat een maand geen zekere uitkomst heeft: {_people(found.uncertain)}."


def _over(row: Sequence[Cell]) -> str:
    """Over how many months a sentence is, where some have no certain outcome."""
    *_, counted, _lacking, uncertain, _parts = row
    if uncertain == 0:
        return ""
    if isinstance(counted, int):
        return f", gerekend over de {written(counted, Form.NUMBER)} maanden met een zekere uitkomst"
    return ", gerekend over de maanden met een zekere uitkomst"


def _people(cell: Cell) -> str:
    match cell:
        case int():
            return f"{cell:,} {'lid' if cell == 1 else 'leden'}".replace(",", ".")
        case _:
            return "afgeschermd"
