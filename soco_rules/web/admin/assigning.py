"""The page on which beheer says whose a dossier is, by its number: nobody has to open it for that."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Query
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response

from soco_rules.dossiers.assigning import assigned
from soco_rules.dossiers.store import agreements
from soco_rules.model.names import is_one
from soco_rules.web.admin.numbers import MOST
from soco_rules.web.admin.numbers import number_field
from soco_rules.web.admin.numbers import numbers_in
from soco_rules.web.casework.books import members_of
from soco_rules.web.casework.books import references
from soco_rules.web.casework.books import title_of
from soco_rules.web.casework.giving import empty
from soco_rules.web.casework.giving import giving_in
from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.forms import Filled
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for

router = APIRouter(prefix="/beheer/toewijzen", dependencies=[Depends(only_for(DeskRole.ADMIN))])

_OWN = "Niemand legt een dossier bij zichzelf. Vraag een andere beheerder."


@dataclass(frozen=True, slots=True)
class Desks:
    """The dossiers of one book by who has them, with those of nobody under an empty name; only their numbers."""

    agreement: str
    title: str
    numbers: Mapping[str, Sequence[int]]


@router.get("")
def form(
    request: Request,
    ground: Here,
    overeenkomst: str = "",
    gedaan: Annotated[list[int] | None, Query(max_length=MOST)] = None,
) -> Response:
    """Who has which dossiers, and the form to change that."""
    fields = (_agreement(ground, overeenkomst), replace(number_field(""), error=""), *empty())
    return _page(request, ground, fields, done=(overeenkomst, tuple(gedaan or ())))


@router.post("")
def assign(request: Request, ground: Here, person: Who, filled: Filled) -> Response:
    """Put dossiers on the desk of a caseworker; all of them, or none where something is wrong."""
    giving = giving_in(filled, ground)
    about = _agreement(ground, text_in(filled, "overeenkomst"))
    numbered = number_field(text_in(filled, "nummers"))
    about = about if about.value else replace(about, error="Kies een overeenkomst.")
    numbers, given = numbers_in(numbered.value), _not_to_oneself(giving.fields, giving.to, person)
    if about.value and not numbered.error:
        numbered = replace(numbered, error=_unknown(ground, about.value, numbers))
    fields = (about, numbered, *given)
    if wrong(fields):
        return _page(request, ground, fields, status=422)
    with ground.writing(about.value, person) as ledger:
        book = ledger.book(dossiers=numbers)
        drafts = (assigned(book.dossiers[each], giving.to, giving.reason) for each in numbers)
        ledger.append([draft for draft in drafts if draft is not None])
    shown = "".join(f"&gedaan={each}" for each in numbers)
    return RedirectResponse(f"/beheer/toewijzen?overeenkomst={about.value}{shown}", 303)


def _agreement(ground: Ground, chosen: str) -> Field:
    titles = references(ground.rules().workspace)
    known = agreements(ground.dossiers)
    choices = (Choice("", "Kies"), *(Choice(each, titles.get(each, each)) for each in known))
    return Field("overeenkomst", "Overeenkomst", "select", chosen if chosen in known else "", choices=choices)


def _unknown(ground: Ground, agreement: str, numbers: tuple[int, ...]) -> str:
    """Which of these numbers cannot be assigned; nothing where all of them can."""
    lines = members_of(ground, agreement).lines
    missing = [each for each in numbers if each not in lines or lines[each].is_erased]
    if not missing:
        return ""
    told = ", ".join(map(str, missing[:10]))
    return f"Geen dossier van deze overeenkomst, of gewist: {told}."


def _not_to_oneself(fields: tuple[Field, ...], to: str, person: Person) -> tuple[Field, ...]:
    if person.is_alone or not is_one(to, person.name):
        return fields
    return tuple(replace(each, error=_OWN) if each.name == "aan" else each for each in fields)


def _page(
    request: Request,
    ground: Ground,
    fields: tuple[Field, ...],
    *,
    status: int = 200,
    done: tuple[str, tuple[int, ...]] = ("", ()),
) -> Response:
    desks = tuple(_desks(ground, each) for each in agreements(ground.dossiers))
    reference, numbers = done
    now = {
        number: name
        for each in desks
        if each.agreement == reference
        for name, had in each.numbers.items()
        for number in had
    }
    return page(
        request,
        "admin/assign",
        status=status,
        title="Dossiers toewijzen",
        fields=fields,
        errors=wrong(fields),
        desks=desks,
        done={number: now[number] for number in numbers if number in now},
        reference=reference,
    )


def _desks(ground: Ground, agreement: str) -> Desks:
    numbers: dict[str, list[int]] = {}
    for line in members_of(ground, agreement).lines.values():
        if not line.is_erased:
            numbers.setdefault(line.assignee or "", []).append(line.number)
    title = title_of(ground.rules().workspace, agreement)
    return Desks(agreement, title, dict(sorted(numbers.items())))
