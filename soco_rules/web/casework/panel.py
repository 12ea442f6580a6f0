"""What stands beside the question: the decision so far, in words, with where everything comes from."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.dossiers.told import MOST
from soco_rules.explain.account import decided_text
from soco_rules.explain.account import fallen_text
from soco_rules.explain.account import ground_text
from soco_rules.explain.account import needed_for
from soco_rules.explain.account import outcome_text
from soco_rules.explain.account import rests_on
from soco_rules.explain.account import rule_text
from soco_rules.explain.account import status_text
from soco_rules.explain.account import told_of
from soco_rules.explain.account import winners_first
from soco_rules.interview import Certain
from soco_rules.model.called import body
from soco_rules.model.called import quoted
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import UsedFact
from soco_rules.model.dossier import Origin
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import capital
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.terms.awb import Term
from soco_rules.terms.of_case import NAMES
from soco_rules.terms.of_case import is_supplied
from soco_rules.terms.of_case import terms_of
from soco_rules.web.casework.conversation import Conversation
from soco_rules.web.casework.course import Stretch
from soco_rules.web.casework.course import drawn
from soco_rules.web.days import as_typed


@dataclass(frozen=True, slots=True)
class Pair:
    """A name with its value, in words."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that applies: what it gives, in the words of its file, the articles, and the facts because of which.

    `is_of_outcome` tells a rule about the outcome itself from one about what led to it.
    """

    text: str
    description: str
    basis: tuple[str, ...]
    because: tuple[str, ...]
    is_of_outcome: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A fact that was used: whose word it is, where it stands, and how it is asked again (empty: it was counted)."""

    what: str
    value: str
    by: str
    asked: str
    acts: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """What sources say differently of one thing."""

    question: str
    asked: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A term of the procedure: from when (empty where that is not known) until when, why, and the articles."""

    name: str
    since: str
    until: str
    is_past: bool
    why: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A decision for who prepares it. `status` is what the outcome is worth; `possible` are the outcomes left.

    `waits` says of each term in which the person may still answer what for. `companions` is what is known of what
    stands beside the outcome, `open` the names of what is not.
    """

    status: str
    outcome: Pair | None
    possible: tuple[str, ...]
    certain: tuple[Pair, ...]
    companions: tuple[Pair, ...]
    open: tuple[str, ...]
    character: str
    reasons: tuple[Reason, ...]
    fallen: tuple[str, ...]
    missing: tuple[Pair, ...]
    obstacles: tuple[str, ...]
    requirements: tuple[str, ...]
    assumptions: tuple[str, ...]
    provisional: tuple[str, ...]
    known: tuple[Known, ...]
    conflicts: tuple[Conflict, ...]
    deadlines: tuple[Deadline, ...]
    waits: tuple[str, ...]
    course: str
    disagreements: tuple[str, ...]


def panel_of(conversation: Conversation) -> Panel:
    """The decision so far."""
    decision, standing = conversation.decision, conversation.standing
    outcome = None
    if decision.outcome is not None and decision.outcome_name and decision.outcome_kind:
        outcome = Pair(decision.called(decision.outcome_name), decided_text(decision))
    return Panel(
        status=_status(conversation),
        outcome=outcome,
        possible=standing.possible,
        certain=tuple(_certain(each, decision) for each in standing.certain),
        companions=tuple(
            Pair(
                each.description or decision.called(name),
                outcome_text(each.value, each.kind, decision.words_of(name)),
            )
            for name, each in decision.outcomes.items()
            if each.value is not None
        ),
        open=tuple(decision.called(name) for name, each in decision.outcomes.items() if each.value is None),
        character=_character(decision),
        reasons=tuple(_reasons(decision)),
        fallen=tuple(fallen_text(rule, decision) for rule in decision.fallen_rules),
        missing=tuple(
            Pair(f"{each.question}{_person(each.role)}", needed_for(each, decision))
            for each in decision.missing
        ),
        obstacles=standing.obstacles,
        requirements=tuple(
            f"{each.message or spaced(each.name)}{_articles(each.legal_basis)}"
            for each in decision.requirements
        ),
        assumptions=tuple(
            f"{quoted(each.called)}: {each.reason} ({each.owner}, {as_typed(each.date)})"
            for each in decision.assumptions
        ),
        provisional=tuple(_provisional(decision)),
        known=tuple(
            _known(fact, decision, _acts(conversation.origins))
            for fact in decision.facts
            if fact.value is not None
        ),
        conflicts=tuple(_conflicts(decision)),
        deadlines=tuple(_deadlines(decision)),
        waits=tuple(_waits(decision)),
        course=_course(decision),
        disagreements=decision.disagreements,
    )


def _status(conversation: Conversation) -> str:
    decision = conversation.decision
    if decision.status is DecisionStatus.KNOWN and conversation.standing.question is not None:
        return "De uitkomst staat vast. Voor het besluit en de brief is nog iets nodig."
    if decision.status is DecisionStatus.JUDGEMENT_NEEDED and decision.outcome is None:
        return "Er is nog een oordeel nodig."
    return status_text(decision.status)


