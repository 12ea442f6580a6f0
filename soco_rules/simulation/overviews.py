"""The tables of a report, made of the totals, in which nothing gives a person away."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence

import duckdb

from soco_rules.model.program import Field
from soco_rules.model.values import Kind
from soco_rules.model.values import spaced
from soco_rules.simulation.flows import MEMBER
from soco_rules.simulation.flows import PARTIES
from soco_rules.simulation.flows import Flows
from soco_rules.simulation.reckon import Measure
from soco_rules.simulation.reckon import Side
from soco_rules.simulation.spread import Spread
from soco_rules.simulation.tables import HIDDEN
from soco_rules.simulation.tables import Cell
from soco_rules.simulation.tables import Column
from soco_rules.simulation.tables import Form
from soco_rules.simulation.tables import Table
from soco_rules.simulation.tables import hidden_among
from soco_rules.simulation.totals import Sum
from soco_rules.simulation.totals import by_fact
from soco_rules.simulation.totals import by_month
from soco_rules.simulation.totals import by_year
from soco_rules.simulation.totals import head_counts
from soco_rules.simulation.totals import hidden_rows
from soco_rules.simulation.totals import money_cells
from soco_rules.simulation.totals import sums
from soco_rules.simulation.totals import total


def tables_of(
    connection: duckdb.DuckDBPyConnection,
    sides: Sequence[Side],
    *,
    measures: Sequence[Measure],
    flows: Flows,
    groups: Sequence[Field],
    found: Spread | None,
) -> Iterator[Table]:
    """The tables over the table `uitkomst`, but for those of ranges and of what is uncertain."""
    names = [side.name for side in sides]
    parties = [party for party in PARTIES if flows.of(party)]
    money = _money_columns(sides)
    yield _parties(connection, names, parties, money, flows)
    if found is not None:
        yield _directions(found)
        yield _bars(found)
    for field in groups:
        yield _group(connection, names, field, money)
    yield _amounts(connection, names, measures, money)
    for period, by in (("jaar", by_year()), ("maand", by_month())):
        yield _periods(connection, names, parties, money=money, period=period, by=by)


def _money_columns(sides: Sequence[Side]) -> tuple[Column, ...]:
    if len(sides) == 1:
        return (Column("bedrag", Form.MONEY),)
    return (Column("oud", Form.MONEY), Column("nieuw", Form.MONEY), Column("verschil", Form.CHANGE))


def _counts() -> tuple[Column, ...]:
    return (
        Column("maanden met bedrag", Form.NUMBER),
        Column("niet van toepassing", Form.NUMBER),
        Column("zonder zekere uitkomst", Form.NUMBER),
    )


def _parties(
    connection: duckdb.DuckDBPyConnection,
    names: Sequence[str],
    parties: Sequence[str],
    money: tuple[Column, ...],
    flows: Flows,
) -> Table:
    rows = []
    for party, found in total(connection, parties, names).items():
        parts = ", ".join(f"{'plus' if sign > 0 else 'min'} {spaced(name)}" for name, sign in flows.of(party))
        rows.append((party, *money_cells(found), *head_counts(found), parts))
    note = (
        "Wat elke partij ontvangt min wat zij betaalt. Een bedrag onder nul is per saldo betaald. "
        "Alleen maanden waarvan alles zeker is, tellen mee; de andere staan apart en zijn geen nul."
    )
    columns = (Column("voor"), *money, *_counts(), Column("bestaat uit"))
    return Table("partijen", "Wat het betekent voor lid, coöperatie en gemeente", columns, tuple(rows), note)


def _directions(found: Spread) -> Table:
    rows = (
        ("gaat erop achteruit", found.losing),
        ("houdt hetzelfde", found.equal),
        ("gaat erop vooruit", found.gaining),
        ("niet te zeggen: een maand zonder zekere uitkomst", found.uncertain),
    )
    return Table(
        "richting",
        "Wie gaat erop vooruit, wie achteruit",
        (Column("het lid"), Column("leden", Form.NUMBER)),
        rows,
        "Geteld per lid, over alle maanden van het bestand samen.",
    )


def _bars(found: Spread) -> Table:
    rows = tuple((bar.label, bar.members) for bar in found.bars)
    columns = (Column("verschil per lid, over alle maanden"), Column("leden", Form.NUMBER))
    return Table("verdeling", "Hoeveel scheelt het per lid", columns, rows)


def _group(
    connection: duckdb.DuckDBPyConnection, names: Sequence[str], field: Field, money: tuple[Column, ...]
) -> Table:
    found = sums(connection, [MEMBER], names, by_fact(field.slot))[MEMBER]
    hidden = hidden_rows(tuple(found.values()))
    members = hidden_among([each.members for each in found.values()])
    rows = tuple(
        (
            _worded(group, field),
            HIDDEN if place in members else each.members,
            *money_cells(each, hide=place in hidden),
            _average(each, hide=place in hidden),
        )
        for place, (group, each) in enumerate(found.items())
    )
    average = Column("verschil per maand" if len(names) == 2 else "bedrag per maand", Form.CHANGE)
    columns = (Column(spaced(field.name)), Column("leden", Form.NUMBER), *money, average)
    note = "Het bedrag van het lid. Wie van groep wisselt, telt in elke groep mee met de maanden daarin."
    return Table(f"groep-{field.name}", f"Naar {spaced(field.name)}", columns, rows, note)


def _worded(group: str, field: Field) -> str:
    match field.type.kind:
        case Kind.YES_NO:
            return {"true": "ja", "false": "nee"}.get(group, group)
        case _:
            return field.type.words.get(group) or spaced(group)


def _average(found: Sum, *, hide: bool) -> Cell:
    amount = found.old if found.change is None else found.change
    if hide or found.change_gives_away:
        return HIDDEN
    return None if found.counted == 0 else _rounded(amount, found.counted)


def _rounded(amount: int, number: int) -> int:
    """A mean in whole cents, half away from zero."""
    size = (2 * abs(amount) + number) // (2 * number)
    return size if amount >= 0 else -size


def _amounts(
    connection: duckdb.DuckDBPyConnection,
    names: Sequence[str],
    measures: Sequence[Measure],
    money: tuple[Column, ...],
) -> Table:
    rows = []
    found = total(connection, [measure.name for measure in measures], names)
    for measure in measures:
        own = found[measure.name]
        words = (
            f"{spaced(measure.name)}: {measure.description}" if measure.description else spaced(measure.name)
        )
        rows.append((spaced(measure.decider), measure.title, words, *money_cells(own), *head_counts(own)))
    columns = (Column("beslist door"), Column("besluit"), Column("bedrag"), *money, *_counts())
    note = "Bij een bedrag per persoon zijn lid en partner opgeteld. Een stand, zoals een saldo, is geen som."
    return Table("bedragen", "Alle bedragen van de besluiten", columns, tuple(rows), note)


def _periods(
    connection: duckdb.DuckDBPyConnection,
    names: Sequence[str],
    parties: Sequence[str],
    *,
    money: tuple[Column, ...],
    period: str,
    by: str,
) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for party, found in sums(connection, parties, names, by).items():
        hidden = hidden_rows(tuple(found.values()))
        rows += [
            (group, party, *money_cells(each, hide=place in hidden), *head_counts(each))
            for place, (group, each) in enumerate(found.items())
        ]
    rows.sort(key=lambda row: str(row[0]))
    columns = (Column(period), Column("voor"), *money, *_counts())
    return Table(period, f"Per {period}", columns, tuple(rows))
