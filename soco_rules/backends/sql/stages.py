"""Terms as one query: a chain of common table expressions in which everything that is used twice has a name.

Each stage computes from the columns of the stage before it, and carries on what later stages still need. So the size
of the query grows with the Program, not with the number of ways through it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass

from sqlglot import exp

from soco_rules.backends.sql.terms import Op
from soco_rules.backends.sql.terms import Sort
from soco_rules.backends.sql.terms import Term

_TYPES: Mapping[Sort, str] = {Sort.YES_NO: "boolean", Sort.NUMBER: "bigint", Sort.TEXT: "text"}
_BUILT = {
    name: exp.DataType.build(name) for name in ("boolean", "bigint", "int", "smallint", "tinyint", "text")
}
_BINARY: Mapping[Op, type[exp.Binary]] = {
    Op.AND: exp.And,
    Op.OR: exp.Or,
    Op.EQUAL: exp.EQ,
    Op.DIFFERENT: exp.NEQ,
    Op.LESS: exp.LT,
    Op.AT_MOST: exp.LTE,
    Op.ADD: exp.Add,
    Op.SUBTRACT: exp.Sub,
    Op.MULTIPLY: exp.Mul,
    Op.DIVIDE: exp.IntDiv,
    Op.REMAINDER: exp.Mod,
}
_FREE = frozenset({Op.COLUMN, Op.LITERAL, Op.NULL})
"""What costs nothing to write again."""
_UNARY = frozenset({Op.NOT, Op.IS_NULL, Op.IS_TRUE})
_COMPARISONS = frozenset({Op.EQUAL, Op.DIFFERENT, Op.LESS, Op.AT_MOST})
CHEAP_USES = 4
"""A comparison with a constant is sooner made so often than kept."""

DEEPEST = 25
"""No expression is nested deeper: reading and writing them takes a stack."""


def staged(
    inputs: Mapping[str, str], outputs: Mapping[str, tuple[Term, str]], relation: str, keep: Iterable[str]
) -> tuple[exp.Select, ...]:
    """The terms of `outputs` for every row of a relation, beside the columns to `keep`: one select after the other.

    `inputs` are the columns that may be read, `outputs` the columns that are made, each with its SQL type. Only the
    first has a FROM; each of the others reads the one before it.
    """
    layout = _layout([term for term, _ in outputs.values()])
    kept = tuple(keep)
    read = [name for name in inputs if name in layout.last_use]
    first = [_aliased(_cast(_identifier(name), inputs[name]), name) for name in read]
    stages = [_select(kept, first).from_(exp.to_table(relation), copy=False)]
    for stage in range(1, layout.last + 1):
        carried = [_identifier(name) for name in layout.last_use if layout.is_carried(name, stage)]
        named = [_aliased(layout.expression(term), name) for term, name in layout.named_in(stage)]
        stages.append(_select(kept, [*carried, *named]))
    made = [_aliased(_cast(layout.reference(term), type_), name) for name, (term, type_) in outputs.items()]
    return (*stages, _select(kept, made))


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which terms have a name, which stage makes each column and which is the last to read it."""

    names: Mapping[Term, str]
    made: Mapping[str, int]
    last_use: Mapping[str, int]
    last: int

    def is_carried(self, name: str, stage: int) -> bool:
        """Whether a column is there before a stage and read after it."""
        return self.made.get(name, 0) < stage < self.last_use[name]

    def named_in(self, stage: int) -> list[tuple[Term, str]]:
        """The terms that a stage gives a name."""
        return [(term, name) for term, name in self.names.items() if self.made[name] == stage]

    def reference(self, term: Term) -> exp.Expr:
        """The name of a term, or its expression where it has none."""
        name = self.names.get(term)
        return _identifier(name) if name is not None else self.expression(term)

    def expression(self, term: Term) -> exp.Expr:
        """What a term is, over the columns before it."""
        operands = [self.reference(operand) for operand in term.operands]
        match term.op:
            case Op.COLUMN:
                return _identifier(str(term.content))
            case Op.LITERAL:
                return exp.convert(term.content)
            case Op.NULL:
                return _cast(exp.null(), _TYPES[term.sort])
            case Op.NOT:
                return exp.Not(this=_wrapped(operands[0]))
            case Op.IS_NULL:
                return exp.Is(this=_wrapped(operands[0]), expression=exp.null())
            case Op.IS_TRUE:
                return exp.Coalesce(this=operands[0], expressions=[exp.false()])
            case Op.NEGATE:
                return exp.Neg(this=_wrapped(operands[0]))
            case Op.LEAST:
                return exp.Least(this=operands[0], expressions=operands[1:], ignore_nulls=True)
            case Op.GREATEST:
                return exp.Greatest(this=operands[0], expressions=operands[1:], ignore_nulls=True)
            case Op.BIT:
                return _cast(operands[0], "bigint")
            case Op.CASE:
                return _case(operands, term.sort)
            case _:
                return _chain(_BINARY[term.op], operands)


def _layout(outputs: list[Term]) -> _Layout:
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
    return _Layout(names, {name: stages[term] for term, name in names.items()}, last_use, last)


def _named(outputs: list[Term], order: list[Term]) -> set[Term]:
    """What is used more than once or lies deep, but for what is written again at no cost: then its operands are."""
    uses = Counter(outputs)
    named: set[Term] = set()
    for term in reversed(order):
        again = uses[term] > 1 and term.op not in _FREE
        if again and not _is_cheap(term, uses[term]):
            named.add(term)
            again = False
        for operand in term.operands:
            uses[operand] += uses[term] if again else 1
    depths: dict[Term, int] = {}
    for term in order:
        depth = 1 + max((depths[operand] for operand in term.operands), default=0)
        if depth > DEEPEST:
            named.add(term)
        depths[term] = 0 if term in named else depth
    return named


def _is_cheap(term: Term, uses: int) -> bool:
    if term.op in _COMPARISONS and uses <= CHEAP_USES:
        return any(operand.op is Op.LITERAL for operand in term.operands)
    return term.op in _UNARY


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


def _case(operands: list[exp.Expr], sort: Sort) -> exp.Case:
    """A number is wide whatever the constants are, so that what is reckoned with it does not overflow too soon."""
    default = operands[-1]
    if sort is Sort.NUMBER and not isinstance(default, exp.Cast):
        default = _cast(default, _TYPES[sort])
    branches = zip(operands[:-1:2], operands[1::2], strict=True)
    ifs = [exp.If(this=when, true=value) for when, value in branches]
    return exp.Case(ifs=ifs, default=default)


def _chain(kind: type[exp.Binary], operands: list[exp.Expr]) -> exp.Expr:
    result: exp.Expr = _wrapped(operands[0])
    for operand in operands[1:]:
        result = kind(this=result, expression=_wrapped(operand))
    return result


def _wrapped(expression: exp.Expr) -> exp.Expr:
    if isinstance(expression, exp.Column | exp.Literal | exp.Boolean | exp.Case | exp.Cast | exp.Coalesce):
        return expression
    return exp.paren(expression, copy=False)


def _identifier(name: str) -> exp.Column:
    return exp.Column(this=exp.Identifier(this=name, quoted=True))


def _cast(expression: exp.Expr, type_: str) -> exp.Cast:
    return exp.Cast(this=expression, to=_BUILT[type_].copy())


def _select(kept: Iterable[str], expressions: list[exp.Expr]) -> exp.Select:
    return exp.Select(expressions=[*map(_identifier, kept), *expressions])


def _aliased(expression: exp.Expr, name: str) -> exp.Expr:
    return exp.Alias(this=expression, alias=exp.Identifier(this=name, quoted=True))
