"""An outcome in Dutch words, of each person where there is one for each."""

from __future__ import annotations

from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import encoded_as_dutch


def outcomes_in_words(outcome: Outcome, kind: str | None) -> tuple[tuple[Role | None, str], ...]:
    """The outcome of each person who has one, or the only one there is; `kind` is its `soort`."""
    written = Kind(kind or Kind.CHOICE)
    if isinstance(outcome, PerPerson):
        both = ((Role.APPLICANT, outcome.applicant), (Role.PARTNER, outcome.partner))
        return tuple((role, encoded_as_dutch(text, written)) for role, text in both if text is not None)
    return ((None, encoded_as_dutch(outcome, written)),)


def outcome_in_words(outcome: Outcome, kind: str | None) -> str:
    """The same on one line, such as `belanghebbende: verleend; partner: niet van toepassing`."""
    each = outcomes_in_words(outcome, kind)
    return "; ".join(f"{role}: {text}" if role else text for role, text in each)
