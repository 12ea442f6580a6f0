"""What a machine sends: bounded, strictly of its shape, with every mistake at its place."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated
from typing import Any
from typing import Generic
from typing import TypeVar

from fastapi import Depends
from fastapi import Request
from pydantic import BaseModel
from pydantic import ValidationError

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.problems import Finding
from soco_rules.web.problems import as_finding

MAX_BYTES = 1_000_000
"""How much is taken: as much as a rule file or a case may be."""

FILE = "verzoek"
"""How findings name what was sent."""

_MOST_DIGITS = 100
"""How long a whole number may be: far beyond every amount, and far from what Python refuses to read."""

MOST = 25
"""How many mistakes are told at once."""

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Sent(Generic[Model]):
    """What was sent: read, and as it was written."""

    read: Model
    text: str


async def content_of(request: Request) -> bytes:
    """The bytes that were sent, never more than is taken.

    Raises:
        ProblemError: they are no JSON by their name, or too many.
    """
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise ProblemError(415)
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > MAX_BYTES:
            raise ProblemError(413, detail=f"Stuur ten hoogste {MAX_BYTES // 1_000_000} MB.")
    return bytes(content)


def sent_as(model: type[Model], *others: type[Model]) -> Callable[[bytes], Sent[Model]]:
    """The dependency that reads what was sent as this model, or as the one of several whose first key it has."""

    def read(content: Annotated[bytes, Depends(content_of)]) -> Sent[Model]:
        text, keys = _text(content)
        chosen = next((each for each in others if _first_key(each) in keys), model)
        try:
            return Sent(chosen.model_validate_json(text, strict=True, by_alias=True, by_name=False), text)
        except ValidationError as error:
            raise ProblemError(400, islice(_mistakes(error, chosen), MOST)) from None

    return read


def place_of_member(text: str, name: str) -> tuple[int, int]:
    """Where the value of a member of a JSON object begins and ends; the text is known to be right."""
    read = json.JSONDecoder().raw_decode
    at = _behind(text, text.index("{") + 1)
    while True:
        key, at = read(text, at)
        begin = _behind(text, _behind(text, at) + 1)
        _, end = read(text, begin)
        if key == name:
            return begin, end
        at = _behind(text, _behind(text, end) + 1)


def misshapen(
    message: str, pointer: str | None = None, *, remedy: str = "", code: str = "verzoek-vorm"
) -> Finding:
    """What is wrong with a part of what was sent; a JSON Pointer says which part of the body."""
    found = as_finding(finding(code, Span(FILE), message, remedy=remedy))
    nowhere = {"line": None, "column": None, "end_line": None, "end_column": None}
    return found.model_copy(update=nowhere | {"pointer": pointer})


def pointer_to(path: tuple[object, ...]) -> str:
    """A place in JSON as a JSON Pointer."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)


def _behind(text: str, at: int) -> int:
    """The first place that is no white space."""
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _first_key(model: type[BaseModel]) -> str:
    name, field = next(iter(model.model_fields.items()))
    return field.alias or name


def _text(content: bytes) -> tuple[str, frozenset[str]]:
    """JSON in which no key stands twice, with the keys of it.

    Raises:
        ProblemError: it is something else.
    """
    try:
        text = content.decode()
        data = json.loads(text, object_pairs_hook=_once, parse_int=_integer, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise _no_json(f"byte {error.start + 1} is geen UTF-8", "stuur de tekst als UTF-8") from None
    except json.JSONDecodeError as error:
        place = Span(FILE, error.lineno, error.colno, error.lineno, error.colno + 1)
        raise _no_json("hier is dit geen JSON", place=place) from None
    except RecursionError:
        raise _no_json("er staat te veel in elkaar", "stuur de vorm die de API beschrijft") from None
    except _RefusedJsonError as error:
        raise _no_json(str(error), "haal dit weg") from None
    return text, frozenset(data) if isinstance(data, dict) else frozenset()


def _no_json(message: str, remedy: str = "", place: Span | None = None) -> ProblemError:
    return ProblemError(400, [finding("verzoek-json", place or Span(FILE), message, remedy=remedy)])


class _RefusedJsonError(ValueError):
    """What Python reads and JSON does not have."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        ((twice, _),) = Counter(key for key, _ in pairs).most_common(1)
        message = f"de sleutel '{twice[:100]}' staat er twee keer"
        raise _RefusedJsonError(message)
    return found


def _integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        message = f"een getal heeft hier ten hoogste {_MOST_DIGITS} cijfers"
        raise _RefusedJsonError(message)
    return int(digits)


def _no_number(word: str) -> object:
    message = f"{word} is geen JSON"
    raise _RefusedJsonError(message)


def _mistakes(error: ValidationError, model: type[BaseModel]) -> Iterator[Finding]:
    for each in error.errors(include_url=False, include_input=False):
        path = each["loc"]
        name = str(path[-1])[:100] if path else "het verzoek"
        said, remedy = _said(each["type"], each.get("ctx", {}), name, model if len(path) == 1 else None)
        yield misshapen(said, pointer_to(path), remedy=remedy)


_WANTED = {
    "string_type": "een tekst",
    "bool_type": "true of false",
    "int_type": "een heel getal",
    "int_from_float": "een heel getal",
    "list_type": "een lijst",
    "tuple_type": "een lijst",
    "dict_type": "een object",
    "model_type": "een object",
    "model_attributes_type": "een object",
}


def _said(kind: str, around: dict[str, Any], name: str, top: type[BaseModel] | None) -> tuple[str, str]:
    """What is wrong, and what to do."""
    match kind:
        case "missing":
            return f"'{name}' ontbreekt", f"zet '{name}' erbij"
        case "extra_forbidden":
            known = [field.alias or key for key, field in top.model_fields.items()] if top else []
            return f"'{name}' is hier niet bekend", did_you_mean(name, known, otherwise="haal dit weg")
        case "string_too_long" | "too_long":
            return f"'{name}' is te lang", f"neem er ten hoogste {around.get('max_length')}"
        case "string_too_short" | "too_short":
            return f"'{name}' is leeg of te kort", f"geef er ten minste {around.get('min_length')}"
        case "value_error":
            return f"'{name}': {around.get('error')}", ""
        case "literal_error" | "enum":
            return (
                f"'{name}' heeft een waarde die niet kan",
                f"kies uit {around.get('expected', '').replace(' or ', ' of ')}",
            )
        case "json_invalid":
            return (
                "hier staat een half teken",
                "geef bij elk half teken (\\u) ook de andere helft",
            )
        case _ if kind in _WANTED:
            return f"'{name}' is iets anders dan {_WANTED[kind]}", f"geef {_WANTED[kind]}"
        case _:
            return f"'{name}' klopt niet", ""
