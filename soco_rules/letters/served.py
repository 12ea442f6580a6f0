"""What a template is for: the besluiten that use it in some agreement, and the names and outcomes each can have."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from soco_rules.compiler.layers import days_to_check
from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.program import program_of
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import has_errors
from soco_rules.letters.stated import Case
from soco_rules.letters.template import Place
from soco_rules.letters.template import find
from soco_rules.model.agreement import Agreement
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.program import Clauses
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Node
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import ValueType
from soco_rules.model.values import encode
from soco_rules.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Nameable:
    """One name of a besluit: whether each person has one, and the texts that it can be compared with (None: any)."""

    per_person: bool
    texts: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Subject:
    """One besluit of one agreement, as far as its letter is concerned; `rules` are those of all that it decides."""

    agreement: str
    decision: str
    outcome: Nameable
    also: tuple[tuple[str, Nameable], ...]
    facts: tuple[tuple[str, Nameable], ...]
    terms: tuple[tuple[str, Nameable], ...]
    rules: frozenset[str]
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A template file as one municipality uses it, and what it is for; `municipality` is None where it has no own."""

    path: Path
    municipality: str | None
    subjects: tuple[Subject, ...]
    for_outcomes: bool


def uses(workspace: Workspace, templates: Sequence[Path]) -> tuple[Use, ...]:
    """Every template that a besluit uses, once for each municipality that replaces something of it."""
    found: dict[tuple[Path, str | None, bool], dict[tuple[object, ...], Subject]] = {}
    for municipality, letter, subject in _subjects(workspace):
        own = municipality if any((folder / municipality).is_dir() for folder in templates) else None
        for name in (letter, *(f"{letter}.{status}" for status in DecisionStatus)):
            if path := find(name, templates, own):
                alike = (subject.decision, subject.also, subject.facts, subject.terms, subject.cases)
                found.setdefault((path, own, name == letter), {}).setdefault(alike, subject)
    return tuple(
        Use(path, own, tuple(alike.values()), for_outcomes)
        for (path, own, for_outcomes), alike in found.items()
    )


@lru_cache(maxsize=2)  # a template is changed more often than the rules
def _subjects(workspace: Workspace) -> tuple[tuple[str, str, Subject], ...]:
    return tuple(_each_subject(workspace))


def _each_subject(workspace: Workspace) -> Iterator[tuple[str, str, Subject]]:
    for reference, versions in workspace.agreements.items():
        for version in versions:
            for day in days_to_check(workspace, version):
                compiled, findings = compile_stack(workspace, version, day)
                if compiled is None or has_errors(findings):
                    continue  # the review of the agreement reports it
                described = _described(compiled.stack.layers)
                for decision in compiled.stack.decisions.values():
                    if decision.letter:
                        program = program_of(compiled, decision)
                        yield (
                            reference.split("/")[0],
                            decision.letter,
                            _subject(reference, program, described),
                        )


def _described(layers: Sequence[Agreement]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (concept.name, rule.name)
        for layer in layers
        for concept in layer.concepts.values()
        for rule in concept.rules
        if rule.description
    )


def _subject(reference: str, program: Program, described: frozenset[tuple[str, str]]) -> Subject:
    definitions = {step.slot: step for step in program.definitions}
    outcomes = tuple(definitions[slot] for slot in program.outcome if slot in definitions)
    beside = tuple(definitions[slot] for slot in program.also if slot in definitions)
    supplied = {Origin.FACT, Origin.JUDGEMENT}
    return Subject(
        reference,
        program.decision.name,
        _nameable(outcomes[0]) if outcomes else Nameable(per_person=False, texts=None),
        _by_name(beside),
        _by_name(tuple(field for field in program.fields if field.origin in supplied)),
        _by_name(tuple(field for field in program.fields if field.origin in {Origin.POINT, Origin.AMOUNT})),
        frozenset(rule for step in (*outcomes, *beside) for rule in _rules(step)),
        tuple(case for step in outcomes for case in _cases(step, described)),
    )


