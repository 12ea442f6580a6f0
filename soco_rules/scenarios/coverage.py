"""Which rules, points and requirements of an agreement a run of scenarios reached, told from its decisions alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum

from soco_rules.compiler.lowering import STATE
from soco_rules.compiler.program import DATES
from soco_rules.compiler.program import Compiled
from soco_rules.diagnostics import Span
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Concept
from soco_rules.model.agreement import Rule
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import by_role
from soco_rules.model.expressions import Name
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import capital
from soco_rules.scenarios.dormant import touchable_points


class Sort(StrEnum):
    """What can be reached, in the order in which it is told."""

    RULE = "regel"
    ROW = "rij van een tabel"
    EXCEPTION = "uitzondering"
    OTHERWISE = "anders"
    CALCULATION = "berekening"
    POINT = "afspraak"
    REQUIREMENT = "eis"


@dataclass(frozen=True, slots=True)
class Reach:
    """One thing in a file, and how far the scenarios came with it.

    A rule is `reached` where it applied and `decided` where it also won; for all else the two are one. `concept` is
    that of a rule, else empty.
    """

    sort: Sort
    name: str
    concept: str
    span: Span
    reached: bool
    decided: bool

    @property
    def only_applied(self) -> bool:
        """Whether another rule won each time that this one applied."""
        return self.reached and not self.decided


@dataclass(frozen=True, slots=True)
class Coverage:
    """What stands in one file, in reading order; `named` where scenarios are about that file itself."""

    file: str
    parts: tuple[Reach, ...]
    named: bool

    @property
    def reached(self) -> int:
        """How much of the file some scenario reached."""
        return sum(part.reached for part in self.parts)

    @property
    def decided(self) -> int:
        """How much of the file decided in some scenario."""
        return sum(part.decided for part in self.parts)

    @property
    def percentage(self) -> int:
        """How much was reached, rounded down: 100 means everything."""
        return self.reached * 100 // len(self.parts) if self.parts else 100


Mark = tuple[str, str]
"""A rule or concept by its name with the place where it stands."""


@dataclass(slots=True)
class Witness:
    """What the decisions of one run showed so far, and the files that were in force.

    `stacks` are the agreements as their files have them, without what a scenario supposes.
    """

    stacks: list[Compiled] = field(default_factory=list)
    layers: dict[str, Agreement] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    applied: set[Mark] = field(default_factory=set)
    decided: set[Mark] = field(default_factory=set)
    points: set[Mark] = field(default_factory=set)
    weighed: set[Mark] = field(default_factory=set)

    @property
    def of_a_case(self) -> frozenset[str]:
        """The names of all that differs from case to case."""
        layers = self.layers.values()
        own = (
            name for layer in layers for part in (layer.facts, layer.concepts, layer.amounts) for name in part
        )
        return frozenset((*own, *DATES, STATE))

    def see(self, program: Program, decision: Decision, agreed: Agreement | None = None) -> None:
        """Take in one decision; `agreed` is the file of the agreement, where some points were supposed otherwise.

        A supposed point stands in the scenario, so that the one in the file does not count as used.
        """
        own = agreed or program.agreement
        self.named.add(own.path)
        self.layers.update((layer.path, layer) for layer in (*program.layers[:-1], own))
        with_rest = {(fallen.concept, fallen.role) for fallen in decision.fallen_rules}
        gated = {definition.name for definition in program.definitions if definition.gate is not None}
        for ground in decision.grounds:
            by_itself = ground.rule is None and (ground.concept, ground.role) not in with_rest
            if by_itself and ground.concept in gated and ground.outcome == NOT_APPLICABLE_TEXT:
                continue  # stopped by `geldt_als`: what is behind it was not looked at
            mark = (ground.rule or ground.concept, ground.place)
            self.applied.add(mark)
            if ground.wins:
                self.decided.add(mark)
        self.points |= set(_used_points(decision))
        if decision.status in _WEIGHED:
            self.weighed |= {(check.name, place(check.span)) for check in program.checks}


_WEIGHED = frozenset(
    {DecisionStatus.KNOWN, DecisionStatus.JUDGEMENT_NEEDED, DecisionStatus.REQUIREMENT_BROKEN}
)


def coverage(witness: Witness, folders: Collection[str] = ()) -> tuple[Coverage, ...]:
    """How far the scenarios came in every file that was in force in one of them.

    Scenarios in a folder, of which the `folders` have the names, are about the files of which the reference begins so.

    What no scenario can reach does not count: a requirement about points alone, and a point that can change nothing in
    any case as long as all else is agreed as it is.
    """
    touchable = frozenset(
        (name, place(span)) for stack in witness.stacks for name, span in touchable_points(stack)
    )
    return tuple(
        Coverage(
            path,
            tuple(sorted(_parts(layer, witness, touchable), key=lambda part: part.span)),
            named=path in witness.named or layer.reference.split("/")[0] in folders,
        )
        for path, layer in sorted(witness.layers.items())
    )


def place(span: Span) -> str:
    """A place as a decision writes it."""
    return f"{span.file}:{span.line}"


def coverage_text(files: Iterable[Coverage]) -> str:
    """The coverage in Dutch: what was not reached, what never decided, and a percentage for each file."""
    every = tuple(files)
    if not every:
        return "Dekking: geen scenario vroeg om een besluit."
    blocks = [
        "\n".join(sentences)
        for file in every
        if (sentences := [f"{place(part.span)}: {told(part)}" for part in untouched(file)])
    ]
    return "\n\n".join([*blocks, "\n".join(_figures(every))])


def untouched(file: Coverage) -> tuple[Reach, ...]:
    """What no scenario reached, or what never decided."""
    return tuple(part for part in file.parts if not part.reached or part.only_applied)


def told(part: Reach) -> str:
    """What is the matter with a part that was not reached or never decided, as a sentence."""
    what = _what(part)
    if part.only_applied:
        return f"{capital(what)} geldt wel eens, maar beslist in geen enkel scenario."
    match part.sort:
        case Sort.POINT:
            return f"Geen scenario gebruikt {what}."
        case Sort.REQUIREMENT:
            return f"Geen scenario komt toe aan {what}."
        case _:
            return f"Geen scenario bereikt {what}."


def below(files: Iterable[Coverage], least: int) -> tuple[Coverage, ...]:
    """The files that scenarios name and of which a smaller part was reached; a layer below is tested by its own."""
    return tuple(file for file in files if file.named and file.percentage < least)


def _what(part: Reach) -> str:
    match part.sort:
        case Sort.RULE:
            return f"de regel '{part.name}' van '{part.concept}'"
        case Sort.ROW:
            return f"de rij '{part.name}' in de tabel van '{part.concept}'"
        case Sort.EXCEPTION:
            return f"de uitzondering '{part.name}' van '{part.concept}'"
        case Sort.OTHERWISE:
            return f"het geval 'anders' van '{part.concept}'"
        case Sort.CALCULATION:
            return f"de berekening van '{part.concept}'"
        case Sort.POINT:
            return f"de afspraak '{part.name}'"
        case Sort.REQUIREMENT:
            return f"de eis '{part.name}'"


def _figures(files: tuple[Coverage, ...]) -> Iterator[str]:
    yield "Dekking:"
    for file in files:
        total = len(file.parts)
        yield (
            f"  {file.percentage:>3}%  {file.file}: {file.reached} van {total} bereikt, "
            f"waarvan {file.decided} beslissend"
        )


def _used_points(decision: Decision) -> Iterator[Mark]:
    """The agreed points that made a difference.

    A decision that is not certain rests on everything that was agreed; of such a one only the points count that its
    grounds name, and the open points for which it waits.
    """
    named = {name for ground in decision.grounds if ground.wins for name in ground.terms}
    named |= {gap.name for gap in decision.missing}
    certain = _is_certain(decision)
    for term in decision.terms:
        if term.origin == Origin.POINT and (certain or term.name in named):
            yield term.name, term.place


def _is_certain(decision: Decision) -> bool:
    outcomes = (decision.outcome, *(value.value for value in decision.outcomes.values()))
    return all(None not in by_role(outcome).values() for outcome in outcomes)


def _named_in(things: Iterable[object]) -> Iterator[str]:
    """The names in some expressions, and in whatever holds expressions."""
    waiting = list(things)
    while waiting:
        match waiting.pop():
            case Name(name=name):
                yield name
            case tuple() as several:
                waiting += several
            case expression if dataclasses.is_dataclass(expression):
                waiting += [getattr(expression, each.name) for each in dataclasses.fields(expression)]
            case _:
                pass


def _parts(layer: Agreement, witness: Witness, touchable: frozenset[Mark]) -> Iterator[Reach]:
    for concept in layer.concepts.values():
        yield from _of_concept(layer, concept, witness)
    for point in layer.points.values():
        mark = (point.name, place(point.span))
        if mark in touchable:
            used = mark in witness.points
            yield Reach(Sort.POINT, point.name, "", point.span, used, used)
    for requirement in layer.requirements:
        if not witness.of_a_case.isdisjoint(_named_in([requirement.condition])):
            weighed = (requirement.name, place(requirement.span)) in witness.weighed
            yield Reach(Sort.REQUIREMENT, requirement.name, "", requirement.span, weighed, weighed)


def _of_concept(layer: Agreement, concept: Concept, witness: Witness) -> Iterator[Reach]:
    for rule in concept.rules:
        mark = (rule.name, place(rule.span))
        sort = _sort_of(layer, concept, rule)
        yield Reach(
            sort, rule.name, concept.name, rule.span, mark in witness.applied, mark in witness.decided
        )
    reached = (concept.name, place(concept.span)) in witness.applied
    if concept.otherwise is not None:
        span = layer.spans.get(f"begrippen.{concept.name}.anders:", concept.span)
        yield Reach(Sort.OTHERWISE, "anders", concept.name, span, reached, reached)
    if concept.calculation is not None:
        yield Reach(Sort.CALCULATION, concept.name, concept.name, concept.span, reached, reached)


def _sort_of(layer: Agreement, concept: Concept, rule: Rule) -> Sort:
    if rule.exception_to:
        return Sort.EXCEPTION
    table = layer.spans.get(f"begrippen.{concept.name}.tabel:")
    if table is None:
        return Sort.RULE
    listed = layer.spans.get(f"begrippen.{concept.name}.regels:")
    after_table = rule.span.line > table.line
    before_list = listed is None or listed.line < table.line or rule.span.line < listed.line
    return Sort.ROW if after_table and before_list else Sort.RULE
