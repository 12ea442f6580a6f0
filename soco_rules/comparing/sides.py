"""The two readings that are compared: which version of which agreement, on the layers of which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.catalogue import finding
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.variant import OPEN
from soco_rules.compiler.variant import Stated
from soco_rules.compiler.variant import with_points
from soco_rules.compiler.versions import nothing_in_force
from soco_rules.compiler.versions import version_in_force
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Assumption
from soco_rules.model.values import in_words
from soco_rules.model.values import iso_day
from soco_rules.model.values import spaced
from soco_rules.model.workspace import Workspace
from soco_rules.parser.load import load_agreement
from soco_rules.scenarios.shelf import broken_by

FILE_NAME = "bestandsnaam"

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """Where somebody fills points otherwise: what stands for a file there, why they hold, and who says so."""

    place: str
    why: str
    owner: str


ON_COMMAND_LINE = Saying("--stel", "zo gesteld op de opdrachtregel", "wie de opdracht gaf")
ON_FORM = Saying("formulier", "zo ingevuld op het formulier", "wie het formulier invulde")


def is_said(file: str) -> bool:
    """Whether what stands where a file would be named is what somebody said, and no file."""
    return file.startswith(tuple(f"{each.place} " for each in (ON_COMMAND_LINE, ON_FORM)))


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One reading: a version with all that it stands on, compiled. `label` is what the reader calls it.

    `on` is the day of which the layers under it are taken.
    """

    label: str
    workspace: Workspace
    version: Agreement
    on: int
    compiled: Compiled

    @property
    def reference(self) -> str:
        """The agreement that it is a reading of."""
        return self.version.reference


def version_on(workspace: Workspace, reference: str, on: int) -> tuple[Agreement | None, Findings]:
    """The version that holds on a day, a concept as if it was adopted; or the finding that there is none."""
    here = Span(reference)
    if reference not in workspace.agreements:
        remedy = did_you_mean(reference, workspace.agreements, otherwise="")
        return None, (finding("onbekende-overeenkomst", here, f"'{reference}' bestaat niet.", remedy=remedy),)
    versions = workspace.agreements[reference]
    version = version_in_force(versions, on)
    if version is None:
        days = ", ".join(f"{reference}@{iso_day(each.valid_from)}" for each in versions)
        return None, (nothing_in_force(workspace, reference, on, here, f"kies een versie: {days}"),)
    return version, ()


def side_in_force(workspace: Workspace, reference: str, on: int) -> tuple[Side | None, Findings]:
    """The version of an agreement that is in force on a day, on the layers of that day."""
    version, findings = version_on(workspace, reference, on)
    if version is None:
        return None, findings
    return side_of_version(f"{reference}@{iso_day(version.valid_from)}", workspace, version, on)


def side_of_file(
    workspace: Workspace, name: str, content: bytes, on: int | None
) -> tuple[Side | None, Findings]:
    """The reading that a file holds, also one outside the workspace; without a day on the first day of its own."""
    version, findings = load_agreement(name, content)
    findings = tuple(found for found in findings if found.code != FILE_NAME)  # a proposal may have any name
    if version is None or has_errors(findings):
        return None, findings
    sources = {**workspace.sources, name: content.decode("utf-8-sig", "replace")}
    others = (one for one in workspace.agreements.get(version.reference, ()) if one.path != name)
    kept = tuple(one for one in others if one.valid_from != version.valid_from)
    versions = tuple(sorted((*kept, version), key=lambda one: one.valid_from))
    agreements = {**workspace.agreements, version.reference: versions}
    own = replace(workspace, agreements=agreements, sources=sources)
    side, found = side_of_version(name, own, version, version.valid_from if on is None else on)
    return side, in_reading_order((*findings, *found))


def side_with_points(
    side: Side, points: Mapping[str, str], saying: Saying = ON_COMMAND_LINE
) -> tuple[Side | None, Findings]:
    """The same reading with some points filled otherwise: name by text.

    None where a point is not one of this agreement, where its value cannot be agreed, or where a requirement about what
    may be agreed is broken; then with everything that is wrong with any of them.
    """
    spans = {
        name: Span(f"{saying.place} {name}={text}", 1, 1, 1, len(name) + 1) for name, text in points.items()
    }
    stated = {name: Stated(text, spans[name], spans[name]) for name, text in points.items()}
    changed, findings = _filled(side, stated, Assumption(saying.why, saying.owner, side.version.valid_from))
    if changed is None or not points:
        return changed, findings
    said = {name: _in_words(side, name, text.strip()) for name, text in points.items()}
    return replace(changed, label=with_said(side.label, said)), findings


def _filled(side: Side, stated: Mapping[str, Stated], why: Assumption) -> tuple[Side | None, Findings]:
    """The reading with these points, or all that is wrong with them.

    A point with something wrong is left open for a look at the others, so that nothing is said of them that follows
    from what it was before.
    """
    variant, findings = with_points(side.version, stated, why)
    changed = None
    if not has_errors(findings):
        changed, found = side_of_version(side.label, side.workspace, variant, side.on)
        findings = (*findings, *found)
    if changed is not None and not has_errors(findings):
        broken = broken_by(changed.compiled)
        return (None, broken) if broken else (changed, findings)
    wrong = {found.span for found in findings if found.is_error}
    others = {
        name: replace(each, text=OPEN) if each.value_span in wrong else each
        for name, each in stated.items()
        if name in side.version.points
    }
    if others == stated:  # what is wrong is none of these
        return None, findings
    _, more = _filled(side, others, why)
    return None, tuple(dict.fromkeys((*findings, *(found for found in more if found.is_error))))


def with_said(label: str, points: Mapping[str, str]) -> str:
    """What a reading is called once some of its points are filled otherwise, without the low lines of a rule file."""
    said = " en ".join(f"{spaced(name)} = {spaced(text.strip())}" for name, text in points.items())
    return f"{label}, met {said}" if said else label


def _in_words(side: Side, name: str, text: str) -> str:
    """What somebody reads of a point that is filled otherwise: of a choice its words, else the text itself."""
    point = side.compiled.stack.points.get(name)
    type_ = point.declared.type if point else None
    return in_words(text, type_) if type_ and text in type_.choices else text


def side_of_version(
    label: str, workspace: Workspace, version: Agreement, on: int
) -> tuple[Side | None, Findings]:
    """A version on the layers of a day."""
    compiled, findings = compile_stack(workspace, version, on)
    if compiled is None or has_errors(findings):
        return None, findings
    return Side(label, workspace, version, on, compiled), findings
