"""What was found about each mutant in earlier runs, and on what that rests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import soco_rules
from soco_rules.scenarios import checks
from soco_rules.scenarios.catalogue import STEPS
from soco_rules.scenarios.fate import Fate
from soco_rules.scenarios.fate import Finding
from soco_rules.scenarios.mutants import Mutant
from soco_rules.scenarios.rehearsal import Rehearsal
from soco_rules.scenarios.rehearsal import Stage

LARGEST = 20_000
"""How many mutants are remembered at most."""
_NO_MATTER = frozenset(
    {
        "adopt",
        "cli",
        "drafting",
        "files",
        "follow",
        "interview",
        "letters",
        "proving",
        "reading",
        "replay",
        "terms",
        "web",
    }
)
"""Rooms that have no say in what a decision is; letters count for scenarios about letters."""
_NO_BACKEND = frozenset({"durable"})
_SENTENCES = {step.act: step.sentence for step in STEPS}
_LETTERS = frozenset({checks.letter_has, checks.letter_lacks})


@dataclass(frozen=True, slots=True)
class Evidence:
    """On what a fate rests. `files` has for each file of rules a digest of all that is decided with it.

    `scenarios` has, by the identity of a rehearsal, a digest of what it says together with the rules that decide it.
    """

    files: Mapping[str, str]
    scenarios: Mapping[int, str]
    present: frozenset[str]

    def supports(self, digest: str, file: str) -> bool:
        """Whether what a fate of a mutant of a file rested on is still so."""
        return digest == self.files[file] or digest in self.present


def evidence_of(stages: Iterable[Stage], templates: Iterable[Path]) -> Evidence:
    """The evidence in some stages, with what soco_rules itself does and, for letters, their templates."""
    code, letters = _code(), _letters(tuple(templates))
    by_file: dict[str, list[str]] = {}
    scenarios: dict[int, str] = {}
    for stage in stages:
        rules = "".join(layer.sha256 for layer in stage.compiled.stack.layers)
        rehearsals = (*(staged.rehearsal for staged in stage.staged), *stage.declined)
        told = [_digest(code, rules, *_said(rehearsal, letters)) for rehearsal in rehearsals]
        scenarios.update(zip(map(id, rehearsals), told, strict=True))
        for file in stage.files:
            by_file.setdefault(file, []).append(_digest(rules, *sorted(told)))
    files = {file: _digest(code, *sorted(many)) for file, many in by_file.items()}
    return Evidence(files, scenarios, frozenset(scenarios.values()))


def place_of(rehearsal: Rehearsal) -> str:
    """Which scenario this is: its file and its name."""
    return f"{rehearsal.span.file}: {rehearsal.scenario}"


@dataclass(frozen=True, slots=True)
class Memory:
    """The fates of earlier runs.

    That a scenario noticed a mutant stays true while that scenario and its rules are the same. That none noticed it
    stays true while all scenarios and rules are. Else the scenario is a hint.
    """

    path: Path
    evidence: Evidence
    held: Mapping[str, Mapping[str, str | None]]

    def known(self, mutant: Mutant) -> Finding | None:
        """The fate of a mutant that cannot have changed."""
        one = self.held.get(mutant.id)
        if one is None or not self.evidence.supports(one["rests_on"] or "", mutant.span.file):
            return None
        return Finding(Fate(one["fate"] or ""), one["scenario"], one["proposal"], one["rests_on"])

    def noticed(self) -> dict[str, str]:
        """Which scenario noticed each mutant."""
        return {name: one["scenario"] for name, one in self.held.items() if one["scenario"]}

    def keep(self, found: Iterable[tuple[Mutant, Finding]]) -> None:
        """Write down what was found, the newest last; nothing where that cannot be written."""
        fresh = {
            mutant.id: {**asdict(one), "rests_on": one.rests_on or self.evidence.files[mutant.span.file]}
            for mutant, one in found
            if one.fate is not Fate.UNFINISHED
        }
        kept = {**{name: one for name, one in self.held.items() if name not in fresh}, **fresh}
        last = dict(list(kept.items())[-LARGEST:])
        try:
            self.path.parent.mkdir(exist_ok=True)
            self.path.write_text(json.dumps(last, ensure_ascii=False, indent=0), "utf-8")
        except OSError:
            return


def remembered(path: Path, evidence: Evidence) -> Memory:
    """What an earlier run wrote down; nothing where that cannot be read."""
    try:
        held = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Memory(path, evidence, {})
    return Memory(path, evidence, held if _is_memory(held) else {})


def _is_memory(held: object) -> bool:
    columns = {"fate", "scenario", "proposal", "rests_on"}
    fates = {str(fate) for fate in Fate}
    return isinstance(held, dict) and all(
        isinstance(one, dict) and one.keys() == columns and one["fate"] in fates for one in held.values()
    )


def _said(rehearsal: Rehearsal, letters: str) -> Iterator[str]:
    """All that a scenario says, without where it stands."""
    situation = rehearsal.situation
    yield repr((rehearsal.decision, rehearsal.refused, situation.agreement and situation.agreement.text))
    yield repr((situation.reference_date, situation.month, situation.decision_date))
    yield repr(sorted((name, stated.text) for name, stated in situation.points.items()))
    for key, reports in situation.facts.items():
        yield repr((key, [(report.value, report.source, report.date) for report in reports]))
    for key, judged in situation.judgements.items():
        yield repr((key, judged.value, judged.by, judged.date, judged.reason))
    for act, spoken in rehearsal.expectations:
        yield repr((_SENTENCES[act], sorted(spoken.words.items())))
        if act in _LETTERS:
            yield letters


@cache
def _code() -> str:
    package = Path(soco_rules.__file__).parent
    return _files(path for path in _sources(package) if _matters(path.relative_to(package)))


def _letters(templates: tuple[Path, ...]) -> str:
    package = Path(soco_rules.__file__).parent
    rooms = (package / "letters", package / "terms")
    words = (path for folder in templates for path in folder.rglob("*") if path.is_file())
    return _files((*(path for room in rooms for path in _sources(room)), *words))


def _matters(path: Path) -> bool:
    first, *rest = path.parts
    return first.removesuffix(".py") not in _NO_MATTER and not (rest and rest[0] in _NO_BACKEND)


def _sources(folder: Path) -> Iterator[Path]:
    yield from (*folder.rglob("*.py"), *folder.rglob("*.lark"))


def _files(paths: Iterable[Path]) -> str:
    told = hashlib.sha256()
    for path in sorted(paths):
        told.update(path.read_bytes())
    return told.hexdigest()


def _digest(*parts: str) -> str:
    told = hashlib.sha256()
    for part in parts:
        told.update(part.encode() + b"\n")
    return told.hexdigest()
