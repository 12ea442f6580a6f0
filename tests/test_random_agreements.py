"""Whatever is agreed and whatever is known of a case: both calculators, the decision and its replay agree."""

from __future__ import annotations

from datetime import date
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
from soco_rules.replay import replay
from tests.random_agreements import random_agreement
from tests.random_agreements import random_facts
from tests.workspaces import workspace_of

SEEDS = range(24)
CASES = 6
MONTH = date(2026, 10, 1).toordinal()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_agreement_is_decided_twice_and_again(seed: int) -> None:
    rng = Random(seed)
    workspace, findings = workspace_of(*random_agreement(rng))
    assert not has_errors(findings)
    for name in ("besluit_0", "besluit_2", "besluit_3"):
        program, found = compile_program(workspace, "dorp/toeval", name, MONTH)
        if program is None:
            assert {"voorrang-kring"} >= {each.code for each in found if each.is_error}
            return
        calculators = prepare(program)
        assert calculators.second is not None
        for _ in range(CASES):
            dates = Dates(MONTH + rng.choice((0, 92)), MONTH + 40)
            bound, found = bind(program, random_facts(rng, program), dates)
            assert not has_errors(found)
            decision = propose(program, bound, dates, calculators)

            assert decision.status is not DecisionStatus.CALCULATORS_DISAGREE
            assert decision == Decision.model_validate_json(decision.model_dump_json(by_alias=True))
            assert replay(decision, workspace)[1] == ()
