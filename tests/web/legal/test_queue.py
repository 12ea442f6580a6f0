"""The queue of proposals."""

from __future__ import annotations

import re

from soco_rules.model.dossier import Returned
from soco_rules.web.people import Person
from tests.web.legal.conftest import BOSS
from tests.web.legal.conftest import Seat
from tests.web.legal.forms import HEARD
from tests.web.legal.forms import confirmed
from tests.web.legal.waterstede import REFUSAL
from tests.web.legal.waterstede import tell
from tests.web.persons import ALONE
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.reading import read
from tests.web.town import KADE

_ROW = re.compile(r'<a href="(/voorstellen/[^"?]+)"')


def rows(seat: Seat, order: str = "", person: Person = LAWYER) -> list[str]:
    """The addresses of the proposals in the queue, without what they have in common."""
    found = _ROW.findall(seat.of(person).get(f"/voorstellen{order}").text)
    return [each.removeprefix("/voorstellen/") for each in found]


def test_what_must_be_done_first_stands_first(seat: Seat) -> None:
    expected = ["havendorp/de-kade/2/25", "waterstede/de-sluis/1/3", "havendorp/de-kade/1/22"]

    assert expected == rows(seat)


def test_the_oldest_can_stand_first(seat: Seat) -> None:
    expected = ["havendorp/de-kade/1/22", "havendorp/de-kade/2/25", "waterstede/de-sluis/1/3"]

    assert expected == rows(seat, "?volgorde=oudste")


def test_a_row_tells_what_who_and_when_it_is_late(seat: Seat) -> None:
    text = read(seat.of(LAWYER).get("/voorstellen"))

    assert "Uitkomst afgewezen Overeenkomst Convenant tussen de gemeente Havendorp" in text
    assert "Beslist door het college Voorgesteld door K. Jansen" in text
    assert "Te laat: beslissen, tot en met 27 oktober 2026" in text
    assert "beslissen, tot en met 3 december 2026" in text


def test_nobody_is_named_in_the_queue(seat: Seat) -> None:
    assert "el Amrani" not in seat.of(LAWYER).get("/voorstellen").text


def test_what_waits_for_a_second_signature_says_so(seat: Seat) -> None:
    answer = confirmed(seat.of(LAWYER), f"{REFUSAL}/vaststellen", HEARD)
    assert 303 == answer.status_code

    text = read(seat.client.get("/voorstellen"))
    assert "1 daarvan op een tweede handtekening" in text
    assert "Wacht op een tweede handtekening. J. de Groot (teamleider) tekende op 2 november 2026." in text


def test_a_proposal_that_was_given_back_does_not_wait(seat: Seat) -> None:
    tell(seat.settings, KADE, 2, Returned(proposal=25, remark="Hoor de kandidaat eerst."))

    assert "havendorp/de-kade/2/25" not in rows(seat)


def test_of_rules_with_an_error_the_queue_says_so(seat: Seat) -> None:
    path = seat.settings.root / "agreements" / "waterstede" / "de-sluis" / "2026-01-01.yaml"
    path.write_text(path.read_text("utf-8").replace("soort: overeenkomst", "soort: overenkomst"), "utf-8")

    text = read(seat.of(BOSS).get("/voorstellen"))
    assert (
        "In de regels staat een fout" in text,
        "Plaats: agreements/waterstede/de-sluis/2026-01-01.yaml:" in text,
        409,
    ) == (
        True,
        True,
        seat.client.get("/voorstellen/waterstede/de-sluis/1/3").status_code,
    )


def test_a_proposal_by_rules_that_have_changed_says_so(seat: Seat) -> None:
    path = seat.settings.root / "agreements" / "havendorp" / "de-kade" / "2026-01-01.yaml"
    path.write_text(path.read_text("utf-8") + "# een opmerking\n", "utf-8")

    text = read(seat.of(LAWYER).get("/voorstellen"))

    assert 2 == text.count("Klopt niet meer. De regels zijn andere dan bij het voorstel")


def test_a_proposal_of_ones_own_is_marked(seat: Seat) -> None:
    own = Person(CASEWORKER.name, BOSS.roles, "teamleider")

    assert "(dit bent u zelf)" in read(seat.of(own).get("/voorstellen"))


def test_the_queue_is_for_lawyers(seat: Seat) -> None:
    assert (403, 200) == (
        seat.of(CASEWORKER).get("/voorstellen").status_code,
        seat.of(ALONE).get("/voorstellen").status_code,
    )
