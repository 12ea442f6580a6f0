"""The tables of a report, made of the totals, in which nothing gives a person away."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

import duckdb

from soco_rules.model.program import Field
from soco_rules.model.values import Kind
from soco_rules.model.values import capital
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
from soco_rules.simulation.tables import written
from soco_rules.simulation.totals import Sum
from soco_rules.simulation.totals import by_fact
from soco_rules.simulation.totals import by_month
from soco_rules.simulation.totals import by_year
from soco_rules.simulation.totals import head_counts
from soco_rules.simulation.totals import hidden_rows
from soco_rules.simulation.totals import money_cells
from soco_rules.simulation.totals import sums
from soco_rules.simulation.totals import total
from soco_rules.simulation.transitional import BEFORE
from soco_rules.simulation.transitional import ITSELF
from soco_rules.simulation.transitional import UNKNOWN
from soco_rules.simulation.transitional import Transition
from soco_rules.simulation.transitional import by_version
from soco_rules.simulation.transitional import since_in_words

LAW = "overgang"
"""With this begins the key of a table about transitional law."""


def tables_of(
    connection: duckdb.DuckDBPyConnection,
    sides: Sequence[Side],
    *,
    measures: Sequence[Measure],
    flows: Flows,
    groups: Sequence[Field],
    found: Spread | None,
    law: Mapping[str, Sequence[Transition]],
) -> Iterator[Table]:
    """The tables over the table `uitkomst`, but for those of ranges and of what is uncertain."""
    names = [side.name for side in sides]
    parties = [party for party in PARTIES if flows.of(party)]
    money = _money_columns(sides)
    yield _parties(connection, names, parties, money, flows)
    for side in names:
        if law.get(side):
            yield _by_version(connection, names, parties, money=money, side=side, law=law)
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


def _by_version(
    connection: duckdb.DuckDBPyConnection,
    names: Sequence[str],
    parties: Sequence[str],
    *,
    money: tuple[Column, ...],
    side: str,
    law: Mapping[str, Sequence[Transition]],
) -> Table:
    """For how many months transitional law keeps points of the version before, with the amounts of both."""
    called = {
        str(BEFORE): since_in_words(law[side]),
        str(ITSELF): "deze versie",
        str(UNKNOWN): "niet te zeggen welke",
    }
    rows: list[tuple[Cell, ...]] = []
    for party, found in sums(connection, parties, names, by_version(side)).items():
        hidden = hidden_rows(tuple(found.values()))
        shown = {
            group: (*money_cells(each, hide=place in hidden), *head_counts(each))
            for place, (group, each) in enumerate(found.items())
        }
        rows += [(called[group], party, *shown[group]) for group in called if group in shown]
    rows.sort(key=lambda row: list(called.values()).index(str(row[0])))
    columns = (Column("welke versie"), Column("voor"), *money, *_counts())
    which = f" ({side})" if len(names) > 1 and all(law.get(each) for each in names) else ""
    told = ". ".join(
        f"{capital(spaced(each.rule))} ({', '.join(each.basis)}): {', '.join(map(str, each.kept))}"
        for each in law[side]
    )
    note = f"Zolang een wijziging voor iemand nog niet geldt, houden deze punten hun vorige waarde. {told}."
    return Table(
        f"{LAW}-{side}", f"Welke versie geldt door overgangsrecht{which}", columns, tuple(rows), note
    )


def law_in_words(
    connection: duckdb.DuckDBPyConnection,
    names: Sequence[str],
    flows: Flows,
    law: Mapping[str, Sequence[Transition]],
) -> Iterator[str]:
    """For how many months with an amount of the member transitional law keeps points of the version before."""
    if not flows.of(MEMBER):
        return
    for side in filter(law.get, names):
        which = f" bij {side}" if len(names) > 1 else ""
        found = sums(connection, [MEMBER], names, by_version(side))[MEMBER]
        counts = {group: head_counts(each)[0] for group, each in found.items()}
        kept, every = counts.get(str(BEFORE), 0), sum(each.counted for each in found.values())
        if kept == 0:
            yield f"Overgangsrecht maakt{which} geen verschil: er geldt steeds de versie zelf."
        elif HIDDEN in counts.values():
            yield f"In een deel van de maanden geldt{which} door overgangsrecht nog de vorige versie; hoeveel is afgeschermd."
        else:
            said = f"{written(kept, Form.NUMBER)} van de {written(every, Form.NUMBER)}"
            yield f"In {said} maanden met een bedrag geldt{which} door overgangsrecht nog de vorige versie."


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
