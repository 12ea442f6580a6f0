"""Every curl command in docs/api.md does what the page says, on a desk with people in its dossiers."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from fastapi import Request
from fastapi.testclient import TestClient

from soco_rules.web.app import application
from soco_rules.web.people import Person
from tests.docs.pages import ROOT
from tests.web.api.conftest import identify
from tests.web.persons import ANSWERING
from tests.web.town import town

PAGE = (ROOT / "docs" / "api.md").read_text("utf-8")
COMMANDS = re.findall(r"```sh\n(curl .*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk with De Kade and its dossiers, beside the agreement of Delft."""
    settings = town(tmp_path_factory.mktemp("dorp"))
    shutil.copytree(ROOT / "agreements" / "delft", settings.root / "agreements" / "delft")
    shutil.copy(ROOT / "agreements" / "oordelaars.yaml", settings.root / "agreements")

    def known(request: Request) -> Person | None:
        return (
            ANSWERING if request.headers.get("Authorization") == "Bearer bezwaarjurist" else identify(request)
        )

    with TestClient(application(settings, known), "http://127.0.0.1") as client:
        yield client


def _run(command: str, desk: TestClient, known: dict[str, str]) -> httpx2.Response:
    """What comes of a curl command, with what the shell knows filled in."""
    for name, value in known.items():
        command = command.replace(f"${name}", value.replace('"', '\\"'))
    _, address, *options = shlex.split(command.replace("\\\n", " "))
    headers: dict[str, str] = {}
    body: str | None = None
    words = iter(options)
    for word in words:
        match word:
            case "--header":
                name, _, value = next(words).partition(": ")
                headers[name] = value
            case "--json":
                body, headers["Content-Type"] = next(words), "application/json"
            case "--output":
                assert Path(next(words)).suffix == ".pdf"
            case _:
                assert word == "--include"
    answer: httpx2.Response = desk.request(
        "GET" if body is None else "POST", address, content=body, headers=headers
    )
    return answer


def test_every_command_works_in_the_order_of_the_page(desk: TestClient) -> None:
    known = {
        "SOCO": "",
        "TOKEN": "klantmanager",
        "JURIST": "jurist",
        "BEZWAARJURIST": "bezwaarjurist",
        "ETAG": "",
    }
    told: list[tuple[str, int]] = []
    for command in COMMANDS:
        answer = _run(command, desk, known)
        known["ETAG"] = answer.headers.get("ETag", "")
        told.append((answer.url.path.removeprefix("/v1/").partition("/")[0], answer.status_code))

    assert [
        ("openapi.json", 200),
        ("besluiten", 200),
        ("vragen", 200),
        ("toelichtingen", 200),
        ("overeenkomsten", 200),
        ("herhalingen", 200),
        ("dossiers", 200),
        ("dossiers", 201),
        ("dossiers", 200),
        ("dossiers", 201),
        ("dossiers", 201),
        ("dossiers", 201),
        ("dossiers", 201),
        ("werklijsten", 200),
    ] == told


def test_the_proposal_of_the_page_is_certain(desk: TestClient) -> None:
    command = next(each for each in COMMANDS if "/v1/besluiten" in each)
    decision = _run(command, desk, {"SOCO": "", "TOKEN": "beleid"}).json()["besluit"]

    assert ("uitkomst_bekend", "toegewezen_op_proef") == (decision["status"], decision["uitkomst"])


def test_the_page_names_every_status_that_the_api_tells(desk: TestClient) -> None:
    document = desk.get("/v1/openapi.json").json()
    told = {
        status
        for methods in document["paths"].values()
        for each in methods.values()
        for status in each["responses"]
        if status >= "400"
    }
    named = set(re.findall(r"\d{3}", "".join(re.findall(r"^\| (\d.*?) \|", PAGE, re.MULTILINE))))

    assert told - named == {"421", "500"}
