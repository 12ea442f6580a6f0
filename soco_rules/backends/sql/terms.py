"""Scalar expressions of a query as a graph in which equal expressions are one object, simplified as they are made.

A yes or no that is never NULL is called a formula here. NULL behaves as in SQL: `all_of` and `any_of` are decided by
one no or one yes, everything else is NULL where an operand is. Numbers know the smallest and the largest that they
can be, from the bounds of the columns; None where there is no bound.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from enum import auto
from functools import reduce
from weakref import WeakKeyDictionary
from weakref import WeakValueDictionary


class Sort(Enum):
    """What the values of an expression are."""

    YES_NO = auto()
    NUMBER = auto()
    TEXT = auto()


class Op(Enum):
    """What an expression does with its operands."""

    COLUMN = auto()
    LITERAL = auto()
    NULL = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    IS_NULL = auto()
    IS_TRUE = auto()
    EQUAL = auto()
    DIFFERENT = auto()
    LESS = auto()
    AT_MOST = auto()
    ADD = auto()
    SUBTRACT = auto()
    MULTIPLY = auto()
    DIVIDE = auto()
    REMAINDER = auto()
    NEGATE = auto()
    CASE = auto()
    ONLY = auto()
    UNION = auto()


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class Term:
    """One expression. `content` is the name of a column or the value of a literal.

    `among` are the only numbers that a column holds, where they are few.
    The operands of CASE are condition, value, condition, value, ..., and the value where no condition holds. ONLY is a
    constant that is not negative where a formula holds and zero elsewhere, UNION has the bits of all its operands.
    """

    op: Op
    sort: Sort
    operands: tuple[Term, ...] = ()
    content: bool | int | str | None = None
    nullable: bool = False
    low: int | None = None
    high: int | None = None
    among: frozenset[int] | None = None

    def __repr__(self) -> str:
        """Without its operands: written out, a graph is as long as there are ways through it."""
        return f"<{self.op.name} {'' if self.content is None else self.content}>"


_made: WeakValueDictionary[tuple[object, ...], Term] = WeakValueDictionary()
_held: WeakKeyDictionary[Term, Term] = WeakKeyDictionary()
"""Where a yes or no that may be NULL is a yes: a graph has too many ways through it to find that out twice."""


def _term(
    op: Op,
    sort: Sort,
    operands: Iterable[Term] = (),
    content: bool | int | str | None = None,
    *,
    nullable: bool | None = None,
    between: tuple[int | None, int | None] = (None, None),
) -> Term:
    held = tuple(operands)
    if nullable is None:
        nullable = any(operand.nullable for operand in held)
    key = (op, sort, type(content), content, nullable, between, *map(id, held))
    found = _made.get(key)
    if found is None:
        found = _made[key] = Term(op, sort, held, content, nullable, *between)
    return found


def column(
    name: str,
    sort: Sort,
    *,
    nullable: bool,
    between: tuple[int | None, int | None] = (None, None),
    among: frozenset[int] | None = None,
) -> Term:
    """A column; one name has one sort and one set of bounds within a query."""
    low, high = between
    key = (Op.COLUMN, sort, name, nullable, low, high, among)
    found = _made.get(key)
    if found is None:
        found = _made[key] = Term(Op.COLUMN, sort, (), name, nullable, low, high, among)
    return found


def literal(value: bool | int | str) -> Term:
    """A constant."""
    match value:
        case bool():
            return _term(Op.LITERAL, Sort.YES_NO, content=value)
        case int():
            return _term(Op.LITERAL, Sort.NUMBER, content=value, between=(value, value))
        case str():
            return _term(Op.LITERAL, Sort.TEXT, content=value)


def null(sort: Sort) -> Term:
    """Never a value."""
    return _term(Op.NULL, sort, nullable=True)


TRUE, FALSE = literal(True), literal(False)
ZERO = literal(0)


# Yes and no


def all_of(terms: Iterable[Term]) -> Term:
    """And, without what is certain."""
    kept: dict[int, Term] = {}
    for term in terms:
        for part in term.operands if term.op is Op.AND else (term,):
            if part is FALSE:
                return FALSE
            if part is not TRUE:
                kept[id(part)] = part
    if len(kept) > 1 and any(not part.nullable and id(not_(part)) in kept for part in kept.values()):
        return FALSE
    return _joined(Op.AND, kept, TRUE)


def any_of(terms: Iterable[Term]) -> Term:
    """Or, without what is impossible."""
    kept: dict[int, Term] = {}
    for term in terms:
        for part in term.operands if term.op is Op.OR else (term,):
            if part is TRUE:
                return TRUE
            if part is not FALSE:
                kept[id(part)] = part
    if len(kept) > 1 and any(not part.nullable and id(not_(part)) in kept for part in kept.values()):
        return TRUE
    return _joined(Op.OR, kept, FALSE)


def _joined(op: Op, kept: dict[int, Term], nothing: Term) -> Term:
    parts = tuple(kept.values())
    if len(parts) < 2:
        return parts[0] if parts else nothing
    return _term(op, Sort.YES_NO, parts)


_STRICT = frozenset(
    {Op.EQUAL, Op.DIFFERENT, Op.LESS, Op.AT_MOST, Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.NEGATE}
)
"""NULL where an operand is, and nowhere else."""
_OPPOSITE = {Op.EQUAL: Op.DIFFERENT, Op.DIFFERENT: Op.EQUAL}


def not_(term: Term) -> Term:
    """Not; twice is nothing."""
    match term.op:
        case Op.LITERAL:
            return FALSE if term is TRUE else TRUE
        case Op.NULL:
            return term
        case Op.NOT:
            return term.operands[0]
        case Op.EQUAL | Op.DIFFERENT:
            return _term(_OPPOSITE[term.op], Sort.YES_NO, term.operands)
        case Op.LESS:
            return at_most(term.operands[1], term.operands[0])
        case Op.AT_MOST:
            return less(term.operands[1], term.operands[0])
        case _:
            return _term(Op.NOT, Sort.YES_NO, (term,))


def is_null(term: Term) -> Term:
    """Whether there is no value: a formula."""
    if not term.nullable:
        return FALSE
    match term.op:
        case Op.NULL:
            return TRUE
        case Op.NOT:
            return is_null(term.operands[0])
        case Op.AND | Op.OR:
            return all_of((not_(holds(term)), not_(fails(term))))
        case op if op in _STRICT:
            return any_of(map(is_null, term.operands))
        case _:
            return _term(Op.IS_NULL, Sort.YES_NO, (term,), nullable=False)


def holds(term: Term) -> Term:
    """Whether it is a yes: a formula, about parts that are NULL apart."""
    if not term.nullable:
        return term
    found = _held.get(term)
    if found is None:
        found = _held[term] = _holds(term)
    return found


def _holds(term: Term) -> Term:
    match term.op:
        case Op.NULL:
            return FALSE
        case Op.AND:
            return all_of(map(holds, term.operands))
        case Op.OR:
            return any_of(map(holds, term.operands))
        case Op.NOT if term.operands[0].op is Op.AND:
            return any_of(map(fails, term.operands[0].operands))
        case Op.NOT if term.operands[0].op is Op.OR:
            return all_of(map(fails, term.operands[0].operands))
        case _:
            return _term(Op.IS_TRUE, Sort.YES_NO, (term,), nullable=False)


def fails(term: Term) -> Term:
    """Whether it is a no: a formula."""
    return holds(not_(term))


# Comparing


def equal(one: Term, other: Term) -> Term:
    """Equal."""
    if one is other and not one.nullable:
        return TRUE
    if _disjoint(one, other) or (one.op is other.op is Op.LITERAL and one is not other):
        return FALSE
    if one.sort is Sort.YES_NO and Op.LITERAL in {one.op, other.op}:
        constant, tested = (one, other) if one.op is Op.LITERAL else (other, one)
        return tested if constant is TRUE else not_(tested)
    return _compared(Op.EQUAL, one, other)


def different(one: Term, other: Term) -> Term:
    """Not equal."""
    return not_(equal(one, other))


def less(one: Term, other: Term) -> Term:
    """Less than."""
    certain = not (one.nullable or other.nullable)
    if certain and one.high is not None and other.low is not None and one.high < other.low:
        return TRUE
    if certain and one.low is not None and other.high is not None and one.low >= other.high:
        return FALSE
    return _compared(Op.LESS, one, other)


def at_most(one: Term, other: Term) -> Term:
    """Less than or equal."""
    certain = not (one.nullable or other.nullable)
    if certain and one.high is not None and other.low is not None and one.high <= other.low:
        return TRUE
    if certain and one.low is not None and other.high is not None and one.low > other.high:
        return FALSE
    return _compared(Op.AT_MOST, one, other)


def _compared(op: Op, one: Term, other: Term) -> Term:
    if Op.NULL in {one.op, other.op}:
        return null(Sort.YES_NO)
    return _term(op, Sort.YES_NO, (one, other))


def _disjoint(one: Term, other: Term) -> bool:
    """Whether the bounds of two numbers that are never NULL keep them apart."""
    if one.nullable or other.nullable:
        return False
    above = one.low is not None and other.high is not None and one.low > other.high
    return above or (one.high is not None and other.low is not None and one.high < other.low)


# Numbers


def _number(op: Op, operands: Sequence[Term], between: tuple[int | None, int | None]) -> Term:
    if any(operand.op is Op.NULL for operand in operands):
        return null(Sort.NUMBER)
    low, high = between
    if low is not None and low == high and all(operand.op is Op.LITERAL for operand in operands):
        return literal(low)
    return _term(op, Sort.NUMBER, operands, between=between)


def add(one: Term, other: Term) -> Term:
    """Sum."""
    if one is ZERO or other is ZERO:
        return other if one is ZERO else one
    return _number(Op.ADD, (one, other), (_plus(one.low, other.low), _plus(one.high, other.high)))


def subtract(one: Term, other: Term) -> Term:
    """Difference."""
    if other is ZERO:
        return one
    between = (_plus(one.low, _minus(other.high)), _plus(one.high, _minus(other.low)))
    return _number(Op.SUBTRACT, (one, other), between)


def multiply(one: Term, other: Term) -> Term:
    """Product."""
    if literal(1) in {one, other}:
        return other if one is literal(1) else one
    ends = [_times(a, b) for a in (one.low, one.high) for b in (other.low, other.high)]
    known = [end for end in ends if end is not None]
    between = (min(known), max(known)) if len(known) == len(ends) else (None, None)
    return _number(Op.MULTIPLY, (one, other), between)


def divide(one: Term, divisor: Term) -> Term:
    """The whole quotient of a number that is not negative and a number above zero: SQL engines differ elsewhere."""
    low = high = None
    if one.low is not None and one.low >= 0 and divisor.high is not None and divisor.high > 0:
        low = one.low // divisor.high
    if one.high is not None and one.high >= 0:
        high = one.high // max(1, divisor.low or 1)
    if divisor is literal(1):
        return one
    return _number(Op.DIVIDE, (one, divisor), (low, high))


def remainder(one: Term, divisor: int) -> Term:
    """What remains of a number that is not negative."""
    return _number(Op.REMAINDER, (one, literal(divisor)), (0, divisor - 1))


def negative(term: Term) -> Term:
    """Minus."""
    return _number(Op.NEGATE, (term,), (_minus(term.high), _minus(term.low)))


def least(terms: Sequence[Term]) -> Term:
    """The smallest, NULL where one of them is."""
    return reduce(lambda one, other: _extreme(one, other, at_most(one, other), min), terms)


def greatest(terms: Sequence[Term]) -> Term:
    """The largest, NULL where one of them is."""
    return reduce(lambda one, other: _extreme(one, other, at_most(other, one), max), terms)


def _extreme(one: Term, other: Term, first: Term, choose: Callable[[int, int], int]) -> Term:
    """Chosen by comparing: the functions of SQL look past NULL, and take longer."""
    if first is TRUE or one is other:
        return one
    if first is FALSE:
        return other
    if one.nullable or other.nullable:
        return case([(first, one), (not_(first), other)])
    low, high = _end(one.low, other.low, choose), _end(one.high, other.high, choose)
    if choose is min and high is None:
        high = one.high if other.high is None else other.high
    if choose is max and low is None:
        low = one.low if other.low is None else other.low
    return narrowed(case([(first, one)], other), low, high)


def _end(one: int | None, other: int | None, choose: Callable[[int, int], int]) -> int | None:
    return None if one is None or other is None else choose(one, other)


def narrowed(term: Term, low: int | None, high: int | None) -> Term:
    """The same number, of which more is known than its expression tells."""
    return _term(term.op, term.sort, term.operands, term.content, nullable=term.nullable, between=(low, high))


def certain(term: Term) -> Term:
    """The same value, of which it is known that it is never NULL."""
    if not term.nullable or term.op in {Op.COLUMN, Op.NULL}:
        return term
    return _term(
        term.op, term.sort, term.operands, term.content, nullable=False, between=(term.low, term.high)
    )


def only(formula: Term, number: int) -> Term:
    """A number that is not negative where a formula holds, zero elsewhere."""
    if formula.op is Op.LITERAL:
        return literal(number) if formula is TRUE else ZERO
    return _number(Op.ONLY, (formula, literal(number)), (0, number))


def bit(formula: Term) -> Term:
    """One for yes, zero for no."""
    return only(formula, 1)


def union(numbers: Iterable[Term]) -> Term:
    """The sum of numbers that are not negative and have no bit in common."""
    kept = [number for number in numbers if number is not ZERO]
    if len(kept) < 2:
        return kept[0] if kept else ZERO
    return _number(Op.UNION, kept, (0, reduce(_plus, [number.high for number in kept])))


def _plus(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _minus(number: int | None) -> int | None:
    return None if number is None else -number


def _times(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one * other


# Choosing


def case(branches: Iterable[tuple[Term, Term]], otherwise: Term | None = None) -> Term:
    """The value of the first branch whose condition holds; NULL where none does and there is no other value."""
    kept: list[tuple[Term, Term]] = []
    sort: Sort | None = None
    for formula, value in branches:
        sort = value.sort
        when = (
            formula.operands[0] if formula.op is Op.IS_TRUE else formula
        )  # NULL is no reason to take a branch
        if when is FALSE or when.op is Op.NULL:
            continue
        if when is TRUE:
            otherwise = value
            break
        if kept and kept[-1][1] is value:
            kept[-1] = (any_of((kept[-1][0], when)), value)
        else:
            kept.append((when, value))
    if otherwise is None:
        assert sort is not None
        otherwise = null(sort)
    while kept and kept[-1][1] is otherwise:
        kept.pop()
    if not kept:
        return otherwise
    if otherwise.sort is Sort.YES_NO and len(kept) == 1:
        when, value = kept[0]
        if (value, otherwise) in {(TRUE, FALSE), (FALSE, TRUE)}:
            return holds(when) if value is TRUE else not_(holds(when))
    if otherwise is ZERO and len(kept) == 1:
        when, value = kept[0]
        if (
            not when.nullable
            and isinstance(value.content, int)
            and value.op is Op.LITERAL
            and value.content > 0
        ):
            return only(when, value.content)
    values = [value for _, value in kept] + [otherwise]
    return _term(
        Op.CASE,
        otherwise.sort,
        (*(part for branch in kept for part in branch), otherwise),
        nullable=any(value.nullable for value in values),
        between=_hull([value for value in values if value.op is not Op.NULL]),
    )


def _hull(values: Sequence[Term]) -> tuple[int | None, int | None]:
    lows = [value.low for value in values if value.low is not None]
    highs = [value.high for value in values if value.high is not None]
    return (
        min(lows) if lows and len(lows) == len(values) else None,
        max(highs) if highs and len(highs) == len(values) else None,
    )
