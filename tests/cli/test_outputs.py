"""The command in a process of its own: an output that is full, closed, read-only or has no €, and files without end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASE = ROOT / "docs" / "voorbeelden" / "delft-toelating.yaml"
SOCO = (sys.executable, "-c", "from soco_rules.cli.main import main; main()")
needs_devices = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full and /dev/zero")


def soco(
    *words: object, output: str | None = None, encoding: str = "utf-8"
) -> subprocess.CompletedProcess[str]:
    """Run `soco` with its standard output in a file or caught, for a terminal with this encoding."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)}
    with Path(output or os.devnull).open("w", encoding="utf-8") as file:
        return subprocess.run(
            [*SOCO, *map(str, words)],
            cwd=ROOT,
            env=environment,
            stdout=file if output else subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding=encoding,
            check=False,
        )


@needs_devices
def test_a_full_output_is_told() -> None:
    done = soco("stappen", output="/dev/full")

    assert (
        1,
        "fout: De uitvoer is niet te lezen of te schrijven: er is geen ruimte meer.\n",
    ) == (done.returncode, done.stderr)


@needs_devices
def test_a_file_without_end_is_refused() -> None:
    done = soco("besluit", "delft/scope", "toelating", "--zaak", "/dev/zero")

    assert (1, True) == (done.returncode, "'/dev/zero' is groter dan 10 MB" in done.stderr)


@pytest.mark.parametrize("encoding", ["cp850", "latin-1"])
def test_a_terminal_without_every_letter_still_gets_the_answer(encoding: str) -> None:
    done = soco("stappen", encoding=encoding)

    assert (0, "", True) == (done.returncode, done.stderr, "Gegeven de overeenkomst" in done.stdout)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told_and_stays_empty(tmp_path: Path) -> None:
    stored = tmp_path / "besluit.json"
    soco(
        "besluit",
        "delft/scope",
        "toelating",
        "--zaak",
        CASE,
        "--peildatum",
        "2026-10-15",
        "--json",
        output=str(stored),
    )
    closed = tmp_path / "dicht"
    closed.mkdir(mode=0o555)

    done = soco("brief", stored, "--uit", closed / "brief.html")

    assert (1, [], True) == (
        done.returncode,
        list(closed.iterdir()),
        "er zijn geen rechten voor" in done.stderr,
    )
