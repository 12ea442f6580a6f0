"""Everything that a stack says, taken apart: what a decision can rest on, and what are only words about it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from soco_rules.comparing.sides import is_said
from soco_rules.compiler.layers import AgreedPoint
from soco_rules.compiler.layers import MergedConcept
from soco_rules.compiler.layers import Stack
from soco_rules.diagnostics import Span
from soco_rules.model.agreement import AmountTable
from soco_rules.model.agreement import ByOutcome
from soco_rules.model.agreement import Comparison
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import Fact
from soco_rules.model.agreement import PotLedger
from soco_rules.model.agreement import Provenance
from soco_rules.model.agreement import Requirement
from soco_rules.model.agreement import Retention
from soco_rules.model.agreement import Rule
from soco_rules.model.agreement import Transitional
from soco_rules.model.called import judge
from soco_rules.model.expressions import Expression
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import in_words as value_in_words
from soco_rules.model.values import iso_day
from soco_rules.model.values import spaced
from soco_rules.model.wording import in_words
from soco_rules.reading.extract import lexicon_of
from soco_rules.reading.rules import is_condition
from soco_rules.reading.sentences import inline
from soco_rules.reading.sentences import phrase
from soco_rules.reading.words import Lexicon


class Sort(StrEnum):
    """What can be otherwise."""

    POINT = "afspraak"
    AMOUNT = "bedrag"
    FACT = "gegeven"
    CONCEPT = "begrip"
    RULE = "regel"
    DECISION = "besluit"
    REQUIREMENT = "eis"
    TRANSITIONAL = "overgangsrecht"
    PERSONS = "personen"
    STATES = "standen"
    RETENTION = "bewaartermijn"


@dataclass(frozen=True, slots=True)
class Said:
    """One part: `key` is what it means, written so that the same text is the same meaning; `shown` is to read."""

    key: str
    shown: str


Parts = Mapping[str, Said]


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that a stack declares, with its parts, where it stands, and what it rests on."""

    sort: Sort
    name: str
    within: str | None
    meaning: Parts
    words: Parts
    place: str
    source: str


def things(stack: Stack) -> dict[tuple[str, ...], Thing]:
    """Everything that a stack declares, by what and name."""
    found = _Taken(stack, lexicon_of(stack))
    return {(thing.sort, thing.within or "", thing.name): thing for thing in found.all()}


def place_of(span: Span) -> str:
    """The file and the line; what somebody said has none."""
    return span.file if is_said(span.file) else f"{span.file}:{span.line}"


