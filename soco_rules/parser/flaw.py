"""A mistake in an expression, between two offsets in its text."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong between `start` and `end`, and what to write instead."""

    start: int
    end: int
    message: str
    remedy: str


def shown(word: str) -> str:
    """The word as a message quotes it: not longer than fits on a line."""
    return word if len(word) <= LONGEST_SHOWN else f"{word[:LONGEST_SHOWN]}…"
