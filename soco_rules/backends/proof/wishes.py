"""What makes a case that z3 found readable: amounts and days as people have them, where the claim leaves the choice."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from soco_rules.backends.proof.encode import REFERENCE
from soco_rules.backends.proof.encode import Encoding
from soco_rules.backends.proof.symbolic import Expression
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.compiler.program import DECISION_DATE
from soco_rules.model.program import Slot
from soco_rules.model.values import Kind

LARGE_AMOUNT = 300_000
"""Cents: three thousand euro."""
LARGE_COUNT = 60
FIRST_DAY = date(1960, 1, 1).toordinal()
YEAR = 366
TWO_MONTHS = 61


def wishes(encoding: Encoding, slots: Iterable[Slot]) -> Iterator[Formula]:
    """For every value that is free among some slots: the first to choose from; small, whole, and not far away."""
    fields = {step.slot: step for step in encoding.program.fields}
    free = [slot for slot in slots if slot in encoding.free]
    for slot in free:
        if choices := fields[slot].type.choices:
            yield encoding.free[slot].value == encoding.texts.index(choices[0])
    for slot in free:
        if slot == DECISION_DATE:
            yield from _soon_after(encoding.free[slot].value)
        else:
            yield from _for_one(fields[slot].type.kind, encoding.free[slot].value)


def _soon_after(day: Expression) -> Iterator[Formula]:
    yield day >= REFERENCE
    yield day <= REFERENCE + TWO_MONTHS


def _for_one(kind: Kind, value: Expression) -> Iterator[Formula]:
    match kind:
        case Kind.MONEY:
            yield value >= 0
            yield value <= LARGE_AMOUNT
            yield value % 100 == 0
        case Kind.COUNT:
            yield value >= 0
            yield value <= LARGE_COUNT
        case Kind.DATE:
            yield value >= FIRST_DAY
            yield value <= REFERENCE + YEAR
        case _:
            return
