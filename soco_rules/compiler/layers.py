"""Stack the layers that are in force on a day, and check what a lower layer may do to a higher one."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from soco_rules.catalogue import finding
from soco_rules.compiler.versions import nothing_in_force
from soco_rules.compiler.versions import previous_version
from soco_rules.compiler.versions import version_in_force
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import nearest
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import AmountTable
from soco_rules.model.agreement import Comparison
from soco_rules.model.agreement import Concept
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import Fact
from soco_rules.model.agreement import Layer
from soco_rules.model.agreement import Point
from soco_rules.model.agreement import Provenance
from soco_rules.model.agreement import Requirement
from soco_rules.model.agreement import Retention
from soco_rules.model.agreement import Rule
from soco_rules.model.agreement import Transitional
from soco_rules.model.citations import law_of
from soco_rules.model.expressions import Expression
from soco_rules.model.values import Absent
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import maximum_passed
from soco_rules.model.values import minimum_passed
from soco_rules.model.values import parse_value
from soco_rules.model.values import type_in_words
from soco_rules.model.workspace import Workspace

Findings = tuple[Diagnostic, ...]
_FRAME = frozenset({Layer.NATIONAL, Layer.MODEL})


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedPoint:
    """A point with its declaration and what the stack makes of it: a value, or None while it is open.

    `previous` is its value in the version before, which began on `previous_since`; None where there is none.
    """

    declared: Point
    filled: Point | None
    value: Value | None
    previous: Value | None = None
    previous_since: int | None = None

    @property
    def stated(self) -> Point:
        """Where the value or the openness is stated: the lowest layer that says something."""
        return self.filled or self.declared


@dataclass(frozen=True, slots=True)
class OwnedRule:
    """A rule with the reference of the layer that wrote it."""

    owner: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class MergedConcept:
    """A concept with the rules of all layers, highest layer first."""

    declared: Concept
    owner: str
    rules: tuple[OwnedRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """The layers in force on one day as one whole; `layers` runs from the highest to the lowest."""

    layers: tuple[Agreement, ...]
    points: Mapping[str, AgreedPoint]
    amounts: Mapping[str, AmountTable]
    facts: Mapping[str, Fact]
    concepts: Mapping[str, MergedConcept]
    persons: Mapping[str, Expression]
    states: tuple[str, ...]
    decisions: Mapping[str, DecisionType]
    requirements: tuple[Requirement, ...]
    transitional: tuple[Transitional, ...]
    judges: Mapping[str, str]
    valid_from: int
    valid_to: int | None
    comparisons: tuple[Comparison, ...] = ()
    retention: Mapping[str, Retention] = field(default_factory=dict)
    """How long dossiers with a stand are kept: as the lowest layer says that says something of it."""

    @property
    def lowest(self) -> Agreement:
        """The layer that the stack was asked for."""
        return self.layers[-1]


def stack_layers(workspace: Workspace, lowest: Agreement, on: int) -> tuple[Stack | None, Findings]:
    """All layers under `lowest` in the versions in force on a day, merged.

    Returns None with a finding when a layer does not exist, is not in force, or stands on itself.
    """
    layers, findings = layers_in_force(workspace, lowest, on)
    if layers is None:
        return None, findings
    merged = _Merge(layers, workspace)
    stack = merged.stack()
    return stack, (*findings, *merged.findings)


def days_to_check(workspace: Workspace, version: Agreement) -> tuple[int, ...]:
    """The days on which something under this version begins, within its own time and with every layer in force."""
    starts = {version.valid_from}
    for reference in _references_below(workspace, version):
        starts.update(layer.valid_from for layer in workspace.agreements.get(reference, ()))
    last = _last_day(workspace, version)
    within = sorted(day for day in starts if version.valid_from <= day and (last is None or day <= last))
    return tuple(day for day in within if layers_in_force(workspace, version, day)[0] is not None)


def day_to_read(workspace: Workspace, version: Agreement, today: int) -> int:
    """The day for which a version is read: today while it holds, else the last on which something under it began."""
    if version_in_force(workspace.agreements.get(version.reference, ()), today) is version:
        return today
    return max(days_to_check(workspace, version), default=version.valid_from)


def _last_day(workspace: Workspace, version: Agreement) -> int | None:
    later = [
        v.valid_from
        for v in workspace.agreements.get(version.reference, ())
        if v.valid_from > version.valid_from
    ]
    ends = [day for day in (version.valid_to, min(later) - 1 if later else None) if day is not None]
    return min(ends) if ends else None


def _references_below(workspace: Workspace, version: Agreement) -> Iterator[str]:
    seen: set[str] = set()
    waiting = list(version.builds_on)
    while waiting:
        reference = waiting.pop()
        if reference in seen:
            continue
        seen.add(reference)
        yield reference
        for layer in workspace.agreements.get(reference, ()):
            waiting.extend(layer.builds_on)


def layers_in_force(
    workspace: Workspace, lowest: Agreement, on: int
) -> tuple[tuple[Agreement, ...] | None, Findings]:
    """The versions under one that are in force on a day, the highest first and itself last; None with a finding."""
    order: dict[str, Agreement] = {}
    findings: list[Diagnostic] = []
    unreadable: list[str] = []

    def visit(layer: Agreement, trail: tuple[str, ...]) -> None:
        for reference in layer.builds_on:
            place = layer.spans.get("bouwt_op", layer.span)
            if reference in (*trail, layer.reference):
                findings.append(
                    finding("lagen-kring", place, f"'{reference}' staat via deze lagen op zichzelf.")
                )
            elif reference in workspace.unreadable and reference not in workspace.agreements:
                unreadable.append(reference)  # the file itself has the finding
            elif reference not in workspace.agreements:
                remedy = did_you_mean(reference, workspace.agreements, otherwise="")
                findings.append(
                    finding("onbekende-laag", place, f"De laag '{reference}' bestaat niet.", remedy=remedy)
                )
            elif (found := version_in_force(workspace.agreements[reference], on)) is None:
                findings.append(nothing_in_force(workspace, reference, on, place))
            else:
                visit(found, (*trail, layer.reference))
        order.setdefault(layer.reference, layer)

    visit(lowest, ())
    return (None if findings or unreadable else tuple(order.values())), tuple(findings)


class _Merge:
    """The findings and parts gathered while the layers of one stack are laid over each other."""

    def __init__(self, layers: tuple[Agreement, ...], workspace: Workspace) -> None:
        self.layers = layers
        self.workspace = workspace
        self.findings: list[Diagnostic] = []

    def stack(self) -> Stack:
        lowest = self.layers[-1]
        self._check_names()
        self._check_judges()
        self._check_laws()
        ends = [last for layer in self.layers if (last := _last_day(self.workspace, layer)) is not None]
        return Stack(
            layers=self.layers,
            points=self._points(),
            amounts={name: table for layer in self.layers for name, table in layer.amounts.items()},
            facts={name: fact for layer in self.layers for name, fact in layer.facts.items()},
            concepts=self._concepts(),
            persons={name: when for layer in self.layers for name, when in layer.persons.items()},
            states=tuple(dict.fromkeys(state for layer in self.layers for state in layer.states)),
            decisions={name: decision for layer in self.layers for name, decision in layer.decisions.items()},
            requirements=tuple(requirement for layer in self.layers for requirement in layer.requirements),
            transitional=tuple(rule for layer in self.layers for rule in layer.transitional),
            judges=self.workspace.judges,
            valid_from=max(layer.valid_from for layer in self.layers),
            valid_to=min(ends) if ends else lowest.valid_to,
            comparisons=tuple(comparison for layer in self.layers for comparison in layer.comparisons),
            retention={s: kept for layer in self.layers for kept in layer.retention for s in kept.states},
        )

    def _check_names(self) -> None:
        places: dict[str, Span] = {}
        bases: dict[str, str] = {}
        for layer in self.layers:
            for name, span, basis in _declared_names(layer):
                if name in layer.concepts and any(
                    name in higher.concepts for higher in self.layers[: self.layers.index(layer)]
                ):
                    continue  # reported as a redefinition
                if name in places:
                    note = Note(f"hier staat de naam al{bases[name]}", places[name])
                    self.findings.append(
                        finding("naam-dubbel", span, f"De naam '{name}' is al in gebruik.", notes=(note,))
                    )
                places.setdefault(name, span)
                bases.setdefault(name, basis)
        for layer in self.layers:
            for choice, span in _choice_values(layer):
                if choice in places and places[choice] != span:
                    note = Note("hier staat de naam", places[choice])
                    message = f"De waarde '{choice}' is ook de naam van iets anders."
                    self.findings.append(finding("naam-dubbel", span, message, notes=(note,)))
        decisions: dict[str, Span] = {}
        for layer in self.layers:
            for name, decision in layer.decisions.items():
                if name in decisions:
                    note = Note("hier staat het besluit al", decisions[name])
                    message = f"Het besluit '{name}' bestaat al."
                    self.findings.append(finding("naam-dubbel", decision.span, message, notes=(note,)))
                decisions.setdefault(name, decision.span)

    def _check_judges(self) -> None:
        judges = self.workspace.judges
        for layer in self.layers:
            for fact in layer.facts.values():
                if fact.judged_by is not None and fact.judged_by not in judges:
                    remedy = did_you_mean(fact.judged_by, judges, otherwise="")
                    message = f"'{fact.judged_by}' oordeelt over '{fact.name}' en staat niet in de lijst."
                    self.findings.append(finding("onbekende-oordelaar", fact.span, message, remedy=remedy))

    def _check_laws(self) -> None:
        """A law that looks like one of the national frame and is not one is misspelt; others are the author's own."""
        frame = {law for layer in self.layers if layer.layer in _FRAME for law, _ in _laws(layer)}
        for layer in self.layers:
            for law, span in _laws(layer) if layer.layer not in _FRAME else ():
                if law not in frame and (meant := nearest(law, frame, cutoff=0.8)):
                    message = f"De grondslag noemt '{law}', en geen van de hogere lagen kent die wet."
                    remedy = f"Bedoelde u '{meant}'?"
                    self.findings.append(finding("grondslag-vorm", span, message, remedy=remedy))

    def _points(self) -> dict[str, AgreedPoint]:
        declared: dict[str, tuple[str, Point]] = {}
        agreed: dict[str, AgreedPoint] = {}
        for layer in self.layers:
            for name, point in layer.points.items():
                if point.type is not None:
                    self.findings += _outside_own(point, point.type)
                    declared.setdefault(name, (layer.reference, point))
                    agreed.setdefault(name, AgreedPoint(declared=point, filled=None, value=point.value))
                elif name not in declared:
                    remedy = did_you_mean(name, declared, otherwise="")
                    message = f"Geen hogere laag vraagt om het punt '{name}'."
                    self.findings.append(finding("punt-onbekend", point.span, message, remedy=remedy))
                elif agreed[name].value is not None or agreed[name].declared.open_reason is not None:
                    note = Note("hier is het punt ingevuld", agreed[name].stated.span)
                    message = f"Het punt '{name}' is in een hogere laag al ingevuld."
                    self.findings.append(finding("herdefinitie", point.span, message, notes=(note,)))
                else:
                    agreed[name] = AgreedPoint(
                        declared=declared[name][1],
                        filled=point,
                        value=self._value(point, declared[name][1]),
                    )
        self._report_unfilled(declared, agreed)
        return {name: self._with_previous(point) for name, point in agreed.items()}

    def _value(self, filled: Point, declared: Point) -> Value | None:
        value, findings = filled_value(filled, declared)
        self.findings += findings
        return value

    def _with_previous(self, point: AgreedPoint) -> AgreedPoint:
        if point.filled is None or point.filled.raw is None:
            return point
        owner = next(
            (layer for layer in self.layers if layer.points.get(point.filled.name) is point.filled), None
        )
        if owner is None:
            return point
        version = previous_version(self.workspace.agreements.get(owner.reference, ()), owner)
        before = version.points.get(point.filled.name) if version else None
        if version is None or before is None or before.raw is None:
            return point
        value = _value_then(before.raw, point.declared.type)
        return point if value is None else replace(point, previous=value, previous_since=version.valid_from)

    def _report_unfilled(
        self, declared: Mapping[str, tuple[str, Point]], agreed: Mapping[str, AgreedPoint]
    ) -> None:
        lowest = self.layers[-1]
        if lowest.layer in _FRAME:
            return
        for name, (owner, point) in declared.items():
            if agreed[name].filled is None and point.value is None and point.open_reason is None:
                note = Note(f"{owner} vraagt: {point.description}{_basis(point.provenance)}", point.span)
                place = lowest.spans.get("afspraken:", lowest.span)
                message = f"Het punt '{name}' is niet ingevuld."
                remedy = f"schrijf bij afspraken {name}: met een waarde en een bron, of met open: en de reden"
                self.findings.append(
                    finding("punt-niet-ingevuld", place, message, remedy=remedy, notes=(note,))
                )

    def _concepts(self) -> dict[str, MergedConcept]:
        merged: dict[str, MergedConcept] = {}
        for layer in self.layers:
            for name, concept in layer.concepts.items():
                rules = tuple(OwnedRule(layer.reference, rule) for rule in concept.rules)
                if name not in merged:
                    if concept.type is None:
                        remedy = did_you_mean(name, merged, otherwise="geef het begrip een soort")
                        message = f"Het begrip '{name}' bestaat nog niet."
                        self.findings.append(finding("onbekende-naam", concept.span, message, remedy=remedy))
                        continue
                    merged[name] = MergedConcept(concept, layer.reference, rules)
                else:
                    self._check_addition(merged[name], concept, rules)
                    if layer.layer is not Layer.NATIONAL:
                        self._check_closed(merged[name], rules)
                    merged[name] = replace(merged[name], rules=(*merged[name].rules, *rules))
        return merged

    def _check_addition(self, higher: MergedConcept, concept: Concept, rules: tuple[OwnedRule, ...]) -> None:
        note = Note("hier staat het begrip", higher.declared.span)
        if concept.type or concept.applies_when or concept.calculation or concept.otherwise:
            message = (
                f"Het begrip '{concept.name}' is van een hogere laag{basis_of(higher)}; "
                "deze laag kan alleen regels toevoegen."
            )
            self.findings.append(finding("herdefinitie", concept.span, message, notes=(note,)))
        elif higher.declared.calculation is not None:
            message = (
                f"Het begrip '{concept.name}' is een berekening van een hogere laag{basis_of(higher)}; "
                "daar passen geen regels bij."
            )
            self.findings.append(finding("herdefinitie", concept.span, message, notes=(note,)))
        known = {owned.rule.name: owned for owned in higher.rules}
        for owned in rules:
            if owned.rule.name in known:
                message = f"De regel '{owned.rule.name}' bestaat al."
                self.findings.append(finding("regelnaam-dubbel", owned.rule.span, message, notes=(note,)))
            self._check_deviation(owned, known)

    def _check_closed(self, higher: MergedConcept, rules: tuple[OwnedRule, ...]) -> None:
        """Where the law leaves nothing to a lower layer, a rule for what the law is silent on is a deviation too."""
        national = {layer.reference for layer in self.layers if layer.layer is Layer.NATIONAL}
        frame = [owned.rule for owned in higher.rules if owned.owner in national]
        if not frame or any(rule.may_deviate_locally for rule in frame):
            return
        named = {rule.name for rule in frame}
        note = Note("hier staat het begrip", higher.declared.span)
        for owned in rules:
            if owned.rule.name not in named and not named & {*owned.rule.exception_to, *owned.rule.precedes}:
                message = (
                    f"De regel '{owned.rule.name}' vult '{higher.declared.name}'{basis_of(higher)} aan; "
                    "de regels daarvan laten deze laag geen ruimte."
                )
                remedy = "haal de regel weg of leg hem voor aan de eigenaar van de hogere laag"
                self.findings.append(
                    finding(
                        "afwijken-niet-toegestaan", owned.rule.span, message, remedy=remedy, notes=(note,)
                    )
                )

    def _check_deviation(self, owned: OwnedRule, higher: Mapping[str, OwnedRule]) -> None:
        rule = owned.rule
        for names, span in ((rule.exception_to, rule.exception_span), (rule.precedes, rule.precedes_span)):
            for name in names:
                if name == "alle":
                    message = f"De regel '{rule.name}' gaat voor alle regels, ook die van een hogere laag."
                    self.findings.append(finding("gaat-voor-alle", span, message))
                elif name in higher and not higher[name].rule.may_deviate_locally:
                    basis = ", ".join(higher[name].rule.provenance.legal_basis) or "hogere laag"
                    note = Note(f"de regel van de hogere laag ({basis})", higher[name].rule.span)
                    message = f"Van de regel '{name}' ({basis}) kan deze laag niet afwijken."
                    self.findings.append(finding("afwijken-niet-toegestaan", span, message, notes=(note,)))


