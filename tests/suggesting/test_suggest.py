"""Proposed scenarios pass as printed and reach or guard what they are proposed for; a file keeps all that it held."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.scenarios.coverage import told
from soco_rules.scenarios.coverage import untouched
from soco_rules.scenarios.rehearsal import Prompter
from soco_rules.scenarios.report import Report
from soco_rules.scenarios.run import run
from soco_rules.suggesting.feature import added_to
from soco_rules.suggesting.feature import as_text
from soco_rules.suggesting.suggest import Suggestion
from soco_rules.suggesting.suggest import Suggestions
from soco_rules.suggesting.suggest import suggest
from tests.scenarios.test_coverage import RULES

AGREEMENTS = Path(__file__).parents[2] / "agreements"
SQUARE = "agreements/dorp/plein/2026-01-01.yaml"
FEATURE = "features/dorp/plein.feature"
ONE = """\
# language: nl
Functionaliteit: Het plein

  Regel: Groot gaat voor

    # hierover is lang gesproken
    Scenario: Vooraan
      Gegeven de overeenkomst "dorp/plein"
      En de peildatum is 2026-10-15
      En de gegevens
        | gegeven    | waarde |
        | aantal     | 5      |
        | groot      | ja     |
        | jaarlijks  | nee    |
      Als het besluit "plek" wordt voorgesteld
      Dan is de uitkomst "voor"
"""


def square(root: Path, feature: str | None = ONE) -> Path:
    """The folder of a village with a square, with a feature file where there is one."""
    for name, text in ((SQUARE, RULES), (FEATURE, feature)):
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    return root


def proposed_for(root: Path, reference: str = "dorp/plein") -> Suggestions:
    """What is proposed for an agreement with the feature file of its name."""
    prompter = Prompter()
    file = root / f"features/{reference}.feature"
    report = run([file] if file.exists() else [], root, listeners=(prompter,))
    workspace, _ = load_workspace(root, shipped_root())
    suggestions, findings = suggest(workspace, root, reference, report, prompter.heard)
    assert suggestions is not None, findings
    return suggestions


def run_with(root: Path, folder: Path, before: bytes | None, suggestions: Suggestions) -> Report:
    """What comes of a feature file with the proposals in it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "plein.feature"
    file.write_bytes(added_to(before, suggestions))
    return run([file], root)


def left_open(report: Report, path: str = SQUARE) -> list[str]:
    """What no scenario reaches in the file of the agreement, in the sentences of the coverage."""
    return [told(part) for file in report.coverage() if file.file == path for part in untouched(file)]


def test_the_proposals(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    assert snapshot == as_text(proposed_for(square(tmp_path)))


def test_with_all_proposals_everything_that_can_be_is_reached(tmp_path: Path) -> None:
    root = square(tmp_path)
    suggestions = proposed_for(root)
    report = run_with(root, tmp_path / "proef", ONE.encode(), suggestions)

    without = [sentence.partition(" Daarvoor")[0] for sentence in suggestions.without]
    assert (True, len(report.results) - 1, []) == (
        report.passed,
        report.proposals,
        [sentence for sentence in left_open(report) if sentence not in without],
    )


def test_each_proposal_alone_passes_and_does_what_it_is_for(tmp_path: Path) -> None:
    root = square(tmp_path, feature=None)
    suggestions = proposed_for(root)

    def missed(one: Suggestion, number: int) -> bool:
        alone = Suggestions(suggestions.reference, (one,), ())
        report = run_with(root, tmp_path / str(number), None, alone)
        return not report.passed or one.why in left_open(report)

    assert [] == [one.title for number, one in enumerate(suggestions.proposed) if missed(one, number)]


def test_what_is_guarded_is_not_proposed_again(tmp_path: Path) -> None:
    root = square(tmp_path)
    (root / FEATURE).write_bytes(added_to(ONE.encode(), proposed_for(root)))

    assert () == proposed_for(root).proposed


@pytest.mark.parametrize("before", [ONE, ONE.rstrip("\n"), ONE.replace("\n", "\r\n"), "\ufeff" + ONE])
def test_all_that_a_file_held_stays_byte_for_byte(before: str) -> None:
    suggestions = Suggestions("dorp/plein", (Suggestion("Waarom.", ("Scenario: Iets", "  Dan niets")),), ())

    after = added_to(before.encode(), suggestions)

    assert after.startswith(before.encode())
    assert ("\r\n" in before) is (b"\r\n    @voorstel\r\n" in after)


def test_a_second_time_the_proposals_come_under_the_same_heading() -> None:
    suggestions = Suggestions("dorp/plein", (Suggestion("Waarom.", ("Scenario: Iets", "  Dan niets")),), ())

    twice = added_to(added_to(ONE.encode(), suggestions), suggestions).decode()

    assert (1, 2) == (twice.count("Regel: Voorstellen"), twice.count("@voorstel"))


def test_a_confirmed_proposal_is_no_proposal_any_more(tmp_path: Path) -> None:
    root = square(tmp_path)
    suggestions = proposed_for(root)
    content = added_to(None, suggestions)
    file = tmp_path / "bevestigd.feature"
    file.write_bytes(content.replace(b"    @voorstel\n", b"", 1))
    report = run([file], root)

    rows = sum(not result.is_proposal for result in report.results)
    assert (True, 1) == (report.passed, rows)


@pytest.mark.slow
@pytest.mark.parametrize(
    "reference", ["delft/scope", "groningen/sociale-ondernemers-challenge", "breda/de-vrije-uitloop"]
)
def test_proposals_for_a_shipped_agreement_without_scenarios_all_pass(reference: str, tmp_path: Path) -> None:
    shutil.copytree(AGREEMENTS, tmp_path / "agreements", ignore=shutil.ignore_patterns("landelijk"))
    suggestions = proposed_for(tmp_path, reference)
    report = run_with(tmp_path, tmp_path / "features", None, suggestions)

    without = [sentence.partition(" Daarvoor")[0] for sentence in suggestions.without]
    (own,) = [file.file for file in report.coverage() if f"/{reference}/" in file.file]
    assert (True, []) == (
        report.passed,
        [sentence for sentence in left_open(report, own) if sentence not in without],
    )
