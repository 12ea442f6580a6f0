"""`soco bewijs` as a person gives it: the report, a case into the feature file, and all proofs of `controleer`."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from soco_rules.cli.main import main

FEATURE = Path("features/dorp/bewijs.feature")
PROVED = Path("build/bewijzen/dorp--bewijs.json")
RULES = """\
kenmerk: dorp/bewijs
soort: overeenkomst
titel: Wat te bewijzen is
geldig_vanaf: 2026-01-01
status: concept
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}
aanname_standaard: {eigenaar: beleid, datum: 2026-01-01}
gegevens:
  uren: {soort: aantal, ten_minste: 0, ten_hoogste: 40, vraag: "Hoeveel uren?"}
begrippen:
  soort:
    soort: keuze
    waarden: [klein, groot]
    regels:
      - {naam: klein, als: uren is minder dan 20, dan: klein, bron: brief}
      - {naam: groot, als: uren is meer dan 20, dan: groot, bron: brief}
besluiten:
  soort: {titel: Soort, uitkomst: soort, rechtskarakter: mededeling, beslisser: college}
"""
BROKEN = "eisen:\n  - {naam: klein_genoeg, eis: uren is minder dan 40, bron: brief}\n"


@pytest.fixture
def village(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one agreement in which the case of twenty hours is forgotten."""
    file = tmp_path / "agreements/dorp/bewijs/2026-01-01.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(RULES, "utf-8")
    monkeypatch.chdir(tmp_path)
    return file


def soco(*words: str) -> object:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    return stopped.value.code


def test_the_report_is_short(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = soco("bewijs", "dorp/bewijs")

    expected = """\
dorp/bewijs, versie 2026-01-01, 1 januari 2026 tot en met 31 december 2030

Gevallen zonder uitkomst: bedoeld, of een regel vergeten? (1)
  agreements/dorp/bewijs/2026-01-01.yaml:11: Voor 'soort' geldt geen enkele regel, als uren is 20.

Geen fouten gevonden. Bewezen
     1 van 1    begrippen waarvan de regels elkaar nooit tegenspreken
     0 van 1    begrippen die in elk geval een uitkomst hebben
     2 van 2    eigen regels die in minstens één geval winnen
"""
    assert (0, expected) == (code, capsys.readouterr().out)


def test_all_of_it_has_reason_remedy_and_scenario(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    soco("bewijs", "dorp/bewijs", "--alles")

    out = capsys.readouterr().out
    wanted = ("Waarom: Voor dit geval", "Wat te doen:", "  Scenario: 'soort' heeft altijd een uitkomst")
    assert () == tuple(text for text in wanted if text not in out)


def test_an_error_stops(village: Path) -> None:
    village.write_text(RULES + BROKEN, "utf-8")

    assert (1, 1) == (soco("bewijs", "dorp/bewijs"), soco("controleer", "--bewijs", "agreements/dorp"))


def test_controleer_proves_all_agreements(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = soco("controleer", "--bewijs", "agreements/dorp")

    out = capsys.readouterr().out
    assert (0, True) == (code, "dorp/bewijs, versie 2026-01-01" in out)
    assert PROVED.exists()


def test_controleer_gives_what_is_not_proved_as_json(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    soco("controleer", "--bewijs", "agreements/dorp", "--json")

    assert ["bewijs-gat"] == [found["code"] for found in json.loads(capsys.readouterr().out)]


def test_controleer_proves_nothing_about_rules_that_cannot_be_read(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    village.write_text(RULES.replace("uren is meer dan 20", "uren is meer dan"), "utf-8")

    code = soco("controleer", "--bewijs", "agreements/dorp")

    assert (1, False) == (code, "Bewezen" in capsys.readouterr().out)


def test_every_case_into_the_feature_file_and_no_case_twice(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    soco("bewijs", "dorp/bewijs", "--voeg-toe", "--ja")
    once = FEATURE.read_text("utf-8")
    soco("bewijs", "dorp/bewijs", "--voeg-toe", "--ja")

    assert once == FEATURE.read_text("utf-8")
    assert capsys.readouterr().out.endswith(f"Toegevoegd aan {FEATURE}: 0. Stonden er al: 1.\n")
    assert 0 == soco("toets", str(FEATURE))


@pytest.mark.parametrize(
    ("keys", "added"), [("j", True), ("n", False), ("s", False), ("x\nj", True), ("", False)]
)
def test_one_key_for_a_case(village: Path, monkeypatch: pytest.MonkeyPatch, keys: str, added: bool) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(keys))

    soco("bewijs", "dorp/bewijs", "--voeg-toe")

    assert added is FEATURE.exists()


def test_what_stands_in_the_feature_file_is_not_lost(village: Path) -> None:
    FEATURE.parent.mkdir(parents=True)
    FEATURE.write_bytes(b"# language: nl\r\nFunctionaliteit: Dorp\r\n")

    soco("bewijs", "dorp/bewijs", "--voeg-toe", "--ja")

    assert FEATURE.read_bytes().startswith(b"# language: nl\r\nFunctionaliteit: Dorp\r\n\r\n  Scenario: ")


def test_a_feature_file_that_is_no_text_is_left_alone(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    FEATURE.parent.mkdir(parents=True)
    FEATURE.write_bytes(b"\xff\xfe")

    code = soco("bewijs", "dorp/bewijs", "--voeg-toe", "--ja")

    assert (1, b"\xff\xfe") == (code, FEATURE.read_bytes())
    assert "fout: codering" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("--ja",), ("--voeg-toe", "--json")])
def test_options_that_do_not_go_together(village: Path, words: tuple[str, ...]) -> None:
    assert 2 == soco("bewijs", "dorp/bewijs", *words)


def test_a_name_that_is_not_there_suggests_the_nearest(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == soco("bewijs", "dorp/bewijs", "--naam", "soorten")
    assert "Bedoelde u 'soort'?" in capsys.readouterr().err


def test_proving_anew_says_the_same(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    soco("bewijs", "dorp/bewijs")
    first = capsys.readouterr().out
    PROVED.write_text("{}", "utf-8")

    soco("bewijs", "dorp/bewijs", "--opnieuw")

    assert first == capsys.readouterr().out
    assert "{}" != PROVED.read_text("utf-8")
