"""What stands in the way of a certain outcome: the facts, judgements, open points and requirements, and how often.

Rows in which the same things are unknown are one pattern. One row of each pattern is looked into by the reference
calculator, as a decision is, and what it hangs on counts for every row of the pattern.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import Any

import duckdb

from soco_rules.backends import reference
from soco_rules.backends.sql.columns import CHECK
from soco_rules.backends.sql.columns import GATE
from soco_rules.backends.sql.columns import Wanted
from soco_rules.backends.sql.encode import CODES
from soco_rules.backends.sql.encode import WHY
from soco_rules.compiler.program import DECISION_DATE
from soco_rules.compiler.program import PERIOD_END
from soco_rules.compiler.program import PERIOD_START
from soco_rules.compiler.program import REFERENCE_DATE
from soco_rules.diagnostics import Severity
from soco_rules.explain.anatomy import dissect
from soco_rules.explain.support import trace
from soco_rules.explain.unknown import candidates
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.facts import last_of_month
from soco_rules.model.case import Case
from soco_rules.model.program import Definition
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import reads
from soco_rules.model.program import reads_of
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.simulation.engines import reckoned
from soco_rules.simulation.engines import supply
from soco_rules.simulation.intake import column_of
from soco_rules.simulation.quoting import name as quoted
from soco_rules.simulation.reading import Part
from soco_rules.simulation.reckon import STATE
from soco_rules.simulation.reckon import UNCERTAIN
from soco_rules.simulation.reckon import Side
from soco_rules.simulation.reckon import measures_of
from soco_rules.simulation.reckon import same_as
from soco_rules.simulation.reckon import slots_by_name

PATTERNS = 400
"""So many patterns are looked into, those of the most rows first; in a file a few dozen is usual."""
ONE_BY_ONE = 400
"""So many uncertain rows are looked into each by itself."""
_DIGITS = 24
"""So many absences fit in one number of 64 bits."""
_KINDS = {
    Origin.FACT: "gegeven",
    Origin.JUDGEMENT: "oordeel",
    Origin.POINT: "afspraak die open is",
    Origin.AMOUNT: "bedrag dat voor die dag niet bekend is",
    Origin.PERIOD: "dag",
}
_ABSENCES = {code: absence for absence, code in CODES.items()}


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that stands in the way. `note` says what is the matter with it, where its kind does not."""

    kind: str
    name: str
    note: str = ""


@dataclass(slots=True)
class Count:
    """In how many rows; `members` is how many people that are at least, `people` who they are where that was asked."""

    rows: int = 0
    members: int = 0
    people: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Doubt:
    """The rows in which an amount has no certain outcome under one reading, and why, most frequent first."""

    side: str
    decision: str
    measure: str
    all: Count
    causes: Mapping[Cause, Count]


OTHER = Cause("anders", "nog andere combinaties van wat onbekend is")


def doubts(
    connection: duckdb.DuckDBPyConnection, sides: Sequence[Side], supplied: Collection[Slot]
) -> tuple[Doubt, ...]:
    """Every amount with uncertain rows in the table `uitkomst`; `supplied` are the facts that have a column."""
    found: list[Doubt] = []
    for place, side in enumerate(sides):
        for decision, parts in side.parts.items():
            if twin := same_as(decision, side, sides[:place]):
                known = [each for each in found if each.side == twin.name and each.decision == decision]
                found += [replace(each, side=side.name) for each in known]
                continue
            tally: dict[str, _Tally] = {}
            for part in parts:
                names = [each.name for each in measures_of([part.program])]
                _look_into(
                    connection, side, part, supplied, {n: tally.setdefault(n, _Tally()) for n in names}
                )
            found += [
                Doubt(side.name, decision, name, each.all, each.sorted())
                for name, each in tally.items()
                if each.all.rows
            ]
    return tuple(found)


@dataclass(slots=True)
class _Tally:
    all: Count = field(default_factory=Count)
    expected: int = 0
    causes: dict[Cause, Count] = field(default_factory=dict)

    def add(self, causes: Collection[Cause], rows: int, members: int, who: int | None = None) -> None:
        for count in (self.all, *(self.causes.setdefault(cause, Count()) for cause in causes)):
            count.rows += rows
            count.people.update(() if who is None else (who,))
            count.members = max(count.members, members, len(count.people))

    def sorted(self) -> dict[Cause, Count]:
        return dict(sorted(self.causes.items(), key=lambda item: (-item[1].rows, item[0].name)))


