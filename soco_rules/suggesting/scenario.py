"""A case that reaches a part, as a scenario with what the rules make of it today."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.model.decision import Decision
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.scenarios.coverage import Sort
from soco_rules.scenarios.telling import Setting
from soco_rules.scenarios.telling import expected
from soco_rules.scenarios.telling import told
from soco_rules.suggesting.cases import Shown


def title_of(shown: Shown) -> str:
    """The name of the scenario: what it is proposed for."""
    part = shown.part
    match part.sort:
        case Sort.OTHERWISE:
            return f"Geen regel van {part.concept} geldt"
        case Sort.CALCULATION:
            return f"De berekening van {part.concept}"
        case Sort.POINT:
            return f"De afspraak {part.name} maakt verschil"
        case Sort.REQUIREMENT:
            return f"De eis {part.name} wordt gewogen"
        case _:
            return f"De regel {part.name} beslist over {part.concept}"


def lines_of(shown: Shown, title: str) -> Iterator[str]:
    """The lines of the scenario, without its label."""
    program, decision = shown.program, shown.decision
    monthly = program.decision.monthly
    setting = Setting(
        agreement=program.agreement.reference,
        month=shown.dates.reference if monthly else None,
        reference_date=None if monthly else shown.dates.reference,
        decision_date=shown.dates.decision,
    )
    yield f"Scenario: {title}"
    steps = told(setting, program.fields, shown.values, program.decision.name)
    yield from (f"  {line}" for line in steps)
    for number, line in enumerate(_expected(shown, decision)):
        yield f"  {'En' if number else 'Dan'} {line}"


def _expected(shown: Shown, decision: Decision) -> Iterator[str]:
    part = shown.part
    kind = Kind(decision.outcome_kind) if decision.outcome_kind else Kind.TEXT
    outcomes = list(_of_persons(decision.outcome, kind))
    yield from (f'is de uitkomst {who}"{value}"' for who, value in outcomes)
    if not outcomes:
        yield f'is de status "{decision.status}"'
    if part.sort is Sort.POINT and any(gap.name == part.name for gap in decision.missing):
        yield f'ontbreekt "{part.name}"'
    for name, decided in decision.outcomes.items():
        if name in shown.telling:
            values = _of_persons(decided.value, Kind(decided.kind))
            yield from (f'is "{name}" {who}gelijk aan "{value}"' for who, value in values)
    if part.sort in {Sort.RULE, Sort.ROW, Sort.EXCEPTION}:
        yield f'beslist de regel "{part.name}"'
    if part.sort is Sort.REQUIREMENT:
        broken = any(requirement.name == part.name for requirement in decision.requirements)
        yield f'is niet voldaan aan de eis "{part.name}"' if broken else "is aan alle eisen voldaan"


def _of_persons(value: Outcome, kind: Kind) -> Iterator[tuple[str, str]]:
    """Every value that applies, with the person whose it is where each has one."""
    match value:
        case PerPerson():
            for role, text in ((Role.APPLICANT, value.applicant), (Role.PARTNER, value.partner)):
                if text not in {None, NOT_APPLICABLE_TEXT}:
                    yield f"van de {role} ", expected(text or "", kind)
        case None | "niet van toepassing":
            return
        case text:
            yield "", expected(text, kind)
