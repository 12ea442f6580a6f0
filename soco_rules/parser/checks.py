"""What one rule file shows without the layers above it: names, provenance, dated tables, loose amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import assert_never

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Span
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import AmountTable
from soco_rules.model.agreement import Assumption
from soco_rules.model.agreement import Comparison
from soco_rules.model.agreement import Concept
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import Fact
from soco_rules.model.agreement import Layer
from soco_rules.model.agreement import Point
from soco_rules.model.agreement import Provenance
from soco_rules.model.agreement import Requirement
from soco_rules.model.agreement import Status
from soco_rules.model.agreement import Transitional
from soco_rules.model.expressions import And
from soco_rules.model.expressions import Applies
from soco_rules.model.expressions import Arithmetic
from soco_rules.model.expressions import Choose
from soco_rules.model.expressions import Compare
from soco_rules.model.expressions import Expression
from soco_rules.model.expressions import Literal
from soco_rules.model.expressions import Name
from soco_rules.model.expressions import Not
from soco_rules.model.expressions import OneOf
from soco_rules.model.expressions import Or
from soco_rules.model.expressions import OrElse
from soco_rules.model.expressions import PickOne
from soco_rules.model.expressions import Rounded
from soco_rules.model.expressions import Share
from soco_rules.model.expressions import SumOver
from soco_rules.model.expressions import This
from soco_rules.model.expressions import WholeBetween
from soco_rules.model.expressions import YearOf
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encode
from soco_rules.parser.choice_words import choices_of
from soco_rules.parser.choice_words import words_of_choices
from soco_rules.parser.names import RESERVED
from soco_rules.parser.names import has_form_of_name
from soco_rules.parser.names import suggested_name

RESERVED_NAMES = RESERVED | {
    "alle", "belanghebbende", "begin_tijdvak", "besluitdatum", "einde_tijdvak", "partner", "peildatum", "rol", "stand",
}  # fmt: skip
"""What no agreement may define: the words of the language and the values that every decision brings along."""
MUNICIPAL = frozenset({Layer.AGREEMENT, Layer.SCHEME})
_REFERENCE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+")


def check(agreement: Agreement) -> Iterator[Diagnostic]:
    """Everything that this one file shows."""
    yield from file_name(agreement)
    yield from names(agreement)
    yield from words_of_choices(agreement)
    yield from repeated_rules(agreement)
    yield from empty_concepts(agreement)
    yield from provenance_of_rules(agreement)
    yield from provenance_of_points(agreement)
    yield from owners_of_assumptions(agreement)
    yield from assumptions_of_adopted(agreement)
    for table in agreement.amounts.values():
        yield from dated_table(table)
    yield from loose_amounts(agreement)


def file_name(agreement: Agreement) -> Iterator[Diagnostic]:
    """The file stands where a reference and a date lead."""
    if not _REFERENCE.fullmatch(agreement.reference):
        yield finding(
            "naam-vorm",
            agreement.spans.get("kenmerk", agreement.span),
            f"'{agreement.reference}' is geen kenmerk",
            remedy="schrijf kleine letters, cijfers en streepjes met een schuine streep ertussen, zoals delft/scope",
        )
        return
    expected = PurePosixPath(agreement.reference, f"{encode(agreement.valid_from, Kind.DATE)}.yaml")
    path = PurePosixPath(agreement.path)
    if path.parts[-len(expected.parts) :] == expected.parts:
        return
    key = "kenmerk" if path.name == expected.name else "geldig_vanaf"
    yield finding(
        "bestandsnaam",
        agreement.spans.get(key, agreement.span),
        f"bij dit kenmerk en deze datum hoort een bestand dat eindigt op {expected}",
    )


def names(agreement: Agreement) -> Iterator[Diagnostic]:
    """What the file defines has a name of the right form that means nothing else."""
    for name, span in _defined(agreement):
        if not has_form_of_name(name):
            suggestion = suggested_name(name)
            yield finding(
                "naam-vorm",
                span,
                f"'{name}' kan geen naam zijn",
                remedy=f"schrijf bijvoorbeeld {suggestion}" if suggestion else "",
            )
        elif name in RESERVED_NAMES:
            yield finding("naam-gereserveerd", span, f"'{name}' heeft al een vaste betekenis")


def _defined(agreement: Agreement) -> Iterator[tuple[str, Span]]:
    yield from ((thing.name, thing.span) for thing in _things(agreement))
    yield from ((choice.name, choice.span) for choice in choices_of(agreement))
    for number, state in enumerate(agreement.states):
        yield state, agreement.spans.get(f"standen.{number}", agreement.span)
    for concept in agreement.concepts.values():
        yield from ((rule.name, rule.span) for rule in concept.rules)
    yield from ((item.name, item.span) for item in _items(agreement))


def _things(agreement: Agreement) -> Iterator[Point | AmountTable | Fact | Concept | DecisionType]:
    yield from agreement.points.values()
    yield from agreement.amounts.values()
    yield from agreement.facts.values()
    yield from agreement.concepts.values()
    yield from agreement.decisions.values()


def _items(agreement: Agreement) -> Iterator[Requirement | Comparison | Transitional]:
    yield from agreement.requirements
    yield from agreement.comparisons
    yield from agreement.transitional


def _required(agreement: Agreement) -> list[Requirement | Comparison]:
    """The list of requirements in the order of the file."""
    both: list[Requirement | Comparison] = [*agreement.requirements, *agreement.comparisons]
    return sorted(both, key=lambda item: (item.span.line, item.span.column))


def repeated_rules(agreement: Agreement) -> Iterator[Diagnostic]:
    """A reason names one rule."""
    for name, concept in agreement.concepts.items():
        yield from _repeated(((rule.name, rule.span) for rule in concept.rules), f"van '{name}'")
    yield from _repeated(((item.name, item.span) for item in _required(agreement)), "van eisen")
    yield from _repeated(((item.name, item.span) for item in agreement.transitional), "van overgangsrecht")


def _repeated(things: Iterable[tuple[str, Span]], where: str) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for name, span in things:
        if name in first:
            note = Note(f"hier staat '{name}' voor het eerst", first[name])
            yield finding(
                "regelnaam-dubbel",
                span,
                f"de naam '{name}' staat twee keer in de lijst {where}",
                notes=(note,),
            )
        first.setdefault(name, span)


def empty_concepts(agreement: Agreement) -> Iterator[Diagnostic]:
    """A concept says how its value comes about; that this cannot be read is another finding."""
    for name, concept in agreement.concepts.items():
        tried = any(
            f"begrippen.{name}.{key}" in agreement.spans for key in ("berekening", "regels.0", "tabel")
        )
        if concept.calculation is None and not concept.rules and not tried:
            yield finding("begrip-leeg", concept.span, f"'{name}' heeft geen berekening en geen regels")


def provenance_of_rules(agreement: Agreement) -> Iterator[Diagnostic]:
    """Every rule, calculation and dated value says where it comes from."""
    for name, concept in agreement.concepts.items():
        if concept.calculation is not None and concept.provenance.is_missing:
            yield _without_provenance(concept.span, f"de berekening van '{name}'")
        for rule in concept.rules:
            if rule.provenance.is_missing:
                yield _without_provenance(rule.span, f"de regel '{rule.name}'")
    for comparison in agreement.comparisons:
        if comparison.provenance.is_missing:
            yield _without_provenance(comparison.span, f"de eis '{comparison.name}'")
        for allowance in comparison.unless:
            if allowance.provenance.is_missing:
                yield _without_provenance(allowance.span, f"wat '{comparison.name}' toelaat met behalve")
    for kept in agreement.retention:
        if kept.provenance.is_missing:
            yield _without_provenance(kept.span, "de bewaartermijn")
    for table in agreement.amounts.values():
        if table.provenance.is_missing and all(row.provenance.is_missing for row in table.values):
            yield _without_provenance(table.span, f"de tabel '{table.name}'")
            continue
        for row in table.values:
            if row.value is not None and row.provenance.is_missing:
                yield _without_provenance(row.span, f"deze waarde van '{table.name}'")


def provenance_of_points(agreement: Agreement) -> Iterator[Diagnostic]:
    """A filled point says where it comes from; for a municipality that is one source or one assumption."""
    for point in agreement.points.values():
        if point.raw is not None:
            yield from _of_municipality(point) if agreement.layer in MUNICIPAL else _of_higher_layer(point)


def _of_municipality(point: Point) -> Iterator[Diagnostic]:
    match point.provenance.source, point.provenance.assumption:
        case None, None:
            yield _without_provenance(
                point.span,
                f"de waarde van '{point.name}'",
                remedy="voeg bron: en het document toe, of aanname: en de reden",
            )
        case str(), Assumption():
            yield finding(
                "herkomst-dubbel", point.span, f"de waarde van '{point.name}' heeft een bron en een aanname"
            )
        case _:
            pass


def _of_higher_layer(point: Point) -> Iterator[Diagnostic]:
    if point.provenance.is_missing:
        yield _without_provenance(point.span, f"de waarde van '{point.name}'")


def _without_provenance(span: Span, what: str, *, remedy: str = "") -> Diagnostic:
    return finding("herkomst-ontbreekt", span, f"{what} zegt niet waar die vandaan komt", remedy=remedy)


def owners_of_assumptions(agreement: Agreement) -> Iterator[Diagnostic]:
    """Someone looks after every assumption."""
    for name, span, provenance in _provenances(agreement):
        if provenance.assumption and not provenance.assumption.owner:
            yield finding(
                "aanname-zonder-eigenaar",
                span,
                f"van de aanname bij '{name}' is niet bekend wie haar bewaakt en sinds wanneer",
            )


def assumptions_of_adopted(agreement: Agreement) -> Iterator[Diagnostic]:
    """What is adopted rests on sources."""
    if agreement.status is Status.ADOPTED:
        for name, span, provenance in _provenances(agreement):
            if provenance.assumption:
                yield finding(
                    "vastgesteld-met-aanname",
                    span,
                    f"'{name}' rust op een aanname en het bestand is vastgesteld",
                )


def _provenances(agreement: Agreement) -> Iterator[tuple[str, Span, Provenance]]:
    yield from ((thing.name, thing.span, thing.provenance) for thing in _things(agreement))
    for concept in agreement.concepts.values():
        yield from ((rule.name, rule.span, rule.provenance) for rule in concept.rules)
    for table in agreement.amounts.values():
        for row in table.values:
            if row.provenance.assumption != table.provenance.assumption:
                yield table.name, row.span, row.provenance
    yield from ((item.name, item.span, item.provenance) for item in _items(agreement))
    for comparison in agreement.comparisons:
        yield from ((comparison.name, each.span, each.provenance) for each in comparison.unless)
    yield from (("bewaren", kept.span, kept.provenance) for kept in agreement.retention)


def dated_table(table: AmountTable) -> Iterator[Diagnostic]:
    """A table by date runs from early to late, up to its last day."""
    if not table.values:
        yield finding("tabel-gat", table.span, f"de tabel '{table.name}' heeft geen waarden")
    for before, row in zip(table.values, table.values[1:], strict=False):
        if row.valid_from <= before.valid_from:
            yield finding(
                "tabel-volgorde",
                row.span,
                f"{as_dutch(row.valid_from, Kind.DATE)} staat na {as_dutch(before.valid_from, Kind.DATE)}",
            )
    for row in table.values:
        if row.valid_from > table.known_through:
            yield finding(
                "tabel-gat",
                row.span,
                f"deze waarde begint na {as_dutch(table.known_through, Kind.DATE)}, de laatste dag van de tabel",
                remedy="zet bekend_tot_en_met op een latere dag of haal de waarde weg",
            )


def loose_amounts(agreement: Agreement) -> Iterator[Diagnostic]:
    """An amount of money other than zero stands in a table or in an agreement point, never in a rule."""
    for expression in _expressions(agreement):
        for literal in literals(expression):
            if literal.kind is Kind.MONEY and literal.value != 0:
                assert isinstance(literal.value, int)
                yield finding(
                    "los-bedrag", literal.span, f"hier staat het bedrag {as_dutch(literal.value, Kind.MONEY)}"
                )


def _expressions(agreement: Agreement) -> Iterator[Expression]:
    yield from agreement.persons.values()
    for fact in agreement.facts.values():
        yield from (
            found for found in (fact.applies_when, fact.from_dossier and fact.from_dossier.condition) if found
        )
    for concept in agreement.concepts.values():
        yield from (
            found for found in (concept.applies_when, concept.calculation, concept.otherwise) if found
        )
        for rule in concept.rules:
            yield from (rule.condition, rule.outcome)
    yield from (decision.applies_when for decision in agreement.decisions.values() if decision.applies_when)
    yield from (item.condition for item in agreement.requirements)
    yield from (item.condition for item in agreement.transitional)
    for comparison in agreement.comparisons:
        yield from (*comparison.compared, *(each.condition for each in comparison.unless))


def literals(expression: Expression) -> Iterator[Literal]:
    """The values written out in an expression."""
    match expression:
        case Literal():
            yield expression
        case Name() | This():
            pass
        case Not(part) | Applies(part) | SumOver(part) | Rounded(part) | YearOf(part):
            yield from literals(part)
        case And(parts) | Or(parts) | PickOne(_, parts):
            yield from (found for part in parts for found in literals(part))
        case OneOf(part, options):
            yield from (found for each in (part, *options) for found in literals(each))
        case Compare(_, left, right) | Arithmetic(_, left, right) | WholeBetween(_, left, right):
            yield from (found for part in (left, right) for found in literals(part))
        case Share(left, right) | OrElse(left, right):
            yield from (found for part in (left, right) for found in literals(part))
        case Choose(condition, then, otherwise):
            yield from (found for part in (condition, then, otherwise) for found in literals(part))
        case _:
            assert_never(expression)
