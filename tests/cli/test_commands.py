"""The commands as a person types them: exit code, what is printed, and never a traceback."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.cli.main import main

ROOT = Path(__file__).parents[2]
CASE = ROOT / "docs" / "voorbeelden" / "delft-toelating.yaml"
DATES = ("--peildatum", "2026-10-15", "--besluitdatum", "2026-10-20")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command did."""

    code: int
    out: str
    err: str


Soco = Callable[..., Answer]


@pytest.fixture
def soco(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Soco:
    """Run `soco` with these words, from a folder (default: this repository)."""

    def run(*words: object, folder: Path = ROOT) -> Answer:
        monkeypatch.chdir(folder)
        with pytest.raises(SystemExit) as stopped:
            main([str(word) for word in words])
        printed = capsys.readouterr()
        assert isinstance(stopped.value.code, int)
        return Answer(stopped.value.code, printed.out, printed.err)

    return run


@pytest.fixture
def stored(soco: Soco, tmp_path: Path) -> Path:
    """A decision as `soco besluit --json` prints it, in a file."""
    path = tmp_path / "besluit.json"
    path.write_text(
        soco("besluit", "delft/scope", "toelating", "--zaak", CASE, *DATES, "--json").out, "utf-8"
    )
    return path


@pytest.mark.parametrize("module", ["soco_rules", "soco_rules.cli.main"])
def test_the_module_is_the_command(module: str) -> None:
    done = subprocess.run(
        (sys.executable, "-m", module, "--onzin"),
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert (2, "fout: De optie --onzin bestaat niet. --help toont de opties.\n") == (
        done.returncode,
        done.stderr,
    )


@pytest.mark.parametrize("command", ["", "controleer", "besluit", "brief", "herhaal", "toets"])
def test_help_is_wholly_dutch(soco: Soco, command: str, snapshot: SnapshotAssertion) -> None:
    words = (command, "--help") if command else ("--help",)

    assert snapshot == soco(*words).out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("controleren",), "fout: Het commando 'controleren' bestaat niet. Bedoelde u 'controleer'?\n"),
        (("besluit",), "fout: Het argument KENMERK ontbreekt. --help toont wat het commando nodig heeft.\n"),
        (
            ("besluit", "a", "b"),
            "fout: De optie --zaak ontbreekt. --help toont wat het commando nodig heeft.\n",
        ),
        (("besluit", "a", "b", "--zaak"), "fout: De optie --zaak vraagt een waarde.\n"),
        (
            ("besluit", "a", "b", "--zaakk", "x"),
            "fout: De optie --zaakk bestaat niet. Bedoelde u '--zaak'?\n",
        ),
        (
            ("besluit", "a", "b", "--zaak", "x", "--peildatum", "2026-02-30"),
            "fout: De optie --peildatum: '2026-02-30' is geen bestaande datum; schrijf bijvoorbeeld 2026-10-15.\n",
        ),
        (
            ("besluit", "a", "b", "--zaak", "x", "--peildatum", "20261015"),
            "fout: De optie --peildatum: '20261015' is geen bestaande datum; schrijf bijvoorbeeld 2026-10-15.\n",
        ),
        (
            ("besluit", "a", "b", "--zaak", "x", "--json=ja"),
            "fout: De optie --json staat alleen, zonder waarde.\n",
        ),
        (
            ("besluit", "a", "b", "--zaak", "x", "--maand", "2026-13"),
            "fout: De optie --maand: '2026-13' is geen bestaande maand; schrijf bijvoorbeeld 2026-10.\n",
        ),
        (
            ("herhaal", "x", "y"),
            "fout: Er staat te veel op de opdrachtregel. --help toont wat het commando nodig heeft.\n",
        ),
        (
            ("brief", "x", "--uit", "b.odt"),
            "fout: Een brief met '.odt' kan niet; kies .html, .pdf, .docx of .md.\n",
        ),
        (("brief", "x"), "fout: De optie --uit ontbreekt. --help toont wat het commando nodig heeft.\n"),
    ],
)
def test_wrong_use_is_told_in_dutch(soco: Soco, words: tuple[str, ...], message: str) -> None:
    assert soco(*words) == Answer(2, "", message)


