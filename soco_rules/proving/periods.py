"""The days that proofs are about, and the days without a version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from soco_rules.catalogue import finding
from soco_rules.compiler.program import Compiled
from soco_rules.diagnostics import Diagnostic
from soco_rules.model.agreement import Agreement
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch

WITHOUT_END = 5 * 365
"""How many days are looked at where neither the rules nor their tables end."""


@dataclass(frozen=True, slots=True)
class Period:
    """Some days in a row, both ends included."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{as_dutch(self.first, Kind.DATE)} tot en met {as_dutch(self.last, Kind.DATE)}"


def period_of(compiled: Compiled, first: int, following: int | None) -> Period:
    """The days that the proofs about a stretch look at: to where the next one begins, else as far as the tables go."""
    ends = [] if following is None else [following - 1]
    ends += [] if compiled.stack.valid_to is None else [compiled.stack.valid_to]
    tables = [table.known_through for table in compiled.stack.amounts.values()]
    if not ends:
        ends = [max(tables)] if tables and max(tables) > first else [first + WITHOUT_END]
    return Period(first, min(ends))


def days_between(versions: tuple[Agreement, ...]) -> Iterator[Diagnostic]:
    """A finding for every interruption between two versions."""
    for before, after in pairwise(versions):
        if before.valid_to is not None and before.valid_to + 1 < after.valid_from:
            gap = Period(before.valid_to + 1, after.valid_from - 1)
            message = f"Van {gap} is er geen versie van '{after.reference}' in werking."
            yield finding("bewijs-tussentijd", after.spans.get("geldig_vanaf", after.span), message)
