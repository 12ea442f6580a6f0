"""The stand of a participant: which besluit fits it, and what an adopted one makes of it."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.catalogue import finding
from soco_rules.compiler.layers import Stack
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.moves import timeline
from soco_rules.facts import Dates
from soco_rules.facts import last_of_month
from soco_rules.model.agreement import ByOutcome
from soco_rules.model.agreement import DecisionType
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.dossier import Dossier
from soco_rules.model.values import spaced

NOTICE = "mededeling"
"""The legal character of what changes nothing."""


def misfit(stack: Stack, decision: DecisionType, dossier: Dossier, dates: Dates) -> Diagnostic | None:
    """Why a besluit cannot be taken on who is in this stand; None where it can.

    A besluit about a month fits when the stand was right on any day of that month: who left in March still gets the
    settlement of March.
    """
    if not decision.states_from:
        return None
    held = held_in(dossier, stack.states, dates) if decision.monthly else _now(dossier, stack.states)
    if held.intersection(decision.states_from):
        return None
    when = " in deze maand" if decision.monthly else ""
    had = " en ".join(f"'{spaced(state)}'" for state in stack.states if state in held)
    fitting = ", ".join(spaced(state) for state in decision.states_from)
    message = (
        f"Dossier {dossier.number} heeft{when} de stand {had}. "
        f"Het besluit '{decision.title}' is er alleen voor wie deze stand heeft: {fitting}."
    )
    remedy = _first(stack, decision, held)
    return finding("stand-past-niet", place_of(dossier.number), message, remedy=remedy)


def moved_to(decision: DecisionType, outcome: Outcome) -> str | None:
    """The stand after an outcome; None where it does not move. Of a household the applicant is the participant."""
    text = outcome.applicant if isinstance(outcome, PerPerson) else outcome
    return None if text is None else decision.state_to.of(text)


def held_in(dossier: Dossier, states: tuple[str, ...], dates: Dates) -> frozenset[str]:
    """The stands that a dossier had on some day of the month of the reference date."""
    first, last = dates.monthly().reference, last_of_month(dates.reference)
    moves = timeline(dossier, states)
    ends = (*(day for day, _ in moves[1:]), last)
    return frozenset(
        state for (begun, state), end in zip(moves, ends, strict=False) if begun <= last and end >= first
    )


def place_of(number: int) -> Span:
    """The place of a finding about a dossier."""
    return Span(f"dossier {number}")


def leads_to(choice: ByOutcome) -> Iterator[str]:
    """The stands to which some outcome leads."""
    yield from choice.cases.values()
    if choice.otherwise is not None:
        yield choice.otherwise


def _now(dossier: Dossier, states: tuple[str, ...]) -> frozenset[str]:
    return frozenset(state for _, state in timeline(dossier, states)[-1:])


def _first(stack: Stack, decision: DecisionType, held: frozenset[str]) -> str:
    """Which besluit leads from here to a stand that fits; empty where none does in one step."""
    steps = [
        other
        for other in stack.decisions.values()
        if set(leads_to(other.state_to)).intersection(decision.states_from)
        and (not other.states_from or held.intersection(other.states_from))
    ]
    named = " of ".join(f"'{other.title}' ({other.name})" for other in steps)
    return f"neem eerst het besluit {named}" if steps else ""
