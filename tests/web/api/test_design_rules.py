"""The document of the API keeps to the design rules of the government, and each rule can be broken."""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from soco_rules.web.app import application
from soco_rules.web.settings import Settings
from tests.web.api import rules
from tests.web.api.conftest import identify
from tests.web.api.rules import Document
from tests.web.api.rules import Found
from tests.web.persons import ROOT

SHOP = "/overeenkomsten/{gemeente}/{cooperatie}"
Spoil = Callable[[Document], object]


def _at(document: Document, *keys: str) -> Document:
    for key in keys:
        document = document[key]
    return document


def _reading(document: Document) -> Document:
    return _at(document, "paths", SHOP, "get")


def _bodies(document: Document) -> Document:
    return _at(document, "paths", "/besluiten", "post", "requestBody", "content")


def _part(document: Document, name: str) -> Document:
    return _at(document, "components", "schemas", name)


def _moved(path: str) -> Spoil:
    return lambda document: document["paths"].update({path: document["paths"].pop(SHOP)})


RULES: dict[Callable[[Document], Found], Spoil] = {
    rules.openapi_is_3_1: lambda it: it.update(openapi="3.0.3"),
    rules.the_major_version_stands_in_the_path: lambda it: it["servers"].append({"url": "/api"}),
    rules.the_whole_version_is_semantic: lambda it: it["info"].update(version="1"),
    rules.somebody_can_be_reached: lambda it: it["info"]["contact"].pop("email"),
    rules.the_licence_is_named: lambda it: it["info"].pop("license"),
    rules.no_path_ends_with_a_slash: _moved(f"{SHOP}/"),
    rules.paths_are_lower_case_without_underscore_or_suffix: _moved("/overeenkomsten.json"),
    rules.resources_are_plural_nouns: _moved("/overeenkomst"),
    rules.only_standard_methods: lambda it: it["paths"][SHOP].update(zoek=_reading(it)),
    rules.reading_takes_no_body: lambda it: _reading(it).update(requestBody={}),
    rules.every_operation_is_told_in_dutch: lambda it: _reading(it).update(description="An agreement"),
    rules.every_operation_has_a_name_of_its_own: lambda it: _reading(it).update(operationId="versies_tonen"),
    rules.every_parameter_is_described: lambda it: _reading(it)["parameters"][0].pop("description"),
    rules.every_path_parameter_is_declared: lambda it: _reading(it)["parameters"].pop(),
    rules.every_answer_names_the_version: lambda it: _reading(it)["responses"]["200"].pop("headers"),
    rules.every_problem_is_a_problem_document: lambda it: _at(
        it, "components", "responses", "Probleem404", "content"
    ).update({"text/plain": {}}),
    rules.every_problem_has_a_status_a_title_and_a_detail: lambda it: _part(it, "Probleem")[
        "required"
    ].remove("detail"),
    rules.every_operation_tells_its_problems: lambda it: _reading(it)["responses"].pop("404"),
    rules.every_answer_has_a_schema: lambda it: _reading(it)["responses"]["200"].pop("content"),
    rules.every_body_is_json_with_an_example: lambda it: _bodies(it)["application/json"].pop("example"),
    rules.every_object_is_closed: lambda it: _part(it, "Voorstel").pop("additionalProperties"),
    rules.names_are_cased_alike: lambda it: _part(it, "Voorstel")["properties"].update(besluitDatum={}),
    rules.parameters_are_cased_alike: lambda it: _reading(it)["parameters"][0].update(name="deGemeente"),
    rules.query_keys_are_camel_case: lambda it: _at(it, "paths", f"{SHOP}/namen", "get")["parameters"][
        -1
    ].update(name="peil_datum"),
    rules.parts_have_camel_case_names: lambda it: it["components"]["schemas"].update(voorstel_kort={}),
    rules.every_reference_leads_somewhere: lambda it: it["components"]["schemas"].pop("Probleem"),
    rules.access_is_described: lambda it: it.pop("security"),
    rules.english_is_left_in_the_code: lambda it: _part(it, "Zaak").update(title="CasePart"),
    rules.days_are_days: lambda it: _part(it, "Versie")["properties"].update(
        geldig_tot_en_met={"type": "string"}
    ),
    rules.moments_have_a_time_zone: lambda it: _part(it, "Handeling")["properties"]["op"].update(
        format="date-time-local"
    ),
    rules.texts_that_are_asked_are_bounded: lambda it: _part(it, "BesluitVraag")["properties"].update(
        kenmerk={"type": "string"}
    ),
}
"""Each rule, with a change of the document that breaks it."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_document_keeps_to_the_rule(rule: Callable[[Document], Found], document: Document) -> None:
    assert [] == list(rule(document))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_rule_finds_what_breaks_it(rule: Callable[[Document], Found], document: Document) -> None:
    spoiled = copy.deepcopy(document)
    RULES[rule](spoiled)

    assert list(rule(spoiled))


def test_every_rule_is_held_against_the_document() -> None:
    written = {
        name
        for name, each in vars(rules).items()
        if getattr(each, "__annotations__", {}).get("return") == "Found"
    }

    assert written == {rule.__name__ for rule in RULES}


SPELLED = {
    "/overeenkomsten?peildatm=2026-01-01": ["dit adres kent geen 'peildatm'"],
    "/overeenkomsten/delft/scope/namen?peildatm=2026-01-01": ["dit adres kent geen 'peildatm'"],
    "/overeenkomsten/delft/scope/namen?peildatum=2026-01-01&peildatum=2027-01-01&x": [
        "'peildatum' staat meer dan eens in het adres",
        "dit adres kent geen 'x'",
    ],
    f"/overeenkomsten?{'a' * 5000}=1": [f"dit adres kent geen '{'a' * 40}…'"],
}


@pytest.mark.parametrize("path", SPELLED)
def test_a_question_that_nobody_reads_is_refused_and_not_forgotten(machine: TestClient, path: str) -> None:
    answer = machine.get(f"/v1{path}")

    assert (400, SPELLED[path]) == (
        answer.status_code,
        [found["melding"] for found in answer.json()["meldingen"]],
    )


def test_of_what_is_misspelled_the_right_word_is_told(machine: TestClient) -> None:
    answer = machine.get("/v1/overeenkomsten/delft/scope/namen?peildatm=2026-01-01")

    assert "'peildatum'" in answer.json()["meldingen"][0]["oplossing"]


SAFE = {
    "Cache-Control": "no-store",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "API-Version": "1.0.0",
}


@pytest.mark.parametrize(
    ("path", "status"),
    [("/v1", 404), ("/v1/openapi.json", 200), ("/v1/besluiten", 405), ("/v1/dossiers", 404)],
)
def test_every_answer_has_the_headers_that_keep_it_safe(path: str, status: int) -> None:
    """Also a refusal, and that the address belongs to another desk."""
    app = application(Settings(ROOT, origin="https://soco.havendorp.example"), identify)
    answers = [
        TestClient(app, address).get(path)
        for address in ("https://soco.havendorp.example", "https://elders.example")
    ]

    assert [status, 421] == [answer.status_code for answer in answers]
    assert [SAFE, SAFE] == [{name: answer.headers.get(name) for name in SAFE} for answer in answers]
    assert all("frame-ancestors 'none'" in answer.headers["Content-Security-Policy"] for answer in answers)


def test_anybody_may_read_the_document_from_any_website(machine: TestClient) -> None:
    answer = machine.get(
        "/v1/openapi.json", headers={"Authorization": "", "Origin": "https://elders.example"}
    )

    assert (200, "application/json", "*") == (
        answer.status_code,
        answer.headers["Content-Type"],
        answer.headers["Access-Control-Allow-Origin"],
    )


def test_only_the_document_may_be_read_from_another_website(machine: TestClient) -> None:
    answer = machine.get("/v1/overeenkomsten", headers={"Origin": "https://elders.example"})

    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(
    "path", ["overeenkomsten/", "", "Overeenkomsten", "/besluiten", "overeenkomsten.json"]
)
def test_another_spelling_of_a_path_is_nothing_and_leads_nowhere(machine: TestClient, path: str) -> None:
    answer = machine.get(f"/v1/{path}", follow_redirects=False)

    assert (404, "application/problem+json") == (answer.status_code, answer.headers["Content-Type"])


def test_the_api_itself_says_where_it_is_described(machine: TestClient) -> None:
    answer = machine.get("/v1", follow_redirects=False)

    assert (404, "De API wordt beschreven in /v1/openapi.json.") == (
        answer.status_code,
        answer.json()["detail"],
    )
