"""What its shape allows in a stored decision or adoption, and nothing that soco_rules writes has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.values import Role
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import parse_date


def unreadable_part(decided: Decision | Adoption) -> str:
    """The keys to the first part that cannot be, with dots between them; empty where there is none."""
    match decided:
        case Decision():
            return _of_decision(decided)
        case Adoption():
            return _of_adoption(decided)
        case _:
            assert_never(decided)


def _of_adoption(adoption: Adoption) -> str:
    """As for a decision, of what was adopted and of the days of adopting and sending."""
    heard = adoption.hearing.date if adoption.hearing else None
    days = (("datum", adoption.date), ("verzonden_op", adoption.sent_on), ("zienswijze.datum", heard))
    for key, day in days:
        if day is not None and not _is_date(day):
            return key
    inside = adoption.deviation.consequences if adoption.deviation else adoption.decision
    for key, decision in (("besluit", adoption.decision), ("afwijking.gevolgen", inside)):
        if where := _of_decision(decision):
            return f"{key}.{where}"
    return ""


def _of_decision(decision: Decision) -> str:
    for key, day in _days_of(decision):
        if day is not None and not _is_date(day):
            return key
    roles = {None, *Role}
    wrong = (f"feiten.{place}.rol" for place, fact in enumerate(decision.facts) if fact.role not in roles)
    return next(wrong, "")


def _days_of(decision: Decision) -> Iterator[tuple[str, str | None]]:
    yield "peildatum", decision.reference_date
    yield "besluitdatum", decision.decision_date
    yield from ((f"procedure.{name}", day) for name, day in decision.procedure.items())
    for place, fact in enumerate(decision.facts):
        yield f"feiten.{place}.datum", fact.date
        yield from (
            (f"feiten.{place}.opgaven.{number}.datum", one.date) for number, one in enumerate(fact.reports)
        )
    yield from ((f"aannames.{place}.datum", each.date) for place, each in enumerate(decision.assumptions))


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except UnreadableValueError:
        return False
    return True
