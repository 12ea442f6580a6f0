"""A scenario in which points are refused and a mutant would let them pass, or the other way about, as a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from itertools import combinations
from itertools import islice

from soco_rules.compiler.program import Compiled
from soco_rules.diagnostics import Severity
from soco_rules.facts import agreed_value
from soco_rules.model.program import Check
from soco_rules.model.program import Field
from soco_rules.model.program import Slot
from soco_rules.model.program import reads
from soco_rules.model.values import Duration
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.scenarios.alteration import Alteration
from soco_rules.scenarios.rehearsal import Staged
from soco_rules.scenarios.shelf import broken_by
from soco_rules.scenarios.supposition import as_stated
from soco_rules.scenarios.supposition import can_be_supposed
from soco_rules.scenarios.supposition import other_points
from soco_rules.scenarios.supposition import with_values
from soco_rules.scenarios.telling import Setting
from soco_rules.scenarios.telling import told

ROOM = 200
"""How far beyond a bound is tried: two percentage points."""
TRIED = 2000
"""How many ways to fill the points are tried at most."""


def refusal(alteration: Alteration) -> str | None:
    """A proposal for a mutant of a requirement about points alone; None where none was found."""
    before, after = alteration.stage.compiled, alteration.after
    points = _points(before, _changed(alteration)) | _bounded(before, after)
    if not points or not alteration.stage.staged:
        return None
    limits = (
        (*_limits(points), *_ends(before), *_ends(after)) if alteration.is_about_bounds else _limits(points)
    )
    for values in islice(_ways(points, limits), TRIED):
        if (codes := _refused(before, values)) and not _refused(after, values):
            refused = f'Dan wordt het besluit "{{}}" geweigerd met de melding "{min(codes)}"'
            return _proposed(alteration.stage.staged[0], points, values, refused, asked=False)
        if _refused(after, values) and not _refused(before, values):
            return _proposed(
                alteration.stage.staged[0], points, values, "Dan is aan alle eisen voldaan", asked=True
            )
    return None


def _bounded(before: Compiled, after: Compiled) -> dict[Slot, Field]:
    """The points of which the bounds changed, with room beyond these."""
    changed = (
        name
        for name, point in after.stack.points.items()
        if point.declared is not before.stack.points[name].declared
    )
    steps = {name: before.steps[name] for name in changed}
    return {
        name: replace(step, type=_wider(step.type))
        for name, step in steps.items()
        if isinstance(step, Field) and can_be_supposed(step, before)
    }


def _wider(type_: ValueType) -> ValueType:
    low, high = type_.minimum, type_.maximum
    match high:
        case Duration(amount, unit):
            return replace(type_, minimum=None, maximum=Duration(amount + ROOM, unit))
        case _:
            beyond = high + ROOM if isinstance(high, int) else high
            return replace(type_, minimum=0 if isinstance(low, int) else low, maximum=beyond)


def _ends(compiled: Compiled) -> Iterator[int]:
    """The bounds of all points, as numbers; of a duration its amount."""
    for point in compiled.stack.points.values():
        type_ = point.declared.type
        for end in (type_.minimum, type_.maximum) if type_ else ():
            match end:
                case Duration(amount, _):
                    yield amount
                case int():
                    yield end
                case None:
                    pass


def _changed(alteration: Alteration) -> tuple[Check, ...]:
    """The changed requirements, as they were, that are about points alone and stand in the way of a decision."""
    before, after = alteration.stage.compiled, alteration.after
    return tuple(
        check
        for check in before.checks
        if check not in after.checks
        and check.severity is Severity.ERROR
        and all(_is_point(before, slot) for slot in reads(check.node))
    )


def _is_point(compiled: Compiled, slot: Slot) -> bool:
    step = compiled.steps[slot]
    return isinstance(step, Field) and can_be_supposed(step, compiled)


def _points(compiled: Compiled, checks: tuple[Check, ...]) -> dict[Slot, Field]:
    steps = {slot: compiled.steps[slot] for check in checks for slot in reads(check.node)}
    return {slot: step for slot, step in steps.items() if isinstance(step, Field)}


def _limits(points: Mapping[Slot, Field]) -> tuple[int, ...]:
    values = (agreed_value(step) for step in points.values())
    return tuple(value for value in values if type(value) is int)


def _ways(points: Mapping[Slot, Field], limits: tuple[int, ...]) -> Iterator[dict[Slot, Value]]:
    """One point otherwise, then two, then three."""
    moves = [(slot, value) for slot, step in points.items() for value in other_points(step, limits)]
    for chosen in chain.from_iterable(combinations(moves, number) for number in (1, 2, 3)):
        if len({slot for slot, _ in chosen}) == len(chosen):
            yield dict(chosen)


def _refused(compiled: Compiled, values: Mapping[Slot, Value]) -> frozenset[str]:
    """The findings with which these points are refused."""
    fresh = with_values(compiled, values)
    return frozenset() if fresh is None else frozenset(found.code for found in broken_by(fresh))


def _proposed(
    staged: Staged, points: Mapping[Slot, Field], values: Mapping[Slot, Value], last: str, *, asked: bool
) -> str:
    situation = staged.rehearsal.situation
    said = {name: stated.text.strip() for name, stated in situation.points.items()}
    setting = Setting(
        agreement=situation.agreement.text if situation.agreement else None,
        month=situation.month,
        reference_date=situation.reference_date,
        decision_date=situation.decision_date,
        points=said | {points[slot].name: as_stated(points[slot], value) for slot, value in values.items()},
    )
    fields = staged.calculators.program.fields if asked else ()
    steps = list(told(setting, fields, staged.bound.values, staged.rehearsal.decision))
    lines = (*(steps if asked else steps[:-1]), last.format(staged.rehearsal.decision))
    return "\n".join(["een nieuw scenario:", *(f"  {line}" for line in lines)])
