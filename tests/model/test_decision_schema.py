"""The JSON Schema of a decision: up to date, and without a word of English in its texts."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from soco_rules.model.decision_schema import NAME
from soco_rules.model.decision_schema import decision_schema

FILE = Path(__file__).parents[2] / "schema" / NAME


def test_the_schema_in_the_repository_is_up_to_date() -> None:
    assert decision_schema() == FILE.read_text("utf-8"), "run `make schema`"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(decision_schema()))


def test_the_keys_of_a_decision_are_those_of_the_design() -> None:
    expected = {
        "schema_versie",
        "besluit",
        "overeenkomst",
        "versie",
        "peildatum",
        "besluitdatum",
        "tijdvak",
        "status",
        "uitkomst",
        "uitkomsten",
        "feiten",
        "gronden",
        "afgevallen_regels",
        "ontbreekt",
        "aannames",
        "ontvangstbewijs",
    }

    assert expected <= set(json.loads(decision_schema())["properties"])
