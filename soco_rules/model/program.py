"""A Program: one decision of one agreement version, compiled to typed integers for every backend.

Nodes work on known integers, booleans and enum texts, on `Absent`, and on nothing else. Amounts are cents,
percentages basis points, dates day numbers. Fractions are gone: an exact fraction is a numerator and a
denominator node, compared by cross-multiplication and rounded by `RoundDiv`. Persons are unrolled: the slot of
a per-person value is `naam/belanghebbende` or `naam/partner`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from soco_rules.diagnostics import Severity
from soco_rules.diagnostics import Span
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import AmountTable
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import Provenance
from soco_rules.model.agreement import Sense
from soco_rules.model.expressions import Comparator
from soco_rules.model.values import Role
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType

Slot = str


@dataclass(frozen=True, slots=True)
class Const:
    """A constant; UNKNOWN for an open duration, NOT_APPLICABLE for a point that is not agreed."""

    value: Value


@dataclass(frozen=True, slots=True)
class Read:
    """The value of a field or an earlier definition."""

    slot: Slot


@dataclass(frozen=True, slots=True)
class Not:
    """nee of ja, ja of nee, absent stays absent."""

    operand: Node


@dataclass(frozen=True, slots=True)
class All:
    """`en`: nee decides, then contradictory, conflict, unknown, no rule, not applicable; else ja."""

    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """`of`: ja decides, then contradictory, conflict, unknown, no rule, not applicable; else nee."""

    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values of one kind; EQUAL and NOT_EQUAL for all kinds, the others for integers only. Strict."""

    comparator: Comparator
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class IsApplicable:
    """nee for not applicable, ja for a known value, other absence passes through."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Add:
    """Sum of integers. Strict."""

    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Subtract:
    """left - right. Strict."""

    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Multiply:
    """left * right. Strict."""

    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class RoundDiv:
    """numerator / denominator, half away from zero; the compiler proves denominator > 0. Strict."""

    numerator: Node
    denominator: Node


@dataclass(frozen=True, slots=True)
class Least:
    """The smallest of some integers. Strict."""

    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Greatest:
    """The largest of some integers. Strict."""

    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class OrElse:
    """The operand, or `otherwise` where it is not applicable; other absence passes through."""

    operand: Node
    otherwise: Node


@dataclass(frozen=True, slots=True)
class If:
    """`then` on ja, `otherwise` on nee, the condition's own absence otherwise."""

    condition: Node
    then: Node
    otherwise: Node


@dataclass(frozen=True, slots=True)
class SumApplicable:
    """Sum of the operands that are applicable; not applicable when none is; other absence as in strict nodes."""

    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AddMonths:
    """A day number plus whole months; past the end of a month it is that month's last day. Strict."""

    date: Node
    months: Node


@dataclass(frozen=True, slots=True)
class MonthsBetween:
    """Whole months from start to end, in steps of `step` months (1 or 12); negative when end is earlier. Strict.

    The largest n for which start plus n steps is not after end; for an earlier end minus the value of the
    two dates exchanged.
    """

    step: int
    start: Node
    end: Node


@dataclass(frozen=True, slots=True)
class YearOf:
    """The calendar year of a day number. Strict."""

    date: Node


Node = (
    Const
    | Read
    | Not
    | All
    | Any
    | Compare
    | IsApplicable
    | Add
    | Subtract
    | Multiply
    | RoundDiv
    | Least
    | Greatest
    | OrElse
    | If
    | SumApplicable
    | AddMonths
    | MonthsBetween
    | YearOf
)


def children(node: Node) -> tuple[Node, ...]:
    """The operands of a node, left to right."""
    match node:
        case Const() | Read():
            return ()
        case Compare(_, left, right) | Subtract(left, right) | Multiply(left, right):
            return (left, right)
        case Not(operand) | IsApplicable(operand) | YearOf(operand):
            return (operand,)
        case (
            All(operands)
            | Any(operands)
            | Add(operands)
            | Least(operands)
            | Greatest(operands)
            | SumApplicable(operands)
        ):
            return operands
        case (
            RoundDiv(left, right)
            | OrElse(left, right)
            | AddMonths(left, right)
            | MonthsBetween(_, left, right)
        ):
            return (left, right)
        case If(condition, then, otherwise):
            return (condition, then, otherwise)


def reads(node: Node) -> tuple[Slot, ...]:
    """The slots that a node reads, each once, left to right."""
    found: dict[Slot, None] = {}
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Read):
            found[node.slot] = None
        elif not isinstance(node, Const):
            waiting.extend(reversed(children(node)))
    return tuple(found)


