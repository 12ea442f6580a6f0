"""Why two sides differ in a case: what decided on each, and where on the way to the outcome they part."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.comparing.findings import Cause
from soco_rules.comparing.findings import Decider
from soco_rules.comparing.parts import place_of
from soco_rules.explain.missing import effective
from soco_rules.model.program import Clauses
from soco_rules.model.program import Definition
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import reads
from soco_rules.model.program import reads_of
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Value

SUPPLIED = frozenset({Origin.FACT, Origin.JUDGEMENT})


def deciders(program: Program, evaluation: Evaluation, slot: Slot) -> Iterator[Decider]:
    """The rules that win for a slot; a calculation is told as such."""
    step = next((step for step in program.steps if step.slot == slot), None)
    if not isinstance(step, Definition) or effective(evaluation, (slot,))[0] is Absent.NOT_APPLICABLE:
        return
    if not isinstance(step.body, Clauses):
        yield Decider(step.name, None, step.provenance.cited, place_of(step.span))
        return
    for index in evaluation.verdicts[slot].winning:
        rule = step.body.clauses[index]
        yield Decider(step.name, rule.name, rule.provenance.cited, place_of(rule.span))


def causes(
    programs: tuple[Program, Program], evaluations: tuple[Evaluation, Evaluation], starts: tuple[Slot, ...]
) -> Iterator[tuple[Slot, Cause]]:
    """The steps behind some slots that differ while nothing that they read does."""
    steps = [{step.slot: step for step in program.steps} for program in programs]
    waiting, seen = list(starts), set(starts)
    gates = [slot for program in programs if program.gate for slot in reads(program.gate)]
    waiting += [slot for slot in dict.fromkeys(gates) if slot not in seen]
    while waiting:
        slot = waiting.pop(0)
        held = [of_side.get(slot) for of_side in steps]
        old, new = (one.values.get(slot) for one in evaluations)
        if type(old) is type(new) and old == new:
            continue
        below = [read for step in held if step is not None for read in reads_of(step)]
        differing = [s for s in dict.fromkeys(below) if _differs(evaluations, s)]
        if differing:
            fresh = [s for s in differing if s not in seen]
            seen.update(fresh)
            waiting += fresh
            continue
        known = held[1] or held[0]
        assert known is not None
        asked = isinstance(known, Field) and known.origin in SUPPLIED
        if not (asked and {old, new} <= {None, Absent.UNKNOWN}):
            values = _agreed(held[0], old), _agreed(held[1], new)
            yield slot, Cause(known.name, known.role, known.type.kind, *values, known.type.words)


def _agreed(step: Field | Definition | None, value: Value | None) -> Value | None:
    """A value with its unit, which calculators do without."""
    constant = step.constant if isinstance(step, Field) else None
    return constant if isinstance(constant, Duration) else value


def _differs(evaluations: tuple[Evaluation, Evaluation], slot: Slot) -> bool:
    """Whether both sides know a slot and find something else."""
    old, new = (one.values.get(slot) for one in evaluations)
    return type(old) is not type(new) or old != new
