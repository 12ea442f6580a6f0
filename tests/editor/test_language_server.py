"""The schema in a real YAML language server: every key is explained and completed in Dutch.

Where there is no language server these tests are skipped, and pytest says so; `.ci/run` fetches it where npm is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from soco_rules.parser.schema import schemas
from tests.editor.language_server import VARIABLE
from tests.editor.language_server import Server
from tests.editor.language_server import command
from tests.editor.language_server import started
from tests.workspaces import good

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(schemas()["regeling.schema.json"])
MODELINE = "# yaml-language-server: $schema=../../../schema/regeling.schema.json\n"
RULE_FILES = ("dossier", "overeenkomst", "proefwet")
COMMAND = command()

pytestmark = pytest.mark.skipif(
    COMMAND is None,
    reason=f"there is no yaml-language-server here: npm install yaml-language-server, and say in {VARIABLE} where",
)

PLACES = {
    "": "",
    "AllowancePart": "eisen:\n  - naam: a\n    behalve:\n      - ",
    "AmountPart": "bedragen:\n  a:\n    ",
    "AssumptionDefaultPart": "aanname_standaard:\n  ",
    "AssumptionPart": "afspraken:\n  a:\n    aanname:\n      ",
    "ConceptPart": "begrippen:\n  a:\n    ",
    "CooperativePart": "cooperatie:\n  ",
    "DatedValuePart": "bedragen:\n  a:\n    waarden:\n      2026-01-01:\n        ",
    "DecisionPart": "besluiten:\n  a:\n    ",
    "DeviationPart": "besluiten:\n  a:\n    individueel_afwijken:\n      ",
    "DossierPart": "gegevens:\n  a:\n    uit_dossier:\n      ",
    "FactPart": "gegevens:\n  a:\n    ",
    "HearingPart": "besluiten:\n  a:\n    zienswijze:\n      ",
    "LedgerPart": "besluiten:\n  a:\n    grootboek:\n      ",
    "MunicipalityPart": "gemeente:\n  ",
    "PersonPart": "personen:\n  partner:\n    ",
    "PersonsPart": "personen:\n  ",
    "PointPart": "afspraken:\n  a:\n    ",
    "RequirementPart": "eisen:\n  - ",
    "RetentionPart": "bewaren:\n  - ",
    "RulePart": "begrippen:\n  a:\n    regels:\n      - ",
    "StatePart": "besluiten:\n  a:\n    stand:\n      ",
    "TransitionalPart": "overgangsrecht:\n  - ",
    "UntranslatedPart": "niet_vertaald:\n  - ",
}
"""For every group of keys a text at whose end such a key may come."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    assert COMMAND
    with started(COMMAND, ROOT) as running:
        yield running


def properties(part: str) -> dict[str, Any]:
    found: dict[str, Any] = (SCHEMA["$defs"][part] if part else SCHEMA)["properties"]
    return found


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        return {**SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], **schema}
    return schema


def forms(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema and every form that it leaves open."""
    yield resolved(schema)
    for form in schema.get("anyOf", ()):
        yield from forms(form)


def keys(node: yaml.Node, schema: dict[str, Any]) -> Iterator[tuple[int, int, str, str]]:
    """Line and column of every key of the notation, the key and its description."""
    for form in forms(schema):
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from keys(item, form.get("items", {}))
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                known = form.get("properties", {}).get(key.value)
                if known:
                    yield key.start_mark.line, key.start_mark.column, key.value, known["description"]
                named = (
                    inner
                    for pattern, inner in form.get("patternProperties", {}).items()
                    if re.search(pattern, key.value)
                )
                yield from keys(value, known or next(named, {}))


def plain(markdown: str) -> str:
    """The text that markdown shows."""
    return re.sub(r"\s+", " ", re.sub(r"\\(.)", r"\1", markdown.replace("&nbsp;", " ")))


def test_every_group_of_keys_has_its_place() -> None:
    groups = {name for name, part in SCHEMA["$defs"].items() if "properties" in part}

    assert groups == PLACES.keys() - {""}


def keys_in(name: str) -> list[tuple[int, int, str, str]]:
    node = yaml.compose(MODELINE + good(name))
    assert node
    return list(keys(node, SCHEMA))


def test_the_rule_files_hold_every_key() -> None:
    assert {name for part in PLACES for name in properties(part)} == {
        key for name in RULE_FILES for _, _, key, _ in keys_in(name)
    }


@pytest.mark.parametrize("name", RULE_FILES)
def test_every_key_is_explained_where_it_stands(server: Server, name: str) -> None:
    uri = server.open(MODELINE + good(name))

    silent = [
        f"{line + 1}: {key}"
        for line, column, key, description in keys_in(name)
        if description not in plain(server.hover(uri, line, column + 1))
    ]

    assert [] == silent


@pytest.mark.parametrize("part", PLACES)
def test_every_key_is_offered_with_its_explanation(server: Server, part: str) -> None:
    offered = server.completions(MODELINE + PLACES[part])

    expected = {key: schema["description"] for key, schema in properties(part).items()}
    assert expected == {key: plain(offered.get(key, "")) for key in expected}


CLOSED = [
    (part, key, list(form["enum"]))
    for part in PLACES
    for key, schema in properties(part).items()
    for form in forms(schema)
    if "enum" in form
]


@pytest.mark.parametrize(("part", "key", "values"), CLOSED, ids=lambda value: str(value) or "bestand")
def test_the_values_of_a_closed_list_are_offered(
    server: Server, part: str, key: str, values: list[str]
) -> None:
    offered = server.completions(f"{MODELINE}{PLACES[part]}{key}: ")

    assert set(values) <= {value.strip("\"'") for value in offered}


def test_a_good_rule_file_is_not_underlined(server: Server) -> None:
    assert [] == server.problems(MODELINE + good("overeenkomst"))


def test_an_unknown_key_is_underlined(server: Server) -> None:
    assert server.problems(f"{MODELINE}{good('overeenkomst')}\nkenmerkt: a/b\n")
