from __future__ import annotations

import pytest
from hypothesis import example
from hypothesis import given
from hypothesis import strategies

from soco_rules.backends.sql.arithmetic import add
from soco_rules.backends.sql.arithmetic import divide
from soco_rules.backends.sql.arithmetic import multiply
from soco_rules.backends.sql.shares import difference
from soco_rules.backends.sql.terms import Sort
from soco_rules.backends.sql.terms import Term
from soco_rules.backends.sql.terms import column
from soco_rules.backends.sql.terms import literal


def number(name: str, low: int | None, high: int | None) -> Term:
    return column(name, Sort.NUMBER, nullable=False, between=(low, high))


REVENUE = number("omzet", 0, 1_000_000)
WAGES = number("loon", 0, 500_000)
ANY = number("saldo", None, None)


def share(percentage: Term | int, amount: Term = REVENUE) -> Term:
    """So many basis points of an amount, a half rounded up."""
    times = literal(percentage) if isinstance(percentage, int) else percentage
    return divide(add(multiply(times, amount), literal(5000)), literal(10_000))


def up_to(percentage: int) -> Term:
    return number(f"tot {percentage}", 0, percentage)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (REVENUE, share(2500)),
        (REVENUE, share(5000)),
        (REVENUE, share(up_to(5000))),
        (REVENUE, add(share(up_to(2500)), share(up_to(2500)))),
        (difference(REVENUE, share(2500)), share(1200)),
        (difference(add(REVENUE, WAGES), share(2500)), share(2500, WAGES)),
        (REVENUE, divide(REVENUE, literal(3))),
        (REVENUE, divide(multiply(REVENUE, literal(9)), literal(10))),
    ],
)
def test_what_is_taken_off_is_no_more_than_the_amount(one: Term, other: Term) -> None:
    assert difference(one, other).low == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (REVENUE, WAGES),
        (REVENUE, share(5001)),
        (REVENUE, add(share(2500), share(2501))),
        (REVENUE, share(2500, WAGES)),
        (REVENUE, share(number("ongebonden", 0, None))),
        (REVENUE, share(number("korting", -100, 100))),
        (REVENUE, share(100, number("tekort", -5, 100))),
        (REVENUE, divide(add(REVENUE, literal(5001)), literal(10_000))),
        (REVENUE, literal(1)),
        (ANY, share(100)),
        (difference(ANY, ANY), share(100)),
    ],
)
def test_a_difference_may_be_negative_where_that_is_not_certain(one: Term, other: Term) -> None:
    low = difference(one, other).low

    assert low is None or low < 0


def test_what_would_take_long_to_find_out_is_not_known() -> None:
    total = REVENUE
    for part in range(60):
        total = add(total, number(f"deel {part}", 0, 10))
    expected = difference(total, share(1)).low

    assert expected == -100


@given(
    one=strategies.integers(0, 10_000),
    other=strategies.integers(0, 10_000),
    revenue=strategies.integers(0, 50) | strategies.integers(0, 1_000_000),
)
@example(one=2500, other=2500, revenue=2)
@example(one=4999, other=1, revenue=1)
def test_a_difference_that_cannot_be_negative_is_not(one: int, other: int, revenue: int) -> None:
    certain = difference(difference(REVENUE, share(one)), share(other)).low == 0
    left = revenue - (one * revenue + 5000) // 10_000 - (other * revenue + 5000) // 10_000

    assert left >= 0 or not certain
