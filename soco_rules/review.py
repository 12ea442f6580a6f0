"""Every finding about agreements, also those that ask for calculation: requirements, conflicts, limits."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator

from soco_rules.backends import durable
from soco_rules.backends import reference
from soco_rules.catalogue import finding
from soco_rules.compiler.layers import days_to_check
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.program import part_for
from soco_rules.compiler.program import program_of
from soco_rules.compiler.program import whole
from soco_rules.compiler.queries import queries_of
from soco_rules.conflicts import conflicts
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Severity
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.facts import agreed_value
from soco_rules.model.agreement import Layer
from soco_rules.model.program import Check
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import reads
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import as_dutch
from soco_rules.model.values import capital
from soco_rules.model.values import is_definite
from soco_rules.model.workspace import Workspace


def review(workspace: Workspace, references: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Every finding about every version of some agreements, on each day that something begins."""
    findings: list[Diagnostic] = []
    for name in references:
        for version in workspace.agreements.get(name, ()):
            for day in days_to_check(workspace, version) or (version.valid_from,):
                compiled, found = compile_stack(workspace, version, day)
                findings.extend(found)
                if compiled is not None and not has_errors(found):
                    findings.extend(requirements(compiled))
                    findings.extend(conflicts(compiled))
                    findings.extend(queries_of(compiled)[1])
                    findings.extend(_limits(compiled))
    return in_reading_order(findings)


def assumed_after(workspace: Workspace, references: Iterable[str], today: int) -> tuple[Diagnostic, ...]:
    """The assumptions of some agreements that are of a day after today: nobody made those yet.

    Not those of the national layers and the model: these come with soco_rules, and no reader can change them.
    """
    return in_reading_order(
        finding(
            "aanname-van-later",
            place,
            f"Deze aanname is van {as_dutch(day, Kind.DATE)}; die dag moet nog komen.",
        )
        for name in references
        for version in workspace.agreements.get(name, ())
        if version.layer not in {Layer.NATIONAL, Layer.MODEL}
        for day, place in version.assumed_on
        if day > today
    )


def requirements(compiled: Compiled) -> Iterator[Diagnostic]:
    """What the requirements say about the agreed points alone; a layer without its points is not judged."""
    lowest = compiled.stack.lowest
    if lowest.layer in {Layer.NATIONAL, Layer.MODEL}:
        return
    points = {
        slot: step
        for slot, step in compiled.steps.items()
        if isinstance(step, Field) and step.origin is Origin.POINT
    }
    about_points = tuple(check for check in compiled.checks if set(reads(check.node)) <= set(points))
    if not about_points:
        return
    asked = part_for(compiled, points, about_points)
    values = reference.prepare(asked)({slot: agreed_value(field) for slot, field in points.items()}).checks
    for check, value in zip(about_points, values, strict=True):
        yield from _about(check, value, points)


def _about(check: Check, value: Value, points: dict[str, Field]) -> Iterator[Diagnostic]:
    read = [points[slot] for slot in reads(check.node)]
    basis = ", ".join(check.provenance.cited) or "zonder grondslag"
    note = Note(f"de eis ({basis})", check.span)
    what = check.message or f"de eis '{check.name}' houdt niet"
    if value is False:
        code = "eis-geschonden" if check.severity is Severity.ERROR else "eis-gewaarschuwd"
        yield finding(code, _place(read, check), f"{capital(what)} ({basis}).", notes=(note,))
    elif not is_definite(value):
        still_open = [field for field in read if field.constant is None]
        names = ", ".join(field.name for field in still_open)
        message = f"Of aan de eis '{check.name}' is voldaan blijkt pas als {names} is ingevuld."
        yield finding("eis-open", _place(still_open, check), message, notes=(note,))


def _place(fields: list[Field], check: Check) -> Span:
    return fields[0].span if fields else check.span


def _limits(compiled: Compiled) -> Iterator[Diagnostic]:
    if not _too_large(whole(compiled)):
        return
    for decision in compiled.stack.decisions.values():
        for reason in _too_large(program_of(compiled, decision)):
            message = f"Het besluit '{decision.name}' past niet in de tweede rekenaar: {reason}."
            yield finding("tweede-rekenaar", decision.span, message)


def _too_large(program: Program) -> tuple[str, ...]:
    return durable.limits(program) if durable.available() else ()
