"""Two readings beside each other, over the same cases: in which case an outcome goes from one value to another."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.backends.proof.calendar import Calendar
from soco_rules.backends.proof.encode import REFERENCE
from soco_rules.backends.proof.encode import YEARS_BETWEEN
from soco_rules.backends.proof.encode import Encoding
from soco_rules.backends.proof.encode import Window
from soco_rules.backends.proof.encode import encode
from soco_rules.backends.proof.otherwise import Reading
from soco_rules.backends.proof.otherwise import reached_by
from soco_rules.backends.proof.solve import EFFORT
from soco_rules.backends.proof.solve import Answer
from soco_rules.backends.proof.solve import Found
from soco_rules.backends.proof.solve import ask
from soco_rules.backends.proof.symbolic import FALSE
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.backends.proof.symbolic import Symbolic
from soco_rules.backends.proof.symbolic import absent
from soco_rules.backends.proof.symbolic import all_of
from soco_rules.backends.proof.symbolic import any_of
from soco_rules.backends.proof.symbolic import differs
from soco_rules.backends.proof.symbolic import not_
from soco_rules.backends.proof.wishes import wishes
from soco_rules.compiler.program import DECISION_DATE
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import whole
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import ORDERED
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value

PLAIN = 1000
"""Cents."""
YEAR = 366
SOON, RECENT, GROWN, LIFETIME = 61, 2 * YEAR, 21 * YEAR, 66 * YEAR
"""Days: within which the days of a case are, where that can be."""
TRYING = 20
"""What part of the effort may go to a case that reads better."""


@dataclass(frozen=True, slots=True)
class Turn:
    """From what to what an outcome goes.

    Of a number only the direction counts: `sign` is 1 where it becomes more or later, -1 where less or earlier, and the
    values that are known are None. Of anything else `sign` is 0 and the values are those.
    """

    before: Value | None
    after: Value | None
    sign: int = 0


def turn_of(kind: Kind, before: Value, after: Value) -> Turn | None:
    """What becomes of an outcome; None where it stays the same."""
    if type(before) is type(after) and before == after:
        return None
    if kind not in ORDERED:
        return Turn(before, after)
    match before, after:
        case Absent(), Absent():
            return Turn(before, after)
        case Absent(), _:
            return Turn(before, None)
        case _, Absent():
            return Turn(None, after)
        case int(), int():
            return Turn(None, None, 1 if after > before else -1)
        case _:
            raise AssertionError((before, after))


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two stacks as formulas over the same facts; `both` knows the bounds and the free fields of the two."""

    before: Reading
    after: Reading
    both: Encoding
    shared: Formula


def pair_of(before: Compiled, after: Compiled, changed: Collection[Slot], window: Window) -> Pair:
    """The formulas of two stacks, of which the steps that are not `changed` and read nothing changed are the same.

    What is open is unknown on its own side. A fact that both have is one fact, within the bounds of both.
    """
    old = _encoded(before, window)
    grown = reached_by((before, after), changed)
    new = _encoded(after, window, old, grown)
    return Pair(
        before=Reading(before, old),
        after=Reading(after, new),
        both=replace(
            new,
            calendar=(*old.calendar, *new.calendar),
            bounds={
                slot: (*old.bounds.get(slot, ()), *new.bounds.get(slot, ()))
                for slot in (*old.bounds, *new.bounds)
            },
            free={**old.free, **new.free},
        ),
        shared=all_of(_shared(old, new)),
    )


def ask_whether(
    pair: Pair,
    programs: tuple[Program, Program],
    claim: Formula,
    about: Collection[Slot],
    calendar: Calendar,
    *,
    hopes: Iterable[Formula] = (),
    effort: int = EFFORT,
    is_over: Callable[[], bool] = lambda: False,
) -> Answer:
    """Whether some case of two decisions makes a claim true, as readable a case as can be.

    `about` are the steps that the claim rests on; `hopes` hold in the case before anything else that is readable.
    Once `is_over` says so nothing more is asked, as in `solve.ask`.
    """
    fields = {step.slot: step for program in programs for step in program.fields if step.slot in about}
    encoding = replace(pair.both, program=replace(programs[1], steps=tuple(fields.values())))
    encoding = replace(encoding, free={slot: free for slot, free in encoding.free.items() if slot in fields})
    wished = (*hopes, *wishes(encoding, fields))
    claim = all_of((claim, pair.shared))
    answer = ask(encoding, claim, about, calendar, effort=effort, is_over=is_over)
    if not isinstance(answer, Found):
        return answer
    for near in (tuple(_near(encoding, recent=True)), tuple(_near(encoding, recent=False)), ()):
        closer = all_of((claim, *near))
        nicer = ask(
            encoding, closer, about, calendar, wishes=wished, effort=effort // TRYING, is_over=is_over
        )
        if isinstance(nicer, Found):
            return nicer
    return answer


