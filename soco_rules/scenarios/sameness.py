"""Whether a mutant decides the same in every case, proved where there are too many cases to try."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Sequence
from functools import lru_cache

from soco_rules.backends.calendar import CALENDAR
from soco_rules.backends.proof.encode import Window
from soco_rules.backends.proof.otherwise import World
from soco_rules.backends.proof.otherwise import otherwise
from soco_rules.backends.proof.otherwise import reached_by
from soco_rules.backends.proof.otherwise import world
from soco_rules.backends.proof.solve import Never
from soco_rules.compiler.program import Compiled
from soco_rules.model.program import Slot
from soco_rules.model.program import reads
from soco_rules.scenarios.alteration import Alteration
from soco_rules.scenarios.alteration import is_point
from soco_rules.scenarios.rehearsal import Stage

YEAR = 366
"""How many days after the last known amount are looked at too."""


def is_proved_the_same(alterations: Sequence[Alteration], *, own: str) -> bool:
    """Whether a mutant of the file `own` is proved to decide the same on every stack that it changes.

    A layer is looked at once, for every filling of the points; and again for each agreement with rules of its own that
    read what the mutant touches. The agreement itself is looked at as agreed. What may be agreed is not for this proof.
    """
    if any(_is_about_agreeing(alteration) for alteration in alterations):
        return False
    lowest = [alteration for alteration in alterations if _lowest(alteration) == own]
    if lowest:
        return all(_is_same(alteration, as_agreed=True) for alteration in lowest)
    first, *rest = sorted(alterations, key=lambda alteration: len(alteration.stage.files))
    others = {_lowest(one): one for one in rest if _lowest(one) != _lowest(first) and _reads_more(one, first)}
    return all(_is_same(alteration, as_agreed=False) for alteration in (first, *others.values()))


def _lowest(alteration: Alteration) -> str:
    return alteration.stage.compiled.stack.lowest.path


def _is_about_agreeing(alteration: Alteration) -> bool:
    """Whether other points can be agreed, or a requirement about points alone is otherwise."""
    before, after = alteration.stage.compiled, alteration.after
    changed = [
        check
        for check in (*before.checks, *after.checks)
        if (check in before.checks) != (check in after.checks)
    ]
    return alteration.is_about_bounds or any(
        all(is_point(before.steps[slot]) for slot in reads(check.node)) for check in changed
    )


def _reads_more(alteration: Alteration, first: Alteration) -> bool:
    """Whether files that the first stack does not have read what a mutant touches."""
    compiled = alteration.stage.compiled
    touched = reached_by((compiled, alteration.after), _changed(alteration))
    return any(
        step.span.file not in first.stage.files and not touched.isdisjoint(compiled.reads[slot])
        for slot, step in compiled.steps.items()
    ) or any(
        decision.span.file not in first.stage.files and decision.outcome in {_name(slot) for slot in touched}
        for decision in compiled.stack.decisions.values()
    )


def _name(slot: Slot) -> str:
    return slot.partition("/")[0]


def _is_same(alteration: Alteration, *, as_agreed: bool) -> bool:
    return all(
        otherwise(before, alteration.after, _changed(alteration), CALENDAR) == Never()
        for before in _worlds(alteration.stage, as_agreed=as_agreed)
    )


def _changed(alteration: Alteration) -> Collection[Slot]:
    """The steps that are otherwise, also the dated amounts."""
    before, after = alteration.stage.compiled.stack.amounts, alteration.after.stack.amounts
    tables = (name for name in after if before.get(name) is not after[name])
    return {*alteration.slots, *tables}


@lru_cache(maxsize=4)
def _worlds(stage: Stage, *, as_agreed: bool) -> tuple[World, ...]:
    """A stack as formulas, for decisions of a day and of a month; made once for all mutants that a process looks at."""
    compiled = stage.compiled
    freed = frozenset[Slot]() if as_agreed else frozenset(_points(compiled))
    first, last = compiled.stack.valid_from, _last_day(compiled)
    windows = (Window(first, last, monthly) for monthly in (False, True))
    return tuple(world(compiled, window, freed=freed, incomplete=True) for window in windows)


def _points(compiled: Compiled) -> Iterable[Slot]:
    return (slot for slot, step in compiled.steps.items() if is_point(step))


def _last_day(compiled: Compiled) -> int:
    known = [table.known_through for table in compiled.stack.amounts.values()]
    last = max(known, default=compiled.stack.valid_from) + YEAR
    return last if compiled.stack.valid_to is None else min(last, compiled.stack.valid_to)
