"""The commands for who keeps the store: what they print, and that they never end in a traceback."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text
from syrupy.assertion import SnapshotAssertion

from soco_rules.cli.dossier.key_file import read_keys
from soco_rules.cli.main import main
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from tests.dossiers.books import admit

KEEPING = ("anker", "bijwerken", "controleer", "reservekopie", "sleutels", "sleutelwissel", "terugzetten")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command did."""

    code: int
    out: str
    err: str


Soco = Callable[..., Answer]


@pytest.fixture
def soco(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Soco:
    """Run `soco dossier` in a folder of its own, with its keys; what has a time or a place in it is made equal."""
    (tmp_path / "agreements").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOCO_SLEUTELS", "sleutels.json")
    monkeypatch.setenv("SOCO_DOSSIERS", "dossiers.sqlite")
    monkeypatch.delenv("SOCO_GEBRUIKER", raising=False)

    def run(*words: object) -> Answer:
        with pytest.raises(SystemExit) as stopped:
            main(["dossier", *map(str, words)])
        printed = capsys.readouterr()
        assert isinstance(stopped.value.code, int)
        return Answer(stopped.value.code, _steady(printed.out), _steady(printed.err))

    return run


def _steady(text: str) -> str:
    text = re.sub(r"\d{8}T\d{6}Z", "TIJD", text)
    return re.sub(r'"tijd": "[^"]*"|"kenmerk_van_de_keten": "[^"]*"', '"...": "..."', text)


@pytest.fixture
def filled(soco: Soco) -> Store:
    """A store with two persons, made with the commands."""
    assert [0, 0] == [soco("sleutels", "--uit", "sleutels.json").code, soco("bijwerken").code]
    store = open_store("dossiers.sqlite", read_keys(Path("sleutels.json"))[0])
    for name, bsn in (("B. Jansen", "999990019"), ("C. Bakker", "999990020")):
        admit(store, name, bsn)
    return store


@pytest.mark.parametrize("command", KEEPING)
def test_help_is_wholly_dutch(soco: Soco, command: str, snapshot: SnapshotAssertion) -> None:
    assert snapshot == soco(command, "--help").out


def test_a_store_is_made_kept_and_put_back(soco: Soco, filled: Store, snapshot: SnapshotAssertion) -> None:
    answers = [
        soco("controleer"),
        soco("anker", "delft/scope"),
        soco("anker", "--uit", "anker.json"),
        soco("reservekopie", "--naar", "reservekopie"),
    ]
    (backup,) = Path("reservekopie").iterdir()
    answers += [
        soco("terugzetten", backup, "--opslag", "hersteld.sqlite", "--anker", "anker.json"),
        soco("controleer", "delft/scope", "--opslag", "hersteld.sqlite", "--anker", "anker.json"),
        soco("sleutelwissel", "--als", "A. de Vries"),
        soco("sleutelwissel", "--als", "A. de Vries", "--vergeet-oude"),
        soco("controleer", "--anker", "anker.json"),
        soco("bijwerken"),
    ]

    assert ([0] * 10, "") == ([answer.code for answer in answers], "".join(answer.err for answer in answers))
    assert snapshot == "---\n".join(answer.out for answer in answers)


def test_what_goes_wrong_is_told_in_dutch(soco: Soco, filled: Store, snapshot: SnapshotAssertion) -> None:
    Path("geen.json").write_text("{}\n", "utf-8")
    Path("kort.gz").write_bytes(b"kort")
    soco("sleutels", "--uit", "andere.json")
    answers = [
        soco("sleutels", "--uit", "sleutels.json"),
        soco("controleer", "delft/scoop"),
        soco("controleer", "--opslag", "nergens.sqlite"),
        soco("controleer", "--opslag", "mysql://a:geheim@b/c"),
        soco("controleer", "--sleutels", "nergens.json"),
        soco("controleer", "--sleutels", "geen.json"),
        soco("controleer", "--sleutels", "andere.json"),
        soco("controleer", "--anker", "geen.json"),
        soco("anker", "--uit", "geen.json"),
        soco("terugzetten", "kort.gz", "--opslag", "nieuw.sqlite"),
        soco("sleutelwissel", "--als", "A. de Vries", "--sleutels", "andere.json"),
    ]

    assert ([1] * 11, "") == ([answer.code for answer in answers], "".join(answer.out for answer in answers))
    assert snapshot == "\n".join(answer.err for answer in answers)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("sleutelwissel",), "De optie --als ontbreekt. --help toont wat het commando nodig heeft."),
        (("sleutelwissel", "--als", " "), "De optie --als: geef een naam, zoals 'A. de Vries'."),
        (("sleutels",), "De optie --uit ontbreekt. --help toont wat het commando nodig heeft."),
        (("controlleer",), "Het commando 'controlleer' bestaat niet. Bedoelde u 'controleer'?"),
    ],
)
def test_wrong_use_is_told_in_dutch(soco: Soco, words: tuple[str, ...], message: str) -> None:
    assert Answer(2, "", f"fout: {message}\n") == soco(*words)


