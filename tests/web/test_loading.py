"""What is loaded before there is a page: whoever comes in waits for it, also after every restart."""

from __future__ import annotations

import subprocess
import sys

import pytest

from soco_rules.web.serve import PIECES
from tests.web.persons import ROOT

ONLY_OTHERS = (
    "alembic",
    "docx",
    "duckdb",
    "gherkin",
    "holidays",
    "openpyxl",
    "pytest",
    "sqlglot",
    "typst",
    "z3",
)
ONLY_ROOMS = ("authlib", "httpx2", "lark", "sqlalchemy", "yaml", *ONLY_OTHERS)


def loaded(module: str) -> set[str]:
    """The names of all modules after one was imported in a new Python."""
    script = f"import sys, {module}; print(*sys.modules)"
    return set(subprocess.check_output((sys.executable, "-c", script), cwd=ROOT, encoding="utf-8").split())


@pytest.mark.parametrize(
    ("module", "spared"),
    [
        ("soco_rules.web.app, soco_rules.web.serve", ONLY_ROOMS),
        ("soco_rules.web.access.entrance, soco_rules.web.access.proxy", ONLY_ROOMS),
        ("soco_rules.web.rooms", ONLY_OTHERS),
    ],
)
def test_a_page_waits_for_nothing_that_only_other_pages_need(module: str, spared: tuple[str, ...]) -> None:
    assert set() == loaded(module) & set(spared)


def test_the_pieces_are_all_of_what_the_rooms_behind_load_anyway() -> None:
    assert set() == set(PIECES) - loaded("soco_rules.web.letters, soco_rules.web.further")
