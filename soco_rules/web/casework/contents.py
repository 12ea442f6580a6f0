"""What a dossier page shows: what is known and of whom, what contradicts, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass

from soco_rules.compiler.layers import Stack
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.account import facts_in
from soco_rules.dossiers.account import possible
from soco_rules.dossiers.account import time_of
from soco_rules.dossiers.account import value_in_words
from soco_rules.dossiers.account import whose
from soco_rules.dossiers.lifecycle import misfit
from soco_rules.dossiers.making_known import known_of
from soco_rules.dossiers.objection_words import RULINGS
from soco_rules.dossiers.objections import Objection
from soco_rules.dossiers.objections import objections_of
from soco_rules.dossiers.objections import terms_of
from soco_rules.dossiers.present import Reported
from soco_rules.dossiers.present import Standing
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.present import in_force
from soco_rules.dossiers.present import lines_of
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.present import reopened_of
from soco_rules.dossiers.present import reports_by_name
from soco_rules.dossiers.present import returned_proposals
from soco_rules.dossiers.recording import procedure_of
from soco_rules.explain.outcomes import decided_in_words
from soco_rules.facts import Dates
from soco_rules.model.agreement import DecisionType
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.dossier import SentLetter
from soco_rules.model.procedure import in_words
from soco_rules.model.values import Kind
from soco_rules.model.values import Per
from soco_rules.model.values import Role
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.web.casework.history import as_day
from soco_rules.web.casework.history import titled


@dataclass(frozen=True, slots=True)
class Said:
    """What a source says of something, or what a person found of it. `asked` names it in an address."""

    asked: str
    question: str
    about: str
    value: str
    by: str
    day: str
    time: str
    reason: str
    act: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What sources say differently of one thing at one time; `month` is set for what is about a month."""

    asked: str
    question: str
    month: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A besluit that was proposed or taken. `letter` is the act with its letter as sent, `known` when that was.

    `again` is about when it is to be taken again, as the address of a proposal asks it; empty where it is not.
    """

    act: int
    besluit: str
    title: str
    outcome: str
    by: str
    day: str
    remark: str
    letter: int | None = None
    known: str = ""
    again: str = ""


def asked_name(name: str, role: Role | None) -> str:
    """What is asked as one word of an address: the name, and behind a point whose it is."""
    return f"{name}.{role}" if role else name


def key_of(asked: str) -> tuple[str, Role | None]:
    """The name and the person of `asked_name`; nobody where that is no person."""
    name, _, person = asked.partition(".")
    return name, next((role for role in Role if role == person), None)


def facts_shown(stack: Stack, dossier: Dossier) -> tuple[Said, ...]:
    """What each source says last."""
    return tuple(_reported(stack, entry, said) for entry, said in facts_in(dossier) if said.value is not None)


def judgements_shown(stack: Stack, dossier: Dossier) -> tuple[Said, ...]:
    """What people found, the last first."""
    return tuple(
        _judged(stack, entry, said)
        for entry, said in reversed(contents(dossier, GivenJudgement))
        if said.value is not None
    )


def said_of(stack: Stack, dossier: Dossier, name: str, role: Role | None) -> tuple[Said, ...]:
    """Everything that was ever said of one thing, the last first."""
    reported = (_reported(stack, *each) for each in reports_by_name(dossier).get((name, role), ()))
    judged = (
        _judged(stack, entry, said)
        for entry, said in contents(dossier, GivenJudgement)
        if (said.name, said.role) == (name, role)
    )
    return tuple(sorted((*reported, *judged), key=lambda each: -each.act))


def contradictions_in(stack: Stack, dossier: Dossier, on: int) -> tuple[Contradiction, ...]:
    """What sources say differently of one thing on a day; of what is about a month, of each month."""
    found = []
    for (name, role), reports in reports_by_name(dossier).items():
        fact = stack.facts.get(name)
        if fact is None:
            continue
        is_of_period = bool({Per.MONTH, Per.YEAR} & set(fact.type.per))
        days = {parse_date(each.said.valid_from) for each in reports} if is_of_period else {on}
        for day in sorted(days):
            now = tuple(
                each for each in in_force(reports, fact.type, Dates(day, day)) if each.said.value is not None
            )
            if len({each.said.value for each in now}) > 1:
                found.append(_contradiction(stack, name, role, now, iso_day(day)[:7] if is_of_period else ""))
    return tuple(dict.fromkeys(found))


def proposals_shown(stack: Stack, dossier: Dossier) -> tuple[Taken, ...]:
    """The proposals that wait for somebody with a mandate."""
    return tuple(
        Taken(
            act=each.entry.number,
            besluit=each.entry.subject or "",
            title=titled(stack, each.entry),
            outcome=decided_in_words(each.proposed.decision),
            by=each.entry.by,
            day=as_day(each.proposed.decision.decision_date),
            remark=f"eerste handtekening van {each.signed.by}" if each.signed else "",
        )
        for each in open_proposals(dossier)
    )


def returned_shown(stack: Stack, dossier: Dossier) -> tuple[Taken, ...]:
    """The proposals that were given back and wait for a new one."""
    return tuple(
        Taken(
            act=each.proposal.number,
            besluit=each.proposal.subject or "",
            title=titled(stack, each.proposal),
            outcome="",
            by=each.entry.by,
            day=as_day(each.entry.at[:10]),
            remark=each.said.remark,
        )
        for each in returned_proposals(dossier)
    )


@dataclass(frozen=True, slots=True)
class Given:
    """Who put a dossier on somebody's desk, when, and why."""

    by: str
    day: str
    reason: str


