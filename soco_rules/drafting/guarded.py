"""How the scenarios about one version of an agreement fare by its rules: what guards it, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from soco_rules.catalogue import finding
from soco_rules.compiler.versions import version_in_force
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.model.agreement import Agreement
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import template_folders
from soco_rules.scenarios.desk import open_desk
from soco_rules.scenarios.lint import read_feature
from soco_rules.scenarios.perform import perform
from soco_rules.scenarios.report import ScenarioResult
from soco_rules.scenarios.report import example_in_words

FEATURES = "features"
RED = "versie-scenario-rood"
"""The finding that a scenario speaks against a version."""
Texts = tuple[tuple[str, bytes], ...]
"""Feature files by their name from the root of the workspace."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """The scenarios about a version: how many hold, which do not, and how many nobody has confirmed (`@voorstel`).

    `unread` are the files with scenarios about the agreement that cannot be performed as they are meant.
    """

    green: int = 0
    red: tuple[ScenarioResult, ...] = ()
    unconfirmed: int = 0
    unread: tuple[str, ...] = ()


def guarded_by(root: Path, workspace: Workspace, version: Agreement) -> Guarded:
    """The scenarios of a workspace that are about a version, performed by the rules as `workspace` has them.

    A scenario is about the version that holds on its day. They are calculated once: the second calculator adds nothing
    here, for every decision that is taken by the version goes through both.
    """
    texts = tuple(_about(root, version.reference))
    return _performed(root, workspace, version, texts, _stamps(root))


def findings_of(version: Agreement, guarded: Guarded) -> Iterator[Diagnostic]:
    """What the scenarios say against adopting a version: red ones are errors, and what guards nothing is told."""
    for each in guarded.red:
        message = f"het scenario '{named(each)}' mislukt: {why_red(each)}"
        yield finding(RED, each.span, message)
    for file in guarded.unread:
        message = f"'{file}' heeft scenario's over deze overeenkomst, en er staat een fout in"
        remedy = "verbeter de meldingen die soco toets over dit bestand geeft"
        yield finding(RED, Span(file), message, remedy=remedy)
    if guarded.unconfirmed:
        number = guarded.unconfirmed
        told = (
            "1 scenario over deze versie is een voorstel dat"
            if number == 1
            else f"{number} scenario's over deze versie zijn voorstellen die"
        )
        message = f"{told} nog niemand heeft bevestigd (label @voorstel)"
        yield finding("versie-onbewaakt", version.span, message)
    if not (guarded.green or guarded.red or guarded.unconfirmed or guarded.unread):
        message = "er is geen enkel scenario over deze versie"
        yield finding("versie-onbewaakt", version.span, message)


def _about(root: Path, reference: str) -> Iterator[tuple[str, bytes]]:
    """The feature files that name an agreement, and its own one also where nothing in it can be read."""
    own = f"{FEATURES}/{reference}.feature"
    for path in sorted((root / FEATURES).rglob("*.feature")):
        file, content = path.relative_to(root).as_posix(), path.read_bytes()
        if file == own or reference in read_feature(file, content).agreements:
            yield file, content


def _stamps(root: Path) -> tuple[tuple[str, int], ...]:
    """When each template was written: a scenario can be about a letter."""
    found = (path for folder in template_folders(root) for path in folder.rglob("*.j2"))
    return tuple((str(path), path.stat().st_mtime_ns) for path in found)


@lru_cache(maxsize=16)
def _performed(
    root: Path, workspace: Workspace, version: Agreement, texts: Texts, _: tuple[tuple[str, int], ...]
) -> Guarded:
    desk = open_desk(workspace, root, twice=False)
    is_read = {file: _is_performed(file, content) for file, content in texts}
    results = [
        result
        for file, content in texts
        if is_read[file]
        for result in perform(file, content, desk, about=version.reference)
        if _is_about(result, workspace, version)
    ]
    return Guarded(
        green=sum(each.passed and not each.is_proposal for each in results),
        red=tuple(each for each in results if not each.passed),
        unconfirmed=sum(each.passed and each.is_proposal for each in results),
        unread=tuple(file for file, _ in texts if not is_read[file]),
    )


def _is_performed(file: str, content: bytes) -> bool:
    reading = read_feature(file, content)
    return reading.runnable and not has_errors(reading.findings)


def _is_about(result: ScenarioResult, workspace: Workspace, version: Agreement) -> bool:
    """Whether a scenario takes the rules of this version; one of which that cannot be said is not passed over."""
    if result.agreement not in {None, version.reference}:
        return False
    if result.on is None:
        return True
    versions: Iterable[Agreement] = workspace.agreements.get(version.reference, ())
    return version_in_force(versions, result.on) == version


def named(result: ScenarioResult) -> str:
    """A scenario by its name, of an outline with its row."""
    example = example_in_words(result)
    return f"{result.name} ({example})" if example else result.name


def why_red(result: ScenarioResult) -> str:
    """Why a scenario that failed did so."""
    failure = result.failure
    assert failure is not None
    if failure.expected is not None:
        return f"verwacht was {failure.expected}, de regels geven {failure.found or 'niets'}"
    if failure.findings:
        return "; ".join(found.message.rstrip(".") for found in failure.findings)
    return "de stap is door een fout in soco_rules niet uit te voeren"
