"""The pages on which somebody finds a member: the agreements, the list of one, and searching in all."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import Response

from soco_rules.dossiers.bsn import is_bsn
from soco_rules.dossiers.directory import matching
from soco_rules.dossiers.store import find_by_bsn
from soco_rules.model.values import spaced
from soco_rules.web.addresses import Reference
from soco_rules.web.casework.books import members_of
from soco_rules.web.casework.books import references
from soco_rules.web.casework.books import rules_of
from soco_rules.web.casework.books import title_of
from soco_rules.web.casework.listing import AT_ONCE
from soco_rules.web.casework.listing import Row
from soco_rules.web.casework.listing import Rules
from soco_rules.web.casework.listing import by_state
from soco_rules.web.casework.listing import on_page
from soco_rules.web.casework.listing import row_of
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

FOR = (DeskRole.CASEWORKER, DeskRole.LEGAL)
router = APIRouter(dependencies=[Depends(only_for(*FOR))])

_HINT = "Een naam, een lidnummer of een burgerservicenummer."
_LONGEST = 120


@router.get("/dossiers")
def every(request: Request, ground: Here) -> Response:
    """The agreements, with how many dossiers each has and how many wait, and a field to search in all."""
    books = []
    for reference, title in references(ground.rules().workspace).items():
        lines = members_of(ground, reference).lines.values()
        waiting = sum(bool(line.proposals or line.reopened or line.returned) for line in lines)
        books.append((reference, title, len(lines), waiting))
    books.sort(key=lambda each: each[2] == 0)
    return page(
        request,
        "casework/books",
        title="Dossiers",
        books=books,
        search=Field("zoek", "Zoek een deelnemer", hint=_HINT),
    )


@router.post("/dossiers/zoeken")
def found(request: Request, ground: Here, person: Who, filled: Filled) -> Response:
    """Who was searched for; what was typed never stands in an address."""
    text = text_in(filled, "zoek")
    fault = _fault(text)
    rows = () if fault else _found(ground, person, text)
    search = Field("zoek", "Zoek een deelnemer", value=text, hint=_HINT, error=fault)
    return page(
        request,
        "casework/found",
        status=422 if fault else 200,
        title="Zoeken",
        rows=rows[:AT_ONCE],
        more=max(0, len(rows) - AT_ONCE),
        search=search,
        faults=wrong([search]),
    )


@router.get("/dossiers/{gemeente}/{cooperatie}")
def one(
    request: Request,
    ground: Here,
    person: Who,
    reference: Reference,
    stand: str = "",
    bladzijde: Annotated[int, "of the list"] = 1,
    gegeven: int = 0,
) -> Response:
    """The dossiers of one agreement, all or those with one stand."""
    rules = _rules(ground, reference)
    everybody = members_of(ground, reference).lines
    lines = list(members_of(ground, reference, person).lines.values())
    counted = by_state(lines, rules.states)
    if stand in counted:
        lines = [line for line in lines if not line.is_erased and line.state(rules.states) == stand]
    return page(
        request,
        "casework/members",
        title=title_of(ground.rules().workspace, reference),
        reference=reference,
        given=(gegeven, everybody[gegeven].assignee or "") if gegeven in everybody else None,
        listed=on_page(lines, rules, bladzijde),
        counted=counted,
        state=stand if stand in counted else "",
        unknown=spaced(stand) if stand and stand not in counted else "",
    )


def _rules(ground: Ground, reference: str) -> Rules:
    stack = rules_of(ground, reference).stack
    return Rules(reference, stack.states, stack.decisions)


def _fault(text: str) -> str:
    if not text:
        return "Er is niets ingevuld. Vul een naam, een lidnummer of een burgerservicenummer in."
    if len(text) > _LONGEST:
        return f"Dit is langer dan {_LONGEST} tekens. Zoek op een deel van de naam."
    return ""


def _found(ground: Ground, person: Person, text: str) -> tuple[Row, ...]:
    store, rows = ground.dossiers, []
    digits = "".join(text.split()).replace(".", "")
    for reference in references(ground.rules().workspace):
        directory = members_of(ground, reference, person)
        if not directory.lines:
            continue
        hits = {line.number: line for line in matching(directory, text)}
        number = find_by_bsn(store, reference, digits) if is_bsn(digits) else None
        if number is not None and number in directory.lines:
            hits[number] = directory.lines[number]
        if hits:
            rules = _rules(ground, reference)
            rows += [row_of(line, rules) for line in hits.values()]
    return tuple(rows)
