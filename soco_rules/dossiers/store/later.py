"""Acts as they come from the store: what an act says is read from its JSON when somebody asks.

A decision takes a hundred kilobytes in memory, and most of those in a book are never looked at. Only of the last acts
that were looked at it is kept what they say, and of each adoption that was looked at what it says in short.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields
from functools import lru_cache
from typing import Any
from typing import TypeVar

from pydantic import ValidationError

from soco_rules.dossiers.store.errors import StoreError
from soco_rules.dossiers.store.errors import refusal
from soco_rules.model.decision import Part
from soco_rules.model.dossier import CONTENT
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import AdoptedInShort
from soco_rules.model.dossier import AdoptedValues
from soco_rules.model.dossier import Content
from soco_rules.model.dossier import Entry

Kind = TypeVar("Kind", bound=Part)

_HELD: Any = Entry.__dict__["content"]
"""Where an `Entry` holds its content: here that may be a `Later`."""


@dataclass(slots=True)
class Later:
    """What an act says, packed; `short` is kept once it was asked."""

    act: Act
    packed: bytes
    place: str
    name: str
    short: AdoptedInShort | None = None

    def read(self) -> Content:
        """The content.

        Raises:
            StoreError: this software does not know an act of this shape.
        """
        return self._as(CONTENT[self.act])

    def in_short(self) -> AdoptedInShort:
        """An adoption without its decision and values.

        Raises:
            StoreError: as `read`.
        """
        if self.short is None:
            self.short = self._as(AdoptedInShort)
        return self.short

    def values(self) -> Mapping[str, str | None]:
        """The values of an adoption.

        Raises:
            StoreError: as `read`.
        """
        return self._as(AdoptedValues).values

    def _as(self, kind: type[Kind]) -> Kind:
        try:
            found: Kind = _unpacked(kind, self.packed)
        except ValidationError:  # never with what pydantic tells: that quotes the content
            raise unknown_shape(self.place, self.name) from None
        return found


@lru_cache(maxsize=512)  # some years of one dossier; a decision is a tenth of a megabyte
def _unpacked(kind: type[Kind], packed: bytes) -> Kind:
    return kind.model_validate_json(zlib.decompress(packed))


class StoredEntry(Entry):
    """An act of the store: an `Entry` in everything."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entry) and all(
            getattr(self, field.name) == getattr(other, field.name) for field in fields(Entry)
        )

    __hash__ = Entry.__hash__

    @property
    def adopted_in_short(self) -> AdoptedInShort | None:
        """Read without the decision."""
        held: Content | Later | None = _HELD.__get__(self)
        if isinstance(held, Later):
            return held.in_short() if self.act is Act.ADOPTION else None
        return super().adopted_in_short

    @property
    def adopted_values(self) -> Mapping[str, str | None]:
        """Read without the decision."""
        held: Content | Later | None = _HELD.__get__(self)
        if isinstance(held, Later):
            return held.values() if self.act is Act.ADOPTION else {}
        return super().adopted_values

    def _content(self) -> Content | None:
        held: Content | Later | None = _HELD.__get__(self)
        return held.read() if isinstance(held, Later) else held

    def _hold(self, content: Content | Later | None) -> None:
        _HELD.__set__(self, content)

    content = property(_content, _hold)  # set by `__init__` only: the class is frozen


def unknown_shape(place: str, name: str) -> StoreError:
    """An act that newer software wrote."""
    return refusal(
        "opslag-nieuwer", place, f"{name} is van een soort die deze versie van soco_rules niet kent."
    )
