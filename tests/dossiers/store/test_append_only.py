"""The database itself refuses to change what was written, whoever asks."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import guards
from soco_rules.dossiers.store import read_book
from tests.dossiers.books import BOOK
from tests.dossiers.books import admit
from tests.dossiers.books import append
from tests.dossiers.books import fact
from tests.dossiers.databases import on_postgresql
from tests.dossiers.databases import only_postgresql

REFUSED = (
    "UPDATE entry SET content = 'x' WHERE number = 1",
    "UPDATE entry SET by = 'B. Jansen'",
    "UPDATE entry SET number = number + 10",
    "DELETE FROM entry WHERE number = 3",
    "DELETE FROM entry",
    "DELETE FROM book",
    "UPDATE book SET head_number = head_number - 1",
    "UPDATE book SET last_dossier = 0",
    "UPDATE book SET agreement = 'gouda/scope'",
    "INSERT INTO entry SELECT * FROM entry WHERE number = 1",
)
IN_SQLITE = (
    "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE number = 1",
    "REPLACE INTO book SELECT * FROM book",
    "UPDATE OR REPLACE entry SET number = 1 WHERE number = 2",
    """
    INSERT INTO entry
    SELECT agreement, 9, dossier, act, subject, month, at, by, content, previous, digest FROM entry WHERE number = 1
    """,
)
IN_POSTGRESQL = ("TRUNCATE entry", "TRUNCATE book CASCADE")


def _refuses(store: Store, statement: str) -> None:
    admit(store, "B. Jansen")
    append(store, fact("100"))
    before = read_book(store, BOOK)
    with pytest.raises(DBAPIError), store.engine.begin() as connection:
        connection.execute(text(statement))

    assert before == read_book(store, BOOK)


@pytest.mark.parametrize("statement", REFUSED)
def test_no_statement_changes_what_was_written(stores: Store, statement: str) -> None:
    _refuses(stores, statement)


@pytest.mark.parametrize("statement", IN_SQLITE)
def test_sqlite_has_no_way_around_that(store: Store, statement: str) -> None:
    _refuses(store, statement)


@only_postgresql
@on_postgresql
@pytest.mark.parametrize("statement", IN_POSTGRESQL)
def test_postgresql_has_no_way_around_that(stores: Store, statement: str) -> None:
    _refuses(stores, statement)


def test_a_store_as_it_was_made_has_its_guards(stores: Store) -> None:
    assert guards(stores) == ()


def test_a_guard_that_is_gone_is_told(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER entry_stays"))

    assert [f"'{store.place}' mist triggers, of zij staan uit: entry_stays."] == [
        found.message for found in guards(store)
    ]


def test_acts_without_their_book_are_told(store: Store) -> None:
    admit(store, "B. Jansen", "999990019")
    with closing(sqlite3.connect(store.place)) as connection:
        connection.executescript("DROP TRIGGER book_is_kept; DELETE FROM book;")

    assert [
        ("opslag-onbeschermd", f"'{store.place}' mist triggers, of zij staan uit: book_is_kept."),
        ("boek-beschadigd", f"Van '{BOOK}' zijn er handelingen of sleutels, maar het boek is weg."),
    ] == [(found.code, found.message) for found in guards(store)]


@only_postgresql
@on_postgresql
def test_a_guard_that_is_off_is_told(stores: Store) -> None:
    with stores.engine.begin() as connection:
        connection.execute(text("ALTER TABLE book DISABLE TRIGGER USER"))

    assert [("opslag-onbeschermd", True)] == [
        (found.code, found.message.endswith("book_goes_on, book_is_kept, book_stays."))
        for found in guards(stores)
    ]
