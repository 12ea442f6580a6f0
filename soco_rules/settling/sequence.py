"""Months are settled one after another: a month counts with what was adopted of those before it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.present import reopened_of
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.values import iso_day
from soco_rules.settling.month import month_in_words

_SHOWN = 5


def out_of_order(book: Book, desks: Iterable[Desk], due: Sequence[int], month: int) -> Iterator[Diagnostic]:
    """An earlier month that was proposed and never adopted, or a later one that was adopted already.

    Only of besluiten that count their own earlier outcomes: to the others another month makes no difference.
    """
    first = iso_day(month)
    when = month_in_words(month)
    for desk in desks:
        name, title = desk.besluit.name, desk.besluit.title
        if not _counts_itself(desk):
            continue
        dossiers = [book.dossiers[number] for number in due]
        waiting = [
            each for each in dossiers if not _has(each, name, first) and _waits_before(each, name, first)
        ]
        if waiting:
            message = (
                f"'{title}': een maand voor {when} is voorgesteld en niet vastgesteld, bij {_listed(waiting)}"
            )
            remedy = "stel eerst die maand vast met soco verreken --door en --functie"
            yield finding("maand-volgorde", Span(name), message, remedy=remedy)
        passed = [
            each for each in dossiers if not _has(each, name, first) and _adopted_after(each, name, first)
        ]
        if passed:
            message = f"'{title}': een maand na {when} is al vastgesteld, bij {_listed(passed)}"
            remedy = (
                "boek de opgave met --correctie en neem deze maand met soco dossier besluit; "
                "soco dossier heropen noemt daarna de latere maanden"
            )
            yield finding("maand-volgorde", Span(name), message, remedy=remedy)


def _counts_itself(desk: Desk) -> bool:
    facts = desk.compiled.stack.facts
    queries = (facts[field.name].from_dossier for field in desk.program.fields if field.name in facts)
    return any(query is not None and query.source == desk.besluit.name for query in queries)


def _has(dossier: Dossier, besluit: str, month: str) -> bool:
    return any(each.entry.month == month for each in adopted_of(dossier, besluit))


def _waits_before(dossier: Dossier, besluit: str, month: str) -> bool:
    """A proposal of a month that was decided already waits for nothing, unless that decision was reopened."""
    again = {standing.entry.month for standing, _ in reopened_of(dossier) if besluit in standing.besluiten}
    return any(
        each.entry.subject == besluit
        and each.entry.month is not None
        and each.entry.month < month
        and (each.entry.month in again or not _has(dossier, besluit, each.entry.month))
        and each.proposed.decision.status is not DecisionStatus.NOT_APPLICABLE
        for each in open_proposals(dossier)
    )


def _adopted_after(dossier: Dossier, besluit: str, month: str) -> bool:
    return any(
        each.entry.month is not None and each.entry.month > month for each in adopted_of(dossier, besluit)
    )


def _listed(dossiers: Sequence[Dossier]) -> str:
    named = ", ".join(str(each.number) for each in dossiers[:_SHOWN])
    rest = f" en nog {len(dossiers) - _SHOWN}" if len(dossiers) > _SHOWN else ""
    return f"dossier {named}{rest}"
