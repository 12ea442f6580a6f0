"""Where someone stands among the others of a book: what the rules count, in which order, and up to which limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.dossiers.counting import Counted
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import Prepared
from soco_rules.dossiers.query import OTHERS
from soco_rules.dossiers.query import Runner
from soco_rules.dossiers.query import run
from soco_rules.model.program import Compare
from soco_rules.model.program import Field
from soco_rules.model.program import Node
from soco_rules.model.program import Origin
from soco_rules.model.program import children
from soco_rules.model.program import nodes_of
from soco_rules.model.program import reads
from soco_rules.model.values import in_words
from soco_rules.model.values import spaced

Rank = tuple[int | None, ...]
"""How many, or how much, stands before someone; None where that is not known."""


Reach = tuple[tuple[int, int] | None, ...]
"""How many, or how much, stands before someone at least and at most; None where not even that is known."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A name of the rules with its value in words."""

    name: str
    value: str

    def __str__(self) -> str:
        return f"{spaced(self.name)}: {self.value}"


def compared(desk: Desk) -> tuple[Runner, ...]:
    """The definitions that hold the others against who is decided on (`deze`): they give the order."""
    used = {field.slot for field in desk.program.fields}
    return tuple(each for each in _among(desk) if each.query.whole is not None and each.query.slot in used)


def rank_of(prepared: Prepared) -> Rank:
    """Where someone stands, by the definitions of the rule file in its order; who has less before him comes first."""
    values = (prepared.bound.values[runner.query.slot] for runner in compared(prepared.desk))
    return tuple(value if isinstance(value, int) else None for value in values)


def reach_of(prepared: Prepared) -> Reach:
    """As `rank_of`, with what is known of where someone stands: at least and at most so many come first."""
    ranges = prepared.bound.case.ranges
    return tuple(
        (value, value) if isinstance(value, int) else ranges.get((runner.query.fact.name, runner.query.role))
        for value, runner in zip(rank_of(prepared), compared(prepared.desk), strict=True)
    )


def by_reach(reach: Reach) -> tuple[tuple[bool, int, int], ...]:
    """The key to sort on: who comes first at worst; of those who can, who cannot come sooner comes before."""
    return tuple((part is None, part[1] if part else 0, -part[0] if part else 0) for part in reach)


def by_rank(rank: Rank) -> tuple[tuple[bool, int], ...]:
    """The key to sort on; what is not known comes last."""
    return tuple((part is None, part or 0) for part in rank)


def counts(desk: Desk, counted: Counted) -> tuple[Figure, ...]:
    """What the rules count over the whole book, as it is now."""
    plain = (runner for runner in _among(desk) if runner.query.whole is None)
    found = ((runner.query, run(runner, counted.rows[runner.query.slot], {}).value) for runner in plain)
    return tuple(Figure(query.fact.name, in_words(value, query.fact.type)) for query, value in found)


def limits(desk: Desk) -> tuple[Figure, ...]:
    """The agreed points with which the rules compare what they count over the book."""
    counted = {runner.query.slot for runner in _among(desk)}
    points = {field.slot: field for field in desk.program.fields if field.origin is Origin.POINT}
    found: dict[str, Field] = {}
    for step in desk.program.steps:
        for node in nodes_of(step):
            for compare in _compares(node):
                read = set(reads(compare))
                if read & counted:
                    found |= {slot: points[slot] for slot in points if slot in read}
    return tuple(Figure(field.name, _agreed(field)) for field in found.values())


def _among(desk: Desk) -> tuple[Runner, ...]:
    return tuple(runner for runner in desk.plan.runners if runner.query.pool in OTHERS)


def _compares(node: Node) -> Iterator[Compare]:
    if isinstance(node, Compare):
        yield node
        return
    for child in children(node):
        yield from _compares(child)


def _agreed(field: Field) -> str:
    return "nog niet geregeld" if field.constant is None else in_words(field.constant, field.type)
