"""Amounts, numbers and days as people have them, where the search leaves the choice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from soco_rules.backends.proof.encode import REFERENCE
from soco_rules.backends.proof.encode import Encoding
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.compiler.program import DECISION_DATE
from soco_rules.model.program import AddMonths
from soco_rules.model.program import Const
from soco_rules.model.program import MonthsBetween
from soco_rules.model.program import Node
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import children
from soco_rules.model.program import nodes_of
from soco_rules.model.program import reads
from soco_rules.model.values import Kind

FIRST_BIRTH = date(1940, 1, 1).toordinal()
YEAR = 366
TWO_MONTHS = 61
MONTHS_IN_YEAR = 12
OF_AGE = 16 * MONTHS_IN_YEAR


LARGE_AMOUNT = 300_000
"""Cents: three thousand euro."""
LARGE_COUNT = 60


def plain(encoding: Encoding) -> Iterator[Formula]:
    """Every number is small and in whole euros, and every day that is no birth within a year."""
    births = frozenset(_births(encoding.program))
    for slot, kind, value in _free(encoding):
        if kind is Kind.MONEY:
            yield from (value >= 0, value <= LARGE_AMOUNT, value % 100 == 0)
        elif kind is Kind.COUNT:
            yield value <= LARGE_COUNT
        elif slot not in births:
            yield from (value >= REFERENCE - YEAR, value <= REFERENCE + YEAR)


def sensible(encoding: Encoding) -> Iterator[Formula]:
    """Nobody was born before 1940, nothing lies far ahead, and the decision comes soon after the reference date."""
    for slot, kind, value in _free(encoding):
        if slot == DECISION_DATE:
            yield from (value >= REFERENCE, value <= REFERENCE + TWO_MONTHS)
        elif kind is Kind.DATE:
            yield from (value >= FIRST_BIRTH, value <= REFERENCE + 2 * YEAR)


def _free(encoding: Encoding) -> Iterator[tuple[Slot, Kind, Formula]]:
    for step in encoding.program.fields:
        if step.type.kind in {Kind.DATE, Kind.MONEY, Kind.COUNT} and step.slot in encoding.free:
            yield step.slot, step.type.kind, encoding.free[step.slot].value


def _births(program: Program) -> Iterator[Slot]:
    """The days from which an age is told: in whole years, or as the day on which it is reached."""
    waiting: list[Node] = [node for step in program.steps for node in nodes_of(step)]
    while waiting:
        node = waiting.pop()
        match node:
            case MonthsBetween(step=step, start=start) if step == MONTHS_IN_YEAR:
                yield from reads(start)
            case AddMonths(date=born, months=Const(int() as months)) if months >= OF_AGE:
                yield from reads(born)
        waiting.extend(children(node))
