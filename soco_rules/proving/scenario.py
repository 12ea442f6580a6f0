"""A case as a scenario of the decision that shows it best, with what comes of it now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from soco_rules.compiler.program import DECISION_DATE
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import program_of
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.case import Case
from soco_rules.model.program import Definition
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import reads_of
from soco_rules.model.values import encode
from soco_rules.proving.confirm import Counterexample
from soco_rules.proving.confirm import Second
from soco_rules.proving.confirm import broken_by
from soco_rules.proving.questions import Question
from soco_rules.proving.questions import Subject
from soco_rules.scenarios.telling import Setting
from soco_rules.scenarios.telling import told

Lines = tuple[str, ...]


def scenarios(compiled: Compiled, question: Question, case: Counterexample, title: str) -> tuple[Lines, ...]:
    """The scenarios of a case: one, two where cases are compared, none where no decision shows it."""
    if case.second is None:
        program = _decision_about(compiled, question, case.program)
        return () if program is None else (_scenario(compiled, program, case, title),)
    said = [slot for step in case.second.pairing.compared for slot in _said_by(compiled, step)]
    shown = _telling(case, case.second, said)
    program = _decision_showing(compiled, shown, case.program)
    if program is None:
        return ()
    answers = {**case.answers, **case.second.answers}
    other = replace(case, answers=answers, evaluation=case.second.evaluation)
    return tuple(
        _scenario(compiled, program, one, f"{title}, {which}", tuple(shown))
        for one, which in ((case, "eerste geval"), (other, "tweede geval"))
    )


def _scenario(
    compiled: Compiled, program: Program, case: Counterexample, title: str, shown: tuple[Slot, ...] = ()
) -> Lines:
    day = case.answers.get(DECISION_DATE, case.reference)
    assert isinstance(day, int)
    dates = Dates(case.reference, day)
    bound, _ = bind(program, Case(agreement=None, facts={}, judgements={}), dates)
    slots = _slots(program)
    values = {**bound.values, **{slot: value for slot, value in case.answers.items() if slot in slots}}
    decision = propose(prepare(program, twice=False), replace(bound, values=values), dates)
    monthly = program.decision.monthly
    setting = Setting(
        agreement=compiled.stack.lowest.reference,
        month=case.reference if monthly else None,
        reference_date=None if monthly else case.reference,
        decision_date=day,
    )
    outcomes = _outcomes(compiled, program, case, shown) if decision.outcome is not None else ()
    return (
        f"Scenario: {title}",
        *(f"  {line}" for line in told(setting, program.fields, values, program.decision.name)),
        f'  Dan is de status "{decision.status}"',
        *(f"  {line}" for line in outcomes),
    )


def _outcomes(
    compiled: Compiled, program: Program, case: Counterexample, shown: tuple[Slot, ...]
) -> Iterator[str]:
    """The values of a decision among those that a comparison speaks of."""
    for slot in shown:
        step = compiled.steps[slot]
        value = encode(case.evaluation.values[slot], step.type.kind)
        of_whom = f" van de {step.role}" if step.role else ""
        if value is not None and slot in program.outcome:
            yield f'En is de uitkomst{of_whom} "{value}"'
        elif value is not None and slot in program.also:
            yield f'En is "{step.name}"{of_whom} gelijk aan "{value}"'


def _telling(case: Counterexample, second: Second, said: list[Slot]) -> list[Slot]:
    """Of what is read those values that go the wrong way, else all that differ."""
    pairs = {slot: (case.evaluation.values[slot], second.evaluation.values[slot]) for slot in said}
    worse = [slot for slot, pair in pairs.items() if broken_by(second.pairing.sense, *pair)]
    return worse or [slot for slot, (before, after) in pairs.items() if before != after]


def _said_by(compiled: Compiled, slot: Slot) -> tuple[Slot, ...]:
    """What the rules derive and a comparison reads, in the order of its text."""
    return tuple(
        read for read in reads_of(compiled.steps[slot]) if isinstance(compiled.steps[read], Definition)
    )


def _decision_about(compiled: Compiled, question: Question, part: Program) -> Program | None:
    """The decision that says most directly what was asked: by its outcome if there is one, else by what it reads."""
    asked = set(question.asked)
    found: list[tuple[bool, int, Program]] = []
    for program in _fitting(compiled, part):
        weighed = question.subject is not Subject.REQUIREMENT or any(
            check.span == question.span for check in program.checks
        )
        if weighed and asked <= _slots(program):
            found.append((asked.isdisjoint(program.outcome), len(program.steps), program))
    return min(found, key=lambda one: one[:2])[2] if found else None


def _decision_showing(compiled: Compiled, shown: list[Slot], part: Program) -> Program | None:
    """The decision that gives most of what a comparison speaks of, else that reads most of it."""
    found = [
        (
            -len({*shown} & {*program.outcome, *program.also}),
            -len({*shown} & _slots(program)),
            number,
            program,
        )
        for number, program in enumerate(_fitting(compiled, part))
        if not _slots(program).isdisjoint(shown)
    ]
    return min(found, key=lambda one: one[:3])[3] if found else None


def _fitting(compiled: Compiled, part: Program) -> Iterator[Program]:
    for decision in compiled.stack.decisions.values():
        program = program_of(compiled, decision)
        if part.decision.monthly in {program.decision.monthly, False}:
            yield program


def _slots(program: Program) -> set[Slot]:
    return {step.slot for step in program.steps}
