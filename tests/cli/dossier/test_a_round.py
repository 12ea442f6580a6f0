"""`soco dossier ronde` as an advisor types it: opening, ranking, proposals and letters of the Groningen challenge."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.cli.main import main
from soco_rules.dossiers.store import migrate

ROOT = Path(__file__).parents[3]
CHALLENGE = "groningen/sociale-ondernemers-challenge"
CASE = """
feiten:
  inwoner: ja
  begroting: 4000.00
  ontvangen_op: 2020-02-01
  lotuitslag: niet van toepassing
  voorschrift_of_uitzondering: ja
  plafond_bekendgemaakt_op: 2019-12-01
  start_programma: 2020-04-01
"""
IDEA = "sociaal_idee=ja ondernemend_idee=ja --reden gelezen --als Team"
CRITERIA = ("impact", "draagvlak", "ondernemend", "schaalbaar", "nieuw")
Say = Callable[[str], str]


@pytest.fixture
def say(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """What a command shows, in a workspace with the challenge."""
    shutil.copytree(ROOT / "agreements" / "groningen", tmp_path / "agreements" / "groningen")
    shutil.copy(ROOT / "agreements" / "oordelaars.yaml", tmp_path / "agreements")
    monkeypatch.chdir(tmp_path)
    for variable, value in (
        ("SOCO_DOSSIERS", "dossiers.sqlite"),
        ("SOCO_SLEUTELS", "sleutels.json"),
        ("SOCO_GEBRUIKER", "M. Bakker"),
    ):
        monkeypatch.setenv(variable, value)
    migrate("dossiers.sqlite")
    Path("zaak.yaml").write_text(CASE, encoding="utf-8")

    def said(command: str) -> str:
        with pytest.raises(SystemExit) as stopped:
            main(shlex.split(f"dossier {command}".replace("ROND", CHALLENGE)))
        out, err = capsys.readouterr()
        lines = [line for line in err.splitlines() if line.strip()]
        return "\n".join(
            (f"$ soco dossier {command}", *lines, out.rstrip("\n"), f"[{stopped.value.code}]", "")
        )

    said("sleutels --uit sleutels.json")
    return said


def application(say: Say, number: int, name: str, **scores: int) -> None:
    """An application with what each assessor gave it."""
    Path("persoon.yaml").write_text(f"naam: {name}\nadres: [Straat 1, 9700 ZZ Groningen]\n", encoding="utf-8")
    commands = [
        "nieuw ROND --persoon persoon.yaml --ronde 2020",
        f"feit ROND {number} --zaak zaak.yaml --bron aanvraag --geldig-vanaf 2020-01-01",
        f"oordeel ROND {number} {IDEA} --geldig-vanaf 2020-01-01",
    ]
    for by, score in scores.items():
        given = " ".join(f"score_{criterion}={score}" for criterion in CRITERIA)
        commands.append(f"oordeel ROND {number} {given} --reden gelezen --als {by} --geldig-vanaf 2020-01-01")
    for command in commands:
        answer = say(command)
        assert answer.endswith("[0]\n"), answer


def test_a_round_from_opening_to_letters(say: Say, snapshot: SnapshotAssertion) -> None:
    told = [say("ronde ROND 2020 --open 2020-02-28"), say("ronde ROND 2020 --open 2020-02-28")]
    for number, (name, scores) in enumerate(
        (("Stadsbos", {"An": 3, "Bo": 4}), ("Repair", {"An": 5, "Bo": 5}), ("Buurtsoep", {"An": 4, "Bo": 4})),
        1,
    ):
        application(say, number, name, **scores)

    told.append(say("ronde ROND 2020 --op 2020-03-10"))
    agreed = " ".join(f"score_{criterion}=4" for criterion in CRITERIA)
    say(f"oordeel ROND 1 {agreed} --reden 'na gesprek' --als An --geldig-vanaf 2020-01-01")
    told.append(say("ronde ROND 2020 --op 2020-03-10 --voorstellen"))
    letters = say("ronde ROND 2020 --op 2020-03-10 --brieven brieven").splitlines()[:2]

    assert snapshot == "\n".join(told)
    assert "Brieven geschreven in brieven; 3 daarvan CONCEPT." == letters[1]
    assert ["dossier-1.pdf", "dossier-2.pdf", "dossier-3.pdf"] == sorted(
        p.name for p in Path("brieven").iterdir()
    )
