"""Which facts of a case may be suggested to change, how far, and why the others may not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.backends.proof.nearest import Freedom
from soco_rules.backends.proof.nearest import Within
from soco_rules.compiler.lowering import STATE
from soco_rules.facts import Bound
from soco_rules.facts import Dates
from soco_rules.model.agreement import Changeable
from soco_rules.model.agreement import Fact
from soco_rules.model.counterfactual import Because
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value


@dataclass(frozen=True, slots=True)
class Room:
    """The facts that may change with what they may become, and for every other fact why it may not."""

    free: Mapping[Slot, Freedom]
    fixed: Mapping[Slot, Because]


def room_in(program: Program, bound: Bound, dates: Dates) -> Room:
    """How much room a case leaves.

    A fact changes only where its rule file says so (`veranderbaar`). What a file does not speak of stays as it is: a
    judgement is for who judges, the dossier tells what was, and nobody is advised on what was not thought about. A day
    before that of the decision is past, and no new day lies before it. What is not known is not changed but asked.
    """
    facts = {name: fact for layer in program.layers for name, fact in layer.facts.items()}
    free: dict[Slot, Freedom] = {}
    fixed: dict[Slot, Because] = {}
    for declared in program.fields:
        if declared.origin in {Origin.FACT, Origin.JUDGEMENT}:
            value = bound.values[declared.slot]
            room = _room(declared, facts.get(declared.name), value, dates)
            match room:
                case Because():
                    fixed[declared.slot] = room
                case _:
                    free[declared.slot] = room
    return Room(free, fixed)


def _room(declared: Field, fact: Fact | None, value: Value, dates: Dates) -> Freedom | Because:
    if declared.origin is Origin.JUDGEMENT:
        return Because.JUDGEMENT
    if fact is None:
        return Because.STATE if declared.name == STATE else Because.UNMARKED
    match fact.changeable:
        case Changeable.FIXED:
            return Because.FIXED
        case Changeable.PERSONAL:
            return Because.PERSONAL
        case None:
            return Because.UNMARKED if fact.from_dossier is None else Because.DOSSIER
        case way:
            return Because.NO_VALUE if isinstance(value, Absent) else _ways(declared, way, value, dates)


def _ways(declared: Field, way: Changeable, value: Value, dates: Dates) -> Freedom | Because:
    type_ = declared.type
    match type_.kind:
        case Kind.YES_NO:
            may = {Changeable.TO_YES: (True,), Changeable.TO_NO: (False,)}.get(way, (True, False))
            others: tuple[Value, ...] = tuple(other for other in may if other is not value)
        case Kind.CHOICE:
            others = tuple(other for other in type_.choices if other != value)
        case Kind.TEXT | Kind.DURATION:
            return Because.FIXED
        case _:
            return _stretch(declared, way, value, dates)
    return others or Because.ONE_WAY


def _stretch(declared: Field, way: Changeable, value: Value, dates: Dates) -> Freedom | Because:
    lowest, highest = declared.type.minimum, declared.type.maximum
    assert isinstance(lowest, int)
    assert isinstance(highest, int)
    assert isinstance(value, int)
    if declared.type.kind is Kind.DATE:
        if value < dates.decision:
            return Because.PAST
        lowest = max(lowest, dates.decision)
    if way is Changeable.UP:
        lowest = max(lowest, value)
    if way is Changeable.DOWN:
        highest = min(highest, value)
    return Within(lowest, highest) if lowest < highest else Because.ONE_WAY
