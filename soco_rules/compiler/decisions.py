"""Check what a besluit says: its outcomes, who decides, its legal character, its moves of stand."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator

from soco_rules.catalogue import finding
from soco_rules.compiler.layers import Findings
from soco_rules.compiler.layers import Stack
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.model.agreement import DecisionType
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.values import Kind

PRIVATE_LAW = "privaatrechtelijk"
APPEALABLE = "beschikking"
COOPERATIVE = "cooperatie"
LEGAL_CHARACTERS = (APPEALABLE, "mededeling", PRIVATE_LAW)
AUTHORITIES = ("college", "raad", "burgemeester")
"""The bestuursorganen that can decide; the cooperative decides exactly where the decision is of private law."""


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
    yield from _states(stack, decision)
    yield from _inputs(stack, decision, program_of(decision))


def _decider(decision: DecisionType) -> Iterator[Diagnostic]:
    characters = {*decision.legal_character.cases.values(), decision.legal_character.otherwise} - {None}
    for character in sorted(str(character) for character in characters if character not in LEGAL_CHARACTERS):
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
        message = f"'{decision.decider}' is geen bestuursorgaan (Participatiewet artikel 7 lid 4)."
        yield finding("beslisser", place, message)
    elif private is not (decision.decider == COOPERATIVE):
        message = f"Over '{decision.name}' kan '{decision.decider}' niet beslissen (Participatiewet artikel 7 lid 4)."
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
        ("naar", decision.state_to.cases),
    )
    for key, outcomes in named:
        for outcome in outcomes:
            if outcome not in choices:
                remedy = did_you_mean(outcome, choices, otherwise="")
                message = f"'{outcome}' is geen uitkomst van '{decision.outcome}'."
                yield finding("uitkomst-onbekend", _place(decision, key), message, remedy=remedy)


def _states(stack: Stack, decision: DecisionType) -> Iterator[Diagnostic]:
    targets = [*decision.state_to.cases.values(), decision.state_to.otherwise]
    for state in (*decision.states_from, *(target for target in targets if target)):
        if state not in stack.states:
            remedy = did_you_mean(state, stack.states, otherwise="")
            message = f"De stand '{state}' bestaat niet."
            yield finding("onbekende-stand", _place(decision, "stand"), message, remedy=remedy)


def _inputs(stack: Stack, decision: DecisionType, program: Program) -> Iterator[Diagnostic]:
    private = decision.decider == COOPERATIVE
    for field in program.fields:
        if stack.judges.get(field.judged_by or "") == COOPERATIVE and not private:
            message = f"Het besluit '{decision.name}' rust op '{field.name}', een oordeel van de coöperatie."
            yield finding("oordeel-van-ander", _place(decision, "uitkomst"), message)
        if (
            field.origin is Origin.PERIOD
            and field.name in {"begin_tijdvak", "einde_tijdvak"}
            and not decision.monthly
        ):
            message = f"Het besluit '{decision.name}' gebruikt '{field.name}' en gaat niet over een maand."
            yield finding("tijdvak-ontbreekt", _place(decision, "uitkomst"), message)


def _place(decision: DecisionType, key: str) -> Span:
    return decision.spans.get(key, decision.span)