def test_a_decision_is_told_with_its_reasons(soco: Soco, snapshot: SnapshotAssertion) -> None:
    answer = soco("besluit", "delft/scope", "toelating", "--zaak", CASE, *DATES)

    assert (0, "") == (answer.code, answer.err)
    assert snapshot == answer.out.split("Ontvangstbewijs")[0]


def test_a_month_is_settled(soco: Soco, snapshot: SnapshotAssertion) -> None:
    case = ROOT / "docs" / "voorbeelden" / "delft-verrekening.yaml"
    answer = soco(
        "besluit",
        "delft/scope",
        "verrekening",
        "--zaak",
        case,
        "--maand",
        "2026-10",
        "--besluitdatum",
        "2026-11-09",
    )

    assert (0, "") == (answer.code, answer.err)
    assert snapshot == answer.out.split("Ontvangstbewijs")[0]


def test_a_month_for_a_decision_without_one_is_refused(soco: Soco) -> None:
    answer = soco("besluit", "delft/scope", "toelating", "--zaak", CASE, "--maand", "2026-10")

    assert answer == Answer(
        2, "", "fout: Het besluit 'toelating' gaat niet over een maand. Gebruik --peildatum.\n"
    )


def test_before_the_rules_are_in_force_there_is_no_outcome(soco: Soco, snapshot: SnapshotAssertion) -> None:
    answer = soco(
        "besluit", "delft/scope", "toelating", "--zaak", CASE, "--peildatum", "2016-01-01", "--json"
    )

    assert (1, "niet_in_werking") == (answer.code, json.loads(answer.out)["status"])


def test_a_stored_decision_is_taken_again(soco: Soco, stored: Path) -> None:
    assert soco("herhaal", stored) == Answer(
        0, "Het besluit 'toelating' van 2026-10-20 is opnieuw genomen: alles is gelijk.\n", ""
    )


def test_a_decision_that_was_tampered_with_is_not_the_same(soco: Soco, stored: Path) -> None:
    stored.write_text(stored.read_text("utf-8").replace("toegewezen_op_proef", "toegewezen"), "utf-8")

    answer = soco("herhaal", stored)

    assert (1, True) == (answer.code, "is nu niet meer hetzelfde" in answer.out)


def test_a_decision_that_an_older_version_told_in_other_words_has_the_same_outcome(
    soco: Soco, stored: Path
) -> None:
    decision = json.loads(stored.read_text("utf-8"))
    decision["omschrijvingen"] = {}
    decision["ontvangstbewijs"]["motor"] = "soco_rules 0.0.1"
    stored.write_text(json.dumps(decision), "utf-8")

    answer = soco("herhaal", stored)

    assert (1, True) == (answer.code, "de uitkomst en de gronden zijn gelijk; anders is" in answer.out)


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_letter_is_written_whole(soco: Soco, stored: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"brief.{form}"

    assert (0, True) == (soco("brief", stored, "--uit", target).code, "op proef" in target.read_text("utf-8"))


def test_a_letter_that_cannot_be_written_leaves_nothing_behind(
    soco: Soco, stored: Path, tmp_path: Path
) -> None:
    (tmp_path / "bestand").write_text("geen map", "utf-8")

    answer = soco("brief", stored, "--uit", tmp_path / "bestand" / "brief.html")

    assert (1, {"besluit.json", "bestand"}) == (answer.code, {path.name for path in tmp_path.iterdir()})
    assert "is niet te schrijven" in answer.err


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"besluit": 3}', "\x00", "geen json"])
def test_a_file_that_is_no_decision_is_refused(soco: Soco, tmp_path: Path, content: str) -> None:
    path = tmp_path / "besluit.json"
    path.write_text(content, "utf-8")

    answers = (soco("herhaal", path), soco("brief", path, "--uit", tmp_path / "b.md"))

    assert [(1, True), (1, True)] == [(answer.code, "besluit-onleesbaar" in answer.err) for answer in answers]


