"""Check how long dossiers are kept: stands that exist, once each, and nothing against a source in a higher layer."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.catalogue import finding
from soco_rules.compiler.layers import Findings
from soco_rules.compiler.layers import Stack
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import did_you_mean
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import Retention
from soco_rules.model.values import spaced


def check_retention(stack: Stack) -> Findings:
    """Findings about `bewaren` in the layers of a stack."""
    return (*_said(stack), *_left_out(stack))


def _said(stack: Stack) -> Iterator[Diagnostic]:
    first: dict[str, tuple[Agreement, Retention]] = {}
    for layer in stack.layers:
        for kept in layer.retention:
            for state in dict.fromkeys(kept.states):
                if state not in stack.states:
                    remedy = did_you_mean(state, stack.states, otherwise="")
                    message = f"De stand '{state}' bestaat niet."
                    yield finding("bewaren", kept.spans[state], message, remedy=remedy)
                elif state in first:
                    yield from _again(state, kept, layer, *first[state])
                first.setdefault(state, (layer, kept))


def _again(
    state: str, kept: Retention, layer: Agreement, owner: Agreement, before: Retention
) -> Iterator[Diagnostic]:
    """A lower layer fills in what a higher one assumed; what rests on a source stays."""
    note = Note("hier staat de termijn", before.spans[state])
    if owner is layer:
        message = f"Voor de stand '{state}' staan er twee bewaartermijnen."
        yield finding("bewaren", kept.spans[state], message, notes=(note,))
    elif before.provenance.assumption is None:
        cited = ", ".join(before.provenance.cited)
        message = (
            f"De bewaartermijn na '{state}' staat in een hogere laag ({cited}), en is daar geen aanname."
        )
        yield finding("bewaren", kept.spans[state], message, notes=(note,))


def _left_out(stack: Stack) -> Iterator[Diagnostic]:
    """Who says how long some dossiers are kept, says it of every stand in which a dossier ends."""
    if not stack.retention:
        return
    place = next(iter(stack.retention.values())).span
    for state in stack.states:
        if state not in stack.retention and is_end(stack, state):
            message = (
                f"Van de stand '{spaced(state)}' leidt geen besluit verder, en er is geen bewaartermijn."
            )
            yield finding("bewaren-ontbreekt", place, message)


def is_end(stack: Stack, state: str) -> bool:
    """Whether somebody comes to a stand from which no besluit moves him on."""
    return any(_leads_to(each, state) for each in stack.decisions.values()) and not any(
        state in each.states_from and (each.state_to.cases or each.state_to.otherwise)
        for each in stack.decisions.values()
    )


def _leads_to(besluit: DecisionType, state: str) -> bool:
    return state in {*besluit.state_to.cases.values(), besluit.state_to.otherwise}