def _certain(item: Certain, decision: Decision) -> Pair:
    return Pair(f"{decision.called(item.name)}{_person(item.role)}", item.value)


def _person(role: str | None) -> str:
    return f" ({role})" if role else ""


def _character(decision: Decision) -> str:
    if not decision.legal_character:
        return ""
    kind = outcome_text(decision.legal_character, Kind.CHOICE)
    return f"Soort: {kind}. Wie beslist: {body(decision.decider) if decision.decider else 'niet genoemd'}"


def _reasons(decision: Decision) -> Iterator[Reason]:
    settled = {(ground.concept, ground.role) for ground in decision.grounds if ground.wins}
    for ground in winners_first(decision.grounds):
        if ground.outcome == NOT_APPLICABLE_TEXT:
            continue
        yield Reason(
            text=ground_text(ground, decision, settled=(ground.concept, ground.role) in settled),
            description=capital(rule_text(ground)),
            basis=(*ground.legal_basis, *((ground.source,) if ground.source else ())),
            because=told_of(decision, ground),
            is_of_outcome=ground.concept == decision.outcome_name,
        )


def _articles(basis: tuple[str, ...]) -> str:
    return f" ({'; '.join(basis)})" if basis else ""


def _provisional(decision: Decision) -> Iterator[str]:
    yield "Niemand heeft het vastgesteld."
    told = {rests_on(assumption) for assumption in decision.assumptions}
    yield from (reason for reason in decision.provisional if reason not in told)


def _acts(origins: tuple[Origin, ...]) -> Mapping[tuple[str, str | None], str]:
    return {(each.name, each.role): _handled(each.acts) for each in origins if each.acts}


def _handled(acts: tuple[int, ...]) -> str:
    """The acts by their numbers; of what was counted over many dossiers only the first."""
    more = f" en {len(acts) - MOST} andere" if len(acts) > MOST else ""
    return f"handeling {', '.join(map(str, acts[:MOST]))}{more}"


def _known(fact: UsedFact, decision: Decision, acts: Mapping[tuple[str, str | None], str]) -> Known:
    who = fact.by or fact.source or ""
    why = f": {fact.reason}" if fact.reason else ""
    day = f", {as_typed(fact.date)}" if fact.date else ""
    name = f"{fact.name}.{fact.role}" if fact.role else fact.name
    return Known(
        what=fact.question or f"{spaced(fact.name)}{_person(fact.role)}",
        value=encoded_as_dutch(fact.value, Kind(fact.kind), decision.words_of(fact.name)),
        by=f"{who}{day}{why}",
        asked=name if who and fact.origin in {"gegeven", "oordeel"} else "",
        acts=acts.get((fact.name, fact.role), ""),
    )


def _conflicts(decision: Decision) -> Iterator[Conflict]:
    for fact in decision.facts:
        words = decision.words_of(fact.name)
        if len({report.value for report in fact.reports}) > 1:
            yield Conflict(
                question=fact.question or spaced(fact.name),
                asked=f"{fact.name}.{fact.role}" if fact.role else fact.name,
                said=tuple(
                    f"{report.source or 'onbekende bron'} zegt {encoded_as_dutch(report.value, Kind(fact.kind), words)}"
                    + (f" ({as_typed(report.date)})" if report.date else "")
                    for report in fact.reports
                ),
            )


def _deadlines(decision: Decision) -> Iterator[Deadline]:
    on = parse_date(decision.decision_date)
    for term in _terms(decision):
        until = "nog niet bekend" if term.last_day is None else as_dutch(term.last_day, Kind.DATE)
        yield Deadline(
            name=spaced(term.name),
            since="" if term.first_day is None else as_dutch(term.first_day, Kind.DATE),
            until=until,
            is_past=term.last_day is not None and term.last_day < on,
            why=f"{term.explanation} ({'; '.join(term.articles)})",
        )


_MAY_ANSWER = {"aanvullen": "de aanvraag aanvullen", "zienswijze": "een zienswijze geven"}


def _waits(decision: Decision) -> Iterator[str]:
    on = parse_date(decision.decision_date)
    terms = terms_of(decision.procedure, on=on)
    for name, what in _MAY_ANSWER.items():
        last = terms[name].last_day if name in terms else None
        is_answered = name == "aanvullen" and is_supplied(decision.procedure)
        if last is not None and last >= on and not is_answered:
            yield f"De belanghebbende kan nog tot en met {as_dutch(last, Kind.DATE)} {what}"


def _course(decision: Decision) -> str:
    """The terms as a picture; a term of which nobody knows when it began is in the list alone."""
    stretches = [
        Stretch(spaced(term.name), term.first_day, term.last_day)
        for term in _terms(decision)
        if term.first_day is not None
    ]
    return drawn(stretches, parse_date(decision.decision_date), "dag van het besluit")


def _terms(decision: Decision) -> tuple[Term, ...]:
    terms = terms_of(decision.procedure, on=parse_date(decision.decision_date))
    return tuple(terms[name] for name in NAMES if name in terms)
