"""A decision of a day before its proposal was recorded: nobody decides on what is not there yet, so it asks why."""

from __future__ import annotations

from dataclasses import replace

from soco_rules.adopt.statement import Statement
from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import parse_date


def recorded_on(proposal: Entry, today: int) -> int:
    """The day on which a proposal was recorded, as far as today knows: the clock of the store may be ahead."""
    return min(parse_date(proposal.at[:10]), today)


def dated(
    said: Statement, dossier: Dossier, proposal: int, today: int
) -> tuple[Statement, tuple[Diagnostic, ...]]:
    """What was said, with why it is of before the proposal only where it is, or that this is missing.

    A proposal that the dossier does not have is told of elsewhere.
    """
    entry = next((each for each in dossier.entries if each.number == proposal), None)
    if entry is None or said.date >= (recorded := recorded_on(entry, today)):
        return replace(said, dated_back=""), ()
    if said.dated_back.strip():
        return said, ()
    message = f"{as_dutch(said.date, Kind.DATE)} is voor de dag waarop voorstel {proposal} is vastgelegd, {as_dutch(recorded, Kind.DATE)}."
    return said, (finding("eerder-dan-voorstel", place_of(dossier.number), message),)
