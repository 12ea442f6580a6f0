"""The citizen service number (*burgerservicenummer*): nine digits that pass the eleven-test."""

from __future__ import annotations

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def is_bsn(text: str) -> bool:
    """Whether a text can be a BSN; that somebody has it is not known here."""
    if not (len(text) == len(_WEIGHTS) and text.isascii() and text.isdigit()) or not text.strip("0"):
        return False
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text, strict=True)) % 11 == 0
