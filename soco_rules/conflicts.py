"""Find cases in which two rules of one concept apply with different outcomes and neither goes before the other."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from functools import lru_cache

from soco_rules.backends import reference
from soco_rules.catalogue import finding
from soco_rules.compiler.exclusive import Reading
from soco_rules.compiler.exclusive import agree
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import part_for
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Span
from soco_rules.explain.anatomy import dissect
from soco_rules.explain.missing import Evaluate
from soco_rules.explain.missing import remaining
from soco_rules.explain.support import trace
from soco_rules.facts import agreed_value
from soco_rules.model.agreement import Provenance
from soco_rules.model.program import Clause
from soco_rules.model.program import Clauses
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import Unit
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import in_words

LIMIT = 512
"""How many combinations of answers are tried for one concept; what is not tried is left to the decision itself."""

_SPAN = Span("")


def conflicts(compiled: Compiled) -> Iterator[Diagnostic]:
    """A finding, with a case in which it happens, for every concept whose rules are found to contradict each other.

    A concept that only reads one with a conflict is left alone: the finding is about the rules that must change.
    """
    points = [
        step for step in compiled.steps.values() if isinstance(step, Field) and step.origin is Origin.POINT
    ]
    agreed = {point.slot: agreed_value(point) for point in points if point.constant is not None}
    reading = Reading(compiled.steps, agreed)
    for step in compiled.steps.values():
        if not isinstance(step, Definition) or not isinstance(step.body, Clauses):
            continue
        if step.role is not Role.PARTNER and not agree(step.body, step.gate, reading):
            yield from _of_definition(compiled, step, step.body)


def _of_definition(compiled: Compiled, definition: Definition, body: Clauses) -> Iterator[Diagnostic]:
    program = part_for(compiled, (definition.slot,))
    found = _found(_Question(tuple(map(_unplaced, program.steps)), definition.slot, program))
    if found is None:
        return
    rules = [body.clauses[position] for position in found.winning]
    own = compiled.stack.lowest.path
    rules.sort(key=lambda rule: rule.span.file != own)
    names = " en ".join(f"'{rule.name}'{_basis(rule)}" for rule in rules)
    case = in_dutch(program, found.answers)
    message = f"De regels {names} gelden samen en geven een andere uitkomst, als {case}."
    notes = tuple(Note("de andere regel", rule.span) for rule in rules[1:])
    yield finding("regels-strijdig", rules[0].span, message, notes=notes)


def in_dutch(program: Program, answers: Mapping[Slot, Value]) -> str:
    """Some answers as one Dutch condition, in the order of the program."""
    return " en ".join(
        f"{field.name}{f' van de {field.role}' if field.role else ''} is {_in_dutch(answers[field.slot], field.type)}"
        for field in program.fields
        if field.slot in answers
    )


def _in_dutch(value: Value, type_: ValueType) -> str:
    """An answer as its author reads it; an open duration was tried as its bare amount, in the unit of its bounds."""
    if type_.kind is Kind.DURATION and isinstance(value, int):
        bounds = (bound for bound in (type_.maximum, type_.minimum) if isinstance(bound, Duration))
        unit = next((bound.unit for bound in bounds), Unit.MONTHS)
        return as_dutch(Duration(value, unit), Kind.DURATION)
    return in_words(value, type_)


def _basis(rule: Clause) -> str:
    articles = rule.provenance.legal_basis
    return f" ({', '.join(articles)})" if articles else ""


@dataclass(frozen=True, slots=True)
class _Question:
    """A program as far as its calculation goes: rules that have only moved in their file are not tried again."""

    steps: tuple[Field | Definition, ...]
    target: Slot
    program: Program = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Conflict:
    """The rules that win together, by index, and the answers with which they do."""

    winning: tuple[int, ...]
    answers: Mapping[Slot, Value]


@lru_cache(maxsize=1024)
def _found(question: _Question) -> _Conflict | None:
    program, target = question.program, question.target
    evaluate = reference.prepare(program)
    given = {
        field.slot: agreed_value(field) if field.origin is Origin.POINT else Absent.UNKNOWN
        for field in program.fields
    }
    witness = _witness(program, evaluate, given, target)
    winning = evaluate(witness).verdicts[target].winning if witness else ()
    if witness is None or len(winning) < 2:
        return None
    answered = (slot for slot in given if given[slot] is Absent.UNKNOWN is not witness[slot])
    return _Conflict(winning, {slot: witness[slot] for slot in answered})


def _unplaced(step: Field | Definition) -> Field | Definition:
    """The step without what a calculation does not read: its texts, its place in the file, where it comes from."""
    if isinstance(step, Field):
        return replace(step, question="", span=_SPAN, provenance=Provenance())
    body = step.body
    if isinstance(body, Clauses):
        clauses = (replace(clause, span=_SPAN, provenance=Provenance()) for clause in body.clauses)
        body = replace(body, clauses=tuple(clauses))
    return replace(step, body=body, description="", span=_SPAN, provenance=Provenance())


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
