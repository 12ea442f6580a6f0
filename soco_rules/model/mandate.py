"""Who may adopt which decisions: the mandate register of a municipality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from soco_rules.diagnostics import Span

AGREEMENT = "overeenkomst"
"""What a line names among its decisions that lets a function adopt versions of agreements."""
OBJECTIONS = "besluit_op_bezwaar"
"""What a line names among its decisions that lets a function decide on objections (Awb 10:3 lid 3)."""


@dataclass(frozen=True, slots=True)
class Mandate:
    """One line of the register: a function that may sign some decisions on behalf of a body (Awb 10:1-10:12).

    `decisions` are names of besluiten; None is every one about a person. The adopting of an agreement (`AGREEMENT`) and
    deciding on objections (`OBJECTIONS`) are always named by themselves. `valid_from` and `valid_to` are day numbers,
    both included. `except_outcomes` are the outcomes, by besluit, that this function may not sign. `places` is where
    the register names a besluit, and under `behalve.` an exception.
    """

    name: str
    body: str
    function: str
    decisions: frozenset[str] | None
    valid_from: int
    valid_to: int | None
    source: str
    span: Span
    except_outcomes: Mapping[str, frozenset[str]]
    places: Mapping[str, Span] = field(default_factory=dict)

    def covers(self, decision: str, outcomes: frozenset[str], day: int) -> bool:
        """Whether this function may sign this decision with these outcomes on a day."""
        return (
            (self.decisions is None or decision in self.decisions)
            and self.valid_from <= day
            and (self.valid_to is None or day <= self.valid_to)
            and outcomes.isdisjoint(self.except_outcomes.get(decision, ()))
        )

    def covers_objections(self, day: int) -> bool:
        """Whether this function may decide on objections on a day."""
        is_named = self.decisions is not None and OBJECTIONS in self.decisions
        return is_named and self.covers(OBJECTIONS, frozenset(), day)

    def covers_agreements(self, day: int) -> bool:
        """Whether this function may adopt versions of agreements on a day."""
        is_named = self.decisions is not None and AGREEMENT in self.decisions
        return is_named and self.covers(AGREEMENT, frozenset(), day)