def given_shown(entry: Entry, said: Assigned) -> Given:
    """That a dossier was given, in words."""
    return Given(entry.by, as_day(entry.at[:10]), said.reason or "")


def decisions_shown(stack: Stack, dossier: Dossier) -> tuple[Taken, ...]:
    """The besluiten that stand, the last first."""
    again = {standing.entry.number: why.reason for standing, why in reopened_of(dossier)}
    letters = {said.adoption: entry.number for entry, said in contents(dossier, SentLetter)}
    found = []
    for standing in reversed(adopted_of(dossier)):
        adoption, number = standing.adopted.adoption, standing.entry.number
        instead = (
            f"in de plaats van handeling {standing.adopted.corrects}" if standing.adopted.corrects else ""
        )
        waits = f"opnieuw te nemen: {again[number]}" if number in again else ""
        found.append(
            Taken(
                act=number,
                besluit=standing.entry.subject or "",
                title=titled(stack, standing.entry),
                outcome=decided_in_words(adoption.decision, adoption.outcome),
                by=f"{adoption.by}, {adoption.function}",
                day=as_day(adoption.date),
                remark="; ".join(filter(None, (instead, waits))),
                letter=letters.get(number),
                known=_known(dossier, standing),
                again=_about(standing) if waits else "",
            )
        )
    return tuple(found)


def _about(standing: Standing) -> str:
    """The month or the day of reference of a decision, as the address of a proposal asks it."""
    month = standing.entry.month
    about = standing.adopted.adoption.decision.reference_date
    return f"maand={month[:7]}" if month else f"peildatum={about}"


def _known(dossier: Dossier, standing: Standing) -> str:
    """When a beschikking was made known; of what is none, nothing."""
    if not standing.short.is_appealable:
        return ""
    day = known_of(dossier, standing.entry, standing.short).day
    return "nog niet bekendgemaakt" if day is None else f"bekendgemaakt op {as_dutch(day, Kind.DATE)}"


@dataclass(frozen=True, slots=True)
class ObjectionShown:
    """An objection in a line: its number, what it is, and how far."""

    number: int
    what: str
    state: str


def objections_shown(dossier: Dossier, on: int) -> tuple[ObjectionShown, ...]:
    """The objections of a dossier, with until when to decide or what was decided."""
    return tuple(
        ObjectionShown(
            each.entry.number,
            f"bezwaar van {as_dutch(each.received, Kind.DATE)} tegen handeling {each.said.adoption}",
            _how_far(each, on),
        )
        for each in objections_of(dossier)
    )


def _how_far(each: Objection, on: int) -> str:
    if each.answered is not None:
        return RULINGS[each.answered[1].ruled.ruling]
    if not each.is_open:
        return "ingetrokken"
    last = next(terms_of(each, on=on)).last_day
    return (
        "wanneer er besloten moet zijn, is nog niet bekend"
        if last is None
        else f"beslissen tot en met {as_dutch(last, Kind.DATE)}"
    )


def procedures_shown(stack: Stack, dossier: Dossier) -> tuple[tuple[str, str, str], ...]:
    """The days of the procedures that run: of which besluit, which day, when."""
    found = []
    for besluit in stack.decisions.values():
        for name, day in procedure_of(dossier, besluit.name).items():
            found.append((besluit.title, in_words(name), as_day(day)))
    return tuple(found)


def open_to(
    stack: Stack, dossier: Dossier, on: int
) -> tuple[tuple[DecisionType, ...], tuple[DecisionType, ...], tuple[tuple[DecisionType, Diagnostic], ...]]:
    """The besluiten that move somebody on from here, the others that fit, and those that do not, with why."""
    first = possible(stack, dossier)
    fitting, off = [], []
    for besluit in stack.decisions.values():
        if besluit in first:
            continue
        why = misfit(stack, besluit, dossier, Dates(on, on))
        if why is None:
            fitting.append(besluit)
        else:
            off.append((besluit, why))
    return first, tuple(fitting), tuple(off)


def invoice_lines(dossier: Dossier) -> int:
    """How many invoice lines count."""
    return len(lines_of(dossier))


def _reported(stack: Stack, entry: Entry, said: ReportedFact) -> Said:
    fact = stack.facts.get(said.name)
    return Said(
        asked=asked_name(said.name, said.role),
        question=fact.question if fact else "",
        about=whose(said),
        value=value_in_words(stack, said.name, said.value),
        by=said.source,
        day=as_day(said.date),
        time=_time(stack, said),
        reason="",
        act=entry.number,
    )


def _judged(stack: Stack, entry: Entry, said: GivenJudgement) -> Said:
    fact = stack.facts.get(said.name)
    return Said(
        asked=asked_name(said.name, said.role),
        question=fact.question if fact else "",
        about=whose(said),
        value=value_in_words(stack, said.name, said.value),
        by=said.by,
        day=as_day(said.date),
        time="",
        reason=said.reason,
        act=entry.number,
    )


def _time(stack: Stack, said: ReportedFact) -> str:
    fact = stack.facts.get(said.name)
    if fact is not None and (Per.MONTH in fact.type.per or fact.type.is_timeless):
        return time_of(stack, said)
    until = f" tot en met {as_day(said.valid_to)}" if said.valid_to else ""
    return f"vanaf {as_day(said.valid_from)}{until}"


def _contradiction(
    stack: Stack, name: str, role: Role | None, now: tuple[Reported, ...], month: str
) -> Contradiction:
    fact = stack.facts[name]
    return Contradiction(
        asked=asked_name(name, role),
        question=fact.question,
        month=month,
        said=tuple(_reported(stack, each.entry, each.said) for each in now),
    )