def _by_name(steps: Sequence[Field | Definition]) -> tuple[tuple[str, Nameable], ...]:
    return tuple({step.name: _nameable(step) for step in steps}.items())


def _nameable(step: Field | Definition) -> Nameable:
    return Nameable(step.role is not None, _texts(step.type))


def _texts(type_: ValueType) -> tuple[str, ...] | None:
    match type_.kind:
        case Kind.CHOICE:
            return type_.choices
        case Kind.YES_NO:
            return ("ja", "nee")
        case _:
            return None


def _rules(step: Definition) -> tuple[str, ...]:
    return tuple(clause.name for clause in step.body.clauses) if isinstance(step.body, Clauses) else ()


def _cases(step: Definition, described: frozenset[tuple[str, str]]) -> Iterator[Case]:
    if not isinstance(step.body, Clauses):
        yield Case(None, None, step.role, described=bool(step.description))
        return
    given: dict[str | None, str | None] = {
        clause.name: _outcome(clause.outcome, step.type.kind) for clause in step.body.clauses
    }
    if step.body.otherwise not in {None, Const(Absent.NOT_APPLICABLE)}:
        given[None] = _outcome(step.body.otherwise, step.type.kind)
    for rule, outcome in given.items():
        yield Case(
            rule,
            outcome,
            step.role,
            described=(step.name, rule) in described if rule else bool(step.description),
            alone=list(given.values()).count(outcome) == 1 and outcome is not None,
            others=_excluded(given, outcome),
        )


def _excluded(given: Mapping[str | None, str | None], outcome: str | None) -> frozenset[str]:
    """The rules that give another outcome, so that they cannot win together with one that gives this."""
    return frozenset(
        rule for rule, other in given.items() if rule and None not in {other, outcome} and other != outcome
    )


def _outcome(node: Node, kind: Kind) -> str | None:
    return encode(node.value, kind) if isinstance(node, Const) else None


def fault_in(place: Place, subject: Subject) -> tuple[str, str] | None:
    """What this besluit can never have of a name in a template, with the nearest that it can; None when it can."""
    first, *rest = place.parts
    match first, rest:
        case "uitkomst", [*fields]:
            return _fault(place, f"het besluit {subject.decision}", subject.outcome, fields)
        case "uitkomsten" | "feiten" | "afspraken", [name, *fields]:
            every = dict(
                {"uitkomsten": subject.also, "feiten": subject.facts, "afspraken": subject.terms}[first]
            )
            if name not in every:
                message = f"'{first}.{name}' komt in het besluit {subject.decision} niet voor"
                return message, did_you_mean(name, every, otherwise=_IN_THE_RULES[first])
            return _fault(place, f"'{first}.{name}'", every[name], fields)
        case "geldt", [*_, rule] if rule not in subject.rules:
            message = f"het besluit {subject.decision} heeft geen regel '{rule}' die iets beslist"
            return message, did_you_mean(rule, subject.rules, otherwise="noem een regel van dit besluit")
        case _:
            return None


_IN_THE_RULES = {
    "uitkomsten": "noem een naam die in het regelbestand bij ook staat",
    "feiten": "noem een gegeven of oordeel waar dit besluit op rust",
    "afspraken": "noem een afspraak of bedrag waar dit besluit op rust",
}


def _fault(place: Place, whose: str, known: Nameable, fields: Sequence[str]) -> tuple[str, str] | None:
    person = next((field for field in fields if field in set(Role)), None)
    if person and not known.per_person:
        return f"{whose} is er niet voor elke persoon apart", f"laat .{person} weg"
    if set(fields) <= set(Role):
        for text in place.compared:
            if known.texts is not None and text not in (*known.texts, NOT_APPLICABLE_TEXT):
                near = did_you_mean(text, known.texts, otherwise=f"kies uit: {', '.join(known.texts)}")
                return f"{whose} heeft nooit de waarde '{text}'", near
    return None
