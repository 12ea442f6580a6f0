"""An outcome in Dutch words, of each person where there is one for each."""

from __future__ import annotations

from soco_rules.model.decision import Decision
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import encoded_as_dutch


def outcomes_in_words(
    outcome: Outcome, kind: str | None, words: ChoiceWords | None = None
) -> tuple[tuple[Role | None, str], ...]:
    """The outcome of each person who has one, or the only one there is; `kind` is its `soort`."""
    written = Kind(kind or Kind.CHOICE)
    if isinstance(outcome, PerPerson):
        both = ((Role.APPLICANT, outcome.applicant), (Role.PARTNER, outcome.partner))
        return tuple(
            (role, encoded_as_dutch(text, written, words)) for role, text in both if text is not None
        )
    return ((None, encoded_as_dutch(outcome, written, words)),)


def outcome_in_words(outcome: Outcome, kind: str | None, words: ChoiceWords | None = None) -> str:
    """The same on one line, such as `belanghebbende: verleend; partner: niet van toepassing`."""
    each = outcomes_in_words(outcome, kind, words)
    return "; ".join(f"{role}: {text}" if role else text for role, text in each)


def decided_in_words(decision: Decision, taken: Outcome = None) -> str:
    """What is proposed, or what a person made of it (`taken`), on one line."""
    outcome = decision.outcome if taken is None else taken
    return outcome_in_words(outcome, decision.outcome_kind, decision.words_of(decision.outcome_name))
