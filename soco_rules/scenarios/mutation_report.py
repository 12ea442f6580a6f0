"""What mutating found, as Dutch text: the score of every file, then what no scenario notices, with a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence

from soco_rules.scenarios.mutation import Examined
from soco_rules.scenarios.mutation import Fate
from soco_rules.scenarios.mutation import MutationReport
from soco_rules.scenarios.mutation import unexplained
from soco_rules.scenarios.report import report_text

_SURVIVING = frozenset({Fate.SURVIVED, Fate.UNREACHED})


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
    parts += [
        f"'{name}' is aanvaard en blijft niet onopgemerkt; haal deze regel weg." for name in report.idle
    ]
    return "\n\n".join([*parts, "\n".join(_scores(report))])


def score(examined: Sequence[Examined]) -> tuple[int, int]:
    """How many changes are noticed or accepted, and of how many that could be noticed."""
    counted = [one for one in examined if one.finding.fate not in {Fate.EQUIVALENT, Fate.INVALID}]
    return sum(not unexplained(one) for one in counted), len(counted)


def _survivor(one: Examined) -> Iterator[str]:
    mutant, found = one.mutant, one.finding
    yield f"{mutant.span.file}:{mutant.span.line}"
    yield f"  Geen scenario merkt het als {mutant.sentence}."
    if found.fate is Fate.UNREACHED:
        yield "  Geen scenario vraagt een besluit dat hierop rust."
    elif found.proposal is None:
        yield "  Een zaak waarin dit iets uitmaakt is in de buurt van de scenario's niet gevonden."
    else:
        first, *rest = found.proposal.splitlines()
        yield f"  Voorstel: {first}"
        yield from (f"  {line}" for line in rest)
    yield f"  Hoort dit zo, zet dan in een scenariobestand:  # mutant aanvaard: {mutant.id} reden"


def _scores(report: MutationReport) -> Iterator[str]:
    for file, examined in report.examined.items():
        noticed, number = score(examined)
        if not examined:
            yield f"{file}: hierin is niets te veranderen."
            continue
        share = f" ({100 * noticed // number}%)" if number else ""
        yield f"{file}: {noticed} van {number} veranderingen gemerkt{share}{_apart(examined)}."


def _apart(examined: Sequence[Examined]) -> str:
    accepted = sum(one.accepted is not None and one.finding.fate in _SURVIVING for one in examined)
    fates = [one.finding.fate for one in examined]
    said = [
        f"waarvan {accepted} aanvaard" if accepted else "",
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
