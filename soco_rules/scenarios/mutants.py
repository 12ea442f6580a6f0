"""Every small change to a file of rules that a scenario should notice, as a value with its Dutch sentence."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.compiler.layers import MergedConcept
from soco_rules.compiler.layers import OwnedRule
from soco_rules.compiler.layers import Stack
from soco_rules.diagnostics import Span
from soco_rules.model import expressions as syntax
from soco_rules.model import program as ir
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import AmountTable
from soco_rules.model.agreement import Concept
from soco_rules.model.agreement import DatedValue
from soco_rules.model.agreement import Rule
from soco_rules.model.expressions import Comparator
from soco_rules.model.expressions import Expression
from soco_rules.model.expressions import Pick
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encode
from soco_rules.model.values import spaced
from soco_rules.scenarios.supposition import number_in

Change = Callable[[Stack], Stack]
Lowered = Callable[[ir.Definition], ir.Definition]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change to one file. `sentence` goes behind `geen scenario merkt het als`.

    `change` gives the stack with the change, or the same stack where it does not hold this place; `names` are the
    points, facts and concepts that it changes. `lowered` changes what a concept was lowered to, where the notation
    has no words for the change.
    """

    id: str
    span: Span
    sentence: str
    names: frozenset[str]
    change: Change
    lowered: Lowered | None = None


def mutants_of(agreement: Agreement, stack: Stack, source: str) -> tuple[Mutant, ...]:
    """Every mutant of one file; `stack` is one that the file is a layer of, `source` is its text."""
    reader = _Reader(agreement, stack, source.splitlines())
    seen: dict[str, int] = {}
    return tuple(_numbered(mutant, seen) for mutant in reader.mutants())


def _numbered(mutant: Mutant, seen: dict[str, int]) -> Mutant:
    """A mutant with a name of its own: the second of one name has `#2` behind it."""
    seen[mutant.id] = seen.get(mutant.id, 0) + 1
    return replace(mutant, id=f"{mutant.id}#{seen[mutant.id]}") if seen[mutant.id] > 1 else mutant


