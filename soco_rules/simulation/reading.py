"""A reading of an agreement for a caseload: which version, with which points filled otherwise, as on which day."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from functools import lru_cache

from soco_rules.comparing import sides
from soco_rules.compiler.decisions import settled
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import program_of
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.explain.receipt import fingerprint
from soco_rules.facts import first_of_month
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import DecisionType
from soco_rules.model.program import Program
from soco_rules.model.values import Kind
from soco_rules.model.workspace import Workspace

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What one side of a simulation reckons with.

    With a `version` that one holds in every month, else the version in force in the month. With a `day` every month
    of a caseload is reckoned as if it were the month of that day. `stated` are points filled otherwise, by `saying`.
    """

    label: str
    workspace: Workspace
    reference: str
    version: Agreement | None = None
    day: int | None = None
    stated: Mapping[str, str] = field(default_factory=dict)
    saying: sides.Saying = sides.ON_COMMAND_LINE

    def month_for(self, month: int) -> int:
        """The first day of the month as which a month of the caseload is reckoned."""
        return month if self.day is None else first_of_month(self.day)


@dataclass(frozen=True, slots=True)
class Part:
    """The months of a caseload that one program reckons."""

    program: Program
    months: tuple[int, ...]


def compiled_for(reading: Reading, month: int) -> tuple[Compiled | None, Findings]:
    """All that the reading says of a month of the caseload; None with findings where nothing holds."""
    side, findings = _side_on(reading, _last_change(reading, reading.month_for(month)))
    return (None if side is None else side.compiled), findings


def monthly_decisions(reading: Reading, months: Iterable[int]) -> tuple[tuple[str, ...], Findings]:
    """The besluiten about a month that are settled or have an amount as their outcome, in the order of the files."""
    names: dict[str, None] = {}
    findings: list[Diagnostic] = []
    for month in months:
        compiled, found = compiled_for(reading, month)
        findings += found
        for decision in () if compiled is None else _reckoned(compiled):
            names[decision.name] = None
    return tuple(names), in_reading_order(dict.fromkeys(findings))


def parts_of(reading: Reading, decision: str, months: Iterable[int]) -> tuple[tuple[Part, ...], Findings]:
    """The programs of a besluit, each with the months for which it means the same.

    A month in which the agreement does not hold, or does not know the besluit, is in no part.
    """
    programs: dict[str, Program] = {}
    found_months: dict[str, list[int]] = {}
    known: list[tuple[Compiled, str]] = []
    findings: list[Diagnostic] = []
    for month in months:
        compiled, found = compiled_for(reading, month)
        findings += found
        if compiled is None or decision not in compiled.stack.decisions:
            continue
        key = next((before for one, before in known if one is compiled), None)
        if key is None:
            program = program_of(compiled, compiled.stack.decisions[decision])
            key = fingerprint(program)
            known.append((compiled, key))
            programs.setdefault(key, program)
        found_months.setdefault(key, []).append(month)
    parts = tuple(Part(program, tuple(found_months[key])) for key, program in programs.items())
    return parts, in_reading_order(dict.fromkeys(findings))


def with_points_stated(reading: Reading, points: Mapping[str, str]) -> Reading:
    """The same reading with some points filled otherwise."""
    if not points:
        return reading
    label = sides.with_said(reading.label, points)
    return replace(reading, label=label, stated={**reading.stated, **points})


@lru_cache(maxsize=256)  # every besluit of every month asks for it
def _side_on(reading: Reading, on: int) -> tuple[sides.Side | None, Findings]:
    if reading.version is None:
        side, findings = sides.side_in_force(reading.workspace, reading.reference, on)
    else:
        side, findings = sides.side_of_version(reading.label, reading.workspace, reading.version, on)
    if side is None or not reading.stated or has_errors(findings):
        return side, findings
    return sides.side_with_points(side, reading.stated, reading.saying)


def _last_change(reading: Reading, on: int) -> int:
    """The last day until this one on which a layer began or had ended: since then the rules are the same."""
    versions = [version for each in reading.workspace.agreements.values() for version in each]
    begun = [version.valid_from for version in (*versions, *((reading.version,) if reading.version else ()))]
    ended = [version.valid_to + 1 for version in versions if version.valid_to is not None]
    return max((day for day in (*begun, *ended) if day <= on), default=on)


def _reckoned(compiled: Compiled) -> tuple[DecisionType, ...]:
    monthly = {one.name for one in settled(compiled.stack)}
    return tuple(
        decision
        for decision in compiled.stack.decisions.values()
        if decision.monthly and (decision.name in monthly or _settles_money(compiled, decision.outcome))
    )


def _settles_money(compiled: Compiled, name: str) -> bool:
    return any(step.name == name and step.type.kind is Kind.MONEY for step in compiled.steps.values())
