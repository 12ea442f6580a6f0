"""Where in a rule file a cursor stands, while the text around it cannot be read yet: the keys above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field

_LINE = re.compile(r"(?P<space> *)(?P<dashes>(?:- +|-$)*)(?P<rest>.*)")
_KEY = re.compile(r"([\w-]+):(?:\s+|$)(.*)")
_BEGUN = re.compile(r"([\w-]+)\s*:(?:\s|$)")
_BARE = re.compile(r"[\w-]*$")


@dataclass(frozen=True, slots=True)
class Context:
    """The keys that lead to a place, a dash for each list; and whether a key can stand there, else a value."""

    path: tuple[str, ...]
    is_key: bool


@dataclass(slots=True)
class _Open:
    """A brace or a bracket that is not closed yet, and the key in it that was written last."""

    is_map: bool
    key: str = ""
    said: str = ""


@dataclass(slots=True)
class _Outline:
    """The keys above a line, each with its margin."""

    above: list[tuple[int, str]] = field(default_factory=list)

    def take(self, line: str) -> str:
        """Put a line under what is above it; what stands on it behind its dashes is given back."""
        found = _LINE.fullmatch(line)
        assert found is not None
        margin = len(found["space"])
        dashes = found["dashes"].count("-")
        self.above = [one for one in self.above if one[0] < margin or (dashes and one == (margin, "-"))]
        if dashes:
            self.above = [one for one in self.above if one[0] < margin]
            self.above.append((margin, "-"))
        rest = found["rest"]
        if key := _KEY.fullmatch(rest):
            self.above.append((margin + len(found["dashes"]), key[1]))
        return rest

    @property
    def path(self) -> tuple[str, ...]:
        """The keys to what was taken last."""
        return tuple(name for _, name in self.above)


def context_of(before: str) -> Context:
    """Where the cursor stands behind this text."""
    *lines, last = before.split("\n")
    outline = _Outline()
    for line in lines:
        if line.strip() and not line.lstrip().startswith("#"):
            outline.take(line)
    rest = outline.take(last)
    key = _KEY.fullmatch(rest)
    if key is None:
        value = _flow(rest)
        return (
            _within(outline.path, value)
            if value
            else Context(outline.path, is_key=bool(_BARE.fullmatch(rest)))
        )
    opened = _flow(key[2])
    return _within(outline.path, opened) if opened else Context(outline.path, is_key=False)


def _within(path: tuple[str, ...], opened: list[_Open]) -> Context:
    *around, last = opened
    for each in around:
        path += (each.key,) if each.is_map else ("-",)
    if not last.is_map:
        return Context((*path, "-"), is_key=False)
    return Context((*path, last.key), is_key=False) if last.key else Context(path, is_key=True)


def _flow(text: str) -> list[_Open]:
    """The braces and brackets that are open at the end of a value."""
    opened: list[_Open] = []
    quote = ""
    for sign in text:
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "{[":
            opened.append(_Open(sign == "{"))
        elif not opened:
            return []
        elif sign in "}]":
            opened.pop()
        elif sign == ",":
            opened[-1].key = opened[-1].said = ""
        else:
            if sign in "'\"" and not opened[-1].said.strip():
                quote = sign
            opened[-1].said += sign
            if not opened[-1].key and (begun := _BEGUN.fullmatch(opened[-1].said.lstrip())):
                opened[-1].key, opened[-1].said = begun[1], ""
    return opened
