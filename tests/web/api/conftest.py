"""Machines that ask: on the shipped agreements without dossiers, and on a town with them."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi import Request
from fastapi.testclient import TestClient

from soco_rules.web.app import application
from soco_rules.web.people import Person
from soco_rules.web.settings import Settings
from tests.web.persons import ADVISOR
from tests.web.persons import ALONE
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.persons import ROOT
from tests.web.persons import TODAY

TOKENS = {"alleen": ALONE, "klantmanager": CASEWORKER, "jurist": LAWYER, "beleid": ADVISOR}
"""Who is known by which token."""
GOOD = {"Authorization": "Bearer alleen"}

Machine = Callable[[str], TestClient]
"""A machine with a token, on a town."""


def identify(request: Request) -> Person | None:
    """Who has the token of a request."""
    return TOKENS.get(request.headers.get("Authorization", "").removeprefix("Bearer "))


@pytest.fixture(scope="session")
def app() -> FastAPI:
    """A desk on the shipped agreements, without dossiers."""
    return application(Settings(ROOT, today=lambda: TODAY, contact="beheer@havendorp.example"), identify)


@pytest.fixture(scope="session")
def machine(app: FastAPI) -> Iterator[TestClient]:
    """Somebody whom that desk knows."""
    with TestClient(app, "http://127.0.0.1", headers=GOOD, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def document(machine: TestClient) -> dict[str, Any]:
    """What describes the API."""
    found: dict[str, Any] = machine.get("/v1/openapi.json").json()
    return found


@pytest.fixture
def in_havendorp(town_settings: Settings) -> Iterator[Machine]:
    """Machines at a desk with people in its dossiers."""
    app = application(town_settings, identify)
    app.state.rooms.built()
    with TestClient(app, "http://127.0.0.1", raise_server_exceptions=False) as client:

        def with_token(token: str) -> TestClient:
            client.headers["Authorization"] = f"Bearer {token}"
            return client

        yield with_token
