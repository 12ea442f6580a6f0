"""From a case to the decision that the rules propose on it."""

from __future__ import annotations

from functools import lru_cache

from soco_rules.compiler.program import compile_program
from soco_rules.decide.calculation import calculate
from soco_rules.decide.calculation import is_settled
from soco_rules.decide.calculation import stops_at_gate
from soco_rules.decide.calculators import Calculators
from soco_rules.decide.calculators import prepare
from soco_rules.decide.search import search
from soco_rules.decide.status import status_of
from soco_rules.decide.writing import not_in_force
from soco_rules.decide.writing import written
from soco_rules.diagnostics import Diagnostic
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


def decide(
    workspace: Workspace, reference: str, decision: str, case: Case, dates: Dates
) -> tuple[Decision | None, tuple[Diagnostic, ...]]:
    """A proposed decision on a case, or None with the findings that stand in the way.

    A decision about a month takes the first day of the month of the reference date.
    """
    program, findings = compile_program(workspace, reference, decision, dates.reference)
    if program is not None and program.decision.monthly and dates.monthly() != dates:
        return decide(workspace, reference, decision, case, dates.monthly())
    if program is None:
        if any(found.code == "niets-in-werking" for found in findings):
            return not_in_force(reference, decision, case, dates), findings
        return None, findings
    calculators = _prepared(workspace, reference, decision, dates.reference)
    program = calculators.program
    bound, about_case = bind(program, case, dates)
    findings = (*findings, *calculators.findings, *about_case)
    if has_errors(findings):
        return None, in_reading_order(findings)
    idle = unused(program, bound, calculators.reference(bound.values))
    return propose(calculators, bound, dates), in_reading_order((*findings, *idle))


@lru_cache(maxsize=8)  # many cases of one besluit follow each other, such as when a month is adopted
def _prepared(workspace: Workspace, reference: str, decision: str, on: int) -> Calculators:
    """The calculators of a decision that compiles."""
    program, _ = compile_program(workspace, reference, decision, on)
    assert program is not None  # it was compiled a moment ago
    return prepare(program)


def propose(calculators: Calculators, bound: Bound, dates: Dates) -> Decision:
    """The decision that a program proposes on a bound case."""
    calculated = calculate(calculators, bound)
    searched = search(calculated)
    why = reasons(
        calculated.found,
        calculators.vocabulary,
        bound,
        dates.reference,
        gate_only=stops_at_gate(calculated),
        settled=is_settled(calculated),
    )
    return written(calculated, searched, why, status_of(calculated, searched, why), dates)
