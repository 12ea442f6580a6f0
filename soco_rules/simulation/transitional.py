"""Which rows keep points of the version before by transitional law, in one reading.

The table `overgang` has for each row of the caseload and each side one of three numbers: 0 the version itself holds for
it, 1 points of the version before, 2 it is not known which.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

import duckdb

from soco_rules.backends.sql.columns import CHECK
from soco_rules.backends.sql.columns import Wanted
from soco_rules.compiler.program import PREVIOUS
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import transitional_law
from soco_rules.diagnostics import Severity
from soco_rules.model.agreement import Transitional
from soco_rules.model.program import Check
from soco_rules.model.program import Node
from soco_rules.model.program import Program
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import in_words
from soco_rules.model.values import spaced
from soco_rules.simulation.engines import Engine
from soco_rules.simulation.quoting import name as quoted
from soco_rules.simulation.reading import Part
from soco_rules.simulation.reading import compiled_for
from soco_rules.simulation.reckon import Side

ITSELF, BEFORE, UNKNOWN = range(3)


@dataclass(frozen=True, slots=True)
class Kept:
    """One point that keeps its value: in words as it was in the version of `since`, and as it is now."""

    name: str
    before: str
    now: str
    since: int

    def __str__(self) -> str:
        return f"{spaced(self.name)} {self.before} in plaats van {self.now}"


@dataclass(frozen=True, slots=True)
class Transition:
    """A rule of transitional law that makes a difference: the points that keep another value, and where it stands."""

    rule: str
    basis: tuple[str, ...]
    kept: tuple[Kept, ...]


def tabulate(
    connection: duckdb.DuckDBPyConnection, sides: Sequence[Side], engine: Engine
) -> Mapping[str, tuple[Transition, ...]]:
    """Make the table `overgang`; the transitional law of each side, in which no rule stands that changes no point.

    Raises:
        UnfitError: the caseload has values that a program cannot be asked about.
    """
    found = {side.name: tuple(dict.fromkeys(_tabulated(connection, side, engine))) for side in sides}
    columns = (
        f"(SELECT CASE WHEN bool_or(staat = {BEFORE}) THEN {BEFORE} WHEN bool_or(staat = {UNKNOWN}) THEN {UNKNOWN} "
        f"ELSE {ITSELF} END FROM {quoted(f'overgang {name}')} AS o WHERE o.rij = z.rij) AS {quoted(name)}"
        for name in found
    )
    connection.execute(
        f"CREATE OR REPLACE TABLE overgang AS SELECT z.rij, {', '.join(columns)} FROM zaken AS z"
    )
    return found


def by_version(side: str) -> str:
    """The expression over a row that tells which version holds for it in a side, for `totals.sums`."""
    return f"overgang.{quoted(side)}"


def _tabulated(connection: duckdb.DuckDBPyConnection, side: Side, engine: Engine) -> Iterator[Transition]:
    table = quoted(f"overgang {side.name}")
    connection.execute(f"CREATE OR REPLACE TABLE {table} (rij BIGINT, staat TINYINT)")
    for parts in side.parts.values():
        for part in parts:
            compiled, _ = compiled_for(side.reading, part.months[0])
            assert compiled is not None, part.months
            law = tuple(_law(compiled, part.program))
            if not law:
                continue
            yield from (transition for transition, _ in law)
            program = replace(part.program, checks=tuple(check for _, check in law))
            found = engine(side.reading, Part(program, part.months), Wanted((), requirements=True))
            verdicts = [quoted(f"{CHECK}{place}") for place in range(len(law))]
            holds, unknown = " OR ".join(verdicts), " OR ".join(f"{each} IS NULL" for each in verdicts)
            connection.execute(
                f"INSERT INTO {table} SELECT rij, CASE WHEN {holds} THEN {BEFORE} WHEN {unknown} THEN {UNKNOWN} "
                f"ELSE {ITSELF} END FROM {found} AS gerekend"
            )


def _law(compiled: Compiled, program: Program) -> Iterator[tuple[Transition, Check]]:
    """The rules of transitional law that this program reads and that change a point, each with its condition."""
    read = {step.slot for step in program.fields}
    for rule, condition in transitional_law(compiled.stack):
        kept = tuple(_kept(compiled, (name for name in rule.points if name + PREVIOUS in read)))
        if kept:
            yield Transition(rule.name, rule.provenance.cited, kept), _check(rule, condition)


def _kept(compiled: Compiled, names: Iterable[str]) -> Iterator[Kept]:
    for name in names:
        point = compiled.stack.points[name]
        type_, since = point.declared.type, point.previous_since
        if type_ is not None and since is not None and point.previous != point.value:
            yield Kept(name, _worded(point.previous, type_), _worded(point.value, type_), since)


def _worded(value: Value | None, type_: ValueType) -> str:
    return "open" if value is None else in_words(value, type_)


def _check(rule: Transitional, condition: Node) -> Check:
    return Check(
        name=rule.name,
        role=None,
        node=condition,
        severity=Severity.WARNING,
        message="",
        provenance=rule.provenance,
        span=rule.span,
    )


def since_in_words(transitions: Iterable[Transition]) -> str:
    """What the version before is called: by its first day where there is one such version."""
    days = {kept.since for each in transitions for kept in each.kept}
    return (
        f"de vorige versie (vanaf {as_dutch(days.pop(), Kind.DATE)})"
        if len(days) == 1
        else "een vorige versie"
    )
