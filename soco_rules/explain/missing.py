"""What is still missing: the outcomes that remain when every missing answer is tried, and the useful questions.

Evaluation alone is sound and not complete: a rule for ja and a rule for nee with one outcome still give unknown while
the answer is missing. So the missing answers are tried, up to a bound; one remaining outcome decides. Numbers and
dates are tried at and around the values that they are compared with, and only where they are used for nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from math import prod

from soco_rules.backends import reference
from soco_rules.explain.anatomy import Anatomy
from soco_rules.explain.anatomy import Organ
from soco_rules.explain.anatomy import Part
from soco_rules.explain.anatomy import Use
from soco_rules.explain.support import NO_VERDICT
from soco_rules.explain.support import Trace
from soco_rules.explain.support import trace
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import If
from soco_rules.model.program import IsApplicable
from soco_rules.model.program import Origin
from soco_rules.model.program import Read
from soco_rules.model.program import Slot
from soco_rules.model.program import Verdict
from soco_rules.model.program import reads
from soco_rules.model.values import ORDERED
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value

Evaluate = Callable[[Mapping[Slot, Value]], Evaluation]
Result = tuple[Value, ...]

LIMIT = 4096
"""How many combinations of answers are tried at most."""

SMALL = 32
"""A whole number with no more possible values than this is tried in full."""

SAMPLE = 64
"""How many completions are kept for the second calculator, and how many unknown ones are looked into."""


@dataclass(frozen=True, slots=True)
class Open:
    """A missing answer that still matters; `removes` counts the outcomes it can remove, None where it was not tried."""

    field: Field
    removes: int | None
    certain: int = 0


@dataclass(frozen=True, slots=True)
class Remaining:
    """The outcomes that remain for each target, what to ask, and completions that another calculator can check.

    `witnesses` has for a target and an absence among its outcomes the first completion that gives it.
    """

    outcomes: Mapping[Slot, tuple[Value, ...]]
    missing: tuple[Open, ...]
    completions: tuple[Mapping[Slot, Value], ...] = ()
    witnesses: Mapping[tuple[Slot, Absent], Mapping[Slot, Value]] = field(default_factory=dict)

    def decided(self, target: Slot) -> Value | None:
        """The one outcome that remains for a target, or None."""
        left = self.outcomes[target]
        return left[0] if len(left) == 1 and left[0] is not Absent.UNKNOWN else None


def effective(evaluation: Evaluation, targets: Iterable[Slot]) -> Result:
    """The values of some slots behind the gate of the decision."""
    gate = evaluation.gate
    if gate is True:
        return tuple([evaluation.values[target] for target in targets])
    behind = Absent.NOT_APPLICABLE if gate is False else gate
    return tuple([behind for _ in targets])


def remaining(
    found: Trace,
    evaluate: Evaluate,
    look_inside: Evaluate,
    given: Mapping[Slot, Value],
    targets: tuple[Slot, ...],
    *,
    limit: int = LIMIT,
) -> Remaining:
    """What remains for some targets of which at least one is unknown.

    `evaluate` is the reference for the program, `look_inside` the reference for its anatomy, `found` the trace
    of `given`.
    """
    candidates = _candidates(found, given, targets)
    choices = _choices(found, given, targets, candidates, limit)
    if prod(map(len, choices.values())) > SAMPLE:
        results = _try_all(*_narrowed(found, given, targets, choices), targets, choices)
    else:
        results = _try_all(evaluate, given, targets, choices)
    outcomes = {target: tuple(value for _, value in _column(results, i)) for i, target in enumerate(targets)}
    useful = [
        Open(_field(found, slot), best, least)
        for slot, (influence, least, best) in _influences(choices, results).items()
        if influence
    ]
    useful.sort(key=lambda one: (-one.certain, -(one.removes or 0)))
    unknown = [i for i, result in enumerate(results) if Absent.UNKNOWN in result]
    rest = [slot for slot in candidates if slot not in choices]
    if unknown and rest:
        looked_into = [{**given, **_assignment(choices, index)} for index in unknown[:SAMPLE]]
        still = (
            _still_needed(found, look_inside, looked_into, targets) if len(unknown) <= SAMPLE else set(rest)
        )
        useful += [Open(_field(found, slot), None) for slot in rest if slot in still]
    opened = _askable(found, given, useful, candidates)
    sample = _spread(range(len(results)))
    completions = tuple({**given, **_assignment(choices, i)} for i in sample)
    witnesses = {
        key: {**given, **_assignment(choices, i)} for key, i in _first_absences(targets, results).items()
    }
    return Remaining(outcomes, opened, completions, witnesses)


def _first_absences(targets: tuple[Slot, ...], results: list[Result]) -> dict[tuple[Slot, Absent], int]:
    first: dict[tuple[Slot, Absent], int] = {}
    for i, result in enumerate(results):
        for target, value in zip(targets, result, strict=True):
            if isinstance(value, Absent):
                first.setdefault((target, value), i)
    return first


def _field(found: Trace, slot: Slot) -> Field:
    step = found.anatomy.organs[slot].step
    assert isinstance(step, Field)
    return step


def _askable(
    found: Trace, given: Mapping[Slot, Value], useful: list[Open], candidates: Mapping[Slot, bool]
) -> tuple[Open, ...]:
    """The useful questions; for one behind a gate that is not open yet, those that tell whether it opens."""
    asked = {one.field.slot: one for one in useful if candidates[one.field.slot]}
    for one in useful:
        gate = found.anatomy.organs[one.field.slot].gate
        if not candidates[one.field.slot] and gate is not None:
            for slot, askable in _behind_gate(found, given, gate).items():
                if askable and slot not in asked:
                    asked[slot] = Open(_field(found, slot), 0 if one.removes is not None else None)
    return tuple(sorted(asked.values(), key=lambda one: one.removes is None))


# Which answers the unknown hangs on


def _behind_gate(found: Trace, given: Mapping[Slot, Value], gate: Part) -> dict[Slot, bool]:
    walk = _Walk(found, given)
    walk.part(gate)
    walk.finish()
    return walk.fields


def _candidates(found: Trace, given: Mapping[Slot, Value], targets: Iterable[Slot]) -> dict[Slot, bool]:
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
        verdict = self.found.verdicts[organ.step.slot] if opened else NO_VERDICT
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
    yield from (position for position in (*verdict.applying, *verdict.undecided) if position not in beaten)


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


# Which answers are tried


def _choices(
    found: Trace,
    given: Mapping[Slot, Value],
    targets: tuple[Slot, ...],
    candidates: Iterable[Slot],
    limit: int,
) -> dict[Slot, tuple[Value, ...]]:
    """The answers to try, as many fields as fit: the smallest first, then those that are read most."""
    domains = _Domains(
        found, frozenset(_unknown_fields(found, given)), _readers(found.anatomy, targets), targets
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
    behind: dict[Slot, bool] = field(default_factory=dict)

    def of(self, slot: Slot) -> tuple[Value, ...] | None:
        declared = _field(self.found, slot)
        domain = self._known(declared)
        if domain is not None and declared.type.may_be_absent:
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
        low, high = _integer(type_.minimum), _integer(type_.maximum)
        if low is not None and high is not None and high - low < SMALL:
            return tuple(range(low, high + 1))
        limits = [limit for use in uses for limit in self._limits(use)]
        return (
            None if None in limits else _around([limit for limit in limits if limit is not None], low, high)
        )

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
            self.behind[slot] = slot in self.unknown or any(map(self._reads_unknown, reads_of(organ)))
        return self.behind[slot]


def reads_of(organ: Organ) -> tuple[Slot, ...]:
    """Every slot that a field or definition reads itself."""
    parts = [part for part in (organ.gate, organ.body) if part is not None]
    parts += [part for ruling in organ.rulings for part in (ruling.condition, ruling.outcome)]
    return tuple(dict.fromkeys(slot for part in parts for slot in reads(part.node)))


def _readers(anatomy: Anatomy, targets: Iterable[Slot]) -> frozenset[Slot | None]:
    """The steps that the targets may read, directly or not, and the gate of the program."""
    readers: set[Slot | None] = {None}
    waiting = [*targets, *(reads(anatomy.gate.node) if anatomy.gate else ())]
    while waiting:
        slot = waiting.pop()
        if slot not in readers:
            readers.add(slot)
            waiting.extend(reads_of(anatomy.organs[slot]))
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


# Trying


def _narrowed(
    found: Trace, given: Mapping[Slot, Value], targets: tuple[Slot, ...], choices: Iterable[Slot]
) -> tuple[Evaluate, dict[Slot, Value]]:
    """A smaller program for the same targets: what the answers cannot change is a field with its value.

    Making it costs more than it saves where there is little to try.
    """
    anatomy = found.anatomy
    program = anatomy.program
    readers = _readers(anatomy, targets)
    varying = set(choices)
    for step in program.steps:
        if not varying.isdisjoint(reads_of(anatomy.organs[step.slot])):
            varying.add(step.slot)
    kept = [step for step in program.steps if step.slot in varying and step.slot in readers]
    gate = program.gate
    if gate is not None and anatomy.gate is not None and varying.isdisjoint(reads(gate)):
        gate = Const(found.values[anatomy.gate.slot])
    read = {slot for step in kept for slot in reads_of(anatomy.organs[step.slot])}
    fixed = (read | set(targets) | set(reads(gate) if gate else ())) - varying
    fields = [_fixed(step) for step in program.steps if step.slot in fixed]
    values = {step.slot: found.values[step.slot] for step in fields}
    values |= {step.slot: given.get(step.slot, Absent.UNKNOWN) for step in kept if isinstance(step, Field)}
    return reference.prepare(replace(program, steps=(*fields, *kept), gate=gate, checks=())), values


def _fixed(step: Field | Definition) -> Field:
    return Field(
        slot=step.slot,
        name=step.name,
        role=step.role,
        type=step.type,
        origin=Origin.FACT,
        gate=None,
        question="",
        judged_by=None,
        span=step.span,
        provenance=step.provenance,
    )


def _try_all(
    evaluate: Evaluate,
    given: Mapping[Slot, Value],
    targets: tuple[Slot, ...],
    choices: Mapping[Slot, tuple[Value, ...]],
) -> list[Result]:
    """The result of every combination, the first field changing slowest.

    Where the targets are known before all answers are in, the other answers cannot change them.
    """
    slots = tuple(choices)
    sizes = [prod(len(choices[slot]) for slot in slots[depth:]) for depth in range(len(slots) + 1)]
    values = dict(given)
    results: list[Result] = []

    def fill(depth: int) -> None:
        result = effective(evaluate(values), targets)
        if depth == len(slots) or not any(isinstance(value, Absent) for value in result):
            results.extend([result] * sizes[depth])
            return
        for answer in choices[slots[depth]]:
            values[slots[depth]] = answer
            fill(depth + 1)
        values[slots[depth]] = given.get(slots[depth], Absent.UNKNOWN)

    fill(0)
    return results


def _key(result: Result) -> tuple[tuple[type, Value], ...]:
    return tuple([(type(value), value) for value in result])


def _column(results: list[Result], position: int) -> dict[tuple[type, Value], None]:
    return {(type(result[position]), result[position]): None for result in results}


def _influences(
    choices: Mapping[Slot, tuple[Value, ...]], results: list[Result]
) -> dict[Slot, tuple[bool, int, int]]:
    """Per field: whether it makes a difference, and how many outcomes an answer removes at least and at best."""
    found: dict[Slot, tuple[bool, int, int]] = {}
    numbers: dict[tuple[tuple[type, Value], ...], int] = {}
    codes = [numbers.setdefault(_key(result), len(numbers)) for result in results]
    stride = len(codes)
    for slot, domain in choices.items():
        block, stride = stride, stride // len(domain)
        groups = [
            [
                code
                for start in range(0, len(codes), block)
                for code in codes[start + skip : start + skip + stride]
            ]
            for skip in range(0, block, stride)
        ]
        influence = any(group != groups[0] for group in groups[1:])
        removed = [len(numbers) - len(set(group)) for group in groups]
        found[slot] = (influence, min(removed), max(removed))
    return found


def _assignment(choices: Mapping[Slot, tuple[Value, ...]], index: int) -> dict[Slot, Value]:
    assignment: dict[Slot, Value] = {}
    for slot, domain in reversed(tuple(choices.items())):
        index, answer = divmod(index, len(domain))
        assignment[slot] = domain[answer]
    return assignment


def _spread(indexes: range) -> list[int]:
    step = max(1, -(-len(indexes) // SAMPLE))
    return list(indexes[::step])


def _still_needed(
    found: Trace,
    look_inside: Evaluate,
    completions: Iterable[Mapping[Slot, Value]],
    targets: tuple[Slot, ...],
) -> set[Slot]:
    """The fields that matter where trying left the targets unknown."""
    needed: set[Slot] = set()
    for completed in completions:
        inside = trace(found.anatomy, look_inside(completed))
        needed |= set(_candidates(inside, completed, targets))
    return needed
