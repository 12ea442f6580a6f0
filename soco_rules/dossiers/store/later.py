"""Acts as they come from the store: what an act says is read from its JSON when somebody asks, and not kept.

A decision takes a hundred kilobytes in memory, and most of those in a book are never looked at.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from dataclasses import fields
from typing import Any
from weakref import ReferenceType
from weakref import ref

from pydantic import ValidationError

from soco_rules.dossiers.store.errors import StoreError
from soco_rules.dossiers.store.errors import refusal
from soco_rules.model.dossier import CONTENT
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Content
from soco_rules.model.dossier import Entry

_HELD: Any = Entry.__dict__["content"]
"""Where an `Entry` holds its content: here that may be a `Later`."""


@dataclass(slots=True)
class Later:
    """What an act says, packed; `read` unpacks it again when nobody holds it any more."""

    act: Act
    packed: bytes
    place: str
    name: str
    known: ReferenceType[Content] | None = None

    def read(self) -> Content:
        """The content.

        Raises:
            StoreError: this software does not know an act of this shape.
        """
        found = None if self.known is None else self.known()
        if found is None:
            try:
                found = CONTENT[self.act].model_validate_json(zlib.decompress(self.packed))
            except ValidationError:  # never with what pydantic tells: that quotes the content
                raise unknown_shape(self.place, self.name) from None
            self.known = ref(found)
        return found


class StoredEntry(Entry):
    """An act of the store: an `Entry` in everything."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entry) and all(
            getattr(self, field.name) == getattr(other, field.name) for field in fields(Entry)
        )

    __hash__ = Entry.__hash__

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
