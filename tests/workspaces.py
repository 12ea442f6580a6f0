"""Workspaces in few words, for tests: the texts of rule files, laid where their own kenmerk and date say."""

from __future__ import annotations

import re
from pathlib import Path

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import in_reading_order
from soco_rules.model.agreement import Agreement
from soco_rules.model.workspace import Workspace
from soco_rules.parser.load import load_agreement

AGREEMENTS = Path(__file__).parent / "agreements"
GOOD = AGREEMENTS / "goed"
JUDGES = {"klantmanager": "gemeente", "cooperatie": "cooperatie"}


def good(name: str) -> str:
    """The text of a good rule file."""
    return (GOOD / f"{name}.yaml").read_text("utf-8")


def workspace_of(*texts: str) -> tuple[Workspace, tuple[Diagnostic, ...]]:
    """The workspace that holds these rule files, and the findings about each file by itself."""
    agreements: dict[str, list[Agreement]] = {}
    sources: dict[str, str] = {}
    findings: list[Diagnostic] = []
    for text in texts:
        file = _path(text)
        sources[file] = text
        agreement, found = load_agreement(file, text.encode())
        findings += found
        if agreement is not None:
            agreements.setdefault(agreement.reference, []).append(agreement)
    by_date = {
        name: tuple(sorted(versions, key=lambda v: v.valid_from)) for name, versions in agreements.items()
    }
    return Workspace(by_date, sources, judges=JUDGES), in_reading_order(findings)


def _path(text: str) -> str:
    reference, start = (
        re.search(rf"^{key}: *(\S+)", text, re.MULTILINE) for key in ("kenmerk", "geldig_vanaf")
    )
    assert reference
    assert start
    return f"agreements/{reference[1]}/{start[1]}.yaml"
