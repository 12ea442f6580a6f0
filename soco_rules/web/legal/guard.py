"""The scenarios about a version that waits to be adopted, as the lawyer sees them: how many hold, and which do not."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from soco_rules.drafting.guarded import Guarded
from soco_rules.drafting.guarded import named
from soco_rules.drafting.guarded import why_red


@dataclass(frozen=True, slots=True)
class Red:
    """A scenario that fails, or a file of which nothing can be performed (`line` is 0 then)."""

    name: str
    why: str
    file: str
    line: int

    @property
    def path(self) -> str:
        """The page on which the scenarios of its file are performed."""
        return f"/toetsen?{urlencode({'scenarios': self.file})}"


@dataclass(frozen=True, slots=True)
class Guard:
    """How many scenarios hold and how many nobody confirmed, and each that is red."""

    green: int
    unconfirmed: int
    red: tuple[Red, ...]


def guard_of(guarded: Guarded) -> Guard:
    """What a page tells of how scenarios fare."""
    failed = tuple(Red(named(each), why_red(each), each.span.file, each.span.line) for each in guarded.red)
    unread = tuple(Red("", "in dit bestand staat een fout", file, 0) for file in guarded.unread)
    return Guard(guarded.green, guarded.unconfirmed, (*failed, *unread))
