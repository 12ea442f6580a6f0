"""`soco toets --stel-voor` as a policy advisor types it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from soco_rules.cli.main import main
from tests.suggesting.test_suggest import FEATURE
from tests.suggesting.test_suggest import ONE
from tests.suggesting.test_suggest import square

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The village with a square, where the command is given."""
    monkeypatch.chdir(square(tmp_path))
    return tmp_path


def _code(*words: str) -> object:
    with pytest.raises(SystemExit) as stopped:
        main(["toets", *words])
    return stopped.value.code


@pytest.mark.parametrize("what", ["dorp/plein", "features/dorp/plein.feature", "features"])
def test_an_agreement_a_file_or_a_folder_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    assert 0 == _code("--stel-voor", what)
    assert capsys.readouterr().out.startswith("Voorstellen voor dorp/plein: 5.\n")
    assert ONE == (folder / FEATURE).read_text("utf-8")


def test_what_is_added_passes_and_is_told_apart(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == _code("--stel-voor", "--voeg-toe")
    assert f"\nToegevoegd aan {folder / FEATURE}.\n" in capsys.readouterr().out

    assert (0, 1) == (_code(), _code("--dekking-minimaal", "1"))
    assert (folder / FEATURE).read_text("utf-8").startswith(ONE)
    out = capsys.readouterr().out
    assert "Daarvan zijn 7 voorstellen nog door niemand bevestigd" in out
    assert "Zolang er voorstellen zijn die niemand heeft bevestigd, telt de dekking niet." in out


def test_a_new_file_is_made_where_there_is_none(folder: Path) -> None:
    (folder / FEATURE).unlink()

    assert (0, 0) == (_code("--stel-voor", "--voeg-toe", "dorp/plein"), _code())


def test_a_background_that_makes_a_proposal_fail_keeps_the_file_as_it_was(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The background tells a fact that the proposals leave out."""
    feature = ONE.replace("\n  Regel:", '\n  Achtergrond:\n    Stel de afspraak "markt" is "ja"\n\n  Regel:')
    (folder / FEATURE).write_text(feature, "utf-8")

    assert 1 == _code("--stel-voor", "--voeg-toe")
    assert feature == (folder / FEATURE).read_text("utf-8")
    assert "er is niets toegevoegd" in capsys.readouterr().err


def test_with_scenarios_that_fail_nothing_is_proposed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / FEATURE).write_text(ONE.replace('"voor"', '"achter"'), "utf-8")

    assert 1 == _code("--stel-voor")
    assert "geen voorstel zolang de scenario's zelf niet slagen" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--voeg-toe",), 2, "--voeg-toe gaat alleen samen met --stel-voor"),
        (("--stel-voor", "--mutaties"), 2, "--stel-voor gaat alleen samen met --voeg-toe"),
        (("--stel-voor", "dorp/pleintje"), 1, "'dorp/pleintje' is geen bestand en geen kenmerk"),
        (("--stel-voor", "landelijk/participatiewet"), 1, "is geen bestand en geen kenmerk"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_use_is_told(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, said: str
) -> None:
    assert code == _code(*words)
    assert said in capsys.readouterr().err


def test_without_the_prover_it_says_how_to_get_it() -> None:
    blocked = "import sys; sys.modules['z3'] = None; from soco_rules.cli.main import main; main(['toets', '--stel-voor'])"

    done = subprocess.run(
        [sys.executable, "-c", blocked], capture_output=True, text=True, cwd=ROOT, check=False
    )

    assert (1, True) == (done.returncode, "pip install '.[bewijs]'" in done.stderr)
