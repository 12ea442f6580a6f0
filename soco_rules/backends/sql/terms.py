"""Scalar expressions of a query as a graph in which equal expressions are one object, simplified as they are made.

A yes or no that is never NULL is called a formula here. NULL behaves as in SQL: `all_of` and `any_of` are decided by
one no or one yes, everything else is NULL where an operand is. Numbers know the smallest and the largest that they
can be, from the bounds of the columns; None where there is no bound.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from enum import auto
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


def term_of(
    op: Op,
    sort: Sort,
    operands: Iterable[Term] = (),
    content: bool | int | str | None = None,
    *,
    nullable: bool | None = None,
    between: tuple[int | None, int | None] = (None, None),
) -> Term:
    """An expression as it is, not simplified: the same object as an equal one that is in use."""
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
            return term_of(Op.LITERAL, Sort.YES_NO, content=value)
        case int():
            return term_of(Op.LITERAL, Sort.NUMBER, content=value, between=(value, value))
        case str():
            return term_of(Op.LITERAL, Sort.TEXT, content=value)


def number_in(literal: Term) -> int:
    """The number that a literal holds."""
    assert isinstance(literal.content, int)
    return literal.content


def null(sort: Sort) -> Term:
    """Never a value."""
    return term_of(Op.NULL, sort, nullable=True)


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
    return term_of(op, Sort.YES_NO, parts)


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
            return term_of(_OPPOSITE[term.op], Sort.YES_NO, term.operands)
        case Op.LESS:
            return at_most(term.operands[1], term.operands[0])
        case Op.AT_MOST:
            return less(term.operands[1], term.operands[0])
        case _:
            return term_of(Op.NOT, Sort.YES_NO, (term,))


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
            return term_of(Op.IS_NULL, Sort.YES_NO, (term,), nullable=False)


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
            return term_of(Op.IS_TRUE, Sort.YES_NO, (term,), nullable=False)


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
    return term_of(op, Sort.YES_NO, (one, other))


def _disjoint(one: Term, other: Term) -> bool:
    """Whether the bounds of two numbers that are never NULL keep them apart."""
    if one.nullable or other.nullable:
        return False
    above = one.low is not None and other.high is not None and one.low > other.high
    return above or (one.high is not None and other.low is not None and one.high < other.low)


# The same value, of which more is known


def narrowed(term: Term, low: int | None, high: int | None) -> Term:
    """The same number, of which more is known than its expression tells."""
    return term_of(
        term.op, term.sort, term.operands, term.content, nullable=term.nullable, between=(low, high)
    )


def certain(term: Term) -> Term:
    """The same value, of which it is known that it is never NULL."""
    if not term.nullable or term.op in {Op.COLUMN, Op.NULL}:
        return term
    return term_of(
        term.op, term.sort, term.operands, term.content, nullable=False, between=(term.low, term.high)
    )
