"""What occurs in the columns of a relation, found in one pass: which absences, and whether every value may be there.

Where nothing is unknown the query has no unknowns to look after, which makes it several times faster; and a number
within the bounds of its field cannot make a calculation overflow.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

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
    looked = [
        _Looked(name, between, name + WHY in columns) for name, between in _fields(program) if name in columns
    ]
    wanted = [exp.Count(this=exp.Star()), *(part for one in looked for part in one.asked())]
    found = iter(ask(exp.select(*wanted).from_(exp.to_table(relation))))
    rows = _number(next(found))
    supply: dict[str, frozenset[Absent]] = {}
    unfit: list[Unfit] = []
    for one in looked:
        answers = [next(found) for _ in one.asked()]
        supply[one.name] = one.absences(rows, answers)
        unfit += one.unfit(answers)
    if unfit:
        raise UnfitError(tuple(unfit))
    return supply


def _fields(program: Program) -> Iterator[tuple[str, tuple[int | None, int | None]]]:
    choices = len(texts(program))
    found = {step.slot: bounds(step.type, choices) for step in program.fields}
    if REFERENCE_DATE in inputs(program):
        found.setdefault(REFERENCE_DATE, (None, None))
    yield from found.items()


@dataclass(frozen=True, slots=True)
class _Looked:
    """One column, with its bounds, and whether a column beside it says why values are absent."""

    name: str
    between: tuple[int | None, int | None]
    marked: bool

    def asked(self) -> list[exp.Expr]:
        value, why = exp.column(self.name, quoted=True), exp.column(self.name + WHY, quoted=True)
        beyond = [
            exp.CountIf(this=sign(this=value.copy(), expression=exp.convert(end)))
            for sign, end in zip((exp.LT, exp.GT), self.between, strict=True)
            if end is not None
        ]
        if not self.marked:
            return [exp.Count(this=value), *beyond]
        lacks = exp.Is(this=value.copy(), expression=exp.null())
        given = exp.NEQ(this=exp.Coalesce(this=why, expressions=[exp.convert(0)]), expression=exp.convert(0))
        both = exp.CountIf(this=exp.and_(exp.Not(this=lacks.copy()), given))
        other = exp.CountIf(
            this=exp.Not(
                this=exp.In(this=why.copy(), expressions=[exp.convert(c) for c in (0, *CODES.values())])
            )
        )
        each = [
            exp.CountIf(this=exp.and_(lacks.copy(), exp.EQ(this=why.copy(), expression=exp.convert(code))))
            for absence, code in CODES.items()
            if absence is not Absent.UNKNOWN
        ]
        return [exp.Count(this=value), *beyond, *each, both, other]

    def absences(self, rows: int, answers: Row) -> frozenset[Absent]:
        numbers = [_number(answer) for answer in answers]
        lacking = rows - numbers[0]
        if not self.marked:
            return frozenset({Absent.UNKNOWN} if lacking else ())
        kinds = [absence for absence in CODES if absence is not Absent.UNKNOWN]
        counts = dict(zip(kinds, numbers[-len(kinds) - 2 : -2], strict=True))
        found = {absence for absence, number in counts.items() if number}
        return frozenset(found | ({Absent.UNKNOWN} if lacking > sum(counts.values()) else set()))

    def unfit(self, answers: Row) -> Iterator[Unfit]:
        numbers = [_number(answer) for answer in answers]
        ends = [
            (word, end) for word, end in zip(("minder", "meer"), self.between, strict=True) if end is not None
        ]
        reasons = [f"{word} dan {end}" for word, end in ends]
        places = list(range(1, 1 + len(ends)))
        if self.marked:
            reasons += ["een waarde en een reden waarom die er niet is", f"een andere reden dan {_codes()}"]
            places += [-2, -1]
        for reason, place in zip(reasons, places, strict=True):
            if numbers[place]:
                yield Unfit(self.name, numbers[place], reason)


def _codes() -> str:
    return ", ".join(f"{code} ({absence.value})" for absence, code in CODES.items())


def _number(answer: object) -> int:
    assert isinstance(answer, int)
    return answer
