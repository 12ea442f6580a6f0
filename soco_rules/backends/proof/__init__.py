"""The proof backend: a Program as formulas over all cases at once, asked with z3."""

from __future__ import annotations
