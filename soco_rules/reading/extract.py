"""What is printed of one layer: all of the lowest, and of the others what it reaches."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.compiler.layers import AgreedPoint
from soco_rules.compiler.layers import Stack
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import AmountTable
from soco_rules.model.agreement import Comparison
from soco_rules.model.agreement import Concept
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import Fact
from soco_rules.model.agreement import Point
from soco_rules.model.agreement import Requirement
from soco_rules.model.agreement import Transitional
from soco_rules.model.expressions import Expression
from soco_rules.model.values import Kind
from soco_rules.model.values import Per
from soco_rules.model.values import spaced
from soco_rules.reading.syntax import words_in
from soco_rules.reading.words import BUILT_IN
from soco_rules.reading.words import Lexicon


@dataclass(frozen=True, slots=True)
class Extract:
    """What is printed of one layer; `left_out` names what is not."""

    layer: Agreement
    agreed: tuple[AgreedPoint, ...]
    asked: tuple[AgreedPoint, ...]
    amounts: tuple[AmountTable, ...]
    facts: tuple[Fact, ...]
    concepts: tuple[Concept, ...]
    decisions: tuple[DecisionType, ...]
    requirements: tuple[Requirement, ...]
    comparisons: tuple[Comparison, ...]
    transitional: tuple[Transitional, ...]
    persons: dict[str, Expression]
    left_out: tuple[str, ...] = ()


def lexicon_of(stack: Stack) -> Lexicon:
    """Every name that an expression of the stack can read, with its kind."""
    kinds: dict[str, Kind] = dict(BUILT_IN)
    things: tuple[Point | AmountTable | Fact | Concept, ...] = (
        *(point.declared for point in stack.points.values()),
        *stack.amounts.values(),
        *stack.facts.values(),
        *(merged.declared for merged in stack.concepts.values()),
    )
    for thing in things:
        if thing.type is not None:
            kinds[thing.name] = thing.type.kind
    return Lexicon(kinds)


def whole_of(layer: Agreement, stack: Stack) -> Extract:
    """All of one layer."""
    return Extract(
        layer=layer,
        agreed=tuple(_agreed(layer, stack)),
        asked=tuple(_asked(layer, stack)),
        amounts=tuple(layer.amounts.values()),
        facts=tuple(layer.facts.values()),
        concepts=tuple(layer.concepts.values()),
        decisions=tuple(layer.decisions.values()),
        requirements=layer.requirements,
        comparisons=layer.comparisons,
        transitional=layer.transitional,
        persons=dict(layer.persons),
    )


def extract_of(layer: Agreement, stack: Stack, names: frozenset[str]) -> Extract:
    """What the lowest layer reaches of a layer above it."""
    whole = whole_of(layer, stack)
    kinds = lexicon_of(stack).kinds
    chosen = tuple(d for d in whole.decisions if names.issuperset((d.outcome, *d.also)))
    concepts = tuple(concept for concept in whole.concepts if concept.name in names)
    per_person = any(fact.type.per_person for fact in whole.facts if fact.name in names) or any(
        concept.type is not None and Per.PERSON in concept.type.per for concept in concepts
    )
    left_out = (
        *(decision.title for decision in whole.decisions if decision not in chosen),
        *(spaced(concept.name) for concept in whole.concepts if concept not in concepts),
    )
    return Extract(
        layer=layer,
        agreed=tuple(point for point in whole.agreed if point.declared.name in names),
        asked=tuple(point for point in whole.asked if point.declared.name in names),
        amounts=tuple(dated for dated in whole.amounts if dated.name in names),
        facts=tuple(fact for fact in whole.facts if fact.name in names),
        concepts=concepts,
        decisions=chosen,
        requirements=tuple(
            needed for needed in whole.requirements if _are_reached((needed.condition,), kinds, names)
        ),
        comparisons=tuple(
            needed
            for needed in whole.comparisons
            if names.issuperset(needed.changes) and _are_reached(said_in(needed), kinds, names)
        ),
        transitional=tuple(rule for rule in whole.transitional if names.issuperset(rule.points)),
        persons=whole.persons if per_person else {},
        left_out=left_out,
    )


def said_in(comparison: Comparison) -> tuple[Expression, ...]:
    """Every expression of a comparison of two cases."""
    return (*comparison.compared, *(each.condition for each in comparison.unless))


def _are_reached(said: Iterable[Expression], kinds: Mapping[str, Kind], names: frozenset[str]) -> bool:
    words = (word for each in said for word in words_in(each))
    return all(word in names for word in words if word in kinds and word not in BUILT_IN)


def _agreed(layer: Agreement, stack: Stack) -> Iterator[AgreedPoint]:
    for name, point in layer.points.items():
        agreed = stack.points[name]
        if agreed.stated is point and (agreed.value is not None or point.open_reason is not None):
            yield agreed


def _asked(layer: Agreement, stack: Stack) -> Iterator[AgreedPoint]:
    for name, point in layer.points.items():
        agreed = stack.points[name]
        if agreed.stated is point and agreed.value is None and point.open_reason is None:
            yield agreed


def says_something(extract: Extract) -> bool:
    """Whether anything of a layer is printed at all."""
    return any(
        (
            extract.agreed,
            extract.asked,
            extract.amounts,
            extract.facts,
            extract.concepts,
            extract.requirements,
            extract.comparisons,
        )
    )
