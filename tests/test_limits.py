"""What the law leaves no room for (L1 to L18): a rule file that tries it, and the finding that names the article."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.decide import decide
from soco_rules.facts import Dates
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.values import parse_date
from soco_rules.parser.case import read_case
from tests import limits
from tests.docs.pages import DOCS
from tests.docs.pages import table_under
from tests.limits import PARTS

PAGE = (DOCS / "beleid" / "grenzen.md").read_text("utf-8")


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


def test_what_a_member_receives_counts_whatever_the_agreement_says() -> None:
    """L9 at the desk: an exception that the check of the file cannot see through is stopped in the decision."""
    workspace, findings = limits.reviewed(
        (limits.TRIES / "besluit-L09-verdiensten-tellen-niet.yaml").read_text("utf-8")
    )
    case, unreadable = read_case("zaak.yaml", (limits.TRIES / "zaak-L09.yaml").read_bytes())
    assert () == findings == unreadable
    assert case
    month, day = parse_date("2026-10-01"), parse_date("2026-11-10")

    decision, _ = decide(workspace, limits.REFERENCE, "verrekening", case, Dates(month, day))

    assert decision
    assert (
        DecisionStatus.REQUIREMENT_BROKEN,
        [
            (
                "verdiensten_tellen_mee",
                ("Participatiewet artikel 19 lid 2", "Participatiewet artikel 31 lid 1"),
            )
        ],
    ) == (decision.status, [(broken.name, tuple(broken.legal_basis)) for broken in decision.requirements])


@pytest.mark.parametrize(("limit", "law", "code", "message"), table_under(PAGE, "## Wat u te zien krijgt"))
def test_the_page_tells_what_the_program_says(limit: str, law: str, code: str, message: str) -> None:
    said = [
        limits.printed(workspace, (found,))
        for part in PARTS
        if part.stem.startswith(f"L{int(limit[1:]):02}-")
        for workspace, findings in [limits.reviewed(part.read_text("utf-8"))]
        for found in findings
        if code == f"`{found.code}`"
    ]

    assert any(law in text and f"  {message}\n" in text for text in said)


def test_the_page_tells_of_every_limit_how_it_is_kept_and_what_is_said() -> None:
    kept, said = (table_under(PAGE, heading) for heading in ("## Wat niet kan", "## Wat u te zien krijgt"))
    ways = {"niet te schrijven", "regel", "grens", "eis", "overgangsrecht", "programma"}

    assert [(f"L{number}", True) for number in range(1, 19)] == [
        (row[0], set(row[3].split(", ")) <= ways) for row in kept
    ]
    assert [(row[0], row[2]) for row in kept] == [row[:2] for row in said]
