"""What somebody sent and may come back to, kept for a while: in memory, and never in an address."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from secrets import token_urlsafe
from threading import Lock
from typing import Generic
from typing import TypeVar

from soco_rules.web.people import Person

MOST = 500
OF_ONE = 10
LONGEST = 3600.0
"""How much is kept in all and of one person, and for how many seconds."""

Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class Held(Generic[Content]):
    """One thing that is kept: whose, of which page, and until when on the clock of `time.monotonic`."""

    owner: str
    path: str
    content: Content
    until: float


@dataclass(frozen=True, slots=True)
class Kept(Generic[Content]):
    """What one desk keeps, forgotten after the newest of each person and of all, after a while, and with the desk."""

    clock: Callable[[], float] = time.monotonic
    known: OrderedDict[str, Held[Content]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def keep(self, person: Person, path: str, content: Content) -> str:
        """Keep something, and give the word by which it is found: that says nothing of what is in it."""
        word, now = token_urlsafe(16), self.clock()
        with self.lock:
            self.known[word] = Held(person.name, path, content, now + LONGEST)
            of_one = [each for each, held in self.known.items() if held.owner == person.name]
            old = [each for each, held in self.known.items() if held.until <= now]
            for each in {*old, *of_one[:-OF_ONE], *list(self.known)[:-MOST]}:
                del self.known[each]
        return word

    def find(self, person: Person, path: str, word: str) -> Content | None:
        """What is kept of this person for this page; None where it is not kept, or not any more."""
        with self.lock:
            held = self.known.get(word)
        if held is None or held.owner != person.name or held.path != path or held.until <= self.clock():
            return None
        return held.content

    def forget(self, person: Person, path: str) -> None:
        """Forget what is kept of this person for a page."""
        with self.lock:
            of_page = [
                each for each, held in self.known.items() if (held.owner, held.path) == (person.name, path)
            ]
            for each in of_page:
                del self.known[each]
