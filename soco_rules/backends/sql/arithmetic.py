"""Numbers of a query: what is reckoned with them, and the smallest and largest that can come of it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from functools import reduce

from soco_rules.backends.sql.terms import TRUE
from soco_rules.backends.sql.terms import ZERO
from soco_rules.backends.sql.terms import Op
from soco_rules.backends.sql.terms import Sort
from soco_rules.backends.sql.terms import Term
from soco_rules.backends.sql.terms import literal
from soco_rules.backends.sql.terms import null
from soco_rules.backends.sql.terms import term_of


def _number(op: Op, operands: Sequence[Term], between: tuple[int | None, int | None]) -> Term:
    if any(operand.op is Op.NULL for operand in operands):
        return null(Sort.NUMBER)
    low, high = between
    if low is not None and low == high and all(operand.op is Op.LITERAL for operand in operands):
        return literal(low)
    return term_of(op, Sort.NUMBER, operands, between=between)


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
