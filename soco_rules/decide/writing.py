"""A proposed decision as the Decision that people and machines read."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from itertools import chain

from soco_rules.decide.calculation import Calculated
from soco_rules.decide.calculators import REFERENCE
from soco_rules.decide.calculators import SECOND
from soco_rules.decide.calculators import Calculators
from soco_rules.decide.search import Needed
from soco_rules.decide.search import Searched
from soco_rules.explain.account import rests_on
from soco_rules.explain.reasons import Reasons
from soco_rules.explain.receipt import ENGINE
from soco_rules.facts import Dates
from soco_rules.model.called import called
from soco_rules.model.case import Case
from soco_rules.model.decision import Between
from soco_rules.model.decision import DecidedValue
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import Missing
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.decision import Receipt
from soco_rules.model.program import Definition
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import Value
from soco_rules.model.values import as_dutch
from soco_rules.model.values import is_definite
from soco_rules.model.values import iso_day
from soco_rules.model.values import spaced

Values = Mapping[Slot, Value]

WITHOUT_OUTCOME = frozenset(
    {DecisionStatus.NOT_IN_FORCE, DecisionStatus.CALCULATORS_DISAGREE, DecisionStatus.REQUIREMENT_BROKEN}
)


def written(
    calculated: Calculated, searched: Searched, why: Reasons, status: DecisionStatus, dates: Dates
) -> Decision:
    """The decision with this status; where that allows no outcome, none is shown."""
    calculators, program, case = calculated.calculators, calculated.program, calculated.bound.case
    decision, agreement = program.decision, program.agreement
    shown = {} if status in WITHOUT_OUTCOME else searched.values
    also = {} if status is DecisionStatus.NOT_APPLICABLE else shown
    municipality = agreement.municipality
    return Decision(
        decision=decision.name,
        title=decision.title,
        agreement=agreement.reference,
        version=iso_day(agreement.valid_from),
        reference_date=iso_day(dates.reference),
        decision_date=iso_day(dates.decision),
        period=iso_day(dates.reference)[:7] if decision.monthly else None,
        status=status,
        outcome=_outcome(program.outcome, shown, calculators),
        outcome_name=decision.outcome,
        outcome_kind=calculators.kind_of(program.outcome[0]) if program.outcome else None,
        legal_character=_legal_character(shown, calculators),
        decider=decision.decider,
        outcomes=_companions(also, calculators),
        facts=why.facts,
        between=tuple(_between(program, case)),
        terms=why.terms,
        grounds=why.grounds,
        fallen_rules=why.fallen,
        missing=tuple(_missing(one, program, dates) for one in searched.needed),
        assumptions=why.assumptions,
        requirements=why.broken,
        provisional=tuple(chain(calculators.provisional, _provisional(calculators, searched, why, status))),
        disagreements=searched.differences,
        traces=_traces(calculated) if searched.differences else {},
        agreement_title=agreement.title,
        municipality=municipality.name if municipality else None,
        authority=municipality.authority if municipality else None,
        cooperative=agreement.cooperative,
        letter_name=decision.letter,
        letter=dict(case.letter),
        procedure=dict(case.procedure),
        receipt=calculators.receipt,
        words=_words(calculators, why),
        descriptions=_descriptions(calculators, searched, why),
    )


def _between(program: Program, case: Case) -> Iterator[Between]:
    asked = {(each.name, each.role) for each in program.fields}
    for (name, role), (least, most) in case.ranges.items():
        if (name, role) in asked:
            yield Between(name=name, role=role, least=least, most=most)


def _words(calculators: Calculators, why: Reasons) -> dict[str, dict[str, str]]:
    """The words of every keuze of which the decision has a value."""
    program, choices = calculators.program, calculators.vocabulary.choices
    used = {
        program.decision.outcome,
        *program.companions,
        *(fact.name for fact in why.facts),
        *(term.name for term in why.terms),
        *(ground.concept for ground in why.grounds),
    }
    return {name: dict(words) for name, words in choices.items() if name in used}


def _descriptions(calculators: Calculators, searched: Searched, why: Reasons) -> dict[str, str]:
    """What everything is called that the decision names."""
    program, called = calculators.program, calculators.vocabulary.called
    used = {
        program.decision.outcome,
        *program.companions,
        *(fact.name for fact in why.facts),
        *(term.name for term in why.terms),
        *(ground.concept for ground in why.grounds),
        *(fallen.concept for fallen in why.fallen),
        *(name for needed in searched.needed for name in needed.needed_for),
    }
    return {name: words for name, words in called.items() if name in used}


def not_in_force(reference: str, decision: str, case: Case, dates: Dates) -> Decision:
    """The decision on a day on which the agreement has no version in force."""
    return Decision(
        decision=decision,
        title=spaced(decision),
        agreement=reference,
        version=None,
        reference_date=iso_day(dates.reference),
        decision_date=iso_day(dates.decision),
        status=DecisionStatus.NOT_IN_FORCE,
        letter=dict(case.letter),
        procedure=dict(case.procedure),
        receipt=Receipt(program="", files={}, engine=ENGINE, calculators=()),
    )


# Outcomes


def _outcome(slots: tuple[Slot, ...], shown: Values, calculators: Calculators) -> Outcome:
    texts = {slot: calculators.text_of(slot, shown[slot]) for slot in slots if slot in shown}
    return _per_person(slots, texts)


def _companions(shown: Values, calculators: Calculators) -> dict[str, DecidedValue]:
    """What stands in `ook`."""
    if not shown:
        return {}
    return {
        name: DecidedValue(
            value=_outcome(slots, shown, calculators),
            kind=calculators.kind_of(slots[0]),
            description=_description_of(calculators.anatomy.organs[slots[0]].step),
        )
        for name, slots in calculators.program.companions.items()
    }


def _description_of(step: Field | Definition) -> str:
    return step.description if isinstance(step, Definition) else step.question


def _legal_character(shown: Values, calculators: Calculators) -> Outcome:
    outcome, character = calculators.program.outcome, calculators.program.decision.legal_character
    texts: dict[Slot, str | None] = {}
    for slot in outcome:
        match shown.get(slot, Absent.UNKNOWN):
            case Absent.NOT_APPLICABLE:
                texts[slot] = NOT_APPLICABLE_TEXT
            case Absent():
                texts[slot] = None
            case value:
                texts[slot] = character.of(calculators.text_of(slot, value) or "")
    return _per_person(outcome, texts)


def _per_person(slots: tuple[Slot, ...], texts: Mapping[Slot, str | None]) -> Outcome:
    roles = {slot.partition("/")[2]: texts.get(slot) for slot in slots}
    if "" in roles or not roles:
        return roles.get("")
    if not texts:
        return None
    return PerPerson(applicant=roles.get(Role.APPLICANT), partner=roles.get(Role.PARTNER))


# What is missing, and why it is a draft


def _missing(needed: Needed, program: Program, dates: Dates) -> Missing:
    return Missing(
        name=needed.field.name,
        role=needed.field.role,
        kind=needed.field.origin,
        question=_question(needed.field, program, dates),
        needed_for=needed.needed_for,
        removes=needed.removes,
    )


def _question(asked: Field, program: Program, dates: Dates) -> str:
    match asked.origin:
        case Origin.AMOUNT:
            day = as_dutch(dates.reference, Kind.DATE)
            name = called(asked.name, asked.question)
            return f"Dit bedrag is voor {day} niet bekend: {name}. Vul de tabel in het regelbestand aan."
        case Origin.POINT:
            point = program.agreement.points.get(asked.name)
            reason = f" ({point.open_reason})" if point and point.open_reason else ""
            about = f": {asked.question}" if asked.question else ""
            return f"De overeenkomst laat dit punt nog open{reason}{about}"
        case _:
            return asked.question


def _provisional(
    calculators: Calculators, searched: Searched, why: Reasons, status: DecisionStatus
) -> Iterator[str]:
    """Why a letter on this decision stays a draft, apart from its agreement and that nobody has adopted it."""
    program, names = calculators.program, calculators.vocabulary.called
    for assumption in why.assumptions:
        yield rests_on(assumption)
    for name in why.open_points:
        yield f"De overeenkomst laat dit punt open: {names.get(name, spaced(name))}."
    if status in {DecisionStatus.NOT_APPLICABLE, *WITHOUT_OUTCOME}:
        return
    for name in dict.fromkeys(why.doubtful):
        yield f"Nog niet bekend is of aan de eis ‘{spaced(name)}’ is voldaan."
    for name, slots in program.companions.items():
        if not all(is_definite(searched.values[slot]) for slot in slots):
            yield f"Nog niet bekend is: {names.get(name, spaced(name))}."


# What each calculator found, where they differ


def _traces(calculated: Calculated) -> dict[str, dict[str, str]]:
    traces = {REFERENCE: _trace(calculated.ours, calculated.calculators)}
    if calculated.theirs is not None:
        traces[SECOND] = _trace(calculated.theirs, calculated.calculators)
    return traces


def _trace(evaluation: Evaluation, calculators: Calculators) -> dict[str, str]:
    texts: dict[str, str] = {}
    for step in calculators.program.steps:
        value = evaluation.values[step.slot]
        text = value.value if isinstance(value, Absent) else calculators.text_of(step.slot, value) or ""
        verdict = evaluation.verdicts.get(step.slot)
        if verdict is not None:
            text += (
                f"; regels van toepassing: {_numbers(verdict.applying)}; winnend: {_numbers(verdict.winning)}"
            )
        texts[step.slot] = text
    return texts


def _numbers(positions: tuple[int, ...]) -> str:
    return ", ".join(str(position + 1) for position in positions) or "geen"
