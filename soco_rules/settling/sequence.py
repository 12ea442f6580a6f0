"""Months are settled one after another: a month counts with what was adopted of those before it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.present import reopened_of
from soco_rules.dossiers.present import returned_proposals
from soco_rules.dossiers.reopening import DeskOn
from soco_rules.facts import Dates
from soco_rules.facts import last_of_month
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Proposed
from soco_rules.model.values import iso_day
from soco_rules.model.values import month_in_words
from soco_rules.model.values import parse_date

_SHOWN = 5
_DECIDED = frozenset({Act.PROPOSAL, Act.ADOPTION})


@dataclass(frozen=True, slots=True)
class Held:
    """The members of whom a besluit of this month waits for another month, and why."""

    besluit: str
    members: tuple[int, ...]
    why: str
    remedy: str


def out_of_order(
    book: Book, desks: Iterable[Desk], due: Sequence[int], month: int, desk_on: DeskOn
) -> Iterator[Held]:
    """Of whom an earlier month was passed over or proposed and never adopted, or a later one was adopted already.

    Only of besluiten that count their own earlier outcomes: to the others another month makes no difference. A month is
    passed over when the besluit was taken about an earlier one and never proposed about this one, though it applies.
    """
    first = iso_day(month)
    when = month_in_words(month)
    for desk in desks:
        name, title = desk.besluit.name, desk.besluit.title
        if name not in _counted_by(desk):
            continue
        dossiers = [book.dossiers[number] for number in due if not _has(book.dossiers[number], name, first)]
        if waiting := [each for each in dossiers if _waits_before(each, name, first)]:
            yield Held(
                name,
                tuple(each.number for each in waiting),
                f"'{title}': een maand voor {when} is voorgesteld en niet vastgesteld, bij {_listed(waiting)}",
                "stel eerst die maand vast met soco verreken --door en --functie",
            )
        for gap, missed in _gaps(book, desk, dossiers, desk_on).items():
            yield Held(
                name,
                tuple(each.number for each in missed),
                f"'{title}': {month_in_words(gap)} is nog niet verrekend, bij {_listed(missed)}",
                "verreken eerst die maand; was er niets, dan staat in haar opgave 0",
            )
        if passed := [each for each in dossiers if _adopted_after(each, name, first)]:
            yield Held(
                name,
                tuple(each.number for each in passed),
                f"'{title}': een maand na {when} is al vastgesteld, bij {_listed(passed)}",
                "boek de opgave met --correctie en neem deze maand met soco dossier besluit; "
                "soco dossier heropen noemt daarna de latere maanden",
            )


def refusal(held: Sequence[Held], due: Sequence[int]) -> tuple[Diagnostic, ...]:
    """Why nobody can be settled: a besluit of which every member waits; nothing where there are others."""
    of_besluit: dict[str, set[int]] = {}
    for each in held:
        of_besluit.setdefault(each.besluit, set()).update(each.members)
    return tuple(
        finding("maand-volgorde", Span(each.besluit), each.why, remedy=each.remedy)
        for each in held
        if of_besluit[each.besluit].issuperset(due)
    )


def passed_over(held: Iterable[Held]) -> Iterator[Diagnostic]:
    """A warning about those that wait while the others are settled."""
    for each in held:
        message = f"{each.why}; daar is dit besluit overgeslagen, bij de anderen niet"
        yield finding("maand-volgorde-lid", Span(each.besluit), message, remedy=each.remedy)


def left_out(desks: Iterable[Desk], held: Iterable[Held]) -> Mapping[str, frozenset[int]]:
    """For each besluit the members for whom it is not taken: it counts what waits for another month."""
    waits = tuple(held)
    return {
        desk.besluit.name: frozenset(
            number for each in waits if each.besluit in _counted_by(desk) for number in each.members
        )
        for desk in desks
    }


def _counted_by(desk: Desk) -> frozenset[str]:
    """The besluiten of which a desk counts earlier outcomes."""
    facts = desk.compiled.stack.facts
    queries = (facts[field.name].from_dossier for field in desk.program.fields if field.name in facts)
    return frozenset(query.source for query in queries if query is not None)


def _gaps(
    book: Book, desk: Desk, dossiers: Iterable[Dossier], desk_on: DeskOn
) -> Mapping[int, tuple[Dossier, ...]]:
    """The months between the last one that was settled or proposed and this one, with those of whom they lack."""
    found: dict[int, tuple[Dossier, ...]] = {}
    name, today = desk.besluit.name, desk.dates.decision
    for dossier in dossiers:
        about = (entry.month for entry in dossier.entries if entry.act in _DECIDED and entry.subject == name)
        before = [day for day in map(parse_date, filter(None, about)) if day < desk.dates.reference]
        gap = last_of_month(max(before)) + 1 if before else desk.dates.reference
        while gap < desk.dates.reference:
            there, _ = desk_on(name, Dates(gap, today))
            prepared = propose_for(there, book, dossier.number)[0] if there else None
            if prepared is not None and prepared.decision.status is not DecisionStatus.NOT_APPLICABLE:
                found[gap] = (*found.get(gap, ()), dossier)
            gap = last_of_month(gap) + 1
    return found


def _has(dossier: Dossier, besluit: str, month: str) -> bool:
    return any(each.entry.month == month for each in adopted_of(dossier, besluit))


def _waits_before(dossier: Dossier, besluit: str, month: str) -> bool:
    """A proposal of a month that was decided already waits for nothing, unless that decision was reopened.

    One that was given back still waits: for a new proposal.
    """
    again = {standing.entry.month for standing, _ in reopened_of(dossier) if besluit in standing.besluiten}
    proposals = (
        *(each.entry for each in open_proposals(dossier)),
        *(each.proposal for each in returned_proposals(dossier)),
    )
    return any(
        entry.subject == besluit
        and entry.month is not None
        and entry.month < month
        and (entry.month in again or not _has(dossier, besluit, entry.month))
        and isinstance(proposed := entry.content, Proposed)
        and proposed.decision.status is not DecisionStatus.NOT_APPLICABLE
        for entry in proposals
    )


def _adopted_after(dossier: Dossier, besluit: str, month: str) -> bool:
    return any(
        each.entry.month is not None and each.entry.month > month for each in adopted_of(dossier, besluit)
    )


def _listed(dossiers: Sequence[Dossier]) -> str:
    named = ", ".join(str(each.number) for each in dossiers[:_SHOWN])
    rest = f" en nog {len(dossiers) - _SHOWN}" if len(dossiers) > _SHOWN else ""
    return f"dossier {named}{rest}"
