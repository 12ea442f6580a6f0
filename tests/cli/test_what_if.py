"""`soco besluit --wat-als` as a caseworker types it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from soco_rules.cli.main import main
from soco_rules.model.decision_schema import counterfactual_schema

ROOT = Path(__file__).parents[2]
CASE = ROOT / "docs" / "voorbeelden" / "delft-wat-als.yaml"
DATES = ("--peildatum", "2026-10-15", "--besluitdatum", "2026-10-20")


def _run(monkeypatch: pytest.MonkeyPatch, case: Path, *words: str) -> object:
    monkeypatch.chdir(ROOT)
    with pytest.raises(SystemExit) as stopped:
        main(["besluit", "delft/scope", "toelating", "--zaak", str(case), *DATES, *words])
    return stopped.value.code


def test_the_decision_comes_first_and_then_what_would_have_to_change(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code = _run(monkeypatch, CASE, "--wat-als")
    out = capsys.readouterr().out

    assert 0 == code
    assert out.index("Voorstel: Toestemming") < out.index("\nWat als\n") < out.index("ja in plaats van nee")


def test_as_json_it_keeps_to_its_schema(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 0 == _run(monkeypatch, CASE, "--json", "--wat-als", "toegewezen_op_proef")
    told = json.loads(capsys.readouterr().out)

    assert [] == list(Draft202012Validator(json.loads(counterfactual_schema())).iter_errors(told))
    assert ("gevonden", ["verwachte_uren", "ondernemingsplan_aanwezig"]) == (
        told["gevonden"],
        [changed["naam"] for changed in told["mogelijkheden"][0]["veranderingen"]],
    )


def test_an_outcome_that_does_not_exist_is_wrong_use(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 2 == _run(monkeypatch, CASE, "--wat-als", "grijs")
    assert "fout: --wat-als: 'grijs' is niet een van toegewezen" in capsys.readouterr().err


def test_with_facts_missing_it_says_what_must_be_known_first(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    case = tmp_path / "zaak.yaml"
    case.write_text("schema_versie: 1\novereenkomst: delft/scope\nfeiten: {uitkering: pw}\n", "utf-8")

    assert 1 == _run(monkeypatch, case, "--wat-als")
    assert "Eerst moet bekend zijn:\n  - Woont de kandidaat" in capsys.readouterr().out


def test_without_the_prover_it_says_how_to_get_it() -> None:
    words = ["besluit", "delft/scope", "toelating", "--zaak", str(CASE), "--wat-als"]
    blocked = f"import sys; sys.modules['z3'] = None; from soco_rules.cli.main import main; main({words})"

    done = subprocess.run(
        [sys.executable, "-c", blocked], capture_output=True, text=True, cwd=ROOT, check=False
    )

    assert (1, True) == (done.returncode, "pip install '.[bewijs]'" in done.stderr)
    assert "bewijs-niet-beschikbaar" in done.stderr
