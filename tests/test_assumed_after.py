"""An assumption of a day that has yet to come is told, by the clock of who looks (`aanname-van-later`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.diagnostics import Diagnostic
from soco_rules.model.values import parse_date
from soco_rules.parser.workspace import load_workspace
from soco_rules.review import assumed_after

FILE = "agreements/dorp/tuin/2026-01-01.yaml"
RULES = """\
kenmerk: dorp/tuin
soort: overeenkomst
titel: Afspraken over de tuin
geldig_vanaf: 2026-01-01
status: concept
aanname_standaard: {eigenaar: beleid, datum: 2026-11-03}
gemeente: {naam: Dorp, code: GM9990, bestuursorgaan: het college van Dorp}
cooperatie: {naam: De Tuin}
afspraken:
  deel: {soort: percentage, omschrijving: welk deel, waarde: 10%, aanname: {reden: een schatting, datum: 2026-11-04}}
  grens: {soort: aantal, omschrijving: welke grens, waarde: 3, aanname: een schatting}
"""


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-11-02", [(6, "3 november 2026"), (10, "4 november 2026")]),
        ("2026-11-03", [(10, "4 november 2026")]),
        ("2026-11-04", []),
    ],
)
def test_each_day_after_today_is_told_where_it_is_written(
    tmp_path: Path, today: str, expected: list[tuple[int, str]]
) -> None:
    assert [(line, f"Deze aanname is van {day}; die dag moet nog komen.") for line, day in expected] == [
        (found.span.line, found.message) for found in looked(tmp_path, today)
    ]


def looked(root: Path, today: str) -> tuple[Diagnostic, ...]:
    """What is told of the tuin on a day."""
    path = root / FILE
    path.parent.mkdir(parents=True)
    path.write_text(RULES, "utf-8")
    workspace, findings = load_workspace(root, None)
    assert workspace.agreements, findings
    return assumed_after(workspace, ("dorp/tuin",), parse_date(today))