@dataclass(frozen=True, slots=True)
class _Variant:
    """Another expression in the place of one, what it is called, and the Dutch for it behind `als in ...`."""

    expression: Expression
    name: str
    sentence: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Reader:
    """The walk over one file."""

    agreement: Agreement
    stack: Stack
    lines: list[str]

    def mutants(self) -> Iterator[Mutant]:
        yield from self._points()
        yield from self._bounds()
        for table in self.agreement.amounts.values():
            yield from self._amounts(table)
        for name, fact in self.agreement.facts.items():
            if fact.applies_when is not None:
                yield from self._gate("gegevens", name, fact.applies_when, _fact_gate(name, fact.span))
        for concept in self.agreement.concepts.values():
            yield from self._concept(concept)
        for name, decision in self.agreement.decisions.items():
            if decision.applies_when is not None:
                yield from self._gate("besluiten", name, decision.applies_when, _decision_gate(name), ())
        yield from self._requirements()
        yield from self._transitional()

    def _mutant(self, name: str, span: Span, sentence: str, names: Iterable[str], change: Change) -> Mutant:
        return Mutant(f"{self.agreement.reference}:{name}", span, sentence, frozenset(names), change)

    # Points and amounts

    def _points(self) -> Iterator[Mutant]:
        for name, stated in self.agreement.points.items():
            agreed = self.stack.points.get(name)
            if agreed is None or agreed.stated.span != stated.span or agreed.value is None:
                continue
            type_ = agreed.declared.type
            assert type_ is not None
            for value in other_values(agreed.value, type_):
                new, old = _quoted(value, type_.kind), _quoted(agreed.value, type_.kind)
                yield self._mutant(
                    f"afspraken.{name}:{_slug(as_dutch(value, type_.kind))}",
                    stated.value_span,
                    f"de afspraak {name} {new} wordt in plaats van {old}",
                    (name,),
                    _point_change(name, stated.span, value),
                )

    def _bounds(self) -> Iterator[Mutant]:
        """The bounds of what lower layers may agree, a unit lower and higher."""
        for name, point in self.agreement.points.items():
            if point.type is None or point.raw is not None or point.open_reason is not None:
                continue
            ends = (("ten_minste", point.type.minimum), ("ten_hoogste", point.type.maximum))
            for key, bound in ends:
                if bound is None:
                    continue
                for value in other_values(bound, ValueType(point.type.kind)):
                    if (number_in(value) or 0) < 0:
                        continue
                    new, old = as_dutch(value, point.type.kind), as_dutch(bound, point.type.kind)
                    yield self._mutant(
                        f"afspraken.{name}.{key}:{_slug(new)}",
                        self.agreement.spans.get(f"afspraken.{name}.{key}", point.span),
                        f"de afspraak {name} {spaced(key)} {new} mag zijn in plaats van {old}",
                        (),
                        _bound_change(name, point.span, key, value),
                    )

    def _amounts(self, table: AmountTable) -> Iterator[Mutant]:
        for row in table.values:
            since = as_dutch(row.valid_from, Kind.DATE)
            place = f"bedragen.{table.name}.{as_iso(row.valid_from)}"
            if row.value is not None:
                for value in other_values(row.value, table.type):
                    amount = number_in(value)
                    new, old = as_dutch(value, table.type.kind), as_dutch(row.value, table.type.kind)
                    yield self._mutant(
                        f"{place}:{_slug(new)}",
                        row.span,
                        f"het bedrag {spaced(table.name)} vanaf {since} {new} wordt in plaats van {old}",
                        (),
                        _amount_change(table.name, row, replace(row, value=amount)),
                    )
            yield self._mutant(
                f"{place}:weg",
                row.span,
                f"de rij vanaf {since} van het bedrag {spaced(table.name)} vervalt",
                (),
                _amount_change(table.name, row, None),
            )

    # Concepts

    def _concept(self, concept: Concept) -> Iterator[Mutant]:
        name, type_ = concept.name, self._type(concept)
        if concept.applies_when is not None:
            yield from self._gate("begrippen", name, concept.applies_when, _concept_gate(name, concept.span))
        if concept.calculation is not None:
            where, place = f"de berekening van {name}", f"begrippen.{name}.berekening"
            for variant in self._variants(concept.calculation):
                change = _declared_change(name, concept.span, calculation=variant.expression)
                yield self._varied(place, where, variant, (name,), change)
            if _holds_rounding(concept.calculation):
                yield replace(
                    self._mutant(
                        f"{place}:naar_beneden",
                        concept.calculation.span,
                        f"{where} naar beneden afrondt in plaats van naar het dichtstbijzijnde",
                        (name,),
                        _declared_change(name, concept.span, description=f"{concept.description} "),
                    ),
                    lowered=_rounded_down,
                )
        for rule in concept.rules:
            yield from self._rule(name, rule, type_)
        if concept.otherwise is not None:
            where, place = f"anders van {name}", f"begrippen.{name}.anders"
            for variant in (*self._variants(concept.otherwise), *self._outcomes(concept.otherwise, type_)):
                change = _declared_change(name, concept.span, otherwise=variant.expression)
                yield self._varied(place, where, variant, (name,), change)
            yield self._mutant(
                f"{place}:weg",
                concept.otherwise.span,
                f"{where} vervalt",
                (name,),
                _declared_change(name, concept.span, otherwise=None),
            )

    def _rule(self, concept: str, rule: Rule, type_: ValueType | None) -> Iterator[Mutant]:
        place, where = f"begrippen.{concept}.{rule.name}", f"de regel {rule.name} van {concept}"

        def change(**changes: object) -> Change:
            return _rule_change(concept, rule, changes)

        never = syntax.Literal(value=False, kind=Kind.YES_NO, span=rule.condition.span)
        yield self._mutant(f"{place}:weg", rule.span, f"{where} vervalt", (concept,), change(condition=never))
        always = replace(never, value=True)
        if not isinstance(rule.condition, syntax.And | syntax.Literal):
            yield self._mutant(
                f"{place}.als:weg",
                rule.condition.span,
                f"{where} altijd geldt, zonder de voorwaarde '{self._text(rule.condition)}'",
                (concept,),
                change(condition=always),
            )
        for variant in self._variants(rule.condition):
            yield self._varied(
                f"{place}.als", where, variant, (concept,), change(condition=variant.expression)
            )
        for variant in (*self._variants(rule.outcome), *self._outcomes(rule.outcome, type_)):
            yield self._varied(
                f"{place}.dan",
                f"{where} bij de uitkomst",
                variant,
                (concept,),
                change(outcome=variant.expression),
            )
        for base in rule.exception_to:
            left = tuple(name for name in rule.exception_to if name != base)
            yield self._mutant(
                f"{place}.uitzondering_op:{base}",
                rule.exception_span,
                f"{where} geen uitzondering meer is op {base}",
                (concept,),
                change(exception_to=left),
            )
        for other in rule.precedes:
            left = tuple(name for name in rule.precedes if name != other)
            yield self._mutant(
                f"{place}.gaat_voor:{other}",
                rule.precedes_span,
                f"{where} niet meer voorgaat op {'de andere regels' if other == 'alle' else other}",
                (concept,),
                change(precedes=left),
            )

    def _type(self, concept: Concept) -> ValueType | None:
        merged = self.stack.concepts.get(concept.name)
        return merged.declared.type if merged else concept.type

    def _outcomes(self, expression: Expression, type_: ValueType | None) -> Iterator[_Variant]:
        """The next value of a keuze in the place of one."""
        if not isinstance(expression, syntax.Name) or type_ is None or expression.name not in type_.choices:
            return
        if len(type_.choices) > 1:
            following = type_.choices[(type_.choices.index(expression.name) + 1) % len(type_.choices)]
            yield _Variant(
                replace(expression, name=following),
                f"{expression.name}>{following}",
                f"{expression.name} verandert in {following}",
                expression.span,
            )

    # What stands apart

    def _gate(
        self,
        kind: str,
        name: str,
        condition: Expression,
        change: Callable[[Expression | None], Change],
        names: Iterable[str] | None = None,
    ) -> Iterator[Mutant]:
        touched = (name,) if names is None else names
        place, where = f"{kind}.{name}.geldt_als", f"geldt_als van {name}"
        yield self._mutant(f"{place}:weg", condition.span, f"{where} vervalt", touched, change(None))
        for variant in self._variants(condition):
            yield self._varied(place, where, variant, touched, change(variant.expression))

    def _requirements(self) -> Iterator[Mutant]:
        for requirement in self.agreement.requirements:
            name = requirement.name
            place, where = f"eisen.{name}", f"de eis {name}"
            always = syntax.Literal(value=True, kind=Kind.YES_NO, span=requirement.condition.span)
            yield self._mutant(
                f"{place}:weg", requirement.span, f"{where} vervalt", (), _requirement_change(name, always)
            )
            for variant in self._variants(requirement.condition):
                yield self._varied(place, where, variant, (), _requirement_change(name, variant.expression))

    def _transitional(self) -> Iterator[Mutant]:
        everything = (*self.stack.facts, *self.stack.concepts)
        for rule in self.agreement.transitional:
            yield self._mutant(
                f"overgangsrecht.{rule.name}:weg",
                rule.span,
                f"het overgangsrecht {rule.name} vervalt",
                everything,
                _transitional_change(rule.name),
            )

    def _varied(
        self, place: str, where: str, variant: _Variant, names: Iterable[str], change: Change
    ) -> Mutant:
        sentence = f"in {where} {variant.sentence}"
        return self._mutant(f"{place}:{_slug(variant.name)}", variant.span, sentence, names, change)

    # Expressions

    def _variants(self, expression: Expression) -> Iterator[_Variant]:
        """Every expression that is one change away: in this node, then below it."""
        yield from self._changed(expression)
        for part in dataclasses.fields(expression):
            held = getattr(expression, part.name)
            if isinstance(held, tuple):
                for position, operand in enumerate(held):
                    for variant in self._variants(operand):
                        changed = (*held[:position], variant.expression, *held[position + 1 :])
                        yield replace(variant, expression=_with(expression, part.name, changed))
            elif isinstance(held, EXPRESSIONS):
                for variant in self._variants(held):
                    yield replace(variant, expression=_with(expression, part.name, variant.expression))

    def _changed(self, expression: Expression) -> Iterator[_Variant]:
        match expression:
            case syntax.Literal():
                yield from _other_literals(expression)
            case syntax.Compare(comparator, left, right, span):
                if _is_shift(comparator, left, right):
                    return
                other = SWAPPED[comparator]
                old, new = COMPARED[comparator], COMPARED[other]
                yield _Variant(
                    replace(expression, comparator=other),
                    f"{_slug(self._text(expression))}:{other}",
                    f"'{old}' in '{self._text(expression)}' verandert in '{new}'",
                    span,
                )
            case syntax.OneOf(operand, options, negated, span):
                yield _Variant(
                    replace(expression, negated=not negated),
                    f"{_slug(self._text(expression))}:omgekeerd",
                    f"'{self._text(expression)}' in het tegendeel verandert",
                    span,
                )
                for option in options if len(options) > 1 else ():
                    left_over = tuple(one for one in options if one is not option)
                    yield _Variant(
                        syntax.OneOf(operand, left_over, negated, span),
                        f"{_slug(self._text(expression))}:zonder_{self._text(option)}",
                        f"{self._text(option)} vervalt uit '{self._text(expression)}'",
                        span,
                    )
            case syntax.Applies(_, negated, span):
                yield _Variant(
                    replace(expression, negated=not negated),
                    f"{_slug(self._text(expression))}:omgekeerd",
                    f"'{self._text(expression)}' in het tegendeel verandert",
                    span,
                )
            case syntax.And(operands, span):
                yield _Variant(
                    syntax.Or(operands, span),
                    "en>of",
                    f"{self._joined(operands)}: 'en' verandert in 'of'",
                    span,
                )
                yield from self._without_one(expression)
            case syntax.Or(operands, span):
                yield _Variant(
                    syntax.And(operands, span),
                    "of>en",
                    f"{self._joined(operands)}: 'of' verandert in 'en'",
                    span,
                )
                yield from self._without_one(expression)
            case syntax.Not(operand, span):
                yield _Variant(
                    operand,
                    f"{_slug(self._text(operand))}:zonder_niet",
                    f"'niet' vervalt bij '{self._text(operand)}'",
                    span,
                )
            case syntax.PickOne(pick, _, span):
                other_pick = PICKED[pick]
                yield _Variant(
                    replace(expression, pick=other_pick),
                    f"{_slug(pick)}>{_slug(other_pick)}",
                    f"'{pick}' verandert in '{other_pick}'",
                    span,
                )
            case _:
                return

    def _without_one(self, expression: syntax.And | syntax.Or) -> Iterator[_Variant]:
        for position, operand in enumerate(expression.operands):
            rest = (*expression.operands[:position], *expression.operands[position + 1 :])
            yield _Variant(
                rest[0] if len(rest) == 1 else replace(expression, operands=rest),
                f"{_slug(self._text(operand))}:weg",
                f"de voorwaarde '{self._text(operand)}' vervalt",
                operand.span,
            )

    def _joined(self, operands: tuple[Expression, ...]) -> str:
        return "tussen " + " en ".join(f"'{self._text(operand)}'" for operand in operands)

    def _text(self, expression: Expression) -> str:
        """What stands in the file, on one line."""
        return excerpt(self.lines, expression.span)


