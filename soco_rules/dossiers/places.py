"""Places and the waiting list: who is next by the agreement's own rules, and a place given under the book's lock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.adopt.statement import Statement
from soco_rules.compiler.layers import Stack
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.adopting import sign
from soco_rules.dossiers.among import Figure
from soco_rules.dossiers.among import Rank
from soco_rules.dossiers.among import Reach
from soco_rules.dossiers.among import by_reach
from soco_rules.dossiers.among import counts
from soco_rules.dossiers.among import limits
from soco_rules.dossiers.among import rank_of
from soco_rules.dossiers.among import reach_of
from soco_rules.dossiers.counting import Counted
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import counted_at
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.lifecycle import leads_to
from soco_rules.dossiers.lifecycle import moved_to
from soco_rules.dossiers.moves import state_of
from soco_rules.dossiers.present import Open
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.store import Ledger
from soco_rules.dossiers.store import StoreError
from soco_rules.model.adoption import Adoption
from soco_rules.model.agreement import DecisionType
from soco_rules.model.case import Case
from soco_rules.model.decision import Decision
from soco_rules.model.dossier import Book


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone on the waiting list: how many come first (`rank`), and what the rules propose now.

    `is_next` tells that the rules give a place now, whatever becomes known; `is_tied` that another stands exactly as
    high. `reach` is between which ranks someone stands. `doubts` says, without anybody's name, why that is not one.
    """

    dossier: int
    rank: Rank
    decision: Decision | None
    is_next: bool
    is_tied: bool
    findings: tuple[Diagnostic, ...] = ()
    reach: Reach = ()
    doubts: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The place on the list in words, such as `plaats 2 tot en met 4`; empty where the rules give no order."""
        if self.between is None:
            return ""
        first, last = self.between
        return f"plaats {first}" if first == last else f"plaats {first} tot en met {last}"

    @property
    def between(self) -> tuple[int, int] | None:
        """The first and the last place that it can be; None where the rules give no order or not even that is known."""
        if len(self.reach) != 1 or self.reach[0] is None:
            return None
        least, most = self.reach[0]
        return least + 1, most + 1


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a book: what the rules count, their limits, who has which stand, and the waiting list in order."""

    counted: tuple[Figure, ...]
    limits: tuple[Figure, ...]
    by_state: Mapping[str, tuple[int, ...]]
    waiting: tuple[Waiting, ...]


def placing(stack: Stack) -> tuple[DecisionType, ...]:
    """The besluiten with a waiting list: they lead to a stand in which they can be taken again."""
    return tuple(each for each in stack.decisions.values() if waiting_states(each))


def waiting_states(besluit: DecisionType) -> frozenset[str]:
    """The stands in which someone waits for another outcome of the same besluit."""
    return frozenset(leads_to(besluit.state_to)).intersection(besluit.states_from)


def places_of(desk: Desk, book: Book) -> Places:
    """Who has a place and who waits, with what the rules propose for each who waits, on the book as it is."""
    states = desk.compiled.stack.states
    by_state: dict[str, list[int]] = {}
    for dossier in book.dossiers.values():
        if not is_erased(dossier):
            by_state.setdefault(state_of(dossier, states) or "", []).append(dossier.number)
    counted = counted_at(desk, book)
    waits = sorted(number for state in waiting_states(desk.besluit) for number in by_state.get(state, ()))
    found = [_waiting(desk, book, number, counted) for number in waits]
    height = Counter(each.rank for each in found)
    ordered = sorted(found, key=lambda each: (not each.reach, by_reach(each.reach), each.dossier))
    return Places(
        counted=counts(desk, counted),
        limits=limits(desk),
        by_state={state: tuple(by_state[state]) for state in states if state in by_state},
        waiting=tuple(_with_ties(each, height) for each in ordered),
    )


def admit(ledger: Ledger, desk: Desk, number: int, said: Statement, supplied: Case | None = None) -> Admitted:
    """Decide on a place and adopt that at once, on the book as it is under its lock.

    The rules count the places themselves, so whoever comes second sees that the first one took a place. Who waits and
    still has to wait keeps the decision that there is.

    Raises:
        StoreError: it cannot be decided or adopted; nothing is written.
    """
    book = ledger.book()
    prepared, findings = propose_for(desk, book, number, supplied)
    if prepared is None:
        raise StoreError(*findings)
    target = moved_to(desk.besluit, prepared.decision.outcome)
    if target is not None and target == state_of(book.dossiers[number], desk.compiled.stack.states):
        return Admitted(None, prepared.decision, None, findings)
    (entry,) = ledger.append((as_draft(number, prepared),))
    agreed, found = sign(prepared, Open(entry, prepared.proposed), book.dossiers[number], said)
    if agreed is None:
        raise StoreError(*found)
    ledger.append((agreed.draft,))
    return Admitted(entry.number, prepared.decision, agreed.adoption, (*findings, *found))


@dataclass(frozen=True, slots=True)
class Admitted:
    """What was decided on a place.

    `adoption` is None where a second person must sign first; `proposal` too where someone keeps waiting.
    """

    proposal: int | None
    decision: Decision
    adoption: Adoption | None
    findings: tuple[Diagnostic, ...]


def _waiting(desk: Desk, book: Book, number: int, counted: Counted) -> Waiting:
    prepared, findings = propose_for(desk, book, number, counted=counted)
    if prepared is None:
        return Waiting(number, (), None, is_next=False, is_tied=False, findings=findings)
    target = moved_to(desk.besluit, prepared.decision.outcome)
    is_next = target is not None and target not in waiting_states(desk.besluit)
    return Waiting(
        number,
        rank_of(prepared),
        prepared.decision,
        is_next=is_next,
        is_tied=False,
        reach=reach_of(prepared),
        doubts=prepared.doubts,
    )


def _with_ties(waiting: Waiting, height: Mapping[Rank, int]) -> Waiting:
    known = bool(waiting.rank) and None not in waiting.rank
    return replace(waiting, is_tied=known and height[waiting.rank] > 1)
