"""What a name of the rules means, where it is stated, what it rests on and what depends on it, in Dutch.

Who asks this writes rules. What stands in a rule file as it is here stands between backticks.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.compiler.layers import AgreedPoint
from soco_rules.compiler.layers import MergedConcept
from soco_rules.compiler.precedence import EVERY_RULE
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import program_of
from soco_rules.explain.words import said_of
from soco_rules.model import wording
from soco_rules.model.agreement import AmountTable
from soco_rules.model.agreement import Changeable
from soco_rules.model.agreement import Fact
from soco_rules.model.agreement import Provenance
from soco_rules.model.agreement import Rule
from soco_rules.model.called import judge
from soco_rules.model.program import reads_of
from soco_rules.model.values import Kind
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import in_words
from soco_rules.model.values import moving_bounds
from soco_rules.model.values import spaced
from soco_rules.model.values import type_in_words


@dataclass(frozen=True, slots=True)
class Dependence:
    """The names that a name reads, the names that read it, and the decisions that reach it."""

    reads: tuple[str, ...]
    read_by: tuple[str, ...]
    decisions: tuple[str, ...]


def names_of(compiled: Compiled) -> frozenset[str]:
    """Every name that can be explained under an agreement."""
    stack = compiled.stack
    return frozenset((*stack.points, *stack.amounts, *stack.facts, *stack.concepts))


def overview(compiled: Compiled) -> str:
    """Every name of an agreement under the sort of thing that it is, with what it means."""
    stack = compiled.stack
    sorts = {
        "Besluiten": {name: decision.title for name, decision in stack.decisions.items()},
        "Afspraken": {name: point.declared.description for name, point in stack.points.items()},
        "Gegevens": {
            name: f"{fact.question} ({_possible(fact.type)})"
            for name, fact in stack.facts.items()
            if not fact.judged_by
        },
        "Oordelen": {
            name: f"{fact.question} ({_possible(fact.type)}; oordeel van de {judge(fact.judged_by)})"
            for name, fact in stack.facts.items()
            if fact.judged_by
        },
        "Bedragen": {name: table.description for name, table in stack.amounts.items()},
        "Wat uit de regels volgt": {
            name: merged.declared.description for name, merged in stack.concepts.items()
        },
    }
    return "\n".join(
        "\n".join(
            (heading, *(f"  `{name}`: {said}" if said else f"  `{name}`" for name, said in names.items()), "")
        )
        for heading, names in sorts.items()
        if names
    )


def about(compiled: Compiled, name: str) -> str:
    """What a name means under one agreement.

    Raises:
        KeyError: the agreement has no such name, see `names_of`.
    """
    stack = compiled.stack
    if name in stack.points:
        lines = _point(name, stack.points[name])
    elif name in stack.amounts:
        lines = _amount(stack.amounts[name])
    elif name in stack.facts:
        lines = _fact(stack.facts[name])
    else:
        lines = _concept(stack.concepts[name])
    return "\n".join((*lines, *_dependence(compiled, dependence(compiled, name)))) + "\n"


def dependence(compiled: Compiled, name: str) -> Dependence:
    """What a name hangs together with, by name and without the persons apart."""
    of_slot = {slot: step.name for slot, step in compiled.steps.items()}
    behind: dict[str, dict[str, None]] = {}
    for step in compiled.steps.values():
        read = (of_slot[slot] for slot in reads_of(step))
        behind.setdefault(step.name, {}).update(dict.fromkeys(other for other in read if other != step.name))
    reaching = (
        decision.title
        for decision in compiled.stack.decisions.values()
        if any(step.name == name for step in program_of(compiled, decision).steps)
    )
    return Dependence(
        reads=tuple(behind.get(name, ())),
        read_by=tuple(other for other, read in behind.items() if name in read),
        decisions=tuple(reaching),
    )


def _point(name: str, point: AgreedPoint) -> Iterator[str]:
    declared, stated = point.declared, point.stated
    assert declared.type is not None
    yield f"`{name}` is een afspraak: {declared.description}."
    yield f"  Mogelijk is {_possible(declared.type)}."
    yield from _choices(declared.type)
    yield from _origin(declared.provenance)
    yield f"  Gevraagd in {declared.span}."
    if point.value is not None:
        yield f"  Afgesproken is {in_words(point.value, declared.type)}, in {stated.span}."
        yield from _origin(stated.provenance)
    elif stated.open_reason:
        yield f"  Nog open, in {stated.span}: {stated.open_reason}."
    else:
        yield "  Hier nog niet ingevuld: dat doet een lagere laag."


def _amount(table: AmountTable) -> Iterator[str]:
    yield f"`{table.name}` is een bedrag op datum{_described(table.description)}."
    yield from _origin(table.provenance)
    for row in table.values:
        value = "onbekend" if row.value is None else as_dutch(row.value, table.type.kind)
        assumed = f" (aanname: {row.provenance.assumption.reason})" if row.provenance.assumption else ""
        yield f"  vanaf {as_dutch(row.valid_from, Kind.DATE)}: {value}{assumed}"
    yield f"  Bekend tot en met {as_dutch(table.known_through, Kind.DATE)}; staat in {table.span}."


_CHANGE = {
    Changeable.EITHER_WAY: "Wie het aangaat kan het veranderen; --wat-als mag het noemen.",
    Changeable.UP: "--wat-als mag alleen een hoger getal noemen.",
    Changeable.DOWN: "--wat-als mag alleen een lager getal noemen.",
    Changeable.TO_YES: "--wat-als mag alleen een ja noemen waar nu nee staat.",
    Changeable.TO_NO: "--wat-als mag alleen een nee noemen waar nu ja staat.",
    Changeable.FIXED: "Wie het aangaat kan het niet veranderen.",
    Changeable.PERSONAL: "Het kan veranderen, maar is persoonlijk; --wat-als noemt het nooit.",
}


def _fact(fact: Fact) -> Iterator[str]:
    what = f"een oordeel van de {judge(fact.judged_by)}" if fact.judged_by else "een gegeven"
    yield f"`{fact.name}` is {what}{_described(fact.description)}."
    yield f"  De vraag is: {fact.question}"
    yield f"  Mogelijk is {_possible(fact.type)}."
    yield from _choices(fact.type)
    if fact.applies_when is not None:
        yield f"  Het telt alleen als `{wording.in_words(fact.applies_when)}`."
    if fact.from_dossier is not None:
        yield "  Een dossier kan het zelf bepalen; zonder dossier wordt het gevraagd."
    if fact.changeable is not None:
        yield f"  {_CHANGE[fact.changeable]}"
    yield from _origin(fact.provenance)
    yield f"  Staat in {fact.span}."


def _concept(merged: MergedConcept) -> Iterator[str]:
    concept = merged.declared
    assert concept.type is not None
    yield f"`{concept.name}` volgt uit de regels{_described(concept.description)}."
    yield f"  Mogelijk is {_possible(concept.type)}."
    yield from _choices(concept.type)
    if concept.applies_when is not None:
        yield f"  Het geldt alleen als `{wording.in_words(concept.applies_when)}`."
    if concept.calculation is not None:
        yield f"  Berekening: `{wording.in_words(concept.calculation)}`."
    yield from _origin(concept.provenance)
    yield f"  Staat in {concept.span}."
    for owned in merged.rules:
        yield from _rule(owned.rule)
    if concept.otherwise is not None:
        yield f"  - anders: `{wording.in_words(concept.otherwise)}`"


def _rule(rule: Rule) -> Iterator[str]:
    said, outcome = wording.in_words(rule.condition), wording.in_words(rule.outcome)
    yield f"  - regel `{rule.name}`: als `{said}`, dan `{outcome}`"
    if rule.description:
        yield f"      in woorden: {rule.description}"
    if rule.exception_to:
        yield f"      in afwijking van {_listed(rule.exception_to)}"
    if rule.precedes:
        yield f"      gaat voor {_listed(rule.precedes)}"
    basis = "; ".join(rule.provenance.cited)
    yield f"      {basis or 'aanname'}; {rule.span}"


def _dependence(compiled: Compiled, found: Dependence) -> Iterator[str]:
    words = {step.name: said_of(step) for step in compiled.steps.values()}
    for lead, names in (("Rust op", found.reads), ("Nodig voor", found.read_by)):
        if names:
            yield f"  {lead}:"
            yield from (f"    `{name}`{_described(words[name])}" for name in names)
    if found.decisions:
        yield f"  Telt mee bij de besluiten: {', '.join(found.decisions)}."


def _origin(provenance: Provenance) -> Iterator[str]:
    if provenance.legal_basis:
        yield f"  Grondslag: {'; '.join(provenance.legal_basis)}."
    if provenance.source:
        yield f"  Bron: {provenance.source}."
    if provenance.assumption:
        assumption = provenance.assumption
        since = as_dutch(assumption.date, Kind.DATE)
        yield f"  Aanname: {assumption.reason} ({assumption.owner}, {since})."


def _choices(type_: ValueType) -> Iterator[str]:
    """The words of a keuze, by the name that a file has for each."""
    worded = ((choice, in_words(choice, type_)) for choice in type_.choices)
    yield from (f"    `{choice}`: {words}" for choice, words in worded if words != spaced(choice))


def _possible(type_: ValueType) -> str:
    bounds = [
        f"{word} {as_dutch(bound, type_.kind)}"
        for word, bound in (("ten minste", type_.minimum), ("ten hoogste", type_.maximum))
        if bound is not None
    ]
    bounds += moving_bounds(type_)
    per = f" (per {' en '.join(sorted(type_.per))})" if type_.per else ""
    absent = "; het kan ook niet van toepassing zijn" if type_.may_be_absent else ""
    choices = ", ".join(f"`{choice}`" for choice in type_.choices)
    form = f"een van {choices}" if type_.kind is Kind.CHOICE else type_in_words(type_)
    return f"{form}{''.join(f', {bound}' for bound in bounds)}{per}{absent}"


def _described(description: str) -> str:
    return f": {description}" if description else ""


def _listed(names: Iterable[str]) -> str:
    return ", ".join("alle andere regels" if name == EVERY_RULE else f"`{name}`" for name in names)
