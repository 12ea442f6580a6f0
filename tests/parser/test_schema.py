"""The JSON Schemas that editors use: up to date, Dutch, and of one mind with the parser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from soco_rules.parser.schema import schemas

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "schema"
RULE_FILE = json.loads(schemas()["regeling.schema.json"])
RULE_FILES = [
    *sorted((ROOT / "tests" / "agreements" / "goed").glob("*.yaml")),
    *sorted((ROOT / "agreements").glob("*/*/*.yaml")),
]


@pytest.mark.parametrize(("name", "text"), schemas().items())
def test_a_schema_in_the_repository_is_up_to_date(name: str, text: str) -> None:
    assert text == (FOLDER / name).read_text("utf-8"), "run `make schema`"


@pytest.mark.parametrize("text", schemas().values(), ids=schemas())
def test_a_schema_is_a_schema(text: str) -> None:
    Draft202012Validator.check_schema(json.loads(text))


@pytest.mark.parametrize("text", schemas().values(), ids=schemas())
def test_every_key_has_a_description_and_an_example(text: str) -> None:
    schema = json.loads(text)
    parts = [schema, *schema.get("$defs", {}).values()]

    bare = [
        key
        for part in parts
        for key, value in part.get("properties", {}).items()
        if not {"description", "examples"} <= value.keys()
    ]

    assert [] == bare


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.parent.name + "-" + path.stem)
def test_a_good_rule_file_has_no_errors_in_an_editor(path: Path) -> None:
    data: Any = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - the loader that makes only text

    assert [] == [error.message for error in Draft202012Validator(RULE_FILE).iter_errors(data)]


def test_a_wrong_key_is_an_error_in_an_editor() -> None:
    data = {
        "kenmerk": "a/b",
        "soort": "model",
        "titel": "x",
        "geldig_vanaf": "2024-01-01",
        "status": "concept",
    }

    errors = Draft202012Validator(RULE_FILE).iter_errors({**data, "begripen": {}})

    assert 1 == len(list(errors))
