"""Whether two calculators agree on a case: to the value, the applying rules and the winning rules.

Only what is definite must be equal. Where the reference has no definite value the other calculator may know less of
the reason, but may not have a value either. What is calculated from contradictory facts or conflicting rules is left
out: such a decision is refused before anyone compares.
"""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.model.program import Evaluation
from soco_rules.model.program import Node
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import Verdict
from soco_rules.model.program import nodes_of
from soco_rules.model.program import reads
from soco_rules.model.values import REFUSED
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.model.values import is_definite


def disagreements(program: Program, ours: Evaluation, theirs: Evaluation) -> tuple[str, ...]:
    """What differs between the reference (`ours`) and another calculator (`theirs`), one Dutch line for each."""
    return tuple(_differences(program, ours, theirs))


def _differences(program: Program, ours: Evaluation, theirs: Evaluation) -> Iterator[str]:
    for step in program.steps:
        different = (
            *_value(step.slot, ours.values[step.slot], theirs.values[step.slot]),
            *_verdict(step.slot, ours.verdicts.get(step.slot), theirs.verdicts.get(step.slot)),
        )
        if different and not _refused(nodes_of(step), ours):
            yield from different
    if program.gate is not None and not _refused((program.gate,), ours):
        yield from _value("de voorwaarde van het besluit", ours.gate, theirs.gate)
    for check, our_value, their_value in zip(program.checks, ours.checks, theirs.checks, strict=True):
        if not _refused((check.node,), ours):
            yield from _value(f"eis {check.name}", our_value, their_value)


def _value(name: str, ours: Value, theirs: Value) -> Iterator[str]:
    if (is_definite(ours) or is_definite(theirs)) and not _equal(ours, theirs):
        yield f"{name}: {_text(ours)} en {_text(theirs)}"


def _verdict(slot: Slot, ours: Verdict | None, theirs: Verdict | None) -> Iterator[str]:
    if ours is None and theirs is None:
        return
    if ours is None or theirs is None:
        yield f"{slot}: regels bij een van beide"
    elif not ours.undecided and ours != theirs:
        yield f"{slot}: {_rules(ours)} en {_rules(theirs)}"


def _equal(ours: Value, theirs: Value) -> bool:
    return type(ours) is type(theirs) and ours == theirs


def _refused(nodes: tuple[Node, ...], ours: Evaluation) -> bool:
    return any(ours.values[slot] in REFUSED for node in nodes for slot in reads(node))


def _text(value: Value) -> str:
    match value:
        case bool():
            return "ja" if value else "nee"
        case Absent():
            return value.value
        case _:
            return str(value)


def _rules(verdict: Verdict) -> str:
    def listed(indexes: tuple[int, ...]) -> str:
        return ", ".join(str(index + 1) for index in indexes) or "geen"

    return f"van toepassing {listed(verdict.applying)}, winnend {listed(verdict.winning)}"
