"""What the pages of the documentation hold: blocks, code words, links and tables."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md")))

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


def blocks(page: str, language: str) -> tuple[str, ...]:
    """The fenced blocks of one language, in order."""
    return tuple(text for name, text in _FENCE.findall(page) if name == language)


def code_words(page: str) -> tuple[str, ...]:
    """What stands between single backticks outside the fenced blocks."""
    return tuple(_CODE.findall(_FENCE.sub("", page)))


def links(page: str) -> tuple[str, ...]:
    """Where the links of a page go, without the part after #."""
    return tuple(_LINK.findall(_FENCE.sub("", page)))


def table_under(page: str, line: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the first table at or below a line of text, without its heading."""
    below = page[page.index(line) :].splitlines()
    first = next(number for number, each in enumerate(below) if each.startswith("|---"))
    rows = takewhile(lambda each: each.startswith("|"), below[first + 1 :])
    return tuple(tuple(cell.strip() for cell in row.strip("|").split(" | ")) for row in rows)
