"""From an agreement and its scenarios to proposed scenarios for what those leave open."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from soco_rules.compiler.layers import days_to_check
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_stack
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.drafting.boundaries import Boundary
from soco_rules.drafting.boundaries import boundaries
from soco_rules.drafting.feature import scenario as outline
from soco_rules.model.agreement import Agreement
from soco_rules.model.workspace import Workspace
from soco_rules.scenarios.coverage import Reach
from soco_rules.scenarios.coverage import Sort
from soco_rules.scenarios.coverage import place
from soco_rules.scenarios.coverage import told
from soco_rules.scenarios.desk import dates_of
from soco_rules.scenarios.rehearsal import Rehearsal
from soco_rules.scenarios.report import Report
from soco_rules.suggesting.cases import CaseDesk
from soco_rules.suggesting.cases import NotShown
from soco_rules.suggesting.cases import Shown
from soco_rules.suggesting.cases import case_for
from soco_rules.suggesting.cases import is_reached
from soco_rules.suggesting.gaps import gaps
from soco_rules.suggesting.scenario import lines_of
from soco_rules.suggesting.scenario import title_of


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed scenario: the sentence that says what it is for, and its lines without its label."""

    why: str
    lines: tuple[str, ...]

    @property
    def title(self) -> str:
        """The name of the scenario."""
        return self.lines[0].partition(": ")[2]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is proposed for one agreement, and the sentences on what nothing can be proposed for."""

    reference: str
    proposed: tuple[Suggestion, ...]
    without: tuple[str, ...]


def suggest(
    workspace: Workspace, root: Path, reference: str, report: Report, heard: Sequence[Rehearsal]
) -> tuple[Suggestions | None, tuple[Diagnostic, ...]]:
    """Proposed scenarios for an agreement of the workspace, or None with the findings that stand in the way.

    `report` is the run of its scenarios and `heard` the decisions that were asked for in it; none where it has none.
    """
    own = tuple(each for each in heard if _is_about(each, reference))
    version, day = _when(workspace, reference, own)
    compiled, findings = compile_stack(workspace, version, day)
    if compiled is None or has_errors(findings):
        return None, findings
    left = gaps(workspace, root, compiled, report, own)
    guarding = boundaries(workspace, version, left.borders) if left.borders else ()
    borders = [each for each in guarding if isinstance(each, Boundary)]
    bordered = {each.point for each in borders}
    parts = [part for part in left.parts if part.sort is not Sort.POINT or part.name not in bordered]
    titles = {result.name for result in report.results}
    proposed, without = [], []
    for found in _for_parts(compiled, day, parts):
        match found:
            case Shown(part=part):
                title = _free(title_of(found), titles)
                proposed.append(Suggestion(told(part), tuple(lines_of(found, title))))
            case NotShown(part, reason):
                without.append(
                    f"{told(part)} Daarvoor is geen voorstel, want {reason}. Zie {place(part.span)}."
                )
    for each in guarding:
        why = f"Geen scenario merkt het als de afspraak '{each.point}' net anders is."
        if isinstance(each, Boundary):
            proposed.append(Suggestion(why, tuple(_retitled(outline(reference, each), titles))))
        else:
            without.append(f"{why} Daarvoor is geen voorstel, want {each.why}.")
    return Suggestions(reference, tuple(proposed), tuple(without)), ()


def _is_about(rehearsal: Rehearsal, reference: str) -> bool:
    agreement = rehearsal.situation.agreement
    return agreement is not None and agreement.text == reference


def _when(workspace: Workspace, reference: str, own: Sequence[Rehearsal]) -> tuple[Agreement, int]:
    """The last version, and a day in it: that of most scenarios, else the last on which something begins."""
    version = workspace.agreements[reference][-1]
    days = [dates.reference for each in own if (dates := dates_of(each.situation))]
    within = [
        day
        for day in days
        if version.valid_from <= day and (version.valid_to is None or day <= version.valid_to)
    ]
    if within:
        return version, max(sorted(set(within)), key=within.count)
    return version, (days_to_check(workspace, version) or (version.valid_from,))[-1]


def _for_parts(compiled: Compiled, day: int, parts: Sequence[Reach]) -> Iterator[Shown | NotShown]:
    """A case for each part; a part that a case before it reaches needs none of its own."""
    desk = CaseDesk(compiled, day)
    shown: list[Shown] = []
    for part in parts:
        if any(is_reached(part, each.program, each.decision) for each in shown):
            continue
        found = case_for(desk, part)
        if isinstance(found, Shown):
            shown.append(found)
        yield found


def _free(title: str, titles: set[str]) -> str:
    """The title, with a number where a scenario is called so already."""
    number, free = 2, title
    while free in titles:
        number, free = number + 1, f"{title} ({number})"
    titles.add(free)
    return free


def _retitled(lines: Iterator[str], titles: set[str]) -> Iterator[str]:
    keyword, _, title = next(lines).partition(": ")
    yield f"{keyword}: {_free(title, titles)}"
    yield from lines
