"""Reading is recorded before anything is shown: once a day, in each database, and never silently left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event

from soco_rules.dossiers.consulting import HANDLING
from soco_rules.dossiers.consulting import OVERVIEW
from soco_rules.dossiers.keys import renewed
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import StoreError
from soco_rules.dossiers.store import agreements
from soco_rules.dossiers.store import back_up
from soco_rules.dossiers.store import consult
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import restore
from soco_rules.dossiers.store import rotate
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Consulted
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Erased
from soco_rules.model.dossier import Returned
from tests.dossiers.books import BOOK
from tests.dossiers.books import admit
from tests.dossiers.books import append


def read(book: Book) -> list[tuple[int | None, str, object]]:
    """Who read what."""
    every = [*book.entries, *(entry for dossier in book.dossiers.values() for entry in dossier.entries)]
    return [(entry.dossier, entry.by, entry.content) for entry in every if entry.act is Act.CONSULTED]


def test_a_day_of_reading_is_one_act_for_each_person_and_dossier(stores: Store) -> None:
    for name in ("A. Bos", "B. Kok"):
        admit(stores, name)

    for by, dossier in (
        ("lezer", 1),
        ("lezer", 1),
        ("lezer", 2),
        ("ander", 1),
        ("lezer", None),
        ("lezer", None),
    ):
        purpose = OVERVIEW if dossier is None else HANDLING
        consult(stores, BOOK, by, purpose, dossier=dossier)

    handling, overview = Consulted(purpose=HANDLING), Consulted(purpose=OVERVIEW)
    assert [
        (None, "lezer", overview),
        (1, "lezer", handling),
        (1, "ander", handling),
        (2, "lezer", handling),
    ] == read(read_book(stores, BOOK, acts=tuple(Act)))


def test_a_whole_book_comes_without_who_read_it(stores: Store) -> None:
    admit(stores, "A. Bos")
    consult(stores, BOOK, "lezer", HANDLING, dossier=1)
    consult(stores, BOOK, "lezer", OVERVIEW)

    assert ([], 1) == (read(read_book(stores, BOOK)), len(read(read_book(stores, BOOK, dossiers=(1,)))) - 1)


def test_of_what_is_not_there_or_was_erased_nothing_is_recorded(stores: Store) -> None:
    consult(stores, BOOK, "lezer", OVERVIEW)
    assert () == agreements(stores)

    admit(stores, "A. Bos")
    with writing(stores, BOOK, "A. de Vries") as ledger:
        ledger.erase(1)
        ledger.append([Draft(Erased(reason="r", basis="b"), 1)])
    for dossier in (1, 2):
        consult(stores, BOOK, "lezer", HANDLING, dossier=dossier)

    assert [] == read(read_book(stores, BOOK, acts=tuple(Act)))


def test_a_store_that_can_only_be_read_lets_nobody_read(store: Store) -> None:
    admit(store, "A. Bos")
    event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only = ON"))

    with pytest.raises(StoreError) as raised:
        consult(store, BOOK, "lezer", HANDLING, dossier=1)

    assert ["opslag-weigert"] == [found.code for found in raised.value.diagnostics]


def test_acts_of_handing_over_and_reading_survive_a_backup_and_new_keys(
    stores: Store, empty_address: str, tmp_path: Path
) -> None:
    admit(stores, "A. Bos")
    said = (Returned(proposal=3, remark="te hoog"), Assigned(to="B. Kok"), Assigned(to=None))
    append(stores, *(Draft(content, 1) for content in said))
    consult(stores, BOOK, "lezer", HANDLING, dossier=1)

    path, _ = back_up(stores, tmp_path / "reservekopie")
    restore(path, empty_address, stores.keys)
    ring = renewed(stores.keys, "nieuw")
    again = open_store(empty_address, ring)
    rotate(again, BOOK, "A. de Vries")

    assert (*said, Consulted(purpose=HANDLING)) == tuple(
        entry.content for entry in read_book(again, BOOK, dossiers=(1,)).dossiers[1].entries[2:]
    )
    assert () == verify(again, BOOK)
