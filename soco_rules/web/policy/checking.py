"""What a text would make of the workspace if it stood there: its findings and how its scenarios fare."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.diagnostics import summary
from soco_rules.follow import FEATURES
from soco_rules.follow import Save
from soco_rules.follow import Situation
from soco_rules.follow import situation
from soco_rules.follow import touched
from soco_rules.model.values import capital
from soco_rules.parser.workspace import shipped_root
from soco_rules.review import assumed_after
from soco_rules.scenarios.desk import open_desk
from soco_rules.scenarios.perform import perform
from soco_rules.scenarios.report import ScenarioResult
from soco_rules.scenarios.report import example_in_words
from soco_rules.web.policy.overview import reviewed


@dataclass(frozen=True, slots=True)
class Checked:
    """The workspace with some files as they would be; `findings` are about those files and all that builds on them.

    A warning about another file is among them only where it is not there now. `new` are the errors that
    are not there now.
    """

    situation: Situation
    features: tuple[str, ...]
    findings: tuple[Diagnostic, ...]
    new: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One finding for a person who edits a file: `line` is 0 where it is about another file."""

    line: int
    column: int
    where: str
    is_error: bool
    message: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Fared:
    """How one scenario fares: the line of its file where it stands, and of one that failed the sentence that did."""

    name: str
    where: str
    line: int
    passed: bool
    step: str = ""
    step_line: int = 0
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How the scenarios of an agreement fare; `why_none` says why there are none to tell of.

    `left_out` are the files with scenarios about it that were not performed. With `is_doubtful` something is wrong in
    the file itself, so that what did not fail may guard nothing.
    """

    failed: tuple[Fared, ...] = ()
    passed: int = 0
    why_none: str = ""
    left_out: tuple[str, ...] = ()
    is_doubtful: bool = False


def check(root: Path, now: Situation, files: Mapping[str, bytes], today: int) -> Checked:
    """The findings if these files stood in the workspace; nothing is written."""
    after = situation(root, shipped_root(), files)
    asked = touched(files, now, after)
    save = Save(root, tuple(sorted(files)), after, asked)
    later = assumed_after(after.workspace, asked.agreements, today)
    findings = in_reading_order((*(found for some in save.findings() for found in some), *later))
    before = {_said(found) for found in _findings_now(now, asked.agreements, files)}
    new = tuple(found for found in findings if found.is_error and _said(found) not in before)
    told = (found for found in findings if _is_told(found, files, before))
    return Checked(after, asked.features, tuple(told), new)


def _is_told(found: Diagnostic, files: Mapping[str, bytes], before: Collection[tuple[str, str, str]]) -> bool:
    """Whether it is of use to who edits these files: not a warning about another file that stood there already."""
    return found.is_error or found.span.file in files or _said(found) not in before


def as_lines(findings: tuple[Diagnostic, ...], file: str) -> tuple[Line, ...]:
    """The findings for who edits a file: first those in it."""
    lines = [
        Line(
            line=found.span.line if found.span.file == file else 0,
            column=found.span.column,
            where="" if found.span.file == file else str(found.span),
            is_error=found.is_error,
            message=_sentence(found.message),
            reason=_sentence(found.reason),
            remedy=_sentence(found.remedy),
        )
        for found in findings
    ]
    return (*(line for line in lines if line.line), *(line for line in lines if not line.line))


def outcomes(root: Path, checked: Checked, reference: str, *, at_once: bool = False) -> Outcomes:
    """How the scenarios that name an agreement fare by the rules as they would be, with one calculator.

    With `at_once` only those in the folder of its municipality are performed: somebody is typing.
    """
    if refused := _unready(checked):
        return refused
    about = [file for file, reading in checked.situation.features.items() if reference in reading.agreements]
    own = f"{FEATURES}/{reference.split('/', maxsplit=1)[0]}/"
    features = [file for file in about if file.startswith(own) or not at_once]
    left_out = tuple(sorted(file for file in about if file not in features))
    if not features:
        return Outcomes(why_none="Er zijn nog geen scenario’s over deze overeenkomst.", left_out=left_out)
    texts = {file: content for file in sorted(features) if (content := _content(root / file)) is not None}
    return replace(_outcomes(root, checked, texts, reference), left_out=left_out)


def outcomes_of(root: Path, checked: Checked, file: str, content: bytes) -> Outcomes:
    """How the scenarios in the text of one feature file fare by the rules as they are."""
    if not checked.situation.features[file].runnable:
        return Outcomes(why_none="Zodra de tekst te lezen is, worden de scenario’s uitgevoerd.")
    if refused := _unready(checked):
        return refused
    found = _outcomes(root, checked, {file: content}, None)
    return replace(found, is_doubtful=has_errors(checked.situation.features[file].findings))


def _unready(checked: Checked) -> Outcomes | None:
    rules = (found for found in checked.findings if not found.span.file.startswith(f"{FEATURES}/"))
    if has_errors(rules):
        return Outcomes(
            why_none="Zodra er geen fouten meer zijn in de regels, worden de scenario’s uitgevoerd."
        )
    return None


def _outcomes(root: Path, checked: Checked, texts: Mapping[str, bytes], about: str | None) -> Outcomes:
    desk = open_desk(checked.situation.workspace, root, twice=False)
    results = [
        result for file, content in texts.items() for result in perform(file, content, desk, about=about)
    ]
    failed = tuple(_fared(result) for result in results if not result.passed)
    return Outcomes(failed, len(results) - len(failed))


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None  # gone between looking and reading


def _findings_now(
    now: Situation, agreements: tuple[str, ...], files: Mapping[str, bytes]
) -> tuple[Diagnostic, ...]:
    """What is wrong now with the same files and agreements."""
    features = (found for file in files if file in now.features for found in now.features[file].findings)
    about = (found for name in agreements for found in reviewed(now.workspace, name))
    return (*now.findings, *features, *about)


def _said(found: Diagnostic) -> tuple[str, str, str]:
    """A finding without its line, which moves with every line before it."""
    return found.span.file, found.code, found.message


def _fared(result: ScenarioResult) -> Fared:
    failure = result.failure
    assert failure is not None
    example = example_in_words(result)
    told: list[str] = []
    if failure.expected is not None:
        told += [f"Verwacht: {failure.expected}", f"Gekregen: {failure.found}"]
        told += dict.fromkeys(f"Beslist door: {rule.rule or rule.concept}" for rule in failure.decided_by)
    told += [_sentence(found.message) for found in failure.findings]
    if failure.internal is not None:
        told.append("Interne fout in soco_rules; geef dit door aan de beheerder.")
    return Fared(
        name=f"{result.name} ({example})" if example else result.name,
        where=result.span.file,
        line=result.span.line,
        passed=False,
        step=failure.step,
        step_line=failure.span.line,
        told=tuple(told),
    )


def in_words(findings: tuple[Diagnostic, ...]) -> str:
    """How many errors and warnings there are."""
    return f"Bevindingen: {summary(findings)}." if findings else "Er zijn geen bevindingen."


def _sentence(text: str) -> str:
    end = "" if not text or text.endswith((".", "?", "!", ":")) else "."
    return capital(text) + end