def source_in_words(provenance: Provenance) -> str:
    """What something rests on, on one line."""
    assumed = provenance.assumption
    return "; ".join(
        (
            *provenance.legal_basis,
            *((f"bron: {provenance.source}",) if provenance.source else ()),
            *((f"aanname: {assumed.reason}",) if assumed else ()),
        )
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    stack: Stack
    lexicon: Lexicon

    def all(self) -> Iterator[Thing]:
        stack = self.stack
        yield from (self.point(point) for point in stack.points.values())
        yield from (self.amount(table) for table in stack.amounts.values())
        yield from (self.fact(fact) for fact in stack.facts.values())
        for merged in stack.concepts.values():
            yield self.concept(merged)
            yield from (self.rule(merged.declared.name, owned.rule) for owned in merged.rules)
        yield from (self.decision(decision) for decision in stack.decisions.values())
        yield from (self.requirement(requirement) for requirement in stack.requirements)
        yield from (self.comparison(comparison) for comparison in stack.comparisons)
        yield from (self.transitional(rule) for rule in stack.transitional)
        here = stack.lowest.span
        for role, condition in stack.persons.items():
            yield _thing(Sort.PERSONS, role, {"geldt als": self.said(condition)}, {}, here, Provenance())
        if stack.states:
            yield _thing(Sort.STATES, "stand", {"standen": _names(stack.states)}, {}, here, Provenance())

        yield from (self.retention(state, kept) for state, kept in stack.retention.items())

    def retention(self, state: str, kept: Retention) -> Thing:
        span = kept.spans.get(state, kept.span)
        return _thing(Sort.RETENTION, state, {"termijn": _plain(kept.words)}, {}, span, kept.provenance)

    def point(self, point: AgreedPoint) -> Thing:
        declared, stated = point.declared, point.stated
        assert declared.type is not None
        value = _plain("open: nog niet afgesproken")
        if point.value is not None:
            shown = value_in_words(point.value, declared.type)
            value = Said(f"{type(point.value).__name__} {point.value}", shown)
        meaning = {"waarde": value, **_type(declared.type)}
        told = {
            "omschrijving": _plain(declared.description),
            "waarom open": _plain(stated.open_reason or ""),
            **_choice_words(declared.type),
        }
        return _thing(Sort.POINT, declared.name, meaning, told, stated.span, stated.provenance)

    def amount(self, table: AmountTable) -> Thing:
        rows = {
            f"vanaf {iso_day(row.valid_from)}": _plain(
                Absent.UNKNOWN.value if row.value is None else as_dutch(row.value, table.type.kind)
            )
            for row in table.values
        }
        meaning = {**rows, "bekend tot en met": _plain(iso_day(table.known_through)), **_type(table.type)}
        told = {
            "omschrijving": _plain(table.description),
            **{f"herkomst vanaf {iso_day(row.valid_from)}": _origin(row.provenance) for row in table.values},
        }
        return _thing(Sort.AMOUNT, table.name, meaning, told, table.span, table.provenance)

    def fact(self, fact: Fact) -> Thing:
        query = fact.from_dossier
        meaning = {
            **_type(fact.type),
            "oordeel van": _plain(judge(fact.judged_by or "")),
            "meer oordelen": _plain(fact.several or ""),
            "geldt als": self.said(fact.applies_when),
            "veranderbaar": _plain(spaced(fact.changeable or "")),
            "onveranderlijk": _plain("ja" if fact.type.is_timeless else ""),
        }
        if query is not None:
            meaning["uit het dossier"] = _plain(f"{query.take} {query.subject or ''} van {query.source}")
            meaning["uit het dossier, waarin"] = self.said(query.condition)
        told = {
            "vraag": _plain(fact.question),
            "omschrijving": _plain(fact.description),
            **_choice_words(fact.type),
        }
        return _thing(Sort.FACT, fact.name, meaning, told, fact.span, fact.provenance)

    def concept(self, merged: MergedConcept) -> Thing:
        concept = merged.declared
        assert concept.type is not None
        meaning = {
            **_type(concept.type),
            "geldt als": self.said(concept.applies_when),
            "berekening": self.said(concept.calculation),
            "anders": self.said(concept.otherwise),
        }
        told = {"omschrijving": _plain(concept.description), **_choice_words(concept.type)}
        return _thing(Sort.CONCEPT, concept.name, meaning, told, concept.span, concept.provenance)

    def rule(self, concept: str, rule: Rule) -> Thing:
        meaning = {
            "voorwaarde": self.said(rule.condition),
            "uitkomst": self.said(rule.outcome),
            "uitzondering op": _names(sorted(rule.exception_to)),
            "gaat voor": _names(sorted(rule.precedes)),
            "lokaal afwijken": _plain("toegestaan" if rule.may_deviate_locally else ""),
        }
        told = {"omschrijving": _plain(rule.description)}
        return _thing(Sort.RULE, rule.name, meaning, told, rule.span, rule.provenance, within=concept)

    def decision(self, decision: DecisionType) -> Thing:
        hearing = decision.hearing
        adverse = None if hearing is None or hearing.adverse is None else sorted(hearing.adverse)
        meaning = {
            "uitkomst": _names((decision.outcome,)),
            "ook": _names(decision.also),
            "rechtskarakter": _by_outcome(decision.legal_character),
            "beslisser": _plain(spaced(decision.decider)),
            "per maand": _plain("ja" if decision.monthly else ""),
            "geldt als": self.said(decision.applies_when),
            "individueel afwijken": _plain("; ".join(decision.deviation_basis)),
            "niet afwijken van": _names(decision.never_deviated_from),
            "oordeel bij": _names(decision.asks_person),
            "zienswijze": _plain(
                f"op aanvraag: {hearing.requested}; bedenkingen bij "
                f"{'elke uitkomst' if adverse is None else ', '.join(map(spaced, adverse)) or 'geen uitkomst'}"
                f"{'; financieel' if hearing.financial else ''}"
                if hearing
                else ""
            ),
            "stand van": _names(decision.states_from),
            "stand naar": _by_outcome(decision.state_to),
            "vier ogen": _plain("elke uitkomst")
            if decision.four_eyes is None
            else _names(sorted(decision.four_eyes)),
            "bewaken": _names(f"{day}: {', '.join(by)}" for day, by in sorted(decision.watched.items())),
            "elke maand verrekend": _plain("ja" if decision.settled_monthly else ""),
            "corrigeert": _names((decision.corrects,) if decision.corrects else ()),
            "grootboek": _ledger(decision.ledger),
        }
        told = {
            "titel": _plain(decision.title),
            "brief": _plain(decision.letter or ""),
            "omschrijving": _plain(decision.description),
        }
        return _thing(Sort.DECISION, decision.name, meaning, told, decision.span, decision.provenance)

    def requirement(self, needed: Requirement) -> Thing:
        meaning = {"eis": self.said(needed.condition), "ernst": _plain(needed.severity)}
        told = {"melding": _plain(needed.message), "vangt af": _plain(needed.catches)}
        return _thing(Sort.REQUIREMENT, needed.name, meaning, told, needed.span, needed.provenance)

    def comparison(self, needed: Comparison) -> Thing:
        compared = {
            f"{spaced(needed.sense)} {number}": self.said(expression)
            for number, expression in enumerate(needed.compared, start=1)
        }
        unless = {
            f"behalve {number}": self.said(each.condition)
            for number, each in enumerate(needed.unless, start=1)
        }
        meaning = {
            "gegevens": _names(needed.changes),
            **compared,
            **unless,
            "ernst": _plain(needed.severity),
        }
        told = {"melding": _plain(needed.message), "omschrijving": _plain(needed.description)}
        return _thing(Sort.REQUIREMENT, needed.name, meaning, told, needed.span, needed.provenance)

    def transitional(self, rule: Transitional) -> Thing:
        meaning = {"voorwaarde": self.said(rule.condition), "betreft": _names(rule.points)}
        return _thing(Sort.TRANSITIONAL, rule.name, meaning, {}, rule.span, rule.provenance)

    def said(self, expression: Expression | None) -> Said:
        if expression is None:
            return _plain("")
        speaks = inline if is_condition(expression, self.lexicon) else phrase
        return Said(in_words(expression), "".join(each.text for each in speaks(expression, self.lexicon)))


def _thing(  # noqa: PLR0917 - the parts in the order in which a Thing has them
    sort: Sort,
    name: str,
    meaning: Parts,
    words: Parts,
    span: Span,
    provenance: Provenance,
    *,
    within: str | None = None,
) -> Thing:
    words = {**words, "grondslag, bron of aanname": _origin(provenance)}
    return Thing(
        sort, name, within, _said(meaning), _said(words), place_of(span), source_in_words(provenance)
    )


def _said(parts: Parts) -> Parts:
    """Without the parts that say nothing."""
    return {part: said for part, said in parts.items() if said.key}


def _plain(text: str) -> Said:
    return Said(text, text)


def _names(names: Iterable[str]) -> Said:
    every = tuple(names)
    return Said(", ".join(every), ", ".join(map(spaced, every)))


def _origin(provenance: Provenance) -> Said:
    return _plain(source_in_words(provenance))


def _ledger(ledger: PotLedger | None) -> Said:
    if ledger is None:
        return _plain("")
    added, taken = ", ".join(ledger.added), ", ".join(ledger.taken)
    return _names(
        (
            f"van {ledger.opening} met {added or 'niets'} erbij en {taken or 'niets'} eraf tot {ledger.closing}",
        )
    )


def _by_outcome(choice: ByOutcome) -> Said:
    cases = [f"{outcome}: {value}" for outcome, value in sorted(choice.cases.items())]
    return _names((*cases, *((f"anders: {choice.otherwise}",) if choice.otherwise else ())))


def _choice_words(type_: ValueType | None) -> dict[str, Said]:
    """What a reader sees of each choice; only words, for no decision depends on them."""
    words = type_.words if type_ else {}
    return {"woorden": _plain("; ".join(f"{spaced(value)}: {words[value]}" for value in words))}


def _type(type_: ValueType) -> dict[str, Said]:
    def bound(value: object) -> str:
        return "" if value is None else as_dutch(value, type_.kind)  # type: ignore[arg-type]  # a bound is a value

    return {
        "soort": _plain(spaced(Kind(type_.kind))),
        "per": _names(sorted(type_.per)),
        "waarden": _names(type_.choices),
        "ten minste": _plain(type_.earliest.in_words if type_.earliest else bound(type_.minimum)),
        "ten hoogste": _plain(type_.latest.in_words if type_.latest else bound(type_.maximum)),
        "kan ontbreken": _plain("ja" if type_.may_be_absent else ""),
    }
