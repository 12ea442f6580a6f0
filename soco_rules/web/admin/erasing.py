"""The pages on which beheer erases dossiers by their number: one puts them on a list, and another erases them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Query
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.compiler.layers import Stack
from soco_rules.dossiers.erasing import WITHOUT_LETTERS
from soco_rules.dossiers.erasing import ToErase
from soco_rules.dossiers.erasing import erase_in
from soco_rules.dossiers.erasing import kept_of
from soco_rules.dossiers.erasing import listed
from soco_rules.dossiers.erasing import to_erase
from soco_rules.dossiers.erasing import to_erase_now
from soco_rules.dossiers.retention import Keeping
from soco_rules.dossiers.retention import why_not
from soco_rules.dossiers.store import agreements
from soco_rules.model.dossier import Book
from soco_rules.web.admin.erasing_page import Said
from soco_rules.web.admin.erasing_page import book_page
from soco_rules.web.admin.erasing_page import list_fields
from soco_rules.web.admin.erasing_page import may_erase
from soco_rules.web.admin.erasing_page import sure_field
from soco_rules.web.admin.erasing_page import why_nothing_goes
from soco_rules.web.admin.numbers import numbers_in
from soco_rules.web.casework.books import references
from soco_rules.web.casework.books import rules_of
from soco_rules.web.done import after
from soco_rules.web.forms import Filled
from soco_rules.web.forms import sentence
from soco_rules.web.forms import text_in
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for

router = APIRouter(prefix="/beheer/wissen", dependencies=[Depends(only_for(DeskRole.ADMIN))])

_LONGEST = 500
_REASONS = 6
_MOVED_ON = "De wislijst is intussen veranderd. Kijk haar opnieuw na."
_ONE_LIST = "Er is al een wislijst. Trek die eerst in, of laat haar uitvoeren."


def book_of(ground: Here, gemeente: str, cooperatie: str) -> str:
    """The agreement of an address that has a book.

    Raises:
        HTTPException: there is none.
    """
    reference = f"{gemeente}/{cooperatie}"
    if reference not in agreements(ground.dossiers):
        raise HTTPException(404)
    return reference


Reference = Annotated[str, Depends(book_of)]


@router.get("")
def overview(request: Request, ground: Here) -> Response:
    """Every book, with the list that waits in it."""
    titles = references(ground.rules().workspace)
    store = ground.dossiers
    rows = [(each, titles.get(each, each), to_erase(store, each)) for each in agreements(store)]
    return page(request, "admin/erase", title="Dossiers wissen", rows=rows)


@router.get("/{gemeente}/{cooperatie}")
def book(
    request: Request,
    ground: Here,
    person: Who,
    reference: Reference,
    nummers: Annotated[str, Query(max_length=3000)] = "",
) -> Response:
    """The list of one book with what can be done with it, or a form to make one, and what was erased before."""
    number, checked = list_fields({"nummers": nummers})
    said = Said((number if nummers else replace(number, error=""), checked))
    return book_page(request, ground, person, reference, said)


@router.post("/{gemeente}/{cooperatie}/lijst")
def put(request: Request, ground: Here, person: Who, reference: Reference, filled: Filled) -> Response:
    """Put dossiers on the list; all of them, or none where one has to stay."""
    number, checked = list_fields(filled)
    if not checked.value:
        checked = replace(checked, error="Schrijf op wie het nakeek, en wanneer.")
    elif len(checked.value) > _LONGEST:
        checked = replace(checked, error=f"Dit is langer dan {_LONGEST} tekens. Houd het kort.")
    numbers, rules = numbers_in(number.value), rules_of(ground, reference).stack
    with ground.writing(reference, person) as ledger:
        if not number.error:
            found = ledger.book(dossiers=numbers, acts=WITHOUT_LETTERS)
            number = replace(number, error=_staying(rules, found, numbers, ground.settings.today()))
        said = Said((number, checked), "" if to_erase_now(ledger) is None else _ONE_LIST)
        if said.is_right:
            ledger.append((listed(numbers, checked.value),))
    if not said.is_right:
        return book_page(request, ground, person, reference, said, 422)
    return _back_to(reference, "wislijst")


@router.post("/{gemeente}/{cooperatie}/intrekken")
def take_back(ground: Here, person: Who, reference: Reference, filled: Filled) -> Response:
    """Take the list back; nothing is erased."""
    with ground.writing(reference, person) as ledger:
        waiting = to_erase_now(ledger)
        is_there = waiting is not None and str(waiting.number) == text_in(filled, "lijst")
        if is_there:
            ledger.append((listed((), ""),))
    return _back_to(reference, "van-wislijst") if is_there else RedirectResponse(_address(reference), 303)


@router.post("/{gemeente}/{cooperatie}/wis")
def erase(request: Request, ground: Here, person: Who, reference: Reference, filled: Filled) -> Response:
    """Erase what is on the list and may still go, by somebody else than who made it."""
    rules, today = rules_of(ground, reference).stack, ground.settings.today()
    with ground.writing(reference, person) as ledger:
        waiting = to_erase_now(ledger)
        numbers = waiting.dossiers if waiting else ()
        kept = kept_of(rules, ledger.book(dossiers=numbers, acts=WITHOUT_LETTERS), numbers, today)
        going = [each for each in kept if each.may_go(today)]
        said = Said(
            (sure_field(going, filled),), _hindrance(person, waiting, going, text_in(filled, "lijst"))
        )
        if said.is_right:
            for each in going:
                erase_in(ledger, each)
    if not said.is_right:
        return book_page(request, ground, person, reference, said, 422)
    return _back_to(reference, "gewist")


def _address(reference: str) -> str:
    return f"/beheer/wissen/{reference}"


def _back_to(reference: str, done: str) -> Response:
    return RedirectResponse(after(_address(reference), done), 303)


def _hindrance(person: Person, waiting: ToErase | None, going: Sequence[Keeping], seen: str) -> str:
    """What stands in the way of erasing; nothing where it can be done. `seen` is the list that somebody looked at."""
    if waiting is None or str(waiting.number) != seen:
        return _MOVED_ON
    return "" if going and may_erase(person, waiting) else why_nothing_goes(person, waiting)


def _staying(rules: Stack, found: Book, numbers: Sequence[int], today: int) -> str:
    """Every reason why one of these dossiers has to stay; nothing where all of them may go."""
    kept = {each.dossier: each for each in kept_of(rules, found, numbers, today)}
    lost = [str(each) for each in numbers if each not in kept]
    reasons = [f"Geen dossier van deze overeenkomst, of gewist: {', '.join(lost)}."] if lost else []
    reasons += [sentence(why.message) for each in kept.values() for why in why_not(each, today)]
    more = len(reasons) - _REASONS
    return " ".join((*reasons[:_REASONS], *([f"En nog {more} van zulke redenen."] if more > 0 else ())))
