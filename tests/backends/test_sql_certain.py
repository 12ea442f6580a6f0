from __future__ import annotations

from soco_rules.backends.sql.certain import Certainty
from soco_rules.backends.sql.certain import certainty
from soco_rules.backends.sql.terms import FALSE
from soco_rules.backends.sql.terms import TRUE
from soco_rules.backends.sql.terms import Sort
from soco_rules.backends.sql.terms import Term
from soco_rules.backends.sql.terms import all_of
from soco_rules.backends.sql.terms import any_of
from soco_rules.backends.sql.terms import at_most
from soco_rules.backends.sql.terms import column
from soco_rules.backends.sql.terms import holds
from soco_rules.backends.sql.terms import less
from soco_rules.backends.sql.terms import literal
from soco_rules.backends.sql.terms import not_

AGE = column("leeftijd", Sort.NUMBER, nullable=False, between=(0, 120))
ILL = column("ziek", Sort.YES_NO, nullable=False)
MAYBE = column("misschien", Sort.YES_NO, nullable=True)


def below(age: int) -> Term:
    return less(AGE, literal(age))


def from_(age: int) -> Term:
    return at_most(literal(age), AGE)


def found(*formulas: Term) -> Certainty:
    result = certainty(formulas, ())
    assert result is not None
    return result


def test_what_the_formulas_before_it_tell_is_left_out_of_a_formula() -> None:
    bands = (below(27), all_of((from_(27), below(55))), from_(55))

    assert (below(27), below(55), TRUE) == found(*bands).shortened(bands)


def test_what_cannot_be_reached_is_never_so() -> None:
    formulas = (below(55), all_of((below(27), ILL)), from_(55))

    assert (below(55), FALSE, TRUE) == found(*formulas).shortened(formulas)


def test_what_the_formulas_before_it_do_not_tell_stays() -> None:
    formulas = (all_of((ILL, below(27))), all_of((ILL, from_(27))), all_of((not_(ILL), below(55))))

    assert (all_of((ILL, below(27))), ILL, below(55)) == found(*formulas).shortened(formulas)


def test_what_is_unknown_is_neither_yes_nor_no() -> None:
    formulas = (holds(MAYBE), any_of((holds(MAYBE), holds(not_(MAYBE)))), not_(holds(MAYBE)))

    assert (holds(MAYBE), holds(not_(MAYBE)), TRUE) == found(*formulas).shortened(formulas)


def test_what_other_parts_of_a_formula_tell_is_left_out_of_it() -> None:
    formula = all_of((below(27), below(55), any_of((ILL, not_(ILL)))))

    assert below(27) == found(formula).simplified(formula)


def test_formulas_about_something_else_stay_as_they_are() -> None:
    formulas = (ILL, below(27))

    assert formulas == found(ILL).shortened(formulas)