def excerpt(lines: list[str], span: Span) -> str:
    """The text of a place, on one line."""
    held = lines[span.line - 1 : span.end_line]
    if not held:
        return ""
    held[-1] = held[-1][: span.end_column - 1]
    held[0] = held[0][span.column - 1 :]
    return " ".join(" ".join(held).split())


def other_values(value: Value, type_: ValueType) -> tuple[Value, ...]:
    """The values beside an agreed one: a unit lower and higher, the others of a keuze, ja for nee."""
    near: list[Value]
    match value:
        case bool():
            near = [not value]
        case Absent():
            return ()
        case Duration(amount, unit):
            near = [Duration(amount + step, unit) for step in (-1, 1) if amount + step >= 0]
        case int():
            near = [value - _step(value, type_.kind), value + _step(value, type_.kind)]
        case str():
            near = [choice for choice in type_.choices if choice != value]
    near = [other for other in near if _within(other, type_)]
    return (*near, Absent.NOT_APPLICABLE) if type_.may_be_absent else tuple(near)


def as_iso(day: int) -> str:
    """A day number as the machine-readable files write it."""
    return encode(day, Kind.DATE) or ""


EXPRESSIONS = (
    syntax.Literal,
    syntax.Name,
    syntax.This,
    syntax.Not,
    syntax.And,
    syntax.Or,
    syntax.Compare,
    syntax.OneOf,
    syntax.Applies,
    syntax.Arithmetic,
    syntax.Share,
    syntax.OrElse,
    syntax.PickOne,
    syntax.SumOver,
    syntax.Choose,
    syntax.Rounded,
    syntax.WholeBetween,
    syntax.YearOf,
)
SWAPPED: Mapping[Comparator, Comparator] = {
    Comparator.EQUAL: Comparator.NOT_EQUAL,
    Comparator.NOT_EQUAL: Comparator.EQUAL,
    Comparator.LESS: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.LESS,
    Comparator.MORE: Comparator.AT_LEAST,
    Comparator.AT_LEAST: Comparator.MORE,
}
COMPARED: Mapping[Comparator, str] = {
    Comparator.EQUAL: "is",
    Comparator.NOT_EQUAL: "is niet",
    Comparator.LESS: "minder dan",
    Comparator.AT_MOST: "ten hoogste",
    Comparator.MORE: "meer dan",
    Comparator.AT_LEAST: "ten minste",
}
PICKED: Mapping[Pick, Pick] = {
    Pick.LOWEST: Pick.HIGHEST,
    Pick.HIGHEST: Pick.LOWEST,
    Pick.FIRST: Pick.LAST,
    Pick.LAST: Pick.FIRST,
}


