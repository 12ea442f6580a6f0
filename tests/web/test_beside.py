from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import pytest

from soco_rules.web.beside import BrokenOffError
from soco_rules.web.beside import Tell
from soco_rules.web.beside import beside
from soco_rules.web.log import Lines
from soco_rules.web.tasks import Progress
from tests.web.persons import ROOT


def test_work_beside_the_pages_gives_its_result_and_tells_how_far_it_is() -> None:
    progress = Progress()

    assert (12, Progress("rekenen", 1, 2)) == (beside(progress, _sum, 5, 7), progress)


def test_a_process_that_dies_breaks_the_work_off() -> None:
    with pytest.raises(BrokenOffError):
        beside(Progress(), _dying)


def test_of_an_error_beside_the_pages_only_its_kind_and_place_are_told(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Its text may repeat what stood in a file with members."""
    with pytest.raises(BrokenOffError):
        beside(Progress(), _failing, "Zwartkop")
    said = json.loads(Lines().format(caplog.records[-1]))

    assert ("fout", "ValueError", True) == (
        said["wat"],
        said["soort"],
        said["spoor"][-1].endswith("_failing"),
    )
    assert "Zwartkop" not in "".join((*capfd.readouterr(), caplog.text, json.dumps(said)))


def test_work_ends_with_the_desk_that_waits_for_it() -> None:
    """Both hold the pipe, so it closes when both have ended."""
    command = (sys.executable, "-c", "from tests.web.test_beside import waiting; waiting()")
    around = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=around, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout
        begun = desk.stdout.readline()
        desk.kill()
        rest, _ = desk.communicate(timeout=60)

    assert ("begonnen\n", "opgeruimd\n") == (begun, rest)


def waiting() -> None:
    """Wait for work that never ends."""
    beside(Progress(), _endless)


def _endless(_: Tell) -> None:
    os.write(1, b"begonnen\n")
    try:
        while True:
            time.sleep(0.1)
    finally:
        os.write(1, b"opgeruimd\n")


def _sum(tell: Tell, one: int, other: int) -> int:
    tell("rekenen", 1, 2)
    return one + other


def _failing(_: Tell, name: str) -> None:
    raise ValueError(name)


def _dying(_: Tell) -> None:
    os._exit(1)
