"""Run feature files with pytest-bdd and tell what happened; pytest itself says nothing."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import warnings
from collections.abc import Generator
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

import pytest
import pytest_bdd.plugin
from pytest_bdd.parser import Scenario

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import in_reading_order
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.scenarios import plugin
from soco_rules.scenarios.catalogue import Moment
from soco_rules.scenarios.checks import outcome_in_words
from soco_rules.scenarios.coverage import Witness
from soco_rules.scenarios.desk import day_of
from soco_rules.scenarios.desk import open_desk
from soco_rules.scenarios.lint import Reading
from soco_rules.scenarios.lint import findings_of
from soco_rules.scenarios.lint import read_feature
from soco_rules.scenarios.lint import scenarios_in
from soco_rules.scenarios.perform import PROPOSAL
from soco_rules.scenarios.perform import deciding_rules
from soco_rules.scenarios.perform import internal
from soco_rules.scenarios.report import DecidingRule
from soco_rules.scenarios.report import Failure
from soco_rules.scenarios.report import Report
from soco_rules.scenarios.report import ScenarioResult
from soco_rules.scenarios.report import report_text
from soco_rules.scenarios.situation import Desk
from soco_rules.scenarios.situation import Mismatch
from soco_rules.scenarios.situation import Refused

__all__ = ["Report", "report_text", "run"]

_UNUSED = (
    "assertion",
    "cacheprovider",
    "capture",
    "debugging",
    "doctest",
    "faulthandler",
    "junitxml",
    "legacypath",
    "logging",
    "monkeypatch",
    "pastebin",
    "recwarn",
    "setuponly",
    "setupplan",
    "skipping",
    "stepwise",
    "subtests",
    "terminal",
    "threadexception",
    "tmpdir",
    "unittest",
    "unraisableexception",
    "warnings",
)
"""Parts of pytest that no scenario needs: each would cost time, or write English."""


def run(
    paths: Sequence[Path], root: Path, desk: Desk | None = None, listeners: Sequence[object] = ()
) -> Report:
    """Execute the feature files at or below some paths against the agreements of a workspace.

    Every scenario that is present is executed or told of; a file that cannot be read as it is meant is left alone.
    Without a desk the scenarios are decided at that of the workspace. Listeners are plugins of pytest that hear
    every step.
    """
    contents, findings = _contents(paths, root)
    readings = {path: read_feature(plugin.shown(path, root), content) for path, content in contents.items()}
    named = sorted(frozenset().union(*(reading.agreements for reading in readings.values())))
    workspace, about_rules = load_workspace(root, shipped_root(), references=named)
    witness = Witness()
    recorder = _Recorder(desk or open_desk(workspace, root, witness), readings)
    runnable = [path for path, reading in readings.items() if reading.runnable and reading.present]
    said = _execute(runnable, root, (recorder, *listeners)) if runnable else ""
    sources = {
        readings[path].file: content.decode("utf-8-sig", errors="replace")
        for path, content in contents.items()
    }
    every_finding = (
        *findings,
        *findings_of(readings.values()),
        *about_rules,
        *_not_executed(recorder, runnable, said),
    )
    return Report(
        results=tuple(sorted(recorder.results, key=lambda result: result.span)),
        findings=in_reading_order(every_finding),
        present=scenarios_in(readings.values()),
        sources={**workspace.sources, **sources},
        witness=witness,
        folders=frozenset(Path(reading.file).parent.name for reading in readings.values()),
    )


def _contents(paths: Sequence[Path], root: Path) -> tuple[dict[Path, bytes], tuple[Diagnostic, ...]]:
    """The feature files at or below some paths, in a fixed order, each once."""
    contents: dict[Path, bytes] = {}
    findings: list[Diagnostic] = []
    for path in paths:
        found = sorted(path.rglob("*.feature")) if path.is_dir() else [path]
        here = Span(plugin.shown(path, root))
        if not found:
            findings.append(
                finding("bestand", here, f"In '{here.file}' staat geen enkel bestand met scenario's.")
            )
        for file in found:
            if problem := _unfit(file):
                findings.append(finding("bestand", Span(plugin.shown(file, root)), problem))
                continue
            try:
                contents[file.resolve()] = file.read_bytes()
            except OSError:
                name = plugin.shown(file, root)
                findings.append(finding("bestand", Span(name), f"'{name}' is niet te lezen."))
    return contents, tuple(findings)


def _unfit(file: Path) -> str | None:
    """Why a file cannot be run at all, for its name; pytest reads [ and :: as a choice within a file."""
    if not file.exists():
        return f"'{file.name}' bestaat niet."
    if file.suffix != ".feature":
        return f"'{file.name}' is geen bestand met scenario's (.feature)."
    if "[" in str(file) or "::" in str(file):
        return f"In de naam van '{file}' staat een teken dat niet kan: [ of ::."
    return None


def _execute(files: Sequence[Path], root: Path, plugins: tuple[_Recorder, *tuple[object, ...]]) -> str:
    """Let pytest-bdd execute the files; what pytest itself would have printed is returned."""
    recorder = plugins[0]
    arguments = [
        f"--rootdir={root.resolve()}",
        f"--confcutdir={root.resolve()}",
        f"-c{os.devnull}",
        "--noconftest",
        "--disable-plugin-autoload",
        "--continue-on-collection-errors",
        *(f"-pno:{name}" for name in _UNUSED),
        *map(str, files),
    ]
    said = io.StringIO()
    with (
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
        _own_settings(),
        _uncollected(),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        code = pytest.main(arguments, plugins=[pytest_bdd.plugin, plugin, *plugins])
    if code == pytest.ExitCode.INTERRUPTED and not recorder.broken:
        raise KeyboardInterrupt
    return said.getvalue()


@contextlib.contextmanager
def _own_settings() -> Iterator[None]:
    """Without what a developer has set for pytest in the environment."""
    names = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS")
    kept = {name: os.environ.pop(name) for name in names if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(kept)


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Without searches for garbage: each goes through every program again, and a run leaves hardly any."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@dataclass(slots=True)
class _Recorder:
    """Listens to one run of pytest and keeps the result of every scenario."""

    desk: Desk
    readings: Mapping[Path, Reading]
    results: list[ScenarioResult] = field(default_factory=list)
    broken: dict[Path, str] = field(default_factory=dict)

    def pytest_configure(self, config: pytest.Config) -> None:
        config.stash[plugin.DESK] = self.desk

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.broken[Path(report.nodeid)] = report.longreprtext

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if call.excinfo and plugin.STEP not in item.stash:
            self.broken[item.path] = internal(call.excinfo.value)
        elif report.when == "call" or not report.passed:
            self.results.append(self._result(item, call))
        return report

    def _result(self, item: pytest.Item, call: pytest.CallInfo[None]) -> ScenarioResult:
        scenario = item.stash[plugin.SCENARIO]
        situation = item.stash[plugin.SITUATION]
        reading = self.readings[item.path]
        example = _example(item)
        line = reading.rows.get((scenario.line_number, tuple(example.values())), scenario.line_number)
        return ScenarioResult(
            feature=scenario.feature.name or "",
            rule=scenario.rule.name if scenario.rule else None,
            name=scenario.name,
            span=Span(reading.file, line),
            example=example,
            failure=_failure(item, call.excinfo) if call.excinfo else None,
            expected=tuple(step.name for step in scenario.steps if step.type == Moment.THEN),
            agreement=situation.agreement.text if situation.agreement else None,
            outcome=outcome_in_words(situation.decision) if situation.decision else None,
            decided_by=_deciding(item, None),
            supposed=self.desk.supposed(situation),
            is_proposal=_is_proposal(scenario),
            on=day_of(situation),
        )


def _is_proposal(scenario: Scenario) -> bool:
    """Whether the label stands at the scenario, or above it."""
    above = scenario.rule.tags if scenario.rule else set()
    return PROPOSAL in {*scenario.tags, *above, *scenario.feature.tags}


def _example(item: pytest.Item) -> dict[str, str]:
    callspec = getattr(item, "callspec", None)
    parameters = callspec.params.values() if callspec else ()
    return next((dict(values) for values in parameters if isinstance(values, dict)), {})


def _failure(item: pytest.Item, error: pytest.ExceptionInfo[BaseException]) -> Failure:
    span = plugin.step_span(item.config, item)
    step = f"{item.stash[plugin.STEP].keyword} {item.stash[plugin.STEP].name}"
    match item.stash.get(plugin.SETBACK, None):
        case Mismatch(expected, found, about):
            return Failure(span, step, expected, found, _deciding(item, about))
        case Refused(findings):
            return Failure(span, step, findings=findings)
        case None:
            return Failure(span, step, internal=internal(error.value))


def _deciding(item: pytest.Item, about: str | None) -> tuple[DecidingRule, ...]:
    return deciding_rules(item.stash[plugin.SITUATION].decision, about)


def _not_executed(recorder: _Recorder, runnable: Sequence[Path], said: str) -> Iterator[Diagnostic]:
    """Scenarios that are in a file and were not executed, so that none vanishes in silence."""
    for path in runnable:
        reading = recorder.readings[path]
        ran = sum(result.span.file == reading.file for result in recorder.results)
        if ran != reading.present:
            message = f"Van de {reading.present} scenario's in dit bestand zijn er {ran} uitgevoerd."
            why = "\n".join([*recorder.broken.values(), said]).strip()
            if why:
                message += f" Interne fout in soco_rules:\n{why}"
            yield finding(
                "scenario",
                Span(reading.file),
                message,
                remedy="verbeter de andere meldingen over dit bestand",
            )
