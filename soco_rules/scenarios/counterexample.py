"""A case on which a mutant decides otherwise than the rules, found near those of the scenarios, as a proposal."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from itertools import chain
from itertools import combinations
from itertools import islice

from soco_rules.decide import propose
from soco_rules.facts import agreed_value
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.program import Const
from soco_rules.model.program import Field
from soco_rules.model.program import Node
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Read
from soco_rules.model.program import Slot
from soco_rules.model.program import children
from soco_rules.model.program import nodes_of
from soco_rules.model.program import reads_of
from soco_rules.model.values import NUMERIC
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import Value
from soco_rules.scenarios.alteration import Alteration
from soco_rules.scenarios.alteration import outcomes
from soco_rules.scenarios.refusal import refusal
from soco_rules.scenarios.rehearsal import Staged
from soco_rules.scenarios.rehearsal import on_day
from soco_rules.scenarios.supposition import as_stated
from soco_rules.scenarios.supposition import can_be_supposed
from soco_rules.scenarios.supposition import other_points
from soco_rules.scenarios.supposition import supposing
from soco_rules.scenarios.telling import Setting
from soco_rules.scenarios.telling import told

BASES = 6
"""From how many cases of scenarios the search starts at most."""
STEPS = 3
"""How many answers are changed at most, one after the other."""
BEAM = 3
"""With how many of the cases that came nearest the search goes on."""
TRIED = 1500
"""How many cases are tried at most for one mutant."""
WRITTEN = 8
"""How many cases are decided in full at most, to see whether the decision reads otherwise."""
_SUPPLIED = frozenset({Origin.FACT, Origin.JUDGEMENT})
Answers = Mapping[Slot, Value]


@dataclass(frozen=True, slots=True)
class Tried:
    """A case, by the answers in which it is not that of a scenario, and in how much the mutant is otherwise there."""

    alteration: Alteration
    staged: Staged
    answers: Answers
    shows: bool
    score: int


def proposal(alterations: Sequence[Alteration]) -> str | None:
    """A Dutch proposal for a scenario that notices the mutant, or None where no case was found.

    The search goes on from the cases of the scenarios: with other answers, with other points than the agreement has,
    and for an amount on the day from which that holds.
    """
    for alteration in alterations:
        if text := refusal(alteration):
            return text
    started = [_try(a, staged, {}) for a in alterations for staged in _cases(a)]
    started.sort(key=_promising)
    cases = chain(started, islice(chain.from_iterable(map(_climb, started[:BASES])), TRIED))
    telling = (tried for tried in cases if tried.shows or (tried.score and not tried.answers))
    for tried in islice(telling, WRITTEN):
        if text := _proposed(tried):
            return text
    return None


def _cases(alteration: Alteration) -> Iterator[Staged]:
    """The cases of scenarios that read what changed; of a changed amount also on the day of its row."""
    reached = [staged for staged in alteration.stage.staged if alteration.reaches(staged)]
    yield from reached
    if not reached:
        yield from islice(_on_other_days(alteration), BASES)


def _on_other_days(alteration: Alteration) -> Iterator[Staged]:
    before, after = alteration.stage.compiled.stack.amounts, alteration.after.stack.amounts
    changed = {name: row for name in before for row in before[name].values if row not in after[name].values}
    for name, row in changed.items():
        for staged in alteration.stage.staged:
            if name in staged.calculators.program.amounts and (other := on_day(staged, row.valid_from)):
                yield other


def _promising(tried: Tried) -> tuple[bool, int]:
    return (not tried.shows, -tried.score)


def _try(alteration: Alteration, staged: Staged, answers: Answers) -> Tried:
    """What the mutant makes of a case beside what the rules make of it."""
    given = {**staged.bound.values, **answers}
    before = staged.calculators.reference(given) if answers else staged.evaluation
    if not alteration.meets(staged, given, before):
        return Tried(alteration, staged, answers, shows=False, score=0)
    after = alteration.evaluate(staged, given)
    score = sum(
        value != after.values.get(slot, value)
        for slot, value in before.values.items()
        if slot not in staged.bound.values
    )
    score += sum(verdict != after.verdicts.get(slot, verdict) for slot, verdict in before.verdicts.items())
    return Tried(alteration, staged, answers, outcomes(staged, before) != outcomes(staged, after), score)


def _climb(start: Tried) -> Iterator[Tried]:
    """Cases with one other answer, then more, from those in which the mutant is most otherwise; else with two."""
    moves = tuple(_moves(start))
    beam = [start]
    for _ in range(STEPS):
        level: list[Tried] = []
        for held in beam:
            for slot, value in moves:
                level.append(_try(start.alteration, start.staged, {**held.answers, slot: value}))
                yield level[-1]
        level.sort(key=_promising)
        beam = [tried for tried in level[:BEAM] if tried.score]
    for (one, first), (other, second) in combinations(moves[:60], 2):
        if one != other:
            yield _try(start.alteration, start.staged, {one: first, other: second})


# Other answers


def _moves(start: Tried) -> Iterator[tuple[Slot, Value]]:
    """Every other answer to one question: first of what the changed steps rest on, then of what they are read with."""
    staged, program = start.staged, start.staged.calculators.program
    near = _near(start.alteration, program)
    compiled = start.alteration.stage.compiled
    fields = [
        step
        for step in program.fields
        if step.origin in _SUPPLIED
        or (can_be_supposed(step, compiled) and step.slot in near and step.slot not in start.alteration.slots)
    ]
    fields.sort(key=lambda step: near.get(step.slot, len(near)))
    limits = _limits(start.alteration, staged)
    for step in fields:
        if step.origin is Origin.POINT:
            yield from ((step.slot, value) for value in other_points(step, limits))
            continue
        held = staged.bound.values.get(step.slot, Absent.UNKNOWN)
        yield from ((step.slot, value) for value in _other_answers(step, held, limits))


def _near(alteration: Alteration, program: Program) -> dict[Slot, int]:
    """What the changed steps rest on, then what the steps that read them rest on, and so on to the outcome."""
    near: dict[Slot, int] = {}
    changed = set(alteration.slots)
    for step in program.steps:
        if changed.isdisjoint({step.slot, *reads_of(step)}):
            continue
        changed.add(step.slot)
        for slot in _upstream([step.slot], program):
            near.setdefault(slot, len(near))
    return near


def _upstream(level: list[Slot], program: Program) -> Iterator[Slot]:
    """What some slots rest on, what they read directly first."""
    steps = {step.slot: step for step in program.steps}
    seen: set[Slot] = set()
    while level:
        yield from level
        seen.update(level)
        read = chain.from_iterable(reads_of(steps[slot]) for slot in level)
        level = [slot for slot in dict.fromkeys(read) if slot not in seen and slot in steps]


def _limits(alteration: Alteration, staged: Staged) -> tuple[int, ...]:
    """The numbers that the changed steps hold, with the agreed values and amounts that they read."""
    limits: dict[int, None] = {}
    for slot in alteration.slots:
        for step in (alteration.stage.compiled.steps[slot], alteration.after.steps[slot]):
            for node in nodes_of(step):
                limits.update(dict.fromkeys(_numbers(node, staged)))
            if isinstance(step, Field) and type(value := agreed_value(step)) is int:
                limits[value] = None
    return tuple(limits)


def _numbers(node: Node, staged: Staged) -> Iterator[int]:
    match node:
        case Const(value) if type(value) is int:
            yield value
        case Read(slot):
            value = staged.evaluation.values.get(slot, Absent.UNKNOWN)
            if type(value) is int:
                yield value
        case _:
            for operand in children(node):
                yield from _numbers(operand, staged)


def _other_answers(step: Field, held: Value, limits: tuple[int, ...]) -> Iterator[Value]:
    type_ = step.type
    if type_.kind is Kind.YES_NO:
        known: Iterable[Value] = (True, False)
    elif type_.kind is Kind.CHOICE:
        known = type_.choices
    elif type_.kind in NUMERIC | {Kind.DATE}:
        low, high = (b if isinstance(b, int) else None for b in (type_.minimum, type_.maximum))
        own = (held,) if type(held) is int else ()
        near = dict.fromkeys(point + unit for point in (*own, *limits) for unit in (0, 1, -1))
        known = (v for v in near if (low is None or v >= low) and (high is None or v <= high))
        if type_.kind is Kind.DATE:
            known = (day for day in known if _is_recent(day))
    else:
        known = ()
    yield from (value for value in known if value != held or type(value) is not type(held))
    if type_.may_be_absent and held is not Absent.NOT_APPLICABLE:
        yield Absent.NOT_APPLICABLE


def _is_recent(day: Value) -> bool:
    return isinstance(day, int) and 693_596 <= day <= 803_168  # 1900 to 2200


# The proposal in words


def _proposed(tried: Tried) -> str | None:
    """The scenario, or the step to put in one that is there; None where both decisions read the same."""
    staged = tried.staged
    rehearsal = staged.rehearsal
    supposed = {step.slot: value for step, value in _points(tried)}
    if supposed and supposing(tried.alteration.stage.compiled, supposed) is None:
        return None  # that cannot be agreed
    bound = replace(staged.bound, values={**staged.bound.values, **tried.answers})
    before = propose(staged.calculators, bound, staged.dates)
    expected = _expectation(before, tried.alteration.decide(staged, bound))
    if expected is None:
        return None
    if not tried.answers and rehearsal in (each.rehearsal for each in tried.alteration.stage.staged):
        place = f"{rehearsal.span.file}:{rehearsal.span.line}"
        return f"zet erbij in het scenario '{rehearsal.scenario}' ({place}):\n  En {expected}"
    lines = (*_told(tried), f"Dan {expected}")
    return "\n".join(["een nieuw scenario:", *(f"  {line}" for line in lines)])


def _expectation(before: Decision, after: Decision) -> str | None:
    """A step that holds for the one decision and not for the other."""
    if (values := _first_other(before.outcome, after.outcome)) is not None:
        return f'is de uitkomst {values[0]}"{values[1]}"'
    for name, decided in before.outcomes.items():
        other = after.outcomes.get(name)
        if other and (values := _first_other(decided.value, other.value)) is not None:
            return f'is "{name}" {values[0]}gelijk aan "{values[1]}"'
    if before.status != after.status:
        return f'is de status "{before.status}"'
    old, new = (
        [ground.rule for ground in one.grounds if ground.wins and ground.rule] for one in (before, after)
    )
    lost = [rule for rule in old if rule not in new]
    if lost:
        return f'beslist de regel "{lost[0]}"'
    fallen = {one.rule for one in before.fallen_rules} | {one.rule for one in before.grounds if not one.wins}
    won = [rule for rule in new if rule in fallen and rule not in old]
    return f'valt de regel "{won[0]}" af' if won else None


def _first_other(before: Outcome, after: Outcome) -> tuple[str, str] | None:
    """The first value that is known and is otherwise after, with the person of whom it is."""
    match before, after:
        case PerPerson(), PerPerson():
            for role in Role:
                one, other = (_of(outcome, role) for outcome in (before, after))
                if one is not None and one != other:
                    return f"van de {role} ", one
            return None
        case str(), _ if before != after:
            return "", before
        case _:
            return None


def _of(outcome: Outcome, role: Role) -> str | None:
    assert isinstance(outcome, PerPerson)
    return outcome.applicant if role is Role.APPLICANT else outcome.partner


def _points(tried: Tried) -> tuple[tuple[Field, Value], ...]:
    """The points that the case has otherwise than its scenario."""
    fields = tried.staged.calculators.program.fields
    return tuple(
        (step, tried.answers[step.slot])
        for step in fields
        if step.origin is Origin.POINT and step.slot in tried.answers
    )


def _told(tried: Tried) -> Iterator[str]:
    """The steps that tell the case."""
    staged, situation = tried.staged, tried.staged.rehearsal.situation
    setting = Setting(
        agreement=situation.agreement.text if situation.agreement else None,
        month=situation.month,
        reference_date=situation.reference_date,
        decision_date=situation.decision_date,
        points={
            **{name: stated.text.strip() for name, stated in situation.points.items()},
            **{step.name: as_stated(step, value) for step, value in _points(tried)},
        },
    )
    fields = staged.calculators.program.fields
    return told(setting, fields, {**staged.bound.values, **tried.answers}, staged.rehearsal.decision)
