"""The JSON Schemas of a decision and an adoption: up to date, and without a word of English in their texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from soco_rules.adopt.statement import Deviating
from soco_rules.model.decision_schema import ADOPTION
from soco_rules.model.decision_schema import COUNTERFACTUAL
from soco_rules.model.decision_schema import NAME
from soco_rules.model.decision_schema import adoption_schema
from soco_rules.model.decision_schema import counterfactual_schema
from soco_rules.model.decision_schema import decision_schema
from tests.adopted import HEARD
from tests.adopted import adopted
from tests.adopted import proposal
from tests.adopted import says

FOLDER = Path(__file__).parents[2] / "schema"
SCHEMAS = (
    (NAME, decision_schema()),
    (ADOPTION, adoption_schema()),
    (COUNTERFACTUAL, counterfactual_schema()),
)


@pytest.mark.parametrize(("name", "text"), SCHEMAS)
def test_the_schema_in_the_repository_is_up_to_date(name: str, text: str) -> None:
    assert text == (FOLDER / name).read_text("utf-8"), "run `make schema`"


@pytest.mark.parametrize(("name", "text"), SCHEMAS)
def test_the_schema_is_a_schema(name: str, text: str) -> None:
    Draft202012Validator.check_schema(json.loads(text))


def test_an_adoption_keeps_to_its_schema() -> None:
    said = says(hearing=HEARD, deviation=Deviating({None: "toegewezen"}, "zij kent de coöperatie al"))
    written = adopted(proposal(), said).model_dump(mode="json", by_alias=True)

    errors = Draft202012Validator(json.loads(adoption_schema())).iter_errors(written)

    assert [] == [error.message for error in errors]


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
