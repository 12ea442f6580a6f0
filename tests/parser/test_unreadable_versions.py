"""A file of an agreement that cannot be read: which it is, where, and what it stops."""

from __future__ import annotations

from pathlib import Path

from soco_rules.diagnostics import Diagnostic
from soco_rules.parser.workspace import in_the_way
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import unread_files
from tests.decided import AGREEMENT
from tests.decided import NATIONAL

SAMEN = "voorbeeldstad/samen"
BROKEN = f"agreements/{SAMEN}/2027-01-01.yaml"


def told(root: Path, broken: str, *, of: str | None = SAMEN) -> list[tuple[str, str]]:
    """Code and place of what stands in the way of an agreement, or of any."""
    for file, text in (
        ("agreements/landelijk/proefkader/2020-01-01.yaml", NATIONAL),
        (f"agreements/{SAMEN}/2020-01-01.yaml", AGREEMENT),
        ("agreements/oordelaars.yaml", "klantmanager: gemeente\n"),
        (BROKEN, broken),
    ):
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    workspace, findings = load_workspace(root, None)
    found: tuple[Diagnostic, ...] = (
        unread_files(workspace, findings) if of is None else in_the_way(workspace, findings, of)
    )
    return [(each.code, each.span.file) for each in found]


def test_a_file_that_gives_no_version_is_named_before_its_mistakes(tmp_path: Path) -> None:
    found = told(tmp_path, "kenmerk: [\n")

    assert ("versie-onleesbaar", BROKEN) == found[0]
    assert {BROKEN} == {file for _, file in found}
    assert found == told(tmp_path, "kenmerk: [\n", of=None)


def test_a_concept_with_a_mistake_that_can_be_read_is_told_of_by_that_only(tmp_path: Path) -> None:
    later = AGREEMENT.replace("geldig_vanaf: 2020-01-01", "geldig_vanaf: 2027-01-01")

    assert "versie-onleesbaar" not in [code for code, _ in told(tmp_path, later)]


def test_another_agreement_is_not_stopped(tmp_path: Path) -> None:
    assert [] == told(tmp_path, "kenmerk: [\n", of="voorbeeldstad/anders")
