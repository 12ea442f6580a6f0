"""A value of the rule language in every row: an expression that is NULL where it is absent, and how it is absent.

What each operation does with each absence stands in docs/betekenis.md; the tests hold this module to the reference.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from functools import reduce

from soco_rules.backends.sql.arithmetic import add
from soco_rules.backends.sql.choosing import case
from soco_rules.backends.sql.terms import FALSE
from soco_rules.backends.sql.terms import TRUE
from soco_rules.backends.sql.terms import ZERO
from soco_rules.backends.sql.terms import Op
from soco_rules.backends.sql.terms import Sort
from soco_rules.backends.sql.terms import Term
from soco_rules.backends.sql.terms import all_of
from soco_rules.backends.sql.terms import any_of
from soco_rules.backends.sql.terms import equal
from soco_rules.backends.sql.terms import fails
from soco_rules.backends.sql.terms import holds
from soco_rules.backends.sql.terms import is_null
from soco_rules.backends.sql.terms import not_
from soco_rules.backends.sql.terms import null
from soco_rules.model.values import Absent

NOT_APPLICABLE = Absent.NOT_APPLICABLE

IN_LOGIC = (Absent.CONTRADICTORY, Absent.CONFLICT, Absent.UNKNOWN, Absent.NO_RULE, Absent.NOT_APPLICABLE)
IN_ARITHMETIC = (Absent.CONTRADICTORY, Absent.NOT_APPLICABLE, Absent.CONFLICT, Absent.UNKNOWN, Absent.NO_RULE)
"""Which absence is the result where several meet: the first of these."""


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is NULL exactly where one of the `absences` holds; these are formulas and exclude each other."""

    value: Term
    absences: Mapping[Absent, Term] = field(default_factory=dict)

    def is_(self, absence: Absent) -> Term:
        """Whether it is absent in this way."""
        return self.absences.get(absence, FALSE)

    @property
    def holds(self) -> Term:
        """Whether it is a known yes."""
        return holds(self.value)

    @property
    def fails(self) -> Term:
        """Whether it is a known no."""
        return fails(self.value)

    @property
    def indefinite(self) -> Term:
        """Whether it is neither known nor not applicable."""
        return any_of(formula for absence, formula in self.absences.items() if absence is not NOT_APPLICABLE)


def absent(absence: Absent, sort: Sort) -> Cell:
    """Absent in every row."""
    return Cell(null(sort), {absence: TRUE})


def met(cells: Iterable[Cell]) -> dict[Absent, list[Term]]:
    """Where each absence stands among some cells."""
    found: dict[Absent, list[Term]] = {}
    for cell in cells:
        for absence, formula in cell.absences.items():
            found.setdefault(absence, []).append(formula)
    return found


def strongest(
    order: Sequence[Absent], found: Mapping[Absent, Iterable[Term]], where: Term
) -> dict[Absent, Term]:
    """Of the absences that are met in the rows `where`, the first in the order; in each of these rows there is one."""
    kinds = [(absence, any_of(found[absence])) for absence in order if absence in found]
    kinds = [(absence, formula) for absence, formula in kinds if formula is not FALSE]
    result: dict[Absent, Term] = {}
    earlier: list[Term] = []
    for place, (absence, formula) in enumerate(kinds):
        rest = [not_(before) for before in earlier]
        own = () if place == len(kinds) - 1 else (formula,)
        result[absence] = all_of((where, *own, *rest))
        earlier.append(formula)
    return {absence: formula for absence, formula in result.items() if formula is not FALSE}


def strict(function: Callable[..., Term], *cells: Cell) -> Cell:
    """A function of known values, NULL where one of them is; an absence among them is the result."""
    value = function(*(cell.value for cell in cells))
    return Cell(value, strongest(IN_ARITHMETIC, met(cells), is_null(value)))


def negation(cell: Cell) -> Cell:
    """Nee of ja, ja of nee, absent stays absent."""
    return Cell(not_(cell.value), cell.absences)


def connective(cells: Sequence[Cell], *, decisive: bool) -> Cell:
    """`en` is decided by one nee, `of` by one ja; else the strongest absence; else the other of the two."""
    join = any_of if decisive else all_of
    value = join(cell.value for cell in cells)
    return Cell(value, strongest(IN_LOGIC, met(cells), is_null(value)))


