"""What a person reads on a page, without the tags, and what a form on it carries unseen."""

from __future__ import annotations

import re
from html import unescape

import httpx2

_MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
_PART = re.compile(r"<(?:h\d|p|li|dt|dd|tr|label|option|summary|button|caption)\b", re.IGNORECASE)
_BREAK = re.compile(r"<br>")
_TAG = re.compile(r"<[^>]+>")
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def read(answer: httpx2.Response) -> str:
    """The text of the main part of a page, each run of white space as one space."""
    return _words(_main(answer))


def in_lines(answer: httpx2.Response) -> str:
    """The text of the main part of a page, a line for each part of it: for a snapshot that can be reviewed."""
    flat = " ".join(_main(answer).split())
    cut = _BREAK.sub("\n  ", _PART.sub(lambda found: f"\n{found[0]}", flat))
    told = (_TAG.sub(" ", line) for line in cut.split("\n"))
    indented = ("  " * line.startswith("  ") + _words(line) for line in told)
    return "\n".join(line for line in indented if line.strip())


def region(answer: httpx2.Response, name: str) -> str:
    """The text of the part of a page with this id or, without one, this tag; a line for each line that has any."""
    part = re.search(rf'<(\w+)[^>]*id="{name}"[^>]*>.*?</\1>', answer.text, re.DOTALL) or re.search(
        rf"<{name}\b.*?</{name}>", answer.text, re.DOTALL
    )
    assert part, f"no {name} on this page"
    return "\n".join(filter(None, map(_words, _TAG.sub(" ", part[0]).splitlines())))


def hidden_in(answer: httpx2.Response) -> dict[str, str]:
    """The hidden fields of a page, by name."""
    return {name: unescape(value) for name, value in _HIDDEN.findall(answer.text)}


def _main(answer: httpx2.Response) -> str:
    main = _MAIN.search(answer.text)
    assert main, answer.text
    return main[1]


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())