def _basis(provenance: Provenance) -> str:
    """Where something rests on, in brackets behind its name; nothing where no article or document is known."""
    return f" ({', '.join(provenance.cited)})" if provenance.cited else ""


def basis_of(concept: MergedConcept) -> str:
    """The articles of a concept, else those of its rules, in brackets behind its name."""
    declared = concept.declared.provenance.legal_basis
    articles = declared or [
        article for owned in concept.rules for article in owned.rule.provenance.legal_basis
    ]
    return _basis(Provenance(tuple(dict.fromkeys(articles))))


def _laws(layer: Agreement) -> Iterator[tuple[str, Span]]:
    concepts = layer.concepts.values()
    sourced: tuple[
        Point
        | AmountTable
        | Fact
        | Concept
        | Rule
        | Requirement
        | Comparison
        | Transitional
        | DecisionType
        | Retention,
        ...,
    ] = (
        *layer.points.values(),
        *layer.amounts.values(),
        *layer.facts.values(),
        *concepts,
        *(rule for concept in concepts for rule in concept.rules),
        *layer.decisions.values(),
        *layer.requirements,
        *layer.comparisons,
        *layer.transitional,
        *layer.retention,
    )
    for part in sourced:
        for citation in part.provenance.legal_basis:
            if law := law_of(citation):
                yield law, part.span


