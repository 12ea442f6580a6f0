"""What mutating found, as Dutch text: the score of every file, then what no scenario notices, with a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence

from soco_rules.diagnostics import render
from soco_rules.scenarios.acceptance import MARK
from soco_rules.scenarios.fate import Fate
from soco_rules.scenarios.mutation import Examined
from soco_rules.scenarios.mutation import MutationReport
from soco_rules.scenarios.mutation import counted
from soco_rules.scenarios.mutation import explained
from soco_rules.scenarios.mutation import score
from soco_rules.scenarios.mutation import unexplained
from soco_rules.scenarios.report import report_text


def mutation_text(report: MutationReport) -> str:
    """The report in Dutch; only that of the scenarios where these do not hold on the rules as they are."""
    if not report.scenarios.passed:
        return (
            f"{report_text(report.scenarios)}\n\n"
            "De regels zijn niet veranderd: eerst moeten alle scenario's slagen en de bestanden in orde zijn."
        )
    parts = [
        "\n".join(_survivor(one))
        for examined in report.examined.values()
        for one in sorted(examined, key=lambda one: one.mutant.span)
        if unexplained(one)
    ]
    parts += [render(found, report.scenarios.sources) for found in report.findings]
    parts += ["\n".join(_explained(report))] if any(map(explained, _every(report))) else []
    return "\n\n".join([*parts, "\n".join(_scores(report))])


def _every(report: MutationReport) -> Iterator[Examined]:
    return (one for examined in report.examined.values() for one in examined)


def _explained(report: MutationReport) -> Iterator[str]:
    yield "Aanvaard:"
    for one in filter(explained, _every(report)):
        yield f"  Niemand merkt het als {one.mutant.sentence}: {one.accepted}"


def _survivor(one: Examined) -> Iterator[str]:
    mutant, found = one.mutant, one.finding
    yield f"{mutant.span.file}:{mutant.span.line}"
    yield f"  Geen scenario merkt het als {mutant.sentence}."
    if found.fate is Fate.UNREACHED and found.proposal is None:
        yield "  Geen scenario vraagt een besluit dat hierop rust."
    elif found.fate is Fate.UNFINISHED:
        yield "  Of een scenario het merkt is niet bekend: het nakijken duurde te lang of brak af."
    elif found.proposal is None:
        yield "  Een zaak waarin dit iets uitmaakt is in de buurt van de scenario's niet gevonden."
    else:
        first, *rest = found.proposal.splitlines()
        yield f"  Voorstel: {first}"
        yield from (f"  {line}" for line in rest)
    yield f"  Hoort dit zo, zet dan in een scenariobestand:  {MARK} {mutant.id} reden"


def _scores(report: MutationReport) -> Iterator[str]:
    for file, examined in report.examined.items():
        every = counted(examined)
        if not examined:
            yield f"{file}: hierin is niets te veranderen."
            continue
        noticed = sum(one.finding.fate is Fate.NOTICED for one in every)
        share = f" ({score(examined)}%)" if every else ""
        yield f"{file}: {noticed} van {len(every)} veranderingen gemerkt{share}{_apart(examined)}."


def _apart(examined: Sequence[Examined]) -> str:
    fates = [one.finding.fate for one in examined]
    said = [
        _counted(sum(map(explained, examined)), "is aanvaard", "zijn aanvaard"),
        _counted(sum(map(unexplained, examined)), "is niet verklaard", "zijn niet verklaard"),
        _counted(
            fates.count(Fate.EQUIVALENT),
            "verandert niets aan de uitkomsten",
            "veranderen niets aan de uitkomsten",
        ),
        _counted(fates.count(Fate.INVALID), "is een fout in het bestand", "zijn een fout in het bestand"),
    ]
    return "".join(f"; {one}" for one in said if one)


def _counted(number: int, one: str, many: str) -> str:
    return "" if number == 0 else f"{number} {one if number == 1 else many}"
