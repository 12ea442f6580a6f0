"""The pytest plugin that collects `*.feature` files by themselves and performs their steps from the catalogue.

`soco toets` uses it, and so may a developer: `pytest -p soco_rules.scenarios.plugin features`.
"""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
import pytest_bdd
from pytest_bdd.feature import features as parsed_features
from pytest_bdd.gherkin_parser import DataTable
from pytest_bdd.parser import Feature
from pytest_bdd.parser import FeatureParser
from pytest_bdd.parser import Scenario
from pytest_bdd.parser import Step as SpokenStep
from pytest_bdd.parser import render_string
from pytest_bdd.parsers import StepParser

from soco_rules.diagnostics import Span
from soco_rules.diagnostics import render
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.scenarios.catalogue import Moment
from soco_rules.scenarios.catalogue import Step
from soco_rules.scenarios.catalogue import understood
from soco_rules.scenarios.catalogue import unknown_step
from soco_rules.scenarios.desk import open_desk
from soco_rules.scenarios.situation import Cell
from soco_rules.scenarios.situation import Desk
from soco_rules.scenarios.situation import Mismatch
from soco_rules.scenarios.situation import Refused
from soco_rules.scenarios.situation import Situation
from soco_rules.scenarios.situation import Spoken
from soco_rules.scenarios.situation import Table

DESK = pytest.StashKey[Desk]()
SCENARIO = pytest.StashKey[Scenario]()
STEP = pytest.StashKey[SpokenStep]()
SITUATION = pytest.StashKey[Situation]()
SETBACK = pytest.StashKey[Mismatch | Refused]()
ENCODING = "utf-8-sig"
"""UTF-8, also where an editor put a byte order mark in front."""


class FeatureFile(pytest.Module):
    """A feature file as pytest sees it: a module with one test per scenario."""

    def _getobj(self) -> ModuleType:
        folder, name = str(self.path.parent), self.path.name
        feature = FeatureParser(folder, name, ENCODING).parse()
        parsed_features[os.path.abspath(self.path)] = feature  # noqa: PTH100 - the key that pytest-bdd looks for
        _register_tags(self.config, feature)
        _keep_tables(feature)
        module = ModuleType(self.path.stem)
        for title in feature.scenarios:
            vars(module)[f"test {title}"] = pytest_bdd.scenario(name, title, ENCODING, folder)(_nothing_more)
        return module


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a feature file, wherever it stands."""
    if file_path.suffix != ".feature":
        return None
    return FeatureFile.from_parent(parent, path=file_path)


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, scenario: Scenario) -> None:
    """Begin with a case of which nothing is known."""
    request.node.stash[SCENARIO] = scenario
    request.node.stash[SITUATION] = Situation()


def pytest_bdd_before_step(request: pytest.FixtureRequest, step: SpokenStep) -> None:
    """Remember which step is being performed."""
    request.node.stash[STEP] = step


def pytest_bdd_step_func_lookup_error(request: pytest.FixtureRequest, step: SpokenStep) -> None:
    """Turn an unknown sentence into a finding with the nearest ones."""
    request.node.stash[STEP] = step
    request.node.stash[SETBACK] = Refused((unknown_step(step.name, step_span(request.config, request.node)),))


def step_span(config: pytest.Config, item: pytest.Item) -> Span:
    """Where the step that was performed last stands."""
    step = item.stash[STEP]
    column = step.indent + 1
    end = column + len(step.keyword) + 1 + len(step.name)
    return Span(shown(item.path, config.rootpath), step.line_number, column, step.line_number, end)


@functools.cache
def shown(path: Path, root: Path) -> str:
    """How a file is named in what people read: from the workspace, where it lies in there."""
    full, base = path.resolve(), root.resolve()
    return (full.relative_to(base) if full.is_relative_to(base) else full).as_posix()


class _Sentences(StepParser):
    """The sentences of the catalogue that belong at one moment, as pytest-bdd matches them.

    One definition for all of them: pytest-bdd tries every definition at every step.
    """

    def __init__(self, moment: Moment) -> None:
        super().__init__(f"een zin uit de catalogus ({moment})")
        self.moment = moment

    def is_matching(self, name: str) -> bool:
        """Whether the catalogue knows this sentence."""
        return understood(name, self.moment) is not None

    def parse_arguments(self, name: str) -> dict[str, object]:
        """The step and what stands in its open places."""
        found = understood(name, self.moment)
        assert found is not None
        return {"entry": found[0], "words": found[1]}


def _perform(request: pytest.FixtureRequest, entry: Step, words: Mapping[str, str]) -> None:
    __tracebackhide__ = True
    item = request.node
    span = step_span(request.config, item)
    spoken = Spoken(words, _table(item.stash[STEP], span.file) if entry.has_table else (), span)
    result = entry.act(spoken, item.stash[SITUATION], _desk(request.config))
    match result:
        case Situation():
            item.stash[SITUATION] = result
        case Mismatch():
            item.stash[SETBACK] = result
            pytest.fail(
                f"{span.file}:{span.line}: verwacht {result.expected}, gekregen {result.found}", pytrace=False
            )
        case Refused(findings):
            item.stash[SETBACK] = result
            pytest.fail("\n".join(render(found, {}) for found in findings), pytrace=False)


def _table(step: SpokenStep, file: str) -> Table:
    if step.datatable is None:
        return ()
    return tuple(
        tuple(
            Cell(
                cell.value,
                Span(
                    file,
                    cell.location.line,
                    cell.location.column,
                    cell.location.line,
                    cell.location.column + max(1, len(cell.value)),
                ),
            )
            for cell in row.cells
        )
        for row in step.datatable.rows
    )


def _desk(config: pytest.Config) -> Desk:
    desk = config.stash.get(DESK, None)
    if desk is None:
        root = config.rootpath
        workspace, _ = load_workspace(root, shipped_root())
        desk = config.stash[DESK] = open_desk(workspace, root)
    return desk


def _keep_tables(feature: Feature) -> None:
    """Let a table without a `<name>` be used as it stands: for every scenario pytest-bdd would copy each cell."""
    for scenario in feature.scenarios.values():
        for step in scenario.steps:
            table = step.datatable
            if table and "render_datatable" not in vars(step):
                has_names = any("<" in cell.value for row in table.rows for cell in row.cells)
                vars(step)["render_datatable"] = _with_values if has_names else _as_it_stands


def _as_it_stands(table: DataTable, _: Mapping[str, object]) -> DataTable:
    return table


def _with_values(table: DataTable, values: Mapping[str, object]) -> DataTable:
    """The table with the values of a row of examples in the places of their names."""
    rows = [
        replace(row, cells=[replace(cell, value=render_string(cell.value, values)) for cell in row.cells])
        for row in table.rows
    ]
    return replace(table, rows=rows)


def _register_tags(config: pytest.Config, feature: Feature) -> None:
    tags = set(feature.tags)
    for scenario in feature.scenarios.values():
        tags |= scenario.tags
        tags |= scenario.rule.tags if scenario.rule else set()
        tags = tags.union(*(examples.tags for examples in scenario.examples))
    for tag in sorted(tags):
        config.addinivalue_line("markers", f"{tag}: een label in een scenario")


def _nothing_more() -> None:
    """What a scenario does after its steps."""


vars(_perform)["__signature__"] = inspect.signature(_perform)  # pytest-bdd asks for it at every step
for _moment in Moment:
    pytest_bdd.step(_Sentences(_moment), _moment.value)(_perform)
