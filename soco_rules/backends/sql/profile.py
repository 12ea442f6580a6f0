"""What occurs in the columns of a relation, found in one pass: which absences, and whether every value may be there.

Where nothing is unknown the query has no unknowns to look after, which makes it several times faster; and a number
within the bounds of its field cannot make a calculation overflow.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from soco_rules.backends.sql.calendar import LAST_DAY
from soco_rules.backends.sql.columns import inputs
from soco_rules.backends.sql.encode import CODES
from soco_rules.backends.sql.encode import WHY
from soco_rules.backends.sql.encode import Supply
from soco_rules.backends.sql.encode import bounds
from soco_rules.backends.sql.encode import texts
from soco_rules.compiler.program import REFERENCE_DATE
from soco_rules.model.program import Program
from soco_rules.model.values import Absent

Row = Sequence[object]
Ask = Callable[[exp.Select], Row]
"""Runs a query that has one row."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """A column with values that the program cannot be asked about, and in how many rows."""

    column: str
    rows: int
    reason: str


class UnfitError(ValueError):
    """A relation that may not be reckoned with, with every reason."""

    def __init__(self, reasons: tuple[Unfit, ...]) -> None:
        super().__init__(
            "; ".join(f"{unfit.column}: {unfit.reason} ({unfit.rows} rijen)" for unfit in reasons)
        )
        self.reasons = reasons


def seen(program: Program, relation: str, columns: Collection[str], ask: Ask) -> Supply:
    """The fields for which the relation has a column, each with the absences that occur in it.

    Raises:
        UnfitError: where a row has a value outside the bounds of its field, or a value and a reason to have none.
    """
    looked = list(_looked(program, columns))
    wanted = [exp.Count(this=exp.Star()), *(part for one in looked for part in one.asked)]
    rows, *counts = map(
        _number, ask(exp.Select(expressions=wanted).from_(exp.to_table(relation), copy=False))
    )
    left = iter(counts)
    supply: dict[str, frozenset[Absent]] = {}
    unfit: list[Unfit] = []
    for one in looked:
        lacking = rows - next(left)
        unfit += [Unfit(one.name, number, reason) for reason in one.refused if (number := next(left))]
        marked = {absence: number for absence in one.marked if (number := next(left))}
        unknown = {Absent.UNKNOWN} if lacking > sum(marked.values()) else set()
        supply[one.name] = frozenset(marked.keys() | unknown)
    if unfit:
        raise UnfitError(tuple(unfit))
    return supply


@dataclass(frozen=True, slots=True)
class _Looked:
    """One column: what no row of it may be, by reason, and the absences that may stand in the column beside it."""

    name: str
    refused: Mapping[str, exp.Expr]
    marked: Mapping[Absent, exp.Expr]

    @property
    def asked(self) -> list[exp.Expr]:
        """In how many rows there is a value, each that is refused, each absence but unknown."""
        conditions = (*self.refused.values(), *self.marked.values())
        return [
            exp.Count(this=_column(self.name)),
            *(exp.CountIf(this=condition) for condition in conditions),
        ]


def _looked(program: Program, columns: Collection[str]) -> Iterator[_Looked]:
    codes = {text: code for code, text in enumerate(texts(program))}
    for step in program.fields:
        if step.slot in columns:
            choices = {codes[choice]: choice for choice in step.type.choices}
            refused = (
                _elsewhere(step.slot, choices)
                if choices
                else _beyond(step.slot, *bounds(step.type, len(codes)))
            )
            yield _look(step.slot, refused, marked=step.slot + WHY in columns)
    if REFERENCE_DATE in set(inputs(program)).intersection(columns) - {step.slot for step in program.fields}:
        yield _look(
            REFERENCE_DATE, _beyond(REFERENCE_DATE, 1, LAST_DAY), marked=REFERENCE_DATE + WHY in columns
        )


def _look(name: str, refused: Mapping[str, exp.Expr], *, marked: bool) -> _Looked:
    if not marked:
        return _Looked(name, refused, {})
    codes = ", ".join(f"{code} ({absence.value})" for absence, code in CODES.items())
    why = name + WHY
    others = {
        "een waarde en een reden waarom die er niet is": exp.And(
            this=exp.Not(this=_lacks(name)), expression=exp.NEQ(this=_column(why), expression=exp.convert(0))
        ),
        f"een andere reden dan {codes}": _none_of(why, (0, *CODES.values())),
    }
    kinds: dict[Absent, exp.Expr] = {
        absence: exp.And(
            this=_lacks(name), expression=exp.EQ(this=_column(why), expression=exp.convert(code))
        )
        for absence, code in CODES.items()
        if absence is not Absent.UNKNOWN
    }
    return _Looked(name, {**refused, **others}, kinds)


def _beyond(name: str, low: int | None, high: int | None) -> dict[str, exp.Expr]:
    found: dict[str, exp.Expr] = {}
    if low is not None:
        found[f"minder dan {low}"] = exp.LT(this=_column(name), expression=exp.convert(low))
    if high is not None:
        found[f"meer dan {high}"] = exp.GT(this=_column(name), expression=exp.convert(high))
    return found


def _elsewhere(name: str, choices: Mapping[int, str]) -> dict[str, exp.Expr]:
    listed = ", ".join(f"{code} ({choice})" for code, choice in choices.items())
    return {f"niet een van {listed}": _none_of(name, choices)}


def _lacks(name: str) -> exp.Expr:
    return exp.Is(this=_column(name), expression=exp.null())


def _none_of(name: str, numbers: Iterable[int]) -> exp.Expr:
    """The value is there and is none of these; every expression is made where it stands, for copying takes longer."""
    return exp.Not(this=exp.In(this=_column(name), expressions=[exp.convert(number) for number in numbers]))


def _column(name: str) -> exp.Column:
    return exp.column(name, quoted=True)


def _number(answer: object) -> int:
    if answer is None:  # what a condition that is NULL in every row, as in a column without values, counts to
        return 0
    assert isinstance(answer, int)
    return answer