def _is_shift(comparator: Comparator, left: Expression, right: Expression) -> bool:
    """Whether another comparator says the same as a limit that is one unit further."""
    return comparator not in {Comparator.EQUAL, Comparator.NOT_EQUAL} and any(
        isinstance(side, syntax.Literal) and side.kind in {Kind.COUNT, Kind.MONEY, Kind.DATE}
        for side in (left, right)
    )


def _quoted(value: Value, kind: Kind) -> str:
    """A value in a sentence: a number by itself, words between quotes."""
    if isinstance(value, str):
        return f"'{value}'"
    text = as_dutch(value, kind)
    return f"'{text}'" if isinstance(value, bool | Absent) else text


def _step(value: int, kind: Kind) -> int:
    """One unit: a cent, a day, one more; of a whole percentage one percentage point."""
    return 100 if kind is Kind.PERCENTAGE and value % 100 == 0 else 1


def _other_literals(literal: syntax.Literal) -> Iterator[_Variant]:
    for value in other_values(literal.value, ValueType(literal.kind)):
        new, old = as_dutch(value, literal.kind), as_dutch(literal.value, literal.kind)
        assert not isinstance(value, str | Absent)
        yield _Variant(
            replace(literal, value=value), f"{old}>{new}", f"{old} verandert in {new}", literal.span
        )


