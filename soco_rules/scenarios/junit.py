"""A run of scenarios as JUnit XML, which machines that run tests can read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree as ET

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import render
from soco_rules.scenarios.report import Report
from soco_rules.scenarios.report import ScenarioResult
from soco_rules.scenarios.report import count_text
from soco_rules.scenarios.report import example_in_words
from soco_rules.scenarios.report import failure_text

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(report: Report) -> bytes:
    """The whole document: a suite for each feature file, and one for what is wrong with the files themselves."""
    errors = [found for found in report.findings if found.is_error]
    root = ET.Element("testsuites", name="soco toets")
    for file, results in groupby(report.results, key=lambda result: result.span.file):
        _suite(root, file, list(results), report)
    if errors or (not report.passed and not report.failed):
        _about_files(root, errors, report)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _suite(root: ET.Element, file: str, results: list[ScenarioResult], report: Report) -> None:
    broken = sum(result.failure is not None and _is_error(result) for result in results)
    failed = sum(not result.passed for result in results) - broken
    suite = ET.SubElement(
        root,
        "testsuite",
        name=_clean(file),
        tests=str(len(results)),
        failures=str(failed),
        errors=str(broken),
        skipped="0",
    )
    for result in results:
        case = ET.SubElement(
            suite,
            "testcase",
            classname=_clean(": ".join(filter(None, (result.feature, result.rule)))),
            name=_clean(f"{result.name} [{example_in_words(result)}]" if result.example else result.name),
            file=_clean(file),
            line=str(result.span.line),
        )
        if result.failure is not None:
            kind = "error" if _is_error(result) else "failure"
            told = ET.SubElement(case, kind, message=_clean(_message(result)))
            told.text = _clean(failure_text(result, report.sources))


def _is_error(result: ScenarioResult) -> bool:
    """Whether a scenario could not be performed, rather than that something else came out."""
    return result.failure is not None and result.failure.expected is None


def _message(result: ScenarioResult) -> str:
    failure = result.failure
    assert failure is not None
    if failure.expected is not None:
        return f"verwacht: {failure.expected}; gekregen: {failure.found}"
    if failure.findings:
        return failure.findings[0].message
    return "Interne fout in soco_rules."


def _about_files(root: ET.Element, errors: Iterable[Diagnostic], report: Report) -> None:
    every = list(errors)
    number = str(max(1, len(every)))
    suite = ET.SubElement(
        root, "testsuite", name="bestanden", tests=number, failures="0", errors=number, skipped="0"
    )
    for found in every:
        case = ET.SubElement(
            suite,
            "testcase",
            classname="bestanden",
            name=_clean(f"{found.span}: {found.code}"),
            file=_clean(found.span.file),
            line=str(found.span.line),
        )
        told = ET.SubElement(case, "error", message=_clean(found.message))
        told.text = _clean(render(found, report.sources))
    if not every:
        case = ET.SubElement(suite, "testcase", classname="bestanden", name="uitgevoerd")
        ET.SubElement(case, "error", message=_clean(count_text(report)))


def _clean(text: str) -> str:
    """Text without the control characters that XML has no place for."""
    return _NOT_IN_XML.sub("�", text)
