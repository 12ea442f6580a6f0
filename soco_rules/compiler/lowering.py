"""Type an expression, check kinds and units, and lower it to nodes over exact integers.

A value in lowering is an exact fraction of two nodes; only whole values may be stored. Persons are unrolled here:
an expression is lowered for one role, or for none where it speaks of the household.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from functools import reduce
from typing import assert_never

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.model import expressions as syntax
from soco_rules.model import program as ir
from soco_rules.model.values import NUMERIC
from soco_rules.model.values import ORDERED
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Per
from soco_rules.model.values import Role
from soco_rules.model.values import Unit
from soco_rules.model.values import ValueType
from soco_rules.model.values import type_in_words

ONE: ir.Node = ir.Const(1)
WHOLE = ir.Const(10_000)
"""One hundred percent in basis points."""
ROLES = ValueType(Kind.CHOICE, choices=tuple(Role))
STATE = "stand"
PERIODS = frozenset({Per.MONTH, Per.YEAR})


@dataclass(frozen=True, slots=True)
class Symbol:
    """A name that an expression can read; `unit` is that of a duration, `override` replaces plain reading."""

    name: str
    type: ValueType
    span: Span
    unit: Unit | None = None
    override: ir.Node | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """A lowered expression: numerator and denominator with kind, period and (for a keuze) its choices."""

    kind: Kind
    node: ir.Node
    denominator: ir.Node = ONE
    period: Per | None = None
    choices: tuple[str, ...] = ()
    unit: Unit | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the value needs no rounding."""
        return self.denominator == ONE


