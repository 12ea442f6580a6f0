"""Whose dossier it is, for each role, and that opening one is recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fastapi import Depends
from fastapi import FastAPI

from soco_rules.dossiers.store import read_dossier
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import Opened
from soco_rules.web.access.opening import may_open
from soco_rules.web.access.opening import opened
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from tests.web.persons import ADVISOR
from tests.web.persons import ALONE
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.persons import Ask

KADE = "havendorp/de-kade"
OTHER = replace(CASEWORKER, name="P. Visser")
BEHEER = Person("T. Bakker", frozenset({DeskRole.ADMIN}))


def dossier(*assigned: str | None) -> Dossier:
    """A dossier that K. Jansen opened, and that was put on these desks in turn."""
    contents: tuple[Opened | Assigned, ...] = (
        Opened.model_validate({}),
        *(Assigned.model_validate({"aan": to}) for to in assigned),
    )
    entries = (
        Entry(
            n, Act.OPENED if n == 1 else Act.ASSIGNED, 1, "2026-11-01T09:00:00.000000Z", "K. Jansen", content
        )
        for n, content in enumerate(contents, start=1)
    )
    return Dossier(1, tuple(entries))


OPEN = [
    (CASEWORKER, ("K. Jansen",), False, True),
    (CASEWORKER, ("k.jansen",), False, True),
    (CASEWORKER, ("P. Visser",), True, False),
    (CASEWORKER, ("P. Visser", "K. Jansen"), False, True),
    (OTHER, (), True, True),
    (OTHER, (), False, False),
    (CASEWORKER, (), False, True),
    (OTHER, ("P. Visser", None), False, False),
    (LAWYER, (), True, False),
    (ADVISOR, (), True, False),
    (BEHEER, (), True, False),
    (ALONE, ("P. Visser",), False, True),
]


@pytest.mark.parametrize(("person", "assigned", "may_pick_up", "expected"), OPEN)
def test_a_dossier_is_open_to_who_has_it(
    person: Person, assigned: tuple[str | None, ...], may_pick_up: bool, expected: bool
) -> None:
    assert expected == may_open(person, dossier(*assigned), may_pick_up=may_pick_up)


def test_the_legal_role_sees_a_dossier_once_something_was_proposed(in_town: Ask) -> None:
    store = desk_of(in_town).state.ground.dossiers
    seen = {}
    for number in range(1, 40):
        found = read_dossier(store, KADE, number)
        if found is not None:
            is_proposed = any(entry.act is Act.PROPOSAL for entry in found.entries)
            seen[is_proposed] = may_open(LAWYER, found, may_pick_up=True)

    assert {False: False, True: True} == seen


@pytest.fixture
def one(ask: Ask) -> Ask:
    """A desk with a page of a dossier, and a dossier on the desk of K. Jansen."""
    app = desk_of(ask)
    app.add_api_route(
        "/proef/{gemeente}/{cooperatie}/{nummer}", lambda: "open", dependencies=[Depends(opened)]
    )
    with writing(app.state.ground.dossiers, KADE, "K. Jansen") as ledger:
        number = ledger.open_dossier()
        contents = (Opened.model_validate({}), Assigned.model_validate({"aan": "K. Jansen"}))
        ledger.append(tuple(Draft(content, number) for content in contents))
    return ask


def desk_of(ask: Ask) -> FastAPI:
    """The rooms of the desk."""
    app = ask(ALONE).app
    assert isinstance(app, FastAPI)
    rooms = app.state.rooms.built()
    assert isinstance(rooms, FastAPI)
    return rooms


@pytest.mark.parametrize(
    ("person", "why"),
    [
        (OTHER, "Dossier 1 ligt bij K. Jansen. Vraag het aan K. Jansen."),
        (LAWYER, "In dit dossier is nog niets voorgesteld."),
        (BEHEER, "Dossiers zijn voor klantmanagers en juristen."),
    ],
)
def test_somebody_else_is_told_why_not(one: Ask, person: Person, why: str) -> None:
    answer = one(person).get(f"/proef/{KADE}/1")

    assert (403, True) == (answer.status_code, why in answer.text)


@pytest.mark.parametrize("number", ["9999999999", "9" * 5000, "-1", "x", "²"])
def test_a_number_that_no_dossier_can_have_is_not_there(one: Ask, number: str) -> None:
    assert 404 == one(CASEWORKER).get(f"/dossiers/{KADE}/{number}").status_code


@pytest.mark.parametrize("place", ["/dossiers", "/v1/dossiers"])
@pytest.mark.parametrize("number", ["+1", "%201", "1%20", "%091", "1.0", "0_1", "01", "%D9%A1"])
def test_a_number_in_other_words_leads_past_nobody(one: Ask, place: str, number: str) -> None:
    """What reads the number of an address would take each of these for 1."""
    assert 404 == one(OTHER).get(f"{place}/{KADE}/{number}").status_code


def test_that_somebody_opened_a_dossier_is_recorded_once_a_day(one: Ask) -> None:
    answers = [one(person).get(f"/proef/{KADE}/1").status_code for person in (CASEWORKER, CASEWORKER, OTHER)]

    found = read_dossier(desk_of(one).state.ground.dossiers, KADE, 1)
    assert found
    assert [200, 200, 403] == answers
    assert ["K. Jansen"] == [entry.by for entry in found.entries if entry.act is Act.CONSULTED]


def test_lists_have_only_the_dossiers_that_are_open(in_town: Ask) -> None:
    """The second of De Kade is given to somebody else; in the first something was proposed, which a lawyer may see."""
    with writing(desk_of(in_town).state.ground.dossiers, KADE, "K. Jansen") as ledger:
        ledger.append((Draft(Assigned.model_validate({"aan": "P. Visser"}), 2),))
    named = {
        person.name: [
            name
            for name in ("S. Willems", "T. el Amrani", "Ö. Yildiz-van der Laan")
            if name in in_town(person).get(f"/dossiers/{KADE}").text
            and name
            in in_town(person).post("/dossiers/zoeken", data={"zoek": name}).text.partition("<table")[2]
        ]
        for person in (CASEWORKER, OTHER, LAWYER)
    }

    assert {
        "K. Jansen": ["S. Willems", "Ö. Yildiz-van der Laan"],
        "P. Visser": ["S. Willems", "T. el Amrani", "Ö. Yildiz-van der Laan"],
        "J. de Groot": ["S. Willems"],
    } == named
