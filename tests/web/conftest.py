"""Desks to ask pages of: a workspace of their own, a fixed day, and an empty store of dossiers where they have one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.web.app import application
from soco_rules.web.people import Person
from soco_rules.web.settings import Settings
from tests.web.persons import ALONE
from tests.web.persons import ROOT
from tests.web.persons import TODAY
from tests.web.persons import Ask
from tests.web.town import KEYS
from tests.web.town import settings_in
from tests.web.town import town


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store, to copy."""
    path = tmp_path_factory.mktemp("dossiers") / "empty.sqlite"
    migrate(str(path))
    return path


@pytest.fixture
def client() -> Iterator[TestClient]:
    """The shipped agreements, without dossiers."""
    app = application(Settings(ROOT, today=lambda: TODAY), lambda _: ALONE)
    app.state.rooms.built()
    with TestClient(app, "http://127.0.0.1", headers={"Sec-Fetch-Site": "same-origin"}) as client:
        yield client


@pytest.fixture
def workspace_root(tmp_path: Path) -> Path:
    """A copy of the workspace of De Kade and De Sluis, in which a test may write."""
    root = tmp_path / "werkmap"
    shutil.copytree(ROOT / "tests" / "agreements" / "dossiers", root)
    return root


@pytest.fixture
def settings(workspace_root: Path, empty_file: Path, tmp_path: Path) -> Settings:
    """That workspace, with an empty store."""
    address = str(shutil.copy(empty_file, tmp_path / "dossiers.sqlite"))
    return Settings(workspace_root, address, new_ring("test"), today=lambda: TODAY)


@pytest.fixture
def ask(settings: Settings) -> Iterator[Ask]:
    """A desk on `settings`: `ask(CASEWORKER).get("/werklijst")`."""
    with _asking(settings) as ask:
        yield ask


@pytest.fixture(scope="session")
def built_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a town, to copy."""
    folder = tmp_path_factory.mktemp("dorp")
    town(folder)
    return folder


@pytest.fixture
def town_settings(built_town: Path, tmp_path: Path) -> Settings:
    """How a desk is set up with people in its dossiers; see `town`."""
    folder = tmp_path / "dorp"
    shutil.copytree(built_town, folder)
    return settings_in(folder)


@pytest.fixture
def in_town(town_settings: Settings) -> Iterator[Ask]:
    """A desk with people in its dossiers."""
    with _asking(town_settings) as ask:
        yield ask


@pytest.fixture
def built_store(in_town: Ask, tmp_path: Path) -> Store:
    """The store of the desk of `in_town`, to write in beside it."""
    return open_store(str(tmp_path / "dorp" / "dossiers.sqlite"), KEYS)


@contextmanager
def _asking(settings: Settings) -> Iterator[Ask]:
    who = [ALONE]
    app = application(settings, lambda _: who[0])
    app.state.rooms.built()
    with TestClient(app, "http://127.0.0.1", headers={"Sec-Fetch-Site": "same-origin"}) as client:

        def as_person(person: Person) -> TestClient:
            who[0] = person
            return client

        yield as_person
