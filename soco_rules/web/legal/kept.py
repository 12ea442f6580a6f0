"""What somebody filled in and is about to sign, kept while he reads it over: in memory, and never in an address."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from secrets import token_urlsafe
from threading import Lock
from typing import Annotated

from fastapi import Depends
from fastapi import Request

from soco_rules.web.people import Person

MOST = 500
OF_ONE = 10
LONGEST = 3600.0
"""Forms that are kept in all and of one person, and for how many seconds."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form: whose, for which page, and until when on the clock of `time.monotonic`."""

    owner: str
    path: str
    values: Mapping[str, str]
    until: float


@dataclass(frozen=True, slots=True)
class Kept:
    """The forms of one desk, forgotten after the newest of each person and of all, after a while, and with the desk."""

    clock: Callable[[], float] = time.monotonic
    known: OrderedDict[str, Form] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def keep(self, person: Person, path: str, values: Mapping[str, object]) -> str:
        """Keep a form, and give the word by which it is found: that says nothing of what is in it."""
        texts = {name: value for name, value in values.items() if isinstance(value, str)}
        word, now = token_urlsafe(16), self.clock()
        with self.lock:
            self.known[word] = Form(person.name, path, texts, now + LONGEST)
            of_one = [each for each, form in self.known.items() if form.owner == person.name]
            old = [each for each, form in self.known.items() if form.until <= now]
            for each in {*old, *of_one[:-OF_ONE], *list(self.known)[:-MOST]}:
                del self.known[each]
        return word

    def find(self, person: Person, path: str, word: str) -> Mapping[str, str] | None:
        """The form of this person for this page; None where it is not kept, or not any more."""
        with self.lock:
            form = self.known.get(word)
        if form is None or form.owner != person.name or form.path != path or form.until <= self.clock():
            return None
        return form.values

    def forget(self, person: Person, path: str) -> None:
        """Forget what this person filled in for a page."""
        with self.lock:
            of_page = [
                each for each, form in self.known.items() if (form.owner, form.path) == (person.name, path)
            ]
            for each in of_page:
                del self.known[each]


def kept_of(request: Request) -> Kept:
    """The forms that the desk keeps to which a request is sent."""
    kept: Kept = request.app.state.kept
    return kept


Forms = Annotated[Kept, Depends(kept_of)]
