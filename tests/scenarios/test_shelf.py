from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.variant import Stated
from soco_rules.compiler.variant import with_points
from soco_rules.diagnostics import Span
from soco_rules.model.agreement import Assumption
from soco_rules.model.values import parse_date
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.scenarios.shelf import OWNER
from soco_rules.scenarios.shelf import WHY
from soco_rules.scenarios.shelf import Shelf
from soco_rules.scenarios.shelf import Terms
from tests.scenarios.test_variant import FULL
from tests.scenarios.test_variant import told

DAY = parse_date("2026-10-15")
HERE = Span("x.feature", 3, 5)


@pytest.mark.parametrize(
    "points",
    [
        {"plaatsen": "9"},
        {"plaatsen": "open", "reserve": "1"},
        {"wie_vol_treft": "loot", "reserve": "niet van toepassing"},
    ],
)
def test_other_points_on_the_shelf_are_what_a_file_with_them_compiles_to(
    tmp_path: Path, points: dict[str, str]
) -> None:
    told(tmp_path, FULL)
    workspace, _ = load_workspace(tmp_path, shipped_root())
    (version,) = workspace.agreements["dorp/tuin"]
    stated = {name: Stated(text, HERE, HERE) for name, text in points.items()}
    variant, _ = with_points(version, stated, Assumption(WHY, OWNER, version.valid_from))
    whole, _ = compile_stack(workspace, variant, DAY)

    assert whole == Shelf(workspace).compiled(Terms("dorp/tuin", stated), DAY)


def test_a_variant_is_compiled_once_wherever_it_is_stated(tmp_path: Path) -> None:
    told(tmp_path, FULL)
    shelf = Shelf(load_workspace(tmp_path, shipped_root())[0])
    here, there = ({"plaatsen": Stated("9", span, span)} for span in (HERE, Span("y.feature", 8, 1)))

    assert shelf.compiled(Terms("dorp/tuin", here), DAY) is shelf.compiled(Terms("dorp/tuin", there), DAY + 1)
