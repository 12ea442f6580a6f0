"""Another key, and the same books."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soco_rules.dossiers.keys import renewed
from soco_rules.dossiers.keys import without_old
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import StoreError
from soco_rules.dossiers.store import find_by_bsn
from soco_rules.dossiers.store import keys_in_use
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import rotate
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Act
from tests.dossiers.books import BOOK
from tests.dossiers.books import admit
from tests.dossiers.processes import alone
from tests.dossiers.processes import die_at


def test_after_a_change_of_keys_the_new_one_reads_everything_alone(stores: Store, address: str) -> None:
    admit(stores, "B. Jansen", "999990019")
    before = read_book(stores, BOOK).dossiers
    ring = renewed(stores.keys, "nieuw")
    changed = rotate(replace(stores, keys=ring), BOOK, "A. de Vries")
    store = open_store(address, without_old(ring))

    assert (2, before, 1, ()) == (
        changed,
        read_book(store, BOOK).dossiers,
        find_by_bsn(store, BOOK, "999990019"),
        verify(store, BOOK),
    )
    assert [Act.KEYS_CHANGED] == [entry.act for entry in read_book(store, BOOK).entries]
    assert {"nieuw"} == keys_in_use(store)


def test_the_old_key_reads_nothing_more(stores: Store, address: str) -> None:
    admit(stores, "B. Jansen")
    rotate(replace(stores, keys=renewed(stores.keys, "nieuw")), BOOK, "A. de Vries")
    with pytest.raises(StoreError) as raised:
        open_store(address, stores.keys)

    assert ["sleutels-passen-niet"] == [found.code for found in raised.value.diagnostics]


def test_between_two_books_both_keys_are_in_use(stores: Store) -> None:
    ring = renewed(stores.keys, "nieuw")
    for agreement in (BOOK, "gouda/scope"):
        with writing(stores, agreement, "A. de Vries") as ledger:
            ledger.open_dossier()
    rotate(replace(stores, keys=ring), BOOK, "A. de Vries")

    assert {"test", "nieuw"} == keys_in_use(stores)


def test_a_second_time_there_is_nothing_to_do(stores: Store) -> None:
    admit(stores, "B. Jansen")
    store = replace(stores, keys=renewed(stores.keys, "nieuw"))

    assert [2, 0] == [rotate(store, BOOK, "A. de Vries") for _ in range(2)]
    assert [3] == [entry.number for entry in read_book(store, BOOK).entries]


def test_a_file_is_recognised_after_a_change_of_keys(stores: Store) -> None:
    store = replace(stores, keys=renewed(stores.keys, "nieuw"))
    digests = []
    for use in (stores, store):
        with writing(use, BOOK, "A. de Vries") as ledger:
            digests.append(ledger.file_digest(b"lidnummer;omzet"))
        if use is stores:
            rotate(store, BOOK, "A. de Vries")

    assert digests[0] == digests[1]


def test_who_dies_while_changing_keys_leaves_everything_readable(stores: Store, address: str) -> None:
    admit(stores, "B. Jansen", "999990019")
    before = read_book(stores, BOOK).dossiers
    store = replace(stores, keys=renewed(stores.keys, "nieuw"))
    endings = []
    for moment in range(100):

        def work(moment: int = moment) -> None:
            die_at(store.engine, moment)
            rotate(store, BOOK, "A. de Vries")

        endings.append(alone(work))
        again = open_store(address, store.keys)
        assert (before, ()) == (read_book(again, BOOK).dossiers, verify(again, BOOK))
        if endings[-1] == 0:
            break

    assert (0, True, frozenset({"nieuw"})) == (endings[-1], len(endings) > 10, keys_in_use(stores))
