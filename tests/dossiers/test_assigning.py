"""A dossier is on the desk of one person, or of nobody."""

from __future__ import annotations

import pytest

from soco_rules.dossiers.assigning import assigned
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
