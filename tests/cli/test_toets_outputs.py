from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.cli.main import main
from tests.scenarios.village import admission
from tests.scenarios.village import village

FEATURE = admission(
    """\
    Scenario: Wie past
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_hier | ja     |
      En de oordelen
        | oordeel | waarde | door         | reden   |
        | past    | ja     | klantmanager | gesprek |
      Als het besluit "toegang" wordt voorgesteld
      Dan is de uitkomst "welkom"
    """
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The village, where the command is given."""
    monkeypatch.chdir(village(tmp_path, tuin=FEATURE))
    return tmp_path


def _code(*words: str) -> object:
    with pytest.raises(SystemExit) as stopped:
        main(["toets", *words])
    return stopped.value.code


def test_the_report_and_the_xml_are_written_beside_each_other(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = _code("--rapport", "toets.html", "--junit", "toets.xml")

    assert (0, "<!DOCTYPE html>", "<?xml version='1.0' encoding='utf-8'?>") == (
        code,
        (folder / "toets.html").read_text("utf-8").splitlines()[0],
        (folder / "toets.xml").read_text("utf-8").splitlines()[0],
    )
    assert "Rapport geschreven: toets.html.\nJUnit XML geschreven: toets.xml.\n" in capsys.readouterr().out


def test_a_report_that_cannot_be_written_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 1 == _code("--rapport", "weg/toets.html")
    assert "'weg/toets.html' is niet te schrijven" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "code"), [((), 0), (("--dekking-minimaal", "33"), 0), (("--dekking-minimaal", "34%"), 1)]
)
def test_coverage_stops_only_where_a_least_is_asked(
    folder: Path, words: tuple[str, ...], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert code == _code("--dekking", *words)
    assert "   33%  agreements/dorp/tuin/2026-01-01.yaml: 2 van 6 bereikt" in capsys.readouterr().out


def test_a_percentage_that_cannot_be_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == _code("--dekking-minimaal", "101")
    assert "'101' is geen percentage van 0 tot en met 100" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--mutaties",), 1),
        (("--mutaties-minimaal", "10", "--rapport", "toets.html"), 1),
        (("--mutaties-minimaal", "101"), 2),
        (("--mutaties", "--junit", "toets.xml"), 2),
    ],
)
def test_mutations_stop_where_something_is_not_noticed(
    folder: Path, words: tuple[str, ...], code: int
) -> None:
    assert code == _code(*words)


def test_the_page_is_written_beside_the_mutations(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = _code("--mutaties-minimaal", "90", "--rapport", "toets.html")
    said = capsys.readouterr().out

    assert (1, True, True) == (
        code,
        "Te weinig gemerkt: agreements/dorp/tuin/2026-01-01.yaml heeft" in said,
        "Veranderingen die iemand moet merken" in (folder / "toets.html").read_text("utf-8"),
    )
