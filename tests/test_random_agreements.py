"""Whatever is agreed and whatever is known of a case: both calculators, the decision and its replay agree."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from random import Random

import pytest

from soco_rules.compiler.program import compile_program
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.diagnostics import has_errors
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.workspace import Workspace
from soco_rules.replay import replay
from tests.random_agreements import random_agreement
from tests.random_agreements import random_facts
from tests.workspaces import workspace_of

CASES = 6
MONTH = date(2026, 10, 1).toordinal()
WAITING = {DecisionStatus.FACTS_MISSING, DecisionStatus.JUDGEMENT_NEEDED}

every_seed = pytest.mark.parametrize("seed", range(24))


@lru_cache(maxsize=1)
def workspace(seed: int) -> Workspace:
    read, findings = workspace_of(*random_agreement(Random(seed)))
    assert not has_errors(findings)
    return read


@lru_cache(maxsize=1)
def decisions(seed: int) -> tuple[Decision, ...]:
    """Decisions on random cases of a random agreement; none where its rules beat each other in a circle."""
    rng = Random(seed)
    made = []
    for name in ("besluit_0", "besluit_2", "besluit_3"):
        program, _ = compile_program(workspace(seed), "dorp/toeval", name, MONTH)
        calculators = prepare(program) if program else None
        for _ in range(CASES if program else 0):
            assert program
            assert calculators
            dates = Dates(MONTH + rng.choice((0, 92)), MONTH + 40)
            bound, _ = bind(program, random_facts(rng, program), dates)
            made.append(propose(calculators, bound, dates))
    return tuple(made)


@every_seed
def test_both_calculators_agree(seed: int) -> None:
    assert [] == [made.disagreements for made in decisions(seed) if made.disagreements]


@every_seed
def test_a_decision_is_written_and_read_without_loss(seed: int) -> None:
    written = [made.model_dump_json(by_alias=True) for made in decisions(seed)]

    assert list(decisions(seed)) == [Decision.model_validate_json(text) for text in written]


@every_seed
def test_a_decision_taken_again_is_the_same(seed: int) -> None:
    assert [] == [found for made in decisions(seed) for found in replay(made, workspace(seed))[1]]


@every_seed
def test_a_decision_that_waits_says_for_what(seed: int) -> None:
    waiting = [made for made in decisions(seed) if made.status in WAITING and made.outcome is None]

    assert [] == [made for made in waiting if not made.missing]


def test_most_random_agreements_can_be_decided() -> None:
    assert sum(bool(decisions(seed)) for seed in range(24)) > 20
