"""From a decided case to the smallest changes that give another outcome, each confirmed by both calculators."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.backends.calendar import CALENDAR
from soco_rules.backends.proof.nearest import Nearest
from soco_rules.backends.proof.nearest import Within
from soco_rules.backends.proof.nearest import helped_by
from soco_rules.backends.proof.nearest import nearest
from soco_rules.backends.proof.outcomes import Turns
from soco_rules.backends.proof.outcomes import Wish
from soco_rules.backends.proof.solve import EFFORT
from soco_rules.backends.proof.solve import Never
from soco_rules.backends.proof.solve import Undecided
from soco_rules.counterfactual.changeable import Room
from soco_rules.counterfactual.changeable import room_in
from soco_rules.counterfactual.wish import holds
from soco_rules.counterfactual.wish import read_wish
from soco_rules.decide import propose
from soco_rules.decide.calculation import calculate
from soco_rules.decide.calculation import values_to_write
from soco_rules.decide.proposal import Ready
from soco_rules.decide.search import search
from soco_rules.explain.answers import readers
from soco_rules.facts import Bound
from soco_rules.facts import Supplied
from soco_rules.facts import last_of_month
from soco_rules.model.called import judge
from soco_rules.model.counterfactual import Alternative
from soco_rules.model.counterfactual import Changed
from soco_rules.model.counterfactual import Counterfactual
from soco_rules.model.counterfactual import Found
from soco_rules.model.counterfactual import Unchanged
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import Ground
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Slot
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import encode

SETTLED = frozenset({DecisionStatus.KNOWN, DecisionStatus.JUDGEMENT_NEEDED})
_NOT_CONFIRMED = "een gevonden verandering gaf in de rekenaars een andere uitkomst"


def what_if(ready: Ready, wanted: str | None = None, *, effort: int = EFFORT) -> Counterfactual:
    """The smallest changes of changeable facts with which the outcome is as wanted, or another where nothing is said.

    Raises:
        UnreadableValueError: what is wanted is no outcome of this decision; with a Dutch sentence.
    """
    decision = propose(ready.calculators, ready.bound, ready.dates)
    wish = None if wanted is None else read_wish(wanted, ready.calculators.program)
    told = _told(ready, decision, wanted)
    if decision.outcome is None or decision.status not in SETTLED:
        return _but(told, found=Found.FIRST_KNOW, missing=decision.missing)
    now = _outcome_now(ready)
    if wish is not None and holds(wish, now, _kind_of_outcome(ready)):
        return _but(told, found=Found.ALREADY)
    room = room_in(ready.calculators.program, ready.bound, ready.dates)
    told = _but(told, unchanged=tuple(_unchanged(ready, decision, room)))
    return _searched(_Inquiry(ready, decision, wish or Turns(now), room), told, effort)


@dataclass(frozen=True, slots=True)
class _Inquiry:
    """What is sought: from a case as it is decided to the wish, with this much room."""

    ready: Ready
    decision: Decision
    wish: Wish
    room: Room


def _searched(inquiry: _Inquiry, told: Counterfactual, effort: int) -> Counterfactual:
    ready = inquiry.ready
    match nearest(
        ready.calculators.program,
        ready.bound.values,
        inquiry.room.free,
        inquiry.wish,
        CALENDAR,
        effort=effort,
    ):
        case Never():
            return _but(told, left_out=_left_out(inquiry, None, effort))
        case Undecided(reason):
            return _but(told, found=Found.UNDECIDED, reason=reason)
        case Nearest(changes, complete):
            alternatives = tuple(_alternative(inquiry, change) for change in changes)
            confirmed = tuple(one for one in alternatives if one is not None)
            if len(confirmed) < len(alternatives):
                return _but(told, found=Found.UNDECIDED, reason=_NOT_CONFIRMED)
            left_out = _left_out(inquiry, len(changes[0]), effort)
            return _but(
                told, found=Found.CHANGES, alternatives=confirmed, complete=complete, left_out=left_out
            )


def _told(ready: Ready, decision: Decision, wanted: str | None) -> Counterfactual:
    """What is told of every case, as long as nothing was found."""
    dates, monthly = ready.dates, ready.calculators.program.decision.monthly
    return Counterfactual(
        decision=decision.decision,
        title=decision.title,
        agreement=decision.agreement,
        version=decision.version,
        reference_date=decision.reference_date,
        decision_date=decision.decision_date,
        outcome_name=decision.outcome_name,
        outcome_kind=decision.outcome_kind,
        outcome=decision.outcome,
        wanted=wanted,
        found=Found.NEVER,
        month_is_over=monthly and last_of_month(dates.reference) < dates.decision,
        words={
            step.name: dict(step.type.words) for step in ready.calculators.program.steps if step.type.words
        },
        descriptions=dict(ready.calculators.vocabulary.called),
    )


def _but(told: Counterfactual, **changed: object) -> Counterfactual:
    return told.model_copy(update=changed)


def _outcome_now(ready: Ready) -> tuple[Value, ...]:
    """The outcome of each person, also where it is certain only because every missing answer gives it."""
    searched = search(calculate(ready.calculators, ready.bound, twice=False))
    return tuple(searched.values[slot] for slot in ready.calculators.program.outcome)


def _kind_of_outcome(ready: Ready) -> Kind:
    return ready.calculators.kind_of(ready.calculators.program.outcome[0])


# One change


def _alternative(inquiry: _Inquiry, change: Mapping[Slot, Value]) -> Alternative | None:
    """The change with what is decided then; None where the calculators do not agree with it."""
    ready, room = inquiry.ready, inquiry.room
    bound = _with(ready.bound, change)
    after = propose(ready.calculators, bound, ready.dates)
    values = values_to_write(calculate(ready.calculators, bound, twice=False))
    outcome = tuple(values[slot] for slot in ready.calculators.program.outcome)
    if after.status not in SETTLED or not holds(inquiry.wish, outcome, _kind_of_outcome(ready)):
        return None
    fields = {step.slot: step for step in ready.calculators.program.fields}
    alone = len(change) == 1
    changes = (
        _changed(
            fields[slot],
            ready.bound.values[slot],
            value,
            is_nearest=alone and isinstance(room.free[slot], Within),
        )
        for slot, value in change.items()
    )
    return Alternative(
        changes=tuple(changes), outcome=after.outcome, grounds=tuple(_new(inquiry.decision, after))
    )


def _with(bound: Bound, change: Mapping[Slot, Value]) -> Bound:
    behind = {slot: (Supplied(value, "wat als"),) for slot, value in change.items()}
    return replace(bound, values={**bound.values, **change}, behind={**bound.behind, **behind})


def _changed(declared: Field, before: Value, after: Value, *, is_nearest: bool) -> Changed:
    kind = declared.type.kind
    not_yet = None
    if is_nearest and isinstance(before, int) and isinstance(after, int) and abs(after - before) > 1:
        not_yet = encode(after - (1 if after > before else -1), kind)
    return Changed(
        name=declared.name,
        role=declared.role,
        kind=kind,
        before=encode(before, kind) or "",
        after=encode(after, kind) or "",
        not_yet=not_yet,
    )


def _new(before: Decision, after: Decision) -> Iterator[Ground]:
    """The rules that decide the outcome then, and those of other concepts that did not win before."""
    won = {(ground.concept, ground.role, ground.rule) for ground in before.grounds if ground.wins}
    winners = [g for g in after.grounds if g.wins and g.outcome != NOT_APPLICABLE_TEXT]
    yield from (ground for ground in winners if ground.concept == after.outcome_name)
    for ground in winners:
        is_new = ground.rule is not None and (ground.concept, ground.role, ground.rule) not in won
        if ground.concept != after.outcome_name and is_new:
            yield ground


# What stays


def _unchanged(ready: Ready, decision: Decision, room: Room) -> Iterator[Unchanged]:
    """The facts on which the decision rests that were left as they are."""
    fields = {(step.name, step.role and str(step.role)): step for step in ready.calculators.program.fields}
    for used in decision.facts:
        declared = fields.get((used.name, used.role))
        if declared is not None and declared.slot in room.fixed and used.value is not None:
            yield Unchanged(
                name=used.name,
                role=used.role,
                kind=used.kind,
                value=used.value,
                because=room.fixed[declared.slot],
                by=judge(declared.judged_by) if declared.judged_by else None,
            )


def _left_out(inquiry: _Inquiry, fewer_than: int | None, effort: int) -> tuple[Slot, ...]:
    """The facts that nobody told and of which an answer could make less enough."""
    ready = inquiry.ready
    program, values = ready.calculators.program, ready.bound.values
    counted = readers(ready.calculators.anatomy, program.outcome)
    unknown = tuple(
        step.slot
        for step in program.fields
        if step.origin in {Origin.FACT, Origin.JUDGEMENT}
        and step.slot in counted
        and values[step.slot] is Absent.UNKNOWN
        and step.slot not in inquiry.room.free
    )
    if not unknown or fewer_than == 1:
        return ()
    return helped_by(
        program,
        values,
        inquiry.room.free,
        inquiry.wish,
        CALENDAR,
        unknown=unknown,
        fewer_than=fewer_than,
        effort=effort,
    )
