"""The scenarios of an agreement with their coverage, and the changes of its rules that no scenario notices."""

from __future__ import annotations

import os
from pathlib import Path

from soco_rules.scenarios.coverage import coverage_text
from soco_rules.scenarios.mutation import mutate
from soco_rules.scenarios.mutation_report import mutation_text
from soco_rules.scenarios.page import as_page
from soco_rules.scenarios.run import report_text
from soco_rules.scenarios.run import run
from soco_rules.web.beside import Tell
from soco_rules.web.changes.made import Made

REPORT = "rapport.html"


def rehearsed(tell: Tell, root: Path, features: tuple[Path, ...], day: int) -> Made:
    """Every scenario in some files executed; the report has what they reach."""
    tell("scenario's uitvoeren", 0, 0)
    report = run(features, root)
    lines = (*report_text(report).splitlines(), "", *coverage_text(report.coverage()).splitlines())
    return Made(lines, report.passed, {REPORT: as_page(report, day).encode()})


def mutated(tell: Tell, root: Path, features: tuple[Path, ...], day: int) -> Made:
    """The rules behind some scenarios changed at one point at a time; the report has what no scenario noticed."""
    report = mutate(
        features,
        root,
        workers=min(2, os.cpu_count() or 1),
        progress=lambda done, number: tell("regels veranderen en de scenario's houden", done, number),
    )
    page = as_page(report.scenarios, day, report).encode()
    return Made(tuple(mutation_text(report).splitlines()), report.passed, {REPORT: page})