@pytest.mark.parametrize(
    ("reference", "decision", "code"),
    [("delft/scop", "toelating", "onbekende-overeenkomst"), ("delft/scope", "toelatin", "onbekend-besluit")],
)
def test_an_unknown_name_gets_the_nearest(soco: Soco, reference: str, decision: str, code: str) -> None:
    answer = soco("besluit", reference, decision, "--zaak", CASE)

    assert (1, True, True) == (answer.code, code in answer.err, "Bedoelde u" in answer.err)


@pytest.mark.parametrize("case", ["bestaat-niet.yaml", "."])
def test_a_case_that_cannot_be_read_is_told(soco: Soco, case: str) -> None:
    answer = soco("besluit", "delft/scope", "toelating", "--zaak", case)

    assert (1, True) == (answer.code, "is niet te lezen" in answer.err)


def test_all_agreements_are_checked_at_once(soco: Soco, snapshot: SnapshotAssertion) -> None:
    answer = soco("controleer")

    assert answer.code == 0
    assert snapshot == answer.out


def test_findings_as_json_have_their_place(soco: Soco) -> None:
    found = json.loads(soco("controleer", "agreements/delft", "--json").out)

    assert {"eis-open"} == {each["code"] for each in found}
    assert {"agreements/delft/scope/2017-09-01.yaml"} == {each["bestand"] for each in found}


def test_an_empty_workspace_is_told(soco: Soco, tmp_path: Path) -> None:
    (tmp_path / "agreements").mkdir()

    answer = soco("controleer", folder=tmp_path)

    assert (1, True) == (answer.code, "agreements: fout: lege-werkmap" in answer.err)


def test_outside_a_workspace_the_shipped_agreements_are_used(soco: Soco, tmp_path: Path) -> None:
    answer = soco("besluit", "delft/scope", "toelating", "--zaak", CASE, *DATES, folder=tmp_path)

    assert (0, True) == (answer.code, "toegewezen op proef" in answer.out)


def test_a_workspace_of_its_own_stands_on_the_shipped_layers(soco: Soco, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "agreements" / "delft", tmp_path / "agreements" / "delft")

    answer = soco("besluit", "delft/scope", "toelating", "--zaak", CASE, *DATES, folder=tmp_path)

    assert (0, "") == (answer.code, answer.err)


def test_a_month_without_rules_in_force_is_told(soco: Soco) -> None:
    answer = soco("besluit", "delft/scope", "verrekening", "--zaak", CASE, "--maand", "2010-01")

    assert (1, True) == (answer.code, "niets-in-werking" in answer.err)


def test_the_ending_of_a_letter_may_have_capitals(soco: Soco, stored: Path, tmp_path: Path) -> None:
    assert soco("brief", stored, "--uit", tmp_path / "BRIEF.HTML").code == 0


@pytest.mark.parametrize("key", ["peildatum", "besluitdatum"])
def test_a_stored_decision_with_a_day_that_does_not_exist_is_refused(
    soco: Soco, stored: Path, key: str
) -> None:
    stored.write_text(json.dumps({**json.loads(stored.read_text("utf-8")), key: "2026-02-30"}), "utf-8")

    answer = soco("herhaal", stored)

    assert (1, True) == (answer.code, f"(bij {key})" in answer.err)


def test_a_stored_decision_about_a_third_person_is_refused(soco: Soco, stored: Path) -> None:
    decision = json.loads(stored.read_text("utf-8"))
    decision["feiten"][0]["rol"] = "buurman"
    stored.write_text(json.dumps(decision), "utf-8")

    answer = soco("herhaal", stored)

    assert (1, True) == (answer.code, "(bij feiten.0.rol)" in answer.err)
