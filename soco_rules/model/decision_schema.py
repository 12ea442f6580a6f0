"""Writes the JSON Schemas of what `soco` gives: `python -m soco_rules.model.decision_schema schema`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from soco_rules.model.adoption import Adoption
from soco_rules.model.counterfactual import Counterfactual
from soco_rules.model.decision import Decision

NAME = "besluit.schema.json"
ADOPTION = "vaststelling.schema.json"
COUNTERFACTUAL = "wat-als.schema.json"
VERSION = 1
_ENGLISH = frozenset({"title", "description"})


def decision_schema() -> str:
    """The text of the schema; null is part of it, for null means unknown."""
    return schema_text(Decision, "besluit", "Besluit van soco_rules")


def adoption_schema() -> str:
    """The text of the schema of an adopted decision."""
    return schema_text(Adoption, "vaststelling", "Vaststelling van soco_rules")


def counterfactual_schema() -> str:
    """The text of the schema of what would have to change."""
    return schema_text(Counterfactual, "wat-als", "Wat als van soco_rules")


def schema_text(model: type[BaseModel], name: str, title: str) -> str:
    """The text of the schema of what a command writes as JSON."""
    schema = _without_english(model.model_json_schema(by_alias=True))
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:soco-rules:{name}:{VERSION}",
        "title": title,
    }
    return json.dumps({**head, **schema}, ensure_ascii=False, indent=2) + "\n"


def _without_english(schema: object) -> Any:  # noqa: ANN401 - JSON
    """The schema without the texts that pydantic takes from the code; a property may be called so itself."""
    match schema:
        case dict():
            return {
                key: _without_english(value)
                for key, value in schema.items()
                if not (key in _ENGLISH and isinstance(value, str))
            }
        case list():
            return [_without_english(item) for item in schema]
        case _:
            return schema


def main(folder: str) -> None:
    """Writes the schemas into a folder."""
    Path(folder, NAME).write_text(decision_schema(), encoding="utf-8")
    Path(folder, ADOPTION).write_text(adoption_schema(), encoding="utf-8")
    Path(folder, COUNTERFACTUAL).write_text(counterfactual_schema(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
