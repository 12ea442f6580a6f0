"""Each term as an expression of SQL, in the form that an engine reckons fastest.

A formula is a bit, 1 or 0 in a TINYINT. DuckDB joins bits many rows at a time, and divides rows over the branches of a
CASE by a comparison of numbers several times faster than by a boolean. A yes or no that may be NULL is a boolean.
Numbers that are chosen are as narrow as their bounds allow; what is calculated is always 64 bits wide.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from soco_rules.backends.sql.terms import TRUE
from soco_rules.backends.sql.terms import Op
from soco_rules.backends.sql.terms import Sort
from soco_rules.backends.sql.terms import Term

SIZES: Mapping[str, int] = {"tinyint": 7, "smallint": 15, "int": 31, "bigint": 63}
"""The SQL types of whole numbers, each with its bits beside the sign."""
_BIT, _LONG = "tinyint", "bigint"
_NARROW = frozenset({"tinyint", "smallint"})
"""So narrow that comparing is faster by more than the cast takes."""
_BUILT = {name: exp.DataType.build(name) for name in (*SIZES, "boolean", "text")}
_BOOLEAN: Mapping[Op, type[exp.Binary]] = {Op.AND: exp.And, Op.OR: exp.Or}
_BITWISE: Mapping[Op, type[exp.Binary]] = {Op.AND: exp.BitwiseAnd, Op.OR: exp.BitwiseOr}
_COMPARISONS: Mapping[Op, type[exp.Binary]] = {
    Op.EQUAL: exp.EQ,
    Op.DIFFERENT: exp.NEQ,
    Op.LESS: exp.LT,
    Op.AT_MOST: exp.LTE,
}
_ARITHMETIC: Mapping[Op, type[exp.Binary]] = {
    Op.ADD: exp.Add,
    Op.SUBTRACT: exp.Sub,
    Op.MULTIPLY: exp.Mul,
    Op.DIVIDE: exp.IntDiv,
    Op.REMAINDER: exp.Mod,
}


def types_of(order: Iterable[Term], inputs: Mapping[str, str]) -> Mapping[Term, str]:
    """The SQL type in which each term is kept; operands come before what is made of them."""
    found: dict[Term, str] = {}
    for term in order:
        found[term] = _type_of(term, found, inputs)
    return found


def wide_enough(low: int | None, high: int | None) -> str:
    """The narrowest SQL type that holds every whole number between these."""
    if low is None or high is None:
        return _LONG
    bits = max(low.bit_length(), high.bit_length())
    return next((name for name, size in SIZES.items() if bits <= size), _LONG)


def is_formula(term: Term) -> bool:
    """Whether it is a yes or no that is never NULL."""
    return term.sort is Sort.YES_NO and not term.nullable


@dataclass(frozen=True, slots=True)
class Phrases:
    """Terms over the columns before them: those with a name are columns themselves."""

    types: Mapping[Term, str]
    names: Mapping[Term, str]

    def reference(self, term: Term) -> exp.Expr:
        """The name of a term, or its expression where it has none; a formula as a bit."""
        name = self.names.get(term)
        return identifier(name) if name is not None else self.expression(term)

    def expression(self, term: Term) -> exp.Expr:
        """What a term is; a formula as a bit."""
        if is_formula(term):
            return self._bit(term)
        match term.sort:
            case Sort.YES_NO:
                return self._boolean(term)
            case _:
                return self._value(term)

    def condition(self, term: Term) -> exp.Expr:
        """A yes or no as a boolean."""
        if not is_formula(term):
            return self.reference(term)
        if term not in self.names:
            match term.op:
                case Op.LITERAL:
                    return exp.convert(term.content)
                case Op.IS_NULL | Op.EQUAL | Op.DIFFERENT | Op.LESS | Op.AT_MOST:
                    return self._boolean(term)
                case Op.NOT:
                    return _equals(self.reference(term.operands[0]), 0)
                case _:
                    pass
        return _equals(self.reference(term), 1)

    def _bit(self, term: Term) -> exp.Expr:
        match term.op:
            case Op.COLUMN:
                return identifier(str(term.content))
            case Op.LITERAL:
                return cast(exp.convert(int(term is TRUE)), _BIT)
            case Op.AND | Op.OR:
                return _chain(_BITWISE[term.op], [self.reference(operand) for operand in term.operands])
            case Op.NOT:
                return exp.BitwiseXor(
                    this=wrapped(self.reference(term.operands[0])), expression=exp.convert(1)
                )
            case Op.CASE:
                return self._case(term, _BIT)
            case Op.IS_TRUE:
                return exp.Case(
                    ifs=[exp.If(this=self.condition(term.operands[0]), true=exp.convert(1))],
                    default=cast(exp.convert(0), _BIT),
                )
            case _:
                return cast(self._boolean(term), _BIT)

    def _boolean(self, term: Term) -> exp.Expr:
        match term.op:
            case Op.COLUMN:
                return identifier(str(term.content))
            case Op.NULL:
                return cast(exp.null(), "boolean")
            case Op.AND | Op.OR:
                return _chain(_BOOLEAN[term.op], [self.condition(operand) for operand in term.operands])
            case Op.NOT:
                return exp.Not(this=wrapped(self.condition(term.operands[0])))
            case Op.IS_NULL:
                return exp.Is(this=wrapped(self.reference(term.operands[0])), expression=exp.null())
            case Op.CASE:
                return self._case(term, "boolean")
            case _:
                return self._comparison(term)

    def _comparison(self, term: Term) -> exp.Expr:
        one, other = term.operands
        written = self.reference if is_formula(one) is is_formula(other) else self.condition
        return _chain(_COMPARISONS[term.op], [written(one), written(other)])

    def _value(self, term: Term) -> exp.Expr:
        match term.op:
            case Op.COLUMN:
                return identifier(str(term.content))
            case Op.LITERAL:
                return exp.convert(term.content)
            case Op.NULL:
                return cast(exp.null(), self.types[term])
            case Op.CASE:
                return self._case(term, self.types[term])
            case Op.ONLY:
                return self._only(term)
            case Op.UNION:
                return _chain(exp.BitwiseOr, [self.reference(operand) for operand in term.operands])
            case Op.NEGATE:
                return exp.Neg(this=wrapped(self._long(term.operands)[0]))
            case _:
                return _chain(_ARITHMETIC[term.op], self._long(term.operands))

    def _only(self, term: Term) -> exp.Expr:
        """Minus one has every bit."""
        formula, number = term.operands
        type_, bit = self.types[term], self.reference(formula)
        if number.content == 1:
            return bit
        every = exp.Neg(this=wrapped(bit if type_ == _BIT else cast(bit, type_)))
        return exp.BitwiseAnd(this=exp.paren(every, copy=False), expression=exp.convert(number.content))

    def _long(self, operands: Sequence[Term]) -> list[exp.Expr]:
        """One wide operand makes the whole calculation wide."""
        written = [self.reference(operand) for operand in operands]
        if not any(self.types[operand] == _LONG and operand.op is not Op.LITERAL for operand in operands):
            written[0] = cast(written[0], _LONG)
        return written

    def _case(self, term: Term, type_: str) -> exp.Case:
        *branches, default = term.operands
        written = self.condition if type_ == "boolean" else self.reference
        ifs = [
            exp.If(this=self.condition(when), true=written(value))
            for when, value in zip(branches[::2], branches[1::2], strict=True)
        ]
        last = exp.null() if default.op is Op.NULL else written(default)
        same = self.types[default] == type_ and default.op not in {Op.LITERAL, Op.NULL}
        return exp.Case(ifs=ifs, default=last if same else cast(last, type_))


def identifier(name: str) -> exp.Column:
    """A column."""
    return exp.Column(this=exp.Identifier(this=name, quoted=True))


def cast(expression: exp.Expr, type_: str) -> exp.Cast:
    """A cast, but for what is one to this type already."""
    if isinstance(expression, exp.Cast) and expression.to == _BUILT[type_]:
        return expression
    return exp.Cast(this=expression, to=_BUILT[type_].copy())


def wrapped(expression: exp.Expr) -> exp.Expr:
    """In parentheses, but for what needs none."""
    if isinstance(expression, exp.Column | exp.Literal | exp.Boolean | exp.Case | exp.Cast):
        return expression
    return exp.paren(expression, copy=False)


def _type_of(term: Term, types: Mapping[Term, str], inputs: Mapping[str, str]) -> str:
    match term.sort:
        case Sort.TEXT:
            return "text"
        case Sort.YES_NO:
            return "boolean" if term.nullable else _BIT
        case Sort.NUMBER:
            pass
    match term.op:
        case Op.COLUMN:
            narrow = wide_enough(term.low, term.high)
            return narrow if narrow in _NARROW else inputs[str(term.content)]
        case Op.LITERAL:
            return wide_enough(term.low, term.high)
        case Op.NULL:
            return _BIT
        case Op.ONLY | Op.UNION:
            return wide_enough(term.low, term.high)
        case Op.CASE:
            values = (*term.operands[1::2], term.operands[-1])
            return max((types[value] for value in values), key=SIZES.__getitem__)
        case _:
            return _LONG


def _chain(kind: type[exp.Binary], operands: Sequence[exp.Expr]) -> exp.Expr:
    result: exp.Expr = wrapped(operands[0])
    for operand in operands[1:]:
        result = kind(this=result, expression=wrapped(operand))
    return result


def _equals(expression: exp.Expr, number: int) -> exp.Expr:
    return exp.EQ(this=wrapped(expression), expression=exp.convert(number))