class Origin(StrEnum):
    """Where the value of a field comes from."""

    FACT = "gegeven"
    JUDGEMENT = "oordeel"
    POINT = "afspraak"
    AMOUNT = "bedrag"
    PERIOD = "tijdvak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A value that comes from outside: a fact, a judgement, an open point, a dated amount, a date of the decision.

    `gate` is the field's `geldt_als`: on nee or not applicable the field is not applicable whatever was supplied;
    on any other absence so is the field; it reads earlier fields and definitions only. `constant` is the value of a
    filled agreement point (None for an open one and for every other origin); backends receive a Duration as its
    integer amount. `type` has finite bounds for every number, so that no calculation leaves 64 bits.
    """

    slot: Slot
    name: str
    role: Role | None
    type: ValueType
    origin: Origin
    gate: Node | None
    question: str
    judged_by: str | None
    span: Span
    provenance: Provenance
    constant: Value | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A rule of a definition, in file order over the layers, highest layer first.

    `bases` and `precedes` are indexes into the clauses of the same definition: the rules this one is an exception
    to, and the rules it wins from without presupposing them (`gaat_voor`, with `alle` written out).
    """

    name: str
    condition: Node
    outcome: Node
    bases: frozenset[int]
    precedes: frozenset[int]
    provenance: Provenance
    span: Span


@dataclass(frozen=True, slots=True)
class Calculation:
    """A definition by one expression."""

    node: Node


@dataclass(frozen=True, slots=True)
class Clauses:
    """A definition by rules, with `otherwise` for when none applies (None: no rule)."""

    clauses: tuple[Clause, ...]
    otherwise: Node | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A concept, once per person where it is per person. `gate` works as in `Field`."""

    slot: Slot
    name: str
    role: Role | None
    type: ValueType
    gate: Node | None
    body: Calculation | Clauses
    description: str
    provenance: Provenance
    span: Span


def nodes_of(step: Field | Definition) -> tuple[Node, ...]:
    """Every node that a step evaluates: its gate, its calculation, its conditions and outcomes."""
    gate = () if step.gate is None else (step.gate,)
    if isinstance(step, Field):
        return gate
    match step.body:
        case Calculation(node):
            return (*gate, node)
        case Clauses(clauses, otherwise):
            rest = () if otherwise is None else (otherwise,)
            return (
                *gate,
                *(node for clause in clauses for node in (clause.condition, clause.outcome)),
                *rest,
            )


def reads_of(step: Field | Definition) -> tuple[Slot, ...]:
    """The slots that a step reads itself, each once."""
    return tuple(dict.fromkeys(slot for node in nodes_of(step) for slot in reads(node)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A requirement (`eis`) over slots of this program. `catches` is the wrong input that it is there to stop."""

    name: str
    role: Role | None
    node: Node
    severity: Severity
    message: str
    provenance: Provenance
    span: Span
    catches: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """A requirement about two cases (`model.agreement.Comparison`), for one person or for the household.

    The cases differ in `changes`; `compared` and `unless` are slots of `steps`, which no decision reaches.
    """

    name: str
    role: Role | None
    sense: Sense
    changes: tuple[Slot, ...]
    compared: tuple[Slot, ...]
    unless: tuple[Slot, ...]
    steps: tuple[Definition, ...]
    severity: Severity
    message: str
    provenance: Provenance
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One decision type of one agreement version, ready for a backend.

    `steps` holds fields and definitions in an order in which each reads only earlier ones.
    `outcome` and `also` name slots: one, or one per person. Assumptions stand in the provenance of the fields,
    definitions, clauses and dated amounts that a decision uses.
    """

    agreement: Agreement
    layers: tuple[Agreement, ...]
    decision: DecisionType
    steps: tuple[Field | Definition, ...]
    gate: Node | None
    outcome: tuple[Slot, ...]
    also: tuple[Slot, ...]
    checks: tuple[Check, ...]
    amounts: Mapping[str, AmountTable]
    valid_from: int
    valid_to: int | None

    @property
    def fields(self) -> tuple[Field, ...]:
        """The values that come from outside, in step order."""
        return tuple(step for step in self.steps if isinstance(step, Field))

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """What is derived, in step order."""
        return tuple(step for step in self.steps if isinstance(step, Definition))

    @property
    def companions(self) -> Mapping[str, tuple[Slot, ...]]:
        """The slots of `also` by name: one, or one per person."""
        slots: dict[str, tuple[Slot, ...]] = {}
        for slot in self.also:
            name = slot.partition("/")[0]
            slots[name] = (*slots.get(name, ()), slot)
        return slots


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the rules of one definition: which apply, which of those win, by index.

    `undecided` are the rules of which it is not known whether they apply. Behind a gate that is not open all are empty.
    """

    applying: tuple[int, ...] = ()
    winning: tuple[int, ...] = ()
    undecided: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a backend returns: the value of every slot, and the verdict of every definition by rules."""

    values: Mapping[Slot, Value]
    verdicts: Mapping[Slot, Verdict]
    gate: Value
    checks: tuple[Value, ...]
