"""Personal data as a caseworker handles it: keep, erase, show to the person, and never in a message."""

from __future__ import annotations

import io
import json
import stat
import subprocess
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.cli import dossier as group
from soco_rules.cli.main import main
from tests.cli.dossier.test_a_member import Say
from tests.cli.dossier.test_a_member import candidate
from tests.cli.dossier.test_a_member import say

__all__ = ["say"]

HEARD = "--zienswijze gehoord:2026-04-10 --zienswijze-toelichting 'Zij is het ermee eens.' --eigen-brief Z-9"


def ended(say: Say, number: int) -> None:
    """A member who stopped on 20 April, so that the term of six months ran until 20 October."""
    candidate(say, number, number)
    answer = say(f"besluit KADE {number} einde --besluitdatum 2026-04-20 --json")
    proposal = json.loads(answer[answer.index("{") : answer.rindex("}") + 1])["voorstel"]
    who = "--als 'A. de Groot' --functie teamleider --eerder-omdat Notulen --datum 2026-04-20"
    answer = say(f"vaststellen KADE {number} {proposal} {who} {HEARD} --toelichting 'Zij heeft werk.'")
    assert answer.endswith("[0]\n"), answer


def answering(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Type this."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_from_the_last_decision_to_an_erased_dossier(
    say: Say, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended(say, 1)
    told = [
        say("bewaartermijnen KADE --op 2026-04-21"),
        say("bewaartermijnen KADE --op 2026-10-20"),
        say("bewaartermijnen KADE --json --op 2026-10-20"),
        say("bewaartermijnen KADE --wis --op 2030-01-01"),
        say("bewaartermijnen KADE --wis --json"),
        say("bewaartermijnen KADE"),
    ]
    for typed in ("", "2\n", "1\n"):
        answering(monkeypatch, typed)
        told.append(say("wis KADE 1"))
    told += [
        say("lijst KADE"),
        say("toon KADE 1"),
        say("wis KADE 1 --ja"),
        say("bewaartermijnen KADE --wis --ja"),
    ]
    told += [say("controleer KADE"), say("inzage KADE 1 --uit inzage")]

    assert snapshot == "\n".join(told)


def test_who_takes_part_is_not_erased(say: Say, snapshot: SnapshotAssertion) -> None:
    candidate(say, 1, 1)

    assert snapshot == say("wis KADE 1 --ja") + say("wis KADE 9 --ja")


def test_everything_that_is_due_goes_at_once(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    ended(say, 1)
    ended(say, 2)
    candidate(say, 3, 3)
    answers = []
    for typed in ("1\n", "2\n"):
        answering(monkeypatch, typed)
        answers.append(say("bewaartermijnen KADE --wis").splitlines()[-2:])

    assert "Er is niets gewist." in answers[0][0]
    assert "Gewist: 2 dossiers." in answers[1][0]
    assert ["(gewist)", "(gewist)", "mevrouw"] == [
        line.split()[1] for line in say("lijst KADE").splitlines()[2:5]
    ]


def test_a_person_gets_a_file_of_everything(say: Say, tmp_path: Path) -> None:
    ended(say, 1)
    candidate(say, 2, 2)

    answer = say("inzage KADE 1 --uit inzage")

    assert answer.endswith("[0]\n"), answer
    made = {path.name for path in Path("inzage").iterdir()}
    assert {"overzicht.pdf", "gegevens.json"} <= made
    assert 0o700 == stat.S_IMODE(Path("inzage").stat().st_mode)
    text = subprocess.run(
        ["pdftotext", "-layout", "inzage/overzicht.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "S. Willems" in text
    assert "Autoriteit Persoonsgegevens" in text
    assert "inzage op verzoek van de persoon zelf" in text
    data = Path("inzage/gegevens.json").read_text("utf-8")
    assert [] == [other for other in ("T. Visser", "999990020", "K-2") if other in text + data]
    assert "inzage" == json.loads(data)["handelingen"][-1]["handeling"]


def test_a_folder_that_is_there_is_left_alone_and_nothing_is_recorded(say: Say) -> None:
    candidate(say, 1, 1)
    Path("inzage").mkdir()
    before = say("controleer KADE")

    answer = say("inzage KADE 1 --uit inzage")

    assert answer.endswith("[1]\n")
    assert "geef een map die er nog niet is" in answer.lower()
    assert before == say("controleer KADE")


SECRETS = ("Zwartkop", "987654321", "999990093", "98.765", "98765", "1987-06-05", "5 juni 1987")
"""A name, two numbers, an amount and a day of birth, in every form in which they could be repeated."""
PERSON = 'naam: mevrouw Q. Zwartkop\nlidnummer: Zwartkop-1\nbsn: "999990093"\n'
BAD = (
    ("nieuw KADE --persoon bad.yaml", 'naam: Q. Zwartkop\nbsn: "987654321"\n'),
    ("nieuw KADE --persoon bad.yaml", "naam: Q. Zwartkop: 987654321\n"),
    ("nieuw KADE --persoon bad.yaml", "naam: [Q. Zwartkop]\nZwartkop: 1987-06-05\n"),
    ("nieuw KADE --persoon bad.yaml", f"naam: {'Zwartkop ' * 20}\n"),
    ("nieuw KADE --persoon bad.yaml", PERSON),
    ("feit KADE 1 --zaak bad.yaml --bron x", "feiten: {startdatum: Zwartkop}\n"),
    ("feit KADE 1 --zaak bad.yaml --bron x", "feiten: {woont_hier: Zwartkop}\n"),
    ("feit KADE 1 --zaak bad.yaml --bron x --maand 2026-04", "feiten: {omzet: 98765.43}\n"),
    ("feit KADE 1 --zaak bad.yaml --bron x --maand 2026-04", 'feiten: {omzet: "98.765,432"}\n'),
    ("feit KADE 1 --zaak bad.yaml --bron x --maand 2026-04", "feiten: {omzet: 98.765}\n"),
    ("feit KADE 1 --zaak bad.yaml --bron x", "feiten: {startdatum: {waarde: 2026-01-01, bron: x, datum: Zwartkop}}\n"),
    ("feit KADE 1 --zaak bad.yaml --besluit toelating", "procedure: {ontvangen: Zwartkop}\n"),
    ("feit KADE 1 startdatum=Zwartkop omzet=98765,432 --bron x", ""),
    ("feit KADE 1 Zwartkop --bron x", ""),
    ("oordeel KADE 1 Zwartkop --reden x", ""),
    ("oordeel KADE 1 --zaak bad.yaml", "oordelen: {past: {waarde: Zwartkop, door: x, datum: 2026-01-01, reden: y}}\n"),
    ("oordeel KADE 1 --zaak bad.yaml", "oordelen: {past: {waarde: ja, door: Zwartkop, datum: 1987-06-055, reden: y}}\n"),
    ("besluit KADE 1 toelating --zaak bad.yaml", "feiten: {startdatum: {waarde: Zwartkop, bron: x, datum: 2026-01-01}}\n"),
    ("besluit KADE 1 afdracht --maand 2026-04 --zaak bad.yaml", "feiten: {omzet: {waarde: 98765.43, bron: x, datum: 2026-01-01}}\n"),
    ("vaststellen KADE 1 3 --functie teamleider", ""),
    ("wis KADE 1 --ja", ""),
    ("inzage KADE 1 --uit .", ""),
    ("plaatsen KADE --geef 1 --functie x --als y", ""),
    ("toon KADE 7", ""),
    ("toon KADE Zwartkop", ""),
)  # fmt: skip


@pytest.mark.parametrize(("command", "text"), BAD)
def test_no_message_repeats_personal_data(
    say: Say, command: str, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    Path("person.yaml").write_text(PERSON, encoding="utf-8")
    Path("bad.yaml").write_text(text, encoding="utf-8")
    assert say("nieuw KADE --persoon person.yaml").endswith("[0]\n")

    answer = say(command)
    shown = answer.split("\n", 1)[1] + caplog.text

    assert answer.endswith(("[1]\n", "[2]\n")), answer
    assert [] == [secret for secret in SECRETS if secret in shown]


def test_no_overview_shows_a_bsn(say: Say) -> None:
    Path("person.yaml").write_text(PERSON, encoding="utf-8")
    say("nieuw KADE --persoon person.yaml")
    told = [
        say(command)
        for command in (
            "lijst KADE",
            "lijst KADE --json",
            "toon KADE 1",
            "termijnen KADE",
            "bewaartermijnen KADE",
            "bewaartermijnen KADE --json",
            "plaatsen KADE",
            "heropen KADE",
            "controleer KADE",
        )
    ]

    assert [] == [answer for answer in told if "999990093" in answer]


def test_a_fault_of_the_program_shows_where_and_no_value(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        name = "Q. Zwartkop"
        raise KeyError(name)

    monkeypatch.setattr(group.DossierGroup, "resolve_command", broken)

    with pytest.raises(SystemExit) as stopped:
        main(["dossier", "lijst", "havendorp/de-kade"])

    err = capsys.readouterr().err
    assert 1 == stopped.value.code
    assert "KeyError" in err
    assert "test_personal_data.py" in err
    assert "Zwartkop" not in err
