"""A Program as cells: what every field, concept, rule and requirement is in a row, as expressions over the columns.

A field that has a column is read from it. One that has none has what the agreement says of it: an agreement point its
agreed value, a dated amount what its table says of the `peildatum` of the row; all else is unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from functools import reduce
from typing import assert_never

from soco_rules.backends.sql.arithmetic import add
from soco_rules.backends.sql.arithmetic import divide
from soco_rules.backends.sql.arithmetic import multiply
from soco_rules.backends.sql.arithmetic import negative
from soco_rules.backends.sql.calendar import LAST_DAY
from soco_rules.backends.sql.calendar import add_months
from soco_rules.backends.sql.calendar import months_between
from soco_rules.backends.sql.calendar import year_of
from soco_rules.backends.sql.cells import Cell
from soco_rules.backends.sql.cells import absent
from soco_rules.backends.sql.cells import choice
from soco_rules.backends.sql.cells import connective
from soco_rules.backends.sql.cells import first_that_holds
from soco_rules.backends.sql.cells import gated
from soco_rules.backends.sql.cells import is_applicable
from soco_rules.backends.sql.cells import negation
from soco_rules.backends.sql.cells import or_else
from soco_rules.backends.sql.cells import strict
from soco_rules.backends.sql.cells import sum_applicable
from soco_rules.backends.sql.certain import settled
from soco_rules.backends.sql.choosing import case
from soco_rules.backends.sql.choosing import greatest
from soco_rules.backends.sql.choosing import least
from soco_rules.backends.sql.rules import Standing
from soco_rules.backends.sql.rules import outcome_of
from soco_rules.backends.sql.rules import standing_of
from soco_rules.backends.sql.shares import difference
from soco_rules.backends.sql.terms import TRUE
from soco_rules.backends.sql.terms import ZERO
from soco_rules.backends.sql.terms import Sort
from soco_rules.backends.sql.terms import Term
from soco_rules.backends.sql.terms import all_of
from soco_rules.backends.sql.terms import at_most
from soco_rules.backends.sql.terms import column
from soco_rules.backends.sql.terms import different
from soco_rules.backends.sql.terms import equal
from soco_rules.backends.sql.terms import holds
from soco_rules.backends.sql.terms import is_null
from soco_rules.backends.sql.terms import less
from soco_rules.backends.sql.terms import literal
from soco_rules.backends.sql.terms import not_
from soco_rules.compiler.program import REFERENCE_DATE
from soco_rules.model.agreement import AmountTable
from soco_rules.model.expressions import Comparator
from soco_rules.model.program import Add
from soco_rules.model.program import AddMonths
from soco_rules.model.program import All
from soco_rules.model.program import Any
from soco_rules.model.program import Calculation
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
from soco_rules.model.program import children
from soco_rules.model.program import nodes_of
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType

WHY = "/waarom"
"""Behind the name of a slot: the column that says how its value is absent."""

CODES: Mapping[Absent, int] = {
    Absent.NOT_APPLICABLE: 1,
    Absent.NO_RULE: 2,
    Absent.UNKNOWN: 3,
    Absent.CONFLICT: 4,
    Absent.CONTRADICTORY: 5,
}
"""What a `/waarom` column holds; 0 where there is a value."""

Supply = Mapping[Slot, Collection[Absent]]
"""The fields that have a column, each with the absences that occur in it."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """A Program over the columns of a relation."""

    values: Mapping[Slot, Cell]
    standings: Mapping[Slot, Standing]
    opened: Mapping[Slot, Term]
    gate: Cell
    checks: tuple[Cell, ...]


def encode(program: Program, supply: Supply) -> Encoding:
    """Every cell of a Program; the columns are those of `supply`."""
    draft = _Draft(program.amounts, supply, {text: code for code, text in enumerate(texts(program))})
    for step in program.steps:
        inside = draft.field(step) if isinstance(step, Field) else draft.defined(step)
        cell = settled(draft.gated(step.gate, inside), draft.landmarks)
        draft.values[step.slot] = cell
        draft.landmarks |= {cell.value, *cell.absences.values()}
        draft.sorts[step.slot] = sort_of(step.type)
    return Encoding(
        draft.values,
        draft.standings,
        draft.opened,
        draft.node(program.gate or Const(True), Sort.YES_NO),
        tuple(draft.node(check.node, Sort.YES_NO) for check in program.checks),
    )


def sort_of(type_: ValueType) -> Sort:
    """The sort of the column of a value: a `keuze` stands as the number of its text, see `texts`."""
    match type_.kind:
        case Kind.YES_NO:
            return Sort.YES_NO
        case Kind.TEXT:
            return Sort.TEXT
        case _:
            return Sort.NUMBER


def texts(program: Program) -> tuple[str, ...]:
    """The values of every `keuze`; in a column stands the place of a value among these."""
    found: dict[str, None] = {}
    for step in program.steps:
        found.update(dict.fromkeys(step.type.choices))
        for node in nodes_of(step):
            found.update(dict.fromkeys(_texts(node)))
    for node in (program.gate or Const(value=True), *(check.node for check in program.checks)):
        found.update(dict.fromkeys(_texts(node)))
    return tuple(found)


def _texts(node: Node) -> Iterable[str]:
    match node:
        case Const(str() as text):
            yield text
        case _:
            for child in children(node):
                yield from _texts(child)


def bounds(type_: ValueType, choices: int) -> tuple[int | None, int | None]:
    """The smallest and largest number in the column of a value."""
    match type_.minimum, type_.maximum:
        case _ if type_.kind is Kind.CHOICE:
            return (0, choices - 1)
        case Duration(low, _), Duration(high, _):
            return (low, high)
        case int() | None as low, int() | None as high:
            return (low, high)
        case _:
            return (None, None)


@dataclass(slots=True)
class _Draft:
    """One encoding in the making; lives for one `encode`."""

    amounts: Mapping[str, AmountTable]
    supply: Supply
    texts: Mapping[str, int]
    values: dict[Slot, Cell] = field(default_factory=dict)
    sorts: dict[Slot, Sort] = field(default_factory=dict)
    standings: dict[Slot, Standing] = field(default_factory=dict)
    opened: dict[Slot, Term] = field(default_factory=dict)
    landmarks: set[Term] = field(default_factory=set)

    # Fields

    def field(self, declared: Field) -> Cell:
        if declared.slot in self.supply:
            return self.supplied(declared)
        sort = sort_of(declared.type)
        if declared.origin is Origin.POINT and declared.constant is not None:
            return self.constant(declared.constant, sort)
        if declared.origin is Origin.AMOUNT:
            return self.amount(self.amounts[declared.name])
        return absent(Absent.UNKNOWN, sort)

    def supplied(self, declared: Field) -> Cell:
        """NULL in the one way that occurs; where there are more the marker tells them apart."""
        name, absences = declared.slot, self.supply[declared.slot]
        between = bounds(declared.type, len(self.texts))
        among = frozenset(self.texts[choice] for choice in declared.type.choices) or None
        value = column(name, sort_of(declared.type), nullable=bool(absences), between=between, among=among)
        if len(absences) < 2:
            return Cell(value, dict.fromkeys(absences, is_null(value)))
        why = column(name + WHY, Sort.NUMBER, nullable=True)
        marked: dict[Absent, Term] = {
            absence: holds(equal(why, literal(CODES[absence])))
            for absence in CODES
            if absence in absences and absence is not Absent.UNKNOWN
        }
        if Absent.UNKNOWN in absences:
            marked[Absent.UNKNOWN] = all_of((is_null(value), *map(not_, marked.values())))
        return Cell(value, marked)

    def amount(self, table: AmountTable) -> Cell:
        """What a dated table says of the reference date."""
        if REFERENCE_DATE not in self.supply:
            return absent(Absent.UNKNOWN, Sort.NUMBER)
        nullable = bool(self.supply[REFERENCE_DATE])
        day = column(REFERENCE_DATE, Sort.NUMBER, nullable=nullable, between=(1, LAST_DAY))
        known = all_of((not_(is_null(day)), at_most(day, literal(table.known_through))))
        rows = sorted(table.values, key=lambda row: -row.valid_from)
        found = [
            (
                all_of((known, at_most(literal(row.valid_from), day))),
                self.constant(_or_unknown(row.value), Sort.NUMBER),
            )
            for row in rows
        ]
        return first_that_holds([*found, (TRUE, absent(Absent.UNKNOWN, Sort.NUMBER))])

    def constant(self, value: Value, sort: Sort) -> Cell:
        match value:
            case Absent():
                return absent(value, sort)
            case Duration(amount=amount):
                return Cell(literal(amount))
            case str() if sort is Sort.NUMBER:
                return Cell(literal(self.texts[value]))
            case _:
                return Cell(literal(value))

    # Steps

    def gated(self, gate: Node | None, inside: Cell) -> Cell:
        return inside if gate is None else gated(self.node(gate, Sort.YES_NO), inside)

    def defined(self, definition: Definition) -> Cell:
        sort = sort_of(definition.type)
        match definition.body:
            case Calculation(node):
                return self.node(node, sort)
            case Clauses(clauses, otherwise):
                conditions = [self.node(clause.condition, Sort.YES_NO) for clause in clauses]
                outcomes = [self.node(clause.outcome, sort) for clause in clauses]
                standing = standing_of(clauses, conditions, self.landmarks)
                self.standings[definition.slot] = standing
                self.opened[definition.slot] = (
                    TRUE if definition.gate is None else self.node(definition.gate, Sort.YES_NO).holds
                )
                anders = self.node(otherwise or Const(Absent.NO_RULE), sort)
                return outcome_of(clauses, standing, outcomes, anders)
            case _:
                assert_never(definition.body)

    # Nodes

    def all(self, nodes: Iterable[Node], sort: Sort) -> list[Cell]:
        return [self.node(node, sort) for node in nodes]

    def numbers(self, *nodes: Node) -> list[Cell]:
        return self.all(nodes, Sort.NUMBER)

    def node(self, node: Node, sort: Sort) -> Cell:
        """The cell of a node; `sort` is what an absent constant would have been."""
        match node:
            case Const(value):
                return self.constant(value, sort)
            case Read(slot):
                return self.values[slot]
            case Not(operand):
                return negation(self.node(operand, Sort.YES_NO))
            case All(operands):
                return connective(self.all(operands, Sort.YES_NO), decisive=False)
            case Any(operands):
                return connective(self.all(operands, Sort.YES_NO), decisive=True)
            case Compare(comparator, left, right):
                return strict(_RELATIONS[comparator], *self.all((left, right), self.shared(left, right)))
            case IsApplicable(operand):
                return is_applicable(self.node(operand, self.sort(operand) or Sort.NUMBER))
            case Add(operands):
                return strict(lambda *terms: reduce(add, terms), *self.numbers(*operands))
            case Subtract(left, right):
                return strict(difference, *self.numbers(left, right))
            case Multiply(left, right):
                return strict(multiply, *self.numbers(left, right))
            case RoundDiv(numerator, denominator):
                return strict(_rounded_quotient, *self.numbers(numerator, denominator))
            case Least(operands):
                return strict(lambda *terms: least(terms), *self.numbers(*operands))
            case Greatest(operands):
                return strict(lambda *terms: greatest(terms), *self.numbers(*operands))
            case OrElse(operand, otherwise):
                return or_else(self.node(operand, sort), self.node(otherwise, sort))
            case If(condition, then, otherwise):
                decided = self.node(condition, Sort.YES_NO)
                return choice(decided, self.node(then, sort), self.node(otherwise, sort))
            case SumApplicable(operands):
                return sum_applicable(self.numbers(*operands))
            case AddMonths(day, months):
                return add_months(*self.numbers(day, months))
            case MonthsBetween(step, start, end):
                return months_between(step, *self.numbers(start, end))
            case YearOf(day):
                return year_of(*self.numbers(day))
            case _:
                assert_never(node)

    def shared(self, one: Node, other: Node) -> Sort:
        """The sort of two operands of one kind."""
        sorts = [self.sort(one), self.sort(other)]
        return Sort.TEXT if Sort.TEXT in sorts else sorts[0] or sorts[1] or Sort.NUMBER

    def sort(self, node: Node) -> Sort | None:
        """The sort of a node; None for a constant that is absent."""
        match node:
            case Const(Absent()):
                return None
            case Const(bool()):
                return Sort.YES_NO
            case Const():
                return Sort.NUMBER
            case Read(slot):
                return self.sorts[slot]
            case Not() | All() | Any() | Compare() | IsApplicable():
                return Sort.YES_NO
            case OrElse(one, other) | If(_, one, other):
                return self.sort(one) or self.sort(other)
            case _:
                return Sort.NUMBER


def _or_unknown(value: Value | None) -> Value:
    return Absent.UNKNOWN if value is None else value


def _rounded_quotient(numerator: Term, denominator: Term) -> Term:
    """Half away from zero, with a division of numbers that are not negative only."""

    def rounded(size: Term) -> Term:
        if denominator.content == 1:
            return size
        if isinstance(denominator.content, int) and denominator.content % 2 == 0:
            return divide(add(size, literal(denominator.content // 2)), denominator)
        twice = multiply(denominator, literal(2))
        return divide(add(multiply(size, literal(2)), denominator), twice)

    if numerator.low is not None and numerator.low >= 0:
        return rounded(numerator)
    return case([(less(numerator, ZERO), negative(rounded(negative(numerator))))], rounded(numerator))


_RELATIONS: Mapping[Comparator, Callable[[Term, Term], Term]] = {
    Comparator.EQUAL: equal,
    Comparator.NOT_EQUAL: different,
    Comparator.LESS: less,
    Comparator.AT_MOST: at_most,
    Comparator.MORE: lambda left, right: less(right, left),
    Comparator.AT_LEAST: lambda left, right: at_most(right, left),
}