@dataclass(slots=True)
class Lowering:
    """Lowers expressions against one table of names, gathering findings.

    `divisors` has by the place where it is written every node that must be proved positive, one for each person.
    """

    symbols: Mapping[str, Symbol]
    roles: tuple[Role, ...]
    findings: list[Diagnostic] = field(default_factory=list)
    divisors: dict[Span, tuple[ir.Node, ...]] = field(default_factory=dict)

    def condition(self, expression: syntax.Expression, role: Role | None) -> ir.Node | None:
        """A yes-or-no expression as a node, or None with findings."""
        typed = self.lower(expression, role)
        if typed is None:
            return None
        if typed.kind is not Kind.YES_NO:
            self._report(
                "soort-past-niet", expression.span, f"Hier hoort een voorwaarde, en dit is {_a(typed)}."
            )
            return None
        return typed.node

    def value(self, expression: syntax.Expression, type_: ValueType, role: Role | None) -> ir.Node | None:
        """An expression as a node of a declared type, or None with findings."""
        typed = self.lower(expression, role, type_)
        if typed is None:
            return None
        if typed.kind is not type_.kind:
            self._report(
                "soort-past-niet",
                expression.span,
                f"Hier hoort {type_in_words(type_)}, en dit is {_a(typed)}.",
            )
            return None
        if type_.kind is Kind.CHOICE and not set(typed.choices) <= set(type_.choices):
            other = ", ".join(sorted(set(typed.choices) - set(type_.choices)))
            self._report(
                "uitkomst-onbekend", expression.span, f"De uitkomst '{other}' staat niet bij de waarden."
            )
            return None
        if not typed.is_whole:
            self._report(
                "breuk-niet-afgerond", expression.span, "De uitkomst is een breuk die nergens wordt afgerond."
            )
            return None
        if typed.period and PERIODS & type_.per and typed.period not in type_.per:
            declared = " en ".join(sorted(PERIODS & type_.per))
            self._report(
                "eenheid-past-niet",
                expression.span,
                f"Dit is per {typed.period}, en het begrip is per {declared}.",
            )
            return None
        return typed.node

    def lower(
        self, expression: syntax.Expression, role: Role | None, expected: ValueType | None = None
    ) -> Typed | None:
        """An expression with its kind, or None with findings; `expected` resolves the values of a keuze."""
        match expression:
            case syntax.Literal(value, kind, _):
                return _literal(value, kind)
            case syntax.Name():
                return self._name(expression, role, expected)
            case syntax.This(name, span):
                self._report(
                    "onbekende-naam", span, f"'deze {name}' heeft alleen bij uit_dossier een betekenis."
                )
                return None
            case syntax.Not(operand, _):
                node = self.condition(operand, role)
                return _yes_no(ir.Not(node)) if node else None
            case syntax.And(operands, _):
                nodes = self._conditions(operands, role)
                return _yes_no(ir.All(nodes)) if nodes else None
            case syntax.Or(operands, _):
                nodes = self._conditions(operands, role)
                return _yes_no(ir.Any(nodes)) if nodes else None
            case syntax.Compare():
                return self._compare(expression, role)
            case syntax.OneOf():
                return self._one_of(expression, role)
            case syntax.Applies(operand, negated, _):
                typed = self.lower(operand, role)
                return _yes_no(_negated_if(ir.IsApplicable(typed.node), negated=negated)) if typed else None
            case syntax.Arithmetic():
                return self._arithmetic(expression, role)
            case syntax.Share():
                return self._share(expression, role)
            case syntax.OrElse():
                return self._or_else(expression, role, expected)
            case syntax.PickOne():
                return self._pick(expression, role)
            case syntax.SumOver():
                return self._sum(expression)
            case syntax.Choose():
                return self._choose(expression, role, expected)
            case syntax.Rounded():
                return self._rounded(expression, role)
            case syntax.WholeBetween():
                return self._between(expression, role)
            case syntax.YearOf(operand, span):
                typed = self._of_kind(operand, Kind.DATE, role, span)
                return typed and Typed(Kind.COUNT, ir.YearOf(typed.node))
            case _:
                assert_never(expression)

    def _report(
        self, code: str, span: Span, message: str, *, remedy: str = "", notes: tuple[Note, ...] = ()
    ) -> None:
        self.findings.append(finding(code, span, message, remedy=remedy, notes=notes))

    def _conditions(
        self, operands: Sequence[syntax.Expression], role: Role | None
    ) -> tuple[ir.Node, ...] | None:
        nodes = [self.condition(operand, role) for operand in operands]
        return None if None in nodes else tuple(node for node in nodes if node is not None)

    def _name(self, name: syntax.Name, role: Role | None, expected: ValueType | None) -> Typed | None:
        if name.name == "rol":
            return self._role(name, role)
        symbol = self.symbols.get(name.name)
        if symbol is None:
            return self._choice(name, expected)
        if symbol.name == STATE and role is Role.PARTNER:  # only the participant has one
            return Typed(Kind.CHOICE, ir.Const(Absent.NOT_APPLICABLE), choices=symbol.type.choices)
        return Typed(
            symbol.type.kind,
            symbol.override or ir.Read(self._slot(symbol, name, role)),
            period=next(iter(PERIODS & symbol.type.per), None),
            choices=symbol.type.choices,
            unit=symbol.unit,
        )

    def _role(self, name: syntax.Name, role: Role | None) -> Typed | None:
        if role is None:
            self._report(
                "persoon-zonder-som", name.span, "'rol' heeft alleen een betekenis in een begrip per persoon."
            )
            return None
        return Typed(Kind.CHOICE, ir.Const(str(role)), choices=ROLES.choices)

    def _choice(self, name: syntax.Name, expected: ValueType | None) -> Typed | None:
        choices = expected.choices if expected else ()
        if name.name in choices:
            return Typed(Kind.CHOICE, ir.Const(name.name), choices=(name.name,))
        if choices:
            remedy = did_you_mean(
                name.name, (*choices, *self.symbols), otherwise=f"Kies uit {', '.join(choices)}."
            )
            self._report(
                "uitkomst-onbekend",
                name.span,
                f"'{name.name}' is geen van de waarden en geen naam.",
                remedy=remedy,
            )
        else:
            remedy = did_you_mean(name.name, self.symbols, otherwise="")
            self._report("onbekende-naam", name.span, f"De naam '{name.name}' bestaat niet.", remedy=remedy)
        return None

    def _slot(self, symbol: Symbol, name: syntax.Name, role: Role | None) -> ir.Slot:
        if not symbol.type.per_person:
            return symbol.name
        if role is None:
            note = Note("hier staat dat het per persoon is", symbol.span)
            self._report("persoon-zonder-som", name.span, f"'{name.name}' is er per persoon.", notes=(note,))
        return slot_of(symbol.name, role or Role.APPLICANT)

    def _pair(
        self, left: syntax.Expression, right: syntax.Expression, role: Role | None
    ) -> tuple[Typed, Typed] | None:
        """Two sides of which either may be a value of the other's keuze."""
        if isinstance(left, syntax.Name) and left.name not in self.symbols and left.name != "rol":
            second = self.lower(right, role)
            first = second and self.lower(left, role, _choices_of(second))
        else:
            first = self.lower(left, role)
            second = first and self.lower(right, role, _choices_of(first))
        return (first, second) if first and second else None

    def _compare(self, expression: syntax.Compare, role: Role | None) -> Typed | None:
        pair = self._pair(expression.left, expression.right, role)
        if pair is None or not self._alike(pair, expression.span):
            return None
        left, right = pair
        equality = expression.comparator in {syntax.Comparator.EQUAL, syntax.Comparator.NOT_EQUAL}
        if left.kind is Kind.TEXT or not (equality or left.kind in ORDERED):
            message = f"Met '{expression.comparator}' is {_a(left)} niet te vergelijken."
            self._report("soort-past-niet", expression.span, message)
            return None
        (one, other), _ = _common((left, right))
        return _yes_no(ir.Compare(expression.comparator, one, other))

    def _one_of(self, expression: syntax.OneOf, role: Role | None) -> Typed | None:
        nodes: list[ir.Node] = []
        for option in expression.options:
            same = syntax.Compare(syntax.Comparator.EQUAL, expression.operand, option, option.span)
            compared = self._compare(same, role)
            if compared is None:
                return None
            nodes.append(compared.node)
        node: ir.Node = nodes[0] if len(nodes) == 1 else ir.Any(tuple(nodes))
        return _yes_no(_negated_if(node, negated=expression.negated))

    def _alike(self, values: Sequence[Typed], span: Span) -> bool:
        kinds = {value.kind for value in values}
        if len(kinds) > 1:
            message = f"{_a(values[0]).capitalize()} past niet bij {_a(next(v for v in values if v.kind is not values[0].kind))}."
            self._report("soort-past-niet", span, message)
            return False
        if len({value.period for value in values if value.period}) > 1:
            self._report(
                "eenheid-past-niet",
                span,
                "Hier staan een waarde per maand en een waarde per jaar bij elkaar.",
            )
            return False
        if len({value.unit for value in values if value.unit}) > 1:
            self._report(
                "eenheid-past-niet", span, "Dagen of weken zijn niet te vergelijken met maanden of jaren."
            )
            return False
        return True

    def _arithmetic(self, expression: syntax.Arithmetic, role: Role | None) -> Typed | None:
        left, right = self.lower(expression.left, role), self.lower(expression.right, role)
        if left is None or right is None:
            return None
        operator = expression.operator
        if (
            left.kind is Kind.DATE
            and right.kind is Kind.DURATION
            and operator in {syntax.Operator.ADD, syntax.Operator.SUBTRACT}
        ):
            return _moved(left, right, operator)
        if left.kind not in NUMERIC or right.kind not in NUMERIC:
            message = f"Met {_a(left)} en {_a(right)} is zo niet te rekenen."
            self._report("soort-past-niet", expression.span, message)
            return None
        match operator:
            case syntax.Operator.ADD | syntax.Operator.SUBTRACT:
                return self._added(left, right, operator, expression.span)
            case syntax.Operator.MULTIPLY:
                return self._multiplied(left, right, expression.span)
            case syntax.Operator.DIVIDE:
                return self._divided(left, right, expression)
            case _:
                assert_never(operator)

    def _added(self, left: Typed, right: Typed, operator: syntax.Operator, span: Span) -> Typed | None:
        if not self._alike((left, right), span):
            return None
        (one, other), denominator = _common((left, right))
        node = ir.Add((one, other)) if operator is syntax.Operator.ADD else ir.Subtract(one, other)
        return Typed(left.kind, node, denominator, left.period or right.period)

    def _multiplied(self, left: Typed, right: Typed, span: Span) -> Typed | None:
        if Kind.COUNT not in {left.kind, right.kind} or not _one_period(left, right):
            self._report(
                "soort-past-niet", span, f"{_a(left).capitalize()} maal {_a(right)} heeft geen betekenis."
            )
            return None
        kind = right.kind if left.kind is Kind.COUNT else left.kind
        node, denominator = times(left.node, right.node), times(left.denominator, right.denominator)
        return Typed(kind, node, denominator, left.period or right.period)

    def _divided(self, left: Typed, right: Typed, expression: syntax.Arithmetic) -> Typed | None:
        if right.kind is not Kind.COUNT:
            self._report(
                "soort-past-niet",
                expression.span,
                f"Delen kan alleen door een aantal, en dit is {_a(right)}.",
            )
            return None
        place = expression.right.span
        self.divisors[place] = (*self.divisors.get(place, ()), right.node)
        node, denominator = times(left.node, right.denominator), times(left.denominator, right.node)
        return Typed(left.kind, node, denominator, left.period or right.period)

    def _share(self, expression: syntax.Share, role: Role | None) -> Typed | None:
        share, base = self.lower(expression.percentage, role), self.lower(expression.base, role)
        if share is None or base is None:
            return None
        if share.kind is not Kind.PERCENTAGE or base.kind not in NUMERIC:
            message = f"Bij 'van' hoort een percentage van een getal; dit is {_a(share)} van {_a(base)}."
            self._report("soort-past-niet", expression.span, message)
            return None
        denominator = times(WHOLE, times(share.denominator, base.denominator))
        return Typed(base.kind, times(share.node, base.node), denominator, base.period or share.period)

    def _or_else(
        self, expression: syntax.OrElse, role: Role | None, expected: ValueType | None
    ) -> Typed | None:
        first = self.lower(expression.operand, role, expected)
        second = first and self.lower(expression.otherwise, role, _choices_of(first))
        if first is None or second is None or not self._alike((first, second), expression.span):
            return None
        (one, other), denominator = _common((first, second))
        return replace(
            first,
            node=ir.OrElse(one, other),
            denominator=denominator,
            period=first.period or second.period,
            choices=_united(first, second),
        )

    def _pick(self, expression: syntax.PickOne, role: Role | None) -> Typed | None:
        values = [self.lower(operand, role) for operand in expression.operands]
        known = [value for value in values if value is not None]
        if len(known) < len(values) or not self._alike(known, expression.span):
            return None
        for_dates = expression.pick in {syntax.Pick.FIRST, syntax.Pick.LAST}
        if (known[0].kind is Kind.DATE) is not for_dates or known[0].kind not in {*NUMERIC, Kind.DATE}:
            message = f"'{expression.pick}' past niet bij {_a(known[0])}."
            self._report("soort-past-niet", expression.span, message)
            return None
        numerators, denominator = _common(known)
        smallest = expression.pick in {syntax.Pick.LOWEST, syntax.Pick.FIRST}
        node = ir.Least(numerators) if smallest else ir.Greatest(numerators)
        return Typed(known[0].kind, node, denominator, next((v.period for v in known if v.period), None))

    def _sum(self, expression: syntax.SumOver) -> Typed | None:
        values = [self.lower(expression.operand, role) for role in self.roles]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            return None
        if known[0].kind not in NUMERIC:
            self._report("soort-past-niet", expression.span, f"Van {_a(known[0])} is geen som te nemen.")
            return None
        if len(known) > 1 and known[0].node == known[1].node:
            self._report("soort-past-niet", expression.span, "Bij 'de som van' hoort een waarde per persoon.")
            return None
        if any(value.denominator != known[0].denominator for value in known):
            self._report(
                "breuk-niet-afgerond", expression.span, "Een som van breuken vraagt eerst een afronding."
            )
            return None
        return replace(known[0], node=ir.SumApplicable(tuple(value.node for value in known)))

    def _choose(
        self, expression: syntax.Choose, role: Role | None, expected: ValueType | None
    ) -> Typed | None:
        condition = self.condition(expression.condition, role)
        then = self.lower(expression.then, role, expected)
        otherwise = self.lower(expression.otherwise, role, expected)
        if condition is None or then is None or otherwise is None:
            return None
        if not self._alike((then, otherwise), expression.span):
            return None
        (one, other), denominator = _common((then, otherwise))
        return replace(
            then,
            node=ir.If(condition, one, other),
            denominator=denominator,
            period=then.period or otherwise.period,
            choices=_united(then, otherwise),
        )

    def _rounded(self, expression: syntax.Rounded, role: Role | None) -> Typed | None:
        typed = self._of_kind(expression.operand, Kind.MONEY, role, expression.span)
        if typed is None or typed.is_whole:
            return typed
        return replace(typed, node=ir.RoundDiv(typed.node, typed.denominator), denominator=ONE)

    def _between(self, expression: syntax.WholeBetween, role: Role | None) -> Typed | None:
        start = self._of_kind(expression.start, Kind.DATE, role, expression.start.span)
        end = self._of_kind(expression.end, Kind.DATE, role, expression.end.span)
        if start is None or end is None:
            return None
        return Typed(Kind.COUNT, ir.MonthsBetween(expression.months, start.node, end.node))

    def _of_kind(
        self, expression: syntax.Expression, kind: Kind, role: Role | None, span: Span
    ) -> Typed | None:
        typed = self.lower(expression, role)
        if typed is not None and typed.kind is not kind:
            self._report(
                "soort-past-niet",
                span,
                f"Hier hoort {type_in_words(ValueType(kind))}, en dit is {_a(typed)}.",
            )
            return None
        return typed


