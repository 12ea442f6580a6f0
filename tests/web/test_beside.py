from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import pytest

from soco_rules.web.beside import Tell
from soco_rules.web.beside import beside
from soco_rules.web.log import Lines
from soco_rules.web.tasks import BrokenOffError
from soco_rules.web.tasks import EndedError
from soco_rules.web.tasks import Progress
from soco_rules.web.tasks import Run
from soco_rules.web.tasks import State
from tests.web.persons import ROOT


def test_work_beside_the_pages_gives_its_result_and_tells_how_far_it_is() -> None:
    run = Run()

    assert (12, Progress("rekenen", 1, 2)) == (beside(run, _sum, 5, 7), run.progress)


def test_a_process_that_dies_breaks_the_work_off() -> None:
    with pytest.raises(BrokenOffError):
        beside(Run(), _dying)


def test_of_an_error_beside_the_pages_only_its_kind_and_place_are_told(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Its text may repeat what stood in a file with members."""
    with pytest.raises(BrokenOffError):
        beside(Run(), _failing, "Zwartkop")
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


class StoppedSoon(Run):
    """Somebody stops it once it has begun."""

    def tell(self, doing: str, done: int = 0, total: int = 0) -> None:
        """Say how far it is."""
        super().tell(doing, done, total)
        self.is_stopped = True


class OutOfTime(Run):
    """Its time is over once it has begun."""

    def tell(self, doing: str, done: int = 0, total: int = 0) -> None:
        """Say how far it is."""
        super().tell(doing, done, total)
        self.until = 0


@pytest.mark.parametrize(("run", "state"), [(StoppedSoon(), State.STOPPED), (OutOfTime(), State.TOO_LONG)])
def test_work_that_has_to_end_cleans_up_first(
    run: Run, state: State, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(EndedError) as ended:
        beside(run, _endless)

    assert (state, "begonnen\nopgeruimd\n") == (ended.value.state, capfd.readouterr().out)


def waiting() -> None:
    """Wait for work that never ends."""
    beside(Run(), _endless)


def _endless(tell: Tell) -> None:
    try:
        os.write(1, b"begonnen\n")
        tell("wachten", 0, 0)
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
