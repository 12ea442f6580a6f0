"""Whether somebody may sign for the body that decides, told before he fills in anything (Awb 10:3)."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping

from soco_rules.adopt.decision import possible_outcomes
from soco_rules.adopt.mandate import find_mandate
from soco_rules.adopt.mandate import is_same_function
from soco_rules.model.decision import texts_of
from soco_rules.model.workspace import Workspace
from soco_rules.web.access.functions import UNKNOWN
from soco_rules.web.access.functions import Functions
from soco_rules.web.legal.proposal import Shown
from soco_rules.web.legal.signing import functions_of


def why_no_mandate(proposal: Shown, functions: Functions, today: int) -> str:
    """Why this person can not adopt what is proposed today; empty where he can, or may choose a function that can."""
    decision, held = proposal.decision, proposal.held
    if held is None or decision.decider is None:
        return ""
    if functions.names == ():
        return UNKNOWN
    desk = held.prepared.desk
    municipality = proposal.agreement.partition("/")[0]
    lines = desk.workspace.mandates.get(municipality, ())
    own = functions_of(lines, decision.decider) if functions.names is None else functions.names
    reasons: dict[str, None] = {}
    if not own:
        return f"het register heeft geen regel met orgaan '{decision.decider}'"
    for function in own:
        mandate, findings = find_mandate(
            desk.workspace,
            municipality,
            body=decision.decider,
            function=function,
            decision=decision.decision,
            outcomes=frozenset(texts_of(decision.outcome)),
            possible=possible_outcomes(desk.program),
            day=today,
        )
        if mandate is not None:
            return ""
        reasons |= dict.fromkeys(found.message for found in findings)
    return "; ".join(reasons)


def name_of(workspace: Workspace) -> Mapping[str, str]:
    """How each municipality is called, by the first part of the references of its agreements."""
    return {
        reference.partition("/")[0]: version.municipality.name
        for reference, versions in workspace.agreements.items()
        for version in versions
        if version.municipality
    }


def unknown_in(workspace: Workspace, municipalities: Iterable[str], functions: Functions) -> tuple[str, ...]:
    """The municipalities of which the register has no line at all for a function of this person.

    Who may choose a function has one everywhere; of whom none is known has one nowhere.
    """
    names = functions.names
    if names is None:
        return ()
    return tuple(
        each
        for each in sorted(set(municipalities))
        if not any(
            is_same_function(line.function, name)
            for line in workspace.mandates.get(each, ())
            for name in names
        )
    )
