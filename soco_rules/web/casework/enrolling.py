"""The page on which a dossier is opened for a new candidate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response

from soco_rules.diagnostics import Span
from soco_rules.dossiers.directory import Line
from soco_rules.dossiers.directory import namesakes
from soco_rules.dossiers.enrolling import ACTS
from soco_rules.dossiers.enrolling import enrol
from soco_rules.dossiers.enrolling import twin_of
from soco_rules.dossiers.rounds import rounds_of
from soco_rules.dossiers.store import StoreError
from soco_rules.dossiers.store import read_book
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Person as Member
from soco_rules.web.access.opening import has
from soco_rules.web.casework.books import members_of
from soco_rules.web.casework.books import references
from soco_rules.web.casework.books import rules_of
from soco_rules.web.casework.person_form import FIELDS
from soco_rules.web.casework.person_form import person_in
from soco_rules.web.days import as_typed
from soco_rules.web.done import after
from soco_rules.web.faults import RefusedError
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

router = APIRouter(dependencies=[Depends(only_for(DeskRole.CASEWORKER))])

NO_ROUND = "-"
_PLACE = Span("formulier")


@dataclass(frozen=True, slots=True)
class Twins:
    """Who somebody may be already: the dossier with the same number, by what, and those with the same name.

    `seen` are the namesakes whose dossier may be opened; of another only is told that it is there.
    """

    same: int | None = None
    by: str = ""
    namesakes: tuple[Line, ...] = ()
    seen: frozenset[int] = frozenset()


@router.get("/dossiers/nieuw")
def empty(request: Request, ground: Here, overeenkomst: str = "") -> Response:
    """The form, once an agreement is chosen."""
    known = references(ground.rules().workspace)
    if overeenkomst not in known:
        return _choose(request, known, overeenkomst)
    return _form(request, ground, overeenkomst, (*FIELDS, *_round(ground, overeenkomst, {})))


@router.post("/dossiers/nieuw")
def enrolled(request: Request, ground: Here, person: Who, filled: Filled) -> Response:
    """Open the dossier, unless something is wrong or somebody seems to have one."""
    reference = text_in(filled, "overeenkomst")
    if reference not in references(ground.rules().workspace):
        return _choose(request, references(ground.rules().workspace), reference)
    rules_of(ground, reference)
    member, fields = person_in(filled)
    fields = (*fields, *_round(ground, reference, filled))
    if member is None or wrong(fields):
        return _form(request, ground, reference, fields, status=422)
    name = text_in(filled, "ronde")
    round_name = None if name in {"", NO_ROUND} else name
    twins = _twins(ground, reference, person, member, round_name)
    if twins.same is not None or (twins.namesakes and text_in(filled, "toch") != "ja"):
        return _form(request, ground, reference, fields, status=422, twins=twins)
    try:
        with ground.writing(reference, person) as ledger:
            number = enrol(ledger, member, round_name, _PLACE)
    except StoreError as error:
        if error.diagnostics[0].code != "dossier-dubbel":
            raise
        raise RefusedError(*error.diagnostics) from None
    return RedirectResponse(after(f"/dossiers/{reference}/{number}", "dossier"), 303)


def _choose(request: Request, known: Mapping[str, str], given: str) -> Response:
    return page(request, "casework/choose", title="Nieuw dossier", known=known, unknown=given or "")


def _form(
    request: Request,
    ground: Ground,
    reference: str,
    fields: tuple[Field, ...],
    *,
    status: int = 200,
    twins: Twins | None = None,
) -> Response:
    return page(
        request,
        "casework/new",
        status=status,
        title="Nieuw dossier",
        reference=reference,
        agreement=references(ground.rules().workspace)[reference],
        fields=fields,
        faults=wrong(fields),
        twins=twins or Twins(),
    )


def _round(ground: Ground, reference: str, filled: Mapping[str, str]) -> tuple[Field, ...]:
    """The choice of a round, where the book has rounds."""
    rounds = rounds_of(read_book(ground.dossiers, reference, acts={Act.ROUND}))
    if not rounds:
        return ()
    choices = (
        *(Choice(each.name, f"{each.name}, sluit op {as_typed(each.closes_on)}") for each in rounds),
        Choice(NO_ROUND, "geen ronde"),
    )
    field = Field("ronde", "Ronde", "radio", value=text_in(filled, "ronde"), choices=choices)
    if filled and field.value not in {choice.value for choice in choices}:
        return (replace(field, error="Kies een ronde, of geen ronde."),)
    return (field,)


def _twins(ground: Ground, reference: str, person: Person, member: Member, round_name: str | None) -> Twins:
    store = ground.dossiers
    book = read_book(store, reference, acts=ACTS)
    if twin := twin_of(book, member, round_name):
        return Twins(*twin)
    alike = (line for line in namesakes(members_of(ground, reference), member.name))
    found = tuple(line for line in alike if line.round_name == round_name)
    may_pick_up = ground.settings.may_pick_up
    seen = frozenset(line.number for line in found if has(person, line.whose, may_pick_up=may_pick_up))
    return Twins(namesakes=found, seen=seen)
