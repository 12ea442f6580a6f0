"""A Program as formulas: every field free within its bounds, every step a formula of the fields."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from functools import partial
from functools import reduce
from graphlib import TopologicalSorter
from typing import assert_never

import z3

from soco_rules.backends.proof.symbolic import FALSE
from soco_rules.backends.proof.symbolic import IN_ARITHMETIC
from soco_rules.backends.proof.symbolic import IN_LOGIC
from soco_rules.backends.proof.symbolic import TRUE
from soco_rules.backends.proof.symbolic import Expression
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.backends.proof.symbolic import Symbolic
from soco_rules.backends.proof.symbolic import absent
from soco_rules.backends.proof.symbolic import all_of
from soco_rules.backends.proof.symbolic import any_of
from soco_rules.backends.proof.symbolic import chosen
from soco_rules.backends.proof.symbolic import connective
from soco_rules.backends.proof.symbolic import gated
from soco_rules.backends.proof.symbolic import is_always
from soco_rules.backends.proof.symbolic import is_never
from soco_rules.backends.proof.symbolic import met
from soco_rules.backends.proof.symbolic import not_
from soco_rules.backends.proof.symbolic import same
from soco_rules.backends.proof.symbolic import strict
from soco_rules.backends.proof.symbolic import strongest
from soco_rules.compiler.bounds import EARLIEST
from soco_rules.compiler.bounds import LATEST
from soco_rules.compiler.program import DECISION_DATE
from soco_rules.compiler.program import PERIOD_START
from soco_rules.compiler.program import REFERENCE_DATE
from soco_rules.model.agreement import AmountTable
from soco_rules.model.expressions import Comparator
from soco_rules.model.program import Add
from soco_rules.model.program import AddMonths
from soco_rules.model.program import All
from soco_rules.model.program import Any
from soco_rules.model.program import Calculation
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
from soco_rules.model.values import Unit
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType

LAST_DAY = date.max.toordinal()

MONTHS_IN_YEAR = 12
MOST_DAYS_OFF = 6
"""How far some months are from as many months of the average length, at most."""
LONGEST_DURATION = 12_000
"""Months or days: no point that is left free is longer."""

REFERENCE: Expression = z3.Int(REFERENCE_DATE)
"""The reference date, where a window gives it."""

RELATIONS: Mapping[Comparator, Callable[[Expression, Expression], Formula]] = {
    Comparator.EQUAL: lambda left, right: left == right,
    Comparator.NOT_EQUAL: lambda left, right: left != right,
    Comparator.LESS: lambda left, right: left < right,
    Comparator.AT_MOST: lambda left, right: left <= right,
    Comparator.MORE: lambda left, right: left > right,
    Comparator.AT_LEAST: lambda left, right: left >= right,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Of each rule of one concept, by index, in which cases it applies and in which it wins.

    `conflict` and `gap` are the cases in which these rules themselves contradict each other, or leave a case to nobody.
    """

    applies: tuple[Formula, ...]
    wins: tuple[Formula, ...]
    conflict: Formula
    gap: Formula


