"""A value of the rule language over all cases at once: a formula for what it is, and one for each way to be absent.

What each operation does with each absence stands in docs/betekenis.md; the tests hold this module to the reference.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from typing import Any

import z3

from soco_rules.model.values import Absent

Formula = Any
"""A yes or no of z3, which ships no types."""
Expression = Any
"""A number or a yes or no of z3."""

TRUE: Formula = z3.BoolVal(True)
FALSE: Formula = z3.BoolVal(False)

IN_LOGIC = (Absent.CONTRADICTORY, Absent.CONFLICT, Absent.UNKNOWN, Absent.NO_RULE, Absent.NOT_APPLICABLE)
IN_ARITHMETIC = (Absent.CONTRADICTORY, Absent.NOT_APPLICABLE, Absent.CONFLICT, Absent.UNKNOWN, Absent.NO_RULE)
"""Which absence is the result where several meet: the first of these."""


@dataclass(frozen=True, slots=True)
class Symbolic:
    """A value in every case. `value` is None where no case has one; the formulas of `absences` exclude each other."""

    value: Expression | None
    absences: Mapping[Absent, Formula] = field(default_factory=dict)

    @property
    def known(self) -> Formula:
        """In which cases there is a value."""
        return FALSE if self.value is None else not_(any_of(self.absences.values()))

    @property
    def definite(self) -> Formula:
        """In which cases there is a value, or it is not applicable."""
        return not_(any_of(f for absence, f in self.absences.items() if absence is not Absent.NOT_APPLICABLE))

    def is_(self, absence: Absent) -> Formula:
        """In which cases it is absent in this way."""
        return self.absences.get(absence, FALSE)

    @property
    def holds(self) -> Formula:
        """In which cases it is a known yes."""
        return FALSE if self.value is None else all_of((self.known, self.value))

    @property
    def fails(self) -> Formula:
        """In which cases it is a known no."""
        return FALSE if self.value is None else all_of((self.known, not_(self.value)))


def is_always(formula: Formula) -> bool:
    """Whether the formula is the constant yes: z3 holds each formula once, and to ask it takes ten times as long."""
    return bool(formula.ast.value == TRUE.ast.value)


def is_never(formula: Formula) -> bool:
    """Whether the formula is the constant no."""
    return bool(formula.ast.value == FALSE.ast.value)


def all_of(formulas: Iterable[Formula]) -> Formula:
    """And, without what is certain."""
    kept: list[Formula] = []
    for formula in formulas:
        if is_never(formula):
            return FALSE
        if not is_always(formula):
            kept.append(formula)
    return TRUE if not kept else kept[0] if len(kept) == 1 else z3.And(kept)


def any_of(formulas: Iterable[Formula]) -> Formula:
    """Or, without what is impossible."""
    return not_(all_of(not_(formula) for formula in formulas))


def not_(formula: Formula) -> Formula:
    """Not; twice is nothing."""
    if is_always(formula) or is_never(formula):
        return FALSE if is_always(formula) else TRUE
    return formula.arg(0) if z3.is_not(formula) else z3.Not(formula)


def absent(absence: Absent) -> Symbolic:
    """Absent in every case."""
    return Symbolic(None, {absence: TRUE})


def strongest(order: Sequence[Absent], found: Mapping[Absent, Iterable[Formula]]) -> dict[Absent, Formula]:
    """Of the absences that are met, the first in the order, as formulas that exclude each other."""
    result: dict[Absent, Formula] = {}
    before: list[Formula] = []
    for absence in order:
        met = any_of(found.get(absence, ()))
        if not is_never(met):
            result[absence] = all_of((met, *(not_(earlier) for earlier in before)))
            before.append(met)
    return result


def met(operands: Iterable[Symbolic]) -> dict[Absent, list[Formula]]:
    """In which cases each absence stands among some operands."""
    found: dict[Absent, list[Formula]] = {}
    for operand in operands:
        for absence, formula in operand.absences.items():
            found.setdefault(absence, []).append(formula)
    return found


def strict(function: Callable[..., Expression], *operands: Symbolic) -> Symbolic:
    """A function of known values; an absence among them is the result."""
    values = [operand.value for operand in operands]
    absences = strongest(IN_ARITHMETIC, met(operands))
    return Symbolic(None if None in values else function(*values), absences)


def connective(operands: Sequence[Symbolic], *, decisive: bool) -> Symbolic:
    """`en` is decided by one nee, `of` by one ja; else the strongest absence; else the other of the two."""
    decided = any_of(operand.holds if decisive else operand.fails for operand in operands)
    absences = {
        absence: all_of((not_(decided), formula))
        for absence, formula in strongest(IN_LOGIC, met(operands)).items()
    }
    return Symbolic(decided if decisive else not_(decided), absences)


def chosen(cases: Sequence[tuple[Formula, Symbolic]]) -> Symbolic:
    """The value of the one case that holds; exactly one of the formulas is true."""
    possible = [(when, value) for when, value in cases if not is_never(when)]
    found: dict[Absent, list[Formula]] = {}
    result: Expression | None = None
    for when, value in reversed(possible):
        for absence, formula in value.absences.items():
            found.setdefault(absence, []).append(all_of((when, formula)))
        if value.value is not None:
            result = value.value if result is None else _if(when, value.value, result)
    return Symbolic(result, {absence: any_of(formulas) for absence, formulas in found.items()})


def gated(applies: Symbolic, inside: Symbolic) -> Symbolic:
    """Behind `geldt_als`: not applicable on nee, on an absence that absence."""
    closed = [(formula, absent(absence)) for absence, formula in applies.absences.items()]
    return chosen([(applies.holds, inside), (applies.fails, absent(Absent.NOT_APPLICABLE)), *closed])


def _if(when: Formula, then: Expression, otherwise: Expression) -> Expression:
    if is_always(when) or then.eq(otherwise):
        return then
    return z3.If(when, then, otherwise)


def same(one: Symbolic, other: Symbolic) -> Formula:
    """In which cases both are the same value, or both not applicable."""
    both_absent = all_of((one.is_(Absent.NOT_APPLICABLE), other.is_(Absent.NOT_APPLICABLE)))
    if one.value is None or other.value is None:
        return both_absent
    equal = TRUE if one.value.eq(other.value) else one.value == other.value
    return any_of((both_absent, all_of((one.known, other.known, equal))))


def differs(one: Symbolic, other: Symbolic) -> Formula:
    """In which cases the two are not the same value, nor absent in the same way."""
    alike = (all_of((one.is_(absence), other.is_(absence))) for absence in one.absences)
    return not_(any_of((same(one, other), *alike)))
