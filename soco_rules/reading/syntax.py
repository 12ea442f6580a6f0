"""What an expression is made of: its parts, the words that it reads, the kind of its value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from soco_rules.model.expressions import And
from soco_rules.model.expressions import Applies
from soco_rules.model.expressions import Arithmetic
from soco_rules.model.expressions import Choose
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
from soco_rules.reading.words import Lexicon


def kind_of(expression: Expression, lexicon: Lexicon) -> Kind | None:
    """The kind of value that an expression gives; None for a value of a keuze by itself."""
    match expression:
        case Literal(kind=kind):
            return kind
        case Name(name=name) | This(name=name):
            return lexicon.kinds.get(name)
        case Not() | And() | Or() | Compare() | OneOf() | Applies():
            return Kind.YES_NO
        case Arithmetic(left=left, right=right):
            return kind_of(left, lexicon) or kind_of(right, lexicon)
        case Share(base=operand) | OrElse(operand=operand) | SumOver(operand=operand):
            return kind_of(operand, lexicon)
        case PickOne(operands=operands):
            return next((found for each in operands if (found := kind_of(each, lexicon))), None)
        case Choose(then=then, otherwise=otherwise):
            return kind_of(then, lexicon) or kind_of(otherwise, lexicon)
        case Rounded():
            return Kind.MONEY
        case WholeBetween() | YearOf():
            return Kind.COUNT
        case _:
            assert_never(expression)


def children(expression: Expression) -> tuple[Expression, ...]:
    """The expressions right under an expression."""
    match expression:
        case Literal() | Name() | This():
            return ()
        case Not(operand=operand) | Applies(operand=operand) | SumOver(operand=operand):
            return (operand,)
        case Rounded(operand=operand) | YearOf(operand=operand):
            return (operand,)
        case And(operands=operands) | Or(operands=operands) | PickOne(operands=operands):
            return operands
        case Compare(left=left, right=right) | Arithmetic(left=left, right=right):
            return (left, right)
        case OneOf(operand=operand, options=options):
            return (operand, *options)
        case Share(percentage=left, base=right) | OrElse(operand=left, otherwise=right):
            return (left, right)
        case WholeBetween(start=left, end=right):
            return (left, right)
        case Choose(condition=condition, then=then, otherwise=otherwise):
            return (condition, then, otherwise)
        case _:
            assert_never(expression)


def words_in(expression: Expression) -> Iterator[str]:
    """Every word that an expression reads, names and values of a keuze alike."""
    if isinstance(expression, Name | This):
        yield expression.name
    for child in children(expression):
        yield from words_in(child)
