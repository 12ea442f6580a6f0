"""Which answers to a missing field are tried: those that stand for all of its answers.

Numbers and dates are tried at and around the values that they are compared with, and only where they are used for
nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from functools import lru_cache
from types import MappingProxyType

from soco_rules.explain.anatomy import Anatomy
from soco_rules.explain.anatomy import Use
from soco_rules.explain.anatomy import field_of
from soco_rules.explain.support import Trace
from soco_rules.model.program import Compare
from soco_rules.model.program import Field
from soco_rules.model.program import IsApplicable
from soco_rules.model.program import Slot
from soco_rules.model.program import reads
from soco_rules.model.program import reads_of
from soco_rules.model.values import ORDERED
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value

SMALL = 32
"""A whole number with no more possible values than this is tried in full."""

NOWHERE_NARROWER: Mapping[Slot, tuple[int, int]] = MappingProxyType({})
"""No answer is known to lie between numbers of its own."""


def answers_to_try(
    found: Trace,
    given: Mapping[Slot, Value],
    targets: tuple[Slot, ...],
    candidates: Iterable[Slot],
    limit: int,
    *,
    ranges: Mapping[Slot, tuple[int, int]] = NOWHERE_NARROWER,
) -> dict[Slot, tuple[Value, ...]]:
    """The answers to try, as many fields as fit: the smallest first, then those that are read most."""
    domains = _Domains(
        found, frozenset(_unknown_fields(found, given)), readers(found.anatomy, targets), targets, ranges
    )
    tried = {slot: domain for slot in candidates if (domain := domains.of(slot)) and len(domain) <= limit}
    ranked = sorted(tried, key=lambda slot: (len(tried[slot]), -len(found.anatomy.uses.get(slot, ()))))
    chosen: list[Slot] = []
    size = 1
    for slot in ranked:
        if size * len(tried[slot]) <= limit:
            size *= len(tried[slot])
            chosen.append(slot)
    return {slot: tried[slot] for slot in chosen}


def _unknown_fields(found: Trace, given: Mapping[Slot, Value]) -> Iterator[Slot]:
    """The fields without an answer, but for those that certainly do not apply."""
    for step in found.anatomy.program.fields:
        if Absent.UNKNOWN is given.get(step.slot, Absent.UNKNOWN) is found.values[step.slot]:
            yield step.slot


@dataclass(slots=True)
class _Domains:
    """The answers that stand for all answers to one missing field."""

    found: Trace
    unknown: frozenset[Slot]
    readers: frozenset[Slot | None]
    targets: tuple[Slot, ...]
    ranges: Mapping[Slot, tuple[int, int]]
    behind: dict[Slot, bool] = field(default_factory=dict)

    def of(self, slot: Slot) -> tuple[Value, ...] | None:
        declared = field_of(self.found.anatomy, slot)
        domain = self._known(declared)
        if domain is not None and declared.type.may_be_absent and slot not in self.ranges:
            return (*domain, Absent.NOT_APPLICABLE)
        return domain

    def _known(self, declared: Field) -> tuple[Value, ...] | None:
        type_ = declared.type
        if type_.kind is Kind.YES_NO:
            return (True, False)
        if type_.kind is Kind.CHOICE:
            return type_.choices or None
        uses = [use for use in self.found.anatomy.uses.get(declared.slot, ()) if use.reader in self.readers]
        if declared.slot in self.targets or type_.kind not in ORDERED:
            text = type_.kind is Kind.TEXT and declared.slot not in self.targets
            return ("",) if text and _only_asked_whether(uses) else None
        low, high = self._bounds(declared)
        if low is not None and high is not None and high - low < SMALL:
            return tuple(range(low, high + 1))
        limits = [limit for use in uses for limit in self._limits(use)]
        return (
            None if None in limits else _around([limit for limit in limits if limit is not None], low, high)
        )

    def _bounds(self, declared: Field) -> tuple[int | None, int | None]:
        """Between which numbers an answer lies: those of its type, and what is known of this case."""
        low, high = _integer(declared.type.minimum), _integer(declared.type.maximum)
        least, most = self.ranges.get(declared.slot, (low, high))
        lows, highs = ([each for each in pair if each is not None] for pair in ((low, least), (high, most)))
        return max(lows, default=None), min(highs, default=None)

    def _limits(self, use: Use) -> Iterator[int | None]:
        """The values that a use compares with; None where it does something else."""
        around = use.around
        if around is None or not isinstance(around.node, Compare | IsApplicable):
            yield None
            return
        if isinstance(around.node, IsApplicable):
            return
        left, right = around.parts
        other = right if left is use.whole else left
        if any(self._reads_unknown(slot) for slot in reads(other.node)):
            yield None
            return
        value = self.found.values[other.slot]
        if isinstance(value, int):
            yield value

    def _reads_unknown(self, slot: Slot) -> bool:
        """Whether the value of a slot may change with an answer that is still missing."""
        if slot not in self.behind:
            organ = self.found.anatomy.organs[slot]
            self.behind[slot] = slot in self.unknown or any(map(self._reads_unknown, reads_of(organ.step)))
        return self.behind[slot]


def readers(anatomy: Anatomy, targets: Iterable[Slot]) -> frozenset[Slot | None]:
    """The steps that the targets may read, directly or not, and the gate of the program."""
    return _readers(anatomy, tuple(targets))


@lru_cache(maxsize=64)
def _readers(anatomy: Anatomy, targets: tuple[Slot, ...]) -> frozenset[Slot | None]:
    readers: set[Slot | None] = {None}
    waiting = [*targets, *(reads(anatomy.gate.node) if anatomy.gate else ())]
    while waiting:
        slot = waiting.pop()
        if slot not in readers:
            readers.add(slot)
            waiting.extend(reads_of(anatomy.organs[slot].step))
    return frozenset(readers)


def _only_asked_whether(uses: Iterable[Use]) -> bool:
    """Whether all that is asked of a text is whether it applies."""
    return all(use.around is not None and isinstance(use.around.node, IsApplicable) for use in uses)


def _integer(bound: object) -> int | None:
    return bound if isinstance(bound, int) else None


def _around(limits: Iterable[int], low: int | None, high: int | None) -> tuple[int, ...]:
    """Each limit with its neighbours and the bounds: a value on either side of every comparison."""
    points = {limit + step for limit in limits for step in (-1, 0, 1)}
    points |= {bound for bound in (low, high) if bound is not None} or ({0} if not points else set())
    return tuple(sorted(p for p in points if (low is None or p >= low) and (high is None or p <= high)))
