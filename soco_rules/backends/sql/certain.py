"""What is certain of formulas whatever the row: found by trying every way in which the values in them can lie.

A number matters only by where it lies between the constants that it is compared with, so few values stand for all.
Each yes or no is then a number of many bits, one for each way in which all the values together can lie. Values that
are not independent are tried in ways that do not occur as well, so what is found certain is so; not all that is so is
found.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from math import prod

from soco_rules.backends.sql.cells import Cell
from soco_rules.backends.sql.terms import FALSE
from soco_rules.backends.sql.terms import TRUE
from soco_rules.backends.sql.terms import Op
from soco_rules.backends.sql.terms import Sort
from soco_rules.backends.sql.terms import Term
from soco_rules.backends.sql.terms import all_of
from soco_rules.backends.sql.terms import any_of
from soco_rules.backends.sql.terms import certain
from soco_rules.backends.sql.terms import not_
from soco_rules.backends.sql.terms import number_in
from soco_rules.model.values import Absent

MOST_WAYS = 2**14
"""More ways than this are not tried."""

MOST_VALUES = 16
"""More values than this have too many ways to lie together."""

_COMPARISONS = frozenset({Op.EQUAL, Op.DIFFERENT, Op.LESS, Op.AT_MOST})
_OPPOSED = frozenset({Op.DIFFERENT, Op.AT_MOST})
"""Comparisons of two values that are taken as the opposite of the others."""
_JOINED = {Op.AND: all_of, Op.OR: any_of}
_JOINS = frozenset({Op.AND, Op.OR, Op.NOT, Op.IS_NULL, Op.IS_TRUE, Op.CASE})

State = bool | int | None
"""Where a value can lie; None is NULL."""
Ways = tuple[int, int]
"""The ways in which a formula is yes and those in which it is no, as bits; in the others it is NULL."""


@dataclass(frozen=True, slots=True)
class Certainty:
    """The ways in which the values of some formulas can lie together; `all_` has a bit for each."""

    all_: int
    states: Mapping[Term, Mapping[State, int]]
    known: dict[Term, Ways] = field(default_factory=dict)

    def simplified(self, formula: Term) -> Term:
        """Yes or no where that is certain, else the formula without what is certain in it."""
        return formula if formula.op is Op.LITERAL else self.shortened((formula,))[0]

    def shortened(self, formulas: Sequence[Term]) -> tuple[Term, ...]:
        """Formulas that are looked at in turn until one holds, each without what is certain where those before fail."""
        left, found = self.all_, list[Term]()
        for formula in formulas:
            try:
                yes = self.ways(formula)[0] & left
                found.append(self._shorter(formula, yes, left))
            except KeyError:  # made of parts of something that was taken as it is
                return tuple(formulas)
            left &= ~yes
        return tuple(found)

    def _shorter(self, formula: Term, yes: int, left: int) -> Term:
        if yes in {0, left}:
            return TRUE if yes else FALSE
        if formula.op not in _JOINED:
            return formula
        parts = list(formula.operands)
        for part in formula.operands:
            fewer = _JOINED[formula.op](other for other in parts if other is not part)
            if self.ways(fewer)[0] & left == yes:
                parts.remove(part)
        return _JOINED[formula.op](parts)

    def exclude(self, one: Term, other: Term) -> bool:
        """Whether it is certain that two formulas are never yes together."""
        try:
            return not self.ways(one)[0] & self.ways(other)[0]
        except KeyError:
            return False

    def ways(self, term: Term) -> Ways:
        """In which ways a yes or no is yes, and no."""
        found = self.known.get(term)
        if found is None:
            found = self.known[term] = self._ways(term)
        return found

    def _ways(self, term: Term) -> Ways:
        if term in self.states:
            states = self.states[term]
            return states.get(True, 0), states.get(False, 0)
        if term.op is Op.LITERAL:
            return (self.all_, 0) if term is TRUE else (0, self.all_)
        if term.op in _COMPARISONS and any(map(_is_constant, term.operands)):
            return self._compared(term)
        if term.op in _OPPOSED:
            yes, no = self.ways(not_(term))
            return no, yes
        if term.op is Op.IS_NULL:
            null = self._null(term.operands[0])
            return null, self.all_ & ~null
        if term.op is Op.NULL:
            return 0, 0
        if term.op not in _JOINS:
            raise KeyError(term)
        parts = [self.ways(operand) for operand in term.operands]
        match term.op:
            case Op.NOT:
                return parts[0][1], parts[0][0]
            case Op.IS_TRUE:
                return parts[0][0], self.all_ & ~parts[0][0]
            case Op.AND | Op.OR:
                return self._joined(parts, conjunction=term.op is Op.AND)
            case _:
                return self._case(parts)

    def _joined(self, parts: Iterable[Ways], *, conjunction: bool) -> Ways:
        every, some = self.all_, 0
        for yes, no in parts:
            every &= yes if conjunction else no
            some |= no if conjunction else yes
        return (every, some) if conjunction else (some, every)

    def _case(self, parts: list[Ways]) -> Ways:
        yes = no = 0
        left = self.all_
        for (when, _), value in zip(parts[:-1:2], parts[1::2], strict=True):
            yes, no = yes | (left & when & value[0]), no | (left & when & value[1])
            left &= ~when
        return yes | (left & parts[-1][0]), no | (left & parts[-1][1])

    def _compared(self, term: Term) -> Ways:
        variable, constant, flipped = _variable(term)
        yes = no = 0
        for state, bits in self.states[variable].items():
            if state is None:
                continue
            one, other = (constant, int(state)) if flipped else (int(state), constant)
            if _RELATIONS[term.op](one, other):
                yes |= bits
            else:
                no |= bits
        return yes, no

    def _null(self, term: Term) -> int:
        if term in self.states:
            return self.states[term].get(None, 0)
        if term.sort is not Sort.YES_NO:
            return self.all_ if term.op is Op.NULL else 0
        yes, no = self.ways(term)
        return self.all_ & ~(yes | no)


_RELATIONS = {
    Op.EQUAL: int.__eq__,
    Op.DIFFERENT: int.__ne__,
    Op.LESS: int.__lt__,
    Op.AT_MOST: int.__le__,
}


def certainty(formulas: Iterable[Term], landmarks: Collection[Term]) -> Certainty | None:
    """What can be certain of these formulas and of what is made of them; None where there is too much to try.

    Where the whole of a formula is too much, `landmarks` in it are taken as they are: they can be anything.
    """
    roots = tuple(formulas)
    for opaque in ((), landmarks):
        found = _certainty(roots, opaque)
        if found is not None:
            return found
    return None


def _certainty(roots: tuple[Term, ...], opaque: Collection[Term]) -> Certainty | None:
    constants: dict[Term, set[int]] = {}
    seen: set[Term] = set()
    waiting = list(roots)
    while waiting:
        term = waiting.pop()
        if term in seen:
            continue
        seen.add(term)
        if len(constants) > MOST_VALUES:
            return None
        if term.op in _COMPARISONS and any(map(_is_constant, term.operands)):
            variable, constant, _ = _variable(term)
            constants.setdefault(variable, set()).add(constant)
        elif term.sort is Sort.YES_NO and term.op in _JOINS and term not in opaque:
            waiting.extend(term.operands)
        elif term.op in _OPPOSED:
            waiting.append(not_(term))
        elif term.op not in {Op.LITERAL, Op.NULL}:
            constants.setdefault(term, set())
    states = {term: _states(term, sorted(found)) for term, found in constants.items()}
    total = prod(map(len, states.values()))
    if total > MOST_WAYS:
        return None
    every = (1 << total) - 1
    masks: dict[Term, dict[State, int]] = {}
    size = 1
    for term, found in states.items():
        period = every // ((1 << (size * len(found))) - 1)
        block = (1 << size) - 1
        masks[term] = {state: (block << (place * size)) * period for place, state in enumerate(found)}
        size *= len(found)
    return Certainty(every, masks)


def _variable(comparison: Term) -> tuple[Term, int, bool]:
    """What is compared, the constant, and whether the constant stands first."""
    one, other = comparison.operands
    if _is_constant(other):
        return one, number_in(other), False
    return other, number_in(one), True


def _is_constant(term: Term) -> bool:
    return term.op is Op.LITERAL and term.sort is Sort.NUMBER


def _states(term: Term, constants: list[int]) -> list[State]:
    null: list[State] = [None] if term.nullable else []
    if term.sort is Sort.YES_NO:
        return [True, False, *null]
    among = possible(term)
    tried = among if among is not None else {near for c in constants for near in (c - 1, c, c + 1)} or {0}
    low = term.low if term.low is not None else min(tried)
    high = term.high if term.high is not None else max(tried)
    inside = [number for number in tried if low <= number <= high] or [low]
    kept = {tuple((number > c) - (number < c) for c in constants): number for number in sorted(inside)}
    return [*kept.values(), *null]


def possible(term: Term) -> Collection[int] | None:
    """The only numbers that a term can be, where they are few."""
    match term.op:
        case Op.LITERAL if isinstance(term.content, int):
            return (term.content,)
        case Op.NULL:
            return ()
        case Op.COLUMN:
            return term.among
        case Op.ONLY:
            return (0, number_in(term.operands[1]))
        case Op.CASE:
            parts = [possible(value) for value in (*term.operands[1::2], term.operands[-1])]
            return (
                None if None in parts else {number for part in parts if part is not None for number in part}
            )
        case _:
            return None


def settled(cell: Cell, landmarks: Collection[Term]) -> Cell:
    """The cell without the absences of which it is certain that there are none."""
    absences: dict[Absent, Term] = {}
    for absence, formula in cell.absences.items():
        found = certainty((formula,), landmarks)
        kept = formula if found is None else found.simplified(formula)
        if kept is not FALSE:
            absences[absence] = kept
    return Cell(cell.value if absences else certain(cell.value), absences)
