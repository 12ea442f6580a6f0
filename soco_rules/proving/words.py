"""What was not proved, as findings with the case in Dutch and a scenario that shows it."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from typing import assert_never

from soco_rules.backends.proof.solve import Undecided
from soco_rules.catalogue import finding
from soco_rules.compiler.program import DECISION_DATE
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import program_of
from soco_rules.conflicts import in_dutch
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Severity
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.case import Case
from soco_rules.model.program import Clauses
from soco_rules.model.program import Definition
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import encode
from soco_rules.proving.periods import Period
from soco_rules.proving.prove import Counterexample
from soco_rules.proving.prove import Proof
from soco_rules.proving.prove import Proved
from soco_rules.proving.prove import Refuted
from soco_rules.proving.prove import prove
from soco_rules.proving.questions import Question
from soco_rules.proving.questions import Subject
from soco_rules.scenarios.telling import Setting
from soco_rules.scenarios.telling import told


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What was not proved, and the lines of a scenario where there is a case to tell."""

    finding: Diagnostic
    scenario: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """The questions about one stack over some days, with what was proved of them."""

    compiled: Compiled
    period: Period
    asked: tuple[Question, ...]
    proofs: tuple[Proof, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()

    def about(self, name: str) -> Stretch:
        """The same with only the questions that have this name."""
        return replace(self, asked=tuple(question for question in self.asked if question.name == name))

    def proved(self, each: Callable[[], None]) -> Stretch:
        """The same with all its proofs; `each` is called after every one."""
        proofs: list[Proof] = []
        shortfalls: list[Shortfall] = []
        for proof in prove(self.compiled, self.asked, self.period):
            proofs.append(proof)
            if short := shortfall(self.compiled, proof):
                shortfalls.append(short)
            each()
        return replace(self, proofs=tuple(proofs), shortfalls=tuple(shortfalls))

    def in_words(self) -> Iterator[str]:
        """What was proved, a line for each subject."""
        lowest = self.compiled.stack.lowest
        yield f"{lowest.reference}, versie {encode(lowest.valid_from, Kind.DATE)}, {self.period}"
        for subject, what in SUBJECTS.items():
            asked = [proof for proof in self.proofs if proof.question.subject is subject]
            if asked:
                good = sum(isinstance(proof.verdict, Proved) for proof in asked)
                yield f"  {good:>4} van {len(asked):<4} {what}"


SUBJECTS = {
    Subject.CONFLICT: "begrippen waarvan de regels elkaar nooit tegenspreken",
    Subject.GAP: "begrippen die in elk geval een uitkomst hebben",
    Subject.REQUIREMENT: "eisen waaraan altijd is voldaan",
    Subject.RULE: "eigen regels die in minstens één geval winnen",
    Subject.POINT: "afspraken die verschil maken",
}


def shortfall(compiled: Compiled, proof: Proof) -> Shortfall | None:
    """What a proof leaves to mend; None where it holds."""
    match proof.verdict:
        case Proved():
            return None
        case Undecided(reason):
            message = f"Niet bewezen: {_what(proof.question)}, want {reason}."
            return Shortfall(finding("bewijs-open", proof.question.span, message))
        case Refuted(None):
            return Shortfall(_about_all_cases(proof.question))
        case Refuted(case):
            assert case is not None
            found = _about_a_case(compiled, proof.question, case)
            return Shortfall(found, tuple(_scenario(compiled, proof.question, case)))
        case _:
            assert_never(proof.verdict)


def _what(question: Question) -> str:
    match question.subject:
        case Subject.CONFLICT:
            return f"de regels van '{question.name}' spreken elkaar nooit tegen"
        case Subject.GAP:
            return f"'{question.name}' heeft altijd een uitkomst"
        case Subject.RULE:
            return f"de regel '{question.name}' wint in minstens één geval"
        case Subject.REQUIREMENT:
            return f"aan de eis '{question.name}' is altijd voldaan"
        case Subject.POINT:
            return f"de afspraak '{question.name}' maakt verschil"
        case _:
            assert_never(question.subject)


def _about_all_cases(question: Question) -> Diagnostic:
    if question.subject is Subject.RULE:
        return finding("bewijs-regel", question.span, f"De regel '{question.name}' wint in geen enkel geval.")
    message = f"De afspraak '{question.name}' maakt voor geen enkel besluit verschil."
    return finding("bewijs-afspraak", question.span, message)


def _about_a_case(compiled: Compiled, question: Question, case: Counterexample) -> Diagnostic:
    when = in_dutch(case.program, case.answers)
    when = f" als {when}" if when else " in elk geval"
    match question.subject:
        case Subject.CONFLICT:
            slot = next(slot for slot in question.asked if case.evaluation.values[slot] is Absent.CONFLICT)
            step = compiled.steps[slot]
            assert isinstance(step, Definition)
            assert isinstance(step.body, Clauses)
            rules = [step.body.clauses[at] for at in case.evaluation.verdicts[step.slot].winning]
            names = " en ".join(f"'{rule.name}'" for rule in rules)
            message = f"De regels {names} gelden samen en geven een andere uitkomst,{when}."
            notes = tuple(Note("de andere regel", rule.span) for rule in rules[1:])
            return finding("bewijs-strijd", rules[0].span, message, notes=notes)
        case Subject.GAP:
            message = f"Voor '{question.name}' geldt geen enkele regel,{when}."
            return finding("bewijs-gat", question.span, message)
        case Subject.REQUIREMENT:
            check = compiled.checks[question.checks[0]]
            code = "bewijs-eis" if check.severity is Severity.ERROR else "bewijs-waarschuwing"
            return finding(code, question.span, f"Aan de eis '{question.name}' is niet voldaan,{when}.")
        case _:
            raise AssertionError(question)


def _scenario(compiled: Compiled, question: Question, case: Counterexample) -> Iterator[str]:
    """The case as a scenario of a decision that rests on what was asked, with the status that it has now."""
    program = _decision_about(compiled, question, case.program)
    if program is None:
        return
    day = case.answers.get(DECISION_DATE, case.reference)
    assert isinstance(day, int)
    dates = Dates(case.reference, day)
    bound, _ = bind(program, Case(agreement=None, facts={}, judgements={}), dates)
    slots = {step.slot for step in program.fields}
    values = {**bound.values, **{slot: v for slot, v in case.answers.items() if slot in slots}}
    decision = propose(prepare(program, twice=False), replace(bound, values=values), dates)
    setting = Setting(
        agreement=compiled.stack.lowest.reference,
        month=case.reference if program.decision.monthly else None,
        reference_date=None if program.decision.monthly else case.reference,
        decision_date=day,
    )
    yield f"Scenario: {_what(question)}"
    yield from (f"  {line}" for line in told(setting, program.fields, values, program.decision.name))
    yield f'  Dan is de status "{decision.status}"'


def _decision_about(compiled: Compiled, question: Question, part: Program) -> Program | None:
    """The decision that says most directly what was asked: by its outcome if there is one, else by what it reads."""
    asked = set(question.asked)
    found: list[tuple[bool, int, Program]] = []
    for decision in compiled.stack.decisions.values():
        program = program_of(compiled, decision)
        weighed = question.subject is not Subject.REQUIREMENT or any(
            check.span == question.span for check in program.checks
        )
        if (
            weighed
            and part.decision.monthly in {program.decision.monthly, False}
            and asked <= _slots(program)
        ):
            found.append((asked.isdisjoint(program.outcome), len(program.steps), program))
    return min(found, key=lambda one: one[:2])[2] if found else None


def _slots(program: Program) -> set[Slot]:
    return {step.slot for step in program.steps}
