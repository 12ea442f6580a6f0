"""Terms as one query: a chain of selects in which what is used often has a name.

Each stage computes from the columns of the stage before it, and carries on what later stages still need. So the size
of the query grows with the Program, not with the number of ways through it. A stage costs time for every column that
it carries, so what is made in no time is rather made again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass

from sqlglot import exp

from soco_rules.backends.sql.phrases import Phrases
from soco_rules.backends.sql.phrases import cast
from soco_rules.backends.sql.phrases import identifier
from soco_rules.backends.sql.phrases import types_of
from soco_rules.backends.sql.terms import Op
from soco_rules.backends.sql.terms import Sort
from soco_rules.backends.sql.terms import Term

_COSTS: Mapping[Op, int] = {
    Op.COLUMN: 0,
    Op.LITERAL: 0,
    Op.NULL: 0,
    Op.IS_TRUE: 4,
    Op.CASE: 4,
    Op.MULTIPLY: 2,
    Op.DIVIDE: 4,
    Op.REMAINDER: 4,
}
"""What it costs to make something once more, in the time of joining two bits; all else costs 1."""
CHEAP = 2
"""What costs no more than this to write again gets no name."""

_ROW = "_"
"""What there is of a row of which no column is read."""

DEEPEST = 25
"""No expression is nested deeper: reading and writing them takes a stack."""


def staged(
    inputs: Mapping[str, str], outputs: Mapping[str, tuple[Term, str]], relation: str, keep: Iterable[str]
) -> tuple[exp.Select, ...]:
    """The terms of `outputs` for every row of a relation, beside the columns to `keep`: one select after the other.

    `inputs` are the columns that may be read, `outputs` the columns that are made, each with its SQL type. Only the
    first has a FROM; each of the others reads the one before it.
    """
    layout = _layout([term for term, _ in outputs.values()], inputs)
    phrases, kept = layout.phrases, tuple(keep)
    first = [
        _aliased(cast(cast(identifier(name), inputs[name]), type_), name)
        for name, type_ in layout.read.items()
    ]
    if not (first or kept):
        first = [_aliased(exp.true(), _ROW)]
    stages = [_select(kept, first).from_(exp.to_table(relation), copy=False)]
    for stage in range(1, layout.last + 1):
        carried = [_as_it_is(name) for name in layout.last_use if layout.is_carried(name, stage)]
        named = [_aliased(phrases.expression(term), name) for term, name in layout.named_in(stage)]
        stages.append(_select(kept, [*carried, *named]))
    made = [_aliased(_made(phrases, term, type_), name) for name, (term, type_) in outputs.items()]
    return (*stages, _select(kept, made))


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which columns are read, which terms have a name, which stage makes each and which is the last to read it."""

    read: Mapping[str, str]
    phrases: Phrases
    made: Mapping[str, int]
    last_use: Mapping[str, int]
    last: int

    def is_carried(self, name: str, stage: int) -> bool:
        """Whether a column is there before a stage and read after it."""
        return self.made.get(name, 0) < stage < self.last_use[name]

    def named_in(self, stage: int) -> list[tuple[Term, str]]:
        """The terms that a stage gives a name."""
        return [(term, name) for term, name in self.phrases.names.items() if self.made[name] == stage]


def _layout(outputs: list[Term], inputs: Mapping[str, str]) -> _Layout:
    order = _order(outputs)
    named = _named(outputs, order)
    stages: dict[Term, int] = {}
    names: dict[Term, str] = {}
    for term in order:
        below = max((stages[operand] for operand in term.operands), default=0)
        stages[term] = below + 1 if term in named else below
        if term in named:
            names[term] = f"_{len(names)}"
    last = max((stages[term] for term in names), default=0)
    last_use: dict[str, int] = {}
    for term in names:
        for operand in term.operands:
            _read(operand, stages[term], names, last_use)
    for term in outputs:
        _read(term, last + 1, names, last_use)
    types = types_of(order, inputs)
    columns = {str(term.content): types[term] for term in order if term.op is Op.COLUMN}
    return _Layout(
        {name: columns[name] for name in inputs if name in last_use},
        Phrases(types, names),
        {name: stages[term] for term, name in names.items()},
        last_use,
        last,
    )


def _named(outputs: list[Term], order: list[Term]) -> set[Term]:
    """What would cost too much to write as often as it is used, or lies deep."""
    uses = Counter(outputs)
    uses.update(operand for term in order for operand in term.operands)
    named: set[Term] = set()
    costs: dict[Term, int] = {}
    depths: dict[Term, int] = {}
    for term in order:
        cost = _COSTS.get(term.op, 1) + sum(costs[operand] for operand in term.operands)
        depth = 1 + max((depths[operand] for operand in term.operands), default=0)
        if depth > DEEPEST or cost * (uses[term] - 1) > CHEAP:
            named.add(term)
            cost = depth = 0
        costs[term], depths[term] = cost, depth
    return named


def _order(outputs: list[Term]) -> list[Term]:
    """Every term once, after its operands; chains may be long."""
    order: list[Term] = []
    seen: set[Term] = set()
    waiting = [(term, False) for term in outputs]
    while waiting:
        term, done = waiting.pop()
        if done:
            order.append(term)
        elif term not in seen:
            seen.add(term)
            waiting.append((term, True))
            waiting.extend((operand, False) for operand in term.operands)
    return order


def _read(term: Term, stage: int, names: Mapping[Term, str], last_use: dict[str, int]) -> None:
    """A stage reads these columns."""
    name = str(term.content) if term.op is Op.COLUMN else names.get(term)
    if name is not None:
        last_use[name] = max(stage, last_use.get(name, 0))
        return
    for operand in term.operands:
        _read(operand, stage, names, last_use)


def _made(phrases: Phrases, term: Term, type_: str) -> exp.Expr:
    return cast(phrases.condition(term) if term.sort is Sort.YES_NO else phrases.reference(term), type_)


def _select(kept: Iterable[str], expressions: list[exp.Expr]) -> exp.Select:
    return exp.Select(expressions=[*map(_as_it_is, kept), *expressions])


def _as_it_is(name: str) -> exp.Expr:
    """A column that is only passed on: there are very many, and a bare name is written in half the time."""
    return exp.Identifier(this=name, quoted=True)


def _aliased(expression: exp.Expr, name: str) -> exp.Expr:
    return exp.Alias(this=expression, alias=exp.Identifier(this=name, quoted=True))
