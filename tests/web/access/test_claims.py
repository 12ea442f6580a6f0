"""What a checked token tells of a person; what it does not tell well is refused and never repeated."""

from __future__ import annotations

import pytest

from soco_rules.web.access.claims import ClaimsError
from soco_rules.web.access.claims import claim_at
from soco_rules.web.access.claims import person_in
from soco_rules.web.access.ways import ClaimNames


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("roles", ["a"]),
        ("realm_access.roles", ["b"]),
        ("https://soco.example/roles", ["c"]),
        ("roles.inside", None),
    ],
    ids=["by its name", "inside another", "a name with points", "inside what holds none"],
)
def test_where_a_claim_stands(path: str, expected: object) -> None:
    claims = {"roles": ["a"], "realm_access": {"roles": ["b"]}, "https://soco.example/roles": ["c"]}

    assert expected == claim_at(claims, path)


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        ("name", "n" * 101, "Uw aanmelding noemt geen bruikbare naam."),
        ("name", "J. de\u202eGroot", "Uw aanmelding noemt geen bruikbare naam."),
        ("sub", 17, "Uw aanmelding noemt geen bruikbaar account."),
        ("functie", "f" * 101, "Uw aanmelding noemt geen bruikbare functie."),
        ("roles", ["onbekend"], "U hebt bij soco geen rol."),
    ],
)
def test_whoever_is_not_named_well_cannot_work_here(claim: str, said: object, expected: str) -> None:
    claims = {"name": "J. de Groot", "sub": "jdg", "roles": "jurist", claim: said}

    with pytest.raises(ClaimsError) as refused:
        person_in(claims, ClaimNames())

    assert expected == str(refused.value).partition(" Vraag")[0]
