"""Another key for a book: its data keys wrapped anew and its head sealed anew, while its acts stay as they are."""

from __future__ import annotations

from sqlalchemy import bindparam
from sqlalchemy import select
from sqlalchemy import update

from soco_rules.dossiers.keys import unwrap
from soco_rules.dossiers.keys import wrap
from soco_rules.dossiers.store.append import writing
from soco_rules.dossiers.store.connect import Store
from soco_rules.dossiers.store.connect import reading
from soco_rules.dossiers.store.contents import owner
from soco_rules.dossiers.store.tables import book
from soco_rules.dossiers.store.tables import data_key
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import KeysChanged


def rotate(store: Store, agreement: str, by: str) -> int:
    """Put a book under the current key of the store, and say how many data keys changed; none changed, nothing done.

    Raises:
        StoreError: a data key that none of the keys opens, or the database refuses.
    """
    current = store.keys.current
    with writing(store, agreement, by) as ledger:
        here = data_key.c.agreement == agreement
        rows = ledger.connection.execute(select(data_key).where(here, data_key.c.kek != current)).all()
        if not rows:
            return 0
        changed = [
            {
                "of": row.dossier,
                "again": wrap(store.keys, unwrap(store.keys, row.kek, row.wrapped, whose), whose),
            }
            for row in rows
            for whose in (owner(agreement, row.dossier),)
        ]
        ledger.connection.execute(
            update(data_key)
            .where(here, data_key.c.dossier == bindparam("of"))
            .values(wrapped=bindparam("again"), kek=current),
            changed,
        )
        ledger.append([Draft(KeysChanged(key=current))])
    return len(changed)


def keys_in_use(store: Store) -> frozenset[str]:
    """The keys of the key file without which something in this store cannot be read or verified.

    Raises:
        StoreError: the database refuses.
    """
    with reading(store) as connection:
        wrapping = connection.scalars(select(data_key.c.kek).distinct()).all()
        sealing = connection.scalars(select(book.c.seal_key).distinct()).all()
    return frozenset((*wrapping, *sealing))
