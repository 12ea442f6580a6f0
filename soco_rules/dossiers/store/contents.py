"""What an act says, to and from the encrypted bytes that are stored."""

from __future__ import annotations

import zlib
from collections.abc import Collection
from collections.abc import Mapping

from sqlalchemy import Connection
from sqlalchemy import select

from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.keys import decrypt
from soco_rules.dossiers.keys import encrypt
from soco_rules.dossiers.keys import unwrap
from soco_rules.dossiers.store.tables import data_key
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Content

BOOK = 0
"""The dossier number of acts about the whole book."""

MANY = 500
"""From so many dossiers on, reading all of a book is faster than asking for each."""


def owner(agreement: str, dossier: int) -> bytes:
    """Whose a data key is: wrapped for one dossier, it opens no other."""
    return f"{agreement}\n{dossier}".encode()


def read_under(act: str, dossier: int) -> int:
    """The dossier whose key an act is under; that a dossier was erased must stay readable, so that is the book's."""
    return BOOK if act == Act.ERASED else dossier


def encoded(content: Content, key: bytes, clear: bytes) -> bytes:
    """The bytes of an act, bound to what is stored in clear of it."""
    return encrypt(key, zlib.compress(content.model_dump_json(by_alias=True).encode(), 1), clear)


def opened(stored: bytes, key: bytes, clear: bytes) -> bytes:
    """The JSON of an act.

    Raises:
        WrongKeyError: another key, or an act that was changed.
    """
    return zlib.decompress(decrypt(key, stored, clear))


def data_keys(
    connection: Connection, ring: KeyRing, agreement: str, dossiers: Collection[int] | None = None
) -> Mapping[int, bytes]:
    """The keys of some dossiers of a book (default: all), with those that were erased left out.

    Raises:
        WrongKeyError: they are not to be opened with these keys.
    """
    query = select(data_key.c.dossier, data_key.c.kek, data_key.c.wrapped).where(
        data_key.c.agreement == agreement
    )
    if dossiers is not None and len(dossiers) < MANY:
        query = query.where(data_key.c.dossier.in_(dossiers))
    return {
        row.dossier: unwrap(ring, row.kek, row.wrapped, owner(agreement, row.dossier))
        for row in connection.execute(query)
        if dossiers is None or row.dossier in dossiers
    }
