"""The terms of one case: from its procedure dates and the day of sending to Terms under their Dutch names."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.model.procedure import TIMES
from soco_rules.model.procedure import in_words
from soco_rules.model.procedure import is_known
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import as_dutch
from soco_rules.model.values import capital
from soco_rules.model.values import parse_date
from soco_rules.terms.awb import REPAIR
from soco_rules.terms.awb import Consent
from soco_rules.terms.awb import Postponement
from soco_rules.terms.awb import Supplement
from soco_rules.terms.awb import Term
from soco_rules.terms.awb import decision
from soco_rules.terms.awb import not_handling
from soco_rules.terms.awb import objection
from soco_rules.terms.awb import payment
from soco_rules.terms.awb import penalty
from soco_rules.terms.awb import supplement
from soco_rules.terms.awb import view

NAMES = ("bezwaar", "betalen", "beslissen", "aanvullen", "buiten_behandeling", "zienswijze", "dwangsom")
"""Every term that a case can have."""


def terms_of(procedure: Mapping[str, str], *, on: int, sent: int | None = None) -> Mapping[str, Term]:
    """The terms that these dates start, by name; a term of which the first date is missing is not among them.

    `on` is the day from which is looked; `sent` is the day on which the decision was sent.
    """
    days = {name: day for name, text in procedure.items() if (day := _day(text)) is not None}
    return {term.name: term for term in _terms(days, on, sent)}


def is_supplied(procedure: Mapping[str, str]) -> bool:
    """Whether an answer came to the last request to supplement; also where none was made."""
    days = {name: day for name, text in procedure.items() if (day := _day(text)) is not None}
    requests = tuple(_supplements(days))
    return not requests or max(requests, key=lambda request: request.asked).supplied is not None


def _day(text: str) -> int | None:
    try:
        return parse_date(text)
    except UnreadableValueError:  # a stored decision may hold anything; reading a case reports it
        return None


def _terms(days: Mapping[str, int], on: int, sent: int | None) -> Iterator[Term]:
    if sent is not None:
        yield objection(sent)
        yield payment(sent)
    requests = tuple(_supplements(days))
    if requests:
        latest = max(requests, key=lambda request: request.asked)
        yield supplement(latest)
        yield not_handling(latest, on=on)
    elif "aanvullen_tot_en_met" in days:
        yield Term("aanvullen", None, days["aanvullen_tot_en_met"], (REPAIR,), _lacking(days) or "")
    if "zienswijze_gevraagd_op" in days or "zienswijze_tot_en_met" in days:
        yield view(days.get("zienswijze_gevraagd_op"), days.get("zienswijze_tot_en_met"))
    if "ontvangen" in days:
        term = _decision(days, requests, on)
        yield term
        if "ingebrekestelling_ontvangen" in days:
            yield penalty(term.last_day, days["ingebrekestelling_ontvangen"])


def _decision(days: Mapping[str, int], requests: tuple[Supplement, ...], on: int) -> Term:
    received = days["ontvangen"]
    if lacking := _lacking(days):
        return replace(decision(received, on=on), last_day=None, explanation=lacking)
    told = days.get("verdaagd_op")
    postponed = None if told is None else Postponement(told, days.get("verdaagd_tot_en_met"))
    standstills: tuple[Supplement | Consent, ...] = (*requests, *_consents(days))
    return decision(received, on=on, standstills=standstills, postponed=postponed)


_NEEDS = {
    "aanvullen_tot_en_met": "aanvullen_gevraagd_op",
    "aangevuld_op": "aanvullen_gevraagd_op",
    "uitstel_tot_en_met": "uitstel_vanaf",
    "verdaagd_tot_en_met": "verdaagd_op",
}


def _lacking(days: Mapping[str, int]) -> str | None:
    """Which day the term to decide cannot do without, in Dutch, because the case gives the one that follows it."""
    for time in TIMES:
        for given, needed in _NEEDS.items():
            if f"{given}{time}" in days and f"{needed}{time}" not in days:
                return f"Bekend is {in_words(given + time)}, en niet {in_words(needed + time)}."
    return None


_AFTER = (
    *_NEEDS.items(),
    ("zienswijze_tot_en_met", "zienswijze_gevraagd_op"),
    ("aanvullen_gevraagd_op", "ontvangen"),
    ("uitstel_vanaf", "ontvangen"),
    ("verdaagd_op", "ontvangen"),
    ("ingebrekestelling_ontvangen", "ontvangen"),
)
"""Days of which the first never lies before the second."""


def out_of_order(days: Mapping[str, int]) -> Mapping[str, str]:
    """By the name of a day that lies before one that it cannot lie before, the name of that other day."""
    found: dict[str, str] = {}
    for time in TIMES:
        for later, earlier in _AFTER:
            said = f"{earlier}{time}" if f"{earlier}{time}" in days else earlier
            if f"{later}{time}" in days and said in days and days[f"{later}{time}"] < days[said]:
                found[f"{later}{time}"] = said
    return found


def misplaced(days: Mapping[str, int]) -> Mapping[str, str]:
    """By the name of a day what is wrong with it beside the others, in Dutch: before which it cannot lie."""
    return {
        later: f"Deze dag ligt voor {in_words(earlier)}: {as_dutch(days[earlier], Kind.DATE)}."
        for later, earlier in out_of_order(days).items()
    }


def disordered(
    told: Mapping[str, str], places: Mapping[str, Span], *, known: Mapping[str, str] | None = None
) -> Iterator[Diagnostic]:
    """An error for each day that is told and lies before or after one that it cannot lie before or after.

    `known` are days that were told before and still hold. A day that cannot be read, or has no name of a day of a
    procedure, is told of elsewhere.
    """
    written = {**(known or {}), **told}
    days = {name: day for name, text in written.items() if is_known(name) and (day := _day(text)) is not None}
    for later, earlier in out_of_order(days).items():
        new = next((name for name in (later, earlier) if name in told), None)
        if new is not None:
            second, first = (as_dutch(days[name], Kind.DATE) for name in (later, earlier))
            message = f"{capital(in_words(later))} ({second}) ligt voor {in_words(earlier)} ({first})."
            yield finding("procedure-volgorde", places[new], message)


def _supplements(days: Mapping[str, int]) -> Iterator[Supplement]:
    for time in TIMES:
        asked = days.get(f"aanvullen_gevraagd_op{time}")
        if asked is not None:
            until, supplied = days.get(f"aanvullen_tot_en_met{time}"), days.get(f"aangevuld_op{time}")
            yield Supplement(asked, until, supplied)


def _consents(days: Mapping[str, int]) -> Iterator[Consent]:
    for time in TIMES:
        first = days.get(f"uitstel_vanaf{time}")
        if first is not None:
            yield Consent(first, days.get(f"uitstel_tot_en_met{time}"))
