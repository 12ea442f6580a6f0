"""A desk with people in it, served on this machine to a real Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi import Request
from playwright.sync_api import Browser
from playwright.sync_api import sync_playwright

from soco_rules.web.app import application
from soco_rules.web.people import DeskRole
from soco_rules.web.people import NotKnownError
from soco_rules.web.people import Person
from tests.web.legal.waterstede import with_waterstede
from tests.web.persons import ADVISOR
from tests.web.persons import ALONE
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.town import town

LEADER = Person("A. de Groot", frozenset({DeskRole.LEGAL}), "teamleider participatie")
"""Who may adopt in Waterstede."""
PERSONS = {person.name: person for person in (ALONE, CASEWORKER, ADVISOR, LAWYER, LEADER)}
HEADER = "X-Naam"
"""With this header a test says who asks; without it that is the one user of a computer."""
NOBODY = "niemand"
"""Who asks under this name is not known to the desk."""
BROKEN = "stuk"
"""Who asks under this name makes the desk go wrong."""


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The desk that is served, to see to it that it is in some state."""
    return new_desk(tmp_path_factory.mktemp("dorp"))


def new_desk(folder: Path) -> FastAPI:
    """A desk with people in it, in a folder."""
    settings = town(folder)
    with_waterstede(settings)
    return application(settings, _who)


@pytest.fixture(scope="session")
def desk(served: FastAPI) -> Iterator[str]:
    """The address of that desk."""
    with at_address(served) as address:
        yield address


@contextmanager
def at_address(app: FastAPI) -> Iterator[str]:
    """The address at which an application is served."""
    with socket.socket() as at:
        at.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        serving = threading.Thread(target=server.run, kwargs={"sockets": [at]})
        serving.start()
        try:
            yield f"http://127.0.0.1:{at.getsockname()[1]}"
        finally:
            server.should_exit = True
            serving.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine."""
    path = os.environ.get("SOCO_TEST_CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("there is no Chromium here")
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def _who(request: Request) -> Person:
    name = request.headers.get(HEADER, ALONE.name)
    if name == NOBODY:
        raise NotKnownError
    return PERSONS[name]
