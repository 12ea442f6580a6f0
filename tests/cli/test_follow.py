"""`soco controleer --volg` in a process of its own: one save, its findings, its scenarios, Ctrl-C."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOCO = Path(sys.executable).with_name("soco")
FILE = "agreements/delft/scope/2017-09-01.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name in ("agreements", "features", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "features" / "delft" / "scope.feature").write_text(
        "# language: nl\nFunctionaliteit: proef\n  Scenario: een\n"
        '    Gegeven de overeenkomst "delft/scope"\n    En de peildatum is 2026-10-15\n',
        "utf-8",
    )
    return tmp_path


@pytest.fixture
def soco(workspace: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [SOCO, "controleer", "--volg"],
        cwd=workspace,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    yield process
    process.kill()
    process.communicate()


@pytest.mark.slow
def test_a_save_is_answered_with_findings_then_scenarios_until_ctrl_c(
    soco: subprocess.Popen[str], workspace: Path
) -> None:
    assert soco.stdout
    lines = iter(soco.stdout)
    assert any("Stoppen: Ctrl-C" in line for line in lines)

    file = workspace / FILE
    file.write_text(file.read_text("utf-8") + "# anders\n", "utf-8")
    last = next(line for line in lines if "uitgevoerd" in line)
    soco.send_signal(signal.SIGINT)

    assert ("Zodra" in last, soco.wait()) == (False, 0)
