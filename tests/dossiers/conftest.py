"""Empty stores: one in SQLite, and one in each database there is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from tests.dossiers.databases import DATABASES
from tests.dossiers.databases import new_database


@pytest.fixture
def keys() -> KeyRing:
    return new_ring("test")


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store, to copy."""
    path = tmp_path_factory.mktemp("dossiers") / "empty.sqlite"
    migrate(str(path))
    return path


@pytest.fixture(scope="session")
def empty_database() -> Iterator[str]:
    """The same, in PostgreSQL."""
    with new_database() as address:
        migrate(address)
        yield address


@pytest.fixture
def store(tmp_path: Path, empty_file: Path, keys: KeyRing) -> Store:
    return open_store(str(shutil.copy(empty_file, tmp_path / "dossiers.sqlite")), keys)


@pytest.fixture(params=DATABASES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Of an empty store, in each database."""
    if request.param == "sqlite":
        yield str(shutil.copy(request.getfixturevalue("empty_file"), tmp_path / "dossiers.sqlite"))
    else:
        with new_database(copy_of=request.getfixturevalue("empty_database")) as address:
            yield address


@pytest.fixture(params=DATABASES)
def empty_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where nothing is yet, in each database."""
    if request.param == "sqlite":
        yield str(tmp_path / "leeg.sqlite")
    else:
        with new_database() as address:
            yield address


@pytest.fixture
def stores(address: str, keys: KeyRing) -> Store:
    """The same test runs on each database."""
    return open_store(address, keys)
