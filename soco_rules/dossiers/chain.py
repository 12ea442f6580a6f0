"""The hash chain of a book: what makes it show that an act was changed, removed, moved or cut off."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import Field

from soco_rules.model.decision import Part

_TEXT = json.JSONEncoder(ensure_ascii=False)


class Clear(NamedTuple):
    """What is stored of an act without encryption: what orders it. `dossier` is 0 for an act about the whole book."""

    agreement: str
    number: int
    dossier: int
    act: str
    subject: str | None
    month: str | None
    at: str
    by: str

    def as_bytes(self) -> bytes:
        """As one unmistakable text: two different acts never give the same."""
        return _TEXT.encode(self).encode()


@dataclass(frozen=True, slots=True)
class Link:
    """One act as it is stored: in clear, what it says encrypted, and the digests that link it."""

    clear: Clear
    content: bytes
    previous: bytes
    digest: bytes

    @property
    def number(self) -> int:
        """Its place in the book, from 1."""
        return self.clear.number


@dataclass(frozen=True, slots=True)
class Head:
    """Where a book stands: the last act, and the last number given to a dossier."""

    agreement: str
    number: int
    digest: bytes
    last_dossier: int
    opened_at: str


class Anchor(Part):
    """Where a book stood at a moment, to keep outside the database: it has nothing secret and nothing personal."""

    agreement: str = Field(alias="overeenkomst")
    number: int = Field(alias="handelingen", ge=0)
    digest: str = Field(alias="kenmerk_van_de_keten", pattern="^[0-9a-f]{64}$")
    at: str = Field(alias="tijd")


def anchor_file(anchors: Iterable[Anchor]) -> str:
    """The text of a file of anchors."""
    content = {"ankers": [each.model_dump(by_alias=True) for each in anchors]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as it was written, told in Dutch; `number` is the act where it shows."""

    number: int
    what: str


def beginning(agreement: str) -> bytes:
    """What stands for the digest of the act before the first."""
    return hashlib.sha256(f"soco dossier 1\n{agreement}".encode()).digest()


def digest(previous: bytes, clear: bytes, content: bytes) -> bytes:
    """The digest of an act: over the digest before it and all that is stored of it."""
    whole = hashlib.sha256(previous)
    whole.update(len(clear).to_bytes(8, "big"))
    whole.update(clear)
    whole.update(content)
    return whole.digest()


def as_text(head: Head) -> bytes:
    """A head as the text that is sealed."""
    parts = [head.agreement, head.number, head.digest.hex(), head.last_dossier, head.opened_at]
    return json.dumps(parts, ensure_ascii=False).encode()


def flaws(links: Iterable[Link], head: Head, anchors: Mapping[int, bytes]) -> Iterator[Flaw]:
    """What is wrong in a chain, act by act in order of number, and then at its head; each flaw is told once.

    `anchors` has the digests that are known from outside, by number.
    """
    number, before = 0, beginning(head.agreement)
    for link in links:
        if anchors.get(link.number, link.digest) != link.digest:
            yield Flaw(link.number, "is niet de handeling van het anker: het boek is tot daar herschreven")
        if link.number != number + 1:
            yield Flaw(link.number, f"volgt op handeling {number}: {_acts(number + 1, link.number - 1)} weg")
        elif link.previous != before:
            yield Flaw(
                link.number, "sluit niet aan op de handeling ervoor: een van beide is vervangen of verplaatst"
            )
        elif link.digest != digest(link.previous, link.clear.as_bytes(), link.content):
            yield Flaw(link.number, "is gewijzigd")
        number, before = link.number, link.digest
    if number < head.number:
        yield Flaw(head.number, f"was de laatste: {_acts(number + 1, head.number)} weg")
    elif number > head.number:
        yield Flaw(
            number, f"is niet de laatste die het boek noemt: {_acts(head.number + 1, number)} toegevoegd"
        )
    elif before != head.digest:
        yield Flaw(number, "is niet de laatste handeling die het boek noemt")
    if (last := max(anchors, default=0)) > max(number, head.number):
        yield Flaw(
            last, f"stond in het boek: {_acts(number + 1, last)} weg; het anker noemt deze als de laatste"
        )


def _acts(first: int, last: int) -> str:
    return f"handeling {first} is" if first == last else f"handelingen {first} tot en met {last} zijn"
