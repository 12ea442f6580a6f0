"""What the shipped agreements say about hearing: every beschikking can be adopted."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import DecisionType
from soco_rules.parser.workspace import load_workspace

ROOT = Path(__file__).parents[2]
WORKSPACE, _ = load_workspace(ROOT, ROOT)
BESLUITEN = [
    (version, decision)
    for versions in WORKSPACE.agreements.values()
    for version in versions
    for decision in version.decisions.values()
]


@pytest.mark.parametrize(("version", "decision"), BESLUITEN, ids=lambda each: getattr(each, "name", ""))
def test_every_beschikking_says_when_the_person_is_heard(version: Agreement, decision: DecisionType) -> None:
    characters = {*decision.legal_character.cases.values(), decision.legal_character.otherwise}

    assert ("beschikking" in characters) is (decision.hearing is not None), version.path
