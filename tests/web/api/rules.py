"""The design rules for APIs of the Dutch government (NLGov REST API Design Rules), as functions over the document.

Each yields where it is broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Document = dict[str, Any]
Found = Iterator[str]

_CAMEL = re.compile(r"\$?[a-z][a-z\d]*([A-Z][a-z\d]*)*")
_DAY = re.compile(r"(date|datum)|.*((\w+D)|(_[dD]))((ate)|(atum))|.*(_op|_vanaf|_tot_en_met)")
"""What is called like a day; the linter of the rules knows the first two."""
_NO_DAY = frozenset({"bouwt_op", "gevraagd_op_grond_van"})
_SNAKE = re.compile("[a-z]+(_[a-z]+)*")


def operations(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every path, method and operation."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def resolved(document: Document, part: dict[str, Any]) -> dict[str, Any]:
    """What a reference leads to."""
    while "$ref" in part:
        found: Any = document
        for key in part["$ref"].removeprefix("#/").split("/"):
            found = found[key]
        part = found
    return part


def openapi_is_3_1(document: Document) -> Found:
    if not document["openapi"].startswith("3.1."):
        yield document["openapi"]


def the_major_version_stands_in_the_path(document: Document) -> Found:
    yield from (each["url"] for each in document["servers"] if not re.search(r"/v\d+$", each["url"]))


def the_whole_version_is_semantic(document: Document) -> Found:
    if not re.fullmatch(r"\d+\.\d+\.\d+", document["info"]["version"]):
        yield document["info"]["version"]


def somebody_can_be_reached(document: Document) -> Found:
    yield from {"name", "url", "email"} - document["info"].get("contact", {}).keys()


def the_licence_is_named(document: Document) -> Found:
    if "identifier" not in document["info"].get("license", {}):
        yield "info.license"


def no_path_ends_with_a_slash(document: Document) -> Found:
    yield from (path for path in document["paths"] if path.endswith("/"))


def paths_are_lower_case_without_underscore_or_suffix(document: Document) -> Found:
    yield from (word for word in _words(document) if not re.fullmatch("[a-z]+(-[a-z]+)*", word))


def resources_are_plural_nouns(document: Document) -> Found:
    yield from (word for word in _words(document) if not word.endswith(("en", "s")))


def only_standard_methods(document: Document) -> Found:
    known = {"get", "post", "put", "patch", "delete"}
    yield from (method for _, method, _ in operations(document) if method not in known)


def reading_takes_no_body(document: Document) -> Found:
    for path, method, operation in operations(document):
        if method == "get" and "requestBody" in operation:
            yield path


def every_operation_is_told_in_dutch(document: Document) -> Found:
    for path, _, operation in operations(document):
        for key in ("summary", "description"):
            if not re.search(r"\b(de|het|een|van|wat|wie|alle|als|elke)\b", operation.get(key, "").lower()):
                yield f"{path} {key}"


def every_operation_has_a_name_of_its_own(document: Document) -> Found:
    seen: set[str] = set()
    for _, _, operation in operations(document):
        name = operation.get("operationId", "")
        if name in seen or not _SNAKE.fullmatch(name):
            yield name
        seen.add(name)


def every_parameter_is_described(document: Document) -> Found:
    for path, _, operation in operations(document):
        for each in operation.get("parameters", []):
            if not each.get("description"):
                yield f"{path} {each['name']}"


def every_path_parameter_is_declared(document: Document) -> Found:
    for path, _, operation in operations(document):
        declared = {each["name"] for each in operation.get("parameters", []) if each["in"] == "path"}
        yield from (f"{path} {name}" for name in set(re.findall(r"\{(\w+)\}", path)) ^ declared)


def every_answer_names_the_version(document: Document) -> Found:
    for where, _, answer in _answers(document):
        if "API-Version" not in answer.get("headers", {}):
            yield where


def every_problem_is_a_problem_document(document: Document) -> Found:
    for where, status, answer in _answers(document):
        if status >= "400" and set(answer.get("content", {})) != {"application/problem+json"}:
            yield where


def every_problem_has_a_status_a_title_and_a_detail(document: Document) -> Found:
    for where, status, answer in _answers(document):
        if status >= "400":
            for each in answer.get("content", {}).values():
                schema = resolved(document, each["schema"])
                yield from (
                    f"{where} {name}" for name in {"status", "title", "detail"} - {*schema["required"]}
                )


def every_operation_tells_its_problems(document: Document) -> Found:
    for path, method, operation in operations(document):
        wanted = {"400", "401", "403", "429", "500", "503"}
        wanted |= {"404"} if "{" in path else set()
        wanted |= {"408", "413", "415", "422"} if method == "post" else set()
        yield from (f"{path} {status}" for status in wanted - operation["responses"].keys())


def every_answer_has_a_schema(document: Document) -> Found:
    for where, _, answer in _answers(document):
        contents = answer.get("content", {})
        if not contents or not all(each.get("schema") for each in contents.values()):
            yield where


def every_body_is_json_with_an_example(document: Document) -> Found:
    for path, _, operation in operations(document):
        for kind, each in operation.get("requestBody", {}).get("content", {}).items():
            if kind != "application/json" or "example" not in each:
                yield f"{path} {kind}"


def every_object_is_closed(document: Document) -> Found:
    open_on_purpose = {"BriefInZaak"}
    for name, schema in document["components"]["schemas"].items():
        if schema.get("type") == "object" and schema.get("additionalProperties") is not False:
            yield from {name} - open_on_purpose


def names_are_cased_alike(document: Document) -> Found:
    for part in _parts(document["components"]["schemas"]):
        if isinstance(part.get("properties"), dict):
            yield from (name for name in part["properties"] if not _SNAKE.fullmatch(name))


def parameters_are_cased_alike(document: Document) -> Found:
    for _, _, operation in operations(document):
        for each in operation.get("parameters", []):
            if each["in"] != "header" and not _SNAKE.fullmatch(each["name"]):
                yield each["name"]


def query_keys_are_camel_case(document: Document) -> Found:
    for path, _, operation in operations(document):
        for each in operation.get("parameters", []):
            if each["in"] == "query" and not _CAMEL.fullmatch(each["name"]):
                yield f"{path} {each['name']}"


def parts_have_camel_case_names(document: Document) -> Found:
    names = document["components"]["schemas"]
    yield from (name for name in names if not re.fullmatch("([A-Z][a-z]+)+", name))


def every_reference_leads_somewhere(document: Document) -> Found:
    for part in _parts(document):
        if isinstance(part.get("$ref"), str):
            try:
                resolved(document, part)
            except KeyError:
                yield part["$ref"]


def access_is_described(document: Document) -> Found:
    known = document["components"].get("securitySchemes", {})
    asked = [name for each in document.get("security", []) for name in each]
    if not asked or not set(asked) <= known.keys():
        yield "security"


def english_is_left_in_the_code(document: Document) -> Found:
    for part in _parts(document["components"]["schemas"]):
        if isinstance(part.get("title"), str):
            yield part["title"]


def days_are_days(document: Document) -> Found:
    for part in _parts(document["components"]["schemas"]):
        properties = part.get("properties")
        for name, told in properties.items() if isinstance(properties, dict) else ():
            if _DAY.fullmatch(name) and name not in _NO_DAY and told.get("format") != "date":
                yield name


def moments_have_a_time_zone(document: Document) -> Found:
    for part in _parts(document["components"]["schemas"]):
        if part.get("format") in {"time", "date-time-local"}:
            yield part["format"]
        properties = part.get("properties")
        if (
            isinstance(properties, dict)
            and properties.get("op", {}).get("format", "date-time") != "date-time"
        ):
            yield "op"


def texts_that_are_asked_are_bounded(document: Document) -> Found:
    for name in ("BesluitVraag", "OordelenVraag", "Oordeel", "VaststellingVraag", "GevraagdeZienswijze"):
        for part in _parts(document["components"]["schemas"][name]):
            is_free = part.get("type") == "string" and not {"pattern", "format", "enum"} & part.keys()
            if (is_free and "maxLength" not in part) or (
                part.get("type") == "array" and "maxItems" not in part
            ):
                yield name


def _words(document: Document) -> Iterator[str]:
    for path in document["paths"]:
        yield from (word for word in path.split("/") if word and not word.startswith("{"))


def _answers(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, _, operation in operations(document):
        for status, answer in operation["responses"].items():
            yield f"{path} {status}", status, resolved(document, answer)


def _parts(part: object) -> Iterator[dict[str, Any]]:
    match part:
        case dict():
            yield part
            for each in part.values():
                yield from _parts(each)
        case list():
            for each in part:
                yield from _parts(each)
        case _:
            return
