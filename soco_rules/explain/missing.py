"""What is still missing: the outcomes that remain when every missing answer is tried, and the useful questions.

Evaluation alone is sound and not complete: a rule for ja and a rule for nee with one outcome still give unknown while
the answer is missing. So the missing answers are tried, up to a bound; one remaining outcome decides.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from math import prod

from soco_rules.backends import reference
from soco_rules.explain.anatomy import field_of
from soco_rules.explain.answers import NOWHERE_NARROWER
from soco_rules.explain.answers import answers_to_try
from soco_rules.explain.answers import readers
from soco_rules.explain.support import Trace
from soco_rules.explain.support import trace
from soco_rules.explain.unknown import behind_gate
from soco_rules.explain.unknown import candidates
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Slot
from soco_rules.model.program import reads
from soco_rules.model.program import reads_of
from soco_rules.model.values import Absent
from soco_rules.model.values import Value

Evaluate = Callable[[Mapping[Slot, Value]], Evaluation]
Result = tuple[Value, ...]

LIMIT = 4096
"""How many combinations of answers are tried at most."""

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
    ranges: Mapping[Slot, tuple[int, int]] = NOWHERE_NARROWER,
) -> Remaining:
    """What remains for some targets of which at least one is unknown.

    `evaluate` is the reference for the program, `look_inside` the reference for its anatomy, `found` the trace
    of `given`. `ranges` has between which whole numbers a missing answer certainly lies, where that is known.
    """
    hanging = candidates(found, given, targets)
    choices = answers_to_try(found, given, targets, hanging, limit, ranges=ranges)
    if prod(map(len, choices.values())) > SAMPLE:
        results = _try_all(*_narrowed(found, given, targets, choices), targets, choices)
    else:
        results = _try_all(evaluate, given, targets, choices)
    outcomes = {target: tuple(value for _, value in _column(results, i)) for i, target in enumerate(targets)}
    influences = _influences(choices, results)
    useful = [
        Open(field_of(found.anatomy, slot), best, least)
        for slot, (influence, least, best) in influences.items()
        if influence
    ]
    useful.sort(key=lambda one: (-one.certain, -(one.removes or 0)))
    unknown = [i for i, result in enumerate(results) if Absent.UNKNOWN in result]

    def completed(index: int) -> Mapping[Slot, Value]:
        return {**given, **_assignment(choices, index)}

    if unknown:
        undecided = [completed(unknown[i]) for i in _spread(range(len(unknown)))]
        quiet = [slot for slot, (influence, _, _) in influences.items() if not influence]
        rest = [slot for slot in hanging if slot not in choices]
        needed = _still_needed(found, look_inside, undecided, targets, quiet)
        too_many = len(unknown) > SAMPLE
        useful += [
            Open(field_of(found.anatomy, slot), None)
            for slot in (*quiet, *rest)
            if slot in needed or (too_many and slot in rest)
        ]
    return Remaining(
        outcomes,
        missing=_askable(found, given, useful, hanging),
        completions=tuple(map(completed, _spread(range(len(results))))),
        witnesses={key: completed(i) for key, i in _first_absences(targets, results).items()},
    )


def _first_absences(targets: tuple[Slot, ...], results: list[Result]) -> dict[tuple[Slot, Absent], int]:
    first: dict[tuple[Slot, Absent], int] = {}
    for i, result in enumerate(results):
        for target, value in zip(targets, result, strict=True):
            if isinstance(value, Absent):
                first.setdefault((target, value), i)
    return first


def _askable(
    found: Trace, given: Mapping[Slot, Value], useful: list[Open], hanging: Mapping[Slot, bool]
) -> tuple[Open, ...]:
    """The useful questions; for one behind a gate that is not open yet, those that tell whether it opens."""
    asked = {one.field.slot: one for one in useful if hanging[one.field.slot]}
    for one in useful:
        gate = found.anatomy.organs[one.field.slot].gate
        if not hanging[one.field.slot] and gate is not None:
            for slot, askable in behind_gate(found, given, gate).items():
                if askable and slot not in asked:
                    asked[slot] = Open(field_of(found.anatomy, slot), 0 if one.removes is not None else None)
    return tuple(sorted(asked.values(), key=lambda one: one.removes is None))


def _narrowed(
    found: Trace, given: Mapping[Slot, Value], targets: tuple[Slot, ...], choices: Iterable[Slot]
) -> tuple[Evaluate, dict[Slot, Value]]:
    """A smaller program for the same targets: what the answers cannot change is a field with its value.

    Making it costs more than it saves where there is little to try.
    """
    anatomy = found.anatomy
    program = anatomy.program
    reading = readers(anatomy, targets)
    varying = set(choices)
    for step in program.steps:
        if not varying.isdisjoint(reads_of(step)):
            varying.add(step.slot)
    kept = [step for step in program.steps if step.slot in varying and step.slot in reading]
    gate = program.gate
    if gate is not None and anatomy.gate is not None and varying.isdisjoint(reads(gate)):
        gate = Const(found.values[anatomy.gate.slot])
    read = {slot for step in kept for slot in reads_of(step)}
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
    undecided: Iterable[Mapping[Slot, Value]],
    targets: tuple[Slot, ...],
    tried: Iterable[Slot],
) -> set[Slot]:
    """The fields that matter where trying left the targets unknown.

    That an answer changed nothing there does not say that it is not needed: beside it, another is missing.
    """
    needed: set[Slot] = set()
    for completed in undecided:
        needed |= _hanging_on(found, look_inside, completed, targets)
        for slot in tried:
            if slot not in needed:
                without = {**completed, slot: Absent.UNKNOWN}
                needed |= {slot} & _hanging_on(found, look_inside, without, targets)
    return needed


def _hanging_on(
    found: Trace, look_inside: Evaluate, given: Mapping[Slot, Value], targets: tuple[Slot, ...]
) -> set[Slot]:
    return set(candidates(trace(found.anatomy, look_inside(given)), given, targets))
