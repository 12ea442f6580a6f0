"""What `soco leg-uit` tells of every kind of name, on the village's agreement."""

from __future__ import annotations

from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.compiler.program import compile_in_force
from soco_rules.explain.about import about
from soco_rules.explain.about import names_of
from soco_rules.explain.about import overview
from tests.workspaces import good
from tests.workspaces import workspace_of


@pytest.mark.parametrize(
    "name", ["norm", "aandeel", "maximum", "toeslag", "akkoord", "inkomen", "toegang", "bijdrage", "klasse"]
)
def test_a_name_is_explained(name: str, snapshot: SnapshotAssertion) -> None:
    workspace, _ = workspace_of(good("proefwet"), good("dorp"))
    compiled, _ = compile_in_force(workspace, "dorp/samen", date(2026, 10, 1).toordinal())

    assert compiled
    assert snapshot == about(compiled, name)


def test_every_name_can_be_explained() -> None:
    workspace, _ = workspace_of(good("proefwet"), good("dorp"))
    compiled, _ = compile_in_force(workspace, "dorp/samen", date(2026, 10, 1).toordinal())

    assert compiled
    assert all(about(compiled, name).startswith(f"`{name}` ") for name in names_of(compiled))


def test_all_names_are_listed_by_what_they_are(snapshot: SnapshotAssertion) -> None:
    workspace, _ = workspace_of(good("proefwet"), good("dorp"))
    compiled, _ = compile_in_force(workspace, "dorp/samen", date(2026, 10, 1).toordinal())

    assert compiled
    assert snapshot == overview(compiled)
