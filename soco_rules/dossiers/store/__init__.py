"""The store of dossiers: an append-only table of encrypted acts a book, on SQLite or PostgreSQL."""

from __future__ import annotations

from soco_rules.dossiers.store.append import Ledger
from soco_rules.dossiers.store.append import writing
from soco_rules.dossiers.store.backup import back_up
from soco_rules.dossiers.store.backup import restore
from soco_rules.dossiers.store.connect import Store
from soco_rules.dossiers.store.connect import open_store
from soco_rules.dossiers.store.connect import shown
from soco_rules.dossiers.store.connect import utc_now
from soco_rules.dossiers.store.consult import consult
from soco_rules.dossiers.store.errors import StoreError
from soco_rules.dossiers.store.guards import guards
from soco_rules.dossiers.store.migrate import migrate
from soco_rules.dossiers.store.read import agreements
from soco_rules.dossiers.store.read import find_by_bsn
from soco_rules.dossiers.store.read import read_book
from soco_rules.dossiers.store.read import read_dossier
from soco_rules.dossiers.store.rotate import keys_in_use
from soco_rules.dossiers.store.rotate import rotate
from soco_rules.dossiers.store.tables import REVISIONS
from soco_rules.dossiers.store.verify import anchor
from soco_rules.dossiers.store.verify import verify
from soco_rules.dossiers.store.view import Mark
from soco_rules.dossiers.store.view import View
from soco_rules.dossiers.store.view import viewing

__all__ = [
    "REVISIONS",
    "Ledger",
    "Mark",
    "Store",
    "StoreError",
    "View",
    "agreements",
    "anchor",
    "back_up",
    "consult",
    "find_by_bsn",
    "guards",
    "keys_in_use",
    "migrate",
    "open_store",
    "read_book",
    "read_dossier",
    "restore",
    "rotate",
    "shown",
    "utc_now",
    "verify",
    "viewing",
    "writing",
]
