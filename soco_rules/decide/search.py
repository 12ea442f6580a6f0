"""What becomes certain when the missing answers are tried, and what is still to be asked."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.decide.calculation import Calculated
from soco_rules.decide.calculation import differences_on
from soco_rules.decide.calculation import is_refused
from soco_rules.decide.calculation import values_to_write
from soco_rules.explain.missing import LIMIT
from soco_rules.explain.missing import Open
from soco_rules.explain.missing import Remaining
from soco_rules.explain.missing import remaining
from soco_rules.explain.wording import writable
from soco_rules.model.program import Field
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Value

LIMIT_FOR_COMPANIONS = 256
"""How many combinations of answers are tried for what stands in `ook`."""


@dataclass(frozen=True, slots=True)
class Needed:
    """A missing answer, with the names of the values it is needed for; `removes` is as in `Open`."""

    field: Field
    removes: int | None
    needed_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Searched:
    """The values that are certain now, what is needed for the others, and where the calculators differ.

    `differences` are those on the case or, where there are none, on the first completion of it that has any.
    """

    values: Mapping[Slot, Value]
    differences: tuple[str, ...]
    needed: tuple[Needed, ...] = ()


def search(calculated: Calculated) -> Searched:
    """Try the missing answers where the outcome, or what stands in `ook`, is unknown."""
    searched = Searched(values_to_write(calculated), calculated.differences)
    if is_refused(calculated):
        return searched
    program = calculated.program
    searched = _tried(searched, calculated, program.decision.outcome, program.outcome, LIMIT)
    for name, slots in program.companions.items():
        searched = _tried(searched, calculated, name, slots, LIMIT_FOR_COMPANIONS)
    return searched


def try_answers(calculated: Calculated, targets: tuple[Slot, ...], limit: int) -> Remaining:
    """What remains for some targets, of which at least one is unknown, after trying answers up to a limit."""
    calculators = calculated.calculators
    return remaining(
        calculated.found,
        calculators.reference,
        calculators.inside,
        calculated.bound.values,
        targets,
        limit=limit,
        ranges=_ranges(calculated),
    )


def _ranges(calculated: Calculated) -> dict[Slot, tuple[int, int]]:
    """Between which numbers the missing answers of this case lie, where that is known."""
    known = calculated.bound.case.ranges
    if not known:
        return {}
    fields = {(each.name, each.role): each.slot for each in calculated.program.fields}
    return {fields[key]: between for key, between in known.items() if key in fields}


def decided_by(left: Remaining, calculated: Calculated) -> dict[Slot, Value]:
    """The targets of which one value remains, with that value."""
    decided: dict[Slot, Value] = {}
    for slot in left.outcomes:
        only = left.decided(slot)
        if only is not None:
            decided[slot] = writable(only, calculated.calculators.kind_of(slot))
    return decided


def has_unknown(values: Mapping[Slot, Value], slots: Iterable[Slot]) -> bool:
    """Whether one of the slots is unknown."""
    return any(values[slot] is Absent.UNKNOWN for slot in slots)


def _tried(
    searched: Searched, calculated: Calculated, name: str, slots: tuple[Slot, ...], limit: int
) -> Searched:
    """What becomes of one value of the decision, which has a slot for each person or one."""
    if not has_unknown(searched.values, slots):
        return searched
    left = try_answers(calculated, slots, limit)
    decided = decided_by(left, calculated)
    is_new = any(searched.values[slot] is not value for slot, value in decided.items())
    differences = searched.differences
    if is_new and not differences:
        differences = _first_differences(calculated, left)
    values = {**searched.values, **decided}
    needed = searched.needed
    if has_unknown(values, slots):
        needed = _also_for(name, left.missing, needed)
    return Searched(values, differences, needed)


def _first_differences(calculated: Calculated, left: Remaining) -> tuple[str, ...]:
    """Where the calculators differ on the first completion on which they do: what was decided rests on those."""
    for completed in left.completions:
        if differences := differences_on(calculated.calculators, completed):
            return differences
    return ()


def _also_for(name: str, missing: Iterable[Open], needed: Iterable[Needed]) -> tuple[Needed, ...]:
    """What was needed already and what is missing for this name, each answer once."""
    found = {one.field.slot: one for one in needed}
    for one in missing:
        known = found.get(one.field.slot)
        if known is None:
            found[one.field.slot] = Needed(one.field, one.removes, (name,))
        elif name not in known.needed_for:
            found[one.field.slot] = replace(known, needed_for=(*known.needed_for, name))
    return tuple(found.values())
