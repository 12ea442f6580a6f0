"""A reading of an agreement for a caseload: which version, with which points filled otherwise, as on which day."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from soco_rules.catalogue import finding
from soco_rules.compiler.layers import version_in_force
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_in_force
from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.program import program_of
from soco_rules.compiler.variant import Stated
from soco_rules.compiler.variant import with_points
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.explain.receipt import fingerprint
from soco_rules.facts import first_of_month
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Assumption
from soco_rules.model.program import Program
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.workspace import Workspace

WHY = "zo gesteld bij het doorrekenen"
OWNER = "wie doorrekent"
Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What one side of a simulation reckons with.

    With a `version` that one holds in every month, else the version in force in the month. With a `day` every month
    of a caseload is reckoned as if it were the month of that day. `stated` are points filled otherwise.
    """

    label: str
    workspace: Workspace
    reference: str
    version: Agreement | None = None
    day: int | None = None
    stated: Mapping[str, str] = field(default_factory=dict)

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
    on = _last_change(reading, reading.month_for(month))
    version = reading.version
    if version is None and not reading.stated:
        return _without_errors(*compile_in_force(reading.workspace, reading.reference, on))
    if version is None:
        version = version_in_force(reading.workspace.agreements.get(reading.reference, ()), on)
        if version is None:
            return compile_in_force(reading.workspace, reading.reference, on)
    if reading.stated:
        version, findings = _stated(version, reading.stated)
        if has_errors(findings):
            return None, findings
    return _without_errors(*compile_stack(reading.workspace, version, on))


def monthly_decisions(reading: Reading, months: Iterable[int]) -> tuple[tuple[str, ...], Findings]:
    """The besluiten about a month with an amount as their outcome, in the order of the rule files."""
    names: dict[str, None] = {}
    findings: list[Diagnostic] = []
    for month in months:
        compiled, found = compiled_for(reading, month)
        findings += found
        for decision in () if compiled is None else compiled.stack.decisions.values():
            if decision.monthly and _settles_money(compiled, decision.outcome):
                names[decision.name] = None
    return tuple(names), in_reading_order(findings)


def parts_of(reading: Reading, decision: str, months: Iterable[int]) -> tuple[tuple[Part, ...], Findings]:
    """The programs of a besluit, each with the months for which it means the same.

    A month in which the agreement does not hold, or does not know the besluit, is in no part.
    """
    programs: dict[str, Program] = {}
    found_months: dict[str, list[int]] = {}
    findings: list[Diagnostic] = []
    for month in months:
        compiled, found = compiled_for(reading, month)
        findings += found
        if compiled is None or decision not in compiled.stack.decisions:
            continue
        program = program_of(compiled, compiled.stack.decisions[decision])
        key = fingerprint(program)
        programs.setdefault(key, program)
        found_months.setdefault(key, []).append(month)
    parts = tuple(Part(program, tuple(found_months[key])) for key, program in programs.items())
    return parts, in_reading_order(findings)


def with_points_stated(reading: Reading, points: Mapping[str, str]) -> Reading:
    """The same reading with some points filled otherwise."""
    if not points:
        return reading
    said = ", ".join(f"{name}={text.strip()}" for name, text in points.items())
    return replace(reading, label=f"{reading.label} met {said}", stated={**reading.stated, **points})


def version_on(workspace: Workspace, reference: str, on: int) -> tuple[Agreement | None, Findings]:
    """The version in force on a day, or the finding that there is none."""
    here = Span(reference)
    if reference not in workspace.agreements:
        remedy = did_you_mean(reference, workspace.agreements, otherwise="")
        return None, (finding("onbekende-overeenkomst", here, f"'{reference}' bestaat niet.", remedy=remedy),)
    version = version_in_force(workspace.agreements[reference], on)
    if version is None:
        message = f"Van '{reference}' is op {as_dutch(on, Kind.DATE)} geen versie in werking."
        return None, (finding("niets-in-werking", here, message),)
    return version, ()


def _last_change(reading: Reading, on: int) -> int:
    """The last day until this one on which a layer began or had ended: since then the rules are the same."""
    versions = [version for each in reading.workspace.agreements.values() for version in each]
    begun = [version.valid_from for version in (*versions, *((reading.version,) if reading.version else ()))]
    ended = [version.valid_to + 1 for version in versions if version.valid_to is not None]
    return max((day for day in (*begun, *ended) if day <= on), default=on)


def _stated(version: Agreement, points: Mapping[str, str]) -> tuple[Agreement, Findings]:
    spans = {name: Span(f"--stel {name}={text}", 1, 1, 1, len(name) + 1) for name, text in points.items()}
    stated = {name: Stated(text, spans[name], spans[name]) for name, text in points.items()}
    return with_points(version, stated, Assumption(WHY, OWNER, version.valid_from))


def _without_errors(compiled: Compiled | None, findings: Findings) -> tuple[Compiled | None, Findings]:
    return (None if has_errors(findings) else compiled), findings


def _settles_money(compiled: Compiled | None, name: str) -> bool:
    if compiled is None:
        return False
    return any(step.name == name and step.type.kind is Kind.MONEY for step in compiled.steps.values())
