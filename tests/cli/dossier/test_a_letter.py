"""A final letter is kept in the dossier as it was sent; a draft is not."""

from __future__ import annotations

import base64
import json
import shlex
import shutil
from pathlib import Path

import pytest

from soco_rules.cli.dossier.key_file import read_keys
from soco_rules.cli.main import main
from soco_rules.dossiers.present import adoptions
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_dossier
from soco_rules.model.dossier import SentLetter
from tests.adopted import REFERENCE
from tests.adopted import ROOT

COMMANDS = """
sleutels --uit sleutels.json
nieuw TOWN --persoon persoon.yaml
feit TOWN 1 --zaak zaken/toelating.yaml --besluit toelating
oordeel TOWN 1 --zaak zaken/toelating.yaml
besluit TOWN 1 toelating --zaak brief.yaml --peildatum 2026-10-20 --besluitdatum 2026-10-20
"""
SIGNED = """vaststellen TOWN 1 {} --als 'A. de Groot' --functie 'teamleider participatie' --datum 2026-10-22 --eerder-omdat Notulen
    --zienswijze niet_verplicht --toelichting 'Naaiwerk past bij uw plan.' --brief brief.pdf"""


def soco(command: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(shlex.split(f"dossier {command}".replace("TOWN", REFERENCE)))
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace of Waterstede with a proposal in a dossier, of which the letter can be final."""
    root = tmp_path / "waterstede"
    shutil.copytree(ROOT, root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOCO_SLEUTELS", "sleutels.json")
    monkeypatch.setenv("SOCO_GEBRUIKER", "M. Bakker")
    monkeypatch.delenv("SOCO_DOSSIERS", raising=False)
    migrate("dossiers.sqlite")
    Path("persoon.yaml").write_text(
        "naam: mevrouw S. Willems\nadres: [Kadeplein 3, 9990 AA Waterstede]\n", encoding="utf-8"
    )
    Path("brief.yaml").write_text(
        "brief: {kenmerk: WS-2026-0117, behandelaar: M. Bakker}\n", encoding="utf-8"
    )
    for command in COMMANDS.strip().splitlines():
        assert 0 == soco(command), command
    return root


def letters(root: Path) -> list[SentLetter]:
    """The letters in the dossier."""
    keys, _ = read_keys(root / "sleutels.json")
    dossier = read_dossier(open_store(str(root / "dossiers.sqlite"), keys), REFERENCE, 1)
    assert dossier
    return [letter for _, letter in contents(dossier, SentLetter)]


def proposal(capsys: pytest.CaptureFixture[str]) -> int:
    capsys.readouterr()
    soco("lijst TOWN --json")
    (row,) = json.loads(capsys.readouterr().out)
    (number,) = row["voorstellen"]
    assert isinstance(number, int)
    return number


def test_a_final_letter_is_kept_as_it_was_sent(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    number = proposal(capsys)  # that the list was read is the act after it

    assert 0 == soco(SIGNED.format(number)), capsys.readouterr().err

    (kept,) = letters(town)
    assert ("application/pdf", "2026-10-22", number + 2) == (kept.media_type, kept.date, kept.adoption)
    assert (town / "brief.pdf").read_bytes() == base64.b64decode(kept.content)


def test_a_draft_is_written_and_not_kept(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("brief.yaml").write_text("brief: {geadresseerden: []}\n", encoding="utf-8")
    assert 0 == soco(COMMANDS.strip().splitlines()[-1])

    assert 0 == soco(SIGNED.format(proposal(capsys)))

    assert ("CONCEPT" in capsys.readouterr().err, True, []) == (
        True,
        (town / "brief.pdf").exists(),
        letters(town),
    )


def test_a_letter_in_another_form_is_refused_before_anything_is_adopted(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number = proposal(capsys)

    assert 2 == soco(SIGNED.format(number).replace("brief.pdf", "brief.docx"))

    assert number == proposal(capsys)


def test_the_day_on_which_a_concept_was_replaced_by_an_own_letter_is_recorded_afterwards(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("brief.yaml").write_text("brief: {geadresseerden: []}\n", encoding="utf-8")
    assert 0 == soco(COMMANDS.strip().splitlines()[-1])
    assert 0 == soco(SIGNED.format(proposal(capsys)))
    adoption = last_adoption(town)
    capsys.readouterr()

    refused = soco(f"bekendmaking TOWN 1 {adoption} --verzonden-op 2026-10-26")
    why = capsys.readouterr().err
    done = soco(f"bekendmaking TOWN 1 {adoption} --verzonden-op 2026-10-26 --eigen-brief Z-881")

    told = capsys.readouterr().out
    assert (1, 0) == (refused, done)
    assert "er is geen eigen brief genoemd" in why
    assert f"Bekendgemaakt op 26 oktober 2026: handeling {adoption} van dossier 1" in told
    assert "Bezwaar kan tot en met 7 december 2026." in told


def last_adoption(root: Path) -> int:
    """The number of the only adoption."""
    keys, _ = read_keys(root / "sleutels.json")
    dossier = read_dossier(open_store(str(root / "dossiers.sqlite"), keys), REFERENCE, 1)
    assert dossier
    ((entry, _),) = adoptions(dossier)
    return entry.number
