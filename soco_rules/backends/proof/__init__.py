"""The proof backend: a Program as formulas over all cases at once, asked with z3."""

from __future__ import annotations

from importlib.util import find_spec


def available() -> bool:
    """Whether the library that proves is installed: the extra `bewijs`. The modules here cannot be imported without."""
    return find_spec("z3") is not None
