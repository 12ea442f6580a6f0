"""The rules of one agreement for a page of the lawyer, and never those of before a mistake."""

from __future__ import annotations

from functools import lru_cache

from soco_rules.compiler.layers import Stack
from soco_rules.compiler.program import compile_in_force
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.model.workspace import RuleFiles
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import in_the_way
from soco_rules.web.faults import RefusedError
from soco_rules.web.ground import Ground


def rules_for(ground: Ground, agreement: str) -> Workspace:
    """The rule files, when nothing is wrong with those of this agreement.

    Raises:
        RefusedError: there is an error in its files, in a layer under it or in a list that counts for it; a version
            that cannot be read would leave the one before it in force.
    """
    situation = ground.rules()
    if wrong := errors_for(situation, agreement):
        raise RefusedError(*wrong)
    return situation.workspace


def errors_for(situation: RuleFiles, agreement: str) -> tuple[Diagnostic, ...]:
    """The errors that count for an agreement."""
    return in_the_way(situation.workspace, situation.findings, agreement)


@lru_cache(maxsize=64)
def stack_on(workspace: Workspace, agreement: str, day: int) -> Stack | None:
    """The layers of an agreement on a day; None where they cannot be used."""
    compiled, findings = compile_in_force(workspace, agreement, day)
    return None if compiled is None or has_errors(findings) else compiled.stack
