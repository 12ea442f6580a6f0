"""Finds the line of the mandate register under which a person signs (Awb 10:3), or tells why there is none."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.model import called
from soco_rules.model.mandate import OBJECTIONS
from soco_rules.model.mandate import Mandate
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.workspace import Workspace

CODE = "mandaat-ontbreekt"
COOPERATIVE = "cooperatie"


def find_mandate(
    workspace: Workspace,
    municipality: str,
    *,
    body: str,
    function: str,
    decision: str,
    outcomes: frozenset[str],
    possible: frozenset[str],
    day: int,
) -> tuple[Mandate | None, tuple[Diagnostic, ...]]:
    """The first line for this body, function, decision, outcome and day; else what the register lacks.

    `possible` are all outcomes that the decision can have: an exception with another name excepts nothing, so a line
    that has one gives no mandate.
    """
    file = Span(f"agreements/{municipality}/mandaten.yaml")
    of_body = [line for line in workspace.mandates.get(municipality, ()) if line.body == body]
    if not of_body:
        message = f"het mandaatregister van '{municipality}' heeft geen regel met orgaan '{body}'"
        return None, (finding(CODE, file, message),)
    of_function = [line for line in of_body if is_same_function(line.function, function)]
    if not of_function:
        known = sorted({line.function for line in of_body})
        remedy = did_you_mean(
            function, known, otherwise=f"namens {called.body(body)} tekenen: {', '.join(known)}"
        )
        message = f"de functie '{function}' heeft geen mandaat van {called.body(body)}"
        return None, (finding(CODE, file, message, remedy=remedy),)
    found = next((line for line in of_function if line.covers(decision, outcomes, day)), None)
    if found is not None:
        wrong = tuple(_never(found, decision, possible))
        return (None if wrong else found), wrong
    return None, (finding(CODE, of_function[0].span, _why_not(of_function, decision, outcomes, day)),)


def _never(line: Mandate, decision: str, possible: frozenset[str]) -> Iterator[Diagnostic]:
    """Exceptions that no outcome has as its name."""
    for outcome in sorted(line.except_outcomes.get(decision, frozenset()) - possible):
        message = f"'{outcome}' is geen uitkomst van het besluit '{decision}'"
        remedy = did_you_mean(outcome, possible, otherwise="noem een uitkomst van dit besluit")
        yield finding("uitkomst-onbekend", line.places[f"behalve.{decision}"], message, remedy=remedy)


def mandate_for_objections(
    workspace: Workspace, municipality: str, *, body: str, function: str, day: int
) -> tuple[Mandate | None, tuple[Diagnostic, ...]]:
    """The first line under which a function decides on objections for a body; else what the register lacks.

    A mandate for every decision does not count: it is named by itself, for who took a decision under a mandate never
    has the mandate to decide on the objection to it (Awb 10:3 lid 3).
    """
    lines = [line for line in workspace.mandates.get(municipality, ()) if line.body == body]
    for line in lines:
        if is_same_function(line.function, function) and line.covers_objections(day):
            return line, ()
    able = sorted({line.function for line in lines if line.covers_objections(day)})
    message = f"de functie '{function}' heeft op {as_dutch(day, Kind.DATE)} geen mandaat van '{body}' om op bezwaar te beslissen"
    remedy = f"dat heeft: {', '.join(able)}" if able else f"zet {OBJECTIONS} bij een mandaat van '{body}'"
    return None, (finding(CODE, Span(f"agreements/{municipality}/mandaten.yaml"), message, remedy=remedy),)


def mandate_for_agreements(workspace: Workspace, reference: str, function: str, day: int) -> Mandate | None:
    """The first line under which a function adopts versions of an agreement for the municipality; None where none is.

    A mandate for every decision does not count: agreements are named by themselves.
    """
    lines = workspace.mandates.get(reference.partition("/")[0], ())
    found = (
        line
        for line in lines
        if line.body != COOPERATIVE
        and is_same_function(line.function, function)
        and line.covers_agreements(day)
    )
    return next(found, None)


def is_same_function(one: str, other: str) -> bool:
    """Whether two texts name the same function; capitals and the number of spaces say nothing."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _why_not(lines: Iterable[Mandate], decision: str, outcomes: frozenset[str], day: int) -> str:
    """The first thing that no line of this function covers."""
    of_decision = [line for line in lines if line.decisions is None or decision in line.decisions]
    who = f"de functie '{next(iter(lines)).function}'"
    if not of_decision:
        return f"{who} heeft geen mandaat voor het besluit '{decision}'"
    if not any(line.covers(decision, frozenset(), day) for line in of_decision):
        return f"{who} heeft op {as_dutch(day, Kind.DATE)} geen mandaat voor het besluit '{decision}'"
    which = "' en '".join(sorted(outcomes))
    return f"{who} heeft geen mandaat voor het besluit '{decision}' met de uitkomst '{which}'"
