"""Whether two calculators agree on a case: to the value, the applying rules and the winning rules.

Only what is definite must be equal. Where the reference has no definite value the other calculator may know less of
the reason, but may not have a value either. What is calculated from contradictory facts or conflicting rules is left
out: such a decision is refused before anyone compares.
"""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.model.program import Calculation
from soco_rules.model.program import Clauses
from soco_rules.model.program import Definition
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Node
from soco_rules.model.program import Program
from soco_rules.model.program import Verdict
from soco_rules.model.program import reads
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.model.values import is_known

_REFUSED = frozenset({Absent.CONTRADICTORY, Absent.CONFLICT})


def disagreements(program: Program, ours: Evaluation, theirs: Evaluation) -> tuple[str, ...]:
    """What differs between the reference (`ours`) and another calculator (`theirs`), one Dutch line for each."""
    return tuple(_differences(program, ours, theirs))


def _differences(program: Program, ours: Evaluation, theirs: Evaluation) -> Iterator[str]:
    for step in program.steps:
        if not _refused(_nodes(step), ours):
            yield from _value(step.slot, ours.values[step.slot], theirs.values[step.slot])
        if step.slot in ours.verdicts or step.slot in theirs.verdicts:
            yield from _verdict(step, ours, theirs)
    if program.gate is not None and not _refused([program.gate], ours):
        yield from _value("de voorwaarde van het besluit", ours.gate, theirs.gate)
    for check, our_value, their_value in zip(program.checks, ours.checks, theirs.checks, strict=True):
        if not _refused([check.node], ours):
            yield from _value(f"eis {check.name}", our_value, their_value)


def _value(name: str, ours: Value, theirs: Value) -> Iterator[str]:
    if (_is_definite(ours) or _is_definite(theirs)) and not _equal(ours, theirs):
        yield f"{name}: {_text(ours)} en {_text(theirs)}"


def _verdict(step: Field | Definition, ours: Evaluation, theirs: Evaluation) -> Iterator[str]:
    our_verdict, their_verdict = ours.verdicts.get(step.slot), theirs.verdicts.get(step.slot)
    if our_verdict is None or their_verdict is None:
        yield f"{step.slot}: regels bij een van beide"
    elif not (our_verdict.undecided or _refused(_nodes(step), ours)) and our_verdict != their_verdict:
        yield f"{step.slot}: {_rules(our_verdict)} en {_rules(their_verdict)}"


def _is_definite(value: Value) -> bool:
    return is_known(value) or value is Absent.NOT_APPLICABLE


def _equal(ours: Value, theirs: Value) -> bool:
    return type(ours) is type(theirs) and ours == theirs


def _refused(nodes: list[Node], ours: Evaluation) -> bool:
    return any(ours.values[slot] in _REFUSED for node in nodes for slot in reads(node))


def _nodes(step: Field | Definition) -> list[Node]:
    gate = [] if step.gate is None else [step.gate]
    if isinstance(step, Field):
        return gate
    match step.body:
        case Calculation(node):
            return [*gate, node]
        case Clauses(clauses, otherwise):
            nodes = [node for clause in clauses for node in (clause.condition, clause.outcome)]
            return [*gate, *nodes, *([] if otherwise is None else [otherwise])]


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