def _within(value: Value, type_: ValueType) -> bool:
    number, low, high = (number_in(one) for one in (value, type_.minimum, type_.maximum))
    if number is None:
        return True
    return (low is None or number >= low) and (high is None or number <= high)


def _with(expression: Expression, name: str, value: object) -> Expression:
    changes: dict[str, object] = {name: value}
    return replace(expression, **changes)  # type: ignore[arg-type] # a field of its own, with a value of its kind


def _slug(text: str) -> str:
    return re.sub(r"[^\w<>=:.,%€*+-]+", "_", text).strip("_")[:60]


def _holds_rounding(expression: Expression) -> bool:
    if isinstance(expression, syntax.Rounded):
        return True
    below = (getattr(expression, part.name) for part in dataclasses.fields(expression))
    return any(
        _holds_rounding(operand)
        for held in below
        for operand in (held if isinstance(held, tuple) else (held,))
        if isinstance(operand, EXPRESSIONS)
    )


# Changes to a stack


def _point_change(name: str, span: Span, value: Value) -> Change:
    def change(stack: Stack) -> Stack:
        agreed = stack.points.get(name)
        if agreed is None or agreed.stated.span != span:
            return stack
        return replace(stack, points={**stack.points, name: replace(agreed, value=value)})

    return change


def _bound_change(name: str, span: Span, key: str, value: Value) -> Change:
    def change(stack: Stack) -> Stack:
        agreed = stack.points.get(name)
        if agreed is None or agreed.declared.span != span or agreed.declared.type is None:
            return stack
        type_ = agreed.declared.type
        type_ = replace(type_, minimum=value) if key == "ten_minste" else replace(type_, maximum=value)  # type: ignore[arg-type] # a bound of its own kind
        declared = replace(agreed.declared, type=type_)
        return replace(stack, points={**stack.points, name: replace(agreed, declared=declared)})

    return change


