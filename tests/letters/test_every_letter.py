"""The duties of the letters of the shipped scenarios, as if each decision were adopted: a list to review."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.letters.duties import duties
from soco_rules.letters.verdicts import Verdict
from soco_rules.letters.write import compose
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import PerPerson
from soco_rules.model.decision import texts_of
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.scenarios.desk import open_desk
from soco_rules.scenarios.run import run
from soco_rules.scenarios.situation import Situation

ROOT = Path(__file__).parents[2]
ASSUMPTIONS = "C23"
"""All shipped agreements are drafts that rest on assumptions, which this list need not repeat."""
HOME = ["Voorbeeldstraat 12", "2600 ZZ Voorbeeldstad"]
LETTER: dict[str, object] = {
    "kenmerk": "VB-2026-0042",
    "behandelaar": "M. Verkerk",
    "bezwaaradres": "Postbus 1, 2600 AA Voorbeeldstad",
    "betaalwijze": "Maak het bedrag over op de rekening van de gemeente.",
}


@cache
def decided(folder: str) -> tuple[Decision, ...]:
    """For each letter, outcome and status the first decision that the scenarios below a folder make."""
    workspace, _ = load_workspace(ROOT, shipped_root())
    desk = open_desk(workspace, ROOT)
    found: dict[tuple[str, str, str], Decision] = {}

    def propose(
        situation: Situation, name: str, asked_at: Span
    ) -> tuple[Decision | None, tuple[Diagnostic, ...]]:
        decision, findings = desk.propose(situation, name, asked_at)
        if decision is not None and decision.letter_name:
            found.setdefault((decision.letter_name, outcome_of(decision), decision.status), decision)
        return decision, findings

    run([ROOT / "features" / folder], ROOT, replace(desk, propose=propose))
    return tuple(found[key] for key in sorted(found))


def outcome_of(decision: Decision) -> str:
    """The outcome, of which an amount is only zero or not."""
    outcome = decision.outcome
    every = (outcome.applicant, outcome.partner) if isinstance(outcome, PerPerson) else (outcome,)
    if decision.outcome_kind == "keuze":
        return " / ".join(str(each) for each in every)
    return " / ".join("nul" if each == "0.00" else "een bedrag" if each else "niets" for each in every)


def adopted(decision: Decision) -> Adoption:
    """The decision as a person could adopt it, with everything in its head that a case can give."""
    partner = any(
        fact.role == "partner" and fact.value not in {None, NOT_APPLICABLE_TEXT} for fact in decision.facts
    )
    persons = [{"naam": "mevrouw A. Zandstra", "aanhef": "mevrouw Zandstra", "adres": HOME}]
    if partner:
        persons.append(
            {"naam": "de heer B. Zandstra", "aanhef": "meneer Zandstra", "rol": "partner", "adres": HOME}
        )
    filled = decision.model_copy(update={"letter": {**LETTER, "geadresseerden": persons}})
    return Adoption.model_validate(
        {
            "besluit": filled.model_dump(by_alias=True),
            "door": "C. Bakker",
            "functie": "klantmanager",
            "mandaat": {"naam": "m", "orgaan": filled.decider or "college", "bron": "Mandaatbesluit 2026"},
            "datum": filled.decision_date,
            "verzonden_op": filled.decision_date,
            "zienswijze": {"wijze": "niet_verplicht", "toelichting": "alleen eigen gegevens"},
            "toelichting": "Dit past bij uw situatie.",
        }
    )


_DECIDED = frozenset({DecisionStatus.KNOWN, DecisionStatus.JUDGEMENT_NEEDED})


def reviewed(decisions: tuple[Decision, ...]) -> str:
    """For each letter what its duties tell; a letter that cannot be written says why."""
    lines: list[str] = []
    for decision in decisions:
        if decision.status not in _DECIDED or not texts_of(decision.outcome):
            continue
        adoption = adopted(decision)
        letter, findings = compose(adoption, [ROOT / "templates"])
        lines.append(f"{decision.letter_name}: {outcome_of(decision)}")
        if letter is None:
            lines += [f"  geen brief: {each.message}" for each in findings]
            continue
        lines += [
            f"  {duty.code} {duty.verdict}: {duty.message}"
            for duty in duties(letter, adoption)
            if duty.verdict in {Verdict.NOT_MET, Verdict.NOTICE} and duty.code != ASSUMPTIONS
        ]
    return "\n".join(lines)


def test_the_letters_of_one_cooperative_are_reviewed(snapshot: SnapshotAssertion) -> None:
    assert snapshot == reviewed(decided("delft"))


@pytest.mark.slow
def test_the_letters_of_every_scenario_are_reviewed(snapshot: SnapshotAssertion) -> None:
    assert snapshot == reviewed(decided(""))


@pytest.mark.slow
def test_no_letter_of_a_scenario_misses_a_duty_by_its_template() -> None:
    assert [] == [line for line in reviewed(decided("")).splitlines() if str(Verdict.NOT_MET) in line]