def filled_value(filled: Point, declared: Point) -> tuple[Value | None, Findings]:
    """The value that a point is filled with, held against its declaration; None where it is open or unreadable."""
    if filled.raw is None or declared.type is None:
        return None, ()
    try:
        value = parse_value(filled.raw, declared.type)
    except UnreadableValueError as error:
        return None, (_unreadable(filled.name, filled, declared, error),)
    problem = not_allowed(value, declared.type)
    if problem is None:
        return value, ()
    basis = ", ".join(declared.provenance.legal_basis) or declared.provenance.source or "de hogere laag"
    note = Note("hier staat de grens", declared.span)
    message = f"'{filled.name}' is {as_dutch(value, declared.type.kind)}; {problem} ({basis})."
    return value, (finding("buiten-grens", filled.value_span, message, notes=(note,)),)


def _outside_own(point: Point, type_: ValueType) -> Findings:
    """A layer that sets bounds to a point of its own keeps to them."""
    problem = None if point.value is None else not_allowed(point.value, type_)
    if problem is None or point.value is None:
        return ()
    message = f"'{point.name}' is {as_dutch(point.value, type_.kind)}; {problem} volgens dit bestand zelf."
    return (finding("buiten-grens", point.value_span, message),)


def _unreadable(name: str, filled: Point, declared: Point, error: UnreadableValueError) -> Diagnostic:
    note = Note(f"hier staat het punt{_basis(declared.provenance)}", declared.span)
    if filled.raw is not None and filled.raw.strip() == Absent.NOT_APPLICABLE.value:
        message = f"Het punt '{name}' moet er zijn: niet van toepassing is hier geen mogelijkheid."
        return finding("punt-moet-er-zijn", filled.value_span, message, notes=(note,))
    message = f"Het punt '{name}' is niet te lezen: {error}."
    remedy = f"schrijf {type_in_words(declared.type)}" if declared.type else ""
    return finding("ongeldige-waarde", filled.value_span, message, remedy=remedy, notes=(note,))


