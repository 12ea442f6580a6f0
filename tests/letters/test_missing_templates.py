"""A besluit names its letter; `soco controleer` says when there is no template for it."""

from __future__ import annotations

from pathlib import Path

from soco_rules.letters.check import missing_templates
from tests.workspaces import good
from tests.workspaces import workspace_of


def test_a_letter_without_a_template_is_told(tmp_path: Path) -> None:
    workspace, _ = workspace_of(good("proefwet"))
    found = missing_templates(workspace.agreements["landelijk/proefwet"], (tmp_path,))

    assert [("sjabloon-ontbreekt", "toegang")] == [(each.code, each.message.split("'")[1]) for each in found]


def test_a_template_of_the_municipality_is_enough(tmp_path: Path) -> None:
    workspace, _ = workspace_of(good("proefwet"))
    (tmp_path / "landelijk").mkdir()
    (tmp_path / "landelijk" / "toegang.md.j2").write_text("# Toegang\n", "utf-8")

    assert missing_templates(workspace.agreements["landelijk/proefwet"], (tmp_path,)) == ()
