"""The pages on which a dossier changes desks: taken up, laid down, or given to a colleague."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response

from soco_rules.dossiers.assigning import assigned
from soco_rules.dossiers.present import assignee_of
from soco_rules.model.dossier import Dossier
from soco_rules.model.names import is_one
from soco_rules.web.access.opening import handled
from soco_rules.web.addresses import Spot
from soco_rules.web.addresses import There
from soco_rules.web.casework.books import dossier_of
from soco_rules.web.casework.books import title_of
from soco_rules.web.casework.giving import empty
from soco_rules.web.casework.giving import giving_in
from soco_rules.web.done import after
from soco_rules.web.forms import Field
from soco_rules.web.forms import Filled
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import NotAllowedError
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for

router = APIRouter(
    prefix="/dossiers/{gemeente}/{cooperatie}/{nummer}/toewijzing",
    dependencies=[Depends(only_for(DeskRole.CASEWORKER)), Depends(handled)],
)


@router.get("")
def form(request: Request, ground: Here, there: There) -> Response:
    """The form with which a dossier is given away."""
    return _form(request, ground, there, empty())


@router.post("")
def assign(request: Request, ground: Here, person: Who, there: There, filled: Filled) -> Response:
    """Take up a dossier that is on nobody's desk, lay one's own down, or give it away; everybody sees who did that."""
    match text_in(filled, "doe"):
        case "neem":
            return _moved(ground, person, there, person.name, "")
        case "geef":
            giving = giving_in(filled, ground)
            if not giving.is_right:
                return _form(request, ground, there, giving.fields, status=422)
            return _moved(ground, person, there, giving.to, giving.reason)
        case _:
            return _moved(ground, person, there, None, "")


def may_move(person: Person, dossier: Dossier) -> bool:
    """Whether somebody may say on whose desk a dossier is: who has it, and of nobody's who may open it."""
    has_it = assignee_of(dossier)
    return has_it is None or person.is_alone or is_one(has_it, person.name)


def _moved(ground: Ground, person: Person, there: Spot, to: str | None, reason: str) -> Response:
    with ground.writing(there.reference, person) as ledger:
        dossier = dossier_of(ledger.book(dossiers=(there.number,)), there.number)
        if not may_move(person, dossier):
            raise NotAllowedError(f"Dossier {there.number} ligt bij {assignee_of(dossier)}.")
        if (draft := assigned(dossier, to, reason)) is not None:
            ledger.append((draft,))
    is_gone = to is not None and not is_one(to, person.name)
    if is_gone:
        return RedirectResponse(f"/dossiers/{there.reference}?gegeven={there.number}", 303)
    return RedirectResponse(after(there.path, "genomen" if to else "weggelegd"), 303)


def _form(
    request: Request, ground: Ground, there: Spot, fields: tuple[Field, ...], status: int = 200
) -> Response:
    return page(
        request,
        "casework/give",
        status=status,
        title=f"Dossier {there.number} aan een collega geven",
        there=there,
        agreement=title_of(ground.rules().workspace, there.reference),
        fields=fields,
        errors=wrong(fields),
    )
