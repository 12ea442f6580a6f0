"""Programs in few words, for tests: what a test does not name has a value that does not matter to it.

Example:
    program(
        field("toestemming"),
        rules("toelating", clause("toestemming", 1, name="toegewezen"), otherwise=0),
    )

An operand is a node, the slot to read, or a constant; a text to compare with is written `Const("tekst")`.
"""

from __future__ import annotations

from collections.abc import Iterable

from soco_rules.diagnostics import Severity
from soco_rules.diagnostics import Span
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import ByOutcome
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import Layer
from soco_rules.model.agreement import Provenance
from soco_rules.model.agreement import Status
from soco_rules.model.expressions import Comparator
from soco_rules.model.program import Add
from soco_rules.model.program import AddMonths
from soco_rules.model.program import All
from soco_rules.model.program import Any
from soco_rules.model.program import Calculation
from soco_rules.model.program import Check
from soco_rules.model.program import Clause
from soco_rules.model.program import Clauses
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Greatest
from soco_rules.model.program import If
from soco_rules.model.program import IsApplicable
from soco_rules.model.program import Least
from soco_rules.model.program import MonthsBetween
from soco_rules.model.program import Multiply
from soco_rules.model.program import Node
from soco_rules.model.program import Not
from soco_rules.model.program import OrElse
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Read
from soco_rules.model.program import RoundDiv
from soco_rules.model.program import Slot
from soco_rules.model.program import Subtract
from soco_rules.model.program import SumApplicable
from soco_rules.model.program import YearOf
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import ValueType

HERE = Span("tests/overeenkomst.yaml")
NOWHERE = Provenance()
FIRST_DAY = 736_573
"""1 September 2017, from when everything in these programs is valid."""

Operand = Node | Slot | bool | int | Duration | Absent


def node(operand: Operand) -> Node:
    """The node that an operand stands for: a text reads a slot, another plain value is a constant."""
    match operand:
        case str():
            return Read(operand)
        case bool() | int() | Duration() | Absent():
            return Const(operand)
        case _:
            return operand


def nodes(operands: Iterable[Operand]) -> tuple[Node, ...]:
    """The nodes of some operands."""
    return tuple(map(node, operands))


def no(operand: Operand) -> Not:
    """`niet a`."""
    return Not(node(operand))


def both(*operands: Operand) -> All:
    """`a en b`."""
    return All(nodes(operands))


def either(*operands: Operand) -> Any:
    """`a of b`."""
    return Any(nodes(operands))


def applicable(operand: Operand) -> IsApplicable:
    """`a is van toepassing`."""
    return IsApplicable(node(operand))


def compare(left: Operand, sign: str, right: Operand) -> Compare:
    """`a <= b` and its kin, with the sign of the rule files."""
    return Compare(Comparator(sign), node(left), node(right))


def add(*operands: Operand) -> Add:
    """`a + b`."""
    return Add(nodes(operands))


def subtract(left: Operand, right: Operand) -> Subtract:
    """`a - b`."""
    return Subtract(node(left), node(right))


def multiply(left: Operand, right: Operand) -> Multiply:
    """`a * b`."""
    return Multiply(node(left), node(right))


def round_div(numerator: Operand, denominator: Operand) -> RoundDiv:
    """`a gedeeld door b afgerond op centen`."""
    return RoundDiv(node(numerator), node(denominator))


def least(*operands: Operand) -> Least:
    """`de laagste van (a, b)`."""
    return Least(nodes(operands))


def greatest(*operands: Operand) -> Greatest:
    """`de hoogste van (a, b)`."""
    return Greatest(nodes(operands))


def or_else(operand: Operand, otherwise: Operand) -> OrElse:
    """`(a of anders b)`."""
    return OrElse(node(operand), node(otherwise))


def choose(condition: Operand, then: Operand, otherwise: Operand) -> If:
    """`als c dan a anders b`."""
    return If(node(condition), node(then), node(otherwise))


def sum_applicable(*operands: Operand) -> SumApplicable:
    """`de som van x`."""
    return SumApplicable(nodes(operands))


def add_months(date: Operand, months: Operand) -> AddMonths:
    """`datum + 3 maanden`."""
    return AddMonths(node(date), node(months))


def months_between(start: Operand, end: Operand, step: int = 1) -> MonthsBetween:
    """`hele maanden tussen a en b`; hele jaren with step 12."""
    return MonthsBetween(step, node(start), node(end))


