"""Scenarios performed from their text fare as they do when their file is run."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.parser.workspace import load_workspace
from soco_rules.scenarios.desk import open_desk
from soco_rules.scenarios.perform import perform
from soco_rules.scenarios.report import ScenarioResult
from soco_rules.scenarios.run import run
from tests.scenarios.village import admission
from tests.scenarios.village import village

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "features").rglob("*.feature"))
SMALL = ROOT / "features" / "landelijk" / "subsidie.feature"
EVERY_END = admission(
    """\
    Scenario: Anders dan verwacht
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_hier | nee    |
      En de oordelen
        | oordeel | waarde | door         | reden   |
        | past    | ja     | klantmanager | gesprek |
      Als het besluit "toegang" wordt voorgesteld
      Dan is de uitkomst "welkom"

    Scenario: Een gegeven dat er niet is
      Gegeven de gegevens
        | gegeven     | waarde |
        | woont_elders | nee    |
      Als het besluit "toegang" wordt voorgesteld
      Dan is de uitkomst "welkom"

    Scenario: Een onbekende zin
      Als iemand iets anders zegt
      Dan is de uitkomst "welkom"

    Abstract Scenario: Een rij per keer
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_hier | <hier> |
      Als het besluit "toegang" wordt voorgesteld
      Dan is de status "<stand>"

      @voorstel
      Voorbeelden:
        | hier | stand         |
        | ja   | oordeel_nodig |
        | nee  | welkom        |
    """
)


def performed(file: Path, root: Path) -> tuple[ScenarioResult, ...]:
    workspace, _ = load_workspace(root, ROOT)
    desk = open_desk(workspace, root)
    found = perform(file.relative_to(root).as_posix(), file.read_bytes(), desk)
    return tuple(sorted(found, key=lambda result: result.span))


def in_village(tmp_path: Path, feature: str) -> Path:
    root = village(tmp_path)
    file = root / "features" / "proef.feature"
    file.parent.mkdir(exist_ok=True)
    file.write_text(feature, "utf-8")
    return file


def test_each_way_in_which_a_scenario_ends_is_told_as_when_it_is_run(tmp_path: Path) -> None:
    file = in_village(tmp_path, EVERY_END)

    assert run([file], tmp_path).results == performed(file, tmp_path)


def test_a_text_that_cannot_be_run_has_no_results(tmp_path: Path) -> None:
    file = in_village(tmp_path, EVERY_END.replace("# language: nl", "# language: en"))

    assert () == performed(file, tmp_path)


def test_a_shipped_feature_fares_as_when_it_is_run() -> None:
    assert run([SMALL], ROOT).results == performed(SMALL, ROOT)


@pytest.mark.slow
@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_shipped_feature_fares_as_when_it_is_run(file: Path) -> None:
    assert run([file], ROOT).results == performed(file, ROOT)
