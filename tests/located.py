"""A text at a place, for tests of what is read from it."""

from __future__ import annotations

from soco_rules.diagnostics import Span
from soco_rules.parser.located import Located


def located_at(text: str, at: Span) -> Located:
    """A text that stands unbroken on one line, from the first character of `at` on."""
    return Located(text, at.file, ((0, at.line, at.column),))