def _value_then(raw: str, type_: ValueType | None) -> Value | None:
    try:
        return parse_value(raw, type_) if type_ else None
    except UnreadableValueError:
        return None  # reported when that version itself is checked


def not_allowed(value: Value, type_: ValueType) -> str | None:
    """In what way a value is not one that may be agreed, in Dutch."""
    if (low := minimum_passed(value, type_)) is not None:
        return f"ten minste {as_dutch(low, type_.kind)} is toegestaan"
    if (high := maximum_passed(value, type_)) is not None:
        return f"ten hoogste {as_dutch(high, type_.kind)} is toegestaan"
    return None


def _declared_names(layer: Agreement) -> Iterator[tuple[str, Span, str]]:
    things: tuple[Point | AmountTable | Fact | Concept, ...] = (
        *layer.points.values(),
        *layer.amounts.values(),
        *layer.facts.values(),
        *layer.concepts.values(),
    )
    for thing in things:
        if thing.type is not None:
            yield thing.name, thing.span, _basis(thing.provenance)


def _choice_values(layer: Agreement) -> Iterator[tuple[str, Span]]:
    holders: tuple[Point | Fact | Concept, ...] = (
        *layer.points.values(),
        *layer.facts.values(),
        *layer.concepts.values(),
    )
    for holder in holders:
        if holder.type is not None:
            for choice in holder.type.choices:
                yield choice, holder.span
