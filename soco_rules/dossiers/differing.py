"""How one proposed decision differs from another on the same dossier, in Dutch."""

from __future__ import annotations

from soco_rules.dossiers.changed import changes
from soco_rules.explain.account import outcome_text
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Outcome
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import spaced


def differences(before: Decision, now: Decision) -> tuple[str, ...]:
    """The outcome, what stands beside it and the facts that are not what they were."""
    found = [*changes(before, now)]
    kind = now.outcome_kind or before.outcome_kind
    if before.outcome != now.outcome and kind:
        name = spaced(now.outcome_name or now.decision)
        found.insert(0, _differing(name, before.outcome, now.outcome, kind, now.words_of(now.outcome_name)))
    for name, decided in now.outcomes.items():
        old = before.outcomes.get(name)
        if old is not None and old.value != decided.value:
            found.append(_differing(spaced(name), old.value, decided.value, decided.kind, now.words_of(name)))
    return tuple(found)


def _differing(name: str, before: Outcome, now: Outcome, kind: str, words: ChoiceWords) -> str:
    return f"{name} was {outcome_text(before, kind, words)} en is nu {outcome_text(now, kind, words)}"
