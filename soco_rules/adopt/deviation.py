"""A person decides otherwise than the rules (Awb 4:84): what follows from that outcome by the same rules."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from dataclasses import replace
from itertools import chain

from soco_rules.adopt.statement import HERE
from soco_rules.adopt.statement import Deviating
from soco_rules.catalogue import finding
from soco_rules.decide import SecondCalculator
from soco_rules.decide import in_process
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.adoption import Deviation
from soco_rules.model.agreement import DecisionType
from soco_rules.model.case import Case
from soco_rules.model.decision import APPEALABLE
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import Ground
from soco_rules.model.decision import UsedFact
from soco_rules.model.decision import by_role
from soco_rules.model.program import Calculation
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Role
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import Value
from soco_rules.model.values import encode
from soco_rules.model.values import parse_value
from soco_rules.model.values import spaced
from soco_rules.replay import case_of

CODE = "afwijking"
RULE = "individuele_afwijking"
"""Stands in a ground where otherwise the name of a rule stands."""

_SETTLED = frozenset({DecisionStatus.KNOWN, DecisionStatus.JUDGEMENT_NEEDED})


def deviate(
    decision: Decision,
    deviating: Deviating,
    program: Program,
    dates: Dates,
    *,
    second: SecondCalculator = in_process,
) -> tuple[Deviation | None, tuple[Diagnostic, ...]]:
    """The deviation with what follows from it; None where it is not allowed or nothing can follow from it.

    Requirements hold for a person as they do for the rules: an outcome that breaks one is refused.
    """
    findings = list(_may_deviate(decision, deviating, program))
    chosen = _chosen(decision, deviating.outcomes, program, findings)
    if findings:
        return None, tuple(findings)
    forced = _with_outcomes(program, chosen)
    bound, about_case = bind(forced, _case(decision, deviating.case), dates)
    if has_errors(about_case):
        return None, about_case
    after = propose(prepare(forced, second=second), bound, dates)
    if after.status not in _SETTLED:
        return None, tuple(_refused(after))
    return Deviation(
        outcome=after.outcome,
        reason=deviating.reason.strip(),
        consequences=_told(decision, after, program, {choice.step.slot for choice in chosen}),
    ), about_case


@dataclass(frozen=True, slots=True)
class _Choice:
    """The outcome of one person, as the program calculates with it."""

    step: Definition
    value: Value


def may_deviate(
    decision: Decision, program: Program, roles: Collection[Role | None] | None = None
) -> Iterator[Diagnostic]:
    """Why nobody may deviate from this proposal, whatever the reason; of these persons, or of each of them."""
    type_ = program.decision
    if not type_.deviation_basis:
        message = (
            f"van '{decision.decision}' is niet af te wijken: het besluit kent geen individueel_afwijken"
        )
        yield finding(
            CODE, type_.span, message, remedy="volg de regels, of verander de zaak als die niet klopt"
        )
    of_law = [
        ground
        for ground in decision.grounds
        if ground.wins
        and ground.concept == decision.outcome_name
        and ground.rule in type_.never_deviated_from
        and (roles is None or (Role(ground.role) if ground.role else None) in roles)
    ]
    for ground in of_law:
        basis = ", ".join(ground.legal_basis)
        message = f"deze uitkomst volgt uit de wet zelf ({basis}); daarvan is niet af te wijken"
        yield finding(CODE, HERE, message, remedy="stel het voorstel vast zonder afwijking")


def _may_deviate(decision: Decision, deviating: Deviating, program: Program) -> Iterator[Diagnostic]:
    refused = tuple(may_deviate(decision, program, deviating.outcomes))
    yield from refused
    if not refused:
        yield from _more_adverse(decision, deviating, program)
        yield from _no_decision(decision, deviating, program)
    if not deviating.reason.strip():
        yield finding(CODE, HERE, "de reden van de afwijking ontbreekt", remedy="geef --afwijking-reden")


def may_become(type_: DecisionType, proposed: str, outcome: str) -> bool:
    """Whether a person may decide this outcome instead of the proposed one: not more adverse, and still a decision."""
    return not _is_more_adverse(type_, proposed, outcome) and not _is_no_decision(type_, proposed, outcome)


def _is_more_adverse(type_: DecisionType, proposed: str, outcome: str) -> bool:
    rule = type_.hearing
    return rule is not None and rule.is_adverse(outcome) and not rule.is_adverse(proposed)


def _is_no_decision(type_: DecisionType, proposed: str, outcome: str) -> bool:
    return type_.legal_character.of(proposed) == APPEALABLE != type_.legal_character.of(outcome)


def _others(decision: Decision, deviating: Deviating) -> Iterator[tuple[str, str]]:
    """What is proposed for each person with what is chosen instead, where there is an outcome to deviate from."""
    known = by_role(decision.outcome)
    for role, outcome in deviating.outcomes.items():
        proposed = known.get(role)
        if proposed is not None and proposed != NOT_APPLICABLE_TEXT:
            yield proposed, outcome


def _no_decision(decision: Decision, deviating: Deviating, program: Program) -> Iterator[Diagnostic]:
    """Deviating is deciding otherwise: who gets a notice instead of a decision could not object to it (Awb 8:1)."""
    for proposed, outcome in _others(decision, deviating):
        if not _is_no_decision(program.decision, proposed, outcome):
            continue
        message = (
            f"'{spaced(outcome)}' is geen beschikking en '{spaced(proposed)}' wel; afwijken is anders beslissen "
            "(Awb 4:84)"
        )
        remedy = "verbeter de feiten of het oordeel in de zaak en neem het besluit opnieuw"
        yield finding(CODE, HERE, message, remedy=remedy)


def _more_adverse(decision: Decision, deviating: Deviating, program: Program) -> Iterator[Diagnostic]:
    """Article 4:84 spares a person the harm of a rule; it is no ground to decide against the person."""
    for proposed, outcome in _others(decision, deviating):
        if not _is_more_adverse(program.decision, proposed, outcome):
            continue
        message = (
            f"'{outcome}' is nadeliger dan '{proposed}'; afwijken kan alleen om iemand te ontzien (Awb 4:84)"
        )
        remedy = "verbeter de feiten of het oordeel in de zaak en neem het besluit opnieuw"
        yield finding(CODE, HERE, message, remedy=remedy)


def _chosen(
    decision: Decision, outcomes: Mapping[Role | None, str], program: Program, findings: list[Diagnostic]
) -> tuple[_Choice, ...]:
    """The other outcome of each person whose outcome is another; what is wrong goes to `findings`."""
    steps = {step.role: step for step in program.definitions if step.slot in program.outcome}
    known = by_role(decision.outcome)
    choices: list[_Choice] = []
    for role, written in outcomes.items():
        if role not in steps:
            findings.append(_unknown_person(role, steps))
        elif known.get(role) in (None, NOT_APPLICABLE_TEXT):
            message = f"voor {role or 'dit besluit'} is er geen uitkomst om van af te wijken"
            findings.append(finding(CODE, HERE, message, remedy="laat deze afwijking weg"))
        else:
            choices += _choice(steps[role], written, findings)
    others = tuple(
        choice
        for choice in choices
        if encode(choice.value, choice.step.type.kind) != known.get(choice.step.role)
    )
    if not others and not findings:
        message = "deze uitkomst is die van het voorstel"
        findings.append(finding(CODE, HERE, message, remedy="stel het voorstel vast zonder afwijking"))
    return others


def _choice(step: Definition, text: str, findings: list[Diagnostic]) -> Iterator[_Choice]:
    try:
        yield _Choice(step, parse_value(text, step.type))
    except UnreadableValueError as error:
        message, _, remedy = str(error).partition("; ")
        findings.append(finding(CODE, HERE, message, remedy=remedy))


def _unknown_person(role: Role | None, steps: Mapping[Role | None, Definition]) -> Diagnostic:
    if None in steps:
        return finding(
            CODE,
            HERE,
            f"dit besluit heeft geen uitkomst voor '{role}' apart",
            remedy="noem alleen de uitkomst",
        )
    example = f"schrijf bijvoorbeeld --afwijking {Role.APPLICANT}=UITKOMST"
    return finding(CODE, HERE, "dit besluit heeft een uitkomst voor elke persoon", remedy=example)


def _with_outcomes(program: Program, chosen: Iterable[_Choice]) -> Program:
    """The program in which these outcomes stand fixed, as if they were calculated."""
    bodies = {choice.step.slot: Calculation(Const(choice.value)) for choice in chosen}
    steps = tuple(
        replace(step, body=bodies[step.slot])
        if isinstance(step, Definition) and step.slot in bodies
        else step
        for step in program.steps
    )
    return replace(program, steps=steps)


def _case(decision: Decision, more: Case | None) -> Case:
    """The case of the proposal, with facts that only the other outcome needs."""
    case = case_of(decision)
    if more is None:
        return case
    return replace(
        case, facts={**more.facts, **case.facts}, judgements={**more.judgements, **case.judgements}
    )


def _refused(after: Decision) -> Iterator[Diagnostic]:
    for requirement in after.requirements:
        basis = ", ".join(requirement.legal_basis)
        what = requirement.message or requirement.name
        yield finding(CODE, HERE, f"deze uitkomst houdt zich niet aan een eis: {what} ({basis})")
    if not after.requirements:
        yield finding(CODE, HERE, f"met deze uitkomst is het besluit niet te nemen ({after.status})")


def _told(before: Decision, after: Decision, program: Program, chosen: AbstractSet[Slot]) -> Decision:
    """What follows, with a person instead of a rule as the ground of what that person chose."""
    steps = tuple(step for step in program.definitions if step.slot in chosen)
    own = {(step.name, step.role) for step in steps}
    rest = (ground for ground in after.grounds if (ground.concept, ground.role) not in own)
    fallen = (rule for rule in after.fallen_rules if (rule.concept, rule.role) not in own)
    return after.model_copy(
        update={
            "status": before.status,
            "grounds": (*(_of_person(step, after, program) for step in steps), *rest),
            "fallen_rules": tuple(fallen),
            "facts": _all_facts(before.facts, after.facts),
            "terms": tuple(dict.fromkeys((*before.terms, *after.terms))),
            "assumptions": tuple(dict.fromkeys((*before.assumptions, *after.assumptions))),
            "provisional": tuple(dict.fromkeys((*before.provisional, *after.provisional))),
            "receipt": None,
        }
    )


def _all_facts(before: Iterable[UsedFact], after: Iterable[UsedFact]) -> tuple[UsedFact, ...]:
    found: dict[tuple[str, str | None], UsedFact] = {}
    for fact in chain(before, after):
        found.setdefault((fact.name, fact.role), fact)
    return tuple(found.values())


def _of_person(step: Definition, after: Decision, program: Program) -> Ground:
    type_ = program.decision
    return Ground(
        concept=step.name,
        role=step.role,
        rule=RULE,
        outcome=by_role(after.outcome)[step.role],
        wins=True,
        legal_basis=tuple(dict.fromkeys((*step.provenance.legal_basis, *type_.deviation_basis))),
        place=str(type_.spans.get("individueel_afwijken", type_.span)),
        kind=step.type.kind,
        description="een medewerker heeft in dit geval anders besloten dan de regels",
    )
