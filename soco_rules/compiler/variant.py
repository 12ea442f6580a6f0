"""An agreement with some of its points filled otherwise: what would hold if that had been agreed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.catalogue import finding
from soco_rules.compiler.layers import Findings
from soco_rules.compiler.layers import filled_value
from soco_rules.compiler.layers import stack_layers
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.program import recompiled
from soco_rules.compiler.program import unit_of
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Assumption
from soco_rules.model.agreement import Point
from soco_rules.model.agreement import Provenance
from soco_rules.model.agreement import Status
from soco_rules.model.workspace import Workspace

OPEN = "open"
"""Written in the place of a value: the point is left open."""
OUTSIDE = "buiten-grens"
"""The finding about a value that cannot be agreed, with which the rest can be compiled all the same."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What is put in the place of an agreed value: its text as in a rule file, or `open`; and where that is said."""

    text: str
    name_span: Span
    value_span: Span


def with_points(
    agreement: Agreement, stated: Mapping[str, Stated], why: Assumption
) -> tuple[Agreement, Findings]:
    """The same version with some points filled otherwise, as if its file said so; `why` becomes their `aanname`.

    A point that the agreement does not fill itself is found with the nearest name and left out; one that is stated as
    the file has it stays as it is. The value of a point that a higher layer declares is held against its bounds where
    the layers are stacked, as that of a file is. The result is a draft, with another hash than the file.
    """
    points = dict(agreement.points)
    findings: list[Diagnostic] = []
    for name, said in stated.items():
        known = agreement.points.get(name)
        if known is None:
            findings.append(_unknown(agreement, name, said))
        elif not is_agreed(known, said.text):
            points[name], found = _filled(known, said, why)
            findings += found
    if points == agreement.points:
        return agreement, tuple(findings)
    status = Status.DRAFT if agreement.status is Status.ADOPTED else agreement.status
    variant = replace(agreement, points=points, status=status, sha256=_digest(agreement, stated))
    return variant, tuple(findings)


def compile_variant(
    workspace: Workspace, variant: Agreement, day: int, agreed: Compiled
) -> tuple[Compiled | None, Findings]:
    """Everything under a version with other points, from what its file compiles to; with every error.

    No rule depends on what is agreed, but for the unit of a duration and for what was agreed in the version before.
    """
    stack, findings = stack_layers(workspace, variant, day)
    if stack is None or any(found.is_error and found.code != OUTSIDE for found in findings):
        return compile_stack(workspace, variant, day)
    before = agreed.stack.points
    changed = frozenset(name for name, point in stack.points.items() if point != before[name])
    if any(stack.points[name].previous != before[name].previous for name in changed):
        return compile_stack(workspace, variant, day)
    counted = {name for name in changed if unit_of(stack.points[name]) is not unit_of(before[name])}
    if not counted:
        stack = replace(agreed.stack, layers=stack.layers, points=stack.points)
    readers = {agreed.steps[slot].name for slot, read in agreed.reads.items() if not counted.isdisjoint(read)}
    fresh, found = recompiled(agreed, stack, changed | readers)
    return fresh, (*findings, *found)


def is_open(text: str) -> bool:
    """Whether a text says that a point is open."""
    return text.strip() == OPEN


def is_agreed(point: Point, text: str) -> bool:
    """Whether a text says what the file says of a point."""
    return point.open_reason is not None if is_open(text) else point.raw == text.strip()


def _filled(known: Point, said: Stated, why: Assumption) -> tuple[Point, Findings]:
    point = replace(
        known,
        span=said.name_span,
        value=None,
        value_span=said.value_span,
        open_reason=why.reason if is_open(said.text) else None,
        provenance=Provenance(assumption=why),
        raw=None if is_open(said.text) else said.text.strip(),
    )
    if known.type is None:
        return point, ()
    value, findings = filled_value(point, known)
    return replace(point, value=value), findings


def _unknown(agreement: Agreement, name: str, said: Stated) -> Diagnostic:
    message = f"De overeenkomst '{agreement.reference}' vult geen punt '{name}' in."
    remedy = did_you_mean(
        name, agreement.points, otherwise="kies een punt uit afspraken: van de overeenkomst"
    )
    return finding("punt-onbekend", said.name_span, message, remedy=remedy)


def _digest(agreement: Agreement, stated: Mapping[str, Stated]) -> str:
    said = json.dumps({name: one.text.strip() for name, one in sorted(stated.items())}, ensure_ascii=False)
    return hashlib.sha256(f"{agreement.sha256}\n{said}".encode()).hexdigest()
