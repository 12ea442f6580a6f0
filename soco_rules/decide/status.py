"""The status of a decision: the first in the order of the design that holds."""

from __future__ import annotations

from soco_rules.decide.calculation import Calculated
from soco_rules.decide.search import Searched
from soco_rules.diagnostics import Severity
from soco_rules.explain.missing import effective
from soco_rules.explain.reasons import Reasons
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.program import Origin
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent

IN_ORDER = tuple(DecisionStatus)


def status_of(calculated: Calculated, searched: Searched, why: Reasons) -> DecisionStatus:
    """The status over the persons to whom the decision applies."""
    of_persons = [_status_for(slot, calculated, searched) for slot in calculated.program.outcome]
    applying: list[DecisionStatus] = [
        status for status in of_persons if status is not DecisionStatus.NOT_APPLICABLE
    ]
    held = applying or [DecisionStatus.NOT_APPLICABLE]
    if searched.differences:
        held = held if applying or _both_say_not_applicable(calculated) else []
        held = [*held, DecisionStatus.CALCULATORS_DISAGREE]
    elif applying and any(broken.severity == Severity.ERROR for broken in why.broken):
        held = [*held, DecisionStatus.REQUIREMENT_BROKEN]
    return min(held, key=IN_ORDER.index)


def _both_say_not_applicable(calculated: Calculated) -> bool:
    """Whether a difference elsewhere leaves it certain that the decision does not apply."""
    outcome, ours, theirs = calculated.program.outcome, calculated.ours, calculated.theirs
    if theirs is None:
        return False
    return (*effective(ours, outcome), ours.gate) == (*effective(theirs, outcome), theirs.gate)


def _status_for(slot: Slot, calculated: Calculated, searched: Searched) -> DecisionStatus:
    """The status of the outcome for one person."""
    ours = calculated.ours
    if ours.gate is Absent.CONTRADICTORY or ours.values[slot] is Absent.CONTRADICTORY:
        return DecisionStatus.CONTRADICTORY
    match searched.values[slot]:
        case Absent.CONTRADICTORY:
            return DecisionStatus.CONTRADICTORY
        case Absent.NOT_APPLICABLE:
            return DecisionStatus.NOT_APPLICABLE
        case Absent.CONFLICT:
            return DecisionStatus.CONFLICT
        case Absent.UNKNOWN:
            needed = _needs_judgement(calculated.program.decision.outcome, searched)
            return DecisionStatus.JUDGEMENT_NEEDED if needed else DecisionStatus.FACTS_MISSING
        case Absent.NO_RULE:
            return DecisionStatus.NO_RULE
        case value:
            text = calculated.calculators.text_of(slot, value)
            asks = text in calculated.program.decision.asks_person
            return DecisionStatus.JUDGEMENT_NEEDED if asks else DecisionStatus.KNOWN


def _needs_judgement(outcome: str, searched: Searched) -> bool:
    return any(one.field.origin is Origin.JUDGEMENT and outcome in one.needed_for for one in searched.needed)