def test_a_change_in_the_database_is_found(soco: Soco, filled: Store, snapshot: SnapshotAssertion) -> None:
    with filled.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER entry_stays"))
        connection.execute(text("UPDATE entry SET act = 'feit' WHERE number = 2"))
    answers = [soco("controleer"), soco("reservekopie", "--naar", "reservekopie")]

    assert [1, 1] == [answer.code for answer in answers]
    assert snapshot == answers[0].err


def test_an_old_store_asks_to_be_brought_up(soco: Soco) -> None:
    soco("sleutels", "--uit", "sleutels.json")
    migrate("dossiers.sqlite", to="0001")
    answers = [soco("controleer"), soco("bijwerken"), soco("controleer")]

    assert [1, 0, 0] == [answer.code for answer in answers]
    assert "opslag-oud" in answers[0].err
    assert "Bijgewerkt: dossiers.sqlite, van 0001 naar 0002.\n" == answers[1].out


def test_a_store_without_books_is_told(soco: Soco) -> None:
    soco("sleutels", "--uit", "sleutels.json")
    soco("bijwerken")
    answers = [soco("controleer"), soco("anker")]

    assert [0, 1] == [answer.code for answer in answers]
    assert "In dossiers.sqlite staan nog geen boeken.\n" == answers[0].out


def test_keys_that_others_can_read_are_warned_of(soco: Soco, filled: Store) -> None:
    Path("sleutels.json").chmod(0o644)
    answer = soco("controleer")

    assert (0, True) == (answer.code, "waarschuwing: sleutels-open" in answer.err)


def test_keys_are_for_their_owner_only(soco: Soco, filled: Store) -> None:
    soco("sleutelwissel", "--als", "A. de Vries")

    assert Path("sleutels.json").stat().st_mode & 0o777 == 0o600


def test_without_an_address_the_store_is_in_the_workspace(
    soco: Soco, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SOCO_DOSSIERS")
    below = tmp_path / "agreements" / "delft"
    below.mkdir()
    monkeypatch.chdir(below)
    soco("bijwerken")

    assert (tmp_path / "dossiers.sqlite").exists()


def test_without_the_libraries_the_command_says_how_to_get_them(tmp_path: Path) -> None:
    blocked = (
        "import sys; sys.modules['sqlalchemy'] = None; from soco_rules.cli.main import main; "
        "main(['dossier', 'bijwerken'])"
    )

    done = subprocess.run(
        [sys.executable, "-c", blocked], capture_output=True, text=True, cwd=tmp_path, check=False
    )

    assert (1, True) == (done.returncode, "pip install '.[dossier]'" in done.stderr)
    assert "dossier-niet-beschikbaar" in done.stderr
