"""The notation on one page: its file is read and reviewed without findings, and every sentence of its table is read."""

from __future__ import annotations

import re

from soco_rules.diagnostics import Span
from soco_rules.diagnostics import in_reading_order
from soco_rules.diagnostics import render
from soco_rules.parser.expressions import parse_expression
from soco_rules.review import review
from tests.docs.pages import DOCS
from tests.docs.pages import blocks
from tests.located import located_at
from tests.workspaces import workspace_of

PAGE = (DOCS / "beleid" / "notatie.md").read_text("utf-8")
LINES = 70
"""What fits on one page."""


def test_the_file_has_no_findings() -> None:
    workspace, findings = workspace_of(*blocks(PAGE, "yaml"))

    everything = in_reading_order((*findings, *review(workspace, workspace.agreements)))

    assert "" == "\n".join(render(found, workspace.sources) for found in everything)


def test_every_expression_of_the_table_is_read() -> None:
    rows = [
        line.split("|")[2] for line in PAGE.splitlines() if line.startswith("| ") and "U wilt" not in line
    ]
    quoted = [text for row in rows for text in re.findall(r"`([^`]*)`", row)]

    unread = [text for text in quoted if " " in text and ":" not in text and not _is_read(text)]

    assert ["is ten hoogste", "is meer dan", "is minder dan", "is niet"] == unread


def _is_read(text: str) -> bool:
    expression, _ = parse_expression(located_at(text, Span("pagina", 1, 1, 1, 1)))
    return expression is not None


def test_it_is_one_page() -> None:
    assert len(PAGE.splitlines()) <= LINES
