"""The eleven-test."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies

from soco_rules.dossiers.bsn import is_bsn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("999990019", True),
        ("999990007", True),
        ("010000008", True),
        ("999990018", False),
        ("000000000", False),
        ("99999001", False),
        ("9999900190", False),
        ("99999001a", False),
        ("٩٩٩٩٩٠٠١٩", False),
        ("", False),
    ],
)
def test_a_bsn_passes_the_eleven_test(text: str, expected: bool) -> None:
    assert expected == is_bsn(text)


def _complete(first: int) -> str:
    """Eight digits with the last one that fits, ten where none does."""
    digits = f"{first:08d}"
    last = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
    return f"{digits}{last}"


numbers = strategies.integers(1, 99_999_999).map(_complete).filter(lambda text: len(text) == 9)


@given(
    numbers,
    strategies.integers(0, 8),
    strategies.integers(1, 9),
)
def test_one_wrong_digit_is_always_seen(bsn: str, place: int, more: int) -> None:
    wrong = bsn[:place] + str((int(bsn[place]) + more) % 10) + bsn[place + 1 :]

    assert not is_bsn(wrong)


@given(numbers, strategies.integers(0, 7))
def test_two_neighbours_that_changed_places_are_always_seen(bsn: str, place: int) -> None:
    swapped = bsn[:place] + bsn[place + 1] + bsn[place] + bsn[place + 2 :]

    assert swapped == bsn or not is_bsn(swapped)
