"""From a case to the decision that the rules propose on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from soco_rules.catalogue import finding
from soco_rules.compiler.program import compile_program
from soco_rules.decide.calculation import Calculated
from soco_rules.decide.calculation import calculate
from soco_rules.decide.calculation import is_settled
from soco_rules.decide.calculation import stops_at_gate
from soco_rules.decide.calculators import SECOND
from soco_rules.decide.calculators import Calculators
from soco_rules.decide.calculators import SecondCalculator
from soco_rules.decide.calculators import in_process
from soco_rules.decide.calculators import prepare
from soco_rules.decide.search import Searched
from soco_rules.decide.search import search
from soco_rules.decide.status import status_of
from soco_rules.decide.writing import not_in_force
from soco_rules.decide.writing import written
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.explain.reasons import reasons
from soco_rules.facts import Bound
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.facts import unused
from soco_rules.model.case import Case
from soco_rules.model.decision import Decision
from soco_rules.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Ready:
    """A case, bound to the program of a decision with its calculators; of a month the dates of its first day."""

    calculators: Calculators
    bound: Bound
    dates: Dates


def decide(
    workspace: Workspace,
    reference: str,
    decision: str,
    case: Case,
    dates: Dates,
    *,
    second: SecondCalculator = in_process,
) -> tuple[Decision | None, tuple[Diagnostic, ...]]:
    """A proposed decision on a case, or None with the findings that stand in the way.

    A decision about a month takes the first day of the month of the reference date.
    """
    ready, taken, findings = _readied(workspace, reference, decision, case, dates, second=second)
    if ready is not None:
        proposed = propose(ready.calculators, ready.bound, ready.dates)
        return proposed, (*findings, *unconfirmed(proposed, Span(reference)))
    return without_program(reference, decision, case, taken, findings), findings


def without_program(
    reference: str, decision: str, case: Case, dates: Dates, findings: tuple[Diagnostic, ...]
) -> Decision | None:
    """The decision that no rules are in force, where that is what the findings say; else there is none."""
    if any(found.code == "niets-in-werking" for found in findings):
        return not_in_force(reference, decision, case, dates)
    return None


def made_ready(
    workspace: Workspace,
    reference: str,
    decision: str,
    case: Case,
    dates: Dates,
    *,
    second: SecondCalculator = in_process,
) -> tuple[Ready | None, tuple[Diagnostic, ...]]:
    """A case with the calculators of its decision, or None with the findings that stand in the way."""
    ready, _, findings = _readied(workspace, reference, decision, case, dates, second=second)
    return ready, findings


def _readied(
    workspace: Workspace,
    reference: str,
    decision: str,
    case: Case,
    dates: Dates,
    *,
    second: SecondCalculator,
) -> tuple[Ready | None, Dates, tuple[Diagnostic, ...]]:
    """As `made_ready`, with the dates that were taken: of a month those of its first day."""
    program, findings = compile_program(workspace, reference, decision, dates.reference)
    if program is None:
        return None, dates, findings
    if program.decision.monthly and dates.monthly() != dates:
        return _readied(workspace, reference, decision, case, dates.monthly(), second=second)
    calculators = _prepared(workspace, reference, decision, dates.reference, second)
    program = calculators.program
    bound, about_case = bind(program, case, dates)
    findings = (*findings, *calculators.findings, *about_case)
    if has_errors(findings):
        return None, dates, in_reading_order(findings)
    idle = unused(program, bound, calculators.reference(bound.values))
    return Ready(calculators, bound, dates), dates, in_reading_order((*findings, *idle))


@lru_cache(maxsize=8)  # many cases of one besluit follow each other, such as when a month is adopted
def _prepared(
    workspace: Workspace, reference: str, decision: str, on: int, second: SecondCalculator
) -> Calculators:
    """The calculators of a decision that compiles."""
    program, _ = compile_program(workspace, reference, decision, on)
    assert program is not None  # it was compiled a moment ago
    return prepare(program, second=second)


def propose(calculators: Calculators, bound: Bound, dates: Dates) -> Decision:
    """The decision that a program proposes on a bound case."""
    calculated = calculate(calculators, bound)
    return concluded(calculated, search(calculated), dates)


def concluded(calculated: Calculated, searched: Searched, dates: Dates) -> Decision:
    """The decision that follows from what was calculated and searched."""
    why = reasons(
        calculated.found,
        calculated.calculators.vocabulary,
        calculated.bound,
        dates.reference,
        gate_only=stops_at_gate(calculated),
        settled=is_settled(calculated),
    )
    return written(calculated, searched, why, status_of(calculated, searched, why), dates)


def unconfirmed(decision: Decision, place: Span) -> tuple[Diagnostic, ...]:
    """That the second calculator gave no answer, where it did not: the decision has no outcome because of that."""
    failed = [line for line in decision.disagreements if line.startswith(f"{SECOND}: ")]
    message = f"Het besluit '{decision.title}' kon niet twee keer worden uitgerekend ({'; '.join(failed)})."
    return (finding("tweede-rekenaar-weg", place, message),) if failed else ()
