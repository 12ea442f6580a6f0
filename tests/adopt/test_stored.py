"""Of what was kept or sent, the first day that is none is named by its place."""

from __future__ import annotations

from typing import Any

import pytest

from soco_rules.adopt.stored import unreadable_part
from soco_rules.model.adoption import Adoption
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

HEARD = {"wijze": "gehoord", "datum": "2026-10-19", "toelichting": "gesprek"}
OBJECTED = {
    "bestreden_besluit": "Toestemming",
    "vastgesteld_op": "2026-09-01",
    "verzonden_op": "2026-09-01",
    "ontvangen": "2026-09-10",
    "besloten_op": "2026-10-20",
}
WRONG_BESIDE: dict[str, dict[str, Any]] = {
    "": {"zienswijze": HEARD, "op_bezwaar": OBJECTED},
    "datum": {"datum": "2026-02-30"},
    "verzonden_op": {"verzonden_op": "morgen"},
    "zienswijze.datum": {"zienswijze": HEARD | {"datum": ""}},
    **{
        f"op_bezwaar.{day}": {"op_bezwaar": OBJECTED | {day: ""}}
        for day in (*list(OBJECTED)[1:], "gehoord_op", "bezwaar_tot_en_met")
    },
    "besluit.peildatum": {"besluit": ADMISSION | {"peildatum": "2026-02-30"}},
}


@pytest.mark.parametrize("place", WRONG)
def test_a_day_that_is_none_is_named_by_its_place(place: str) -> None:
    assert place == unreadable_part(decision(ADMISSION, **WRONG[place]))


@pytest.mark.parametrize("place", WRONG_BESIDE)
def test_a_day_of_an_adoption_that_is_none_is_named_by_its_place(place: str) -> None:
    adoption = {
        "besluit": ADMISSION,
        "door": "A. de Groot",
        "functie": "teamleider",
        "mandaat": None,
        "datum": "2026-10-20",
        "verzonden_op": "2026-10-21",
        "toelichting": "gesprek",
        "zienswijze": None,
        "afwijking": None,
    }

    assert place == unreadable_part(Adoption.model_validate(adoption | WRONG_BESIDE[place]))
