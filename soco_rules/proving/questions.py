"""What there is to prove about a stack of layers: gaps, conflicts, dead rules, requirements, points without effect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import program_of
from soco_rules.diagnostics import Span
from soco_rules.model.program import Clauses
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Slot
from soco_rules.model.program import reads
from soco_rules.model.values import Absent
from soco_rules.model.values import Role


class Subject(StrEnum):
    """What a question is about."""

    CONFLICT = "strijd"
    GAP = "gat"
    RULE = "regel"
    REQUIREMENT = "eis"
    COMPARISON = "vergelijking"
    POINT = "afspraak"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to prove. `asked` are the slots that it is about, of a concept per person those of both persons.

    `index` is the place of a rule, `checks` are the places of a requirement or comparison: one, or one per person.

    A GAP counts where one of `decisions` is taken, or anywhere where that names none. `is_own` tells of a rule whether
    the lowest layer wrote it: a higher one has rules for what others agreed.

    CONFLICT, GAP, REQUIREMENT and COMPARISON ask that no case does it; RULE and POINT that some case does.
    """

    subject: Subject
    name: str
    asked: tuple[Slot, ...]
    span: Span
    index: int = 0
    checks: tuple[int, ...] = ()
    decisions: tuple[str, ...] = ()
    is_own: bool = True


def questions(compiled: Compiled) -> tuple[Question, ...]:
    """Everything to prove, in the order of the files; what is per person is one question about both."""
    return (
        *_about_concepts(compiled),
        *_about_requirements(compiled),
        *_about_comparisons(compiled),
        *_about_points(compiled),
    )


def _about_concepts(compiled: Compiled) -> Iterator[Question]:
    own = compiled.stack.lowest.path
    reached = {name: _reached(compiled, name) for name in compiled.stack.decisions}
    for step in compiled.steps.values():
        if not isinstance(step, Definition) or step.role is Role.PARTNER:
            continue
        if not isinstance(step.body, Clauses):
            continue
        asked = tuple(slot for slot, other in compiled.steps.items() if other.name == step.name)
        if len(step.body.clauses) > 1:
            yield Question(Subject.CONFLICT, step.name, asked, step.span)
        if step.body.otherwise is None:
            decisions = tuple(name for name, slots in reached.items() if not slots.isdisjoint(asked))
            yield Question(Subject.GAP, step.name, asked, step.span, decisions=decisions)
        for index, clause in enumerate(step.body.clauses):
            yield Question(
                Subject.RULE, clause.name, asked, clause.span, index, is_own=clause.span.file == own
            )


def _reached(compiled: Compiled, decision: str) -> frozenset[Slot]:
    program = program_of(compiled, compiled.stack.decisions[decision])
    return frozenset(step.slot for step in program.steps)


def _about_requirements(compiled: Compiled) -> Iterator[Question]:
    places: dict[str, list[int]] = {}
    for place, check in enumerate(compiled.checks):
        places.setdefault(check.name, []).append(place)
    for name, both in places.items():
        checks = [compiled.checks[place] for place in both]
        asked = dict.fromkeys(slot for check in checks for slot in reads(check.node))
        yield Question(Subject.REQUIREMENT, name, tuple(asked), checks[0].span, checks=tuple(both))


def _about_comparisons(compiled: Compiled) -> Iterator[Question]:
    places: dict[str, list[int]] = {}
    for place, pairing in enumerate(compiled.pairings):
        places.setdefault(pairing.name, []).append(place)
    for name, both in places.items():
        pairs = [compiled.pairings[place] for place in both]
        asked = dict.fromkeys(slot for pairing in pairs for slot in (*pairing.compared, *pairing.changes))
        yield Question(Subject.COMPARISON, name, tuple(asked), pairs[0].span, checks=tuple(both))


def _about_points(compiled: Compiled) -> Iterator[Question]:
    """The points that the lowest layer fills with a value, and that some decision reads."""
    reached = frozenset[Slot]().union(*(_reached(compiled, name) for name in compiled.stack.decisions))
    for step in compiled.steps.values():
        if isinstance(step, Field) and step.origin is Origin.POINT and step.slot in reached:
            filled = step.constant is not None and step.constant is not Absent.NOT_APPLICABLE
            if filled and step.span.file == compiled.stack.lowest.path:
                yield Question(Subject.POINT, step.name, (step.slot,), step.span)