def _look_into(
    connection: duckdb.DuckDBPyConnection,
    side: Side,
    part: Part,
    supplied: Collection[Slot],
    tally: Mapping[str, _Tally],
) -> None:
    states = [f"uitkomst.{quoted(f'{side.name}:{name}{STATE}')}" for name in tally]
    if not states:
        return
    months = ", ".join(map(str, part.months))
    doubtful = " OR ".join(f"{state} = {UNCERTAIN}" for state in states)
    connection.execute(
        "CREATE OR REPLACE VIEW onzekere AS SELECT * FROM zaken WHERE rij IN "
        f"(SELECT rij FROM uitkomst WHERE maand IN ({months}) AND ({doubtful}))"
    )
    ((number,),) = connection.execute("SELECT count(*) FROM onzekere").fetchall()
    if not number:
        return
    uncertain = [f"{state} AS {quoted(name)}" for state, name in zip(states, tally, strict=True)]
    group = _each_row if number <= ONE_BY_ONE else _patterns
    groups = group(connection, side, part, uncertain)
    look = _Look(side, part, supplied)
    rows = _rows(connection, [first for first, *_ in groups])
    for first, alike, members, who, *standing in groups:
        found = look.at(rows[first])
        for name, state in zip(tally, standing, strict=True):
            if state == UNCERTAIN:
                tally[name].add(found.behind(name), alike, members, who)
    for name, state in zip(tally, states, strict=True):
        _add_the_rest(connection, tally[name], state, months)


Groups = Sequence[tuple[Any, ...]]
"""Rows that are looked into: which, for how many rows and members, who where it is one, how each amount stands."""


def _each_row(connection: duckdb.DuckDBPyConnection, _: Side, __: Part, uncertain: Sequence[str]) -> Groups:
    """Every uncertain row by itself: where there are few that is sooner done than asking for patterns."""
    return connection.execute(
        f"SELECT {', '.join(['rij', '1', '1', 'lid', *uncertain])} FROM uitkomst WHERE rij IN (SELECT rij FROM onzekere) "
        "ORDER BY rij"
    ).fetchall()


def _patterns(
    connection: duckdb.DuckDBPyConnection, side: Side, part: Part, uncertain: Sequence[str]
) -> Groups:
    """One row of each pattern."""
    relation = supply(connection, side.reading, part, cases="onzekere")
    slots = tuple(step.slot for step in part.program.steps)
    seen = reckoned(connection, part, relation, Wanted((), absences=slots, requirements=True, brief=True))
    numbered = enumerate(_numbered(part.program, seen.columns))
    pattern = [f"{_digits(cells)} AS p{place}" for place, cells in numbered]
    places = [f"p{place}" for place in range(len(pattern))]
    names = [cell.rpartition(" AS ")[2] for cell in uncertain]
    return connection.execute(
        f"SELECT {', '.join(['min(rij)', 'count(*)', 'count(DISTINCT lid)', 'NULL', *names])} FROM ("
        f"SELECT {', '.join([*pattern, *uncertain, 'uitkomst.lid AS lid', 'rij'])} FROM ({seen.text}) AS gezien JOIN uitkomst "
        f"USING (rij)) GROUP BY {', '.join([*places, *names])} ORDER BY count(*) DESC, min(rij) LIMIT {PATTERNS}"
    ).fetchall()


def _rows(
    connection: duckdb.DuckDBPyConnection, numbers: Sequence[int]
) -> Mapping[int, Mapping[str, object]]:
    found = connection.execute(f"SELECT * FROM zaken WHERE rij IN ({', '.join(map(str, numbers))})")
    names = [column[0] for column in found.description or ()]
    rows = (dict(zip(names, case, strict=True)) for case in found.fetchall())
    return {row["rij"]: row for row in rows}


def _add_the_rest(connection: duckdb.DuckDBPyConnection, tally: _Tally, state: str, months: str) -> None:
    """The rows whose pattern was not looked into."""
    every = f"FROM uitkomst WHERE maand IN ({months}) AND {state} = {UNCERTAIN}"
    ((rows, members),) = connection.execute(f"SELECT count(*), count(DISTINCT lid) {every}").fetchall()
    tally.all.members = max(tally.all.members, members)
    tally.expected += rows
    if tally.expected > tally.all.rows:
        tally.add((OTHER,), tally.expected - tally.all.rows, 0)


