"""An expression as Dutch that a lawyer reads: from its syntax tree, with one reading only.

What is printed can be read back: docs/beleid/lezen.md tells how, and a test does it for every expression that is
shipped. Where a person could take the words in two ways they stand in brackets, also where the grammar needs none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from soco_rules.letters.tree import Line
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
from soco_rules.model.expressions import Operator
from soco_rules.model.expressions import Or
from soco_rules.model.expressions import OrElse
from soco_rules.model.expressions import PickOne
from soco_rules.model.expressions import Rounded
from soco_rules.model.expressions import Share
from soco_rules.model.expressions import SumOver
from soco_rules.model.expressions import This
from soco_rules.model.expressions import WholeBetween
from soco_rules.model.expressions import YearOf
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Unit
from soco_rules.model.values import as_dutch
from soco_rules.model.wording import COMPARATOR_WORDS
from soco_rules.reading.syntax import children
from soco_rules.reading.syntax import kind_of
from soco_rules.reading.words import Lexicon
from soco_rules.reading.words import Said
from soco_rules.reading.words import joined
from soco_rules.reading.words import line
from soco_rules.reading.words import quoted
from soco_rules.reading.words import series
from soco_rules.reading.words import term

FOR_DATES = {
    **COMPARATOR_WORDS,
    Comparator.AT_LEAST: "is op of na",
    Comparator.AT_MOST: "is uiterlijk",
    Comparator.MORE: "is later dan",
    Comparator.LESS: "is eerder dan",
}
SIGNS = {
    Operator.ADD: "plus",
    Operator.SUBTRACT: "min",
    Operator.MULTIPLY: "maal",
    Operator.DIVIDE: "gedeeld door",
}
_EQUAL = {Comparator.EQUAL: "is gelijk aan", Comparator.NOT_EQUAL: "is niet gelijk aan"}
_ABOUT = {Comparator.EQUAL: "het gaat om de", Comparator.NOT_EQUAL: "het gaat niet om de"}
_SUMS = frozenset({Operator.ADD, Operator.SUBTRACT})
_STEP = "de uitkomst van stap "


def phrase(expression: Expression, lexicon: Lexicon) -> Line:
    """A value in words."""
    match expression:
        case Literal(value=value, kind=kind):
            return line(_literal(value, kind))
        case Name(name=name) if name.startswith(_STEP):
            return line(name)
        case Name(name=name):
            return line(term(name, lexicon) if name in lexicon.kinds else quoted(name))
        case This(name=name):
            return line("deze ", term(name, lexicon))
        case Not() | And() | Or() | Compare() | OneOf() | Applies():
            return inline(expression, lexicon)
        case Arithmetic(operator=operator, left=left, right=right):
            return line(_left(operator, left, lexicon), f" {SIGNS[operator]} ", _part(right, lexicon))
        case Share(percentage=percentage, base=base):
            return line(_atom(percentage, lexicon), " van ", _part(base, lexicon))
        case OrElse(operand=operand, otherwise=otherwise):
            return line("(", _part(operand, lexicon), " of anders ", _part(otherwise, lexicon), ")")
        case PickOne(pick=pick, operands=operands):
            return line(f"{pick} (", *joined((_item(each, lexicon) for each in operands), "; "), ")")
        case SumOver(operand=operand):
            return line("de som van ", _name(operand, lexicon))
        case Choose(condition=condition, then=then, otherwise=otherwise):
            return line(
                "als ", inline(condition, lexicon),
                " dan ", _chosen(then, lexicon),
                " anders ", _chosen(otherwise, lexicon),
            )  # fmt: skip
        case Rounded(operand=operand):
            return line(_whole(operand, lexicon), ", afgerond op centen")
        case WholeBetween(months=months, start=start, end=end):
            unit = "maanden" if months == 1 else "jaren"
            return line(
                f"het aantal hele {unit} tussen ", _moment(start, lexicon), " en ", _moment(end, lexicon)
            )
        case YearOf(operand=operand):
            return line("het jaar van ", _moment(operand, lexicon))
        case _:
            assert_never(expression)


def inline(condition: Expression, lexicon: Lexicon) -> Line:
    """A condition on one line, as a main clause."""
    match condition:
        case Name(name=name) if name in lexicon.kinds:
            return line(term(name, lexicon), " is ja")
        case This():
            return line(phrase(condition, lexicon), " is ja")
        case Not(operand=Name(name=name)) if name in lexicon.kinds:
            return line(term(name, lexicon), " is nee")
        case Not(operand=This() as this):
            return line(phrase(this, lexicon), " is nee")
        case Not(operand=operand):
            return line("niet (", inline(operand, lexicon), ")")
        case And(operands=operands):
            return line(*joined((_operand(each, lexicon) for each in operands), " en "))
        case Or(operands=operands):
            return line(*joined((_operand(each, lexicon) for each in operands), " of "))
        case Compare(comparator=comparator, left=Name(name="rol"), right=Name(name=role)) if (
            comparator in _ABOUT and role not in lexicon.kinds
        ):
            return line(f"{_ABOUT[comparator]} {role}")
        case Compare(comparator=comparator, left=left, right=right):
            return line(
                compared(left, lexicon),
                f" {_words(comparator, left, right, lexicon)} ",
                _side(right, lexicon),
            )
        case OneOf(operand=operand, options=options, negated=negated):
            listed = joined((_item(each, lexicon) for each in options), "; ")
            which = "geen" if negated else "een"
            return line(compared(operand, lexicon), f" is {which} van (", *listed, ")")
        case Applies(operand=operand, negated=negated):
            return line(compared(operand, lexicon), f" is {'niet ' if negated else ''}van toepassing")
        case _:
            return phrase(condition, lexicon)


def steps(expression: Expression, lexicon: Lexicon) -> tuple[Line, ...]:
    """A calculation in steps of one sum, choice or rounding each; one line when it needs no steps.

    Every line but the last is a value that a later line names as `de uitkomst van stap` with its number.
    """
    lines: list[Line] = []
    last = phrase(_stepped(expression, lexicon, lines), lexicon)
    found = (*lines, last)
    return found if len(found) > 2 else (phrase(expression, lexicon),)


def cases(expression: Expression) -> tuple[tuple[tuple[Expression, Expression], ...], Expression]:
    """`als c dan a anders b` as cases with their condition, and what holds in all others."""
    found: list[tuple[Expression, Expression]] = []
    rest = expression
    while isinstance(rest, Choose):
        found.append((rest.condition, rest.then))
        rest = rest.otherwise
    return tuple(found), rest


def _literal(value: bool | int | Duration, kind: Kind) -> str:
    if isinstance(value, Duration):
        return duration_in_words(value)
    return as_dutch(value, kind)


def _words(comparator: Comparator, left: Expression, right: Expression, lexicon: Lexicon) -> str:
    """Two things that are compared are equal; a keuze is the value that stands between the marks."""
    if comparator in _EQUAL and not (isinstance(right, Name) and right.name not in lexicon.kinds):
        return _EQUAL[comparator]
    is_date = Kind.DATE in {kind_of(left, lexicon), kind_of(right, lexicon)}
    return (FOR_DATES if is_date else COMPARATOR_WORDS)[comparator]


def duration_in_words(duration: Duration) -> str:
    """A length of time as a law has it: whole weeks and years where that is what it is."""
    match duration:
        case Duration(amount, Unit.DAYS) if amount >= 14 and amount % 7 == 0:
            return f"{amount // 7} weken"
        case Duration(amount, Unit.MONTHS) if amount >= 24 and amount % 12 == 0:
            return f"{amount // 12} jaar"
        case _:
            return as_dutch(duration, Kind.DURATION)


def _left(operator: Operator, left: Expression, lexicon: Lexicon) -> Line:
    """A row of plus and min is read from left to right; everything else in a sum stands in brackets."""
    if operator in _SUMS and isinstance(left, Arithmetic) and left.operator in _SUMS:
        return phrase(left, lexicon)
    return _part(left, lexicon)


def _part(expression: Expression, lexicon: Lexicon) -> Line:
    """Inside a calculation."""
    if isinstance(expression, PickOne):
        return phrase(expression, lexicon)
    return _atom(expression, lexicon)


def _atom(expression: Expression, lexicon: Lexicon) -> Line:
    match expression:
        case Literal() | Name() | This() | OrElse():
            return phrase(expression, lexicon)
        case _:
            return _bracketed(expression, lexicon)


def _name(expression: Expression, lexicon: Lexicon) -> Line:
    match expression:
        case Name() | OrElse():
            return phrase(expression, lexicon)
        case _:
            return _bracketed(expression, lexicon)


def _moment(expression: Expression, lexicon: Lexicon) -> Line:
    match expression:
        case Literal(kind=Kind.DATE) | Name() | This() | OrElse():
            return phrase(expression, lexicon)
        case _:
            return _bracketed(expression, lexicon)


def _item(expression: Expression, lexicon: Lexicon) -> Line:
    """In a list, between its own signs."""
    if isinstance(expression, Choose):
        return _bracketed(expression, lexicon)
    return phrase(expression, lexicon)


def _whole(expression: Expression, lexicon: Lexicon) -> Line:
    """What is rounded as a whole."""
    match expression:
        case Arithmetic() | Share() | SumOver():
            return phrase(expression, lexicon)
        case _:
            return _part(expression, lexicon)


def _side(expression: Expression, lexicon: Lexicon) -> Line:
    """One side of a comparison."""
    match expression:
        case Arithmetic() | Share() | SumOver() | WholeBetween() | YearOf():
            return phrase(expression, lexicon)
        case _:
            return _part(expression, lexicon)


def compared(expression: Expression, lexicon: Lexicon) -> Line:
    """The left side; a value of a keuze in front stands in brackets, for `of` could be right before it."""
    if isinstance(expression, Name) and expression.name not in lexicon.kinds:
        return _bracketed(expression, lexicon)
    return _side(expression, lexicon)


def _chosen(expression: Expression, lexicon: Lexicon) -> Line:
    match expression:
        case Choose() | Rounded() | And() | Or():
            return _bracketed(expression, lexicon)
        case _:
            return phrase(expression, lexicon)


def _operand(expression: Expression, lexicon: Lexicon) -> Line:
    """One of several conditions: en and of never meet without brackets."""
    match expression:
        case And() | Or() | Choose():
            return line("(", inline(expression, lexicon), ")")
        case _:
            return inline(expression, lexicon)


def _bracketed(expression: Expression, lexicon: Lexicon) -> Line:
    return line("(", phrase(expression, lexicon), ")")


def on_its_own(condition: Expression, lexicon: Lexicon) -> Line:
    """A condition that shares its line with no other: then `is een van` needs no brackets."""
    match condition:
        case OneOf(operand=operand, options=options, negated=False) if len(options) > 1 and all(
            isinstance(each, Name) and each.name not in lexicon.kinds for each in options
        ):
            return line(compared(operand, lexicon), " is ", series(_values(options), "of"))
        case _:
            return inline(condition, lexicon)


def _values(options: tuple[Expression, ...]) -> Iterator[Said]:
    return (quoted(each.name) for each in options if isinstance(each, Name))


def _stepped(expression: Expression, lexicon: Lexicon, lines: list[Line]) -> Expression:
    """The expression in which each part that was made a step of its own is named after that step."""

    def own(part: Expression) -> Expression:
        if _is_light(part):
            return part
        lines.append(phrase(_stepped(part, lexicon, lines), lexicon))
        return Name(f"{_STEP}{len(lines)}", part.span)

    match expression:
        case Rounded(operand=operand):
            return replace(expression, operand=_stepped(operand, lexicon, lines))
        case Arithmetic(operator=operator, left=Arithmetic(operator=before) as left, right=right) if {
            operator,
            before,
        } <= _SUMS:
            return replace(expression, left=_stepped(left, lexicon, lines), right=own(right))
        case Arithmetic(left=left, right=right):
            return replace(expression, left=own(left), right=own(right))
        case Share(percentage=percentage, base=base):
            return replace(expression, percentage=own(percentage), base=own(base))
        case OrElse(operand=operand, otherwise=otherwise):
            return replace(expression, operand=own(operand), otherwise=own(otherwise))
        case PickOne(operands=operands):
            return replace(expression, operands=tuple(own(each) for each in operands))
        case _:
            return expression


def _is_light(part: Expression) -> bool:
    """Whether a part of a calculation is easy to read where it stands."""
    match part:
        case Arithmetic() | Share() | OrElse():
            return not any(map(children, children(part)))
        case PickOne() | Rounded():
            return False
        case _:
            return True
