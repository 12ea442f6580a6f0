"""The dossiers: the list, and one with its acts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi.responses import Response

from soco_rules.dossiers.account import as_data
from soco_rules.dossiers.moves import pending_state
from soco_rules.dossiers.moves import state_of
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.present import person_of as named_in
from soco_rules.dossiers.present import round_of
from soco_rules.dossiers.store import read_dossier
from soco_rules.model.dossier import Dossier
from soco_rules.web.access.opening import open_to
from soco_rules.web.access.opening import opened
from soco_rules.web.api.answers import answer
from soco_rules.web.api.described import operation
from soco_rules.web.api.dossier_answers import DossierInShort
from soco_rules.web.api.dossier_answers import Dossiers
from soco_rules.web.api.dossier_answers import WholeDossier
from soco_rules.web.api.grounded import Cooperative
from soco_rules.web.api.grounded import Municipality
from soco_rules.web.api.grounded import in_force
from soco_rules.web.api.grounded import rules_for
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.api.whose import BOOK
from soco_rules.web.api.whose import ETAG
from soco_rules.web.api.whose import ONE
from soco_rules.web.api.whose import Number
from soco_rules.web.api.whose import etag_of
from soco_rules.web.ground import Here
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import only_for

router = APIRouter(prefix="/dossiers", tags=["Dossiers"], dependencies=[Depends(opened)])
Reader = Annotated[Person, Depends(only_for(DeskRole.CASEWORKER, DeskRole.LEGAL))]


@router.get(
    BOOK,
    **operation("dossiers_tonen", "Toon de dossiers van een overeenkomst.", gives=Dossiers, problems=(404,)),
)
def dossiers(ground: Here, gemeente: Municipality, cooperatie: Cooperative, person: Reader) -> Response:
    """Wie er zijn, met de stand en de voorstellen die wachten; alleen dossiers die u mag openen."""
    reference = f"{gemeente}/{cooperatie}"
    states = in_force(rules_for(ground, reference), reference, ground.settings.today()).stack.states
    book = ground.book(reference, person)
    seen = open_to(person, book, may_pick_up=ground.settings.may_pick_up)
    found = (each for number, each in book.dossiers.items() if number in seen)
    return answer(Dossiers(dossiers=tuple(_in_short(each, states) for each in found)))


@router.get(
    ONE,
    **operation(
        "dossier_tonen",
        "Toon een dossier met zijn handelingen.",
        gives=WholeDossier,
        problems=(404,),
        headers=ETAG,
    ),
)
def dossier(
    ground: Here, gemeente: Municipality, cooperatie: Cooperative, nummer: Number, _: Reader
) -> Response:
    """Wat is vastgelegd, in volgorde; de ETag is nodig om er iets bij te zetten."""
    reference = f"{gemeente}/{cooperatie}"
    stack = in_force(rules_for(ground, reference), reference, ground.settings.today()).stack
    found = read_dossier(ground.dossiers, reference, nummer)
    if found is None:
        raise ProblemError(404, detail="Dit dossier is er niet.")
    data = as_data(stack, found)
    return answer(WholeDossier.model_validate(data, by_alias=True), headers={"ETag": etag_of(found)})


def _in_short(dossier: Dossier, states: tuple[str, ...]) -> DossierInShort:
    erased = is_erased(dossier)
    person = None if erased else named_in(dossier)
    return DossierInShort(
        number=dossier.number,
        name=person.name if person else None,
        member_number=person.member_number if person else None,
        state=None if erased else state_of(dossier, states),
        pending=None if erased else pending_state(dossier),
        round_name=None if erased else round_of(dossier),
        proposals=() if erased else tuple(each.entry.number for each in open_proposals(dossier)),
        is_erased=erased,
    )
