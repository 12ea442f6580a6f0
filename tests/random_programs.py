"""Random programs and cases, at Program level, with every node and construct that the compiler can produce.

A program is drawn from a `Random`, so that hypothesis can shrink it and a long run can be repeated from its seed.
Values lie at and around the literals of the program, because that is where two calculators differ if they do.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from datetime import date
from random import Random

from hypothesis import strategies as st

from soco_rules.model.program import AddMonths
from soco_rules.model.program import Calculation
from soco_rules.model.program import Clause
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Node
from soco_rules.model.program import Program
from soco_rules.model.program import Read
from soco_rules.model.program import Slot
from soco_rules.model.program import children
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from tests import programs as build

CHOICES = ("toegewezen", "op_proef", "afgewezen")
CHOICE = ValueType(Kind.CHOICE, choices=CHOICES)
KINDS: tuple[ValueType, ...] = (
    ValueType(Kind.YES_NO),
    ValueType(Kind.YES_NO),
    ValueType(Kind.COUNT),
    ValueType(Kind.MONEY),
    ValueType(Kind.DATE),
    CHOICE,
)
NUMBERS = (-250, -1, 0, 1, 2, 5, 18, 100, 1401, 2**53, 10**13)
DATES = tuple(
    date(*day).toordinal()
    for day in [
        (1, 1, 1),
        (2000, 2, 29),
        (2023, 12, 31),
        (2024, 1, 31),
        (2024, 2, 29),
        (2025, 3, 1),
        (9999, 12, 31),
    ]
)
SIGNS = ("=", "<>", "<", "<=", ">", ">=")
ABSENT = (Absent.UNKNOWN, Absent.NOT_APPLICABLE)


def random_program(rng: Random) -> Program:
    """A program in which everything reads only what comes before it."""
    return _Draft(rng).program()


def random_case(rng: Random, program: Program) -> dict[Slot, Value]:
    """Supplied values: known at and around every literal, unknown, not applicable; contradictory in one case of six."""
    literals = tuple(_literals(program))
    contradictory = rng.random() < 1 / 6
    known = rng.choice((0.6, 0.85, 1.0))
    return {field.slot: _supplied(rng, field, literals, contradictory, known) for field in program.fields}


def programs() -> st.SearchStrategy[Program]:
    """Programs that shrink."""
    return st.randoms(use_true_random=False).map(random_program)


def programs_with_cases() -> st.SearchStrategy[tuple[Program, dict[Slot, Value]]]:
    """A program and a case for it."""
    return st.randoms(use_true_random=False).map(_program_with_case)


def nodes_of(program: Program) -> Iterator[Node]:
    """Every node of a program, outermost first."""
    for root in _roots(program):
        yield from _nodes(root)


def _program_with_case(rng: Random) -> tuple[Program, dict[Slot, Value]]:
    program = random_program(rng)
    return program, random_case(rng, program)


class _Draft:
    """One program in the making: the slots so far, by kind."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._slots: dict[Slot, Kind] = {}

    def program(self) -> Program:
        steps = [self._step(number) for number in range(self._rng.randint(3, 12))]
        checks = tuple(build.check(self._yes_no(2)) for _ in range(self._rng.randint(0, 2)))
        return build.program(*steps, gate=self._yes_no(2) if self._one_in(3) else None, checks=checks)

    def _step(self, number: int) -> Field | Definition:
        kind = self._rng.choice(KINDS)
        slot = f"{'abcdefghijkl'[number]}{self._rng.choice(('', '/belanghebbende', '/partner'))}"
        gate = self._yes_no(2) if self._slots and self._one_in(4) else None
        step: Field | Definition
        if number < 2 or self._one_in(2):
            step = build.field(slot, kind, gate=gate)
        elif self._one_in(3):
            step = build.calculation(slot, self._node(kind.kind, 3), kind=kind, gate=gate)
        else:
            step = self._rules(slot, kind, gate)
        self._slots[slot] = kind.kind
        return step

    def _rules(self, slot: Slot, kind: ValueType, gate: Node | None) -> Definition:
        number = self._rng.randint(1, 5)
        rank = self._rng.sample(range(number), number)
        clauses = [self._clause(kind.kind, index, rank) for index in range(number)]
        otherwise = self._outcome(kind.kind) if self._one_in(2) else None
        return build.rules(slot, *clauses, kind=kind, gate=gate, otherwise=otherwise)

    def _clause(self, kind: Kind, index: int, rank: list[int]) -> Clause:
        """Rules win only from rules of a lower rank, so that there is no circle."""
        lower = [other for other, place in enumerate(rank) if place < rank[index]]
        return build.clause(
            self._yes_no(2),
            self._outcome(kind),
            name=f"regel_{index}",
            exception_to=[other for other in lower if self._one_in(3)],
            precedes=[other for other in lower if self._one_in(5)],
        )

    def _outcome(self, kind: Kind) -> Node:
        return self._node(kind, 2) if self._one_in(4) else self._literal(kind)

    def _node(self, kind: Kind, depth: int) -> Node:
        if depth == 0 or self._one_in(4):
            return self._leaf(kind)
        if self._one_in(8):
            return build.or_else(self._node(kind, depth - 1), self._node(kind, depth - 1))
        if self._one_in(8):
            return build.choose(
                self._yes_no(depth - 1), self._node(kind, depth - 1), self._node(kind, depth - 1)
            )
        match kind:
            case Kind.YES_NO:
                return self._yes_no(depth)
            case Kind.DATE:
                return self._date(depth - 1)
            case Kind.COUNT | Kind.MONEY:
                return self._number(kind, depth - 1)
            case _:
                return self._leaf(kind)

    def _yes_no(self, depth: int) -> Node:
        if depth == 0:
            return self._comparison(0)
        some = self._rng.randint(0, 3) if self._one_in(10) else self._rng.randint(2, 3)
        makers: tuple[Callable[[], Node], ...] = (
            lambda: self._comparison(depth - 1),
            lambda: self._comparison(0),
            lambda: self._leaf(Kind.YES_NO),
            lambda: build.no(self._yes_no(depth - 1)),
            lambda: build.both(*(self._yes_no(depth - 1) for _ in range(some))),
            lambda: build.either(*(self._yes_no(depth - 1) for _ in range(some))),
            lambda: build.applicable(self._node(self._any_kind(), depth - 1)),
            lambda: self._node(Kind.YES_NO, depth - 1),
        )
        return self._rng.choice(makers)()

    def _comparison(self, depth: int) -> Node:
        kind = self._any_kind()
        ordered = kind not in {Kind.YES_NO, Kind.CHOICE}
        left, right = self._node(kind, depth), self._literal(kind) if depth == 0 else self._node(kind, depth)
        if self._one_in(5):
            left, right = right, left
        return build.compare(left, self._rng.choice(SIGNS if ordered else SIGNS[:2]), right)

    def _number(self, kind: Kind, depth: int) -> Node:
        def number() -> Node:
            return self._node(kind, depth)

        def some() -> list[Node]:
            return [number() for _ in range(self._rng.randint(1, 3))]

        makers: tuple[Callable[[], Node], ...] = (
            lambda: build.add(*some()),
            lambda: build.subtract(number(), number()),
            lambda: build.multiply(number(), number()),
            lambda: build.round_div(number(), self._rng.choice((2, 2, 4, 10, 10_000))),
            lambda: build.round_div(number(), build.greatest(1, number())),
            lambda: build.least(*some()),
            lambda: build.greatest(*some()),
            lambda: build.sum_applicable(*some()),
            lambda: build.months_between(self._date(depth), self._date(depth), self._rng.choice((1, 12))),
            lambda: build.year_of(self._date(depth)),
        )
        return self._rng.choice(makers)()

    def _date(self, depth: int) -> Node:
        if depth <= 0 or self._one_in(3):
            return self._leaf(Kind.DATE)
        makers: tuple[Callable[[], Node], ...] = (
            lambda: build.add_months(self._date(depth - 1), self._rng.choice((-12, -1, 1, 3, 12))),
            lambda: AddMonths(self._date(depth - 1), self._leaf(Kind.COUNT)),
            lambda: build.add(self._date(depth - 1), self._rng.choice((-1, 1, 28))),
            lambda: build.least(self._date(depth - 1), self._date(depth - 1)),
            lambda: build.greatest(self._date(depth - 1), self._date(depth - 1)),
        )
        return self._rng.choice(makers)()

    def _leaf(self, kind: Kind) -> Node:
        slots = [slot for slot, has in self._slots.items() if has is kind]
        if slots and not self._one_in(6):
            return Read(self._rng.choice(slots))
        return Const(self._rng.choice(ABSENT)) if self._one_in(6) else self._literal(kind)

    def _literal(self, kind: Kind) -> Const:
        match kind:
            case Kind.YES_NO:
                return Const(self._one_in(2))
            case Kind.CHOICE:
                return Const(self._rng.choice(CHOICES))
            case Kind.DATE:
                return Const(self._rng.choice(DATES))
            case _:
                return Const(self._rng.choice(NUMBERS))

    def _any_kind(self) -> Kind:
        return self._rng.choice(sorted(set(self._slots.values()))) if self._slots else Kind.YES_NO

    def _one_in(self, number: int) -> bool:
        return self._rng.randrange(number) == 0


