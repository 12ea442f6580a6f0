"""Proofs about an agreement for all cases at once, or the case in which it goes wrong."""

from __future__ import annotations

from importlib.util import find_spec


def available() -> bool:
    """Whether the library that proves is installed: the extra `bewijs`."""
    return find_spec("z3") is not None
