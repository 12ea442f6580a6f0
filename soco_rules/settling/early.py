"""A month that is not over: it is settled only for a reason, and one that has not begun is not settled at all."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.facts import EARLY
from soco_rules.facts import last_of_month
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Intake
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day
from soco_rules.model.values import month_in_words

_PLACE = Span("maand")


def is_running(month: int, on: int) -> bool:
    """Whether a month has begun and is not over: on its last day it is."""
    return month <= on < last_of_month(month)


def not_begun(month: int, on: int) -> Diagnostic | None:
    """That a month has not begun, for which no reason helps; None where it has."""
    if month <= on:
        return None
    message = f"De maand {month_in_words(month)} is nog niet begonnen."
    return finding("maand-niet-voorbij", _PLACE, message, remedy="wacht tot de maand voorbij is")


def too_early(book: Book, month: int, on: int, reason: str) -> Diagnostic | None:
    """Why a month cannot be settled yet: neither now nor with a file before did anybody say why not to wait."""
    if found := not_begun(month, on):
        return found
    if not is_running(month, on) or reason or reason_before(book, month):
        return None
    until = as_dutch(last_of_month(month), Kind.DATE)
    message = f"De maand {month_in_words(month)} loopt nog, tot en met {until}."
    return finding("maand-niet-voorbij", _PLACE, message)


def reason_before(book: Book, month: int) -> str:
    """Why a file of a month was booked before it was over, as was said last; empty where none was."""
    booked = (entry.content for entry in reversed(book.entries))
    reasons = (each.reason for each in booked if isinstance(each, Intake) and each.month == iso_day(month))
    return next((reason for reason in reasons if reason), "")


def once(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What was found of the members, with once for all of them that the month is not over."""
    told = False
    for found in findings:
        if found.code != EARLY:
            yield found
        elif not told:
            told = True
            yield replace(found, span=_PLACE)
