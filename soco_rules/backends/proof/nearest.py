"""The nearest cases to one case in which a Program gives another outcome: fewest fields first, then least distance."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import InitVar
from dataclasses import dataclass
from dataclasses import field
from itertools import product

import z3

from soco_rules.backends.proof.calendar import Calendar
from soco_rules.backends.proof.encode import Encoding
from soco_rules.backends.proof.encode import encode
from soco_rules.backends.proof.outcomes import Wish
from soco_rules.backends.proof.outcomes import number_of
from soco_rules.backends.proof.outcomes import wished
from soco_rules.backends.proof.solve import EFFORT
from soco_rules.backends.proof.solve import Asked
from soco_rules.backends.proof.solve import Found
from soco_rules.backends.proof.solve import Never
from soco_rules.backends.proof.solve import Undecided
from soco_rules.backends.proof.symbolic import FALSE
from soco_rules.backends.proof.symbolic import TRUE
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.backends.proof.symbolic import Symbolic
from soco_rules.backends.proof.symbolic import absent
from soco_rules.backends.proof.symbolic import all_of
from soco_rules.backends.proof.symbolic import any_of
from soco_rules.backends.proof.symbolic import not_
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Value

MOST_GROUPS = 40
"""How many groups of equally few fields are looked at, at most."""


@dataclass(frozen=True, slots=True)
class Within:
    """Where a number or day may come to lie, both ends included."""

    lowest: int
    highest: int


Freedom = tuple[Value, ...] | Within
"""What a field may become, apart from what it is: some other values, or a stretch of numbers."""


Change = Mapping[Slot, Value]


@dataclass(frozen=True, slots=True)
class Nearest:
    """Every smallest change, each by the fields that it gives another value, in the order of the program.

    Of one group of fields there is a change for each choice of other values that are not numbers, and for each
    choice of which numbers go up and which go down; in it the numbers lie as near as can be, the first one first.

    `complete` is whether every group of equally few fields was looked at.
    """

    changes: tuple[Change, ...]
    complete: bool


def nearest(
    program: Program,
    given: Mapping[Slot, Value],
    free: Mapping[Slot, Freedom],
    wish: Wish,
    calendar: Calendar,
    *,
    effort: int = EFFORT,
) -> Nearest | Never | Undecided:
    """The smallest changes of the free fields of a case with which the wish holds and no requirement is broken.

    The other fields are as given, also where they are unknown: what comes out is certain whatever those are.
    """
    search = _search(program, given, free, wish, calendar=calendar, effort=effort)
    try:
        if search.case() is None:
            return Never()
        groups = list(search.groups())
        changes = [change for group in sorted(groups) for change in search.within(group)]
    except _UndecidedError as error:
        return error.undecided
    return Nearest(
        tuple({search.slots[at]: value for at, value in change.items()} for change in changes),
        len(groups) < MOST_GROUPS,
    )


def helped_by(
    program: Program,
    given: Mapping[Slot, Value],
    free: Mapping[Slot, Freedom],
    wish: Wish,
    calendar: Calendar,
    *,
    unknown: Sequence[Slot],
    fewer_than: int | None,
    effort: int = EFFORT,
) -> tuple[Slot, ...]:
    """The unknown fields of which some answer makes a change of fewer fields enough; None is any change at all.

    Each by itself, or all of them where only several together do, or where that could not be found out.
    """
    told = {slot: value for slot, value in given.items() if slot not in unknown}
    search = _search(program, told, free, wish, calendar=calendar, effort=effort, unknown=frozenset(unknown))
    others = [search.differs(at) for at in range(len(search.slots))]
    few = (
        ()
        if fewer_than is None or not others
        else (z3.PbLe([(other, 1) for other in others], fewer_than - 1),)
    )
    lacks = {slot: search.encoding.free[slot].is_(Absent.UNKNOWN) for slot in unknown}
    try:
        if search.case(*few) is None:
            return ()
        alone = tuple(
            slot
            for slot in unknown
            if search.case(*few, *(lack for other, lack in lacks.items() if other != slot)) is not None
        )
    except _UndecidedError:
        return tuple(unknown)
    return alone or tuple(unknown)


class _UndecidedError(Exception):
    """Whether there is such a case could be neither proved nor refuted."""

    def __init__(self, undecided: Undecided) -> None:
        super().__init__(undecided.reason)
        self.undecided = undecided


def _search(
    program: Program,
    given: Mapping[Slot, Value],
    free: Mapping[Slot, Freedom],
    wish: Wish,
    *,
    calendar: Calendar,
    effort: int,
    unknown: frozenset[Slot] = frozenset(),
) -> _Search:
    """The search where all is given but what is free; of what is unknown it is left open whether it is known."""
    fixed = {
        step.slot: given.get(step.slot, Absent.UNKNOWN)
        for step in program.fields
        if step.slot not in free and step.slot not in unknown
    }
    supplied = {slot: _constant(value) for slot, value in fixed.items() if not isinstance(value, str)}
    encoding = encode(program, supplied, incomplete=bool(unknown))
    pinned = [
        encoding.free[slot].value == number_of(value, encoding)
        for slot, value in fixed.items()
        if isinstance(value, str) and slot in encoding.free
    ]
    slots = tuple(step.slot for step in program.fields if step.slot in free)
    present = [encoding.free[slot].known for slot in slots]
    return _Search(
        encoding,
        slots,
        tuple(given[slot] for slot in slots),
        tuple(free[slot] for slot in slots),
        all_of((*pinned, *present, wished(encoding, wish))),
        calendar,
        effort,
    )


@dataclass(slots=True)
class _Search:
    """One case as formulas, of which some fields are free; a field is known by its place among those."""

    encoding: Encoding
    slots: tuple[Slot, ...]
    held: tuple[Value, ...]
    freedom: tuple[Freedom, ...]
    claim: InitVar[Formula]
    calendar: InitVar[Calendar]
    effort: InitVar[int]
    asked: Asked = field(init=False)

    def __post_init__(self, claim: Formula, calendar: Calendar, effort: int) -> None:
        about = tuple(step.slot for step in self.encoding.program.steps)
        whole = all_of((claim, *(self.allowed(at) for at in range(len(self.slots)))))
        self.asked = Asked(self.encoding, whole, about, calendar, effort=effort)

    def case(self, *more: Formula) -> tuple[Value, ...] | None:
        """The free fields of some case that is as wished; None where there is none."""
        match self.asked.case(*more):
            case Found(values=values):
                return tuple(values[slot] for slot in self.slots)
            case Never():
                return None
            case Undecided() as undecided:
                raise _UndecidedError(undecided)

    def groups(self) -> Iterator[tuple[int, ...]]:
        """The smallest groups of fields that have to be otherwise, each once."""
        others = [self.differs(at) for at in range(len(self.slots))]
        seen: list[Formula] = []
        for size in range(1, len(self.slots) + 1):
            few = z3.PbLe([(other, 1) for other in others], size)
            while len(seen) < MOST_GROUPS and (found := self.case(few, *seen)) is not None:
                group = tuple(at for at, value in enumerate(found) if not self.is_held(at, value))
                seen.append(not_(all_of(others[at] for at in group)))
                yield group
            if seen:
                return

    def within(self, group: tuple[int, ...]) -> Iterator[Mapping[int, Value]]:
        """The nearest changes of just these fields."""
        rest = [not_(self.differs(at)) for at in range(len(self.slots)) if at not in group]
        for ways in product(*(self.ways(at) for at in group)):
            found = self.case(*rest, *(way for way, _ in ways))
            if found is None:
                continue
            fixed = [*rest, *(way for way, _ in ways)]
            for at, (_, is_number) in zip(group, ways, strict=True):
                if is_number:
                    found = self.as_near_as_can_be(at, found, fixed)
                    fixed.append(self.variable(at) == found[at])
            yield {at: found[at] for at in group}

    def as_near_as_can_be(self, at: int, found: tuple[Value, ...], fixed: list[Formula]) -> tuple[Value, ...]:
        """Of the cases with this much fixed one in which a number is nearest to what it is."""
        held, number = self.held[at], self.variable(at)
        assert isinstance(held, int)
        nearest_so_far, low = _distance(found[at], held), 1
        while low < nearest_so_far:
            middle = _between(low, nearest_so_far)
            nearer = self.case(*fixed, number - held <= middle, held - number <= middle)
            if nearer is None:
                low = middle + 1
            else:
                found, nearest_so_far = nearer, _distance(nearer[at], held)
        return found

    def ways(self, at: int) -> Iterator[tuple[Formula, bool]]:
        """The ways in which a field can be otherwise, and whether it is then still to be told how far."""
        match self.freedom[at]:
            case Within():
                yield self.variable(at) > self.held[at], True
                yield self.variable(at) < self.held[at], True
            case others:
                for other in others:
                    yield self.equals(at, other), False

    def allowed(self, at: int) -> Formula:
        match self.freedom[at]:
            case Within(lowest, highest):
                number = self.variable(at)
                may = all_of((number >= lowest, number <= highest))
            case others:
                may = any_of(self.equals(at, other) for other in others)
        return any_of((self.equals(at, self.held[at]), may))

    def variable(self, at: int) -> Formula:
        return self.encoding.free[self.slots[at]].value

    def equals(self, at: int, value: Value) -> Formula:
        return self.variable(at) == number_of(value, self.encoding)

    def differs(self, at: int) -> Formula:
        return z3.Not(self.equals(at, self.held[at]))

    def is_held(self, at: int, value: Value) -> bool:
        return type(value) is type(self.held[at]) and value == self.held[at]


def _between(low: int, high: int) -> int:
    """Where to look next: what changes an outcome lies near more often than far."""
    return min(low * 8, (low + high - 1) // 2) if low * 8 < high else (low + high - 1) // 2


def _distance(value: Value, held: int) -> int:
    assert isinstance(value, int)
    return abs(value - held)


def _constant(value: Value) -> Symbolic:
    match value:
        case Absent():
            return absent(value)
        case bool():
            return Symbolic(TRUE if value else FALSE)
        case Duration(amount=amount):
            return Symbolic(z3.IntVal(amount))
        case _:
            return Symbolic(z3.IntVal(value))
