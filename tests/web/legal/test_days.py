"""On which day a proposal is adopted: not before it was there without saying why, and what stands in the way today."""

from __future__ import annotations

from soco_rules.dossiers.present import adoptions
from soco_rules.model.dossier import Adopted
from tests.adopted import REFERENCE
from tests.web.legal.conftest import BOSS
from tests.web.legal.conftest import Seat
from tests.web.legal.forms import SIGNED
from tests.web.legal.forms import confirmed
from tests.web.legal.test_adopting import dossier
from tests.web.legal.test_adopting import errors
from tests.web.legal.waterstede import ADMISSION
from tests.web.reading import read

PATH = f"{ADMISSION}/vaststellen"
WITHOUT = {name: value for name, value in SIGNED.items() if name != "eerder_dan_het_voorstel"}


def test_a_day_before_the_proposal_was_there_asks_why(seat: Seat) -> None:
    seat.of(BOSS)

    assert [
        (
            "Waarom het besluit van voor het voorstel is: Schrijf waarom het besluit van voor het voorstel is, of kies een "
            "latere dag."
        )
    ] == errors(seat, PATH, WITHOUT)


def test_the_reason_stands_with_the_adoption(seat: Seat) -> None:
    confirmed(seat.of(BOSS), PATH, SIGNED)

    ((entry, _),) = adoptions(dossier(seat, REFERENCE, 1))
    assert isinstance(entry.content, Adopted)
    assert SIGNED["eerder_dan_het_voorstel"] == entry.content.adoption.dated_back


def test_on_the_day_that_the_proposal_was_recorded_nothing_is_asked(seat: Seat) -> None:
    """The clock of the desk stands before that of the store, so that today is the last day that counts."""
    day = "2-11-2026"

    shown = seat.of(BOSS).post(
        PATH, data={**WITHOUT, "datum": day, "verzonden_op": day, "stap": "bekijk"}, follow_redirects=True
    )

    assert "Waarom het besluit van voor het voorstel is" not in read(shown)
    assert 200 == shown.status_code


def test_an_empty_form_gives_all_its_errors_at_once(seat: Seat) -> None:
    seat.of(BOSS)

    assert ["Dag van vaststellen", "Dag van verzenden", "Zienswijze", "Toelichting op het besluit"] == [
        each.partition(":")[0] for each in errors(seat, PATH, {"datum": "", "verzonden_op": ""})
    ]
