"""The days of the procedure of a besluit, such as that of the application: the terms of the law run from them."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

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
from soco_rules.model.procedure import REPEATED
from soco_rules.model.procedure import TIMES
from soco_rules.model.procedure import in_words
from soco_rules.model.procedure import is_known
from soco_rules.model.procedure import may_lie_ahead
from soco_rules.model.procedure import ordinal
from soco_rules.model.values import iso_day
from soco_rules.terms.of_case import misplaced
from soco_rules.web.access.opening import handled
from soco_rules.web.casework.books import book_for
from soco_rules.web.casework.books import last_act
from soco_rules.web.casework.books import rules_of
from soco_rules.web.casework.books import title_of
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


@router.get("")
def days(request: Request, ground: Here, here: Deciding) -> Response:
    """The days that are known, to add to."""
    return _form(request, ground, here, dict(procedure_of(_dossier(ground, here), here.besluit)), {})


@router.post("")
def told(request: Request, ground: Here, person: Who, here: Deciding, filled: Filled) -> Response:
    """Record the days that are new, and take back those of which the field was made empty."""
    given = {name: text_in(filled, name) for name in filled if is_known(name)}
    days, errors = _days_in(given, ground.settings.today())
    if errors:
        return _form(request, ground, here, given, errors, status=422)
    with ground.writing(here.reference, person) as ledger:
        if later := moved(ledger, here.number, text_in(filled, "handeling")):
            raise RefusedError(later)
        known = procedure_of(ledger.book(dossiers=(here.number,)).dossiers[here.number], here.besluit)
        new = {name: day for name, day in days.items() if known.get(name) != day}
        case = Case(here.reference, {}, {}, procedure=new, places=dict.fromkeys(new, Span("procedure")))
        today = ground.settings.today()
        telling = Telling(today=today, besluit=here.besluit)
        emptied = tuple(name for name in known if name in given and not given[name])
        rules = rules_of(ground, here.reference)
        drafts, findings = recorded(rules, here.number, case, telling, known=known, taken_back=emptied)
        if findings:
            raise RefusedError(*findings)
        ledger.append(drafts)
    return RedirectResponse(after(here.address(), "procedure"), 303)


def _dossier(ground: Ground, here: At) -> Dossier:
    return book_for(ground, here.reference, here.number).dossiers[here.number]


def _days_in(given: Mapping[str, str], today: int) -> tuple[dict[str, str], dict[str, str]]:
    """The days that were filled in, as the rule files write them, and what is wrong with the others."""
    found, errors = {}, {}
    for name in given:
        day, problem = day_given(given, name)
        if problem:
            errors[name] = problem
        elif day is not None and day > today and not may_lie_ahead(name):
            errors[name] = "Deze dag moet nog komen. Vul in wat er is gebeurd."
        elif day is not None:
            found[name] = day
    errors = {**misplaced(found), **errors}
    return {name: iso_day(day) for name, day in found.items()}, errors


@dataclass(frozen=True, slots=True)
class Group:
    """Days that belong together; one that is not open yet is for what may happen once more."""

    title: str
    fields: tuple[Field, ...]
    is_open: bool = True


_GROUPS = (
    ("De aanvraag", ("ontvangen",)),
    ("Aanvullen van de aanvraag", ("aanvullen_gevraagd_op", "aanvullen_tot_en_met", "aangevuld_op")),
    ("Uitstel waarmee de aanvrager heeft ingestemd", ("uitstel_vanaf", "uitstel_tot_en_met")),
    ("Later beslissen", ("verdaagd_op", "verdaagd_tot_en_met")),
    ("Te laat beslissen", ("ingebrekestelling_ontvangen",)),
    ("Zienswijze", ("zienswijze_gevraagd_op", "zienswijze_tot_en_met")),
)


def _groups(given: Mapping[str, str], errors: Mapping[str, str]) -> Iterator[Group]:
    """The groups of days; what can happen more than once stands there as often as it did, and once more."""
    for title, names in _GROUPS:
        often = TIMES if names[0] in REPEATED else TIMES[:1]
        for place, time in enumerate(often):
            slots = tuple(f"{name}{time}" for name in names)
            is_filled = any(given.get(slot) or errors.get(slot) for slot in slots)
            again = f"{title}, {ordinal(place + 1)} keer" if place else title
            yield Group(again, tuple(_field(slot, given, errors) for slot in slots), is_filled or not place)
            if not is_filled:
                break


def _field(name: str, given: Mapping[str, str], errors: Mapping[str, str]) -> Field:
    label = sentence(in_words(name)).rstrip(".")
    return day_field(name, label, given.get(name, ""), error=errors.get(name, ""), required=False)


def _form(
    request: Request,
    ground: Ground,
    here: At,
    given: Mapping[str, str],
    errors: Mapping[str, str],
    status: int = 200,
) -> Response:
    groups = tuple(_groups(given, errors))
    return page(
        request,
        "casework/procedure",
        status=status,
        title="Dagen van de procedure",
        at=here,
        agreement=title_of(ground.rules().workspace, here.reference),
        besluit=rules_of(ground, here.reference).stack.decisions[here.besluit],
        groups=groups,
        errors=wrong(field for group in groups for field in group.fields),
        last_act=last_act(_dossier(ground, here)),
    )
