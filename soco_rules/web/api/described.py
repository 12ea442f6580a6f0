"""How an operation is described in the document of the API: what it takes, what it gives, and each problem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from typing import Literal

from fastapi.responses import Response
from pydantic import BaseModel

from soco_rules.web.problems import MEDIA_TYPE

JSON = "application/json"
ALWAYS = (400, 401, 403, 421, 429, 500, 503)
"""The problems that can come of anything."""
OF_BODY = (408, 413, 415, 422)
"""The problems of what is sent."""

Schema = dict[str, Any]
Side = Literal["validation", "serialization"]
MODELS: dict[str, tuple[type[BaseModel], Side]] = {}
"""What the operations refer to, until the document knows how it is called."""
VERSION_HEADER: Schema = {"API-Version": {"$ref": "#/components/headers/API-Version"}}


def operation(
    name: str,
    summary: str,
    *,
    gives: type[BaseModel] | Mapping[str, type[BaseModel] | None],
    takes: tuple[type[BaseModel], ...] = (),
    example: Mapping[str, object] | None = None,
    problems: tuple[int, ...] = (),
    status: int = 200,
    said: str = "Gelukt.",
    headers: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The arguments for the decorator of a route.

    `gives` is the body of the answer, or the media types to choose from in Accept; None where that is no JSON.
    """
    forms = gives if isinstance(gives, Mapping) else {JSON: gives}
    more: Schema = {
        name: {"description": about, "schema": {"type": "string"}} for name, about in (headers or {}).items()
    }
    good = {
        "description": said,
        "headers": VERSION_HEADER | more,
        "content": {form: {"schema": _schema(model, form)} for form, model in forms.items()},
    }
    statuses = sorted({*ALWAYS, *problems, *(OF_BODY if takes else ())})
    arguments: dict[str, Any] = {
        "operation_id": name,
        "summary": summary,
        "status_code": status,
        "response_class": Response,
        "response_model": None,
        "responses": {status: good} | {each: {"$ref": response_name(each)} for each in statuses},
    }
    if takes:
        arguments["openapi_extra"] = {"requestBody": _body(takes, example)}
    return arguments


def response_name(status: int) -> str:
    """Where the document describes a problem."""
    return f"#/components/responses/Probleem{status}"


def reference_to(model: type[BaseModel], side: Side) -> Schema:
    """What stands for the schema of a model, as it is taken in or given out."""
    reference = f"#/models/{model.__name__}/{side}"
    MODELS[reference] = (model, side)
    return {"$ref": reference}


def problem_response(description: str, problem: Schema) -> Schema:
    """How a problem is described."""
    return {
        "description": description,
        "headers": VERSION_HEADER,
        "content": {MEDIA_TYPE: {"schema": problem}},
    }


def _schema(model: type[BaseModel] | None, form: str) -> Schema:
    if model is not None:
        return reference_to(model, "serialization")
    return {"type": "string"} if form.startswith("text/") else {"type": "string", "format": "binary"}


def _body(takes: tuple[type[BaseModel], ...], example: Mapping[str, object] | None) -> Schema:
    schemas = [reference_to(model, "validation") for model in takes]
    content: Schema = {"schema": schemas[0] if len(schemas) == 1 else {"oneOf": schemas}}
    if example is not None:
        content["example"] = dict(example)
    return {"required": True, "content": {JSON: content}}
