"""What the law leaves no room for (L1 to L18): a rule file that tries it, and the finding that names the article."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests import limits
from tests.limits import PARTS


def test_without_a_try_there_are_no_findings() -> None:
    assert "\n" == limits.printed(*limits.reviewed(""))


def test_every_limit_is_tried() -> None:
    assert {f"L{number:02}" for number in range(1, 19)} == {part.stem[:3] for part in PARTS}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_a_try_has_its_findings(part: Path, snapshot: SnapshotAssertion) -> None:
    assert limits.printed(*limits.reviewed(part.read_text("utf-8"))) == snapshot


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_the_finding_names_the_article(part: Path) -> None:
    text = part.read_text("utf-8")
    law, code = limits.announced(text)
    workspace, findings = limits.reviewed(text)

    ours = tuple(found for found in findings if found.code == code)

    assert law in limits.printed(workspace, ours)
