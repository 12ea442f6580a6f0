"""Every finding of the compiler, each from a rule file that has it: the parts of tests/agreements/fout/lagen."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import in_reading_order
from soco_rules.diagnostics import render
from soco_rules.model.workspace import Workspace
from soco_rules.review import review
from tests.workspaces import AGREEMENTS
from tests.workspaces import good
from tests.workspaces import workspace_of

PARTS = sorted((AGREEMENTS / "fout" / "lagen").glob("*.yaml"))
HEADER, POINTS = good("dorp").split("afspraken:\n")


def reviewed(*texts: str) -> tuple[Workspace, tuple[Diagnostic, ...]]:
    workspace, findings = workspace_of(*texts)
    return workspace, in_reading_order((*findings, *review(workspace, workspace.agreements)))


def printed(*texts: str) -> str:
    workspace, findings = reviewed(*texts)
    return "\n\n".join(render(found, workspace.sources) for found in findings) + "\n"


def with_header(part: str) -> str:
    """The village's agreement with this part in it, and its own points where the part has none."""
    return HEADER + part if part.startswith("afspraken:") else f"{HEADER}afspraken:\n{POINTS}{part}"


def test_a_good_agreement_has_no_findings() -> None:
    assert printed(good("proefwet"), good("dorp")) == "\n"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_a_mistake_has_its_finding(part: Path, snapshot: SnapshotAssertion) -> None:
    assert printed(good("proefwet"), with_header(part.read_text("utf-8"))) == snapshot


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_a_mistake_has_the_code_of_its_file(part: Path) -> None:
    _, findings = reviewed(good("proefwet"), with_header(part.read_text("utf-8")))

    assert {part.stem} == {found.code for found in findings}
