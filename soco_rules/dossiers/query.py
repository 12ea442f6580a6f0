"""Run a definition of the rule file over rows: count, sum, or take the first or the last."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from typing import assert_never

from soco_rules.backends import reference
from soco_rules.compiler.query import OWN
from soco_rules.compiler.query import THIS
from soco_rules.compiler.query import Pool
from soco_rules.compiler.query import Query
from soco_rules.compiler.query import Take
from soco_rules.model.expressions import Comparator
from soco_rules.model.program import All
from soco_rules.model.program import Any as AnyOf
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Node
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Read
from soco_rules.model.program import Slot
from soco_rules.model.program import reads_of
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.model.values import is_definite
from soco_rules.model.values import is_known

OTHERS = frozenset({Pool.MEMBERS, Pool.APPLICATIONS})
"""Where the rows are dossiers, and not acts of the dossier itself."""
Calculate = Callable[[dict[Slot, Value]], Value]


class Row(NamedTuple):
    """Something that may count: the acts that it rests on, the dossier it is of, and what was found of it.

    `which` is the part of the condition that it decides by itself, `taken` what is taken of it.
    """

    acts: tuple[int, ...]
    dossier: int
    values: Mapping[Slot, Value]
    which: Value
    taken: Value


@dataclass(frozen=True, slots=True)
class Found:
    """What a definition comes to, the rows that made it so, and those of which it is not known whether they do.

    `between` is what a count or a sum comes to at least and at most, where only that much is known of it.
    """

    value: Value
    rows: tuple[Row, ...]
    undecided: tuple[Row, ...] = ()
    between: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Runner:
    """A query made ready to run. `fields` are those of a row that its acts supply.

    `itself` is `whole` for the dossier that is decided on: nobody comes before himself, known or not.
    """

    query: Query
    fields: tuple[Field, ...]
    derive: Callable[[dict[Slot, Value]], dict[Slot, Value]]
    which: Calculate
    taken: Calculate
    whole: Calculate | None
    itself: Calculate | None

    def row_of(self, acts: tuple[int, ...], dossier: int, given: dict[Slot, Value]) -> Row:
        """A row, from the values that its acts give."""
        values = self.derive(given)
        return Row(acts, dossier, values, self.which(values), self.taken(values))


def prepare(query: Query) -> Runner:
    """A query made ready, once for any number of rows and cases."""
    return Runner(
        query=query,
        fields=tuple(field for field in query.row.fields if field.origin in {Origin.FACT, Origin.JUDGEMENT}),
        derive=_derived(query),
        which=reference.prepare_node(query.which),
        taken=reference.prepare_node(query.taken),
        whole=reference.prepare_node(query.whole) if query.whole else None,
        itself=reference.prepare_node(_of_itself(query.whole)) if query.whole else None,
    )


def _of_itself(node: Node) -> Node:
    """A condition in which what is compared with itself is not less, more or other than itself."""
    match node:
        case All(operands):
            return All(tuple(map(_of_itself, operands)))
        case AnyOf(operands):
            return AnyOf(tuple(map(_of_itself, operands)))
        case Compare(Comparator.LESS | Comparator.MORE | Comparator.NOT_EQUAL, Read(one), Read(other)):
            return Const(False) if one.removeprefix(THIS) == other.removeprefix(THIS) else node
        case _:
            return node


def _derived(query: Query) -> Callable[[dict[Slot, Value]], dict[Slot, Value]]:
    """What a row comes to, from what its acts give."""
    match query.pool:
        case Pool.DECISIONS:
            return lambda given: given
        case Pool.LINES:
            return _derived_by_day(query.row)
        case Pool.MEMBERS | Pool.APPLICATIONS:
            evaluate = reference.prepare(query.row)
            return lambda given: dict(evaluate(given).values)
        case _:
            assert_never(query.pool)


def _derived_by_day(program: Program) -> Callable[[dict[Slot, Value]], dict[Slot, Value]]:
    """As a program derives; rows that give the same to what it derives share that: many lines are of one day."""
    evaluate = reference.prepare(program)
    moved = tuple(step for step in program.steps if isinstance(step, Definition) or step.gate)
    given_slots = {field.slot for field in program.fields}
    needed = tuple(sorted(given_slots & {slot for step in moved for slot in (step.slot, *reads_of(step))}))

    @lru_cache(maxsize=4096)
    def derived(*given: Value) -> dict[Slot, Value]:
        values = evaluate(dict(zip(needed, given, strict=True))).values
        return {step.slot: values[step.slot] for step in moved}

    return lambda given: {**given, **derived(*[given[slot] for slot in needed])}


def can_count(row: Row) -> bool:
    """Whether a row can still count, whatever the case being decided is."""
    return not (
        row.which is False or row.which is Absent.NOT_APPLICABLE or row.taken is Absent.NOT_APPLICABLE
    )


def never_counts(runner: Runner, row: Row, this: Mapping[Slot, Value]) -> bool:
    """Whether a row does not count, whatever becomes known of what is unknown in it or in `this`."""
    return _counts(runner, row, this, None) is False


def run(runner: Runner, rows: Sequence[Row], this: Mapping[Slot, Value], itself: int | None = None) -> Found:
    """What a query comes to over rows in their order; `this` has what `deze x` is, by the slot of the query.

    `itself` is the dossier that is decided on, where the rows are dossiers and it can be one of them.
    A row counts where the condition holds and what is taken applies to it. Where that is not known of a row that
    matters the outcome is unknown: never zero, and never the row before it.
    """
    take = runner.query.take
    match take:
        case Take.COUNT | Take.SUM:
            return _sum(runner, rows, this, itself)
        case Take.FIRST:
            return _first(runner, rows, this, itself)
        case Take.LAST:
            return _first(runner, reversed(rows), this, itself)
        case _:
            assert_never(take)


def _sum(runner: Runner, rows: Iterable[Row], this: Mapping[Slot, Value], itself: int | None) -> Found:
    counting: list[Row] = []
    undecided: list[Row] = []
    total = 0
    for row in rows:
        counts = _counts(runner, row, this, itself)
        taken = row.taken
        if counts is False:
            continue
        if counts is True and is_known(taken):
            assert isinstance(taken, int)
            total += taken
            counting.append(row)
        else:
            undecided.append(row)
    if not undecided:
        return Found(total, tuple(counting))
    return Found(Absent.UNKNOWN, tuple(counting), tuple(undecided), _between(total, undecided))


def _between(total: int, undecided: Iterable[Row]) -> tuple[int, int] | None:
    """What a sum comes to without and with the rows in doubt; None where it is not known what one of them adds."""
    least = most = total
    for row in undecided:
        if not isinstance(row.taken, int):
            return None
        least, most = least + min(row.taken, 0), most + max(row.taken, 0)
    return least, most


def _first(runner: Runner, rows: Iterable[Row], this: Mapping[Slot, Value], itself: int | None) -> Found:
    for row in rows:
        counts = _counts(runner, row, this, itself)
        if counts is False:
            continue
        taken = row.taken
        if counts is True and is_known(taken):
            return Found(taken, (row,))
        return Found(Absent.UNKNOWN, (), (row,))
    return Found(Absent.NOT_APPLICABLE, ())


def _counts(runner: Runner, row: Row, this: Mapping[Slot, Value], itself: int | None) -> bool | None:
    """Whether a row counts; None where that is not known."""
    if not can_count(row):
        return False
    whole = runner.itself if row.dossier == itself else runner.whole
    holds = row.which if whole is None else whole({**row.values, **this, OWN: row.which})
    if holds is True:
        return True
    return False if is_definite(holds) else None
