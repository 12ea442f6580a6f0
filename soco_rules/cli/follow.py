"""`soco controleer --volg`: after every save what is wrong now, and how the scenarios that it touches fare."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from itertools import chain
from multiprocessing.connection import Connection
from pathlib import Path

import click

from soco_rules.cli.workspace import clock
from soco_rules.cli.workspace import today
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import render
from soco_rules.diagnostics import summary
from soco_rules.files import Stamps
from soco_rules.follow import Save
from soco_rules.follow import Situation
from soco_rules.follow import batches
from soco_rules.follow import saves
from soco_rules.follow import situation
from soco_rules.follow import stamps
from soco_rules.follow import to_run
from soco_rules.parser.workspace import shipped_root
from soco_rules.review import assumed_after
from soco_rules.scenarios.run import report_text
from soco_rules.scenarios.run import run

FOLLOWING = "Elke wijziging in agreements/, features/ en templates/ wordt gecontroleerd. Stoppen: Ctrl-C."


@dataclass(frozen=True, slots=True)
class Start:
    """What was there before the first check, so that a save in the middle of that check is told of as well."""

    written: Stamps
    situation: Situation


def start(root: Path) -> Start:
    """What is there now; the times first, for a file may be written while it is read."""
    written = stamps(root)
    return Start(written, situation(root, shipped_root()))


def follow(root: Path, since: Start) -> int:
    """Tell of every save since the start until it is interrupted."""
    click.echo(FOLLOWING)
    gc.collect()
    gc.freeze()  # what is loaded now stays: no need to look through it in the middle of an answer
    scenarios = _Scenarios(root)
    try:
        changes = batches(root, since.written, scenarios.pause)
        for save in saves(root, since.situation, changes, shipped=shipped_root()):
            click.echo(f"\n{clock()}  {', '.join(save.files)}")
            findings = tuple(_told(save))
            click.echo(f"{_checked(save)}: {summary(findings)}.")
            features = to_run(save, findings)
            if save.touched.features and not features:
                click.echo("Zodra er geen fouten meer zijn, worden de scenario's uitgevoerd.")
            scenarios.start(features)
    except KeyboardInterrupt:
        click.echo()
    finally:
        scenarios.stop()
    return 0


def _told(save: Save) -> Iterator[Diagnostic]:
    later = assumed_after(save.situation.workspace, save.touched.agreements, today())
    for findings in chain(save.findings(), (later,)):
        for found in findings:
            click.echo(render(found, save.situation.workspace.sources) + "\n")
            yield found


def _checked(save: Save) -> str:
    """What was looked at, in words."""
    names = save.touched.agreements or save.files
    return f"{clock()}  {', '.join(names) if len(names) < 4 else f'{len(names)} afspraken'} gecontroleerd"


class _Scenarios:
    """Another process that runs scenarios, so that a save never waits for them; a new save puts the rest aside."""

    def __init__(self, root: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self._answers, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other, root), daemon=True)
        self._process.start()
        other.close()
        self._asked = 0

    def start(self, features: tuple[str, ...]) -> None:
        """Run these, and forget what was still to be run."""
        self._asked += 1
        self._answers.send((self._asked, features))

    def pause(self, seconds: float) -> None:
        """Wait, and show the scenarios that are ready."""
        if self._answers.poll(seconds):
            asked, file, text = self._answers.recv()
            if asked == self._asked:
                click.echo(f"{clock()}  {file}\n{text}")

    def stop(self) -> None:
        """End the process, also in the middle of a scenario."""
        self._process.terminate()
        self._process.join()


def _serve(questions: Connection, root: Path) -> None:
    """Run what is asked for, one file after another, until there is nobody left to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asks
    if hasattr(os, "nice"):
        os.nice(10)  # the findings about the next save go first
    asked, features = 0, ()
    while True:
        try:
            while not features or questions.poll():
                asked, features = questions.recv()
            file, *rest = features
            features = tuple(rest)
            questions.send((asked, file, _result(root, file)))
        except (EOFError, BrokenPipeError):
            return


def _result(root: Path, file: str) -> str:
    """How the scenarios of a file fare; what is wrong with the rules was told before."""
    report = run((root / file,), root)
    own = tuple(found for found in report.findings if found.span.file == file)
    return report_text(replace(report, findings=own))
