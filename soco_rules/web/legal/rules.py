"""The rules of one agreement for a page of the lawyer, and never those of before a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from soco_rules.compiler.layers import Stack
from soco_rules.compiler.program import compile_in_force
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.follow import Situation
from soco_rules.model.workspace import Workspace
from soco_rules.parser.mandates import is_register
from soco_rules.parser.workspace import AGREEMENTS
from soco_rules.parser.workspace import is_list
from soco_rules.web.faults import RefusedError
from soco_rules.web.ground import Ground


def rules_for(ground: Ground, agreement: str) -> Workspace:
    """The rule files, when nothing is wrong with those of this agreement.

    Raises:
        RefusedError: there is an error in its files, in a layer under it or in a list that counts for it; a version
            that cannot be read would leave the one before it in force.
    """
    situation = ground.rules()
    if wrong := tuple(errors_about(situation, agreement)):
        raise RefusedError(*wrong)
    return situation.workspace


def errors_about(situation: Situation, agreement: str) -> Iterator[Diagnostic]:
    """The errors in the files of an agreement and of all that it stands on, and in the lists that count for it."""
    layers = {f"{AGREEMENTS}/{layer}" for layer in _layers_of(situation.workspace, agreement)}
    own = f"{AGREEMENTS}/{agreement.partition('/')[0]}/"
    for found in situation.findings:
        file = found.span.file
        folder = file.rpartition("/")[0]
        counts = folder in layers or (is_list(file) and (file.startswith(own) or not is_register(file)))
        if found.is_error and counts:
            yield found


def _layers_of(workspace: Workspace, agreement: str) -> tuple[str, ...]:
    """An agreement with everything that any version of it stands on."""
    found = [agreement]
    for reference in found:  # grows: a layer stands on others
        versions = workspace.agreements.get(reference, ())
        found += [layer for each in versions for layer in each.builds_on if layer not in found]
    return tuple(found)


@lru_cache(maxsize=64)
def stack_on(workspace: Workspace, agreement: str, day: int) -> Stack | None:
    """The layers of an agreement on a day; None where they cannot be used."""
    compiled, findings = compile_in_force(workspace, agreement, day)
    return None if compiled is None or has_errors(findings) else compiled.stack
