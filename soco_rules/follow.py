"""What a save asks for: which agreements to check again, which templates, and which scenarios to run."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.files import Stamps
from soco_rules.files import written_in
from soco_rules.letters.check import check_letters
from soco_rules.letters.check import check_templates
from soco_rules.model.workspace import RuleFiles
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import AGREEMENTS
from soco_rules.parser.workspace import NOTHING
from soco_rules.parser.workspace import RULE_FOLDERS
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.review import review
from soco_rules.scenarios.lint import Reading
from soco_rules.scenarios.lint import read_feature

FEATURES = "features"
TEMPLATES = "templates"
SCENARIO_FOLDERS = {FEATURES: (".feature",)}
SUFFIXES = {**RULE_FOLDERS, **SCENARIO_FOLDERS, TEMPLATES: (".md.j2",)}
"""The folders that are followed, and the ends of the names of the files in them."""

BETWEEN = 0.03
SETTLING = 0.01
"""Seconds between two looks at the files, which itself takes less than a thousandth."""


@dataclass(frozen=True, slots=True)
class Situation(RuleFiles):
    """What is followed, as it is at one moment: the rule files, and the scenarios beside them."""

    features: Mapping[str, Reading]


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change asks to be checked; `agreements` first has what changed, then all that builds on it."""

    agreements: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Save:
    """Files that were saved, made or removed together, and the situation that they leave."""

    root: Path
    files: tuple[str, ...]
    situation: Situation
    touched: Touched

    def findings(self) -> Iterator[tuple[Diagnostic, ...]]:
        """All findings about what is touched, each once: first about the files, then agreement by agreement."""
        told: set[Diagnostic] = set()
        for found in self._in_turn():
            new = tuple(one for one in in_reading_order(found) if one not in told)
            told.update(new)
            if new:
                yield new

    def _in_turn(self) -> Iterator[Iterable[Diagnostic]]:
        situation, touched = self.situation, self.touched
        versions = (situation.workspace.agreements.get(name, ()) for name in touched.agreements)
        files = {version.path for of_one in versions for version in of_one} | set(self.files)
        yield (found for found in situation.findings if found.span.file in files)
        for file in self.files:
            if file in situation.features:
                yield situation.features[file].findings
        if touched.templates:
            folders = tuple(dict.fromkeys((self.root / TEMPLATES, shipped_root() / TEMPLATES)))
            yield check_templates(folders, only=[self.root / file for file in touched.templates])
            yield check_letters(situation.workspace, folders)
        for name in touched.agreements:
            yield review(situation.workspace, (name,))


def situation(root: Path, shipped: Path, instead: Mapping[str, bytes] = NOTHING) -> Situation:
    """What the folders of a workspace hold now; files that did not change are not read again.

    `instead` has the content of files, by their name relative to `root`, that count in the place of what is there.
    """
    rules = {file: content for file, content in instead.items() if file.startswith(f"{AGREEMENTS}/")}
    return with_scenarios(root, RuleFiles(*load_workspace(root, shipped, instead=rules)), instead)


def with_scenarios(root: Path, rules: RuleFiles, instead: Mapping[str, bytes] = NOTHING) -> Situation:
    """These rule files with the scenarios that the folder of a workspace holds now; `instead` as in `situation`."""
    features = {
        file: _reading(file, content) for file, content in instead.items() if file.startswith(f"{FEATURES}/")
    }
    for file in written_in(root, SCENARIO_FOLDERS):
        if file not in instead:
            try:
                features[file] = _reading(file, (root / file).read_bytes())
            except OSError:
                continue  # gone in the meantime; the next look sees that it is
    return Situation(rules.workspace, rules.findings, features)


_reading = lru_cache(maxsize=256)(read_feature)


def touched(files: Collection[str], before: RuleFiles, after: Situation) -> Touched:
    """What these changed files ask for; an agreement that stood on a removed one counts as well.

    A file that does not count, such as a copy of a national layer, touches no agreement.
    """
    names = (*after.workspace.agreements, *before.workspace.agreements)
    if before.workspace.judges != after.workspace.judges:
        own = tuple(after.workspace.agreements)
    else:
        own = tuple(name for name in dict.fromkeys(names) if not _is_same(name, before, after))
    agreements = _with_those_above(own, (before.workspace, after.workspace))
    features = {file for file in files if file in after.features}
    features |= {
        file for file, reading in after.features.items() if not reading.agreements.isdisjoint(agreements)
    }
    templates = tuple(sorted(file for file in files if file.startswith(f"{TEMPLATES}/")))
    return Touched(agreements, tuple(sorted(features)), templates)


def _is_same(name: str, before: RuleFiles, after: RuleFiles) -> bool:
    """Whether all versions of an agreement come from the same content: only what changed is read again."""
    one, other = (at.workspace.agreements.get(name, ()) for at in (before, after))
    return len(one) == len(other) and all(old is new for old, new in zip(one, other, strict=True))


def _with_those_above(own: tuple[str, ...], workspaces: Iterable[Workspace]) -> tuple[str, ...]:
    found = dict.fromkeys(own)
    waiting = list(own)
    edges = [
        (layer, name)
        for workspace in workspaces
        for name, versions in workspace.agreements.items()
        for version in versions
        for layer in version.builds_on
    ]
    for below in waiting:  # grows: what builds on it may be built on too
        above = [name for layer, name in edges if layer == below and name not in found]
        found.update(dict.fromkeys(above))
        waiting += dict.fromkeys(above)
    return tuple(found)


def saves(
    root: Path, before: Situation, batches: Iterable[Collection[str]], *, shipped: Path
) -> Iterator[Save]:
    """For every batch of changed files what it asks for; `before` is the situation that the first batch changes."""
    for files in batches:
        after = situation(root, shipped)
        yield Save(root, tuple(sorted(files)), after, touched(files, before, after))
        before = after


def to_run(save: Save, findings: Collection[Diagnostic]) -> tuple[str, ...]:
    """The scenarios to run after a save: none while the rules have errors, for every one would tell of those again."""
    return () if has_errors(findings) else save.touched.features


def stamps(root: Path) -> Stamps:
    """When each file that is followed was written."""
    return written_in(root, SUFFIXES)


def changed(before: Stamps, after: Stamps) -> frozenset[str]:
    """The files that were made, written or removed between two looks."""
    return frozenset(file for file in before.keys() | after.keys() if before.get(file) != after.get(file))


def batches(root: Path, before: Stamps, pause: Callable[[float], None]) -> Iterator[frozenset[str]]:
    """The files that change, batch by batch, without end; `pause` waits that many seconds between two looks.

    A save is told of once it is complete: when two looks in a row find the same.
    """
    while True:
        pause(BETWEEN)
        after = stamps(root)
        files = changed(before, after)
        if files:
            pause(SETTLING)
            if after == stamps(root):
                before = after
                yield files
