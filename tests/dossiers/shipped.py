"""What a dossier says for a decision of a shipped agreement, for tests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import replace
from functools import cache
from pathlib import Path

from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_in_force
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.dossiers.gather import Gathered
from soco_rules.dossiers.gather import facts_for
from soco_rules.dossiers.present import as_known
from soco_rules.facts import Dates
from soco_rules.model.case import Case
from soco_rules.model.values import Role
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.load import load_agreement
from soco_rules.parser.workspace import load_workspace
from tests.dossiers.acts import book
from tests.dossiers.acts import moment

ROOT = Path(__file__).parents[2]
DELFT = "delft/scope"


@dataclass(frozen=True, slots=True)
class Answer:
    """One fact as it was gathered: its value (None: unknown), its source, the acts behind it, and the findings."""

    value: str | None
    source: str | None
    acts: tuple[int, ...]
    findings: tuple[str, ...]


@cache
def workspace() -> Workspace:
    """Everything that is shipped."""
    found, _ = load_workspace(ROOT, None)
    return found


@cache
def compiled(agreement: str, day: str, *points: str) -> Compiled:
    """An agreement on a day, with some of its points as they are written here."""
    found, findings = compile_in_force(_with_points(agreement, points), agreement, parse_date(day))
    assert found
    assert not has_errors(findings)
    return found


def _with_points(agreement: str, points: tuple[str, ...]) -> Workspace:
    if not points:
        return workspace()
    (version,) = workspace().agreements[agreement]
    text = workspace().sources[version.path]
    for point in points:
        name = point.partition(":")[0]
        text, changed = re.subn(rf"^  {name}:.*$", f"  {point}", text, flags=re.MULTILINE)
        assert changed == 1, point
    altered, _ = load_agreement(version.path, text.encode())
    assert altered
    return replace(workspace(), agreements={**workspace().agreements, agreement: (altered,)})


def gathered(
    agreement: str,
    besluit: str,
    text: str,
    *,
    day: str = "2026-03-01",
    number: int = 1,
    supplied: Case | None = None,
    points: tuple[str, ...] = (),
    known: int | None = None,
) -> tuple[Gathered, tuple[Diagnostic, ...]]:
    """What a dossier says for a besluit; the day is the reference date and the day of the decision.

    With `known` it is what the dossier said after the act with that number.
    """
    dates = Dates(parse_date(day), parse_date(day))
    read = book(text, agreement)
    if known is not None:
        read = as_known(read, moment(known))
    return facts_for(compiled(agreement, day, *points), besluit, read, number, dates, supplied=supplied)


def answer(found: tuple[Gathered, tuple[Diagnostic, ...]], slot: str) -> Answer:
    """What was gathered of one fact."""
    name, _, role = slot.partition("/")
    key = (name, Role(role) if role else None)
    case, origins = found[0].case, {(o.name, o.role): o.acts for o in found[0].origins}
    reports = case.facts.get(key, ())
    about = tuple(each.message for each in found[1] if f"'{name}'" in each.message)
    written = [str(report.value) for report in reports]
    sources = [report.source for report in reports if report.source]
    return Answer(
        " of ".join(written) if written else None,
        " en ".join(sources) if sources else None,
        origins.get(key, ()),
        about,
    )
