"""Whether two cases that differ in some facts only break what a rule file says of the two: none, or those found."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

import z3

from soco_rules.backends.proof.calendar import Calendar
from soco_rules.backends.proof.encode import Encoding
from soco_rules.backends.proof.encode import encode
from soco_rules.backends.proof.otherwise import World
from soco_rules.backends.proof.otherwise import reached_by
from soco_rules.backends.proof.solve import EFFORT
from soco_rules.backends.proof.solve import Answer
from soco_rules.backends.proof.solve import ask
from soco_rules.backends.proof.symbolic import FALSE
from soco_rules.backends.proof.symbolic import TRUE
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.backends.proof.symbolic import Symbolic
from soco_rules.backends.proof.symbolic import all_of
from soco_rules.backends.proof.symbolic import any_of
from soco_rules.backends.proof.symbolic import differs
from soco_rules.backends.proof.symbolic import not_
from soco_rules.backends.proof.wishes import wishes
from soco_rules.model.agreement import Sense
from soco_rules.model.program import Field
from soco_rules.model.program import Pairing
from soco_rules.model.program import Slot

CLEAR = (100, 5_000)
"""In cents: one euro, and fifty."""


def of_second(slot: Slot) -> Slot:
    """Under which name a fact stands in the case that is found, where the second of the two has another value."""
    return f"{slot}'"


def pair(
    first: World,
    pairing: Pairing,
    about: Collection[Slot],
    calendar: Calendar,
    *,
    among: Formula = TRUE,
    effort: int = EFFORT,
) -> Answer:
    """The two cases as one: what differs stands in it twice, of the second case under `of_second`.

    `about` are the steps that the comparison rests on, `among` holds in every case that counts.
    """
    both, second = _doubled(first, pairing)
    twice = [of_second(slot) for slot in pairing.changes]
    answer_to = {*about, *pairing.changes, *twice}
    wished = (
        *_clear(pairing, first.encoding, second),
        *wishes(both, (slot for slot in both.free if slot in answer_to)),
    )
    claim = all_of((among, _broken(pairing, first.encoding, second)))
    return ask(both, claim, answer_to, calendar, wishes=wished, effort=effort)


def compares_something(
    first: World, pairing: Pairing, about: Collection[Slot], calendar: Calendar, *, effort: int = EFFORT
) -> Answer:
    """Two cases in which what is compared has a value in both, so that the comparison can fail at all."""
    both, second = _doubled(first, pairing)
    twice = [of_second(slot) for slot in pairing.changes]
    pairs = ((first.encoding.values[slot], second.values[slot]) for slot in pairing.compared)
    known = any_of(all_of((one.known, other.known)) for one, other in pairs)
    claim = all_of(
        (*_raised(pairing, first.encoding, second), known, not_(_excused(pairing, first.encoding, second)))
    )
    return ask(both, claim, {*about, *pairing.changes, *twice}, calendar, effort=effort)


def _doubled(first: World, pairing: Pairing) -> tuple[Encoding, Encoding]:
    """Both cases together, and the second alone: a copy with its own fields for what differs."""
    second = encode(
        first.program,
        window=first.window,
        base=first.encoding,
        changed=reached_by((first.compiled,), pairing.changes),
        renamed={slot: of_second(slot) for slot in pairing.changes},
        freed=first.freed,
        incomplete=first.incomplete,
    )
    differing = tuple(
        replace(step, slot=of_second(step.slot))
        for step in first.program.steps
        if isinstance(step, Field) and step.slot in pairing.changes
    )
    both = replace(
        second,
        program=replace(first.program, steps=(*first.program.steps, *differing)),
        calendar=(*first.encoding.calendar, *second.calendar),
        bounds={**first.encoding.bounds, **second.bounds},
        free={**first.encoding.free, **second.free},
    )
    return both, second


def _broken(pairing: Pairing, one: Encoding, other: Encoding) -> Formula:
    outcomes = ((one.values[slot], other.values[slot]) for slot in pairing.compared)
    broken = any_of(_differs(pairing.sense, *pair) for pair in outcomes)
    return all_of((*_raised(pairing, one, other), broken, not_(_excused(pairing, one, other))))


def _excused(pairing: Pairing, one: Encoding, other: Encoding) -> Formula:
    return any_of(side.values[slot].holds for side in (one, other) for slot in pairing.unless)


def _clear(pairing: Pairing, one: Encoding, other: Encoding) -> Iterator[Formula]:
    """For cases from low to high in which what is compared goes wrong by more than a rounding."""
    for slot in pairing.changes if pairing.sense is Sense.SAME else ():
        yield _less(one.values[slot], other.values[slot])
    for slot in pairing.compared if pairing.sense is not Sense.SAME else ():
        before, after = one.values[slot].value, other.values[slot].value
        if before is not None and after is not None:
            loss = before - after if pairing.sense is Sense.NOT_LOWER else after - before
            yield from (loss >= least for least in CLEAR)


def _raised(pairing: Pairing, one: Encoding, other: Encoding) -> Iterator[Formula]:
    """That the fact is higher in the second case; of an equality anything may differ."""
    if pairing.sense is not Sense.SAME:
        for slot in pairing.changes:
            yield _less(one.values[slot], other.values[slot])


def _differs(sense: Sense, before: Symbolic, after: Symbolic) -> Formula:
    match sense:
        case Sense.NOT_LOWER:
            return _less(after, before)
        case Sense.NOT_HIGHER:
            return _less(before, after)
        case Sense.SAME:
            return differs(before, after)
        case _:
            assert_never(sense)


def _less(one: Symbolic, other: Symbolic) -> Formula:
    if one.value is None or other.value is None:
        return FALSE
    less = one.value < other.value if z3.is_int(one.value) else all_of((not_(one.value), other.value))
    return all_of((one.known, other.known, less))