def _supplied(
    rng: Random, field: Field, literals: tuple[int, ...], contradictory: bool, known: float
) -> Value:
    if contradictory and rng.random() < 1 / 4:
        return Absent.CONTRADICTORY
    if rng.random() > known:
        return rng.choice(ABSENT)
    match field.type.kind:
        case Kind.YES_NO:
            return rng.random() < 1 / 2
        case Kind.CHOICE:
            return rng.choice(field.type.choices or CHOICES)
        case Kind.TEXT:
            return "tekst"
        case Kind.DATE:
            dates = DATES + tuple(number for number in literals if DATES[0] <= number <= DATES[-1])
            return _within(DATES[0], rng.choice(dates) + rng.randint(-1, 1), DATES[-1])
        case _:
            number = rng.choice(literals or NUMBERS) + rng.randint(-1, 1)
            return _within(field.type.minimum, number, field.type.maximum)


def _within(minimum: int | Duration | None, number: int, maximum: int | Duration | None) -> int:
    number = max(minimum, number) if isinstance(minimum, int) else number
    return min(number, maximum) if isinstance(maximum, int) else number


def _literals(program: Program) -> Iterator[int]:
    for node in nodes_of(program):
        match node:
            case Const(int() as number) if not isinstance(number, bool):
                yield number
            case _:
                pass


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in children(node):
        yield from _nodes(child)


def _roots(program: Program) -> Iterator[Node]:
    for step in program.steps:
        if step.gate is not None:
            yield step.gate
        if isinstance(step, Definition):
            yield from _body(step)
    if program.gate is not None:
        yield program.gate
    for check in program.checks:
        yield check.node


def _body(step: Definition) -> Iterator[Node]:
    if isinstance(step.body, Calculation):
        yield step.body.node
        return
    for clause in step.body.clauses:
        yield clause.condition
        yield clause.outcome
    if step.body.otherwise is not None:
        yield step.body.otherwise
