"""Choosing between values of a query: by conditions, or the smallest or the largest."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from functools import reduce

from soco_rules.backends.sql.arithmetic import only
from soco_rules.backends.sql.terms import FALSE
from soco_rules.backends.sql.terms import TRUE
from soco_rules.backends.sql.terms import ZERO
from soco_rules.backends.sql.terms import Op
from soco_rules.backends.sql.terms import Sort
from soco_rules.backends.sql.terms import Term
from soco_rules.backends.sql.terms import any_of
from soco_rules.backends.sql.terms import at_most
from soco_rules.backends.sql.terms import holds
from soco_rules.backends.sql.terms import narrowed
from soco_rules.backends.sql.terms import not_
from soco_rules.backends.sql.terms import null
from soco_rules.backends.sql.terms import term_of


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
    return term_of(
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
