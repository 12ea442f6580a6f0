"""Agreements in a list, as articles and as a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from soco_rules.web.settings import Settings
from tests.web.persons import ADVISOR
from tests.web.persons import CASEWORKER
from tests.web.persons import Ask
from tests.web.policy.forms import FILE
from tests.web.policy.forms import KADE
from tests.web.reading import region


def test_every_version_stands_in_the_list_with_its_status_and_findings(
    ask: Ask, snapshot: SnapshotAssertion
) -> None:
    assert snapshot == region(ask(CASEWORKER).get("/overeenkomsten"), "main")


def test_a_version_that_cannot_be_read_stands_in_the_list_too(ask: Ask, workspace_root: Path) -> None:
    (workspace_root / FILE).with_name("2027-01-01.yaml").write_text("kenmerk: [", "utf-8")

    assert "2027-01-01 niet te lezen nee 1 fout, geen waarschuwingen" in " ".join(
        region(ask(CASEWORKER).get("/overeenkomsten"), "main").splitlines()
    )


def test_a_version_is_read_as_articles(ask: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == region(ask(CASEWORKER).get(KADE), "main")


def test_a_national_layer_is_read_as_articles(client: TestClient) -> None:
    text = client.get("/overeenkomsten/landelijk/awb/2016-01-01").text

    assert "Deze versie blijft zoals zij is." in text


def test_with_an_error_the_page_has_findings_in_the_place_of_articles(ask: Ask, workspace_root: Path) -> None:
    path = workspace_root / FILE
    path.write_text(path.read_text("utf-8").replace("waarde: 2,", "waarde: 200,"), "utf-8")
    text = region(ask(CASEWORKER).get(KADE), "main")

    assert (True, True) == (
        "ten hoogste 100 is toegestaan" in text,
        "De artikelen zijn te lezen zodra er geen fouten meer zijn." in text,
    )


@pytest.mark.parametrize(("form", "begin"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_a_version_is_a_file_to_send_around(ask: Ask, form: str, begin: bytes) -> None:
    answer = ask(CASEWORKER).get(f"{KADE}/artikelen.{form}")

    assert (f'attachment; filename="havendorp-de-kade-2026-01-01.{form}"', begin) == (
        answer.headers["Content-Disposition"],
        answer.content[: len(begin)],
    )


@pytest.mark.parametrize(
    "path",
    [
        "/overeenkomsten/havendorp/de-kade/2026-01-02",
        "/overeenkomsten/havendorp/de-kade/vandaag",
        "/overeenkomsten/havendorp/%2e%2e/2026-01-01",
        "/overeenkomsten/havendorp/DE-KADE/2026-01-01",
        f"{KADE}/artikelen.html",
    ],
)
def test_what_is_no_version_is_not_found(ask: Ask, path: str) -> None:
    assert ask(CASEWORKER).get(path).status_code in {404, 422}


def test_a_new_concept_leads_to_what_it_does_beside_the_version_before_it(
    ask: Ask, settings: Settings
) -> None:
    folder = settings.root / "agreements" / "havendorp" / "de-sluis"
    text = (folder / "2026-01-01.yaml").read_text("utf-8")
    (folder / "2027-01-01.yaml").write_text(text.replace("2026-01-01", "2027-01-01"), "utf-8")
    steps = {
        person.name: re.findall(
            r'<a href="(/[a-z]+\?[^"]+)">',
            ask(person).get("/overeenkomsten/havendorp/de-sluis/2027-01-01").text,
        )
        for person in (ADVISOR, CASEWORKER)
    }

    beside = "oud=havendorp/de-sluis@2026-01-01&amp;nieuw=havendorp/de-sluis@2027-01-01"
    assert {ADVISOR.name: [f"/vergelijken?{beside}", f"/simuleren?{beside}"], CASEWORKER.name: []} == steps
