"""A page as a person reads it, a line for each part of it: for a snapshot that can be reviewed."""

from __future__ import annotations

import re
from html import unescape

import httpx2

_MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
_PART = re.compile(r"<(?:h\d|p|li|dt|dd|tr|label|option|summary|button|caption)\b", re.IGNORECASE)
_BREAK = re.compile(r"<br>")
_TAG = re.compile(r"<[^>]+>")


def in_lines(answer: httpx2.Response) -> str:
    """The text of the main part of a page."""
    main = _MAIN.search(answer.text)
    assert main, answer.text
    flat = " ".join(main[1].split())
    cut = _BREAK.sub("\n  ", _PART.sub(lambda found: f"\n{found[0]}", flat))
    told = (unescape(_TAG.sub(" ", line)) for line in cut.split("\n"))
    indented = ("  " * line.startswith("  ") + " ".join(line.split()) for line in told)
    return "\n".join(line for line in indented if line.strip())
