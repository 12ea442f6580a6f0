"""A row names its member by number, or by a name that only one has."""

from __future__ import annotations

import pytest

from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import Person
from soco_rules.settling.members import Members
from soco_rules.settling.members import WhoError
from soco_rules.settling.members import members_of
from tests.settling.village import MONTH

PERSONS = (("A. Zandstra", "007"), ("B. Çelik", "L-8"), ("B. Çelik", None), ("C.  de Vries", "0"))


def members() -> Members:
    dossiers = {
        number: Dossier(
            number,
            (Entry(number, Act.PERSON, number, "2026", "tester", Person(name=name, member_number=member)),),
        )
        for number, (name, member) in enumerate(PERSONS, start=1)
    }
    return members_of(Book("dorp/pot", dossiers), (), MONTH)


@pytest.mark.parametrize(
    ("number", "name", "expected"),
    [
        ("007", None, 1),
        ("7", None, 1),
        ("7", "a. zandstra", 1),
        ("l-8", None, 2),
        ("0", None, 4),
        (None, "c. De  vries", 4),
    ],
)
def test_a_member_is_found(number: str | None, name: str | None, expected: int) -> None:
    assert expected == members().find(number, name).number


@pytest.mark.parametrize(
    ("number", "name", "expected"),
    [
        (None, None, "er staat geen lidnummer en geen naam"),
        ("70", None, "geen lid van dit boek heeft het lidnummer '70'"),
        (None, "D. Niemand", "geen lid van dit boek heeft de naam 'D. Niemand'"),
        (None, "B. Çelik", "meer dan een lid heeft de naam 'B. Çelik'; geef het lidnummer"),
        ("7", "B. Çelik", "lidnummer '7' is volgens het dossier niet van 'B. Çelik'"),
    ],
)
def test_a_doubt_about_who_is_meant_is_told(number: str | None, name: str | None, expected: str) -> None:
    with pytest.raises(WhoError) as doubt:
        members().find(number, name)

    assert expected == str(doubt.value)


def test_who_was_erased_is_no_member() -> None:
    erased = Entry(1, Act.PERSON, 1, "2026", "tester", None)

    assert {} == members_of(Book("dorp/pot", {1: Dossier(1, (erased,))}), (), MONTH).every
