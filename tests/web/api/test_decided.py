"""The letter of a stored decision, and taking it again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from soco_rules.cli.main import soco
from soco_rules.web.api.examples import A_CASE
from soco_rules.web.app import application
from soco_rules.web.settings import Settings
from tests import adopted
from tests.web.api.conftest import GOOD
from tests.web.api.conftest import identify
from tests.web.persons import ROOT
from tests.web.persons import TODAY

CASEWORKER_TOKEN = {"Authorization": "Bearer klantmanager"}


@pytest.fixture(scope="module")
def proposal(machine: TestClient) -> dict[str, Any]:
    """A proposal as it was given."""
    found: dict[str, Any] = machine.post("/v1/besluiten", json=A_CASE).json()["besluit"]
    return found


@pytest.fixture
def waterstede() -> TestClient:
    """A desk where an agreement was adopted."""
    app = application(Settings(adopted.ROOT, today=lambda: TODAY), identify)
    return TestClient(app, "http://127.0.0.1", headers=GOOD)


@pytest.mark.parametrize("suffix", [".html", ".md", ".pdf", ".docx"])
def test_the_letter_is_that_of_the_command(
    suffix: str,
    proposal: dict[str, Any],
    machine: TestClient,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    stored, target = tmp_path / "besluit.json", tmp_path / f"brief{suffix}"
    stored.write_text(json.dumps(proposal), "utf-8")
    CliRunner().invoke(soco, ["brief", str(stored), "--uit", str(target), "--bijlage"])
    kinds = {
        ".html": "text/html",
        ".md": "text/markdown",
        ".pdf": "application/pdf",
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }

    answer = machine.post(
        "/v1/brieven", json={"voorstel": proposal, "bijlage": True}, headers={"Accept": kinds[suffix]}
    )

    assert ("ja", target.read_bytes()) == (answer.headers["Soco-Concept"], answer.content)


def test_the_letter_of_a_good_adoption_is_final(waterstede: TestClient) -> None:
    stored = adopted.adopted(adopted.proposal(), adopted.says()).model_dump(mode="json", by_alias=True)

    answer = waterstede.post("/v1/brieven", json={"vaststelling": stored})

    assert (200, "nee", False) == (
        answer.status_code,
        answer.headers["Soco-Concept"],
        "Concept: dit is nog geen besluit" in answer.text,
    )


def test_who_is_no_lawyer_gets_a_concept_of_an_adoption_too(waterstede: TestClient) -> None:
    stored = adopted.adopted(adopted.proposal(), adopted.says()).model_dump(mode="json", by_alias=True)

    answer = waterstede.post("/v1/brieven", json={"vaststelling": stored}, headers=CASEWORKER_TOKEN)

    assert ("ja", True) == (
        answer.headers["Soco-Concept"],
        "Alleen een jurist krijgt hier een definitieve brief." in answer.text,
    )


def test_an_adoption_that_was_tampered_with_stays_a_concept(waterstede: TestClient) -> None:
    stored = adopted.adopted(adopted.proposal(), adopted.says()).model_dump(mode="json", by_alias=True) | {
        "door": "Iemand Anders"
    }

    answer = waterstede.post("/v1/brieven", json={"vaststelling": stored | {"functie": "conciërge"}})

    assert ("ja", True) == (answer.headers["Soco-Concept"], "De vaststelling klopt niet" in answer.text)


def test_a_proposal_without_outcome_has_no_letter(proposal: dict[str, Any], machine: TestClient) -> None:
    stored = proposal | {"status": "regels_strijdig", "uitkomst": None}

    answer = machine.post("/v1/brieven", json={"voorstel": stored})

    assert (422, ["niets-te-besluiten"]) == (
        answer.status_code,
        [found["code"] for found in answer.json()["meldingen"]],
    )


def test_a_decision_taken_again_is_the_same(proposal: dict[str, Any], machine: TestClient) -> None:
    told = machine.post("/v1/herhalingen", json={"voorstel": proposal}).json()

    assert (True, [], proposal) == (told["gelijk"], told["verschillen"], told["besluit"])


def test_what_is_told_in_other_words_only_is_the_same_decision(
    proposal: dict[str, Any], machine: TestClient
) -> None:
    other = dict.fromkeys(proposal["omschrijvingen"], "met andere woorden")

    told = machine.post("/v1/herhalingen", json={"voorstel": proposal | {"omschrijvingen": other}}).json()

    assert (True, "anders_verteld", len(other)) == (told["gelijk"], told["oordeel"], len(told["verschillen"]))


def test_another_outcome_is_a_difference(proposal: dict[str, Any], machine: TestClient) -> None:
    told = machine.post("/v1/herhalingen", json={"voorstel": proposal | {"uitkomst": "afgewezen"}}).json()

    assert [{"wat": "uitkomst", "was": "afgewezen", "nu": "toegewezen_op_proef"}] == told["verschillen"]
    assert (False, "anders") == (told["gelijk"], told["oordeel"])


def test_an_agreement_that_is_gone_is_a_difference(proposal: dict[str, Any], machine: TestClient) -> None:
    told = machine.post("/v1/herhalingen", json={"voorstel": proposal | {"overeenkomst": "delft/weg"}}).json()

    assert (False, None, True) == (
        told["gelijk"],
        told["besluit"],
        "niet meer te nemen" in told["verschillen"][0]["nu"],
    )


@pytest.mark.parametrize("path", ["brieven", "herhalingen"])
@pytest.mark.parametrize(
    ("change", "pointer"),
    [({"peildatum": "gisteren"}, "/voorstel/peildatum"), ({"schema_versie": "1"}, "/voorstel/schema_versie")],
)
def test_what_no_decision_has_is_told(
    path: str, change: dict[str, str], pointer: str, proposal: dict[str, Any], machine: TestClient
) -> None:
    answer = machine.post(f"/v1/{path}", json={"voorstel": proposal | change})

    assert [pointer] == [found["verwijzing"] for found in answer.json()["meldingen"]]


def test_a_proposal_and_an_adoption_at_once_is_too_much(
    proposal: dict[str, Any], machine: TestClient
) -> None:
    answer = machine.post("/v1/herhalingen", json={"voorstel": proposal, "vaststelling": {}})

    assert 400 == answer.status_code
