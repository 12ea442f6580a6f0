"""What was not proved, as findings with the case in Dutch and scenarios that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from soco_rules.backends.proof.solve import Undecided
from soco_rules.catalogue import finding
from soco_rules.compiler.program import Compiled
from soco_rules.conflicts import in_dutch
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Severity
from soco_rules.model.agreement import Sense
from soco_rules.model.program import Clauses
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.values import Absent
from soco_rules.model.values import as_dutch
from soco_rules.proving.confirm import Counterexample
from soco_rules.proving.confirm import Second
from soco_rules.proving.confirm import broken_by
from soco_rules.proving.prove import Proof
from soco_rules.proving.prove import Proved
from soco_rules.proving.prove import Refuted
from soco_rules.proving.questions import Question
from soco_rules.proving.questions import Subject
from soco_rules.proving.scenario import Lines
from soco_rules.proving.scenario import scenarios

_MOVES = {Sense.NOT_LOWER: "daalt", Sense.NOT_HIGHER: "stijgt"}


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What was not proved, and scenarios where there is a case to tell: of a comparison two."""

    name: str
    finding: Diagnostic
    scenarios: tuple[Lines, ...] = ()


def shortfall(compiled: Compiled, proof: Proof) -> Shortfall | None:
    """What a proof leaves to mend; None where it holds, or does not in a way that is meant."""
    match proof.verdict:
        case Proved():
            return None
        case Undecided(reason):
            message = f"Niet bewezen: {what(proof.question)}, want {reason}."
            return Shortfall(proof.question.name, finding("bewijs-open", proof.question.span, message))
        case Refuted(None):
            return (
                Shortfall(proof.question.name, _about_all_cases(proof.question))
                if proof.question.is_own
                else None
            )
        case Refuted(case):
            assert case is not None
            if is_caught(compiled, proof.question):
                return None
            found = _about_a_case(compiled, proof.question, case)
            return Shortfall(
                proof.question.name, found, scenarios(compiled, proof.question, case, what(proof.question))
            )
        case _:
            assert_never(proof.verdict)


def is_caught(compiled: Compiled, question: Question) -> bool:
    """Whether a requirement says which wrong input it is there to stop."""
    about_one = question.subject is Subject.REQUIREMENT
    return about_one and bool(compiled.checks[question.checks[0]].catches)


def what(question: Question) -> str:
    """What there is to prove, as a clause."""
    match question.subject:
        case Subject.CONFLICT:
            return f"de regels van '{question.name}' spreken elkaar nooit tegen"
        case Subject.GAP:
            return f"'{question.name}' heeft altijd een uitkomst"
        case Subject.RULE:
            return f"de regel '{question.name}' wint in minstens één geval"
        case Subject.REQUIREMENT | Subject.COMPARISON:
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
            code = "bewijs-open-punt" if _rests_on_open_point(case) else code
            return finding(code, question.span, f"Aan de eis '{question.name}' is niet voldaan,{when}.")
        case Subject.COMPARISON:
            assert case.second is not None
            return _about_two(compiled, question, case, case.second)
        case _:
            raise AssertionError(question)


def _rests_on_open_point(case: Counterexample) -> bool:
    """Whether the case needs a particular value of a point that is still open."""
    return any(step.origin is Origin.POINT and step.slot in case.answers for step in case.program.fields)


def _about_two(compiled: Compiled, question: Question, case: Counterexample, second: Second) -> Diagnostic:
    pairing = second.pairing
    changed = " en ".join(
        _change(step, case, second) for step in case.program.fields if step.slot in pairing.changes
    )
    outcomes = (_outcome(compiled, slot, case, second) for slot in pairing.compared)
    rest = {slot: value for slot, value in case.answers.items() if slot not in pairing.changes}
    when = in_dutch(case.program, rest)
    when = f", in twee gevallen waarin {when}" if when else ""
    code = "bewijs-verband" if pairing.severity is Severity.ERROR else "bewijs-verband-let-op"
    code = "bewijs-open-punt" if _rests_on_open_point(case) else code
    message = f"Aan de eis '{question.name}' is niet voldaan: als {changed}, {' en '.join(filter(None, outcomes))}{when}."
    return finding(code, question.span, message)


def _change(step: Field, case: Counterexample, second: Second) -> str:
    before, after = case.answers[step.slot], second.answers[step.slot]
    of_whom = f" van de {step.role}" if step.role else ""
    kind = step.type.kind
    return f"{step.name}{of_whom} van {as_dutch(before, kind)} naar {as_dutch(after, kind)} gaat"


def _outcome(compiled: Compiled, slot: str, case: Counterexample, second: Second) -> str:
    """How one value that is compared goes wrong; nothing where it is as it should be."""
    step, sense = compiled.steps[slot], second.pairing.sense
    assert isinstance(step, Definition)
    before, after = case.evaluation.values[slot], second.evaluation.values[slot]
    if not broken_by(sense, before, after):
        return ""
    kind = step.type.kind
    verb = _MOVES.get(sense, "gaat")
    return f"{verb} '{step.description}' van {as_dutch(before, kind)} naar {as_dutch(after, kind)}"
