"""The queue: every proposal in every book that waits for somebody with a mandate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.due import DECIDING
from soco_rules.dossiers.due import Due
from soco_rules.dossiers.due import due_in
from soco_rules.dossiers.present import Open
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import agreements
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.voided import is_by
from soco_rules.explain.outcomes import decided_in_words
from soco_rules.model.called import body
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Signed
from soco_rules.model.values import month_in_words
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import RuleFiles
from soco_rules.model.workspace import Workspace
from soco_rules.terms.of_case import terms_of
from soco_rules.web.legal.rules import errors_for
from soco_rules.web.legal.rules import stack_on

_ACTS = (Act.PROPOSAL, Act.FIRST_SIGNATURE, Act.RETURNED, Act.ADOPTION)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One proposal that waits. `since` is a day number; `month` is in words, empty where there is none.

    `due` is the first day to watch that this proposal deals with, as far as one is known. With `is_stale` the rules are
    no longer those that it was made with: nobody can adopt it.
    """

    agreement: str
    title: str
    dossier: int
    proposal: int
    besluit: str
    month: str
    outcome: str
    decider: str
    by: str
    since: int
    signed: Signed | None
    due: Due | None
    is_late: bool
    is_stale: bool

    @property
    def path(self) -> str:
        """The page of this proposal."""
        return f"/voorstellen/{self.agreement}/{self.dossier}/{self.proposal}"


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits, in order, and what stands in the way of adopting in some of the books."""

    waiting: tuple[Waiting, ...]
    findings: tuple[Diagnostic, ...]


def queue_of(store: Store, situation: RuleFiles, today: int, *, oldest_first: bool = False) -> Queue:
    """Every open proposal: the most urgent first, that is by the day that must be met; those without one by age.

    Raises:
        StoreError: a book cannot be read.
    """
    waiting: list[Waiting] = []
    findings: list[Diagnostic] = []
    for agreement in agreements(store):
        found = tuple(_in_book(store, situation.workspace, agreement, today))
        waiting += found
        if found:
            findings += errors_for(situation, agreement)
    order = _by_age if oldest_first else _by_urgency
    return Queue(tuple(sorted(waiting, key=order)), tuple(dict.fromkeys(findings)))


def _by_age(row: Waiting) -> tuple[object, ...]:
    return (row.since, row.agreement, row.proposal)


def _by_urgency(row: Waiting) -> tuple[object, ...]:
    day = row.due.day if row.due else None
    return (day is None, day or 0, row.since, row.agreement, row.proposal)


def _in_book(store: Store, workspace: Workspace, agreement: str, today: int) -> Iterator[Waiting]:
    book = read_book(store, agreement, acts=_ACTS)
    found = {
        number: proposals for number, each in book.dossiers.items() if (proposals := open_proposals(each))
    }
    if not found:
        return
    stack = stack_on(workspace, agreement, today)
    dues = due_in(stack, read_book(store, agreement, dossiers=tuple(found)), today) if stack else ()
    for number, proposals in found.items():
        for waiting in proposals:
            known = (each for each in dues if each.dossier == number and waiting.entry.subject in each.needed)
            days = (*known, *_term_of(waiting, today))
            due = min(days, key=lambda each: (each.day is None, each.day or 0), default=None)
            is_stale = stack is not None and not is_by(workspace, waiting.proposed.decision)
            yield _row(agreement, number, waiting, due, today, is_stale=is_stale)


def _term_of(waiting: Open, today: int) -> Iterator[Due]:
    """The term to decide that runs by the days that the proposal itself was made with."""
    term = terms_of(waiting.proposed.decision.procedure, on=today).get(DECIDING)
    if term is not None:
        yield Due(term.last_day, DECIDING, term.explanation, articles=term.articles)


def _row(
    agreement: str, number: int, waiting: Open, due: Due | None, today: int, *, is_stale: bool
) -> Waiting:
    decision, entry = waiting.proposed.decision, waiting.entry
    return Waiting(
        agreement=agreement,
        title=decision.agreement_title or agreement,
        dossier=number,
        proposal=entry.number,
        besluit=decision.title,
        month=month_in_words(parse_date(entry.month)) if entry.month else "",
        outcome=decided_in_words(decision),
        decider=body(decision.decider) if decision.decider else "onbekend",
        by=entry.by,
        since=parse_date(entry.at[:10]),
        signed=waiting.signed,
        due=due,
        is_late=due is not None and due.is_late(today),
        is_stale=is_stale,
    )
