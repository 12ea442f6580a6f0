"""The pages of the work list."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import Response

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.store import agreements
from soco_rules.web.access.opening import handled_by
from soco_rules.web.addresses import Reference
from soco_rules.web.faults import RefusedError
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.worklist.shown import book_shown
from soco_rules.web.worklist.shown import places_shown

router = APIRouter(dependencies=[Depends(only_for(DeskRole.CASEWORKER))])


@router.get("/werklijst")
def worklist(request: Request, ground: Here, person: Who, alles: str = "") -> Response:
    """The days to watch of every book, and for whom there is a place now."""
    everything = alles == "ja"
    books = []
    for name in agreements(ground.dossiers):
        book = ground.book(name, person)
        seen = handled_by(person, book, may_pick_up=ground.settings.may_pick_up)
        books.append(book_shown(ground, book, seen, by=person.name, everything=everything))
    return page(request, "worklist/worklist", title="Werklijst", books=books, everything=everything)


@router.get("/wachtlijst/{gemeente}/{cooperatie}/{besluit}")
def waiting_list(request: Request, ground: Here, person: Who, reference: Reference, besluit: str) -> Response:
    """The places of a besluit and who waits for one."""
    book = ground.book(reference, person)
    seen = handled_by(person, book, may_pick_up=ground.settings.may_pick_up)
    shown, findings = places_shown(ground, book, besluit, seen)
    if shown is None:
        raise RefusedError(*map(_of_the_address, findings), status=404)
    return page(
        request,
        "worklist/places",
        title=f"Plaatsen: {shown.title}",
        shown=shown,
        reference=reference,
        besluit=besluit,
    )


def _of_the_address(found: Diagnostic) -> Diagnostic:
    """A besluit that is not there is wrong in the address, and not in a rule file."""
    return replace(found, span=Span("adres")) if found.code == "onbekend-besluit" else found