def _numbered(program: Program, columns: Collection[str]) -> Iterator[list[str]]:
    """How every step, the condition of the decision and its requirements are absent, some to a number.

    What is absent in no row has no column, and would be the same in every pattern.
    """
    broken = (
        f"CASE WHEN {quoted(f'{CHECK}{place}')} THEN 0 ELSE 1 END"
        for place, check in enumerate(program.checks)
        if check.severity is Severity.ERROR
    )
    absent = [name + WHY for name in (GATE, *(step.slot for step in program.steps))]
    cells = [*broken, *(quoted(name) for name in absent if name in columns)]
    for start in range(0, len(cells), _DIGITS):
        yield cells[start : start + _DIGITS]


def _digits(cells: Sequence[str]) -> str:
    base = len(CODES) + 1
    return " + ".join(f"{base**place} * {cell}::BIGINT" for place, cell in enumerate(cells))


class _Look:
    """The reference calculator for the rows of one part, with what it takes to explain what they find."""

    def __init__(self, side: Side, part: Part, supplied: Collection[Slot]) -> None:
        self.reading = side.reading
        self.program = part.program
        self.supplied = supplied
        self.anatomy = dissect(part.program)
        self.evaluate = reference.prepare(part.program)
        self.inside = reference.prepare(self.anatomy.inside)
        self.slots = slots_by_name(part.program)

    def at(self, row: Mapping[str, object]) -> _Seen:
        """One row, reckoned."""
        values = self.values(row)
        return _Seen(self, values, self.evaluate(values))

    def values(self, row: Mapping[str, object]) -> dict[Slot, Value]:
        """What the program is asked about a row."""
        month = row["maand"]
        assert isinstance(month, int)
        begin = self.reading.month_for(month)
        end = last_of_month(begin)
        values = dict(bind(self.program, Case(None, {}, {}), Dates(begin, end))[0].values)
        dates = {PERIOD_START: begin, PERIOD_END: end, REFERENCE_DATE: begin, DECISION_DATE: end}
        values |= {slot: day for slot, day in dates.items() if slot in values}
        for slot in values.keys() & row.keys():
            value, why = row[slot], row.get(slot + WHY)
            if isinstance(value, bool | int | str):
                values[slot] = value
            elif isinstance(why, int):
                values[slot] = _ABSENCES[why]
        return values


@dataclass(frozen=True, slots=True)
class _Seen:
    """One row and what the reference calculator finds on it."""

    look: _Look
    values: Mapping[Slot, Value]
    found: Evaluation

    def behind(self, name: str) -> tuple[Cause, ...]:
        """Why an outcome is not certain here."""
        targets = self.look.slots[name]
        unknown = tuple(self._unknown(targets))
        broken = tuple(
            Cause("eis", check.name, check.message)
            for check, holds in zip(self.look.program.checks, self.found.checks, strict=True)
            if check.severity is Severity.ERROR and holds is False
        )
        return tuple(dict.fromkeys((*unknown, *self._without_rule(targets), *broken)))

    def _unknown(self, targets: tuple[Slot, ...]) -> Iterator[Cause]:
        """What is not supplied; what may not even be asked only where nothing else is in the way."""
        traced = trace(self.look.anatomy, self.look.inside(self.values))
        missing = candidates(traced, self.values, targets)
        first = [slot for slot, opened in missing.items() if opened] or list(missing)
        fields = {step.slot: step for step in self.look.program.fields}
        for slot in first:
            yield self._cause(fields[slot])

    def _cause(self, step: Field) -> Cause:
        if step.origin not in {Origin.FACT, Origin.JUDGEMENT}:
            return Cause(_KINDS[step.origin], step.name)
        note = "leeg in het bestand" if step.slot in self.look.supplied else "geen kolom in het bestand"
        return Cause(_KINDS[step.origin], column_of(step), note)

    def _without_rule(self, targets: tuple[Slot, ...]) -> Iterator[Cause]:
        """Concepts in which rules contradict each other or none applies, where that begins."""
        gate = self.look.program.gate
        steps = {step.slot: step for step in self.look.program.steps}
        waiting = [*targets, *(reads(gate) if gate is not None else ())]
        seen: set[Slot] = set()
        while waiting:
            slot = waiting.pop(0)
            if slot in seen or self.found.values[slot] not in {Absent.CONFLICT, Absent.NO_RULE}:
                continue
            seen.add(slot)
            step = steps[slot]
            before = [one for one in reads_of(step) if self.found.values[one] is self.found.values[slot]]
            waiting += before
            if not before and isinstance(step, Definition):
                conflict = self.found.values[slot] is Absent.CONFLICT
                yield Cause("regels", step.name, "spreken elkaar tegen" if conflict else "geen regel past")
