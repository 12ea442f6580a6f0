"""A thousand scenarios by `soco toets`, beside what pytest-bdd takes with steps that do nothing."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import pytest_bdd.plugin

from bench.timing import Timing
from bench.timing import first_time
from soco_rules.follow import FEATURES
from soco_rules.follow import TEMPLATES
from soco_rules.parser.workspace import AGREEMENTS
from soco_rules.scenarios.run import run

NUMBER = 1000
OURS, ALONE = "soco toets", "pytest-bdd alone"

_ALONE = """\
import pytest_bdd
from pytest_bdd.parsers import re as sentence
from soco_rules.scenarios.catalogue import STEPS

def nothing():
    pass

for step in STEPS:
    pytest_bdd.step(sentence(step.pattern.pattern), step.moment.value)(nothing)
pytest_bdd.scenarios("features")
"""
"""What anyone writes to run the same files: a definition for each sentence, and the files."""


def a_thousand_scenarios(root: Path, times: int) -> tuple[int, dict[str, Timing]]:
    """How many scenarios there were, and how long a thousand of them take, both ways, each in new processes.

    They are the shipped ones, each file as often under another name as it takes to pass a thousand.
    """
    with TemporaryDirectory() as folder:
        workspace = Path(folder)
        for name in (AGREEMENTS, TEMPLATES):
            shutil.copytree(root / name, workspace / name)
        number = 0
        while number < NUMBER:
            shutil.copytree(root / FEATURES, workspace / FEATURES / f"keer_{number}")
            number = ours(workspace)
        (workspace / "test_alone.py").write_text(_ALONE, "utf-8")
        code = f"from pathlib import Path\nfrom bench.scenarios import alone, ours\nfolder = Path({folder!r})"
        figures = {
            OURS: first_time(code, "ours(folder)", times),
            ALONE: first_time(code, "alone(folder)", times),
        }
    return number, {name: _scaled(timing, NUMBER / number) for name, timing in figures.items()}


def ours(workspace: Path) -> int:
    """Run the scenarios as `soco toets` does; how many there are."""
    report = run([workspace / FEATURES], workspace)
    if not report.passed:
        raise SystemExit(f"{len(report.failed)} scenarios failed")
    return report.present


def alone(workspace: Path) -> None:
    """Run the same files with pytest and pytest-bdd, and nothing of ours but the sentences."""
    arguments = (
        *("-q", "-c", os.devnull, f"--rootdir={workspace}", "-p", "no:cacheprovider"),
        *("--disable-plugin-autoload", "--import-mode=importlib", str(workspace / "test_alone.py")),
    )
    with _silence() as said:
        code = pytest.main(list(arguments), plugins=[pytest_bdd.plugin])
    if code:
        raise SystemExit(said.getvalue())


@contextlib.contextmanager
def _silence() -> Iterator[io.StringIO]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield said


def _scaled(timing: Timing, factor: float) -> Timing:
    return Timing(timing.median * factor, timing.fastest * factor, timing.slow * factor)