def slot_of(name: str, role: Role | None) -> ir.Slot:
    """The slot of a name: the name itself, or one per person."""
    return name if role is None else f"{name}/{role}"


def times(left: ir.Node, right: ir.Node) -> ir.Node:
    """The product of two nodes, with constants folded."""
    match left, right:
        case ir.Const(1), other:
            return other
        case other, ir.Const(1):
            return other
        case ir.Const(int() as one), ir.Const(int() as two):
            return ir.Const(one * two)
        case _:
            return ir.Multiply(left, right)


def _yes_no(node: ir.Node) -> Typed:
    return Typed(Kind.YES_NO, node)


def _negated_if(node: ir.Node, *, negated: bool) -> ir.Node:
    return ir.Not(node) if negated else node


def _literal(value: bool | int | Duration, kind: Kind) -> Typed:
    if isinstance(value, Duration):
        return Typed(kind, ir.Const(value.amount), unit=value.unit)
    return Typed(kind, ir.Const(value))


def _common(values: Sequence[Typed]) -> tuple[tuple[ir.Node, ...], ir.Node]:
    """The numerators over one common denominator, and that denominator."""
    denominators = tuple(dict.fromkeys(value.denominator for value in values))
    numerators = tuple(
        reduce(times, (other for other in denominators if other != value.denominator), value.node)
        for value in values
    )
    return numerators, reduce(times, denominators, ONE)


def _moved(date: Typed, duration: Typed, operator: syntax.Operator) -> Typed:
    steps = duration.node
    if operator is syntax.Operator.SUBTRACT:
        steps = times(ir.Const(-1), steps)
    node = ir.Add((date.node, steps)) if duration.unit is Unit.DAYS else ir.AddMonths(date.node, steps)
    return replace(date, node=node)


def _one_period(left: Typed, right: Typed) -> bool:
    return not (left.period and right.period and left.period is not right.period)


def _choices_of(typed: Typed) -> ValueType | None:
    return ValueType(Kind.CHOICE, choices=typed.choices) if typed.kind is Kind.CHOICE else None


def _united(left: Typed, right: Typed) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*left.choices, *right.choices)))


_NAMES = {
    Kind.YES_NO: "ja of nee",
    Kind.CHOICE: "een keuze",
    Kind.COUNT: "een aantal",
    Kind.MONEY: "een bedrag",
    Kind.PERCENTAGE: "een percentage",
    Kind.DATE: "een datum",
    Kind.DURATION: "een duur",
    Kind.TEXT: "een tekst",
}


def _a(typed: Typed) -> str:
    return _NAMES[typed.kind]
