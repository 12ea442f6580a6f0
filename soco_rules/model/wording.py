"""An expression in words: fully bracketed Dutch that reads back as the same expression."""

from __future__ import annotations

from typing import assert_never

from soco_rules.model.expressions import And
from soco_rules.model.expressions import Applies
from soco_rules.model.expressions import Arithmetic
from soco_rules.model.expressions import Choose
from soco_rules.model.expressions import Comparator
from soco_rules.model.expressions import Compare
from soco_rules.model.expressions import Expression
from soco_rules.model.expressions import Literal
from soco_rules.model.expressions import Name
from soco_rules.model.expressions import Not
from soco_rules.model.expressions import OneOf
from soco_rules.model.expressions import Or
from soco_rules.model.expressions import OrElse
from soco_rules.model.expressions import PickOne
from soco_rules.model.expressions import Rounded
from soco_rules.model.expressions import Share
from soco_rules.model.expressions import SumOver
from soco_rules.model.expressions import This
from soco_rules.model.expressions import WholeBetween
from soco_rules.model.expressions import YearOf
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encode

COMPARATOR_WORDS = {
    Comparator.EQUAL: "is",
    Comparator.NOT_EQUAL: "is niet",
    Comparator.AT_LEAST: "is ten minste",
    Comparator.AT_MOST: "is ten hoogste",
    Comparator.MORE: "is meer dan",
    Comparator.LESS: "is minder dan",
}


def in_words(expression: Expression) -> str:
    """The expression with brackets around every part that is more than a word, in the words of the grammar.

    Example: `25% van x + 3` becomes `(25% van x) + 3`.
    """
    match expression:
        case Literal():
            return _literal_in_words(expression)
        case Name(name):
            return name
        case This(name):
            return f"deze {name}"
        case Not(operand):
            return f"niet {_part(operand)}"
        case And(operands):
            return " en ".join(map(_part, operands))
        case Or(operands):
            return " of ".join(map(_part, operands))
        case Compare(comparator, left, right):
            return f"{_part(left)} {COMPARATOR_WORDS[comparator]} {_part(right)}"
        case OneOf(operand, options, negated):
            return f"{_part(operand)} is {'geen' if negated else 'een'} van {_list(options)}"
        case Applies(operand, negated):
            return f"{_part(operand)} is {'niet ' if negated else ''}van toepassing"
        case Arithmetic(operator, left, right):
            return f"{_part(left)} {operator} {_part(right)}"
        case Share(percentage, base):
            return f"{_part(percentage)} van {_part(base)}"
        case OrElse(operand, otherwise):
            return f"({_part(operand)} of anders {_part(otherwise)})"
        case PickOne(pick, operands):
            return f"{pick} {_list(operands)}"
        case SumOver(operand):
            return f"de som van {_part(operand)}"
        case Choose(condition, then, otherwise):
            return f"als {_part(condition)} dan {_part(then)} anders {_part(otherwise)}"
        case Rounded(operand):
            return f"{_part(operand)} afgerond op centen"
        case WholeBetween(months, start, end):
            return f"hele {'maanden' if months == 1 else 'jaren'} tussen {_part(start)} en {_part(end)}"
        case YearOf(operand):
            return f"jaar van {_part(operand)}"
        case _:
            assert_never(expression)


def _part(expression: Expression) -> str:
    """Inside another expression: a word stands alone, everything else in brackets."""
    match expression:
        case Literal() | Name() | This() | OrElse():
            return in_words(expression)
        case _:
            return f"({in_words(expression)})"


def _list(expressions: tuple[Expression, ...]) -> str:
    return f"({', '.join(map(in_words, expressions))})"


def _literal_in_words(literal: Literal) -> str:
    """Dates and durations as they are typed, amounts and percentages as they are read: both ways are the grammar's."""
    match literal.kind:
        case Kind.DATE | Kind.DURATION:
            return encode(literal.value, literal.kind) or ""
        case _:
            return as_dutch(literal.value, literal.kind)
