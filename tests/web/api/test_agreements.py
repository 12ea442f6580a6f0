"""What the API tells of the agreements is what the rule files say."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from soco_rules.compiler.program import compile_in_force
from soco_rules.explain.about import about
from soco_rules.letters.to_html import as_html
from soco_rules.parser.workspace import load_workspace
from soco_rules.reading.read import as_document
from soco_rules.web.settings import Settings
from tests.web.api.conftest import Machine
from tests.web.persons import ROOT
from tests.web.persons import TODAY

SCOPE = "/v1/overeenkomsten/delft/scope"
ARTICLES = f"{SCOPE}/versies/2017-09-01/artikelen"


def _told(machine: TestClient, path: str) -> dict[str, Any]:
    told: dict[str, Any] = machine.get(path).json()
    return told


def test_every_agreement_is_listed(machine: TestClient) -> None:
    workspace, _ = load_workspace(ROOT, ROOT)

    assert list(workspace.agreements) == [
        each["kenmerk"] for each in _told(machine, "/v1/overeenkomsten")["overeenkomsten"]
    ]


def test_a_version_is_told_whole(machine: TestClient, snapshot: SnapshotAssertion) -> None:
    version = _told(machine, f"{SCOPE}/versies/2017-09-01")

    assert snapshot == version | {"zegel": ""}
    assert [version] == _told(machine, f"{SCOPE}/versies")["versies"]


@pytest.mark.parametrize(
    "name", ["proefperiode", "geschiktheidstoets", "ledenmaximum", "saldo_bij_uitstroom"]
)
def test_a_point_tells_its_meaning_and_its_source(
    name: str, machine: TestClient, snapshot: SnapshotAssertion
) -> None:
    (point,) = [each for each in _told(machine, f"{SCOPE}/afspraken")["afspraken"] if each["naam"] == name]

    assert snapshot == point | {"plaats": point["plaats"].rpartition(":")[0].rpartition(":")[0]}


def test_a_decision_tells_what_it_asks(machine: TestClient, snapshot: SnapshotAssertion) -> None:
    (found,) = [
        each for each in _told(machine, f"{SCOPE}/besluiten")["besluiten"] if each["naam"] == "toelating"
    ]

    assert snapshot == {**found, "gegevens": found["gegevens"][:3]}


def test_every_agreement_tells_all_of_itself(machine: TestClient) -> None:
    agreements = _told(machine, "/v1/overeenkomsten")["overeenkomsten"]
    paths = [
        f"/v1/overeenkomsten/{each['kenmerk']}/{what}"
        for each in agreements
        for what in (
            "afspraken",
            "besluiten",
            "namen",
            *(f"versies/{one}/artikelen" for one in each["versies"]),
        )
    ]

    assert [] == [path for path in paths if machine.get(path).status_code != 200]


def test_a_name_is_explained_as_by_the_command(machine: TestClient) -> None:
    compiled, _ = compile_in_force(load_workspace(ROOT, ROOT)[0], "delft/scope", TODAY)
    assert compiled

    assert about(compiled, "bijdrage") == _told(machine, f"{SCOPE}/namen/bijdrage")["uitleg"]


def test_an_unknown_name_suggests_the_nearest(machine: TestClient) -> None:
    assert "Bedoelde u 'bijdrage'?" == _told(machine, f"{SCOPE}/namen/bijdrag")["detail"]


def test_the_articles_are_those_of_the_text(machine: TestClient) -> None:
    compiled, _ = compile_in_force(load_workspace(ROOT, ROOT)[0], "delft/scope", TODAY)
    assert compiled
    answer = machine.get(ARTICLES, headers={"Accept": "text/html"})

    assert ("text/html; charset=utf-8", as_html(as_document(compiled.stack))) == (
        answer.headers["Content-Type"],
        answer.text,
    )


def test_the_articles_as_data(machine: TestClient, snapshot: SnapshotAssertion) -> None:
    told = _told(machine, ARTICLES)

    assert (snapshot, True) == (told["tekst"][:6], len(told["concept_omdat"]) > 1)


@pytest.mark.parametrize(
    ("wanted", "form"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("application/pdf", "application/pdf"),
        ("text/*", "text/html; charset=utf-8"),
        ("text/html;q=0.3, text/markdown", "text/markdown; charset=utf-8"),
        ("application/json;q=0, */*;q=0.1", "text/html; charset=utf-8"),
        ("application/pdf;q=veel, application/json;q=0.1", "application/json"),
    ],
)
def test_accept_chooses_the_form(wanted: str, form: str, machine: TestClient) -> None:
    assert form == machine.get(ARTICLES, headers={"Accept": wanted}).headers["Content-Type"]


def test_a_mistake_in_a_rule_file_stops_only_its_own_agreement(
    in_havendorp: Machine, town_settings: Settings
) -> None:
    path = town_settings.root / "agreements" / "havendorp" / "de-sluis" / "2026-01-01.yaml"
    path.write_text(path.read_text("utf-8") + "\nonzin: ja\n", "utf-8")
    desk = in_havendorp("alleen")
    answer = desk.get("/v1/overeenkomsten/havendorp/de-sluis/afspraken")

    assert (503, ["versie-onleesbaar", "onbekende-sleutel"], 200) == (
        answer.status_code,
        [found["code"] for found in answer.json()["meldingen"]],
        desk.get("/v1/overeenkomsten/havendorp/de-kade/afspraken").status_code,
    )
