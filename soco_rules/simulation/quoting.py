"""Names and texts as they stand in a query."""

from __future__ import annotations


def name(text: str) -> str:
    """The name of a table or column."""
    return '"' + text.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text."""
    return "'" + text.replace("'", "''") + "'"
