"""Check what a besluit says: its outcomes, who decides, its legal character, its moves of stand."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator

from soco_rules.catalogue import finding
from soco_rules.compiler.layers import Findings
from soco_rules.compiler.layers import Stack
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.model.agreement import DecisionType
from soco_rules.model.decision import APPEALABLE
from soco_rules.model.program import Clauses
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import reads
from soco_rules.model.values import Kind
from soco_rules.model.values import Role

PRIVATE_LAW = "privaatrechtelijk"
COOPERATIVE = "cooperatie"
LEGAL_CHARACTERS = (APPEALABLE, "mededeling", PRIVATE_LAW)
_AUTHORITY = "Participatiewet artikel 7 lid 4"
AUTHORITIES = ("college", "raad", "burgemeester")
"""The bestuursorganen that can decide; the cooperative decides exactly where the decision is of private law."""


def settled(stack: Stack) -> tuple[DecisionType, ...]:
    """The besluiten that are taken every month for all members together, in the order of the rule files."""
    return tuple(decision for decision in stack.decisions.values() if decision.settled_monthly)


def check_decisions(stack: Stack, program_of: Callable[[DecisionType], Program]) -> Findings:
    """Findings about the besluiten of a stack; `program_of` gives what a besluit reaches."""
    return tuple(
        found for decision in stack.decisions.values() for found in _of_decision(stack, decision, program_of)
    )


def _of_decision(
    stack: Stack, decision: DecisionType, program_of: Callable[[DecisionType], Program]
) -> Iterator[Diagnostic]:
    for name, key in ((decision.outcome, "uitkomst"), *((name, "ook") for name in decision.also)):
        if name not in stack.concepts:
            remedy = did_you_mean(name, stack.concepts, otherwise="")
            message = f"Het besluit '{decision.name}' noemt '{name}', en dat begrip bestaat niet."
            yield finding("onbekende-naam", _place(decision, key), message, remedy=remedy)
    yield from _decider(decision)
    yield from _outcomes(stack, decision)
    yield from _rules_of_law(stack, decision)
    yield from _states(stack, decision)
    yield from _in_a_dossier(stack, decision)
    program = program_of(decision)
    yield from _inputs(stack, decision, program)
    yield from _ledger(decision, program)
    if APPEALABLE in _characters(decision):
        yield from _private_outcomes(stack, decision, program)
        yield from _legal_basis(stack, decision)


def _characters(decision: DecisionType) -> frozenset[str]:
    """The legal characters that a besluit can have."""
    characters = (*decision.legal_character.cases.values(), decision.legal_character.otherwise)
    return frozenset(character for character in characters if character)


def _private_outcomes(stack: Stack, decision: DecisionType, program: Program) -> Iterator[Diagnostic]:
    """What the cooperative decides under private law carries no beschikking, and what carries one it cannot decide."""
    private = {other.outcome: other for other in stack.decisions.values() if _is_private(other)}
    for step in program.definitions:
        other = private.get(step.name)
        if other is None or step.role is Role.PARTNER:
            continue
        if _level(stack, other) <= _level(stack, decision):
            message = (
                f"De beschikking '{decision.name}' rust op '{step.name}'; "
                f"daarover beslist de coöperatie in het privaatrecht ({_articles(step)})."
            )
            note = Note(f"het besluit '{other.name}' van de coöperatie", other.span)
            yield finding("uitkomst-van-cooperatie", _place(decision, "uitkomst"), message, notes=(note,))
        elif step.name in (decision.outcome, *decision.also):
            message = f"Over '{step.name}' beslist '{decision.decider}', niet de coöperatie ({_AUTHORITY})."
            note = Note(f"het besluit '{decision.name}'", decision.span)
            yield finding("beslisser", _place(other, "beslisser"), message, notes=(note,))


def _articles(step: Definition) -> str:
    decided = "Algemene wet bestuursrecht artikel 1:3 lid 1"
    paid = "Algemene wet bestuursrecht artikel 4:93 lid 1, Participatiewet artikel 58"
    return f"{decided}, {paid}" if step.type.kind is Kind.MONEY else decided


def _is_private(decision: DecisionType) -> bool:
    return decision.decider == COOPERATIVE and _characters(decision) == {PRIVATE_LAW}


def _level(stack: Stack, decision: DecisionType) -> int:
    """The place of the layer that has a besluit, counted from the highest."""
    return max(place for place, layer in enumerate(stack.layers) if decision.name in layer.decisions)


def _legal_basis(stack: Stack, decision: DecisionType) -> Iterator[Diagnostic]:
    concept = stack.concepts.get(decision.outcome)
    if concept is None or decision.provenance.legal_basis or concept.declared.provenance.legal_basis:
        return
    if not any(owned.rule.provenance.legal_basis for owned in concept.rules):
        message = (
            f"Het besluit '{decision.name}' is een beschikking, en bij '{decision.outcome}' staat geen grondslag "
            "(Algemene wet bestuursrecht artikel 3:47 lid 2)."
        )
        yield finding("beschikking-zonder-grondslag", _place(decision, "uitkomst"), message)


def _decider(decision: DecisionType) -> Iterator[Diagnostic]:
    characters = _characters(decision)
    for character in sorted(characters - {*LEGAL_CHARACTERS}):
        remedy = did_you_mean(
            character, LEGAL_CHARACTERS, otherwise=f"Kies uit {', '.join(LEGAL_CHARACTERS)}."
        )
        message = f"'{character}' is geen rechtskarakter."
        yield finding("ongeldige-waarde", _place(decision, "rechtskarakter"), message, remedy=remedy)
    private = characters == {PRIVATE_LAW}
    place = _place(decision, "beslisser")
    if PRIVATE_LAW in characters and not private:
        message = f"Het besluit '{decision.name}' is deels privaatrechtelijk en deels publiekrechtelijk."
        yield finding("beslisser", _place(decision, "rechtskarakter"), message)
    elif decision.decider not in (*AUTHORITIES, COOPERATIVE):
        message = f"'{decision.decider}' is geen bestuursorgaan ({_AUTHORITY})."
        yield finding("beslisser", place, message)
    elif private is not (decision.decider == COOPERATIVE):
        message = f"Over '{decision.name}' kan '{decision.decider}' niet beslissen ({_AUTHORITY})."
        yield finding("beslisser", place, message)


def _outcomes(stack: Stack, decision: DecisionType) -> Iterator[Diagnostic]:
    concept = stack.concepts.get(decision.outcome)
    type_ = concept.declared.type if concept else None
    if type_ is None:
        return
    choices = type_.choices if type_.kind is Kind.CHOICE else ()
    silent = [
        choice for choice in choices or (decision.outcome,) if decision.legal_character.of(choice) is None
    ]
    if silent:
        message = f"Het besluit '{decision.name}' noemt geen rechtskarakter voor {', '.join(silent)}."
        yield finding("rechtskarakter-ontbreekt", _place(decision, "rechtskarakter"), message)
    named: tuple[tuple[str, Iterable[str]], ...] = (
        ("rechtskarakter", decision.legal_character.cases),
        ("oordeel_bij", decision.asks_person),
        ("zienswijze.nadelig", sorted((decision.hearing and decision.hearing.adverse) or ())),
        ("vier_ogen", sorted(decision.four_eyes or ())),
        ("naar", decision.state_to.cases),
    )
    for key, outcomes in named:
        for outcome in outcomes:
            if outcome not in choices:
                remedy = did_you_mean(outcome, choices, otherwise="")
                message = f"'{outcome}' is geen uitkomst van '{decision.outcome}'."
                yield finding("uitkomst-onbekend", _place(decision, key), message, remedy=remedy)


def _rules_of_law(stack: Stack, decision: DecisionType) -> Iterator[Diagnostic]:
    concept = stack.concepts.get(decision.outcome)
    known = [owned.rule.name for owned in concept.rules] if concept else []
    for name in decision.never_deviated_from:
        if name not in known:
            remedy = did_you_mean(name, known, otherwise="noem een regel van de uitkomst")
            message = f"'{name}' is geen regel van '{decision.outcome}'."
            yield finding("onbekende-naam", _place(decision, "individueel_afwijken"), message, remedy=remedy)


def _states(stack: Stack, decision: DecisionType) -> Iterator[Diagnostic]:
    targets = [*decision.state_to.cases.values(), decision.state_to.otherwise]
    for state in (*decision.states_from, *(target for target in targets if target)):
        if state not in stack.states:
            remedy = did_you_mean(state, stack.states, otherwise="")
            message = f"De stand '{state}' bestaat niet."
            yield finding("onbekende-stand", _place(decision, "stand"), message, remedy=remedy)


def _in_a_dossier(stack: Stack, decision: DecisionType) -> Iterator[Diagnostic]:
    """What a besluit says about its life in a dossier: dates to watch, the monthly settlement, what it corrects."""
    given = (decision.outcome, *decision.also)
    for name, dealing in decision.watched.items():
        place = decision.spans.get(f"bewaken.{name}:", decision.span)
        if name not in given:
            remedy = did_you_mean(name, given, otherwise="")
            message = f"Het besluit '{decision.name}' bewaakt '{name}' en geeft dat niet."
            yield finding("bewaken", place, message, remedy=remedy)
        elif name in stack.concepts and _kind(stack, name) is not Kind.DATE:
            yield finding("bewaken", place, f"'{name}' is geen datum.")
        for other in dealing:
            if other not in stack.decisions:
                remedy = did_you_mean(other, stack.decisions, otherwise="")
                message = f"Het besluit '{other}' bestaat niet."
                yield finding("bewaken", _place(decision, f"bewaken.{name}"), message, remedy=remedy)
    if decision.settled_monthly and not decision.monthly:
        message = f"Het besluit '{decision.name}' hoort in de maandafrekening en gaat niet over een maand."
        yield finding("tijdvak-ontbreekt", _place(decision, "in_maandafrekening"), message)
    if decision.corrects is not None:
        yield from _correction(stack, decision, decision.corrects)


def _correction(stack: Stack, decision: DecisionType, corrected: str) -> Iterator[Diagnostic]:
    place = _place(decision, "corrigeert")
    other = stack.decisions.get(corrected)
    if other is None:
        remedy = did_you_mean(corrected, stack.decisions, otherwise="")
        yield finding("corrigeert", place, f"Het besluit '{corrected}' bestaat niet.", remedy=remedy)
    elif corrected == decision.name:
        yield finding("corrigeert", place, f"Het besluit '{decision.name}' corrigeert zichzelf.")
    elif decision.monthly is not other.monthly:
        message = f"Van '{decision.name}' en '{corrected}' gaat er maar één over een maand."
        yield finding("corrigeert", place, message)
    elif other.outcome not in (decision.outcome, *decision.also):
        message = (
            f"Het besluit '{decision.name}' corrigeert '{corrected}' en geeft geen nieuwe '{other.outcome}'."
        )
        yield finding("corrigeert", place, message)


def _ledger(decision: DecisionType, program: Program) -> Iterator[Diagnostic]:
    """An account is of amounts that the besluit knows, every month, and all of one person or all of the household."""
    ledger = decision.ledger
    if ledger is None:
        return
    place = _place(decision, "grootboek")
    if not decision.monthly:
        yield finding("grootboek", place, f"Het besluit '{decision.name}' gaat niet over een maand.")
    known = {step.name: step for step in program.steps}
    for name in ledger.names:
        step = known.get(name)
        if step is None:
            remedy = did_you_mean(name, known, otherwise="")
            message = f"Het besluit '{decision.name}' rekent niet met '{name}'."
            yield finding("grootboek", place, message, remedy=remedy)
        elif step.type.kind is not Kind.MONEY:
            yield finding("grootboek", place, f"'{name}' is geen bedrag.")
        elif ledger.closing in known and step.type.per_person is not known[ledger.closing].type.per_person:
            message = f"Van '{name}' en '{ledger.closing}' is er maar één per persoon."
            yield finding("grootboek", place, message)
    for name in dict.fromkeys(ledger.names):
        if ledger.names.count(name) > 1:
            yield finding("grootboek", place, f"'{name}' staat meer dan eens in het grootboek.")


def _kind(stack: Stack, name: str) -> Kind | None:
    declared = stack.concepts[name].declared.type
    return declared.kind if declared else None


def _inputs(stack: Stack, decision: DecisionType, program: Program) -> Iterator[Diagnostic]:
    private = decision.decider == COOPERATIVE
    for field in program.fields:
        if stack.judges.get(field.judged_by or "") == COOPERATIVE and not private:
            message = (
                f"Het besluit '{decision.name}' rust op '{field.name}', "
                f"een oordeel van de coöperatie ({_AUTHORITY})."
            )
            place = _place(decision, "uitkomst")
            yield finding("oordeel-van-ander", _own_place(stack, program, field) or place, message)
        if (
            field.origin is Origin.PERIOD
            and field.name in {"begin_tijdvak", "einde_tijdvak"}
            and not decision.monthly
        ):
            message = f"Het besluit '{decision.name}' gebruikt '{field.name}' en gaat niet over een maand."
            yield finding("tijdvak-ontbreekt", _place(decision, "uitkomst"), message)


def _own_place(stack: Stack, program: Program, read: Field) -> Span | None:
    """Where the file that is checked reads a fact for a besluit of a layer above it."""
    own = stack.lowest.path
    if program.decision.name in stack.lowest.decisions:
        return None
    for step in program.definitions:
        clauses = step.body.clauses if isinstance(step.body, Clauses) else ()
        for clause in clauses:
            if clause.span.file == own and read.slot in (*reads(clause.condition), *reads(clause.outcome)):
                return clause.span
    return None


def _place(decision: DecisionType, key: str) -> Span:
    return decision.spans.get(key, decision.span)
