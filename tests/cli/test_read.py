"""`soco lees` as a person types it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from soco_rules.cli.main import main

ROOT = Path(__file__).parents[2]
Lees = Callable[..., tuple[int, str, str]]


@pytest.fixture
def lees(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Lees:
    """Run `soco lees` with these words in this repository: exit code, output, errors."""

    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.chdir(ROOT)
        with pytest.raises(SystemExit) as stopped:
            main(["lees", *map(str, words)])
        printed = capsys.readouterr()
        assert isinstance(stopped.value.code, int)
        return stopped.value.code, printed.out, printed.err

    return run


@pytest.mark.parametrize(
    ("form", "start"), [("html", b"<!DOCTYPE"), ("md", b"# Afspraken"), ("pdf", b"%PDF"), ("docx", b"PK")]
)
def test_each_form_is_written_and_the_same_each_time(
    lees: Lees, tmp_path: Path, form: str, start: bytes
) -> None:
    first, second = tmp_path / f"een.{form}", tmp_path / f"twee.{form}"

    assert (0, f"Tekst geschreven: {first}.\n", "") == lees("delft/scope", "--uit", first, "--alleen-eigen")
    lees("delft/scope", "--uit", second, "--alleen-eigen")
    assert first.read_bytes().startswith(start)
    assert first.read_bytes() == second.read_bytes()


def test_a_national_layer_is_read_by_itself(lees: Lees, tmp_path: Path) -> None:
    target = tmp_path / "awb.md"

    assert 0 == lees("landelijk/awb", "--uit", target)[0]
    assert "Behandeling van een aanvraag" in target.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (("delft/scoop", "--uit", "x.html"), 1, "Bedoelde u 'delft/scope'?"),
        (("delft/scope", "--uit", "x.html", "--peildatum", "2010-01-01"), 1, "geen versie in werking"),
        (("delft/scope", "--uit", "x.odt"), 2, "kies .html, .pdf, .docx of .md"),
        (("delft/scope", "--uit", "nergens"), 2, "Een tekst met 'nergens' kan niet"),
        (("delft/scope",), 2, "De optie --uit ontbreekt"),
        (("delft/scope", "--uit", "geen-map/x.md"), 1, "het bestand of de map bestaat niet"),
        (("delft/scope", "--uit", "x.md", "--peildatum", "morgen"), 2, "geen bestaande datum"),
    ],
)
def test_what_cannot_be_read_is_told_in_dutch(
    lees: Lees, words: tuple[str, ...], code: int, expected: str
) -> None:
    found, out, err = lees(*words)

    assert (code, "") == (found, out)
    assert expected in err


def test_an_agreement_with_a_mistake_is_not_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "agreements/delft/scope"
    folder.mkdir(parents=True)
    text = (ROOT / "agreements/delft/scope/2017-09-01.yaml").read_text("utf-8")
    (folder / "2017-09-01.yaml").write_text(text.replace("waarde: 3 maanden", "waarde: 3 manen"), "utf-8")
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SystemExit) as stopped:
        main(["lees", "delft/scope", "--uit", "uit.md"])

    assert 1 == stopped.value.code
    assert "proefperiode" in capsys.readouterr().err
    assert not (tmp_path / "uit.md").exists()
