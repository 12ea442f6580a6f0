"""The syntax tree of an expression, as its author wrote it; names are not resolved here."""

from __future__ import annotations

import operator
from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from soco_rules.diagnostics import Span
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind


class Comparator(StrEnum):
    """How two values are compared."""

    EQUAL = "="
    NOT_EQUAL = "<>"
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="

    @property
    def opposite(self) -> Comparator:
        """What holds exactly where this does not."""
        return _OPPOSITE[self]

    @property
    def mirrored(self) -> Comparator:
        """What holds when the two sides change places."""
        return _MIRRORED.get(self, self)

    @property
    def relation(self) -> Callable[..., bool]:
        """Whether it holds between two values."""
        return _RELATIONS[self]


_OPPOSITE = {
    Comparator.EQUAL: Comparator.NOT_EQUAL,
    Comparator.NOT_EQUAL: Comparator.EQUAL,
    Comparator.LESS: Comparator.AT_LEAST,
    Comparator.AT_LEAST: Comparator.LESS,
    Comparator.MORE: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.MORE,
}
_MIRRORED = {
    Comparator.LESS: Comparator.MORE,
    Comparator.MORE: Comparator.LESS,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.AT_LEAST: Comparator.AT_MOST,
}
_RELATIONS: Mapping[Comparator, Callable[..., bool]] = {
    Comparator.EQUAL: operator.eq,
    Comparator.NOT_EQUAL: operator.ne,
    Comparator.LESS: operator.lt,
    Comparator.AT_MOST: operator.le,
    Comparator.MORE: operator.gt,
    Comparator.AT_LEAST: operator.ge,
}


class Operator(StrEnum):
    """Arithmetic between two values."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "gedeeld door"


class Pick(StrEnum):
    """Which of several values is taken."""

    LOWEST = "de laagste van"
    HIGHEST = "de hoogste van"
    FIRST = "de eerste van"
    LAST = "de laatste van"


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written out: money in cents, a percentage in basis points, a date as a day number."""

    value: bool | int | Duration
    kind: Kind
    span: Span


@dataclass(frozen=True, slots=True)
class Name:
    """A word: the name of a fact, point, amount or concept, or a value of a keuze."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class This:
    """`deze x`: the value of the case being decided, inside a dossier definition only."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Not:
    """`niet a`."""

    operand: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class And:
    """`a en b`, also a list of conditions."""

    operands: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Or:
    """`a of b`."""

    operands: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Compare:
    """`a is ten minste b` and its kin."""

    comparator: Comparator
    left: Expression
    right: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class OneOf:
    """`a is een van (x, y)`; `negated` for `is geen van`."""

    operand: Expression
    options: tuple[Expression, ...]
    negated: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Applies:
    """`a is van toepassing`; `negated` for `is niet van toepassing`."""

    operand: Expression
    negated: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`a + b`, `a - b`, `a * b`, `a gedeeld door b`."""

    operator: Operator
    left: Expression
    right: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Share:
    """`p van x`: a percentage of a value, an exact fraction."""

    percentage: Expression
    base: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class OrElse:
    """`(x of anders y)`: y where x is not applicable."""

    operand: Expression
    otherwise: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class PickOne:
    """`de laagste van (a, b)` and its kin; first and last are for dates."""

    pick: Pick
    operands: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class SumOver:
    """`de som van x`: over the persons for whom x applies."""

    operand: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Choose:
    """`als c dan a anders b`."""

    condition: Expression
    then: Expression
    otherwise: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Rounded:
    """`x afgerond op centen`: half up, away from zero."""

    operand: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class WholeBetween:
    """`hele maanden tussen a en b`, `hele jaren tussen a en b`; `months` is 1 or 12."""

    months: int
    start: Expression
    end: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class YearOf:
    """`jaar van d`."""

    operand: Expression
    span: Span


Expression = (
    Literal
    | Name
    | This
    | Not
    | And
    | Or
    | Compare
    | OneOf
    | Applies
    | Arithmetic
    | Share
    | OrElse
    | PickOne
    | SumOver
    | Choose
    | Rounded
    | WholeBetween
    | YearOf
)
