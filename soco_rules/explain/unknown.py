"""Which missing fields an unknown value hangs on, nearest first."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from soco_rules.explain.anatomy import Organ
from soco_rules.explain.anatomy import Part
from soco_rules.explain.support import Trace
from soco_rules.model.program import Field
from soco_rules.model.program import If
from soco_rules.model.program import Read
from soco_rules.model.program import Slot
from soco_rules.model.program import Verdict
from soco_rules.model.values import Absent
from soco_rules.model.values import Value


def candidates(found: Trace, given: Mapping[Slot, Value], targets: Iterable[Slot]) -> dict[Slot, bool]:
    """The missing fields that an unknown value of the targets hangs on; False behind a gate that is not open yet."""
    walk = _Walk(found, given)
    gate = found.anatomy.gate
    if gate is not None:
        walk.part(gate)
    if gate is None or found.values[gate.slot] in {True, Absent.UNKNOWN}:
        for target in targets:
            walk.slot(target)
    walk.finish()
    return walk.fields


def behind_gate(found: Trace, given: Mapping[Slot, Value], gate: Part) -> dict[Slot, bool]:
    """The same for the gate of a field."""
    walk = _Walk(found, given)
    walk.part(gate)
    walk.finish()
    return walk.fields


@dataclass(slots=True)
class _Walk:
    """Goes from unknown to unknown, nearest first."""

    found: Trace
    given: Mapping[Slot, Value]
    fields: dict[Slot, bool] = field(default_factory=dict)
    seen: set[Slot] = field(default_factory=set)
    waiting: list[Slot] = field(default_factory=list)

    def slot(self, slot: Slot) -> None:
        if slot not in self.seen and self.found.values[slot] is Absent.UNKNOWN:
            self.seen.add(slot)
            self.waiting.append(slot)

    def part(self, part: Part) -> None:
        if self.found.values[part.slot] is not Absent.UNKNOWN:
            return
        if isinstance(part.node, Read):
            self.slot(part.slot)
        for operand in _in_play(part, self.found.values):
            self.part(operand)

    def finish(self) -> None:
        position = 0
        while position < len(self.waiting):
            self.organ(self.found.anatomy.organs[self.waiting[position]])
            position += 1

    def organ(self, organ: Organ) -> None:
        opened = organ.gate is None or self.found.values[organ.gate.slot] is True
        if organ.gate is not None and not opened:
            self.part(organ.gate)
        if isinstance(organ.step, Field):
            if self.given.get(organ.step.slot, Absent.UNKNOWN) is Absent.UNKNOWN:
                self.fields[organ.step.slot] = opened
        elif organ.rulings:
            self.rulings(organ, opened=opened)
        elif organ.body is not None:
            self.part(organ.body)

    def rulings(self, organ: Organ, *, opened: bool) -> None:
        verdict = self.found.verdicts[organ.step.slot] if opened else Verdict()
        for position in _relevant(organ, verdict, self.found.values, opened=opened):
            ruling = organ.rulings[position]
            self.part(ruling.outcome)
            for presupposed in _with_bases(organ, position):
                self.part(organ.rulings[presupposed].condition)
        if organ.body is not None and not verdict.applying:
            self.part(organ.body)


def _in_play(part: Part, values: Mapping[Slot, Value]) -> tuple[Part, ...]:
    match part.node:
        case If():
            condition, then, otherwise = part.parts
            match values[condition.slot]:
                case True:
                    return (then,)
                case False:
                    return (otherwise,)
                case _:
                    return part.parts
        case _:
            return part.parts


def _relevant(organ: Organ, verdict: Verdict, values: Mapping[Slot, Value], *, opened: bool) -> Iterator[int]:
    """The rules that may still make a difference."""
    if not opened:
        for position, ruling in enumerate(organ.rulings):
            if values[ruling.condition.slot] not in {False, Absent.NOT_APPLICABLE}:
                yield position
        return
    beaten = {
        loser
        for winner in verdict.applying
        for loser in _wins_from(organ, winner, frozenset(verdict.applying))
    }
    in_the_running = {
        position for position in (*verdict.applying, *verdict.undecided) if position not in beaten
    }
    every = frozenset(range(len(organ.rulings)))
    for position in (*verdict.applying, *verdict.undecided):
        if position in in_the_running:
            yield position
        elif position in verdict.undecided and _wins_from(organ, position, every) & in_the_running:
            yield position  # it does not win, and may decide who does


def _wins_from(organ: Organ, position: int, applying: frozenset[int]) -> set[int]:
    clause = organ.rulings[position].clause
    beaten = set(clause.precedes)
    for base in clause.bases & applying:
        beaten |= {base} | _wins_from(organ, base, applying)
    return beaten


def _with_bases(organ: Organ, position: int) -> dict[int, None]:
    found: dict[int, None] = {}
    waiting = [position]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found[current] = None
            waiting.extend(sorted(organ.rulings[current].clause.bases))
    return found
