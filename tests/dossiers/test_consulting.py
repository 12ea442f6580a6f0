"""That somebody reads a dossier is recorded once a day for each purpose."""

from __future__ import annotations

import pytest

from soco_rules.dossiers.consulting import HANDLING
from soco_rules.dossiers.consulting import OWN_FILE
from soco_rules.dossiers.consulting import consulted
from soco_rules.model.dossier import Consulted
from soco_rules.model.dossier import Draft
from tests.dossiers.acts import dossier

READ = f"1 geopend\n1 inzage {HANDLING}"
"""Read by 'tester' on 1 January 2026."""


@pytest.mark.parametrize(
    ("by", "purpose", "at"),
    [
        ("another", HANDLING, "2026-01-01T12:00:00.000000Z"),
        ("tester", OWN_FILE, "2026-01-01T12:00:00.000000Z"),
        ("tester", HANDLING, "2026-01-02T00:00:00.000000Z"),
    ],
)
def test_another_person_purpose_or_day_is_recorded(by: str, purpose: str, at: str) -> None:
    assert Draft(Consulted(purpose=purpose), 1) == consulted(
        dossier(READ).entries, by, purpose, at, dossier=1
    )


def test_the_same_person_again_on_that_day_is_not() -> None:
    at = "2026-01-01T23:59:59.999999Z"

    assert consulted(dossier(READ).entries, "tester", HANDLING, at, dossier=1) is None
