"""Whether a book still is what was written: by its chain, its seal, its keys and an anchor from outside."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection
from sqlalchemy import Row
from sqlalchemy import select

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.chain import Anchor
from soco_rules.dossiers.chain import Clear
from soco_rules.dossiers.chain import Flaw
from soco_rules.dossiers.chain import Head
from soco_rules.dossiers.chain import Link
from soco_rules.dossiers.chain import as_text
from soco_rules.dossiers.chain import flaws
from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.keys import WrongKeyError
from soco_rules.dossiers.keys import bsn_index
from soco_rules.dossiers.keys import is_sealed
from soco_rules.dossiers.keys import unwrap
from soco_rules.dossiers.store.connect import Store
from soco_rules.dossiers.store.connect import reading
from soco_rules.dossiers.store.contents import BOOK
from soco_rules.dossiers.store.contents import opened
from soco_rules.dossiers.store.contents import owner
from soco_rules.dossiers.store.contents import read_under
from soco_rules.dossiers.store.errors import refusal
from soco_rules.dossiers.store.read import erased_in
from soco_rules.dossiers.store.tables import book
from soco_rules.dossiers.store.tables import data_key
from soco_rules.dossiers.store.tables import entry
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Person

_AT_ONCE = 2000
"""How many acts are read at a time, so that a large book does not have to fit in memory."""


@dataclass(frozen=True, slots=True)
class _Key:
    """The key of a dossier: None where it cannot be opened; with what makes its person findable."""

    opened: bytes | None
    bsn_index: bytes | None


def anchor(store: Store, agreement: str) -> Anchor:
    """Where a book stands now, to keep outside the database.

    Raises:
        StoreError: there is no book of this agreement, or its head is not as it was written.
    """
    with reading(store) as connection:
        head, is_ours = _head(store, connection, agreement)
    if not is_ours:
        raise refusal(
            "boek-beschadigd", store.place, f"Het zegel op het einde van het boek '{agreement}' klopt niet."
        )
    return Anchor(agreement=agreement, number=head.number, digest=head.digest.hex(), at=store.now())


def verify(store: Store, agreement: str, *anchors: Anchor) -> tuple[Diagnostic, ...]:
    """What is wrong with a book: nothing where each act is as it was written, and the last one still is the last.

    Without an anchor it does not show that the whole database was put back to an earlier day.

    Raises:
        StoreError: there is no such book, the keys are not its keys, or the database refuses.
    """
    with reading(store) as connection:
        return verified(store, connection, agreement, anchors)


def verified(
    store: Store, connection: Connection, agreement: str, anchors: Sequence[Anchor]
) -> tuple[Diagnostic, ...]:
    """As `verify`, on a connection."""
    head, is_ours = _head(store, connection, agreement)
    keys = _keys(store.keys, connection, agreement)
    known = {given.number: bytes.fromhex(given.digest) for given in anchors if given.agreement == agreement}
    broken = list(flaws(_links(connection, agreement), head, known))
    if not is_ours:
        broken.append(Flaw(head.number, "is de laatste, maar het zegel op het einde van het boek klopt niet"))
    seen = frozenset(flaw.number for flaw in broken)
    broken += _content_flaws(connection, agreement, keys, seen)
    broken += _key_flaws(head, keys, frozenset(erased_in(connection, agreement)))
    return tuple(_told(store, agreement, flaw) for flaw in sorted(broken, key=lambda each: each.number))


def _head(store: Store, connection: Connection, agreement: str) -> tuple[Head, bool]:
    """The head of a book, and whether it has our seal."""
    row = connection.execute(select(book).where(book.c.agreement == agreement)).one_or_none()
    if row is None:
        raise refusal("onbekend-dossier", store.place, f"Van '{agreement}' is er geen boek.")
    head = Head(agreement, row.head_number, row.head_digest, row.last_dossier, row.opened_at)
    return head, is_sealed(store.keys, row.seal_key, as_text(head), row.head_seal)


def _links(connection: Connection, agreement: str) -> Iterator[Link]:
    query = select(entry).where(entry.c.agreement == agreement).order_by(entry.c.number)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(query):
        yield Link(Clear(*row[:8]), *row[8:])


def _keys(ring: KeyRing, connection: Connection, agreement: str) -> Mapping[int, _Key]:
    """The keys of a book.

    Raises:
        WrongKeyError: that of the book itself is not to be opened: these are the keys of another store.
    """
    rows = connection.execute(select(data_key).where(data_key.c.agreement == agreement)).all()
    keys = {row.dossier: _Key(_unwrapped(ring, row), row.bsn_index) for row in rows}
    if BOOK in keys and keys[BOOK].opened is None:
        raise WrongKeyError
    return keys


def _unwrapped(ring: KeyRing, row: Row[Any]) -> bytes | None:
    try:
        return unwrap(ring, row.kek, row.wrapped, owner(row.agreement, row.dossier))
    except WrongKeyError:
        return None


def _content_flaws(
    connection: Connection, agreement: str, keys: Mapping[int, _Key], seen: frozenset[int]
) -> Iterator[Flaw]:
    """Acts that are as they were written and cannot be read, and persons who are found under another number."""
    book_key = keys[BOOK].opened if BOOK in keys else None
    persons: dict[int, tuple[int, str | None]] = {}
    for link in _links(connection, agreement):
        key = keys.get(read_under(link.clear.act, link.clear.dossier))
        if key is None or key.opened is None or link.number in seen:
            continue  # erased, or told already
        try:
            plain = opened(link.content, key.opened, link.clear.as_bytes())
        except WrongKeyError:
            yield Flaw(
                link.number,
                f"is niet te lezen met de sleutel van dossier {link.clear.dossier}: die is vervangen",
            )
            continue
        if link.clear.act == Act.PERSON:
            persons[link.clear.dossier] = (link.number, Person.model_validate_json(plain).bsn)
    for dossier, (number, bsn) in persons.items():
        if book_key is not None and keys[dossier].bsn_index != (bsn and bsn_index(book_key, bsn)):
            yield Flaw(number, f"noemt een BSN waarop dossier {dossier} niet meer wordt gevonden")


def _key_flaws(head: Head, keys: Mapping[int, _Key], erased: frozenset[int]) -> Iterator[Flaw]:
    """Dossiers that are unreadable without having been erased, or readable although they were."""
    for dossier in range(head.last_dossier + 1):
        key = keys.get(dossier)
        name = f"dossier {dossier}" if dossier else "het boek zelf"
        if key is None and dossier not in erased:
            yield Flaw(0, f"de sleutel van {name} is weg, en het is niet gewist")
        elif key is not None and dossier in erased:
            yield Flaw(0, f"{name} is gewist, en de sleutel is er nog")
        elif key is not None and key.opened is None:
            yield Flaw(0, f"de sleutel van {name} is vervangen of beschadigd")


def _told(store: Store, agreement: str, flaw: Flaw) -> Diagnostic:
    who = f"Handeling {flaw.number} van" if flaw.number else "In"
    sign = "" if flaw.number else ":"
    return finding("boek-beschadigd", Span(store.place), f"{who} '{agreement}'{sign} {flaw.what}.")
