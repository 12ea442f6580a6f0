"""Whether a difference stays above zero where its bounds do not tell: what is taken off are shares of the amount."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from fractions import Fraction

from soco_rules.backends.sql.arithmetic import subtract
from soco_rules.backends.sql.terms import Op
from soco_rules.backends.sql.terms import Term
from soco_rules.backends.sql.terms import narrowed
from soco_rules.backends.sql.terms import number_in

MOST_PARTS = 50
"""More parts of a calculation than this are not looked at."""

Weights = Mapping[Term, Fraction]
"""A sum of numbers that are not negative, each so many times."""


def difference(one: Term, other: Term) -> Term:
    """One less the other; its bounds tell where it cannot be negative."""
    term = subtract(one, other)
    if term.op is not Op.SUBTRACT or (term.low is not None and term.low >= 0):
        return term
    least = _Bounds().least(term)
    if least is None or any(times < 0 for times in least.values()):
        return term
    return narrowed(term, 0, term.high)


@dataclass(slots=True)
class _Bounds:
    """Sums that are never more, or never less, than a number; None where there are none of such a kind."""

    seen: dict[tuple[Term, bool], Weights | None] = field(default_factory=dict)

    def least(self, term: Term) -> Weights | None:
        return self._remembered(term, lower=True)

    def most(self, term: Term) -> Weights | None:
        return self._remembered(term, lower=False)

    def _remembered(self, term: Term, *, lower: bool) -> Weights | None:
        key = term, lower
        if key not in self.seen:
            if len(self.seen) > MOST_PARTS:
                return None
            self.seen[key] = self._least(term) if lower else self._most(term)
        return self.seen[key]

    def _least(self, term: Term) -> Weights | None:
        match term.op:
            case Op.ADD:
                return _plus(self.least(term.operands[0]), self.least(term.operands[1]))
            case Op.SUBTRACT:
                return _plus(self.least(term.operands[0]), _times(self.most(term.operands[1]), Fraction(-1)))
            case _:
                return _itself(term)

    def _most(self, term: Term) -> Weights | None:
        match term.op:
            case Op.ADD:
                return _plus(self.most(term.operands[0]), self.most(term.operands[1]))
            case Op.MULTIPLY if all(map(_is_not_negative, term.operands)):
                times, amount = sorted(term.operands, key=_size)
                return None if times.high is None else _times(self.most(amount), Fraction(times.high))
            case Op.DIVIDE if term.operands[1].op is Op.LITERAL:
                return self._quotient(*term.operands)
            case _:
                return _itself(term)

    def _quotient(self, numerator: Term, divisor: Term) -> Weights | None:
        """Rounding up from a half makes a number twice as large at most."""
        number = number_in(divisor)
        if numerator.op is Op.ADD and numerator.operands[1].op is Op.LITERAL:
            share, extra = numerator.operands
            if _is_not_negative(share) and 0 <= 2 * number_in(extra) <= number:
                return _times(self.most(share), Fraction(2, number))
        return _times(self.most(numerator), Fraction(1, number))


def _itself(term: Term) -> Weights | None:
    return {term: Fraction(1)} if _is_not_negative(term) else None


def _plus(one: Weights | None, other: Weights | None) -> Weights | None:
    if one is None or other is None:
        return None
    return {term: one.get(term, Fraction(0)) + other.get(term, Fraction(0)) for term in {**one, **other}}


def _times(weights: Weights | None, number: Fraction) -> Weights | None:
    return None if weights is None else {term: times * number for term, times in weights.items()}


def _is_not_negative(term: Term) -> bool:
    return term.low is not None and term.low >= 0


def _size(term: Term) -> tuple[bool, int]:
    return term.high is None, term.high or 0
