"""An objection from its receipt to a new decision in the place of the one that was revoked, in a terminal."""

from __future__ import annotations

import re

from tests.cli.dossier.test_a_member import Say
from tests.cli.dossier.test_a_member import candidate
from tests.cli.dossier.test_a_member import say

__all__ = ["say"]

BOSS = "--als 'A. de Groot' --functie teamleider --eerder-omdat Notulen --toelichting 'Zij stopt.'"
HEARD = "--zienswijze gehoord:2026-04-10 --zienswijze-toelichting 'Zij wil blijven.'"
JURIST = "--als 'J. de Wit' --functie 'juridisch adviseur'"


def act(answer: str) -> str:
    """The number of the act that a command tells."""
    found = re.search(r"\(handeling (\d+)\)", answer)
    assert found, answer
    return found[1]


def proposed(say: Say, day: str = "2026-04-20") -> str:
    """The number of a proposal to end."""
    answer = say(f"besluit KADE 1 einde --peildatum 2026-04-20 --besluitdatum {day}")
    found = re.search(r"Voorstel (\d+) is bewaard", answer)
    assert found, answer
    return found[1]


def test_from_an_objection_to_a_new_decision_that_is_made_known_with_it(say: Say) -> None:
    candidate(say, 1, 1)
    ended = say(f"vaststellen KADE 1 {proposed(say)} {BOSS} {HEARD} --datum 2026-04-20 --eigen-brief Z-1")
    decision = act(ended)

    late = say(f"bezwaar KADE 1 {decision} --ontvangen 2026-06-02")
    objection = act(late)
    heard = say(
        f"bezwaarstap KADE 1 {objection} gehoord --datum 2026-06-10 --gehoord-door 'P. de Boer' --toelichting 'Zij was ziek.'"
    )
    own = say(
        f"bezwaarbesluit KADE 1 {objection} {JURIST.replace('J. de Wit', 'A. de Groot')} --uitkomst gegrond --toelichting x"
    )
    answered = say(
        f"bezwaarbesluit KADE 1 {objection} {JURIST} --uitkomst gegrond --nieuw-besluit --verschoonbaar 'Zij was ziek.' "
        "--toelichting 'Zij stopt pas in mei.' --eigen-brief Z-2 --datum 2026-06-15"
    )
    too_soon = say(f"bekendmaking KADE 1 {act(answered)} --verzonden-op 2026-06-17")
    shown = say("toon KADE 1")
    again = say(
        f"vaststellen KADE 1 {proposed(say, '2026-06-16')} --als 'C. Mulder' --functie teamleider --eerder-omdat Notulen --toelichting 'Zij stopt later.' {HEARD} "
        "--datum 2026-06-16 --eigen-brief Z-3"
    )
    known = say(f"bekendmaking KADE 1 {act(answered)} --verzonden-op 2026-06-17")

    assert "Het kwam te laat: bezwaar kon tot en met 1 juni 2026." in late
    assert "Beslissen kan tot en met: 13 juli 2026." in heard
    assert "A. de Groot nam het bestreden besluit" in own
    assert f"besluit {decision} is herroepen; doe een voorstel voor het nieuwe besluit:" in answered
    assert "Het nieuwe besluit is er nog niet" in too_soon
    assert f"{objection}: tegen handeling {decision}, ontvangen op 2026-06-02 (te laat); gegrond" in shown
    assert f"in de plaats van: handeling {decision}" in again
    assert "Beroep kan tot en met 29 juli 2026." in known
