"""A run of scenarios, shaped for a page: what failed and why, what no scenario reaches, what none notices."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.diagnostics import Diagnostic
from soco_rules.model.values import capital
from soco_rules.scenarios.acceptance import MARK
from soco_rules.scenarios.coverage import Coverage
from soco_rules.scenarios.coverage import place
from soco_rules.scenarios.coverage import told
from soco_rules.scenarios.coverage import untouched
from soco_rules.scenarios.fate import Fate
from soco_rules.scenarios.mutation import Examined
from soco_rules.scenarios.mutation import MutationReport
from soco_rules.scenarios.mutation import counted
from soco_rules.scenarios.mutation import explained
from soco_rules.scenarios.mutation import score
from soco_rules.scenarios.mutation import unexplained
from soco_rules.scenarios.report import Report
from soco_rules.scenarios.report import ScenarioResult
from soco_rules.scenarios.report import count_text
from soco_rules.scenarios.report import example_in_words
from soco_rules.scenarios.report import rule_in_words
from soco_rules.scenarios.report import supposed_in_words
from soco_rules.web.forms import sentence


@dataclass(frozen=True, slots=True)
class Failed:
    """A scenario that did not hold: what stands where it is told, and the sentence that failed."""

    name: str
    place: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """How much of one file the scenarios reach."""

    file: str
    percentage: int
    parts: int
    reached: int
    decided: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that no scenario reaches."""

    place: str
    what: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """How many changes of one file the scenarios notice."""

    file: str
    percentage: int
    changes: int
    accepted: int
    unexplained: int


@dataclass(frozen=True, slots=True)
class Survivor:
    """A change that no scenario notices; `proposal` is a scenario that would, and `why` why there is none.

    `accept` is the line with which somebody accepts it.
    """

    place: str
    what: str
    why: str
    proposal: str
    accept: str


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """All that a page about a run of scenarios says: `gaps` in what they name, `below` in what that stands on."""

    said: tuple[str, ...]
    passed: bool
    findings: tuple[Diagnostic, ...]
    failed: tuple[Failed, ...]
    coverage: tuple[Covered, ...]
    gaps: tuple[Gap, ...]
    below: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """What was found by changing the rules; `why_none` says why they were not changed."""

    why_none: str
    noticed: tuple[Noticed, ...]
    survivors: tuple[Survivor, ...]
    accepted: tuple[tuple[str, str], ...]


def rehearsal(report: Report) -> Rehearsal:
    """What a page about a run says."""
    files = report.coverage()
    return Rehearsal(
        said=tuple(count_text(report).splitlines()),
        passed=report.passed,
        findings=report.findings,
        failed=tuple(_failed(result) for result in report.failed),
        coverage=tuple(
            Covered(file.file, file.percentage, len(file.parts), file.reached, file.decided) for file in files
        ),
        gaps=tuple(_gaps(file for file in files if file.named)),
        below=tuple(_gaps(file for file in files if not file.named)),
    )


def _gaps(files: Iterable[Coverage]) -> Iterator[Gap]:
    for file in files:
        yield from (Gap(place(part.span), told(part)) for part in untouched(file))


def changed(report: MutationReport) -> Changed:
    """What a page about changed rules says."""
    if not report.scenarios.passed:
        why = (
            "De regels zijn niet veranderd: eerst moeten alle scenario’s slagen en de bestanden in orde zijn."
        )
        return Changed(why, (), (), ())
    every = [one for examined in report.examined.values() for one in examined]
    return Changed(
        why_none="",
        noticed=tuple(
            Noticed(file, score(examined), len(counted(examined)), sum(map(explained, examined)), open_)
            for file, examined in report.examined.items()
            for open_ in [sum(map(unexplained, examined))]
        ),
        survivors=tuple(
            _survivor(one) for one in sorted(every, key=lambda one: one.mutant.span) if unexplained(one)
        ),
        accepted=tuple((capital(one.mutant.sentence), one.accepted or "") for one in every if explained(one)),
    )


def _failed(result: ScenarioResult) -> Failed:
    return Failed(result.name, place(result.span), tuple(_facts(result)))


def _facts(result: ScenarioResult) -> Iterator[tuple[str, tuple[str, ...]]]:
    failure = result.failure
    assert failure is not None
    if result.rule:
        yield "Regel", (result.rule,)
    if result.example:
        yield "Voorbeeld", (example_in_words(result),)
    if result.supposed:
        yield "Afspraken", (supposed_in_words(result),)
    yield "Zin", (f"{failure.step} ({place(failure.span)})",)
    if failure.expected is not None:
        yield "Verwacht", (failure.expected,)
        yield "Gekregen", (failure.found or "niets",)
        yield (
            "Beslist door",
            tuple(dict.fromkeys(map(rule_in_words, failure.decided_by))) or ("geen enkele regel",),
        )
    for found in failure.findings:
        yield "Melding", tuple(filter(None, map(sentence, (found.message, found.reason, found.remedy))))
    if failure.internal is not None:
        yield (
            "Melding",
            ("Interne fout in soco_rules; het scenario zelf kan goed zijn. Geef dit door aan de beheerder.",),
        )


def _survivor(one: Examined) -> Survivor:
    found = one.finding
    why = ""
    if found.fate is Fate.UNREACHED and found.proposal is None:
        why = "Geen scenario vraagt een besluit dat hierop rust."
    elif found.fate is Fate.UNFINISHED:
        why = "Of een scenario het merkt is niet bekend: het nakijken duurde te lang of brak af."
    elif found.proposal is None:
        why = "Een geval waarin dit iets uitmaakt is in de buurt van de scenario’s niet gevonden."
    return Survivor(
        place(one.mutant.span),
        f"Geen scenario merkt het als {one.mutant.sentence}.",
        why,
        found.proposal or "",
        f"{MARK} {one.mutant.id} reden",
    )
