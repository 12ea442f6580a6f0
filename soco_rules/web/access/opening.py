"""Whose dossier it is: a case is open to who has it, and that somebody opened it is recorded first."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated

from fastapi import Depends
from fastapi import Request
from starlette.exceptions import HTTPException

from soco_rules.dossiers.assigning import Whose
from soco_rules.dossiers.assigning import whose_of
from soco_rules.dossiers.consulting import HANDLING
from soco_rules.dossiers.consulting import consulted
from soco_rules.dossiers.present import assignee_of
from soco_rules.dossiers.store import consult
from soco_rules.dossiers.store import read_book
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.names import is_one
from soco_rules.web.ground import Ground
from soco_rules.web.ground import ground_of
from soco_rules.web.people import DeskRole
from soco_rules.web.people import NotAllowedError
from soco_rules.web.people import Person
from soco_rules.web.people import person_of

_IN_ADDRESS = ("gemeente", "cooperatie", "nummer")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
"""How a number is written: in one way only, so that what is looked at here is what the page reads, and storable."""
_ONLY_READ = "Er is iets voorgesteld, en daarom kunt u het lezen. Vastleggen en voorstellen doet wie het dossier heeft."


def may_open(person: Person, dossier: Dossier, *, may_pick_up: bool) -> bool:
    """Whether somebody may see what is in a dossier.

    A caseworker may where it is on his desk; where it is on nobody's, if he opened it himself or the desk lets people
    pick up. The legal role may where anything was ever proposed. Policy and beheer never may.
    """
    return has(person, whose_of(dossier), may_pick_up=may_pick_up)


def has(person: Person, whose: Whose, *, may_pick_up: bool) -> bool:
    """As `may_open`, of a dossier of which only that is known whose it is."""
    if person.is_alone:
        return True
    if DeskRole.LEGAL in person.roles and whose.was_proposed:
        return True
    if DeskRole.CASEWORKER not in person.roles:
        return False
    if whose.assignee is not None:
        return is_one(whose.assignee, person.name)
    return may_pick_up or is_one(whose.opened_by, person.name)


def may_handle(person: Person, dossier: Dossier, *, may_pick_up: bool) -> bool:
    """Whether somebody may write in a dossier as its caseworker.

    Who opens it only because something is proposed in it may read it, and adopt or give back what is proposed.
    """
    as_caseworker = replace(person, roles=person.roles & {DeskRole.CASEWORKER})
    return may_open(as_caseworker, dossier, may_pick_up=may_pick_up)


def open_to(person: Person, book: Book, *, may_pick_up: bool) -> frozenset[int]:
    """The dossiers of a book that somebody may see."""
    return frozenset(
        number
        for number, dossier in book.dossiers.items()
        if may_open(person, dossier, may_pick_up=may_pick_up)
    )


def handled_by(person: Person, book: Book, *, may_pick_up: bool) -> frozenset[int]:
    """The dossiers of a book in which somebody may write as their caseworker: those that a work list may name."""
    return frozenset(
        number
        for number, dossier in book.dossiers.items()
        if may_handle(person, dossier, may_pick_up=may_pick_up)
    )


def whose_in_words(dossier: Dossier) -> str:
    """With whom a dossier is, for somebody who may not see what is in it."""
    return "in behandeling bij een collega" if assignee_of(dossier) else "nog aan niemand toegewezen"


def opened(request: Request) -> Book | None:
    """The dependency of every route: where an address names a dossier, only who may open it goes on, and is recorded.

    A route that asks for it too has the book with that dossier as it was read here, or without it where there is none.
    It raises `NotAllowedError` for anybody else, and `HTTPException` for a number that no dossier can have.
    """
    named = [request.path_params.get(part) for part in _IN_ADDRESS]
    if None in named:
        return None
    if not _NUMBER.fullmatch(str(named[2])):
        raise HTTPException(404)
    ground, person = ground_of(request), person_of(request)
    agreement, number = f"{named[0]}/{named[1]}", int(str(named[2]))
    store = ground.dossiers
    book = read_book(store, agreement, dossiers=(number,))
    dossier = book.dossiers.get(number)
    if dossier is None:
        return book
    if not may_open(person, dossier, may_pick_up=ground.settings.may_pick_up):
        raise NotAllowedError(_why_not(person, dossier))
    if consulted(dossier.entries, person.name, HANDLING, store.now(), dossier=number) is None:
        return book
    consult(store, agreement, person.name, HANDLING, dossier=number)
    return read_book(store, agreement, dossiers=(number,))


BookOpened = Annotated[Book | None, Depends(opened)]
"""The book with the dossier in the address, as it was when the person who asks was let in."""


def to_handle(ground: Ground, person: Person, dossier: Dossier) -> None:
    """Go on as the caseworker of a dossier.

    Raises:
        NotAllowedError: somebody else is, or nobody is and this person may not pick it up.
    """
    if may_handle(person, dossier, may_pick_up=ground.settings.may_pick_up):
        return
    if DeskRole.LEGAL in person.roles:
        raise NotAllowedError(f"{_why_not(person, dossier)} {_ONLY_READ}")
    raise NotAllowedError(_why_not(person, dossier))


def handled(request: Request, book: BookOpened) -> None:
    """The dependency of every page on which somebody writes in a dossier as its caseworker, beside `opened`.

    It raises `NotAllowedError` for who may only read it.
    """
    number = request.path_params.get("nummer")
    if book is not None and (dossier := book.dossiers.get(int(str(number)))) is not None:
        to_handle(ground_of(request), person_of(request), dossier)


def _why_not(person: Person, dossier: Dossier) -> str:
    if DeskRole.CASEWORKER in person.roles:
        who = assignee_of(dossier)
        return (
            f"Dossier {dossier.number} ligt bij {who}. Vraag het aan {who}."
            if who
            else f"Dossier {dossier.number} is nog aan niemand toegewezen."
        )
    if DeskRole.LEGAL in person.roles:
        return (
            "In dit dossier is nog niets voorgesteld. Een jurist ziet een dossier vanaf het eerste voorstel."
        )
    return "Dossiers zijn voor klantmanagers en juristen."
