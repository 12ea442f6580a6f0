"""Show from the conditions of rules alone that no case makes two of them win with different outcomes.

What is shown holds for every case, so nothing needs to be tried. What is not shown may still be so: the answer no
means that reading was not enough.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from itertools import combinations
from itertools import product

from soco_rules.model.expressions import Comparator
from soco_rules.model.program import All
from soco_rules.model.program import Any
from soco_rules.model.program import Calculation
from soco_rules.model.program import Clauses
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import If
from soco_rules.model.program import IsApplicable
from soco_rules.model.program import Node
from soco_rules.model.program import Not
from soco_rules.model.program import OrElse
from soco_rules.model.program import Read
from soco_rules.model.program import Slot
from soco_rules.model.program import Subtract
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType

MOST_WAYS = 16
"""A condition that can hold in more ways than this tells nothing."""

BEYOND = 2**63
"""Larger than any number in a program."""

Steps = Mapping[Slot, Field | Definition]
Test = tuple[Node, Comparator | None, Value]
"""A node compared with a constant; without a comparator: whether it is applicable."""

Way = tuple[Test, ...]
"""Tests that all pass when a condition holds in one of its ways."""

Ways = tuple[Way, ...]

_ANY_WAY: Ways = ((),)
_NO_WAY: Ways = ()


def agree(body: Clauses, gate: Node | None, reading: Reading) -> bool:
    """Whether it shows that rules that win together have one outcome, in every case that the gate lets through."""
    rules = _Rules(body, gate, reading)
    return all(rules.agree(one, other) for one, other in combinations(range(len(body.clauses)), 2))


@dataclass(frozen=True, slots=True)
class Reading:
    """What conditions of one stack say; `known` are the slots that have the same value in every case."""

    steps: Steps
    known: Mapping[Slot, Value]
    memory: dict[tuple[Node, bool], Ways] = field(default_factory=dict, repr=False)

    def ways(self, node: Node, *, wanted: bool) -> Ways:
        """The ways in which a condition is ja, or nee; every case in which it is that fits at least one."""
        key = (node, wanted)
        found = self.memory.get(key)
        if found is None:
            found = self.memory[key] = self._ways(node, wanted=wanted)
        return found

    def _ways(self, node: Node, *, wanted: bool) -> Ways:
        match self._constant(node):
            case None:
                pass
            case value:
                return _ANY_WAY if value is wanted else _NO_WAY
        match node:
            case Not(operand):
                return self.ways(operand, wanted=not wanted)
            case All(operands):
                return self._each(operands) if wanted else self._one(operands, wanted=False)
            case Any(operands):
                return self._one(operands, wanted=True) if wanted else self._each(operands, wanted=False)
            case Compare(comparator, left, right):
                return self._comparison(comparator if wanted else comparator.opposite, left, right)
            case IsApplicable(operand):
                return self._applicable(operand, wanted=wanted)
            case If(condition, then, otherwise):
                holds = _both(self.ways(condition, wanted=True), self.ways(then, wanted=wanted))
                fails = _both(self.ways(condition, wanted=False), self.ways(otherwise, wanted=wanted))
                return _few((*holds, *fails))
            case OrElse(operand, otherwise):
                absent: Ways = (((operand, None, False),),)
                instead = _both(absent, self.ways(otherwise, wanted=wanted))
                return _few((*self.ways(operand, wanted=wanted), *instead))
            case Read(slot):
                return _both((((node, Comparator.EQUAL, wanted),),), self._behind(slot, wanted=wanted))
            case _:
                return _ANY_WAY

    def _applicable(self, operand: Node, *, wanted: bool) -> Ways:
        match self._constant(operand):
            case None:
                return (((operand, None, wanted),),)
            case Absent.NOT_APPLICABLE:
                return _NO_WAY if wanted else _ANY_WAY
            case Absent():
                return _NO_WAY
            case _:
                return _ANY_WAY if wanted else _NO_WAY

    def _behind(self, slot: Slot, *, wanted: bool) -> Ways:
        """What else holds when a field or definition is ja, or nee."""
        step = self.steps.get(slot)
        if step is None:
            return _ANY_WAY
        behind = _ANY_WAY if step.gate is None else self.ways(step.gate, wanted=True)
        if isinstance(step, Definition) and isinstance(step.body, Calculation):
            behind = _both(behind, self.ways(step.body.node, wanted=wanted))
        return behind

    def _each(self, operands: Iterable[Node], *, wanted: bool = True) -> Ways:
        ways = _ANY_WAY
        for operand in operands:
            ways = _both(ways, self.ways(operand, wanted=wanted))
        return ways

    def _one(self, operands: Iterable[Node], *, wanted: bool) -> Ways:
        return _few(tuple(way for operand in operands for way in self.ways(operand, wanted=wanted)))

    def _comparison(self, comparator: Comparator, left: Node, right: Node) -> Ways:
        first, second = self._constant(left), self._constant(right)
        if isinstance(first, Absent) or isinstance(second, Absent):
            return _NO_WAY
        if first is not None and second is not None:
            return _ANY_WAY if comparator.relation(first, second) else _NO_WAY
        if second is not None:
            return (((left, comparator, second),),)
        if first is not None:
            return (((right, comparator.mirrored, first),),)
        return (
            (
                (Subtract(left, right), comparator, 0),
                (Subtract(right, left), comparator.mirrored, 0),
                (left, None, True),
                (right, None, True),
            ),
        )

    def _constant(self, node: Node) -> Value | None:
        match node:
            case Const(value):
                return value
            case Read(slot):
                return self.known.get(slot)
            case _:
                return None

    def possible(self, way: Way) -> bool:
        """Whether a case may pass all tests, as far as the tests of each node by itself tell."""
        tests: dict[Node, list[tuple[Comparator | None, Value]]] = {}
        for node, comparator, constant in way:
            tests.setdefault(node, []).append((comparator, constant))
        return all(len(of) < 2 or _passable(of, self._type(node)) for node, of in tests.items())

    def _type(self, node: Node) -> ValueType | None:
        step = self.steps.get(node.slot) if isinstance(node, Read) else None
        return step.type if step else None


def _both(one: Ways, other: Ways) -> Ways:
    if one == _ANY_WAY or not other:
        return other
    if other == _ANY_WAY or not one:
        return one
    if len(one) * len(other) > MOST_WAYS:
        return min(one, other, key=len)
    return tuple(left + right for left, right in product(one, other))


def _few(ways: Ways) -> Ways:
    return ways if len(ways) <= MOST_WAYS else _ANY_WAY


def _passable(tests: Iterable[tuple[Comparator | None, Value]], type_: ValueType | None) -> bool:
    """Whether one value passes all tests of a node."""
    low, high = -BEYOND, BEYOND
    equal: set[Value] = set()
    unequal: set[Value] = set()
    applicable: set[Value] = set()
    for comparator, constant in set(tests):
        match comparator:
            case None:
                applicable.add(constant)
                continue
            case Comparator.EQUAL:
                equal.add(constant)
            case Comparator.NOT_EQUAL:
                unequal.add(constant)
            case Comparator.LESS | Comparator.AT_MOST if isinstance(constant, int):
                high = min(high, constant - (comparator is Comparator.LESS))
            case Comparator.MORE | Comparator.AT_LEAST if isinstance(constant, int):
                low = max(low, constant + (comparator is Comparator.MORE))
        applicable.add(True)
    if len(applicable) > 1 or len(equal) > 1 or equal & unequal or low > high:
        return False
    if any(isinstance(value, int) and not low <= value <= high for value in equal):
        return False
    return type_ is None or not type_.choices or not set(type_.choices) <= unequal


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules of one definition; a cached property would need a dictionary, so what is found is kept in `applies`."""

    body: Clauses
    gate: Node | None
    reading: Reading
    applies: dict[int, Ways] = field(default_factory=dict)

    def agree(self, one: int, other: int) -> bool:
        first, second = self.body.clauses[one], self.body.clauses[other]
        return first.outcome == second.outcome or self.beats(one, other) or self.beats(other, one)

    def beats(self, winner: int, loser: int) -> bool:
        """Whether the second never wins beside the first: it loses, or they do not apply together."""
        clause = self.body.clauses[winner]
        if loser in clause.bases or loser in clause.precedes:
            return True
        if clause.bases and all(base != loser and self.beats(base, loser) for base in clause.bases):
            return True
        together = product(self.ways(winner), self.ways(loser))
        return not any(self.reading.possible(one + other) for one, other in together)

    def ways(self, position: int) -> Ways:
        """The ways in which a rule applies: its condition holds, and so does one of the rules that it presupposes."""
        if position not in self.applies:
            clause = self.body.clauses[position]
            gated = () if self.gate is None else (self.gate,)
            ways = self.reading.ways(All((*gated, clause.condition)), wanted=True)
            if clause.bases:
                presupposed = tuple(way for base in sorted(clause.bases) for way in self.ways(base))
                ways = _both(ways, _few(presupposed))
            self.applies[position] = tuple(way for way in ways if self.reading.possible(way))
        return self.applies[position]
