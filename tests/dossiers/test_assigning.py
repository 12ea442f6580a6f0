"""A dossier is on the desk of one person, or of nobody."""

from __future__ import annotations

import pytest

from soco_rules.dossiers.assigning import assigned
from soco_rules.dossiers.assigning import given_to
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Draft
from tests.dossiers.acts import dossier

BOS = "1 toegewezen A. Bos"


@pytest.mark.parametrize(
    ("acts", "to", "expected"),
    [
        ("1 geopend", "A. Bos", Assigned(to="A. Bos")),
        (BOS, " B. Kok ", Assigned(to="B. Kok")),
        (BOS, None, Assigned(to=None)),
        (BOS, "  ", Assigned(to=None)),
        (BOS, "A. Bos", None),
        ("1 geopend", None, None),
    ],
)
def test_it_is_recorded_where_it_changes(acts: str, to: str | None, expected: Assigned | None) -> None:
    draft = assigned(dossier(acts), to)

    assert (None if expected is None else Draft(expected, 1)) == draft


@pytest.mark.parametrize(
    ("reason", "expected"), [(" naar een andere wijk ", "naar een andere wijk"), ("  ", None), (None, None)]
)
def test_why_stands_with_it(reason: str | None, expected: str | None) -> None:
    draft = assigned(dossier(BOS), "B. Kok", reason)

    assert Draft(Assigned(to="B. Kok", reason=expected), 1) == draft


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ("1 toegewezen A. Bos", True),
        ("1 toegewezen a bos", True),
        ("1 geopend", False),
        ("1 toegewezen B. Kok", False),
        ("1 toegewezen A. Bos; 1 toegewezen niemand", False),
    ],
)
def test_it_was_given_to_who_has_it_from_another(acts: str, *, expected: bool) -> None:
    assert expected == (given_to(dossier(acts), "A. Bos") is not None)
