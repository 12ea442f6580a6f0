"""A desk of lawyers, in a town with Waterstede beside it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from soco_rules.web.app import application
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.settings import Settings
from tests.web.legal.waterstede import with_waterstede
from tests.web.town import settings_in
from tests.web.town import town

BOSS = Person("A. de Groot", frozenset({DeskRole.LEGAL}), "teamleider participatie")
"""Who has the mandate of Waterstede."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A desk of which a test chooses who sits at it."""

    settings: Settings
    client: TestClient
    at_it: list[Person]

    def of(self, person: Person) -> TestClient:
        """The desk, asked by this person."""
        self.at_it[0] = person
        return self.client


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the town, to copy."""
    folder = tmp_path_factory.mktemp("waterstede")
    with_waterstede(town(folder))
    return folder


@pytest.fixture
def seat(built: Path, tmp_path: Path) -> Iterator[Seat]:
    """A desk of one's own on a copy of the town."""
    folder = tmp_path / "dorp"
    shutil.copytree(built, folder)
    settings, at_it = settings_in(folder), [BOSS]
    app = application(settings, lambda _: at_it[0])
    headers = {"Sec-Fetch-Site": "same-origin"}
    with TestClient(app, "http://127.0.0.1", headers=headers, follow_redirects=False) as client:
        yield Seat(settings, client, at_it)