def is_applicable(cell: Cell) -> Cell:
    """Nee for not applicable, ja for a known value, other absence passes through."""
    lacks = cell.is_(NOT_APPLICABLE)
    absences = {
        absence: formula for absence, formula in cell.absences.items() if absence is not NOT_APPLICABLE
    }
    if not absences:
        return Cell(not_(lacks))
    return Cell(case([(lacks, FALSE), (not_(is_null(cell.value)), TRUE)]), absences)


def chosen(branches: Sequence[tuple[Term, Cell]]) -> Cell:
    """The cell of the one branch that holds; exactly one of these formulas is true in each row."""
    possible = [(when, cell) for when, cell in branches if when is not FALSE]
    found: dict[Absent, list[Term]] = {}
    for when, cell in possible:
        for absence, formula in cell.absences.items():
            found.setdefault(absence, []).append(all_of((when, formula)))
    absences = {absence: any_of(formulas) for absence, formulas in found.items()}
    absences = {absence: formula for absence, formula in absences.items() if formula is not FALSE}
    valued = [(when, cell.value) for when, cell in possible if cell.value.op is not Op.NULL]
    if not valued:
        return Cell(possible[0][1].value, absences)
    if len(valued) == len(possible):
        return Cell(case(valued[:-1], valued[-1][1]), absences)
    return Cell(case(valued), absences)


def first_that_holds(branches: Sequence[tuple[Term, Cell]]) -> Cell:
    """The cell of the first branch that holds; in every row at least one does."""
    found: dict[Absent, list[Term]] = {}
    earlier: list[Term] = []
    for when, cell in branches:
        for absence, formula in cell.absences.items():
            found.setdefault(absence, []).append(all_of((when, formula, *map(not_, earlier))))
        earlier.append(when)
    absences = {absence: any_of(formulas) for absence, formulas in found.items()}
    values = [(when, cell.value) for when, cell in branches]
    return Cell(
        case(values[:-1], values[-1][1]),
        {absence: formula for absence, formula in absences.items() if formula is not FALSE},
    )


def gated(applies: Cell, inside: Cell) -> Cell:
    """Behind `geldt_als`: not applicable on nee, on an absence that absence."""
    sort = inside.value.sort
    closed = [(formula, absent(absence, sort)) for absence, formula in applies.absences.items()]
    return chosen([(applies.holds, inside), (applies.fails, absent(NOT_APPLICABLE, sort)), *closed])


def choice(condition: Cell, then: Cell, otherwise: Cell) -> Cell:
    """`als c dan a anders b`."""
    closed = [(formula, absent(absence, then.value.sort)) for absence, formula in condition.absences.items()]
    return chosen([(condition.holds, then), (condition.fails, otherwise), *closed])


def or_else(cell: Cell, otherwise: Cell) -> Cell:
    """The other where the first is not applicable."""
    lacks = cell.is_(NOT_APPLICABLE)
    rest = {absence: formula for absence, formula in cell.absences.items() if absence is not NOT_APPLICABLE}
    return chosen([(lacks, otherwise), (not_(lacks), Cell(cell.value, rest))])


def sum_applicable(cells: Sequence[Cell]) -> Cell:
    """The sum of those that are applicable, not applicable where none is."""
    nothing = all_of(cell.is_(NOT_APPLICABLE) for cell in cells)
    parts = [case([(cell.is_(NOT_APPLICABLE), ZERO)], cell.value) for cell in cells]
    value = case([(not_(nothing), reduce(add, parts, ZERO))], null(Sort.NUMBER))
    found = {absence: formulas for absence, formulas in met(cells).items() if absence is not NOT_APPLICABLE}
    absences = strongest(IN_LOGIC, found, all_of((is_null(value), not_(nothing))))
    return Cell(value, absences if nothing is FALSE else {**absences, NOT_APPLICABLE: nothing})


def same(one: Cell, other: Cell) -> Term:
    """Whether both are known and equal, or both are not applicable: a formula."""
    both_lack = all_of((one.is_(NOT_APPLICABLE), other.is_(NOT_APPLICABLE)))
    if Op.NULL in {one.value.op, other.value.op}:
        return both_lack
    return any_of((both_lack, holds(equal(one.value, other.value))))
