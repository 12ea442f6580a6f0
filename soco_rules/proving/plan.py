"""What there is to prove about an agreement: each version, for every stretch of days with the same layers."""

from __future__ import annotations

from itertools import zip_longest

from soco_rules.compiler.layers import days_to_check
from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.program import with_pairings
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.model.workspace import Workspace
from soco_rules.proving.periods import period_of
from soco_rules.proving.questions import questions
from soco_rules.proving.report import Stretch


def plan(workspace: Workspace, reference: str) -> tuple[tuple[Stretch, ...], tuple[Diagnostic, ...]]:
    """The stretches with all their questions; none where the rules have an error, which is found instead."""
    planned: list[Stretch] = []
    for version in workspace.agreements[reference]:
        days = days_to_check(workspace, version)
        for first, following in zip_longest(days, days[1:]):
            compiled, findings = compile_stack(workspace, version, first)
            if compiled is None or has_errors(findings):
                return (), findings
            period = period_of(compiled, first, following)
            compiled = with_pairings(compiled)
            planned.append(Stretch(compiled, period, questions(compiled)))
    return tuple(planned), ()
