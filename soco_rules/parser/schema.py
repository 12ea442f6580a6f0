"""Writes the JSON Schemas of what people write, for editors: `python -m soco_rules.parser.schema schema`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from soco_rules.parser.case import CasePart
from soco_rules.parser.document import AgreementPart
from soco_rules.parser.house_style import HouseStylePart
from soco_rules.parser.mandates import MandatesPart

VERSION = 1
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NULL = {"type": "null"}


def schemas() -> dict[str, str]:
    """The text of every schema file, by its name."""
    return {
        f"{name}.schema.json": _text(model, name, title)
        for name, model, title in (
            ("regeling", AgreementPart, "Regelbestand van soco_rules"),
            ("zaak", CasePart, "Zaak van soco_rules"),
            ("huisstijl", HouseStylePart, "Huisstijl van brieven voor soco_rules"),
            ("mandaten", MandatesPart, "Mandaten van een gemeente voor soco_rules"),
        )
    }


def _text(model: type[BaseModel], name: str, title: str) -> str:
    schema = _for_readers(model.model_json_schema(by_alias=True))
    schema.pop("description", None)
    for part in schema.get("$defs", {}).values():
        part.pop("description", None)  # the docstring of a class, which is not for the reader
    head = {"$schema": _DIALECT, "$id": f"urn:soco-rules:{name}:{VERSION}", "title": title}
    return json.dumps({**head, **schema}, ensure_ascii=False, indent=2) + "\n"


def _for_readers(schema: object) -> Any:  # noqa: ANN401 - JSON
    """The schema without English titles and without null, which a file never has where a key may be left out."""
    match schema:
        case dict():
            return _group(schema)
        case list():
            return [_for_readers(item) for item in schema]
        case _:
            return schema


def _group(schema: dict[str, Any]) -> dict[str, Any]:
    rest = {key: value if key == "examples" else _for_readers(value) for key, value in schema.items()}
    rest = {
        key: value
        for key, value in rest.items()
        if key not in {"title", "default"} or isinstance(value, dict)
    }
    choices = [choice for choice in rest.get("anyOf", []) if choice != _NULL]
    if "anyOf" in rest:
        del rest["anyOf"]
        rest = {**rest, **choices[0]} if len(choices) == 1 else {**rest, "anyOf": choices}
    if "patternProperties" in rest:
        rest["additionalProperties"] = False
    return rest


def main(folder: str) -> None:
    """Writes the schemas into a folder."""
    for name, text in schemas().items():
        Path(folder, name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
