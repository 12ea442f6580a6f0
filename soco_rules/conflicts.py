"""Find cases in which two rules of one concept apply with different outcomes and neither goes before the other."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping

from soco_rules.backends import reference
from soco_rules.catalogue import finding
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import part_for
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.explain.anatomy import dissect
from soco_rules.explain.missing import Evaluate
from soco_rules.explain.missing import remaining
from soco_rules.explain.support import trace
from soco_rules.facts import agreed_value
from soco_rules.model.program import Clauses
from soco_rules.model.program import Definition
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Role
from soco_rules.model.values import Value
from soco_rules.model.values import as_dutch

LIMIT = 512
"""How many combinations of answers are tried for one concept; what is not tried is left to the decision itself."""


def conflicts(compiled: Compiled) -> Iterator[Diagnostic]:
    """A finding, with a case in which it happens, for every concept whose rules are found to contradict each other."""
    for step in compiled.steps.values():
        if isinstance(step, Definition) and isinstance(step.body, Clauses) and step.role is not Role.PARTNER:
            yield from _of_definition(compiled, step, step.body)


def _of_definition(compiled: Compiled, definition: Definition, body: Clauses) -> Iterator[Diagnostic]:
    if len(body.clauses) < 2:
        return
    program = part_for(compiled, (definition.slot,))
    evaluate = reference.prepare(program)
    given = {
        field.slot: agreed_value(field) if field.origin is Origin.POINT else Absent.UNKNOWN
        for field in program.fields
    }
    witness = _witness(program, evaluate, given, definition.slot)
    if witness is None:
        return
    verdict = evaluate(witness).verdicts[definition.slot]
    rules = [body.clauses[position] for position in verdict.winning]
    names = " en ".join(f"'{rule.name}'" for rule in rules)
    answers = [
        f"{field.name} is {as_dutch(witness[field.slot], field.type.kind)}"
        for field in program.fields
        if given[field.slot] is Absent.UNKNOWN and witness[field.slot] is not Absent.UNKNOWN
    ]
    message = f"De regels {names} gelden samen en geven een andere uitkomst, als {' en '.join(answers)}."
    notes = tuple(Note("de andere regel", rule.span) for rule in rules[1:])
    yield finding("regels-strijdig", rules[0].span, message, notes=notes)


def _witness(
    program: Program, evaluate: Evaluate, given: Mapping[Slot, Value], target: Slot
) -> Mapping[Slot, Value] | None:
    """The few answers with which the target is a conflict, or None when none was found."""
    anatomy = dissect(program)
    look_inside = reference.prepare(anatomy.inside)
    found = trace(anatomy, look_inside(given))
    left = remaining(found, evaluate, look_inside, given, (target,), limit=LIMIT)
    witness = left.witnesses.get((target, Absent.CONFLICT))
    if witness is None:
        return None
    for slot in witness:
        fewer = {**witness, slot: given[slot]}
        if evaluate(fewer).values[target] is Absent.CONFLICT:
            witness = fewer
    return witness
