"""Every amount of every besluit for every row of a caseload, with one or two readings.

The result is the table `uitkomst`: `rij`, `lid`, `maand`, and for each side and measure two columns: `oud:bijstand`,
an amount in cents or NULL, and `oud:bijstand?`, how it stands: 0 known, 1 not applicable, 2 no certain outcome.
A measure is an outcome (both persons of a household together) or a party: what it receives minus what it pays.
Whatever the engine, the amounts are put together here, in the database of this run.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from soco_rules.backends.sql.columns import CHECK
from soco_rules.backends.sql.columns import GATE
from soco_rules.backends.sql.columns import Wanted
from soco_rules.backends.sql.columns import asked
from soco_rules.backends.sql.encode import WHY
from soco_rules.diagnostics import Severity
from soco_rules.model.program import Definition
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Kind
from soco_rules.simulation.engines import Engine
from soco_rules.simulation.flows import PARTIES
from soco_rules.simulation.flows import Flows
from soco_rules.simulation.quoting import name as quoted
from soco_rules.simulation.reading import Part
from soco_rules.simulation.reading import Reading

KNOWN, NOT_APPLICABLE, UNCERTAIN = range(3)
STATE = "?"


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount of a besluit that is reckoned, of both persons of a household together."""

    name: str
    decision: str
    title: str
    decider: str
    description: str


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One reading with the programs of each besluit; `name` is that of its columns."""

    name: str
    reading: Reading
    parts: Mapping[str, tuple[Part, ...]]

    @property
    def programs(self) -> tuple[Program, ...]:
        """Every program of this side."""
        return tuple(part.program for parts in self.parts.values() for part in parts)


def measures_of(programs: Iterable[Program]) -> tuple[Measure, ...]:
    """The amounts that belong to one month: a balance, which has no month of its own, cannot be added up."""
    found: dict[str, Measure] = {}
    for program in programs:
        definitions = {step.slot: step for step in program.definitions}
        for slot in (*program.outcome, *program.also):
            step = definitions.get(slot)
            if step is not None and step.type.kind is Kind.MONEY and _adds_up(program, step):
                decision = program.decision
                found.setdefault(
                    step.name,
                    Measure(step.name, decision.name, decision.title, decision.decider, step.description),
                )
    return tuple(found.values())


def _adds_up(program: Program, step: Definition) -> bool:
    """Whether it is an amount of a month, or itself what the besluit about the month is for."""
    return "maand" in step.type.per or step.slot in program.outcome


def lacking(program: Program, slots: Iterable[Slot]) -> tuple[str, ...]:
    """The facts without a condition that a besluit asks and the file has no column for."""
    have = set(slots)
    return tuple(
        step.name
        for step in asked(program)
        if step.origin is not Origin.PERIOD and step.gate is None and step.slot not in have
    )


def reckon(
    connection: duckdb.DuckDBPyConnection,
    sides: Iterable[Side],
    flows: Flows,
    engine: Engine,
    progress: Callable[[str], None] = lambda _: None,
    *,
    done: Collection[str] = (),
) -> None:
    """Make the table `uitkomst` from the table `zaken`; the sides that are `done` are there since the last time.

    Raises:
        UnfitError: the caseload has values that a program cannot be asked about.
        duckdb.OutOfRangeException: a number leaves 64 bits.
    """
    sides = tuple(sides)
    cells, joins = ["z.rij", "z.lid", "z.maand"], []
    everything = [
        measure.name for measure in measures_of(program for side in sides for program in side.programs)
    ]
    for place, side in enumerate(sides):
        measures = measures_of(side.programs)
        own_names = {measure.name for measure in measures}
        for name in everything:
            if name not in own_names:  # this reading does not know the amount
                cells.append(f"NULL::BIGINT AS {quoted(f'{side.name}:{name}')}")
                cells.append(f"{NOT_APPLICABLE} AS {quoted(f'{side.name}:{name}{STATE}')}")
        for decision, parts in side.parts.items():
            own = [measure.name for measure in measures if measure.decision == decision]
            twin = same_as(decision, side, sides[:place])
            table = quoted(f"{(twin or side).name} {decision}")
            if twin is None and side.name not in done:
                progress(f"{side.reading.label}: {decision}")
                _one_decision(connection, engine, table=table, side=side, parts=parts, names=own)
            if twin is None:
                joins.append(f"LEFT JOIN {table} ON {table}.rij = z.rij")
            for name in own:
                state = quoted(name + STATE)
                cells.append(f"{table}.{quoted(name)} AS {quoted(f'{side.name}:{name}')}")
                cells.append(
                    f"coalesce({table}.{state}, {UNCERTAIN}) AS {quoted(f'{side.name}:{name}{STATE}')}"
                )
    positions = [cell for side in sides for cell in _positions(side, flows)]
    connection.execute(
        f"CREATE OR REPLACE TABLE uitkomst AS SELECT {', '.join(['*', *positions])} FROM "
        f"(SELECT {', '.join(cells)} FROM zaken AS z {' '.join(joins)})"
    )


def same_as(decision: str, side: Side, others: Iterable[Side]) -> Side | None:
    """One of the others that reckons a besluit in the same way in every month: it has the same outcomes."""
    return next((other for other in others if _alike(decision, side, other)), None)


def _alike(decision: str, one: Side, other: Side) -> bool:
    ours, theirs = one.parts[decision], other.parts.get(decision, ())
    return len(ours) == len(theirs) and all(
        mine.months == yours.months
        and all(one.reading.month_for(month) == other.reading.month_for(month) for month in mine.months)
        and _calculation(mine.program) == _calculation(yours.program)
        for mine, yours in zip(ours, theirs, strict=True)
    )


def _calculation(program: Program) -> tuple[object, ...]:
    """All of a program that an outcome and its reasons come from."""
    return (
        program.decision,
        program.steps,
        program.gate,
        program.outcome,
        program.also,
        program.checks,
        program.amounts,
    )


def _one_decision(
    connection: duckdb.DuckDBPyConnection,
    engine: Engine,
    *,
    table: str,
    side: Side,
    parts: tuple[Part, ...],
    names: list[str],
) -> None:
    columns = ", ".join(f"{quoted(name)} BIGINT, {quoted(name + STATE)} TINYINT" for name in names)
    connection.execute(f"CREATE OR REPLACE TABLE {table} (rij BIGINT, {columns})")
    for part in parts:
        slots = slots_by_name(part.program)
        wanted = Wanted(tuple(slot for name in names for slot in slots.get(name, ())), requirements=True)
        found = engine(side.reading, part, wanted)
        cells = [cell for name in names for cell in _cells(part.program, name, slots.get(name, ()))]
        connection.execute(f"INSERT INTO {table} SELECT rij, {', '.join(cells)} FROM {found} AS gerekend")


def slots_by_name(program: Program) -> dict[str, tuple[Slot, ...]]:
    """The slots of each outcome: of both persons where it is per person."""
    found: dict[str, tuple[Slot, ...]] = {}
    for slot in (*program.outcome, *program.also):
        name = slot.partition("/")[0]
        found[name] = (*found.get(name, ()), slot)
    return found


def _cells(program: Program, name: str, slots: tuple[Slot, ...]) -> Iterator[str]:
    """The amount of a measure and how it stands; a broken requirement leaves no certain outcome."""
    if not slots:
        yield f"NULL AS {quoted(name)}"
        yield f"{NOT_APPLICABLE} AS {quoted(name + STATE)}"
        return
    broken = [
        f"coalesce(NOT {quoted(f'{CHECK}{place}')}, false)"
        for place, check in enumerate(program.checks)
        if check.severity is Severity.ERROR
    ]
    doubtful = " OR ".join([*(f"{quoted(slot + WHY)} NOT IN (0, 1)" for slot in slots), *broken])
    lacks = " AND ".join(f"{quoted(slot + WHY)} = 1" for slot in slots)
    state = (
        f"CASE WHEN {quoted(GATE + WHY)} > 1 THEN {UNCERTAIN} WHEN {quoted(GATE + WHY)} = 1 OR NOT {quoted(GATE)} "
        f"THEN {NOT_APPLICABLE} WHEN {doubtful} THEN {UNCERTAIN} WHEN {lacks} THEN {NOT_APPLICABLE} ELSE {KNOWN} END"
    )
    total = " + ".join(f"coalesce({quoted(slot)}, 0)" for slot in slots)
    yield f"CASE WHEN {state} = {KNOWN} THEN {total} END AS {quoted(name)}"
    yield f"{state} AS {quoted(name + STATE)}"


def _positions(side: Side, flows: Flows) -> Iterator[str]:
    """What each party receives minus what it pays; uncertain where one of the amounts is."""
    names = {measure.name for measure in measures_of(side.programs)}
    for party in PARTIES:
        signed = [(name, sign) for name, sign in flows.known(names).of(party)]
        states = [quoted(f"{side.name}:{name}{STATE}") for name, _ in signed]
        if not signed:
            yield f"NULL::BIGINT AS {quoted(f'{side.name}:{party}')}"
            yield f"{NOT_APPLICABLE} AS {quoted(f'{side.name}:{party}{STATE}')}"
            continue
        uncertain = " OR ".join(f"{state} = {UNCERTAIN}" for state in states)
        lacks = " AND ".join(f"{state} = {NOT_APPLICABLE}" for state in states)
        total = " + ".join(
            f"({sign}) * coalesce({quoted(f'{side.name}:{name}')}, 0)" for name, sign in signed
        )
        yield f"CASE WHEN NOT ({uncertain}) AND NOT ({lacks}) THEN {total} END AS {quoted(f'{side.name}:{party}')}"
        yield (
            f"CASE WHEN {uncertain} THEN {UNCERTAIN} WHEN {lacks} THEN {NOT_APPLICABLE} ELSE {KNOWN} END "
            f"AS {quoted(f'{side.name}:{party}{STATE}')}"
        )
