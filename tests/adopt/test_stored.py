"""Of what was kept or sent, the first day that is none is named by its place."""

from __future__ import annotations

from typing import Any

import pytest

from soco_rules.adopt.stored import unreadable_part
from tests.letters.decisions import ADMISSION
from tests.letters.decisions import decision

FACT = {
    "naam": "verwachte_uren",
    "soort": "aantal",
    "herkomst": "gegeven",
    "waarde": "800",
    "datum": "2026-10-01",
}
ASSUMED = {"soort": "afspraak", "naam": "proefperiode", "reden": "r", "eigenaar": "e", "datum": "2026-10-01"}
WRONG: dict[str, dict[str, Any]] = {
    "": {"procedure": {"ontvangen": "2026-10-01"}, "feiten": [FACT], "aannames": [ASSUMED]},
    "peildatum": {"peildatum": "2026-02-30"},
    "besluitdatum": {"besluitdatum": ""},
    "procedure.ontvangen": {"procedure": {"ontvangen": ""}},
    "feiten.1.datum": {"feiten": [FACT, FACT | {"datum": "gisteren"}]},
    "feiten.0.opgaven.0.datum": {"feiten": [FACT | {"opgaven": [{"waarde": "1", "datum": "1-1-2026"}]}]},
    "aannames.0.datum": {"aannames": [ASSUMED | {"datum": "2026-13-01"}]},
}


@pytest.mark.parametrize("place", WRONG)
def test_a_day_that_is_none_is_named_by_its_place(place: str) -> None:
    assert place == unreadable_part(decision(ADMISSION, **WRONG[place]))