def _amount_change(name: str, row: DatedValue, other: DatedValue | None) -> Change:
    def change(stack: Stack) -> Stack:
        table = stack.amounts.get(name)
        if table is None or row not in table.values:
            return stack
        rows = tuple(other if one == row else one for one in table.values)
        kept = tuple(one for one in rows if one is not None)
        return replace(stack, amounts={**stack.amounts, name: replace(table, values=kept)})

    return change


def _fact_gate(name: str, span: Span) -> Callable[[Expression | None], Change]:
    def with_gate(condition: Expression | None) -> Change:
        def change(stack: Stack) -> Stack:
            fact = stack.facts.get(name)
            if fact is None or fact.span != span:
                return stack
            return replace(stack, facts={**stack.facts, name: replace(fact, applies_when=condition)})

        return change

    return with_gate


def _decision_gate(name: str) -> Callable[[Expression | None], Change]:
    def with_gate(condition: Expression | None) -> Change:
        def change(stack: Stack) -> Stack:
            decision = stack.decisions.get(name)
            if decision is None:
                return stack
            changed = replace(decision, applies_when=condition)
            return replace(stack, decisions={**stack.decisions, name: changed})

        return change

    return with_gate


def _concept_gate(name: str, span: Span) -> Callable[[Expression | None], Change]:
    def with_gate(condition: Expression | None) -> Change:
        return _declared_change(name, span, applies_when=condition)

    return with_gate


def _declared_change(name: str, span: Span, **changes: object) -> Change:
    def change(stack: Stack) -> Stack:
        merged = stack.concepts.get(name)
        if merged is None or merged.declared.span != span:
            return stack
        declared = replace(merged.declared, **changes)  # type: ignore[arg-type] # fields of a concept
        return _with_concept(stack, name, replace(merged, declared=declared))

    return change


def _rule_change(concept: str, rule: Rule, changes: Mapping[str, object]) -> Change:
    def change(stack: Stack) -> Stack:
        merged = stack.concepts.get(concept)
        if merged is None or all(owned.rule is not rule for owned in merged.rules):
            return stack
        rules = tuple(_changed_rule(owned, rule, changes) for owned in merged.rules)
        return _with_concept(stack, concept, replace(merged, rules=rules))

    return change


def _changed_rule(owned: OwnedRule, rule: Rule, changes: Mapping[str, object]) -> OwnedRule:
    if owned.rule is not rule:
        return owned
    return replace(owned, rule=replace(rule, **changes))  # type: ignore[arg-type] # fields of a rule


def _with_concept(stack: Stack, name: str, merged: MergedConcept) -> Stack:
    return replace(stack, concepts={**stack.concepts, name: merged})


def _requirement_change(name: str, condition: Expression) -> Change:
    def change(stack: Stack) -> Stack:
        changed = tuple(
            replace(one, condition=condition) if one.name == name else one for one in stack.requirements
        )
        return replace(stack, requirements=changed)

    return change


def _transitional_change(name: str) -> Change:
    def change(stack: Stack) -> Stack:
        return replace(stack, transitional=tuple(one for one in stack.transitional if one.name != name))

    return change


# Changes to what was lowered


def _rounded_down(definition: ir.Definition) -> ir.Definition:
    if not isinstance(definition.body, ir.Calculation):
        return definition
    return replace(definition, body=ir.Calculation(_floored(definition.body.node)))


def _floored(node: ir.Node) -> ir.Node:
    """The same with every quotient rounded down: half away from zero of (2n - d + 1) / 2d, for n not negative."""
    if isinstance(node, ir.Const | ir.Read):
        return node
    changed = _with_operands(node, tuple(_floored(operand) for operand in ir.children(node)))
    if not isinstance(changed, ir.RoundDiv):
        return changed
    twice = ir.Multiply(ir.Const(2), changed.numerator)
    numerator = ir.Add((ir.Subtract(twice, changed.denominator), ir.Const(1)))
    return ir.RoundDiv(numerator, ir.Multiply(ir.Const(2), changed.denominator))


def _with_operands(node: ir.Node, operands: tuple[ir.Node, ...]) -> ir.Node:
    changes: dict[str, object] = {}
    waiting = iter(operands)
    for part in dataclasses.fields(node):
        held = getattr(node, part.name)
        if isinstance(held, tuple):
            changes[part.name] = tuple(next(waiting) for _ in held)
        elif dataclasses.is_dataclass(held):
            changes[part.name] = next(waiting)
    return replace(node, **changes)  # type: ignore[arg-type] # as many operands as it had
