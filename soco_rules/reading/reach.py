"""What of the higher layers an agreement fills, reaches and needs."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping

from soco_rules.compiler.layers import Stack
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Comparison
from soco_rules.model.agreement import Concept
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import Fact
from soco_rules.model.agreement import Layer
from soco_rules.model.expressions import Expression
from soco_rules.reading.syntax import words_in


def reached(stack: Stack) -> frozenset[str]:
    """The names that matter to the lowest layer.

    These are the names that it and the model agreements under it state or fill, all that depends on them, the
    decisions about those, and all that these read in turn.
    """
    reads = _reads(stack)
    own = [layer for layer in stack.layers if layer is stack.lowest or layer.layer is Layer.MODEL]
    stated = {
        name for layer in own for name in (*layer.points, *layer.amounts, *layer.facts, *layer.concepts)
    }
    depending = _closure(_read_by(reads), stated)
    asked = set(depending)
    for decision in stack.decisions.values():
        if {decision.outcome, *decision.also} & depending:
            asked.update(read_by_decision(decision))
    for layer in own:
        asked.update(read_by_layer(layer))
    for rule in stack.transitional:
        if not stated.isdisjoint(rule.points):
            asked.update((*rule.points, *words_in(rule.condition)))
    asked.update(word for when in stack.persons.values() for word in words_in(when))
    return frozenset(_closure(reads, asked))


def read_by_decision(decision: DecisionType) -> Iterator[str]:
    """The names that a decision gives or asks."""
    yield decision.outcome
    yield from decision.also
    yield from _words(decision.applies_when)


def read_by_concept(concept: Concept) -> Iterator[str]:
    """The names that the rules of one layer about a concept read."""
    yield from _words(concept.applies_when, concept.calculation, concept.otherwise)
    for rule in concept.rules:
        yield from _words(rule.condition, rule.outcome)


def read_by_fact(fact: Fact) -> Iterator[str]:
    """The names that a fact reads, also where the dossier finds it."""
    yield from _words(fact.applies_when)
    if fact.from_dossier is not None:
        yield from _words(fact.from_dossier.condition)
        yield from filter(None, (fact.from_dossier.subject,))


def read_by_layer(layer: Agreement) -> frozenset[str]:
    """Every name that one layer itself speaks of."""
    return frozenset(
        (
            *(name for concept in layer.concepts.values() for name in read_by_concept(concept)),
            *(name for fact in layer.facts.values() for name in read_by_fact(fact)),
            *(name for decision in layer.decisions.values() for name in read_by_decision(decision)),
            *(name for needed in layer.requirements for name in words_in(needed.condition)),
            *(name for needed in layer.comparisons for name in _read_by_comparison(needed)),
            *(name for rule in layer.transitional for name in (*words_in(rule.condition), *rule.points)),
            *(name for when in layer.persons.values() for name in words_in(when)),
        )
    )


def _read_by_comparison(needed: Comparison) -> Iterator[str]:
    yield from needed.changes
    yield from _words(*needed.compared, *(each.condition for each in needed.unless))


def _reads(stack: Stack) -> dict[str, frozenset[str]]:
    reads: dict[str, set[str]] = {}
    for layer in stack.layers:
        for concept in layer.concepts.values():
            reads.setdefault(concept.name, set()).update(read_by_concept(concept))
        for fact in layer.facts.values():
            reads.setdefault(fact.name, set()).update(read_by_fact(fact))
    return {name: frozenset(words) for name, words in reads.items()}


def _read_by(reads: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    behind: dict[str, set[str]] = {}
    for name, read in reads.items():
        for other in read:
            behind.setdefault(other, set()).add(name)
    return {name: frozenset(others) for name, others in behind.items()}


def _closure(steps: Mapping[str, frozenset[str]], start: Iterable[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(steps.get(name, ()))
    return found


def _words(*expressions: Expression | None) -> Iterator[str]:
    return (word for each in expressions if each is not None for word in words_in(each))
