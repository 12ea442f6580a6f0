"""Making a store, and bringing an older one to this version."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy import text

from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.store import REVISIONS
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import StoreError
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store.connect import connect
from soco_rules.dossiers.store.migrate import configured
from soco_rules.dossiers.store.tables import metadata
from tests.dossiers.books import BOOK
from tests.dossiers.books import admit


def _at(address: str, revision: str) -> None:
    engine, _ = connect(address)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": revision})


def _codes(address: str, keys: KeyRing) -> list[str]:
    with pytest.raises(StoreError) as raised:
        open_store(address, keys)
    return [found.code for found in raised.value.diagnostics]


def test_the_revisions_are_those_of_the_scripts() -> None:
    with create_engine("sqlite://").connect() as connection:
        scripts = ScriptDirectory.from_config(configured(connection)).walk_revisions()

    assert REVISIONS == tuple(reversed([script.revision for script in scripts]))


def test_the_tables_are_what_the_revisions_make(stores: Store) -> None:
    with stores.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_new_store_is_made_and_then_is_up_to_date(empty_address: str) -> None:
    assert [None, REVISIONS[-1]] == [migrate(empty_address), migrate(empty_address)]


def test_a_store_of_the_first_revision_is_brought_up_with_all_that_is_in_it(
    empty_address: str, keys: KeyRing
) -> None:
    migrate(empty_address, to=REVISIONS[0])
    engine, place = connect(empty_address)
    old = Store(engine, place, keys, lambda: "2026-11-21T09:00:00.000000Z")
    admit(old, "B. Jansen", "999990019")
    before = read_book(old, BOOK)
    refused = _codes(empty_address, keys)
    was = migrate(empty_address)
    new = open_store(empty_address, keys)

    assert (["opslag-oud"], REVISIONS[0], before, ()) == (
        refused,
        was,
        read_book(new, BOOK),
        verify(new, BOOK),
    )


def test_a_newer_store_is_left_alone(address: str, keys: KeyRing) -> None:
    _at(address, "9999")
    with pytest.raises(StoreError) as raised:
        migrate(address)

    assert ["opslag-nieuwer"] == [found.code for found in raised.value.diagnostics]
    assert ["opslag-nieuwer"] == _codes(address, keys)


def test_nobody_else_reads_the_file(tmp_path: Path) -> None:
    path = tmp_path / "dossiers.sqlite"
    migrate(str(path))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_upgrade_that_fails_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "dossiers.sqlite"
    with pytest.raises(Exception, match="no-such-revision"):
        migrate(str(path), to="no-such-revision")

    assert not path.exists()


def test_a_database_without_our_tables_is_no_store(empty_address: str, keys: KeyRing) -> None:
    if "://" not in empty_address:
        Path(empty_address).touch()

    assert ["opslag-ontbreekt"] == _codes(empty_address, keys)
