"""Which rule wins, asked of whole small agreements that were worked out by hand: docs/betekenis.md in cases."""

from __future__ import annotations

import pytest

from soco_rules.decide import decide
from soco_rules.diagnostics import Span
from soco_rules.facts import Dates
from soco_rules.model.case import Case
from soco_rules.model.case import Report
from soco_rules.model.values import Role
from tests.workspaces import workspace_of

HEADER = """\
kenmerk: dorp/voorrang
soort: model
titel: Wie gaat voor
geldig_vanaf: 2020-01-01
status: concept
besluiten:
  wie:
    titel: Wie gaat voor
    uitkomst: wie
    rechtskarakter: beschikking
    beslisser: college
"""
HERE = Span("zaak.yaml")
DAY = 739_000
CHAIN = {"a": "", "b": "uitzondering_op: a", "c": "uitzondering_op: b"}
INHERITED = {"a": "gaat_voor: d", "c": "uitzondering_op: a", "d": ""}
NOT_TRANSITIVE = {"a": "gaat_voor: b", "b": "gaat_voor: c", "c": ""}
EVERY = {"a": "gaat_voor: alle", "e": "uitzondering_op: a", "o": "", "p": "gaat_voor: o"}
BEATEN_BASE = {"a": "", "g": "gaat_voor: a", "e": "uitzondering_op: a"}
TWO_BASES = {"a": "", "b": "", "e": "uitzondering_op: [a, b]"}


def agreement_of(rules: dict[str, str]) -> str:
    """An agreement in which each rule has a fact of its own as its condition, and its own outcome."""
    facts = "".join(f'  is_{name}: {{soort: ja_nee, vraag: "{name}?"}}\n' for name in rules)
    listed = "".join(
        f"      - {{naam: {name}, als: is_{name}, dan: geeft_{name}, grondslag: Wet artikel 1{', ' if more else ''}{more}}}\n"
        for name, more in rules.items()
    )
    choices = ", ".join(f"geeft_{name}" for name in rules)
    concept = f"begrippen:\n  wie:\n    soort: keuze\n    waarden: [{choices}]\n    regels:\n{listed}"
    return f"{HEADER}gegevens:\n{facts}{concept}"


def decided(rules: dict[str, str], yes: str, no: str = "") -> str:
    """The outcome, or the status where there is none, when these rules' conditions hold and those do not."""
    workspace, findings = workspace_of(agreement_of(rules))
    assert () == findings
    facts: dict[tuple[str, Role | None], tuple[Report, ...]] = {
        (f"is_{name}", None): (Report("ja" if name in yes else "nee", HERE),) for name in yes + no
    }
    decision, _ = decide(workspace, "dorp/voorrang", "wie", Case(None, facts, {}), Dates(DAY, DAY))
    assert decision
    return str(decision.outcome or decision.status)


@pytest.mark.parametrize(
    ("rules", "yes", "no", "outcome"),
    [
        # An exception counts only where the rule that it names would have applied, at any depth.
        (CHAIN, "abc", "", "geeft_c"),
        (CHAIN, "ac", "b", "geeft_a"),
        (CHAIN, "bc", "a", "geen_regel"),
        (CHAIN, "bc", "", "gegevens_ontbreken"),
        (CHAIN, "ab", "", "gegevens_ontbreken"),
        # It wins from everything that its base wins from, and only while it counts.
        (INHERITED, "acd", "", "geeft_c"),
        (INHERITED, "cd", "a", "geeft_d"),
        (INHERITED, "ad", "c", "geeft_a"),
        # gaat_voor is not transitive.
        (NOT_TRANSITIVE, "abc", "", "geeft_a"),
        (NOT_TRANSITIVE, "ac", "b", "regels_strijdig"),
        # alle: every rule without its own gaat_voor, except this rule's own exceptions.
        (EVERY, "aeo", "p", "geeft_e"),
        (EVERY, "ao", "ep", "geeft_a"),
        (EVERY, "ap", "eo", "regels_strijdig"),
        (EVERY, "eop", "a", "geeft_p"),
        # A base that another rule wins from would have applied all the same.
        (BEATEN_BASE, "ae", "g", "geeft_e"),
        (BEATEN_BASE, "age", "", "regels_strijdig"),
        # One base that applies is enough; then what is unknown about the other does not matter.
        (TWO_BASES, "ae", "b", "geeft_e"),
        (TWO_BASES, "ae", "", "geeft_e"),
        (TWO_BASES, "e", "ab", "geen_regel"),
    ],
)
def test_the_rule_that_wins_is_the_one_that_was_worked_out_by_hand(
    rules: dict[str, str], yes: str, no: str, outcome: str
) -> None:
    assert outcome == decided(rules, yes, no)
