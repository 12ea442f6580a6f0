"""A dossier as a short Dutch account: the stand, the decisions, what is known, and what is still needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.compiler.layers import Stack
from soco_rules.compiler.program import Compiled
from soco_rules.decide import SecondCalculator
from soco_rules.decide import in_process
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.lifecycle import leads_to
from soco_rules.dossiers.moves import pending_of
from soco_rules.dossiers.moves import pending_state
from soco_rules.dossiers.moves import state_of
from soco_rules.dossiers.objection_words import RULINGS
from soco_rules.dossiers.objection_words import STEPS
from soco_rules.dossiers.objections import objections_of
from soco_rules.dossiers.objections import terms_of as objection_terms
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import assignee_of
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.present import lines_of
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.present import person_of
from soco_rules.dossiers.present import reopened_of
from soco_rules.dossiers.present import returned_proposals
from soco_rules.dossiers.present import round_of
from soco_rules.dossiers.recording import PROCEDURE
from soco_rules.dossiers.recording import procedure_of
from soco_rules.explain.account import section
from soco_rules.facts import Dates
from soco_rules.model.agreement import DecisionType
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import spaced
from soco_rules.model.workspace import Workspace

MOST_QUESTIONS = 5
"""How many open questions of one besluit are told; `soco dossier besluit` tells all."""


def account(
    workspace: Workspace,
    compiled: Compiled,
    book: Book,
    dossier: Dossier,
    on: int,
    *,
    second: SecondCalculator = in_process,
) -> str:
    """The dossier in words, as printed by `soco dossier toon`."""
    stack = compiled.stack
    sections = (
        "\n".join(_heading(stack, book, dossier)),
        section("Voorstellen die wachten", _proposals(stack, dossier)),
        section("Voorstellen die zijn teruggegeven", _returned(stack, dossier)),
        section("Besluiten", _decisions(stack, dossier)),
        section("Bezwaren", _objections(dossier, on)),
        section("Procedures die lopen", _procedures(stack, dossier)),
        section("Gegevens", _facts(stack, dossier)),
        section("Oordelen", _judgements(stack, dossier)),
        section("Factuurregels", _lines(dossier)),
        section("Wat nu kan", _next(_Asked(workspace, compiled, second), book, dossier, on)),
    )
    return "\n\n".join(section for section in sections if section)


def as_data(stack: Stack, dossier: Dossier) -> dict[str, object]:
    """The acts of a dossier as they are stored, with the stand that they come to; letters without their content."""
    return {
        "dossier": dossier.number,
        "stand": state_of(dossier, stack.states),
        "stand_na_bekendmaking": pending_state(dossier),
        "handelingen": [
            {
                "nummer": entry.number,
                "handeling": entry.act,
                "besluit": entry.subject,
                "maand": entry.month,
                "op": entry.at,
                "door": entry.by,
                "inhoud": None
                if entry.content is None
                else entry.content.model_dump(mode="json", by_alias=True, exclude={"content"}),
            }
            for entry in dossier.entries
        ],
    }


def possible(stack: Stack, dossier: Dossier) -> tuple[DecisionType, ...]:
    """The besluiten that can move someone on from this stand."""
    state = state_of(dossier, stack.states)
    return tuple(
        besluit
        for besluit in stack.decisions.values()
        if state in besluit.states_from and any(leads_to(besluit.state_to)) and not besluit.monthly
    )


def facts_in(dossier: Dossier) -> tuple[tuple[Entry, ReportedFact], ...]:
    """What each source says last of each fact and time, unless another report took its place."""
    said_in = contents(dossier, ReportedFact)
    replaced = {number for _, said in said_in for number in said.replaces}
    newest = {
        (said.name, said.role, said.source, said.valid_from): (entry, said)
        for entry, said in said_in
        if not (said.source == PROCEDURE and entry.subject)
    }
    return tuple(each for each in newest.values() if each[0].number not in replaced)


def _heading(stack: Stack, book: Book, dossier: Dossier) -> Iterator[str]:
    person = person_of(dossier)
    name = f": {person.name}" if person else ""
    yield f"Dossier {dossier.number}{name} ({book.agreement})"
    if person and person.address:
        yield f"  adres: {', '.join(person.address)}"
    if person and person.member_number:
        yield f"  lidnummer: {person.member_number}"
    if person and person.partner_name:
        yield f"  partner: {person.partner_name}"
    if (name := round_of(dossier) or "") != "":
        yield f"  ronde: {name}"
    state = state_of(dossier, stack.states)
    if state:
        yield f"  stand: {spaced(state)}"
    for entry, short in pending_of(dossier):
        yield f"  nog niet bekendgemaakt: {spaced(short.state or '')} (handeling {entry.number})"
    if assignee := assignee_of(dossier):
        yield f"  ligt bij: {assignee}"


def _proposals(stack: Stack, dossier: Dossier) -> Iterator[str]:
    for each in open_proposals(dossier):
        decision = each.proposed.decision
        month = f" over {decision.period}" if decision.period else ""
        signed = f"; eerste handtekening van {each.signed.by}" if each.signed else ""
        yield (
            f"{each.entry.number}: {title_of(stack, each.entry.subject)}{month}, {outcome_of(decision)}"
            f" (door {each.entry.by}, besluitdatum {decision.decision_date}{signed})"
        )


def _returned(stack: Stack, dossier: Dossier) -> Iterator[str]:
    for each in returned_proposals(dossier):
        month = f" over {each.proposal.month[:7]}" if each.proposal.month else ""
        yield (
            f"{each.proposal.number}: {title_of(stack, each.proposal.subject)}{month}"
            f" (door {each.entry.by}, {each.entry.at[:10]}: {each.said.remark})"
        )


def _decisions(stack: Stack, dossier: Dossier) -> Iterator[str]:
    again = {standing.entry.number: why.reason for standing, why in reopened_of(dossier)}
    for standing in adopted_of(dossier):
        adoption, number = standing.adopted.adoption, standing.entry.number
        month = f" over {standing.entry.month[:7]}" if standing.entry.month else ""
        outcome = outcome_of(adoption.decision, adoption.outcome)
        instead = f"; in de plaats van {standing.adopted.corrects}" if standing.adopted.corrects else ""
        waits = f"; heropend: {again[number]}" if number in again else ""
        yield (
            f"{number}: {title_of(stack, standing.entry.subject)}{month}, {outcome}"
            f" ({adoption.by}, {adoption.function}, {adoption.date}{instead}{waits})"
        )


def _objections(dossier: Dossier, on: int) -> Iterator[str]:
    for each in objections_of(dossier):
        start = (
            f"{each.entry.number}: tegen handeling {each.said.adoption}, ontvangen op {each.said.received}"
        )
        late = " (te laat)" if each.is_late else ""
        if each.answered is not None:
            entry, said = each.answered
            yield f"{start}{late}; {RULINGS[said.ruled.ruling]} (handeling {entry.number}, {said.by}, {said.date})"
        elif not each.is_open:
            yield f"{start}{late}; ingetrokken"
        else:
            term = next(objection_terms(each, on=on))
            until = "nog niet bekend" if term.last_day is None else as_dutch(term.last_day, Kind.DATE)
            yield f"{start}{late}; beslissen tot en met: {until}"
        for step, told in each.steps.items():
            last = f", tot en met {told.until}" if told.until else ""
            yield f"  {STEPS[step]}: {told.date}{last}{f' ({told.account})' if told.account else ''}"


def _procedures(stack: Stack, dossier: Dossier) -> Iterator[str]:
    for entry, said in contents(dossier, ReportedFact):
        running = procedure_of(dossier, entry.subject) if entry.subject else {}
        if said.source == PROCEDURE and running.get(said.name) == said.value:
            day = encoded_as_dutch(said.value, Kind.DATE)
            yield f"{title_of(stack, entry.subject)}: {spaced(said.name)} {day} ({entry.number})"


def _facts(stack: Stack, dossier: Dossier) -> Iterator[str]:
    for entry, said in facts_in(dossier):
        value = value_in_words(stack, said.name, said.value)
        yield f"{whose(said)}: {value} ({said.source}, {said.date}; {time_of(stack, said)}; {entry.number})"


def _judgements(stack: Stack, dossier: Dossier) -> Iterator[str]:
    for entry, said in contents(dossier, GivenJudgement):
        value = value_in_words(stack, said.name, said.value)
        yield f"{whose(said)}: {value} ({said.by}, {said.date}: {said.reason}; {entry.number})"


def _lines(dossier: Dossier) -> Iterator[str]:
    lines = lines_of(dossier)
    if lines:
        yield f"{len(lines)} {'regel' if len(lines) == 1 else 'regels'}"


@dataclass(frozen=True, slots=True)
class _Asked:
    """By which rules, and calculated how, is told what can be decided next."""

    workspace: Workspace
    compiled: Compiled
    second: SecondCalculator


def _next(asked: _Asked, book: Book, dossier: Dossier, on: int) -> Iterator[str]:
    waiting = {each.entry.subject for each in open_proposals(dossier)}
    for besluit in possible(asked.compiled.stack, dossier):
        if besluit.name in waiting:
            continue
        dates = Dates(on, on)
        desk, _ = desk_for(asked.workspace, book.agreement, besluit.name, dates, second=asked.second)
        prepared, findings = propose_for(desk, book, dossier.number) if desk else (None, ())
        if prepared is None:
            wrong = "; ".join(found.message for found in findings if found.is_error)
            yield f"{besluit.title} ({besluit.name}): {wrong or 'nog niet te nemen'}"
            continue
        decision = prepared.decision
        missing = decision.missing
        outcome = f"wordt {outcome_of(decision)}" if decision.outcome else "nog nodig"
        yield f"{besluit.title} ({besluit.name}): {outcome}"
        for each in missing[:MOST_QUESTIONS]:
            yield f"  - {each.question}"
        if len(missing) > MOST_QUESTIONS:
            yield f"  - en nog {len(missing) - MOST_QUESTIONS}"


def title_of(stack: Stack, name: str | None) -> str:
    """The title of a besluit."""
    besluit = stack.decisions.get(name or "")
    return besluit.title if besluit else spaced(name or "")


def outcome_of(decision: Decision, taken: Outcome = None) -> str:
    """What was proposed, or what a person made of it (`taken`), as a Dutch reader expects it: of both persons."""
    shown = Kind(decision.outcome_kind) if decision.outcome_kind else Kind.TEXT
    outcome, words = taken or decision.outcome, decision.words_of(decision.outcome_name)
    if isinstance(outcome, PerPerson):
        both = (("belanghebbende", outcome.applicant), ("partner", outcome.partner))
        return ", ".join(
            f"{who} {encoded_as_dutch(text, shown, words)}" for who, text in both if text is not None
        )
    return encoded_as_dutch(outcome, shown, words)


def value_in_words(stack: Stack, name: str, text: str | None) -> str:
    """The value of a fact as a Dutch reader expects it; None is a report that was taken back."""
    fact = stack.facts.get(name)
    if text is None:
        return "teruggenomen"
    return encoded_as_dutch(text, fact.type.kind, fact.type.words) if fact else text


def whose(said: ReportedFact | GivenJudgement) -> str:
    """What a report is about, and of whom."""
    return f"{spaced(said.name)} ({said.role})" if said.role else spaced(said.name)


def time_of(stack: Stack, said: ReportedFact) -> str:
    """For which time a report holds."""
    fact = stack.facts.get(said.name)
    if fact is not None and "maand" in fact.type.per:
        return f"over {said.valid_from[:7]}"
    if fact is not None and fact.type.is_timeless:
        return "voor elke dag"
    until = f" tot en met {said.valid_to}" if said.valid_to else ""
    return f"vanaf {said.valid_from}{until}"
