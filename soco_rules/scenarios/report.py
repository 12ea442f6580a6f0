"""What a run of scenarios found, as a value and as Dutch text for the author of an agreement."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from itertools import groupby

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import render
from soco_rules.diagnostics import summary
from soco_rules.model.agreement import Agreement
from soco_rules.scenarios.coverage import Coverage
from soco_rules.scenarios.coverage import Witness
from soco_rules.scenarios.coverage import coverage


@dataclass(frozen=True, slots=True)
class DecidingRule:
    """A rule that decided: its name, or None for a calculation, what it rests on, and where it stands."""

    concept: str
    rule: str | None
    outcome: str | None
    basis: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a scenario failed: at which step, expected and found, which rules decided.

    `findings` tell what was wrong with the scenario or its case; `internal` is a mistake of soco_rules itself.
    """

    span: Span
    step: str
    expected: str | None = None
    found: str | None = None
    decided_by: tuple[DecidingRule, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    internal: str | None = None


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """One scenario that was executed; of an outline the place and values of its row of examples.

    `expected` are its sentences behind Dan; `outcome` and `decided_by` tell what was proposed, if anything was.
    `supposed` are the agreed points that it fills otherwise than the agreement, with what it says instead. A proposal
    (label `@voorstel`) was calculated from the rules, and nobody has said yet that it is what was agreed. `on` is the
    day number of the day that it is about, as far as it came to that.
    """

    feature: str
    rule: str | None
    name: str
    span: Span
    example: Mapping[str, str] = field(default_factory=dict)
    failure: Failure | None = None
    agreement: str | None = None
    expected: tuple[str, ...] = ()
    outcome: str | None = None
    decided_by: tuple[DecidingRule, ...] = ()
    supposed: Mapping[str, str] = field(default_factory=dict)
    is_proposal: bool = False
    on: int | None = None

    @property
    def passed(self) -> bool:
        """Whether every step held."""
        return self.failure is None


@dataclass(frozen=True, slots=True)
class Report:
    """All results in reading order, findings about the files themselves, and how many scenarios they hold.

    `sources` has the text of the files that findings point into, `witness` what the decisions showed, and `folders` the
    names of the folders in which the scenarios lie.
    """

    results: tuple[ScenarioResult, ...]
    findings: tuple[Diagnostic, ...]
    present: int
    sources: Mapping[str, str]
    witness: Witness = field(default_factory=Witness)
    folders: frozenset[str] = frozenset()

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """The files of rules that were in force in some scenario."""
        return tuple(self.witness.layers[path] for path in sorted(self.witness.layers))

    def coverage(self) -> tuple[Coverage, ...]:
        """What was reached in each of those files; worked out when it is asked for, which takes time."""
        return coverage(self.witness, self.folders)

    @property
    def passed(self) -> bool:
        """Whether every scenario that is present was executed and held, and the files are in order."""
        everything_ran = len(self.results) == self.present > 0
        return (
            everything_ran and not has_errors(self.findings) and all(result.passed for result in self.results)
        )

    @property
    def proposals(self) -> int:
        """How many of the scenarios are proposals that nobody has confirmed."""
        return sum(result.is_proposal for result in self.results)

    @property
    def failed(self) -> tuple[ScenarioResult, ...]:
        """The scenarios that did not hold."""
        return tuple(result for result in self.results if not result.passed)


def report_text(report: Report) -> str:
    """The report in Dutch: findings first, then each failed scenario, and the count at the end."""
    parts = [render(found, report.sources) for found in report.findings]
    told = set(report.findings)
    for (file, feature), results in groupby(
        report.failed, key=lambda result: (result.span.file, result.feature)
    ):
        parts.append(f"{feature}\n{file}")
        for rule, of_rule in groupby(results, key=lambda result: result.rule):
            if rule:
                parts.append(f"  Regel: {rule}")
            parts += ["\n".join(_failed(result, report.sources, told)) for result in of_rule]
    return "\n\n".join([*parts, count_text(report)])


def failure_text(result: ScenarioResult, sources: Mapping[str, str]) -> str:
    """What `report_text` says of one failed scenario."""
    return "\n".join(_failed(result, sources, set()))


def example_in_words(result: ScenarioResult) -> str:
    """The row of examples of an outline."""
    return ", ".join(f"{name} = {value or '(leeg)'}" for name, value in result.example.items())


def supposed_in_words(result: ScenarioResult) -> str:
    """The points that a scenario fills otherwise than the agreement; empty where it does not."""
    points = ", ".join(f"{name} = {text}" for name, text in result.supposed.items())
    return f"met andere afspraken dan de overeenkomst: {points}" if points else ""


def _failed(result: ScenarioResult, sources: Mapping[str, str], told: set[Diagnostic]) -> Iterator[str]:
    failure = result.failure
    assert failure is not None
    yield f"  MISLUKT  {result.name}"
    if result.example:
        yield f"    voorbeeld: {example_in_words(result)} ({_line(result.span)})"
    if result.supposed:
        yield f"    {supposed_in_words(result)}"
    yield f"    {_line(failure.span)}: {failure.step}"
    if failure.expected is not None:
        yield f"      verwacht:      {failure.expected}"
        yield f"      gekregen:      {failure.found}"
        yield from _decided(failure.decided_by)
    for found in failure.findings:
        shown = f"zie de melding bij {found.span}" if found in told else render(found, sources)
        yield from (f"      {line}" for line in shown.splitlines())
    told.update(failure.findings)
    if failure.internal is not None:
        yield "      Interne fout in soco_rules; het scenario zelf kan goed zijn. Geef dit door aan de beheerder:"
        yield from (f"      {line}" for line in failure.internal.rstrip().splitlines())


def _decided(rules: tuple[DecidingRule, ...]) -> Iterator[str]:
    if not rules:
        yield "      beslist door:  geen enkele regel"
    for rule in rules:
        yield f"      beslist door:  {rule_in_words(rule)}, zie {rule.place}"


def rule_in_words(rule: DecidingRule) -> str:
    """A rule by its name, with what it rests on."""
    name = f"regel {rule.rule}" if rule.rule else f"berekening van {rule.concept}"
    return f"{name} ({'; '.join(rule.basis)})" if rule.basis else name


def count_text(report: Report) -> str:
    """How many scenarios were executed, held and failed."""
    ran, failed = len(report.results), len(report.failed)
    lines = [f"{_scenarios(ran)} uitgevoerd: {ran - failed} geslaagd, {failed} mislukt."]
    if supposing := sum(bool(result.supposed) for result in report.results):
        lines.append(f"Daarvan {_have(supposing)} andere afspraken dan de overeenkomst.")
    if proposals := report.proposals:
        lines.append(
            f"Daarvan {_are(proposals)} nog door niemand bevestigd: zij volgen uit de regels en bewaken nog niets."
        )
    if report.present != ran:
        lines.append(
            f"In de bestanden staan er {report.present}: daarvan {_were_not(report.present - ran)} uitgevoerd."
        )
    if report.findings:
        lines.append(f"Over de bestanden zelf: {summary(report.findings)}.")
    return "\n".join(lines)


def _scenarios(number: int) -> str:
    return f"{number} scenario" if number == 1 else f"{number} scenario's"


def _have(number: int) -> str:
    return "heeft er 1" if number == 1 else f"hebben er {number}"


def _are(number: int) -> str:
    return "is 1 voorstel" if number == 1 else f"zijn {number} voorstellen"


def _were_not(number: int) -> str:
    return "is 1 niet" if number == 1 else f"zijn {number} niet"


def _line(span: Span) -> str:
    return f"{span.file}:{span.line}"
