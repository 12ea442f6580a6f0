"""Dossiers that cannot be reached: what somebody at the desk reads, and what who runs it finds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from soco_rules.web.access.ways import ClaimNames
from soco_rules.web.access.ways import Oidc
from soco_rules.web.access.ways import SessionRules
from soco_rules.web.app import application
from soco_rules.web.log import Lines
from soco_rules.web.settings import Settings
from tests.web.persons import CASEWORKER
from tests.web.reading import read


def test_a_caseworker_reads_what_to_do_and_beheer_finds_why(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    assert settings.dossiers
    oidc = Oidc("https://aanmelden.example", "soco", ClaimNames(), SessionRules((b"k" * 32,), settings.root))
    app = application(
        replace(settings, access=oidc, origin="http://127.0.0.1"), identify=lambda _: CASEWORKER
    )
    app.state.rooms.built()
    Path(settings.dossiers).unlink()
    with caplog.at_level("INFO", "soco.web"):
        away = TestClient(app, "http://127.0.0.1").get("/dossiers/havendorp/de-kade")
    mark = away.headers["X-Request-ID"]
    lines = [json.loads(Lines().format(record)) for record in caplog.records]

    assert 503 == away.status_code
    assert (
        "De dossiers zijn nu niet te bereiken "
        "Probeer het over een minuut opnieuw, en kijk dan eerst of wat u net invulde er al staat. "
        "Blijft het misgaan, meld dan aan de beheerder het kenmerk hieronder. "
        f"Kenmerk: {mark} Naar de eerste bladzijde"
    ) == " ".join(read(away).split())
    assert [("opslag", mark, "klantmanager"), ("verzoek", mark, "klantmanager")] == [
        (line["wat"], line["verzoek"], line["rol"]) for line in lines
    ]
    assert settings.dossiers in lines[0]["waarom"]