@dataclass(frozen=True, slots=True)
class Application:
    """One use of the calendar: a function of which `bounds` say less than there is to say of its result.

    `inside` is whether the calendar has a result. `owner` is the step that asks for it; None for a gate of the
    decision and for a requirement.
    """

    owner: Slot | None
    name: str
    arguments: tuple[Expression, ...]
    result: Expression
    inside: Formula
    bounds: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Encoding:
    """All cases of a Program; there are more of them than there really are where it uses the `calendar`.

    What no case of the encoding does, no real case does. `free` are the fields that nothing fixes, `bounds` what is
    known of each of them, `window` the reference dates. A text stands as its place in `texts`.
    """

    program: Program
    values: Mapping[Slot, Symbolic]
    standings: Mapping[Slot, Standing]
    gate: Symbolic
    checks: tuple[Symbolic, ...]
    texts: tuple[str, ...]
    free: Mapping[Slot, Symbolic]
    bounds: Mapping[Slot, tuple[Formula, ...]]
    window: Formula
    calendar: tuple[Application, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The reference dates that are looked at, both included; `monthly` leaves the first days of months only."""

    first: int
    last: int
    monthly: bool


def encode(
    program: Program,
    given: Mapping[Slot, Symbolic] | None = None,
    *,
    window: Window | None = None,
    base: Encoding | None = None,
    changed: frozenset[Slot] = frozenset(),
    freed: frozenset[Slot] = frozenset(),
    renamed: Mapping[Slot, Slot] | None = None,
    incomplete: bool = False,
) -> Encoding:
    """The formulas of a Program. `given` takes the place of what is supplied in fields.

    With a window the dates of the decision and the dated amounts follow the reference date, which is one of it;
    without, they are fields as any other. With a `base`, an encoding of the same program, only the `changed` steps are
    made anew; all others have the formulas that they have there. Points that are `freed` have any value. A field that
    is `renamed` is free apart from that of the base, and stands under its new name in `free` and `bounds`.
    Cases in which facts are unknown count only where `incomplete` says so.
    """
    draft = _Draft(window, freed, incomplete, _day_of_decision(program, renamed or {}))
    if base is not None:
        draft.texts = {text: place for place, text in enumerate(base.texts)}
    for step in program.steps:
        draft.begin(step.slot)
        if base is not None and step.slot not in changed:
            draft.values[step.slot] = base.values[step.slot]
            continue
        match step:
            case Field():
                supplied = (given or {}).get(step.slot)
                if supplied is None:
                    slot = (renamed or {}).get(step.slot, step.slot)
                    supplied = draft.field(replace(step, slot=slot), program.amounts)
                draft.values[step.slot] = draft.gated(step.gate, supplied)
            case Definition():
                draft.values[step.slot] = draft.gated(step.gate, draft.defined(step))
            case _:
                assert_never(step)
    draft.begin(None)
    return Encoding(
        program=program,
        values=draft.values,
        standings=draft.standings,
        gate=draft.node(program.gate or Const(True)),
        checks=tuple(draft.node(check.node) for check in program.checks),
        texts=tuple(draft.texts),
        free=draft.free,
        bounds={slot: tuple(bounds) for slot, bounds in draft.bounds.items()},
        window=_within(window) if window is not None else TRUE,
        calendar=tuple(draft.calendar),
    )


def _day_of_decision(program: Program, renamed: Mapping[Slot, Slot]) -> Expression | None:
    """The day that bounds of facts move with; None where the rules do not read it, so that it can be any day."""
    is_read = any(step.slot == DECISION_DATE for step in program.fields)
    return z3.Int(renamed.get(DECISION_DATE, DECISION_DATE)) if is_read else None


@dataclass(slots=True)
class _Draft:
    """One encoding in the making; lives for one `encode`."""

    window: Window | None
    freed: frozenset[Slot]
    incomplete: bool
    decision: Expression | None = None
    owner: Slot | None = None
    values: dict[Slot, Symbolic] = field(default_factory=dict)
    standings: dict[Slot, Standing] = field(default_factory=dict)
    free: dict[Slot, Symbolic] = field(default_factory=dict)
    bounds: dict[Slot, list[Formula]] = field(default_factory=dict)
    calendar: list[Application] = field(default_factory=list)
    texts: dict[str, int] = field(default_factory=dict)
    nodes: dict[int, tuple[Node, Symbolic]] = field(default_factory=dict)

    def begin(self, owner: Slot | None) -> None:
        """What comes now is asked by this step."""
        self.owner = owner
        self.nodes = {}

    # Fields

    def field(self, declared: Field, amounts: Mapping[str, AmountTable]) -> Symbolic:
        if declared.constant is not None and declared.slot not in self.freed:
            return self.constant(declared.constant)
        if self.window is not None and declared.origin is Origin.AMOUNT:
            return self.amount(amounts[declared.name])
        if self.window is not None and declared.origin is Origin.PERIOD and declared.name != DECISION_DATE:
            return self.period(declared.name, self.window)
        lacks = z3.Bool(f"{declared.slot}?") if declared.type.may_be_absent else FALSE
        absences = {} if is_never(lacks) else {Absent.NOT_APPLICABLE: lacks}
        if self.incomplete and declared.origin in {Origin.FACT, Origin.JUDGEMENT}:
            absences[Absent.UNKNOWN] = all_of((not_(lacks), z3.Bool(f"{declared.slot}!")))
        self.free[declared.slot] = Symbolic(self.variable(declared), absences)
        return self.free[declared.slot]

    def amount(self, table: AmountTable) -> Symbolic:
        """A dated table, as `facts.row_on` reads it."""
        rows = sorted(table.values, key=lambda row: row.valid_from)
        ends = [*(row.valid_from - 1 for row in rows[1:]), table.known_through]
        cases = [
            (
                z3.And(row.valid_from <= REFERENCE, min(end, table.known_through) >= REFERENCE),
                self.constant(Absent.UNKNOWN if row.value is None else row.value),
            )
            for row, end in zip(rows, ends, strict=True)
        ]
        outside = not_(any_of(when for when, _ in cases))
        return chosen([*cases, (outside, absent(Absent.UNKNOWN))])

    def period(self, name: str, window: Window) -> Symbolic:
        if name == REFERENCE_DATE:
            return Symbolic(REFERENCE)
        if not window.monthly:
            return absent(Absent.UNKNOWN)
        if name == PERIOD_START:
            return Symbolic(REFERENCE)
        last = [(first == REFERENCE, Symbolic(z3.IntVal(last))) for first, last in _months(window)]
        return chosen([*last, (not_(any_of(when for when, _ in last)), absent(Absent.UNKNOWN))])

    def variable(self, declared: Field) -> Expression:
        name, type_ = declared.slot, declared.type
        if type_.kind is Kind.YES_NO:
            return z3.Bool(name)
        number = z3.Int(name)
        bounds = self.bounds.setdefault(name, [])
        if type_.choices:
            bounds.append(z3.Or([number == self.text(choice) for choice in type_.choices]))
        lowest, highest = (0, LONGEST_DURATION) if type_.kind is Kind.DURATION else (None, None)
        low = _integer(type_.minimum, lowest)
        high = _integer(type_.maximum, highest)
        bounds += [] if low is None else [number >= low]
        bounds += [] if high is None else [number <= high]
        if self.decision is not None:
            bounds += self.moving(number, type_, self.decision)
        return number

    def moving(self, day: Expression, type_: ValueType, decision: Expression) -> list[Formula]:
        """The bounds that move with the decision: a little wider than they are, where months must be counted back."""
        found = []
        if type_.earliest is not None:
            found.append(day >= decision - _days(type_.earliest.before, MOST_DAYS_OFF + 1))
        if type_.latest is not None:
            found.append(day <= decision - _days(type_.latest.before, -MOST_DAYS_OFF))
        return [*found, decision >= EARLIEST, decision <= LATEST] if found else []

    def text(self, text: str) -> int:
        """A text is the number of its place among all texts met."""
        return self.texts.setdefault(text, len(self.texts))

    def constant(self, value: Value) -> Symbolic:
        match value:
            case Absent():
                return absent(value)
            case bool():
                return Symbolic(TRUE if value else FALSE)
            case int():
                return Symbolic(z3.IntVal(value))
            case str():
                return Symbolic(z3.IntVal(self.text(value)))
            case Duration(amount=amount):
                return Symbolic(z3.IntVal(amount))
            case _:
                assert_never(value)

    # Steps

    def gated(self, gate: Node | None, inside: Symbolic) -> Symbolic:
        return inside if gate is None else gated(self.node(gate), inside)

    def defined(self, definition: Definition) -> Symbolic:
        match definition.body:
            case Calculation(node):
                return self.node(node)
            case Clauses() as body:
                opened = TRUE if definition.gate is None else self.node(definition.gate).holds
                return self.decided(definition.slot, body, opened)
            case _:
                assert_never(definition.body)

    def decided(self, slot: Slot, body: Clauses, opened: Formula) -> Symbolic:
        rules = _rules([self.node(clause.condition) for clause in body.clauses], body.clauses)
        outcomes = [self.node(clause.outcome) for clause in body.clauses]
        outcomes.append(self.node(body.otherwise or Const(Absent.NO_RULE)))
        agreed, conflict = _agreed(outcomes, rules)
        nobody = not_(any_of((*rules.applies, *rules.in_doubt))) if body.otherwise is None else FALSE
        self.standings[slot] = Standing(
            applies=tuple(all_of((opened, applies)) for applies in rules.applies),
            wins=tuple(all_of((opened, wins)) for wins in rules.wins),
            conflict=all_of((opened, conflict)),
            gap=all_of((opened, nobody)),
        )
        return agreed

    # Nodes

    def node(self, node: Node) -> Symbolic:
        """The formulas of a node, made once for a step."""
        made = self.nodes.get(id(node))
        if made is None:
            made = (node, self.made(node))
            self.nodes[id(node)] = made
        return made[1]

    def all(self, nodes: Iterable[Node]) -> list[Symbolic]:
        return [self.node(node) for node in nodes]

    def made(self, node: Node) -> Symbolic:
        match node:
            case Const(value):
                return self.constant(value)
            case Read(slot):
                return self.values[slot]
            case Not(operand):
                inside = self.node(operand)
                return Symbolic(None if inside.value is None else not_(inside.value), inside.absences)
            case All(operands):
                return connective(self.all(operands), decisive=False)
            case Any(operands):
                return connective(self.all(operands), decisive=True)
            case Compare(comparator, left, right):
                return strict(RELATIONS[comparator], self.node(left), self.node(right))
            case IsApplicable(operand):
                return _is_applicable(self.node(operand))
            case Add(operands):
                return strict(lambda *values: sum(values), *self.all(operands))
            case Subtract(left, right):
                return strict(lambda one, other: one - other, self.node(left), self.node(right))
            case Multiply(left, right):
                return strict(lambda one, other: one * other, self.node(left), self.node(right))
            case RoundDiv(numerator, denominator):
                return strict(_rounded_quotient, self.node(numerator), self.node(denominator))
            case Least(operands):
                return strict(lambda *values: reduce(_smaller, values), *self.all(operands))
            case Greatest(operands):
                return strict(lambda *values: reduce(_larger, values), *self.all(operands))
            case OrElse(operand, otherwise):
                return self.or_else(self.node(operand), self.node(otherwise))
            case If(condition, then, otherwise):
                return self.choice(self.node(condition), self.node(then), self.node(otherwise))
            case SumApplicable(operands):
                return _sum_applicable(self.all(operands))
            case AddMonths(day, months):
                return self.in_calendar(ADD_MONTHS, self.node(day), self.node(months))
            case MonthsBetween(step, start, end):
                name = YEARS_BETWEEN if step == MONTHS_IN_YEAR else MONTHS_BETWEEN
                return self.in_calendar(name, self.node(start), self.node(end))
            case YearOf(day):
                return self.in_calendar(YEAR_OF, self.node(day))
            case _:
                assert_never(node)

    def or_else(self, operand: Symbolic, otherwise: Symbolic) -> Symbolic:
        missing = operand.is_(Absent.NOT_APPLICABLE)
        return chosen([(not_(missing), Symbolic(operand.value, _without(operand))), (missing, otherwise)])

    def choice(self, condition: Symbolic, then: Symbolic, otherwise: Symbolic) -> Symbolic:
        closed = [(formula, absent(absence)) for absence, formula in condition.absences.items()]
        return chosen([(condition.holds, then), (condition.fails, otherwise), *closed])

    # The calendar, wider than it is: a function of its arguments, within what months and years can be.

    def in_calendar(self, name: str, *operands: Symbolic) -> Symbolic:
        """Unknown where a day lies outside the calendar, whose end is not told exactly either."""
        arguments = [operand.value for operand in operands]
        absences = strongest(IN_ARITHMETIC, met(operands))
        if None in arguments:
            return Symbolic(None, absences)
        integers = [z3.IntSort()] * len(arguments)
        result = z3.Function(name, *integers, z3.IntSort())(*arguments)
        inside = z3.Function(f"{name}?", *integers, z3.BoolSort())(*arguments)
        bounds = tuple(_CALENDAR[name](result, inside, *arguments))
        self.calendar.append(Application(self.owner, name, tuple(arguments), result, inside, bounds))
        outside = all_of((not_(any_of(absences.values())), not_(inside)))
        unknown = any_of((absences.get(Absent.UNKNOWN, FALSE), outside))
        return Symbolic(result, {**absences, Absent.UNKNOWN: unknown})


def _months_added(
    result: Expression, inside: Formula, day: Expression, months: Expression
) -> Iterator[Formula]:
    forward = z3.And(day + 28 * months <= result, result <= day + 31 * months)
    backward = z3.And(day + 31 * months <= result, result <= day + 28 * months)
    yield z3.If(months >= 0, forward, backward)
    over = 4800 * (result - day) - 146_097 * months  # 4,800 months are 146,097 days
    yield z3.And(over <= 4800 * MOST_DAYS_OFF, over >= -4800 * MOST_DAYS_OFF)
    yield z3.Implies(z3.And(_in_range(day), _in_range(day + 31 * months)), inside)
    yield z3.Implies(inside, _in_range(day))


def _steps_between(
    unit: tuple[int, int], result: Expression, inside: Formula, start: Expression, end: Expression
) -> Iterator[Formula]:
    low, high = unit
    forward = z3.And(result >= 0, low * result <= end - start, end - start < high * (result + 1))
    backward = z3.And(result <= 0, low * -result <= start - end, start - end < high * (1 - result))
    yield z3.If(start <= end, forward, backward)
    yield inside == z3.And(_in_range(start), _in_range(end))


def _year(result: Expression, inside: Formula, day: Expression) -> Iterator[Formula]:
    yield z3.And(365 * (result - 1) < day, day <= 366 * result)
    yield inside == _in_range(day)


ADD_MONTHS, MONTHS_BETWEEN, YEARS_BETWEEN, YEAR_OF = (
    "add_months",
    "months_between",
    "years_between",
    "year_of",
)
_CALENDAR: Mapping[str, Callable[..., Iterator[Formula]]] = {
    ADD_MONTHS: _months_added,
    MONTHS_BETWEEN: partial(_steps_between, (28, 31)),
    YEARS_BETWEEN: partial(_steps_between, (365, 366)),
    YEAR_OF: _year,
}


def _integer(bound: int | Duration | None, otherwise: int | None) -> int | None:
    match bound:
        case None:
            return otherwise
        case Duration(amount=amount):
            return amount
        case _:
            return bound


def _days(length: Duration | None, off: int) -> int:
    """How many days a length of time has, where months have `off` days more or less than as many of average length."""
    match length:
        case None:
            return 0
        case Duration(days, Unit.DAYS):
            return days
        case Duration(months, _):
            return months * 146_097 // 4800 + off


def _within(window: Window) -> Formula:
    if not window.monthly:
        return z3.And(window.first <= REFERENCE, window.last >= REFERENCE)
    return z3.Or([first == REFERENCE for first, _ in _months(window)])


def _months(window: Window) -> Iterator[tuple[int, int]]:
    """The first and the last day of every month that begins in the window."""
    day = date.fromordinal(window.first)
    year, month = day.year, day.month
    while (first := date(year, month, 1).toordinal()) <= window.last:
        if first >= window.first:
            yield first, first + calendar.monthrange(year, month)[1] - 1
        year, month = (year, month + 1) if month < MONTHS_IN_YEAR else (year + 1, 1)


def _in_range(day: Expression) -> Formula:
    return z3.simplify(z3.And(day >= 1, day <= LAST_DAY))


def _without(operand: Symbolic) -> dict[Absent, Formula]:
    """The absences of a value that is applicable."""
    return {
        absence: formula
        for absence, formula in operand.absences.items()
        if absence is not Absent.NOT_APPLICABLE
    }


def _is_applicable(operand: Symbolic) -> Symbolic:
    return Symbolic(not_(operand.is_(Absent.NOT_APPLICABLE)), _without(operand))


def _sum_applicable(operands: list[Symbolic]) -> Symbolic:
    none = all_of(operand.is_(Absent.NOT_APPLICABLE) for operand in operands)
    found = met(operands) | {Absent.NOT_APPLICABLE: [none]}
    present = [
        operand.value if is_always(operand.known) else z3.If(operand.known, operand.value, z3.IntVal(0))
        for operand in operands
        if operand.value is not None
    ]
    return Symbolic(sum(present) if present else None, strongest(IN_LOGIC, found))


def _rounded_quotient(numerator: Expression, denominator: Expression) -> Expression:
    size = z3.If(numerator < 0, -numerator, numerator)
    quotient = (2 * size + denominator) / (2 * denominator)  # of integers: z3 divides to whole numbers
    return z3.If(numerator < 0, -quotient, quotient)


def _smaller(one: Expression, other: Expression) -> Expression:
    return z3.If(one <= other, one, other)


def _larger(one: Expression, other: Expression) -> Expression:
    return z3.If(one >= other, one, other)


# Rules


@dataclass(frozen=True, slots=True)
class _Rules:
    """By index: in which cases a rule applies, wins, may win; and with what absences it is in doubt."""

    applies: tuple[Formula, ...]
    wins: tuple[Formula, ...]
    may_win: tuple[Formula, ...]
    in_doubt: tuple[Formula, ...]
    doubts: Mapping[Absent, tuple[Formula, ...]]


def _rules(conditions: list[Symbolic], clauses: tuple[Clause, ...]) -> _Rules:
    """As `_standing` of the reference: an exception counts only where one of its bases applies."""
    applies: dict[int, Formula] = {}
    in_doubt: dict[int, Formula] = {}
    doubts: dict[int, dict[Absent, Formula]] = {}
    for index in TopologicalSorter({i: sorted(c.bases) for i, c in enumerate(clauses)}).static_order():
        condition, bases = conditions[index], clauses[index].bases
        presupposed = any_of(applies[base] for base in bases) if bases else TRUE
        possible = any_of(in_doubt[base] for base in bases)
        out = any_of((condition.fails, condition.is_(Absent.NOT_APPLICABLE)))
        applies[index] = all_of((condition.holds, presupposed))
        in_doubt[index] = all_of((not_(out), not_(applies[index]), any_of((presupposed, possible))))
        doubts[index] = {
            absence: all_of(
                (
                    in_doubt[index],
                    any_of(
                        (
                            condition.is_(absence),
                            *(all_of((in_doubt[base], doubts[base].get(absence, FALSE))) for base in bases),
                        )
                    ),
                )
            )
            for absence in IN_LOGIC
        }
    beaten = tuple(any_of(_beats(index, clauses, applies)) for index in range(len(clauses)))
    order = range(len(clauses))
    return _Rules(
        applies=tuple(applies[i] for i in order),
        wins=tuple(all_of((applies[i], not_(beaten[i]))) for i in order),
        may_win=tuple(all_of((in_doubt[i], not_(beaten[i]))) for i in order),
        in_doubt=tuple(in_doubt[i] for i in order),
        doubts={absence: tuple(doubts[i][absence] for i in order) for absence in IN_LOGIC},
    )


def _beats(beaten: int, clauses: tuple[Clause, ...], applies: Mapping[int, Formula]) -> Iterator[Formula]:
    for index, clause in enumerate(clauses):
        if beaten in clause.precedes:
            yield applies[index]
        if beaten in clause.bases:
            yield all_of((applies[index], applies[beaten]))


def _agreed(outcomes: list[Symbolic], rules: _Rules) -> tuple[Symbolic, Formula]:
    """The outcome that all candidates share; a conflict where they are definite, differ, and no rule is in doubt."""
    otherwise = not_(any_of(rules.applies))
    candidates = [
        (any_of((wins, may)), outcome)
        for wins, may, outcome in zip(rules.wins, rules.may_win, outcomes, strict=False)
    ]
    candidates.append((otherwise, outcomes[-1]))
    candidates = [(when, outcome) for when, outcome in candidates if not is_never(when)]
    first = chosen(list(_first_that_holds(candidates)))
    alone = all_of(
        not_(all_of((one, other)))
        for position, (one, _) in enumerate(candidates)
        for other, _ in candidates[position + 1 :]
    )
    definite = all_of(any_of((not_(when), outcome.definite)) for when, outcome in candidates)
    agree = all_of(any_of((not_(when), same(outcome, first))) for when, outcome in candidates)
    settled = any_of((alone, all_of((definite, agree))))
    doubt = any_of(rules.in_doubt)
    conflict = all_of((not_(settled), definite, not_(doubt)))
    unsettled = all_of((not_(settled), not_(conflict)))
    found = {
        absence: [
            *(all_of((when, outcome.is_(absence))) for when, outcome in candidates),
            *rules.doubts[absence],
        ]
        for absence in IN_LOGIC
    }
    absences = [
        (all_of((unsettled, formula)), absent(absence))
        for absence, formula in strongest(IN_LOGIC, found).items()
    ]
    return chosen([(settled, first), (conflict, absent(Absent.CONFLICT)), *absences]), conflict


def _first_that_holds(cases: list[tuple[Formula, Symbolic]]) -> Iterator[tuple[Formula, Symbolic]]:
    earlier: list[Formula] = []
    for when, value in cases:
        yield all_of((when, *(not_(before) for before in earlier))), value
        earlier.append(when)
