"""Every fault below /v1 is a problem document in Dutch, and changes nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi import Request
from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from soco_rules.web.api.examples import A_CASE
from soco_rules.web.api.sent import MAX_BYTES
from soco_rules.web.faults import fault
from soco_rules.web.problems import STATUSES
from tests.web.api.conftest import GOOD

PLACE = "/v1/besluiten"
JSON = {"Content-Type": "application/json"}
NOT_JSON = {
    "half": b'{"kenmerk": ',
    "no UTF-8": b'{"kenmerk": "\xff"}',
    "a key twice": b'{"kenmerk": "a", "kenmerk": "b"}',
    "a key twice deep inside": b'{"zaak": {"feiten": {"a": 1, "a": 2}}}',
    "a key twice after many others": b"{%s}" % b",".join(b'"%d": 0' % (n % 80_000) for n in range(80_001)),
    "a number without end": b'{"zaak": {"feiten": {"a": -%s}}}' % (b"9" * 5_000),
    "NaN": b'{"zaak": NaN}',
    "nothing": b"",
    "too deep": b"[" * 100_000,
    "half a sign": b'{"kenmerk": "\\ud800"}',
}
MISSHAPEN: dict[str, Any] = {
    "a list": [],
    "empty": {},
    "an unknown key": A_CASE | {"kenmrk": "delft/scope"},
    "an English name": {"reference": "delft/scope"} | A_CASE,
    "a number for a text": A_CASE | {"kenmerk": 5},
    "a text for a truth": A_CASE | {"wat_als": "true"},
    "too long": A_CASE | {"kenmerk": "x" * 201},
    "empty text": A_CASE | {"besluit": ""},
    "a day that does not exist": A_CASE | {"peildatum": "2026-02-30"},
    "a month that does not exist": A_CASE | {"maand": "2026-13"},
    "a case that is no object": A_CASE | {"zaak": "leeg"},
    "too many skipped": A_CASE | {"overgeslagen": [{"naam": "a"}] * 201},
    "an unknown person": A_CASE | {"overgeslagen": [{"naam": "a", "rol": "kind"}]},
}


@pytest.mark.parametrize("content", NOT_JSON.values(), ids=NOT_JSON)
def test_what_is_no_json_is_told(content: bytes, machine: TestClient, snapshot: SnapshotAssertion) -> None:
    answer = machine.post(PLACE, content=content, headers=JSON)

    assert (400, snapshot) == (answer.status_code, answer.json()["meldingen"])


@pytest.mark.parametrize("body", MISSHAPEN.values(), ids=MISSHAPEN)
def test_what_has_another_shape_is_told(
    body: object, machine: TestClient, snapshot: SnapshotAssertion
) -> None:
    path = "toelichtingen" if isinstance(body, dict) and "wat_als" in body else "vragen"
    answer = machine.post(f"/v1/{path}", json=body)

    found = [(each["verwijzing"], each["melding"], each["oplossing"]) for each in answer.json()["meldingen"]]

    assert 400 == answer.status_code
    assert snapshot == found


def test_of_very_many_mistakes_the_first_are_told(machine: TestClient) -> None:
    answer = machine.post(PLACE, json=A_CASE | {f"k{number}": 0 for number in range(20_000)})

    assert (400, [f"/k{number}" for number in range(25)]) == (
        answer.status_code,
        [found["verwijzing"] for found in answer.json()["meldingen"]],
    )


def test_a_problem_says_everything_there_is_to_say(machine: TestClient, snapshot: SnapshotAssertion) -> None:
    answer = machine.post(PLACE, json=A_CASE | {"zaak": {"feiten": {"woont_in_gemeent": "ja"}}})

    assert snapshot == answer.json()


PROBLEMS: dict[str, tuple[int, str, str, dict[str, Any]]] = {
    "nobody": (401, "POST", PLACE, {"headers": {"Authorization": ""}, "json": A_CASE}),
    "nobody reads": (401, "GET", "/v1/overeenkomsten", {"headers": {"Authorization": "Bearer fout"}}),
    "another website": (
        403,
        "POST",
        PLACE,
        {"json": A_CASE, "headers": {"Origin": "https://elders.example"}},
    ),
    "another role": (403, "GET", "/v1/dossiers/delft/scope", {"headers": {"Authorization": "Bearer beleid"}}),
    "not there": (404, "GET", "/v1/nergens", {}),
    "no such agreement": (404, "GET", "/v1/overeenkomsten/delft/niets", {}),
    "a name that cannot be": (404, "GET", "/v1/overeenkomsten/DELFT/scope", {}),
    "no such version": (404, "GET", "/v1/overeenkomsten/delft/scope/versies/2017-09-02", {}),
    "before there was one": (404, "GET", "/v1/overeenkomsten/delft/scope/afspraken?peildatum=1999-01-01", {}),
    "a day that does not exist": (
        400,
        "GET",
        "/v1/overeenkomsten/delft/scope/afspraken?peildatum=2026-02-30",
        {},
    ),
    "another method": (405, "PUT", PLACE, {}),
    "another form": (
        406,
        "GET",
        "/v1/overeenkomsten/delft/scope/versies/2017-09-01/artikelen",
        {"headers": {"Accept": "image/png"}},
    ),
    "too large": (413, "POST", PLACE, {"content": b" " * (MAX_BYTES + 1), "headers": JSON}),
    "no JSON by its name": (
        415,
        "POST",
        PLACE,
        {"content": b"{}", "headers": {"Content-Type": "text/plain"}},
    ),
    "a form": (415, "POST", PLACE, {"data": {"kenmerk": "delft/scope"}}),
    "nothing sent": (415, "POST", PLACE, {}),
    "no dossiers here": (503, "GET", "/v1/dossiers/delft/scope", {}),
}


@pytest.mark.parametrize("asked", PROBLEMS.values(), ids=PROBLEMS)
def test_a_fault_is_a_problem_document(
    asked: tuple[int, str, str, dict[str, Any]], machine: TestClient, snapshot: SnapshotAssertion
) -> None:
    status, method, path, more = asked
    answer = machine.request(method, path, **more)

    assert (status, "application/problem+json", "1.0.0", snapshot) == (
        answer.status_code,
        answer.headers["Content-Type"],
        answer.headers["API-Version"],
        answer.json(),
    )


def test_who_is_not_known_hears_how_to_become_known(machine: TestClient) -> None:
    answer = machine.get("/v1/overeenkomsten", headers={"Authorization": ""})

    assert 'Bearer realm="soco_rules"' == answer.headers["WWW-Authenticate"]


def test_another_method_hears_which_there_is(machine: TestClient) -> None:
    assert "POST" == machine.get(PLACE).headers["Allow"]


def test_a_program_that_fails_tells_nothing_of_itself(app: FastAPI) -> None:
    ground, app.state.ground = app.state.ground, None
    try:
        with TestClient(app, "http://127.0.0.1", headers=GOOD, raise_server_exceptions=False) as client:
            answer = client.get("/v1/overeenkomsten")
    finally:
        app.state.ground = ground

    assert (500, "application/problem+json", "Er ging iets mis op de werkplek", []) == (
        answer.status_code,
        answer.headers["Content-Type"],
        answer.json()["title"],
        answer.json()["meldingen"],
    )


@pytest.mark.parametrize("status", STATUSES)
def test_whatever_stops_a_machine_is_a_problem_document(status: int, app: FastAPI) -> None:
    """Also what the desk itself stops, such as who asks too often."""
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/v1/besluiten",
        "headers": [],
        "query_string": b"",
        "app": app,
    }
    answer = fault(Request(scope | {"server": ("localhost", 80), "scheme": "http"}), status)

    told = json.loads(bytes(answer.body))

    assert (status, status, "/v1/besluiten", True) == (
        answer.status_code,
        told["status"],
        told["instance"],
        bool(told["title"] and told["detail"]),
    )