def year_of(date: Operand) -> YearOf:
    """`jaar van d`."""
    return YearOf(node(date))


def field(
    slot: Slot,
    kind: Kind | ValueType = Kind.YES_NO,
    *,
    gate: Operand | None = None,
    origin: Origin = Origin.FACT,
) -> Field:
    """A value from outside."""
    return Field(
        slot=slot,
        name=_name(slot),
        role=_role(slot),
        type=_type(kind),
        origin=origin,
        gate=_optional(gate),
        question=f"Wat is {_name(slot)}?",
        judged_by="klantmanager" if origin is Origin.JUDGEMENT else None,
        span=HERE,
        provenance=NOWHERE,
    )


def calculation(
    slot: Slot, operand: Operand, *, kind: Kind | ValueType = Kind.COUNT, gate: Operand | None = None
) -> Definition:
    """A definition by one expression."""
    return _definition(slot, Calculation(node(operand)), kind, gate)


def rules(
    slot: Slot,
    *clauses: Clause,
    otherwise: Operand | None = None,
    kind: Kind | ValueType = Kind.COUNT,
    gate: Operand | None = None,
) -> Definition:
    """A definition by rules."""
    return _definition(slot, Clauses(clauses, _optional(otherwise)), kind, gate)


def clause(
    when: Operand,
    then: Operand,
    *,
    name: str = "regel",
    exception_to: Iterable[int] = (),
    precedes: Iterable[int] = (),
) -> Clause:
    """A rule; other rules of the same definition are named by their index."""
    return Clause(
        name=name,
        condition=node(when),
        outcome=node(then),
        bases=frozenset(exception_to),
        precedes=frozenset(precedes),
        provenance=NOWHERE,
        span=HERE,
    )


def check(operand: Operand, *, severity: Severity = Severity.ERROR) -> Check:
    """A requirement."""
    return Check(
        name="eis",
        role=None,
        node=node(operand),
        severity=severity,
        message="aan de eis is niet voldaan",
        provenance=NOWHERE,
        span=HERE,
    )


def program(
    *steps: Field | Definition,
    gate: Operand | None = None,
    checks: tuple[Check, ...] = (),
    outcome: tuple[Slot, ...] | None = None,
    also: tuple[Slot, ...] = (),
) -> Program:
    """A Program of these steps; its outcome is the last of them unless named."""
    return Program(
        agreement=AGREEMENT,
        layers=(AGREEMENT,),
        decision=DECISION,
        steps=steps,
        gate=_optional(gate),
        outcome=outcome if outcome is not None else tuple(step.slot for step in steps[-1:]),
        also=also,
        checks=checks,
        amounts={},
        valid_from=FIRST_DAY,
        valid_to=None,
    )


AGREEMENT = Agreement(
    reference="voorbeeldstad/samen",
    layer=Layer.AGREEMENT,
    title="Afspraken tussen Voorbeeldstad en coöperatie Samen",
    valid_from=FIRST_DAY,
    valid_to=None,
    status=Status.DRAFT,
    is_example=True,
    builds_on=(),
    municipality=None,
    cooperative=None,
    points={},
    amounts={},
    persons={},
    facts={},
    concepts={},
    states=(),
    decisions={},
    transitional=(),
    requirements=(),
    untranslated=(),
    path=HERE.file,
    sha256="0" * 64,
    span=HERE,
    spans={},
)

DECISION = DecisionType(
    name="toelating",
    span=HERE,
    title="Toelating",
    outcome="toelating",
    also=(),
    legal_character=ByOutcome({}, "beschikking"),
    decider="college",
)


def _definition(
    slot: Slot, body: Calculation | Clauses, kind: Kind | ValueType, gate: Operand | None
) -> Definition:
    return Definition(
        slot=slot,
        name=_name(slot),
        role=_role(slot),
        type=_type(kind),
        gate=_optional(gate),
        body=body,
        description="",
        provenance=NOWHERE,
        span=HERE,
    )


def _optional(operand: Operand | None) -> Node | None:
    return None if operand is None else node(operand)


def _type(kind: Kind | ValueType) -> ValueType:
    return kind if isinstance(kind, ValueType) else ValueType(kind)


def _name(slot: Slot) -> str:
    return slot.partition("/")[0]


def _role(slot: Slot) -> Role | None:
    _, _, role = slot.partition("/")
    return Role(role) if role else None
