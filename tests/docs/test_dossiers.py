"""The commands about dossiers on the page for caseworkers give what the page says."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from soco_rules.cli.main import main
from soco_rules.dossiers.store import migrate
from tests.cli.dossier.test_a_member import CASE
from tests.cli.dossier.test_a_member import NAMES
from tests.cli.dossier.test_a_member import PERSON
from tests.docs.pages import DOCS
from tests.docs.pages import blocks
from tests.dossiers.kade import ROOT


def test_the_commands_give_what_the_page_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where the page leaves something out (`...`), the parts around it come in this order."""
    _, block = blocks((DOCS / "klantmanager.md").read_text("utf-8"), "text")
    root = tmp_path / "havendorp"
    shutil.copytree(ROOT, root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOCO_SLEUTELS", "sleutels.json")
    monkeypatch.setenv("SOCO_GEBRUIKER", "M. Bakker")
    monkeypatch.delenv("SOCO_DOSSIERS", raising=False)
    migrate("dossiers.sqlite")
    name, bsn = NAMES[0]
    Path("persoon-1.yaml").write_text(PERSON.format(name=name, number=1, bsn=bsn), encoding="utf-8")
    Path("zaak.yaml").write_text(CASE, encoding="utf-8")
    run(capsys, "soco dossier sleutels --uit sleutels.json")

    missing = []
    for said in block.split("$ ")[1:]:
        command, _, answer = said.partition("\n")
        rest = run(capsys, command)
        for part in filter(None, answer.split("...\n")):
            _, found, after = rest.partition(part)
            missing += [] if found else [(command, part, rest)]
            rest = after

    assert [] == missing


def run(capsys: pytest.CaptureFixture[str], command: str) -> str:
    """What a command that goes well shows."""
    with pytest.raises(SystemExit) as stopped:
        main(shlex.split(command)[1:])
    out, err = capsys.readouterr()
    assert 0 == stopped.value.code, err
    return err + out
