"""The work list: the days to watch and the months to settle of an agreement."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi.responses import Response

from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.due import as_data
from soco_rules.dossiers.due import due_in
from soco_rules.facts import Dates
from soco_rules.model.values import iso_day
from soco_rules.settling.unsettled import since
from soco_rules.settling.unsettled import unsettled
from soco_rules.web.access.opening import handled_by
from soco_rules.web.api.answers import answer
from soco_rules.web.api.described import operation
from soco_rules.web.api.dossier_answers import DayToWatch
from soco_rules.web.api.dossier_answers import MonthToSettle
from soco_rules.web.api.dossier_answers import WaitingMember
from soco_rules.web.api.dossier_answers import WorkList
from soco_rules.web.api.grounded import Cooperative
from soco_rules.web.api.grounded import Municipality
from soco_rules.web.api.grounded import in_force
from soco_rules.web.api.grounded import rules_for
from soco_rules.web.api.whose import BOOK
from soco_rules.web.ground import Here
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import only_for

router = APIRouter(prefix="/werklijsten", tags=["Dossiers"])
Reader = Annotated[Person, Depends(only_for(DeskRole.CASEWORKER))]


@router.get(
    BOOK,
    **operation("werklijst_tonen", "Toon wat er wacht in uw dossiers.", gives=WorkList, problems=(404,)),
)
def worklist(ground: Here, gemeente: Municipality, cooperatie: Cooperative, person: Reader) -> Response:
    """De dagen die u bewaakt, en de maanden die voorbij zijn en nog niet van ieder lid zijn verrekend."""
    reference, on = f"{gemeente}/{cooperatie}", ground.settings.today()
    workspace = rules_for(ground, reference)
    stack = in_force(workspace, reference, on).stack
    book = ground.book(reference, person)
    seen = handled_by(person, book, may_pick_up=ground.settings.may_pick_up)

    def desk_on(besluit: str, dates: Dates) -> tuple[Desk | None, tuple[Diagnostic, ...]]:
        return ground.desk(reference, besluit, dates)

    days = tuple(
        DayToWatch.model_validate(as_data(each, on), by_alias=True)
        for each in due_in(stack, book, on)
        if each.dossier is None or each.dossier in seen
    )
    months = tuple(
        MonthToSettle(
            month=each.key,
            how=each.in_words(seen),
            waiting=tuple(
                WaitingMember(dossier=number, waits=waits)
                for number, waits in each.waiting.items()
                if number in seen
            ),
            elsewhere=len(each.waiting.keys() - seen),
            settled=each.settled,
            files=each.files,
            has_rules=each.has_rules,
        )
        for each in unsettled(workspace, book, on, desk_on)
        if not each.has_rules or not each.waiting.keys().isdisjoint(seen)
    )
    first = since(workspace, book, on)
    return answer(WorkList(days=days, months=months, since=None if first is None else iso_day(first)[:7]))
