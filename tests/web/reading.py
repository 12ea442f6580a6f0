"""What a person reads on a page: its text, without the tags."""

from __future__ import annotations

import re
from html import unescape

import httpx2

_MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def read(answer: httpx2.Response) -> str:
    """The text of the main part of a page, each run of white space as one space."""
    main = _MAIN.search(answer.text)
    assert main, answer.text
    return " ".join(unescape(_TAG.sub(" ", main[1])).split())
