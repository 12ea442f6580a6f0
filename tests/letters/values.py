"""The values that a letter prints."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import lines_of


def values_of(letter: Letter) -> Iterator[Value]:
    """All values in the subject and the body, in reading order."""
    for line in (letter.subject, *(line for block in letter.blocks for line in lines_of(block))):
        yield from (inline for inline in line if isinstance(inline, Value))
