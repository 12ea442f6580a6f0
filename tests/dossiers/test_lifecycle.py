"""The stand of a participant: a besluit that does not fit is refused with the reason, an adoption moves it."""

from __future__ import annotations

import pytest

from soco_rules.dossiers.lifecycle import held_in
from soco_rules.dossiers.lifecycle import misfit
from soco_rules.dossiers.lifecycle import moved_to
from soco_rules.facts import Dates
from soco_rules.model.decision import PerPerson
from soco_rules.model.values import parse_date
from tests.dossiers.acts import dossier
from tests.dossiers.kade import DAY
from tests.dossiers.kade import compiled

STACK = compiled().stack
LEFT = """
    1 geopend
    1 besluit toelating op 2026-02-01 naar met_toestemming
    1 besluit plaatsing op 2026-02-10 naar lid
    1 besluit einde op 2026-03-20 naar gestopt
"""


@pytest.mark.parametrize(
    ("besluit", "message", "remedy"),
    [
        (
            "plaatsing",
            (
                "Dossier 1 heeft de stand 'aangemeld'. Het besluit 'Plaats in de coöperatie' is er alleen voor wie deze "
                "stand heeft: met toestemming, wachtlijst."
            ),
            "neem eerst het besluit 'Toestemming om mee te doen' (toelating)",
        ),
        (
            "afdracht",
            (
                "Dossier 1 heeft in deze maand de stand 'aangemeld'. Het besluit 'Overzicht van de afdracht' is er alleen "
                "voor wie deze stand heeft: lid."
            ),
            "kijk in welke stand het dossier hoort te zijn, en neem eerst het besluit dat daarheen leidt",
        ),
    ],
)
def test_a_besluit_that_does_not_fit_tells_what_is_first(besluit: str, message: str, remedy: str) -> None:
    found = misfit(STACK, STACK.decisions[besluit], dossier("1 geopend"), Dates(DAY, DAY))

    assert found is not None
    assert ("stand-past-niet", message, remedy) == (found.code, found.message, found.remedy)


@pytest.mark.parametrize(
    ("besluit", "text"),
    [
        ("toelating", "1 geopend"),
        ("plaatsing", "1 geopend\n1 besluit toelating naar met_toestemming"),
        ("plaatsing", "1 geopend\n1 besluit plaatsing naar wachtlijst"),
    ],
)
def test_a_besluit_that_fits_is_allowed(besluit: str, text: str) -> None:
    assert misfit(STACK, STACK.decisions[besluit], dossier(text), Dates(DAY, DAY)) is None


@pytest.mark.parametrize(
    ("month", "fits"), [("2026-01", False), ("2026-02", True), ("2026-03", True), ("2026-04", False)]
)
def test_a_month_is_settled_for_who_was_a_member_in_that_month(month: str, fits: bool) -> None:
    dates = Dates(parse_date(f"{month}-01"), parse_date("2026-04-15"))

    found = misfit(STACK, STACK.decisions["afdracht"], dossier(LEFT), dates)

    assert fits is (found is None)


def test_the_stands_of_a_month_are_all_that_were_held_on_some_day_of_it() -> None:
    month = Dates(parse_date("2026-02-01"), DAY)

    assert {"aangemeld", "met_toestemming", "lid"} == held_in(dossier(LEFT), STACK.states, month)


@pytest.mark.parametrize(
    ("besluit", "outcome", "state"),
    [
        ("toelating", "toegewezen", "met_toestemming"),
        ("toelating", "doorzenden", None),
        ("plaatsing", "op_de_wachtlijst", "wachtlijst"),
        ("plaatsing", PerPerson(applicant="als_lid", partner="geweigerd"), "lid"),
        ("toelating", None, None),
    ],
)
def test_an_outcome_moves_the_stand_as_the_rule_file_says(
    besluit: str, outcome: str | PerPerson | None, state: str | None
) -> None:
    assert state == moved_to(STACK.decisions[besluit], outcome)
