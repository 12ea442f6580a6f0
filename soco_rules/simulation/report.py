"""The report of a simulation as values: tables, pictures and sentences, in which nothing gives a person away."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import duckdb

from soco_rules.explain.receipt import ENGINE
from soco_rules.explain.receipt import fingerprint
from soco_rules.model.agreement import Assumption
from soco_rules.model.agreement import Provenance
from soco_rules.model.program import Clauses
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import spaced
from soco_rules.simulation.causes import doubts
from soco_rules.simulation.doubting import doubts_table
from soco_rules.simulation.doubting import most_frequent
from soco_rules.simulation.flows import MEMBER
from soco_rules.simulation.flows import PARTIES
from soco_rules.simulation.flows import Flows
from soco_rules.simulation.intake import Caseload
from soco_rules.simulation.reckon import Measure
from soco_rules.simulation.reckon import Side
from soco_rules.simulation.reckon import measures_of
from soco_rules.simulation.spread import Spread
from soco_rules.simulation.spread import spread_of
from soco_rules.simulation.sweep import Sweep
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
from soco_rules.simulation.totals import changes
from soco_rules.simulation.totals import head_counts
from soco_rules.simulation.totals import hidden_rows
from soco_rules.simulation.totals import in_steps
from soco_rules.simulation.totals import money_cells
from soco_rules.simulation.totals import sums
from soco_rules.simulation.totals import total
from soco_rules.simulation.witness import Witness

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
) -> Report:
    """The report over the table `uitkomst`."""
    in_doubt = doubts(connection, sides, caseload.slots)
    programs = [program for side in sides for program in side.programs]
    measures = measures_of(programs)
    used = flows.known(measure.name for measure in measures)
    found = None
    if len(sides) == 2 and used.of(MEMBER):
        found = spread_of(changes(connection, MEMBER), partial(in_steps, connection))
    tables = [
        *_tables(connection, sides, measures=measures, flows=used, groups=groups, found=found),
        *(sweep.table for sweep in sweeps),
        *([doubts_table(in_doubt, two=len(sides) == 2)] if in_doubt else []),
    ]
    return Report(
        "Doorrekening van een wijziging" if len(sides) == 2 else "Doorrekening van een overeenkomst",
        caseload,
        tuple(side.reading.label for side in sides),
        (
            *_headline(found, tables),
            *most_frequent(in_doubt, [flow.name for flow in used.flows], two=len(sides) == 2),
        ),
        tuple(tables),
        found,
        tuple(sweeps),
        tuple(witnesses),
        tuple(left_out),
        tuple(_assumptions(programs, used, caseload)),
        tuple(_receipt(caseload, sides)),
    )


def _tables(
    connection: duckdb.DuckDBPyConnection,
    sides: Sequence[Side],
    *,
    measures: Sequence[Measure],
    flows: Flows,
    groups: Sequence[Field],
    found: Spread | None,
) -> Iterator[Table]:
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
            return spaced(group)


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


def _assumptions(programs: Iterable[Program], flows: Flows, caseload: Caseload) -> Iterator[str]:
    """What was reckoned with and has no source, each once."""
    found: dict[str, None] = {}
    for program in programs:
        for name, provenance in _provenances(program):
            if provenance.assumption is not None:
                found[_assumed(name, provenance.assumption)] = None
    yield from sorted(found)
    yield f"geldstromen: {flows.assumption}"
    yield "de dag van het besluit is de laatste dag van de maand"
    if caseload.invented:
        yield "het bestand is verzonnen: geen bedrag op deze pagina zegt iets over echte mensen"


def _provenances(program: Program) -> Iterator[tuple[str, Provenance]]:
    for step in program.steps:
        yield step.name, step.provenance
        if not isinstance(step, Field) and isinstance(step.body, Clauses):
            yield from ((f"{step.name}, {clause.name}", clause.provenance) for clause in step.body.clauses)
        if isinstance(step, Field) and step.origin is Origin.AMOUNT:
            yield from ((step.name, row.provenance) for row in program.amounts[step.name].values)


def _assumed(name: str, assumption: Assumption) -> str:
    return f"{spaced(name)}: {assumption.reason} ({assumption.owner})"


def _receipt(caseload: Caseload, sides: Sequence[Side]) -> Iterator[tuple[str, str]]:
    yield "rekenmachine", ENGINE
    yield f"bestand {caseload.name}", caseload.digest
    for side in sides:
        for decision, parts in side.parts.items():
            for part in parts:
                months = f"{_month(part.months[0])} tot en met {_month(part.months[-1])}"
                yield f"{side.name}, {decision}, {months}", fingerprint(part.program)
        files = {layer.path: layer.sha256 for program in side.programs for layer in program.layers}
        for path, digest in sorted(files.items()):
            yield f"{side.name}, {path}", f"sha256:{digest.removeprefix('sha256:')}"


def _month(day: int) -> str:
    return as_dutch(day, Kind.DATE).partition(" ")[2]
