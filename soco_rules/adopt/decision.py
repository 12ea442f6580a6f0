"""Adopt a proposed decision: everything that the law asks of the person who takes it, checked at once."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.adopt.deviation import deviate
from soco_rules.adopt.hearing import About
from soco_rules.adopt.hearing import check_hearing
from soco_rules.adopt.hearing import in_play
from soco_rules.adopt.hearing import on_application
from soco_rules.adopt.mandate import find_mandate
from soco_rules.adopt.statement import HERE
from soco_rules.adopt.statement import Statement
from soco_rules.adopt.statement import faults_in_signature
from soco_rules.catalogue import finding
from soco_rules.compiler.program import compile_program
from soco_rules.compiler.versions import WITHOUT_FORCE
from soco_rules.decide import SecondCalculator
from soco_rules.decide import decide
from soco_rules.decide import in_process
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Severity
from soco_rules.diagnostics import has_errors
from soco_rules.facts import Dates
from soco_rules.model.adoption import Adoption
from soco_rules.model.adoption import Deviation
from soco_rules.model.adoption import SignedUnder
from soco_rules.model.agreement import DecisionType
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import by_role
from soco_rules.model.decision import texts_of
from soco_rules.model.mandate import Mandate
from soco_rules.model.program import Program
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.model.workspace import Workspace
from soco_rules.replay import Difference
from soco_rules.replay import Verdict
from soco_rules.replay import case_of
from soco_rules.replay import replay
from soco_rules.replay import verdict_of

OVERTAKEN = "voorstel-achterhaald"
_ON_THAT_DAY = "neem het besluit opnieuw, met de dag van vaststellen als besluitdatum"
MOST_DIFFERENCES = 5
"""How many differences with the rules of now one finding tells."""

_ADOPTABLE = frozenset({DecisionStatus.KNOWN, DecisionStatus.JUDGEMENT_NEEDED})


def adopt(
    decision: Decision, said: Statement, workspace: Workspace, *, second: SecondCalculator = in_process
) -> tuple[Adoption | None, tuple[Diagnostic, ...]]:
    """The adopted decision, or everything that stands in the way; warnings stay beside an adoption.

    The decision is made again from the rule files, also for the day of adopting: only what the rules still propose
    can be adopted. A deviation replaces the outcome and what follows from it.
    """
    findings = [
        *_adoptable(decision),
        *_said(said),
        *_dates(decision, said),
        *changed_rules(decision, workspace, second),
    ]
    day = parse_date(decision.reference_date)
    program, uncompiled = compile_program(workspace, decision.agreement, decision.decision, day)
    if program is None:
        errors = [found for found in uncompiled if found.is_error]
        return None, tuple(dict.fromkeys((*findings, *errors)))
    findings += (found for found in uncompiled if found.code == WITHOUT_FORCE)
    if said.date > parse_date(decision.decision_date):
        findings += _on_that_day(decision, said, workspace, second)
    deviation, found = _deviation(decision, said, program, second)
    findings += found
    taken = deviation.consequences if deviation else decision
    mandate, found = _mandate(decision, taken.outcome, said, workspace, possible_outcomes(program))
    findings += found
    if _is_adoptable(decision) and not (said.deviation and deviation is None):
        findings += _hearing(taken, said, program)
        findings += _reasons(taken, said, program)
    if has_errors(findings) or mandate is None:
        return None, tuple(findings)
    findings += _provisional(taken, said)
    adoption = _adoption(decision, said, mandate, deviation)
    return _with_duty_to_hear(adoption, program.decision), tuple(findings)


def _adoption(decision: Decision, said: Statement, mandate: Mandate, deviation: Deviation | None) -> Adoption:
    return Adoption(
        decision=decision,
        by=said.by.strip(),
        function=mandate.function,
        mandate=SignedUnder(name=mandate.name, body=mandate.body, source=mandate.source),
        date=iso_day(said.date),
        sent_on=iso_day(said.sent_on),
        hearing=said.hearing,
        reasons=said.reasons.strip(),
        deviation=deviation,
        own_letter=said.own_letter.strip(),
        function_from=said.function_from,
        dated_back=said.dated_back.strip(),
    )


def _with_duty_to_hear(adoption: Adoption, type_: DecisionType) -> Adoption:
    """The adoption with which duty to hear held for it, so that a letter cites the one article (Awb 4:7 or 4:8)."""
    if adoption.hearing is None or type_.hearing is None:
        return adoption
    asked = on_application(type_.hearing, adoption.decision.procedure)
    return adoption.model_copy(update={"on_application": "ja" if asked else "nee"})


def _is_adoptable(decision: Decision) -> bool:
    return not any(_adoptable(decision))


def _adoptable(decision: Decision) -> Iterator[Diagnostic]:
    broken = tuple(each for each in decision.requirements if each.severity == Severity.ERROR)
    for requirement in broken:
        what = requirement.message or requirement.name
        basis = ", ".join(requirement.legal_basis)
        message = f"niet voldaan aan een eis: {what}" + (f" ({basis})" if basis else "")
        yield finding("niet-vast-te-stellen", HERE, message)
    waits = "; ".join(missing.question for missing in decision.missing[:5])
    if decision.status not in _ADOPTABLE and not broken:
        message = f"de uitkomst staat niet vast ({spaced(decision.status)})" + (f": {waits}" if waits else "")
        yield finding("niet-vast-te-stellen", HERE, message)
    elif decision.status in _ADOPTABLE and None in by_role(decision.outcome).values():
        yield finding("niet-vast-te-stellen", HERE, f"de uitkomst is nog niet bekend: {waits}")


def _said(said: Statement) -> Iterator[Diagnostic]:
    for message, remedy in faults_in_signature(said.by, said.function):
        yield finding("niet-vast-te-stellen", HERE, message, remedy=remedy)


def _dates(decision: Decision, said: Statement) -> Iterator[Diagnostic]:
    decided = parse_date(decision.decision_date)
    adopted = as_dutch(said.date, Kind.DATE)
    if said.date < decided:
        message = f"{adopted} is voor de besluitdatum van het voorstel, {as_dutch(decided, Kind.DATE)}"
        yield finding("vaststelling-datum", HERE, message)
    if said.sent_on < said.date:
        message = f"verzenden op {as_dutch(said.sent_on, Kind.DATE)} is voor het vaststellen op {adopted}"
        yield finding("vaststelling-datum", HERE, message)


def changed_rules(
    decision: Decision, workspace: Workspace, second: SecondCalculator = in_process
) -> Iterator[Diagnostic]:
    """What the rule files of now give otherwise than a stored proposal, as one finding; none where it is the same."""
    _, differences = replay(decision, workspace, second=second)
    decided = [each for each in differences if not each.is_of_words] or differences
    told = tuple(dict.fromkeys(map(_in_words, decided)))
    if told:
        is_same = verdict_of(decided) is not Verdict.OTHER
        what = "de regels geven hetzelfde, en zijn anders" if is_same else "de regels geven nu iets anders"
        shown = "; ".join(told[:MOST_DIFFERENCES])
        rest = len(told) - MOST_DIFFERENCES
        more = f"; en nog {rest} {'verschil' if rest == 1 else 'verschillen'}" if rest > 0 else ""
        yield finding(OVERTAKEN, HERE, f"{what}: {shown}{more}")


def _in_words(difference: Difference) -> str:
    """A difference without the hashes, which say nothing to who adopts."""
    what = difference.what
    return f"{what} is veranderd" if what.startswith(("bestand ", "programma")) else str(difference)


def _on_that_day(
    decision: Decision, said: Statement, workspace: Workspace, second: SecondCalculator
) -> Iterator[Diagnostic]:
    """What the same rules propose otherwise when the day of adopting is the day of the decision."""
    dates = Dates(parse_date(decision.reference_date), said.date)
    case = case_of(decision)
    again, _ = decide(workspace, decision.agreement, decision.decision, case, dates, second=second)
    if again is None or _essence(again) != _essence(decision):
        message = f"op {as_dutch(said.date, Kind.DATE)} geven de regels iets anders dan op de besluitdatum"
        before = {each.message for each in decision.requirements}
        broken = [each.message for each in again.requirements if each.message not in before] if again else ()
        message += f": {'; '.join(dict.fromkeys(broken))}" if broken else ""
        yield finding(OVERTAKEN, HERE, message, remedy=_ON_THAT_DAY)


def _essence(decision: Decision) -> tuple[object, ...]:
    return decision.status, decision.outcome, decision.outcomes, decision.requirements, decision.provisional


def _deviation(
    decision: Decision, said: Statement, program: Program, second: SecondCalculator
) -> tuple[Deviation | None, tuple[Diagnostic, ...]]:
    if said.deviation is None or not _is_adoptable(decision):
        return None, ()
    dates = Dates(parse_date(decision.reference_date), said.date)
    return deviate(decision, said.deviation, program, dates, second=second)


def _mandate(
    decision: Decision, outcome: Outcome, said: Statement, workspace: Workspace, possible: frozenset[str]
) -> tuple[Mandate | None, tuple[Diagnostic, ...]]:
    if decision.decider is None or not said.function.strip():
        return None, ()
    return find_mandate(
        workspace,
        decision.agreement.split("/", 1)[0],
        body=decision.decider,
        function=said.function,
        decision=decision.decision,
        outcomes=frozenset(texts_of(outcome)),
        possible=possible,
        day=said.date,
    )


def possible_outcomes(program: Program) -> frozenset[str]:
    """Every outcome that a decision can have."""
    steps = (step for step in program.definitions if step.slot in program.outcome)
    return frozenset(choice for step in steps for choice in step.type.choices)


def _hearing(taken: Decision, said: Statement, program: Program) -> Iterator[Diagnostic]:
    if not taken.is_appealable:
        if said.hearing is not None:
            message = "dit is geen beschikking; een zienswijze volgens de Algemene wet bestuursrecht hoort er niet bij"
            yield finding("zienswijze", HERE, message, remedy="laat --zienswijze weg")
        return
    about = About(program.decision, texts_of(taken.outcome), taken.facts, taken.procedure, said.date)
    yield from check_hearing(said.hearing, about)


def _reasons(taken: Decision, said: Statement, program: Program) -> Iterator[Diagnostic]:
    """A judgement, a discretionary power and a deviation ask for reasons of this person (Awb 3:46, 3:47)."""
    if said.reasons.strip() or (said.deviation and said.deviation.reason.strip()):
        return
    asking = sorted(set(texts_of(taken.outcome)).intersection(program.decision.asks_person))
    if asking:
        words = taken.words_of(taken.outcome_name)
        message = f"bij de uitkomst '{words.get(asking[0], spaced(asking[0]))}' heeft het bestuursorgaan een keuze, en de toelichting ontbreekt"
        yield finding("toelichting-ontbreekt", HERE, message)
    elif in_play(taken.facts):
        message = "het besluit rust op een oordeel van een medewerker, en de toelichting ontbreekt"
        yield finding("toelichting-ontbreekt", HERE, message)


def _provisional(taken: Decision, said: Statement) -> Iterator[Diagnostic]:
    """Why the letter stays a draft; what only a deviation needs can still be given with it."""
    asked = "; ".join(missing.question for missing in taken.missing)
    remedy = f"geef met --zaak wat bij deze uitkomst hoort: {asked}" if said.deviation and asked else ""
    for reason in taken.provisional:
        message = f"de brief blijft een concept: {reason}"
        yield finding("vaststelling-voorlopig", HERE, message, remedy=remedy)
