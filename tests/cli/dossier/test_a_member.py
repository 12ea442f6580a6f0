"""`soco dossier` as a caseworker types it: from a candidate to a member, the waiting list, terms, and mistakes."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.cli.main import main
from soco_rules.dossiers.store import migrate
from tests.dossiers.kade import KADE
from tests.dossiers.kade import ROOT

PERSON = """
naam: mevrouw {name}
adres: [Kadeplein 3, 9990 AA Havendorp]
lidnummer: K-{number}
bsn: "{bsn}"
"""
CASE = """
overeenkomst: havendorp/de-kade
feiten:
  woont_hier: {waarde: ja, bron: basisregistratie personen, datum: 2026-03-01}
  startdatum: {waarde: 2026-04-01, bron: aanvraag, datum: 2026-03-01}
  aangemeld_op: {waarde: 2026-03-01, bron: aanvraag, datum: 2026-03-01}
oordelen:
  past: {waarde: ja, door: "M. Bakker, klantmanager", datum: 2026-03-02, reden: het plan past bij eerder werk}
  cooperatie_laat_toe: {waarde: ja, door: J. Vos, datum: 2026-03-03, reden: goed gesprek}
procedure:
  ontvangen: 2026-03-01
"""
NAMES = (("S. Willems", "999990019"), ("T. Visser", "999990020"), ("U. Mulder", "999990032"))
TEAM_LEADER = "--als 'A. de Groot' --functie teamleider --eerder-omdat Notulen --datum 2026-03-11 --zienswijze niet_verplicht"
CHAIR = "--als 'J. Vos' --functie voorzitter --toelichting Welkom --op 2026-03-12"
Say = Callable[[str], str]


@pytest.fixture
def say(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """What a command shows: its code, its output and its findings, in the workspace of De Kade."""
    root = tmp_path / "havendorp"
    shutil.copytree(ROOT, root)
    monkeypatch.chdir(root)
    for variable, value in (
        ("SOCO_DOSSIERS", "dossiers.sqlite"),
        ("SOCO_SLEUTELS", "sleutels.json"),
        ("SOCO_GEBRUIKER", "M. Bakker"),
    ):
        monkeypatch.setenv(variable, value)
    migrate("dossiers.sqlite")
    for number, (name, bsn) in enumerate(NAMES, start=1):
        Path(f"persoon-{number}.yaml").write_text(
            PERSON.format(name=name, number=number, bsn=bsn), encoding="utf-8"
        )
    Path("zaak.yaml").write_text(CASE, encoding="utf-8")

    def said(command: str) -> str:
        with pytest.raises(SystemExit) as stopped:
            main(shlex.split(f"dossier {command}".replace("KADE", KADE)))
        out, err = capsys.readouterr()
        shown = "\n".join(part.strip("\n") for part in (err, out) if part.strip())
        shown = re.sub(r"sha256:[0-9a-f]{64}", "sha256:...", shown.replace(str(root), "..."))
        return f"$ soco dossier {command.replace('KADE', KADE)}\n{shown}\n[{stopped.value.code}]\n"

    said("sleutels --uit sleutels.json")
    return said


def candidate(say: Say, number: int, day: int) -> None:
    """A dossier of somebody who came to the cooperative on this day of March."""
    case = CASE.replace("aangemeld_op: {waarde: 2026-03-01", f"aangemeld_op: {{waarde: 2026-03-0{day}")
    Path(f"zaak-{number}.yaml").write_text(case, encoding="utf-8")
    for command in (
        f"nieuw KADE --persoon persoon-{number}.yaml",
        f"feit KADE {number} --zaak zaak-{number}.yaml --besluit toelating",
        f"oordeel KADE {number} --zaak zaak-{number}.yaml",
        f"besluit KADE {number} toelating --besluitdatum 2026-03-10",
    ):
        answer = say(command)
        assert answer.endswith("[0]\n"), answer
    proposal = json.loads(say("lijst KADE --json").split("\n", 1)[1].rsplit("[0]", 1)[0])[-1]["voorstellen"][
        0
    ]
    answer = say(f"vaststellen KADE {number} {proposal} {TEAM_LEADER} --toelichting 'Het plan past.'")
    assert answer.endswith("[0]\n"), answer


def test_days_of_a_procedure_lie_in_their_order(say: Say) -> None:
    Path("dag.yaml").write_text("procedure: {verdaagd_op: 2026-02-27}", encoding="utf-8")
    say("nieuw KADE --persoon persoon-1.yaml")
    say("feit KADE 1 --zaak zaak.yaml --besluit toelating")

    answer = say("feit KADE 1 --zaak dag.yaml --besluit toelating")

    assert (True, True) == (
        "(27 februari 2026) ligt voor de dag waarop de aanvraag is ontvangen (1 maart 2026)." in answer,
        answer.endswith("[1]\n"),
    )


def test_a_day_that_still_has_to_come_did_not_happen(say: Say) -> None:
    """Neither a day of the procedure nor that of adopting; the last day of a term may lie ahead."""
    Path("dag.yaml").write_text("procedure: {verdaagd_op: 2999-02-27}", encoding="utf-8")
    Path("termijn.yaml").write_text(
        "procedure: {verdaagd_op: 2026-03-02, verdaagd_tot_en_met: 2999-03-01}", encoding="utf-8"
    )
    say("nieuw KADE --persoon persoon-1.yaml")
    say("feit KADE 1 --zaak zaak.yaml --besluit toelating")
    signing = TEAM_LEADER.replace("--datum 2026-03-11", "--datum 2999-03-11")

    answers = [
        say("feit KADE 1 --zaak dag.yaml --besluit toelating"),
        say("feit KADE 1 --zaak termijn.yaml --besluit toelating"),
        say(f"vaststellen KADE 1 8 {signing} --toelichting 'Het plan past.'"),
    ]

    assert [(True, "[1]"), (False, "[0]"), (True, "[1]")] == [
        ("dag-komt-nog" in answer, answer.splitlines()[-1]) for answer in answers
    ]


def test_a_day_of_a_procedure_is_taken_back_where_it_stands(say: Say) -> None:
    Path("dag.yaml").write_text("procedure: {verdaagd_op: 2026-03-02}", encoding="utf-8")
    Path("eerder.yaml").write_text("procedure: {ontvangen: 2026-03-04}", encoding="utf-8")
    say("nieuw KADE --persoon persoon-1.yaml")
    say("feit KADE 1 --zaak zaak.yaml --besluit toelating")
    say("feit KADE 1 --zaak dag.yaml --besluit toelating")

    answers = [
        say("feit KADE 1 --besluit toelating --neem-terug aangevuld_op"),
        say("feit KADE 1 --zaak dag.yaml --besluit toelating --neem-terug verdaagd_op"),
        say("feit KADE 1 --neem-terug verdaagd_op"),
        say("feit KADE 1 --zaak eerder.yaml --besluit toelating"),
        say("feit KADE 1 --zaak eerder.yaml --besluit toelating --neem-terug verdaagd_op"),
        say("feit KADE 1 --besluit toelating --neem-terug verdaagd_op"),
    ]

    assert [
        ("[1]", "procedure-terugnemen"),
        ("[1]", "procedure-terugnemen"),
        ("[2]", "geef --besluit bij --neem-terug"),
        ("[1]", "procedure-volgorde"),
        ("[0]", "`ontvangen`, `verdaagd_op` vervalt"),
        ("[1]", "procedure-terugnemen"),
    ] == [
        (
            answer.splitlines()[-1],
            next(
                (
                    told
                    for told in (
                        "procedure-terugnemen",
                        "procedure-volgorde",
                        "geef --besluit bij --neem-terug",
                        "`ontvangen`, `verdaagd_op` vervalt",
                    )
                    if told in answer
                ),
                answer,
            ),
        )
        for answer in answers
    ]


def test_from_candidate_to_member(say: Say, snapshot: SnapshotAssertion) -> None:
    commands = (
        "nieuw KADE --persoon persoon-1.yaml",
        "feit KADE 1 --zaak zaak.yaml --besluit toelating",
        "oordeel KADE 1 --zaak zaak.yaml",
        "toon KADE 1 --op 2026-03-05",
        "termijnen KADE --op 2026-03-05",
        "besluit KADE 1 plaatsing --besluitdatum 2026-03-10",
        f"vaststellen KADE 1 99 {TEAM_LEADER}",
    )

    told = [say(command) for command in commands]
    proposal = say("besluit KADE 1 toelating --besluitdatum 2026-03-10")
    told += [
        "...\n" + proposal[proposal.index("Uit het dossier") :],
        say(f"vaststellen KADE 1 11 {TEAM_LEADER} --toelichting 'Het plan past.'"),
        say(f"plaatsen KADE --geef 1 {CHAIR}"),
        say("toon KADE 1 --op 2026-03-12"),
        say("termijnen KADE --op 2026-03-12"),
        say("lijst KADE"),
    ]

    assert snapshot == "\n".join(told)


def test_a_beschikking_without_a_letter_is_adopted_with_a_letter_of_ones_own(say: Say) -> None:
    shutil.rmtree("templates")
    for command in (
        "nieuw KADE --persoon persoon-1.yaml",
        "feit KADE 1 --zaak zaak.yaml --besluit toelating",
        "oordeel KADE 1 --zaak zaak.yaml",
        "besluit KADE 1 toelating --besluitdatum 2026-03-10",
    ):
        say(command)
    adopting = f"vaststellen KADE 1 9 {TEAM_LEADER} --toelichting 'Het plan past.'"

    without, within = say(adopting), say(f"{adopting} --eigen-brief Z-2026-118")

    assert (True, True, True) == (
        "zonder-brief" in without and without.endswith("[1]\n"),
        "  bekendgemaakt met de eigen brief: Z-2026-118\n" in within,
        within.endswith("[0]\n"),
    ), f"{without}\n{within}"


def test_the_waiting_list(say: Say, snapshot: SnapshotAssertion) -> None:
    for number, day in ((1, 1), (2, 4), (3, 2)):
        candidate(say, number, day)
    given = [say(f"plaatsen KADE --geef {number} {CHAIR}") for number in (1, 2, 3)]

    told = [*given, say("plaatsen KADE --op 2026-03-13"), say("plaatsen KADE --op 2026-03-13 --json")]

    assert snapshot == "\n".join(told)


def test_a_day_before_the_proposal_was_recorded_asks_why(say: Say) -> None:
    for command in (
        "nieuw KADE --persoon persoon-1.yaml",
        "feit KADE 1 --zaak zaak.yaml --besluit toelating",
        "oordeel KADE 1 --zaak zaak.yaml",
        "besluit KADE 1 toelating --besluitdatum 2026-03-10",
    ):
        say(command)
    adopting = f"vaststellen KADE 1 9 {TEAM_LEADER} --toelichting 'Het plan past.'"

    without = say(adopting.replace("--eerder-omdat Notulen ", ""))
    told = say(f"{adopting} --json")

    assert "11 maart 2026 is voor de dag waarop voorstel 9 is vastgelegd" in without
    assert "Geef --eerder-omdat" in without
    assert '"eerder_dan_het_voorstel": "Notulen"' in told


def test_two_persons_refuse_together(say: Say, snapshot: SnapshotAssertion) -> None:
    """A refusal is adverse, so the person was heard, and the agreement asks for two signatures."""
    case = CASE.replace("past: {waarde: ja", "past: {waarde: nee").replace(
        "het plan past bij eerder werk", "te ver"
    )
    Path("zaak.yaml").write_text(case, encoding="utf-8")
    heard = "--zienswijze gehoord:2026-03-09 --zienswijze-toelichting 'Zij is het er niet mee eens.'"
    signed = "vaststellen KADE 1 9 --functie teamleider --eerder-omdat Notulen --datum 2026-03-11"
    for command in (
        "nieuw KADE --persoon persoon-1.yaml",
        "feit KADE 1 --zaak zaak.yaml --besluit toelating",
        "oordeel KADE 1 --zaak zaak.yaml",
        "besluit KADE 1 toelating --besluitdatum 2026-03-10",
    ):
        say(command)

    told = [
        say(f"{signed} --als 'B. Smit' {heard} --toelichting 'De afstand is te groot.'"),
        say(f"{signed} --als 'B. Smit'"),
        say(f"{signed} --als 'M. Bakker'"),
        say("toon KADE 1 --op 2026-03-11"),
        say(f"{signed} --als 'A. de Groot'"),
    ]

    assert snapshot == "\n".join(told)


def test_json_has_the_number_that_the_next_command_needs(say: Say) -> None:
    candidate(say, 1, 1)

    proposed = say("besluit KADE 1 plaatsing --besluitdatum 2026-03-12 --json").split("\n", 1)[1]
    number = json.loads(proposed.rsplit("[0]", 1)[0])["voorstel"]
    adopted = say(
        f"vaststellen KADE 1 {number} --als 'J. Vos' --functie voorzitter --datum 2026-03-12 --eerder-omdat Notulen --toelichting Welkom --json"
    )
    content = json.loads(adopted[adopted.index("{") : adopted.rindex("}") + 1])

    assert (number + 1, number, "lid", "als_lid") == (
        content["handeling"],
        content["voorstel"],
        content["stand"],
        content["vaststelling"]["besluit"]["uitkomst"],
    )


@pytest.mark.parametrize(
    "command",
    [
        "nieuw KADE --persoon persoon-9.yaml",
        "nieuw havendorp/de-kaai --persoon persoon-1.yaml",
        "feit KADE 7 woont_hier=ja --bron gesprek",
        "feit KADE 1 woont_hir=misschien omzet=100 --bron gesprek",
        "feit KADE 1 woont_hier",
        "feit KADE 1",
        "oordeel KADE 1 past=ja",
        "besluit KADE 1 verlenging --maand 2026-03",
        "besluit KADE 1 toelating --besluitdatum 2026-03-10",
        "besluit KADE 1 afdracht --maand 2026-03",
        f"vaststellen KADE 1 99 {TEAM_LEADER}",
        "toon KADE 8",
        "lijst KADE --stand lidd",
        "plaatsen KADE --geef 1",
        "plaatsen landelijk/participatiewet --op 2026-03-12",
        "ronde KADE 2026 --op 2026-03-12",
    ],
)
def test_a_mistake_is_explained_and_writes_nothing(
    say: Say, snapshot: SnapshotAssertion, command: str
) -> None:
    say("nieuw KADE --persoon persoon-1.yaml")
    before = say("toon KADE 1 --json")

    assert snapshot == say(command)
    assert before == say("toon KADE 1 --json")


@pytest.mark.parametrize(
    "text",
    [
        "naam: mevrouw S. Willems\nbsn: '123456789'\n",
        "naam: mevrouw S. Willems\nadress: Kadeplein 3\n",
        "adres: Kadeplein 3\n",
    ],
)
def test_a_person_that_cannot_be_read_is_explained(say: Say, snapshot: SnapshotAssertion, text: str) -> None:
    Path("persoon-1.yaml").write_text(text, encoding="utf-8")

    answer = say("nieuw KADE --persoon persoon-1.yaml")

    assert snapshot == answer
    assert "123456789" not in answer


def test_nobody_has_two_dossiers_but_for_another_round(say: Say) -> None:
    first, again, other = (
        say(f"nieuw KADE --persoon persoon-1.yaml{more}") for more in ("", "", " --ronde 2026")
    )

    assert ("[0]", "[1]", "[0]") == (first[-4:-1], again[-4:-1], other[-4:-1])
    assert "fout: dossier-dubbel\n  Dossier 1 heeft hetzelfde burgerservicenummer." in again
