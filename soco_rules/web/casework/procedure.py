"""The days of the procedure of a besluit, such as that of the application: the terms of the law run from them."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response

from soco_rules.diagnostics import Span
from soco_rules.dossiers.recording import Telling
from soco_rules.dossiers.recording import procedure_of
from soco_rules.dossiers.recording import recorded
from soco_rules.model.case import Case
from soco_rules.model.dossier import Dossier
from soco_rules.model.procedure import DATES
from soco_rules.model.values import iso_day
from soco_rules.web.access.opening import handled
from soco_rules.web.casework.books import book_for
from soco_rules.web.casework.books import last_act
from soco_rules.web.casework.books import references
from soco_rules.web.casework.books import rules_of
from soco_rules.web.casework.deciding import moved
from soco_rules.web.casework.place import At
from soco_rules.web.casework.place import Deciding
from soco_rules.web.done import after
from soco_rules.web.faults import RefusedError
from soco_rules.web.forms import Field
from soco_rules.web.forms import Filled
from soco_rules.web.forms import day_field
from soco_rules.web.forms import day_given
from soco_rules.web.forms import sentence
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Who
from soco_rules.web.people import only_for

router = APIRouter(
    prefix="/dossiers/{gemeente}/{cooperatie}/{nummer}/besluit/{besluit}/procedure",
    dependencies=[Depends(only_for(DeskRole.CASEWORKER)), Depends(handled)],
)

_AHEAD = ("_tot_en_met", "_vanaf")
"""How the names end of the days that may still come; the others are of what happened."""


@router.get("")
def days(request: Request, ground: Here, here: Deciding) -> Response:
    """The days that are known, to add to."""
    known = dict(procedure_of(_dossier(ground, here), here.besluit))
    return _form(request, ground, here, _fields(known, {}))


@router.post("")
def told(request: Request, ground: Here, person: Who, here: Deciding, filled: Filled) -> Response:
    """Record the days that are new."""
    given = {name: text_in(filled, name) for name in DATES}
    days, errors = _days_in(given, ground.settings.today())
    if errors:
        return _form(request, ground, here, _fields(given, errors), status=422)
    with ground.writing(here.reference, person) as ledger:
        if later := moved(ledger, here.number, text_in(filled, "handeling")):
            raise RefusedError(later)
        book = ledger.book(dossiers=(here.number,))
        known = procedure_of(book.dossiers[here.number], here.besluit)
        new = {name: day for name, day in days.items() if known.get(name) != day}
        case = Case(here.reference, {}, {}, procedure=new, places=dict.fromkeys(new, Span("procedure")))
        telling = Telling(today=ground.settings.today(), besluit=here.besluit)
        drafts, findings = recorded(rules_of(ground, here.reference), here.number, case, telling)
        if findings:
            raise RefusedError(*findings)
        ledger.append(drafts)
    return RedirectResponse(after(here.address(), "procedure"), 303)


def _dossier(ground: Ground, here: At) -> Dossier:
    return book_for(ground, here.reference, here.number).dossiers[here.number]


def _days_in(given: dict[str, str], today: int) -> tuple[dict[str, str], dict[str, str]]:
    """The days that were filled in, as the rule files write them, and what is wrong with the others."""
    found, errors = {}, {}
    for name in given:
        day, problem = day_given(given, name)
        if problem:
            errors[name] = problem
        elif day is not None and day > today and not name.endswith(_AHEAD):
            errors[name] = "Deze dag moet nog komen. Vul in wat er is gebeurd."
        elif day is not None:
            found[name] = iso_day(day)
    return found, errors


def _fields(given: dict[str, str], errors: dict[str, str]) -> tuple[Field, ...]:
    return tuple(
        day_field(
            name,
            sentence(meaning).rstrip("."),
            given.get(name, ""),
            error=errors.get(name, ""),
            required=False,
        )
        for name, meaning in DATES.items()
    )


def _form(
    request: Request, ground: Ground, here: At, fields: tuple[Field, ...], status: int = 200
) -> Response:
    return page(
        request,
        "casework/procedure",
        status=status,
        title="Dagen van de procedure",
        at=here,
        agreement=references(ground.rules().workspace).get(here.reference, here.reference),
        besluit=rules_of(ground, here.reference).stack.decisions[here.besluit],
        fields=fields,
        errors=wrong(fields),
        last_act=last_act(_dossier(ground, here)),
    )
