"""Which steps of two compiled readings calculate otherwise, whatever they are called and wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.compiler.program import Compiled
from soco_rules.model.agreement import AmountTable
from soco_rules.model.program import Clauses
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Slot

Step = Field | Definition


def changed_steps(before: Compiled, after: Compiled) -> frozenset[Slot]:
    """The slots that one side does not have, or of which the sides make something else out of what they read."""
    old, new = before.steps, after.steps
    moved = {slot for slot in old.keys() | new.keys() if not _is_same(old.get(slot), new.get(slot))}
    tables, others = before.stack.amounts, after.stack.amounts
    return frozenset(
        moved | {name for name in tables.keys() & others.keys() if _rows(tables[name]) != _rows(others[name])}
    )


def clashing(before: Compiled, after: Compiled) -> dict[Slot, str]:
    """The facts of one side that cannot be put to the other, with in Dutch why not."""
    return dict(_clashes(before, after))


def _clashes(before: Compiled, after: Compiled) -> Iterator[tuple[Slot, str]]:
    for slot in before.steps.keys() & after.steps.keys():
        one, other = before.steps[slot], after.steps[slot]
        asked = [step for step in (one, other) if _is_asked(step)]
        if len(asked) == 2 and one.type.kind is not other.type.kind:
            yield slot, f"'{one.name}' is aan de ene kant {one.type.kind} en aan de andere {other.type.kind}"
        elif len(asked) == 1 and any(isinstance(step, Definition) for step in (one, other)):
            yield slot, f"'{one.name}' wordt aan de ene kant gevraagd en aan de andere afgeleid"


def _is_asked(step: Step) -> bool:
    return isinstance(step, Field) and step.origin in {Origin.FACT, Origin.JUDGEMENT}


def _rows(table: AmountTable) -> object:
    return table.known_through, [(row.valid_from, row.value) for row in table.values]


def _is_same(one: Step | None, other: Step | None) -> bool:
    match one, other:
        case Field(), Field():
            return _of_field(one) == _of_field(other)
        case Definition(), Definition():
            return _of_definition(one) == _of_definition(other)
        case _:
            return False


def _of_field(step: Field) -> object:
    return step.type, step.origin, step.gate, type(step.constant), step.constant


def _of_definition(step: Definition) -> object:
    body: object = step.body
    if isinstance(step.body, Clauses):
        rules = [(c.condition, c.outcome, c.bases, c.precedes) for c in step.body.clauses]
        body = rules, step.body.otherwise
    return step.type, step.gate, body
