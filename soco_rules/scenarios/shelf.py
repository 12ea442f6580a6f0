"""What was compiled in one run: a stack of layers, with the points as agreed or as supposed, serves all its days."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from soco_rules.catalogue import finding
from soco_rules.compiler.layers import Stack
from soco_rules.compiler.layers import not_allowed
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.variant import OUTSIDE
from soco_rules.compiler.variant import Stated
from soco_rules.compiler.variant import compile_variant
from soco_rules.compiler.variant import with_points
from soco_rules.compiler.versions import version_in_force
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Assumption
from soco_rules.model.workspace import Workspace
from soco_rules.review import requirements
from soco_rules.scenarios.situation import Findings

WHY = "zo gesteld in dit scenario"
OWNER = "wie het scenario schreef"


@dataclass(frozen=True, slots=True)
class Terms:
    """An agreement by its reference, and the points that a scenario fills otherwise."""

    reference: str
    points: Mapping[str, Stated] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, ...]:
        """The same for the same points with the same values, wherever they stand."""
        said = (f"{name}={stated.text.strip()}" for name, stated in sorted(self.points.items()))
        return (self.reference, *said)


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """A stack that was lowered without errors, and what its requirements say against the points as supposed."""

    compiled: Compiled
    broken: Findings


Attempt = tuple[Compiled | None, Findings]


@dataclass(slots=True)
class Shelf:
    """The stacks that are compiled so far, each made once."""

    workspace: Workspace
    stacks: dict[tuple[str, ...], list[Laid]] = field(default_factory=dict)
    blocked: set[tuple[tuple[str, ...], int]] = field(default_factory=set)
    last: tuple[Terms, int, Attempt] | None = None
    """What was compiled last: where that has an error, it is asked for again to tell of it."""

    def version(self, reference: str, day: int) -> Agreement | None:
        """The file of an agreement that is in force on a day."""
        return version_in_force(self.workspace.agreements.get(reference, ()), day)

    def compiled(self, terms: Terms, day: int) -> Compiled | None:
        """All layers on a day, lowered; None where that has an error."""
        laid = self.laid(terms, day)
        return laid.compiled if laid and not laid.broken else None

    def laid(self, terms: Terms, day: int) -> Laid | None:
        """All layers on a day, lowered, whether or not the supposed points meet the requirements."""
        for known in self.stacks.get(terms.key, ()):
            if _holds_on(known.compiled.stack, day):
                return known
        if (terms.key, day) in self.blocked:
            return None
        fresh, findings = self._compiled(terms, day)
        errors = tuple(found for found in findings if found.is_error)
        if fresh is None or any(found.code != OUTSIDE for found in errors):
            self.blocked.add((terms.key, day))
            return None
        laid = Laid(fresh, errors or (broken_by(fresh) if terms.points else ()))
        self.stacks.setdefault(terms.key, []).append(laid)
        return laid

    def findings(self, terms: Terms, day: int) -> Findings:
        """What is in the way of the points as supposed; nothing where the agreement itself is not in order."""
        if not terms.points or self.compiled(Terms(terms.reference), day) is None:
            return ()
        fresh, findings = self._compiled(terms, day)
        weighed = broken_by(fresh) if fresh is not None and not has_errors(findings) else ()
        said = tuple(terms.points.values())
        told = (_in_scenario(found, said) for found in (*findings, *weighed) if found.is_error)
        return in_reading_order(told)

    def _compiled(self, terms: Terms, day: int) -> Attempt:
        if self.last is None or self.last[:2] != (terms, day):
            self.last = (terms, day, self._compile(terms, day))
        return self.last[2]

    def _compile(self, terms: Terms, day: int) -> Attempt:
        version = self.version(terms.reference, day)
        if version is None:
            return None, ()
        if not terms.points:
            return compile_stack(self.workspace, version, day)
        why = Assumption(WHY, OWNER, version.valid_from)
        variant, unknown = with_points(version, terms.points, why)
        agreed = self.compiled(Terms(terms.reference), day)
        if agreed is None:
            fresh, findings = compile_stack(self.workspace, variant, day)
        else:
            fresh, findings = compile_variant(self.workspace, variant, day, agreed)
        return fresh, (*unknown, *findings)


def broken_by(compiled: Compiled) -> Findings:
    """The bounds and requirements that the agreed points by themselves do not meet, as `soco controleer` finds them."""
    outside = (
        finding(OUTSIDE, point.stated.value_span, f"'{name}' valt buiten de grens: {problem}.")
        for name, point in compiled.stack.points.items()
        if point.filled
        and point.value is not None
        and point.declared.type is not None
        and (problem := not_allowed(point.value, point.declared.type))
    )
    return (*outside, *(found for found in requirements(compiled) if found.is_error))


def _in_scenario(found: Diagnostic, said: Sequence[Stated]) -> Diagnostic:
    """The finding at the supposed point that causes it, with the place in the rule file beside it."""
    first = said[0].name_span
    if found.span.file == first.file:
        return found
    return replace(found, span=first, notes=(*found.notes, Note("hier staat het", found.span)))


def _holds_on(stack: Stack, day: int) -> bool:
    return stack.valid_from <= day and (stack.valid_to is None or day <= stack.valid_to)
