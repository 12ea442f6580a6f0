"""A caseworker who walks through a conversation as a browser does: each answer goes with what its page says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import httpx2
import pytest
from fastapi.testclient import TestClient

from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import open_store
from soco_rules.web.app import application
from soco_rules.web.settings import Settings
from tests.web.persons import CASEWORKER
from tests.web.persons import ROOT
from tests.web.persons import Ask
from tests.web.reading import hidden_in

KADE = "/dossiers/havendorp/de-kade"


@dataclass(slots=True)
class Conversation:
    """A conversation about one besluit, and the page that it is on."""

    client: TestClient
    path: str
    page: httpx2.Response

    def answer(self, text: str, **more: str) -> httpx2.Response:
        """Answer the question on the page."""
        return self._send({"antwoord": text, "doe": "antwoord", **more})

    def skip(self) -> httpx2.Response:
        """Say that nobody knows."""
        return self._send({"doe": "weet_niet"})

    def propose(self) -> httpx2.Response:
        """Keep the proposal."""
        return self.client.post(f"{self.path}/voorstel", data=hidden_in(self.page))

    def _send(self, filled: dict[str, str]) -> httpx2.Response:
        self.page = self.client.post(f"{self.path}/antwoord", data={**hidden_in(self.page), **filled})
        return self.page


def converse(client: TestClient, path: str, query: str = "") -> Conversation:
    """Begin a conversation."""
    return Conversation(client, path, client.get(f"{path}{query}"))


@pytest.fixture
def candidate(ask: Ask) -> TestClient:
    """A desk with one candidate of De Kade of whom nothing is known yet."""
    client = ask(CASEWORKER)
    person = {"overeenkomst": "havendorp/de-kade", "naam": "mevrouw S. Willems", "lidnummer": "K-1"}
    assert 200 == client.post("/dossiers/nieuw", data=person).status_code
    return client


@pytest.fixture
def in_delft(settings: Settings) -> Iterator[TestClient]:
    """A desk on the shipped agreements, with one candidate of Scope."""
    shipped = Settings(ROOT, settings.dossiers, settings.keys, settings.today)
    with TestClient(
        application(shipped, lambda _: CASEWORKER),
        "http://127.0.0.1",
        headers={"Sec-Fetch-Site": "same-origin"},
    ) as client:
        person = {"overeenkomst": "delft/scope", "naam": "de heer B. Bos", "adres": "Markt 1\n2611 GP Delft"}
        assert 200 == client.post("/dossiers/nieuw", data=person).status_code
        yield client


@pytest.fixture
def settings_store(settings: Settings) -> Store:
    """The store of `settings`, to write in beside the desk."""
    assert settings.dossiers is not None
    assert settings.keys is not None
    return open_store(settings.dossiers, settings.keys)
