"""Which keys stand where: holds the data of a file against its pydantic model, and says what does not fit."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from typing import Generic
from typing import TypeVar
from typing import get_args
from typing import get_origin

from pydantic import BaseModel
from pydantic import RootModel
from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.parser.yaml_source import Path
from soco_rules.parser.yaml_source import Source

Model = TypeVar("Model", bound=BaseModel)
_MAX_ROUNDS = 50


@dataclass(frozen=True, slots=True)
class Shaped(Generic[Model]):
    """The part of a file that fits. `kept` gives, for a list that lost items, the numbers of the others."""

    part: Model
    kept: Mapping[Path, tuple[int, ...]]
    is_whole: bool


def shape(
    model: type[Model], source: Source, data: Mapping[str, Any], *, fallback: Mapping[str, str] | None = None
) -> tuple[Shaped[Model] | None, tuple[Diagnostic, ...]]:
    """The file as its model, without what does not fit, and a finding for each thing that does not.

    What is left serves to find more mistakes in one run, never to decide. `fallback` fills in for missing keys
    of the file itself, so that a forgotten title does not hide what is wrong below it.
    """
    try:
        return Shaped(model.model_validate(data), {}, is_whole=True), ()
    except ValidationError as error:
        errors = error.errors(include_url=False)
    findings = tuple(found for error in errors for found in _explain(model, source, error))
    return _without_misfits(model, data, errors, fallback or {}), findings


def place(source: Source, path: Path) -> Span:
    """Where something stands: its key, else its value, else what it is part of."""
    for length in range(len(path), 0, -1):
        if found := source.key_spans.get(path[:length]) or source.spans.get(path[:length]):
            return found
    return Span(source.file)


def existing(data: object, location: Iterable[str | int]) -> Path:
    """The path in the file of a location in its model, which has steps for what an author may leave out."""
    path: Path = ()
    for step in location:
        if (isinstance(data, dict) and step in data) or (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        ):
            data = data[step]  # type: ignore[index]  # the step is of the container's own kind
            path = (*path, step)
    return path


def original(path: Path, kept: Mapping[Path, tuple[int, ...]]) -> Path:
    """The path in the file of a path in what is left of it."""
    found: Path = ()
    for step in path:
        found = (*found, kept[found][step] if isinstance(step, int) and found in kept else step)
    return found


def _explain(model: type[BaseModel], source: Source, error: ErrorDetails) -> Iterable[Diagnostic]:
    location = error["loc"]
    path = existing(source.data, location)
    key = str(next((step for step in reversed(location) if isinstance(step, str)), ""))
    held = str(next((step for step in reversed(path) if isinstance(step, str)), key))
    value = source.spans.get(path, Span(source.file))
    match error["type"]:
        case "extra_forbidden":
            known = tuple(_fields_at(model, location[:-1]))
            remedy = did_you_mean(key, known, otherwise=f"hier kunnen staan: {', '.join(known)}")
            yield finding(
                "onbekende-sleutel",
                place(source, path),
                f"'{key}' is {_owner(path[:-1])} geen sleutel",
                remedy=remedy,
            )
        case "missing":
            example = _example(_fields_at(model, location[:-1]).get(key))
            yield finding(
                "ontbrekende-sleutel",
                place(source, path),
                f"de sleutel '{key}' ontbreekt {_owner(path)}",
                remedy=f"voeg de sleutel toe, bijvoorbeeld: {key}: {example}" if example else "",
            )
        case "enum" | "literal_error":
            known = tuple(re.findall(r"'([^']*)'", error.get("ctx", {}).get("expected", "")))
            code = "beslisser" if key == "beslisser" else "ongeldige-waarde"
            yield finding(
                code,
                value,
                f"'{error['input']}' kan niet staan bij '{key}'",
                remedy=did_you_mean(str(error["input"]), known, otherwise=f"kies uit: {', '.join(known)}"),
            )
        case "string_too_short":
            if path in source.scalars and not source.is_plain(
                path
            ):  # an empty plain one is reported by the reader
                yield finding("ongeldige-waarde", value, f"bij '{held}' staat een lege tekst")
        case "bool_type" | "bool_parsing" if location[-1] == "bool" and error["input"] == "":
            return  # beside it stands that the text is empty
        case kind:
            wanted = _wanted(kind, is_group=bool(_fields_at(model, (*location, 0))))
            yield finding(
                "verkeerde-vorm",
                place(source, path),
                f"bij '{held}' hoort {wanted}; er staat {_found(error['input'])}",
            )


def _owner(path: Path) -> str:
    """Where a key is too many or missing, in words."""
    name = next((step for step in reversed(path) if isinstance(step, str)), None)
    if name is None:
        return "in dit bestand"
    if path and isinstance(path[-1], int):
        return f"in onderdeel {path[-1] + 1} van '{name}'"
    return f"bij '{name}'"


def _wanted(kind: str, *, is_group: bool) -> str:
    match kind:
        case "string_type" | "bool_type":
            return "één tekst"
        case "tuple_type" | "list_type":
            return "een lijst" if is_group else "een tekst of een lijst van teksten"
        case "dict_type" | "model_type" | "model_attributes_type":
            return "een groep sleutels met elk een waarde"
        case _:
            return "iets anders"


def _found(written: object) -> str:
    match written:
        case dict():
            return "een groep sleutels"
        case list() | tuple():
            return "een lijst"
        case None:
            return "niets"
        case _:
            return "een tekst"


def _example(field: FieldInfo | None) -> str:
    example = field.examples[0] if field and field.examples else None
    return example if isinstance(example, str) else ""


def _fields_at(model: type[BaseModel], location: Iterable[str | int]) -> dict[str, FieldInfo]:
    """The fields that may stand at a location, by their Dutch key; none where names are free."""
    annotation: object = model.model_fields["root"].annotation if issubclass(model, RootModel) else model
    for step in location:
        found = _model_in(annotation)
        annotation = _by_key(found).get(str(step)) if found else _items_of(annotation)
        annotation = annotation.annotation if isinstance(annotation, FieldInfo) else annotation
    found = _model_in(annotation)
    return _by_key(found) if found else {}


def _by_key(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The model that an annotation stands for, whatever metadata or None stands beside it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {dict, tuple}:
        return None
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _items_of(annotation: object) -> object:
    """What a mapping or list holds."""
    arguments = get_args(annotation)
    match get_origin(annotation):
        case origin if origin is dict:
            return arguments[1]
        case origin if origin is tuple:
            return arguments[0]
        case _:
            return next((found for part in arguments if (found := _items_of(part))), None)


def _without_misfits(
    model: type[Model], data: Mapping[str, Any], errors: list[ErrorDetails], fallback: Mapping[str, str]
) -> Shaped[Model] | None:
    rest: dict[str, Any] = copy.deepcopy(dict(data))
    kept: dict[Path, list[int]] = {}
    for _ in range(_MAX_ROUNDS):
        for path in sorted({_misfit(rest, error) for error in errors}, key=_order, reverse=True):
            _remove(rest, path, kept)
        for error in errors:
            if error["type"] == "missing" and len(error["loc"]) == 1:
                rest.update({key: text for key, text in fallback.items() if key == error["loc"][0]})
        try:
            part = model.model_validate(rest)
        except ValidationError as error:
            errors = error.errors(include_url=False)
        else:
            return Shaped(part, {path: tuple(numbers) for path, numbers in kept.items()}, is_whole=False)
    return None


def _misfit(data: Mapping[str, Any], error: ErrorDetails) -> Path:
    """What to leave out: the value itself, or what misses a key."""
    location = error["loc"]
    return existing(data, location[:-1] if error["type"] == "missing" else location)


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (0, step) for step in path)


def _remove(data: dict[str, Any], path: Path, kept: dict[Path, list[int]]) -> None:
    if not path:
        return
    container: Any = data
    where: Path = ()
    for step in path[:-1]:
        container = container[step]
        where = (*where, kept[where][step] if isinstance(step, int) and where in kept else step)
    if isinstance(container, list):
        kept.setdefault(where, list(range(len(container)))).pop(int(path[-1]))
    del container[path[-1]]
