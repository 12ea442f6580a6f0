"""The document that describes the API (OpenAPI 3.1), with the names of its parts in Dutch."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from soco_rules.parser.case import CasePart
from soco_rules.web.api.asked import CASE_MARK
from soco_rules.web.api.described import MODELS
from soco_rules.web.api.described import Schema
from soco_rules.web.api.described import problem_response
from soco_rules.web.api.described import reference_to
from soco_rules.web.api.names import DUTCH
from soco_rules.web.problems import BELOW
from soco_rules.web.problems import STATUSES
from soco_rules.web.problems import VERSION
from soco_rules.web.problems import Problem
from soco_rules.web.problems import said_of

TITLE = "soco_rules"
DESCRIPTION = """Besluiten over sociale coöperaties, zoals de afspraken van gemeenten die geven.

Namen en waarden zijn Nederlands, met kleine letters en liggende streepjes: dezelfde als in de regelbestanden,
de zaken en de besluiten van `soco`. Een waarde is `ja` of `nee`, `"204.00"`, `"10.00%"`, `jjjj-mm-dd`,
`"3 maanden"`, `"niet van toepassing"`, of null voor onbekend.

Wat onder 'Zonder dossier' staat bewaart niets. Een voorstel is geen besluit: een mens stelt het vast.
"""
CONTACT = "Het beheer van deze werkplek"
_TAGS = [
    {"name": "Overeenkomsten", "description": "Wat gemeenten en coöperaties hebben afgesproken."},
    {"name": "Zonder dossier", "description": "Vragen over een zaak die nergens wordt bewaard."},
    {"name": "Dossiers", "description": "Wat van een deelnemer is vastgelegd, en wat erbij komt."},
]
_INPUT = "Invoer"
_CLOSED = frozenset({"enum", "const"})
"""What would shut out null."""
_PROCEDURE = "procedure"
_FORMATS = {"op": "date-time"} | dict.fromkeys(
    (
        "datum",
        "peildatum",
        "besluitdatum",
        "verzonden_op",
        "geldig_vanaf",
        "geldig_tot_en_met",
        "vastgesteld_op",
        "besloten_op",
        "gehoord_op",
        "bezwaar_tot_en_met",
    ),
    "date",
)
"""The names under which a day or a moment stands."""
_PROBLEM = reference_to(Problem, "serialization")
reference_to(CasePart, "validation")  # the requests refer to it by name
_CASE = "#/components/schemas/Zaak"


def document_of(app: FastAPI, address: str, email: str) -> Schema:
    """The document of an API that is found at an address; `email` is of who runs it, empty where nobody says so."""
    document = get_openapi(
        title=TITLE,
        version=VERSION,
        openapi_version="3.1.0",
        description=DESCRIPTION,
        routes=app.routes,
        tags=_TAGS,
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        servers=[{"url": BELOW, "description": "Deze server."}],
    )
    _drop_what_fastapi_adds(document)
    document["info"]["contact"] = {"name": CONTACT, "url": address} | ({"email": email} if email else {})
    names, schemas = models_json_schema(
        list(dict.fromkeys(MODELS.values())), by_alias=True, ref_template="#/components/schemas/{model}"
    )
    references = {reference: names[key] for reference, key in MODELS.items()}
    document = _with_references(document, references)
    problem = _with_references(_PROBLEM, references)
    parts = {name: _for_readers(schema) for name, schema in schemas["$defs"].items()}
    document["components"] = {
        "schemas": parts,
        "responses": {f"Probleem{status}": problem_response(said_of(status), problem) for status in STATUSES},
        "headers": {
            "API-Version": {
                "description": "De volledige versie van deze API.",
                "schema": {"type": "string", "examples": [VERSION]},
            }
        },
        "securitySchemes": {
            "token": {
                "type": "http",
                "scheme": "bearer",
                "bearerFormat": "JWT",
                "description": "Een ondertekend token. Op de eigen computer van een gebruiker is het niet nodig.",
            }
        },
    }
    document["security"] = [{"token": []}]
    named: Schema = _named(document, _dutch_names(parts))
    return named


def _drop_what_fastapi_adds(document: Schema) -> None:
    """Take out its own description of a misread path or query: that is a problem here."""
    for methods in document["paths"].values():
        for operation in methods.values():
            answers = operation["responses"]
            if "HTTPValidationError" in json.dumps(answers.get("422", {})):
                del answers["422"]


def _with_references(part: Any, references: Mapping[str, Schema]) -> Any:  # noqa: ANN401 - JSON
    """The document with the place of each model where an operation refers to it."""
    match part:
        case {"$ref": str() as reference} if reference in references:
            return references[reference]
        case dict():
            return {key: _with_references(value, references) for key, value in part.items()}
        case list():
            return [_with_references(each, references) for each in part]
        case _:
            return part


def _for_readers(schema: Schema) -> Schema:
    """A schema without what pydantic takes from the code, which is English."""
    schema = {key: value for key, value in schema.items() if key != "description"}
    told: Schema = _readable(_without_titles(schema))
    return told


def _readable(part: Any) -> Any:  # noqa: ANN401 - JSON
    """A schema that says of each day and moment that it is one, and of what may be null that beside what it is."""
    match part:
        case {"anyOf": [{"type": str() as kind} as first, {"type": "null"}]} if not _CLOSED & first.keys():
            rest = {key: value for key, value in part.items() if key != "anyOf"}
            return _readable(first | {"type": [kind, "null"]} | rest)
        case dict():
            told = {key: _readable(value) for key, value in part.items()}
            if isinstance(properties := told.get("properties"), dict):
                told["properties"] = {name: _dated(name, each) for name, each in properties.items()}
            return told
        case list():
            return [_readable(each) for each in part]
        case _:
            return part


def _dated(name: str, schema: Schema) -> Schema:
    if name == _PROCEDURE and isinstance(schema.get("additionalProperties"), dict):
        return schema | {"additionalProperties": _with_format(schema["additionalProperties"], "date")}
    return _with_format(schema, _FORMATS[name]) if name in _FORMATS else schema


def _with_format(schema: Schema, form: str) -> Schema:
    kinds = schema.get("type")
    return schema | {"format": form} if kinds in ("string", ["string", "null"]) else schema


def _without_titles(part: Any) -> Any:  # noqa: ANN401 - JSON
    match part:
        case dict():
            return {
                key: value if key in {"example", "examples"} else _without_titles(value)
                for key, value in part.items()
                if not (key == "title" and isinstance(value, str))
            }
        case list():
            return [_without_titles(each) for each in part]
        case _:
            return part


def _dutch_names(parts: dict[str, Schema]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in parts:
        plain, _, side = name.removesuffix("-Output").partition("-Input")
        is_input = name.endswith("-Input")
        found[name] = DUTCH[plain] + (_INPUT if is_input else "") + side
    return found


def _named(part: Any, names: dict[str, str]) -> Any:  # noqa: ANN401 - JSON
    """The document with every schema under its Dutch name."""
    before = "#/components/schemas/"
    match part:
        case dict() if CASE_MARK in part:
            rest = {key: value for key, value in part.items() if key != CASE_MARK}
            return rest | {"$ref": _CASE}
        case {"schemas": dict() as schemas}:
            rest = {key: _named(value, names) for key, value in part.items() if key != "schemas"}
            return {
                "schemas": {names[name]: _named(schema, names) for name, schema in schemas.items()}
            } | rest
        case dict():
            return {key: _named(value, names) for key, value in part.items()}
        case list():
            return [_named(each, names) for each in part]
        case str() if part.startswith(before) and part != _CASE:
            return before + names[part.removeprefix(before)]
        case _:
            return part
