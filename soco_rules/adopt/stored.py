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
    """As for a decision, of what was adopted and of the days that the adoption tells itself."""
    for key, day in _days_beside(adoption):
        if day is not None and not _is_date(day):
            return key
    inside = adoption.deviation.consequences if adoption.deviation else adoption.decision
    for key, decision in (("besluit", adoption.decision), ("afwijking.gevolgen", inside)):
        if where := _of_decision(decision):
            return f"{key}.{where}"
    return ""


def _days_beside(adoption: Adoption) -> Iterator[tuple[str, str | None]]:
    yield "datum", adoption.date
    yield "verzonden_op", adoption.sent_on
    if adoption.hearing:
        yield "zienswijze.datum", adoption.hearing.date
    if told := adoption.on_objection:
        yield "op_bezwaar.vastgesteld_op", told.adopted_on
        yield "op_bezwaar.verzonden_op", told.sent_on
        yield "op_bezwaar.ontvangen", told.received
        yield "op_bezwaar.besloten_op", told.decided_on
        yield "op_bezwaar.gehoord_op", told.heard_on
        yield "op_bezwaar.bezwaar_tot_en_met", told.closed


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
