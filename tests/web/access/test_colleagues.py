"""A name that somebody typed, held against who works at the desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.web.access.colleagues import Matched
from soco_rules.web.access.colleagues import colleague
from soco_rules.web.access.register import Register
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person

ACTIVE = frozenset({"P. Visser", "K. Jansen"})
EMPTY = "Vul in bij wie het dossier komt te liggen."


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """Where a new caseworker and a lawyer signed in."""
    found = Register(tmp_path)
    found.admit(Person("N. Nieuw", frozenset({DeskRole.CASEWORKER}), account="1"))
    found.admit(Person("J. de Groot", frozenset({DeskRole.LEGAL}), account="2"))
    return found


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("P. Visser", Matched("P. Visser")),
        (" p visser ", Matched("P. Visser")),
        ("N.  Nieuw", Matched("N. Nieuw")),
        ("", Matched(error=EMPTY)),
        ("...", Matched(error=EMPTY)),
        ("v" * 101, Matched(error="Een naam is één regel van ten hoogste 100 tekens.")),
        (
            "J. de Groot",
            Matched(
                "J. de Groot", "J. de Groot is hier geen klantmanager, en kan dit dossier niet behandelen."
            ),
        ),
        (
            "P. Viser",
            Matched(
                "P. Viser",
                "Niemand die ‘P. Viser’ heet heeft hier als klantmanager gewerkt. Bedoelde u 'P. Visser'?",
                is_doubtful=True,
            ),
        ),
        (
            "Q. Onbekend",
            Matched(
                "Q. Onbekend",
                "Niemand die ‘Q. Onbekend’ heet heeft hier als klantmanager gewerkt. Kijk de naam na.",
                is_doubtful=True,
            ),
        ),
    ],
)
def test_a_name_is_known_or_said_not_to_be(register: Register, typed: str, expected: Matched) -> None:
    assert expected == colleague(typed, ACTIVE, register)


def test_who_is_no_caseworker_any_more_is_known_as_such(tmp_path: Path) -> None:
    register = Register(tmp_path)
    for roles in ({DeskRole.CASEWORKER}, {DeskRole.LEGAL, DeskRole.POLICY}):
        register.admit(Person("P. Visser", frozenset(roles), account="1"))

    assert (
        Matched("P. Visser", "P. Visser is hier geen klantmanager, en kan dit dossier niet behandelen."),
        frozenset({DeskRole.LEGAL, DeskRole.POLICY}),
    ) == (colleague("P. Visser", ACTIVE, register), register.roles_of("p. visser"))