def _near(encoding: Encoding, *, recent: bool) -> Iterator[Formula]:
    """Every free day within a lifetime; `recent` has them near, and the birth of whom years are counted far enough."""
    counted = {str(use.arguments[0]) for use in encoding.calendar if use.name == YEARS_BETWEEN}
    for step in encoding.program.fields:
        free = encoding.free.get(step.slot)
        if free is None or free.value is None or step.type.kind is not Kind.DATE:
            continue
        first, last = LIFETIME, YEAR
        if recent:
            first, last = (LIFETIME, -GROWN) if step.slot in counted else (RECENT, SOON)
        if step.slot == DECISION_DATE:
            first, last = 0, SOON
        near = all_of((free.value >= REFERENCE - first, free.value <= REFERENCE + last))
        yield any_of((not_(free.known), near))


def turns(pair: Pair, programs: tuple[Program, Program], slot: Slot, known: Iterable[Turn]) -> Formula:
    """In which cases an outcome is otherwise, without the turns that are `known`."""
    one, other = _sides(pair, programs, slot)
    return all_of((differs(one, other), *(not_(_is_turn(pair, one, other, turn)) for turn in known)))


def plainly(pair: Pair, programs: tuple[Program, Program], slot: Slot, kind: Kind) -> Iterator[Formula]:
    """That an amount differs by no less than ten euro, so that a case does not hang on a cent."""
    one, other = _sides(pair, programs, slot)
    if kind is Kind.MONEY and one.value is not None and other.value is not None:
        apart = any_of((one.value - other.value >= PLAIN, other.value - one.value >= PLAIN))
        yield any_of((not_(one.known), not_(other.known), apart))


def breaks(
    pair: Pair, programs: tuple[Program, Program], *, before: bool
) -> Mapping[tuple[str, str | None], Formula]:
    """For each requirement in which cases only one side breaks it: the one `before` or the one after.

    Where the decision does not apply nothing is broken.
    """
    old, new = (
        {
            name: all_of((reading.gate(program).holds, broken))
            for name, broken in reading.broken(program).items()
        }
        for reading, program in zip((pair.before, pair.after), programs, strict=True)
    )
    here, there = (old, new) if before else (new, old)
    return {name: all_of((broken, not_(there.get(name, FALSE)))) for name, broken in here.items()}


def other_rule(pair: Pair, programs: tuple[Program, Program], slot: Slot) -> Formula:
    """In which cases the outcome is the same and another rule decides."""
    one, other = _sides(pair, programs, slot)
    old, new = pair.before.wins(slot), pair.after.wins(slot)
    moved = any_of(
        differs(Symbolic(old.get(name, FALSE)), Symbolic(new.get(name, FALSE)))
        for name in dict.fromkeys((*old, *new))
    )
    return all_of((one.known, other.known, not_(differs(one, other)), moved))


def _encoded(
    compiled: Compiled,
    window: Window,
    base: Encoding | None = None,
    changed: frozenset[Slot] = frozenset(),
) -> Encoding:
    open_points = {
        step.slot: absent(Absent.UNKNOWN)
        for step in compiled.steps.values()
        if isinstance(step, Field) and step.origin is Origin.POINT and step.constant is None
    }
    return encode(whole(compiled), open_points, window=window, base=base, changed=changed)


def _shared(old: Encoding, new: Encoding) -> Iterator[Formula]:
    """A fact that can be missing on one side only is not missing."""
    for slot in old.free.keys() & new.free.keys():
        one, other = old.free[slot], new.free[slot]
        if one.absences.keys() != other.absences.keys():
            yield all_of((one.known, other.known))


def _sides(pair: Pair, programs: tuple[Program, Program], slot: Slot) -> tuple[Symbolic, Symbolic]:
    before, after = programs
    return pair.before.outcome(before, slot), pair.after.outcome(after, slot)


def _is_turn(pair: Pair, one: Symbolic, other: Symbolic, turn: Turn) -> Formula:
    if turn.sign:
        assert one.value is not None
        assert other.value is not None
        more = other.value > one.value if turn.sign > 0 else other.value < one.value
        return all_of((one.known, other.known, more))
    return all_of((_is(pair, one, turn.before), _is(pair, other, turn.after)))


def _is(pair: Pair, symbolic: Symbolic, value: Value | None) -> Formula:
    match value:
        case None:
            return symbolic.known
        case Absent():
            return symbolic.is_(value)
        case bool():
            return symbolic.holds if value else symbolic.fails
        case str() if symbolic.value is not None and value in pair.both.texts:
            return all_of((symbolic.known, symbolic.value == pair.both.texts.index(value)))
        case _:
            return FALSE
