"""The page on which is changed who a dossier is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response

from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.enrolling import ACTS
from soco_rules.dossiers.enrolling import twin_of
from soco_rules.dossiers.present import person_of
from soco_rules.dossiers.present import round_of
from soco_rules.dossiers.store import read_book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Person as Member
from soco_rules.web.access.opening import handled
from soco_rules.web.addresses import There
from soco_rules.web.casework.books import book_for
from soco_rules.web.casework.books import last_act
from soco_rules.web.casework.books import title_of
from soco_rules.web.casework.deciding import moved
from soco_rules.web.casework.person_form import FIELDS
from soco_rules.web.casework.person_form import person_in
from soco_rules.web.done import after
from soco_rules.web.forms import Field
from soco_rules.web.forms import Filled
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.remedies import for_a_page

router = APIRouter(
    prefix="/dossiers/{gemeente}/{cooperatie}/{nummer}",
    dependencies=[Depends(only_for(DeskRole.CASEWORKER)), Depends(handled)],
)


@router.get("/persoon")
def person_form(request: Request, ground: Here, there: There) -> Response:
    """Who the dossier is about, to change."""
    reference, nummer = there.reference, there.number
    dossier = book_for(ground, reference, nummer).dossiers[nummer]
    member = person_of(dossier)
    known = {
        "naam": member.name if member else "",
        "adres": "\n".join(member.address) if member else "",
        "lidnummer": (member.member_number or "") if member else "",
        "naam_partner": (member.partner_name or "") if member else "",
    }
    fields = tuple(_with_hint(replace(each, value=known.get(each.name, "")), member) for each in FIELDS)
    return _person_page(request, ground, reference, nummer, fields, last_act(dossier))


@router.post("/persoon")
def person_changed(request: Request, ground: Here, person: Who, there: There, filled: Filled) -> Response:
    """Record who it is now; a number that is left empty stays as it was."""
    reference, nummer = there.reference, there.number
    dossier = book_for(ground, reference, nummer).dossiers[nummer]
    known = person_of(dossier)
    member, fields = person_in(filled)
    fields = tuple(_with_hint(each, known) for each in fields)
    last = last_act(dossier)
    if member is None:
        return _person_page(request, ground, reference, nummer, fields, last, status=422)
    member = _with_numbers(member, known, filled)
    book = read_book(ground.dossiers, reference, acts=ACTS)
    if (twin := twin_of(book, member, round_of(dossier))) and twin[0] != nummer:
        name = "bsn" if twin[1] == "burgerservicenummer" else "lidnummer"
        error = f"Dossier {twin[0]} heeft hetzelfde {twin[1]}."
        fields = tuple(replace(each, error=error) if each.name == name else each for each in fields)
        return _person_page(request, ground, reference, nummer, fields, last, status=422)
    with ground.writing(reference, person) as ledger:
        later = moved(ledger, nummer, text_in(filled, "handeling"))
        if later is None and member != known:
            ledger.append((Draft(member, nummer),))
    if later is not None:
        return _person_page(request, ground, reference, nummer, fields, last, status=409, refused=(later,))
    return RedirectResponse(after(f"/dossiers/{reference}/{nummer}", "persoon"), 303)


def _with_numbers(member: Member, known: Member | None, filled: Mapping[str, str]) -> Member:
    """With the citizen service numbers that were not filled in again, unless they must go."""
    if known is None or text_in(filled, "bsn_weg") == "ja":
        return member
    return member.model_copy(
        update={"bsn": member.bsn or known.bsn, "partner_bsn": member.partner_bsn or known.partner_bsn}
    )


def _with_hint(field: Field, known: Member | None) -> Field:
    has = known is not None and {"bsn": known.bsn, "bsn_partner": known.partner_bsn}.get(field.name)
    return replace(field, hint="Is vastgelegd. Laat leeg om het te houden.") if has else field


def _person_page(
    request: Request,
    ground: Ground,
    reference: str,
    number: int,
    fields: tuple[Field, ...],
    last_act: int,
    *,
    status: int = 200,
    refused: tuple[Diagnostic, ...] = (),
) -> Response:
    return page(
        request,
        "casework/person",
        status=status,
        title="Persoonsgegevens",
        reference=reference,
        number=number,
        fields=fields,
        faults=wrong(fields),
        last_act=last_act,
        refused=for_a_page(refused),
        has_number=any(each.hint.startswith("Is vastgelegd") for each in fields),
        agreement=title_of(ground.rules().workspace, reference),
    )
