"""Recording that somebody reads personal data, before that person reads them."""

from __future__ import annotations

from sqlalchemy import Connection

from soco_rules.dossiers.consulting import consulted
from soco_rules.dossiers.store.append import writing
from soco_rules.dossiers.store.connect import Store
from soco_rules.dossiers.store.connect import reading
from soco_rules.dossiers.store.contents import BOOK
from soco_rules.dossiers.store.contents import data_keys
from soco_rules.dossiers.store.read import book_of
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Draft


def consult(store: Store, agreement: str, by: str, purpose: str, *, dossier: int | None = None) -> None:
    """Record that somebody reads a dossier, or what a whole book says of people (None): once a day for each purpose.

    What is not there, or was erased, is read by nobody, and nothing is recorded of it.

    Raises:
        StoreError: it cannot be recorded, for instance because the store can only be read: then nothing may be shown.
    """
    chosen = () if dossier is None else (dossier,)

    def unrecorded(connection: Connection) -> Draft | None:
        book = book_of(store, connection, agreement, dossiers=chosen, acts=(Act.CONSULTED,))
        known = book if dossier is None else book.dossiers.get(dossier)
        return consulted(known.entries if known else (), by, purpose, store.now(), dossier=dossier)

    with reading(store) as connection:
        is_there = data_keys(connection, store.keys, agreement, {dossier or BOOK})
        if not is_there or unrecorded(connection) is None:
            return
    with writing(store, agreement, by) as ledger:
        if draft := unrecorded(ledger.connection):
            ledger.append((draft,))
